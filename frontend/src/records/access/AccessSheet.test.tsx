import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { ViewerQuery } from '~/gql/graphql.ts'
import { fakeServer } from '~/testing/fake-server.ts'
import { session, show } from '~/testing/render.tsx'
import { AccessSheet } from './AccessSheet.tsx'

const reason = (rule: string, via: string | null = null) => ({ __typename: 'AccessReason', rule, via, sentence: rule })
const user = (id: string, name: string) => ({ __typename: 'User', id, name, title: null, active: true })
const seen = {
  whyCanISee: [reason('ACCOUNT', 'ACCOUNT')],
  whoCanSee: [
    { __typename: 'Sees', user: user('usr_1', '王雪'), reasons: [reason('ACCOUNT', 'ACCOUNT')] },
    { __typename: 'Sees', user: user('usr_2', '李明'), reasons: [reason('OWNER'), reason('ALL')] },
  ],
  collaborators: [
    { __typename: 'Collaborator', id: 'col_1', level: 'READ', cascade: true, user: user('usr_3', '赵敏') },
  ],
}
const found = {
  users: { __typename: 'UserConnection', edges: [{ __typename: 'UserEdge', node: user('usr_4', '陈立') }] },
}
const with_ = (...verbs: string[]): Partial<ViewerQuery> => ({ myRights: { ...session.myRights, verbs } })
const record = { id: 'opp_1', version: 4 }

describe('who can see this', () => {
  test('says why the reader does, and who else, in sentences', async () => {
    fakeServer({ WhoCanSee: () => seen })
    await show(<AccessSheet record={record} onClose={vi.fn()} />)
    expect(await screen.findAllByText('能看到它所属的客户')).toHaveLength(2)
    expect(screen.getByText('是负责人，或正代理负责人 · 角色能看到全部此类记录')).toBeTruthy()
    expect(screen.getByText('只看 · 含名下单据')).toBeTruthy()
  })

  test('offers nothing that would be refused', async () => {
    fakeServer({ WhoCanSee: () => seen })
    await show(<AccessSheet record={record} onClose={vi.fn()} />)
    await screen.findByText('协作者')
    for (const name of ['加为协作者', '移除', '转交']) expect(screen.queryByRole('button', { name })).toBeNull()
  })

  test('lets a collaborator in', async () => {
    const asked = fakeServer({
      WhoCanSee: () => seen,
      FindUsers: () => found,
      AddCollaborator: () => ({ addCollaborator: { __typename: 'Collaborator', id: 'col_2' } }),
    })
    await show(<AccessSheet record={record} onClose={vi.fn()} />, '/', with_('addCollaborator'))
    fireEvent.focus(await screen.findByLabelText('加谁'))
    fireEvent.click(await screen.findByRole('option', { name: '陈立' }))
    fireEvent.click(screen.getByRole('button', { name: '加为协作者' }))
    await waitFor(() =>
      expect(asked.find((a) => a.operation === 'AddCollaborator')?.variables.input).toEqual({
        recordId: 'opp_1',
        userId: 'usr_4',
        level: 'READ',
        cascade: true,
      }),
    )
  })

  test('a transfer that the server does not make stays open and says why', async () => {
    const close = vi.fn()
    fakeServer({
      WhoCanSee: () => seen,
      FindUsers: () => found,
      TransferOwnership: () => ({
        transferOwnership: [{ __typename: 'Transferred', id: 'opp_1', done: false, reason: 'It is closed.' }],
      }),
    })
    await show(<AccessSheet record={record} onClose={close} />, '/', with_('transferOwnership'))
    fireEvent.focus(await screen.findByLabelText('新负责人'))
    fireEvent.click(await screen.findByRole('option', { name: '陈立' }))
    fireEvent.click(screen.getByRole('button', { name: '转交' }))
    expect(within(await screen.findByRole('alert')).getByText('没有转交：It is closed.')).toBeTruthy()
    expect(close).not.toHaveBeenCalled()
  })
})
