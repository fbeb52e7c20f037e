// Looks a backup over: every hash in it, and what was not sound when it was made.

import { originalFaultWords } from '../original-fault.ts'
import type { Unsound } from './format.ts'
import { checkBackup, documentsIn } from './read-backup.ts'
import type { Finding } from './verify.ts'

export type BackupVerifyReport = {
  file: string
  madeAt: string
  /** Null where the backup does not reach so far. */
  documents: number | null
  originals: { count: number; bytes: number } | null
  findings: Array<Finding | { what: 'damaged'; id: string | null; name: string; message: string }>
}

/** Verifies a backup. Throws UserError where the file is none. `onProgress` is told of bytes. */
export async function verifyBackup(
  file: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<BackupVerifyReport> {
  const { manifest, summary, sums, faults, damaged } = await checkBackup(file, onProgress)
  const findings: BackupVerifyReport['findings'] = faults.map((fault) => ({
    what: 'damaged',
    id: null,
    name: '',
    message: `${file}: ${fault}.`,
  }))
  const names = await namesOf(file, sums, new Set(damaged))
  for (const id of damaged) {
    const name = names.get(id) ?? ''
    const message = `${name || id}: its original in the backup does not have its SHA-256.`
    findings.push({ what: 'damaged', id, name, message })
  }
  for (const { id, name, fault } of summary?.unsound ?? [])
    findings.push(before({ id, name, fault }))
  return {
    file,
    madeAt: manifest.madeAt,
    documents: summary?.documents ?? null,
    originals: summary?.originals ?? null,
    findings,
  }
}

const before = ({ id, name, fault }: Unsound): Finding => ({
  what: fault,
  id,
  name,
  message: `${name || id}: when the backup was made, ${originalFaultWords[fault]}.`,
})

/** Names of documents, as far as the backup can be read. */
async function namesOf(
  file: string,
  sums: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (ids.size === 0) return names
  try {
    for await (const { row } of documentsIn(file, sums))
      if (ids.has(row.id)) names.set(row.id, row.name)
  } catch {
    // Its rows are damaged as well, which is told already; the ids name the originals then.
  }
  return names
}
