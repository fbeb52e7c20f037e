// Errors of DNS, sockets, TLS and HTTP framing → what they mean for a visit, in a sentence for the operator.
import { portOf } from './address-guard.ts'
import { FetchFault, failed, later } from './fetch-fault.ts'
import type { FailureCode } from './fetch-outcome.ts'

const tlsCodes: Record<string, FailureCode> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-incomplete-chain',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-name',
}

const tlsSentences: Record<string, (host: string, port: number) => string> = {
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired; its owner has to renew it.`,
  CERT_NOT_YET_VALID: (host) =>
    `The certificate of ${host} is not valid yet; check this machine's clock.`,
  'tls-self-signed': (host) =>
    `The certificate of ${host} is signed by itself or by an authority unknown here. If that is known to be right, add the certificate (PEM) as extra certificate of ${host}.`,
  'tls-incomplete-chain': (host, port) =>
    `${host} does not send the intermediate certificate that its own was signed with. Download it from the address under “CA Issuers” in the certificate (openssl s_client -connect ${host}:${port} shows it), turn it into PEM (openssl x509 -inform der -in FILE -out FILE.pem), and add it as extra certificate of ${host}.`,
  'tls-wrong-name': (host) => `The certificate of ${host} is made out to another name.`,
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_SOCKET',
])

/**
 * The fault that an error of a request to `url` stands for.
 * @param answered whether the headers of an answer had come, so that what broke off is its body
 * @throws the error itself where it is none of the network's
 */
export function transportFault(error: unknown, url: URL, answered: boolean): FetchFault {
  const host = url.hostname
  if (error instanceof FetchFault) return error
  const { code = '', name, message } = error as NodeJS.ErrnoException
  const tls = tlsCodes[code]
  if (tls) {
    const sentence = tlsSentences[code] ?? tlsSentences[tls]
    return failed(tls, sentence?.(host, portOf(url)) ?? message, error)
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO')
    return failed('tls-other', `No secure connection to ${host} came about: ${message}`, error)
  if (code === 'ENOTFOUND' || code === 'ENODATA')
    return failed('no-such-host', `There is no host ${host}.`, error)
  if (code.startsWith('EAI_') || code === 'ESERVFAIL' || code === 'ETIMEOUT')
    return later('dns', `The address of ${host} could not be looked up (${code}).`, 0, error)
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return later('timeout', `${host} did not take the connection in time.`, 0, error)
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return failed('headers-too-large', `The headers of ${host} are too large.`, error)
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return later('cut', `The body of ${host} is not as long as it says.`, 0, error)
  if (name === 'HTTPParserError')
    return failed('bad-answer', `What ${host} answers is not HTTP: ${message}`, error)
  if (connectionCodes.has(code))
    return answered
      ? later('cut', `The connection to ${host} broke off within the body.`, 0, error)
      : later('connection', `No connection to ${host}: ${message || code}`, 0, error)
  throw error
}
