// Where people log in: the pages for it, and that each role is offered what it may do.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, startChromium } from '../../support/chromium.ts'
import { desktop, faultsOf, hrefsOf, inWindow, phone, tooWide } from './looks.ts'
import { type Site, startSite } from './site.ts'

const password = 'khong ai doan ra 2026'

describe.skipIf(!hasChromium())('with accounts, in a browser', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite([], { 'thư.txt': 'Công văn số 12/UBND ngày 03/4/2023.' }, [
      { name: 'hanh', role: 'operator', password },
      { name: 'doc-gia', role: 'reader', password },
    ])
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  test.each([
    ['an operator', 'hanh', phone, true],
    ['a reader', 'doc-gia', desktop, false],
  ] as const)(
    '%s logs in, and every page of the header is sound',
    async (_, name, options, may) => {
      const faults: string[] = []
      const complaints = await inWindow(browser, options, async (page) => {
        const look = async () => {
          faults.push(...(await tooWide(page)), ...(await faultsOf(page)))
        }
        await page.goto(`${site.address}/status`)
        expect(page.url()).toContain('/login')
        await look()
        await page.locator('main [name="name"]').fill(name)
        await page.locator('main [name="password"]').fill('sai mat khau roi')
        await page.locator('main form button').first().click()
        await page.getByRole('alert').waitFor()
        await look()
        await page.locator('main [name="name"]').fill(name)
        await page.locator('main [name="password"]').fill(password)
        await page.locator('main form button').first().click()
        await page.waitForURL(`${site.address}/status`)
        expect(
          (await page
            .locator('form[action="/status/retry"], form[action="/status/reprocess"]')
            .count()) > 0,
        ).toBe(may)
        const links = await hrefsOf(page.locator('header.site a'))
        for (const link of new Set(links)) {
          if (/[?&]lang=/.test(link)) continue
          const answer = await page.goto(link)
          expect([link, answer?.status()]).toEqual([link, 200])
          await look()
        }
        expect(links.some((link) => link.endsWith('/sources'))).toBe(may)
      })
      expect(faults).toEqual([])
      expect(complaints).toEqual([])
    },
    180_000,
  )
})
