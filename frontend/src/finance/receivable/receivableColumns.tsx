import { Link } from '@tanstack/react-router'
import type { ReceivablesQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import type { Column } from '~/ui/DataTable.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { PaidTag } from '../invoice/PaidTag.tsx'

type Row = ReceivablesQuery['receivables']['edges'][number]['node']

export const receivableColumns = (): Column<Row>[] => [
  {
    key: 'account',
    head: t('kind.account', '客户'),
    clip: true,
    card: 'title',
    cell: (i) => <AccountLink account={i.account} />,
  },
  {
    key: 'number',
    head: t('invoice.number', '发票号'),
    cell: (i) => (
      <Link to="/invoices/$id" params={{ id: i.id }}>
        {i.number}
      </Link>
    ),
  },
  {
    key: 'contract',
    head: t('kind.contract', '合同'),
    card: 'hide',
    cell: (i) =>
      i.contract ? (
        <Link to="/contracts/$id" params={{ id: i.contract.id }}>
          {i.contract.number}
        </Link>
      ) : null,
  },
  {
    key: 'issued',
    head: t('invoice.issuedOn', '开票日'),
    card: 'hide',
    cell: (i) => (i.issuedOn ? <span className="num">{fullDate(i.issuedOn)}</span> : null),
  },
  {
    key: 'due',
    head: t('invoice.dueOn', '到期日'),
    cell: (i) => (i.dueOn ? <span className="num">{fullDate(i.dueOn)}</span> : null),
  },
  { key: 'late', head: t('receivable.late', '逾期'), cell: (i) => <PaidTag invoice={i} /> },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    card: 'hide',
    money: (i) => i.gross,
    cell: (i) => <Money of={i.gross} full finance />,
  },
  {
    key: 'paid',
    head: t('contract.paid', '已回款'),
    right: true,
    card: 'hide',
    money: (i) => i.paid,
    cell: (i) => <Money of={i.paid} full finance />,
  },
  {
    key: 'outstanding',
    head: t('invoice.outstanding', '未收'),
    right: true,
    cell: (i) => (
      <b>
        <Money of={i.outstanding} full finance />
      </b>
    ),
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (i) => i.owner?.name },
]
