// OCR from end to end on pages that we draw ourselves: pictures, scanned PDFs, and what holds no text.
import { execFileSync } from 'node:child_process'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, describe, expect, it } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { image } from '../../src/parse/image.ts'
import { storedPictures } from '../../src/parse/ocr/decode-picture.ts'
import { judgeBlocks } from '../../src/parse/ocr/doubts.ts'
import { ocrWarnings, pagesOf } from '../../src/parse/ocr/outcome.ts'
import type { RecognisedWord } from '../../src/parse/ocr/recognise.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { judgePage } from '../../src/parse/pdf/quality.ts'
import { pdf } from '../../src/parse/pdf.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { createReader } from '../../src/parse/reader.ts'
import { drawPage, type LineToDraw } from '../support/draw-page.ts'
import { greyTiff, scannedPdf } from '../support/scanned-pdf.ts'
import { wordErrorRate } from '../support/word-error-rate.ts'

const body = [
  'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019, Sở Giáo dục và Đào',
  'tạo báo cáo kết quả thực hiện nhiệm vụ năm học 2022-2023. Toàn tỉnh',
  'có 3.085 trường trên tổng số 4.081 trường đạt chuẩn quốc gia, đạt tỷ',
  'lệ 75,6%; số giáo viên đạt chuẩn là 12.450 người.',
]
const letter: LineToDraw[] = [
  { text: 'UBND TỈNH ĐIỆN BIÊN', centre: 0.27 },
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, centre: 0.68, beside: true },
  { text: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', bold: true, centre: 0.27 },
  { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, centre: 0.68, beside: true },
  '',
  { text: 'BÁO CÁO', bold: true, centre: 0.5 },
  '',
  ...body,
]
const worn = { skew: 1.4, stamp: true, specks: 0.004, shadow: 0.3 }
const png = (lines: LineToDraw[], wear = {}) => drawPage(lines, wear, 0.4).toBuffer('image/png')
const scan = (lines: LineToDraw[], wear = {}) => {
  const canvas = drawPage(lines, wear)
  return { jpeg: canvas.toBuffer('image/jpeg'), width: canvas.width, height: canvas.height }
}
const sized = (jpeg: Buffer, width: number, height: number) => ({ jpeg, width, height })
function turned(lines: LineToDraw[], quarters: 2 | 3): Buffer {
  const upright = drawPage(lines, {}, 0.25)
  const { width, height } = upright
  const canvas = quarters === 2 ? createCanvas(width, height) : createCanvas(height, width)
  const context = canvas.getContext('2d')
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(upright, -width / 2, -height / 2)
  return canvas.toBuffer('image/jpeg')
}
function grey(lines: LineToDraw[]) {
  const { width, height, data } = pixelsOf(drawPage(lines, {}, 0.15))
  return {
    width,
    height,
    pixels: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0),
  }
}
const pixelsOf = (canvas: ReturnType<typeof drawPage>) =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
const input = (bytes: Uint8Array, name: string, limits = {}) => ({
  bytes,
  name,
  limits: { ...defaultLimits, ...limits },
  progress() {},
})
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  )
const shown = (document: ParsedDocument) =>
  document.blocks.map((b) => document.text.slice(b.start, b.end))

