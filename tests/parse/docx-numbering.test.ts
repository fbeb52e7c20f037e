// Word's automatic numbers, rebuilt exactly. Each row: the lists, the paragraphs, and the lines Word shows.
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/parse/docx/number-format.ts'
import { docx } from '../../src/parse/docx.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import {
  abstractNum,
  type DocxParts,
  lvl,
  makeDocx,
  num,
  numInstance,
  p,
  r,
  startOverride,
  styled,
} from '../support/make-docx.ts'
import { numberingDocuments } from '../support/numbering-documents.ts'

async function linesOf(parts: DocxParts): Promise<string[]> {
  const parsed = await docx.parse({
    bytes: makeDocx(parts),
    name: 'thu.docx',
    limits: defaultLimits,
    progress: () => undefined,
  })
  return parsed.blocks.map(({ start, end }) => parsed.text.slice(start, end))
}

const legalList = abstractNum(
  0,
  lvl(0, 'upperRoman', '%1.'),
  lvl(1, 'decimal', '%2.'),
  lvl(2, 'lowerLetter', '%3)'),
  lvl(3, 'bullet', '-'),
)
const outline = abstractNum(
  0,
  lvl(0, 'decimal', '%1.'),
  lvl(1, 'decimal', '%1.%2.'),
  lvl(2, 'lowerLetter', '%1.%2.%3'),
)
const paragraphStyle = (id: string, inner: string, basedOn = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}<w:pPr>${inner}</w:pPr></w:style>`

const cases: Array<[string, DocxParts, string[]]> = [
  [
    'literal words',
    {
      numbering: abstractNum(0, lvl(0, 'decimal', 'Nhiệm vụ %1:')) + numInstance(1, 0),
      body: p('Ổn định', num(1)) + p('Lời giữa') + p('Phát triển', num(1)) + p('Mới', num(1)),
    },
    ['Nhiệm vụ 1: Ổn định', 'Lời giữa', 'Nhiệm vụ 2: Phát triển', 'Nhiệm vụ 3: Mới'],
  ],
  [
    'levels, each restarting under a higher one',
    {
      numbering: legalList + numInstance(1, 0),
      body: [0, 1, 2, 2, 3, 1, 2, 0, 1].map((level) => p('x', num(1, level))).join(''),
    },
    ['I. x', '1. x', 'a) x', 'b) x', '- x', '2. x', 'a) x', 'II. x', '1. x'],
  ],
  [
    'compound numbers 1.1.a',
    {
      numbering: outline + numInstance(1, 0),
      body: [0, 1, 2, 2, 1, 2, 0, 1].map((level) => p('x', num(1, level))).join(''),
    },
    ['1. x', '1.1. x', '1.1.a x', '1.1.b x', '1.2. x', '1.2.a x', '2. x', '2.1. x'],
  ],
  [
    'two lists of one definition go on; an overridden start begins anew, once',
    {
      numbering:
        abstractNum(0, lvl(0, 'decimal', '%1)')) +
        numInstance(1, 0) +
        numInstance(2, 0) +
        numInstance(3, 0, startOverride(0, 1)) +
        numInstance(4, 0, startOverride(0, 7)),
      body: [1, 1, 2, 3, 3, 3, 4, 4].map((id) => p('x', num(id))).join(''),
    },
    ['1) x', '2) x', '3) x', '1) x', '2) x', '3) x', '7) x', '8) x'],
  ],
  [
    'lists of two definitions count apart',
    {
      numbering:
        abstractNum(0, lvl(0, 'decimal', '%1.')) +
        abstractNum(1, lvl(0, 'lowerLetter', '%1)')) +
        numInstance(1, 0) +
        numInstance(2, 1),
      body: [1, 2, 2, 1, 2].map((id) => p('x', num(id))).join(''),
    },
    ['1. x', 'a) x', 'b) x', '2. x', 'c) x'],
  ],
  [
    'numbers by style, by inheritance, and switched off with numId 0',
    {
      numbering:
        abstractNum(
          0,
          lvl(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="Dieu"/>'),
          lvl(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>'),
        ) + numInstance(5, 0),
      styles:
        paragraphStyle('Dieu', '<w:numPr><w:numId w:val="5"/></w:numPr>') +
        paragraphStyle('Khoan', '<w:numPr><w:numId w:val="5"/></w:numPr>') +
        paragraphStyle('DieuDam', '', 'Dieu'),
      body:
        p('Phạm vi', styled('Dieu')) +
        p('Một', styled('Khoan')) +
        p('Hai', styled('Khoan')) +
        p('Không số', styled('Khoan') + num(0)) +
        p('Đối tượng', styled('DieuDam')) +
        p('Một', styled('Khoan')),
    },
    ['Điều 1. Phạm vi', '1. Một', '2. Hai', 'Không số', 'Điều 2. Đối tượng', '1. Một'],
  ],
  [
    'levels behind a numbering style',
    {
      numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>${abstractNum(1, '<w:styleLink w:val="DS"/>', lvl(0, 'lowerRoman', '(%1)'))}${numInstance(1, 0)}${numInstance(2, 1)}`,
      styles:
        '<w:style w:type="numbering" w:styleId="DS"><w:name w:val="DS"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      body: p('x', num(1)) + p('x', num(1)),
    },
    ['(i) x', '(ii) x'],
  ],
  [
    'legal numbering writes Roman chapters in decimals',
    {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', 'Chương %1'),
          lvl(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        ) + numInstance(1, 0),
      body: p('x', num(1)) + p('x', num(1)) + p('x', num(1, 1)),
    },
    ['Chương I x', 'Chương II x', '2.1 x'],
  ],
  [
    'articles that go on through the chapters (lvlRestart 0), and levels overridden whole',
    {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', 'Chương %1.'),
          lvl(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
        ) +
        numInstance(1, 0) +
        numInstance(
          2,
          0,
          `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', 'Phần %1:')}</w:lvlOverride>`,
        ),
      body:
        p('x', num(1)) + p('x', num(1, 1)) + p('x', num(1)) + p('x', num(1, 1)) + p('x', num(2)),
    },
    ['Chương I. x', 'Điều 1. x', 'Chương II. x', 'Điều 2. x', 'Phần 3: x'],
  ],
  [
    'empty items count and deleted ones do not; a missing higher level is counted in',
    {
      numbering: outline + numInstance(1, 0),
      body:
        p('x', num(1, 1)) +
        p('x', num(1)) +
        p('', num(1)) +
        p('x', num(1)) +
        p(
          '<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
          `${num(1)}<w:rPr><w:del/></w:rPr>`,
        ) +
        p('x', num(1)),
    },
    ['1.1. x', '2. x', '4. x', '5. x'],
  ],
  [
    'a text box counts on its own, and the body goes on behind it',
    {
      numbering: outline + numInstance(1, 0),
      body:
        p('x', num(1)) +
        p(
          `${r('neo')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('hộp', num(1))}${p('hộp', num(1))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ) +
        p('x', num(1)),
    },
    ['1. x', 'neo', '1. hộp', '2. hộp', '2. x'],
  ],
  [
    'bullets of symbol fonts, no suffix, start other than one',
    {
      numbering:
        abstractNum(0, lvl(0, 'bullet', '\uF0B7'), lvl(1, 'bullet', 'o')) +
        abstractNum(1, lvl(0, 'decimalZero', '%1/', '<w:suff w:val="nothing"/>', 9)) +
        numInstance(1, 0) +
        numInstance(2, 1),
      body: p('x', num(1)) + p('x', num(1, 1)) + p('x', num(2)) + p('x', num(2)),
    },
    ['• x', '○ x', '09/x', '10/x'],
  ],
]

describe('whole documents, as Word numbers them', () => {
  test.each(numberingDocuments.map((document) => [document.name, document] as const))(
    '%s',
    async (_, { parts, lines }) => {
      expect(await linesOf(parts)).toEqual(lines)
    },
  )
})

describe('numbers of paragraphs', () => {
  test.each(cases)('%s', async (_, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines)
  })

  test.each<[string, DocxParts]>([
    ['a list that is not defined', { body: p('x', num(9)) }],
    [
      'a level that is not defined',
      { numbering: legalList + numInstance(1, 0), body: p('x', num(1, 8)) },
    ],
    ['numId 0', { numbering: legalList + numInstance(1, 0), body: p('x', num(0)) }],
    [
      'the numbering that a tracked change took away',
      {
        numbering: legalList + numInstance(1, 0),
        body: p('x', `<w:jc w:val="left"/><w:pPrChange><w:pPr>${num(1)}</w:pPr></w:pPrChange>`),
      },
    ],
    [
      'format none',
      { numbering: abstractNum(0, lvl(0, 'none', '')) + numInstance(1, 0), body: p('x', num(1)) },
    ],
  ])('ignores %s', async (_, parts) => {
    expect(await linesOf(parts)).toEqual(['x'])
  })
})

test.each<[string, number, string]>([
  ['lowerLetter', 4, 'd'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 53, 'AAA'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 19, 'xix'],
  ['decimalZero', 3, '03'],
  ['vietnameseCounting', 21, 'hai mươi mốt'],
  ['vietnameseCounting', 15, 'mười lăm'],
  ['thaiLetters', 3, '3'],
])('%s of %i is %s', (format, n, text) => {
  expect(formatNumber(n, format)).toBe(text)
})
