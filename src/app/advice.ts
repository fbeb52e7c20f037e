// What people can do about a document that was not read, by the code of its error: one table for pages, command line and inbox.
import type { DocumentErrorCode } from '../model.ts'

/** One sentence in both languages. */
export type Advice = { vi: string; en: string }

/** `transient` is what waits for its surroundings, `other` every code that is none of ours. */
const advice: Record<DocumentErrorCode | 'transient' | 'other', Advice> = {
  empty: {
    vi: 'Tệp rỗng: chép lại từ nơi gửi rồi nộp lại.',
    en: 'The file is empty: copy it again from its sender and hand it in again.',
  },
  unsupported: {
    vi: 'Đổi sang PDF, DOCX, HTML hoặc văn bản thuần rồi nộp lại.',
    en: 'Convert it to PDF, DOCX, HTML or plain text and hand it in again.',
  },
  encrypted: {
    vi: 'Mở tệp bằng mật khẩu, lưu một bản không mật khẩu rồi nộp lại.',
    en: 'Open it with its password, save a copy without one and hand that in.',
  },
  corrupt: {
    vi: 'Tệp hỏng: thử mở và lưu lại bằng chương trình đã tạo ra nó, hoặc xin lại bản gốc.',
    en: 'Open and save it again with the program that made it, or ask for the original.',
  },
  'too-large': {
    vi: 'Chia tệp thành nhiều phần nhỏ hơn rồi nộp từng phần.',
    en: 'Split the file into smaller parts and hand them in one by one.',
  },
  'too-slow': {
    vi: 'Lưu lại tệp ở dạng đơn giản hơn (ví dụ in ra PDF), hoặc chia nhỏ rồi nộp lại.',
    en: 'Save it in a simpler form (print it to PDF, say), or split it.',
  },
  'too-complex': {
    vi: 'Lưu lại tệp ở dạng đơn giản hơn (ví dụ in ra PDF) rồi nộp lại.',
    en: 'Save it in a simpler form (print it to PDF, say) and hand it in again.',
  },
  'zip-bomb': {
    vi: 'Tệp nén phình ra bất thường nên không mở. Hãy kiểm tra nơi gửi.',
    en: 'The archive unpacks to an abnormal size and was not opened. Check its sender.',
  },
  'needs-ocr': {
    vi: 'Tệp chỉ có ảnh chụp: nhận dạng chữ (OCR) trước, rồi nộp bản có chữ.',
    en: 'The file holds pictures of text only: run OCR first, then hand in the result.',
  },
  'no-text': {
    vi: 'Tệp không có chữ nào: kiểm tra xem có gửi nhầm tệp không.',
    en: 'There is no text in the file: check whether the right file was sent.',
  },
  bug: {
    vi: 'Lỗi của chương trình, không phải của tệp: báo người quản trị kèm mã văn bản.',
    en: 'A fault of the program, not of the file: tell the administrator the document id.',
  },
  quarantined: {
    vi: 'Tệp làm chương trình đọc dừng đột ngột nhiều lần nên bị để riêng: lưu lại ở dạng đơn giản hơn (ví dụ in ra PDF) rồi nộp lại, hoặc đọc lại sau khi cập nhật chương trình.',
    en: 'It ended the program that read it more than once and was left aside: save it in a simpler form (print it to PDF, say) and hand that in, or try again after an update.',
  },
  transient: {
    vi: 'Chưa phải làm gì: máy đang thiếu chỗ hoặc mất kết nối, chương trình tự thử lại.',
    en: 'Nothing yet: the machine is short of space or has lost a connection; it is tried again by itself.',
  },
  other: {
    vi: 'Xem lý do, sửa tệp rồi nộp lại; nếu không rõ, báo người quản trị.',
    en: 'See the reason, mend the file and hand it in again, or ask the administrator.',
  },
}

/** What to do about an error of this code. */
export function adviceOf(code: string): Advice {
  return Object.hasOwn(advice, code) ? advice[code as keyof typeof advice] : advice.other
}
