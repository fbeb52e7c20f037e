import { describe, expect, test } from 'vitest'
import { recordSchema } from '../../src/model.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const record = (text: string) => recordSchema.parse(makeRecord(parsedOf(text), source, lexicon))
const bodies = (text: string) =>
  Object.fromEntries(
    record(text).officials.map((o) => [
      o.name,
      o.positions.map((p) => [p.title, p.organisation, p.province, p.resolved]),
    ]),
  )

const title = 'Sở Giáo dục và Đào tạo Điện Biên tổ chức hội nghị sơ kết\n'
const lead =
  'Ngày 09/02/2023, Sở Giáo dục và Đào tạo tổ chức Hội nghị sơ kết học kỳ I, triển khai nhiệm vụ học kỳ II năm học 2022 - 2023.\n'

describe('bodies are completed from context', () => {
  test('"Giám đốc Sở" from the fuller mention, its place from the host in the title', () => {
    expect(
      bodies(
        `${title}${lead}Dự Hội nghị có đồng chí Nguyễn Văn Đoan, Giám đốc Sở cùng các đồng chí lãnh đạo Sở.\nGiám đốc Nguyễn Văn Đoan phát biểu kết luận`,
      ),
    ).toEqual({
      'Nguyễn Văn Đoan': [['Giám đốc', 'Sở Giáo dục và Đào tạo Điện Biên', 'dien-bien', true]],
    })
  })
  test('the sentence comes before the host', () => {
    expect(
      bodies(
        `Cụm thi đua số 4 triển khai nhiệm vụ\nSáng nay, Sở Giáo dục và Đào tạo Lào Cai tổ chức hội nghị trực tuyến. Tại điểm cầu Sở Giáo dục và Đào tạo tỉnh Điện Biên do đồng chí Lò Thị Thơm - Phó Giám đốc, Chủ tịch Công đoàn ngành Giáo dục chủ trì.`,
      ),
    ).toEqual({
      'Lò Thị Thơm': [
        ['Phó Giám đốc', 'Sở Giáo dục và Đào tạo tỉnh Điện Biên', 'dien-bien', true],
        ['Chủ tịch', 'Công đoàn ngành Giáo dục tỉnh Điện Biên', 'dien-bien', true],
      ],
    })
  })
  test('what the document does not settle stays open and says so', () => {
    expect(
      bodies(
        `Phòng Giáo dục và Đào tạo sơ kết học kỳ I\nChiều 8/12/2023, Phòng Giáo dục và Đào tạo huyện tổ chức sơ kết. Dự hội nghị có đồng chí Nguyễn Duy Lâm – Uỷ viên BTV Huyện uỷ, Phó Chủ tịch UBND huyện.`,
      ),
    ).toEqual({
      'Nguyễn Duy Lâm': [
        ['Uỷ viên BTV', 'Huyện uỷ (không nêu tên huyện)', null, false],
        ['Phó Chủ tịch', 'Ủy ban nhân dân huyện (không nêu tên huyện)', null, false],
      ],
    })
  })
  test('a ministry that the document names beyond doubt', () => {
    expect(
      bodies(
        `${title}Bộ Giáo dục và Đào tạo tổ chức hội nghị tập huấn nghiệp vụ thi tốt nghiệp. Thứ trưởng Nguyễn Hữu Đa phát biểu.`,
      ),
    ).toEqual({
      'Nguyễn Hữu Đa': [['Thứ trưởng', 'Bộ Giáo dục và Đào tạo', null, true]],
    })
  })
})

describe('mentions', () => {
  test('given names are linked to the one person who bears them', () => {
    const made = record(
      `${title}${lead}Ông Vũ Đình Hào, Giám đốc Sở Nội vụ tỉnh Điện Biên, dự hội nghị. Sau đó ông Hào phát biểu.`,
    )
    expect(made.officials[0]?.mentions.map((m) => m.text)).toEqual(['Vũ Đình Hào', 'Hào'])
  })
  test('and to nobody where two bear it', () => {
    const made = record(
      `${title}${lead}Ông Vũ Đình Hào, Giám đốc Sở Nội vụ; bà Trần Thị Hào, Giám đốc Sở Y tế. Sau đó ông Hào phát biểu.`,
    )
    expect(made.officials.flatMap((o) => o.mentions.map((m) => m.text))).toEqual([
      'Vũ Đình Hào',
      'Trần Thị Hào',
    ])
  })
})

describe('provinces as of the document', () => {
  test('a province of 2022 and what it is today', () => {
    const made = record(
      'Hội nghị giao ban\nNgày 5/3/2022, tại tỉnh Hòa Bình, Sở Giáo dục và Đào tạo tỉnh Hòa Bình tổ chức hội nghị giao ban công tác quý I.',
    )
    expect(made.provinces).toMatchObject([
      { id: 'hoa-binh', name: 'Hòa Bình', current: 'phu-tho', roles: ['host'] },
    ])
  })
})

describe('language', () => {
  test.each([
    ['Hội nghị sơ kết học kỳ I và triển khai nhiệm vụ học kỳ II năm học.', 'vi'],
    [
      'The conference reviewed the first semester and agreed on measures for the coming months.',
      'en',
    ],
  ])('%s', (text, language) => {
    expect(record(text).language).toBe(language)
  })
})

