// The only file that imports `natural`, and only by sub-paths: its root prints on stdout, loads .env and databases.
// Similarity of strings and a Bayes classifier, over tokens that we make ourselves (its own tokenizers break Vietnamese).
// Its TF-IDF is not used: it reads the whole collection for every term, which is quadratic in a document's length.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import diceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js'

/** How alike two strings are, 0–1: Dice coefficient of their pairs of letters. Give matching keys (see `keyOf`). */
export function similarityOf(a: string, b: string): number {
  return a.length < 2 || b.length < 2 ? Number(a === b) : diceCoefficient(a, b)
}

/** Trains a naive Bayes classifier on tokens with their labels; gives the function that classifies tokens. */
export function trainClassifier(
  examples: Iterable<{ tokens: string[]; label: string }>,
): (tokens: string[]) => string {
  const classifier = new BayesClassifier()
  const vocabulary = new Set<string>()
  for (const { tokens, label } of examples) {
    classifier.addDocument(tokens, label)
    for (const token of tokens) vocabulary.add(token)
  }
  classifier.train()
  // It looks for each word of its vocabulary in the tokens: those it has never seen only make that slower.
  return (tokens) => classifier.classify(tokens.filter((token) => vocabulary.has(token)))
}
