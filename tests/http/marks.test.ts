import { describe, expect, it } from 'vitest'
import { type Mark, type MarkKind, type MarkNode, nestOf, piecesOf } from '../../src/http/marks.ts'
import { marksOf } from '../../src/http/marks-of-record.ts'
import { at, conference, recordOf } from './support/records.ts'

const mark = (kind: MarkKind, start: number, end: number, id = kind as string): Mark => ({
  id,
  kind,
  item: `i-${id}`,
  start,
  end,
})

/** Pieces as "words{kind kind}", outermost first. */
const shown = (text: string, marks: Mark[], cuts: number[] = []) =>
  piecesOf(text, marks, cuts).map(
    (p) => `${text.slice(p.start, p.end)}{${p.marks.map((m) => m.id).join(' ')}}`,
  )

/** Nested nodes as "<kind>words</kind>"; "<kind…>" where a mark goes on. */
const nested = (text: string, nodes: readonly MarkNode[]): string =>
  nodes
    .map((node) =>
      'innermost' in node
        ? text.slice(node.start, node.end)
        : `<${node.mark.id}${node.isFirst ? '' : '…'}>${nested(text, node.children)}</${node.mark.id}>`,
    )
    .join('')

describe('piecesOf', () => {
  it.each<[title: string, text: string, marks: Mark[], expected: string[]]>([
    ['no marks', 'abc', [], ['abc{}']],
    ['one mark', 'abcdef', [mark('date', 2, 4)], ['ab{}', 'cd{date}', 'ef{}']],
    ['the whole text', 'abc', [mark('date', 0, 3)], ['abc{date}']],
    [
      'adjacent marks',
      'abcd',
      [mark('date', 0, 2), mark('ratio', 2, 4)],
      ['ab{date}', 'cd{ratio}'],
    ],
    [
      'a mark inside a mark inside a directive',
      'abcdefgh',
      [mark('province', 3, 5), mark('directive', 0, 8), mark('official', 2, 6)],
      [
        'ab{directive}',
        'c{directive official}',
        'de{directive official province}',
        'f{directive official}',
        'gh{directive}',
      ],
    ],
    [
      'crossing marks',
      'abcdef',
      [mark('date', 0, 4), mark('ratio', 2, 6)],
      ['ab{date}', 'cd{date ratio}', 'ef{ratio}'],
    ],
    [
      'a directive is outermost even where it begins later',
      'abcdef',
      [mark('official', 0, 4), mark('directive', 2, 6)],
      ['ab{official}', 'cd{directive official}', 'ef{directive}'],
    ],
    [
      'the same place twice',
      'abc',
      [mark('percentage', 1, 2), mark('date', 1, 2)],
      ['a{}', 'b{date percentage}', 'c{}'],
    ],
    ['an astral character is never parted', 'a😀b', [mark('date', 2, 4)], ['a{}', '😀b{date}']],
    ['an end inside an astral character', 'a😀b', [mark('date', 0, 2)], ['a😀{date}', 'b{}']],
    ['marks beyond the end are clipped', 'abc', [mark('date', 2, 99)], ['ab{}', 'c{date}']],
    ['an empty mark marks nothing', 'abc', [mark('date', 1, 1)], ['abc{}']],
    ['a mark outside marks nothing', 'abc', [mark('date', 7, 9)], ['abc{}']],
    ['an empty text', '', [mark('date', 0, 1)], []],
  ])('%s', (_, text, marks, expected) => {
    expect(shown(text, marks)).toEqual(expected)
    expect(shown(text, marks.toReversed())).toEqual(expected)
    expect(
      piecesOf(text, marks)
        .map((p) => text.slice(p.start, p.end))
        .join(''),
    ).toBe(text)
  })

  it('cuts where asked, without parting a surrogate pair', () => {
    expect(shown('ab😀c', [mark('date', 0, 5)], [1, 3, 99])).toEqual([
      'a{date}',
      'b{date}',
      '😀c{date}',
    ])
  })

  it('stays quick with very many marks', () => {
    const text = 'x'.repeat(400_000)
    const marks = Array.from({ length: 40_000 }, (_, i) =>
      mark('date', i * 10, i * 10 + 12, `m${i}`),
    )
    const startedAt = performance.now()
    expect(piecesOf(text, marks).length).toBeGreaterThan(79_000)
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })
})

