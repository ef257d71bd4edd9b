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
    expect(asked.find((a) => a.operation === 'CreateToken')?.variables.input).toMatchObject({ name: 'ERP' })
    fireEvent.click(screen.getByRole('button', { name: '完成' }))
    await waitFor(() => expect(screen.queryByDisplayValue('ltc_abcdef')).toBeNull())
  })
})
