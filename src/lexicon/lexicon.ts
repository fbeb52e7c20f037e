// The dictionaries as the extractors see them. `load.ts` makes one of these from dictionaries/*.tsv; it never changes after.
import type { DirectiveKind, DocumentType } from '../model.ts'
import type { PhraseIndex } from '../text/phrase-index.ts'

/** A province or municipality during one period of validity. Dates are ISO days; null is open-ended. */
export type ProvincePeriod = {
  id: string
  name: string
  /** "tỉnh" or "thành phố" (directly under the centre). */
  kind: 'tỉnh' | 'thành phố'
  code: string | null
  from: string | null
  /** Last day. */
  to: string | null
  /** Today's province ids: usually one. */
  current: string[]
  /** Ids of the provinces it was formed from at `from`. */
  formedFrom: string[]
  seat: string | null
}

export type ProvinceAlias = {
  provinceId: string
  alias: string
  /** `name`: stands alone. `marked`: only after tỉnh, TP … or in tables (two-letter abbreviations). `nickname`: "xứ Thanh". */
  use: 'name' | 'marked' | 'nickname'
}

/** A longer name or context in which a province's name is not the province: "Điện Biên Phủ", "vì hòa bình". */
export type ProvinceTrap = {
  phrase: string
  /**
   * `longer-name`: the phrase itself holds the name. `before`: words that turn the name after them into another name.
   * `harmless`: holds the words of a `before` row and is none ("điểm cầu Lào Cai", "thành phố Hà Nội"); no trap at all.
   */
  kind: 'longer-name' | 'before' | 'harmless'
}

/** Where a province stands on a map of tiles: of the 63 before July 2025, or of the 34 since. */
export type ProvinceTile = {
  map: '63' | '34'
  province: string
  /** Further ids that are counted with it: what it was called before. */
  also: string[]
  /** For narrow screens: "ĐB". */
  short: string
  row: number
  column: number
}

export type Title = {
  title: string
  abbreviations: string[]
  /** 1 Party and State top … 9 school; 0 as its organisation. */
  level: number
  /** 1 head · 2 acting or standing deputy · 3 deputy · 4 standing-committee member · 5 member or other. */
  rank: number
  organisation: string | null
  /** The title without the organisation in it: "Chủ tịch UBND tỉnh" → "Chủ tịch". Null where it holds none. */
  base: string | null
}

export type Honorific = {
  form: string
  gender: 'm' | 'f' | null
  /** Who the form introduces; `exclusion` marks people who hold no office (em học sinh, liệt sĩ). */
  class: 'person' | 'list' | 'profession' | 'religious' | 'exclusion'
}

export type Degree = {
  form: string
  expansion: string
  kind: 'academic' | 'degree' | 'profession' | 'state-title' | 'rank' | 'eponym'
}

export type Surname = {
  name: string
  groups: string[]
  /** Also an ordinary word or place syllable: needs an introducer, a title or two further capitals. */
  ambiguous: boolean
}

export type NameTrap = {
  phrase: string
  /**
   * `field`: a field of work that begins like a family name ("thi đua"). `outside`: a word that no person's name has.
   * `place`: a district or commune called after a person ("Trần Văn Thời").
   */
  kind: 'field' | 'outside' | 'place'
}

/** A word that an organisation's name begins with, and what its head is called: "Sở" → Giám đốc, Phó Giám đốc. */
export type OrganisationHead = { word: string; head: string | null; deputy: string | null }

/** A body with a name and perhaps a code of its own. */
export type Organisation = {
  name: string
  codes: string[]
  class: string
  from: string | null
  to: string | null
}

export type Abbreviation = { abbreviation: string; expansions: string[] }

export type DocumentTypeRow = {
  /** Vietnamese noun: "Nghị quyết". */
  noun: string
  /** Code in numbers: "NQ"; null where there is none (công văn). */
  code: string | null
  type: DocumentType
  scheme: 'administrative' | 'legal' | 'party' | 'copy'
}

export type IssuerCode = {
  code: string
  body: string
  class: string
  from: string | null
  to: string | null
}

