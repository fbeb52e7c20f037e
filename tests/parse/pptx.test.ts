// Presentations: slides in their order, shapes in reading order, bullets and numbers, tables, notes, old fonts.
import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits, type ParseLimits } from '../../src/parse/parser.ts'
import { pptx } from '../../src/parse/pptx.ts'
import { writeStoredZip } from '../../src/parse/zip-write.ts'
import { blockLines } from '../support/parse-blocks.ts'

const run = (text: string, font?: string) =>
  `<a:r><a:rPr lang="vi-VN">${font ? `<a:latin typeface="${font}"/>` : ''}</a:rPr><a:t>${text}</a:t></a:r>`
const p = (...runs: string[]) => `<a:p>${runs.map((text) => run(text)).join('')}</a:p>`
/** A paragraph with properties: its level, and what stands inside <a:pPr>. */
const item = (text: string, properties: string, level = 0) =>
  `<a:p><a:pPr lvl="${level}">${properties}</a:pPr>${run(text)}</a:p>`
const place = (x: number, y: number, width: number, height: number, tag = 'p:spPr') =>
  `<${tag}><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></${tag}>`
const shape = (content: string, placeholder?: string, spPr = '', lstStyle = '') =>
  `<p:sp><p:nvSpPr><p:nvPr>${placeholder ? `<p:ph ${placeholder.includes('=') ? placeholder : `type="${placeholder}"`}/>` : ''}</p:nvPr></p:nvSpPr>${spPr}<p:txBody><a:lstStyle>${lstStyle}</a:lstStyle>${content}</p:txBody></p:sp>`
const at = (text: string, x: number, y: number, width: number, height: number) =>
  shape(p(text), undefined, place(x * 1e5, y * 1e5, width * 1e5, height * 1e5))
const group = (content: string, x: number, y: number, width: number, height: number) =>
  `<p:grpSp>${place(x * 1e5, y * 1e5, width * 1e5, height * 1e5, 'p:grpSpPr')}${content}</p:grpSp>`
