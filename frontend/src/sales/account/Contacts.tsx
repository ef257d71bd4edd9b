import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ContactField, ContactsQuery, DecisionRole } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { emptied } from '~/records/emptied.ts'
import { May } from '~/records/May.tsx'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Avatar } from '~/ui/Avatar.tsx'
import { Button } from '~/ui/Button.tsx'

const ContactsDocument = graphql(`
  query Contacts($account: ID!) {
    contacts(filter: { account: $account }, first: 50) {
      edges { node { id version name title phone email wechat decisionRole primary } }
    }
  }
`)
const CreateContactDocument = graphql(`
  mutation CreateContact($input: CreateContactInput!) { createContact(input: $input) { id } }
`)
const UpdateContactDocument = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id version } }
`)

type Contact = ContactsQuery['contacts']['edges'][number]['node']

const roles = (): [DecisionRole, string][] => [
  ['ECONOMIC_BUYER', t('role.buyer', '拍板人')],
  ['CHAMPION', t('role.champion', '支持者')],
  ['TECHNICAL', t('role.technical', '技术把关')],
  ['USER', t('role.user', '使用者')],
  ['PROCUREMENT', t('role.procurement', '采购')],
  ['BLOCKER', t('role.blocker', '反对者')],
]

export function Contacts({ account }: { account: { id: string } }) {
  const read = useRead(ContactsDocument, { account: account.id }, ['CONTACT'])
  const [open, setOpen] = useState<Contact | 'new'>()
  const contacts = read.data?.contacts.edges.map((e) => e.node) ?? []
  return (
    <section className="panel">
      <header>
        <h2>{t('kind.contact', '联系人')}</h2>
        <span className="push" />
        <May verb="createContact">
          <Button kind="quiet" onClick={() => setOpen('new')}>
            {t('contact.create', '添加联系人')}
          </Button>
        </May>
      </header>
      <ul className="ways">
        {contacts.map((c) => (
          <li key={c.id}>
            <Avatar name={c.name} />
            <span className="ellipsis">
              <b>{c.name}</b>{' '}
              <span className="muted">
                {[c.title, roles().find(([key]) => key === c.decisionRole)?.[1]].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="push">{c.phone ? <a href={`tel:${c.phone}`}>{c.phone}</a> : c.email}</span>
            <May verb="updateContact">
              <Button kind="quiet" onClick={() => setOpen(c)}>
                {t('action.edit', '编辑')}
              </Button>
            </May>
          </li>
        ))}
      </ul>
      {open ? (
        <ContactSheet
          account={account.id}
          contact={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  )
}

const clearable: Record<string, ContactField> = {
  title: 'TITLE',
  phone: 'PHONE',
  email: 'EMAIL',
  wechat: 'WECHAT',
  decisionRole: 'DECISION_ROLE',
}

function ContactSheet({ account, contact: c, onClose }: { account: string; contact?: Contact; onClose: () => void }) {
  const [create] = useVerb(CreateContactDocument)
  const [update] = useVerb(UpdateContactDocument)
  return (
    <VerbSheet
      title={c ? t('contact.edit', '编辑联系人') : t('contact.create', '添加联系人')}
      action={t('action.save', '保存')}
      fields={[
        { kind: 'text', name: 'name', label: t('lead.personName', '姓名'), required: true, value: c?.name },
        { kind: 'text', name: 'title', label: t('field.title', '职位'), value: c?.title },
        { kind: 'tel', name: 'phone', label: t('field.phone', '电话'), value: c?.phone },
        { kind: 'email', name: 'email', label: t('field.email', '邮箱'), value: c?.email },
        { kind: 'text', name: 'wechat', label: t('field.wechat', '微信'), value: c?.wechat },
        {
          kind: 'select',
          name: 'decisionRole',
          label: t('contact.role', '决策角色'),
          value: c?.decisionRole,
          options: roles().map(([value, label]) => ({ value, label })),
        },
        { kind: 'check', name: 'primary', label: t('contact.primary', '首要联系人'), value: c?.primary },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const facts = {
          title: v.text('title'),
          phone: v.text('phone'),
          email: v.text('email'),
          wechat: v.text('wechat'),
          decisionRole: v.one<DecisionRole>('decisionRole'),
          primary: v.on('primary'),
        }
        if (!c) return (await create({ input: { ...facts, name: v.must('name'), accountId: account } })).fault
        return (
          await update({
            input: {
              ...facts,
              id: c.id,
              expectedVersion: c.version,
              name: v.must('name'),
              clear: emptied(clearable, c, v),
            },
          })
        ).fault
      }}
    />
  )
}
