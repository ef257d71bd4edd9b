import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { fakeServer } from '~/testing/fake-server.ts'
import { show } from '~/testing/render.tsx'
import type { UserRecord } from './document.ts'
import { OffBoard } from './OffBoard.tsx'

const leaver = { __typename: 'User', id: 'usr_9', version: 3, name: '李明' } as UserRecord
const holding = (kind: string, open: number, closed = 0) => ({ __typename: 'Holding', kind, open, closed })
const user = (id: string, name: string) => ({
  __typename: 'UserEdge',
  node: { __typename: 'User', id, name, title: null, active: true },
})

describe('off-boarding', () => {
  test('waits for a successor of every kind that is open, hands over, then ends the user', async () => {
    const close = vi.fn()
    const asked = fakeServer({
      Holdings: () => ({ holdings: [holding('LEAD', 3), holding('OPPORTUNITY', 2, 5), holding('INVOICE', 0, 4)] }),
      FindUsers: () => ({
        users: { __typename: 'UserConnection', edges: [user('usr_4', '陈立'), user('usr_9', '李明')] },
      }),
      HandOver: () => ({ handOver: { __typename: 'User', id: 'usr_9', version: 4 } }),
      DisableUser: () => ({ disableUser: { __typename: 'User', id: 'usr_9', version: 5, status: 'DISABLED' } }),
    })
    await show(<OffBoard user={leaver} onClose={close} />)
    const action = await screen.findByRole('button', { name: '交接并停用' })
    expect((action as HTMLButtonElement).disabled).toBe(true)
    fireEvent.focus(await screen.findByLabelText('全部交给'))
    expect(screen.queryByRole('option', { name: '李明' })).toBeNull()
    fireEvent.click(await screen.findByRole('option', { name: '陈立' }))
    fireEvent.click(action)
    await waitFor(() => expect(close).toHaveBeenCalled())
    const inputs = asked.flatMap((a) => (['HandOver', 'DisableUser'].includes(a.operation) ? [a.variables.input] : []))
    expect(inputs).toEqual([
      {
        id: 'usr_9',
        expectedVersion: 3,
        to: [
          { kind: 'LEAD', userId: 'usr_4' },
          { kind: 'OPPORTUNITY', userId: 'usr_4' },
        ],
      },
      { id: 'usr_9', expectedVersion: 4 },
    ])
  })
})
