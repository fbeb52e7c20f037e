// Old presentations: slides and texts in order, old fonts, edits appended to edits, damaged files.
import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { ppt } from '../../src/parse/ppt.ts'
import { makePpt, type PptSlide } from '../support/make-ppt.ts'
import { blockLines } from '../support/parse-blocks.ts'

const parse = (bytes: Uint8Array): Promise<ParsedDocument> =>
  ppt.parse({ bytes, name: 'thu', limits: defaultLimits, progress: () => undefined })

const report = 'B¸o c¸o t×nh h×nh ®Çu t­ n¨m 2005'

describe('ppt reads', () => {
  test.each<[string, PptSlide[], string[]]>([
    [
      'titles first, paragraphs, line breaks',
      [{ shapes: [{ text: 'một\rhai\vBa\r\r*' }, { text: 'BÁO CÁO\vQUÝ I\rNăm 2005', kind: 0 }] }],
      ['heading 1: BÁO CÁO QUÝ I Năm 2005', 'paragraph: một', 'paragraph: hai\nBa'],
    ],
    [
      'texts of the outline and of shapes, characters as bytes',
      [
        {
          shapes: [
            { text: 'trong ô', bytes: false },
            { text: 'tieu de', kind: 0, inOutline: true, bytes: true },
            { text: 'nội dung', kind: 1, inOutline: true },
          ],
        },
        { shapes: [{ text: 'trang hai', kind: 1, inOutline: true }] },
      ],
      ['heading 1: tieu de', 'paragraph: trong ô', 'paragraph: nội dung', 'paragraph: trang hai'],
    ],
    [
      'by place, and the notes after their slide',
      [
        {
          shapes: [
            { text: 'dưới', anchor: [2000, 0, 1000, 2500] },
            { text: 'phải', anchor: [0, 1500, 2500, 500] },
            { text: 'trái', anchor: [0, 0, 1000, 500] },
          ],
          notes: 'lời nói',
        },
        { shapes: [{ text: 'sau' }] },
      ],
      ['trái', 'phải', 'dưới']
        .map((text) => `paragraph: ${text}`)
        .concat('footnote: lời nói', 'paragraph: sau'),
    ],
  ])('%s', async (_, slides, expected) => {
    expect(await blockLines(ppt, makePpt(slides))).toEqual(expected)
  })

  test('the newest version of a slide that was edited', async () => {
    const bytes = makePpt([{ shapes: [{ text: 'mới' }] }], {
      older: [{ shapes: [{ text: 'cũ' }] }, { shapes: [{ text: 'đã xoá' }] }],
    })
    expect((await parse(bytes)).text).toBe('mới')
  })

  test('pages, and hidden slides', async () => {
    const parsed = await parse(
      makePpt([{ shapes: [{ text: 'a' }] }, { shapes: [{ text: 'b' }], hidden: true }]),
    )
    expect(parsed.pages).toBe(2)
    expect(parsed.blocks.map(({ page }) => page)).toEqual([1, 2])
    expect(parsed.warnings).toMatchObject([{ code: 'hidden-slide', start: 2, end: 3 }])
  })

  test('old fonts, run by run', async () => {
    const mixed = 'Sè liÖu céng hßa năm'
    const bytes = makePpt(
      [
        {
          shapes: [
            { text: report, fonts: [[report.length + 1, 1]] },
            {
              text: mixed,
              fonts: [
                [8, 1],
                [8, 2],
                [5, 0],
              ],
            },
          ],
        },
      ],
      { fonts: ['Arial', '.VnTime', '.VnTimeH'] },
    )
    const parsed = await parse(bytes)
    expect(parsed.text).toBe('Báo cáo tình hình đầu tư năm 2005\nSố liệu CỘNG HÒA năm')
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['legacy-encoding'])
  })
})

describe('ppt refuses', () => {
  const one = [{ shapes: [{ text: 'a' }] }]
  test.each<[string, Buffer, string]>([
    ['no text', makePpt([{ shapes: [{ text: ' ' }] }]), 'no-text'],
    ['no slides', makePpt([]), 'no-text'],
    ['a password', makePpt(one, { encrypted: true }), 'encrypted'],
    ['a cut container', makePpt(one).subarray(0, 700), 'corrupt'],
  ])('%s', async (_, bytes, code) => {
    await expect(parse(bytes)).rejects.toMatchObject({ code })
  })

  test('no byte of the file, whatever it is changed to, does more than spoil the text', async () => {
    const bytes = makePpt([{ shapes: [{ text: report, kind: 1, inOutline: true }], notes: 'x' }])
    const from = bytes.indexOf(Buffer.from([0x0f, 0, 0xe8, 0x03]))
    for (let at = from; at < from + 700; at += 3) {
      const changed = Buffer.from(bytes)
      changed[at] = 0xff
      const outcome = await parse(changed).then(
        () => 'read',
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      )
      expect(['read', 'corrupt', 'no-text']).toContain(outcome)
    }
  })
})
