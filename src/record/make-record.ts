// Parsed document → record. The one place where annotations are put together and their spans are mapped back to the text
// as read.
import { findCitations } from '../extract/citations.ts'
import { findDates } from '../extract/dates.ts'
import { countDifference } from '../extract/directives/count-check.ts'
import { deadlineOf } from '../extract/directives/deadline.ts'
import { withoutTypistMark } from '../extract/directives/found.ts'
import { type DirectiveFound, findDirectives } from '../extract/directives.ts'
import type { Line } from '../extract/line.ts'
import { type MappedPage, makePage } from '../extract/make-page.ts'
import { findOfficials } from '../extract/officials.ts'
import type { Annotation } from '../extract/page.ts'
import { checkSums, findPercentages } from '../extract/percentages.ts'
import { findRatios } from '../extract/ratios.ts'
import { signersOf } from '../extract/signature.ts'
import { withoutBody } from '../extract/signed-office.ts'
import { titleOf } from '../extract/zones.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type {
  Directive,
  Mention,
  ParsedDocument,
  RecordSource,
  VanthuRecord,
  Warning,
} from '../model.ts'
import { keyOf } from '../text/fold.ts'
import type { Span } from '../text/view.ts'
import { tokensOf } from '../text/words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { bylinesOf } from './bylines.ts'
import { type Context, contextOf } from './context.ts'
import { documentTypeOf } from './document-type.ts'
import { issuerOf } from './issuer.ts'
import { keywordsOf } from './keywords.ts'
import { languagesOf, languageWarnings } from './language.ts'
import { officialsOf } from './officials.ts'
import { provincesOf } from './provinces.ts'
import { titleAsWritten } from './title.ts'

/** Version of the rules; raised whenever they would make another record of the same text. */
export const extractorVersion = '4'

/** Makes the record of a parsed document. Pure. */
export function makeRecord(
  parsed: ParsedDocument,
  source: RecordSource,
  lexicon: Lexicon,
): VanthuRecord {
  const page = makePage(parsed, lexicon)
  const context = contextOf(page)
  const quote = (span: Span): Mention => {
    const place = page.toSource(span)
    return { ...place, text: parsed.text.slice(place.start, place.end) }
  }
  const found = ({ rule, confidence }: Annotation<unknown>) => ({ rule, confidence })
  const title = titleOf(page.text, page.blocks)
  const issuer = issuerOf(context)
  const signs = page.header !== null || page.blocks.some((b) => b.zone === 'signature')
  const bearsName = (key: string) => lexicon.surnames.longestAt(tokensOf(keyOf(key)), 0) !== null
  // "Chủ tịch Quốc hội" is an office by that name, "Giám đốc sở nội vụ" one with its body.
  const officeAlone = (written: string) =>
    lexicon.titles.get(written).length > 0 ? written : withoutBody(written, lexicon)
  const usualTitle = (written: string | null) =>
    lexicon.titles.get(written ?? '').find((row) => keyOf(row.title) === keyOf(written ?? ''))
      ?.title ?? written
  const signers = signs
    ? signersOf(linesOf(page), bearsName, page.header === null).map((s) => ({
        ...s,
        title: usualTitle(s.title && officeAlone(s.title)),
        span: nameSpan(page, s.name),
      }))
    : []
  const dates = findDates(page)
  const ratios = findRatios(page)
  const percentages = findPercentages(page, ratios)
  // What a page that only lists articles shows of them is said in these, not there.
  const isListPage = parsed.warnings.some(({ code }) => code === 'list-page')
  const directives = isListPage ? [] : findDirectives(page)
  // Names of files, as an archive lists them, are in no language.
  const isRead = parsed.blocks.some(({ kind }) => kind !== 'chrome')
  const languages = languagesOf(isRead ? page.text : '')
  const warnings: Warning[] = [
    ...parsed.warnings,
    ...languageWarnings(languages),
    ...checkSums(page, ratios, percentages).map((w) => ({
      code: w.code,
      message: w.message,
      ...page.toSource(w),
    })),
    ...countWarnings(page, directives),
  ]
  return {
    schema: 'vanthu.record/1',
    source,
    status: parsed.partial ? 'partial' : 'complete',
    language: languages.main,
    title: titleAsWritten(page),
    documentType: documentTypeOf(page, title),
    number: page.header?.number ?? null,
    issuer: issuer?.name ?? null,
    issuedOn: page.header?.issuedOn ?? null,
    issuedAt: page.header?.issuedAt ?? null,
    signers: signers.map(({ name, capacity, title: held }) => ({ name, capacity, title: held })),
    publishedAt: page.facts.publishedAt,
    bylines: bylinesOf(page),
    text: parsed.text,
    blocks: page.blocks.map((b) => {
      const block = parsed.blocks[b.index]
      return {
        start: block?.start ?? 0,
        end: block?.end ?? 0,
        zone: b.zone,
        ...(b.page === undefined ? {} : { page: b.page }),
        ...(block?.confidence === undefined ? {} : { confidence: block.confidence }),
      }
    }),
    officials: officialsOf(context, findOfficials(page), signers, issuer, quote),
    provinces: provincesOf(context, quote),
    dates: dates.map((a) => ({ ...a.value, ...quote(a), ...found(a) })),
    percentages: percentages.map((a) => ({ ...a.value, ...quote(a), ...found(a) })),
    ratios: ratios.map((a) => ({ ...a.value, ...quote(a) })),
    directives: directives.map((a) => directiveOf(a, context, dates, quote)),
    citations: findCitations(page).map((a) => ({ ...a.value, ...quote(a), ...found(a) })),
    keywords: keywordsOf(page),
    warnings,
    madeBy: { parser: parsed.parser, extractor: extractorVersion, lexicon: lexicon.version },
  }
}

