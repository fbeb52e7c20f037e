// Universities and colleges that bear the name of their province: "Trường Đại học X tổ chức họp mặt". That name is no mention of
// the province; but where the document names the province besides, what the school holds takes place there.
import type { Context } from './context.ts'
import { type FoundProvince, type Place, placeOf } from './province-places.ts'

/** Characters of title and lead that are looked at. */
const opening = 600
/** The school at the head of a sentence or behind a comma: nobody's, and nothing else's place. */
const school =
  /(?:^|, |\d |(?:tại|ở) )(?:trường (?:chính trị|đại học|cao đẳng|trung cấp)|đại học|học viện)(?: (?!(?:tại|ở|của|các|với|từ|về|đến|trong|do|là|cho|và|tỉnh) )\p{L}+){0,7} $/u
const atSchool = /(?<!\p{L})(tại) (?:trường|đại học|học viện) .*$/u
/** "Đại học Sư phạm X 2" and "Đại học X (cơ sở Y)" may be elsewhere. */
const elsewhere = /^ ?(?:\d(?!\d?[/.])|\(?(?:cơ sở|phân hiệu|chi nhánh)|tại )/u
/** A school has its seat where it bears the name; only what people come to takes place. */
const event =
  /^[^.;:]{0,80}?(?<!\p{L})(?:tổ chức|khai mạc|bế mạc|khai giảng|khánh thành|phát động|ra quân|đăng cai|diễn ra|họp mặt|gặp mặt|đón tiếp)(?!\p{L})/u

/** Where the names of provinces that are found elsewhere in the document end the name of a school in title and lead. */
export function schoolPlaces(context: Context, provinces: readonly FoundProvince[]): Place[] {
  const { page } = context
  const byName = new Map(
    provinces.map((found) => [page.key.slice(found.start, found.end), found] as const),
  )
  const known = new Set(provinces.map(({ start }) => start))
  return page.blocks
    .filter(({ zone }) => zone === 'title' || zone === 'lead')
    .flatMap((block) => {
      const words = page.key.slice(block.start, Math.min(block.end, block.start + opening))
      return [...byName].flatMap(([name, found]) =>
        placesIn(words, name)
          .map((at) => block.start + at)
          .filter((start) => !known.has(start))
          .map((start) => placeOf(context, [{ ...found, start, end: start + name.length }]))
          .filter(({ before, after }) => school.test(before) && event.test(after))
          .filter(({ after }) => !elsewhere.test(after))
          // "tại Trường Đại học X" is "tại X".
          .map((place) => ({ ...place, before: place.before.replace(atSchool, '$1 ') })),
      )
    })
}

/** Every offset in `words` at which the whole word or words `name` begin. */
function placesIn(words: string, name: string): number[] {
  const places: number[] = []
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length))
    if (!/[\p{L}\p{N}]/u.test(words[at + name.length] ?? '')) places.push(at)
  return places
}
