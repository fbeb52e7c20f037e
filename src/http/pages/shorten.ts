// Long texts where there is little room.

/** The beginning of a long text, cut between words, with an ellipsis. */
export function shorten(text: string, mostUnits: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= mostUnits) return line
  const cut = line.slice(0, mostUnits)
  const space = cut.lastIndexOf(' ')
  return `${(space > mostUnits / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\uFFFD$/, '')}…`
}
