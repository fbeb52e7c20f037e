// Parsed documents whose blocks are in old font encodings.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParsedDocument, parsedDocumentSchema } from '../../src/model.ts'
import { legacyEncodings } from '../../src/text/legacy/encodings.ts'
import { repairParsed } from '../../src/text/legacy/repair-blocks.ts'
import { encodeAs } from '../support/encode-legacy.ts'

const parsedOf = (texts: readonly string[], rest: Partial<ParsedDocument> = {}): ParsedDocument => {
  const text = texts.join('\n')
  let start = 0
  return {
    version: 1,
    parser: 'doc/1',
    mediaType: 'application/msword',
    text,
    blocks: texts.map((block) => {
      const at = start
      start += block.length + 1
      return { start: at, end: at + block.length, kind: 'paragraph' as const }
    }),
    metadata: {},
    warnings: [],
    partial: false,
    ...rest,
  }
}
const textsOf = (parsed: ParsedDocument) =>
  parsed.blocks.map(({ start, end }) => parsed.text.slice(start, end))

const body = [
  'Ủy ban nhân dân tỉnh yêu cầu các sở, ngành khẩn trương triển khai.',
  'Số: 5',
  'Phòng học, nhà vệ sinh của các trường phải được sửa chữa trước năm học mới.',
]

