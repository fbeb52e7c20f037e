// OpenDocument texts: paragraphs, lists with their numbers, tables, notes, old fonts, broken files. The numbers of the
// lists are those that LibreOffice shows for the same files.
import { describe, expect, test } from 'vitest'
import { detectMediaType } from '../../src/parse/detect.ts'
import { odt } from '../../src/parse/odt.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import { blockLines } from '../support/parse-blocks.ts'

const type = 'application/vnd.oasis.opendocument.text'
const spaces =
  'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:svg="v" xmlns:draw="d" xmlns:loext="l"'

function make(body: string, styles = '', more: Array<[string, string]> = []): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return writeStoredZip(
    [['mimetype', type], ['content.xml', content], ...more].map(([name, xml]) => [
      name ?? '',
      Buffer.from(xml ?? ''),
    ]),
  )
}
const flat = (body: string, styles = '') =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${spaces} office:mimetype="${type}"><office:automatic-styles>${styles}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Phòng</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  )
const p = (text: string, attributes = '') => `<text:p ${attributes}>${text}</text:p>`
const h = (level: number, text: string, attributes = '') =>
  `<text:h text:outline-level="${level}" ${attributes}>${text}</text:h>`
const li = (content: string, attributes = '') =>
  `<text:list-item ${attributes}>${content}</text:list-item>`
const ul = (style: string, items: string, attributes = '') =>
  `<text:list ${style ? `text:style-name="${style}"` : ''} ${attributes}>${items}</text:list>`
