import { describe, expect, test } from 'vitest'
import {
  countSyllables,
  isMarkedSyllable,
  isSyllable,
  markedShare,
  vietnameseShare,
} from '../../src/text/syllable.ts'

const valid = `
  nghị quyết hội đồng nhân dân tỉnh huyện xã phường thị trấn ủy ban uỷ hòa hoà thủy thuỷ khỏe khoẻ
  giáo dục và đào tạo giếng gì gìn giữ giữa giỏi giết giặc già gia giũ giêng quốc quý quả quyền quỳnh quanh quăng quân quét quơ
  khuỷu khuya nguyễn nguyệt thuở huơ khuếch huênh hoạch hoặc loắt thoăn xoè ngoèo ngoáy ngoài ngoan khuây luật huân
  yên yêu yết yểng ý y kỷ kỉ lý mỹ hy sỹ tỷ vy thy ly ngày nghiêng nghe ghế ghi ghẹ kính kéo kể kiểm ký cá các cơ cứu
  mướn ruột muỗi rượu hươu người ngươi bưởi tuổi chuông uống ương ướt ưu cừu ừ ăn âm ấp ép ếch ít ích ong ô ở u im
  mía ỉa của cửa chưa xoong boong tuýp buýt đường đức điểm Điện ĐIỆN BIÊN Đắc phúc hạnh độc lập tự do trưởng thưởng
  quạu quấy quậy quới quởn quýt quỵt quýnh quỳnh quệt quẩn quẹt quắp quặp quách quào ngoằn ngoèo khúc khuỷu huýt huých suýt xuýt tuýp
  boong xoong goòng coóc moóc soóc toòng xuyến khuấy khuâng bâng quầng luộm thuộm buồm ngoạm khoét hoen ngoéo oái oăm oắt uỵch uỳnh
  ưỡn ướp ượt êm êu ẻo ỉu ổi ới ợ ụ ửng ôi ối uể oải yểm yếm gỉ giẫy giọt giuộc giêng ghềnh nghễu nghịch rượu hươu bướu khướu
  xử nợ bệnh mệt hết ếm sếu địu níu túi gửi gởi cao cau cay cày cầu cây bao béo bếp rừng sượng lươn gầm gộp
`
  .trim()
  .split(/\s+/)

describe('isSyllable', () => {
  test.each(valid)('finds %s', (word) => {
    expect(isSyllable(word)).toBe(true)
    expect(isSyllable(word.normalize('NFD'))).toBe(true)
    expect(isSyllable(word.toUpperCase())).toBe(true)
  })

  test.each([
    ['càc', 'a stop takes the acute or the dot below'],
    ['lâp', 'a stop takes a tone'],
    ['hốch', 'ch does not follow ô'],
    ['bêng', 'ng does not follow ê'],
    ['ting', 'ng does not follow i'],
    ['bă', 'ă needs a coda'],
    ['mâ', 'â needs a coda'],
    ['tiê', 'iê needs a coda'],
    ['tươ', 'ươ needs a coda'],
    ['tuôn2', 'a digit'],
    ['ngị', 'ng stands before a, o, u'],
    ['ngha', 'ngh stands before e, ê, i'],
    ['ka', 'k stands before e, ê, i, y'],
    ['ci', 'c does not stand before i'],
    ['ghà', 'gh stands before e, ê, i'],
    ['gém', 'g does not stand before e'],
    ['qa', 'q needs u'],
    ['quc', 'qu needs a vowel after it'],
    ['boa', 'lip consonants take no glide'],
    ['by', 'y stands alone after few consonants'],
    ['iên', 'written yên'],
    ['tyên', 'yê begins a word or follows u'],
    ['hốí', 'two tones'],
    ['cng', 'no vowel'],
    ['UBND', 'an abbreviation'],
    ['fax', 'f is no Vietnamese letter'],
    ['jazz', 'nor are j and z'],
    ['week', 'nor is w'],
    ['karaoke', 'a foreign word'],
    ['conference', 'a foreign word'],
    ['Kđăm', 'a name in another spelling'],
    ['pin', 'a loan word'],
    ['xăngtimét', 'a loan word in one'],
    ['ximăng', 'a loan word in one'],
    ['Đắk', 'a name of the highlands: k ends no syllable'],
    ['Kạn', 'k before a'],
    ['Pắc', 'p begins no syllable'],
    ['Ê-đê', 'a hyphen'],
    ['Krông', 'kr begins no syllable'],
    ['école', 'a foreign word'],
    ['héi', 'TCVN3 of hội'],
    ['hoäi', 'VNI of hội'],
    ['hôòi', 'CP1258 of hội'],
    ['', 'nothing'],
  ])('ignores %s: %s', (word) => {
    expect(isSyllable(word)).toBe(false)
  })

  test.each([
    ['hội', true],
    ['đi', true],
    ['ban', false],
    ['của', true],
    ['çà', false],
  ])('%s carries a Vietnamese mark: %s', (word, expected) => {
    expect(isMarkedSyllable(word)).toBe(expected)
  })
})

describe('shares', () => {
  const report = 'Chiều 21/3, Sở Giáo dục và Đào tạo tỉnh Điện Biên tổ chức hội nghị tổng kết.'
  test('of a Vietnamese sentence', () => {
    expect(countSyllables(report)).toEqual({ words: 16, valid: 16, marked: 16 })
    expect(vietnameseShare(report.normalize('NFD'))).toBe(1)
  })
  test('of an English sentence', () => {
    const text = 'The provincial department organised its annual conference yesterday afternoon.'
    expect(vietnameseShare(text)).toBeLessThan(0.3)
    expect(markedShare(text)).toBe(0)
  })
  test('words with digits and single letters do not count', () => {
    expect(countSyllables('A4 B 2021 x2 Y')).toEqual({ words: 0, valid: 0, marked: 0 })
    expect(vietnameseShare('')).toBe(0)
  })
  test('eth for Đ and OI for Ư are typing', () => {
    expect(markedShare('Ðiện trƣờng')).toBe(1)
  })
  test('a megabyte is no burden: squared, it would not end in time', () => {
    const text = `${report} `.repeat(13_000)
    expect(vietnameseShare(text)).toBe(1)
  })
})
