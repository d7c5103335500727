/** A POST with patience: what the channels that speak HTTP share. */
import { type Delivery, later, never, PATIENCE_MS } from './channel.ts'
import { whyUnreachable } from './why.ts'

/** What is sent, and to whom, in words: `nơi nhận`. */
export type Parcel = { url: string; headers: Record<string, string>; body: string; who: string }

/** The answer, or why there was none. Redirects are not followed: a message goes where somebody said, or nowhere. */
export type Post = (parcel: Parcel) => Promise<Response | Delivery>

export const post: Post = (parcel) =>
  answered(parcel, async (response) => {
    // Nobody reads it, and it may never end.
    await response.body?.cancel()
    return response
  })

/** The same where the answer is read. */
export const postForText = (parcel: Parcel): Promise<{ response: Response; text: string } | Delivery> =>
  answered(parcel, async (response) => ({ response, text: await response.text() }))

async function answered<T>(
  { url, headers, body, who }: Parcel,
  take: (response: Response) => Promise<T>,
): Promise<T | Delivery> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return await take(await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }))
  } catch (error) {
    return unanswered(error, who)
  }
}

/** An address that leads where none may lead is no trouble that passes. */
export function unanswered(error: unknown, who: string): Delivery {
  const why = whyUnreachable(error, who)
  return (error as { code?: string }).code === INSIDE ? never(why) : later(why, { down: true })
}

/** The code of an error that says so. */
export const INSIDE = 'EINSIDE'

/** Codes that pass by themselves: too early, too many, or the server's own trouble. */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500

/** `Retry-After` in milliseconds, when the answer says it in seconds. */
export function waitAsked(response: Response): { afterMs?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? { afterMs: Math.min(seconds, 86_400) * 1000 } : {}
}
