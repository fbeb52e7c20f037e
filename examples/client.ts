// Made by "npm run client" out of /api/openapi.json: not to be edited.

export type Error = {
  error: {
    code: string
    message: string
  }
}

export type Account = {
  /** Whether people log in here; if not, everything else is null. */
  accounts: boolean
  name: string | null
  role: "reader" | "archivist" | "operator" | null
  /** Of the token that was sent; null where there is none. */
  scopes: Array<"read" | "write" | "operate"> | null
}

export type SearchResult = {
  /** Hits on all pages: documents that are copies or versions of each other are one hit, unless asked for with copies=all. Pages behind the first tell of what was there when it was asked for. */
  total: number
  hits: Array<{
    id: string
    name: string
    title: string | null
    publishedAt: string | null
    issuedOn: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    number: string | null
    provinces: Array<{
      id: string
      name: string
    }>
    officials: Array<string>
    highlights: Array<{
      text: string
      marks: Array<{
        start: number
        end: number
      }>
    }>
    /** Copies and other versions, whether they match or not; the first twenty. */
    copies: Array<{
      id: string
      name: string
      receivedAt: string
      /** Whether it came from the same place, later or not; "copy": from elsewhere. */
      relation: "copy" | "newer-version" | "older-version"
    }>
    /** All of them, and those that match and are no hits because this one is. */
    copyCounts: {
      all: number
      matching: number
    }
  }>
  /** Hits by value, the most frequent fifty: a hit counts where any of its matching copies has the value. What was chosen of a facet does not restrict its own counts. */
  facets: {
    province: Array<{
      value: string
      count: number
    }>
    provinceThen: Array<{
      value: string
      count: number
    }>
    official: Array<{
      value: string
      count: number
    }>
    org: Array<{
      value: string
      count: number
    }>
    type: Array<{
      value: string
      count: number
    }>
    issuer: Array<{
      value: string
      count: number
    }>
    year: Array<{
      value: string
      count: number
    }>
    schoolYear: Array<{
      value: string
      count: number
    }>
    source: Array<{
      value: string
      count: number
    }>
    language: Array<{
      value: string
      count: number
    }>
    state: Array<{
      value: string
      count: number
    }>
  }
  next: string | null
  /** Another query, with words of the archive, where next to nothing was found. */
  suggestion: string | null
  /** What was looked for, where the query was too long. */
  cutTo: string | null
}

