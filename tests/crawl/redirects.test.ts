// Redirects are followed by hand, and every hop is checked as the first address was.
import { describe, expect, test } from 'vitest'
import { paths, redirect, send, serve } from './support/servers.ts'
import { bytesOf, inWords, testFetcher } from './support/test-fetcher.ts'

describe('refuses', () => {
  test.each([
    ['a private address', 'http://10.0.0.1/', 'forbidden-address'],
    ['metadata', 'http://169.254.169.254/latest/', 'forbidden-address'],
    ['loopback in another notation', 'http://0x7f.1/', 'forbidden-address'],
    ['loopback without a scheme', '//[::1]/', 'forbidden-address'],
    ['a name at a private address', 'http://noi-bo.test/', 'forbidden-address'],
    ['another port of an allowed host', 'http://127.0.0.1:1/', 'forbidden-address'],
    ['a file', 'file:///etc/passwd', 'forbidden-scheme'],
    ['gopher', 'gopher://127.0.0.1/', 'forbidden-scheme'],
    ['a user name', 'http://quantri:matkhau@127.0.0.1/', 'credentials-in-address'],
    ['what is no address', 'http://[/', 'invalid-address'],
  ])('%s', async (_what, target, code) => {
    const server = await serve(paths({ '/': redirect('/hai'), '/hai': redirect(target) }))
    const fetcher = await testFetcher({ allowedHosts: [`127.0.0.1:${server.port}`] })
    const outcome = await fetcher.get(`${server.origin}/`)
    expect(inWords(outcome)).toBe(`refused ${code}`)
    expect(outcome.redirects).toHaveLength(2)
    expect(outcome.redirects[0]).toEqual({ url: `${server.origin}/`, status: 302 })
  })

  test('a circle, and names it', async () => {
    const server = await serve(
      paths({ '/': redirect('/a'), '/a': redirect('/b'), '/b': redirect('/a') }),
    )
    const outcome = await (await testFetcher()).get(`${server.origin}/`)
    expect(outcome).toMatchObject({
      kind: 'refused',
      code: 'redirect-loop',
      message: `The redirects go in a circle: ${['/a', '/b', '/a'].map((path) => server.origin + path).join(' → ')}`,
    })
    expect(server.asked).toEqual(['/robots.txt', '/', '/a', '/b'])
  })

  test('a page that redirects to itself', async () => {
    const server = await serve(paths({ '/': redirect('/#trang') }))
    expect(inWords(await (await testFetcher()).get(`${server.origin}/`))).toBe(
      'refused redirect-loop',
    )
  })

  test('eleven redirects', async () => {
    const server = await serve((request, response) =>
      redirect(`/${Number(request.url?.slice(1)) + 1}`)(request, response),
    )
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/1`)
    expect(inWords(outcome)).toBe('refused too-many-redirects')
    expect(server.asked).toHaveLength(11)
  })

  test('a redirect to nowhere', async () => {
    const server = await serve(paths({ '/': send('', { status: 302 }) }))
    expect(inWords(await (await testFetcher()).get(`${server.origin}/`))).toBe('failed bad-answer')
  })

  test('a page that the robots.txt of its own site disallows', async () => {
    const server = await serve(
      paths({
        '/': redirect('/kin/1.html'),
        '/robots.txt': send('User-agent: *\nDisallow: /kin/'),
        '/kin/1.html': send('kín'),
      }),
    )
    expect(inWords(await (await testFetcher()).get(`${server.origin}/`))).toBe(
      'refused robots-disallowed',
    )
    expect(server.asked).toEqual(['/robots.txt', '/'])
  })
})

describe('follows', () => {
  test.each([301, 302, 303, 307, 308])('%i', async (status) => {
    const server = await serve(
      paths({ '/': redirect('tin/1.html', status), '/tin/1.html': send('một') }),
    )
    const outcome = await (await testFetcher()).get(`${server.origin}/`)
    expect(outcome).toMatchObject({
      kind: 'body',
      url: `${server.origin}/tin/1.html`,
      redirects: [{ url: `${server.origin}/`, status }],
      flags: [],
    })
  })

  test('ten redirects', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step < 11) redirect(`/${step + 1}`)(request, response)
      else send('đến nơi')(request, response)
    })
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/1`)
    expect(outcome).toMatchObject({ kind: 'body', url: `${server.origin}/11` })
    expect(outcome.redirects).toHaveLength(10)
  })

  test('a Vietnamese path that is sent as bare UTF-8', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/')
        redirect(Buffer.from('/tin-tức', 'utf8').toString('latin1'))(request, response)
      else send('tin')(request, response)
    })
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
    expect(outcome).toMatchObject({ kind: 'body', url: `${server.origin}/tin-t%E1%BB%A9c` })
  })

  test('a page that sets a cookie and asks itself again', async () => {
    const server = await serve((request, response) => {
      if (request.headers.cookie?.includes('vao=1')) send('đã vào')(request, response)
      else redirect('/', 302, { 'set-cookie': 'vao=1; Path=/; HttpOnly' })(request, response)
    })
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
    expect((await bytesOf(outcome)).toString()).toBe('đã vào')
  })
})

test('cookies go back to the origin that set them and to no other, and not into the evidence', async () => {
  const seen: string[] = []
  const note = (name: string, cookie: string | undefined) => seen.push(`${name}: ${cookie ?? '-'}`)
  const other = await serve((request, response) => {
    note('b', request.headers.cookie)
    redirect(`http://a.test:${first.port}/cuoi`)(request, response)
  })
  const first = await serve((request, response) => {
    note('a', request.headers.cookie)
    if (request.url === '/cuoi')
      send('xong', { headers: { 'set-cookie': 'x=bimat' } })(request, response)
    else
      redirect(`http://b.test:${other.port}/`, 302, { 'set-cookie': 'phien=bimat; Domain=test' })(
        request,
        response,
      )
  })
  const fetcher = await testFetcher({ robots: false })
  const outcome = await fetcher.get(`http://a.test:${first.port}/`)
  expect(outcome.kind).toBe('body')
  expect(seen).toEqual(['a: -', 'b: -', 'a: phien=bimat'])
  expect(JSON.stringify(outcome)).not.toContain('bimat')
  await fetcher.get(`http://a.test:${first.port}/cuoi`)
  expect(seen.at(-1)).toBe('a: -')
})
