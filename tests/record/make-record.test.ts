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
        ['Uỷ viên Ban Thường vụ', 'Huyện uỷ (không nêu tên huyện)', null, false],
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

describe('a body that the frame of the list or of the document names', () => {
  test.each<[string, string, Record<string, Array<[string, string | null]>>]>([
    [
      'the role beside it',
      'Hội nghị\nĐến dự có ông Lê Văn Quyến, Bí thư Đảng đoàn, Chủ tịch Hội Luật gia Việt Nam; ông Trần Đức Lân, Phó Tổng thư ký, Chánh Văn phòng Hội Luật gia Việt Nam; đồng chí Vũ Phúc Hân, Phó tư lệnh, Bí thư Đảng ủy Binh đoàn 12.',
      {
        'Lê Văn Quyến': [
          ['Bí thư', 'Đảng đoàn Hội Luật gia Việt Nam'],
          ['Chủ tịch', 'Hội Luật gia Việt Nam'],
        ],
        'Trần Đức Lân': [
          ['Phó Tổng thư ký', 'Hội Luật gia Việt Nam'],
          ['Chánh Văn phòng', 'Văn phòng Hội Luật gia Việt Nam'],
        ],
        'Vũ Phúc Hân': [
          ['Phó tư lệnh', 'Binh đoàn 12'],
          ['Bí thư', 'Đảng ủy Binh đoàn 12'],
        ],
      },
    ],
    [
      '"Về phía lãnh đạo xã …"',
      'Ngày hội\nVề phía lãnh đạo xã Phong Tân: đồng chí Bùi Quang Hùng – Bí thư Đảng ủy, Chủ tịch HĐND; đồng chí Phạm Văn Viện – Phó Bí thư Thường trực Đảng ủy.\nVề phía đơn vị tài trợ SAMECO: bà Đinh Thị Hường – Giám đốc Truyền thông Doanh nghiệp.',
      {
        'Bùi Quang Hùng': [
          ['Bí thư', 'Đảng ủy xã Phong Tân'],
          ['Chủ tịch', 'Hội đồng nhân dân xã Phong Tân'],
        ],
        'Phạm Văn Viện': [['Phó Bí thư Thường trực', 'Đảng ủy xã Phong Tân']],
        'Đinh Thị Hường': [['Giám đốc Truyền thông Doanh nghiệp', 'SAMECO']],
      },
    ],
    [
      'headings of a directory',
      'Danh bạ\n* Ban Tuyên giáo\n- Đồng chí Đỗ Thanh Cao – Trưởng ban\n- Đồng chí Nguyễn Văn Ngọ – Phó ban\n* Ban Dân vận\n- Đồng chí Phan Văn Tú – Trưởng ban\n6. Ban chỉ huy Quân sự xã Tân Lập\n- Đồng chí Lê Hải Nam – Trợ lý',
      {
        'Đỗ Thanh Cao': [['Trưởng ban', 'Ban Tuyên giáo']],
        'Nguyễn Văn Ngọ': [['Phó ban', 'Ban Tuyên giáo']],
        'Phan Văn Tú': [['Trưởng ban', 'Ban Dân vận']],
        'Lê Hải Nam': [['Trợ lý', 'Ban chỉ huy Quân sự xã Tân Lập']],
      },
    ],
    [
      'the congress that elects',
      'Tờ trình\nĐại hội Liên đoàn Cầu lông tỉnh Bình Thuận nhiệm kỳ 2025 - 2030 đã biểu quyết:\n- Chủ tịch Liên đoàn: Ông Phạm Minh Ngà.\n- Tổng thư ký: Ông Huỳnh Quốc Tính.',
      {
        'Phạm Minh Ngà': [['Chủ tịch', 'Liên đoàn Cầu lông tỉnh Bình Thuận']],
        'Huỳnh Quốc Tính': [['Tổng thư ký', 'Liên đoàn Cầu lông tỉnh Bình Thuận']],
      },
    ],
    [
      'the committee that a congress elects',
      'Đại hội công đoàn\nĐại hội đã bầu ra Ban Chấp hành Công đoàn tỉnh Bạc Liêu khóa X gồm 34 đồng chí. Ông Nguyễn Văn Khánh được bầu làm Chủ tịch.',
      { 'Nguyễn Văn Khánh': [['Chủ tịch', 'Công đoàn tỉnh Bạc Liêu']] },
    ],
    [
      'no congress without an election',
      'Tin tức\nBan Chấp hành Công đoàn tỉnh Bạc Liêu họp. Chủ tịch Nguyễn Văn Khánh phát biểu.',
      { 'Nguyễn Văn Khánh': [['Chủ tịch', null]] },
    ],
    [
      'an abbreviation as the document has it in full',
      'Giới thiệu\nTrung tâm Văn hoá, thông tin và thể thao phục vụ nhân dân.\nĐồng chí Nguyễn Việt Hà – Giám đốc Trung tâm VH, TT&TT',
      { 'Nguyễn Việt Hà': [['Giám đốc', 'Trung tâm Văn hóa, Thông tin và Thể thao']] },
    ],
    [
      'an abbreviation that the document does not settle',
      'Giới thiệu\nĐồng chí Nguyễn Việt Hà – Giám đốc Trung tâm VH, TT&TT; đồng chí Lê Văn Tiến – Giám đốc Sở TT&TT tỉnh Lào Cai',
      {
        'Nguyễn Việt Hà': [['Giám đốc', 'Trung tâm VH, TT&TT']],
        'Lê Văn Tiến': [['Giám đốc', 'Sở Thông tin và Truyền thông tỉnh Lào Cai']],
      },
    ],
    [
      'a small letter for the last capital of a name, and a stray "và"',
      'Thủ tướng Phạm Minh chính tiếp khách\nThủ tướng Phạm Minh Chính cảm ơn. Ông Lê Văn Tiến, Trưởng Ban Chỉ huy và phòng, chống thiên tai tỉnh Lào Cai phát biểu với Giám đốc Phạm Hoàng cùng Thủ tướng Phạm Hoàng Anh.',
      {
        'Phạm Minh Chính': [['Thủ tướng', null]],
        'Lê Văn Tiến': [['Trưởng Ban', 'Ban Chỉ huy phòng, chống thiên tai tỉnh Lào Cai']],
        'Phạm Hoàng': [['Giám đốc', null]],
        'Phạm Hoàng Anh': [['Thủ tướng', null]],
      },
    ],
    [
      'the one school of the title',
      'Trường Đại học Sông Hồng khai giảng năm học mới\nDự lễ có PGS.TS Hoàng Minh Sáng – Bí thư Đảng ủy, Hiệu trưởng; TS Lê Minh Thắng – Chủ tịch Hội đồng Trường; TS Bùi Đức Hưng – Chủ tịch Công đoàn Trường.',
      {
        'Hoàng Minh Sáng': [
          ['Bí thư', 'Đảng ủy Trường Đại học Sông Hồng'],
          ['Hiệu trưởng', 'Trường Đại học Sông Hồng'],
        ],
        'Lê Minh Thắng': [['Chủ tịch', 'Hội đồng Trường Đại học Sông Hồng']],
        'Bùi Đức Hưng': [['Chủ tịch', 'Công đoàn Trường Đại học Sông Hồng']],
      },
    ],
    [
      'the commune of title and headings, whatever others are named',
      'Giới thiệu phường Tương Lai\nTrụ sở UBND phường Tương Lai đặt tại nhà cũ của phường Văn Thụ.\n- Đồng chí Võ Xuân Trường (Bí thư Đảng ủy, Chủ tịch HĐND)\n- Đồng chí Đào Thị Hằng (Phó Bí thư, Chủ tịch UBND phường)\nPhường Tương Lai có 12 khu dân cư.',
      {
        'Võ Xuân Trường': [
          ['Bí thư', 'Đảng ủy phường Tương Lai'],
          ['Chủ tịch', 'Hội đồng nhân dân phường Tương Lai'],
        ],
        'Đào Thị Hằng': [
          ['Phó Bí thư', 'Đảng ủy phường Tương Lai'],
          ['Chủ tịch', 'Ủy ban nhân dân phường Tương Lai'],
        ],
      },
    ],
    [
      'the country before a foreign premier',
      'Chính phủ hai nước\nThủ tướng Phạm Minh Chánh gặp người đồng cấp Campuchia.\nTại cuộc gặp Thủ tướng Hun Sok, hai bên trao đổi.',
      {
        'Phạm Minh Chánh': [['Thủ tướng', 'Chính phủ']],
        'Hun Sok': [['Thủ tướng', 'Campuchia']],
      },
    ],
    [
      'the commune of the other offices of the sentence, and of no holder of one',
      'Đại hội\nĐồng chí Nguyễn Thị Hồng, Bí thư Đảng ủy, Chủ tịch HĐND phường Trần Phú; đồng chí Lê Văn Sơn, Phó Bí thư Thường trực Đảng ủy.\nChủ tịch UBND xã Nguyễn Văn Nam dự.',
      {
        'Nguyễn Thị Hồng': [
          ['Bí thư', 'Đảng ủy phường Trần Phú'],
          ['Chủ tịch', 'Hội đồng nhân dân phường Trần Phú'],
        ],
        'Lê Văn Sơn': [['Phó Bí thư Thường trực', 'Đảng ủy phường Trần Phú']],
        'Nguyễn Văn Nam': [['Chủ tịch', 'Ủy ban nhân dân xã (không nêu tên xã)']],
      },
    ],
    [
      'a municipality, with its word where the name alone is a person',
      'Hội nghị của TP.HCM\nUBND TP.HCM tổ chức hội nghị. Bí thư Thành ủy Nguyễn Thiện Nhâm phát biểu. Bà Lê Thị Mơ, Giám đốc Công ty CP Dệt Sông Lam, dự.',
      {
        'Nguyễn Thiện Nhâm': [['Bí thư', 'Thành ủy thành phố Hồ Chí Minh']],
        'Lê Thị Mơ': [['Giám đốc', 'Công ty cổ phần Dệt Sông Lam']],
      },
    ],
    [
      'letters of a company behind "Về phía", and a delegation by whom it is led',
      'Ký kết\nVề phía VNPX có ông Huỳnh Quang Liên, Tổng Giám đốc. Đoàn công tác do ông Đinh Trung Toản, Giám đốc Sở Y tế tỉnh Sơn La làm trưởng đoàn dự.',
      {
        'Huỳnh Quang Liên': [['Tổng Giám đốc', 'VNPX']],
        'Đinh Trung Toản': [
          ['Giám đốc', 'Sở Y tế tỉnh Sơn La'],
          ['trưởng đoàn', 'Đoàn công tác'],
        ],
      },
    ],
    [
      'a head just before his deputy',
      'Kết quả đại hội\n- Chủ tịch Liên đoàn Cầu mây tỉnh Sơn La: Ông Phạm Văn Trình.\n- Phó Chủ tịch: Ông Phạm Anh Lam.',
      {
        'Phạm Văn Trình': [['Chủ tịch', 'Liên đoàn Cầu mây tỉnh Sơn La']],
        'Phạm Anh Lam': [['Phó Chủ tịch', 'Liên đoàn Cầu mây tỉnh Sơn La']],
      },
    ],
  ])('%s', (_, text, expected) => {
    const found = Object.fromEntries(
      record(text).officials.map((o) => [
        o.name,
        o.positions.map((p) => [p.title, p.organisation]),
      ]),
    )
    expect(found).toEqual(expected)
  })

  test.each<[string, string, Record<string, Array<string | null>>]>([
    [
      'several schools',
      'Ngày hội của các trường\nTrường Đại học Sông Hồng và Trường Đại học Sông Đà dự. PGS.TS Hoàng Minh Sáng – Hiệu trưởng – phát biểu.',
      { 'Hoàng Minh Sáng': [null] },
    ],
    [
      'several communes',
      'Đại hội hai xã\nXã Phong Tân và xã Phong Mỹ họp. Đồng chí Bùi Quang Hùng – Bí thư Đảng ủy – phát biểu.',
      { 'Bùi Quang Hùng': ['Đảng ủy'] },
    ],
    [
      'a heading that the title does not lead',
      'Danh bạ\n* Ban Tuyên giáo\n- Đồng chí Đỗ Thanh Cao – Bí thư',
      { 'Đỗ Thanh Cao': [null] },
    ],
    [
      'a paragraph that names two ministries',
      'Họp báo\nBộ Xây dựng và Bộ Công an phối hợp. Bộ trưởng Lê Minh Hoài trả lời. Sau đó Bộ Công an nói thêm.',
      { 'Lê Minh Hoài': [null] },
    ],
    [
      "a deputy's constituency",
      'Kỳ họp\nĐại biểu Quốc hội TP.HCM thảo luận. Phó chủ tịch Quốc hội Nguyễn Thị Kim điều hành.',
      { 'Nguyễn Thị Kim': ['Quốc hội'] },
    ],
    [
      'no country or two',
      'Gặp gỡ\nNgười đồng cấp Campuchia và Lào cùng dự. Thủ tướng Hun Sok phát biểu.',
      { 'Hun Sok': [null] },
    ],
  ])('and not %s', (_, text, expected) => {
    const found = Object.fromEntries(
      record(text).officials.map((o) => [o.name, o.positions.map((p) => p.organisation)]),
    )
    expect(found).toEqual(expected)
  })

  test('a town lies in the province that the text names with it', () => {
    expect(
      bodies(
        'UBND tỉnh Kiên Giang tổ chức lễ hội\nTại TP. Châu Đốc, tỉnh An Giang, lễ hội kéo dài ba ngày.\nÔng Trần Quốc Tuân - Phó Chủ tịch UBND TP. Châu Đốc cho biết như vậy.',
      )['Trần Quốc Tuân']?.[0]?.[2],
    ).toBe('an-giang')
  })

  test('a family name glued to the next syllable is parted from it', () => {
    const { officials } = record(
      `${title}Đ/c TônThị Ngọc Hân – Phó Chủ tịch UBND tỉnh dự. Đồng chí Tôn Thị Ngọc Hân phát biểu.`,
    )
    expect(officials.map((o) => [o.name, o.mentions.length])).toEqual([['Tôn Thị Ngọc Hân', 2]])
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
    ['SỞ NÔNG NGHIỆP VÀ PTNT', 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Bến Tre'],
    ['SỞ THÔNG TIN VÀ KTXT', 'Sở Thông tin và KTXT tỉnh Bến Tre'],
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
  test.each([
    // The number has the whole name of a body that the head gives short; a department is told with its commune.
    ['BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\nSố: 36-HD/VPTW', 'Văn phòng Trung ương Đảng'],
    ['UBND XÃ PHÚ LỘC\nPHÒNG KINH TẾ\nSố: 6/BC-KT', 'Phòng Kinh tế xã Phú Lộc'],
    ['UBND XÃ PHÚ LỘC\nTRẠM Y TẾ\nSố: 6/BC-TYT', 'Trạm Y tế'],
  ])('%j is the head of %s', (head, issuer) => {
    expect(
      record(`${head}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ngày 14 tháng 3 năm 2026
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
    ).toEqual({ 'Trần Thị Khánh': [['Giám đốc Phân tích', null, null, false]] })
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
