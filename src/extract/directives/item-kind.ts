// What an item under an announcement is by its own words: praise and papers are none, "Thống nhất chủ trương …" is
// resolved, "Đề nghị Bộ Nội vụ …" asks upwards, the rest is what was announced.
import type { DirectiveKind } from '../../model.ts'
import { hasBlanks } from './blanks.ts'
import { bodyHead, levelOf } from './bodies.ts'
import { withoutTail } from './found.ts'

const praise =
  /^(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|cảm ơn|chúc mừng|bày tỏ|cơ bản đánh giá)(?!\p{L})/u
const resolving =
  /^(?:về cơ bản,? |cơ bản )?(?:(?:thống nhất|nhất trí|tán thành|đồng ý) (?:cao|với|về|chủ trương|nội dung|phương án|đề nghị|đề xuất|theo|thông qua|cho|để|việc|danh mục|kế hoạch|chọn|lấy|lựa chọn|báo cáo|thời gian|tổ chức|sử dụng|bổ sung|điều chỉnh|tên|mức|trình|ban hành|giao|đánh giá)|thông qua (?:báo cáo|nghị quyết|đề án|kế hoạch|danh sách|quy chế|chương trình|dự thảo|nội dung|phương án)|cho phép|cho chủ trương|chấp thuận)(?!\p{L})/u
const asking =
  /^(?:đồng thời,? )?(?:kính )?(?:đề nghị|kiến nghị|đề xuất|trình)(?: với| lên)? (?=\p{L})/u
const charging = /^(?:giao|đề nghị|yêu cầu|phân công)(?: nhiệm vụ)?(?: cho)? /u
/** Matters that are told beside tasks and are none. */
const matters =
  /^(?:(?:nguồn )?kinh phí(?: thực hiện)?|thời gian|địa điểm|thành phần|đối t[ưươ]+ng|hiệu lực|danh mục|bản (?:sao|chính|đăng ký|kê|thuyết minh)|giấy|phân công: theo|buộc|(?:thông tư|nghị định|quyết định|công văn|nghị quyết|chỉ thị|văn bản) số|tên gọi|trụ sở|hồ sơ|(?:quyết định|kế hoạch|hướng dẫn|chỉ thị|nghị quyết|quy chế|quy định|thông báo|văn bản|thông tư(?: liên tịch)?|nghị định|luật|chương trình|điều lệ) này (?:có hiệu lực|thay thế|áp dụng|gồm|bãi bỏ|được|quy định))(?!\p{L})/u

/** "Kế hoạch số 12/KH-SNV ngày …": a paper of others, not something to do. */
const paper =
  /^(?:kế hoạch|quyết định|công văn|báo cáo|chỉ thị|nghị quyết|thông báo|hướng dẫn|tờ trình|chương trình|đề án|văn bản|nghị định|thông tư|quy chế|luật|giấy mời|công điện)(?: liên tịch)? số\s?:? ?[\d.…]/u
/** What somebody must know or have to hold a post. */
const competence =
  /^(?:có (?:khả năng|kinh nghiệm|kiến thức|trình độ|năng lực|hiểu biết|kỹ năng|phẩm chất|bằng|chứng chỉ|thời gian|ý thức|sức khoẻ|đủ điều kiện|đủ tiêu chuẩn)|nắm vững|am hiểu|hiểu biết|thành thạo|sử dụng thành thạo|tốt nghiệp)(?!\p{L})/u
/** How a form is to be filled in. */
const hint =
  /^(?:liệt kê|mô tả|trình bày|ghi (?:rõ|đầy đủ|theo|tên|số)|nêu (?:rõ|tóm tắt|các|những|cụ thể|ngắn gọn)|đưa ra các tiêu chí|điền)(?!\p{L})/u
/** Places that stand for any: "Tỉnh A", "Sở X". */
const anyPlace = / [abxy](?<=(?<!\p{L})(?:tỉnh|sở|huyện|xã) .)(?=[,;/)]|\.?$)/u
/** Sentences about what is, may be or is named so. */
const stating =
  /^(?:đề xuất của [^.;:]{3,60}:|trong thời gian (?:đối tượng|người) |mức [^.;:]{3,160} (?:bằng|là|được tính)|bãi bỏ (?:các |những )?(?:quy định|thông tư|quyết định|nghị định|văn bản|chỉ thị)|(?:trong quá trình thực hiện,? )?(?:trường hợp|khi|nếu) (?:các |những )?(?:văn bản|quy định)[^.;]{0,120}(?:dẫn chiếu|viện dẫn|sửa đổi|thay thế)|căn cứ (?:luật|nghị định|thông tư|quyết định|pháp lệnh|nghị quyết)[^;]{10,300};$|căn cứ [^;]{10,300}(?<!\p{L})thì(?!\p{L})|trên cơ sở [^,;]{20,300}$|(?:\S+ )?dự án [^,.;:]{5,100}[;.]?$)/u
