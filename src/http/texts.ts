// Every word of the pages in both languages. Vietnamese is the first and the model: English must have the same entries.
//
//   textsOf('vi').search.button → "Tìm"        textsOf('en').search.button → "Search"
// A page with many words has a file of its own.
import { accountsEn, accountsVi } from './accounts/texts.ts'
import { copiesEn, copiesVi } from './copy-texts.ts'
import { correctionsEn, correctionsVi } from './correction-texts.ts'
import { dashboardEn, dashboardVi } from './dashboard-texts.ts'
import { documentEn, documentVi } from './document-texts.ts'
import { facetsEn, facetsVi } from './facet-texts.ts'
import { factsEn, factsVi } from './facts/texts.ts'
import { originalEn, originalVi } from './original-texts.ts'
import { savedEn, savedVi } from './saved/texts.ts'
import { searchEn, searchVi } from './search-texts.ts'
import { sourcesEn, sourcesVi } from './source-texts.ts'
import { valuesEn, valuesVi } from './value-texts.ts'
import type { Widen } from './widen.ts'
import { workEn, workVi } from './work-texts.ts'

const vi = {
  appName: 'Văn thư',
  tagline: 'Đọc, ghi nhận và tìm lại văn bản',
  skipToContent: 'Bỏ qua, tới nội dung',
  skipToLists: 'Bỏ qua văn bản, tới danh sách đã tìm thấy',
  nav: {
    label: 'Các trang',
    search: 'Tìm kiếm',
    sources: 'Nguồn thu thập',
    status: 'Tình trạng',
    language: 'English',
  },
  footer: {
    api: 'Mô tả API (OpenAPI)',
    note: 'Mọi mục đều dẫn về đúng chỗ trong nguyên văn.',
  },
  upload: {
    title: 'Tải văn bản lên',
    files: 'Chọn một hay nhiều tệp',
    hint: (size: string) =>
      `PDF, Word, Excel, PowerPoint, HTML, ảnh chụp văn bản, thư điện tử, tệp nén ZIP hoặc văn bản thuần; tổng cộng không quá ${size}.`,
    button: 'Tải lên',
    done: 'Đã nhận',
    isNew: 'mới',
    isKnown: 'đã có trong kho',
    drop: 'Kéo tệp thả vào đây, hoặc chọn tệp.',
    sending: 'Đang gửi …',
    tooMuch: (size: string) => `Các tệp này vượt quá ${size}: gửi ít tệp hơn một lần.`,
    more: 'Tải thêm tệp',
    progress: (done: string, all: string) => `Đã xong ${done} trên ${all} tệp.`,
    failed: (n: string) => `${n} tệp không đọc được.`,
    refused: 'Không nhận được',
  },
  corrections: correctionsVi,
  work: workVi,
  accounts: accountsVi,
  copies: copiesVi,
  facets: facetsVi,
  keys: {
    title: 'Phím tắt',
    search: 'tới ô tìm kiếm',
    move: 'qua lại giữa các kết quả',
    open: 'mở kết quả đang chọn',
    help: 'hiện bảng này',
    on: 'Dùng các phím / và ?',
    close: 'Đóng',
  },
  original: originalVi,
  dashboard: dashboardVi,
  facts: factsVi,
  saved: savedVi,
  sources: sourcesVi,
  notices: {
    title: 'Cần chú ý',
    since: 'từ',
    codes: {
      'disk-full': 'Hết chỗ trên đĩa: dọn bớt, chương trình tự nhận tiếp.',
      'read-only': 'Kho không ghi được: cho phép ghi, chương trình tự nhận tiếp.',
      locked: 'Kho đang bị chương trình khác khóa: chờ, chương trình tự nhận tiếp.',
      unreachable: 'Không kết nối được với kho: chương trình tự nhận tiếp khi có lại.',
      'not-mounted': 'Thư mục nhận chưa sẵn sàng: kiểm tra ổ mạng; không tệp nào bị coi là đã xóa.',
      'not-movable':
        'Không chuyển được tệp khỏi thư mục nhận: cấp quyền ghi; không tệp nào bị nhận hai lần.',
      stuck: 'Có tệp chưa nhận được: xem lý do; chương trình tự thử lại.',
    },
  },
  status: {
    title: 'Tình trạng kho',
    counts: 'Số văn bản',
    waiting: 'Đang chờ hoặc đang đọc',
    failures: 'Không đọc được',
    noFailures: 'Không có văn bản nào bị lỗi.',
    file: 'Tệp',
    cameIn: 'nằm trong',
    reason: 'Lý do',
    total: 'Tổng cộng',
    inbox: 'Thư mục nhận',
  },
  errors: {
    notFoundTitle: 'Không có trang này',
    notFound: 'Địa chỉ không đúng, hoặc văn bản không có trong kho.',
    userTitle: 'Yêu cầu chưa đúng',
    unreadableTitle: 'Không đọc được tệp',
    busyTitle: 'Hệ thống đang bận',
    busy: 'Thử lại sau ít phút.',
    bugTitle: 'Có lỗi trong chương trình',
    bug: 'Lỗi đã được ghi vào nhật ký. Thử lại; nếu vẫn lỗi, báo người quản trị.',
    back: 'Về trang tìm kiếm',
  },
  search: searchVi,
  ...documentVi,
  ...valuesVi,
}

