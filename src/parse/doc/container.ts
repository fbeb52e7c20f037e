// Opens the OLE container of a DOC, XLS or PPT file and hands out its streams. The only file that imports `cfb`.
import CFB from 'cfb'
import { BadDocumentError, messageOf } from '../../errors.ts'

export type Container = {
  /** The bytes of a stream at the top of the container; null where there is none. */
  stream(name: string): Buffer | null
}

/** Opens a container. Throws BadDocumentError `corrupt` where its tables are damaged or cut off. */
export function openContainer(bytes: Uint8Array, name: string): Container {
  let container: CFB.CFB$Container
  try {
    container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
    })
  } catch (error) {
    throw new BadDocumentError(
      'corrupt',
      `${name} is damaged or was cut off: its OLE container cannot be opened (${messageOf(error)}).`,
      { cause: error },
    )
  }
  return {
    stream(wanted) {
      const index = container.FullPaths.findIndex(
        (path) => path.slice(path.indexOf('/') + 1) === wanted,
      )
      const content = container.FileIndex[index]?.content
      return content && content.length > 0 ? Buffer.from(content as Uint8Array) : null
    },
  }
}
