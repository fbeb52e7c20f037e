// VISCII (RFC 1456), one byte a letter: "Cµng hòa xã hµi chü nghîa Vi®t Nam" is "Cộng hòa xã hội chủ nghĩa Việt Nam".
//
// Byte 0xA0 is Õ in the standard and the no-break space in every file that was not written with care; it is left alone.
import { type Decoded, decodeByTable, isWord, tableOf } from './decoded.ts'

export const visciiTable = tableOf([
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
  [0x80, 'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ'],
  [0x90, 'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ'],
  [0xa0, '.ắằặấầẩậẽẹếềểễệố'],
  [0xb0, 'ồổỗỠƠộờởịỰỨỪỬơớƯ'],
  [0xc0, 'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ'],
  [0xd0, 'ĐứÒÓÔạỷừửÙÚỹỵÝỡư'],
  [0xe0, 'àáâãảăữẫèéêẻìíĩỉ'],
  [0xf0, 'đựòóôõỏọụùúũủýợỮ'],
])

/** Decodes VISCII text that was read as Latin-1 or Windows-1252. Never fails; other characters stay. In running text lone signs stay too. */
export function decodeViscii(text: string, { runningText = false } = {}): Decoded {
  return decodeByTable(text, visciiTable, runningText ? isWord : undefined)
}
