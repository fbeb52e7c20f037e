// How people, scanners and shares write files into an inbox: in bursts, laid out first, replaced, deleted, very large.
import { execFileSync } from 'node:child_process'
import { appendFile, open, rename, truncate, unlink, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const burstBytes = 64 * 1024
/** Between two bursts; much longer than a file must be quiet. */
const pauseMs = 3_000

/** Writes a file that grows in bursts. */
export async function writeInBursts(path: string, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; at += burstBytes) {
    await appendFile(path, bytes.subarray(at, at + burstBytes))
    await wait(pauseMs)
  }
}

/** Gives a file its full size, as Samba does, and fills it in bursts, after a while in which nothing is in it but zeros. */
export async function fillLaidOut(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w')
  await file.write(Buffer.alloc(bytes.length))
  await wait(pauseMs)
  for (let at = 0; at < bytes.length; at += burstBytes) {
    await wait(pauseMs)
    await file.write(bytes, at, Math.min(burstBytes, bytes.length - at), at)
  }
  await file.close()
}

/** Writes one after the other under one name, each whole at once. */
export async function replaceAgainAndAgain(path: string, all: readonly Buffer[]): Promise<void> {
  for (const bytes of all) {
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
    // About as long as a file must be quiet: some are read, and replaced meanwhile.
    await wait(1_050)
  }
}

/** Writes a file and deletes it before it is quiet. */
export async function deleteSoon(path: string, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes)
  await unlink(path)
}

/** Makes a file of so many megabytes that takes no room on the disk. */
export async function sparse(path: string, megabytes: number): Promise<void> {
  await writeFile(`${path}.part`, 'Sáng nay')
  await truncate(`${path}.part`, megabytes * 1024 ** 2)
  await rename(`${path}.part`, path)
}

/** Makes what looks like a file and is the device of nothing. */
export function makeDevice(path: string): void {
  execFileSync('mknod', [path, 'c', '1', '3'], { stdio: 'ignore' })
}
