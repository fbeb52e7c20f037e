// Addresses as written, as DNS answers them, and as the connection stands; against a server on loopback that must not be asked.
import { describe, expect, test } from 'vitest'
import { createAddressGuard, type Resolve } from '../../src/crawl/address-guard.ts'
import { createAgent } from '../../src/crawl/connect.ts'
import { defaultLimits } from '../../src/crawl/fetch-limits.ts'
import { send, serve } from './support/servers.ts'
import { inWords, testFetcher } from './support/test-fetcher.ts'

const answers =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('as written', () => {
  test.each([
    ['loopback', 'http://127.0.0.1:PORT/', 'forbidden-address'],
    ['loopback over TLS', 'https://127.0.0.1:PORT/', 'forbidden-address'],
    ['decimal', 'http://2130706433:PORT/', 'forbidden-address'],
    ['octal', 'http://0177.0.0.1:PORT/', 'forbidden-address'],
    ['hexadecimal', 'http://0x7f000001:PORT/', 'forbidden-address'],
    ['short', 'http://127.1:PORT/', 'forbidden-address'],
    ['wide digits', 'http://１２７．０．０．１:PORT/', 'forbidden-address'],
    ['digits in circles', 'http://①②⑦.0.0.1:PORT/', 'forbidden-address'],
    ['percent-encoded', 'http://%31%32%37.0.0.1:PORT/', 'forbidden-address'],
    ['IPv6 loopback', 'http://[::1]:PORT/', 'forbidden-address'],
    ['IPv4-mapped', 'http://[::ffff:127.0.0.1]:PORT/', 'forbidden-address'],
    ['IPv4-compatible', 'http://[::127.0.0.1]:PORT/', 'forbidden-address'],
    ['6to4', 'http://[2002:7f00:1::]:PORT/', 'forbidden-address'],
    ['NAT64', 'http://[64:ff9b::127.0.0.1]:PORT/', 'forbidden-address'],
    ['Teredo', 'http://[2001:0:7f00:1::]:PORT/', 'forbidden-address'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/', 'forbidden-address'],
    ['localhost', 'http://localhost:PORT/', 'forbidden-address'],
    ['localhost in capitals', 'http://LOCALHOST:PORT/', 'forbidden-address'],
    ['localhost with a dot', 'http://localhost.:PORT/', 'forbidden-address'],
    ['a name under localhost', 'http://cms.localhost:PORT/', 'forbidden-address'],
    ['a name with a dot at its end', 'http://a.test.:PORT/', 'forbidden-address'],
    ['an address with a dot at its end', 'http://127.0.0.1.:PORT/', 'forbidden-address'],
    ['backslashes', 'http:\\\\127.0.0.1:PORT\\', 'forbidden-address'],
    ['a user name', 'http://quantri:matkhau@a.test:PORT/', 'credentials-in-address'],
    [
      'a user name that looks like a host',
      'http://so.vn@127.0.0.1:PORT/',
      'credentials-in-address',
    ],
    ['file', 'file:///etc/passwd', 'forbidden-scheme'],
    ['gopher', 'gopher://127.0.0.1:PORT/', 'forbidden-scheme'],
    ['ftp', 'ftp://127.0.0.1/', 'forbidden-scheme'],
    ['javascript', 'javascript:void(0)', 'forbidden-scheme'],
    ['data', 'data:text/html,xin chào', 'forbidden-scheme'],
    ['no address', 'van-ban.html', 'invalid-address'],
    ['nothing', '', 'invalid-address'],
    ['longer than any', `http://a.test:PORT/${'a'.repeat(9000)}`, 'invalid-address'],
  ])('refuses %s', async (_what, address, code) => {
    const server = await serve(send('bí mật'))
    const lookedUp: string[] = []
    const fetcher = await testFetcher({
      allowedHosts: [],
      resolve(host) {
        lookedUp.push(host)
        return answers('127.0.0.1')(host)
      },
    })
    const outcome = await fetcher.get(address.replace('PORT', String(server.port)))
    expect(inWords(outcome)).toBe(`refused ${code}`)
    expect(lookedUp).toEqual([])
    expect(server.connections()).toBe(0)
    expect(JSON.stringify(outcome)).not.toContain('matkhau')
  })

  test.each([
    ['a name', 'http://a.test:PORT/', ['a.test']],
    ['a name in capitals', 'http://A.TEST:PORT/', ['a.test']],
    ['a name allowed in capitals', 'http://a.test:PORT/', ['A.test']],
    ['an address', 'http://127.0.0.1:PORT/', ['127.0.0.1']],
    ['an address and port', 'http://127.0.0.1:PORT/', ['127.0.0.1:PORT']],
    ['localhost', 'http://localhost:PORT/', ['localhost']],
    ['a fragment, which is not sent', 'http://a.test:PORT/#muc-2', ['a.test']],
    ['an at-sign in the path', 'http://a.test:PORT/?from=@so', ['a.test']],
  ])('allows %s that the operator named', async (_what, address, hosts) => {
    const server = await serve(send('xin chào'))
    const withPort = (text: string) => text.replace('PORT', String(server.port))
    const fetcher = await testFetcher({
      allowedHosts: hosts.map(withPort),
      resolve: answers('127.0.0.1'),
      robots: false,
    })
    expect(inWords(await fetcher.get(withPort(address)))).toBe('body')
  })

  test.each([
    ['another host', 'http://127.0.0.1:PORT/', ['127.0.0.2', 'a.test']],
    ['another port', 'http://127.0.0.1:PORT/', ['127.0.0.1:1']],
    ['another name at the same address', 'http://b.test:PORT/', ['a.test', '127.0.0.1']],
    ['a name under an allowed one', 'http://x.a.test:PORT/', ['a.test']],
    ['an allowed address in hexadecimal', 'http://0x7f000001:PORT/', ['127.0.0.1']],
  ])('does not allow %s', async (_what, address, hosts) => {
    const server = await serve(send('bí mật'))
    const fetcher = await testFetcher({ allowedHosts: hosts, resolve: answers('127.0.0.1') })
    const outcome = await fetcher.get(address.replace('PORT', String(server.port)))
    expect(inWords(outcome)).toBe('refused forbidden-address')
    expect(server.connections()).toBe(0)
  })
})

// An address of the public net that belongs to nobody, and that nothing answers.
const nobodys = '2e00::1'

describe('as DNS answers', () => {
  test.each([
    ['loopback', ['127.0.0.1']],
    ['a private address', ['192.168.1.10']],
    ['metadata', ['169.254.169.254']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['a public and a private one', [nobodys, '127.0.0.1']],
    ['a private and a public one', ['127.0.0.1', nobodys]],
    ['many, one of them private', [nobodys, '2e00::2', '2e00::3', '10.0.0.1', '2e00::4']],
    ['what is no address', ['127.0.0.1.']],
  ])('refuses %s', async (_what, addresses) => {
    const server = await serve(send('bí mật'))
    const fetcher = await testFetcher({ allowedHosts: [], resolve: answers(...addresses) })
    const outcome = await fetcher.get(`http://so.test:${server.port}/`)
    expect(inWords(outcome)).toBe('refused forbidden-address')
    expect(server.connections()).toBe(0)
  })

  test('an answer that changes after it was checked leads nowhere: what is checked is what is connected to', async () => {
    const server = await serve(send('bí mật'))
    const given = [nobodys, '127.0.0.1', '127.0.0.1']
    let next = 0
    const fetcher = await testFetcher({
      allowedHosts: [],
      resolve: (host) => answers(given[next++] ?? '127.0.0.1')(host),
      limits: { connectMs: 300, headersMs: 300 },
      robots: false,
    })
    const address = `http://so.test:${server.port}/`
    expect(['later connection', 'later timeout']).toContain(inWords(await fetcher.get(address)))
    expect(next).toBe(1)
    expect(inWords(await fetcher.get(address))).toBe('refused forbidden-address')
    expect(server.connections()).toBe(0)
  })

  test('a public address is asked', async () => {
    const fetcher = await testFetcher({
      allowedHosts: [],
      resolve: answers(nobodys),
      limits: { connectMs: 300, headersMs: 300 },
      robots: false,
    })
    expect(['later connection', 'later timeout']).toContain(
      inWords(await fetcher.get('http://so.test/')),
    )
  })

  test.each([
    ['no such host', 'ENOTFOUND', 'failed no-such-host'],
    ['a resolver out of order', 'EAI_AGAIN', 'later dns'],
  ])('%s', async (_what, code, words) => {
    const fetcher = await testFetcher({
      resolve: async () => Promise.reject(Object.assign(new Error(code), { code })),
    })
    expect(inWords(await fetcher.get('http://a.test/'))).toBe(words)
  })

  test('no address at all is no such host', async () => {
    const fetcher = await testFetcher({ resolve: async () => [] })
    expect(inWords(await fetcher.get('http://a.test/'))).toBe('failed no-such-host')
  })
})

describe('as the connection stands', () => {
  const request = (agent: ReturnType<typeof createAgent>, origin: string) =>
    agent.request({ origin, path: '/', method: 'GET' })

  test('an address that was never looked up is refused once it is connected to', async () => {
    const server = await serve(send('bí mật'))
    const agent = createAgent(createAddressGuard([]), {}, defaultLimits)
    await expect(request(agent, server.origin)).rejects.toMatchObject({
      fault: { kind: 'refused', code: 'forbidden-address' },
    })
    expect(server.asked).toEqual([])
    await agent.destroy()
  })

  test('an allowed one is not', async () => {
    const server = await serve(send('xin chào'))
    const agent = createAgent(createAddressGuard(['127.0.0.1']), {}, defaultLimits)
    const answer = await request(agent, server.origin)
    expect(await answer.body.text()).toBe('xin chào')
    await agent.destroy()
  })
})
