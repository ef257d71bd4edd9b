import { Link } from '@tanstack/react-router'
import type { LeadsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { StageTag } from '~/records/StageTag.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import type { Column } from '~/ui/DataTable.tsx'
import { ago, dateOf } from '~/ui/time.ts'
import { originName } from './words.ts'

type Row = LeadsQuery['leads']['edges'][number]['node']

export const leadColumns = (): Column<Row>[] => [
  {
    key: 'company',
    head: t('lead.company', '公司'),
    card: 'title',
    cell: (l) => (
      <Link to="/leads/$id" params={{ id: l.id }}>
        {l.company}
      </Link>
    ),
  },
  { key: 'name', head: t('lead.person', '联系人'), cell: (l) => [l.name, l.title].filter(Boolean).join(' · ') },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (l) => <StageTag kind="LEAD" name={l.stageName} category={l.stageCategory} />,
  },
  { key: 'origin', head: t('lead.origin', '来源'), cell: (l) => originName(l.origin), card: 'hide' },
  { key: 'owner', head: t('list.owner', '负责人'), cell: (l) => <UserChip user={l.owner} /> },
  {
    key: 'next',
    head: t('list.nextStep', '下一步'),
    clip: true,
    card: 'hide',
    cell: (l) =>
      l.nextStep ? (
        `${l.nextStep}${l.nextStepDue ? ` · ${dateOf(l.nextStepDue)}` : ''}`
      ) : (
        <span className="muted">—</span>
      ),
  },
  {
    key: 'created',
    head: t('list.created', '创建'),
    cell: (l) => <span className="num muted">{ago(l.createdAt)}</span>,
  },
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'hide',
    cell: (l) => <span className="num muted">{l.number}</span>,
  },
]
