// Names of accounts: what is one, and which two are the same.

/** Letters of any script, digits, and what stands in addresses; one space between words. */
const pattern = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._@+-]| (?! )){0,62}[\p{L}\p{M}\p{N}]$/u

/** The name as it is kept: NFC, spaces outside gone; null where it is none. */
export function accountName(typed: string): string | null {
  const name = typed.normalize('NFC').trim()
  return pattern.test(name) ? name : null
}

/** What tells accounts apart: "Lan.Nguyen" and "lan.nguyen" are one. Any text has a key, also one that is no name. */
export function accountKey(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().normalize('NFC').slice(0, 200)
}
