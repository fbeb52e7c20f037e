// Reads bytes with one parser and shows its blocks as lines: "heading 1: Kết quả".
import { defaultLimits, type ParseLimits, type Parser } from '../../src/parse/parser.ts'

export async function blockLines(
  parser: Parser,
  bytes: Uint8Array,
  limits: Partial<ParseLimits> = {},
): Promise<string[]> {
  const parsed = await parser.parse({
    bytes,
    name: 'thu',
    limits: { ...defaultLimits, ...limits },
    progress: () => undefined,
  })
  return parsed.blocks.map(
    ({ kind, level, start, end }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}: ${parsed.text.slice(start, end)}`,
  )
}
