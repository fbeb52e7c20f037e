// Requests that bring a body in which one thing is hostile, for every address that takes one.
import { exampleFor } from './example-for.ts'
import type { FilledSite } from './filled-site.ts'
import { hostileJson, hostileTexts } from './hostile-values.ts'

export type HostileRequest = { address: string; init: RequestInit; isPage: boolean }

const json = (address: string, method: string, body: string): HostileRequest => ({
  address,
  init: { method, body, headers: { 'content-type': 'application/json' } },
  isPage: false,
})

/** What is no JSON, or none of the size or kind that anybody sends. */
const broken = [
  '',
  '{',
  '{"a":',
  'NaN',
  '\u0000',
  '\uFEFF{}',
  "{'a':1}",
  `"${'a'.repeat(1024 ** 2)}"`,
]

/** All of them. */
export async function bodiesOf(site: FilledSite): Promise<HostileRequest[]> {
  const { id, sourceId } = site
  const corrections = `/api/documents/${id}/corrections`
  const source = exampleFor.source(site)
  const offer = await site.app.probeSource(source)
  const bases: Array<[address: string, method: string, base: Record<string, unknown>]> = [
    [
      corrections,
      'POST',
      {
        item: 'date',
        action: 'reject',
        target: { start: 1, end: 2, text: 'x', occurrence: 1, value: '2023' },
        who: 'Lan',
      },
    ],
    [
      corrections,
      'POST',
      {
        item: 'field',
        action: 'correct',
        target: 'signers',
        value: [{ name: 'Lan', title: null, capacity: null }],
        who: 'Lan',
      },
    ],
    [
      corrections,
      'POST',
      {
        item: 'official',
        action: 'add',
        target: { text: 'Bộ' },
        value: { name: 'Lò Văn Thử', positions: [] },
        who: 'Lan',
      },
    ],
    [`/api/sources/${sourceId}`, 'PATCH', { ...source, url: undefined }],
    ['/api/sources', 'POST', { ...source, url: `${site.site.origin}/tin/`, offer }],
    [
      '/api/saved',
      'POST',
      {
        name: 'Trường',
        query: 'q=truong&year=2023',
        who: 'Lan',
        webhook: { url: 'https://a.example/' },
      },
    ],
  ]
  const requests: HostileRequest[] = []
  for (const [address, method, base] of bases) {
    for (const text of broken) requests.push(json(address, method, text))
    for (const [, text] of hostileJson) {
      requests.push(json(address, method, text))
      for (const changed of replaced(base, text)) requests.push(json(address, method, changed))
    }
  }
  return [...requests, ...looks(), ...tables(), ...uploads(), ...forms(site)]
}

/** The object as JSON, with one field after the other replaced, also in the objects in it. */
function replaced(base: Record<string, unknown>, text: string): string[] {
  const mark = '\u0001here\u0001'
  return Object.entries(base).flatMap(([name, value]) => {
    const inside =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((key) => ({ ...base, [name]: { ...value, [key]: mark } }))
        : []
    return [{ ...base, [name]: mark }, ...inside].map((one) =>
      JSON.stringify(one).replace(JSON.stringify(mark), () => text),
    )
  })
}

/** Looks at sites that are none, or not to be looked at. */
const looks = (): HostileRequest[] =>
  [
    ...hostileJson.map(([, text]) => `{"url":${text}}`),
    ...broken,
    '{"url":"http://127.0.0.1:1/"}',
    '{"url":"http://[::1]/"}',
    '{"url":"http://0x7f.1/"}',
    '{"url":"ftp://a.example/"}',
  ].map((body) => json('/api/sources/probe', 'POST', body))

const tables = (): HostileRequest[] =>
  ['', 'url\n', 'url\tname\nx\ty', '\t\t\t\n'.repeat(500), ...Object.values(hostileTexts)].map(
    (body) => ({
      address: '/api/sources/import',
      init: { method: 'POST', body, headers: { 'content-type': 'text/tab-separated-values' } },
      isPage: false,
    }),
  )

/** Names and kinds of files that are taken as they are; and forms that are none. */
function uploads(): HostileRequest[] {
  const head = (name: string) =>
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nnội dung\r\n`
  const damaged = [
    '',
    '--b',
    '--b--',
    '--b\r\n\r\n\r\n--b--',
    head('a.txt'),
    `${head('a\u0000.txt')}--b--`,
    `${head('a.txt').repeat(400)}--b--`,
  ]
  return ['/api/documents', '/upload'].flatMap((address) => [
    ...Object.values(hostileTexts).map((name) => {
      const body = new FormData()
      body.append(name, new File([`nội dung ${name.length}`], name))
      return { address, init: { method: 'POST', body }, isPage: address === '/upload' }
    }),
    ...damaged.map((body) => ({
      address,
      init: {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
      isPage: address === '/upload',
    })),
  ])
}

/** Forms of the pages, and what programs say in the address. */
function forms({ id, person, sourceId }: FilledSite): HostileRequest[] {
  const form = (address: string, fields: Record<string, string>): HostileRequest => ({
    address,
    init: { method: 'POST', body: new URLSearchParams(fields) },
    isPage: true,
  })
  return Object.values(hostileTexts).flatMap((text) => {
    const raw = encodeURIComponent(text)
    const post = (address: string, method = 'POST') => ({
      address,
      init: { method },
      isPage: false,
    })
    return [
      post(`/api/retry?code=${raw}`),
      post(`/api/reprocess?which=${raw}`),
      post(`/api/documents/${raw}/retry`),
      post(`/api/documents/${raw}`, 'DELETE'),
      post(`/api/documents/${'0'.repeat(64)}?withMembers=${raw}`, 'DELETE'),
      post(`/api/documents/${id}/corrections/${raw}?who=Lan`, 'DELETE'),
      post(`/api/documents/${id}/corrections/999?who=${raw}`, 'DELETE'),
      post(`/api/sources/${raw}/run`),
      form(`/people/${encodeURIComponent(person)}/same`, { one: text, other: text, who: text }),
      form(`/people/${encodeURIComponent(person)}/alone`, { one: text, who: 'Lan' }),
      form(`/people/${raw}/undo`, { one: text, other: text, action: text }),
      form(`/d/${id}/corrections`, { item: text, action: text, who: 'Lan', value: text }),
      form(`/d/${id}/corrections`, {
        item: 'field',
        field: 'title',
        action: 'correct',
        value: text,
        who: 'Lan',
      }),
      form(`/d/${id}/corrections/${raw}/withdraw`, { who: text }),
      form(`/sources/${sourceId}`, { name: text, every: text, delaySeconds: text, include: text }),
      form('/saved', { name: text, query: 'q=truong', who: text }),
      form('/saved', { name: 'Trường', query: text, who: 'Lan', webhook: text }),
      form(`/saved/${raw}/remove`, {}),
      form('/status/retry', { code: text }),
      form('/status/reprocess', { which: text }),
    ]
  })
}
