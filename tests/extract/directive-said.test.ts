// Orders told after words of saying, orders that go on in the next sentence, and who gives them.
import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

type Row = [kind: string, issuer: string | null, text: string]

const read = (text: string): Row[] => {
  const page = makePage(parsedOf(`Hội nghị sơ kết công tác năm\n${text}`), lexicon)
  return findDirectives(page).map((d) => [
    d.value.kind,
    d.value.issuer?.text ?? null,
    page.text.slice(d.start, d.end),
  ])
}

describe('finds', () => {
  test.each<[string, string, Row[]]>([
    [
      'the duties that a leader points out, and what goes on after them',
      'Phát biểu tại hội nghị, đồng chí Đại tá Lò Văn Hưởng, Phó Giám đốc Công an tỉnh đã biểu dương đơn vị, đồng thời đồng chí cũng chỉ ra những nhiệm vụ trong năm 2031, Công an huyện cần tiếp tục giữ vững trật tự; tập trung nâng cao nghiệp vụ. Không ngừng xây dựng lực lượng vững mạnh. Đảm bảo giữ vững an ninh chính trị.',
      [
        [
          'task',
          'Lò Văn Hưởng',
          'Công an huyện cần tiếp tục giữ vững trật tự; tập trung nâng cao nghiệp vụ.',
        ],
        ['task', 'Lò Văn Hưởng', 'Không ngừng xây dựng lực lượng vững mạnh.'],
        ['task', 'Lò Văn Hưởng', 'Đảm bảo giữ vững an ninh chính trị.'],
      ],
    ],
    [
      'after a time',
      'Bí thư Quận ủy Nguyễn Thị Mơ nhấn mạnh, thời gian tới, Ban Chỉ huy Quân sự quận cần tiếp tục nắm chắc địa bàn.',
      [['task', 'Nguyễn Thị Mơ', 'Ban Chỉ huy Quân sự quận cần tiếp tục nắm chắc địa bàn.']],
    ],
    [
      'after "cho rằng" of one who leads',
      'Bí thư Quận ủy Nguyễn Thị Mơ cho rằng, các cấp ủy cần tập trung lãnh đạo công tác giảm nghèo.',
      [['task', 'Nguyễn Thị Mơ', 'các cấp ủy cần tập trung lãnh đạo công tác giảm nghèo.']],
    ],
    [
      'after an aim and a colon',
      'Chủ tịch UBND huyện Nguyễn Thị Mơ nêu rõ: để đạt mục tiêu đề ra, các phòng, ban cần chủ động tham mưu. Đồng thời, các xã phải rà soát hộ nghèo.',
      [
        ['task', 'Nguyễn Thị Mơ', 'các phòng, ban cần chủ động tham mưu.'],
        ['task', 'Nguyễn Thị Mơ', 'các xã phải rà soát hộ nghèo.'],
      ],
    ],
    [
      'duties after a colon with whoever has them',
      'Bí thư Quận ủy Nguyễn Thị Mơ chỉ ra những nhiệm vụ trọng tâm: Công an huyện cần tiếp tục đổi mới công tác nghiệp vụ; các xã phải giữ vững an ninh.',
      [
        ['task', 'Nguyễn Thị Mơ', 'Công an huyện cần tiếp tục đổi mới công tác nghiệp vụ'],
        ['task', 'Nguyễn Thị Mơ', 'các xã phải giữ vững an ninh.'],
      ],
    ],
    [
      'what one who praised asks for next, without the verb',
      'Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh - Lê Thị Hạ thay mặt Tỉnh ủy ghi nhận những thành tích đạt được. Đồng thời chỉ đạo Công đoàn các cấp cần tăng cường công tác tuyên truyền.',
      [['task', 'Lê Thị Hạ', 'Công đoàn các cấp cần tăng cường công tác tuyên truyền.']],
    ],
    [
      'one order after another of the same speaker',
      'Ông Vàng A Páo, Giám đốc Sở Y tế ghi nhận những kết quả đạt được. Bên cạnh đó, yêu cầu các bệnh viện chuẩn bị thuốc, vật tư. Qua đó, đề nghị UBND các huyện phối hợp tuyên truyền.',
      [
        ['task', 'Vàng A Páo', 'các bệnh viện chuẩn bị thuốc, vật tư.'],
        ['task', 'Vàng A Páo', 'UBND các huyện phối hợp tuyên truyền.'],
      ],
    ],
    [
      'what a body that issued a plan orders next',
      'UBND tỉnh đã ban hành kế hoạch phòng dịch. Qua đó yêu cầu các cơ quan, đơn vị thực hiện nghiêm quy định.',
      [['task', 'UBND tỉnh', 'các cơ quan, đơn vị thực hiện nghiêm quy định.']],
    ],
    [
      'a petition from whoever is asked on',
      'Bà Vàng Thị Sua, Phó Chủ tịch UBND tỉnh, đề nghị Bộ Y tế hỗ trợ tỉnh mua sắm thiết bị.',
      [['petition', 'Vàng Thị Sua', 'Bộ Y tế hỗ trợ tỉnh mua sắm thiết bị.']],
    ],
    [
      'whom "đồng chí" means, paragraphs later',
      `Phát biểu chỉ đạo, đồng chí Thân Văn Mạc - Phó Chủ tịch HĐND quận ghi nhận kết quả đạt được.\n${'Công tác xây dựng lực lượng bảo đảm tốt theo quy định của ngành. '.repeat(30)}\nĐồng chí yêu cầu các phường giữ vững an ninh trật tự trên địa bàn.`,
      [['task', 'Thân Văn Mạc', 'các phường giữ vững an ninh trật tự trên địa bàn.']],
    ],
    [
      'boards and teams',
      'Chiều 5/1, Hội đồng thẩm định yêu cầu các xã hoàn thiện hồ sơ. Đoàn giám sát của HĐND tỉnh đề nghị UBND huyện khắc phục tồn tại. Đoàn kiểm tra số 2 yêu cầu các trường niêm yết các khoản thu.',
      [
        ['task', 'Hội đồng thẩm định', 'các xã hoàn thiện hồ sơ.'],
        ['task', 'Đoàn giám sát của HĐND tỉnh', 'UBND huyện khắc phục tồn tại.'],
        ['task', 'Đoàn kiểm tra số 2', 'các trường niêm yết các khoản thu.'],
      ],
    ],
    [
      'a working group and a gathering',
      'Chiều 5/1, Tổ công tác yêu cầu các cơ sở cam kết không bán hàng giả. Hội nghị chỉ rõ, các cấp ủy cần tăng cường kiểm tra.',
      [
        ['task', 'Tổ công tác', 'các cơ sở cam kết không bán hàng giả.'],
        ['task', 'Hội nghị', 'các cấp ủy cần tăng cường kiểm tra.'],
      ],
    ],
    [
      'after a colon and a time',
      'Phó Chủ tịch UBND huyện Lò Văn Ơn khẳng định: Trong năm 2031, các trường phải hoàn thành phổ cập; phòng Giáo dục cần đôn đốc. Đặc biệt, không để học sinh bỏ học.',
      [
        ['task', 'Lò Văn Ơn', 'các trường phải hoàn thành phổ cập'],
        ['task', 'Lò Văn Ơn', 'phòng Giáo dục cần đôn đốc.'],
        ['task', 'Lò Văn Ơn', 'không để học sinh bỏ học.'],
      ],
    ],
    [
      'their members',
      'Tại cuộc họp, các thành viên của hội đồng thẩm định đã thảo luận, đồng thời yêu cầu các địa phương có kế hoạch duy trì các tiêu chí.',
      [['task', 'Hội đồng thẩm định', 'các địa phương có kế hoạch duy trì các tiêu chí.']],
    ],
    [
      'what there must be beside what was ordered',
      'Thứ trưởng Bộ Y tế Trần Văn Thuật đề nghị tỉnh triển khai tiêm an toàn, hiệu quả. Đồng thời, có đường dây nóng để hỗ trợ các đơn vị. Ngoài ra, sẵn sàng ứng phó với mọi tình huống. Chú ý an toàn lao động.',
      [
        ['task', 'Trần Văn Thuật', 'tỉnh triển khai tiêm an toàn, hiệu quả.'],
        ['task', 'Trần Văn Thuật', 'có đường dây nóng để hỗ trợ các đơn vị.'],
        ['task', 'Trần Văn Thuật', 'sẵn sàng ứng phó với mọi tình huống.'],
        ['task', 'Trần Văn Thuật', 'Chú ý an toàn lao động.'],
      ],
    ],
    [
      'bodies that go on among plans',
      'Đại hội xác định nhiệm kỳ mới sẽ tập trung vào những nhiệm vụ như: Tiếp tục tuyên truyền pháp luật; tiếp tục trợ giúp pháp lý.\nHội Luật gia các cấp tiếp tục thực hiện tốt công tác tư vấn pháp luật.',
      [
        ['plan', 'Đại hội', 'Tiếp tục tuyên truyền pháp luật'],
        ['plan', 'Đại hội', 'tiếp tục trợ giúp pháp lý.'],
        [
          'plan',
          'Đại hội',
          'Hội Luật gia các cấp tiếp tục thực hiện tốt công tác tư vấn pháp luật.',
        ],
      ],
    ],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected))
})

