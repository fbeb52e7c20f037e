// Every type that crosses a stage, as zod schemas with their inferred types. Imports nothing but zod.
//
// The nine words of this project:
//   source           where a document came from: an inbox file, an upload, a crawled page
//   blob             the bytes of an original, named by their SHA-256
//   document         the row that says what became of a blob: its state, attempts, last error
//   parsed document  the text of a document as read, in blocks
//   annotation       one thing found in the text, with its place, its rule and its evidence
//   record           what is kept and shown of a document: the annotations put together (RECORD of vanthu.record/1)
//   lexicon          the dictionaries, loaded and indexed
//   job              one piece of work waiting: crawl, fetch, parse or extract
//   use-case         one verb of the application: ingest, parse, extract, search …
//
// Besides: a correction (model/correction.ts) is what a person said of one item of a record.
//
// Every offset outside `extract/` is a UTF-16 index into `text` of the parsed document.
import { z } from 'zod'

// ---- the closed lists ------------------------------------------------------------------------------------------------

export const zones = [
  'title',
  'lead',
  'body',
  'heading',
  'list-item',
  'table',
  'caption',
  'byline',
  'dateline',
  'header',
  'footer',
  'signature',
  'boilerplate',
] as const
export const zoneSchema = z.enum(zones)
/** The part a block plays in its document. */
export type Zone = z.infer<typeof zoneSchema>

export const documentTypes = [
  'article',
  'resolution',
  'decision',
  'directive',
  'regulation',
  'circular',
  'decree',
  'law',
  'plan',
  'report',
  'notice',
  'guidance',
  'programme',
  'scheme',
  'proposal',
  'official-letter',
  'minutes',
  'telegram',
  'invitation',
  'other',
] as const
export const documentTypeSchema = z.enum(documentTypes)
/** The kind of a document; types named in RECORD.md. */
export type DocumentType = z.infer<typeof documentTypeSchema>

/** Why a document could not be read. The list is closed: a new code is a decision, written in DECISIONS.md. */
export const documentErrorCodes = [
  'empty',
  'unsupported',
  'encrypted',
  'corrupt',
  'too-large',
  'too-slow',
  'too-complex',
  'zip-bomb',
  'needs-ocr',
  'no-text',
  'bug',
  'quarantined',
] as const
export const documentErrorCodeSchema = z.enum(documentErrorCodes)
export type DocumentErrorCode = z.infer<typeof documentErrorCodeSchema>

// ---- parsed document -------------------------------------------------------------------------------------------------

/** What a parser can say about a block from the format alone. `extract/zones.ts` makes zones of it. */
export const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'table-row',
  'caption',
  'page-header',
  'page-footer',
  'footnote',
  'chrome',
] as const
export const blockKindSchema = z.enum(blockKinds)
export type BlockKind = z.infer<typeof blockKindSchema>

export const warningSchema = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  message: z.string(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
})
/** Something a reader should know; never a failure. Offsets are UTF-16 indices into the text. */
export type Warning = z.infer<typeof warningSchema>

export const parsedBlockSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: blockKindSchema,
  /** Page of the original, from 1; absent where the format has no pages. */
  page: z.int().positive().optional(),
  /** Heading level 1–6, or nesting depth of a list item from 0. */
  level: z.int().nonnegative().optional(),
  /** The run as the file held it, where decoding a legacy font changed it. */
  original: z.string().optional(),
  /** How sure OCR was of it, 0–100, the mean over its letters; absent where the text was not read by OCR. */
  confidence: z.number().min(0).max(100).optional(),
})
/** A run of `text` that belongs together: a paragraph, a list item, a table row. Blocks are in order and do not overlap. */
export type ParsedBlock = z.infer<typeof parsedBlockSchema>

export const parsedDocumentSchema = z.object({
  version: z.literal(1),
  /** Name and version of the parser, e.g. "pdf/1". */
  parser: z.string(),
  mediaType: z.string(),
  text: z.string(),
  blocks: z.array(parsedBlockSchema),
  pages: z.int().positive().optional(),
  /** What the format itself says about the document; `extract` weighs it against the text. */
  metadata: z.object({
    title: z.string().optional(),
    /** ISO 8601 date or date-time. */
    publishedAt: z.string().optional(),
    author: z.string().optional(),
    siteName: z.string().optional(),
    canonicalUrl: z.string().optional(),
    charset: z.string().optional(),
    /** What the charset was taken from; of web pages. */
    charsetBy: z.enum(['byte-order-mark', 'valid-utf-8', 'header', 'meta', 'guess']).optional(),
  }),
  warnings: z.array(warningSchema),
  /** True where reading ended before the document did; a warning says why. */
  partial: z.boolean(),
})
/** A document as read from its bytes, before anything is looked for in it. */
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>

// ---- record ----------------------------------------------------------------------------------------------------------