export type Document = {
  id: string
  name: string
  mediaType: string | null
  bytes: number
  state: "pending" | "extracted" | "partial" | "failed"
  nextJob: "parse" | "extract" | null
  /** Starts of the next job that did not end well. */
  attempts: number
  error: {
    code: string
    message: string
  } | null
  /** The process that works on it. */
  holder: string | null
  /** Since when it is kept apart because its jobs took processes down. */
  quarantinedAt: string | null
  /** Since when it waits, or when it ended. */
  stateSince: string
  receivedAt: string
  changedAt: string
  /** Every file name the bytes were given, first one first. */
  names: Array<string>
  /** Where they came from, first one first. */
  sources: Array<{
    name: string
    /** Path within the inbox, URL, or name of an upload; null inside another document. */
    place: string | null
    tags: Array<string>
    /** What the HTTP header that came with it named. */
    charset?: string | undefined
    receivedAt: string
    /** When these bytes came from there last. */
    lastAt: string
  }>
  /** Names of the folders they lay in. */
  tags: Array<string>
  /** What came from the same places, itself included, oldest first; empty where it is the only one. */
  versions: Array<{
    id: string
    name: string
    state: "pending" | "extracted" | "partial" | "failed"
    lastAt: string
  }>
  /** Pages of crawled sites that give it along, and files that it gives. */
  links: {
    offeredBy: Array<{
      url: string
      /** What a link called it. */
      title: string
      /** The document that came from there last. */
      documentId: string | null
    }>
    files: Array<{
      url: string
      /** What a link called it. */
      title: string
      /** The document that came from there last. */
      documentId: string | null
    }>
  }
  /** Documents that are nearly the same, or other versions of it that are alike; the first hundred. */
  copies: Array<{
    id: string
    name: string
    receivedAt: string
    /** Whether it came from the same place, later or not; "copy": from elsewhere. */
    relation: "copy" | "newer-version" | "older-version"
  }>
  /** How many there are. */
  copyCount: number
  /** The archive or message it came in; null where it came by itself. */
  container: {
    id: string
    name: string
  } | null
  /** The documents that came in it, with their names in there. */
  members: Array<{
    id: string
    name: string
    state: "pending" | "extracted" | "partial" | "failed"
  }>
  /** With the corrections. Null until read, and where reading failed. */
  record: {
    schema: "vanthu.record/1"
    source: {
      name: string
      sha256: string
      mediaType: string
      bytes: number
      pages?: number | undefined
      container?: {
        name: string
        sha256: string
      } | undefined
    }
    status: "complete" | "partial"
    language: string
    title: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    number: string | null
    issuer: string | null
    issuedOn: string | null
    issuedAt: string | null
    signers: Array<{
      name: string
      capacity: string | null
      title: string | null
    }>
    publishedAt: string | null
    bylines: Array<{
      name: string
      kind: "author" | "source" | "photo"
    }>
    text: string
    blocks: Array<{
      start: number
      end: number
      zone: "title" | "lead" | "body" | "heading" | "list-item" | "table" | "caption" | "byline" | "dateline" | "header" | "footer" | "signature" | "boilerplate"
      page?: number | undefined
      confidence?: number | undefined
    }>
    officials: Array<{
      name: string
      honorifics: Array<string>
      degrees: Array<string>
      positions: Array<{
        title: string
        organisation: string | null
        province: string | null
        resolved: boolean
        evidence?: string | undefined
        former: boolean
        acting: boolean
      }>
      mentions: Array<{
        start: number
        end: number
        text: string
      }>
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    provinces: Array<{
      id: string
      name: string
      current: string
      roles: Array<"host" | "issuer" | "participant" | "subject" | "mention">
      mentions: Array<{
        start: number
        end: number
        text: string
      }>
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    dates: Array<{
      edtf: string
      kind: "event" | "publication" | "issue" | "citation" | "deadline" | "period" | "school-year" | "semester" | "commemoration" | "other"
      inferred: boolean
      start: number
      end: number
      text: string
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    percentages: Array<{
      value: number
      comparator: "=" | ">" | "<" | ">=" | "<=" | "~"
      points: boolean
      subject: string | null
      province: string | null
      ratio: {
        numerator: number
        denominator: number
        unit: string | null
      } | null
      check: "agrees" | "disagrees" | "unchecked"
      change?: {
        direction: "up" | "down"
        from: number | null
        to: number | null
      } | undefined
      start: number
      end: number
      text: string
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    ratios: Array<{
      numerator: number
      denominator: number
      unit: string | null
      start: number
      end: number
      text: string
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    directives: Array<{
      number: string | null
      kind: "task" | "resolution" | "objective" | "plan" | "petition"
      issuer: string | null
      assignees: Array<string>
      deadline: string | null
      start: number
      end: number
      text: string
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    citations: Array<{
      number: string | null
      type: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | null
      issuer: string | null
      date: string | null
      title: string | null
      relation: "mentions" | "based-on" | "amends" | "replaces" | "repeals" | "implements"
      start: number
      end: number
      text: string
      rule: string
      confidence: number
      review?: {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      } | undefined
    }>
    keywords: Array<string>
    warnings: Array<{
      code: string
      message: string
      start?: number | undefined
      end?: number | undefined
    }>
    reviews?: Record<"title" | "documentType" | "number" | "issuer" | "issuedOn" | "issuedAt" | "signers" | "publishedAt" | "bylines" | "language" | "keywords", {
        action: "confirm" | "correct" | "add"
        who: string
        at: string
        correction: number
      }> | undefined
    madeBy: {
      parser: string
      extractor: string
      lexicon: string
    }
  } | null
  /** By number, those withdrawn among them. */
  corrections: Array<Correction>
}

export type Correction = {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "official"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    name: string
    honorifics: Array<string>
    degrees: Array<string>
    positions: Array<{
      title: string
      organisation: string | null
      province: string | null
      resolved: boolean
      evidence?: string | undefined
      former: boolean
      acting: boolean
    }>
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "province"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    id: string
    name: string
    current: string
    roles: Array<"host" | "issuer" | "participant" | "subject" | "mention">
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "date"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    edtf: string
    kind: "event" | "publication" | "issue" | "citation" | "deadline" | "period" | "school-year" | "semester" | "commemoration" | "other"
    inferred: boolean
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "percentage"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    value: number
    comparator: "=" | ">" | "<" | ">=" | "<=" | "~"
    points: boolean
    subject: string | null
    province: string | null
    ratio: {
      numerator: number
      denominator: number
      unit: string | null
    } | null
    change?: {
      direction: "up" | "down"
      from: number | null
      to: number | null
    } | undefined
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "ratio"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    numerator: number
    denominator: number
    unit: string | null
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "directive"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    number: string | null
    kind: "task" | "resolution" | "objective" | "plan" | "petition"
    issuer: string | null
    assignees: Array<string>
    deadline: string | null
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "citation"
  action: "confirm" | "correct" | "reject" | "add"
  target: {
    value: string | null
    quote: {
      start: number
      end: number
      text: string
      before: string
      after: string
    } | null
  }
  value: {
    number: string | null
    type: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | null
    issuer: string | null
    date: string | null
    title: string | null
    relation: "mentions" | "based-on" | "amends" | "replaces" | "repeals" | "implements"
  } | null
} | {
  number: number
  documentId: string
  who: string
  at: string
  withdrawnAt?: string | undefined
  withdrawnBy?: string | undefined
  item: "field"
  action: "confirm" | "correct"
  target: "title" | "documentType" | "number" | "issuer" | "issuedOn" | "issuedAt" | "signers" | "publishedAt" | "bylines" | "language" | "keywords"
  value: unknown
}

export type Corrections = {
  corrections: Array<Correction>
}

export type DocumentPage = {
  documents: Array<{
    id: string
    name: string
    mediaType: string | null
    bytes: number
    state: "pending" | "extracted" | "partial" | "failed"
    nextJob: "parse" | "extract" | null
    /** Starts of the next job that did not end well. */
    attempts: number
    error: {
      code: string
      message: string
    } | null
    /** The process that works on it. */
    holder: string | null
    /** Since when it is kept apart because its jobs took processes down. */
    quarantinedAt: string | null
    /** Since when it waits, or when it ended. */
    stateSince: string
    receivedAt: string
    changedAt: string
    container: {
      id: string
      types: Array<string>
    } | null
    stage: "to-parse" | "parsing" | "to-extract" | "extracting" | "extracted" | "partial" | "failed"
    /** What to do, where something went wrong. */
    advice: {
      vi: string
      en: string
    } | null
  }>
  next: string | null
}

export type AskedAgain = {
  ids: Array<string>
}

export type Forgotten = {
  documents: Array<{
    id: string
    name: string
  }>
}

export type Upload = {
  ids: Array<string>
  documents: Array<{
    id: string
    name: string
    isNew: boolean
  }>
  refused: Array<{
    code: string
    message: string
    name: string
  }>
}

export type Status = {
  /** What people should know: an inbox that is away, a disk that is full. Oldest first. */
  notices: Array<{
    process: string
    code: string
    message: string
    since: string
  }>
  counts: {
    pending: number
    extracted: number
    partial: number
    failed: number
  }
  /** Documents with a job waiting or running. */
  waiting: number
  /** Jobs in the queue by kind; null while it cannot be reached. */
  queue: Record<"parse" | "extract" | "crawl", {
      waiting: number
      running: number
      /** Milliseconds since 1970. */
      oldestAddedAt: number | null
    }> | null
  /** Documents with a job under way. */
  running: Array<{
    id: string
    name: string
    mediaType: string | null
    bytes: number
    state: "pending" | "extracted" | "partial" | "failed"
    nextJob: "parse" | "extract" | null
    /** Starts of the next job that did not end well. */
    attempts: number
    error: {
      code: string
      message: string
    } | null
    /** The process that works on it. */
    holder: string | null
    /** Since when it is kept apart because its jobs took processes down. */
    quarantinedAt: string | null
    /** Since when it waits, or when it ended. */
    stateSince: string
    receivedAt: string
    changedAt: string
    container: {
      id: string
      types: Array<string>
    } | null
    stage: "to-parse" | "parsing" | "to-extract" | "extracting" | "extracted" | "partial" | "failed"
    /** What to do, where something went wrong. */
    advice: {
      vi: string
      en: string
    } | null
  }>
  /** Documents kept apart because their jobs took processes down. */
  quarantined: Array<{
    id: string
    name: string
    mediaType: string | null
    bytes: number
    state: "pending" | "extracted" | "partial" | "failed"
    nextJob: "parse" | "extract" | null
    /** Starts of the next job that did not end well. */
    attempts: number
    error: {
      code: string
      message: string
    } | null
    /** The process that works on it. */
    holder: string | null
    /** Since when it is kept apart because its jobs took processes down. */
    quarantinedAt: string | null
    /** Since when it waits, or when it ended. */
    stateSince: string
    receivedAt: string
    changedAt: string
    container: {
      id: string
      types: Array<string>
    } | null
    stage: "to-parse" | "parsing" | "to-extract" | "extracting" | "extracted" | "partial" | "failed"
    /** What to do, where something went wrong. */
    advice: {
      vi: string
      en: string
    } | null
  }>
  /** Documents that wait after something went wrong. */
  hindered: Array<{
    id: string
    name: string
    mediaType: string | null
    bytes: number
    state: "pending" | "extracted" | "partial" | "failed"
    nextJob: "parse" | "extract" | null
    /** Starts of the next job that did not end well. */
    attempts: number
    error: {
      code: string
      message: string
    } | null
    /** The process that works on it. */
    holder: string | null
    /** Since when it is kept apart because its jobs took processes down. */
    quarantinedAt: string | null
    /** Since when it waits, or when it ended. */
    stateSince: string
    receivedAt: string
    changedAt: string
    container: {
      id: string
      types: Array<string>
    } | null
    stage: "to-parse" | "parsing" | "to-extract" | "extracting" | "extracted" | "partial" | "failed"
    /** What to do, where something went wrong. */
    advice: {
      vi: string
      en: string
    } | null
  }>
  /** The document that has waited longest. */
  oldest: {
    id: string
    name: string
    since: string
  } | null
  /** How fast documents ended in the last ten minutes. */
  pace: {
    ended: number
    perMinute: number | null
    /** Until nothing waits any more. */
    secondsLeft: number | null
  }
  failures: Array<{
    id: string
    name: string
    /** Name of the archive or message it came in. */
    container?: string | undefined
    attempts: number
    code: string
    message: string
  }>
  /** The latest that were forgotten. */
  forgotten: Array<{
    id: string
    name: string
    at: string
  }>
}

export type Health = {
  status: "ok"
}

export type CrawlSource = {
  id: string
  name: string
  url: string
  /** Cron pattern of five parts, minute first, by the local time. */
  every: string
  province: string | null
  /** Most links from the first page. */
  depth: number | null
  include: Array<string>
  exclude: Array<string>
  /** Most fetches in a run. */
  maxPages: number
  /** Least pause between two requests to a host. */
  delayMs: number | null
  /** Hosts that may be at addresses that are not public. */
  allowHosts: Array<string>
  /** Host → certificates (PEM) trusted for it. */
  extraCas: Record<string, string>
  paused: boolean
  createdAt: string
  /** When its feeds, sitemaps and lists were sought last. */
  lookedAt: string
  nextRunAt: string | null
  /** The latest run. */
  run: {
    number: number
    startedAt: string
    /** Null while it is under way. */
    endedAt: string | null
    /** Pages fetched so far. */
    visits: number
    /** Until when it waits for a host. */
    waitsUntil: string | null
    /** Why it ended early or waits. */
    error: {
      code: string
      message: string
    } | null
  } | null
}

export type CrawlSources = {
  sources: Array<CrawlSource>
}

export type SiteOffer = {
  url: string
  title: string
  portal: {
    kind: "nukeviet" | "liferay" | "sharepoint" | "dotnetnuke" | "wordpress" | "joomla" | "drupal" | "vnpt" | "unknown"
    evidence: string
  }
  feeds: Array<{
    url: string
    title: string
    entries: number
    newest: string | null
  }>
  sitemaps: Array<{
    url: string
    pages: number
    articles: number
    newest: string | null
  }>
  lists: Array<{
    url: string
    title: string
    articles: number
    hasMorePages: boolean
  }>
  articleCount: number
  samples: Array<{
    url: string
    title: string
    publishedAt: string | null
  }>
  warnings: Array<string>
  requests: number
}

export type SourceProgress = {
  source: CrawlSource
  /** Of the latest run: pages not known before, and what its visits came to. */
  run: {
    found: number
    new: number
    changed: number
    unchanged: number
    missed: number
    moved: number
    "no-article": number
    refused: number
    failed: number
  }
  /** Visits that the run has still to make, for now. */
  waiting: number
  /** Pages and files by state, of all runs. */
  states: {
    pending: number
    done: number
    gone: number
    refused: number
    failed: number
  }
  /** Documents of the archive that came from it. */
  documents: number
  failures: Array<{
    url: string
    kind: "feed" | "sitemap" | "list" | "page" | "attachment"
    state: "pending" | "done" | "gone" | "refused" | "failed"
    code: string
    message: string
    /** Visits in a row that found nothing. */
    misses: number
    at: string | null
  }>
}

export type SourcePages = {
  pages: Array<{
    key: string
    sourceId: string
    urlKey: string
    url: string
    kind: "feed" | "sitemap" | "list" | "page" | "attachment"
    entry: boolean
    title: string
    /** Key of the page that offered it first. */
    offeredBy: string | null
    depth: number
    state: "pending" | "done" | "gone" | "refused" | "failed"
    foundRun: number
    visitedRun: number
    result: "new" | "changed" | "unchanged" | "missed" | "moved" | "no-article" | "refused" | "failed" | null
    etag: string | null
    lastModified: string | null
    /** Of pages and files also the id of their document. */
    sha256: string | null
    /** Of its text as it counted last. */
    textPrint: string | null
    status: number | null
    misses: number
    tries: number
    fetchedAt: string | null
    changedAt: string | null
    nextVisitAt: string | null
    error: {
      code: string
      message: string
    } | null
  }>
  next: string | null
}

export type SourcesImported = {
  added: Array<CrawlSource>
  refused: Array<{
    line: number
    url: string
    message: string
  }>
}

export type Fetches = {
  fetches: Array<{
    sourceId: string
    pageKey: string
    at: string
    asked: string
    /** Where the redirects led. */
    url: string
    redirects: Array<{
      url: string
      status: number
    }>
    status: number | null
    headers: Record<string, string>
    sha256: string | null
    /** Bytes. */
    size: number | null
    flags: Array<string>
    outcome: string
    /** It told something new of the page. */
    changed: boolean
  }>
}

export type OfficialFacts = {
  facts: Array<{
    name: string
    /** Address of the person: /people/…; null where the name has no letters. */
    person: string | null
    /** Title of the position; null where none is told. */
    position: string | null
    organisation: string | null
    role: "holder" | "acting" | "former"
    /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
    provinces: Array<{
      /** As it was at the time of the document. */
      id: string
      /** Today's. */
      current: string
    }>
    /** "document": its own words name none, these are those of the document. */
    provincesFrom: "item" | "document"
    /** UTF-16 index into the text of the record. */
    start: number
    end: number
    /** Its words in the document, shortened where they are many. */
    text: string
    /** Its words with those around them; null for directives. */
    context: string | null
    /** Id of the document. */
    document: string
    /** Of the document. */
    title: string | null
    /** Of the document: when it was published, else issued. */
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
    /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
    toldBy: string | null
    /** Address of the words: /d/ID#a=START-END. */
    link: string
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type DirectiveFacts = {
  facts: Array<{
    number: string | null
    kind: "task" | "resolution" | "objective" | "plan" | "petition"
    issuer: string | null
    assignees: Array<string>
    deadline: string | null
    /** First day of the deadline; of a day the day itself. */
    deadlineFirst: string | null
    /** Last day of the deadline. */
    deadlineLast: string | null
    /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
    provinces: Array<{
      /** As it was at the time of the document. */
      id: string
      /** Today's. */
      current: string
    }>
    /** "document": its own words name none, these are those of the document. */
    provincesFrom: "item" | "document"
    /** UTF-16 index into the text of the record. */
    start: number
    end: number
    /** Its words in the document, shortened where they are many. */
    text: string
    /** Its words with those around them; null for directives. */
    context: string | null
    /** Id of the document. */
    document: string
    /** Of the document. */
    title: string | null
    /** Of the document: when it was published, else issued. */
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
    /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
    toldBy: string | null
    /** Address of the words: /d/ID#a=START-END. */
    link: string
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type PercentageFacts = {
  facts: Array<{
    value: number
    /** The value is at least this; null where the words do not say. */
    low: number | null
    high: number | null
    comparator: "=" | ">" | "<" | ">=" | "<=" | "~"
    unit: "percent" | "points"
    subject: string | null
    ratio: {
      numerator: number
      denominator: number
      unit: string | null
    } | null
    /** Does the ratio give the percentage? */
    check: "agrees" | "disagrees" | "unchecked"
    change: {
      direction: "up" | "down"
      from: number | null
      to: number | null
    } | null
    /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
    provinces: Array<{
      /** As it was at the time of the document. */
      id: string
      /** Today's. */
      current: string
    }>
    /** "document": its own words name none, these are those of the document. */
    provincesFrom: "item" | "document"
    /** UTF-16 index into the text of the record. */
    start: number
    end: number
    /** Its words in the document, shortened where they are many. */
    text: string
    /** Its words with those around them; null for directives. */
    context: string | null
    /** Id of the document. */
    document: string
    /** Of the document. */
    title: string | null
    /** Of the document: when it was published, else issued. */
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
    /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
    toldBy: string | null
    /** Address of the words: /d/ID#a=START-END. */
    link: string
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type CitationFacts = {
  facts: Array<{
    number: string | null
    type: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | null
    issuer: string | null
    date: string | null
    /** Title of the document that is named. */
    cited: string | null
    relation: "mentions" | "based-on" | "amends" | "replaces" | "repeals" | "implements"
    /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
    provinces: Array<{
      /** As it was at the time of the document. */
      id: string
      /** Today's. */
      current: string
    }>
    /** "document": its own words name none, these are those of the document. */
    provincesFrom: "item" | "document"
    /** UTF-16 index into the text of the record. */
    start: number
    end: number
    /** Its words in the document, shortened where they are many. */
    text: string
    /** Its words with those around them; null for directives. */
    context: string | null
    /** Id of the document of this number in the archive; null where there is none. */
    known: string | null
    /** Id of the document. */
    document: string
    /** Of the document. */
    title: string | null
    /** Of the document: when it was published, else issued. */
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
    /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
    toldBy: string | null
    /** Address of the words: /d/ID#a=START-END. */
    link: string
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type DateFacts = {
  facts: Array<{
    edtf: string
    /** ISO day. */
    first: string
    /** ISO day. */
    last: string
    kind: "event" | "publication" | "issue" | "citation" | "deadline" | "period" | "school-year" | "semester" | "commemoration" | "other"
    inferred: boolean
    /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
    provinces: Array<{
      /** As it was at the time of the document. */
      id: string
      /** Today's. */
      current: string
    }>
    /** "document": its own words name none, these are those of the document. */
    provincesFrom: "item" | "document"
    /** UTF-16 index into the text of the record. */
    start: number
    end: number
    /** Its words in the document, shortened where they are many. */
    text: string
    /** Its words with those around them; null for directives. */
    context: string | null
    /** Id of the document. */
    document: string
    /** Of the document. */
    title: string | null
    /** Of the document: when it was published, else issued. */
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
    /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
    toldBy: string | null
    /** Address of the words: /d/ID#a=START-END. */
    link: string
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type SavedSearch = {
  id: string
  name: string
  /** As it stands in addresses: "q=hội+nghị&year=2023". */
  query: string
  /** Who made it; empty where nobody said. */
  who: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** Path of its Atom feed. */
  feed: string
  webhook: {
    url: string
  } | null
  /** The latest twenty, the latest first. */
  deliveries: Array<{
    /** The webhook-id of each of its tries. */
    id: string
    savedId: string
    /** ISO 8601, UTC. */
    createdAt: string
    /** "failed": the last try was in vain, and no other will be made. */
    state: "waiting" | "delivered" | "failed"
    tries: number
    lastTryAt: string | null
    /** Null where no try is to come. */
    nextTryAt: string | null
    /** HTTP status of the last answer. */
    status: number | null
    /** Why the last try failed. */
    reason: string | null
  }>
}

export type SavedSearches = {
  saved: Array<SavedSearch>
}

export type NewSavedSearch = {
  id: string
  name: string
  /** As it stands in addresses: "q=hội+nghị&year=2023". */
  query: string
  /** Who made it; empty where nobody said. */
  who: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** Path of its Atom feed. */
  feed: string
  webhook: {
    url: string
  } | null
  /** The latest twenty, the latest first. */
  deliveries: Array<{
    /** The webhook-id of each of its tries. */
    id: string
    savedId: string
    /** ISO 8601, UTC. */
    createdAt: string
    /** "failed": the last try was in vain, and no other will be made. */
    state: "waiting" | "delivered" | "failed"
    tries: number
    lastTryAt: string | null
    /** Null where no try is to come. */
    nextTryAt: string | null
    /** HTTP status of the last answer. */
    status: number | null
    /** Why the last try failed. */
    reason: string | null
  }>
  /** Of the webhook, to check signatures by. It is never shown again. */
  secret: string | null
}

export type People = {
  names: Array<{
    name: string
    /** Address of those of the name: /people/…. */
    person: string
    facts: number
    /** Copies count once. */
    documents: number
    /** ISO day of the newest of these documents. */
    lastDay: string | null
  }>
  /** `cursor` of the next page; null on the last one. */
  next: string | null
}

export type PersonDetails = {
  /** Those that the address names: one, or all of a name. */
  people: Array<{
    /** For addresses; its end is the beginning of the id of a document. */
    id: string
    /** Address: /people/…. */
    person: string
    name: string
    otherNames: Array<string>
    /** The newest first; of copies those of one. */
    positions: Array<{
      name: string
      /** Address of the person: /people/…; null where the name has no letters. */
      person: string | null
      /** Title of the position; null where none is told. */
      position: string | null
      organisation: string | null
      role: "holder" | "acting" | "former"
      /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
      provinces: Array<{
        /** As it was at the time of the document. */
        id: string
        /** Today's. */
        current: string
      }>
      /** "document": its own words name none, these are those of the document. */
      provincesFrom: "item" | "document"
      /** UTF-16 index into the text of the record. */
      start: number
      end: number
      /** Its words in the document, shortened where they are many. */
      text: string
      /** Its words with those around them; null for directives. */
      context: string | null
      /** Id of the document. */
      document: string
      /** Of the document. */
      title: string | null
      /** Of the document: when it was published, else issued. */
      day: string | null
      documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
      /** Copies and versions of the document that bear no other number. */
      copies: number
      /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
      toldBy: string | null
      /** Address of the words: /d/ID#a=START-END. */
      link: string
    }>
    documents: Array<{
      id: string
      title: string | null
      day: string | null
      /** Copies and versions of the document that bear no other number. */
      copies: number
    }>
  }>
  namesakes: Array<{
    /** For addresses; its end is the beginning of the id of a document. */
    id: string
    /** Address: /people/…. */
    person: string
    name: string
    otherNames: Array<string>
    /** The newest first; of copies those of one. */
    positions: Array<{
      name: string
      /** Address of the person: /people/…; null where the name has no letters. */
      person: string | null
      /** Title of the position; null where none is told. */
      position: string | null
      organisation: string | null
      role: "holder" | "acting" | "former"
      /** Those it is of; of an official those of the position, of a directive those it is addressed to. */
      provinces: Array<{
        /** As it was at the time of the document. */
        id: string
        /** Today's. */
        current: string
      }>
      /** "document": its own words name none, these are those of the document. */
      provincesFrom: "item" | "document"
      /** UTF-16 index into the text of the record. */
      start: number
      end: number
      /** Its words in the document, shortened where they are many. */
      text: string
      /** Its words with those around them; null for directives. */
      context: string | null
      /** Id of the document. */
      document: string
      /** Of the document. */
      title: string | null
      /** Of the document: when it was published, else issued. */
      day: string | null
      documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
      /** Copies and versions of the document that bear no other number. */
      copies: number
      /** Id of the copy or version whose facts are listed in place of these; null where these are listed. */
      toldBy: string | null
      /** Address of the words: /d/ID#a=START-END. */
      link: string
    }>
    documents: Array<{
      id: string
      title: string | null
      day: string | null
      /** Copies and versions of the document that bear no other number. */
      copies: number
    }>
  }>
  /** Who else is named in the same documents, and in how many of them; of one person. */
  met: Array<{
    name: string
    /** Address of those of the name: /people/…. */
    person: string
    facts: number
    /** Copies count once. */
    documents: number
    /** ISO day of the newest of these documents. */
    lastDay: string | null
  }>
  /** What people decided about who is who. */
  decisions: Array<{
    action: "same" | "alone"
    one: {
      /** Slug of the name. */
      name: string
      /** Id of a document that names the person. */
      document: string
    }
    other: {
      /** Slug of the name. */
      name: string
      /** Id of a document that names the person. */
      document: string
    } | null
    who: string
    at: string
  }>
}

export type NumberDetails = {
  /** As it is written most recently. */
  number: string
  documents: Array<{
    id: string
    title: string | null
    number: string
    issuer: string | null
    day: string | null
    documentType: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"
    /** Copies and versions of the document that bear no other number. */
    copies: number
  }>
  /** What the oldest of the documents cites. */
  cites: CitationFacts
  /** More of them: /api/facts/citations?number=…. */
  citedBy: CitationFacts
  /** Those that amend, replace or repeal it. */
  changedBy: CitationFacts
}

export type SourceInput = {
  url: string
  name?: string | undefined
  /** Cron pattern of five parts; default: every six hours. */
  every?: string | undefined
  /** Id of a province, such as "dien-bien". */
  province?: string | null | undefined
  depth?: number | null | undefined
  /** Patterns of addresses: "/thong-bao/*". */
  include?: Array<string> | undefined
  exclude?: Array<string> | undefined
  maxPages?: number | undefined
  delaySeconds?: number | null | undefined
  allowHosts?: Array<string> | undefined
  extraCas?: Record<string, string> | undefined
}

export type NewSource = {
  url: string
  name?: string | undefined
  /** Cron pattern of five parts; default: every six hours. */
  every?: string | undefined
  /** Id of a province, such as "dien-bien". */
  province?: string | null | undefined
  depth?: number | null | undefined
  /** Patterns of addresses: "/thong-bao/*". */
  include?: Array<string> | undefined
  exclude?: Array<string> | undefined
  maxPages?: number | undefined
  delaySeconds?: number | null | undefined
  allowHosts?: Array<string> | undefined
  extraCas?: Record<string, string> | undefined
  /** What the probe gave; without it the site is looked at. */
  offer?: {
    url: string
    title: string
    portal: {
      kind: "nukeviet" | "liferay" | "sharepoint" | "dotnetnuke" | "wordpress" | "joomla" | "drupal" | "vnpt" | "unknown"
      evidence: string
    }
    feeds: Array<{
      url: string
      title: string
      entries: number
      newest: string | null
    }>
    sitemaps: Array<{
      url: string
      pages: number
      articles: number
      newest: string | null
    }>
    lists: Array<{
      url: string
      title: string
      articles: number
      hasMorePages: boolean
    }>
    articleCount: number
    samples: Array<{
      url: string
      title: string
      publishedAt: string | null
    }>
    warnings: Array<string>
    requests: number
  } | undefined
}

export type SourceChanges = {
  name?: string | undefined
  /** Cron pattern of five parts; default: every six hours. */
  every?: string | undefined
  /** Id of a province, such as "dien-bien". */
  province?: string | null | undefined
  depth?: number | null | undefined
  /** Patterns of addresses: "/thong-bao/*". */
  include?: Array<string> | undefined
  exclude?: Array<string> | undefined
  maxPages?: number | undefined
  delaySeconds?: number | null | undefined
  allowHosts?: Array<string> | undefined
  extraCas?: Record<string, string> | undefined
}

export type SavedInput = {
  name: string
  /** As the parameters of /api/search: "q=hội+nghị&year=2023". Empty: all documents. limit, cursor and copies are dropped. */
  query?: string | undefined
  /** Whom it is by, where there are no accounts. */
  who?: string | undefined
  /** Where new documents that match are told. */
  webhook?: {
    /** http or https. */
    url: string
    /** "whsec_" and 24 to 64 bytes in base64; one is made where none is given. */
    secret?: string | undefined
  } | null | undefined
}

/** Every operation: what it takes, what it answers. */
export type Operations = {
  /** Search documents */
  'GET /api/search': {
    query?: {
      /** Words, "phrases", -exclusions and fields (title: official: org: province: year: type: number: issuer:), with or without tone marks; all must be met. Never an error: what is no operator is a word. What is too long is cut (`cutTo`). */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the documents of all it was formed from. May be given several times: any of the values will do. */
      province?: string | ReadonlyArray<string> | undefined
      /** Province id or name, as it was at the document's time. May be given several times: any of the values will do. */
      provinceThen?: string | ReadonlyArray<string> | undefined
      /** Name of an official, whole or in part. May be given several times: any of the values will do. */
      official?: string | ReadonlyArray<string> | undefined
      /** Name of an organisation that people of the document belong to, whole or in part. May be given several times: any of the values will do. */
      org?: string | ReadonlyArray<string> | undefined
      /** Document type. May be given several times: any of the values will do. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | ReadonlyArray<"article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"> | undefined
      /** Name of whoever issued the document, whole or in part. May be given several times: any of the values will do. */
      issuer?: string | ReadonlyArray<string> | undefined
      /** Year of publication or issue. May be given several times: any of the values will do. */
      year?: string | ReadonlyArray<string> | undefined
      /** School year, September to August, by the day of publication, else of issue. May be given several times: any of the values will do. */
      schoolYear?: string | ReadonlyArray<string> | undefined
      /** Crawl source, folder of an inbox, or "upload". May be given several times: any of the values will do. */
      source?: string | ReadonlyArray<string> | undefined
      /** Language, such as vi. May be given several times: any of the values will do. */
      language?: string | ReadonlyArray<string> | undefined
      /** Whether all of the document could be read, or only a part. May be given several times: any of the values will do. */
      state?: "extracted" | "partial" | ReadonlyArray<"extracted" | "partial"> | undefined
      /** "all": copies and versions of one document are hits of their own. */
      copies?: "all" | undefined
      /** Most hits on a page, 1 to 100. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: SearchResult
  }
  /** Documents in one state, with stage, attempts, last error and advice */
  'GET /api/documents': {
    query?: {
      state?: "pending" | "extracted" | "partial" | "failed" | undefined
      code?: "empty" | "unsupported" | "encrypted" | "corrupt" | "too-large" | "too-slow" | "too-complex" | "zip-bomb" | "needs-ocr" | "no-text" | "bug" | "quarantined" | undefined
      limit?: number | undefined
      cursor?: string | undefined
    }
    answer: DocumentPage
  }
  /** Upload documents */
  'POST /api/documents': {
    body: FormData
    answer: Upload
  }
  /** A document with its record and state */
  'GET /api/documents/{id}': {
    path: {
      id: string
    }
    answer: Document
  }
  /** Forget a document: its bytes and all that was read of it are removed */
  'DELETE /api/documents/{id}': {
    path: {
      id: string
    }
    query?: {
      withMembers?: boolean | undefined
    }
    answer: Forgotten
  }
  /** Try a document again that could not be read */
  'POST /api/documents/{id}/retry': {
    path: {
      id: string
    }
    answer: AskedAgain
  }
  /** Read a document again */
  'POST /api/documents/{id}/reprocess': {
    path: {
      id: string
    }
    answer: AskedAgain
  }
  /** Try all documents again that could not be read */
  'POST /api/retry': {
    query?: {
      code?: "empty" | "unsupported" | "encrypted" | "corrupt" | "too-large" | "too-slow" | "too-complex" | "zip-bomb" | "needs-ocr" | "no-text" | "bug" | "quarantined" | undefined
    }
    answer: AskedAgain
  }
  /** Read documents again */
  'POST /api/reprocess': {
    query: {
      which: "stale" | "all"
    }
    answer: AskedAgain
  }
  /** What people said of the record, by number */
  'GET /api/documents/{id}/corrections': {
    path: {
      id: string
    }
    answer: Corrections
  }
  /** Confirm, correct, reject or add an item of the record, or a field of the document */
  'POST /api/documents/{id}/corrections': {
    path: {
      id: string
    }
    body: {
      item: "official" | "province" | "date" | "percentage" | "ratio" | "directive" | "citation" | "field"
      action: "confirm" | "correct" | "reject" | "add"
      /** A field of the document for the item "field"; else where the item stands, or its value. */
      target: "title" | "documentType" | "number" | "issuer" | "issuedOn" | "issuedAt" | "signers" | "publishedAt" | "bylines" | "language" | "keywords" | {
        /** UTF-16 index into the text of the record. */
        start?: number | undefined
        end?: number | undefined
        /** The words there, verbatim. */
        text?: string | undefined
        /** Which place of the words, from 1, where they stand at several and no offsets are given. */
        occurrence?: number | undefined
        /** What tells the item from others: name, province id, EDTF, number … */
        value?: string | undefined
      }
      /** What it is to be, as in the record; for correct and add. */
      value?: unknown | undefined
      /** Who says so. */
      who: string
    }
    answer: Correction
  }
  /** Withdraw a correction; it is kept and no longer applied */
  'DELETE /api/documents/{id}/corrections/{number}': {
    path: {
      id: string
      number: number
    }
    query: {
      who: string
    }
    answer: Correction
  }
  /** The bytes as they came */
  'GET /api/documents/{id}/original': {
    path: {
      id: string
    }
    answer: Response
  }
  /** Who the token belongs to, and what it may do */
  'GET /api/account': {
    answer: Account
  }
  /** Sites that are crawled, by name */
  'GET /api/sources': {
    answer: CrawlSources
  }
  /** Add a source; its first run begins at once */
  'POST /api/sources': {
    body: NewSource
    answer: CrawlSource
  }
  /** See what a site offers; nothing is kept. May take a minute */
  'POST /api/sources/probe': {
    body: SourceInput
    answer: SiteOffer
  }
  /** All sources as a table with tabs */
  'GET /api/sources/export.tsv': {
    answer: Response
  }
  /** Add the sources of a table as the export gives it */
  'POST /api/sources/import': {
    body: string
    answer: SourcesImported
  }
  /** A source */
  'GET /api/sources/{id}': {
    path: {
      id: string
    }
    answer: CrawlSource
  }
  /** Change a source; what is not named stays */
  'PATCH /api/sources/{id}': {
    path: {
      id: string
    }
    body: SourceChanges
    answer: CrawlSource
  }
  /** Remove a source; its documents and the evidence of fetches stay */
  'DELETE /api/sources/{id}': {
    path: {
      id: string
    }
    answer: CrawlSource
  }
  /** Run a source now */
  'POST /api/sources/{id}/run': {
    path: {
      id: string
    }
    answer: CrawlSource
  }
  /** Pause a source */
  'POST /api/sources/{id}/pause': {
    path: {
      id: string
    }
    answer: CrawlSource
  }
  /** Resume a source */
  'POST /api/sources/{id}/resume': {
    path: {
      id: string
    }
    answer: CrawlSource
  }
  /** How a source gets on */
  'GET /api/sources/{id}/progress': {
    path: {
      id: string
    }
    answer: SourceProgress
  }
  /** Pages, feeds, sitemaps, lists and files of a source */
  'GET /api/sources/{id}/pages': {
    path: {
      id: string
    }
    query?: {
      state?: "pending" | "done" | "gone" | "refused" | "failed" | undefined
      limit?: number | undefined
      cursor?: string | undefined
    }
    answer: SourcePages
  }
  /** Every fetch of an address, the latest first */
  'GET /api/fetches': {
    query: {
      url: string
    }
    answer: Fetches
  }
  /** People and their positions, one a position */
  'GET /api/facts/officials': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Whether the position was held. */
      role?: "holder" | "acting" | "former" | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: OfficialFacts
  }
  /** Who is to do what, and until when */
  'GET /api/facts/directives': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** First day the deadline may end on; directives without one are left out. */
      deadlineFrom?: string | undefined
      /** Last day the deadline may end on. */
      deadlineTo?: string | undefined
      /** Who ordered it. */
      issuer?: string | undefined
      /** Who is to do it. */
      assignee?: string | undefined
      /** Kind of directive. */
      kind?: "task" | "resolution" | "objective" | "plan" | "petition" | undefined
      /** Newest documents first (default), the earliest, or the latest deadline first. */
      order?: "day" | "deadline" | "-deadline" | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: DirectiveFacts
  }
  /** Shares, those whose check disagrees first */
  'GET /api/facts/percentages': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Words of what it is a share of. */
      subject?: string | undefined
      /** Whether the ratio beside it gives the percentage; "none": no ratio. */
      check?: "disagrees" | "agrees" | "none" | undefined
      /** Checks that disagree first (default), or newest documents first. */
      order?: "check" | "day" | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: PercentageFacts
  }
  /** Documents that are named, whether the archive has them or not */
  'GET /api/facts/citations': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Number of the document that is named, in any spelling. */
      number?: string | undefined
      /** Who issued it. */
      issuer?: string | undefined
      /** What is done with it. */
      relation?: "mentions" | "based-on" | "amends" | "replaces" | "repeals" | "implements" | undefined
      /** Whether the archive has a document of this number. */
      known?: "yes" | "no" | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: CitationFacts
  }
  /** Days and periods */
  'GET /api/facts/dates': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Kind of date. */
      kind?: "event" | "publication" | "issue" | "citation" | "deadline" | "period" | "school-year" | "semester" | "commemoration" | "other" | undefined
      /** First day the date may touch. */
      dateFrom?: string | undefined
      /** Last day the date may touch. */
      dateTo?: string | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: DateFacts
  }
  /** Names of office holders, by name */
  'GET /api/people': {
    query?: {
      /** Words of the name, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Most facts on a page, 1 to 200. */
      limit?: number | undefined
      /** `next` of the page before. */
      cursor?: string | undefined
    }
    answer: People
  }
  /** Who bears a name: positions, documents, and who was named beside them */
  'GET /api/people/{id}': {
    path: {
      id: string
    }
    answer: PersonDetails
  }
  /** A document by its number, in the archive or not, and who cites it */
  'GET /api/numbers/{number}': {
    path: {
      number: string
    }
    answer: NumberDetails
  }
  /** All documents that match, as NDJSON */
  'GET /api/export/documents.ndjson': {
    query?: {
      /** Words, as for a search; what fits best comes first. Without it, the newest do. */
      q?: string | undefined
      /** Province, as for facts. May be given several times: any of the values will do. */
      province?: string | ReadonlyArray<string> | undefined
      /** Province id or name, as it was at the document's time. May be given several times: any of the values will do. */
      provinceThen?: string | ReadonlyArray<string> | undefined
      /** Name of an official, whole or in part. May be given several times: any of the values will do. */
      official?: string | ReadonlyArray<string> | undefined
      /** Name of an organisation that people of the document belong to. May be given several times: any of the values will do. */
      org?: string | ReadonlyArray<string> | undefined
      /** Document type. May be given several times: any of the values will do. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | ReadonlyArray<"article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"> | undefined
      /** Name of whoever issued the document, whole or in part. May be given several times: any of the values will do. */
      issuer?: string | ReadonlyArray<string> | undefined
      /** Year of publication or issue. May be given several times: any of the values will do. */
      year?: string | ReadonlyArray<string> | undefined
      /** School year such as 2022-2023. May be given several times: any of the values will do. */
      schoolYear?: string | ReadonlyArray<string> | undefined
      /** Crawl source, folder of an inbox, or "upload". May be given several times: any of the values will do. */
      source?: string | ReadonlyArray<string> | undefined
      /** Language, such as vi. May be given several times: any of the values will do. */
      language?: string | ReadonlyArray<string> | undefined
      /** Whether all of the document could be read ("extracted"), or a part ("partial"). May be given several times: any of the values will do. */
      state?: string | ReadonlyArray<string> | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
    }
    answer: Response
  }
  /** All documents that match, as CSV */
  'GET /api/export/documents.csv': {
    query?: Operations['GET /api/export/documents.ndjson']['query']
    answer: Response
  }
  /** All documents that match, as XLSX */
  'GET /api/export/documents.xlsx': {
    query?: Operations['GET /api/export/documents.ndjson']['query']
    answer: Response
  }
  /** All officials that match, as NDJSON */
  'GET /api/export/officials.ndjson': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Whether the position was held. */
      role?: "holder" | "acting" | "former" | undefined
    }
    answer: Response
  }
  /** All officials that match, as CSV */
  'GET /api/export/officials.csv': {
    query?: Operations['GET /api/export/officials.ndjson']['query']
    answer: Response
  }
  /** All officials that match, as XLSX */
  'GET /api/export/officials.xlsx': {
    query?: Operations['GET /api/export/officials.ndjson']['query']
    answer: Response
  }
  /** All directives that match, as NDJSON */
  'GET /api/export/directives.ndjson': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** First day the deadline may end on; directives without one are left out. */
      deadlineFrom?: string | undefined
      /** Last day the deadline may end on. */
      deadlineTo?: string | undefined
      /** Who ordered it. */
      issuer?: string | undefined
      /** Who is to do it. */
      assignee?: string | undefined
      /** Kind of directive. */
      kind?: "task" | "resolution" | "objective" | "plan" | "petition" | undefined
      /** Newest documents first (default), the earliest, or the latest deadline first. */
      order?: "day" | "deadline" | "-deadline" | undefined
    }
    answer: Response
  }
  /** All directives that match, as CSV */
  'GET /api/export/directives.csv': {
    query?: Operations['GET /api/export/directives.ndjson']['query']
    answer: Response
  }
  /** All directives that match, as XLSX */
  'GET /api/export/directives.xlsx': {
    query?: Operations['GET /api/export/directives.ndjson']['query']
    answer: Response
  }
  /** All percentages that match, as NDJSON */
  'GET /api/export/percentages.ndjson': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Words of what it is a share of. */
      subject?: string | undefined
      /** Whether the ratio beside it gives the percentage; "none": no ratio. */
      check?: "disagrees" | "agrees" | "none" | undefined
      /** Checks that disagree first (default), or newest documents first. */
      order?: "check" | "day" | undefined
    }
    answer: Response
  }
  /** All percentages that match, as CSV */
  'GET /api/export/percentages.csv': {
    query?: Operations['GET /api/export/percentages.ndjson']['query']
    answer: Response
  }
  /** All percentages that match, as XLSX */
  'GET /api/export/percentages.xlsx': {
    query?: Operations['GET /api/export/percentages.ndjson']['query']
    answer: Response
  }
  /** All citations that match, as NDJSON */
  'GET /api/export/citations.ndjson': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Number of the document that is named, in any spelling. */
      number?: string | undefined
      /** Who issued it. */
      issuer?: string | undefined
      /** What is done with it. */
      relation?: "mentions" | "based-on" | "amends" | "replaces" | "repeals" | "implements" | undefined
      /** Whether the archive has a document of this number. */
      known?: "yes" | "no" | undefined
    }
    answer: Response
  }
  /** All citations that match, as CSV */
  'GET /api/export/citations.csv': {
    query?: Operations['GET /api/export/citations.ndjson']['query']
    answer: Response
  }
  /** All citations that match, as XLSX */
  'GET /api/export/citations.xlsx': {
    query?: Operations['GET /api/export/citations.ndjson']['query']
    answer: Response
  }
  /** All dates that match, as NDJSON */
  'GET /api/export/dates.ndjson': {
    query?: {
      /** Words of the fact or around it, with or without tone marks; all must occur. */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the facts of all it was formed from. */
      province?: string | undefined
      /** Year of the document. */
      year?: string | undefined
      /** First day the document may be of. */
      from?: string | undefined
      /** Last day the document may be of. */
      to?: string | undefined
      /** Name of an official, whole or in part, that the fact or its document names. */
      official?: string | undefined
      /** Body or title of that official. */
      organisation?: string | undefined
      /** Document type. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | undefined
      /** Id of the document. */
      document?: string | undefined
      /** Kind of date. */
      kind?: "event" | "publication" | "issue" | "citation" | "deadline" | "period" | "school-year" | "semester" | "commemoration" | "other" | undefined
      /** First day the date may touch. */
      dateFrom?: string | undefined
      /** Last day the date may touch. */
      dateTo?: string | undefined
    }
    answer: Response
  }
  /** All dates that match, as CSV */
  'GET /api/export/dates.csv': {
    query?: Operations['GET /api/export/dates.ndjson']['query']
    answer: Response
  }
  /** All dates that match, as XLSX */
  'GET /api/export/dates.xlsx': {
    query?: Operations['GET /api/export/dates.ndjson']['query']
    answer: Response
  }
  /** Saved searches, by name */
  'GET /api/saved': {
    answer: SavedSearches
  }
  /** Save a search; with a webhook, new documents that match are told there */
  'POST /api/saved': {
    body: SavedInput
    answer: NewSavedSearch
  }
  /** A saved search with its latest deliveries */
  'GET /api/saved/{id}': {
    path: {
      id: string
    }
    answer: SavedSearch
  }
  /** Remove a saved search with its deliveries */
  'DELETE /api/saved/{id}': {
    path: {
      id: string
    }
    answer: SavedSearch
  }
  /** Feed of a saved search */
  'GET /saved/{id}/feed': {
    path: {
      id: string
    }
    answer: Response
  }
  /** Feed of a search */
  'GET /feed': {
    query?: {
      /** Words, "phrases", -exclusions and fields (title: official: org: province: year: type: number: issuer:), with or without tone marks; all must be met. Never an error: what is no operator is a word. What is too long is cut (`cutTo`). */
      q?: string | undefined
      /** Province id or name, old or today's; today's finds the documents of all it was formed from. May be given several times: any of the values will do. */
      province?: string | ReadonlyArray<string> | undefined
      /** Province id or name, as it was at the document's time. May be given several times: any of the values will do. */
      provinceThen?: string | ReadonlyArray<string> | undefined
      /** Name of an official, whole or in part. May be given several times: any of the values will do. */
      official?: string | ReadonlyArray<string> | undefined
      /** Name of an organisation that people of the document belong to, whole or in part. May be given several times: any of the values will do. */
      org?: string | ReadonlyArray<string> | undefined
      /** Document type. May be given several times: any of the values will do. */
      type?: "article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other" | ReadonlyArray<"article" | "resolution" | "decision" | "directive" | "regulation" | "circular" | "decree" | "law" | "plan" | "report" | "notice" | "guidance" | "programme" | "scheme" | "proposal" | "official-letter" | "minutes" | "telegram" | "invitation" | "other"> | undefined
      /** Name of whoever issued the document, whole or in part. May be given several times: any of the values will do. */
      issuer?: string | ReadonlyArray<string> | undefined
      /** Year of publication or issue. May be given several times: any of the values will do. */
      year?: string | ReadonlyArray<string> | undefined
      /** School year, September to August, by the day of publication, else of issue. May be given several times: any of the values will do. */
      schoolYear?: string | ReadonlyArray<string> | undefined
      /** Crawl source, folder of an inbox, or "upload". May be given several times: any of the values will do. */
      source?: string | ReadonlyArray<string> | undefined
      /** Language, such as vi. May be given several times: any of the values will do. */
      language?: string | ReadonlyArray<string> | undefined
      /** Whether all of the document could be read, or only a part. May be given several times: any of the values will do. */
      state?: "extracted" | "partial" | ReadonlyArray<"extracted" | "partial"> | undefined
      /** "all": copies and versions of one document are hits of their own. */
      copies?: "all" | undefined
      /** Most hits on a page, 1 to 100. */
      limit?: number | undefined
    }
    answer: Response
  }
  /** This description */
  'GET /api/openapi.json': {
    answer: Record<string, unknown>
  }
  /** Counts by state, and failures by name */
  'GET /api/status': {
    answer: Status
  }
  /** Whether the process answers */
  'GET /healthz': {
    answer: Health
  }
  /** Whether the archive answers */
  'GET /readyz': {
    answer: Health
  }
  /** Counts for Prometheus */
  'GET /metrics': {
    answer: Response
  }
}


export type OperationName = keyof Operations
/** What an operation takes: values in its path, its query, its body. */
export type Input<K extends OperationName> = Omit<Operations[K], 'answer'>
export type Answer<K extends OperationName> = Operations[K]['answer']
/** Operations that answer a page and say with `next` where the following one begins. */
export type PagedName = {
  [K in OperationName]: Answer<K> extends { next: string | null } ? K : never
}[OperationName]

/** Not done, and why. */
export class ApiError extends Error {
  override name = 'ApiError'
  /** Of HTTP. */
  readonly status: number
  /** "user", "not-found", "unauthorized", "too-many-requests" … */
  readonly code: string
  /** Seconds to wait where there was too much to do; null where that was not said. */
  readonly retryAfter: number | null
  constructor(status: number, code: string, message: string, retryAfter: number | null) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

export type ClientOptions = {
  /** Such as "http://127.0.0.1:4280". */
  url: string
  /** "vt_…", made on the page /account; none is needed on the server's own machine. */
  token?: string | undefined
  /** Ends requests under way. */
  signal?: AbortSignal
}

type Optional<T> = Record<never, never> extends T ? [input?: T] : [input: T]
type Given = {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

/**
 * A client of one archive:
 *
 *   const archive = createClient({ url: 'http://127.0.0.1:4280' })
 *   const { hits } = await archive.ask('GET /api/search', { query: { q: 'hội nghị' } })
 */
export function createClient({ url, token, signal }: ClientOptions) {
  async function send(operation: string, { path = {}, query = {}, body }: Given): Promise<unknown> {
    const [method = 'GET', template = ''] = operation.split(' ')
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(path[name])),
    )
    const address = new URL(url.replace(/\/$/, '') + filled)
    for (const [name, value] of Object.entries(query))
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) address.searchParams.append(name, String(one))
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof FormData)
    const answer = await fetch(address, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(isJson && { 'content-type': 'application/json' }),
        ...(typeof body === 'string' && { 'content-type': 'text/tab-separated-values' }),
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string) }),
      ...(signal && { signal }),
    })
    if (!answer.ok) throw await errorOf(answer)
    const isOriginal = answer.headers.has('content-disposition')
    return /^application\/json\b/.test(answer.headers.get('content-type') ?? '') && !isOriginal
      ? answer.json()
      : answer
  }

  /** Sends an operation. @throws ApiError where it is not done, TypeError where the server cannot be reached */
  async function ask<K extends OperationName>(
    operation: K,
    ...[input]: Optional<Input<K>>
  ): Promise<Answer<K>> {
    return (await send(operation, (input ?? {}) as Given)) as Answer<K>
  }

  /** All pages, one after the other. None is skipped and nothing comes twice while documents come in. */
  async function* pages<K extends PagedName>(
    operation: K,
    ...[input]: Optional<Input<K>>
  ): AsyncGenerator<Answer<K>, void> {
    const given = (input ?? {}) as Given
    let cursor: string | null | undefined
    do {
      const query = { ...given.query, ...(cursor && { cursor }) }
      const page = (await send(operation, { ...given, query })) as { next: string | null }
      yield page as Answer<K>
      cursor = page.next
    } while (cursor !== null)
  }

  return { ask, pages }
}
export type Client = ReturnType<typeof createClient>

async function errorOf(answer: Response): Promise<ApiError> {
  const wait = answer.headers.get('retry-after')
  const text = await answer.text()
  let told: { error?: { code?: string; message?: string } } = {}
  try {
    told = JSON.parse(text)
  } catch {
    // A server between us answered, in words of its own.
  }
  return new ApiError(
    answer.status,
    told.error?.code ?? 'unknown',
    told.error?.message ?? `The server answered ${answer.status}.`,
    wait === null ? null : Number(wait),
  )
}
