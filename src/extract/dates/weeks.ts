// Weeks by their number: "tuần 02 tháng 6 năm 2026" is of a month and no day of it; "đầu tuần 5 tháng 9" is a day.

/** Pattern of what stands before the last number of a week or of several: "tuần ", "tuần thứ ", "tuần 1, 2 và ". */
export const beforeWeek =
  '(?<!\\p{L})(?<!(?:đầu|cuối|giữa|hết) )tuần (?:(?:lễ |học )?thứ |số )?(?:\\d{1,2}(?: ?[,+-] ?| và )){0,4}'
const weekAhead = new RegExp(`${beforeWeek}$`, 'u')
/** UTF-16 units that it has at most. */
const longest = 44

/** True where a number at an offset of the key is that of a week. */
export function isWeekNumber(key: string, at: number): boolean {
  return weekAhead.test(key.slice(Math.max(0, at - longest), at))
}