describe('a picture', () => {
  it('clean: the head left side first, then the text, a paragraph whole', async () => {
    const document = await image.parse(input(png(letter), 'bao-cao.png'))
    expect(shown(document).slice(0, 5)).toEqual([
      'UBND TỈNH ĐIỆN BIÊN',
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO',
    ])
    expect(wordErrorRate(shown(document).slice(5).join(' '), body.join(' '))).toBeLessThan(0.06)
    expect(document).toMatchObject({
      parser: 'image/1+ocr/1',
      mediaType: 'image/png',
      pages: 1,
      partial: false,
    })
    expect(document.blocks.every((b) => b.page === 1)).toBe(true)
    expect(document.warnings[0]).toMatchObject({
      code: 'ocr',
      message: expect.stringMatching(/^Page 1 .* 9\d %\.$/),
    })
  })

  it('worn: askew, shaded, specked, under a red stamp', async () => {
    const document = await image.parse(input(png(letter, worn), 'bao-cao.png'))
    expect(wordErrorRate(document.text, await referenceOf())).toBeLessThan(0.15)
  })

  it.each([2, 3] as const)('turned by %s quarters', async (quarters) => {
    const document = await image.parse(input(turned(body, quarters), 'nam.jpg'))
    expect(wordErrorRate(document.text, body.join(' '))).toBeLessThan(0.1)
  })

  it('of a ruled table: row by row, cells parted by tabs', async () => {
    const rows = [
      ['STT', 'Đơn vị được giao', 'Dự toán', 'Thực hiện'],
      ['1', 'Sở Giáo dục và Đào tạo', '12.450', '11.927'],
      ['2', 'Sở Nội vụ', '8.310', ''],
    ]
    const document = await image.parse(
      input(png(['Điều 1. Giao dự toán', ...rows.map((cells) => ({ cells }))]), 'bang.png'),
    )
    expect(shown(document)).toEqual([
      'Điều 1. Giao dự toán',
      ...rows.map((cells) => cells.join('\t').trimEnd()),
    ])
    expect(document.blocks.map((b) => b.kind).slice(1)).toEqual(rows.map(() => 'table-row'))
    expect(document.blocks.every((b) => (b.confidence ?? 0) > 80)).toBe(true)
  })

  it('of two pages in a TIFF', async () => {
    const [first, second] = [
      grey(['Điều 1. Phạm vi điều chỉnh']),
      grey(['Điều 2. Giải thích từ ngữ']),
    ]
    const document = await image.parse(input(greyTiff([first, second]), 'fax.tif'))
    expect(document).toMatchObject({ mediaType: 'image/tiff', pages: 2, partial: false })
    expect(shown(document)).toEqual(['Điều 1. Phạm vi điều chỉnh', 'Điều 2. Giải thích từ ngữ'])
    expect(document.blocks.map((b) => b.page)).toEqual([1, 2])
  })

  async function referenceOf(): Promise<string> {
    const words = letter.map((line) =>
      typeof line === 'string' ? line : 'text' in line ? line.text : '',
    )
    return [words[0], words[2], words[1], words[3], ...words.slice(4)].join(' ')
  }
})

it('a TIFF whose last page points at its first ends there', () => {
  const circle = greyTiff([grey([]), grey([])])
  circle.writeUInt32LE(circle.readUInt32LE(4), circle.length - 4)
  expect(storedPictures(circle)).toHaveLength(2)
})

describe('a scanned PDF', () => {
  it('is read page by page, says so, and offers what was read', async () => {
    const kept: string[] = []
    const expected: number[] = []
    const document = await pdf.parse({
      ...input(scannedPdf([scan(body, worn), scan([])]), 'scan.pdf'),
      emit: (readSoFar) => kept.push(readSoFar().text),
      expectOcr: (pages) => expected.push(pages),
    })
    expect(wordErrorRate(document.text, body.join(' '))).toBeLessThan(0.12)
    expect(document).toMatchObject({ parser: 'pdf/2+ocr/1', pages: 2, partial: false })
    expect(document.warnings.slice(0, 2)).toEqual([
      { code: 'ocr', message: expect.stringMatching(/^Page 1 /) },
      { code: 'ocr-empty', message: expect.stringMatching(/^Page 2 /) },
    ])
    expect(expected).toEqual([2])
    expect(kept.at(-1)).toContain('Giáo')
  })

  it('under a text layer that a program without Vietnamese made, without that layer', async () => {
    const rubbish = [
      'CONG HOA XA IIQI CIIU NGIIIA VI$T NAM DQc lgp - Tg do - Hgnh phric',
      'Cdn cir Luqt Gi6o dpc ngdy 14 thilng 6 ndm 2019, So Gi6o dgc vd Ddo',
      'tpo b6o c6o kiit qua thgc hien nhi6m vg ndm hgc 2022-2023. Todn tinh',
      'c6 3.085 truong tren tong s6 4.081 truong dpt chuAn qu6c gia, dpt ty',
    ]
    const document = await pdf.parse(
      input(scannedPdf([{ ...scan(body), layer: rubbish }]), 'scan.pdf'),
    )
    expect(wordErrorRate(document.text, body.join(' '))).toBeLessThan(0.06)
  })

  it('beside a page in an old font: each is read in its own way', async () => {
    const oldFont = [
      'Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc',
      'C¨n cø LuËt Tæ chøc ChÝnh phñ ngµy 25 th¸ng 12 n¨m 2001',
    ]
    const document = await readDocument(
      input(scannedPdf([{ layer: oldFont }, scan(body.slice(0, 2))]), 'hai-kieu.pdf'),
    )
    expect(document.text).toContain('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(
      wordErrorRate(
        document.text,
        [
          'Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc',
          'Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001',
          ...body.slice(0, 2),
        ].join(' '),
      ),
    ).toBeLessThan(0.04)
    expect(document.blocks.map((b) => b.confidence === undefined)).toContain(true)
    expect(document.blocks.map((b) => b.confidence !== undefined)).toContain(true)
  })

  it.each<[string, Parameters<typeof scannedPdf>[0][number]]>([
    [
      'that a viewer is to turn',
      { ...sized(turned(body, 3), 465, 1654), rotate: 90, size: [210, 595] },
    ],
    ['of fifty thousand points', { ...scan(body), size: [50_000, 70_700] }],
  ])('on a page %s', async (_, page) => {
    const document = await pdf.parse(input(scannedPdf([page]), 'scan.pdf'))
    expect(wordErrorRate(document.text, body.join(' '))).toBeLessThan(0.1)
  })

  it('beyond the limit of pages is cut short and partial', async () => {
    const bytes = scannedPdf([scan(body.slice(0, 2)), scan(body)])
    const document = await pdf.parse(input(bytes, 'scan.pdf', { ocrPages: 1 }))
    expect(document.partial).toBe(true)
    expect(document.warnings).toContainEqual({
      code: 'cut-short',
      message: expect.stringMatching(/^Page 2 /),
    })
    expect(document.text).toContain('Luật Giáo dục')
  })
})

