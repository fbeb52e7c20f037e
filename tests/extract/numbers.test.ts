import { describe, expect, test } from 'vitest'
import {
  decimalsOf,
  parseNumber,
  smallOrdinal,
  spelledNumber,
  spelledNumberAtEnd,
} from '../../src/extract/numbers.ts'
import { keyOf } from '../../src/text/fold.ts'

test.each<[string, number | null]>([
  ['4.081', 4081],
  ['1083', 1083],
  ['1.234.567', 1234567],
  ['75,6', 75.6],
  ['1.234,5', 1234.5],
  ['51,62', 51.62],
  ['75.6', 75.6],
  ['0,125', 0.125],
  ['135,253,606', 135253606],
  ['7', 7],
  ['1.2.3', null],
  ['1,2,3', null],
  ['abc', null],
  ['', null],
])('parseNumber(%s)', (written, value) => {
  expect(parseNumber(written)).toBe(value)
})

test.each<[string, number]>([
  ['75,6', 1],
  ['73,87', 2],
  ['3.085', 0],
  ['75.65', 2],
  ['100', 0],
])('decimalsOf(%s)', (written, decimals) => {
  expect(decimalsOf(written)).toBe(decimals)
})

test.each<[string, number | null]>([
  ['bảy mươi lăm', 75],
  ['hai mươi mốt', 21],
  ['mười lăm', 15],
  ['bốn mươi', 40],
  ['chín mươi tư', 94],
  ['ba trăm linh năm', 305],
  ['một trăm lẻ tám', 108],
  ['hai nghìn không trăm hai mươi', 2020],
  ['hai nghìn ba trăm', 2300],
  ['một triệu hai trăm nghìn', 1200000],
  ['1 triệu 200 nghìn', 1200000],
  ['hai triệu rưỡi', 2500000],
  ['hai phẩy năm', 2.5],
  ['một trăm', 100],
  ['năm', 5],
  ['mươi', null],
  ['hai ba', null],
  ['trường học', null],
])('spelledNumber(%s)', (words, value) => {
  expect(spelledNumber(keyOf(words).split(' '))).toBe(value)
})

describe('spelledNumberAtEnd', () => {
  test.each<[string, { value: number; count: number } | null]>([
    ['tỷ lệ đạt bảy mươi lăm', { value: 75, count: 3 }],
    ['có trên một trăm', { value: 100, count: 2 }],
    ['một số trường', null],
  ])('%s', (words, expected) => {
    expect(spelledNumberAtEnd(keyOf(words).split(' '))).toEqual(expected)
  })
})

test.each<[string, number | null]>([
  ['iii', 3],
  ['4', 4],
  ['v', null],
  ['5', null],
])('smallOrdinal(%s)', (written, value) => {
  expect(smallOrdinal(written)).toBe(value)
})
