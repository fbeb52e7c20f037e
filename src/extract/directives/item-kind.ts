// What an item under an announcement is by its own words: praise and papers are none, "Thống nhất chủ trương …" is
// resolved, "Đề nghị Bộ Nội vụ …" asks upwards, the rest is what was announced.
import type { DirectiveKind } from '../../model.ts'
import { bodyHead, levelOf } from './bodies.ts'

const praise =
  /^(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|cảm ơn|chúc mừng|bày tỏ|cơ bản đánh giá)(?!\p{L})/u
const resolving =
  /^(?:về cơ bản,? |cơ bản )?(?:(?:thống nhất|nhất trí|tán thành|đồng ý) (?:cao|với|về|chủ trương|nội dung|phương án|đề nghị|đề xuất|theo|thông qua|cho|để|việc|danh mục|kế hoạch|chọn|lấy|lựa chọn|báo cáo|thời gian|tổ chức|sử dụng|bổ sung|điều chỉnh|tên|mức|trình|ban hành|giao|đánh giá)|thông qua (?:báo cáo|nghị quyết|đề án|kế hoạch|danh sách|quy chế|chương trình|dự thảo|nội dung|phương án)|cho phép|cho chủ trương|chấp thuận)(?!\p{L})/u
const asking =
  /^(?:đồng thời,? )?(?:kính )?(?:đề nghị|kiến nghị|đề xuất|trình)(?: với| lên)? (?=\p{L})/u
const charging = /^(?:giao|đề nghị|yêu cầu|phân công)(?: nhiệm vụ)?(?: cho)? /u
/** Matters that are told beside tasks and are none. */
const matters =
  /^(?:(?:nguồn )?kinh phí(?: thực hiện)?|thời gian|địa điểm|thành phần|đối tượng|hiệu lực|danh mục|bản (?:sao|chính|đăng ký|kê|thuyết minh)|giấy|phân công: theo|buộc|(?:thông tư|nghị định|quyết định|công văn|nghị quyết|chỉ thị|văn bản) số|tên gọi|trụ sở|hồ sơ|(?:quyết định|kế hoạch|hướng dẫn|chỉ thị|nghị quyết|quy chế|quy định|thông báo|văn bản) này (?:có hiệu lực|thay thế|áp dụng|gồm))(?!\p{L})/u

/** The kind of one item; null where it is no directive at all. `key` is the item without its marker. */
export function itemKind(
  key: string,
  announced: DirectiveKind,
  issuer: string | null,
): DirectiveKind | null {
  if (praise.test(key) || matters.test(key)) return null
  const charged = charging.exec(key)
  const charges =
    charged !== null && bodyHead.test(key.slice(charged[0].length, charged[0].length + 60))
  // Among aims and plans too, "Giao Văn phòng …" charges somebody.
  if (announced !== 'task' && !(charges && (announced === 'objective' || announced === 'plan')))
    return announced
  if (resolving.test(key)) return 'resolution'
  const asked = asking.exec(key)
  if (asked && isUpward(issuer, key.slice(asked[0].length, asked[0].length + 80))) return 'petition'
  return 'task'
}

/** True where the one who is asked stands above the one who asks, as far as both are known. Both as matching keys. */
export function isUpward(issuer: string | null, asked: string): boolean {
  const to = levelOf(asked.slice(0, 40))
  if (to === null) return false
  const from = issuer === null ? null : levelOf(issuer)
  // Without a level of the one who asks only the State's top is surely above.
  return from === null ? to === 1 || (to === 2 && !/^các /u.test(asked)) : to < from
}
