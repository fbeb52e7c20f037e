// The names and options of the commands that keep an archive: backups, copies, checks; each is loaded when it is called.
import { type Command, Option } from 'commander'

const json = () => new Option('--json', 'print JSON, for programs')

/** Adds the commands. `version` is this vanthu's; `end` is told the exit status of the one that was called. */
export function addUpkeepCommands(
  program: Command,
  version: string,
  end: (status: number) => void,
): void {
  const command = (name: string, description: string) =>
    program.command(name).description(description)

  command('migrate', 'copy the archive to another store while it is in use, or compare two')
    .requiredOption('--from <url>', 'the store to read, as in VANTHU_STORE_URL')
    .requiredOption('--to <url>', 'the store to write')
    .option(
      '--from-blobs <url>',
      'copy the blobs as well: the folder to read, as in VANTHU_BLOBS_URL',
    )
    .option('--to-blobs <url>', 'the folder to write them to')
    .option('--compare', 'only compare; write nothing')
    .addOption(json())
    .addHelpText(
      'after',
      `
Run it again after an interruption: what is there and equal is skipped. For a clean change, stop everything that writes to
the old store (serve, ingest, workers), run it once more, then start with the new VANTHU_STORE_URL.
Exit status: 0 both are equal, 3 documents differ, 4 the old store went on changing.

Example:
  $ vanthu migrate --from sqlite:data/vanthu.db --to postgres://vanthu:secret@db/vanthu`,
    )
    .action(async (options) => {
      end(await (await import('./migrate.ts')).migrate(options))
    })

  command('backup', 'write the whole archive into one file, while it is in use')
    .argument(
      '<file>',
      'the file to write: a tar that any machine restores, whatever keeps its archive',
    )
    .option('--force', 'replace the file where it is there')
    .addOption(json())
    .addHelpText(
      'after',
      `
The file bears its name only when it is whole and the disk has it. Check one with "vanthu verify FILE".
Exit status: 0 done, 3 done, but originals were missing or altered: they are named.

Example:
  $ vanthu backup /mnt/nas/vanthu-2026-03-01.tar`,
    )
    .action(async (file, options) => {
      end(await (await import('./backup.ts')).backup(file, { ...options, version }))
    })

  command('restore', 'fill an empty archive from a backup')
    .argument('<file>', 'what "vanthu backup" wrote')
    .addOption(json())
    .addHelpText(
      'after',
      `
A damaged file changes nothing. Interrupted, it can be run again. What waited to be read goes on at the next start.

Example:
  $ VANTHU_DATA=/srv/new vanthu restore vanthu-2026-03-01.tar`,
    )
    .action(async (file, options) => {
      end(await (await import('./restore.ts')).restore(file, options))
    })

  command('verify', 'hash every original, look rows and index over, change nothing')
    .argument('[file]', 'a backup to check instead of the archive')
    .addOption(json())
    .addHelpText(
      'after',
      `
Exit status: 0 all is well, 3 something was found: it is named; 2 or 4 it could not be looked at.

Examples:
  $ vanthu verify
  $ vanthu verify vanthu-2026-03-01.tar`,
    )
    .action(async (file, options) => {
      end(await (await import('./verify.ts')).verify(file, options))
    })

  command('reindex', 'make the search index anew from the records')
    .option(
      '--empty-first',
      'take all out of the index first, as where it is damaged; until the end, search finds less',
    )
    .addOption(json())
    .action(async (options) => {
      end(await (await import('./reindex.ts')).reindex(options))
    })
}
