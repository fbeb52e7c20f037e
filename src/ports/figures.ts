// Figures about the archive as a whole, for the dashboard; and several documents' rows at once. Part of the Store.
import type { DocumentRow, DocumentState } from '../model.ts'

/** How many documents have a value. */
export type Count = { value: string; count: number }

export type Figures = {
  /** Documents by the day they first came, in Vietnam; only those that came since the instant asked for, days with none left out. */
  days: Count[]
  /** Documents by where they first came from and their state: the host of a web page, "file" (inbox or upload), "inside" another. */
  sources: Array<{ source: string; state: DocumentState; count: number }>
  /** Records by province as it was, and by today's. */
  provincesThen: Count[]
  provincesToday: Count[]
  /** Records by month of publication, else of issue ("2023-03"); by year where the month is unknown, '' where nothing is. */
  months: Count[]
}

export type FiguresStore = {
  /** Counts everything anew. `since`: ISO instant, UTC, from which days are counted. */
  figures(since: string): Promise<Figures>
  /** Documents by id, in no order; ids that are not there are left out. */
  documentsOf(ids: readonly string[]): Promise<DocumentRow[]>
}
