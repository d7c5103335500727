import { expect, test } from 'vitest'
import { clientOf, isPublic, parseNetworks, placeOf } from '../src/network.ts'

test.each([
  ['113.160.1.1', undefined, [], '113.160.1.1'],
  ['::ffff:113.160.1.1', undefined, [], '113.160.1.1'],
  // Nobody is believed unless the settings say so, on this machine neither.
  ['127.0.0.1', '8.8.8.8', [], '127.0.0.1'],
  ['192.168.1.7', '8.8.8.8', ['127.0.0.1'], '192.168.1.7'],
  ['127.0.0.1', '8.8.8.8', ['127.0.0.1'], '8.8.8.8'],
  ['::1', '2001:DB8:0:0::1', ['::1'], '2001:db8::1'],
  // The proxy appends: what its client wrote itself stands before that.
  ['127.0.0.1', '6.6.6.6, 8.8.8.8', ['127.0.0.1'], '8.8.8.8'],
  ['127.0.0.1', '6.6.6.6, 8.8.8.8, 10.0.0.9', ['127.0.0.1', '10.0.0.0/8'], '8.8.8.8'],
  ['127.0.0.1', '10.0.0.8, 10.0.0.9', ['127.0.0.1', '10.0.0.0/8'], '10.0.0.8'],
  ['127.0.0.1', '8.8.8.8:51000', ['127.0.0.1'], '8.8.8.8'],
  ['127.0.0.1', '[2001:db8::1]:51000', ['127.0.0.1'], '2001:db8::1'],
  ['127.0.0.1', 'x, y', ['127.0.0.1'], '127.0.0.1'],
  ['127.0.0.1', '', ['127.0.0.1'], '127.0.0.1'],
  ['127.0.0.1', '1', ['127.0.0.1'], '127.0.0.1'],
])('%s that says %j, with proxies %j, is %s', (direct, forwarded, proxies, client) => {
  expect(clientOf(direct, forwarded, proxies)).toBe(client)
})

test.each([
  ['113.160.1.77', '113.160.1.77/32', '113.160.1.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['::ffff:113.160.1.77', '113.160.1.77/32', '113.160.1.0/24'],
  ['unknown', 'unknown', 'unknown'],
])('%s is counted as %s and %s', (address, host, network) => {
  expect(placeOf(address)).toEqual({ host, network })
})

test.each([
  ['', []],
  ['127.0.0.1, ::1 10.0.0.0/8', ['127.0.0.1', '::1', '10.0.0.0/8']],
  ['127.0.0.1, máy chủ', null],
  ['10.0.0.0/33', null],
])('the setting %j reads as %j', (text, networks) => {
  expect(parseNetworks(text)).toEqual(networks)
})

test.each([
  ['113.160.1.1', true],
  ['2405:4800::1', true],
  ...[
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::', '::1', 'fe80::1'],
    ...[
      'fd00::1',
      'ff02::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
      'localhost',
    ],
  ].map((address): [string, boolean] => [address, false]),
])('%s is of the open internet: %s', (address, open) => {
  expect(isPublic(address)).toBe(open)
})
