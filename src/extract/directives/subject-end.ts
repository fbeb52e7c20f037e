// Where the names of those who are charged end: before what they are to do. Verbs that stand inside names do not end them.
//
//   "Ban Chỉ đạo đổi mới, phát triển kinh tế tập thể | chủ trì …", "Cán bộ làm nhiệm vụ văn thư | có trách nhiệm …"
import { bodyHead } from './bodies.ts'

/** What a body does begins with one of these; words that also stand inside names count in small letters only. */
const doing =
  /(?<!\p{L})(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|có (?:các |những )?(?:quyền|nhiệm vụ|nghĩa vụ)|có kế hoạch|có giải pháp|có biện pháp|có phương án|có văn bản|có lộ trình|có chính sách|có cơ chế|căn cứ|tiếp tục|tập trung|tăng cường|chủ động|khẩn trương|thực hiện|triển khai|(?<!các |những |và |hoặc |cơ quan, |đơn vị, |cá nhân, |đoàn thể, |doanh nghiệp, |địa phương, |ban, |ngành, )tổ chức(?! đảng(?! viên)| công đoàn(?! các| cơ sở)| chính trị| xã hội| đoàn thể| cá nhân|,(?! phát động| chỉ đạo| triển khai| thực hiện| hướng dẫn| kiểm tra))|rà soát|khảo sát|sắp xếp|thu hút|ôn tập|vận dụng|đa dạng hoá|chuẩn hoá|luân chuyển|tôn vinh|khơi dậy|lan toả|hưởng ứng|tuân thủ|sửa đổi|bãi bỏ|tích hợp|tu sửa|tuyển chọn|chăm lo|đảm nhận|phục dựng|tôn tạo|trùng tu|thúc đẩy|loại bỏ|cải tiến|thu gom|xoá bỏ|truy quét|gia cố|kéo giảm|kiềm chế|chốt chặn|lưu ý|định hướng|(?<!đơn thư |khiếu nại, )kiến nghị|nhất trí|tán thành|xây dựng|hướng dẫn|theo dõi|đôn đốc|tham mưu(?!, giúp việc)|báo cáo(?! viên)|tổng hợp|(?<!cơ quan )kiểm tra|chỉ đạo|(?<!trung tâm |giám đốc |cơ quan |phòng |nhà |, |và |quản lý |hệ thống )điều hành|bố trí|cần|phải|nghiêm túc|quan tâm|đẩy mạnh|đẩy nhanh|nâng cao|quán triệt|ban hành|hoàn thành|hoàn thiện|phát huy|(?<!tham mưu, )giúp(?! việc)|(?<!công |dân |độc |thành )lập|cân đối|sớm|(?<!thường |cấp trên )trực(?! thuộc)|theo chức năng|theo nhiệm vụ|theo quy định|theo thẩm quyền|trên cơ sở|xử lý|(?<!cơ quan )điều tra|giải ngân|tăng|giảm|cho|số hoá|nâng cấp|(?<!cán bộ |công chức |các |những |đồng chí |đội ngũ |tập thể |toàn thể |cùng |cùng với )lãnh đạo|giám sát|tuyên truyền|phát động|tích cực|(?<!giáo dục )thường xuyên|kịp thời|đề xuất|nghiên cứu|cung cấp|bảo đảm|đảm bảo|duy trì|phổ biến|vận động|huy động|thẩm định|thẩm tra|(?<!giải |lộ |chương |quy |quá |công |giáo |tiến |phát thanh truyền |xuất )trình|giải trình|xác định|xác nhận|lắng nghe|dự toán|trước khi|đạt|thống nhất|cấp (?=bổ sung|kinh phí|vốn|phát|phép|thêm|đủ|kịp)|(?<!cơ quan |đơn vị |cán bộ |nhà nước |phạm vi |quyền |các ban |ban )quản lý(?! ngành| chuyên ngành)|nhận thức|tận dụng|phân loại|gắn|phấn đấu|rút kinh nghiệm|ngoài (?:nhiệm vụ|việc|các nhiệm vụ|trách nhiệm)|có thể|thời gian tới|trong hk|có ý kiến|có văn bản|có báo cáo|đăng ký|tự(?! quản| vệ)|gương mẫu|giữ|dự(?! án| báo| toán)|tham dự|nêu|rút|thu hồi|(?<!cơ quan |nội dung )thanh tra|bảo vệ|giới thiệu|thay|tiến hành|vào cuộc|ngay|gửi|khắc phục|cập nhật|thông báo|đăng tải|nêu cao|đề cao|(?<!việc )làm|là(?= cơ quan| đầu mối| người| đơn vị| thành viên| cơ sở| nơi)|thì|bị|mà|tuỳ|tuỳ theo|được|yêu cầu|đề nghị|xuất trình|gia hạn|dẫn|nộp|khai báo|mang|chịu|phân công|phân bổ|(?<!ngoại )giao|bàn giao|chuyển giao|sẽ|đã|(?<!được |cơ quan |người |bên )uỷ quyền|phản ánh|có mặt|nhất là|đặc biệt là|lên (?:kế hoạch|phương án)|(?<!bên )mời|kêu gọi|xung kích|kiên quyết|khuyến cáo|nhắc nhở|bình xét|nạo vét|cải tạo|bắt tay|chấp thuận|cam kết?|kính|(?<!(?:cuộc|phòng|buổi|phiên|kỳ|nhà|hội trường) )họp|có quyền|theo chế độ|về việc|(?<!phòng |hàng )không|sơ tán|vận hành|đưa|chấp hành|(?<!thư |chữ )ký|hỗ trợ|phê duyệt|quyết định|(?<! ra )(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ|kiểm soát|liên hệ|liên kết|phát triển|đổi mới|chấn chỉnh|ứng phó|phòng ngừa|áp dụng|khai thác|công bố|tư vấn|tiếp thu|biên soạn|(?<!cơ quan |đơn vị |ban |tổ )soạn thảo|nhân rộng|tranh thủ|phân luồng|giải phóng|tiết kiệm|cắt giảm|phân cấp|khuyến khích|tìm kiếm|cung ứng|bình ổn|tuần tra|canh gác|cảnh báo|dự báo|vệ sinh|sửa chữa|mua sắm|trang bị|hạn chế|tuyệt đối|quy định|nghiên cứu|tập huấn|sử dụng|trao đổi|chỉ định|rút ngắn|lựa chọn|(?<!tuyển |bình |lựa |sàng )chọn|thí điểm|gồm|bao gồm|đăng cai|phân tích|nhận diện|tổng kết|sơ kết|tính toán|cân nhắc|đề ra|làm rõ|kiểm điểm|kiểm kê|chấm dứt|khôi phục|hoàn chỉnh|truy vết|khoanh vùng|lên phương án|dành|trích|chia sẻ|đồng hành|trong (?:phạm vi|quá trình|thời gian|khi|học kỳ|năm|tháng|quý|giai đoạn|nhiệm kỳ|dịp|việc|công tác|hoạt động|xác định|quản lý|xây dựng|triển khai)|(?:các|những|một số) nội dung|nhanh chóng|cụ thể hoá|lồng ghép|tạo điều kiện|ưu tiên|chuẩn bị|công khai|niêm yết|đánh giá|tham gia|thành lập|(?<!bầu |đề |ứng |tiến )cử|dừng|ngừng|tạm dừng|trước ngày|từ nay|từ ngày|để|nhằm|nếu|khi|siết chặt|ngăn chặn|tháo gỡ|giải quyết|nắm|mở|sẵn sàng|chú trọng|bám sát|quyết liệt|bổ sung|điều chỉnh|tiếp nhận|sử dụng|củng cố|kiện toàn|thống kê|xem xét|trả lời|lấy)(?!\p{L})/gu
/** Words that stand in no name though a line break before them has made them capitals: "7. Sở Tài chính / Hằng năm, …". */
const neverNamed =
  /^(?:hằng năm|hàng năm|phối hợp|chủ trì|căn cứ|tham mưu|chủ động|tiếp tục|tăng cường|đẩy mạnh|chịu trách nhiệm|có trách nhiệm|trên cơ sở|định kỳ|rà soát|đôn đốc|tổ chức (?:thực hiện|triển khai)|thực hiện|triển khai)(?!\p{L})/u
/** "Ban chỉ đạo", "Đoàn kiểm tra": a verb that is part of a name, though in small letters. */
const nameBefore =
  /(?:^|[ ,])(?<!trong |công |liên |tỉnh |thành |huyện |chi )(?:ban|đoàn|tổ|hội đồng|tổ công tác|đội|bộ phận) $/u
const nameVerb =
  /^(?:chỉ đạo|chấp hành|tuần tra|vệ sinh|dự báo|cảnh báo|phát triển|kiểm tra|thanh tra|giám sát|quản lý|tổ chức|(?:phối hợp )?phổ biến|tư vấn|thẩm định|thẩm tra|đánh giá|kiểm soát|điều hành|vận động|tuyên truyền|giúp|xử lý|bảo vệ|hỗ trợ|xây dựng|biên soạn|lập|điều tra|ứng phó|hướng dẫn|tiếp nhận|phòng ngừa|tham mưu|giải phóng|đổi mới|theo dõi|tổng hợp|vận hành|thường xuyên|trực)(?!\p{L})/u
/** What a body does to those it is over. */
const directly = /^trực tiếp (?:quản lý|phụ trách|chỉ đạo)(?!\p{L})/u
/** Bodies and people of a sort, which a phrase after them tells apart: "Cán bộ làm nhiệm vụ văn thư có trách nhiệm". */
const sort =
  /^(?:các |những |mọi )?(?:cơ quan|đơn vị|cơ sở|tổ chức|cá nhân|cán bộ|công chức|viên chức|nhân viên|thành viên|doanh nghiệp|trường|phòng|tổ|bộ phận|đoàn|chánh văn phòng hoặc người|trưởng|người)(?!\p{L})/u
const telling =
  /^(?:có nhiệm vụ|làm|được|phân công|tổ chức|tham mưu|giúp|phụ trách|quản lý|sử dụng|thực hiện|tham gia|tiếp nhận|có chức năng|phối hợp|chủ trì|cung cấp|liên kết|giải quyết|chuyển giao|kiểm soát|xử lý|điều tra|lập|cho|đưa|không)(?!\p{L})/u
const duty =
  /(?<!\p{L})(?:có trách nhiệm|chịu trách nhiệm|phải|là người chịu trách nhiệm)(?!\p{L})/u
/** Bodies for a matter, whose names go on with what they are for: "Ban Chỉ đạo đổi mới, phát triển kinh tế tập thể". */
const steering =
  /^(?:các )?(?:cơ quan thường trực )?(?:ban chỉ đạo|ban điều hành|tổ công tác|tổ chuyên viên|hội đồng)(?: (?:quốc gia|trung ương|tỉnh|huyện|xã|thành phố))?(?: [^,.;:]{2,30},?)? $/u
/** What they do after all. */
const acting =
  /(?<=[^,;.:] )(?<!(?:và|hoặc|việc|để|công tác|đoàn|kế hoạch) )(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải|cần|chủ trì|xem xét|tham mưu|tiếp tục|khẩn trương|chủ động|thành lập|phối hợp với)(?!\p{L})/u
/** "Cơ quan triển khai đánh giá (Cục Tin học hóa) …": whom the brackets name. */
const bracketed = /^(?:cơ quan|đơn vị|cơ sở|bộ phận) [^,.;:(]{3,60} \([^)]{3,80}\)/u
/** What a body is in charge of, told to say which one is meant. */
const leading =
  /^(?:các |mỗi )?(?:cơ quan|đơn vị|tổ chức|cá nhân) chủ trì(?: (?:soạn thảo|xây dựng|thẩm định|thẩm tra|lập|thực hiện|tổ chức|quản lý)(?= (?:\p{L}+ )?(?:có trách nhiệm|chịu trách nhiệm|phải|cần|rà soát|báo cáo|nghiên cứu|tiếp thu|phối hợp|hoàn thiện|gửi))| (?=từng |nhiệm vụ |đề tài |dự án |đề án ))/u
/** A colon that goes on with the names: "Giám đốc các Sở: Nội vụ, Tài chính". */
export const listColon =
  /(?:các )?(?:sở|bộ|huyện|ngành|đơn vị|phòng|cơ quan|xã|phường|trường|ban|thuộc)$/u
/** UTF-16 units in which the end of a subject is looked for. */
export const mostLetters = 320
/** The same for those who are to carry out a decision, which lists them all. */
export const mostOfList = 1500
const carriesOut = /chịu trách nhiệm thi hành|căn cứ quyết định (?:này )?thi hành/u
/** A longer name is a sentence whose verb was not known. */
export const mostOfMember = 200

/** Where the subject that begins at `from` ends: at its verb or a colon; null where neither comes. */
export function subjectEnd(text: string, key: string, from: number): number | null {
  const limit = listEnd(text, key, from)
  // "Người lao động có trách nhiệm …": what tells them apart may hold any verb.
  if (/^(?:các |những )?người (?!dân|đứng đầu|có thẩm quyền)/u.test(key.slice(from, from + 24))) {
    // "Người yêu cầu, người ra quyết định …" are several, each of whom may be told at length.
    const several = /, người /u.test(key.slice(from, from + mostOfMember))
    const must = duty.exec(key.slice(from, several ? limit : Math.min(limit, from + mostOfMember)))
    return must && !/(?:,| và| người) $/u.test(key.slice(from, from + must.index))
      ? from + must.index
      : null
  }
  const named = bracketed.exec(key.slice(from, limit))
  if (named) return from + named[0].length
  const end = dutyAfter(key, from, verbAfter(text, key, from, limit), limit)
  for (
    let at = key.indexOf(':', from);
    at >= 0 && at < (end ?? limit + 1);
    at = key.indexOf(':', at + 1)
  )
    if (!listColon.test(key.slice(from, at))) return at
  return end
}

/** Where a list of names from `from` must end: at a stop, or a semicolon after which no name begins. */
function listEnd(text: string, key: string, from: number): number {
  const to = Math.min(
    key.length,
    from + (carriesOut.test(key.slice(from, from + mostOfList)) ? mostOfList : mostLetters),
  )
  for (const { index } of key.slice(from, to).matchAll(/[.;](?=\s|$)/gu)) {
    const at = from + index
    const goesOn =
      key[at] === ';' &&
      /^; \p{Lu}/u.test(text.slice(at)) &&
      bodyHead.test(key.slice(at + 2, at + 62))
    if (!goesOn) return at
  }
  return to
}

/** The duty that ends the subject, where the first verb only tells which of a sort is meant; else the first verb. */
function dutyAfter(key: string, from: number, verb: number | null, limit: number): number | null {
  if (verb !== null && steering.test(key.slice(from, verb))) {
    const acts = acting.exec(key.slice(verb, Math.min(limit, verb + mostOfMember)))
    return acts && acts.index > 12 ? verb + acts.index : verb
  }
  if (
    verb === null ||
    !sort.test(key.slice(from, verb)) ||
    !telling.test(key.slice(verb, verb + 20))
  )
    return verb
  const found = duty.exec(key.slice(verb, limit))
  // "Cơ quan, tổ chức được … uỷ quyền thực hiện": where the name ends is not settled.
  if (!found && /^được(?!\p{L})/u.test(key.slice(verb, verb + 5))) return null
  // "… thực hiện nhiệm vụ và chịu trách nhiệm" does both.
  const second = found && /(?: và|,| hoặc| cán bộ| người) $/u.test(key.slice(0, verb + found.index))
  return found && !second && found.index > 0 && found.index < mostOfMember
    ? verb + found.index
    : verb
}

/** The first verb from an offset that is no part of a name; null where none comes before `limit`. */
export function verbAfter(text: string, key: string, from: number, limit: number): number | null {
  doing.lastIndex = from + 2
  for (let m = doing.exec(key); m && m.index < limit; m = doing.exec(key)) {
    if (/\p{Lu}/u.test(text[m.index] ?? '') && !neverNamed.test(key.slice(m.index, m.index + 20)))
      continue
    const before = key.slice(Math.max(0, m.index - 20), m.index)
    // "Thư ký đoàn giúp trưởng đoàn", unlike "Tổ giúp việc".
    if (/^(?:giúp|điều hành)$/u.test(m[0]) && /đoàn $/u.test(before)) return m.index
    // "… các báo do Tổng Liên đoàn trực tiếp quản lý để …" tells which are meant.
    const direct = directly.exec(key.slice(m.index, m.index + 30))
    if (direct && / do [^,.;:]{3,90} $/u.test(key.slice(Math.max(from, m.index - 96), m.index))) {
      doing.lastIndex = m.index + direct[0].length
      continue
    }
    // "Cơ quan chủ trì soạn thảo rà soát …": which one is meant.
    const role = m[0] === 'chủ trì' ? leading.exec(key.slice(from, m.index + 40)) : null
    if (role) {
      doing.lastIndex = from + role[0].length
      continue
    }
    if (nameVerb.test(key.slice(m.index, m.index + 16)) && nameBefore.test(before)) continue
    return m.index
  }
  return null
}
