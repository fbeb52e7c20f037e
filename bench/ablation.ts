// What each dictionary, rule and refinement contributes: the score on annotated documents without it, against the whole.
// A type's F1 is shown where it falls by 0.001 or more.
//
//   node bench/ablation.ts GOLD_FOLDER SCORE_SCRIPT
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexDictionaries } from '../src/lexicon/index-dictionaries.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import { defaultFolder } from '../src/lexicon/load.ts'
import { readTsv } from '../src/lexicon/read-tsv.ts'
import {
  columnsOf,
  type Dictionaries,
  type DictionaryName,
  dictionaryNames,
  schemas,
} from '../src/lexicon/schemas.ts'
import type { ParsedDocument, VanthuRecord } from '../src/model.ts'
import { createReader } from '../src/parse/reader.ts'
import { makeRecord } from '../src/record/make-record.ts'

const [gold, scoreScript] = process.argv.slice(2)
if (!gold || !scoreScript)
  throw new Error('Give the folder of annotated documents and the script that scores.')

const dictionaries = Object.fromEntries(
  dictionaryNames.map((name) => {
    const file = `${name}.tsv`
    const { rows } = readTsv(file, readFileSync(join(defaultFolder, file), 'utf8'), columnsOf(name))
    return [name, rows.map(({ line, cells }) => ({ line, row: schemas[name].parse(cells) }))]
  }),
) as unknown as Dictionaries

const lexiconWithout = (name: DictionaryName | null): Lexicon =>
  indexDictionaries(name ? { ...dictionaries, [name]: [] } : dictionaries, name ?? 'all')

type Read = { name: string; bytes: number; parsed: ParsedDocument }

async function readAll(folder: string): Promise<Read[]> {
  const reader = createReader()
  const takeMember = async ({ bytes }: { bytes: AsyncIterable<unknown> }) => {
    for await (const _ of bytes);
  }
  const documents: Read[] = []
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const bytes = statSync(path).size
    documents.push({ name, bytes, parsed: await reader.read({ name, path, takeMember }) })
  }
  await reader.close()
  return documents
}

const documents = await readAll(join(gold, 'files'))
const folder = mkdtempSync(join(tmpdir(), 'vanthu-ablation-'))

/** F1 by type of records, by the script. */
function scoresOf(records: readonly VanthuRecord[]): Map<string, number> {
  const path = join(folder, 'records.ndjson')
  writeFileSync(path, records.map((record) => JSON.stringify(record)).join('\n'))
  const output = execFileSync(
    process.execPath,
    [scoreScript ?? '', '--gold', gold ?? '', '--json', path],
    { encoding: 'utf8' },
  )
  const types: Record<string, { f1: number }> = JSON.parse(output).types
  return new Map(Object.entries(types).map(([type, { f1 }]) => [type, f1]))
}

const recordsWith = (lexicon: Lexicon): VanthuRecord[] =>
  documents.map(({ name, bytes, parsed }) =>
    makeRecord(
      parsed,
      { name, bytes, sha256: ''.padStart(64, '0'), mediaType: parsed.mediaType },
      lexicon,
    ),
  )

const whole = recordsWith(lexiconWithout(null))
const wholeScores = scoresOf(whole)

function report(what: string, records: readonly VanthuRecord[]): void {
  const falls: string[] = []
  for (const [type, f1] of scoresOf(records)) {
    const before = wholeScores.get(type) ?? 0
    if (before - f1 >= 0.001) falls.push(`${type} ${before.toFixed(3)} → ${f1.toFixed(3)}`)
  }
  console.log(`${what}\t${falls.join(', ') || '-'}`)
}

/** The record without the items of each list that `drops` names. */
const without = (
  drops: (list: string, item: { rule?: string; inferred?: boolean }) => boolean,
): VanthuRecord[] =>
  whole.map((record) => {
    const kept = Object.entries(record).map(([list, value]) =>
      Array.isArray(value)
        ? [
            list,
            value.filter((item) => !drops(list, item as { rule?: string; inferred?: boolean })),
          ]
        : [list, value],
    )
    return Object.fromEntries(kept) as VanthuRecord
  })

try {
  console.log('without\twhat falls')
  for (const name of dictionaryNames) {
    try {
      report(`dictionary ${name}`, recordsWith(lexiconWithout(name)))
    } catch (error) {
      console.log(`dictionary ${name}\tnothing runs: ${String(error)}`)
    }
  }
  const rules = new Set<string>()
  for (const record of whole)
    for (const [list, items] of Object.entries(record))
      if (Array.isArray(items))
        for (const item of items)
          if (typeof item === 'object' && item !== null && 'rule' in item)
            rules.add(`${list} ${item.rule}`)
  for (const rule of [...rules].sort())
    report(
      `rule ${rule}`,
      without((list, item) => `${list} ${item.rule}` === rule),
    )
  report(
    'refinement: years that are not written',
    without((list, item) => list === 'dates' && item.inferred === true),
  )
  report(
    'refinement: organisations completed from context',
    whole.map((record) => ({
      ...record,
      officials: record.officials.map((official) => ({
        ...official,
        positions: official.positions.map((position) =>
          position.evidence ? { ...position, organisation: null } : position,
        ),
      })),
    })),
  )
} finally {
  rmSync(folder, { recursive: true })
}
