// Reads the words of a picture with tesseract and its Vietnamese model, offline. The only file that imports tesseract.js.
//
//   const recogniser = await startRecogniser()
//   await recogniser.read(picture, { dpi: 200 })  →  { lines: [{ baseline: 412, words: [{ text: 'Điều', confidence: 96, … }] }] }
//   await recogniser.close()
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, PSM, type Worker } from 'tesseract.js'
import { type GreyPicture, pgmOf } from './picture.ts'

/** A word with its place in pixels from the upper left corner and tesseract's own confidence, 0–100. */
export type RecognisedWord = {
  text: string
  confidence: number
  x0: number
  y0: number
  x1: number
  y1: number
}

export type RecognisedLine = {
  words: RecognisedWord[]
  /** Height of the baseline below the top, at the left and the right end of the line. */
  baseline: { x0: number; y0: number; x1: number; y1: number }
  /** From descenders to ascenders, in pixels. */
  height: number
}

export type Recogniser = {
  /** Reads one picture. Throws what tesseract says where it cannot. */
  read(
    picture: GreyPicture,
    options: { dpi: number; onProgress?: (() => void) | undefined },
  ): Promise<RecognisedLine[]>
  close(): Promise<void>
}

/** Thrown where the model of Vietnamese is not installed. */
export class NoModelError extends Error {
  override name = 'NoModelError'
}

const language = 'vie'

/** Starts tesseract in a thread of this process. Throws NoModelError where its Vietnamese data is missing. */
export async function startRecogniser(): Promise<Recogniser> {
  const langPath = await modelFolder()
  let onProgress: (() => void) | undefined
  let failure: unknown
  const worker: Worker = await createWorker(language, undefined, {
    langPath,
    cacheMethod: 'none',
    logger: () => onProgress?.(),
    // Without it one bad picture would end the process.
    errorHandler: (error: unknown) => {
      failure = error
    },
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO })
  return {
    async read(picture, options) {
      onProgress = options.onProgress
      failure = undefined
      try {
        const { data } = await worker.recognize(
          pgmOf(picture),
          { user_defined_dpi: String(options.dpi) } as object,
          { text: false, blocks: true },
        )
        return linesOf(data.blocks ?? [])
      } catch (error) {
        throw new Error(`tesseract: ${String(failure ?? error)}`, { cause: error })
      } finally {
        onProgress = undefined
      }
    },
    async close() {
      await worker.terminate()
    },
  }
}

async function modelFolder(): Promise<string> {
  try {
    const home = dirname(
      fileURLToPath(import.meta.resolve(`@tesseract.js-data/${language}/package.json`)),
    )
    const folder = join(home, '4.0.0_best_int')
    await access(join(folder, `${language}.traineddata.gz`))
    return folder
  } catch (error) {
    throw new NoModelError('The Vietnamese model of tesseract is not installed.', { cause: error })
  }
}

function linesOf(blocks: readonly Tesseract.Block[]): RecognisedLine[] {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .map((line) => ({
      words: line.words
        .map((word) => ({
          text: word.text.normalize('NFC').trim(),
          confidence: word.confidence,
          ...word.bbox,
        }))
        .filter((word) => word.text !== ''),
      baseline: line.baseline,
      height: line.rowAttributes?.rowHeight ?? line.bbox.y1 - line.bbox.y0,
    }))
    .filter((line) => line.words.length > 0)
}
