/** The type of texts of which the Vietnamese ones are the model: the same entries, with any words in them. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widen<T[K]> }
