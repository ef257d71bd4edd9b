import { describe, expect, test, vi } from 'vitest'
import { SearchDocument } from '~/search/found.ts'
import { recent, remember } from '~/search/recent.ts'
import { fakeServer } from '~/testing/fake-server.ts'
import { client } from './client.ts'
import { seenAs } from './seeAs.ts'

const refuse = () => {
  throw { code: 'UNAUTHENTICATED' }
}

describe('a session that is over', () => {
  test('leaves nothing of it in the tab, and leads to the sign-in and back', async () => {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => {})
    remember('蓝海')
    sessionStorage.setItem('ltc.seeAs', 'usr_2')
    fakeServer({ Search: refuse })
    await client.query(SearchDocument, { text: '蓝海' }).toPromise()
    expect(assign).toHaveBeenCalledWith('/login?next=%2F')
    expect(recent()).toEqual([])
    expect(seenAs()).toBeUndefined()
  })
})
