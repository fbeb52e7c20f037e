// The steps before OCR on pictures of a few pixels: what each takes away, and what it must leave.
import { describe, expect, it } from 'vitest'
import { likelyDpi, readingScale } from '../../src/parse/ocr/decode-picture.ts'
import { rowsOfWords } from '../../src/parse/ocr/layout.ts'
import { evenLight } from '../../src/parse/ocr/light.ts'
import { waysUp } from '../../src/parse/ocr/orientation.ts'
import type { ColourPicture, GreyPicture } from '../../src/parse/ocr/picture.ts'
import { pgmOf, whitePicture } from '../../src/parse/ocr/picture.ts'
import {
  cleanPicture,
  greyOf,
  inkShare,
  invertIfDark,
  levelled,
  quarterTurn,
} from '../../src/parse/ocr/prepare.ts'
import type { RecognisedLine } from '../../src/parse/ocr/recognise.ts'
import { straighten, takeRuledLines } from '../../src/parse/ocr/ruled-lines.ts'
import { rotate, skewOf } from '../../src/parse/ocr/skew.ts'
import { despeckle, soften } from '../../src/parse/ocr/specks.ts'
import { cutOut, placeBack, stripsOf, withoutStrips } from '../../src/parse/ocr/table-strips.ts'
import { isNoise } from '../../src/parse/ocr/worth.ts'

type Colour = [number, number, number, number]
const white: Colour = [255, 255, 255, 255]

function paint(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Colour,
): ColourPicture {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++)
    pixels.set(colourAt(i % width, Math.floor(i / width)), 4 * i)
  return { width, height, pixels }
}

function draw(
  width: number,
  height: number,
  greyAt: (x: number, y: number) => number,
): GreyPicture {
  const picture = whitePicture(width, height)
  for (let i = 0; i < width * height; i++)
    picture.pixels[i] = greyAt(i % width, Math.floor(i / width))
  return picture
}

/** Broken lines as text has them, sloping by some degrees. */
const lines = (degrees: number): GreyPicture => {
  const slope = Math.tan((degrees * Math.PI) / 180)
  return draw(800, 600, (x, y) => {
    const level = y - slope * x
    const isLine = ((level % 40) + 40) % 40 < 14 && x > 60 && x < 740 && y > 60 && y < 540
    return isLine && Math.floor(x / 9 + Math.floor(level / 40) * 5) % 4 !== 0 ? 20 : 255
  })
}

describe('greyOf makes', () => {
  it.each<[string, Colour, number]>([
    ['red ink white', [230, 30, 40, 255], 230],
    ['black ink black', [10, 10, 10, 255], 10],
    ['blue ink dark', [20, 40, 180, 255], 20],
    ['paper white', white, 255],
    ['what is see-through white', [0, 0, 0, 0], 255],
    ['half see-through ink grey', [0, 0, 0, 128], 127],
  ])('%s', (_, colour, expected) => {
    const page = paint(20, 20, (x, y) => (x === 5 && y === 5 ? colour : white))
    expect(greyOf(page).pixels[5 * 20 + 5]).toBe(expected)
  })

  it('white letters on a red page still letters', () => {
    const { pixels } = greyOf(paint(20, 20, (x) => (x === 5 ? white : [220, 20, 30, 255])))
    expect((pixels[5] ?? 0) - (pixels[6] ?? 0)).toBeGreaterThan(100)
  })
})

describe('invertIfDark', () => {
  it.each<[string, number, number]>([
    ['turns white on black over', 20, 235],
    ['leaves yellowed paper', 180, 180],
    ['leaves grey paper', 120, 120],
  ])('%s', (_, paper, expected) => {
    expect(invertIfDark(draw(10, 10, () => paper)).pixels[0]).toBe(expected)
  })
})

describe('evenLight', () => {
  it('makes shaded paper white and keeps print dark', () => {
    const shaded = evenLight(
      draw(320, 320, (x, y) => {
        const light = 1 - 0.6 * (x / 320)
        return (y % 40 < 6 ? 60 : 240) * light
      }),
    )
    for (const x of [20, 160, 300]) {
      expect(shaded.pixels[20 * 320 + x]).toBeGreaterThan(235)
      expect(shaded.pixels[2 * 320 + x]).toBeLessThan(110)
    }
  })

  it('leaves a page of white paper as it is', () => {
    const white = draw(320, 320, (x, y) => (y % 40 < 6 && x > 40 ? 60 : 245))
    expect(evenLight(white)).toBe(white)
  })

  it('leaves a black bar black', () => {
    const bar = evenLight(draw(320, 320, (_, y) => (y > 100 && y < 200 ? 10 : 250)))
    expect(bar.pixels[150 * 320 + 160]).toBeLessThan(60)
  })
})

