// The only file that imports `natural`, and only by sub-paths: its root prints on stdout, loads .env and databases.
// Similarity of strings, TF-IDF weights and a Bayes classifier, over tokens that we make ourselves (its own tokenizers
// break Vietnamese).
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import diceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js'
import tfidf from 'natural/lib/natural/tfidf/index.js'

/** How alike two strings are, 0–1: Dice coefficient of their pairs of letters. Give matching keys (see `keyOf`). */
export function similarityOf(a: string, b: string): number {
  return a.length < 2 || b.length < 2 ? Number(a === b) : diceCoefficient(a, b)
}

export type TermWeights = {
  /** Adds one text of the collection as its terms. */
  add(terms: readonly string[]): void
  /** Sum of a term's TF-IDF over the collection. */
  weightOf(term: string): number
}

/** An empty collection of texts to weigh terms in. */
export function createTermWeights(): TermWeights {
  const collection = new tfidf.TfIdf()
  // natural splits strings at blanks but takes arrays as they are; a term with blanks must be one token on both sides.
  const joined = (term: string) => term.replace(/ /g, '_')
  return {
    add: (terms) => collection.addDocument(terms.map(joined)),
    weightOf: (term) => collection.tfidfs(joined(term)).reduce((sum, weight) => sum + weight, 0),
  }
}

/** Trains a naive Bayes classifier on tokens with their labels; gives the function that classifies tokens. */
export function trainClassifier(
  examples: Iterable<{ tokens: string[]; label: string }>,
): (tokens: string[]) => string {
  const classifier = new BayesClassifier()
  for (const { tokens, label } of examples) classifier.addDocument(tokens, label)
  classifier.train()
  return (tokens) => classifier.classify(tokens)
}
