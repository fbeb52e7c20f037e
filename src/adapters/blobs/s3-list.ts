// The objects below a prefix of S3-compatible storage, page after page.
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'

export type ListedObject = { key: string; bytes: number; storedAtMs: number }

/** In the order of their keys. `call` runs each request; it decides what is tried again. */
export async function* listObjects(
  client: S3Client,
  {
    bucket,
    prefix,
    call,
    pageSize = 1000,
  }: {
    bucket: string
    prefix: string
    call: <T>(run: () => Promise<T>) => Promise<T>
    pageSize?: number
  },
): AsyncGenerator<ListedObject> {
  let next: string | undefined
  do {
    const page = await call(() =>
      client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          MaxKeys: pageSize,
          ContinuationToken: next,
        }),
      ),
    )
    for (const { Key, Size, LastModified } of page.Contents ?? [])
      if (Key !== undefined)
        yield { key: Key, bytes: Size ?? 0, storedAtMs: LastModified?.getTime() ?? Date.now() }
    next = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (next !== undefined)
}
