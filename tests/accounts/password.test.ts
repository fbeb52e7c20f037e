import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  hashPassword,
  isOutdated,
  passwordFault,
  usualCost,
  verifyPassword,
} from '../../src/accounts/password.ts'

const cheap = { ln: 8, r: 8, p: 1 }

describe('which passwords are taken', () => {
  test.each([
    ['twelve characters', 'sông đà nước'],
    ['no capital, digit or sign is asked for', 'mua xuan tren ban'],
    ['spaces count', 'a b c d e f g'],
    ['the name among other words', 'lan.nguyen thích cá nướng'],
    ['signs alone', '!@#$%^&*()_+'],
    ['emoji count by character', '🌾🐟🏞️🌧️🍚🎋🐃🌙⭐🎏🪷🍵'],
    ['two hundred characters', `${'ab cde fghi '.repeat(16)}12345678`],
  ])('taken: %s', (_, password) => {
    expect(passwordFault(password, 'Lan.Nguyen')).toBeNull()
  })

  test.each([
    ['eleven characters', 'sông đà núi', 'short'],
    ['eleven characters whose marks stand apart', 'sông đà núi'.normalize('NFD'), 'short'],
    ['empty', '', 'short'],
    ['too long to be hashed by everybody who asks', 'ab cd ef gh'.repeat(20), 'long'],
    ['the name, twice', 'lan.nguyenlan.nguyen', 'name'],
    ['the name without marks and a year', 'Lan Nguyễn 2026', 'name'],
    ['the program and a year', 'vanthu-vanthu-2026', 'name'],
    ['a usual word and little more', 'MatKhau12345', 'name'],
    ['one sign', 'aaaaaaaaaaaaaaaa', 'plain'],
    ['two in turn', '1212121212121212', 'plain'],
  ] as const)('refused: %s', (_, password, fault) => {
    expect(passwordFault(password, 'lan.nguyễn')).toBe(fault)
  })
})

describe('hashes', () => {
  test('say what they were made with, and no two are alike', async () => {
    const [one, other] = await Promise.all([
      hashPassword('sông đà nước xanh', cheap),
      hashPassword('sông đà nước xanh', cheap),
    ])
    expect(one).toMatch(/^\$scrypt\$ln=8,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/)
    expect(other).not.toBe(one)
    expect(await verifyPassword('sông đà nước xanh', other)).toBe(true)
  })

  test('the vector of RFC 7914', async () => {
    // P="pleaseletmein", S="SodiumChloride", N=16384, r=8, p=1: its first 32 bytes.
    const hash = await hashPassword(
      'pleaseletmein',
      { ln: 14, r: 8, p: 1 },
      Buffer.from('SodiumChloride'),
    )
    expect(Buffer.from(hash.split('$')[4] ?? '', 'base64url').toString('hex')).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
    )
  })

  test.each([
    ['the same', 'hội nghị giao ban', true],
    ['with its marks apart', 'hội nghị giao ban'.normalize('NFD'), true],
    ['without marks', 'hoi nghi giao ban', false],
    ['in capitals', 'HỘI NGHỊ GIAO BAN', false],
    ['with a space more', 'hội nghị giao ban ', false],
    ['nothing', '', false],
  ])('a password is right or not: %s', async (_, password, isRight) => {
    expect(await verifyPassword(password, await hashPassword('hội nghị giao ban', cheap))).toBe(
      isRight,
    )
  })

  test.each([
    ['less memory than now', { ...usualCost, ln: 16 }, true],
    ['smaller blocks', { ...usualCost, r: 4 }, true],
    ['as now', usualCost, false],
    ['more than now', { ...usualCost, ln: 18 }, false],
  ])('is made again at the next login: %s', (_, { ln, r, p }, isOld) => {
    const salt = randomBytes(16).toString('base64url')
    const stored = `$scrypt$ln=${ln},r=${r},p=${p}$${salt}$${'A'.repeat(43)}`
    expect(isOutdated(stored, usualCost)).toBe(isOld)
  })

  test.each(['', 'x', '$scrypt$ln=17,r=8,p=1$abc$def', '$2b$10$abcdefghijklmnopqrstuv'])(
    'a damaged hash is a fault, not a wrong password: %s',
    async (stored) => {
      await expect(verifyPassword('sông đà nước', stored)).rejects.toThrow('damaged')
    },
  )

  test('the usual cost is what OWASP asks for, and works', async () => {
    expect(usualCost).toEqual({ ln: 17, r: 8, p: 1 })
    const hash = await hashPassword('sông đà nước', usualCost)
    expect(await verifyPassword('sông đà nước', hash)).toBe(true)
  })
})
