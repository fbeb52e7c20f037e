// Which text is in a legacy encoding, and which is not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertMixed, convertRuns } from '../../src/text/legacy/convert-runs.ts'
import { decodeLegacy } from '../../src/text/legacy/detect.ts'
import { hintOf, type LegacyEncoding, legacyEncodings } from '../../src/text/legacy/encodings.ts'
import { lossOf } from '../../src/text/legacy/lossy.ts'
import { encodeAs } from '../support/encode-legacy.ts'
import { innocentTexts } from '../support/innocent-texts.ts'

const paragraphs = [
  'Chiều 21 tháng 3, tại thành phố Điện Biên Phủ, Sở Giáo dục và Đào tạo tổ chức hội nghị sơ kết học kỳ một.',
  'Phát biểu tại hội nghị, đồng chí Giám đốc Sở đề nghị các trường tiếp tục đổi mới phương pháp dạy học.',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; xét đề nghị của Chủ tịch Ủy ban nhân dân huyện.',
  'Những khoản kinh phí được cấp phải sử dụng đúng mục đích, quyết toán trước ngày 31 tháng 12 hằng năm.',
]

describe('decodeLegacy finds', () => {
  for (const encoding of legacyEncodings)
    test.each(paragraphs)(`${encoding}: %s`, (paragraph) => {
      // TCVN3 has no capitals with tone: "Ủy" is written "Uû" in a plain font.
      const text =
        encoding === 'tcvn3' ? paragraph.replace('Ủy', 'Uỷ').replace('Uỷ', 'Uỷ') : paragraph
      for (const readAs of ['windows', 'latin1'] as const) {
        const result = decodeLegacy(encodeAs(encoding, text, readAs))
        expect(result).toMatchObject({ encoding, text, lossy: false })
        expect(result?.starts).toHaveLength(text.length)
      }
    })
  test.each<[string, string, LegacyEncoding, string]>([
    ['Sè: 5', '.VnTime', 'tcvn3', 'Số: 5'],
    ['bé', 'AARIQC+.VnTimeH,Bold', 'tcvn3', 'BỘ'],
    ['§iÒu 1', '.VnArial', 'tcvn3', 'Điều 1'],
    ['Ñieàu 2', 'VNI-Times', 'vni', 'Điều 2'],
    ['Cô quan', 'VNI-Helve', 'vni', 'Cơ quan'],
  ])('a short run with a font: %s in %s', (raw, fontName, encoding, expected) => {
    expect(decodeLegacy(raw, { fontName })).toMatchObject({ encoding, text: expected })
  })
  test('the place of each decoded unit', () => {
    const raw = 'Coäng hoøa xaõ hoäi'
    const result = decodeLegacy(raw)
    expect(result?.text).toBe('Cộng hòa xã hội')
    const at = (result?.text ?? '').indexOf('xã')
    expect(raw.slice(result?.starts[at])).toBe('xaõ hoäi')
  })
})

describe('decodeLegacy ignores', () => {
  test.each([
    ...paragraphs,
    ...paragraphs.map((text) => text.normalize('NFD')),
    'Ðiện Biên, ngày 5 tháng 3: trƣờng học Ðộc lập',
    'Niê Kđăm, H’Yim Kđoh, Ksor Phước, Êđê, Kpă',
    'Les élèves de l’école ont été reçus à l’hôtel de ville où le thé est né à côté',
    'Le décret n° 2019-1 du 3 février a été publié: « les bénéficiaires » sont âgés',
    'The café’s façade — a naïve résumé of the naïve attaché’s exposé',
    'Die Größe der Straße läßt übermäßig schöne Gebäude für Mädchen zu',
    'El año pasado la señora enseñó español a los niños de la montaña',
    'Số 12/QĐ-UBND; 29-NQ/TW; 16/2022/TT-BGDĐT; 25°C; 40 m²; ± 5%; § 3; ©2023; x²+y²',
    'int a = b ^ c; o += 1; f(a(b)); C++ o+1, a^2 + b^2 = e^x',
    'Sè',
    'café',
    '',
  ])('%s', (text) => {
    expect(decodeLegacy(text)).toBeNull()
    expect(convertMixed(text)).toMatchObject({ text, encodings: [] })
  })
  test('a font that lies: Unicode under the name .VnTime', () => {
    for (const text of paragraphs) expect(decodeLegacy(text, { fontName: '.VnTime' })).toBeNull()
  })
  test('any Unicode Vietnamese, whatever the font', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(paragraphs.join(' ').split(' '), { minLength: 8 }),
        fc.constantFrom('.VnTime', 'VNI-Times', 'VPS Times', 'Times New Roman'),
        (words, fontName) => {
          fc.pre(/[\u1EA0-\u1EF9đăơư]/.test(words.join('')))
          expect(decodeLegacy(words.join(' '), { fontName })).toBeNull()
        },
      ),
    )
  })
})

