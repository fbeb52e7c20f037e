// What a fetched file is called: by the server, else by its address, else by the link to it.
import type { CrawlPage } from '../../model/crawl.ts'

const longestName = 200

/** The name of a document: "KH-12.pdf", "hoi-nghi-so-ket-41.html". `ending` is added where the name has none: ".html". */
export function fileNameOf(
  page: Pick<CrawlPage, 'url' | 'title'>,
  headers: Readonly<Record<string, string>>,
  ending = '',
): string {
  const sent = nameInDisposition(headers['content-disposition'] ?? '')
  const inPath = decoded(
    new URL(page.url).pathname.split('/').findLast((part) => part !== '') ?? '',
  )
  const hasQuery = new URL(page.url).search !== ''
  const found =
    [sent, ending !== '' || !hasQuery ? inPath : '', page.title, inPath, new URL(page.url).host]
      .map((name) => name.replace(/[/\\\0-\x1f]+/g, ' ').trim())
      .find((name) => name !== '') ?? 'document'
  const name = found.normalize('NFC').slice(0, longestName)
  return ending === '' || /\.[a-z]{3,5}$/i.test(name) ? name : `${name}${ending}`
}

function nameInDisposition(header: string): string {
  const extended = /filename\*\s{0,5}=\s{0,5}(?:utf-8|iso-8859-1)'[^']{0,20}'([^;]{1,1000})/i.exec(
    header,
  )?.[1]
  if (extended) return decoded(extended.trim())
  const plain = /filename\s{0,5}=\s{0,5}(?:"([^"]{1,1000})"|([^;]{1,1000}))/i.exec(header)
  const written = plain?.[1] ?? plain?.[2]?.trim() ?? ''
  // Servers send names as bare UTF-8, which arrives byte by byte.
  const bytes = Buffer.from(written, 'latin1').toString('utf8')
  return decoded(bytes.includes('\uFFFD') ? written : bytes)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
