// The work of those who use it, in a real browser with scripts: a reader, an archivist, an operator.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, startChromium } from '../../support/chromium.ts'
import { desktop, inWindow, isInView, phone, soon } from './looks.ts'
import { type Site, samplePath, startSite } from './site.ts'

const plan = `KẾ HOẠCH
Chuyển đổi số trường học năm 2024
Giám đốc Sở Giáo dục và Đào tạo tỉnh Lào Cai yêu cầu hoàn thành trước ngày 30/9/2024, đạt 85% trường học.
`

describe.skipIf(!hasChromium())('in a browser', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite(
      [
        'pdf-chi-thi-ky-thi.pdf',
        'html-hoi-nghi-so-ket.html',
        'html-bao-truong-chuan.html',
        'txt-bao-cao-huyen.txt',
      ],
      { 'hỏng.pdf': '%PDF-1.4\n%hỏng' },
    )
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const at = (path: string) => site.address + path
  const focused = (page: Page) =>
    page.evaluate('document.activeElement.className || document.activeElement.id')

  test('a reader searches by keys, narrows, opens, and follows an item to its words and its page', async () => {
    const complaints = await inWindow(browser, desktop, async (page) => {
      await page.goto(at('/dashboard'))
      await page.keyboard.press('/')
      await page.waitForURL(at('/#q'))
      await page.keyboard.type('giao duc')
      // From here on nothing is loaded anew: this would be gone.
      await page.evaluate('window.isStillThere = true')
      await page.keyboard.press('Enter')
      await page.locator('#results-title').waitFor()
      await page.waitForURL(/\?q=giao/)
      expect(await page.locator('#q').inputValue()).toBe('giao duc')
      const before = await page.locator('.hit').count()
      expect(before).toBeGreaterThan(1)

      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'XLSX' }).click()
      expect((await download).suggestedFilename()).toBe('documents.xlsx')

      // A facet narrows, and counts follow.
      const facet = page.locator('.facets a', { hasText: 'Chỉ thị' }).first()
      await facet.click()
      await page.waitForURL(/type=directive/)
      await soon(() => page.locator('.hit').count()).toBe(1)
      expect(await page.evaluate('window.isStillThere')).toBe(true)
      expect(await page.locator('#said').textContent()).toContain('1 văn bản')
      await page.goBack()
      await soon(() => page.locator('.hit').count()).toBe(before)

      await page.goto(at('/?q=ky+thi+tot+nghiep'))
      await page.keyboard.press('/')
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('hit-title')
      await page.keyboard.press('ArrowUp')
      expect(await focused(page)).toBe('q')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/d/${site.idOf('pdf-chi-thi-ky-thi.pdf')}`)

      const item = page.locator('#i-directive-3')
      await item.locator('.to-words').click()
      const words = page.locator('.paper :target')
      await soon(() => isInView(words)).toBe(true)
      await item.locator('.to-page').click()
      const picture = page.locator('#p-1 img')
      await soon(() => picture.isVisible()).toBe(true)
      await page.getByRole('link', { name: 'Đã tìm thấy', exact: true }).click()
      await soon(() => item.isVisible()).toBe(true)
    })
    expect(complaints).toEqual([])
  }, 120_000)

  test('keys are shown by "?", and can be turned off for good', async () => {
    await inWindow(browser, desktop, async (page) => {
      await page.goto(at('/status'))
      await page.keyboard.press('?')
      const dialog = page.getByRole('dialog')
      await soon(() => dialog.isVisible()).toBe(true)
      await dialog.getByRole('checkbox').uncheck()
      await page.keyboard.press('Escape')
      await soon(() => dialog.isVisible()).toBe(false)
      await page.keyboard.press('?')
      await page.keyboard.press('/')
      expect(await dialog.isVisible()).toBe(false)
      expect(page.url()).toBe(at('/status'))
      // The button still opens it.
      await page.getByRole('button', { name: 'Phím tắt' }).click()
      await soon(() => dialog.isVisible()).toBe(true)
    })
  })

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)(
    '%s: an archivist uploads, watches, corrects and confirms',
    async (size, options) => {
      const complaints = await inWindow(browser, options, async (page) => {
        await page.goto(at('/'))
        const text = `${plan}${size}\n`
        if (size === 'desktop')
          await drop(page, [`kế hoạch ${size}.txt`, text], ['trống.txt', '  \n'])
        else {
          const file = (name: string, content: string) => ({
            name,
            mimeType: 'text/plain',
            buffer: Buffer.from(content),
          })
          await page
            .getByLabel('Chọn một hay nhiều tệp')
            .setInputFiles([file(`kế hoạch ${size}.txt`, text), file('trống.txt', '  \n\n')])
          await page.getByRole('button', { name: 'Tải lên' }).click()
        }
        await page.waitForURL(/\/upload\/files/)
        // The page follows by itself until both are done, without being loaded again.
        await page.evaluate('window.isStillThere = true')
        const summary = page.getByText('Đã xong 2 trên 2 tệp. 1 tệp không đọc được.')
        await summary.waitFor({ timeout: 30_000 })
        expect(await page.locator('.file.state-failed').textContent()).toContain(
          'chép lại từ nơi gửi',
        )
        expect(await page.evaluate('window.isStillThere')).toBe(true)

        await page.getByRole('link', { name: `kế hoạch ${size}.txt` }).click()
        await page.getByLabel('Người xem lại').first().fill('Mai Hạnh')
        await page.getByRole('button', { name: /^Đúng: 85%/ }).click()
        await soon(() => page.locator('#i-percentage-0 .reviewed').textContent()).toBe(
          'đã xác nhận',
        )
        await page.locator('.document-head .tools a').click()
        await page.locator('[name="v.field"]').fill(`Kế hoạch chuyển đổi số ${size}`)
        await page.locator('form.correction .buttons button').first().click()
        await page
          .getByRole('heading', { level: 1, name: `Kế hoạch chuyển đổi số ${size}` })
          .waitFor()
      })
      expect(complaints).toEqual([])
    },
    120_000,
  )

  test('a journalist asks, reads the order at its place, and takes the list along, without scripts', async () => {
    await inWindow(browser, { ...phone, javaScriptEnabled: false }, async (page) => {
      await page.goto(at('/'))
      await page.getByRole('searchbox').fill('chỉ thị kỳ thi')
      await page.keyboard.press('Enter')
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'CSV' }).click()
      const file = await (await download).path()
      const listed = await readFile(file, 'utf8')
      expect(listed).toContain(site.idOf('pdf-chi-thi-ky-thi.pdf'))
      expect(listed.trim().split('\r\n')).toHaveLength(1 + (await page.locator('.hit').count()))

      await page.goto(at('/directives?state=all'))
      await page.getByLabel('Từ trong đoạn văn').fill('kỳ thi')
      await page.keyboard.press('Enter')
      await page.locator('.fact-words').first().click()
      expect(new URL(page.url()).hash).toMatch(/^#a=\d+-\d+$/)
      await soon(() => page.locator('.paper :target').isVisible()).toBe(true)
    })
  }, 60_000)

  test('an archivist uploads by keys and without scripts, and sees what became of it', async () => {
    await inWindow(browser, { ...desktop, javaScriptEnabled: false }, async (page) => {
      await page.goto(at('/'))
      await page.getByRole('link', { name: 'Tải văn bản lên' }).press('Enter')
      expect(page.url()).toBe(at('/#upload'))
      const file = (name: string, content: string) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(content),
      })
      await page
        .getByLabel('Chọn một hay nhiều tệp')
        .setInputFiles([file('kế hoạch phím.txt', `${plan}phím\n`), file('lặng.txt', ' \n\n\n')])
      await page.getByRole('button', { name: 'Tải lên' }).press('Enter')
      await page.waitForURL(/\/upload\/files/)
      // Without scripts the page looks again by itself.
      await page
        .getByText('Đã xong 2 trên 2 tệp. 1 tệp không đọc được.')
        .waitFor({ timeout: 30_000 })
      await page.getByRole('link', { name: 'kế hoạch phím.txt' }).press('Enter')
      await page.locator('.paper').waitFor()
      await page.getByLabel('Người xem lại').first().fill('Mai Hạnh')
      await page.getByRole('button', { name: /^Đúng: 85%/ }).press('Enter')
      await soon(() => page.locator('#i-percentage-0 .reviewed').textContent()).toBe('đã xác nhận')
    })
  }, 60_000)

  test('one uploaded file leads to its document, which shows itself when it has been read', async () => {
    await inWindow(browser, desktop, async (page) => {
      await page.goto(at('/'))
      await page
        .getByLabel('Chọn một hay nhiều tệp')
        .setInputFiles(samplePath('txt-nghi-quyet-hdnd.txt'))
      await page.getByRole('button', { name: 'Tải lên' }).click()
      await page.waitForURL(/\/d\/[0-9a-f]{64}/)
      await page.locator('.paper').waitFor({ timeout: 30_000 })
      const text = await readFile(samplePath('txt-nghi-quyet-hdnd.txt'), 'utf8')
      expect(text).toContain('NGHỊ QUYẾT')
    })
  }, 60_000)

  test('an operator sees what failed, tries it again, and adds a source after a warning', async () => {
    const complaints = await inWindow(browser, phone, async (page) => {
      await page.goto(at('/dashboard'))
      const failed = page.locator('.failures tr', { hasText: 'hỏng.pdf' })
      expect(await failed.textContent()).toContain('xin lại bản gốc')
      await page.getByRole('link', { name: 'Xem tất cả và thử lại' }).click()
      await page.waitForURL(at('/status'))
      await failed.getByRole('button', { name: 'Thử đọc lại' }).click()
      await page.waitForURL(`**/d/${site.idOf('hỏng.pdf')}`)
      await page.getByText('Không đọc được văn bản này').waitFor({ timeout: 30_000 })

      await page.goto(at('/sources'))
      await page
        .getByRole('link', { name: /Thêm nguồn/ })
        .first()
        .click()
      await page.locator('form.source [name="url"]').fill('http://127.0.0.1:9/tin')
      await page.locator('form.source button').first().click()
      await page.getByText('no address of the public internet').waitFor()
      await page.getByLabel('Tên', { exact: true }).fill('Báo tỉnh thử')
      await page.locator('form.source button').first().click()
      await page.getByRole('heading', { level: 1, name: 'Báo tỉnh thử' }).waitFor()
      expect(page.url()).toMatch(/\/sources\/[^/]+$/)
    })
    expect(complaints).toEqual([])
  }, 120_000)
})

/** Drops files onto the page, as somebody does who pulls them out of a folder. */
async function drop(page: Page, ...files: Array<[name: string, content: string]>): Promise<void> {
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    for (const [name, content] of ${JSON.stringify(files)}) transfer.items.add(new File([content], name))
    return transfer
  })()`)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  expect(await page.locator('form.is-over').count()).toBe(1)
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}
