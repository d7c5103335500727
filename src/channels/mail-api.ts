/**
 * E-mail over HTTPS: on Workers, which speak no SMTP, and for offices whose network lets none out.
 *
 * In the form of Resend's `POST /emails`. Its `Idempotency-Key` is why: an attempt whose answer got lost is repeated
 * without a second mail arriving. The others have no such key, or one that lasts minutes; Cloudflare's own binding
 * would work in a Worker alone, and this file is tested and used on both.
 */
import { type Channel, type Delivery, type EmailAddress, later, never, sent } from './channel.ts'
import { isPassing, post, waitAsked } from './http.ts'

export type MailApi = { url: string; key: string; from: string }

export const mailApiChannel = ({ url, key, from }: MailApi): Channel<EmailAddress> => ({
  reaches: true,
  send: async ({ id, subject, text, html, settingsUrl }, to) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    }
    const list = { 'List-Unsubscribe': `<${settingsUrl}>`, 'Auto-Submitted': 'auto-generated' }
    const body = JSON.stringify({ from, to: [to], subject, text, html, headers: list })
    const answer = await post({ url, headers, body, who: 'dịch vụ thư' })
    return answer instanceof Response ? judge(answer) : answer
  },
  close: () => undefined,
})

/** A wrong key is the office's to put right, so the message waits; a refused address or text never gets better. */
function judge(answer: Response): Delivery {
  if (answer.ok) return sent
  const why = `dịch vụ thư trả lời ${answer.status}`
  if (isPassing(answer.status)) return later(why, { down: true, ...waitAsked(answer) })
  return answer.status === 401 || answer.status === 403 ? later(why, { down: true }) : never(why)
}
