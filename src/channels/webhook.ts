/**
 * Messages to another program: JSON signed as Standard Webhooks say (standardwebhooks.com), so that receivers can check
 * it with a library of theirs. A recipe for a Zalo OA is in `docs/van-hanh.md`.
 */
import type { Instant } from '../core/wall-clock.ts'
import {
  type Channel,
  type Delivery,
  type Letter,
  later,
  never,
  sent,
  type WebhookAddress,
} from './channel.ts'
import { isPassing, type Post, waitAsked } from './http.ts'

const PREFIX = 'whsec_'

/** A secret in the form that the standard's libraries take. */
export const newWebhookSecret = (): string => PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(24)))

/** `post`: how the platform reaches addresses that people typed. */
export const webhookChannel = (post: Post): Channel<WebhookAddress> => ({
  reaches: true,
  send: async (letter, { url, secret }, now) => {
    const body = payload(letter, now)
    const headers = await signedHeaders(letter.id, body, secret, now)
    const answer = await post({ url, headers, body, who: 'nơi nhận' })
    return answer instanceof Response ? judge(answer) : answer
  },
  close: () => undefined,
})

/** `text` is the whole message, for programs that pass it on as it is. */
const payload = ({ kind, unit, subject, text, url }: Letter, now: Instant): string =>
  JSON.stringify({ type: kind, timestamp: new Date(now).toISOString(), data: { unit, subject, text, url } })

/** What proves that a body is ours: `webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature`. */
async function signedHeaders(
  id: string,
  body: string,
  secret: string,
  now: Instant,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000))
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64(secret.slice(PREFIX.length)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${id}.${timestamp}.${body}`))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'NhipSong',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(new Uint8Array(signed))}`,
  }
}

/** 410 is how a receiver says that it will never want another (Standard Webhooks). */
function judge(answer: Response): Delivery {
  if (answer.ok) return sent
  const why = `nơi nhận trả lời ${answer.status}`
  if (answer.status === 410) return never(why, { gone: true })
  return isPassing(answer.status) ? later(why, { down: true, ...waitAsked(answer) }) : never(why)
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
