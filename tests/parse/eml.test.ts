// E-mail messages and saved web pages.
import { describe, expect, test } from 'vitest'
import { eml } from '../../src/parse/eml.ts'
import { mhtml } from '../../src/parse/mhtml.ts'
import { defaultLimits, type ParseInput } from '../../src/parse/parser.ts'
import { blockLines } from '../support/parse-blocks.ts'

const lines = (...text: string[]) => Buffer.from(text.join('\r\n'))
const head = [
  `Subject: =?UTF-8?B?${Buffer.from('Mời họp').toString('base64')}?=`,
  `From: =?UTF-8?Q?S=E1=BB=9F_N=E1=BB=99i_v=E1=BB=A5?= <so@x.vn>`,
  'To: phong@x.vn',
  'Date: Tue, 21 Mar 2023 08:00:00 +0700',
  'MIME-Version: 1.0',
]
const headLines = [
  'heading 1: Mời họp',
  'page-header: From: Sở Nội vụ <so@x.vn>',
  'page-header: To: phong@x.vn',
  'page-header: Date: Tue, 21 Mar 2023 08:00:00 +0700',
]
const alternative = [
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Kính mời họp.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Kính mời <b>họp</b>.</p>',
  '--b--',
]
const attached = [
  'Content-Type: multipart/mixed; boundary="m"',
  '',
  '--m',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body><p>Gửi các đồng chí tài liệu họp.</p></body></html>',
  '--m',
  'Content-Type: application/pdf; name="ke-hoach.pdf"',
  'Content-Disposition: attachment; filename="ke-hoach.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--m--',
]