describe('ignores', () => {
  test.each([
    [
      'what bodies need',
      'Ông Vàng A Páo, Chủ tịch UBND tỉnh cho rằng, các bệnh viện cần thời gian để thích nghi.',
    ],
    [
      'what an expert thinks',
      'Luật sư Vàng A Páo cho rằng, UBND huyện cần xem xét lại quyết định thu hồi đất.',
    ],
    [
      'what one without an office thinks',
      'TS Vàng A Páo cho rằng, các trường cần đổi mới phương pháp dạy học.',
    ],
    [
      'what the head of a company thinks',
      'Ông Vàng A Páo, Giám đốc Công ty Hoa Ban cho rằng, các địa phương cần hỗ trợ doanh nghiệp vay vốn.',
    ],
    [
      'what a deputy thinks',
      'Đại biểu Vàng A Páo, Phó Chủ tịch HĐND tỉnh cho rằng, ngành Y tế cần làm rõ trách nhiệm.',
    ],
    [
      'what a lower body thinks of a higher one',
      'Ông Vàng A Páo, Chủ tịch UBND xã Nậm Nhùn cho rằng, UBND huyện cần bố trí thêm kinh phí cho xã.',
    ],
    [
      'what a resolution says',
      'Nghị quyết của Tỉnh ủy nêu rõ, các cấp ủy cần tập trung lãnh đạo công tác giảm nghèo.',
    ],
    [
      'a clause that only tells why',
      'Bí thư Quận ủy Nguyễn Thị Mơ nêu rõ, phòng học còn thiếu nên các trường cần bố trí ca học.',
    ],
    [
      'what there is',
      'Ông Vàng A Páo, Giám đốc Sở Y tế cho biết tỉnh đã tiêm 100.000 liều. Ngoài ra, có dịch vụ tiêm tại nhà.',
    ],
    [
      'what a paper that came in asks for',
      'Sở Nội vụ nhận được Công văn số 29/VP-TH ngày 15/01/2025 của Văn phòng Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ xem xét, có ý kiến.',
    ],
    [
      'what the paper asked for that is carried out',
      'Thực hiện Công văn số 55/UBND-NC ngày 02/3/2025 của Ủy ban nhân dân tỉnh yêu cầu Sở Nội vụ rà soát hồ sơ, Sở Nội vụ đã làm việc với các đơn vị.',
    ],
  ])('%s', (_, text) => expect(read(text)).toEqual([]))
})

test('orders after the paper that is carried out stay', () =>
  expect(
    read(
      'Thực hiện Công văn số 12/BYT ngày 5/9/2020 của Bộ Y tế yêu cầu các địa phương giám sát dịch, Sở Y tế đề nghị các bệnh viện rà soát trang thiết bị.',
    ),
  ).toEqual([['task', 'Sở Y tế', 'các bệnh viện rà soát trang thiết bị.']]))
