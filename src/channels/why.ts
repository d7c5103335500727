/** Why nobody answered, in words, out of what Node, fetch and nodemailer throw. Says no address. */

type Thrown = { code?: string; name?: string; message?: string; cause?: unknown; errors?: unknown[] }

/** What an error says, and what it holds: fetch wraps the cause, a host of two addresses brings two errors. */
function told(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 3) return ''
  const { code, name, message, cause, errors = [] } = error as Thrown
  return [code, name, message, ...[cause, ...errors].map((inner) => told(inner, depth + 1))].join(' ')
}

/** The first that fits. Certificates first: nodemailer calls every trouble of a socket by one code. */
const REASONS: [RegExp, (who: string) => string][] = [
  [/EINSIDE/, (who) => `địa chỉ của ${who} nằm trong mạng nội bộ của máy chủ`],
  [/CERT_HAS_EXPIRED|certificate has expired/i, (who) => `chứng thư của ${who} đã hết hạn`],
  [/CERT_NOT_YET_VALID|not yet valid/i, (who) => `chứng thư của ${who} chưa đến ngày có hiệu lực`],
  [/ALTNAME_INVALID|altnames/i, (who) => `chứng thư của ${who} cấp cho tên máy khác`],
  [/SELF_SIGNED|self[- ]signed/i, (who) => `chứng thư của ${who} là tự ký, không kiểm được`],
  [
    /UNABLE_TO_(VERIFY|GET)|ERR_TLS_CERT|unable to (verify|get)/i,
    (who) => `không kiểm được chứng thư của ${who}`,
  ],
  [
    /EPROTO|ERR_SSL|ETLS|wrong version number/i,
    (who) => `${who} không nói TLS ở cổng này: sai cổng, hoặc sai smtp và smtps`,
  ],
  [/ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo|query[A-Z]/, (who) => `không tìm thấy tên máy của ${who} (DNS)`],
  [/ECONNREFUSED/, (who) => `${who} từ chối kết nối`],
  [/ENETUNREACH|EHOSTUNREACH/, (who) => `không có đường mạng đến ${who}`],
  [/TimeoutError|ETIMEDOUT|_TIMEOUT|timed? ?out/i, (who) => `${who} không trả lời`],
  [/ECONNRESET|EPIPE|other side closed|UND_ERR_SOCKET|closed/i, (who) => `${who} ngắt kết nối giữa chừng`],
]

/** `who`: whom we tried to reach, as `máy chủ thư`. */
export function whyUnreachable(error: unknown, who: string): string {
  const text = told(error)
  const reason = REASONS.find(([pattern]) => pattern.test(text))?.[1]
  return reason ? reason(who) : `không kết nối được ${who}`
}