describe('short runs that prove themselves, by two everyday words', () => {
  test.each([
    ['QuyÕt ®Þnh', 'Quyết định'],
    ['KÝnh göi', 'Kính gửi'],
    ['Baùo caùo keát quaû', 'Báo cáo kết quả'],
    ['TRANG THIEÁT BÒ KYÕ THUAÄT', 'TRANG THIẾT BỊ KỸ THUẬT'],
    ['HĂ\u00A0 Ná»™i', 'HÀ Nội'.replace('HÀ', 'Hà')],
    ['CÃ¡Â»â„¢ng hÃ²a xÃ£ hÃ¡Â»â„¢i', 'Cộng hòa xã hội'],
    ["Dda~i ngo^. ca'n bo^.", 'Đãi ngộ cán bộ'],
  ])('%s', (raw, expected) => {
    expect(decodeLegacy(raw)?.text).toBe(expected)
  })
  test.each([
    'Sè 5',
    'Bé y tÕ',
    'très tôt',
    'à côté',
    'für Mädchen',
    'São João',
    'niño pequeño',
    'garçon français',
    'thé à la menthe',
  ])('ignores %s: too little, or another language', (raw) => {
    expect(decodeLegacy(raw)).toBeNull()
  })
  test.each(innocentTexts)('ignores %s: %s', (_, text) => {
    expect(decodeLegacy(text)?.encoding ?? null).toBeNull()
    expect(convertMixed(text).text).toBe(text)
  })
})

describe('signs in running text', () => {
  test.each<[LegacyEncoding, string]>([
    ['vps', '– Nhiệt độ 25°C, ± 5%: “rất nóng” … 40 m² – 50 m²'],
    ['viscii', '– Nhiệt độ 25°C, ± 5%: “rất nóng” … 40 m² – 50 m²'],
    ['tcvn3', '· Nhiệt độ 25°C, ± 5%, 40 m², 3×4'],
    ['viqr', 'I. Mục đích: a. Tổ chức; xem https://example.vn/a?b=u+o và vanthu@example.vn; ổ HDD'],
  ])('%s: %s', (encoding, text) => {
    // Only the letters are written in the encoding; the signs are signs.
    const raw = text.replace(
      /\p{L}*[^\u0000-\u00FF]\p{L}*|\p{L}*[àáâãèéêìíòóôõùúý]\p{L}*/gu,
      (word) => (/\p{L}/u.test(word) ? encodeAs(encoding, word) : word),
    )
    const context = encodeAs(encoding, paragraphs[0] ?? '')
    expect(convertMixed(`${context}\n${raw}\n${context}`).text.split('\n')[1]).toBe(text)
  })
})

