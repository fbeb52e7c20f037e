// Every page in a real browser: nothing that axe-core finds, nothing wider than the screen, nothing that our own policy forbids; on
// desktop and phone, light and dark. Then reading without scripts, and on paper.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, startChromium } from '../../support/chromium.ts'
import {
  desktop,
  faultsOf,
  hrefsOf,
  inWindow,
  isInView,
  phone,
  soon,
  tooWide,
  widthOf,
} from './looks.ts'
import { type Site, startSite } from './site.ts'

/** Paths with the names of files in braces. What is long is looked at once: axe-core takes seconds for thousands of words. */
const pages = [
  '/',
  '/?q=truong+hoc',
  '/?q=kh%C3%B4ngc%C3%B3t%E1%BB%ABn%C3%A0y',
  '/?year=99',
  '/d/{giao-ban.txt}',
  '/d/{pdf-chi-thi-ky-thi.pdf}#original',
  '/d/{rỗng.txt}',
  '/d/{giao-ban.txt}/forget',
  '/d/{giao-ban.txt}/corrections/edit?item=field&field=title',
  '/upload/files?ids={giao-ban.txt},{rỗng.txt}',
  '/dashboard',
  '/dashboard?map=63',
  '/status',
  '/status/documents?state=failed',
  '/saved',
  '/sources',
  '/sources/add',
  '/directives',
  '/directives?state=all',
  '/directives?deadlineFrom=mai',
  '/people',
  '/people/dinh-van-man',
  '/provinces',
  '/provinces/hoa-binh',
  '/provinces/phu-tho',
  '/numbers/18%2FKH-SGD%C4%90T',
  '/statistics',
  '/statistics?subject=h%E1%BB%8Dc+b%E1%BA%A1+s%E1%BB%91',
  '/nowhere',
]

/** Short, with something of every kind. */
const meeting = `Hội nghị giao ban công tác trường học tỉnh Hòa Bình
Hòa Bình, ngày 21/3/2023
Chiều 21/3, ông Đinh Văn Mận, Phó Giám đốc Sở Giáo dục và Đào tạo tỉnh Hòa Bình, chủ trì hội nghị.
Đến nay, 312/416 trường, đạt 75%, đã có học bạ số theo Kế hoạch số 18/KH-SGDĐT ngày 05/01/2023.
Kết luận hội nghị, ông Đinh Văn Mận yêu cầu:
1. Các phòng giáo dục hoàn thành học bạ số trước ngày 30/6/2023.
2. Các trường tập huấn cho 100% giáo viên trong tháng 5/2023.
`

