import { expect, test } from 'vitest'
import { whyUnreachable } from '../../src/channels/why.ts'

const error = (more: object, message = '') => Object.assign(new Error(message), more)

test.each<[string, unknown, string]>([
  [
    'a name unknown',
    error({ code: 'EDNS' }, 'getaddrinfo ENOTFOUND thu.vn'),
    'không tìm thấy tên máy của máy chủ thư (DNS)',
  ],
  ['refused', error({ code: 'ESOCKET' }, 'connect ECONNREFUSED 127.0.0.1:25'), 'máy chủ thư từ chối kết nối'],
  [
    'refused, as fetch says it',
    error({ cause: error({ code: 'ECONNREFUSED' }) }, 'fetch failed'),
    'máy chủ thư từ chối kết nối',
  ],
  [
    'refused at both addresses',
    error({ cause: error({ errors: [error({ code: 'ECONNREFUSED' }), error({ code: 'ECONNREFUSED' })] }) }),
    'máy chủ thư từ chối kết nối',
  ],
  ['silence', error({ code: 'ETIMEDOUT' }, 'Connection timeout'), 'máy chủ thư không trả lời'],
  ['silence, as fetch says it', error({ name: 'TimeoutError' }), 'máy chủ thư không trả lời'],
  ['no way there', error({ code: 'ENETUNREACH' }), 'không có đường mạng đến máy chủ thư'],
  [
    'out of date',
    error({ code: 'ESOCKET' }, 'certificate has expired'),
    'chứng thư của máy chủ thư đã hết hạn',
  ],
  [
    'self-signed',
    error({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'chứng thư của máy chủ thư là tự ký, không kiểm được',
  ],
  [
    'another name',
    error({ code: 'ESOCKET' }, "Hostname/IP does not match certificate's altnames"),
    'chứng thư của máy chủ thư cấp cho tên máy khác',
  ],
  [
    'an issuer unknown',
    error({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    'không kiểm được chứng thư của máy chủ thư',
  ],
  [
    'TLS where there is none',
    error({ code: 'ESOCKET' }, 'ssl3_get_record:wrong version number'),
    'máy chủ thư không nói TLS ở cổng này: sai cổng, hoặc sai smtp và smtps',
  ],
  [
    'hung up',
    error({ code: 'ECONNECTION' }, 'Connection closed unexpectedly'),
    'máy chủ thư ngắt kết nối giữa chừng',
  ],
  ['anything else', error({ code: 'EWHAT' }), 'không kết nối được máy chủ thư'],
  ['no error at all', 'lan@example.vn', 'không kết nối được máy chủ thư'],
])('%s', (_what, thrown, words) => {
  expect(whyUnreachable(thrown, 'máy chủ thư')).toBe(words)
})
