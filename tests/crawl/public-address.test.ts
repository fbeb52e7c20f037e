// Which addresses a crawler may be led to.
import { expect, test } from 'vitest'
import { isPublicAddress } from '../../src/crawl/public-address.ts'

test.each([
  ['this host', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['loopback', '127.0.0.1'],
  ['loopback, its other end', '127.255.255.254'],
  ['private 10/8', '10.0.0.1'],
  ['private 172.16/12', '172.31.255.255'],
  ['private 192.168/16', '192.168.1.1'],
  ['carrier NAT', '100.64.0.1'],
  ['metadata within carrier NAT', '100.100.100.200'],
  ['link-local: metadata', '169.254.169.254'],
  ['metadata at a public address', '168.63.129.16'],
  ['metadata within 192.0.0/24', '192.0.0.192'],
  ['documentation', '203.0.113.7'],
  ['6to4 relay', '192.88.99.1'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['IPv6 unspecified', '::'],
  ['IPv6 loopback', '::1'],
  ['IPv4-mapped private', '::ffff:10.0.0.1'],
  ['IPv4-mapped public', '::ffff:8.8.8.8'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['IPv4-translated', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of a local prefix', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::1'],
  ['Teredo', '2001:0:7f00:1::1'],
  ['IPv6 link-local', 'fe80::1'],
  ['IPv6 link-local with a zone', 'fe80::1%eth0'],
  ['IPv6 site-local', 'fec0::1'],
  ['IPv6 unique local', 'fd00:ec2::254'],
  ['IPv6 multicast', 'ff02::1'],
  ['IPv6 documentation', '2001:db8::1'],
  ['IPv6 discard', '100::1'],
  ['IPv6 outside global unicast', '4000::1'],
  ['no address', 'example.vn'],
  ['nothing', ''],
])('refuses %s: %s', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  ['8.8.8.8'],
  ['203.162.0.11'],
  ['11.0.0.1'],
  ['172.32.0.1'],
  ['100.128.0.1'],
  ['169.253.0.1'],
  ['2400:cb00::1'],
  ['2001:4860:4860::8888'],
])('allows %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