describe('repairParsed', () => {
  test('decodes blocks, keeps each original and moves all offsets', () => {
    const raw = body.map((text) => encodeAs('vni', text))
    const parsed = parsedOf(raw, {
      metadata: { title: encodeAs('vni', 'Công văn về việc sửa chữa trường học'), author: 'Lan' },
      warnings: [
        { code: 'page-without-text', message: 'Page 2 has no text.' },
        {
          code: 'doubtful',
          message: 'The third block.',
          start: raw.join('\n').indexOf(raw[2] ?? ''),
          end: raw.join('\n').length,
        },
      ],
    })
    const repaired = repairParsed(parsed)
    expect(parsedDocumentSchema.parse(repaired)).toEqual(repaired)
    expect(textsOf(repaired)).toEqual(body)
    expect(repaired.text).toBe(body.join('\n'))
    expect(repaired.blocks.map(({ original }) => original)).toEqual(raw)
    expect(repaired.metadata).toEqual({
      title: 'Công văn về việc sửa chữa trường học',
      author: 'Lan',
    })
    const [first, second, third] = repaired.warnings
    expect(first).toEqual({ code: 'page-without-text', message: 'Page 2 has no text.' })
    expect(repaired.text.slice(second?.start, second?.end)).toBe(body[2])
    expect(third).toMatchObject({ code: 'legacy-encoding' })
    expect(third?.message).toContain('VNI')
  })

  test('repairing twice is repairing once', () => {
    const parsed = parsedOf(body.map((text) => encodeAs('vni', text)))
    const repaired = repairParsed(parsed)
    expect(repairParsed(repaired)).toBe(repaired)
    const lossy = repairParsed(parsedOf(['CNG HA X HI CH NGHA VIT NAM']))
    expect(lossy.warnings).toHaveLength(1)
    expect(repairParsed(lossy)).toBe(lossy)
  })

  test('Unicode blocks stay to the last unit, without an original', () => {
    const unicode = 'Sở Giáo dục và Ðào tạo\u00A0Hòa Bình'.normalize('NFD')
    const parsed = parsedOf([
      unicode,
      ...body.map((text) => encodeAs('tcvn3', text.replace('Ủy', 'Uỷ'))),
    ])
    const repaired = repairParsed(parsed)
    expect(textsOf(repaired)).toEqual([unicode, ...body.map((text) => text.replace('Ủy', 'Uỷ'))])
    expect(repaired.blocks.map(({ original }) => original === undefined)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test.each([
    ['Unicode', body],
    ['English', ['The annual conference of the province was held on Monday.', 'It was cold.']],
    [
      'French',
      ['Les élèves de l’école ont été reçus à l’hôtel de ville par le préfet.', 'Très bien.'],
    ],
    ['signs', ['§ 1', '® ©', '25 °C ± 1', 'x² + y²']],
    ['nothing', []],
  ])('the same object comes back: %s', (_, texts) => {
    const parsed = parsedOf(texts)
    expect(repairParsed(parsed)).toBe(parsed)
  })

  test('fonts: left over from an older file they do not mislead', () => {
    const parsed = parsedOf([...body, 'Cô giáo', 'Bé'])
    const fonts = new Map(parsed.blocks.map((_, i) => [i, '.VnTime']))
    expect(repairParsed(parsed, fonts)).toBe(parsed)
  })

  test('fonts: they decide where the text is too short, and say where letters are capitals', () => {
    const parsed = parsedOf(['céng hßa', 'Bé', '§iÒu 1'])
    const fonts = new Map([
      [0, '.VnTimeH'],
      [1, '.VnTime'],
      [2, '.VnTime'],
    ])
    expect(textsOf(repairParsed(parsed, fonts))).toEqual(['CỘNG HÒA', 'Bộ', 'Điều 1'])
  })

  test('lossy text is flagged and not guessed', () => {
    const parsed = parsedOf(['CNG HA X HI CH NGHA VIT NAM', 'C LP - T DO - HNH PHC'])
    const repaired = repairParsed(parsed)
    expect(repaired.text).toBe(parsed.text)
    expect(repaired.warnings.map(({ code }) => code)).toEqual(['lossy-text'])
  })

  test('whatever the blocks: originals, offsets and warnings stay together', () => {
    const sentences = [
      ...body,
      'Kính gửi các trường trung học phổ thông trong toàn tỉnh',
      'Thực hiện kế hoạch năm học, Sở đề nghị các đơn vị báo cáo kết quả',
    ].map((text) => text.replace('Ủy', 'Uỷ'))
    const block = fc.record({
      text: fc.constantFrom(...sentences),
      encoding: fc.constantFrom(null, ...legacyEncodings),
      gap: fc.constantFrom('\n', '\n\n', '\n \n'),
    })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.nat(), (parts, pick) => {
        let text = ''
        const blocks = parts.map(({ text: plain, encoding, gap }) => {
          const start = text.length
          text += encoding ? encodeAs(encoding, plain) : plain
          const end = text.length
          text += gap
          return { start, end, kind: 'paragraph' as const }
        })
        const chosen = blocks[pick % blocks.length] ?? { start: 0, end: 0 }
        const parsed = {
          ...parsedOf([]),
          text,
          blocks,
          warnings: [{ code: 'doubtful', message: 'Here.', start: chosen.start, end: chosen.end }],
        }
        const repaired = repairParsed<ParsedDocument>(parsed)
        expect(parsedDocumentSchema.parse(repaired)).toEqual(repaired)
        expect(repaired.blocks).toHaveLength(blocks.length)
        for (const [i, after] of repaired.blocks.entries()) {
          const before = blocks[i]
          const raw = text.slice(before?.start, before?.end)
          // What stands there is what stood there, or it was decoded and the original is kept.
          const now = repaired.text.slice(after.start, after.end)
          expect(after.original ?? now).toBe(raw)
          if (after.original !== undefined) expect(now).not.toBe(raw)
          const [gapBefore, gapAfter] = [
            text.slice(before?.end, blocks[i + 1]?.start),
            repaired.text.slice(after.end, repaired.blocks[i + 1]?.start),
          ]
          expect(gapAfter).toBe(gapBefore)
        }
        const [warning] = repaired.warnings
        expect(warning).toMatchObject({
          start: repaired.blocks[pick % blocks.length]?.start,
          end: repaired.blocks[pick % blocks.length]?.end,
        })
      }),
      { numRuns: 150 },
    )
  })

  test('ten megabytes of plain Unicode Vietnamese are no burden: squared, they would not end in time', () => {
    const parsed = parsedOf(
      Array.from({ length: 50_000 }, (_, i) => `${body[i % 3]} ${body[0]} ${body[2]}`),
    )
    expect(repairParsed(parsed)).toBe(parsed)
  })

  test('half a megabyte of TCVN3 is no burden: squared, it would not end in time', () => {
    const raw = encodeAs('tcvn3', 'các trường học phải được sửa chữa trước năm học mới ')
    const parsed = parsedOf([raw.repeat(10_000), 'Sè ¸ '.repeat(20_000)])
    expect(repairParsed(parsed).blocks[0]?.original).toBeDefined()
  })
})
