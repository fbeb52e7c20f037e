// Names of the fonts of runs, styles and the theme: they hint at old encodings (".VnTime", "VNI-Times") and tell symbols.
//
//   <w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>  →  ".VnTime": hAnsi is the font of the letters beyond ASCII
import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml, type XmlTag } from '../xml-scan.ts'

export type ThemeFonts = { major: string | undefined; minor: string | undefined }

/** Reads word/theme/theme1.xml; '' gives none. */
export function readThemeFonts(
  xml: string,
  options: Pick<ParseLimits, 'depth'> & { name: string },
): ThemeFonts {
  const fonts: ThemeFonts = { major: undefined, minor: undefined }
  let kind: keyof ThemeFonts | null = null
  for (const tag of scanXml(xml, options)) {
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    if (name === 'majorFont' || name === 'minorFont')
      kind = tag.kind === 'open' && !tag.empty ? (name === 'majorFont' ? 'major' : 'minor') : null
    else if (kind && name === 'latin' && tag.kind === 'open')
      fonts[kind] = attributeOf(xml, tag, 'typeface')
  }
  return fonts
}

/** The font that <w:rFonts> names; null where it names none for letters. */
export function fontNamed(xml: string, tag: XmlTag, theme: ThemeFonts): string | null {
  const hAnsi = attributeOf(xml, tag, 'hAnsi')
  const byTheme =
    attributeOf(xml, tag, 'hAnsiTheme') ??
    (hAnsi === undefined ? attributeOf(xml, tag, 'asciiTheme') : undefined)
  if (byTheme !== undefined) return (byTheme.startsWith('major') ? theme.major : theme.minor) ?? ''
  return hAnsi ?? attributeOf(xml, tag, 'ascii') ?? null
}
