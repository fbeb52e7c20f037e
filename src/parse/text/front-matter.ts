// The head of a Markdown file between "---" lines: what the page says of itself.
//
//   ---\ntitle: "Hội nghị tổng kết"\ndate: 2025-07-01 08:00:00\n---\n
import type { ParsedDocument } from '../../model.ts'

type Metadata = Pick<ParsedDocument['metadata'], 'title' | 'publishedAt' | 'author'>

export type FrontMatter = {
  /** Where the text after it begins; 0 where there is none. */
  end: number
  metadata: Metadata
}

const longest = 8_000

/** The front matter of a text, YAML ("---") or TOML ("+++"). Only single lines are understood; the rest is passed over. */
export function frontMatterOf(content: string): FrontMatter {
  const none = { end: 0, metadata: {} }
  const fence = /^\s{0,9}(---|\+\+\+)[ \t]*\n/.exec(content)
  if (!fence) return none
  const body = content.slice(fence[0].length, longest)
  const close = fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m
  const closing = close.exec(body)
  if (!closing) return none
  const lines = body.slice(0, closing.index).split('\n')
  const fields = new Map<string, string>()
  for (const line of lines) {
    const field = /^([A-Za-z][\w-]{0,40})\s{0,20}[:=]\s{0,20}(\S.*)?$/.exec(line)
    if (field?.[1]) fields.set(field[1].toLowerCase(), plain(field[2] ?? ''))
    // Every other line belongs to a field ("  - tag") or is a comment.
    else if (line.trim() !== '' && !/^\s|^#|^-/.test(line)) return none
  }
  if (fields.size === 0) return none
  const pick = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value)
  const title = pick('title')
  const publishedAt = isoOf(pick('date', 'published', 'publishdate', 'pubdate', 'created') ?? '')
  const author = pick('author')
  return {
    end: fence[0].length + closing.index + closing[0].length,
    metadata: {
      ...(title ? { title } : {}),
      ...(publishedAt ? { publishedAt } : {}),
      ...(author ? { author } : {}),
    },
  }
}

/** Without quotes and a comment at the end. */
function plain(value: string): string {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value)
  if (quoted) return (quoted[2] ?? '').replace(/\\(["\\])/g, '$1').trim()
  return value.replace(/\s#.*$/, '').trim()
}

/** "2025-07-01 08:30:00 +0700" → "2025-07-01T08:30:00+07:00"; midnight is no time of day. */
function isoOf(value: string): string | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      value,
    )
  if (!found?.[1] || Number.isNaN(Date.parse(found[1]))) return null
  const [, day, time, seconds = ':00', zone = ''] = found
  if (!time || (time === '00:00' && seconds === ':00')) return day ?? null
  return `${day}T${time}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
}
