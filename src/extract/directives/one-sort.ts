// Heads of several bodies of one sort, named once: "Giám đốc Sở: Lao động - Thương binh và Xã hội, Thông tin và Truyền thông" is
// two. After "các Sở: …" the list stays as it is written.

const one =
  /^((?:Giám đốc|Chánh Thanh tra|Chánh Văn phòng|Thủ trưởng|Trưởng|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân) (?:Sở|Bộ|Ban|phòng|Phòng|huyện|xã|phường)): (\p{Lu}[^:;]+)$/u
/** UTF-16 units of the name of one. */
const mostOfName = 60

/** Each of those that a name stands for; the name itself where it stands for one, or for how many is not settled. */
export function eachOfSort(name: string): string[] {
  const [, head = '', list = ''] = one.exec(name) ?? []
  const names = list.split(', ')
  const sure = names.length > 1 && names.every((n) => /^\p{Lu}/u.test(n) && n.length < mostOfName)
  return sure ? names.map((n) => `${head} ${n}`) : [name]
}
