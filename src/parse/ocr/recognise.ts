// Reads the words of a picture with tesseract and its Vietnamese model, offline. The only file that imports tesseract.js.
//
//   const engine = await startEngine()
//   await engine.read(picture, { dpi: 200 })  →  [{ baseline: …, words: [{ text: 'Điều', confidence: 96, … }] }]
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker as Thread } from 'node:worker_threads'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { messageOf } from '../../errors.ts'
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
  /** Read from a ruled table, where short and doubtful is no sign of a scribble. */
  inTable?: boolean
}

/** How words lie on a picture: columns and paragraphs to be looked for, one even block, or words wherever they stand. */
export type Spread = 'page' | 'block' | 'sparse'

const pageModes = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK, sparse: PSM.SPARSE_TEXT }

export type ReadOptions = {
  dpi: number
  spread?: Spread | undefined
  onProgress?: (() => void) | undefined
}

/** Thrown where the model of Vietnamese is not installed, or damaged. */
export class NoModelError extends Error {
  override name = 'NoModelError'
}

const language = 'vie'

/** Tesseract in a thread of this process. */
export type Engine = {
  readonly alive: boolean
  /** Reads one picture. Throws what tesseract says where it cannot; nobody knows then what state it is in. */
  read(picture: GreyPicture, options: ReadOptions): Promise<RecognisedLine[]>
  /** Whether the thread keeps this process alive. */
  hold(holds: boolean): void
  end(): Promise<void>
}

/** Starts tesseract. Throws NoModelError where its Vietnamese data is missing or damaged. */
export async function startEngine(): Promise<Engine> {
  const langPath = await modelFolder()
  let onProgress: (() => void) | undefined
  let failure: unknown
  const worker = await new Promise<Worker>((resolve, reject) => {
    createWorker(language, OEM.LSTM_ONLY, {
      langPath,
      cacheMethod: 'none',
      logger: () => onProgress?.(),
      // Without it one bad picture would end the process. A start that fails is told here and nowhere else.
      errorHandler: (error: unknown) => {
        failure = error
        reject(new NoModelError(`The Vietnamese model of tesseract does not load: ${error}`))
      },
    }).then(resolve, reject)
  })
  const thread = (worker as Worker & { worker: Thread }).worker
  let alive = true
  const gone = new Promise<never>((_, reject) => {
    const end = (why: string) => {
      alive = false
      reject(new Error(why))
    }
    thread.once('error', (error) => end(messageOf(error)))
    thread.once('exit', (code) => end(`its thread ended with status ${code}`))
  })
  // Nobody listens while nothing is read.
  gone.catch(() => undefined)
  return {
    get alive() {
      return alive
    },
    hold: (holds) => (holds ? thread.ref() : thread.unref()),
    async read(picture, { dpi, spread = 'page', onProgress: listener }) {
      onProgress = listener
      failure = undefined
      try {
        const options = {
          user_defined_dpi: String(Math.round(dpi)),
          tessedit_pageseg_mode: pageModes[spread],
          // Its remarks ("Detected 388 diacritics") go nowhere.
          debug_file: '/dev/null',
        }
        const reading = worker.recognize(pgmOf(picture), options as object, {
          text: false,
          blocks: true,
        })
        // The thread may end while it reads: then this never settles, and `gone` tells.
        reading.catch(() => undefined)
        const { data } = await Promise.race([reading, gone])
        return linesOf(data.blocks ?? [])
      } catch (error) {
        const why = typeof failure === 'string' ? failure : messageOf(error)
        throw new Error(`tesseract: ${why}`, { cause: error })
      } finally {
        onProgress = undefined
      }
    },
    async end() {
      alive = false
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

/** "|Số": the side of a table's cell that was read with its first word. */
const withoutRules = (text: string) =>
  text.replace(/^[|¦]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[|¦]+$/gu, '')

function linesOf(blocks: readonly Tesseract.Block[]): RecognisedLine[] {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .map((line) => ({
      words: line.words
        .map((word) => ({
          text: withoutRules(word.text.normalize('NFC').trim()),
          confidence: word.confidence,
          ...word.bbox,
        }))
        .filter((word) => word.text !== ''),
      baseline: line.baseline,
      height: line.rowAttributes?.rowHeight ?? line.bbox.y1 - line.bbox.y0,
    }))
    .filter((line) => line.words.length > 0)
}
