// Files that come in over HTTP: the multipart form of the page and of POST /api/documents. Any field name will do.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../app/app.ts'
import { BadDocumentError, UserError } from '../errors.ts'
import { setAuditTarget } from './accounts/visitor.ts'

export type Upload = { id: string; name: string; isNew: boolean }
export type RefusedUpload = { name: string; code: string; message: string }
export type UploadResult = { documents: Upload[]; refused: RefusedUpload[] }

/** Refuses bodies of more bytes than `maxBytes`, before they are read where their length is announced. */
export function limitUploads(maxBytes: number) {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new HTTPException(413, {
        message: `The upload is larger than ${Math.floor(maxBytes / 1024 ** 2)} MB; send fewer or smaller files at once, or put them into the inbox folder.`,
      })
    },
  })
}

/**
 * Refuses forms that another web site makes a visitor's browser send. Programs send neither header and may pass.
 * @throws HTTPException 403
 */
export function refuseForeignForms(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  const origin = c.req.header('origin')
  const own: string | undefined = c.get(ownOriginKey)
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const isOwn = own === undefined ? isOriginOf(origin ?? '', host) : origin === own
  const isForeign = site !== undefined || (origin !== undefined && !isOwn)
  if (isForeign)
    throw new HTTPException(403, {
      message: 'This was sent by a page of another web site and was refused.',
    })
}

const ownOriginKey = 'own-origin'

/** Says under which origin browsers know us, where that is not told by the Host of a request. */
export const setOwnOrigin = (c: Context, origin: string): void => c.set(ownOriginKey, origin)

const isOriginOf = (origin: string, host: string) =>
  URL.canParse(origin) && new URL(origin).host === host

/** Ingests every file of a multipart request, in order. Safe to send again: the same bytes are one document. */
export async function receiveUploads(app: App, c: Context): Promise<UploadResult> {
  refuseForeignForms(c)
  const files = await filesOf(c)
  if (files.length === 0)
    throw new UserError('No file came with the upload: choose at least one file and send it again.')
  const result: UploadResult = { documents: [], refused: [] }
  for (const file of files) {
    const name = safeName(file.name)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      result.documents.push({ ...(await app.ingest({ name, bytes })), name })
      setAuditTarget(
        c,
        result.documents.map(({ id }) => id),
      )
    } catch (error) {
      // One unreadable file must not lose the others of the same upload.
      if (!(error instanceof BadDocumentError) || files.length === 1) throw error
      result.refused.push({ name, code: error.code, message: error.message })
    }
  }
  return result
}

async function filesOf(c: Context): Promise<File[]> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    throw new UserError(
      'Upload files as multipart/form-data, for example: curl -F file=@bao-cao.pdf URL.',
    )
  let form: FormData
  try {
    form = await c.req.formData()
  } catch (error) {
    if (error instanceof HTTPException) throw error
    throw new UserError('The multipart form is damaged or was cut off: send it again.', {
      cause: error,
    })
  }
  // Browsers send an empty file without a name for a field that was left empty.
  return [...form.values()].filter(
    (value): value is File => typeof value !== 'string' && !(value.name === '' && value.size === 0),
  )
}

/** The last part of a path as a client gave it, NFC, without control characters; never empty. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim()
  return clean.slice(0, 200) || 'upload'
}
