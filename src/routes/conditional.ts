/** Conditional requests (RFC 9110, 13): has what the client keeps changed? */
import type { Instant } from '../core/wall-clock.ts'
import type { Ctx } from './env.ts'

/** `etag`: strong, over the content, in quotes. `changedAt`: the latest change of the content. */
export type Validator = { etag: string; changedAt: Instant }

const ZIPPED = '-gzip"'

/** Other bytes on the wire need another strong tag. */
export const etagOf = (etag: string, zipped: boolean): string => (zipped ? etag.slice(0, -1) + ZIPPED : etag)

const bareTag = (tag: string): string => {
  const strong = tag.trim().replace(/^W\//, '')
  return strong.endsWith(ZIPPED) ? `${strong.slice(0, -ZIPPED.length)}"` : strong
}

export function isUnchanged(c: Ctx, { etag, changedAt }: Validator, now: Instant): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || bareTag(tag) === etag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return Number.isFinite(since) && seconds(since) >= changedSecond(changedAt, now)
}

const seconds = (instant: Instant): number => Math.floor(instant / 1000)

/**
 * HTTP counts whole seconds. While the second of a change still runs, another change may follow in it, so whoever
 * fetches then gets this second, and from the next one on everybody gets the one after it.
 */
function changedSecond(changedAt: Instant, now: Instant): number {
  const second = seconds(changedAt)
  return seconds(now) > second ? second + 1 : second
}

const dates = new WeakMap<Validator, { second: number; text: string }>()

/** For `Last-Modified`. */
export function changedHeader(validator: Validator, now: Instant): string {
  const second = changedSecond(validator.changedAt, now)
  const known = dates.get(validator)
  if (known?.second === second) return known.text
  const text = new Date(second * 1000).toUTCString()
  dates.set(validator, { second, text })
  return text
}