const offset = z.int().nonnegative()
const span = { start: offset, end: offset, text: z.string() }
/** What a person did to an item: on items that somebody confirmed, corrected or added. */
export const reviewSchema = z.object({
  action: z.enum(['confirm', 'correct', 'add']),
  who: z.string(),
  /** ISO instant, UTC. */
  at: z.string(),
  /** Number of the correction among those of the document. */
  correction: z.int().positive(),
})
export type Review = z.infer<typeof reviewSchema>

const found = { rule: z.string(), confidence: z.number().min(0).max(1) }
const reviewed = { review: reviewSchema.optional() }
/** EDTF (ISO 8601-2): day, month, year or interval of these, e.g. "2023-03-21", "2022-09/2023-05". */
export const edtfSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/)

export const mentionSchema = z.object(span)
/** A place in the text: UTF-16 start and end, and the words there. */
export type Mention = z.infer<typeof mentionSchema>

export const positionSchema = z.object({
  title: z.string(),
  organisation: z.string().nullable(),
  province: z.string().nullable(),
  resolved: z.boolean(),
  /** What completed the organisation or its place, quoted; absent where nothing had to be completed. */
  evidence: z.string().optional(),
  former: z.boolean(),
  acting: z.boolean(),
})
export type Position = z.infer<typeof positionSchema>

export const officialSchema = z.object({
  name: z.string(),
  honorifics: z.array(z.string()),
  degrees: z.array(z.string()),
  positions: z.array(positionSchema),
  mentions: z.array(mentionSchema),
  ...found,
  ...reviewed,
})
export type Official = z.infer<typeof officialSchema>

export const provinceRoleSchema = z.enum(['host', 'issuer', 'participant', 'subject', 'mention'])
export type ProvinceRole = z.infer<typeof provinceRoleSchema>

export const provinceMentionSchema = z.object({
  id: z.string(),
  name: z.string(),
  current: z.string(),
  roles: z.array(provinceRoleSchema),
  mentions: z.array(mentionSchema),
  ...found,
  ...reviewed,
})
export type ProvinceMention = z.infer<typeof provinceMentionSchema>

export const dateKindSchema = z.enum([
  'event',
  'publication',
  'issue',
  'citation',
  'deadline',
  'period',
  'school-year',
  'semester',
  'commemoration',
  'other',
])
export type DateKind = z.infer<typeof dateKindSchema>

export const dateSchema = z.object({
  edtf: edtfSchema,
  kind: dateKindSchema,
  inferred: z.boolean(),
  ...span,
  ...found,
  ...reviewed,
})
export type DateFound = z.infer<typeof dateSchema>

export const ratioSchema = z.object({
  numerator: z.number(),
  denominator: z.number(),
  unit: z.string().nullable(),
  ...span,
  ...reviewed,
})
export type Ratio = z.infer<typeof ratioSchema>

export const comparatorSchema = z.enum(['=', '>', '<', '>=', '<=', '~'])
export type Comparator = z.infer<typeof comparatorSchema>

export const percentageSchema = z.object({
  value: z.number(),
  comparator: comparatorSchema,
  points: z.boolean(),
  subject: z.string().nullable(),
  province: z.string().nullable(),
  ratio: z
    .object({ numerator: z.number(), denominator: z.number(), unit: z.string().nullable() })
    .nullable(),
  check: z.enum(['agrees', 'disagrees', 'unchecked']),
  /** Where the words tell of a change: its direction, and the level before and after in per cent where given. */
  change: z
    .object({
      direction: z.enum(['up', 'down']),
      from: z.number().nullable(),
      to: z.number().nullable(),
    })
    .optional(),
  ...span,
  ...found,
  ...reviewed,
})
export type Percentage = z.infer<typeof percentageSchema>

export const directiveKindSchema = z.enum(['task', 'resolution', 'objective', 'plan', 'petition'])
export type DirectiveKind = z.infer<typeof directiveKindSchema>

export const directiveSchema = z.object({
  number: z.string().nullable(),
  kind: directiveKindSchema,
  issuer: z.string().nullable(),
  assignees: z.array(z.string()),
  deadline: edtfSchema.nullable(),
  ...span,
  ...found,
  ...reviewed,
})
export type Directive = z.infer<typeof directiveSchema>

export const citationSchema = z.object({
  number: z.string().nullable(),
  type: documentTypeSchema.nullable(),
  issuer: z.string().nullable(),
  date: edtfSchema.nullable(),
  title: z.string().nullable(),
  relation: z.enum(['mentions', 'based-on', 'amends', 'replaces', 'repeals', 'implements']),
  ...span,
  ...found,
  ...reviewed,
})
export type Citation = z.infer<typeof citationSchema>

export const bylineSchema = z.object({
  name: z.string(),
  kind: z.enum(['author', 'source', 'photo']),
})
export type Byline = z.infer<typeof bylineSchema>

