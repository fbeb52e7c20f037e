// Troubles of pages that come with status 200 and are not what was asked for.
import { frontPage } from '../markup/list-pages.ts'
import { loginPage, maintenancePage, noticePage, softNotFoundPage } from '../markup/other-pages.ts'
import { only, type Trouble, withBody } from './trouble.ts'

const articles = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['article'], change),
})

export const noticeTroubles = {
  'soft-not-found': articles((reply, { origin, url, shelf }) =>
    withBody(reply, softNotFoundPage(origin, url.pathname, shelf)),
  ),
  'soft-not-found-english': articles((reply) =>
    withBody(
      reply,
      noticePage('Page not found', 'Sorry, the page you are looking for could not be found.'),
    ),
  ),
  'login-wall': articles((reply, { origin }) => withBody(reply, loginPage(origin))),
  maintenance: {
    change: only(['article', 'list', 'feed', 'other'], (reply) =>
      withBody(reply, maintenancePage(), { 'content-type': 'text/html; charset=utf-8' }),
    ),
  },
  'error-with-200': articles((reply) =>
    withBody(reply, noticePage('Lỗi hệ thống', 'Đã có lỗi xảy ra, vui lòng thử lại sau.')),
  ),
  'bot-check': articles((reply) =>
    withBody(
      reply,
      '<html><head><title>Just a moment...</title></head><body><noscript>Please enable JavaScript and cookies to continue</noscript></body></html>',
    ),
  ),
  'front-page-instead': articles((reply, { origin, shelf }) =>
    withBody(reply, frontPage(origin, shelf)),
  ),
} satisfies Record<string, Trouble>
