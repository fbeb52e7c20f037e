// Documents with automatic numbers, one a way of numbering, with the lines that Word shows. `bench/docx-numbering.ts` also
// compares each with LibreOffice; where that does not do what ECMA-376 says, `libreOffice` tells what.
import {
  abstractNum,
  type DocxParts,
  lvl,
  num,
  numInstance,
  p,
  r,
  startOverride,
  styled,
  table,
} from './make-docx.ts'

export type NumberingDocument = {
  name: string
  parts: DocxParts
  lines: string[]
  /** The rule that LibreOffice 7.4 does not follow. */
  libreOffice?: string
}

const paragraphStyle = (id: string, inner: string, basedOn = '', name = id) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}<w:pPr>${inner}</w:pPr></w:style>`
const numPr = (id: number, level?: number) =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${id}"/></w:numPr>`
/** One paragraph for each level, its text its place: "dòng 1", "dòng 2" … */
const items = (id: number, ...levels: number[]) =>
  levels.map((level, i) => p(`dòng ${i + 1}`, num(id, level))).join('')
const itemLines = (...markers: string[]) => markers.map((marker, i) => `${marker} dòng ${i + 1}`)
const replaceLevel = (index: number, level: string) =>
  `<w:lvlOverride w:ilvl="${index}">${level}</w:lvlOverride>`
const hiddenRun = (text: string) =>
  `<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedRun = (text: string) =>
  `<w:del w:id="1" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

const outline = abstractNum(
  0,
  lvl(0, 'decimal', '%1.'),
  lvl(1, 'decimal', '%1.%2.'),
  lvl(2, 'lowerLetter', '%1.%2.%3'),
)

