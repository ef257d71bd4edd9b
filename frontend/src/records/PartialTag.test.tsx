import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { PartialTag } from './PartialTag.tsx'

describe('a sum', () => {
  test('says that it leaves out what its reader may not see', () => {
    render(<PartialTag of={{ partial: true }} />)
    expect(screen.getByText('部分数据').title).toBe('只汇总您有权查看的记录')
  })
  test('says nothing where it is whole', () => {
    const { container } = render(<PartialTag of={{ partial: false }} />)
    expect(container.textContent).toBe('')
  })
})
