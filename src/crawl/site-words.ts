// The words by which sites say what a page is and where a link leads. They come from the dictionary site-words.tsv, and are
// known in text ("Không tìm thấy trang") and, as addresses write them, in paths and parameters ("tim-kiem", "timkiem").
import { fold, keyOf, slugOf } from '../text/fold.ts'
import { type PhraseIndex, phraseIndexOf } from '../text/phrase-index.ts'
import { type Token, tokensOf } from '../text/words.ts'

export type SiteWordKind =
  /** The page is not there: "Trang bạn yêu cầu không tồn tại". */
  | 'not-found'
  /** Something is wrong with the site, or it refuses: "Lỗi hệ thống", "Access denied". */
  | 'error'
  | 'maintenance'
  | 'login'
  | 'search'
  | 'calendar'
  | 'print'
  | 'sort'
  /** A link to the next page of a list: "Trang sau". */
  | 'next'
  /** A link to a file, or the heading over such: "Tải về", "File đính kèm". */
  | 'attachment'
  /** A link to the whole of what it stands under, which is no title: "Xem tiếp". */
  | 'more'
  /** A link of menus: "Trang chủ", "Liên hệ". */
  | 'menu'
  /** What a site says of itself, in menus and addresses: "Giới thiệu", "Liên hệ". */
  | 'about'
  /** The first word of addresses of feeds and the like: "rss". */
  | 'feed'

export type SiteWordRow = { phrase: string; kind: SiteWordKind }

export type SiteWords = {
  /** Phrases in a text, in order. */
  findIn(text: string): { kind: SiteWordKind; phrase: string }[]
  /** What a text says that is one phrase and no more: "Trang sau »". Marks and numbers round it do not count. */
  kindsOf(text: string): SiteWordKind[]
  /** What a part of an address says: "tim-kiem", "TimKiem", "dang_nhap.aspx". */
  kindsOfSlug(part: string): SiteWordKind[]
}

/** Indexes the rows of the dictionary. */
export function createSiteWords(rows: readonly SiteWordRow[]): SiteWords {
  const phrases: PhraseIndex<SiteWordRow> = phraseIndexOf(rows.map((row) => [row.phrase, row]))
  const slugs = new Map<string, Set<SiteWordKind>>()
  for (const { phrase, kind } of rows) {
    const slug = squeezed(slugOf(phrase))
    slugs.set(slug, (slugs.get(slug) ?? new Set()).add(kind))
  }
  return {
    findIn(text) {
      const key = keyOf(text.normalize('NFC'))
      return phrases
        .findAll(tokensOf(key))
        .flatMap(({ values }) => values.map(({ kind, phrase }) => ({ kind, phrase })))
    },
    kindsOf(text) {
      const tokens = tokensOf(keyOf(text.normalize('NFC'))).filter(isWord)
      if (tokens.length === 0 || tokens.length > 12) return []
      const found = phrases.longestAt(tokens, 0)
      return found && found.nextToken === tokens.length ? found.values.map(({ kind }) => kind) : []
    },
    kindsOfSlug: (part) => [
      ...(slugs.get(squeezed(fold(part).replace(/\.[a-z]{2,5}$/, ''))) ?? []),
    ],
  }
}

const isWord = ({ text }: Token): boolean => /[\p{L}\p{M}]/u.test(text)

/** "tim-kiem", "tim_kiem" and "TimKiem" are one. */
const squeezed = (slug: string): string => slug.replace(/[^a-z0-9]+/g, '')