describe('nestOf', () => {
  it.each<[title: string, text: string, marks: Mark[], expected: string]>([
    [
      'keeps outer marks open over inner ones',
      'abcdef',
      [mark('directive', 0, 6), mark('official', 1, 5), mark('province', 2, 3)],
      '<directive>a<official>b<province>c</province>de</official>f</directive>',
    ],
    [
      'opens crossing marks again',
      'abcdef',
      [mark('date', 0, 4), mark('ratio', 2, 6)],
      '<date>ab<ratio>cd</ratio></date><ratio…>ef</ratio>',
    ],
    [
      'a directive in the middle of an official',
      'abcdef',
      [mark('official', 0, 4), mark('directive', 2, 6)],
      '<official>ab</official><directive><official…>cd</official>ef</directive>',
    ],
  ])('%s', (_, text, marks, expected) => {
    expect(nested(text, nestOf(piecesOf(text, marks), new Set()))).toBe(expected)
  })

  it('gives an id once over several blocks', () => {
    const opened = new Set<string>()
    const pieces = piecesOf('abcd', [mark('directive', 0, 4)], [2])
    expect(nested('abcd', nestOf(pieces.slice(0, 1), opened))).toBe('<directive>ab</directive>')
    expect(nested('abcd', nestOf(pieces.slice(1), opened))).toBe('<directive…>cd</directive>')
  })
})

describe('marksOf', () => {
  it('has a mark for every mention and item of every kind, each id once', () => {
    const marks = marksOf(conference)
    const kinds = Object.groupBy(marks, (m) => m.kind)
    expect(Object.fromEntries(Object.entries(kinds).map(([k, all]) => [k, all?.length]))).toEqual({
      official: 3,
      province: 6,
      date: 3,
      percentage: 2,
      ratio: 1,
      citation: 1,
      directive: 2,
      warning: 1,
    })
    expect(new Set(marks.map((m) => m.id)).size).toBe(marks.length)
  })

  it.each<[line: string, words: string, shown: string]>([
    ['1. Rà soát đội ngũ.', 'Rà soát đội ngũ', '1. Rà soát đội ngũ.'],
    ['Nhiệm vụ 3: Rà soát đội ngũ;', 'Rà soát đội ngũ', 'Nhiệm vụ 3: Rà soát đội ngũ;'],
    ['a) Rà soát đội ngũ', 'Rà soát đội ngũ', 'a) Rà soát đội ngũ'],
    ['- Rà soát đội ngũ', 'Rà soát đội ngũ', '- Rà soát đội ngũ'],
    // Words before a directive that are no marker stay outside its rule.
    ['Giám đốc yêu cầu rà soát đội ngũ.', 'rà soát đội ngũ', 'rà soát đội ngũ.'],
    ['Giám đốc Sở Giáo dục và Đào tạo yêu cầu: rà soát.', 'rà soát', 'rà soát.'],
    ['Rà soát đội ngũ', 'Rà soát đội ngũ', 'Rà soát đội ngũ'],
  ])('the directive in %j begins at its marker', (line, words, expected) => {
    const record = recordOf(
      'x.txt',
      [
        ['body', 'Mở đầu.'],
        ['list-item', line],
      ],
      (text) => ({
        directives: [
          {
            number: null,
            kind: 'task',
            issuer: null,
            assignees: [],
            deadline: null,
            rule: 'test',
            confidence: 1,
            ...at(text, words),
          },
        ],
      }),
    )
    const [found] = marksOf(record)
    expect(record.text.slice(found?.start, found?.end)).toBe(expected)
  })
})
