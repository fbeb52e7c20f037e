// Types of the parts of `natural` that are imported by sub-path; its root prints on stdout and loads databases.
declare module 'natural/lib/natural/tfidf/index.js' {
  const tfidf: {
    TfIdf: new () => {
      addDocument(document: string | string[]): void
      tfidfs(term: string): number[]
    }
  }
  export default tfidf
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(tokens: string[], label: string): void
    train(): void
    /** The words of the documents in the order of their numbers. */
    features: Record<string, number>
    classifier: { classify(observation: Uint32Array): string }
  }
}
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  const diceCoefficient: (a: string, b: string) => number
  export default diceCoefficient
}
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  export function DamerauLevenshteinDistance(
    source: string,
    target: string,
    options?: { restricted?: boolean },
  ): number
}
