// The port of bytes. tests/contracts has the suite that every adapter passes.
import type { Readable } from 'node:stream'

export type StoredBlob = {
  id: string
  bytes: number
  /** When it was stored, in milliseconds since 1970. */
  storedAtMs: number
}

/**
 * Bytes by their SHA-256. What was put is never changed by us; what disks and people do to it is seen by whoever hashes the
 * bytes that `get` and `withFile` give as they are.
 */
export type BlobStore = {
  /** Stores bytes durably (temporary name, fsync, rename, fsync of the folder, verified). Safe to run twice. */
  put(bytes: Readable | Uint8Array): Promise<{ id: string; bytes: number }>
  has(id: string): Promise<boolean>
  /** Reads a blob whole; throws (code ENOENT) when it is not there. */
  get(id: string): Promise<Uint8Array>
  /**
   * Runs `use` with the path of a local file that holds a blob, to be read only and only meanwhile. Throws (code ENOENT)
   * when it is not there.
   */
  withFile<T>(id: string, use: (path: string) => Promise<T>): Promise<T>
  /** All blobs, by id. What comes or goes meanwhile may be among them or not. */
  list(): AsyncIterable<StoredBlob>
  /** Names of what lies among the blobs and is none, nor on its way to become one. */
  strangers(): AsyncIterable<string>
  /** Removes a blob durably; nothing happens where there is none. */
  delete(id: string): Promise<void>
  close(): Promise<void>
}

/** Blobs that are only read. */
export type BlobReader = Pick<BlobStore, 'has' | 'withFile' | 'list' | 'strangers' | 'close'>
