// Parameters of addresses that say nothing about the page: who sent the reader, and which visit it is.

const tracking = new Set(
  'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid _ga _gl _hsenc _hsmi mkt_tok zarsrc zalo zaloid zalo_src spm fb_action_ids fb_action_types fb_source fb_ref fb_comment_id gidzl vgclid replytocom'.split(
    ' ',
  ),
)
const trackingStart = /^(?:utm_|zalo_|pk_|mtm_|hsa_)/

/** Always a session, whatever the value. "nv_redirect", "nvvithemever" and "checkss" are NukeViet's. */
const session = new Set(
  'phpsessid jsessionid sessionid session_id sessid aspsessionid cfid cftoken zenid oscsid nocache checkss nvvithemever'.split(
    ' ',
  ),
)
const sessionStart = /^(?:aspsessionid|nv_)/
/** Also names of things on the page; a session only where the value is a long random one. */
const perhapsSession = new Set(['sid', 's', 'session', 'token', 'ss', 'k'])

/** Whether a parameter tells one visit from another, and not one page from another. */
export function isVisitParameter(name: string, value: string): boolean {
  const key = name.toLowerCase()
  return (
    tracking.has(key) ||
    trackingStart.test(key) ||
    session.has(key) ||
    sessionStart.test(key) ||
    (perhapsSession.has(key) && isRandom(value))
  )
}

/** Long, without words: "c0ffee1234567890ab". */
const isRandom = (value: string): boolean =>
  /^[0-9A-Za-z_-]{16,128}$/.test(value) &&
  /\d/.test(value) &&
  /[a-zA-Z]/.test(value) &&
  !/-[a-z]+-/.test(value)

/** Path parameters that are sessions: "/tin.html;jsessionid=1A2B". */
export const sessionInPath = /;(?:jsessionid|phpsessid|sid|sessionid)=[^/;?#]{0,200}/gi

/** Sessions that ASP.NET keeps in the path where a browser takes no cookies: "/(S(lit3py55t21z5v55vlm25s55))/tin.aspx". */
export const aspSessionInPath = /\/\((?:[A-Z]\([^/()]{1,200}\)){1,4}\)(?=\/)/g
