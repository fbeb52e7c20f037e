// Rich text: escapes, code pages, old fonts, tables, lists, what is left out, broken files.
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/parse/parser.ts'
import { rtf } from '../../src/parse/rtf.ts'
import { blockLines } from '../support/parse-blocks.ts'

const fonts =
  '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset0{\\*\\panose 020b}.VnTime{\\*\\falt Arial};}' +
  '{\\f2\\fcharset0 .VnTimeH;}{\\f3\\fcharset163 Arial;}{\\f4\\fcharset2 Wingdings;}{\\f5\\fcharset2 Symbol;}' +
  '{\\f6\\fcharset0 VNI-Times;}{\\f7\\fcharset1 Tahoma;}{\\f8\\fcharset0\\cpg1258 Verdana;}}'
const make = (body: string, head = fonts, start = '\\ansi\\ansicpg1252\\deff0') =>
  Buffer.from(`{\\rtf1${start}${head}${body}}`, 'latin1')
const parse = (bytes: Uint8Array) =>
  rtf.parse({ bytes, name: 'thu.rtf', limits: defaultLimits, progress: () => undefined })
const lined = '\\clbrdrt\\brdrs\\clbrdrb\\brdrs'
const row2 = (a: string, b: string, lines = lined, width = 2) =>
  `\\trowd${lines}\\cellx1${lines}\\cellx${width} \\pard\\intbl ${a}\\cell ${b}\\cell\\row`
/** A list of two levels, "1." and "1.1", and one of bullets. */
const listTables =
  "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat1{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}" +
  "{\\listlevel\\levelnfc0\\levelstartat1{\\leveltext\\'03\\'00.\\'01;}{\\levelnumbers\\'01\\'03;}}\\listid7}" +
  "{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}{\\levelnumbers;}\\f5}\\listid8}" +
  "{\\list{\\listlevel\\levelnfc0\\levelfollow1{\\leveltext\\'0bNhi\\u7879 ?m v\\u7909 ? \\'00:;}{\\levelnumbers\\'0a;}}\\listid9}}" +
  '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid8\\listoverridecount0\\ls2}' +
  '{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls3}' +
  '{\\listoverride\\listid9\\listoverridecount0\\ls4}}'
const item = (list: number, level: number, text: string) =>
  `\\pard\\ls${list}\\ilvl${level} ${text}\\par `

