import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { LeadOrigin, StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { options } from '~/records/categories.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { CaptureLead } from './CaptureLead.tsx'
import { leadColumns } from './leadColumns.tsx'
import { origins } from './words.ts'

const LeadsDocument = graphql(`
  query Leads($filter: LeadFilter, $first: Int, $after: String) {
    leads(filter: $filter, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number version name company title origin stage stageName { zh en } stageCategory stageEnteredAt
          createdAt nextStep nextStepDue owner { id name }
        }
      }
    }
  }
`)

export function LeadsPage() {
  const [search, set] = useFilter()
  const { viewer } = useSession()
  const pages = usePages(JSON.stringify(search))
  const read = useRead(
    LeadsDocument,
    {
      first: pageSize,
      after: pages.after,
      filter: {
        text: search.text,
        categories: search.category ? [search.category as StageCategory] : undefined,
        origins: search.origin ? [search.origin as LeadOrigin] : undefined,
        owner: search.owner === 'me' ? viewer.id : undefined,
        unassigned: search.owner === 'none' ? true : undefined,
      },
    },
    ['LEAD'],
  )
  const [capturing, setCapturing] = useState(search.new === '1')
  const open = capturing || search.new === '1'
  const capture = (
    <May verb="captureLead">
      <Button kind="primary" data-new onClick={() => setCapturing(true)}>
        {t('lead.capture', '录入线索')}
      </Button>
    </May>
  )
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('lead.list', '线索')}</h1>
        <span className="muted num">{read.data?.leads.totalCount}</span>
        <span className="push" />
        {capture}
      </div>
      <div className="filters">
        <TextFilter label={t('lead.find', '姓名、公司、电话…')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('NEW', 'WORKING', 'QUALIFIED', 'CONVERTED', 'DISQUALIFIED', 'POOLED')}
        />
        <ChoiceFilter
          name="owner"
          label={t('list.anyOwner', '所有负责人')}
          options={[
            ['me', t('list.mine', '我负责的')],
            ['none', t('list.unassigned', '未分配')],
          ]}
        />
        <ChoiceFilter name="origin" label={t('lead.anyOrigin', '所有来源')} options={origins()} />
      </div>
      <Loaded read={read} pick={(d) => d.leads} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('lead.list', '线索')}
                rows={list.edges.map((e) => e.node)}
                columns={leadColumns()}
                rowKey={(l) => l.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={['text', 'category', 'owner', 'origin'].some((k) => search[k])}
              first={
                <EmptyState title={t('lead.none', '还没有线索')} actions={capture}>
                  {t('lead.none.why', '有人可能需要我们的产品时，先记在这里：展会名片、官网表单、来电。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
      {open ? (
        <CaptureLead
          onClose={() => {
            setCapturing(false)
            if (search.new) set({ new: undefined })
          }}
        />
      ) : null}
    </div>
  )
}
