// The language of a text, and texts in two languages.
import { describe, expect, test } from 'vitest'
import { languageOf, languagesOf, languageWarnings } from '../../src/record/language.ts'

const vietnamese =
  'Chiều 21/3, Sở Giáo dục và Đào tạo tỉnh tổ chức hội nghị tổng kết năm học. Giám đốc Sở đề nghị các trường tiếp tục đổi mới phương pháp dạy học và báo cáo kết quả trước ngày 15 tháng 6.'
const english =
  'The provincial department of education held its annual conference on Monday. The director asked all schools to go on with the new methods of teaching and to report their results in June.'
const french =
  'Le département de l’éducation a tenu lundi sa conférence annuelle. Le directeur a demandé aux écoles de poursuivre les nouvelles méthodes et de rendre compte de leurs résultats en juin.'
const codesOf = (text: string) => languageWarnings(languagesOf(text)).map(({ code }) => code)

describe('languageOf', () => {
  test.each([
    ['vi', vietnamese],
    ['vi', vietnamese.normalize('NFD')],
    ['vi', vietnamese.toUpperCase()],
    ['vi', 'Báo cáo'],
    ['vi', 'Hoi nghi tong ket nam hoc cua So Giao duc va Dao tao tinh Dien Bien'],
    ['vi', 'Kinh gui: Uy ban nhan dan cac huyen, thi xa va thanh pho trong tinh'],
    ['vi', 'C?ng h?a x? h?i ch? ngh?a Vi?t Nam, ??c l?p - T? do - H?nh ph?c'],
    ['vi', 'Niê Kđăm, H’Yim Kđoh, Ksor Phước họp tại xã Ea Tul về việc bảo vệ rừng'],
    ['vi', 'Ðiện Biên, ngày 5 tháng 3: trƣờng học Ðộc lập'],
    ['en', english],
    ['en', english.toUpperCase()],
    ['fr', french],
    [
      'de',
      'Die Konferenz des Bildungsministeriums fand am Montag statt; die Schulen sollen im Juni über ihre Ergebnisse berichten.',
    ],
    [
      'es',
      'La conferencia anual del departamento de educación se celebró el lunes; las escuelas deben informar sobre los resultados en junio.',
    ],
    [
      'pl',
      'Doroczna konferencja departamentu oświaty odbyła się w poniedziałek; szkoły mają złożyć sprawozdania w czerwcu.',
    ],
    ['ru', 'Ежегодная конференция управления образования состоялась в понедельник.'],
    ['zh', '教育厅星期一召开年度会议，要求各学校六月报告结果。'],
    ['ja', '教育局は月曜日に年次会議を開き、学校に報告を求めました。'],
    ['ko', '교육청은 월요일에 연례 회의를 열었습니다.'],
    ['th', 'กรมการศึกษาจัดการประชุมประจำปีเมื่อวันจันทร์'],
    ['lo', 'ພະແນກສຶກສາໄດ້ຈັດກອງປະຊຸມປະຈຳປີໃນວັນຈັນ'],
    ['km', 'នាយកដ្ឋានអប់រំបានធ្វើសន្និសីទប្រចាំឆ្នាំនៅថ្ងៃចន្ទ'],
    ['cjm', 'ꨌꩌ ꨀꨯꨱꨩ ꨣꩀ ꨆꨭꩀ ꨌꩌ ꨀꨯꨱꨩ'],
    ['blt', 'ꪼꪕ ꪁꪫꪱꪣ ꪼꪕ ꪁꪫꪱꪣ ꪼꪕ ꪁꪫꪱꪣ'],
    [
      'hmn',
      'Nav txheej txheem no yog ib tug neeg zoo heev thiab peb sawv daws nyob hauv lub zos ntawd ua ke',
    ],
    ['und', '12/2021; 1.234,5; 75,6%'],
    ['und', ''],
    ['und', 'UBND – HĐND – BCH'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })
})

describe('a second language', () => {
  const many = (text: string, times: number) => Array.from({ length: times }, () => text).join('\n')
  test.each([
    ['Vietnamese and English by turns', many(`${vietnamese}\n${english}`, 4), ['mixed-language']],
    ['an English annex', `${many(vietnamese, 8)}\n${many(english, 3)}`, ['mixed-language']],
    [
      'an English text with a Vietnamese part',
      `${many(english, 5)}\n${many(vietnamese, 3)}`,
      ['foreign-language', 'mixed-language'],
    ],
    ['French', many(french, 3), ['foreign-language']],
  ])('finds: %s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes)
  })
  test.each([
    ['Vietnamese', many(vietnamese, 5)],
    ['one English sentence', `${many(vietnamese, 8)}\n${english}`],
    [
      'names, addresses and abbreviations',
      many(
        `${vietnamese}\nWorld Bank, UNICEF, Save the Children, JICA, KOICA\nhttps://example.org/the-annual-conference-of-the-province\nwritten.by@example.org`,
        5,
      ),
    ],
    [
      'a table of machines',
      many(`${vietnamese}\nCable UTP 5 (RJ-45)\tHDD 2.1 GB\tModem 33.6\tLaptop Dell Inspiron`, 5),
    ],
    [
      'names of the highlands',
      many(`${vietnamese}\nH’Yim Kđoh, Y Thông Niê, Rơ Chăm H’Yéo, Ksor Krơn`, 5),
    ],
    [
      'unmarked Vietnamese',
      many('Hoi nghi tong ket nam hoc cua So Giao duc va Dao tao tinh Dien Bien', 5),
    ],
    ['nothing', ''],
  ])('ignores: %s', (_, text) => {
    expect(codesOf(text)).toEqual([])
  })
  test('says which and how much', () => {
    const [warning] = languageWarnings(languagesOf(many(`${vietnamese}\n${english}`, 4)))
    expect(warning?.message).toMatch(/^About \d\d % of the text is in English \(en\)\.$/)
  })
  test('linear: five megabytes on one line', () => {
    expect(languageOf(`${vietnamese} `.repeat(25_000))).toBe('vi')
    expect(languageOf('b'.repeat(5_000_000))).toBe('und')
  })
})