describe('refuses', () => {
  const whole = png(body)
  const jpeg = drawPage(body, {}, 0.2).toBuffer('image/jpeg')
  const huge = Buffer.from(whole)
  huge.writeUInt32BE(50_000, 16)
  huge.writeUInt32BE(50_000, 20)
  it.each<[string, Uint8Array, string]>([
    ['a picture that is only a head', whole.subarray(0, 60), 'corrupt'],
    [
      'a picture of rubbish',
      Buffer.concat([whole.subarray(0, 33), Buffer.alloc(500, 7)]),
      'corrupt',
    ],
    ['a JPEG that is only a head', jpeg.subarray(0, 400), 'corrupt'],
    ['a TIFF whose pixels are missing', greyTiff([grey(body)]).fill(0xff, 4, 8), 'corrupt'],
    ['a TIFF without pages', Buffer.from('49492a00080000000000000000000000', 'hex'), 'corrupt'],
    ['a TIFF that points nowhere', Buffer.from('49492a00ffffff7f0000', 'hex'), 'corrupt'],
    ['fifty thousand by fifty thousand pixels', huge, 'too-large'],
    ['a blank page', png([]), 'no-text'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(image.parse(input(bytes, 'anh.png')))).toBe(code)
  })
})

it('a JPEG cut off on its way is read as far as it goes, and says so', async () => {
  const whole = drawPage(body, {}, 0.25).toBuffer('image/jpeg')
  const document = await image.parse(input(whole.subarray(0, 0.8 * whole.length), 'anh.jpg'))
  expect(document.partial).toBe(true)
  expect(document.warnings.map((w) => w.code)).toContain('cut-short')
  expect(document.text).toContain('Giáo')
})

describe('a PDF with a picture that is more than it says', () => {
  it.each<[string, object]>([
    ['is cut off', { jpeg: scan(body).jpeg.subarray(0, 300) }],
    ['announces fifty thousand by fifty thousand pixels', { width: 50_000, height: 50_000 }],
  ])('%s', async (_, change) => {
    const bytes = scannedPdf([{ ...scan(body), ...change }])
    expect(['no-text', 'corrupt', 'read']).toContain(
      await codeOf(pdf.parse(input(bytes, 'scan.pdf'))),
    )
  })
})

describe('judgePage', () => {
  const stamp =
    'Người ký: Sở Nội vụ Email: snv@binhan.gov.vn Cơ quan: Tỉnh Bình An Thời gian ký: 04.04.2019 09:24:11 +07:00'
  const rubbish =
    'CQNG HOA XA HQI CHU NGHiA VIpT NAM DQc l$p - Tr; do - H4nh phric so NQI vU '.repeat(4)
  const bare = 'Hoi nghi tong ket cong tac nam hoc cua cac truong trung hoc pho thong tren dia ban '
  it.each<[string, string, boolean, string]>([
    ['the stamp of a signature over a scan', stamp, true, 'needs-ocr'],
    ['the stamp of a signature alone', stamp, false, 'text'],
    ['a bad OCR under a scan', rubbish, true, 'needs-ocr'],
    [
      'a bad OCR with the shapes of an old font',
      `${rubbish} bôç éô ãò `.repeat(3),
      true,
      'needs-ocr',
    ],
    ['Vietnamese without marks under a picture', bare.repeat(3), true, 'needs-ocr'],
    ['Vietnamese over a picture', body.join(' '), true, 'text'],
    ['nothing', '', false, 'blank'],
    ['nothing over a scan', '', true, 'needs-ocr'],
    ['a page number over a scan', '12', true, 'needs-ocr'],
  ])('of %s', (_, text, hasLargePicture, expected) => {
    expect(judgePage(text, { hasLargePicture, fontNames: [] })).toBe(expected)
  })
})

