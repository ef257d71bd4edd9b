import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { fakeServer } from '~/testing/fake-server.ts'
import { show } from '~/testing/render.tsx'
import { Tokens } from './Tokens.tsx'

describe('tokens', () => {
  test('a secret is shown once, to be copied, and then no more', async () => {
    const asked = fakeServer({
      Tokens: () => ({ tokens: [] }),
      CreateToken: () => ({
        createToken: {
          __typename: 'NewToken',
          token: { __typename: 'Token', id: 'tok_1', name: 'ERP' },
          secret: 'ltc_abcdef',
        },
      }),
    })
    await show(<Tokens />)
    fireEvent.click(await screen.findByRole('button', { name: '新建令牌' }))
    fireEvent.input(screen.getByLabelText(/用途/), { target: { value: 'ERP' } })
    fireEvent.submit(screen.getByLabelText(/用途/).closest('form') as HTMLFormElement)
    const shown = (await screen.findByLabelText('令牌', { selector: 'input' })) as HTMLInputElement
    expect(shown.value).toBe('ltc_abcdef')
    expect(asked.find((a) => a.operation === 'CreateToken')?.variables.input).toMatchObject({
      name: 'ERP',
      scopes: ['READ'],
    })
    fireEvent.click(screen.getByRole('button', { name: '完成' }))
    await waitFor(() => expect(screen.queryByDisplayValue('ltc_abcdef')).toBeNull())
  })

  test('what is chosen becomes its scopes', async () => {
    const asked = fakeServer({ Tokens: () => ({ tokens: [] }), CreateToken: () => ({ createToken: null }) })
    await show(<Tokens />)
    fireEvent.click(await screen.findByRole('button', { name: '新建令牌' }))
    fireEvent.input(screen.getByLabelText(/用途/), { target: { value: 'ERP' } })
    for (const choice of ['可以更改数据', '财务的单据', '交付的单据', /管理用户/])
      fireEvent.click(screen.getByLabelText(choice))
    fireEvent.submit(screen.getByLabelText(/用途/).closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked.find((a) => a.operation === 'CreateToken')).toBeDefined())
    const made = asked.find((a) => a.operation === 'CreateToken')?.variables.input as { scopes: string[] }
    expect(made.scopes).toEqual(['WRITE_DELIVERY', 'WRITE_FINANCE', 'ADMINISTER'])
  })

  test('an end that is near is told, and a last use with its place; a token of old may all', async () => {
    const day = 24 * 3600 * 1000
    const token = {
      __typename: 'Token',
      hint: 'wxyz',
      createdAt: '2026-01-01T00:00:00Z',
      lastUsedAt: null,
      lastUsedFrom: '',
    }
    const until = (days: number) => new Date(Date.now() + days * day).toISOString()
    const used = { lastUsedAt: new Date(Date.now() - 3600_000).toISOString(), lastUsedFrom: '203.0.113.7' }
    fakeServer({
      Tokens: () => ({
        tokens: [
          { ...token, ...used, id: 'tok_1', name: 'ERP', scopes: ['READ_FINANCE'], expiresAt: until(10) },
          { ...token, id: 'tok_2', name: 'BI', scopes: ['READ'], expiresAt: until(40) },
          { ...token, id: 'tok_3', name: 'old', scopes: [], expiresAt: null },
        ],
      }),
    })
    await show(<Tokens />)
    expect(await screen.findByText('财务只读')).toBeDefined()
    expect(screen.getByText(/到期$/).closest('.tag')?.getAttribute('data-tone')).toBe('warn')
    expect(screen.getByText(/最近使用 1 小时前，来自 203.0.113.7/)).toBeDefined()
    expect(screen.getByText('全部权限')).toBeDefined()
    expect(screen.getAllByText(/还没用过/)).toHaveLength(2)
  })

  test('nothing is revoked before it was asked twice', async () => {
    const token = {
      __typename: 'Token',
      id: 'tok_1',
      name: 'ERP',
      hint: 'wxyz',
      scopes: ['READ'],
      createdAt: '2026-01-01T00:00:00Z',
    }
    const asked = fakeServer({
      Tokens: () => ({ tokens: [{ ...token, expiresAt: null, lastUsedAt: null, lastUsedFrom: '' }] }),
      RevokeToken: () => ({ revokeToken: [] }),
    })
    await show(<Tokens />)
    fireEvent.click(await screen.findByRole('button', { name: '吊销' }))
    expect(asked.some((a) => a.operation === 'RevokeToken')).toBe(false)
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)
    await waitFor(() => expect(asked.some((a) => a.operation === 'RevokeToken')).toBe(true))
  })
})