/** The same by words further on, each with what it must hold: few items do, and the rest need not be searched. */
const statingLater: Array<[held: string, pattern: RegExp]> = [
  [' kính ', /^[^.;:]{3,80} kính (?:báo cáo|trình|gửi)(?!\p{L})/u],
  [' thì ', /^[^.;:]{5,160} thì (?:[^.;]{3,80} )?bị (?:xử lý|kỷ luật|xử phạt|phạt)/u],
  [
    ' là ',
    /^(?:[^.;]{10,400} là (?:công việc|nhiệm vụ|yêu cầu|vấn đề) (?:cần thiết|cấp bách|cấp thiết|quan trọng|tất yếu)|[^.;:]{2,200} là (?:cơ quan|người|tổ chức)(?:, tổ chức)? có thẩm quyền|[^,.;:]{2,160} là (?:tên gọi|việc|một trong))/u,
  ],
  [' có thể ', /^[^.;:]{2,80} có thể (?:liên hệ|tham khảo|truy cập|phân cấp|uỷ quyền)/u],
  [
    ' theo ',
    /^[^,.;:]{2,60} (?:làm việc|hoạt động) theo (?:nguyên tắc|quy chế)(?![^.;]{0,300} có nhiệm vụ)/u,
  ],
  [
    'nghĩa vụ khác',
    /^[^.;:]{2,160}thực hiện (?:các )?quyền(?:,| và)(?: và)?(?: các)? nghĩa vụ khác/u,
  ],
]

/** True for a line of a form. `key` is the item without its marker and the dots at its end. */
function isOfForm(key: string): boolean {
  return hasBlanks(key) || anyPlace.test(key)
}

/** True for a sentence that states something. `key` is the item without its marker. */
function states(key: string): boolean {
  const bare = key.replace(/\([^()]*\)/gu, '')
  return (
    stating.test(bare) ||
    statingLater.some(([held, pattern]) => bare.includes(held) && pattern.test(bare))
  )
}
/** "Đánh giá cấp độ dịch thì thành phố ở cấp độ 2": by what measure something is so. */
const measured =
  /^(?:tính |tính riêng |xét |so sánh |nhìn |đánh giá )(?:(?!nếu |khi |trường hợp )[^,.;:]){2,80}? thì (?![^.;]{0,60}(?:phải|cần|tổ chức|thực hiện|báo cáo|xử lý))/u
/** Things that do and must do nothing by themselves: parts of a system, qualities, questions. */
const thing =
  /^(?:hệ thống (?:phải|được|mạng|này|có|cho phép|bao gồm|thông tin phải)|mạng (?:cục bộ|diện rộng|phải|lan)|phân hệ|mô-?đun|module|giao thức|giao diện|máy chủ|cable|tính (?:an toàn|hệ thống|mở|toàn vẹn|bảo mật|ổn định|kế thừa|khả thi|linh hoạt)|vấn đề|phân tích (?:hiện trạng|hệ thống|tại)|phần mềm (?:phải|cho phép|truyền thông)|dữ liệu (?:phải|được))(?!\p{L})/u
/** What somebody may do, in a list of powers and duties. */
const power =
  /^(?:được|có quyền|bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|yêu cầu|quyết định|từ chối|khước từ|kiến nghị|đề nghị|phê duyệt|cho phép|triệu tập)(?!\p{L})/u

/** True for a power in a list of powers and duties. `key` is the item without its marker. */
export function isPower(key: string): boolean {
  return power.test(key)
}

/** "Ban Kiểm tra có quyền yêu cầu …": a right, where no duty is named beside it. */
const right = /^(?:[^.;:]{2,200}(?<!,) )?có quyền (?!lợi |và |hạn |hoặc )(?=\p{L})/u
const duty = /(?<!\p{L})(?:trách nhiệm|nghĩa vụ|nhiệm vụ:|phải|giao|có nhiệm vụ)(?!\p{L})/u
/** What holds for people in a case: "Trong thời gian bị tạm giữ thì …", "Người … nếu không trực tiếp nhận thì …". */
const ofPeople =
  /^(?:trong thời gian [^.;]{5,300} thì |(?:tất cả |các |mọi |những )*(?:đối tượng|người|công dân|hộ|cá nhân|học sinh|sinh viên) [^.;]{2,240}(?<!\p{L})nếu [^.;]{2,160} thì )/u

/** True for a rule that holds in a case for people, unless a body is charged. `key` is the item without its marker. */
export function isCaseOfPeople(key: string): boolean {
  return ofPeople.test(key)
}

