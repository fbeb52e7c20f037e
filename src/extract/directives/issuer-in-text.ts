// Who issued a paper whose header was not made out: its title says it ("NGHỊ ĐỊNH CỦA CHÍNH PHỦ", "SẮC LỆNH" over "CỦA CHỦ
// TỊCH NƯỚC"), or its signature ("TM. Chính phủ").
import { tokensOf } from '../../text/words.ts'
import { isCapitals } from '../line.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { bodyHead } from './bodies.ts'

/** Blocks from the start among which the title stands, and from the end among which the signature does. */
const titleReach = 6
const signatureReach = 12
const paper = '(?:sắc lệnh|nghị định|quyết định|thông tư|chỉ thị|pháp lệnh|nghị quyết|luật)'
const type = new RegExp(`^${paper}$`, 'u')
const titled = new RegExp(
  `^(?:${paper} )?(?:số \\S{1,24} )?của ([^,.;:]{4,80}?)(?: số \\S+)?$`,
  'u',
)
const signed = /^t\/?m\. ?([^,.;:]{4,80})$/u

const known = new WeakMap<Page, string | null>()

/** The issuer as title or signature name it; null for articles, and where neither names one. */
export function issuerInText(page: Page): string | null {
  let issuer = known.get(page)
  if (issuer === undefined) {
    issuer = page.facts.publishedAt === null ? (issuerOfTitle(page) ?? signatory(page)) : null
    known.set(page, issuer)
  }
  return issuer
}

function issuerOfTitle(page: Page): string | null {
  let above = ''
  for (const block of page.blocks.slice(0, titleReach)) {
    const key = page.key.slice(block.start, block.end)
    const name = titled.exec(key)?.[1]
    if (name && (!key.startsWith('của ') || type.test(above))) return bodyIn(page, block, name)
    above = key
  }
  return null
}

function signatory(page: Page): string | null {
  for (const block of page.blocks.slice(-signatureReach)) {
    const name = signed.exec(page.key.slice(block.start, block.end))?.[1]
    if (name) return bodyIn(page, block, name)
  }
  return null
}

/** A body as a line names it, with the capitals of a name; null for words that name none, or of which there are many. */
function bodyIn(page: Page, block: ZonedBlock, key: string): string | null {
  if (!bodyHead.test(key) || /^(?:uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)$/u.test(key))
    return null
  const start = page.key.indexOf(key, block.start)
  const name = page.text.slice(start, start + key.length)
  if (!isCapitals(name)) return name
  for (let at = page.key.indexOf(key); at >= 0; at = page.key.indexOf(key, at + 1)) {
    const written = page.text.slice(at, at + key.length)
    if (!isCapitals(written)) return written
  }
  return inSmallLetters(page, name, key)
}

/** "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI" as "Chủ tịch Chính phủ lâm thời": known names in it keep their capitals. */
function inSmallLetters(page: Page, name: string, key: string): string {
  let small = name.slice(0, 1) + name.slice(1).toLowerCase()
  for (const { start, end, values } of page.lexicon.organisations.findAll(tokensOf(key))) {
    const known = values[0]?.name ?? ''
    if (known.length === end - start) small = small.slice(0, start) + known + small.slice(end)
  }
  return small
}
