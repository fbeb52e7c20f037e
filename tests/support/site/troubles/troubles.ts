// Everything that can be the matter with the site, by name.
import { addressTroubles } from './addresses.ts'
import { bodyTroubles } from './bodies.ts'
import { busyTroubles } from './busy.ts'
import { charsetTroubles } from './charsets.ts'
import { dateTroubles } from './dates.ts'
import { machineTroubles } from './machines.ts'
import { noticeTroubles } from './notices.ts'
import { redirectTroubles } from './redirects.ts'
import { robotsTroubles } from './robots.ts'
import type { Trouble } from './trouble.ts'

const all = {
  ...robotsTroubles,
  ...busyTroubles,
  ...bodyTroubles,
  ...redirectTroubles,
  ...charsetTroubles,
  ...noticeTroubles,
  ...addressTroubles,
  ...machineTroubles,
  ...dateTroubles,
}

export type { Trouble }
export type TroubleName = keyof typeof all
export const troubles: Record<TroubleName, Trouble> = all
export const troubleNames = Object.keys(all) as TroubleName[]
