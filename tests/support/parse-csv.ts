// A strict reader of CSV as RFC 4180 has it. Throws where a quotation mark stands where none may.

/** The rows of a table, the first one among them; a mark of byte order is passed over. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const endRow = () => {
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    let end: number
    if (text[at] === '"') {
      end = at + 1
      while (text[end] !== '"' || text[end + 1] === '"') {
        if (end >= text.length) throw new Error(`No closing quotation mark after ${at}.`)
        end += text[end] === '"' ? 2 : 1
      }
      row.push(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 1
    } else {
      const found = text.slice(at, at + 100_000).search(/[,\r\n"]/)
      end = found < 0 ? text.length : at + found
      if (text[end] === '"') throw new Error(`A quotation mark inside a plain cell at ${end}.`)
      row.push(text.slice(at, end))
      at = end
    }
    if (text[at] === ',') {
      at++
      if (at >= text.length) row.push('')
    } else if (text.startsWith('\r\n', at)) {
      at += 2
      endRow()
    } else if (at < text.length) throw new Error(`Neither a comma nor a line end at ${at}.`)
  }
  if (row.length > 0) endRow()
  return rows
}
