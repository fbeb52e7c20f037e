// Who wrote an article and where it comes from: "Tác giả: Mai Hương", "Nguồn tin: …", "Tuệ Nhi (t/h)", "Theo …", "Thanh Tuyền".
import type { BylineForm, Lexicon } from '../lexicon/lexicon.ts'
import type { Byline } from '../model.ts'
import { keyOf } from '../text/fold.ts'

const compiled = /^(.{2,60}?) ?\((?:t\/h|tổng hợp|th|st|sưu tầm|biên tập)\)\.?$/iu
const bareName =
  /^(?:\p{Lu}[\p{Ll}'’]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{Ll}'’]*\.?|\p{Lu}\.)){0,3}(?: ?[-–,&] ?\p{Lu}[\p{Ll}'’]+(?: \p{Lu}[\p{Ll}'’]*){0,3}){0,2}\.?$/u

type KeyedForm = { form: BylineForm; phrase: string }
const keyed = new WeakMap<Lexicon, readonly KeyedForm[]>()

function formsOf(lexicon: Lexicon): readonly KeyedForm[] {
  let forms = keyed.get(lexicon)
  if (!forms) {
    forms = lexicon.bylineForms.map((form) => ({ form, phrase: keyOf(form.phrase) }))
    keyed.set(lexicon, forms)
  }
  return forms
}

/** Reads a byline from a line of its own; null where the line is something else. `text` is from the normalised view. */
export function bylineOf(text: string, lexicon: Lexicon): Byline[] | null {
  const line = text.trim()
  if (line.length > 120) return null
  const key = keyOf(line)
  for (const { form, phrase } of formsOf(lexicon)) {
    if (!key.startsWith(phrase)) continue
    const rest = line.slice(phrase.length)
    const separated = /^\s*[:：]\s*/u.exec(rest)
    // Without a colon: "Theo Chinhphu.vn", "Theo baochinhphu.vn", "Tin, ảnh Mai Hương – Thanh Bình".
    if (!separated && !isOpenForm(form.phrase, rest)) continue
    const name = rest.replace(/^\s*[:：]?\s*/u, '').replace(/[.;\s]+$/u, '')
    if (name === '' || name.length > 80 || /[.!?] \p{Lu}/u.test(name)) return null
    return [{ name, kind: form.kind }]
  }
  const english = /^By (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4})$/u.exec(line)
  if (english?.[1]) return [{ name: english[1], kind: 'author' }]
  const gathered = compiled.exec(line)
  if (gathered?.[1]) return [{ name: gathered[1].trim(), kind: 'author' }]
  if (bareName.test(line) && line.includes(' ') && line.length < 60 && !isOrganisationLike(key))
    return [{ name: line.replace(/\.$/u, ''), kind: 'author' }]
  return null
}

/** Whether what follows a form without a colon can only be a name: a capital or a site's address, for "Tin, ảnh" names alone. */
function isOpenForm(phrase: string, rest: string): boolean {
  if (phrase.toLowerCase() === 'theo')
    return /^ \p{Lu}/u.test(rest) || /^ (?:[a-z0-9-]+\.){1,3}[a-z]{2,4}\.?$/u.test(rest)
  return (
    /^(?:tin|bài|ảnh|viết bởi)/iu.test(phrase) && rest.startsWith(' ') && bareName.test(rest.trim())
  )
}

function isOrganisationLike(key: string): boolean {
  return /^(?:sở|phòng|trường|ủy ban|uỷ ban|ban|hội|bộ|tỉnh|huyện|thành phố|văn phòng|trung tâm)(?!\p{L})/u.test(
    key,
  )
}
