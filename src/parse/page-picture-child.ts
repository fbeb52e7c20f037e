// The process in which one page is drawn; started by `page-picture.ts`, killed when it hangs.
//
//   node page-picture-child.ts /data/blobs/3f/3f2a… bao-cao.pdf 2
//   fd 3: one line of JSON that says what comes (Answer), then the PNG file
import { readFileSync, writeSync } from 'node:fs'
import { BadDocumentError, messageOf } from '../errors.ts'
import { detectMediaType } from './detect.ts'
import { pngOf, storedPictures } from './ocr/decode-picture.ts'
import type { ColourPicture } from './ocr/picture.ts'
import type { Answer } from './page-picture.ts'
import { defaultLimits } from './parser.ts'
import { openPdf } from './pdf/open.ts'
import { renderPage } from './pdf/render.ts'
import { isStrayOfPdf } from './pdf/stray.ts'

/** A4 at this resolution is 1,075 pixels wide: sharp in half of a wide screen. */
const drawing = { dpi: 130, mostPixels: 4_000_000, withAnnotations: true }
const mostWide = 1_400
const answersFd = 3

process.on('unhandledRejection', (error) => {
  if (!isStrayOfPdf(error)) fail(error)
})

const [path = '', name = '', page = ''] = process.argv.slice(2)
try {
  const picture = await drawPage(readFileSync(path), Number(page))
  if (picture === null) answer({ kind: 'no-page' })
  else answer({ kind: 'picture' }, pngOf(picture, mostWide))
} catch (error) {
  fail(error)
}
process.exit(0)

async function drawPage(bytes: Uint8Array, number: number): Promise<ColourPicture | null> {
  if (detectMediaType(bytes) !== 'application/pdf') {
    const picture = storedPictures(bytes)[number - 1]
    if (!picture) return null
    if (picture.width * picture.height > defaultLimits.pixels)
      throw new BadDocumentError('too-large', `Page ${number} of ${name} has too many pixels.`)
    return (await picture.draw()).colours
  }
  const { document, close } = await openPdf(bytes, name, { picturePixels: defaultLimits.pixels })
  if (!(number >= 1 && number <= document.numPages)) return null
  const { colours } = await renderPage(document, await document.getPage(number), drawing)
  await close()
  return colours
}

function fail(error: unknown): never {
  const isBad = error instanceof BadDocumentError
  const message = isBad
    ? error.message
    : `Page ${page} of ${name} cannot be drawn (${messageOf(error)}).`
  answer({ kind: 'bad', code: isBad ? error.code : 'corrupt', message })
  process.exit(0)
}

function answer(said: Answer, picture: Uint8Array = new Uint8Array()): void {
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), picture])
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(answersFd, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') process.exit(0) // nobody waits any more
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
