import { describe, expect, it } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import { detectMediaType } from '../../src/parse/detect.ts'
import { mhtml } from '../../src/parse/mhtml.ts'
import { defaultLimits } from '../../src/parse/parser.ts'

const read = (bytes: Uint8Array) =>
  mhtml.parse({ bytes, name: 'trang.mht', limits: defaultLimits, progress() {} })
const failureOf = (bytes: Uint8Array): Promise<BadDocumentError> =>
  read(bytes).then(
    () => Promise.reject(new Error('was read')),
    (error: BadDocumentError) => error,
  )

const sentence =
  'Toàn ngành tiếp tục thực hiện nhiệm vụ, nâng cao chất lượng dạy và học ở các trường phổ thông trên địa bàn tỉnh.'
const title = 'Hội nghị sơ kết học kỳ I'
const page = (inner = '', head = `<title>${title}</title>`) =>
  `<html><head>${head}</head><body><h1>${title}</h1><p>${sentence}</p><p>Hết.</p>${inner}</body></html>`
const text = `${title}\n${sentence}\nHết.`

/** Quoted-printable, lines of at most 76 characters. */
function quoted(bytes: Uint8Array): string {
  const lines: string[] = ['']
  for (const byte of bytes) {
    if (byte === 10) {
      lines.push('')
      continue
    }
    const plain = byte >= 32 && byte <= 126 && byte !== 61
    const char = plain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if ((lines.at(-1)?.length ?? 0) + char.length > 75)
      lines[lines.length - 1] += '=\r\n'.slice(0, 1)
    if ((lines.at(-1)?.length ?? 0) + char.length > 75) lines.push('')
    lines[lines.length - 1] += char
  }
  return lines.join('\r\n')
}

type MadePart = { headers: string[]; body: string }
const htmlPart = (source: string | Uint8Array, ...more: string[]): MadePart => ({
  headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', ...more],
  body: quoted(typeof source === 'string' ? Buffer.from(source) : source),
})
const stylePart: MadePart = {
  headers: ['Content-Type: text/css', 'Content-Location: cid:css-1@mhtml.blink'],
  body: '@charset "utf-8";\r\np { color: red }',
}
const picture: MadePart = {
  headers: [
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://so.edu.vn/a.png',
  ],
  body: Buffer.from('không phải ảnh').toString('base64'),
}

function made(parts: readonly MadePart[], headers: readonly string[] = []): Buffer {
  const mark = '----MultipartBoundary--x1----'
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      ...headers,
      'MIME-Version: 1.0',
      `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${mark}"`,
      '',
      '',
      ...parts.flatMap(({ headers: own, body }) => [`--${mark}`, ...own, '', body]),
      `--${mark}--`,
      '',
    ].join('\r\n'),
    'latin1',
  )
}

/** Windows-1258: the letters of "Sở Giáo dục" as that page writes them, tones as marks of their own. */
const in1258 = (source: string): Uint8Array => {
  const marks: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  }
  const letters: Record<string, number> = {
    ă: 0xe3,
    â: 0xe2,
    đ: 0xf0,
    ê: 0xea,
    ô: 0xf4,
    ơ: 0xf5,
    ư: 0xfd,
    Đ: 0xd0,
    Ư: 0xdd,
    Ơ: 0xd5,
  }
  const bytes: number[] = []
  for (const char of source.normalize('NFC')) {
    const decomposed = char.normalize('NFD')
    const tone = [...decomposed].find((c) => marks[c])
    const base = tone ? decomposed.replace(tone, '').normalize('NFC') : char
    bytes.push(letters[base] ?? base.charCodeAt(0))
    if (tone) bytes.push(marks[tone] ?? 0)
  }
  return Uint8Array.from(bytes)
}

