import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { loadLexicon } from '../../src/lexicon/load.ts'
import { countedLexicon, workOf } from '../support/count-work.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    issuer: d.value.issuer?.text ?? null,
    assignees: d.value.assignees,
    kind: d.value.kind,
  }))
}
const opening = 'Chiều 5/8, UBND huyện tổ chức hội nghị tổng kết năm học.\n'
const director = 'ông Nguyễn Văn Hào, Giám đốc Sở Giáo dục và Đào tạo'

describe('orders in direct speech', () => {
  test.each<[string, string, string, string[][]]>([
    [
      'with the speaker behind it',
      `“[[Các trường phải rà soát lại toàn bộ cơ sở vật chất trước ngày 15/8]]”, ${director} nhấn mạnh.`,
      'Nguyễn Văn Hào',
      [['Các trường']],
    ],
    [
      'with the speaker before it, each sentence by itself, and not what is only shared',
      'Phát biểu chỉ đạo, đồng chí Cà Thị Hạnh, Bí thư Huyện ủy nhấn mạnh: “[[Phòng Giáo dục và Đào tạo cần tham mưu ngay phương án bố trí giáo viên.]] Chúng tôi rất chia sẻ với khó khăn của các thầy cô. [[Hiệu trưởng phải chịu trách nhiệm về số liệu báo cáo]]”.',
      'Cà Thị Hạnh',
      [['Phòng Giáo dục và Đào tạo'], ['Hiệu trưởng']],
    ],
    [
      'of one who was named in full before, after a dash and straight marks',
      'Ông Lò Văn Sơn, Phó Chủ tịch UBND huyện Mường Chà dự hội nghị.\n"[[Các trường không được để học sinh bỏ học sau Tết]]" - ông Sơn yêu cầu.',
      'Lò Văn Sơn',
      [['Các trường']],
    ],
    [
      'of one who is only called đồng chí',
      'Đồng chí Cà Thị Hạnh, Bí thư Huyện ủy dự buổi làm việc. Đồng chí nhấn mạnh: “[[Các cơ quan phải có kế hoạch cụ thể và chịu trách nhiệm về kết quả thực hiện]]”.',
      'Cà Thị Hạnh',
      [['Các cơ quan']],
    ],
    [
      'over several paragraphs, below the words that introduce it',
      'Bí thư Tỉnh ủy Lê Văn Quân chỉ đạo:\n“[[Khẩn trương hoàn thành sửa chữa các điểm trường bị sạt lở.]] [[Không để học sinh phải nghỉ học kéo dài.]]\n[[Các địa phương chủ động di dời dân khỏi vùng nguy hiểm]]”.',
      'Lê Văn Quân',
      [[], [], ['Các địa phương']],
    ],
    [
      'that the speaker calls one, in the words after that',
      `“Tôi đề nghị [[các đồng chí trưởng phòng khẩn trương rà soát số học sinh chưa đến lớp]]”, ${director} chỉ đạo.`,
      'Nguyễn Văn Hào',
      [['các đồng chí trưởng phòng']],
    ],
    [
      'of which the next sentence says whose it was, with its day',
      '“[[Từ nay đến ngày 20/8, các trường phải hoàn thành việc vệ sinh lớp học]]”. Đó là yêu cầu của đồng chí Vàng A Páo, Trưởng phòng Giáo dục và Đào tạo huyện.',
      'Vàng A Páo',
      [['các trường']],
    ],
    [
      'by order of somebody',
      '“[[Không bỏ sót đối tượng, không để hộ nào thiếu đói]]”, theo chỉ đạo của tân Chủ tịch UBND huyện Quàng Văn Biên.',
      'Quàng Văn Biên',
      [[]],
    ],
    [
      'that opens with a verb of order, in angular marks',
      '«[[Yêu cầu các xã tổ chức trực 24/24 giờ trong mùa mưa bão]]», Chủ tịch UBND tỉnh Lê Thành Long chỉ đạo.',
      'Lê Thành Long',
      [['các xã']],
    ],
    [
      'after words that only say why',
      '“Dịch còn phức tạp, [[các trường học phải chủ động phương án dạy học trực tuyến]]”, bà Hoàng Thị Lan, Phó Chủ tịch UBND thành phố nhấn mạnh.',
      'Hoàng Thị Lan',
      [['các trường học']],
    ],
    [
      'to two bodies in one sentence',
      '“[[Sở Y tế phải bảo đảm đủ thuốc]]; [[Công an tỉnh phải tăng cường kiểm soát các chốt]]”, Chủ tịch UBND tỉnh Lê Thành Long yêu cầu.',
      'Lê Thành Long',
      [['Sở Y tế'], ['Công an tỉnh']],
    ],
    [
      'of a matter that must be done by a day',
      '“[[Việc rà soát hộ nghèo phải hoàn thành trước ngày 30/10]]”, đồng chí Quàng Văn Biên, Chủ tịch UBND huyện đề nghị.',
      'Quàng Văn Biên',
      [[]],
    ],
    [
      'that forbids, with what the speaker was at',
      '“[[Tuyệt đối không để xảy ra tình trạng ép học sinh học thêm]]”, Thứ trưởng Bộ Giáo dục và Đào tạo Ngô Thị Mai lưu ý tại hội nghị.',
      'Ngô Thị Mai',
      [[]],
    ],
    [
      'on who answers in a case, whoever that is',
      '“[[Xã nào để học sinh bỏ học nhiều thì chủ tịch xã phải chịu trách nhiệm]]”, Chủ tịch UBND huyện Quàng Văn Biên nhấn mạnh.',
      'Quàng Văn Biên',
      [[]],
    ],
    [
      'that goes on behind the words on its speaker',
      '“[[Phải rà soát ngay các công trình nguy hiểm]]”, Chủ tịch UBND tỉnh Lê Thành Long yêu cầu. “[[Các xã phải báo cáo kết quả trước ngày 10/9]]”.',
      'Lê Thành Long',
      [[], ['Các xã']],
    ],
    [
      'of a body that orders',
      '“[[Các bệnh viện phải bảo đảm đủ thuốc điều trị]]”, Sở Y tế tỉnh Sơn La yêu cầu.',
      'Sở Y tế tỉnh Sơn La',
      [['Các bệnh viện']],
    ],
    [
      'with its subject, after a colon',
      'Bà Hoàng Thị Lan, Phó Chủ tịch UBND tỉnh, yêu cầu: “[[Sở Y tế khẩn trương triển khai tiêm chủng]]; [[các huyện báo cáo hằng ngày.]] [[Không được lơ là, chủ quan]]”.',
      'Hoàng Thị Lan',
      [['Sở Y tế'], ['các huyện'], []],
    ],
    [
      'to those whom the words before it name',
      'Đồng chí Mùa A Sở, Bí thư Đảng ủy xã yêu cầu các thôn: “[[Phải giữ vững an ninh trật tự, không nghe kẻ xấu xúi giục]]”.',
      'Mùa A Sở',
      [['các thôn']],
    ],
    [
      'on a matter that stands before those who must',
      '“[[Đối với những trường chưa đạt chuẩn, phòng phải có kế hoạch cụ thể]]”, Trưởng phòng Giáo dục và Đào tạo Bùi Thị Thơm nhấn mạnh.',
      'Bùi Thị Thơm',
      [['phòng']],
    ],
    [
      'on a further matter that stands before those who must',
      '“[[Còn đối với những trường chưa đạt chuẩn, phòng phải có kế hoạch cụ thể]]”, Trưởng phòng Giáo dục và Đào tạo Bùi Thị Thơm nhấn mạnh.',
      'Bùi Thị Thơm',
      [['phòng']],
    ],
    [
      'of one called ông behind it, whose office stands at a later place of the name',
      'Ông Lò Văn Sơn dự hội nghị. Ông Lò Văn Sơn, Phó Chủ tịch UBND huyện, trao quà.\n“[[Các trường phải công khai các khoản thu]]”, ông lưu ý.',
      'Lò Văn Sơn',
      [['Các trường']],
    ],
    [
      'that goes on in small letters',
      '“[[Phải rà soát ngay các công trình nguy hiểm]]”, Chủ tịch UBND tỉnh Lê Thành Long yêu cầu, “[[cần báo cáo kết quả trước ngày 10/9]]”.',
      'Lê Thành Long',
      [[], []],
    ],
    [
      'with a mark glued to the word before it',
      '“[[Các xã phải duy trì phong trào“Sạch nhà, đẹp ngõ” trong cả năm]]”, Chủ tịch UBND huyện Quàng Văn Biên chỉ đạo.',
      'Quàng Văn Biên',
      [['Các xã']],
    ],
    [
      'that holds words quoted in it',
      '“[[Các xã phải duy trì phong trào “Sạch nhà, đẹp ngõ” trong cả năm]]”, Chủ tịch UBND huyện Quàng Văn Biên chỉ đạo.',
      'Quàng Văn Biên',
      [['Các xã']],
    ],
    [
      'without the mark that opens it, where it is part of the sentence',
      'Chủ tịch UBND tỉnh Lê Thành Long yêu cầu “[[các xã phải báo cáo kết quả rà soát trước ngày 10/9]]”.',
      'Lê Thành Long',
      [['các xã']],
    ],
  ])('finds one %s', (_, marked, issuer, assignees) => {
    const { text, spans } = unmarked(opening + marked)
    const found = read(text)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.map((d) => d.assignees)).toEqual(assignees)
    for (const { issuer: by, kind } of found) expect([by, kind]).toEqual([issuer, 'task'])
  })

  test.each([
    ['what holds in general', `“Giáo dục phải đi trước một bước”, ${director} nhấn mạnh.`],
    ['the same of a branch', `“Ngành giáo dục phải đi trước một bước”, ${director} nhấn mạnh.`],
    ['what a school must be', `“Trường học phải là nơi an toàn nhất”, ${director} nhấn mạnh.`],
    [
      'a general truth that begins with a verb, though the verb behind it orders',
      '“Phát triển kinh tế phải đi đôi với bảo vệ môi trường”, Bí thư Huyện ủy Cà Thị Hạnh yêu cầu.',
    ],
    [
      'what is only told',
      `“Các trường phải rà soát lại cơ sở vật chất từ tháng trước”, ${director} cho biết.`,
    ],
    [
      'what is only shared',
      `“Các thầy cô cần khắc phục nhiều khó khăn về chỗ ở”, ${director} chia sẻ.`,
    ],
    [
      'what a parent asks for',
      '“Các trường phải rà soát lại cơ sở vật chất”, anh Nguyễn Văn Tú, phụ huynh học sinh, đề nghị.',
    ],
    [
      'one of whom no office is told',
      '“Các trường cần bố trí thêm lớp cho các cháu”, ông Nguyễn Văn Tú nhấn mạnh.',
    ],
    ['a teacher’s words', '“Các học sinh phải chăm ngoan, học giỏi”, cô giáo Lò Thị Mai nhắc nhở.'],
    [
      'one who held an office once',
      '“Các trường phải tự chủ về nhân sự”, ông Lò Văn Cũ, nguyên Giám đốc Sở Giáo dục và Đào tạo nhấn mạnh.',
    ],
    [
      'a hope',
      `“Tôi mong các thầy cô tiếp tục cống hiến cho sự nghiệp trồng người”, ${director} nhấn mạnh.`,
    ],
    [
      'a promise',
      `“Chúng tôi sẽ tiếp tục bổ sung giáo viên cho các xã vùng cao”, ${director} nhấn mạnh.`,
    ],
    ['what was done', `“Các đơn vị đã hoàn thành tốt nhiệm vụ được giao”, ${director} nhấn mạnh.`],
    ['no ban', `“Không ai hiểu học sinh bằng các thầy cô giáo”, ${director} yêu cầu.`],
    [
      'what somebody has to bear',
      `“Các thầy cô phải chịu nhiều thiệt thòi so với đồng nghiệp miền xuôi”, ${director} nhấn mạnh.`,
    ],
    [
      'what somebody needs',
      `“Các địa phương cần khoảng 200 giáo viên tiếng Anh”, ${director} nhấn mạnh.`,
    ],
    ['how long it takes', `“Phải mất nhiều năm mới có kết quả hôm nay”, ${director} nhấn mạnh.`],
    [
      'how things were',
      `“Trước đây, các trường phải thực hiện nhiều loại báo cáo”, ${director} nhấn mạnh.`,
    ],
    [
      'what was not given',
      `“Các trường không được cấp thêm biên chế trong kế hoạch”, ${director} nhấn mạnh.`,
    ],
    [
      'what a thing is',
      `“Bảo đảm an ninh trật tự trong đêm hội, tạo điều kiện cho du khách chính là cách quảng bá tốt nhất”, ${director} nhấn mạnh.`,
    ],
    [
      'a verb of order that is a noun',
      `“Yêu cầu của phụ huynh là chính đáng và sẽ được xem xét”, ${director} nhấn mạnh.`,
    ],
    [
      'a question',
      `“Các trường phải rà soát các khoản thu này đến bao giờ?”, ${director} nhấn mạnh.`,
    ],
    [
      'thanks that begin with a verb',
      `“Tiếp tục đồng hành cùng ngành, tôi cảm ơn các nhà hảo tâm”, ${director} chỉ đạo.`,
    ],
    [
      'what people deserve',
      `“Các thầy cô phải được quan tâm, chăm lo nhiều hơn”, ${director} đề nghị.`,
    ],
    [
      'why something had to be done',
      `“Các trường phải điều chỉnh kế hoạch vì mưa lũ kéo dài”, ${director} nhấn mạnh.`,
    ],
    [
      'what is always done',
      `“Bảo đảm an toàn cho học sinh luôn được đặt lên hàng đầu”, ${director} nhấn mạnh.`,
    ],
    [
      'the words of a poster',
      `Nhà trường treo khẩu hiệu “Các trường phải thực hiện tốt nội quy”, ${director} nhấn mạnh.`,
    ],
    [
      'one who held an office once, told before the name',
      '“Các trường phải thực hiện tốt tự chủ”, nguyên Giám đốc Sở Giáo dục và Đào tạo Lò Văn Cũ nhấn mạnh.',
    ],
    [
      'the head of a hamlet, who can only ask',
      '“Các cơ quan phải rà soát ngay con đường này”, ông Lò Văn Pánh, Trưởng bản Nà Sản yêu cầu.',
    ],
    ['what is thought', `“Phải thừa nhận kết quả thi năm nay còn thấp”, ${director} đề nghị.`],
    [
      'what a head of a school asks of a ministry',
      '“Bộ Giáo dục và Đào tạo cần sớm ban hành hướng dẫn mới”, Hiệu trưởng Trường THPT Búng Lao Trần Văn Ba đề nghị.',
    ],
    [
      'what a company asks of officials',
      '“Các sở, ngành cần tháo gỡ vướng mắc về đất đai”, ông Đỗ Văn Bảy, Giám đốc Công ty Hoa Ban đề nghị.',
    ],
    [
      'the name of a movement',
      `Nhà trường hưởng ứng phong trào “Các trường phải xanh, sạch, đẹp”, ${director} nhấn mạnh.`,
    ],
    [
      'words quoted in the sentence before the one of the speaker',
      `Một đại biểu nói: “Các trường phải rà soát cơ sở vật chất”. ${director.replace('ông', 'Ông')} nhấn mạnh kết quả của năm học.`,
    ],
  ])('ignores %s', (_, text) => expect(read(opening + text)).toEqual([]))
})

