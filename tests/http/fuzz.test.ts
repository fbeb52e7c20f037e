// Over SQLite.
import { openFilledSite } from './support/filled-site.ts'
import { fuzzCases } from './support/fuzz.case.ts'

fuzzCases(openFilledSite, 'all')
