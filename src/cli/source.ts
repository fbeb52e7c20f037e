// `vanthu source …`: the sites that are crawled.
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../app/app.ts'
import { UserError } from '../errors.ts'
import type { CrawlSource, SourceProgress } from '../model/crawl.ts'
import { jobKinds } from '../model.ts'
import { isSure } from './ask.ts'
import { openApp } from './open-app.ts'
import { oneLine, print, printJson, say } from './output.ts'
import { showProgress } from './progress.ts'
import { type SourceOptions, settingsOf } from './source-options.ts'
import { offerText, progressText, sourceTable } from './source-words.ts'

type Json = { json?: boolean }

const lookEveryMs = 250
/** A run that waits longer than this is left to `vanthu serve`. */
const longestWaitMs = 60_000

/** Looks at the site, shows what it would take, asks, adds; gives the exit status. */
export async function addSource(
  url: string,
  options: SourceOptions & Json & { yes?: boolean; run?: boolean },
): Promise<number> {
  const { app, close } = await openApp()
  const input = { url, ...(await settingsOf(options, url)) }
  say(`Looking at ${oneLine(url)} …`)
  const offer = await app.probeSource(input)
  if (!options.json) await print(offerText(offer))
  if (!options.yes && process.stdin.isTTY && !(await isSure('Add it?'))) {
    say('Nothing was added.')
    await close()
    return 0
  }
  const source = await app.addSource(input, offer)
  const progress = options.run ? await runToEnd(app, source.id) : await progressOf(app, source.id)
  const isLocal = app.hasOwnQueue
  await close()
  if (options.json) await printJson({ source, offer, progress })
  else if (options.run) await print(`\n${progressText(progress)}`)
  else
    await print(
      `\nAdded as ${source.id}. ${isLocal ? `Its first run begins with "vanthu serve", or now with "vanthu source run ${source.id}".` : 'The crawl workers begin its first run.'}`,
    )
  return 0
}

export async function listSources(options: Json): Promise<number> {
  const { app, close } = await openApp()
  const all: SourceProgress[] = []
  for (const { id } of await app.sources()) all.push(await progressOf(app, id))
  await close()
  if (options.json) await printJson(all)
  else
    await print(
      all.length > 0
        ? sourceTable(all)
        : 'No site is crawled yet; add one with "vanthu source add URL".',
    )
  return 0
}

export async function showSource(id: string, options: Json): Promise<number> {
  const { app, close } = await openApp()
  const progress = await progressOf(app, id)
  await close()
  if (options.json) await printJson(progress)
  else await print(progressText(progress))
  return 0
}

export async function editSource(id: string, options: SourceOptions & Json): Promise<number> {
  const { app, close } = await openApp()
  const known = there(id, await app.source(id))
  const { json: _, ...settings } = options
  const source = there(id, await app.editSource(id, await settingsOf(settings, known.url)))
  await close()
  await tell(source, options, `${source.id} is changed.`)
  return 0
}

export async function pauseSource(id: string, paused: boolean, options: Json): Promise<number> {
  const { app, close } = await openApp()
  const source = there(id, await app.pauseSource(id, paused))
  await close()
  await tell(
    source,
    options,
    paused ? `${id} is paused.` : `${id} goes on: next run ${source.nextRunAt}.`,
  )
  return 0
}

/** Begins a run; where jobs wait in this process, works on it until it is over. */
export async function runSource(id: string, options: Json): Promise<number> {
  const { app, close } = await openApp()
  there(id, await app.runSource(id))
  const progress = app.hasOwnQueue ? await runToEnd(app, id) : await progressOf(app, id)
  const isLocal = app.hasOwnQueue
  await close()
  if (options.json) await printJson(progress)
  else {
    await print(progressText(progress))
    if (!isLocal) await print('The crawl workers work on it.')
  }
  return isLocal && progress.source.run?.endedAt === null ? 4 : 0
}

export async function removeSource(id: string, options: Json & { yes?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const { name } = there(id, await app.source(id))
  if (!options.yes && !process.stdin.isTTY)
    throw new UserError('Removing a source cannot be undone: say --yes to do it unasked.')
  if (!options.yes && !(await isSure(`Remove ${oneLine(name)} (${id})? Its documents stay.`))) {
    say('Nothing was removed.')
    await close()
    return 0
  }
  const source = there(id, await app.removeSource(id))
  await close()
  await tell(source, options, `${id} is removed. Its documents stay in the archive.`)
  return 0
}

async function runToEnd(app: App, id: string): Promise<SourceProgress> {
  app.startWorkers(jobKinds)
  const bar = showProgress('Crawling', 1, 'page')
  let progress = await progressOf(app, id)
  const isGoingOn = ({ source: { run } }: SourceProgress) =>
    run?.endedAt === null &&
    !(run.waitsUntil !== null && Date.parse(run.waitsUntil) > Date.now() + longestWaitMs)
  while (isGoingOn(progress)) {
    await wait(lookEveryMs)
    progress = await progressOf(app, id)
    const visits = progress.source.run?.visits ?? 0
    bar.update(visits, visits + progress.waiting)
  }
  bar.end()
  // What was fetched is read before this process ends; others' runs are not waited for.
  while (await isReading(app)) await wait(lookEveryMs)
  return progressOf(app, id)
}

async function isReading(app: App): Promise<boolean> {
  const { queue } = await app.status()
  if (!queue) return false
  const { parse, extract } = queue
  return parse.waiting + parse.running + extract.waiting + extract.running > 0
}

async function progressOf(app: App, id: string): Promise<SourceProgress> {
  return there(id, await app.sourceProgress(id))
}

function there<T>(id: string, found: T | null): T {
  if (found === null)
    throw new UserError(`There is no source ${id}; "vanthu source list" names them.`)
  return found
}

const tell = (source: CrawlSource, { json }: Json, sentence: string): Promise<void> =>
  json ? printJson(source) : print(sentence)