/** The blocks with their words, as the signature is read from them. */
const linesOf = ({ blocks, text, key }: MappedPage): Line[] =>
  blocks.map((b) => ({
    ...b,
    text: text.slice(b.start, b.end),
    key: key.slice(b.start, b.end),
    kind: 'paragraph',
    level: b.level,
    page: b.page,
  }))

function directiveOf(
  annotation: Annotation<DirectiveFound>,
  context: Context,
  dates: ReturnType<typeof findDates>,
  quote: (span: Span) => Mention,
): Directive {
  const { value } = annotation
  const issuer = value.issuer
    ? placedOffice(expandAbbreviations(value.issuer.text, context.page.lexicon), context)
    : null
  return {
    number: value.number,
    kind: value.kind,
    issuer: issuer && fullIssuer(issuer, value.issuer?.start === null, context),
    assignees: value.assignees,
    deadline: deadlineOf(context.page, annotation, dates),
    ...quote(annotation),
    rule: annotation.rule,
    confidence: annotation.confidence,
  }
}

/** "12-HD/VPTW": papers of the office of the Party's centre, whose letterhead has "VĂN PHÒNG" alone. */
const centralOffice = /vptw$/u

/** The issuer of the document with its place, where the directive names it shorter ("Sở Công Thương") or not at all. */
function fullIssuer(issuer: string, fromHeader: boolean, context: Context): string {
  const header = withoutTypistMark(issuerOf(context)?.name ?? '')
  const central =
    keyOf(header) === 'văn phòng' && centralOffice.test(keyOf(context.page.header?.number ?? ''))
  const own = central ? `${header} Trung ương Đảng` : header
  return own && (fromHeader || keyOf(own).startsWith(`${keyOf(issuer)} `)) ? own : issuer
}

/** "Chủ tịch Ủy ban nhân dân tỉnh", "… thành phố" with the name of the host's province, where it lacks one. */
function placedOffice(office: string, context: Context): string {
  const period =
    context.host && context.page.lexicon.provinces.at(context.host.provinceId, context.day)
  const open = / (tỉnh|thành phố)$/u.exec(keyOf(office))?.[1]
  return period && period.kind === open ? `${office} ${period.name}` : office
}

/** Says where the title announces another number of directives than were found. */
function countWarnings(page: MappedPage, directives: Annotation<DirectiveFound>[]): Warning[] {
  const difference = countDifference(page, directives)
  if (!difference) return []
  return [
    {
      code: 'directive-count',
      message: `The title announces ${difference.announced} directives; ${difference.found} were found. Compare the list with the original.`,
      ...page.toSource(difference),
    },
  ]
}

/** Where a signer's name stands, searched from the end. */
function nameSpan(page: MappedPage, name: string): Span | null {
  const at = page.key.lastIndexOf(keyOf(name))
  return at < 0 ? null : { start: at, end: at + name.length }
}
