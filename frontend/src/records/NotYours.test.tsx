import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { fakeServer } from '~/testing/fake-server.ts'
import { show } from '~/testing/render.tsx'
import { Loaded } from './Loaded.tsx'

const user = (id: string, name: string, admin: boolean) => ({
  __typename: 'UserEdge',
  node: { __typename: 'User', id, name, admin },
})
const read = (data: object | undefined, code = '') => ({
  data,
  fault: code ? { code, rule: '', params: {}, fields: [], help: {}, message: '' } : undefined,
  refreshing: false,
  again: () => undefined,
})

describe('a record that is not there, or hidden', () => {
  test.each([
    ['was answered as nothing', read({ lead: null })],
    ['was refused as not found', read(undefined, 'NOT_FOUND')],
  ])('looks the same where it %s, and says who can open it', async (_, given) => {
    fakeServer({
      Administrators: () => ({
        users: { __typename: 'UserConnection', edges: [user('usr_1', '林青', true), user('usr_2', '李明', false)] },
      }),
    })
    await show(
      <Loaded read={given} pick={(d: { lead?: string | null }) => d.lead}>
        {() => 'shown'}
      </Loaded>,
    )
    await screen.findByRole('heading', { name: '找不到这条记录，或者它不归您看' })
    await screen.findByText('管理员（林青）可以调整您的角色。')
    expect(screen.queryByText('shown')).toBeNull()
  })
})
