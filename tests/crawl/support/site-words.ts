// The dictionary of site words, for tests of discovery.
import { createSiteWords } from '../../../src/crawl/site-words.ts'
import { loadLexicon } from '../../../src/lexicon/load.ts'

export const words = createSiteWords(loadLexicon().siteWords)
