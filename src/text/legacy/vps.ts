// VPS (Vietnamese Professionals Society), one byte a letter: "C¶ng hòa xã h¶i chû nghïa ViŒt Nam" is
// "Cộng hòa xã hội chủ nghĩa Việt Nam". Capitals that are rare stand among the control characters.
import { type Decoded, decodeByTable, isWord, tableOf } from './decoded.ts'

export const vpsTable = tableOf([
  [0x02, 'ẠẬẶẸỆ'],
  [0x10, 'ỊỌỘỢỤỰ'],
  [0x19, 'Ỵ'],
  [0x1c, 'ẪỮ'],
  [0x80, 'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ'],
  [0x90, 'Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ'],
  [0xa0, '.ắằẳẵặỠớÙờởỡŨỨợỪ'],
  [0xb0, 'ổỬỲỸÍÌộỈĨÓửữÒỎÕự'],
  [0xc0, 'ầÁÂấẩẫậđẻÉÊẹỉễịỹ'],
  [0xd0, 'ƯỦồốÔỏơÈừứÚũưÝẺ.'],
  [0xe0, 'àáâãảạă.èéêẽìí.ĩ'],
  [0xf0, 'ẴĐòóôõ.Ơụùúủ.ỶẼỳ'],
])

/** Decodes VPS text that was read as Latin-1 or Windows-1252. Never fails; other characters stay. In running text lone signs stay too. */
export function decodeVps(text: string, { runningText = false } = {}): Decoded {
  return decodeByTable(text, vpsTable, runningText ? isWord : undefined)
}
