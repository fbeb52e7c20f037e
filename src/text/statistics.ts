// The only file that imports `natural`, and only by sub-paths: its root prints on stdout, loads .env and databases.
// Similarity of strings and a Bayes classifier, over tokens that we make ourselves (its own tokenizers break Vietnamese).
// Its TF-IDF is not used: it reads the whole collection for every term, which is quadratic in a document's length.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import diceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js'
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js'

/** How alike two strings are, 0–1: Dice coefficient of their pairs of letters. Give matching keys (see `keyOf`). */
export function similarityOf(a: string, b: string): number {
  return a.length < 2 || b.length < 2 ? Number(a === b) : diceCoefficient(a, b)
}

/**
 * What `similarityOf` two matching keys is at most, found in a fraction of the time: each letter that only one of them has
 * makes a pair of its own that only this one has.
 */
export function mostAlike(a: string, b: string): number {
  const [lettersOfA, lettersOfB] = [new Set(a), new Set(b)]
  let unshared = 0
  for (const letter of lettersOfA) if (!lettersOfB.has(letter)) unshared++
  for (const letter of lettersOfB) if (!lettersOfA.has(letter)) unshared++
  return 1 - unshared / (a.length + b.length)
}

/** How many letters must be put in, left out, changed or swapped with the next one to make one word of the other. */
export function distanceBetween(a: string, b: string): number {
  return DamerauLevenshteinDistance(a, b, { restricted: true })
}

/** Trains a naive Bayes classifier on tokens with their labels; gives the function that classifies tokens. */
export function trainClassifier(
  examples: Iterable<{ tokens: string[]; label: string }>,
): (tokens: string[]) => string {
  const classifier = new BayesClassifier()
  for (const { tokens, label } of examples) classifier.addDocument(tokens, label)
  classifier.train()
  // It would look for each word of its vocabulary in the tokens, and at each number for each label. So what it sums up
  // is handed on as it sums it up: the numbers of the words that are there, from the last to the first.
  const numbers = new Map(Object.keys(classifier.features).map((token, number) => [token, number]))
  return (tokens) => {
    const seen = new Set<number>()
    for (const token of tokens) {
      const number = numbers.get(token)
      if (number !== undefined) seen.add(number)
    }
    return classifier.classifier.classify(Uint32Array.from(seen).sort().reverse())
  }
}
