import { expect, test } from 'vitest'
import { isSecret, newSecret, signedHeaders } from '../../../src/app/saved/sign.ts'

test('a message is signed as the libraries of Standard Webhooks expect it', () => {
  // The vector of the specification's own libraries.
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1614265330_000,
    body: '{"test": 2432232314}',
  }
  expect(signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test.each<[string, boolean]>([
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', true],
  [newSecret(), true],
  ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', false],
  ['whsec_c2hvcnQ=', false],
  [`whsec_${Buffer.alloc(65).toString('base64')}`, false],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS', false],
  ['whsec_không', false],
  ['', false],
])('secret %s: %s', (text, expected) => {
  expect(isSecret(text)).toBe(expected)
})