describe('despeckle', () => {
  const dot = (size: number) =>
    draw(20, 20, (x, y) => (x >= 8 && x < 8 + size && y >= 8 && y < 8 + size ? 0 : 255))
  it.each<[string, GreyPicture, number]>([
    ['takes a lone pixel', dot(1), 0],
    [
      'leaves the crumbs of a faint print',
      draw(20, 20, (x, y) => (x > 4 && x < 15 && y > 4 && y < 15 && (x + y) % 3 === 0 ? 0 : 255)),
      33,
    ],
    ['leaves the dot of "ạ"', dot(3), 9],
    ['leaves a dot of two pixels', dot(2), 4],
    ['leaves a thin stroke', draw(20, 20, (x, y) => (y === 9 && x > 2 && x < 17 ? 0 : 255)), 12],
  ])('%s', (_, picture, dark) => {
    const left = despeckle(picture).pixels.filter((v) => v < 128).length
    expect(left).toBeGreaterThanOrEqual(dark)
    expect(left).toBeLessThanOrEqual(dark + 2)
  })
})

describe('soften', () => {
  it('softens letters of black and white only', () => {
    const { pixels } = soften(draw(20, 20, (x) => (x < 10 ? 0 : 255)))
    expect([...pixels.subarray(205, 215)]).toEqual([0, 0, 0, 0, 63, 191, 255, 255, 255, 255])
  })

  it.each<[string, GreyPicture]>([
    ['a scan in shades of grey', draw(20, 20, (x) => Math.min(255, x * 12))],
    ['a white page of grey paper', draw(20, 20, () => 240)],
  ])('leaves %s', (_, picture) => {
    expect(soften(picture)).toBe(picture)
  })
})

describe('skewOf', () => {
  it.each([0, 0.7, 2, 4.4, -1.3, -3.8])('finds %s degrees', (degrees) => {
    expect(Math.abs(skewOf(lines(degrees)) - degrees)).toBeLessThanOrEqual(0.2)
  })

  it.each<[string, GreyPicture]>([
    ['a blank page', whitePicture(400, 400)],
    [
      'noise',
      draw(400, 400, (x, y) => (((x * 7919 + y * 104729 + x * y * 31) >>> 3) % 11 === 0 ? 0 : 255)),
    ],
    ['a lone dot', draw(400, 400, (x, y) => (x === 9 && y === 9 ? 0 : 255))],
  ])('says 0 of %s', (_, picture) => {
    expect(skewOf(picture)).toBe(0)
  })

  it('and rotate level the lines', () => {
    const askew = lines(2)
    expect(Math.abs(skewOf(rotate(askew, -skewOf(askew))))).toBeLessThanOrEqual(0.2)
  })
})

describe('takeRuledLines', () => {
  const box = draw(600, 400, (x, y) => {
    const across = [100, 200, 300].some((at) => y >= at && y < at + 3) && x >= 50 && x <= 500
    const down = [50, 250, 498].some((at) => x >= at && x < at + 3) && y >= 100 && y <= 300
    return across || down ? 0 : 255
  })

  it('finds the borders of a table in points and takes them out', () => {
    const { rules, picture } = takeRuledLines(box, 200)
    const across = rules.filter((r) => r.y0 === r.y1)
    const down = rules.filter((r) => r.x0 === r.x1)
    expect(across.map((r) => Math.round(r.y0))).toEqual([36, 72, 108])
    expect(down.map((r) => Math.round(r.x0))).toEqual([18, 90, 180])
    expect(inkShare(picture)).toBe(0)
  })

  it.each<[string, GreyPicture]>([
    [
      'the stems of large letters',
      draw(400, 400, (x, y) => (x % 40 < 6 && y > 100 && y < 180 && x > 40 && x < 360 ? 0 : 255)),
    ],
    ['letters', draw(400, 400, (x, y) => (x % 30 < 6 && y % 50 < 32 ? 0 : 255))],
    [
      'a black area',
      draw(400, 400, (x, y) => (x > 100 && x < 300 && y > 100 && y < 300 ? 0 : 255)),
    ],
  ])('leaves %s', (_, picture) => {
    expect(takeRuledLines(picture, 200)).toMatchObject({ rules: [], picture })
  })
})

it('quarterTurn turns clockwise', () => {
  const picture: GreyPicture = { width: 2, height: 3, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) }
  expect(quarterTurn(picture, 1)).toEqual({
    width: 3,
    height: 2,
    pixels: Uint8Array.of(5, 3, 1, 6, 4, 2),
  })
  expect(quarterTurn(picture, 2).pixels).toEqual(Uint8Array.of(6, 5, 4, 3, 2, 1))
  expect(quarterTurn(quarterTurn(picture, 1), 3)).toEqual(picture)
})

