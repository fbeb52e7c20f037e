// The address of blobs on S3-compatible storage:
//
//   s3://bucket/prefix?region=ap-southeast-1                               Amazon's own
//   s3://bucket/prefix?endpoint=https://host:9000&region=us-east-1         MinIO, Ceph, Swift, Garage …
import { UserError } from '../../errors.ts'

export type S3Address = {
  bucket: string
  /** What every key begins with: empty, or ending with "/". */
  prefix: string
  /** Undefined: Amazon's endpoint of the region. */
  endpoint: string | undefined
  region: string
  /** The place as it is named in messages. */
  shown: string
}

const example = 's3://bucket/prefix?endpoint=https://host:9000&region=us-east-1'
/** What servers that have no regions go by. */
const usualRegion = 'us-east-1'

/** Reads VANTHU_BLOBS_URL. Throws UserError, which never repeats the URL: it may hold what should not be shown. */
export function readS3Address(
  url: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): S3Address {
  const wrong = (what: string) =>
    new UserError(`VANTHU_BLOBS_URL ${what}; it should look like ${example}.`)
  if (/^s3:[^?]*@/i.test(url))
    throw wrong(
      'holds credentials, which belong in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or in a profile',
    )
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 's3:') throw wrong('is no URL of S3-compatible storage')
  const bucket = parsed.host
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,62}$/.test(bucket)) throw wrong('names no bucket')
  for (const name of parsed.searchParams.keys())
    if (name !== 'endpoint' && name !== 'region')
      throw wrong(`has the option "${name}", which there is not (only endpoint and region)`)
  const endpoint = readEndpoint(parsed.searchParams.get('endpoint'), wrong)
  const region =
    parsed.searchParams.get('region') ||
    environment.AWS_REGION ||
    environment.AWS_DEFAULT_REGION ||
    (endpoint && usualRegion)
  if (!region) throw wrong('names neither an endpoint nor a region')
  const prefix = readPrefix(parsed.pathname, wrong)
  const at = endpoint ? ` on ${new URL(endpoint).host}` : ` in ${region}`
  return { bucket, prefix, endpoint, region, shown: `s3://${bucket}/${prefix}${at}` }
}

type Wrong = (what: string) => UserError

function readEndpoint(given: string | null, wrong: Wrong): string | undefined {
  if (!given) return undefined
  const parsed = URL.parse(given)
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw wrong('has an endpoint that does not begin with https:// or http://')
  if (parsed.username || parsed.password || parsed.search)
    throw wrong('has an endpoint with more than scheme, host, port and path')
  return parsed.href
}

function readPrefix(path: string, wrong: Wrong): string {
  let parts: string[]
  try {
    parts = decodeURIComponent(path).split('/').filter(Boolean)
  } catch (error) {
    if (error instanceof URIError) throw wrong('has a prefix with a "%" that is no escape')
    throw error
  }
  return parts.map((part) => `${part}/`).join('')
}