describe('mhtml reads', () => {
  it.each([
    [
      'what Chrome saves',
      made(
        [htmlPart(page(), 'Content-Location: https://so.edu.vn/hoi-nghi.html'), stylePart, picture],
        ['Snapshot-Content-Location: https://so.edu.vn/hoi-nghi.html'],
      ),
    ],
    [
      'the page and not the frames in it',
      made(
        [
          htmlPart(
            `<html><body><p>Quảng cáo ở khung bên cạnh: ${sentence}</p></body></html>`,
            'Content-ID: <frame-2@mhtml.blink>',
            'Content-Location: https://qc.vn/',
          ),
          htmlPart(
            page('<iframe src="cid:frame-2@mhtml.blink"></iframe>'),
            'Content-Location: https://so.edu.vn/hoi-nghi.html',
          ),
        ],
        ['Snapshot-Content-Location: https://so.edu.vn/hoi-nghi.html'],
      ),
    ],
    [
      'the page named as the first, wherever it stands',
      Buffer.from(
        made([
          htmlPart('<p>khung</p>', 'Content-ID: <khung>'),
          htmlPart(page(), 'Content-ID: <chinh>'),
        ])
          .toString('latin1')
          .replace('type="text/html"', 'start="<chinh>"'),
        'latin1',
      ),
    ],
    [
      'the largest frame of a page that is only frames',
      made([
        htmlPart(
          '<html><head><title>Khung</title></head><frameset cols="20%,80%"><frame src="cid:menu"><frame src="cid:main"></frameset></html>',
        ),
        htmlPart('<html><body><a href="/">Trang chủ</a></body></html>', 'Content-ID: <menu>'),
        htmlPart(page(), 'Content-ID: <main>'),
      ]),
    ],
    [
      'parts within parts, base64',
      made([
        {
          headers: ['Content-Type: multipart/alternative; boundary="trong"'],
          body: `--trong\r\nContent-Type: text/plain\r\n\r\nbản chữ\r\n--trong\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page()).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--trong--`,
        },
      ]),
    ],
    [
      'windows-1258 by the header of the part, as Internet Explorer saves it',
      made([
        {
          headers: [
            'Content-Type: text/html;',
            '\tcharset="windows-1258"',
            'Content-Transfer-Encoding: quoted-printable',
          ],
          body: quoted(in1258(page())),
        },
      ]),
    ],
    [
      'windows-1258 by the page itself',
      made([
        htmlPart(
          in1258(
            page(
              '',
              `<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><title>${title}</title>`,
            ),
          ),
        ),
      ]),
    ],
    [
      'UTF-16, which Word calls "unicode"',
      made([
        {
          headers: [
            'Content-Type: text/html; charset="unicode"',
            'Content-Transfer-Encoding: base64',
          ],
          body: Buffer.from(`\uFEFF${page()}`, 'utf16le').toString('base64'),
        },
      ]),
    ],
    [
      'bytes as they are',
      Buffer.concat([
        Buffer.from(
          'MIME-Version: 1.0\r\nX-Saved: 1\r\nContent-Type: multipart/related; boundary=abc\r\n\r\n--abc\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
        ),
        Buffer.from(page()),
        Buffer.from('\r\n--abc--\r\n'),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    const document = await read(bytes)
    expect(document.text.normalize('NFC')).toBe(text)
    expect(document).toMatchObject({
      parser: 'mhtml/1',
      mediaType: 'multipart/related',
      partial: false,
    })
    expect(document.warnings).toEqual([])
  })

  it('where a page was saved from', async () => {
    const bytes = made(
      [htmlPart(page())],
      ['Snapshot-Content-Location: https://so.edu.vn/hoi-nghi.html'],
    )
    expect((await read(bytes)).metadata.canonicalUrl).toBe('https://so.edu.vn/hoi-nghi.html')
    expect(detectMediaType(bytes)).toBe('multipart/related')
  })

  it('the subject, where the page has no title', async () => {
    const bare = htmlPart(`<html><body><p>${sentence}</p><p>Hết.</p></body></html>`)
    const document = await read(
      made(
        [bare],
        [
          'Subject: =?utf-8?Q?H=E1=BB=99i=20ngh=E1=BB=8B=20s=C6=A1=20k=E1=BA=BFt?=\r\n =?utf-8?B?IGjhu41jIGvhu7MgSQ==?=',
        ],
      ),
    )
    expect(document.metadata.title).toBe(title)
  })

  it('what there is of a file that was cut short, and says so', async () => {
    const whole = made([htmlPart(page(`<p>${sentence}</p>`.repeat(30)))])
    const document = await read(whole.subarray(0, whole.length - 2000))
    expect(document.text).toContain(sentence)
    expect(document.partial).toBe(true)
    expect(document.warnings.map((w) => w.code)).toContain('cut-short')
  })

  it('a whole page before a picture that was cut short, without a word of it', async () => {
    const document = await read(made([htmlPart(page()), picture]).subarray(0, -40))
    expect(document).toMatchObject({ partial: false, warnings: [] })
  })
})

describe('mhtml refuses', () => {
  it.each([
    ['pictures without a page', made([picture, stylePart]), 'no-text'],
    [
      'a page without text',
      made([htmlPart('<html><body><script>1</script></body></html>')]),
      'no-text',
    ],
    ['a file that ends before its page', made([htmlPart(page())]).subarray(0, 150), 'corrupt'],
    ['a page nested too deeply', made([htmlPart('<div>'.repeat(20_000))]), 'too-complex'],
    [
      'parts within parts without end',
      made([
        {
          headers: ['Content-Type: multipart/mixed; boundary="----MultipartBoundary--x1----"'],
          body: '',
        },
      ]),
      'no-text',
    ],
  ])('%s', async (_, bytes, code) => {
    const failure = await failureOf(bytes)
    expect(failure).toBeInstanceOf(BadDocumentError)
    expect(failure.code).toBe(code)
    expect(failure.message).toContain('trang.mht')
  })
})