test('spans quote NFD text as it stands', () => {
  const text =
    `${title}${lead}Ông Vũ Đình Hào, Giám đốc Sở Nội vụ tỉnh Điện Biên, cho biết 75,6% trường đạt chuẩn.`.normalize(
      'NFD',
    )
  const made = record(text)
  for (const span of [
    ...made.officials.flatMap((o) => o.mentions),
    ...made.provinces.flatMap((p) => p.mentions),
    ...made.percentages,
    ...made.dates,
  ])
    expect(text.slice(span.start, span.end)).toBe(span.text)
  expect(made.officials[0]?.name).toBe('Vũ Đình Hào')
  expect(made.officials[0]?.mentions[0]?.text).toBe('Vũ Đình Hào'.normalize('NFD'))
})

test('an empty text makes an empty record', () => {
  expect(record('')).toMatchObject({ title: null, officials: [], directives: [], language: 'und' })
})

describe('what a document is and who signs it', () => {
  const table = `BỘ XÂY DỰNG
Biểu số 02
CỤC QUẢN LÝ NHÀ
TỔNG HỢP KẾT QUẢ PHÁT TRIỂN NHÀ Ở XÃ HỘI
(Số liệu đến ngày 31/12/2023)
NGƯỜI LẬP BIỂU
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Đặng Thùy Nhi
Võ Trọng Khang`
  test('a table has its own title, and signers that are no authors', () => {
    expect(record(table)).toMatchObject({
      title: 'TỔNG HỢP KẾT QUẢ PHÁT TRIỂN NHÀ Ở XÃ HỘI',
      bylines: [],
      signers: [
        { name: 'Võ Trọng Khang', capacity: 'KT. CHÁNH VĂN PHÒNG', title: 'Phó Chánh Văn phòng' },
      ],
    })
  })
  test('the country is no signer of an old decree', () => {
    expect(
      record(
        'SẮC LỆNH\nCHỦ TỊCH CHÍNH PHỦ\nVIỆT NAM DÂN CHỦ CỘNG HOÀ\nChiểu theo đề nghị của Bộ.\nĐiều 1.',
      ).signers,
    ).toEqual([])
  })
  test.each([
    ['Biên bản họp giao ban\nBIÊN BẢN\nHọp giao ban\nCuộc họp kết thúc lúc 11 giờ.', 'minutes'],
    ['Giải pháp chuyển đổi số\nTham luận tại Hội nghị năm 2023\nKính thưa hội nghị.', 'report'],
  ])('%s is of the type %s', (text, type) => {
    expect(record(text).documentType).toBe(type)
  })
  test('a type line that the title does not agree with decides nothing', () => {
    const page = (line: string) =>
      record(`${title}${lead}${line}Ông A cho biết hội nghị diễn ra tại hội trường.`).documentType
    expect(page('KẾ HOẠCH\n')).toBe(page(''))
  })
  test.each([
    ['SỞ NÔNG NGHIỆP VÀ PTNT', 'Sở Nông nghiệp và PTNT tỉnh Bến Tre'],
    ['SỞ TƯ PHÁP', 'Sở Tư pháp tỉnh Bến Tre'],
    ['SỞ KẾ HOẠCH VÀ ĐẦU TƯ', 'Sở Kế hoạch và Đầu tư tỉnh Bến Tre'],
  ])('%s is written as usual', (written, issuer) => {
    expect(
      record(`ỦY BAN NHÂN DÂN TỈNH BẾN TRE
${written}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 79/BC-SX
Bến Tre, ngày 14 tháng 3 năm 2016
BÁO CÁO
Tình hình`).issuer,
    ).toBe(issuer)
  })
  test('a place named after the speaker is not where he sits', () => {
    expect(
      bodies(
        'Kiên Giang quyết tâm gỡ thẻ vàng\nChiều 28/3/2024, UBND tỉnh Kiên Giang tổ chức hội nghị chống khai thác bất hợp pháp.\nÔng Lê Hữu Tài, Giám đốc Sở Y tế cho biết, ngành đang phối hợp với tỉnh Cà Mau.',
      ),
    ).toEqual({ 'Lê Hữu Tài': [['Giám đốc', 'Sở Y tế tỉnh Kiên Giang', 'kien-giang', true]] })
  })
  test('"Giám đốc Phân tích" heads no Sở that is named nearby', () => {
    expect(
      bodies(
        'Thị trường\nSở Giao dịch Chứng khoán Hà Nội công bố số liệu. Theo bà Trần Thị Khánh, Giám đốc Phân tích của công ty, thị trường ổn định.',
      ),
    ).toEqual({ 'Trần Thị Khánh': [['Giám đốc', null, null, false]] })
  })
  test('"tỉnh" is no part of a city: Tỉnh ủy stays open where only a municipality is named', () => {
    expect(
      bodies(
        'Hội nghị tại thành phố Đà Nẵng\nÔng Hà Trung Kỳ, Trưởng ban Tuyên giáo Tỉnh ủy, dự hội nghị.',
      )['Hà Trung Kỳ']?.[0]?.[2],
    ).toBeNull()
  })
})

test('a paper comes from the body that the sentence names, whatever its code might mean', () => {
  const made = record(
    `${title}${lead}Theo đề nghị của Sở Lao động - Thương binh và Xã hội tại Tờ trình số 1046/TTr-LĐTBXH ngày 31/3/2022, Sở ban hành kế hoạch.`,
  )
  expect(made.citations[0]?.issuer).toBe('Sở Lao động - Thương binh và Xã hội')
})
