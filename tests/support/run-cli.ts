// Runs the command line as a real process: `await runCli(['extract', '-'], { cwd, stdin: 'Báo cáo' })`.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'vanthu.ts')

export type CliRun = { status: number | null; stdout: string; stderr: string }
export type CliOptions = {
  cwd: string
  stdin?: string | Uint8Array
  environment?: Record<string, string>
}

/** Starts it; settings of the machine's own environment are kept out. */
export function startCli(
  args: readonly string[],
  { cwd, environment = {} }: CliOptions,
): ChildProcessWithoutNullStreams {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VANTHU_|NODE_OPTIONS|VITEST)/.test(name)),
  )
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...own, ...environment } })
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const child = startCli(args, options)
  // A program that refuses its arguments ends without reading.
  child.stdin.on('error', () => {})
  child.stdin.end(options.stdin ?? '')
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ])
  return { status, stdout, stderr }
}