export const numberingDocuments: readonly NumberingDocument[] = [
  {
    name: 'levels that restart under a higher one',
    parts: {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', '%1.'),
          lvl(1, 'decimal', '%2.'),
          lvl(2, 'lowerLetter', '%3)'),
          lvl(3, 'decimal', '(%4)'),
        ) + numInstance(1, 0),
      body: items(1, 0, 1, 2, 2, 3, 3, 1, 2, 3, 0, 1, 2),
    },
    lines: itemLines('I.', '1.', 'a)', 'b)', '(1)', '(2)', '2.', 'a)', '(1)', 'II.', '1.', 'a)'),
  },
  {
    name: 'levels that go on through the chapters, and one that restarts only under the first',
    libreOffice:
      'LibreOffice restarts every level under any higher one; w:lvlRestart (17.9.10) says otherwise here.',
    parts: {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', 'Chương %1.'),
          lvl(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
          lvl(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>'),
        ) + numInstance(1, 0),
      body: items(1, 0, 1, 2, 1, 2, 0, 1, 2, 1, 2),
    },
    lines: itemLines(
      'Chương I.',
      'Điều 1.',
      '1.',
      'Điều 2.',
      '2.',
      'Chương II.',
      'Điều 3.',
      '1.',
      'Điều 4.',
      '2.',
    ),
  },
  {
    name: 'starts overridden, levels replaced, lists of one definition',
    parts: {
      numbering:
        abstractNum(0, lvl(0, 'decimal', '%1)'), lvl(1, 'lowerLetter', '%2.')) +
        numInstance(1, 0) +
        numInstance(2, 0) +
        numInstance(3, 0, startOverride(0, 1)) +
        numInstance(4, 0, startOverride(0, 7)) +
        numInstance(5, 0, replaceLevel(0, lvl(0, 'upperLetter', 'Phần %1:'))),
      body: [1, 1, 2, 3, 3, 3, 4, 4, 5].map((id, i) => p(`dòng ${i + 1}`, num(id))).join(''),
    },
    lines: itemLines('1)', '2)', '3)', '1)', '2)', '3)', '7)', '8)', 'Phần I:'),
  },
  {
    name: 'tasks that go on after paragraphs and tables',
    parts: {
      numbering:
        abstractNum(0, lvl(0, 'decimal', 'Nhiệm vụ %1:')) +
        abstractNum(1, lvl(0, 'lowerLetter', '%1)')) +
        numInstance(1, 0) +
        numInstance(2, 1),
      body:
        p('Ổn định', num(1)) +
        p('Lời giữa hai nhiệm vụ') +
        p('Phát triển', num(1)) +
        p('Khoản', num(2)) +
        table([[p('TT'), p('Đơn vị'), p('Số')]], 'single') +
        p('Khoản sau bảng', num(2)) +
        p('Mới', num(1)),
    },
    lines: [
      'Nhiệm vụ 1: Ổn định',
      'Lời giữa hai nhiệm vụ',
      'Nhiệm vụ 2: Phát triển',
      'a) Khoản',
      'TT\tĐơn vị\tSố',
      'b) Khoản sau bảng',
      'Nhiệm vụ 3: Mới',
    ],
  },
  {
    name: 'Roman numbers and letters beyond z',
    parts: {
      numbering:
        abstractNum(0, lvl(0, 'lowerLetter', '%1)', '', 25)) +
        abstractNum(1, lvl(0, 'upperLetter', '%1.', '', 52)) +
        abstractNum(2, lvl(0, 'lowerRoman', '(%1)', '', 8)) +
        abstractNum(3, lvl(0, 'upperRoman', '%1.', '', 98)) +
        [1, 2, 3, 4].map((id) => numInstance(id, id - 1)).join(''),
      body: [1, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4]
        .map((id, i) => p(`dòng ${i + 1}`, num(id)))
        .join(''),
    },
    lines: itemLines(
      'y)',
      'z)',
      'aa)',
      'bb)',
      'ZZ.',
      'AAA.',
      '(viii)',
      '(ix)',
      '(x)',
      'XCVIII.',
      'XCIX.',
      'C.',
    ),
  },
  {
    name: 'compound numbers',
    parts: { numbering: outline + numInstance(1, 0), body: items(1, 0, 1, 2, 2, 1, 2, 0, 1) },
    lines: itemLines('1.', '1.1.', '1.1.a', '1.1.b', '1.2.', '1.2.a', '2.', '2.1.'),
  },
  {
    name: 'legal numbers under Roman chapters',
    libreOffice:
      'LibreOffice writes Roman numbers in a level that w:isLgl (17.9.4) has in decimals.',
    parts: {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', 'Chương %1'),
          lvl(1, 'decimal', '%1.%2', '<w:isLgl/>'),
          lvl(2, 'lowerLetter', '%1.%2.%3'),
        ) + numInstance(1, 0),
      body: items(1, 0, 0, 1, 1, 2),
    },
    lines: itemLines('Chương I', 'Chương II', '2.1', '2.2', 'II.2.a'),
  },
  {
    name: 'numbers by style, by a style it is based on, and switched off',
    parts: {
      numbering:
        abstractNum(
          0,
          lvl(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="Dieu"/>'),
          lvl(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>'),
        ) + numInstance(5, 0),
      styles:
        paragraphStyle('Dieu', numPr(5), '', 'Điều') +
        paragraphStyle('Khoan', numPr(5, 1), '', 'Khoản') +
        paragraphStyle('DieuDam', '', 'Dieu') +
        paragraphStyle('DieuTron', numPr(0), 'Dieu'),
      body:
        p('Phạm vi', styled('Dieu')) +
        p('Một', styled('Khoan')) +
        p('Hai', styled('Khoan')) +
        p('Không số', styled('Khoan') + num(0)) +
        p('Ba', styled('Khoan')) +
        p('Đối tượng', styled('DieuDam')) +
        p('Một nữa', styled('Khoan')) +
        p('Kiểu không số', styled('DieuTron')) +
        p('Điều cuối', styled('Dieu')),
    },
    lines: [
      'Điều 1. Phạm vi',
      '1. Một',
      '2. Hai',
      'Không số',
      '3. Ba',
      'Điều 2. Đối tượng',
      '1. Một nữa',
      'Kiểu không số',
      'Điều 3. Điều cuối',
    ],
  },
  {
    name: 'levels behind a numbering style',
    parts: {
      numbering: `${abstractNum(1, '<w:styleLink w:val="DS"/>', lvl(0, 'lowerRoman', '(%1)'))}<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>${numInstance(1, 0)}${numInstance(2, 1)}`,
      styles:
        '<w:style w:type="numbering" w:styleId="DS"><w:name w:val="DS"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      body: items(1, 0, 0, 0),
    },
    lines: itemLines('(i)', '(ii)', '(iii)'),
  },
  {
    name: 'empty numbered paragraphs count',
    parts: {
      numbering: outline + numInstance(1, 0),
      body:
        p('Một', num(1)) +
        p('', num(1)) +
        p('Ba', num(1)) +
        p('<w:r><w:tab/></w:r>', num(1)) +
        p(`<w:ins w:id="5" w:author="a">${r('Năm')}</w:ins>`, num(1)),
    },
    lines: ['1. Một', '3. Ba', '5. Năm'],
  },
  {
    name: 'hidden, deleted and moved numbered paragraphs do not count',
    libreOffice:
      'LibreOffice counts what is hidden, deleted (17.13.5.15) or moved away (17.13.5.21); here all changes are accepted.',
    parts: {
      numbering: outline + numInstance(1, 0),
      body:
        p('Một', num(1)) +
        p(hiddenRun('ẩn'), `${num(1)}<w:rPr><w:vanish/></w:rPr>`) +
        p('Hai', num(1)) +
        p(deletedRun('bỏ'), `${num(1)}<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>`) +
        p('Ba', num(1)) +
        p(
          `<w:moveFrom w:id="3" w:author="a">${r('dời')}</w:moveFrom>`,
          `${num(1)}<w:rPr><w:moveFrom w:id="4" w:author="a"/></w:rPr>`,
        ) +
        p('Bốn', num(1)),
    },
    lines: ['1. Một', '2. Hai', '3. Ba', '4. Bốn'],
  },
  {
    name: 'numbers in the cells of a table and before and after it',
    parts: {
      numbering:
        abstractNum(0, lvl(0, 'decimal', '%1.')) +
        abstractNum(1, lvl(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')) +
        numInstance(1, 0) +
        numInstance(2, 1),
      body:
        p('Trước bảng', num(1)) +
        table(
          [
            [p('TT'), p('Việc'), p('Đơn vị')],
            [p(r(' '), num(2)), p('Rà soát', num(1)), p('Sở Nội vụ')],
            [p(r(' '), num(2)), p('Báo cáo', num(1)), p('Sở Y tế')],
          ],
          'single',
        ) +
        p('Sau bảng', num(1)),
    },
    lines: [
      '1. Trước bảng',
      'TT\tViệc\tĐơn vị',
      '1\t2. Rà soát\tSở Nội vụ',
      '2\t3. Báo cáo\tSở Y tế',
      '4. Sau bảng',
    ],
  },
  {
    name: 'headings of a law, with every kind of suffix',
    parts: {
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', 'Chương %1', '<w:suff w:val="space"/><w:pStyle w:val="H1"/>'),
          lvl(1, 'decimal', 'Điều %2.', '<w:suff w:val="space"/><w:pStyle w:val="H2"/>'),
          lvl(2, 'decimal', '%3.', '<w:suff w:val="tab"/>'),
          lvl(3, 'lowerLetter', '%4)', '<w:suff w:val="nothing"/>'),
        ) + numInstance(1, 0),
      styles:
        paragraphStyle('H1', `${numPr(1)}<w:outlineLvl w:val="0"/>`, '', 'heading 1') +
        paragraphStyle('H2', `${numPr(1, 1)}<w:outlineLvl w:val="1"/>`, '', 'heading 2'),
      body:
        p('QUY ĐỊNH CHUNG', styled('H1')) +
        p('Phạm vi', styled('H2')) +
        p('Khoản một', num(1, 2)) +
        p('điểm a', num(1, 3)) +
        p('điểm b', num(1, 3)) +
        p('Đối tượng', styled('H2')) +
        p('TỔ CHỨC', styled('H1')) +
        p('Trách nhiệm', styled('H2')) +
        p('Khoản', num(1, 2)),
    },
    lines: [
      'Chương I QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi',
      '1. Khoản một',
      'a)điểm a',
      'b)điểm b',
      'Điều 2. Đối tượng',
      'Chương II TỔ CHỨC',
      'Điều 1. Trách nhiệm',
      '1. Khoản',
    ],
  },
  {
    name: 'bullets and rarer formats',
    parts: {
      numbering:
        abstractNum(0, lvl(0, 'bullet', '-'), lvl(1, 'bullet', '+'), lvl(2, 'none', '')) +
        abstractNum(1, lvl(0, 'decimalZero', '%1/', '', 9)) +
        abstractNum(2, lvl(0, 'ordinal', '%1', '', 1)) +
        abstractNum(3, lvl(0, 'cardinalText', '%1:', '', 20)) +
        abstractNum(4, lvl(0, 'ordinalText', '%1:', '', 1)) +
        [1, 2, 3, 4, 5].map((id) => numInstance(id, id - 1)).join(''),
      body: [
        [1, 0],
        [1, 1],
        [1, 2],
        [2, 0],
        [2, 0],
        [3, 0],
        [3, 0],
        [4, 0],
        [4, 0],
        [5, 0],
        [5, 0],
      ]
        .map(([id, level], i) => p(`dòng ${i + 1}`, num(id ?? 0, level)))
        .join(''),
    },
    lines: [
      '- dòng 1',
      '+ dòng 2',
      'dòng 3',
      '09/ dòng 4',
      '10/ dòng 5',
      '1st dòng 6',
      '2nd dòng 7',
      'Twenty: dòng 8',
      'Twenty-one: dòng 9',
      'First: dòng 10',
      'Second: dòng 11',
    ],
  },
  {
    name: 'a level that comes before the one above it, and lists taken up again',
    parts: {
      numbering:
        outline +
        abstractNum(1, lvl(0, 'upperRoman', '%1.'), lvl(1, 'decimal', '%2.')) +
        numInstance(1, 0) +
        numInstance(2, 1),
      body:
        items(1, 1, 0, 1) +
        [
          [2, 0],
          [2, 1],
          [1, 1],
          [2, 1],
          [2, 0],
          [2, 1],
          [1, 0],
        ]
          .map(([id, level], i) => p(`dòng ${i + 4}`, num(id ?? 0, level)))
          .join(''),
    },
    lines: itemLines('1.1.', '2.', '2.1.', 'I.', '1.', '2.2.', '2.', 'II.', '1.', '3.'),
  },
]
