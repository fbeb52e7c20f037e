// What operators write as the address of a source: http or https, or a bare host, and nothing else.
import { expect, test } from 'vitest'
import { readSource } from '../../../src/app/crawl/source-input.ts'
import { UserError } from '../../../src/errors.ts'

const provinces = new Set(['dien-bien'])

test.each([
  ['https://so.example.vn/tin-tuc/', 'https://so.example.vn/tin-tuc/'],
  ['HTTP://so.example.vn', 'http://so.example.vn/'],
  ['so.example.vn', 'https://so.example.vn/'],
  ['ftp.so.example.vn', 'https://ftp.so.example.vn/'],
  ['so.example.vn:8080/tin', 'https://so.example.vn:8080/tin'],
  ['localhost:8080', 'https://localhost:8080/'],
  ['localhost:8080/tin', 'https://localhost:8080/tin'],
  ['127.0.0.1:9', 'https://127.0.0.1:9/'],
  ['[::1]:8080', 'https://[::1]:8080/'],
  [
    'so.example.vn/chuyen-huong?ve=http://khac.example.vn/',
    'https://so.example.vn/chuyen-huong?ve=http://khac.example.vn/',
  ],
])('%s is the site %s', (written, url) => {
  expect(readSource({ url: written }, provinces).url).toBe(url)
})

test.each([
  'ftp://so.example.vn/',
  'FTP://so.example.vn/',
  'file:///srv/tin.html',
  'gopher://so.example.vn',
  'mailto:vanthu@so.example.vn',
  'javascript:alert(1)',
  'data:text/html,tin',
  'a.b://so.example.vn',
  'http:so.example.vn',
  'https:/so.example.vn',
])('%s is told to be none', (written) => {
  expect(() => readSource({ url: written }, provinces)).toThrow(UserError)
  expect(() => readSource({ url: written }, provinces)).toThrow(
    'it must begin with http:// or https://',
  )
})

test.each(['', 'http://', 'https://ten:mat-khau@so.example.vn/', '#top'])(
  '%j is none',
  (written) => {
    expect(() => readSource({ url: written }, provinces)).toThrow('is no address of a site')
  },
)
