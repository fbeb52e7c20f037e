// What an error of S3-compatible storage means: the set-up is wrong, or the server is not there for now.
import { messageOf, TransientError, UserError } from '../../errors.ts'
import type { S3Address } from './s3-address.ts'

/** Codes of connections that were not made, or broke off. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
])

/** Answers below 500 that another try can turn: bytes damaged under way, a clock that the client sets right, throttling. */
const passingNames = new Set([
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'XAmzContentChecksumMismatch',
  'IncompleteBody',
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'RequestExpired',
  'OperationAborted',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
])

/** The error to throw for one that a request met. What is not the server's or the network's stays as it is. */
export function s3RefusalOf(error: unknown, address: S3Address): unknown {
  if (!(error instanceof Error)) return error
  const { shown, bucket, region } = address
  const refused = (sentence: string) => new UserError(sentence, { cause: error })
  const later = (what: string) =>
    new TransientError(`The blobs at ${shown} cannot be used now: ${what}.`, { cause: error })
  const { name } = error
  const code = codeOf(error)
  const status = statusOf(error)
  if (name === 'CredentialsProviderError')
    return refused(
      `There are no credentials for ${shown}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.`,
    )
  if (status === undefined) {
    if (isCertificateCode(code))
      return refused(
        `The certificate or the TLS of ${shown} is not accepted (${code}); check the endpoint in VANTHU_BLOBS_URL, or name your authority's certificate in NODE_EXTRA_CA_CERTS.`,
      )
    if (connectionCodes.has(code) || name === 'TimeoutError') return later(reasonOf(error))
    return error
  }
  if (status >= 500 || status === 429 || status === 408 || passingNames.has(name))
    return later(`the server answers ${status} ${name}`)
  if (name === 'NoSuchBucket')
    return refused(
      `There is no bucket "${bucket}" for ${shown}; make it, or name another in VANTHU_BLOBS_URL.`,
    )
  if (name === 'InvalidAccessKeyId' || name === 'SignatureDoesNotMatch' || name === 'ExpiredToken')
    return refused(
      `The credentials are not those of ${shown} (${name}); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    )
  if (status === 401 || status === 403)
    return refused(
      `The credentials have not all rights at ${shown} (${name}); vanthu needs s3:PutObject, s3:GetObject and s3:ListBucket.`,
    )
  if ((status >= 300 && status < 400) || name === 'AuthorizationHeaderMalformed')
    return refused(
      `The bucket "${bucket}" is not in the region ${region} (${name}); name the right one with "region=" in VANTHU_BLOBS_URL.`,
    )
  return new Error(`${shown} answers ${status} ${name}: ${messageOf(error)}`, { cause: error })
}

/** HTTP status of the server's answer; undefined where none came. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata
    ?.httpStatusCode
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? '')

/** Several addresses of a host that all refuse come as an error without words. */
function reasonOf(error: Error): string {
  const code = codeOf(error)
  const words = error.message || code
  return code && !words.includes(code) ? `${words} (${code})` : words
}

const isCertificateCode = (code: string): boolean =>
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO$)/.test(code)
