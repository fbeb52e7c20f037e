import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, keyOf, slugOf } from '../../src/text/fold.ts'
import { viewOf } from '../../src/text/view.ts'

const whole = (text: string) => viewOf(text, [{ start: 0, end: text.length }])

describe('viewOf', () => {
  test.each([
    ['NFC', 'Sở Giáo dục', 'Sở Giáo dục'],
    ['NFD', 'Sở Giáo dục'.normalize('NFD'), 'Sở Giáo dục'],
    ['CP1258: composed letter and a mark', 'Hô\u0323i nghi\u0323', 'Hội nghị'],
    ['deprecated marks', 'ca\u0341c vi\u0340', 'các vì'],
    ['NBSP', 'Chiều\u00A021/3', 'Chiều 21/3'],
    ['thin and ideographic spaces', 'năm\u20092023\u3000và', 'năm 2023 và'],
    ['runs of space', '  năm \t  học  ', 'năm học'],
    ['dashes', '2022 – 2023 — 2024 − 2025', '2022 - 2023 - 2024 - 2025'],
    ['eth for Đ', 'Ðiện Biên', 'Điện Biên'],
    ['Ƣ for Ư', 'trƣờng MÔI TRƢỜNG', 'trường MÔI TRƯỜNG'],
    ['zero-width and soft hyphen', 'Hội\u200B ng\u00ADhị\uFEFF', 'Hội nghị'],
    ['Cyrillic look-alikes beside Latin', 'Sở Y tế Нà Nội', 'Sở Y tế Hà Nội'],
    ['look-alikes in a number', 'Số 12/СТ-UBND, ВС-ВGDĐT', 'Số 12/CT-UBND, BC-BGDĐT'],
    ['Greek capitals', 'ΤHPT', 'THPT'],
    ['a tone typed twice', 'khiế\u0301n, chuyệ\u0323n', 'khiến, chuyện'],
    ['Ƣ with a mark of its own', 'tr\u01A3\u0300 TR\u01A2\u0301', 'trừ TRỨ'],
    ['African D', '\u0189\u1EA3ng, \u0256\u1ED9', 'Đảng, độ'],
    ['d with a stroke', 'd\u0335i', 'đi'],
    ['a mark behind something invisible', 'a\u200B\u0301o, nghi\u00AD\u0323', 'áo, nghị'],
    ['bidi marks', '\u202Bbáo\u202C cáo\u200E', 'báo cáo'],
    ['variation selectors and joiners', 'báo\uFE0F ca\u034F\u0301o', 'báo cáo'],
    ['NUL and other control characters', 'báo\0 c\u0001áo\u0090', 'báo cáo'],
    ['next line is a space', 'báo\u0085cáo', 'báo cáo'],
    ['half a pair', 'a\uD83Db', 'a\uFFFDb'],
    [
      'vowel signs of Khmer, Cham and Tai Viet after Latin letters',
      'ba\u17B6o c\uAA29áo d\uAAB2i',
      'bao cáo di',
    ],
    ['line break inside a block', 'Thái\nNguyên', 'Thái Nguyên'],
  ])('%s', (_, source, expected) => {
    expect(whole(source).text).toBe(expected)
  })

  test.each([
    ['Russian', 'Москва, СССР'],
    ['Russian beside Latin', 'Москва-City, Vinamilk Россия'],
    ['Greek', 'Αθήνα, ΟΤΕ'],
    ['a formula', 'αT, 5 µm, ΔH, Ω'],
    ['Khmer', 'ភាសាខ្មែរ'],
    ['Cham', 'ꨌꩌ ꨀꨯꨱꨩ'],
    ['Tai Viet', 'ꪼꪕ ꪁꪫꪱꪣ'],
    ['names of the highlands', 'H’Ƀia, Y Ƀrŭ, Čư̆ Jŭt, Kră'],
    ['Icelandic is seldom', 'Café São Zürich Łódź'],
    ['emoji', 'tốt 😀👍🏽'],
    ['fractions and Roman numerals are not taken apart', '½ Ⅱ ② ﬁ m²'],
  ])('ignores %s', (_, source) => {
    expect(whole(source.normalize('NFC')).text).toBe(source.normalize('NFC'))
  })

  test('blocks are parted by one line break, and text outside them is left out', () => {
    const source = 'Một\n\n\nhai ba bốn'
    const view = viewOf(source, [
      { start: 0, end: 3 },
      { start: 6, end: 12 },
    ])
    expect(view.text).toBe('Một\nhai ba')
    expect(view.blocks.map((b) => view.text.slice(b.start, b.end))).toEqual(['Một', 'hai ba'])
    const at = view.text.indexOf('ba')
    const place = view.toSource({ start: at, end: at + 2 })
    expect(source.slice(place.start, place.end)).toBe('ba')
  })

  const words = [
    'Sở',
    'Giáo',
    'dục',
    'và',
    'Đào',
    'tạo',
    'tỉnh',
    'Điện',
    'Biên',
    '21/3',
    'H’Yim',
    'Thủy',
    '75,6%',
    '29-NQ/TW',
    'Ƣớc',
    '😀',
    'Kră',
    'č',
  ]
  const gaps = [' ', '\u00A0', '  ', '\u2009', ' – ', '—', '\u200B ', '\t', '\n']
  const spelling = fc.constantFrom<(w: string) => string>(
    (w) => w,
    (w) => w.normalize('NFD'),
    (w) => w.normalize('NFC'),
    (w) => `${w}\u200B`,
    // CP1258: vowel with its shape, tone apart
    (w) =>
      [...w.normalize('NFC')]
        .map((c) =>
          c
            .normalize('NFD')
            .replace(
              /^(.[\u0306\u0302\u031B]?)([\u0300\u0301\u0303\u0309\u0323])?.*$/u,
              (_m, b: string, t = '') => b.normalize('NFC') + t,
            ),
        )
        .join(''),
  )

  test('any word of the view maps back to the same word of the text, however it is spelt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...words), spelling, fc.constantFrom(...gaps)), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.nat(),
        (pieces, pick) => {
          const chosen = pick % pieces.length
          let source = ''
          let from = 0
          let to = 0
          for (const [i, [word, spell, gap]] of pieces.entries()) {
            if (i === chosen) from = source.length
            source += spell(word)
            if (i === chosen) to = source.length
            source += gap
          }
          const view = whole(source)
          // Where the chosen word begins in the view: the view of all that stands before it.
          const inView = whole(source.slice(from, to)).text
          for (
            let at = view.text.indexOf(inView);
            at >= 0;
            at = view.text.indexOf(inView, at + 1)
          ) {
            const place = view.toSource({ start: at, end: at + inView.length })
            expect(whole(source.slice(place.start, place.end)).text).toBe(inView)
          }
          const starts = [...view.text].length > 0
          expect(starts).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('spans keep their order and never leave the text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
        const view = whole(source)
        expect(view.key.length).toBe(view.text.length)
        let last = 0
        for (let i = 0; i < view.text.length; i++) {
          const place = view.toSource({ start: i, end: i + 1 })
          expect(place.start).toBeGreaterThanOrEqual(last)
          expect(place.end).toBeLessThanOrEqual(source.length)
          expect(place.end).toBeGreaterThan(place.start)
          last = place.start
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('keyOf', () => {
  test.each([
    ['Hòa Bình', 'hoà bình'],
    ['Hoà Bình', 'hoà bình'],
    ['Ủy ban', 'uỷ ban'],
    ['UỶ BAN', 'uỷ ban'],
    ['thủy lợi khỏe', 'thuỷ lợi khoẻ'],
    ['quý quả qúy', 'quý quả quý'],
    ['già gì giếng', 'già gì giếng'],
    ['toàn huỳnh ngoài khuỷu', 'toàn huỳnh ngoài khuỷu'],
    ['baỏ lựơng', 'bảo lượng'],
    ['“Đổi mới”', '"đổi mới"'],
    ['Stockholm', 'stockholm'],
  ])('%s → %s', (text, key) => {
    expect(keyOf(text)).toBe(key)
    expect(keyOf(text)).toHaveLength(text.length)
  })
})

describe('fold and slugOf', () => {
  test.each([
    ['Đường Ủy ban', 'duong uy ban'],
    ['Đắk Lắk'.normalize('NFD'), 'dak lak'],
    ['Ðiện trƣờng', 'dien truong'],
  ])('fold %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
  test('slugOf', () => {
    expect(slugOf('Bà Rịa – Vũng Tàu')).toBe('ba-ria-vung-tau')
    expect(slugOf('Thừa Thiên Huế')).toBe('thua-thien-hue')
  })
})