describe('eml reads', () => {
  test.each<[string, string[], string[]]>([
    [
      'text in quoted-printable of Windows-1258',
      [
        'Content-Type: text/plain; charset=windows-1258',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Vi=EA=F2t Nam',
      ],
      ['paragraph: Việt Nam'],
    ],
    ['the plain one of two bodies', alternative, ['paragraph: Kính mời họp.']],
    [
      'a page where there is no plain text, and names of what is attached',
      attached,
      ['paragraph: Gửi các đồng chí tài liệu họp.', 'chrome: Tệp đính kèm: ke-hoach.pdf'],
    ],
  ])('%s', async (_, body, expected) => {
    const found = await blockLines(eml, lines(...head, ...body))
    expect(found.map((line) => line.normalize('NFC'))).toEqual([...headLines, ...expected])
  })

  test('subject, sender and date as metadata', async () => {
    const input = { name: 'x.eml', limits: defaultLimits, progress: () => undefined }
    const parsed = await eml.parse({ ...input, bytes: lines(...head, ...attached) })
    expect(parsed.metadata).toMatchObject({
      title: 'Mời họp',
      author: 'Sở Nội vụ',
      publishedAt: '2023-03-21T08:00:00+07:00',
    })
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['attachments-not-read'])
  })

  test('hands on what is attached, forwarded messages too, but no picture of the text', async () => {
    const part = (headers: string[], body: string) => ['--m', ...headers, '', body]
    const bytes = lines(
      ...head,
      'Content-Type: multipart/mixed; boundary="m"',
      '',
      ...part(['Content-Type: text/plain; charset=utf-8'], 'Gửi tài liệu.'),
      ...part(
        [
          'Content-Type: application/octet-stream',
          `Content-Disposition: attachment; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch.txt`,
          'Content-Transfer-Encoding: base64',
        ],
        Buffer.from('Kế hoạch').toString('base64'),
      ),
      ...part(['Content-Type: image/png', 'Content-Disposition: inline; filename="logo.png"'], 'x'),
      ...part(['Content-Type: message/rfc822'], 'Subject: Trong\r\n\r\nThư trong thư.'),
      '--m--',
    )
    const taken: string[] = []
    const parsed = await eml.parse({
      bytes,
      name: 'x.eml',
      limits: defaultLimits,
      progress: () => undefined,
      handOn: async (member) => {
        const content = Buffer.from(member.bytes as Uint8Array).toString('utf8')
        taken.push(`${member.name}: ${content.replace(/\s+/g, ' ').trim()}`)
      },
    })
    expect(taken).toEqual([
      'kế hoạch.txt: Kế hoạch',
      'tep-dinh-kem-2.eml: Subject: Trong Thư trong thư.',
    ])
    expect(parsed.warnings).toEqual([])
  })

  const related = [
    'Content-Type: multipart/related; boundary="m"',
    '',
    '--m',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Gửi tài liệu. <img src="cid:1"></p>',
  ]
  const withId = (type: string, disposition: string) => [
    '--m',
    `Content-Type: ${type}`,
    'Content-ID: <1>',
    `Content-Disposition: ${disposition}; filename="tep"`,
    '',
    'x',
  ]
  const deepPage = ['--m', 'Content-Type: text/html', '', '<div>'.repeat(600)]
  test.each<[string, string[], Partial<ParseInput>, string[], string[]]>([
    [
      'a document beside the picture of the text',
      [...related, ...withId('application/msword', 'attachment')],
      {},
      ['tep'],
      [],
    ],
    ['no picture of the text', [...related, ...withId('image/png', 'attachment')], {}, [], []],
    [
      'what is attached to a page that cannot be read',
      [...attached.slice(0, 2), ...deepPage, ...attached.slice(6)],
      {},
      ['ke-hoach.pdf'],
      ['too-complex'],
    ],
    [
      'what came in some messages in messages',
      attached,
      { within: Array.from({ length: 9 }, () => 'message/rfc822') },
      ['ke-hoach.pdf'],
      [],
    ],
  ])('hands on %s', async (_, body, input, names, codes) => {
    const taken: string[] = []
    const parsed = await eml.parse({
      bytes: lines(...head, ...body, '--m--'),
      name: 'x.eml',
      limits: defaultLimits,
      progress: () => undefined,
      handOn: async ({ name }) => void taken.push(name),
      ...input,
    })
    expect(taken).toEqual(names)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(codes)
    expect(parsed.partial).toBe(codes.length > 0)
  })

  test('refuses a message in ten others', async () => {
    const within = Array.from({ length: 10 }, () => 'message/rfc822')
    const input = { name: 'x.eml', limits: defaultLimits, progress: () => undefined, within }
    await expect(eml.parse({ ...input, bytes: lines(...head, ...attached) })).rejects.toMatchObject(
      { code: 'too-complex', message: expect.stringContaining('x.eml') },
    )
  })

  test.each<[string, string[], string]>([
    [
      'a page that cannot be read, and nothing else',
      [...head, ...deepPage.slice(1)],
      'too-complex',
    ],
    ['a message without text', [...head, 'Content-Type: text/plain', '', ''], 'no-text'],
    [
      'parts in parts without end',
      [
        ...head,
        ...Array.from(
          { length: 200 },
          (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}`,
        ),
      ],
      'corrupt',
    ],
  ])('refuses %s', async (_, text, code) => {
    await expect(blockLines(eml, lines(...text))).rejects.toMatchObject({ code })
  })
})

describe('mhtml', () => {
  const page = (html: string) =>
    lines(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://x.vn/bai',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="r"',
      '',
      '--r',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://x.vn/bai',
      '',
      html,
      '--r',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://x.vn/a.png',
      '',
      'iVBORw0KGgo=',
      '--r--',
    )

  test('reads the page and where it was saved from', async () => {
    const input = { name: 'x.mhtml', limits: defaultLimits, progress: () => undefined }
    const parsed = await mhtml.parse({
      ...input,
      bytes: page(
        '<html><head><meta charset=3D"utf-8"><title>H=E1=BB=99i</title></head><body><p>H=E1=BB=99i ngh=E1=BB=8B s=C6=A1 k=E1=BA=BFt n=C4=83m h=E1=BB=8Dc.</p></body></html>',
      ),
    })
    expect(parsed.text).toContain('Hội nghị sơ kết năm học.')
    expect(parsed.metadata.canonicalUrl).toBe('https://x.vn/bai')
    expect(parsed.mediaType).toBe('multipart/related')
  })

  test('refuses a page without text', async () => {
    await expect(blockLines(mhtml, page('<html></html>'))).rejects.toMatchObject({
      code: 'no-text',
    })
  })
})
