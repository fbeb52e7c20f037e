// The shape of dictionary files: what is read, and what every kind of fault is called.
import { describe, expect, test } from 'vitest'
import { describeProblem, readTsv } from '../../src/lexicon/read-tsv.ts'

const columns = ['id', 'name', 'note']
const header = 'id\tname\tnote\n'
const read = (content: string) => readTsv('x.tsv', content, columns)

describe('reads', () => {
  test.each([
    ['rows with their lines', `${header}a\tHòa Bình\t\nb\tHuế\tsee a\n`],
    ['a byte-order mark', `\uFEFF${header}a\tHòa Bình\t\nb\tHuế\tsee a\n`],
    ['Windows line ends', `${header}a\tHòa Bình\t\nb\tHuế\tsee a\n`.replaceAll('\n', '\r\n')],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual({
      problems: [],
      rows: [
        { line: 2, cells: { id: 'a', name: 'Hòa Bình', note: '' } },
        { line: 3, cells: { id: 'b', name: 'Huế', note: 'see a' } },
      ],
    })
  })
})

describe('names the fault', () => {
  test.each([
    ['NFD', `${header}a\t${'Huế'.normalize('NFD')}\t\n`, /^x\.tsv:2:2: name .*NFD/],
    ['a trailing space', `${header}a\tHuế \t\n`, /^x\.tsv:2:2: name begins or ends with a space/],
    ['a no-break space', `${header}a\tPhú\u00A0Thọ\t\n`, /^x\.tsv:2:2: .*no-break space/],
    ['an invisible character', `${header}a\tPhú\u200B Thọ\t\n`, /^x\.tsv:2:2: .*invisible/],
    ['two spaces', `${header}a\tPhú  Thọ\t\n`, /^x\.tsv:2:2: .*two spaces/],
    ['quoting', `${header}a\t"Huế, cố đô"\t\n`, /^x\.tsv:2:2: .*quotation marks/],
    ['a cell too few', `${header}a\tHuế\n`, /^x\.tsv:2:2: has 2 cells; 3 are expected/],
    ['a cell too many', `${header}a\tHuế\t\t\n`, /^x\.tsv:2:4: has 4 cells; 3 are expected/],
    ['a blank line', `${header}\na\tHuế\t\n`, /^x\.tsv:2:1: the line is blank/],
    ['a stray CR', `${header}a\tHu\rế\t\n`, /^x\.tsv:2:1: has a stray carriage return/],
    ['mixed line ends', `id\tname\tnote\r\na\tHuế\t\n`, /^x\.tsv:2:1: has a stray carriage return/],
    ['a wrong header', 'id\ttitle\tnote\n', /^x\.tsv:1:2: the header must be: id, name, note/],
    ['a short header', 'id\tname\n', /^x\.tsv:1:3: the header must be/],
    ['an unfinished line', `${header}a\tHuế\t`, /^x\.tsv:2:1: the last line does not end/],
    ['an empty file', '', /^x\.tsv:1:1: the file is empty/],
  ])('%s', (_, content, message) => {
    const { problems } = read(content)
    expect(problems.map(describeProblem)).toEqual([expect.stringMatching(message)])
  })
})