it('cleanPicture whitens paper and stamp, and leaves the colours as they were', () => {
  const page = paint(320, 320, (x, y) =>
    (x - 200) ** 2 + (y - 200) ** 2 < 900
      ? [225, 40, 40, 255]
      : y % 40 < 6
        ? [50, 50, 50, 255]
        : [205, 200, 190, 255],
  )
  const before = Uint8ClampedArray.from(page.pixels)
  const { pixels } = cleanPicture(page)
  expect(pixels[200 * 320 + 200]).toBeGreaterThan(230)
  expect(pixels[20 * 320 + 20]).toBeGreaterThan(230)
  expect(pixels[2 * 320 + 20]).toBeLessThan(90)
  expect(page.pixels).toEqual(before)
})

describe('levelled', () => {
  it.each<[string, number, boolean, boolean]>([
    ['turns a page that lies well askew', 2, false, true],
    ['leaves what tesseract follows by itself', 0.6, false, false],
    ['levels a table all the same', 0.6, true, true],
    ['leaves a level table', 0, true, false],
  ])('%s', (_, degrees, isTable, turns) => {
    const page = lines(degrees)
    expect(levelled(page, { isTable }) !== page).toBe(turns)
  })
})

describe('waysUp', () => {
  it.each<[string, GreyPicture, number[]]>([
    ['a page whose lines run across', lines(0), [0, 2]],
    ['a page whose lines run up and down', quarterTurn(lines(1), 1), [1, 3]],
    ['a page with nothing on it', whitePicture(400, 600), [0, 2]],
  ])('of %s', (_, page, expected) => {
    expect(waysUp(page)).toEqual(expected)
  })
})

it('straighten sets right what leans, each way by itself', () => {
  // Lines down lean by one percent, lines across are level.
  const columns = [60, 160, 250, 340, 420, 500, 600]
  const leaning = draw(700, 900, (x, y) => {
    const across = [100, 300, 500, 700].some((at) => y >= at && y < at + 3) && x > 40 && x < 620
    const down = columns.some((at) => {
      const place = Math.round(at - 0.01 * (y - 450))
      return x >= place && x < place + 3
    })
    return (across || down) && y > 90 && y < 750 ? 0 : 255
  })
  const { lean } = takeRuledLines(leaning, 200)
  expect(lean.across).toBe(0)
  expect(lean.down).toBeCloseTo(-0.01, 2)
  const { rules, picture } = takeRuledLines(straighten(leaning, lean), 200)
  const places = rules.filter((r) => r.x0 === r.x1).map((r) => (r.x0 * 200) / 72)
  for (const x of places)
    expect(Math.min(...columns.map((at) => Math.abs(at + 1 - x)))).toBeLessThan(4)
  expect(inkShare(picture)).toBeLessThan(0.0002)
})

describe('a ruled table', () => {
  const rule = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 })
  // A head over two of three columns, two rows below it; at 72 dpi, so that points are pixels.
  const rules = [
    ...[20, 50, 80, 110].map((y) => rule(y === 50 ? 50 : 10, y, 200, y)),
    rule(10, 20, 10, 110),
    rule(50, 20, 50, 110),
    rule(120, 50, 120, 110),
    rule(200, 20, 200, 110),
  ]
  const rounded = stripsOf(rules, 72).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round))

  it('is cut into columns, the head over two of them by itself', () => {
    expect(rounded).toEqual([
      [50, 19, 200, 50],
      [10, 19, 50, 110],
      [50, 50, 120, 110],
      [120, 50, 200, 110],
    ])
  })

  it.each<[string, ReturnType<typeof rule>[]]>([
    ['an underline', [rule(10, 20, 200, 20)]],
    ['a frame', rules.filter((r) => [10, 200].includes(r.x0) && r.y0 !== 50 && r.y0 !== 80)],
    ['nothing', []],
  ])('is not made of %s', (_, some) => {
    expect(stripsOf(some, 72)).toEqual([])
  })

  it('gives pieces of the page and takes lines back to their place', () => {
    const page = draw(220, 130, (x, y) => (x >= 60 && x < 70 && y >= 60 && y < 80 ? 0 : 255))
    const strip = { x0: 50, y0: 50, x1: 120, y1: 111 }
    const cut = cutOut(page, strip)
    expect([cut?.width, cut?.height, inkShare(withoutStrips(page, [strip]))]).toEqual([94, 85, 0])
    expect(cutOut(page, { ...strip, x0: 120, x1: 200 })).toBeNull()
    const word = { text: '12', confidence: 40, x0: 22, y0: 22, x1: 32, y1: 42 }
    const [line] = placeBack(
      [{ words: [word], baseline: { x0: 22, y0: 42, x1: 32, y1: 42 }, height: 20 }],
      strip,
    )
    expect(line?.words[0]).toMatchObject({ x0: 60, y0: 60, x1: 70, y1: 80 })
    expect(line?.baseline).toEqual({ x0: 60, y0: 80, x1: 70, y1: 80 })
  })
})

