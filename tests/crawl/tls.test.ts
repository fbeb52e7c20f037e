// Certificates are always verified. A chain that a host sends incomplete is completed for that host by its operator.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Certificate, makeCertificate } from './support/certificates.ts'
import { redirect, send, serve, serveTls } from './support/servers.ts'
import { inWords, testFetcher } from './support/test-fetcher.ts'

type Certificates = Record<
  'root' | 'intermediate' | 'whole' | 'expired' | 'selfSigned' | 'otherName' | 'stranger',
  Certificate
>
let made: Certificates

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-test-'))
  const root = await makeCertificate(folder, { name: 'Root', isAuthority: true })
  const intermediate = await makeCertificate(folder, {
    name: 'Intermediate',
    issuer: root,
    isAuthority: true,
  })
  made = {
    root,
    intermediate,
    whole: await makeCertificate(folder, { name: 'a.test', issuer: intermediate }),
    expired: await makeCertificate(folder, { name: 'a.test', issuer: intermediate, days: -1 }),
    selfSigned: await makeCertificate(folder, { name: 'a.test' }),
    otherName: await makeCertificate(folder, { name: 'khac.test', issuer: intermediate }),
    stranger: await makeCertificate(folder, { name: 'Stranger', isAuthority: true }),
  }
  return () => rm(folder, { recursive: true })
})

/** Fetches https://a.test from a server that sends these certificates of its own chain. */
async function fetchFrom(
  server: Certificate,
  sent: Certificate[],
  extraCas: Record<string, string> = {},
) {
  const { key } = server
  const cert = [server, ...sent].map((certificate) => certificate.cert).join('')
  const { port } = await serveTls({ key, cert }, send('xin chào'))
  const fetcher = await testFetcher({ extraCas, robots: false })
  return fetcher.get(`https://a.test:${port}/`)
}

const cas = (...names: Array<keyof Certificates>) => ({
  'a.test': names.map((name) => made[name].cert).join('\n'),
})

describe('refuses', () => {
  test('a chain without its intermediate, and says what to do', async () => {
    const outcome = await fetchFrom(made.whole, [])
    expect(inWords(outcome)).toBe('failed tls-incomplete-chain')
    expect(outcome).toMatchObject({
      message: expect.stringContaining('add it as extra certificate of a.test'),
    })
  })

  test('a root that nobody knows', async () => {
    const outcome = await fetchFrom(made.whole, [made.intermediate, made.root])
    expect(inWords(outcome)).toBe('failed tls-self-signed')
  })

  test('a certificate signed by itself', async () => {
    expect(inWords(await fetchFrom(made.selfSigned, []))).toBe('failed tls-self-signed')
  })

  test('an expired one, also where its chain is known', async () => {
    const outcome = await fetchFrom(made.expired, [made.intermediate], cas('root'))
    expect(inWords(outcome)).toBe('failed tls-expired')
    expect(outcome).toMatchObject({ message: expect.stringContaining('has expired') })
  })

  test('one made out to another name', async () => {
    const outcome = await fetchFrom(made.otherName, [made.intermediate], cas('root'))
    expect(inWords(outcome)).toBe('failed tls-wrong-name')
  })

  test('a chain that the extra certificate does not complete', async () => {
    expect(inWords(await fetchFrom(made.whole, [], cas('stranger')))).toBe(
      'failed tls-incomplete-chain',
    )
  })

  test('a chain that is only completed for another host', async () => {
    const outcome = await fetchFrom(made.whole, [], { 'b.test': made.intermediate.cert })
    expect(inWords(outcome)).toBe('failed tls-incomplete-chain')
  })

  test('all of these where the environment switches verification off', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    try {
      expect(inWords(await fetchFrom(made.selfSigned, []))).toBe('failed tls-self-signed')
      expect(inWords(await fetchFrom(made.whole, []))).toBe('failed tls-incomplete-chain')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  test('a server that speaks no TLS', async () => {
    const server = await serve(send('xin chào'))
    const outcome = await (await testFetcher()).get(`https://a.test:${server.port}/`)
    expect(inWords(outcome)).toBe('failed tls-other')
  })

  test.each([
    ['what is no PEM', { 'a.test': 'MIIB' }],
    [
      'a host with a port',
      { 'a.test:443': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' },
    ],
    [
      'a host in capitals',
      { 'A.test': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' },
    ],
  ])('%s as extra certificate', async (_what, extraCas) => {
    await expect(testFetcher({ extraCas })).rejects.toMatchObject({ name: 'UserError' })
  })
})

describe('takes', () => {
  test.each([
    ['a whole chain to an added root', ['whole', 'intermediate'], ['root']],
    [
      'a chain without its intermediate, with the intermediate and root added',
      ['whole'],
      ['intermediate', 'root'],
    ],
    [
      'a chain without its intermediate, with only the intermediate added',
      ['whole'],
      ['intermediate'],
    ],
    ['a certificate signed by itself, which was added', ['selfSigned'], ['selfSigned']],
  ] as Array<[string, Array<keyof Certificates>, Array<keyof Certificates>]>)(
    '%s, and says so',
    async (_what, [server, ...sent], added) => {
      const outcome = await fetchFrom(
        made[server as keyof Certificates],
        sent.map((name) => made[name]),
        cas(...added),
      )
      expect(outcome).toMatchObject({ kind: 'body', flags: ['extra-ca'] })
    },
  )

  test('a chain to a root that everybody knows, beside an extra certificate', async () => {
    const known = getCACertificates('default')
    setDefaultCACertificates([...known, made.root.cert])
    try {
      const outcome = await fetchFrom(made.whole, [made.intermediate], cas('stranger'))
      expect(outcome.kind).toBe('body')
    } finally {
      setDefaultCACertificates(known)
    }
  })

  test('a redirect from http to https, and says nothing', async () => {
    const secure = await serveTls(
      { key: made.whole.key, cert: made.whole.cert + made.intermediate.cert },
      send('xin chào'),
    )
    const plain = await serve(redirect(`https://a.test:${secure.port}/`))
    const fetcher = await testFetcher({ extraCas: cas('root'), robots: false })
    const outcome = await fetcher.get(`http://a.test:${plain.port}/`)
    expect(outcome).toMatchObject({ kind: 'body', flags: ['extra-ca'] })
  })

  test('a redirect from https to http, and says so', async () => {
    const plain = await serve(send('xin chào'))
    const secure = await serveTls(
      { key: made.whole.key, cert: made.whole.cert + made.intermediate.cert },
      redirect(`http://a.test:${plain.port}/`),
    )
    const fetcher = await testFetcher({ extraCas: cas('root'), robots: false })
    const outcome = await fetcher.get(`https://a.test:${secure.port}/`)
    expect(outcome).toMatchObject({ kind: 'body', flags: ['extra-ca', 'https-to-http'] })
  })
})
