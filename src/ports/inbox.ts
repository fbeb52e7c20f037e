// What the store keeps about inboxes.

/** Where a file of an inbox is by now: moved away well or badly, left where it was, or deleted. */
export type Shelf = 'done' | 'failed' | 'left' | 'deleted'

/** A file of an inbox that was taken or refused. Paths are relative to the folder. */
export type InboxFile = {
  /** The inbox, an absolute path. */
  folder: string
  /** Where it was found. */
  path: string
  size: number
  mtimeMs: number
  /** Null where it was refused, or its document is forgotten. */
  documentId: string | null
  /** Why it was refused, or why its document could not be read; null where there is nothing to tell. */
  error: { code: string; message: string } | null
  shelf: Shelf
  /** Where it lies, or lay before it was deleted. */
  shelfPath: string
  /** Where the note with the reason lies; null where there is none. */
  notePath: string | null
  at: string
}

/** One that is kept; `number` is its row's. */
export type KeptFile = InboxFile & { number: number }

/** A file that lies where the end state of its document does not belong. */
export type MisplacedFile = KeptFile & {
  name: string
  /** Why the document failed; null where it was read in the end. */
  failure: { code: string; message: string } | null
}

/** What people should know about a process that cannot go on for now. */
export type Notice = {
  /** "inbox /srv/scans on archive-1": the same after a restart. */
  process: string
  code: string
  message: string
  since: string
}
