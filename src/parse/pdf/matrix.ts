// Transformations of the page's coordinates, as the operators cm and Tm give them: [1, 0, 0, 1, 72, 700] moves.

/** The six numbers of a PDF transformation. */
export type Matrix = readonly [number, number, number, number, number, number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Applies `inner` first, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

/** A transformation from pdf.js arguments; the identity where they are none. */
export function matrixOf(value: unknown): Matrix {
  const list = value as ArrayLike<number> | null | undefined
  if (!list || list.length < 6) return identity
  return [0, 1, 2, 3, 4, 5].map((i) => Number(list[i])) as unknown as Matrix
}