export const signerSchema = z.object({
  name: z.string(),
  capacity: z.string().nullable(),
  title: z.string().nullable(),
})
export type Signer = z.infer<typeof signerSchema>

export const recordBlockSchema = z.object({
  start: offset,
  end: offset,
  zone: zoneSchema,
  page: z.int().positive().optional(),
  /** How sure OCR was of the words, 0–100; absent where nothing was recognised. */
  confidence: z.number().min(0).max(100).optional(),
})
export type RecordBlock = z.infer<typeof recordBlockSchema>

export const sourceSchema = z.object({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  pages: z.int().positive().optional(),
  /** The archive or message that it came in, where it did not come by itself; `name` is then its path in there. */
  container: z.object({ name: z.string(), sha256: z.string() }).optional(),
})
/** The original a record was made of: file name as given, SHA-256 of the bytes, type by content, size in bytes. */
export type RecordSource = z.infer<typeof sourceSchema>

export const madeBySchema = z.object({
  parser: z.string(),
  extractor: z.string(),
  lexicon: z.string(),
})

/** What of the document itself people can confirm and correct. */
export const recordFields = [
  'title',
  'documentType',
  'number',
  'issuer',
  'issuedOn',
  'issuedAt',
  'signers',
  'publishedAt',
  'bylines',
  'language',
  'keywords',
] as const
export const recordFieldSchema = z.enum(recordFields)
export type RecordField = z.infer<typeof recordFieldSchema>

export const recordSchema = z.object({
  schema: z.literal('vanthu.record/1'),
  source: sourceSchema,
  status: z.enum(['complete', 'partial']),
  language: z.string(),
  title: z.string().nullable(),
  documentType: documentTypeSchema,
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: edtfSchema.nullable(),
  issuedAt: z.string().nullable(),
  signers: z.array(signerSchema),
  publishedAt: z.string().nullable(),
  bylines: z.array(bylineSchema),
  text: z.string(),
  blocks: z.array(recordBlockSchema),
  officials: z.array(officialSchema),
  provinces: z.array(provinceMentionSchema),
  dates: z.array(dateSchema),
  percentages: z.array(percentageSchema),
  ratios: z.array(ratioSchema),
  directives: z.array(directiveSchema),
  citations: z.array(citationSchema),
  keywords: z.array(z.string()),
  warnings: z.array(warningSchema),
  /** Fields of the document that somebody confirmed or corrected. */
  reviews: z.partialRecord(recordFieldSchema, reviewSchema).optional(),
  madeBy: madeBySchema,
})
/** The public contract: what `vanthu extract` prints, the store keeps and the API returns. Fields are added, never renamed. */
export type VanthuRecord = z.infer<typeof recordSchema>

export const failureSchema = z.object({
  schema: z.literal('vanthu.record/1'),
  source: sourceSchema.partial().extend({ name: z.string() }),
  error: z.object({ code: z.string(), message: z.string() }),
})
/** What stands in a record's place for a file that could not be read. */
export type RecordFailure = z.infer<typeof failureSchema>

// ---- document row and jobs -------------------------------------------------------------------------------------------

/** Jobs on documents. */
export const documentJobs = ['parse', 'extract'] as const
export const documentJobSchema = z.enum(documentJobs)
export type DocumentJob = z.infer<typeof documentJobSchema>

/** All jobs: those on documents, and a run of a crawl source. */
export const jobKinds = [...documentJobs, 'crawl'] as const
export const jobKindSchema = z.enum(jobKinds)
export type JobKind = z.infer<typeof jobKindSchema>

export const documentStates = ['pending', 'extracted', 'partial', 'failed'] as const
export const documentStateSchema = z.enum(documentStates)
export type DocumentState = z.infer<typeof documentStateSchema>

/** Where a document came out of another one. */
export type Container = {
  /** Id of the nearest document that it came in. */
  id: string
  /** Media types of all it came in, the nearest first. */
  types: string[]
}

/** One document's row: the truth about what became of it. The queue can be rebuilt from these. */
export type DocumentRow = {
  /** Lower-case SHA-256 of the bytes; the same bytes are one document. */
  id: string
  /** File name as first given; later names are further sources. */
  name: string
  mediaType: string | null
  bytes: number
  state: DocumentState
  /** Which job comes next; null when done or failed. */
  nextJob: DocumentJob | null
  /** Starts of the next job that did not end well, one under way included. */
  attempts: number
  error: { code: string; message: string } | null
  /** The archive or message it came in; null where it came by itself. */
  container: Container | null
  /** The process that works on it, "host:pid:start"; null where none does. */
  holder: string | null
  /** Since when it is kept apart because its jobs took their processes down; null where they did not. */
  quarantinedAt: string | null
  /** Since when it waits, or when it ended. Like the others an ISO 8601 instant, UTC. */
  stateSince: string
  receivedAt: string
  changedAt: string
}