describe('judgeBlocks', () => {
  const text = 'Số: 22#2/SYT ngày 18\nCăn cứ Luật'
  const blocks = [
    { start: 0, end: 20, kind: 'paragraph' as const, page: 1 },
    { start: 21, end: 32, kind: 'paragraph' as const, page: 1 },
  ]
  const words = (...confidences: number[]): RecognisedWord[] =>
    text.split(/\s+/).map((word, i) => ({
      text: word,
      confidence: confidences[i] ?? 95,
      x0: 0,
      y0: 0,
      x1: 0,
      y1: 0,
    }))
  const found = (...confidences: number[]) =>
    judgeBlocks(text, blocks, new Map([[1, words(...confidences)]])).warnings.map((w) =>
      text.slice(w.start, w.end),
    )

  it.each<[string, number[], string[]]>([
    ['a doubtful number', [95, 70], ['22#2/SYT']],
    ['a doubtful block', [95, 95, 95, 95, 40, 60, 50], ['Căn cứ Luật']],
    ['nothing sure', [], []],
    ['no doubtful word without digits in a sure block', [60, 95, 95, 95], []],
  ])('points at %s', (_, confidences, expected) => {
    expect(found(...confidences)).toEqual(expected)
  })

  it('counts what is too much to list', () => {
    const many = Array.from({ length: 300 }, () => '1').join('\n')
    const lines = Array.from({ length: 300 }, (_, i) => ({
      start: 2 * i,
      end: 2 * i + 1,
      kind: 'paragraph' as const,
      page: 1,
    }))
    const all = Array.from({ length: 300 }, () => ({
      text: '1',
      confidence: 10,
      x0: 0,
      y0: 0,
      x1: 0,
      y1: 0,
    }))
    const { warnings, blocks: judged } = judgeBlocks(many, lines, new Map([[1, all]]))
    expect(judged[0]?.confidence).toBe(10)
    expect(warnings).toHaveLength(101)
    expect(warnings.at(-1)?.message).toMatch(/^500 further/)
  })
})

it('ocrWarnings names read, empty and left pages', () => {
  const read = [
    { page: 1, confidence: 90, words: 30 },
    { page: 2, confidence: 60, words: 10 },
    { page: 4, confidence: 0, words: 0 },
  ]
  expect(ocrWarnings({ read, failed: [], left: [5, 6, 7] }).map((w) => w.message)).toEqual([
    expect.stringMatching(/^Pages 1–2 read .* 83 %\.$/),
    expect.stringMatching(/^Page 4 gave/),
    expect.stringMatching(/^Pages 5–7 not read/),
  ])
  expect(pagesOf([1, 3, 4, 9])).toBe('Pages 1, 3–4, 9')
})

describe('in a child process', () => {
  const readers: Array<ReturnType<typeof createReader>> = []
  const reader = (limits: object) => {
    const made = createReader({ limits })
    readers.push(made)
    return made
  }
  afterAll(() => Promise.all(readers.map((r) => r.close())))
  const children = () =>
    execFileSync('ps', ['-eo', 'ppid,args'], { encoding: 'utf8' })
      .split('\n')
      .filter((l) => Number.parseInt(l, 10) === process.pid && l.includes('parse/child.ts'))
  const bytes = scannedPdf([scan(body), scan(body)])

  it('pages to be read by OCR make the total clock run longer', async () => {
    const limits = { totalMs: 5000, ocrPageMs: 30_000 }
    const document = await reader(limits).read({ name: 'scan.pdf', bytes })
    expect(document.partial).toBe(false)
    expect(document.warnings[0]?.message).toMatch(/^Pages 1–2 /)
  })

  it('is killed with its thread when the clock strikes', async () => {
    const limits = { totalMs: 2000, ocrPageMs: 0 }
    const one = reader(limits)
    const outcome = await one
      .read({ name: 'scan.pdf', bytes: scannedPdf(Array.from({ length: 8 }, () => scan(body))) })
      .then(
        (document) => (document.partial ? 'partial' : 'whole'),
        (error: { code?: string }) => error.code,
      )
    expect(['partial', 'too-slow']).toContain(outcome)
    await one.close()
    expect(children().length).toBeLessThanOrEqual(1)
  })
})
