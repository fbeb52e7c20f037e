// A sentence that says what somebody will do: "Trong thời gian tới ngành … sẽ tăng cường …".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { DirectiveFound } from './found.ts'
import { isReport } from './imperative.ts'
import { issuerBefore, subjectBefore } from './speaker.ts'
import { unmarked } from './unmarked.ts'

const outdone = /(?<!\p{L})vượt(?!\p{L})[^.;]{0,30}(?:chỉ tiêu|kế hoạch)/u
/** What came about in a year: "năm 2019 vượt 46,3%". */
const told =
  /(?<!(?:đến|tới|hết) )năm (20\d\d),? (?:\p{L}+ ){0,2}(?:vượt|đạt|tăng|giảm|đã|không được)(?!\p{L})/gu
/** UTF-16 units before a sentence in which what was told stands. */
const near = 400
/** "Nhu cầu xi măng tiếp tục tăng, dự kiến …": how things will go by themselves. */
const forecast =
  /(?<!\p{L})(?:nhu cầu|sản lượng|tỷ lệ|giá|dân số|lượng|tốc độ) [^,.;:]{0,60} (?:tiếp tục|sẽ) (?:tăng|giảm|ổn định)(?! cường)(?!\p{L})/u
/** Somebody is asked, so that it is no plan of the one who speaks. */
const asked = /(?<!\p{L})(?:đề xuất|kiến nghị|đề nghị) \p{L}/u

/** "Trong thời gian tới ngành … sẽ tăng cường …" */
export function planOf(page: Page, sentence: Span): Annotation<DirectiveFound> | null {
  const key = page.key.slice(sentence.start, sentence.end)
  const match =
    /^(?:trong thời gian tới|thời gian tới|năm học|học kỳ|năm 20\d\d|phát huy|để |đến (?:hết )?năm|giai đoạn|(?:trong )?(?:\d{1,2}|những|các) tháng (?:cuối|còn lại)|từ nay (?:đến|tới))[^.]{0,200}?(?:sẽ(?! chưa| không| ra đời| có| là| được)|tiếp tục|phấn đấu|tập trung) (?=\p{L})/u.exec(
      key,
    )
  if (!match || isReport(key) || /(?<!\p{L})(?:được xác định|đã|là năm)(?!\p{L})/u.test(match[0]))
    return null
  // "Năm 2018, nhà trường tiếp tục tuyển sinh vượt chỉ tiêu …" of a later day tells what was.
  const year = Number(/^(?:đến (?:hết )?)?năm (20\d\d)/u.exec(key)?.[1] ?? Number.NaN)
  if (year < Number(page.day?.slice(0, 4)) || outdone.test(key) || asked.test(key)) return null
  // "Năm 2019 vượt 46% …. Đến năm 2018, trường tiếp tục tuyển …" goes on telling.
  if (/(?:tiếp tục|tập trung) $/u.test(match[0]))
    for (const past of page.key
      .slice(Math.max(0, sentence.start - near), sentence.start)
      .matchAll(told))
      if (Number(past[1]) >= year) return null
  if (forecast.test(key)) return null
  const to = sentence.start + match[0].length
  const issuer =
    subjectBefore(page, sentence.start, to) ?? issuerBefore(page, sentence.start, to - 1)
  return unmarked(
    page,
    sentence,
    /phấn đấu $/u.test(match[0]) ? 'objective' : 'plan',
    issuer,
    'plan-sentence',
    0.6,
  )
}
