import { describe, expect, test } from 'vitest'
import { browserOf } from './browserOf.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36'

describe('a browser in two words', () => {
  test.each([
    [chrome, 'Chrome · Windows'],
    [`${chrome} Edg/131.0`, 'Edge · Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605 Version/17 Safari/605', 'Safari · macOS'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 MicroMessenger/8.0', 'WeChat · iOS'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', '未知设备'],
  ])('%s', (agent, want) => expect(browserOf(agent)).toBe(want))
})
