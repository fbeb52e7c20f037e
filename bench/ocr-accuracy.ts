// Measures how many words OCR gets wrong: tesseract alone on the colours as they are, and with our preparation and layout.
//
//   node bench/ocr-accuracy.ts                       pages that we draw: three texts, three fonts, clean and worn
//   node bench/ocr-accuracy.ts SCAN.pdf#2=TEXT.txt   a page of a real scan against a transcript
//   node bench/ocr-accuracy.ts SCAN.pdf …            without a transcript: seconds, confidence and words a page
//
// WER: words wrong, missing or too many, in order. Bag: the same whatever the order, since tesseract alone reads heads and tables
// across columns.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { storedPictures } from '../src/parse/ocr/decode-picture.ts'
import type { ColourPicture } from '../src/parse/ocr/picture.ts'
import { readPicture } from '../src/parse/ocr/read-page.ts'
import { type Recogniser, takeRecogniser } from '../src/parse/ocr/recogniser.ts'
import { assemblePages } from '../src/parse/pdf/assemble.ts'
import { openPdf } from '../src/parse/pdf/open.ts'
import { renderPage } from '../src/parse/pdf/render.ts'
import { drawPage, type Wear } from '../tests/support/draw-page.ts'
import { bagErrorRate, wordErrorRate } from '../tests/support/word-error-rate.ts'
import { drawnTexts } from './ocr-texts.ts'

type Drawn = { colours: ColourPicture; dpi: number }

/** What tesseract itself makes of the page, its words in its own order. */
async function readAlone(recogniser: Recogniser, { colours, dpi }: Drawn): Promise<string> {
  const { width, height, pixels: p } = colours
  const pixels = new Uint8Array(width * height)
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = 0.299 * (p[4 * i] ?? 0) + 0.587 * (p[4 * i + 1] ?? 0) + 0.114 * (p[4 * i + 2] ?? 0)
  const lines = await recogniser.read({ width, height, pixels }, { dpi })
  return lines.flatMap((line) => line.words.map((word) => word.text)).join(' ')
}

async function readPrepared(recogniser: Recogniser, { colours, dpi }: Drawn): Promise<string> {
  const { rows } = await readPicture(recogniser, colours, dpi, () => undefined)
  const { text, blocks } = assemblePages([rows])
  return blocks
    .filter((block) => block.kind !== 'page-footer')
    .map((block) => text.slice(block.start, block.end))
    .join('\n')
}

type Score = { wer: number; bag: number; seconds: number }
type Way = typeof readAlone

async function score(recogniser: Recogniser, read: Way, page: Drawn, reference: string) {
  const started = performance.now()
  const text = await read(recogniser, page)
  const seconds = (performance.now() - started) / 1000
  const [wer, bag] = [wordErrorRate(text, reference), bagErrorRate(text, reference)]
  return { wer: 100 * wer, bag: 100 * bag, seconds }
}

const mean = (scores: readonly Score[], of: keyof Score) =>
  (scores.reduce((sum, s) => sum + s[of], 0) / scores.length).toFixed(1)
const cells = (scores: readonly Score[]) =>
  [mean(scores, 'wer'), mean(scores, 'bag'), mean(scores, 'seconds')].join('\t')
const heading = 'alone WER %\tbag %\ts\tprepared WER %\tbag %\ts'

const wears: ReadonlyArray<[string, Wear]> = [
  ['clean', {}],
  ['black and white', { bilevel: true }],
  ['skew 1°', { skew: 1 }],
  ['skew 3°', { skew: 3 }],
  ['specks 1 %', { specks: 0.01 }],
  ['red stamp', { stamp: true }],
  ['shadow', { shadow: 0.6 }],
  ['all of them', { skew: 2, specks: 0.005, stamp: true, shadow: 0.4 }],
]

async function measureDrawn(recogniser: Recogniser): Promise<void> {
  console.log(`page\tdpi\t${heading}`)
  const all: { alone: Score[]; prepared: Score[] } = { alone: [], prepared: [] }
  for (const dpi of [150, 200, 300])
    for (const [called, wear] of wears) {
      const alone: Score[] = []
      const prepared: Score[] = []
      for (const { lines, reference, font } of drawnTexts) {
        const canvas = drawPage(lines, { ...wear, dpi, ...(font ? { font } : {}) }, 0.6)
        const { data, width, height } = canvas
          .getContext('2d')
          .getImageData(0, 0, canvas.width, canvas.height)
        const page = { colours: { width, height, pixels: data }, dpi }
        alone.push(await score(recogniser, readAlone, page, reference))
        // As a picture of that size comes to OCR: drawn anew at the size that reads best.
        const [stored] = storedPictures(canvas.toBuffer('image/png'))
        if (stored)
          prepared.push(await score(recogniser, readPrepared, await stored.draw(), reference))
      }
      all.alone.push(...alone)
      all.prepared.push(...prepared)
      console.log([called, dpi, cells(alone), cells(prepared)].join('\t'))
    }
  console.log(['all', '', cells(all.alone), cells(all.prepared)].join('\t'))
}

async function* pagesOf(path: string, only: number | undefined): AsyncGenerator<[number, Drawn]> {
  const bytes = readFileSync(path)
  if (!/\.pdf$/i.test(path)) {
    for (const [i, picture] of storedPictures(bytes).entries())
      if (only === undefined || only === i + 1) yield [i + 1, await picture.draw()]
    return
  }
  const { document, close } = await openPdf(bytes, path, { picturePixels: 80_000_000 })
  for (let number = 1; number <= Math.min(only ?? 3, document.numPages); number++)
    if (only === undefined || only === number)
      yield [number, await renderPage(document, await document.getPage(number))]
  await close()
}

async function measureFile(recogniser: Recogniser, argument: string): Promise<void> {
  const [, path = '', page, transcript] = /^(.*?)(?:#(\d+))?(?:=(.+))?$/.exec(argument) ?? []
  for await (const [number, drawn] of pagesOf(path, page ? Number(page) : undefined)) {
    const name = `${basename(path)}\t${number}`
    if (transcript) {
      const reference = readFileSync(transcript, 'utf8')
      const alone = await score(recogniser, readAlone, drawn, reference)
      const prepared = await score(recogniser, readPrepared, drawn, reference)
      console.log([name, cells([alone]), cells([prepared])].join('\t'))
      continue
    }
    const started = performance.now()
    const read = await readPicture(recogniser, drawn.colours, drawn.dpi, () => undefined)
    const seconds = (performance.now() - started) / 1000
    console.log(
      [name, seconds.toFixed(1), read.confidence.toFixed(0), read.words.length].join('\t'),
    )
  }
}

const recogniser = await takeRecogniser()
try {
  const files = process.argv.slice(2)
  if (files.length === 0) await measureDrawn(recogniser)
  else
    console.log(
      `file\tpage\t${files.some((f) => f.includes('=')) ? heading : 'seconds\tconfidence\twords'}`,
    )
  for (const path of files) await measureFile(recogniser, path)
} finally {
  await recogniser.release()
}
