// The crawler says who it is and whom to ask.
import { describe, expect, test } from 'vitest'
import { productToken, userAgentOf } from '../../src/crawl/user-agent.ts'
import { send, serve } from './support/servers.ts'
import { testFetcher } from './support/test-fetcher.ts'

describe('the User-Agent', () => {
  test.each([
    ['https://so.vn/vanthu', 'vanthu/0.1.0 (+https://so.vn/vanthu)'],
    ['vanthu@so.vn', 'vanthu/0.1.0 (+vanthu@so.vn)'],
  ])('names %s', async (contact, expected) => {
    expect(userAgentOf('0.1.0', contact)).toBe(expected)
    expect(productToken(expected)).toBe('vanthu')
    let seen: string | undefined
    const server = await serve((request, response) => {
      seen = request.headers['user-agent']
      send('tin')(request, response)
    })
    await (await testFetcher({ userAgent: userAgentOf('0.1.0', contact) })).get(`${server.origin}/`)
    expect(seen).toBe(expected)
  })

  test.each([[''], ['ai đó'], ['https://so.vn/)\r\nX: y'], ['không@'], ['so.vn']])(
    'refuses "%s" as contact',
    (contact) => {
      expect(() => userAgentOf('0.1.0', contact)).toThrow('contact')
    },
  )
})
