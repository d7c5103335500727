/**
 * Feeds that were built, kept in this process. Nothing here can be stale: whoever asks names the version that the
 * database holds now, and what was built of another version is not found.
 */
import type { Instant } from '../core/wall-clock.ts'

/** Enough to answer 304. */
export type Seal = {
  version: string
  /** Over the content, in quotes. */
  etag: string
  /** The latest change of what the feed is made of. */
  changedAt: Instant
  /** When the feed changes by itself. */
  validUntil: Instant
}

/** `zipped` is made when somebody first takes it. */
export type Body = { plain: Uint8Array<ArrayBuffer>; zipped: Uint8Array<ArrayBuffer> | null }

type Kept = { seal: Seal; body: Body | null }

/** A seal takes some 300 bytes. */
const MOST_SEALS = 20_000
const MOST_BODY_BYTES = 32 * 1024 * 1024

const kept = new Map<string, Kept>()
const withBody = new Set<string>()
let bodyBytes = 0

export function recallSeal(key: string, version: string, now: Instant): Seal | null {
  const seal = kept.get(key)?.seal
  return seal && seal.version === version && now < seal.validUntil ? seal : null
}

/** Null when it had to make room. */
export function recallBody(key: string, seal: Seal): Body | null {
  const found = kept.get(key)
  if (found?.seal !== seal || !found.body) return null
  withBody.delete(key)
  withBody.add(key)
  return found.body
}

export function remember(key: string, seal: Seal, body: Body): void {
  dropBody(key)
  kept.delete(key)
  kept.set(key, { seal, body })
  withBody.add(key)
  bodyBytes += sizeOf(body)
  for (const oldest of withBody) {
    if (bodyBytes <= MOST_BODY_BYTES) break
    dropBody(oldest)
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_SEALS) break
    dropBody(oldest)
    kept.delete(oldest)
  }
}

function dropBody(key: string): void {
  const found = kept.get(key)
  if (!found?.body) return
  bodyBytes -= sizeOf(found.body)
  found.body = null
  withBody.delete(key)
}

/** Zipped, a calendar takes a tenth of its size. */
const sizeOf = ({ plain }: Body): number => plain.byteLength * 1.1
