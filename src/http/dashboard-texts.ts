// Words of the dashboard, in both languages. Vietnamese is the model.

export const dashboardVi = {
  title: 'Tổng quan',
  days: 'Văn bản nhận mỗi ngày',
  daysSummary: (all: string, most: string, day: string) =>
    `30 ngày qua nhận ${all} văn bản; nhiều nhất là ${most} văn bản, ngày ${day}.`,
  noDays: '30 ngày qua không nhận văn bản nào.',
  daysTable: 'Bảng số liệu từng ngày',
  day: 'Ngày',
  count: 'Số văn bản',
  sources: 'Nguồn và tình trạng',
  source: 'Nguồn',
  total: 'Tổng',
  sourceNames: { file: 'Thư mục nhận, tải lên', inside: 'Trong tệp nén, thư điện tử' },
  moreSources: (n: string) => `và ${n} nguồn khác`,
  map: 'Theo tỉnh, thành phố',
  mapNote: 'Số văn bản nói tới mỗi tỉnh; ô càng đậm càng nhiều. Chọn một ô để tìm.',
  maps: { '34': '34 tỉnh, thành hiện nay', '63': '63 tỉnh, thành trước 7/2025' },
  chooseMap: 'Chọn bản đồ',
  documents: (n: string) => `${n} văn bản`,
  timeline: 'Theo tháng của văn bản',
  timelineNote: 'Ngày đăng, nếu không có thì ngày ban hành.',
  year: 'Năm',
  month: (n: number) => `T${n}`,
  monthUnknown: '?',
  monthUnknownLong: 'Không rõ tháng',
  undated: (n: string) => `${n} văn bản không rõ ngày.`,
  earlier: (n: string) => `${n} văn bản của những năm trước đó.`,
  nothingDated: 'Chưa có văn bản nào có ngày.',
  failures: 'Cần xem lại',
  failuresNote: 'Những văn bản mới nhất không đọc được, và việc nên làm.',
  allFailures: 'Xem tất cả và thử lại',
  noFailures: 'Không có văn bản nào bị lỗi.',
  empty: 'Kho chưa có văn bản nào: tải lên ở trang tìm kiếm, hoặc chép vào thư mục nhận.',
}

type Same<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Same<T[K]>
}

export const dashboardEn: Same<typeof dashboardVi> = {
  title: 'Overview',
  days: 'Documents received a day',
  daysSummary: (all, most, day) =>
    `${all} documents came in the last 30 days, most of them on ${day}: ${most}.`,
  noDays: 'Nothing came in the last 30 days.',
  daysTable: 'The figures of each day',
  day: 'Day',
  count: 'Documents',
  sources: 'Sources and states',
  source: 'Source',
  total: 'All',
  sourceNames: { file: 'Inbox folder, uploads', inside: 'Inside archives and messages' },
  moreSources: (n) => `and ${n} more sources`,
  map: 'By province',
  mapNote: 'Documents that speak of each province; the darker, the more. Choose a tile to search.',
  maps: { '34': 'The 34 provinces of today', '63': 'The 63 provinces before July 2025' },
  chooseMap: 'Choose the map',
  documents: (n) => (n === '1' ? '1 document' : `${n} documents`),
  timeline: 'By month of the documents',
  timelineNote: 'The day of publication, else of issue.',
  year: 'Year',
  month: (n) =>
    `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][n - 1]}`,
  monthUnknown: '?',
  monthUnknownLong: 'Month unknown',
  undated: (n) => `${n} documents without a date.`,
  earlier: (n) => `${n} documents of the years before.`,
  nothingDated: 'No document has a date yet.',
  failures: 'To be looked at',
  failuresNote: 'The latest documents that could not be read, and what to do.',
  allFailures: 'See all of them and try again',
  noFailures: 'No document has failed.',
  empty:
    'The archive is empty: upload documents on the search page, or put them into the inbox folder.',
}
