// The marks of Markdown inside a line: "**Điều 1.** Xem [Thông tư](https://…)" reads "Điều 1. Xem Thông tư".

const entities: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', '\u00A0'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
])

/** The text of a line without its marks. Words with "_" or "*" in them, and a lone "*", stay. Linear. */
export function inlineText(line: string): string {
  if (!/[\\*_`~[<&]/.test(line)) return line
  return line
    .replace(/<!--.{0,2000}?-->/g, '')
    .replace(/!\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)/g, '$1')
    .replace(
      /\[([^[\]]{1,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"]{0,300}")?\)/g,
      '$1',
    )
    .replace(/\[([^[\]]{1,500})\]\[[^[\]]{0,100}\]/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1')
    .replace(/<br\s?\/?>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,500})?>/gi, '')
    .replace(/\*\*\*?(?=\S)|(?<=\S)\*\*\*?/g, '')
    .replace(/(?<![\p{L}\p{N}_])__(?=\S)|(?<=\S)__(?![\p{L}\p{N}_])/gu, '')
    .replace(/~~(?=\S)|(?<=\S)~~/g, '')
    .replace(
      /(?<![\p{L}\p{N}*\\(])\*(?=[^\s*)])([^*\n]{1,300}?)(?<=[^\s\\])\*(?![\p{L}\p{N}*])/gu,
      '$1',
    )
    .replace(
      /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu,
      '$1',
    )
    .replace(/(?<!`)`([^`\n]{1,500})`(?!`)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => entities.get(entity) ?? entity)
}
