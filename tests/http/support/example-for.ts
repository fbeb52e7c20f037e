// What is sent to be taken: bodies that are right.
import type { FilledSite } from './filled-site.ts'

export const exampleFor = {
  source: ({ site }: FilledSite) => ({
    url: `${site.origin}/`,
    name: 'Sở Giáo dục',
    every: '0 3 * * *',
    province: 'dien-bien',
    depth: 3,
    include: ['/tin/*'],
    exclude: ['/en/*'],
    maxPages: 5,
    delaySeconds: 0,
    allowHosts: ['127.0.0.1'],
    extraCas: {},
  }),
}
