// Where a person's page is found from: a name and a document that names it.
import { nameSlugOf } from '../../facts/words.ts'

/** "/people/dinh-van-man~3f2a91c0aaaa"; null where the name has no letters. */
export function personAddress(name: string, document: string): string | null {
  const slug = nameSlugOf(name)
  return slug ? `/people/${encodeURIComponent(slug)}~${document.slice(0, 12)}` : null
}
