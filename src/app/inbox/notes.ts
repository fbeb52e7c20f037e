// The notes that lie beside files an inbox could not take or read, in Vietnamese and English.
import type { DocumentErrorCode } from '../../model.ts'
import { type Advice, adviceOf } from '../advice.ts'

/** Why a file of an inbox is refused before its bytes are read. The list is closed. */
export type RefusalCode = 'empty' | 'too-large' | 'link' | 'special' | 'unreadable'

const reasons: Record<RefusalCode, Advice> = {
  empty: { vi: 'Tệp rỗng (0 byte).', en: 'The file is empty (0 bytes).' },
  'too-large': {
    vi: 'Tệp lớn hơn mức được nhận.',
    en: 'The file is larger than what is taken in.',
  },
  link: {
    vi: 'Đây là liên kết (symbolic link), không phải tệp; liên kết không được mở.',
    en: 'This is a symbolic link and no file; links are not followed.',
  },
  special: {
    vi: 'Đây không phải tệp thường (ống dẫn, thiết bị …) nên không được mở.',
    en: 'This is no regular file (a pipe, a device …) and is not opened.',
  },
  unreadable: {
    vi: 'Chương trình không có quyền đọc tệp này.',
    en: 'The program is not permitted to read this file.',
  },
}

const advice: Partial<Record<RefusalCode, Advice>> = {
  link: {
    vi: 'Chép chính tệp đó vào thư mục nhận.',
    en: 'Copy the file itself into the inbox.',
  },
  special: {
    vi: 'Xóa nó khỏi thư mục nhận; nếu không rõ, báo người quản trị.',
    en: 'Remove it from the inbox, or ask the administrator.',
  },
  unreadable: {
    vi: 'Cho chương trình quyền đọc tệp; tệp sẽ được nhận ngay sau đó.',
    en: 'Permit the program to read it; it is taken right after that.',
  },
}

/** The English sentence of a refusal. */
export const refusalMessage = (code: RefusalCode): string => reasons[code].en

/** The note of a refused file. `path`: where it was found in the inbox. */
export function refusalNote(path: string, code: RefusalCode, stays: boolean): string {
  const what = advice[code] ?? adviceOf(code)
  return noteOf(path, reasons[code], what, [
    stays ? 'Nó vẫn nằm ở chỗ cũ. · It stays where it was.' : '',
  ])
}

/** Why a document failed, in Vietnamese; the English sentence comes with the failure. */
const failures: Record<DocumentErrorCode, string> = {
  empty: 'Tệp rỗng.',
  unsupported: 'Chưa đọc được loại tệp này.',
  encrypted: 'Tệp được bảo vệ bằng mật khẩu.',
  corrupt: 'Tệp bị hỏng.',
  'too-large': 'Tệp lớn hơn mức đọc được.',
  'too-slow': 'Đọc tệp quá lâu.',
  'too-complex': 'Tệp có cấu trúc quá phức tạp.',
  'zip-bomb': 'Tệp nén phình ra bất thường.',
  'needs-ocr': 'Tệp chỉ có ảnh chụp, không có chữ.',
  'no-text': 'Tệp không có chữ nào.',
  bug: 'Chương trình gặp lỗi khi đọc tệp.',
  quarantined: 'Tệp làm hỏng chương trình đọc nhiều lần.',
}

/** The note of a file whose document could not be read. */
export function failureNote(
  path: string,
  failure: { code: string; message: string },
  documentId: string,
): string {
  const { code, message } = failure
  const vi = Object.hasOwn(failures, code) ? failures[code as DocumentErrorCode] : message
  const reason = { vi, en: message }
  return noteOf(path, reason, adviceOf(code), [
    `Mã lỗi · Code: ${code}`,
    `Mã văn bản · Document: ${documentId}`,
  ])
}

/** A line break in a file's name would make lines of the note that we did not write. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

function noteOf(path: string, reason: Advice, advice: Advice, more: string[]): string {
  const lines = [
    oneLine(path),
    '',
    `Lý do: ${oneLine(reason.vi)}`,
    `Nên làm: ${advice.vi}`,
    '',
    `Reason: ${oneLine(reason.en)}`,
    `What to do: ${advice.en}`,
    '',
    ...more.filter(Boolean),
  ]
  return `${lines.join('\r\n').trimEnd()}\r\n`
}