describe('convertMixed', () => {
  test('headings of two to four words between encoded paragraphs, in every encoding', () => {
    const headings = [
      'Số: 12/QĐ-UBND',
      'Quyết định',
      'Kính gửi',
      'Nơi nhận:',
      'V/v nghỉ hè',
      'Bộ Y tế',
      'Tự do',
      'Điều 5',
      'Đã ký',
    ]
    for (const encoding of legacyEncodings) {
      const lines = headings.flatMap((heading, i) => [paragraphs[i % 2] ?? '', heading])
      const raw = lines.map((line) => encodeAs(encoding, line)).join('\n')
      // VIQR has no way to write "12/Q..." but to escape nothing here.
      expect(convertMixed(raw).text).toBe(lines.join('\n'))
    }
  })
  test('Unicode headings between encoded paragraphs stay', () => {
    const headings = [
      'Số: 12/QĐ-UBND',
      'Công văn',
      'Tên tôi là',
      'Thông tin',
      'Có 25°C',
      '§ 3, ± 5%',
      'Café, Résumé',
    ]
    for (const encoding of legacyEncodings) {
      const lines = headings.flatMap((heading) => [
        encodeAs(encoding, paragraphs[1] ?? ''),
        paragraphs[0] ?? '',
        heading,
      ])
      const got = convertMixed(lines.join('\n')).text.split('\n')
      // "§" is Đ in TCVN3 wherever it stands.
      for (const [i, heading] of headings.entries())
        if (!(encoding === 'tcvn3' && heading.startsWith('§'))) expect(got[i * 3 + 2]).toBe(heading)
    }
  })
  test('three encodings paragraph by paragraph', () => {
    const order = ['tcvn3', null, 'vni', null, 'utf8', 'tcvn3'] as const
    const lines = order.map((_, i) => paragraphs[i % paragraphs.length] ?? '')
    const raw = lines.map((line, i) =>
      order[i] ? encodeAs(order[i], line.replace('Ủy', 'Uỷ')) : line,
    )
    expect(convertMixed(raw.join('\n')).text).toBe(
      lines.map((line, i) => (order[i] ? line.replace('Ủy', 'Uỷ') : line)).join('\n'),
    )
  })
  test('runs of one paragraph, by their fonts', () => {
    const runs = [
      { text: 'Số 12 của ', fontName: 'Times New Roman' },
      { text: encodeAs('tcvn3', 'tỉnh Lạng Sơn '), fontName: '.VnTime' },
      { text: encodeAs('vni', 'về việc học'), fontName: 'VNI-Times' },
    ]
    expect(
      convertRuns(runs)
        .map((verdict, i) => verdict?.decoded.text ?? runs[i]?.text)
        .join(''),
    ).toBe('Số 12 của tỉnh Lạng Sơn về việc học')
  })
  test('each line in its own encoding, short lines with their neighbours', () => {
    const lines = [
      'Kính gửi: các trường trung học cơ sở trong toàn tỉnh',
      encodeAs('tcvn3', 'Thực hiện kế hoạch năm học mới của Sở Giáo dục'),
      encodeAs('tcvn3', 'Số: 5'),
      encodeAs('tcvn3', 'Các trường báo cáo kết quả về phòng trước ngày 5'),
      encodeAs('vni', 'Nơi nhận: Ủy ban nhân dân các huyện, thị xã'),
      'Hà Nội, ngày 5 tháng 3 năm 2005',
    ]
    const result = convertMixed(lines.join('\n'))
    expect(result.text.split('\n')).toEqual([
      'Kính gửi: các trường trung học cơ sở trong toàn tỉnh',
      'Thực hiện kế hoạch năm học mới của Sở Giáo dục',
      'Số: 5',
      'Các trường báo cáo kết quả về phòng trước ngày 5',
      'Nơi nhận: Ủy ban nhân dân các huyện, thị xã',
      'Hà Nội, ngày 5 tháng 3 năm 2005',
    ])
    expect(result.encodings).toEqual(['tcvn3', 'vni'])
    expect(result.starts).toHaveLength(result.text.length)
    expect(lines.join('\n').slice(result.starts[result.text.indexOf('Hà Nội')])).toBe(lines.at(-1))
  })
  test('a line that is half converted', () => {
    const half = `Ông Bộ trưởng ${encodeAs('tcvn3', 'trách nhiệm các vấn đề ruộng đất')} đã được mời họp.`
    expect(convertMixed(half).text).toBe(
      'Ông Bộ trưởng trách nhiệm các vấn đề ruộng đất đã được mời họp.',
    )
  })
  test('the cells of a table, each too short to prove anything', () => {
    const cells = ['Số thứ tự', 'Đơn vị', 'Tổng số', 'Ghi chú', 'Huyện']
    expect(convertMixed(cells.map((cell) => encodeAs('tcvn3', cell)).join('\n')).text).toBe(
      cells.join('\n'),
    )
  })
})

