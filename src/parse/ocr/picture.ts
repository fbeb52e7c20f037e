// Pictures as plain arrays of pixels, the one form in which the steps of OCR hand them on.

/** One byte a pixel, row by row: 0 is black, 255 white. */
export type GreyPicture = { width: number; height: number; pixels: Uint8Array }

/** Four bytes a pixel (red, green, blue, opacity), row by row. */
export type ColourPicture = {
  width: number
  height: number
  pixels: Uint8Array | Uint8ClampedArray
}

/** The picture as a PGM file, which needs no packing and which tesseract reads as it is. */
export function pgmOf({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1'), pixels])
}

/** A white picture. */
export function whitePicture(width: number, height: number): GreyPicture {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) }
}
