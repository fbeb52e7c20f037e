// Words of the original beside the text, in both languages.

export const originalVi = {
  title: 'Bản gốc',
  views: 'Xem',
  viewText: 'Nguyên văn',
  viewFound: 'Đã tìm thấy',
  enlarge: (page: string) => `Phóng to ${page}`,
  toPage: (n: number) => `tr. ${n}`,
  asText: 'Chữ của bản gốc như chương trình đọc được, không kèm định dạng.',
  morePages: (n: string) => `Còn ${n} trang nữa: tải bản gốc để xem.`,
  moreText: 'Văn bản còn tiếp: tải bản gốc để xem hết.',
  none: 'Không có gì để xem trước: hãy tải bản gốc.',
}

export const originalEn: {
  [K in keyof typeof originalVi]: (typeof originalVi)[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string
} = {
  title: 'Original',
  views: 'View',
  viewText: 'Text',
  viewFound: 'Found',
  enlarge: (page) => `Enlarge: ${page}`,
  toPage: (n) => `p. ${n}`,
  asText: 'The words of the original as they were read, without their formatting.',
  morePages: (n) => `${n} more pages: download the original to see them.`,
  moreText: 'The text goes on: download the original to see all of it.',
  none: 'There is nothing to show here: download the original.',
}
