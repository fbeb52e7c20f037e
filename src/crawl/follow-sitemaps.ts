// From one sitemap to all that it leads to, within bounds: indexes may name indexes, themselves, or a million files.
import type { Sitemap } from './sitemap.ts'
import { urlKey } from './url-key.ts'

export type FollowOptions = {
  /** Reads one sitemap; null where there is none at the address. */
  read: (url: string) => Promise<Sitemap | null>
  /** Most files that are read. */
  mostFiles: number
  /** How deep indexes may stand in indexes: 0 reads only the first file. */
  deepest?: number
}

export type FollowedSitemap = { url: string; sitemap: Sitemap }

/**
 * Reads a sitemap and all that its indexes name, the ones that changed last first, each once; gives those that list pages as
 * they are read. `onLeft` is told of every file left because of a bound.
 */
export async function* followSitemaps(
  start: string,
  { read, mostFiles, deepest = 3 }: FollowOptions,
  onLeft: (url: string) => void = () => undefined,
): AsyncGenerator<FollowedSitemap> {
  const known = new Set([urlKey(start)])
  let waiting = [start]
  let files = 0
  for (let depth = 0; waiting.length > 0; depth++) {
    const further: { url: string; changedAt: string | null }[] = []
    for (const url of waiting) {
      if (files >= mostFiles || depth > deepest) {
        onLeft(url)
        continue
      }
      files++
      const sitemap = await read(url)
      if (sitemap?.kind === 'pages') yield { url, sitemap }
      else if (sitemap)
        for (const entry of sitemap.entries) {
          const key = urlKey(entry.url)
          if (!known.has(key)) further.push(entry)
          known.add(key)
        }
    }
    waiting = further
      .sort((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? ''))
      .map(({ url }) => url)
  }
}
