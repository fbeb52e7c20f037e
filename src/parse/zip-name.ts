// The name of a ZIP's member, which programs write in many encodings: UTF-8 with or without saying so, the Unicode path of
// Info-ZIP, or the code page of the Windows it was packed on, which in Vietnam is 1258.
//
//   bytes "Quy\xEA\xECt \xF0iòn.doc", nothing said  →  "Quyết điòn.doc"
import { type Entry, getFileNameLowLevel } from 'yauzl'

const saysUtf8 = 0x0800
const unicodePath = 0x7075

/** The path as it was meant, parts divided by "/". Not safe to open as it is: "../x" is only a name here. */
export function memberName(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: bytes, extraFields } = entry
  const asSpecified = () => getFileNameLowLevel(flags, bytes, extraFields, false)
  if (flags & saysUtf8 || extraFields.some(({ id }) => id === unicodePath)) return asSpecified()
  const guessed = asUtf8(bytes) ?? as1258(bytes)
  return guessed === null ? asSpecified() : guessed.replaceAll('\\', '/')
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Windows-1258 has no letters in 80–9F but Œ, œ and Ÿ; DOS code pages have theirs just there. */
function as1258(bytes: Buffer): string | null {
  const isDos = bytes.some(
    (byte) => byte >= 0x80 && byte < 0xa0 && ![0x8c, 0x9c, 0x9f].includes(byte),
  )
  return isDos ? null : new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
}
