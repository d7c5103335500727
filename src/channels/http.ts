/** A POST with patience: what the channels that speak HTTP share. */
import { type Delivery, later, PATIENCE_MS } from './channel.ts'

/** The answer, or why there was none. Redirects are not followed: a message goes where somebody said, or nowhere. */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Response | Delivery> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError'
    return later(late ? 'không trả lời' : 'không kết nối được', { down: true })
  }
}

/** Codes that pass by themselves: too early, too many, or the server's own trouble. */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500

/** `Retry-After` in milliseconds, when the answer says it in seconds. */
export function waitAsked(response: Response): { afterMs?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? { afterMs: Math.min(seconds, 86_400) * 1000 } : {}
}
