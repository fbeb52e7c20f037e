// What presentations of both kinds, PPTX and PPT, say alike.
import { BadDocumentError } from '../errors.ts'
import type { Warning } from '../model.ts'

/** The warning of a slide that is not shown; the places are where its text stands. */
export function hiddenSlide(page: number, start: number, end: number): Warning {
  const message = `Slide ${page} is hidden in the presentation; it was read all the same.`
  return { code: 'hidden-slide', message, start, end }
}

/** Why a presentation without text cannot be read. */
export function textlessSlides(name: string): BadDocumentError {
  return new BadDocumentError(
    'no-text',
    `${name} is a presentation without any text; its slides may be pictures.`,
  )
}
