// Files found inside cross one after the other, and no faster than they are taken.
import { expect, test } from 'vitest'
import { takeMembers } from '../../src/parse/members.ts'

const pieceBytes = 64 * 1024

/** Sends members of so many bytes as a pipe does, a piece of it whenever nobody holds it; gives the most held at once. */
async function mostHeld(members: number, bytes: number) {
  let isPaused = false
  let held = 0
  let most = 0
  const taken: number[] = []
  const receiver = takeMembers(
    async ({ bytes: stream }) => {
      let size = 0
      for await (const chunk of stream) {
        await new Promise((go) => setTimeout(go, 1))
        size += (chunk as Buffer).length
        held -= (chunk as Buffer).length
      }
      taken.push(size)
    },
    {
      pause: () => {
        isPaused = true
      },
      resume: () => {
        isPaused = false
      },
      onError: (error) => expect(error).toBeUndefined(),
    },
  )
  function send(size: number) {
    held += size
    most = Math.max(most, held)
    receiver.push(Buffer.alloc(size))
  }
  const together = Math.max(1, Math.floor(pieceBytes / bytes))
  for (let sent = 0; sent < members; sent += together) {
    for (let i = sent; i < Math.min(members, sent + together); i++) {
      receiver.begin({ name: `${i}`, within: [] })
      for (let at = 0; at < bytes; at += pieceBytes) {
        while (at > 0 && isPaused) await new Promise((go) => setImmediate(go))
        send(Math.min(pieceBytes, bytes - at))
      }
      receiver.end(true)
    }
    while (isPaused) await new Promise((go) => setImmediate(go))
  }
  await receiver.settled()
  return { most, taken }
}

test.each([
  ['many small ones', 300, 2_000],
  ['some of the size of a piece', 30, pieceBytes],
  ['a few large ones', 3, 5_000_000],
])('%s: all are taken whole, and few are held', async (_, members, bytes) => {
  const { most, taken } = await mostHeld(members, bytes)
  expect(taken).toEqual(Array.from({ length: members }, () => bytes))
  // One stream is full on both its sides and its taker has as much in hand; one piece of the pipe is behind it.
  expect(most).toBeLessThanOrEqual(Math.min(bytes, 3 * 1024 * 1024) + 3 * pieceBytes)
})
