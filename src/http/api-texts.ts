// The words of the page about the API.
import type { Group } from './openapi-groups.ts'

const vi = {
  title: 'API cho phần mềm',
  intro:
    'Mọi điều trang này làm được, phần mềm cũng làm được qua các địa chỉ dưới đây. Mô tả từng mục viết bằng tiếng Anh.',
  document: 'Mô tả OpenAPI 3.1 (JSON)',
  rules: 'Quy ước chung',
  token: 'Khi kho yêu cầu đăng nhập, gửi mã truy cập tạo ở trang Tài khoản:',
  errors: 'Lỗi luôn có dạng',
  paging:
    'Danh sách dài trả về từng trang: gửi lại giá trị "next" trong tham số "cursor" cho đến khi "next" là null.',
  etags:
    'Gửi lại ETag trong If-None-Match: nếu không có gì đổi, máy chủ trả lời 304, không có nội dung.',
  groups: 'Các nhóm',
  parameters: 'Tham số',
  place: 'Vị trí',
  type: 'Kiểu',
  meaning: 'Ý nghĩa',
  required: 'bắt buộc',
  body: 'Nội dung gửi lên',
  example: 'Ví dụ',
  answers: 'Trả lời',
  schemas: 'Kiểu dữ liệu',
  group: {
    search: 'Tìm kiếm',
    documents: 'Văn bản',
    corrections: 'Sửa chữa',
    facts: 'Dữ kiện',
    people: 'Cán bộ',
    exports: 'Xuất dữ liệu',
    saved: 'Tìm kiếm đã lưu, nguồn tin',
    sources: 'Nguồn thu thập',
    account: 'Tài khoản',
    state: 'Tình trạng',
  } satisfies Record<Group, string>,
}
const en: typeof vi = {
  title: 'API for programs',
  intro: 'Whatever these pages do, programs do by the addresses below.',
  document: 'OpenAPI 3.1 description (JSON)',
  rules: 'Rules for all',
  token: 'Where people log in, send a token made on the account page:',
  errors: 'Errors are always',
  paging: 'Long lists come in pages: send "next" as the parameter "cursor" until "next" is null.',
  etags:
    'Send an ETag back as If-None-Match: where nothing changed the answer is 304 without a body.',
  groups: 'Groups',
  parameters: 'Parameters',
  place: 'In',
  type: 'Type',
  meaning: 'Meaning',
  required: 'required',
  body: 'Body',
  example: 'Example',
  answers: 'Answers',
  schemas: 'Types',
  group: {
    search: 'Search',
    documents: 'Documents',
    corrections: 'Corrections',
    facts: 'Facts',
    people: 'People',
    exports: 'Exports',
    saved: 'Saved searches, feeds',
    sources: 'Crawl sources',
    account: 'Account',
    state: 'State',
  },
}
export const apiTexts = { vi, en }