describe('assignees who work together', () => {
  test.each([
    [
      'Giám đốc Sở giao đồng chí Trần Văn Bình cùng tập thể lãnh đạo Phòng Giáo dục Tiểu học triển khai kế hoạch năm học mới.',
      ['đồng chí Trần Văn Bình', 'tập thể lãnh đạo Phòng Giáo dục Tiểu học'],
    ],
    [
      'Giao đồng chí Lê Thị Hoa, Phó Trưởng phòng cùng tập thể Ban Giám hiệu Trường THCS Nà Tấu hoàn thành hồ sơ.',
      ['đồng chí Lê Thị Hoa, Phó Trưởng phòng', 'tập thể Ban Giám hiệu Trường THCS Nà Tấu'],
    ],
    [
      'Đề nghị UBND huyện cùng với các phòng, ban liên quan và UBND các xã tập trung rà soát hộ nghèo.',
      ['UBND huyện', 'các phòng, ban liên quan', 'UBND các xã'],
    ],
    [
      'Yêu cầu Bí thư Đảng ủy xã cùng cấp ủy, chính quyền xã Mường Mươn tập trung giải quyết dứt điểm.',
      ['Bí thư Đảng ủy xã', 'cấp ủy, chính quyền xã Mường Mươn'],
    ],
    [
      'Giao ông Lò Văn Pâng cùng lãnh đạo Trung tâm Giáo dục thường xuyên rà soát học viên.',
      ['ông Lò Văn Pâng', 'lãnh đạo Trung tâm Giáo dục thường xuyên'],
    ],
    [
      'Giao Hiệu trưởng cùng hội đồng sư phạm nhà trường xây dựng kế hoạch giáo dục.',
      ['Hiệu trưởng', 'hội đồng sư phạm nhà trường'],
    ],
  ])('%s', (text, assignees) => {
    expect(read(text).map((d) => d.assignees)).toEqual([assignees])
  })

  test.each([
    [
      'Yêu cầu các cơ quan chuyên môn cùng cấp rà soát văn bản đã ban hành.',
      ['các cơ quan chuyên môn cùng cấp'],
    ],
    [
      'Yêu cầu các đơn vị cùng ngành trên địa bàn rà soát số liệu báo cáo.',
      ['các đơn vị cùng ngành trên địa bàn'],
    ],
  ])('parts no name: %s', (text, assignees) => {
    expect(read(text).map((d) => d.assignees)).toEqual([assignees])
  })
})

test.each(['\n', ' '])(
  'speech costs no more a letter in a long text than in a short one, parted by %j',
  (gap) => {
    const counted = countedLexicon(loadLexicon())
    const work = (times: number) => {
      const said = Array.from(
        { length: times },
        (_, i) =>
          `Ông Lò Văn Sơn, Phó Chủ tịch UBND xã, đến lần ${i}. “Các xã phải báo cáo kết quả ngay”, ông Sơn yêu cầu. “Không ai biết ", ông nhấn mạnh.`,
      )
      const page = makePage(parsedOf(said.join(gap)), counted)
      return workOf(() => void findDirectives(page))
    }
    expect(work(400) / work(200)).toBeLessThan(2.3)
  },
)