describe('lossOf', () => {
  test.each([
    ['CNG HA X HI CH NGHA VIT NAM', 'dropped'],
    ['Cng ha x hi ch ngha Vit Nam, c lp - T do - Hnh phc', 'dropped'],
    ['C?ng h?a x? h?i ch? ngh?a Vi?t Nam', 'replaced'],
    ['C\uFFFDng h\uFFFDa x\uFFFD h\uFFFDi ch\uFFFD ngh\uFFFDa Vi\uFFFDt Nam', 'replaced'],
    ['Cong hoa xa hoi chu nghia Viet Nam', 'unmarked'],
    ['Kinh gui Uy ban nhan dan cac huyen, thi xa va thanh pho trong tinh', 'unmarked'],
    [
      'CQNG HOA XA HQI CHU NGHIA VIET NAM. DQc lap - Tu do - H4nh phric. Kinh gtri: Uy ban nh6n d6n c6c huyQn, thi x6, thinh phO. Can cu k€ ho4ch n6m hqc, S0 Gi6o duc vi Dio tao d€ nghi c6c truong b6o c6o kCt qu6',
      'misread',
    ],
  ])('finds %s: %s', (text, loss) => {
    expect(lossOf(text)).toBe(loss)
    expect(decodeLegacy(text)).toMatchObject({ text, encoding: null, lossy: true })
  })
  test.each([
    ...paragraphs,
    'The committee held its annual conference in the capital city on Monday morning.',
    'What? Who said so? And when? Nobody knows; see https://example.org/a?b=c&d=e for more on it.',
    'UBND, HĐND, BCH, TNHH, THPT, GDTX, KHCN, TTTT',
    'CNTT, THCS, GDCD, PTTH, KHKT, TDTT, SKKN, NXB',
    'Le conseil a tenu sa session annuelle dans la capitale lundi matin.',
    'SELECT id FROM t WHERE x = ? AND y = ? ORDER BY z LIMIT ?',
    'Ban Ban',
    'Cable UTP 5 (RJ45), HDD 2.1GB, Modem 33.6Kbps, Card 3Com, Hub 24p, iPhone X, H2O, CO2, N2O, Covid19, H5N1, A4, B52, MP3, 5kg, 10km, x2, y2 and so on for the rest of the list of things',
    'Mua 2m3 cát, 5kg xi măng, máy A4, điện thoại iPhone, laptop T440s, cáp RJ45, ổ SSD 256GB, đĩa DVD5, màn LCD17, chuột PS2, mã số K12B, lớp 6A1, 7A2, 8A3, 9A4, 10A5, phòng B12, nhà A3, đường N2 và đường D5',
  ])('ignores %s', (text) => {
    expect(lossOf(text)).toBeNull()
  })
})

describe('hintOf', () => {
  test.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VNTIMEH', 'tcvn3', true],
    ['.vnTime', 'tcvn3', false],
    ['ABCDEF+.VnArial NarrowH', 'tcvn3', true],
    ['.VnTimeH,Bold', 'tcvn3', true],
    ['VNI-Times', 'vni', false],
    ['VNI Helve', 'vni', false],
    ['VPS Times', 'vps', false],
  ] as const)('%s hints at %s', (fontName, encoding, capitals) => {
    expect(hintOf(fontName)).toEqual({ encoding, capitals })
  })
  test.each(['Times New Roman', 'Arial', 'Vni', 'Verdana', '', undefined])('ignores %s', (name) => {
    expect(hintOf(name)).toBeNull()
  })
})
