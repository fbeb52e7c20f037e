// The words of the facets beside the results, and of what a search tells besides its hits. Vietnamese is the model.

const fieldsVi = {
  provinceNow: 'Tỉnh, thành phố hiện nay',
  provinceThen: 'Tỉnh, thành phố theo thời điểm văn bản',
  province: 'Tỉnh, thành phố',
  official: 'Cán bộ',
  org: 'Cơ quan, đơn vị',
  type: 'Loại văn bản',
  issuer: 'Cơ quan ban hành',
  year: 'Năm',
  schoolYear: 'Năm học',
  source: 'Nguồn',
  language: 'Ngôn ngữ',
  state: 'Tình trạng',
}

export const facetsVi = {
  fields: fieldsVi,
  upload: 'Tải lên',
  add: (what: string) => `Thêm ${what}`,
  more: 'Thêm lựa chọn',
  didYouMean: 'Có phải bạn muốn tìm:',
  cut: 'Câu tìm quá dài; chỉ tìm phần đầu:',
}

export const facetsEn: {
  fields: Record<keyof typeof fieldsVi, string>
  upload: string
  add: (what: string) => string
  more: string
  didYouMean: string
  cut: string
} = {
  fields: {
    provinceNow: 'Province or city today',
    provinceThen: "Province or city at the document's time",
    province: 'Province or city',
    official: 'Official',
    org: 'Organisation',
    type: 'Document type',
    issuer: 'Issued by',
    year: 'Year',
    schoolYear: 'School year',
    source: 'Source',
    language: 'Language',
    state: 'State',
  },
  upload: 'Uploaded',
  add: (what) => `Add ${what}`,
  more: 'More',
  didYouMean: 'Did you mean:',
  cut: 'The query was too long; only its beginning was looked for:',
}