/** "đạt kế hoạch", "(kế hoạch là 15%)", "ước đạt …": figures of what came about. */
const outcome =
  /(?:[,;(] ?|[\d%] )(?:đạt|vượt|bằng)(?: và vượt)?(?: mức)?(?: [\d,.%]+)? (?:so với )?(?:kế hoạch|dự toán)(?! phát triển)|\(kế hoạch (?:đề ra )?(?:là|\d)|so với kế hoạch (?:đề ra )?là|(?:^|[ ,])ước (?:đạt|thực hiện|tăng|cả năm)(?!\p{L})/u

/** True for what stands among items and is no directive by its own words. `key` is the item without its marker. */
export function isNoDirective(key: string, announced: DirectiveKind): boolean {
  return (
    praise.test(key) ||
    matters.test(key) ||
    paper.test(key) ||
    competence.test(key) ||
    hint.test(key) ||
    measured.test(key) ||
    isOfForm(withoutTail(key, '.… ')) ||
    states(key) ||
    (announced === 'task' && thing.test(key)) ||
    outcome.test(key.slice(0, 240)) ||
    (key.includes('có quyền ') && right.test(key) && !duty.test(key)) ||
    key.includes('(ban hành kèm theo')
  )
}

/** "Phấn đấu đạt tốc độ tăng trưởng 8%", "Bảo đảm trên 40% nhu cầu …": a level to reach, also among plain work. */
const aim =
  /^(?:(?:(?:đến|tới) (?:hết |cuối )?năm \d{4},? )?(?:tiếp tục )?phấn đấu(?!\p{L})|(?:đạt|bảo đảm|đảm bảo|duy trì|tăng|giảm|nâng|đưa) [^.;:]{0,120}\d ?%)/u

/** "Phấn đấu 70% công đoàn cơ sở được trang bị …", "Đến năm 2025, phấn đấu 100% xã đạt chuẩn": a figure to reach, among tasks. */
const strives =
  /^(?:(?:đến|tới) (?:hết |cuối )?năm \d{4},? )?phấn đấu(?:,)? (?:\p{L}+ ){0,8}(?:[\d,.]+ ?%|\d)/u

/** "Tỷ lệ che phủ rừng đạt 49%", "Mục tiêu tổng quát: phấn đấu …": a figure to reach, or what is strived for. */
const level =
  /(?<!\p{L})phấn đấu(?!\p{L})|\d ?[%‰]|(?<!\p{L})(?:đạt|giảm|tăng|còn|dưới|trên|tối thiểu|ít nhất|khoảng|có) (?:[^\s.;]{1,12} ){0,4}\d/u
/** UTF-16 units in which an item says what it is to reach. */
const mostOfAim = 300

/** True for an item that says what is to be reached. `key` is the item without its marker. */
export function setsAim(key: string): boolean {
  const opening = key.slice(0, mostOfAim)
  return level.test(opening) && !/(?<!\p{L})(?:đã|đang|sẽ|là)(?!\p{L})/u.test(opening)
}

/** The kind of one item; null where it is no directive at all. `key` is the item without its marker. */
export function itemKind(
  key: string,
  announced: DirectiveKind,
  issuer: string | null,
): DirectiveKind | null {
  if (isNoDirective(key, announced)) return null
  if (announced === 'plan' && aim.test(key)) return 'objective'
  if (announced === 'task' && strives.test(key)) return 'objective'
  const charged = charging.exec(key)
  const charges =
    charged !== null && bodyHead.test(key.slice(charged[0].length, charged[0].length + 60))
  // Among aims and plans too, "Giao Văn phòng …" charges somebody.
  if (announced !== 'task' && !(charges && (announced === 'objective' || announced === 'plan')))
    return announced
  if (resolving.test(key)) return 'resolution'
  const asked = asking.exec(key)
  const whom = asked ? key.slice(asked[0].length, asked[0].length + 80) : ''
  // "Trình Hội đồng nhân dân tỉnh …" is given to the committee that is to do so.
  if (asked && (isUpward(issuer, whom) || (!/trình/u.test(asked[0]) && isOutside(issuer, whom))))
    return 'petition'
  return 'task'
}

/** Who answers to no government: assemblies, and the front beside them. */
const assembly =
  /^(?:các |thường trực )*(?:quốc hội|uỷ ban thường vụ quốc hội|hội đồng nhân dân|hđnd)(?!\p{L})/u
const front =
  /^(?:đoàn chủ tịch )?(?:uỷ ban )?(?:trung ương |tw )?(?:mặt trận tổ quốc|mttq)(?!\p{L})/u
const government = /(?<!\p{L})(?:chính phủ|thủ tướng)(?!\p{L})/u
const committee = /(?<!\p{L})(?:uỷ ban nhân dân|ubnd)(?!\p{L})/u

/** True where a government asks somebody it cannot order. Both as matching keys. */
export function isOutside(issuer: string | null, asked: string): boolean {
  if (issuer === null) return false
  if (government.test(issuer)) return assembly.test(asked) || front.test(asked)
  return committee.test(issuer) && assembly.test(asked)
}

/** True where the one who is asked stands above the one who asks, as far as both are known. Both as matching keys. */
export function isUpward(issuer: string | null, asked: string): boolean {
  const to = levelOf(asked.slice(0, 40))
  if (to === null) return false
  const from = issuer === null ? null : levelOf(issuer)
  // Without a level of the one who asks only the State's top is surely above.
  return from === null ? to === 1 || (to === 2 && !/^các /u.test(asked)) : to < from
}

/** True where the one who is asked stands below the one who asks, where both are known. Both as matching keys. */
export function isDownward(issuer: string | null, asked: string): boolean {
  const to = levelOf(asked.slice(0, 40))
  const from = issuer === null ? null : levelOf(issuer)
  return to !== null && from !== null && to > from
}
