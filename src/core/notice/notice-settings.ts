/** What somebody may choose about messages, checked as they type it. */
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { isWallTime } from '../wall-clock.ts'
import { NOTICE_KINDS, type NoticeHours, type NoticeKind, type Reach } from './notice.ts'

export type NoticeSettings = { email: string | null; kinds: NoticeKind[]; reach: Reach }

/** Everything as a form sends it: text, empty where nothing was said. */
export type TypedSettings = {
  email: string
  kinds: readonly string[]
  quietFrom: string
  quietTo: string
  dailyAt: string
}

// Wide on purpose: whether an address lives is for its mail server to say.
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/

const error = (path: string, message: string): FieldError => ({ path: [path], code: 'invalid', message })

export const knownKinds = (kinds: readonly string[]): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => kinds.includes(kind))

export function parseNoticeSettings(typed: TypedSettings): Result<NoticeSettings> {
  const email = typed.email.trim()
  const { quietFrom, quietTo, dailyAt } = typed
  const errors = [
    email && (!EMAIL.test(email) || email.length > 254)
      ? error('email', 'địa chỉ thư chưa đúng, ví dụ: lan@example.vn')
      : null,
    ...timeErrors({ quietFrom, quietTo, dailyAt }),
    Boolean(quietFrom) !== Boolean(quietTo)
      ? error(quietFrom ? 'quietTo' : 'quietFrom', 'ghi cả giờ bắt đầu và giờ kết thúc')
      : null,
    quietFrom && quietFrom === quietTo ? error('quietTo', 'giờ kết thúc phải khác giờ bắt đầu') : null,
  ].filter((one) => one !== null)
  if (errors.length) return invalid('Chưa lưu được: hãy xem lại các ô được đánh dấu.', errors)
  const quiet = quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null
  return ok({
    email: email || null,
    kinds: knownKinds(typed.kinds),
    reach: { quiet, dailyAt: dailyAt || null },
  })
}

const timeErrors = (times: Record<string, string>): FieldError[] =>
  Object.entries(times)
    .filter(([, time]) => time && !isWallTime(time))
    .map(([path]) => error(path, 'viết giờ dạng 07:00'))

/** A unit's hours as a form sends them; `before` is `evening` or a number of minutes. */
export type TypedHours = { before: string; remindAt: string; askAt: string; morningAt: string }

/** What `before` may be. */
export const REMIND_MINUTES = [10, 15, 30, 60, 120]

export function parseNoticeHours({ before, ...times }: TypedHours): Result<NoticeHours> {
  const minutes = before === 'evening' ? null : Number(before)
  const errors = Object.entries(times)
    .filter(([, time]) => !isWallTime(time))
    .map(([path]) => error(path, 'viết giờ dạng 07:00'))
  if (minutes !== null && !REMIND_MINUTES.includes(minutes))
    errors.push(error('before', 'hãy chọn một cách nhắc'))
  if (errors.length) return invalid('Chưa lưu được: hãy xem lại các ô được đánh dấu.', errors)
  return ok({ ...times, remindMinutes: minutes })
}

/** Names that no public name server knows (RFC 6761, 6762, 8375), and such as offices use inside. */
const SECRET_HOSTS = /^(.*\.)?(localhost|test|invalid|example|local|internal|lan|home|arpa|corp)$/
const IPV4 = /^[\d.]+$/

/**
 * The address of another program. Without `local`, only the open internet, as `isPublic` knows it: an admin of one unit
 * must not be able to make the server knock at the doors of its own network. What a name stands for is looked at when
 * something is sent (`node/outside.ts`).
 */
export function parseWebhookUrl(
  text: string,
  local: boolean,
  isPublic: (address: string) => boolean,
): Result<string> {
  const url = URL.parse(text.trim())
  if (!url || text.length > 500 || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return invalid('Địa chỉ chưa đúng.', [error('url', 'cần địa chỉ https://… đầy đủ')])
  if (local) return ok(url.href)
  if (url.protocol !== 'https:') return invalid('Địa chỉ chưa đúng.', [error('url', 'cần địa chỉ https://…')])
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  if (url.port && Number(url.port) < 1024)
    return invalid('Địa chỉ chưa đúng.', [error('url', 'chỉ gửi được đến cổng 443, hoặc từ 1024 trở lên')])
  const isInside = IPV4.test(host) ? !isPublic(host) : host.startsWith('[') || !host.includes('.')
  if (isInside || SECRET_HOSTS.test(host))
    return invalid('Địa chỉ chưa đúng.', [error('url', 'địa chỉ này ở trong mạng nội bộ của máy chủ')])
  return ok(url.href)
}
