// The control words of RTF by what they mean for the text: destinations that are read or passed over, single characters.

export type Destination =
  | 'text'
  /** Nothing in here is read. */
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'lists'
  | 'levelText'
  | 'info'
  | 'title'
  /** The number of a list item as it was shown: \listtext, \pntext. */
  | 'marker'
  /** The instruction of a field. */
  | 'instruction'
  /** The definition of a row of a nested table. */
  | 'nestedRow'
  /** A drawing: only what is inside its text boxes is read. */
  | 'shape'
  /** Of a text in both bytes and Unicode only the group in Unicode is read. */
  | 'both'

/** Destinations without a star whose text is not part of the document, or not here. */
export const skipped: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl revtbl rsidtbl generator themedata datastore template hlinkbase ' +
    'author operator company comment doccomm keywords subject category manager ' +
    'pict objdata nonshppict shprslt sp bkmkstart bkmkend xe tc rxe tcn ' +
    'annotation atnid atnauthor atntime atnref ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'pntxta pntxtb levelnumbers listname nonesttables formfield datafield mmathPict'
  ).split(' '),
)

/** Destinations that are opened by their word alone, in a group of the document's text. */
export const opened: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['upr', 'both'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
  ['fldinst', 'instruction'],
  ['leveltext', 'levelText'],
  ['listtable', 'lists'],
  ['listoverridetable', 'lists'],
])

/** Starred destinations that are read all the same. */
export const starred: ReadonlyMap<string, Destination> = new Map([
  ['shpinst', 'shape'],
  ['shpgrp', 'shape'],
  ['do', 'shape'],
  ['fldinst', 'instruction'],
  ['listtable', 'lists'],
  ['listoverridetable', 'lists'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
  ['nesttableprops', 'nestedRow'],
])

/** Stories of their own, starred or not. */
export const stories: ReadonlyMap<string, 'note' | 'header' | 'footer' | 'box'> = new Map([
  ['footnote', 'note'],
  ['header', 'header'],
  ['headerl', 'header'],
  ['headerr', 'header'],
  ['headerf', 'header'],
  ['footer', 'footer'],
  ['footerl', 'footer'],
  ['footerr', 'footer'],
  ['footerf', 'footer'],
  ['shptxt', 'box'],
  // Text boxes of Word 6 and 95.
  ['dptxbxtext', 'box'],
])

/** Words that stand for a character. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['softline', '\n'],
  ['~', '\u00A0'],
  // In the TCVN3 fonts the optional hyphen is the letter ư, so it may not go before the text is decoded.
  ['-', '\u00AD'],
  ['_', '\u2011'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
])
