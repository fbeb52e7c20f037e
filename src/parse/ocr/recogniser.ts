// Lends tesseract to one document after the other, so that it is not started for each, and starts it anew after a failure.
//
//   const recogniser = await takeRecogniser()
//   await recogniser.read(picture, { dpi: 200 })
//   await recogniser.release()
import type { GreyPicture } from './picture.ts'
import { type Engine, type ReadOptions, type RecognisedLine, startEngine } from './recognise.ts'

export type Recogniser = {
  /** Reads one picture. Throws what tesseract says where it cannot; the next picture is read all the same. */
  read(picture: GreyPicture, options: ReadOptions): Promise<RecognisedLine[]>
  /** Gives it back: it stays ready for the next document for a while, then ends. */
  release(): Promise<void>
}

/** Loading the program and its model takes a second: worth keeping while documents follow each other. */
const keptMs = 30_000

let kept: { engine: Engine; timer: NodeJS.Timeout } | null = null

/** A recogniser for one document: the one that the document before gave back, or a new one. Throws NoModelError. */
export async function takeRecogniser(): Promise<Recogniser> {
  let engine: Engine | null = takeKept() ?? (await startEngine())
  return {
    async read(picture, options) {
      engine ??= await startEngine()
      try {
        return await engine.read(picture, options)
      } catch (error) {
        // After a failure nobody knows what state the program is in.
        const broken = engine
        engine = null
        await broken.end()
        throw error
      }
    },
    async release() {
      const done = engine
      engine = null
      if (done) await keep(done)
    },
  }
}

function takeKept(): Engine | null {
  if (!kept) return null
  const { engine, timer } = kept
  kept = null
  clearTimeout(timer)
  if (!engine.alive) return null
  engine.hold(true)
  return engine
}

async function keep(engine: Engine): Promise<void> {
  if (kept || !engine.alive) return await engine.end()
  engine.hold(false)
  const timer = setTimeout(() => {
    if (kept?.engine !== engine) return
    kept = null
    void engine.end()
  }, keptMs)
  timer.unref()
  kept = { engine, timer }
}