const rels = (targets: Array<[string, string]>) =>
  `<Relationships>${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="x/${type}" Target="${target}"/>`).join('')}</Relationships>`

type Made = {
  /** In the order of their files. */
  slides: string[]
  /** That of the presentation; slides are counted from 1. */
  order?: number[]
  notes?: Record<number, string>
  layout?: string
  master?: string
  theme?: string
  others?: Array<[string, string]>
  hidden?: number[]
}

function make({
  slides,
  order = slides.map((_, i) => i + 1),
  notes = {},
  layout = '',
  master = '',
  theme = '',
  others = [],
  hidden = [],
}: Made): Buffer {
  const members: Array<[string, string]> = [
    ['[Content_Types].xml', '<Types/>'],
    [
      'ppt/presentation.xml',
      `<p:presentation><p:sldIdLst>${order.map((n) => `<p:sldId id="${300 + n}" r:id="rId${n}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ],
    [
      'ppt/_rels/presentation.xml.rels',
      rels(slides.map((_, i) => ['slide', `slides/slide${i + 1}.xml`])),
    ],
    ...slides.flatMap((xml, i): Array<[string, string]> => {
      const n = i + 1
      return [
        [
          `ppt/slides/slide${n}.xml`,
          `<p:sld${hidden.includes(n) ? ' show="0"' : ''}>${xml}</p:sld>`,
        ],
        [
          `ppt/slides/_rels/slide${n}.xml.rels`,
          rels([
            ['slideLayout', '../slideLayouts/slideLayout1.xml'],
            ['notesSlide', notes[n] ? `../notesSlides/notesSlide${n}.xml` : 'none.xml'],
            ['diagramData', '/ppt/diagrams/data1.xml'],
          ]),
        ],
      ]
    }),
    ...Object.entries(notes).map(([n, xml]): [string, string] => [
      `ppt/notesSlides/notesSlide${n}.xml`,
      `<p:notes>${xml}</p:notes>`,
    ]),
    ['ppt/slideLayouts/slideLayout1.xml', `<p:sldLayout>${layout}</p:sldLayout>`],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      rels([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    ],
    ['ppt/slideMasters/slideMaster1.xml', `<p:sldMaster>${master}</p:sldMaster>`],
    ['ppt/slideMasters/_rels/slideMaster1.xml.rels', rels([['theme', '../theme/theme1.xml']])],
    ['ppt/theme/theme1.xml', `<a:theme>${theme}</a:theme>`],
    ...others,
  ]
  return writeStoredZip(members.map(([name, xml]) => [name, Buffer.from(xml)]))
}

const parse = (bytes: Buffer, limits: Partial<ParseLimits> = {}): Promise<ParsedDocument> =>
  pptx.parse({
    bytes,
    name: 'thu',
    limits: { ...defaultLimits, ...limits },
    progress: () => undefined,
  })

const auto = (type: string, start?: number) =>
  `<a:buAutoNum type="${type}"${start ? ` startAt="${start}"` : ''}/>`
const bulleted =
  '<p:txStyles><p:titleStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr><a:buFont typeface="Wingdings"/><a:buChar char="§"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr></p:bodyStyle></p:txStyles>'

describe('pptx reads', () => {
  test.each<[string, Made, string[]]>([
    [
      'slides in the order of the presentation',
      { slides: [shape(p('Hai')), shape(p('Một'))], order: [2, 1] },
      ['paragraph: Một', 'paragraph: Hai'],
    ],
    [
      'titles first, runs of one paragraph, line breaks',
      {
        slides: [
          shape(
            '<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b &amp; c</a:t></a:r><a:br/><a:r><a:t>D</a:t></a:r></a:p>',
          ) + shape(p('BÁO ', 'CÁO') + p('QUÝ I'), 'ctrTitle'),
        ],
      },
      ['heading 1: BÁO CÁO QUÝ I', 'paragraph: a\nb & c', 'paragraph: D'],
    ],
    [
      'tables by rows, merged cells once',
      {
        slides: [
          `<p:graphicFrame><a:tbl><a:tr><a:tc gridSpan="2">${p('TT')}</a:tc><a:tc hMerge="1">${p('thừa')}</a:tc><a:tc>${p('x')}${p('y')}</a:tc></a:tr><a:tr><a:tc>${p('1')}</a:tc><a:tc/><a:tc>${p('z')}</a:tc></a:tr></a:tbl></p:graphicFrame>`,
        ],
      },
      ['table-row: TT\t\tx y', 'table-row: 1\t\tz'],
    ],
    [
      "speaker's notes after their slide",
      {
        slides: [shape(p('Một')), shape(p('Hai'))],
        notes: { 1: shape(p('ảnh'), 'sldImg') + shape(p('Lời'), 'body') + shape(p('1'), 'sldNum') },
      },
      ['paragraph: Một', 'footnote: Lời', 'paragraph: Hai'],
    ],
    [
      'bullets of the master, the layout and the shape, in this order of weakness',
      {
        master: bulleted,
        layout: shape('', 'type="body" idx="7"', '', '<a:lvl1pPr><a:buChar char="+"/></a:lvl1pPr>'),
        slides: [
          shape(p('a') + item('b', '', 1) + item('c', '<a:buNone/>'), 'idx="1"') +
            shape(p('d'), 'idx="7"') +
            shape(p('e'), 'idx="7"', '', '<a:lvl1pPr><a:buChar char="*"/></a:lvl1pPr>') +
            shape(item('f', '<a:buChar char="-"/>'), 'idx="7"') +
            shape(p('g')),
        ],
      },
      [
        'list-item 0: ▪ a',
        'list-item 1: – b',
        'paragraph: c',
        'list-item 0: + d',
        'list-item 0: * e',
        'list-item 0: - f',
        'paragraph: g',
      ],
    ],
    [
      'automatic numbers: levels, starts, restarts',
      {
        slides: [
          shape(
            item('một', auto('arabicPeriod')) +
              item('nhỏ', auto('alphaLcParenR'), 1) +
              item('nhỏ nữa', auto('alphaLcParenR'), 1) +
              item('', auto('arabicPeriod')) +
              item('hai', auto('arabicPeriod')) +
              item('lại nhỏ', auto('alphaLcParenR'), 1) +
              p('xen vào') +
              item('lại từ đầu', auto('arabicPeriod')) +
              item('La Mã', auto('romanUcPeriod', 4)) +
              item('ngoặc', auto('arabicParenBoth')),
          ),
        ],
      },
      [
        'list-item 0: 1. một',
        'list-item 1: a) nhỏ',
        'list-item 1: b) nhỏ nữa',
        'list-item 0: 2. hai',
        'list-item 1: a) lại nhỏ',
        'paragraph: xen vào',
        'list-item 0: 1. lại từ đầu',
        'list-item 0: IV. La Mã',
        'list-item 0: (1) ngoặc',
      ],
    ],
    [
      'two columns one after the other, whatever the order in the file',
      {
        slides: [
          at('phải 2', 50, 40, 40, 20) +
            at('trái 2', 0, 41, 40, 20) +
            at('phải 1', 50, 20, 40, 19) +
            at('trái 1', 0, 20, 40, 20) +
            at('đầu', 0, 0, 90, 15),
        ],
      },
      ['đầu', 'trái 1', 'trái 2', 'phải 1', 'phải 2'].map((text) => `paragraph: ${text}`),
    ],
    [
      'boxes in rows row by row',
      {
        slides: [
          at('2b', 25, 40, 22, 10) +
            at('2a', 0, 40, 22, 10) +
            at('1b', 25, 0, 22, 10) +
            at('1a', 0, 0, 22, 10),
        ],
      },
      ['1a', '1b', '2a', '2b'].map((text) => `paragraph: ${text}`),
    ],
    [
      'a group as one, in the order within it',
      {
        slides: [
          at('sau', 0, 50, 40, 10) +
            group(at('g2', 1000, 1100, 9, 9) + at('g1', 1000, 1000, 9, 9), 0, 0, 40, 40) +
            at('cạnh', 50, 5, 40, 10),
        ],
      },
      ['g1', 'g2', 'cạnh', 'sau'].map((text) => `paragraph: ${text}`),
    ],
    [
      'the place of a placeholder from its layout',
      {
        layout: shape('', 'type="body" idx="1"', place(0, 0, 9e5, 9e5)),
        slides: [
          shape(p('dưới'), undefined, place(0, 5e6, 9e5, 9e5)) +
            shape(p('trên'), 'type="body" idx="1"'),
        ],
      },
      ['paragraph: trên', 'paragraph: dưới'],
    ],
    [
      'a diagram in its own order',
      {
        slides: [
          '<p:graphicFrame><a:graphic><dgm:relIds r:dm="rId3" r:lo="rId9"/></a:graphic></p:graphicFrame>',
        ],
        others: [
          [
            'ppt/diagrams/data1.xml',
            `<dgm:dataModel><dgm:ptLst>${[
              ['0', 'doc', ''],
              ['2', 'node', 'hai'],
              ['1', 'node', 'một'],
              ['3', 'node', 'con'],
              ['9', 'parTrans', ''],
            ]
              .map(
                ([id, type, text]) =>
                  `<dgm:pt modelId="${id}" type="${type}"><dgm:t>${p(text ?? '')}</dgm:t></dgm:pt>`,
              )
              .join(
                '',
              )}</dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="2" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="3" srcOrd="0"/><dgm:cxn srcId="3" destId="1" srcOrd="0"/><dgm:cxn type="presOf" srcId="0" destId="9" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`,
          ],
        ],
      },
      ['paragraph: một', 'paragraph: con', 'paragraph: hai'],
    ],
  ])('%s', async (_, made, expected) => {
    expect(await blockLines(pptx, make(made))).toEqual(expected)
  })

  test.each<[string, string]>([
    ['slide numbers', shape(p('7'), 'sldNum')],
    ['dates and footers', shape(p('x'), 'dt') + shape(p('x'), 'ftr')],
    ['what is repeated for older programs', `<mc:Fallback>${shape(p('x'))}</mc:Fallback>`],
    ['empty paragraphs in a list', shape(item(' ', auto('arabicPeriod')))],
    ['pictures', '<p:pic><p:nvPicPr><p:cNvPr descr="ảnh"/></p:nvPicPr></p:pic>'],
  ])('ignores %s', async (_, xml) => {
    expect(await blockLines(pptx, make({ slides: [shape(p('a')) + xml] }))).toEqual([
      'paragraph: a',
    ])
  })

  test('pages, and hidden slides', async () => {
    const parsed = await parse(make({ slides: [shape(p('a')), shape(p('b')), ''], hidden: [2] }))
    expect(parsed.pages).toBe(3)
    expect(parsed.blocks.map(({ page }) => page)).toEqual([1, 2])
    expect(parsed.warnings).toMatchObject([{ code: 'hidden-slide', start: 2, end: 3 }])
  })

  const report = 'B¸o c¸o t×nh h×nh ®Çu t­ n¨m 2005'
  test.each<[string, Made, string]>([
    ['by the words', { slides: [shape(p(report))] }, 'Báo cáo tình hình đầu tư năm 2005'],
    [
      'run by run',
      {
        slides: [
          shape(
            `<a:p>${run(report, '.VnTime')}</a:p><a:p>${run('Sè liÖu ', '.VnTime')}${run('céng hßa', '.VnTimeH')}${run(' năm 2005', 'Arial')}</a:p>`,
          ),
        ],
      },
      'Báo cáo tình hình đầu tư năm 2005\nSố liệu CỘNG HÒA năm 2005',
    ],
    [
      "by the master's theme",
      {
        theme:
          '<a:fontScheme><a:minorFont><a:latin typeface="VNI-Times"/></a:minorFont></a:fontScheme>',
        slides: [shape(p('Baùo caùo tình hình ñaàu tö') + p('Soá lieäu'))],
      },
      'Báo cáo tình hình đầu tư\nSố liệu',
    ],
  ])('old fonts %s', async (_, made, expected) => {
    const parsed = await parse(make(made))
    expect(parsed.text).toBe(expected)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['legacy-encoding'])
  })

  test('the title of the file, unless the program gave it', async () => {
    const titled = (title: string): Array<[string, string]> => [
      ['docProps/core.xml', `<cp:coreProperties><dc:title>${title}</dc:title></cp:coreProperties>`],
    ]
    const of = async (title: string) =>
      (await parse(make({ slides: [shape(p('a'))], others: titled(title) }))).metadata
    expect(await of('Báo cáo &amp; kế hoạch')).toEqual({ title: 'Báo cáo & kế hoạch' })
    expect(await of('PowerPoint Presentation')).toEqual({})
  })
})

describe('pptx refuses', () => {
  const nested = `${'<p:grpSp>'.repeat(600)}${'</p:grpSp>'.repeat(600)}`
  test.each<[string, Buffer, string]>([
    ['no text', make({ slides: [shape('<a:p/>')] }), 'no-text'],
    ['no slides', make({ slides: [] }), 'no-text'],
    ['no presentation', writeStoredZip([['ppt/x.xml', Buffer.from('<x/>')]]), 'corrupt'],
    ['a cut container', make({ slides: [shape(p('a'))] }).subarray(0, 400), 'corrupt'],
    ['broken XML', make({ slides: ['<p:sp>'] }), 'corrupt'],
    ['entities of its own', make({ slides: ['<!DOCTYPE x [<!ENTITY a "b">]>'] }), 'corrupt'],
    ['groups in groups without end', make({ slides: [nested] }), 'too-complex'],
    ['a bomb', make({ slides: [shape(p('x'.repeat(11 * 1024 * 1024)))] }), 'zip-bomb'],
  ])('%s', async (_, bytes, code) => {
    await expect(parse(bytes, { inflatedBytes: 10 * 1024 * 1024 })).rejects.toMatchObject({ code })
  })

  test('a slide that is named twice, the second time', async () => {
    const bytes = make({
      slides: [shape(p('a'))],
      order: [1, 1, 2],
    })
    expect((await parse(bytes)).text).toBe('a')
  })
})