describe('rtf reads characters', () => {
  test.each<[string, string, string[]]>([
    [
      'paragraphs, and a last one without its end',
      '\\pard M\\u7897 ?t\\par Hai',
      ['paragraph: Một', 'paragraph: Hai'],
    ],
    ['negative \\u numbers', 'A\\u-3913 ?\\par', ['paragraph: A\uF0B7']],
    ['two halves of a character', 'A\\u-10179 ?\\u-8704 ?B\\par', ['paragraph: A😀B']],
    ['the fallback of \\uc2', '\\uc2 H\\u7897 xxi\\par', ['paragraph: Hội']],
    ['no fallback after \\uc0', '{\\uc0 H\\u7897 i}\\par', ['paragraph: Hội']],
    ['\\uc of a group until its end', 'H{\\uc2\\u7897 xx}\\u7897 ?i\\par', ['paragraph: Hộội']],
    ['fallbacks written as bytes', "H\\u7897\\'6fi\\par", ['paragraph: Hội']],
    ['fallbacks written as words', 'H\\u7897\\emdash i\\u8211\\b nh\\par', ['paragraph: Hội–nh']],
    ['a fallback that a group cuts off', 'H{\\u7897}i\\par', ['paragraph: Hội']],
    [
      'Windows-1258 by the charset of the font, by its code page, and by that of the document',
      "{\\f3 Vi\\'ea\\'f2t Nam} {\\f8 Vi\\'ea\\'f2t} {\\f7 \\'ea}\\par",
      ['paragraph: Việt Nam Việt ê'],
    ],
    [
      'a tone of Windows-1258 in another run than its vowel',
      "{\\f3 Vi\\'ea{\\b\\'f2}t Nam}\\par",
      ['paragraph: Việt Nam'],
    ],
    [
      'signs of their own',
      'a\\~b\\_c\\endash d\\{e\\}\\tab f\\line g\\par',
      ['paragraph: a\u00A0b\u2011c–d{e}\tf\ng'],
    ],
    ['the font Symbol', "k {\\f5 \\'a3} 0,5 {\\f5\\u-3933 ?} 1\\par", ['paragraph: k ≤ 0,5 ≤ 1']],
    [
      'fields that are one sign of a font',
      'k {\\field{\\*\\fldinst{SYMBOL 163 \\\\f "Symbol" \\\\s 12}}{\\fldrslt\\f5 x}} 1\\par',
      ['paragraph: k ≤ 1'],
    ],
    ['a bullet that was typed', "{\\f5 \\'b7} m\\u7909 ?c\\par", ['paragraph: • mục']],
    [
      'results of fields, also of fields inside fields',
      '{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}{\\fldrslt 7}}\\par',
      ['paragraph: 7'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blockLines(rtf, make(body))).toEqual(expected)
  })

  test('bytes of a font without a charset by the code page of the document, of an ANSI font by 1252', async () => {
    const bytes = make("{\\f7 Vi\\'ea\\'f2t}{\\f0 \\'f0}\\par", fonts, '\\ansi\\ansicpg1258')
    expect(await blockLines(rtf, bytes)).toEqual(['paragraph: Việtð'])
  })
})

describe('rtf decodes old fonts, run by run', () => {
  test.each<[string, string, string[]]>([
    [
      'TCVN3, capitals too',
      "{\\f2 c\\'e9ng h\\'dfa}\\par{\\f1 \\'a7\\'e9c l\\'cbp - T\\'f9 do - H\\'b9nh ph\\'f3c}\\par",
      ['paragraph: CỘNG HÒA', 'paragraph: Độc lập - Tự do - Hạnh phúc'],
    ],
    [
      'a first letter in the font of capitals',
      "{\\f2 \\'f1}{\\f1 y ban nh\\'a9n d\\'a9n t\\'d8nh; th\\'f9c hi\\'d6n ngh\\'de quy\\'d5t}\\par",
      ['paragraph: Ủy ban nhân dân tỉnh; thực hiện nghị quyết'],
    ],
    [
      'ư of TCVN3, which is an optional hyphen elsewhere, as a byte and as \\-',
      "{\\f1 Tr\\'ad\\'eang h\\'e4c, n\\'ad\\'edc, ph\\-\\'acng, \\'ae\\-\\'eec}\\par",
      ['paragraph: Trường học, nước, phương, được'],
    ],
    [
      'VNI',
      "{\\f6 Co\\'e4ng ho\\'f8a xa\\'f5 ho\\'e4i chu\\'fb ngh\\'f3a Vie\\'e4t Nam}\\par",
      ['paragraph: Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ],
    [
      'Unicode and TCVN3 side by side',
      "S\\u7889 ?: 12, \\u273 ?\\u7883 ?a b\\u224 ?n {\\f1 t\\'d8nh L\\'b9ng S\\'acn, n\\'a8m h\\'e4c}\\par",
      ['paragraph: Số: 12, địa bàn tỉnh Lạng Sơn, năm học'],
    ],
    [
      'Unicode that names an old font as it stands',
      '{\\f1 \\u272 ?\\u7897 ?c l\\u7853 ?p, t\\u7921 ? do}\\par',
      ['paragraph: Độc lập, tự do'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blockLines(rtf, make(body))).toEqual(expected)
  })

  test('the title too', async () => {
    const info =
      '{\\info{\\upr{\\title ?}{\\*\\ud{\\title B\\u225 ?o c\\u225 ?o}}}{\\author M}{\\company X}}'
    expect((await parse(make(`${info}a\\par`))).metadata).toEqual({ title: 'Báo cáo' })
  })
})

describe('rtf reads structure', () => {
  test.each<[string, string, string[]]>([
    [
      'headings by style and by outline level, and lines of contents',
      '{\\stylesheet{\\s1 heading 1;}{\\s2 toc 1;}{\\s3\\outlinelevel1 M\\u7909 ?c;}}\\pard\\s2 M\\tab 1\\par' +
        '\\pard\\s1 A\\par\\pard\\s3 B\\par\\pard\\outlinelevel2 C\\par\\pard\\s1\\outlinelevel9 D\\par',
      ['chrome: M\t1', 'heading 1: A', 'heading 2: B', 'heading 3: C', 'paragraph: D'],
    ],
    [
      'numbers of lists as they were shown',
      "{\\listtext\\pard\\plain\\f0 a)\\tab}\\ls1\\ilvl1 M\\u7909 ?c\\par\\pard{\\pntext\\f5\\'b7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb\\'b7}}B\\par" +
        '\\pard{\\listtext\\f4\\u-3844 ?}C\\par',
      ['list-item 1: a) Mục', 'list-item 0: • B', 'list-item 0: ✓C'],
    ],
    [
      'numbers of lists by their tables, where they do not stand in the text',
      listTables +
        item(1, 0, 'A') +
        item(1, 1, 'B') +
        item(1, 1, 'C') +
        item(2, 0, 'D') +
        item(1, 0, 'E') +
        item(1, 1, 'F') +
        item(3, 0, 'G') +
        item(4, 0, 'H') +
        item(0, 0, 'I'),
      [
        'list-item 0: 1. A',
        'list-item 1: 1.1 B',
        'list-item 1: 1.2 C',
        'list-item 0: • D',
        'list-item 0: 2. E',
        'list-item 1: 2.1 F',
        'list-item 0: 5. G',
        'list-item 0: Nhiệm vụ 1: H',
        'paragraph: I',
      ],
    ],
    [
      'numbers that count on behind one that stands in the text',
      `${listTables}\\pard{\\listtext 1.\\tab}\\ls1 A\\par ${item(1, 0, 'B')}`,
      ['list-item 0: 1. A', 'list-item 0: 2. B'],
    ],
    [
      'rows of a table with lines',
      `\\trowd${lined}\\cellx1${lined}\\cellx2${lined}\\cellx3 \\intbl TT\\cell A\\par B\\cell C\\cell\\row\\pard sau\\par`,
      ['table-row: TT\tA B\tC', 'paragraph: sau'],
    ],
    [
      'cells whose paragraphs do not say that they stand in a table',
      `\\trowd${lined}\\cellx1${lined}\\cellx2 TT\\cell A\\par B\\cell\\row sau\\par`,
      ['table-row: TT\tA B', 'paragraph: sau'],
    ],
    [
      'two columns without lines, left before right',
      '\\trowd\\cellx1\\cellx2 \\intbl UBND\\par\\intbl S\\u7888 ?\\cell C\\u7896 ?NG\\par\\intbl \\u272 ?\\cell\\row\\pard',
      ['paragraph: UBND', 'paragraph: SỐ', 'paragraph: CỘNG', 'paragraph: Đ'],
    ],
    [
      'a table with lines right behind one without',
      row2('UBND', 'C\\u7896 ?NG', '', 3) + row2('TT', 'T\\u234 ?n') + row2('1', 'Mai'),
      ['paragraph: UBND', 'paragraph: CỘNG', 'table-row: TT\tTên', 'table-row: 1\tMai'],
    ],
    [
      'a table inside a cell: rows of its own where no lines go around it',
      '\\trowd\\cellx1\\cellx9 \\pard\\intbl tr\\u225 ?i\\par\\pard\\intbl\\itap2 a\\nestcell b\\nestcell' +
        `{\\*\\nesttableprops\\trowd${lined}\\cellx3${lined}\\cellx4\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 sau\\cell ph\\u7843 ?i\\cell\\row`,
      ['paragraph: trái', 'table-row: a\tb', 'paragraph: sau', 'paragraph: phải'],
    ],
    [
      'a table inside a cell with lines: text of that cell',
      `\\trowd${lined}\\cellx1${lined}\\cellx9 \\pard\\intbl\\itap2 a\\nestcell b\\nestcell` +
        `{\\*\\nesttableprops\\trowd${lined}\\cellx3${lined}\\cellx4\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell c\\cell\\row`,
      ['table-row: a b\tc'],
    ],
    [
      'text boxes once, notes and headers behind the text',
      '{\\header Ph\\u242 ?ng\\par}A{\\footnote Ghi}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt H\\u7897 ?p\\par}}{\\shprslt H\\u7897 ?p\\par}}\\par',
      ['paragraph: Hộp', 'paragraph: A', 'footnote: Ghi', 'page-header: Phòng'],
    ],
    [
      'text boxes in groups, of Word 95, and in cells',
      '{\\shpgrp{\\*\\shpinst{\\shp{\\*\\shpinst{\\shptxt A\\par}}}}}{\\*\\do\\dptxbx{\\dptxbxtext B\\par}}C\\par' +
        row2('{\\shp{\\*\\shpinst{\\shptxt D\\par}}}E', 'F'),
      ['paragraph: A', 'paragraph: B', 'paragraph: C', 'table-row: D E\tF'],
    ],
    [
      'notes with a star, headers and footers each once',
      '{\\headerf X\\par}{\\headerr X\\par}{\\footer Trang {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}{\\footerl 3\\par}A{\\*\\footnote\\ftnalt B}\\par',
      ['paragraph: A', 'footnote: B', 'page-header: X', 'page-footer: Trang 1'],
    ],
    [
      'two columns put side by side by tabs in the head',
      'UBND X\\tab\\tab C\\u7896 ?NG H\\u210 ?A X\\u195 ? H\\u7896 ?I CH\\u7910 ? NGH\\u296 ?A\\par N\\u7897 ?i\\tab dung\\par',
      [
        'paragraph: UBND X',
        'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
        'paragraph: Nội',
        'paragraph: dung',
      ],
    ],
    [
      'tracked changes as accepted',
      'A {\\revised m\\u7899 ?i }{\\deleted c\\u361 ? \\par}B{\\*\\mvfmf}{\\mvf C}\\par',
      ['paragraph: A mới B'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blockLines(rtf, make(body))).toEqual(expected)
  })

  test.each<[string, string]>([
    ['pictures and binary data', '{\\pict\\wmetafile8 0102ff}{\\*\\x\\bin4 {}{}}a\\par'],
    ['data of objects', '{\\object{\\*\\objdata 0102}{\\result{\\pict 01}}}a\\par'],
    ['unknown starred groups', '{\\*\\generator Word;}{\\*\\bkmkstart x}a\\par'],
    ['hidden and deleted text', '{\\v bí}{\\deleted xóa}a\\par'],
    ['the end of hidden text inside deleted text', '{\\deleted{\\v x}y\\v0 z}a\\par'],
    ['tables of colours and styles', '{\\colortbl;\\red0;}{\\stylesheet{Normal;}}a\\par'],
    ['comments', '{\\*\\atnid M}{\\*\\annotation nhận xét}a\\par'],
    ['entries of indexes', 'a{\\xe mục}{\\tc lục}\\par'],
    ['instructions of fields', '{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt a}}\\par'],
    ['numbers of notes', 'a{\\super\\chftn}\\par'],
    ['zero bytes', 'a\0par\\par'.replace('par', '')],
    ['what stands behind the end', 'a\\par}\r\n\0\0 rác'],
  ])('ignores %s', async (_, body) => {
    expect(await blockLines(rtf, make(body))).toEqual(['paragraph: a'])
  })
})

describe('rtf and broken files', () => {
  test.each<[string, Uint8Array, string]>([
    ['no text', make('\\par\\par'), 'no-text'],
    ['nesting without end', make('{'.repeat(100_000)), 'too-complex'],
    ['an end before any text', make('').subarray(0, 60), 'corrupt'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(blockLines(rtf, bytes)).rejects.toMatchObject({ code })
  })

  test.each<[string, string, string[], boolean]>([
    ['a cut between two letters', 'Hai\\par {\\b Ba', ['paragraph: Hai', 'paragraph: Ba'], true],
    ['a cut in a word', 'Hai\\par Ba\\pa', ['paragraph: Hai', 'paragraph: Ba'], true],
    [
      'a cut in a text box',
      'A{\\shp{\\*\\shpinst{\\shptxt B',
      ['paragraph: B', 'paragraph: A'],
      true,
    ],
    [
      'a cut in a row',
      `${lined}\\trowd\\cellx1\\intbl A\\cell B`,
      ['paragraph: A', 'paragraph: B'],
      true,
    ],
    [
      'data longer than the file',
      'A{\\pict\\bin99999 x}\\par B\\par}',
      ['paragraph: A', 'paragraph: B'],
      false,
    ],
    ['a brace too many', 'A\\par}}B\\par}', ['paragraph: A', 'paragraph: B'], false],
  ])('keeps what is there around %s', async (_, body, lines, isPartial) => {
    const whole = make(body)
    const bytes = whole.subarray(0, whole.length - 1)
    expect(await blockLines(rtf, bytes)).toEqual(lines)
    const { partial, warnings } = await parse(bytes)
    expect(partial).toBe(isPartial)
    expect(warnings.map(({ code }) => code)).toEqual(isPartial ? ['cut-short'] : [])
  })

  test('never throws anything but a named failure, wherever the file ends', async () => {
    const whole = make(
      `${listTables}${item(1, 0, 'A')}${row2('a', 'b')}{\\footnote x\\par}{\\field{\\*\\fldinst SYMBOL 163}{\\fldrslt}}{\\shp{\\*\\shpinst{\\shptxt D\\par}}}\\u7897 ?\\par`,
    )
    for (let end = 6; end < whole.length; end += 7)
      await parse(whole.subarray(0, end)).catch((error: unknown) =>
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:corrupt|no-text)$/) }),
      )
  })
})
