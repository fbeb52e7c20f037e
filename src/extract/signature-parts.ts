// A signature whose lines were run together, as the cell of a table or a copied page has them:
//
//   KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A          authority, title, name
//   TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Lê Thị B
//   Nơi nhận: - Như trên; - Lưu: VT. THỦ TƯỚNG Trần Văn C
//   HIỆU TRƯỞNG LÊ VĂN D
import { keyOf } from '../text/fold.ts'
import { isCapitals, type Line } from './line.ts'
import { authority, looksLikeName, titleInCapitals } from './signature-words.ts'

type Word = { text: string; start: number; end: number }

/** How much of the end of a line is looked at, in UTF-16 units. */
const looked = 160
/** Title and name in capitals, and nothing else. */
const longestInCapitals = 90
const endsWithName = /\p{Lu}[\p{Ll}'’]+[.;,]?\s*$/u
/** What every authority and title in capitals holds: "KT.", "CHỦ TỊCH", "T/M". */
const capitals = /\p{Lu}[\p{Lu}/]/u
const nameWord = /^\p{Lu}[\p{Ll}'’]*$/u
const capitalWord = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$|^[-–&,]$/u
const degree = /^(?:(?:GS|PGS|TSKH|TS|Th\.?S|BS(?:CK(?:II|I))?|DS|KS|CN|NGND|NGƯT)[.-]?)+$/u
const signedMark = /^\(?(?:đã|ký|ký,|tên|đóng|dấu)\)?[,.]?$/iu
/** What a signature may follow on the same line: nothing, or the end of the list of those who get the document. */
const beforeSignature = /(?:^|[.;/])\s*$|^(?:nơi nhận|[-–+•*] ?lưu)(?!\p{L})/u
/** Titles that go on with these are the end of a body: "BAN BÍ THƯ", "ĐOÀN CHỦ TỊCH". */
const bodyBefore = /^(?:ban|đoàn)$/u

/**
 * The parts of a line that ends a document with title and name together, each as a line of its own; the line itself where it
 * is none. `isName` says whether a key begins with a family name: only with it names in capitals are parted from the title.
 */
export function signatureParts(line: Line, isName?: (key: string) => boolean): Line[] {
  const cuts =
    endsWithName.test(line.text.slice(-40)) && capitals.test(line.text.slice(-looked))
      ? cutsBeforeName(line)
      : isName && line.text.length <= longestInCapitals && isCapitals(line.text)
        ? cutBeforeCapitals(line, isName)
        : []
  if (cuts.length === 0) return [line]
  const ends = [...cuts.slice(1), line.text.length]
  const parts = cuts.map((start, n) => partOf(line, start, ends[n] ?? line.text.length))
  const first = cuts[0] ?? 0
  return line.text.slice(0, first).trim() === '' ? parts : [partOf(line, 0, first), ...parts]
}

function partOf(line: Line, start: number, end: number): Line {
  const text = line.text.slice(start, end)
  const before = text.length - text.trimStart().length
  const from = start + before
  const to = start + text.trimEnd().length
  return {
    ...line,
    start: line.start + from,
    end: line.start + to,
    text: line.text.slice(from, to),
    key: line.key.slice(from, to),
  }
}

/** Where authority, title and a name in small letters begin; empty where the line does not end with all of them. */
function cutsBeforeName(line: Line): number[] {
  const words = lastWords(line.text)
  let name = words.length
  while (name > 0 && nameWord.test(stripped(words[name - 1]))) name--
  // "THỦ TƯỚNG A Sùng": a single capital is of the name where another word of it stands before.
  if (words.length - name < 2 || words.length - name > 6) return []
  const written = words.slice(name).map(stripped).join(' ')
  if (!looksLikeName(written)) return []
  let last = name
  while (last > 0 && degree.test(words[last - 1]?.text ?? '')) last--
  const nameStart = words[last]?.start ?? 0
  const named = last
  while (last > 0 && signedMark.test(words[last - 1]?.text ?? '')) last--
  let first = last
  while (first > 0 && capitalWord.test(words[first - 1]?.text ?? '')) first--
  const offices = officesIn(words.slice(first, last), line.key)
  const start = offices[0]
  if (start === undefined || !beforeSignature.test(line.key.slice(0, start))) return []
  return last < named ? [...offices, words[last]?.start ?? 0, nameStart] : [...offices, nameStart]
}

/** The last words of a line with their offsets in it. */
function lastWords(text: string): Word[] {
  const from = Math.max(0, text.length - looked)
  const words: Word[] = []
  for (const match of text.slice(from).matchAll(/\S+/gu))
    words.push({
      text: match[0],
      start: from + match.index,
      end: from + match.index + match[0].length,
    })
  return words
}

const stripped = (word: Word | undefined): string => (word?.text ?? '').replace(/[.;,]+$/u, '')

/** Where each authority and each title among words in capitals begins. */
function officesIn(words: readonly Word[], key: string): number[] {
  const starts: number[] = []
  const end = words.at(-1)?.end ?? 0
  for (let i = 0; i < words.length; ) {
    const at = words[i]?.start ?? 0
    const rest = key.slice(at, end)
    const marker = authority.exec(rest)
    const office = titleInCapitals.exec(rest)
    const before = keyOf(words[i - 1]?.text ?? '')
    if (!marker && (!office || bodyBefore.test(before))) {
      i++
      continue
    }
    starts.push(at)
    // "KT. CHỦ TỊCH": the title after the mark is of whom somebody signs for.
    const afterMark = marker ? rest.slice(0, marker[0].length - 1) : ''
    const held = marker ? titleInCapitals.exec(rest.slice(afterMark.length)) : office
    const taken = at + afterMark.length + (held?.[0].length ?? 0)
    i++
    while (i < words.length && (words[i]?.start ?? 0) < taken) i++
  }
  return starts
}

/** "HIỆU TRƯỞNG LÊ VĂN D": where title and name begin, of a line in capitals that is nothing else. */
function cutBeforeCapitals(line: Line, isName: (key: string) => boolean): number[] {
  if (authority.test(line.key)) return []
  const office = titleInCapitals.exec(line.key)?.[0]
  const name = office ? line.key.slice(office.length + 1) : ''
  const words = name.split(' ').length
  if (!office || words < 3 || words > 4 || !isName(name) || name === 'hồ chí minh') return []
  return looksLikeName(line.text.slice(office.length + 1)) ? [0, office.length + 1] : []
}
