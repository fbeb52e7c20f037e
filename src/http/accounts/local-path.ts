// Where a page leads on to after a login: an address of ours and nothing else.

const somewhere = 'http://vanthu.invalid'

/** The path of ours that was asked for; "/" where it is another site's, or a page that would only lead back. */
export function localPath(asked: string | undefined | null): string {
  // Browsers read "/\" and tabs within "//" as the address of another site.
  if (!asked || !/^\/(?![/\\])[^\\\u0000-\u0020\u007F]*$/.test(asked)) return '/'
  if (!URL.canParse(asked, somewhere)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, somewhere)
  // "/.//site" becomes "//site" once its dots are gone.
  if (origin !== somewhere || pathname.startsWith('//')) return '/'
  return /^\/(?:login|logout)(?:\/|$)/.test(pathname) ? '/' : `${pathname}${search}${hash}`
}
