// Who is who among officials of one name.
import { describe, expect, test } from 'vitest'
import { type Decided, peopleOf } from '../../src/facts/people.ts'
import { nameSlugOf } from '../../src/facts/words.ts'
import type { Facts } from '../../src/model/facts.ts'

type Given = {
  name?: string
  day?: string | null
  organisation?: string | null
  province?: string
}

/** A position in a document of its own, "1…", "2…" and so on, unless `document` is given. */
const positionOf = (given: Given & { document: string }): Facts['officials'] => {
  const { name = 'Lò Văn Sai', document, day = '2020-01-01', organisation = null, province } = given
  return {
    name,
    person: `/people/${nameSlugOf(name)}~${document.slice(0, 12)}`,
    position: 'Giám đốc',
    organisation,
    role: 'holder',
    provinces: province ? [{ id: province, current: province }] : [],
    provincesFrom: 'item',
    start: 0,
    end: 1,
    text: name,
    context: name,
    document,
    title: null,
    day,
    documentType: 'report',
    copies: 0,
    toldBy: null,
    link: `/d/${document}#a=0-1`,
  }
}
const id = (n: number) => String(n).repeat(64)
const dayOf = (year: number) => `${year}-06-01`
/** For each person the numbers of the documents, oldest first. */
const grouped = (all: Given[], decisions: Decided[] = []) =>
  peopleOf(
    all.map((one, i) => positionOf({ document: id(i + 1), ...one })),
    decisions,
  )
    .map(({ documents }) =>
      documents
        .map((d) => d.id[0])
        .toSorted()
        .join(''),
    )
    .toSorted()

describe('are one person', () => {
  test.each<[string, Given[]]>([
    ['in the same body', [{ organisation: 'Sở Y tế' }, { organisation: 'SỞ Y TẾ' }]],
    [
      'in the same body, ten years apart',
      [
        { organisation: 'Sở Y tế', day: dayOf(2010) },
        { organisation: 'Sở Y tế', day: dayOf(2019) },
      ],
    ],
    [
      'in the same body over thirty years, where documents lie between',
      [2000, 2009, 2018, 2027].map((year) => ({ organisation: 'Sở Y tế', day: dayOf(year) })),
    ],
    [
      'in one province in another body',
      [
        { organisation: 'Sở Y tế', province: 'son-la', day: dayOf(2020) },
        { organisation: 'UBND tỉnh', province: 'son-la', day: dayOf(2024) },
      ],
    ],
    ['where only one tells what he is', [{ organisation: 'Sở Y tế' }, {}]],
    ['where none tells anything', [{}, {}]],
    [
      'where a day is unknown',
      [{ organisation: 'Sở Y tế', day: null }, { organisation: 'Sở Y tế' }],
    ],
    [
      'however the tone mark is placed',
      [
        { name: 'Đinh Thúy Hòa', organisation: 'Sở Y tế' },
        { name: 'Đinh Thuý Hoà', organisation: 'Sở Y tế' },
      ],
    ],
  ])('%s', (_, all) => {
    expect(grouped(all)).toEqual([all.map((_, i) => i + 1).join('')])
  })
})

describe('are two people', () => {
  test.each<[string, Given[]]>([
    ['in different bodies', [{ organisation: 'Sở Y tế' }, { organisation: 'Sở Nội vụ' }]],
    [
      'in the same body, longer apart',
      [
        { organisation: 'Sở Y tế', day: dayOf(2000) },
        { organisation: 'Sở Y tế', day: dayOf(2015) },
      ],
    ],
    [
      'in one province in another body, longer apart',
      [
        { organisation: 'Sở Y tế', province: 'son-la', day: dayOf(2010) },
        { organisation: 'UBND tỉnh', province: 'son-la', day: dayOf(2020) },
      ],
    ],
    [
      'with other marks',
      [
        { name: 'Lê Thị Hà', organisation: 'Sở Y tế' },
        { name: 'Lê Thị Hạ', organisation: 'Sở Y tế' },
      ],
    ],
    ['where nothing is told, years apart', [{ day: dayOf(2000) }, { day: dayOf(2020) }]],
  ])('%s', (_, all) => {
    expect(grouped(all)).toEqual(['1', '2'])
  })

  test('and one of whom nothing is told goes to neither of two', () => {
    expect(grouped([{ organisation: 'Sở Y tế' }, { organisation: 'Sở Nội vụ' }, {}])).toEqual([
      '1',
      '2',
      '3',
    ])
  })
})

describe('by hand', () => {
  const name = 'lo-van-sai'
  const one = (n: number) => ({ name, document: id(n) })
  const same = (a: number, b: number): Decided => ({ action: 'same', one: one(a), other: one(b) })
  const alone = (n: number): Decided => ({ action: 'alone', one: one(n), other: null })
  const three = [2018, 2019, 2020].map((y) => ({ organisation: 'Sở Y tế', day: dayOf(y) }))

  test('two are put together, with all that the rule puts to them', () => {
    const all = [...three, { organisation: 'Sở Nội vụ' }]
    expect(grouped(all)).toEqual(['123', '4'])
    expect(grouped(all, [same(2, 4)])).toEqual(['1234'])
    expect(grouped(all, [same(2, 9)])).toEqual(['123', '4'])
  })

  test('one is taken out, and the rest stays together', () => {
    expect(grouped(three, [alone(2)])).toEqual(['13', '2'])
    expect(grouped(three, [alone(1), alone(2), same(1, 2)])).toEqual(['12', '3'])
  })
})

test('a person has the address of the oldest document, the newest position first, and other names', () => {
  const [person] = peopleOf(
    [
      positionOf({ document: id(2), day: '2021-01-01', organisation: 'Sở Y tế' }),
      positionOf({ document: id(1), day: '2020-01-01', organisation: 'Sở Y tế' }),
      positionOf({ document: id(3), day: null, organisation: 'Sở Y tế' }),
      positionOf({ document: id(4), day: '2019-01-01', name: 'Lò Văn Sái' }),
    ],
    [
      {
        action: 'same',
        one: { name: 'lo-van-sai', document: id(4) },
        other: { name: 'lo-van-sai', document: id(1) },
      },
    ],
  )
  expect(person?.id).toBe('lo-van-sai~444444444444')
  expect(person?.name).toBe('Lò Văn Sai')
  expect(person?.otherNames).toEqual(['Lò Văn Sái'])
  expect(person?.documents.map((d) => d.id[0])).toEqual(['2', '1', '4', '3'])
})

test('a hundred thousand positions are no burden: squared, they would not end in time', () => {
  const many = Array.from({ length: 100_000 }, (_, i) =>
    positionOf({
      document: String(i).padStart(64, '0'),
      organisation: `Sở thứ ${i % 500}`,
      day: dayOf(2000 + (i % 25)),
    }),
  )
  expect(peopleOf(many, [])).toHaveLength(500)
})
