// A paragraph under an item that is no part of it, where the item has no stop: "+ Công an xã tăng cường tuần tra" and below
// it "Thay mặt Đảng ủy, đồng chí … yêu cầu …".
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import type { DirectiveFound } from './found.ts'
import { hasOrder, startsImperative } from './imperative.ts'
import { issuerBefore } from './speaker.ts'

/** Words with which somebody else begins to speak. */
const opening =
  /^(?:thay mặt|phát biểu|(?:cũng )?(?:tại|trong) (?:hội nghị|cuộc họp|buổi (?:họp|làm việc)|phiên họp)|tiếp thu)(?!\p{L})/u
/** UTF-16 units in which the verb of an order stands. */
const mostBefore = 200
const ordering =
  /(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ đạo|kiến nghị|nhấn mạnh|lưu ý|quán triệt)(?!\p{L})/u
/** UTF-16 units of what somebody is to do. */
const shortest = 15

/** True for an item that says by itself what is to be done, and is no heading over what does. */
export function isWhole(page: Page, item: Annotation<DirectiveFound>): boolean {
  const words = page.text.slice(item.start, item.end)
  return (
    startsImperative(page, item.start, item.end) ||
    hasOrder(page.key.slice(item.start, item.end)) ||
    item.value.assignees.some(
      (name) => words.startsWith(name) && words.length > name.length + shortest,
    )
  )
}

/** True for a paragraph in which somebody begins to speak, or asks or orders. */
export function isOwnClause(page: Page, block: ZonedBlock): boolean {
  if (!/^\p{Lu}/u.test(page.text.slice(block.start, block.end))) return false
  const key = page.key.slice(block.start, Math.min(block.end, block.start + mostBefore))
  if (opening.test(key)) return true
  const at = ordering.exec(key)?.index
  return (
    at !== undefined &&
    !/[.;]/u.test(key.slice(0, at)) &&
    issuerBefore(page, block.start, block.start + at) !== null
  )
}
