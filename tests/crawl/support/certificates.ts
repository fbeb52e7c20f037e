// Certificates made by openssl for a test: a root, an intermediate below it, and servers' own.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Certificate = { key: string; cert: string; keyFile: string; certFile: string }

export type CertificateOptions = {
  name: string
  issuer?: Certificate
  isAuthority?: boolean
  /** How long it is valid; below 0 it has expired. */
  days?: number
}

/** Makes a key and a certificate in a folder; signed by itself where no issuer is given. */
export async function makeCertificate(
  folder: string,
  { name, issuer, isAuthority = false, days = 1 }: CertificateOptions,
): Promise<Certificate> {
  const path = join(folder, `${name}-${Math.random().toString(36).slice(2)}`)
  const [keyFile, certFile, requestFile, extFile] = ['key', 'pem', 'csr', 'ext'].map(
    (ending) => `${path}.${ending}`,
  ) as [string, string, string, string]
  const extensions = isAuthority
    ? 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n'
    : `basicConstraints=CA:FALSE\nsubjectAltName=DNS:${name}\n`
  await writeFile(extFile, extensions)
  await run('openssl', [
    ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-subj', `/CN=${name}`, '-keyout', keyFile, '-out', requestFile],
  ])
  const signer = issuer ? ['-CA', issuer.certFile, '-CAkey', issuer.keyFile] : ['-signkey', keyFile]
  await run('openssl', [
    ...['x509', '-req', '-in', requestFile, ...signer, '-extfile', extFile, '-out', certFile],
    ...['-days', String(days)],
  ])
  return {
    key: await readFile(keyFile, 'utf8'),
    cert: await readFile(certFile, 'utf8'),
    keyFile,
    certFile,
  }
}
