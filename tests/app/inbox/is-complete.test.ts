import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Completeness, isComplete } from '../../../src/app/inbox/is-complete.ts'
import { makeDoc } from '../../support/make-doc.ts'
import { makeZip } from '../../support/make-zip.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { writePdf } from '../../support/write-pdf.ts'

async function completenessOf(bytes: Uint8Array): Promise<Completeness> {
  const path = join(await temporaryFolder(), 'tep')
  await writeFile(path, bytes)
  const file = await open(path)
  try {
    return await isComplete(file, bytes.length)
  } finally {
    await file.close()
  }
}

/** Given its full size before its first byte: the rest is zeros. */
const laidOut = (bytes: Uint8Array, filled: number) => {
  const all = Buffer.alloc(bytes.length)
  all.set(bytes.subarray(0, Math.floor(bytes.length * filled)))
  return all
}
const cut = (bytes: Uint8Array, part: number) => bytes.subarray(0, Math.floor(bytes.length * part))

const text = 'Sáng 21/3, Sở Giáo dục họp giao ban. '.repeat(400)
const pdf = Buffer.from(writePdf([{ texts: [{ x: 72, y: 92, text }] }]))
const zip = makeZip([
  { name: 'word/document.xml', content: Buffer.from(text) },
  { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
])
/** Its member is not packed, so that the end of the inner archive is followed by the list of the outer one. */
const outer = makeZip([
  { name: 'trong.zip', content: Buffer.concat([zip, Buffer.alloc(40_000)]) },
  { name: 'a.txt', content: Buffer.from('a') },
])
const doc = makeDoc([{ text, wide: true }])
/** Word marks the sectors behind the end as free; the last one in use is not only zeros. */
function asWordWritesIt(bytes: Buffer): Buffer {
  const own = Buffer.from(bytes)
  const sectors = own.length / 512 - 1
  const table = (own.readUInt32LE(0x4c) + 1) * 512
  for (let sector = sectors; sector < 128; sector++)
    own.writeUInt32LE(0xffffffff, table + 4 * sector)
  own[own.length - 1] = 1
  return own
}
const html = Buffer.from(`<!DOCTYPE html><html><body><p>${text}</p></body></html>\n`)

describe('a file is', () => {
  test.each<[is: Completeness, what: string, bytes: Uint8Array]>([
    ['complete', 'a PDF', pdf],
    ['complete', 'a PDF with line breaks after its end', Buffer.concat([pdf, Buffer.from('\n\n')])],
    ['complete', 'a PDF behind a byte order mark', Buffer.concat([Buffer.from('\uFEFF'), pdf])],
    ['incomplete', 'a PDF cut off before its end', cut(pdf, 0.99)],
    ['incomplete', 'a PDF laid out and half filled', laidOut(pdf, 0.5)],
    ['incomplete', 'a PDF of one line', Buffer.from('%PDF-1.7\n')],
    ['complete', 'a ZIP', zip],
    ['complete', 'a ZIP in a ZIP', outer],
    ['incomplete', 'a ZIP cut in its list of members', zip.subarray(0, zip.length - 30)],
    ['incomplete', 'a ZIP without its last byte', zip.subarray(0, zip.length - 1)],
    ['incomplete', 'a ZIP laid out and nearly filled', laidOut(zip, 0.9)],
    [
      'incomplete',
      'a ZIP of which there is just a whole ZIP inside it',
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(30), zip]),
    ],
    ['complete', 'a binary Word document', asWordWritesIt(doc)],
    ['unknown', 'one whose writer does not mark what is free', doc],
    ['incomplete', 'one without its last sectors', doc.subarray(0, doc.length - 1024)],
    ['incomplete', 'one of a header only', doc.subarray(0, 512)],
    ['incomplete', 'one of half a header', doc.subarray(0, 100)],
    ['incomplete', 'one laid out and of which the header is there', laidOut(doc, 600 / doc.length)],
    ['complete', 'a page of a site', html],
    ['unknown', 'a page without an end', cut(html, 0.5)],
    ['unknown', 'plain text', Buffer.from(text)],
    ['unknown', 'what only tells of PDFs', Buffer.from(`${'x'.repeat(1_100)}%PDF-1.7`)],
    ['incomplete', 'anything laid out and not begun', Buffer.alloc(5_000)],
    ['unknown', 'one byte', Buffer.from('P')],
  ])('%s: %s', async (is, _, bytes) => {
    expect(await completenessOf(bytes)).toBe(is)
  })
})
