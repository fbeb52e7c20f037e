// Processes of archives: started as people start them, found again, ended by their own ids only.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LogLine, Role } from './engines.ts'

const project = join(import.meta.dirname, '../..')
type Program = Exclude<Role, 'other'>
/** As `npm start` has it. */
const programOf = (program: Program): string[] =>
  program === 'serve'
    ? [join(project, 'src/cli/vanthu.ts'), 'serve', '--json']
    : [join(project, `workers/${program}.ts`)]

export type Surroundings = {
  /** The folder that it works in. */
  cwd: string
  env: NodeJS.ProcessEnv
  /** Program and arguments that it is run by, which must leave it its process id. */
  under?: readonly string[] | undefined
  /** Where its lines are added. */
  log: LogLine[]
}
export type Started = {
  role: Role
  child: ChildProcess
  /** Its address, '' for workers, as soon as it is ready. */
  ready: Promise<string>
}

/** Starts the program of a role. */
export function startProcess(
  role: Role,
  program: Program,
  { cwd, env, under = [], log }: Surroundings,
): Started {
  const [command = '', ...args] = [...under, process.execPath, ...programOf(program)]
  const child = spawn(command, args, {
    ...{ cwd, env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      said.push(line)
      if (!line.startsWith('{')) return
      const fields = JSON.parse(line)
      if (typeof fields.address === 'string') return resolve(fields.address)
      log.push({ role, ...fields })
      if (fields.message === `worker ${program} is ready`) resolve('')
    }
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', hear)
    child.once('close', (code, signal) =>
      reject(new Error(`${role} ended with ${code ?? signal}: ${said.join('\n')}`)),
    )
  })
  // Whoever ends it before it is ready does not wait for that.
  ready.catch(() => {})
  return { role, child, ready }
}

/** Settings of this machine's own archive stay out; what is written for a while goes where it is looked for. */
export function cleanEnvironment(base: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VANTHU_|NODE_OPTIONS|VITEST)/.test(name),
  )
  return {
    ...Object.fromEntries(own),
    TMPDIR: join(base, 'tmp'),
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
  }
}

/** Ids of the processes that one has started. */
export async function childrenOf(pid: number): Promise<number[]> {
  const lists = await readdir(`/proc/${pid}/task`).catch(() => [])
  const found = await Promise.all(
    lists.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  // One that is just going is listed as 0.
  return found.flatMap((list) => (list.match(/[1-9]\d*/g) ?? []).map(Number))
}

/**
 * Ids of the processes that work in a folder, whoever started them. Only Linux tells. Waits for nothing, so that it can be
 * asked for at the very end too.
 */
export function processesIn(folder: string): number[] {
  const names = existsSync('/proc/self/cwd') ? readdirSync('/proc') : []
  return names
    .filter((name) => /^\d+$/.test(name) && cwdOf(name) === folder)
    .map(Number)
    .filter((pid) => pid !== process.pid)
}

function cwdOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    // Gone meanwhile, or another user's.
    return ''
  }
}

/** Sends a signal to a process that was started here; nothing where it is gone. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The most memory that a process has had, in MB; only Linux tells, elsewhere 0. */
export async function peakMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

/** How much a process has written, in MB, to files and elsewhere; only Linux tells, elsewhere 0. */
export async function writtenMb(pid: number): Promise<number> {
  const io = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '')
  return Number(/^wchar: (\d+)/m.exec(io)?.[1] ?? 0) / 1024 ** 2
}
