// Items that stand among orders of the same numbered list and are orders, too, though their verb is not known:
// "1.1. Hoàn thiện quy hoạch …", "1.2. Phục dựng lễ hội …".
import type { Marker } from '../markers.ts'
import { bodyHead } from './bodies.ts'
import type { Announced } from './found.ts'
import { isNarrative, isReport } from './imperative.ts'
import { depthOf } from './owners.ts'

/** What opens words that tell of something, or only name it. */
const nominal =
  /^(?:các|những|mọi|mỗi|một|hai|ba|bốn|tất cả|toàn|trên|dưới|gần|hơn|khoảng|\d|tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|tốc độ|tổng|số|năm|tháng|quý|tuần|ngày|công tác|việc|người|dân|trong|theo|về|khi|nếu|trường hợp|từ|đến|tới|kể từ|tại|ở|đối với|bằng|có|là|được|bị|do|vì|để|nhằm|qua|sau|với|vị trí|mục tiêu|mục đích|yêu cầu|hiện trạng|hiện nay|hiện|nhiệm vụ|giải pháp|kinh phí|nguồn|vốn|thời gian|địa điểm|thành phần|danh sách|danh mục|hồ sơ|diện tích|sản lượng|sản xuất|giá trị|thu nhập|thu|chi|mức|chất lượng|nhu cầu|sự|tính|tình hình|học sinh|sinh viên|giáo viên|kinh tế|văn hoá|giáo dục|y tế|nông nghiệp|công nghiệp|dịch vụ|du lịch|tài nguyên|môi trường|khoa học|an ninh|quốc phòng|quyền|trách nhiệm|đại diện|thay mặt|nội dung|vấn đề|dự án|chương trình|kế hoạch|đề án|luật|bộ luật|pháp lệnh|hiến pháp|khoản|điều|điểm|thông tư|quyết định|nghị quyết|nghị định|chỉ thị|quy chế|văn bản|ông|bà|đồng chí|thông qua|ý kiến|kết luận)(?!\p{L})/u
/** Words of what is or came about. */
const stating =
  /(?<!\p{L})(?:đã|đang|(?<!lơ )là|vẫn|còn|sẽ|có thể|được hiểu|có hiệu lực|có quyền)(?!\p{L})/u
/** UTF-16 units of an order at least, and in which it would say that it tells something. */
const shortest = 20
const mostOfOpening = 120

/** Notes an order of a numbered list, so that its siblings are known. */
export function noteSibling(announced: Announced, marker: Marker): void {
  announced.taken =
    marker.ordinal === null ? null : { style: styleOf(marker), depth: depthOf(marker) }
}

/** Ends the list of the last order where a marker stands above it. */
export function closeSiblings(announced: Announced, marker: Marker): void {
  if (announced.taken && depthOf(marker) < announced.taken.depth) announced.taken = null
}

/** True for an item after orders of its own list that tells and names nothing. `key` is the item without its marker. */
export function goesWithSiblings(key: string, announced: Announced, marker: Marker): boolean {
  return (
    announced.taken?.style === styleOf(marker) &&
    key.length >= shortest &&
    /[.;]\s*$/u.test(key) &&
    mayOrder(key)
  )
}

/** True for words that tell and name nothing, so that they order wherever others do. `key` is the item without its marker. */
export function mayOrder(key: string): boolean {
  return (
    !nominal.test(key) &&
    !/^[^,.;]{0,60}:/u.test(key) &&
    !bodyHead.test(key.slice(0, 60)) &&
    !isReport(key) &&
    !isNarrative(key) &&
    !stating.test(key.slice(0, mostOfOpening))
  )
}

const styleOf = (marker: Marker): string => `${marker.style}${marker.shape}`