describe.skipIf(!hasChromium())('pages in a browser', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite(
      ['pdf-chi-thi-ky-thi.pdf', 'html-hoi-nghi-so-ket.html', 'docx-nghi-quyet-tinh-uy.docx'],
      { 'giao-ban.txt': meeting, 'rỗng.txt': '   \n' },
    )
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const filled = (path: string) =>
    site.address + path.replace(/\{([^}]+)\}/g, (_, name: string) => site.idOf(name))

  test.each([
    ['desktop, light', { ...desktop, colorScheme: 'light' }, pages],
    ['phone, dark', { ...phone, colorScheme: 'dark' }, pages],
    [
      'desktop, dark, in English',
      { ...desktop, colorScheme: 'dark' },
      [
        '/?q=truong&lang=en',
        '/d/{docx-nghi-quyet-tinh-uy.docx}#original',
        '/dashboard?map=63',
        '/directives?state=all',
        '/provinces/hoa-binh',
      ],
    ],
    [
      'phone, light',
      { ...phone, colorScheme: 'light' },
      [
        '/?q=truong',
        '/?q=gaio+vien',
        '/d/{giao-ban.txt}',
        '/dashboard?map=63',
        '/directives?state=all',
        '/people/dinh-van-man',
        '/statistics?subject=h%E1%BB%8Dc+b%E1%BA%A1+s%E1%BB%91',
      ],
    ],
  ] as const)(
    '%s: nothing is found wrong',
    async (_, options, paths) => {
      const faults: string[] = []
      const complaints = await inWindow(browser, options, async (page) => {
        for (const path of paths) {
          await page.goto(filled(path))
          faults.push(...(await tooWide(page)), ...(await faultsOf(page)))
        }
      })
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
    180_000,
  )

  test('every page that the header and the footer lead to is sound, too, and the first that it leads to', async () => {
    const faults: string[] = []
    const complaints = await inWindow(browser, phone, async (page) => {
      await page.goto(site.address)
      const known = new Set(pages.map(filled))
      /** Opens a page, looks at it where it was not seen yet, and gives the first new one that it leads to. */
      const look = async (link: string): Promise<string[]> => {
        if (/\.json$|[?&]lang=|#|\/d\/|\/export\//.test(link)) return []
        const answer = await page.goto(link)
        expect([link, answer?.status()]).toEqual([link, 200])
        if (!known.has(link)) faults.push(...(await tooWide(page)), ...(await faultsOf(page)))
        known.add(link)
        const further = await hrefsOf(page.locator('main a'))
        return further.filter((one) => one.startsWith(site.address) && !known.has(one)).slice(0, 1)
      }
      for (const link of await hrefsOf(page.locator('header.site a, footer.site a')))
        for (const further of await look(link)) await look(further)
      expect(known.size).toBeGreaterThan(pages.length)
    })
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('%s: documents are found and read without scripts', async (_, options) => {
    await inWindow(browser, { ...options, javaScriptEnabled: false }, async (page) => {
      await page.goto(site.address)
      await page.getByRole('searchbox').fill('ky thi tot nghiep')
      await page.getByRole('button', { name: 'Tìm', exact: true }).click()
      await page.locator('.hit-title').first().click()
      expect(page.url()).toContain(site.idOf('pdf-chi-thi-ky-thi.pdf'))
      // From an item of the lists to its words, and from there to the page of the original.
      await page.locator('#i-citation-0 .to-words').click()
      expect(new URL(page.url()).hash).toMatch(/^#a=\d+-\d+$/)
      await soon(() => page.locator('.paper .m:target').isVisible()).toBe(true)
      await page.locator('#t-2 a').click()
      const picture = page.getByRole('img', { name: 'Trang 2' })
      await soon(() => picture.isVisible()).toBe(true)
      await soon(() => widthOf(picture)).toBeGreaterThan(500)
      // The words beside it are still there where there is room for both.
      expect(await page.locator('#text').isVisible()).toBe(options === desktop)
    })
  })

  test('a link to a place stays good where what was found there has other bounds now', async () => {
    await inWindow(browser, desktop, async (page) => {
      await page.goto(filled('/d/{pdf-chi-thi-ky-thi.pdf}'))
      const href = await page.locator('#i-citation-3 .to-words').getAttribute('href')
      const [, start, end] = /a=(\d+)-(\d+)/.exec(href ?? '') ?? []
      await page.goto('about:blank')
      await page.goto(filled(`/d/{pdf-chi-thi-ky-thi.pdf}#a=${start}-${Number(end) + 3}`))
      const mark = page.locator(`[id="a=${start}-${end}"]:target`)
      await soon(() => mark.count()).toBe(1)
      await soon(() => isInView(mark)).toBe(true)
    })
  })

  test('on paper there is the text with its lists, and nothing to press', async () => {
    await inWindow(browser, desktop, async (page) => {
      await page.goto(filled('/d/{html-hoi-nghi-so-ket.html}'))
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.paper').isVisible()).toBe(true)
      expect(await page.locator('#lists').isVisible()).toBe(true)
      for (const hidden of ['header.site', '.views', '#original', '.tools >> nth=0', 'footer.site'])
        expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false])
    })
  })
})