export type DirectiveVerb = { verb: string; role: 'verb' | 'pre-verb' }
export type DirectiveIntroducer = { phrase: string; kind: DirectiveKind }
export type StopPhrase = {
  phrase: string
  /** What the phrase is no instance of: an official (eponyms, slogans), a directive section, a date, a ratio. */
  kind: 'official' | 'directive-section' | 'date' | 'ratio'
}
export type ChromeRow = {
  text: string
  match: 'line' | 'prefix' | 'contains'
  /** `tail`: the article ends before it when more chrome follows. `line`: only this line is chrome. */
  anchor: 'tail' | 'line'
}
/** What sites write in pages, links and addresses; dictionaries/README.md says what each kind is. */
export type SiteWord = {
  phrase: string
  kind:
    | 'not-found'
    | 'error'
    | 'maintenance'
    | 'login'
    | 'search'
    | 'calendar'
    | 'print'
    | 'sort'
    | 'next'
    | 'attachment'
    | 'more'
    | 'menu'
    | 'about'
    | 'feed'
}
export type CaptionOpener = { phrase: string }
/** A comma in the phrase stands for whatever joins its words: "Tin, ảnh", "Tin - ảnh", "Tin và ảnh". */
export type BylineForm = {
  phrase: string
  kind: 'author' | 'source' | 'photo' | 'author and photo'
}
export type ComparatorRow = {
  phrase: string
  comparator: '=' | '>' | '<' | '>=' | '<=' | '~'
  /** Where it stands: before the number ("trên 45%"), after it ("45% trở lên"). */
  place: 'before' | 'after'
}
export type UnitNoun = { noun: string }
/** What a word does in a clause that tells a percentage; "plain" phrases are words whose parts would mislead ("thể hiện"). */
export type ShareWord = {
  phrase: string
  role:
    | 'verb'
    | 'having'
    | 'acting'
    | 'lead'
    | 'modal'
    | 'finite'
    | 'link'
    | 'with'
    | 'adverbial'
    | 'time'
    | 'base'
    | 'rate'
    | 'head'
    | 'unit'
    | 'act'
    | 'degree'
    | 'grade'
    | 'level'
    | 'this'
    | 'plain'
}
/** Words at the edges of a percentage's subject that tell whether it is a noun phrase; dictionaries/README.md says what each role is. */
export type SubjectWord = {
  phrase: string
  role:
    | 'pronoun'
    | 'noun'
    | 'bare'
    | 'opener'
    | 'doing'
    | 'doer'
    | 'done'
    | 'effort'
    | 'settling'
    | 'dangling'
    | 'ending'
    | 'growing'
    | 'graded'
    | 'grade'
    | 'graded-noun'
    | 'happening'
}
export type Holiday = { day: number; month: number; name: string; calendar: 'solar' | 'lunar' }

export type Lexicon = {
  /** SHA-256 of the dictionaries that records are made with; part of `madeBy`. */
  version: string
  provinces: {
    /** All periods, by id; a province with a history has several. */
    periods: ReadonlyMap<string, readonly ProvincePeriod[]>
    /** The period of a province that holds on an ISO day; the nearest one where none does. */
    at(id: string, day: string | null): ProvincePeriod | null
    /** Today's province ids for any province, old or new. */
    currentOf(id: string): string[]
    /** Every province id, of whatever time, whose territory is in today's province `id`, itself included. */
    predecessorsOf(id: string): string[]
    aliases: PhraseIndex<ProvinceAlias>
    aliasRows: readonly ProvinceAlias[]
    traps: PhraseIndex<ProvinceTrap>
    /** From north to south, as the map is read. */
    tiles: readonly ProvinceTile[]
  }
  titles: PhraseIndex<Title>
  honorifics: PhraseIndex<Honorific>
  degrees: PhraseIndex<Degree>
  surnames: PhraseIndex<Surname>
  nameTraps: {
    fields: PhraseIndex<NameTrap>
    /** Keys of single words. */
    outside: ReadonlySet<string>
    places: PhraseIndex<NameTrap>
  }
  organisationHeads: PhraseIndex<OrganisationHead>
  organisations: PhraseIndex<Organisation>
  organisationRows: readonly Organisation[]
  abbreviations: PhraseIndex<Abbreviation>
  abbreviationRows: readonly Abbreviation[]
  documentTypes: { rows: readonly DocumentTypeRow[]; nouns: PhraseIndex<DocumentTypeRow> }
  issuerCodes: ReadonlyMap<string, IssuerCode>
  /** Suffixes of official letters that name the unit that drafted them: "GDTrH" in 123/SGDĐT-GDTrH. */
  draftingUnits: ReadonlySet<string>
  /** Verbs and particles that end an organisation's name in running text: "phát biểu", "đã", "tại". */
  reportingVerbs: PhraseIndex<string>
  directiveVerbs: PhraseIndex<DirectiveVerb>
  directiveIntroducers: PhraseIndex<DirectiveIntroducer>
  stopPhrases: PhraseIndex<StopPhrase>
  chrome: readonly ChromeRow[]
  /** Words of web sites, for the crawler. */
  siteWords: readonly SiteWord[]
  captionOpeners: PhraseIndex<CaptionOpener>
  bylineForms: readonly BylineForm[]
  comparators: PhraseIndex<ComparatorRow>
  unitNouns: PhraseIndex<UnitNoun>
  /** Words of clauses that tell a percentage: what leads to the figure, what may be its subject. */
  shareWords: PhraseIndex<ShareWord>
  subjectWords: readonly SubjectWord[]
  holidays: readonly Holiday[]
  /** What texts of each type read like; trains the classifier for documents that no rule decides. */
  documentTypeExamples: ReadonlyArray<{ type: DocumentType; text: string }>
}
