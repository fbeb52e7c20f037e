// What the status of an answer means to a crawler.

export type AnswerMeaning =
  | 'body'
  | 'unchanged'
  | 'redirect'
  | 'gone'
  | 'busy'
  | 'server-error'
  | 'forbidden'
  /** No page, and no reason to come again soon: 204, 206 without having asked for a part, 400 … */
  | 'no-page'

export function meaningOf(status: number): AnswerMeaning {
  switch (status) {
    case 200:
    case 203:
      return 'body'
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return 'redirect'
    case 304:
      return 'unchanged'
    case 401:
    case 403:
    case 407:
    case 451:
      return 'forbidden'
    case 404:
    case 410:
      return 'gone'
    case 429:
    case 503:
      return 'busy'
    case 408:
    case 425:
      return 'server-error'
    default:
      return status >= 500 ? 'server-error' : 'no-page'
  }
}
