// Joins the lines of a paragraph to its text, and what the file held of them where a font was decoded.
//
//   "… Nghị định số 126/2024/NĐ-" + "CP ngày …"   →   "… Nghị định số 126/2024/NĐ-CP ngày …"

/** A piece of text; `original` is what the file held, where decoding changed it. */
export type Said = { text: string; original?: string | undefined }

/** Whether a line was broken behind a hyphen or slash of a number or a pair, where no space belongs. */
function breaksInside(last: string, next: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(next)) return false
  if (/[\p{L}\p{N}][-–]$/u.test(last)) return true
  // "12/" + "QĐ-UBND", "và/" + "hoặc"; but "(Ký tên)/ Nguyễn …" keeps its space.
  return /[\p{L}\p{N}]\/$/u.test(last)
}

/** An address of the web that is broken at the edge goes on below, with signs that words have not. */
function breaksAddress(last: string, next: string): boolean {
  return (
    /(?:^|\s)(?:https?:\/\/|www\.)\S{20,}$/iu.test(last) &&
    /^(?=\S*[%&=?/#_])[\w%&=~./?#+-]{8,}(?:\s|$)/u.test(next) &&
    !/^\d{1,2}[/.-]\d/.test(next)
  )
}

/** Joins pieces by a space, or by nothing where a word was only broken over the end of a line. */
export function joinLines(pieces: readonly Said[]): Said {
  const between = pieces.slice(1).map(({ text }, i) => {
    const last = pieces[i]?.text ?? ''
    return breaksInside(last, text) || breaksAddress(last, text) ? '' : ' '
  })
  return joinBy(pieces, (i) => between[i] ?? ' ')
}

/** Joins pieces by a fixed separator, such as the tab between the cells of a table. */
export function joinWith(separator: string, pieces: readonly Said[]): Said {
  return joinBy(pieces, () => separator)
}

function joinBy(pieces: readonly Said[], between: (i: number) => string): Said {
  const join = (texts: readonly string[]) =>
    texts.reduce((whole, text, i) => (i === 0 ? text : whole + between(i - 1) + text), '')
  const text = join(pieces.map((piece) => piece.text))
  if (!pieces.some((piece) => piece.original !== undefined)) return { text }
  return { text, original: join(pieces.map((piece) => piece.original ?? piece.text)) }
}
