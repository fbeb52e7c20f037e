// Which page of a list an address is: "/tin-tuc/page-3/", "?page=3", "?trang=3", "/page/3/", "?start=20".

export type PageNumber = {
  /** The address without its page: that of the first. */
  base: string
  /** 1 is the first; for offsets ("start=20") the offset. */
  number: number
  /** Counted in pages, or in entries. */
  by: 'page' | 'offset'
}

const pageParameter =
  /^(?:page|trang|p|paged|pg|pageno|pagenum|pagenumber|page_no|pageindex|currentpage|.{0,80}_(?:cur|page))$/i
const offsetParameter = /^(?:start|limitstart|offset|from)$/i
const pageInPath = /\/(?:page|trang|p)[-/]?(\d{1,6})(?=\/?$|\.html?$|\.aspx$)/i

/** What page of its list an address is; null where it names none. */
export function pageNumberOf(address: string): PageNumber | null {
  const url = new URL(address)
  const inPath = pageInPath.exec(url.pathname)
  if (inPath?.[1]) {
    url.pathname = `${url.pathname.slice(0, inPath.index)}${url.pathname.slice(inPath.index + inPath[0].length)}`
    return { base: url.href, number: Number(inPath[1]), by: 'page' }
  }
  for (const [name, value] of [...url.searchParams]) {
    const by = pageParameter.test(name) ? 'page' : offsetParameter.test(name) ? 'offset' : null
    if (!by || !/^\d{1,6}$/.test(value)) continue
    // WordPress names articles so: "/?p=123".
    if (name === 'p' && url.pathname === '/' && url.searchParams.size === 1) continue
    url.searchParams.delete(name)
    return { base: url.href, number: Number(value), by }
  }
  return null
}
