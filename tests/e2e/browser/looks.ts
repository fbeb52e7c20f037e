// What tests ask of a page in the browser. This project knows no types of browsers: what runs there is given
// as text, or says itself what it takes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const desktop = { viewport: { width: 1280, height: 800 } }
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** Opens a window, runs `use` with its page, and gives what the page complained of meanwhile: errors, forbidden things. */
export async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options })
  const complaints: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      const isOfStatus = /status of 4\d\d/.test(message.text())
      if (message.type() === 'error' && !isOfStatus) complaints.push(message.text())
    })
    await use(page)
  } finally {
    await context.close()
  }
  return complaints
}

/** Expects something of what `look` gives before long: machines that test are busy. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 })

/** What axe-core finds, one line a place. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${page.url()} ${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  )
}

/** A line where the page is wider than the window, else none. */
export async function tooWide(page: Page): Promise<string[]> {
  const [whole, seen] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  return whole > seen ? [`${page.url()} is ${whole} wide, the window ${seen}`] : []
}

/** Addresses of all links among these elements. */
export const hrefsOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => (all as unknown as Array<{ href: string }>).map(({ href }) => href))

/** Width of a picture as it came; 0 before it has come. */
export const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)

/** Whether the first line of an element is inside of the window. */
export async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox()
  const height = element.page().viewportSize()?.height ?? 0
  return box !== null && box.y >= 0 && box.y < height
}