describe('isNoise', () => {
  const line = (...words: Array<[string, number]>): RecognisedLine => ({
    words: words.map(([text, confidence]) => ({ text, confidence, x0: 0, y0: 0, x1: 9, y1: 9 })),
    baseline: { x0: 0, y0: 9, x1: 9, y1: 9 },
    height: 9,
  })
  it.each<[string, RecognisedLine, boolean]>([
    ['of what is hardly seen', line(['Đoạt', 20]), true],
    ['of signs in a signature', line(['li!', 50], ['S', 70], ['—', 40]), true],
    ['not of a faint line with a word in it', line(['thực', 70], ['hl@n', 30]), false],
    ['not of a number filled in by hand', line(['Số:22#2/SYT-NVY', 41]), false],
    ['not of a clear line', line(['Xã', 95]), false],
    ['not of a doubtful number in a table', { ...line(['8', 20]), inTable: true }, false],
    ['of the hatching of a chart', { ...line(['Ñ', 40], ['Ầ', 55]), inTable: true }, true],
  ])('speaks %s', (_, some, expected) => {
    expect(isNoise(some)).toBe(expected)
  })
})

it('pgmOf writes a header and the pixels', () => {
  expect(pgmOf({ width: 2, height: 1, pixels: Uint8Array.of(0, 255) }).toString('latin1')).toBe(
    'P5 2 1 255\n\x00\xFF',
  )
})

describe('likelyDpi', () => {
  it.each<[string, number, number, number]>([
    ['a page at 200 dpi', 1654, 2339, 200],
    ['a page at 300 dpi', 2480, 3508, 300],
    ['a page lying on its side', 3508, 2480, 300],
    ['a strip of a page', 1654, 300, 200],
    ['a strip on its side', 300, 1654, 200],
    ['a screenshot', 800, 600, 96],
  ])('of %s', (_, width, height, dpi) => {
    expect(Math.round(likelyDpi({ width, height }))).toBe(dpi)
  })

  it('draws no picture larger than twelve million pixels', () => {
    const size = { width: 9000, height: 900 * 12 }
    const scale = readingScale(size)
    expect(size.width * size.height * scale * scale).toBeLessThanOrEqual(12_000_001)
  })
})

describe('rowsOfWords', () => {
  const line = (y: number, ...words: Array<[string, number, number, number?]>): RecognisedLine => ({
    words: words.map(([text, x0, x1, confidence = 95]) => ({
      text,
      x0,
      x1,
      y0: y - 30,
      y1: y,
      confidence,
    })),
    baseline: { x0: words[0]?.[1] ?? 0, y0: y, x1: words.at(-1)?.[2] ?? 0, y1: y },
    height: 38,
  })
  const page = { width: 1654, height: 2339, dpi: 200, rules: [] }
  const shown = (...some: RecognisedLine[]) =>
    rowsOfWords(some, page).rows.map((row) => row.cells.map((cell) => cell.text).join(' | '))

  it.each<[string, RecognisedLine[], string[]]>([
    [
      'the two sides of a head read as one line',
      [
        line(
          100,
          ['SỞ', 100, 160],
          ['NỘI', 170, 230],
          ['VỤ', 240, 290],
          ['CỘNG', 700, 800],
          ['HÒA', 810, 880],
        ),
      ],
      ['SỞ NỘI VỤ | CỘNG HÒA'],
    ],
    [
      'two lines on one baseline as one row',
      [line(100, ['trái', 100, 200]), line(104, ['phải', 900, 990])],
      ['trái | phải'],
    ],
    [
      'lines under each other as two',
      [line(100, ['trên', 100, 200]), line(140, ['dưới', 100, 200])],
      ['trên', 'dưới'],
    ],
    [
      'a stretched line whole',
      [line(100, ['Căn', 100, 160], ['cứ', 220, 260], ['Luật', 320, 390], ['Giáo', 450, 520])],
      ['Căn cứ Luật Giáo'],
    ],
  ])('gives %s', (_, some, expected) => {
    expect(shown(...some)).toEqual(expected)
  })

  it('keeps what signatures look like out of the text, but not out of the page', () => {
    const { rows, aside } = rowsOfWords(
      [line(100, ['Đoạt', 100, 200]), line(200, ['xÿt', 100, 160, 12])],
      page,
    )
    expect(rows.map((r) => r.cells[0]?.text)).toEqual(['Đoạt'])
    expect(aside.map((r) => r.cells[0]?.text)).toEqual(['xÿt'])
  })

  it('leaves out specks that were read as signs', () => {
    expect(
      shown(
        line(100, ['|', 50, 54, 20], ['Nội', 100, 160], ['dung', 170, 240], ["'", 260, 264, 10]),
      ),
    ).toEqual(['Nội dung'])
  })
})