/** All words of the pages in one language. */
export type Texts = Widen<typeof vi>

const en: Texts = {
  appName: 'Văn thư',
  tagline: 'Reads, registers and finds documents',
  skipToContent: 'Skip to the content',
  skipToLists: 'Skip the text, go to what was found',
  nav: {
    label: 'Pages',
    search: 'Search',
    sources: 'Crawl sources',
    status: 'Status',
    language: 'Tiếng Việt',
  },
  footer: {
    api: 'API description (OpenAPI)',
    note: 'Every item leads back to its place in the text.',
  },
  upload: {
    title: 'Upload documents',
    files: 'Choose one or more files',
    hint: (size) =>
      `PDF, Word, Excel, PowerPoint, HTML, pictures of documents, e-mail, ZIP archives or plain text; ${size} at most in all.`,
    button: 'Upload',
    done: 'Received',
    isNew: 'new',
    isKnown: 'already in the archive',
    drop: 'Drop files here, or choose them.',
    sending: 'Sending …',
    tooMuch: (size) => `These files are more than ${size}: send fewer at once.`,
    more: 'Upload more files',
    progress: (done, all) => `${done} of ${all} files are done.`,
    failed: (n) => `${n} could not be read.`,
    refused: 'Not accepted',
  },
  corrections: correctionsEn,
  work: workEn,
  accounts: accountsEn,
  copies: copiesEn,
  facets: facetsEn,
  keys: {
    title: 'Keys',
    search: 'go to the search box',
    move: 'through the results',
    open: 'open the result',
    help: 'show this list',
    on: 'Use the keys / and ?',
    close: 'Close',
  },
  original: originalEn,
  dashboard: dashboardEn,
  facts: factsEn,
  saved: savedEn,
  sources: sourcesEn,
  notices: {
    title: 'Needs attention',
    since: 'since',
    codes: {
      'disk-full': 'The disk is full: make room, and the intake goes on by itself.',
      'read-only': 'The archive cannot be written to: permit it, and the intake goes on by itself.',
      locked: 'Another program has locked the archive: the intake goes on by itself.',
      unreachable: 'The archive cannot be reached: the intake goes on by itself when it is back.',
      'not-mounted':
        'The inbox is not ready: look after the network share; nothing is taken as deleted.',
      'not-movable': 'Files cannot be moved out of the inbox: permit it; none is taken twice.',
      stuck: 'Some files could not be taken: see the reason; they are tried again.',
    },
  },
  status: {
    title: 'State of the archive',
    counts: 'Documents',
    waiting: 'Waiting or being read',
    failures: 'Could not be read',
    noFailures: 'No document has failed.',
    file: 'File',
    cameIn: 'in',
    reason: 'Reason',
    total: 'In all',
    inbox: 'Inbox folder',
  },
  errors: {
    notFoundTitle: 'No such page',
    notFound: 'The address is wrong, or the document is not in the archive.',
    userTitle: 'The request cannot be carried out',
    unreadableTitle: 'The file cannot be read',
    busyTitle: 'The system is busy',
    busy: 'Try again in a few minutes.',
    bugTitle: 'Something is wrong in the program',
    bug: 'The error was logged. Try again; if it stays, tell the administrator.',
    back: 'To the search page',
  },
  search: searchEn,
  ...documentEn,
  ...valuesEn,
}

export const languages = ['vi', 'en'] as const
/** A language of the pages (not of the documents). */
export type Language = (typeof languages)[number]

const texts: Record<Language, Texts> = { vi, en }

/** The words of the pages in a language. */
export function textsOf(language: Language): Texts {
  return texts[language]
}

/** What is wrong with a field of the search form; `message` where the texts have no words of their own for it. */
export function problemText(field: string, message: string, t: Texts): string {
  const own: Record<string, string> = t.search.fieldProblems
  return Object.hasOwn(own, field) ? (own[field] ?? message) : message
}