const number = (level: number, format: string, attributes = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${attributes}/>`
const bullet = (level: number, char: string, attributes = '') =>
  `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${char}" ${attributes}/>`
const lists = Object.entries({
  A:
    number(1, '1', 'style:num-suffix="."') +
    number(2, '1', 'style:num-suffix="." text:display-levels="2"') +
    number(3, '1', 'style:num-suffix="." text:display-levels="3"'),
  B: number(1, 'I', 'style:num-suffix="."') + number(2, 'a', 'style:num-suffix=")"'),
  C: number(1, 'a', 'style:num-suffix=")"'),
  D: number(1, 'a', 'style:num-suffix=")" style:num-letter-sync="true"'),
  E:
    number(1, '1', 'style:num-prefix="Nhiệm vụ " style:num-suffix=":" text:start-value="5"') +
    number(2, '1', 'text:display-levels="2"'),
  F: number(1, '') + number(2, '1', 'style:num-suffix="." text:display-levels="2"'),
  G: bullet(1, '-', 'style:num-suffix="."') + bullet(2, '\uF0B7'),
  J:
    number(1, '1', 'loext:num-list-format="Điều %1%." style:num-suffix="."') +
    number(2, 'a', 'loext:num-list-format="%1%-%2%)"') +
    number(3, '', 'loext:num-list-format="%1%.%3%"') +
    number(4, '1', 'loext:num-list-format="(%3%.%4%)"'),
})
  .map(([name, levels]) => `<text:list-style style:name="${name}">${levels}</text:list-style>`)
  .join('')
const consecutive = `<text:list-style style:name="I" text:consecutive-numbering="true">${number(1, '1')}${number(2, '1')}</text:list-style>`
const cell = (content: string, style = '', attributes = '') =>
  `<table:table-cell${style ? ` table:style-name="${style}"` : ''} ${attributes}>${content}</table:table-cell>`
const covered = '<table:covered-table-cell/>'
const table = (rows: string[][]) =>
  `<table:table>${rows.map((row) => `<table:table-row>${row.join('')}</table:table-row>`).join('')}</table:table>`
const styleOf = (name: string, family: string, properties: string, attributes = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}>${properties}</style:style>`
const lined =
  styleOf('C', 'table-cell', '<style:table-cell-properties fo:border="0.5pt solid #000000"/>') +
  styleOf('N', 'table-cell', '<style:table-cell-properties fo:border="none"/>') +
  styleOf('Z', 'table-cell', '<style:table-cell-properties fo:border="0pt solid #000000"/>')
const font = (name: string, family: string, face: string) =>
  styleOf(name, family, `<style:text-properties style:font-name="${face}"/>`)
const numbered = async (body: string, styles = lists) =>
  (await blockLines(odt, make(body, styles))).map((line) =>
    line.replace(/^[a-z]+-?[a-z]* ?\d?: /, ''),
  )

describe('odt reads text', () => {
  test.each<[string, string, string, string[]]>([
    [
      'paragraphs and headings',
      '',
      h(2, 'Kết quả') + p('Năm <text:span>học</text:span> 2022'),
      ['heading 2: Kết quả', 'paragraph: Năm học 2022'],
    ],
    [
      'spaces, tabs, line breaks and entities',
      '',
      p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>D &amp; Đ\n   e'),
      ['paragraph: a   b\tc', 'paragraph: D & Đ e'],
    ],
    [
      'white space that runs together across elements, and CDATA',
      '',
      p(' a <text:span> b</text:span>\n c<![CDATA[<d>]]>'),
      ['paragraph: a b c<d>'],
    ],
    [
      'notes behind the text, text boxes before their paragraph',
      '',
      p(
        'Chính<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
          `${p('Ghi chú')}</text:note-body></text:note><draw:frame><draw:text-box>${p('Hộp')}</draw:text-box></draw:frame> văn`,
      ),
      ['paragraph: Hộp', 'paragraph: Chính văn', 'footnote: Ghi chú'],
    ],
    [
      'lines of a table of contents as such',
      '',
      `<text:table-of-content><text:index-body>${p('I. Mở đầu<text:tab/>1')}</text:index-body></text:table-of-content>${p('a')}`,
      ['chrome: I. Mở đầu\t1', 'paragraph: a'],
    ],
    [
      'TCVN3 by the font of a paragraph, of a run, of a parent style',
      `<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>${font('P', 'paragraph', 'F1')}${font('T', 'text', '.VnTimeH')}${styleOf('Q', 'paragraph', '', 'style:parent-style-name="P"')}`,
      p('§éc lËp - Tù do - H¹nh phóc', 'text:style-name="P"') +
        p(
          '<text:span text:style-name="T">ñ</text:span>y ban nh©n d©n tØnh',
          'text:style-name="Q"',
        ) +
        p('t\u00ADêng', 'text:style-name="Q"'),
      [
        'paragraph: Độc lập - Tự do - Hạnh phúc',
        'paragraph: Ủy ban nhân dân tỉnh',
        'paragraph: tường',
      ],
    ],
    [
      'VNI, and Unicode that names an old font as it stands',
      font('P', 'paragraph', 'VNI-Times') + font('U', 'paragraph', '.VnTime'),
      p('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'text:style-name="P"') +
        p('Độc lập, tự do', 'text:style-name="U"'),
      ['paragraph: Cộng hòa xã hội chủ nghĩa Việt Nam', 'paragraph: Độc lập, tự do'],
    ],
  ])('%s', async (_, styles, body, expected) => {
    expect(await blockLines(odt, make(body, styles))).toEqual(expected)
  })

  test('headers and footers behind the text, each line once, and the title', async () => {
    const master = `<office:document-styles ${spaces}><office:master-styles><style:master-page><style:header>${p('Phòng')}</style:header><style:header-first>${p('Phòng')}${p('Mật')}</style:header-first><style:footer>${p('Trang <text:page-number>1</text:page-number>')}${p('2')}</style:footer></style:master-page></office:master-styles></office:document-styles>`
    const bytes = make(p('a'), '', [
      ['styles.xml', master],
      ['meta.xml', '<office:meta><dc:title>Báo cáo &amp; kế hoạch</dc:title></office:meta>'],
    ])
    expect(await blockLines(odt, bytes)).toEqual([
      'paragraph: a',
      'page-header: Phòng',
      'page-header: Mật',
      'page-footer: Trang 1',
    ])
    const parsed = await odt.parse({ bytes, name: 'x', limits: defaultLimits, progress() {} })
    expect(parsed.metadata).toEqual({ title: 'Báo cáo & kế hoạch' })
  })

  test.each<[string, string]>([
    ['comments', '<office:annotation><text:p>x</text:p></office:annotation>'],
    ['deleted text', '<text:tracked-changes><text:p>x</text:p></text:tracked-changes>'],
    ['descriptions of pictures', '<draw:frame><svg:title>x</svg:title></draw:frame>'],
    ['data of pictures', '<draw:image><office:binary-data>eHg=</office:binary-data></draw:image>'],
    ['hidden text', '<text:span text:style-name="H">x<text:tab/></text:span>'],
    ['text hidden by a condition', '<text:hidden-text text:is-hidden="true">x</text:hidden-text>'],
    ['numbers that are only a copy', '<text:number>1.</text:number>'],
    ['XML comments', '<!-- x -->'],
  ])('ignores %s', async (_, inside) => {
    const hidden = styleOf('H', 'text', '<style:text-properties text:display="none"/>')
    expect(await blockLines(odt, make(p(`a${inside}b`), hidden))).toEqual(['paragraph: ab'])
  })

  test('ignores hidden paragraphs and sections, keeps what is inserted', async () => {
    const hidden = styleOf('H', 'paragraph', '<style:text-properties text:display="none"/>')
    const body =
      p('x', 'text:style-name="H"') +
      `<text:section text:display="none">${p('x')}</text:section>` +
      p('x<text:hidden-paragraph text:is-hidden="true"/>') +
      p('a<text:change-start/>b<text:change-end/><text:change/>c')
    expect(await blockLines(odt, make(body, hidden))).toEqual(['paragraph: abc'])
  })
})

describe('odt reads list numbers', () => {
  test.each<[string, string, string[]]>([
    [
      'by level, with the numbers of the levels above',
      ul(
        'A',
        li(p('a') + ul('', li(p('b') + ul('', li(p('c')))) + li(p('d')))) +
          li(p('e') + p('f') + ul('', li(p('g')))),
      ),
      ['1. a', '1.1. b', '1.1.1. c', '1.2. d', '2. e', 'f', '2.1. g'],
    ],
    [
      'that go on with the list before, or with one that is named',
      ul('A', li(p('a')), 'xml:id="x"') +
        ul('B', li(p('b'))) +
        ul('A', li(p('c')), 'text:continue-numbering="true"') +
        ul('A', li(p('d')), 'xml:id="y"') +
        ul('A', li(p('e')), 'text:continue-list="x"') +
        ul('A', li(p('f')), 'text:continue-list="y"'),
      ['1. a', 'I. b', '2. c', '1. d', '3. e', '2. f'],
    ],
    [
      'of a level that comes before the one above it',
      ul('A', li(ul('', li(p('a')) + li(p('b')))) + li(p('c'))) +
        p('x') +
        ul('A', li(ul('', li(p('d')))), 'text:continue-numbering="true"'),
      ['1.1. a', '1.2. b', '2. c', 'x', '2.1. d'],
    ],
    ['beyond z', ul('C', li(p('')).repeat(26) + li(p('a')) + li(p('b'))), ['aa) a', 'ab) b']],
    ['beyond z, letters repeated', ul('D', li(p('')).repeat(27) + li(p('b'))), ['bb) b']],
    [
      'with words, a start of their own, and a start in the middle',
      ul('E', li(p('a') + ul('', li(p('b')))) + li(p('c'), 'text:start-value="10"') + li(p('d'))),
      ['Nhiệm vụ 5: a', '5.1 b', 'Nhiệm vụ 10: c', 'Nhiệm vụ 11: d'],
    ],
    ['under a level without numbers', ul('F', li(p('a') + ul('', li(p('b'))))), ['a', '1. b']],
    [
      'as bullets, whatever suffix they have',
      ul('G', li(p('a') + ul('', li(p('b'))))),
      ['- a', '• b'],
    ],
    [
      'by the pattern that LibreOffice keeps',
      ul(
        'J',
        li(p('a') + ul('', li(p('b') + ul('', li(p('c') + ul('', li(p('d')))))) + li(p('e')))),
      ),
      ['Điều 1. a', '1-a) b', 'c', '(1) d', '1-b) e'],
    ],
    [
      'of one count for all levels',
      ul('I', li(p('a') + ul('', li(p('b')) + li(p('c')))) + li(p('d'))),
      ['1 a', '2 b', '3 c', '4 d'],
    ],
    [
      'not of list headers, but of empty items; and of items in another style',
      ul(
        'A',
        `<text:list-header>${p('a')}</text:list-header>${li(p('b'))}${li('<text:p/>')}${li(p('c'), 'text:style-override="B"')}`,
      ),
      ['a', '1. b', 'III. c'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await numbered(body, lists + consecutive)).toEqual(expected)
  })

  test('of headings by the outline, unless their style says otherwise', async () => {
    const outline = (level: number, format: string, more = '') =>
      `<text:outline-level-style text:level="${level}" style:num-format="${format}" style:num-suffix="." ${more}/>`
    const styles = `<office:document-styles ${spaces}><office:styles><text:outline-style style:name="Outline">${outline(1, 'I')}${outline(2, '1')}${outline(3, '1', 'text:display-levels="2"')}</text:outline-style>${styleOf('No', 'paragraph', '', 'style:list-style-name=""')}</office:styles></office:document-styles>`
    const body =
      h(1, 'A') +
      h(2, 'B') +
      h(3, 'C') +
      h(1, 'D', 'text:style-name="No"') +
      h(1, 'E', 'text:is-list-header="true"') +
      h(1, 'F') +
      h(1, 'G', 'text:restart-numbering="true" text:start-value="9"') +
      h(2, 'H')
    expect(await blockLines(odt, make(body, '', [['styles.xml', styles]]))).toEqual([
      'heading 1: I. A',
      'heading 2: 1. B',
      'heading 3: 1.1. C',
      'heading 1: D',
      'heading 1: E',
      'heading 1: II. F',
      'heading 1: IX. G',
      'heading 2: 1. H',
    ])
  })
})

describe('odt reads tables', () => {
  test.each<[string, string, string[]]>([
    [
      'rows of a table with lines',
      table([[cell(p('TT'), 'C'), cell(p('a') + p('b'), 'C')]]),
      ['table-row: TT\ta b'],
    ],
    [
      'cells that cover others or are repeated',
      table([
        [
          cell(p('TT'), 'C'),
          cell(p('Số'), 'C', 'table:number-columns-spanned="2"'),
          covered,
          cell(p('x'), 'C'),
        ],
        [cell('', 'C', 'table:number-columns-repeated="3"'), cell(p('y'), 'C')],
        [covered, cell(p('a'), 'C'), cell('', 'C', 'table:number-columns-repeated="1000000000"')],
      ]),
      ['table-row: TT\tSố\t\tx', 'table-row: \t\t\ty', 'table-row: \ta'],
    ],
    [
      'two columns without lines, left before right',
      table([[cell(p('UBND') + p('SỞ'), 'N'), cell(p('CỘNG HÒA'), 'Z')]]),
      ['paragraph: UBND', 'paragraph: SỞ', 'paragraph: CỘNG HÒA'],
    ],
    [
      'a table inside a cell: rows of its own where no lines go around it',
      table([
        [cell(p('a') + table([[cell(p('b'), 'C'), cell(p('c'), 'C')]]), 'N'), cell(p('d'), 'N')],
      ]),
      ['paragraph: a', 'table-row: b\tc', 'paragraph: d'],
    ],
    [
      'a table inside a cell with lines: text of that cell',
      table([
        [cell(p('a') + table([[cell(p('b'), 'C'), cell(p('c'), 'C')]]), 'C'), cell(p('d'), 'C')],
      ]),
      ['table-row: a b c\td'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blockLines(odt, make(body, lined))).toEqual(expected)
  })
})

describe('odt in one XML file', () => {
  test('is known by its content, and read', async () => {
    const bytes = flat(ul('A', li(p('a'))), lists)
    expect(odt.mediaTypes).toContain(detectMediaType(bytes))
    expect(await blockLines(odt, bytes)).toEqual(['list-item 0: 1. a', 'page-header: Phòng'])
  })

  test('keeps what stands before a cut, and says so', async () => {
    const whole = flat(p('Một') + p('Hai'))
    const bytes = whole.subarray(0, whole.indexOf('Hai'))
    const parsed = await odt.parse({ bytes, name: 'x', limits: defaultLimits, progress() {} })
    expect(parsed.text).toBe('Một')
    expect(parsed.partial).toBe(true)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['cut-short'])
  })
})

describe('odt refuses', () => {
  const locked =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  const entity = Buffer.from(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${flat(p('&a;'))}`)
  test.each<[string, Buffer, string]>([
    ['a password', make(p('a'), '', [['META-INF/manifest.xml', locked]]), 'encrypted'],
    ['no text', make(p(' ')), 'no-text'],
    ['no content', writeStoredZip([['mimetype', Buffer.from(type)]]), 'corrupt'],
    ['a cut container', make(p('a')).subarray(0, 300), 'corrupt'],
    ['broken XML', make('<text:p>a'), 'corrupt'],
    ['entities of its own', entity, 'corrupt'],
    ['nesting without end', make('<text:span>'.repeat(600)), 'too-complex'],
    ['lists nested without end', flat('<text:list><text:list-item>'.repeat(20_000)), 'too-complex'],
  ])('%s', async (_, bytes, code) => {
    await expect(blockLines(odt, bytes)).rejects.toMatchObject({ code })
  })
})
