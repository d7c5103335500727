/** What a form says, on its way to the server, and what the answer means. */

export type Fields = [name: string, value: string][]

/** Many slots answered at once. `page` tells of them and takes them back; `left` are as they were, in words. */
export type Bulk = { page: string; recorded: number; left: { words: string; why: string }[] }

/**
 * `sent`: recorded, and the answer names each fact; `at` by the server's clock. `later`: no network, no session, a server in trouble, or an answer
 * that is not ours, as a Wi-Fi portal gives. `others`: pressed by somebody who is not signed in now. `asks` when the
 * server's own page asks for what is missing, the reason for a change in a closed period.
 */
export type Sending =
  | { kind: 'sent'; bulk: Bulk | null; at: number }
  | { kind: 'later' }
  | { kind: 'others' }
  | { kind: 'refused'; why: string; asks: boolean }

/** A network that went dead without a word: what is kept is sent again, with its key. */
const PATIENCE_MS = 10_000

/**
 * Posts what a form says. `madeAt` only for what had to wait: the server is told for how long, since the clock of a
 * phone may be wrong by a day, and is so when it is pressed and when it is sent.
 */
export async function post(action: string, fields: Fields, madeAt?: string): Promise<Sending> {
  const body = new URLSearchParams(fields)
  // A clock that was put right meanwhile may have gone back: then it waited for no time at all.
  if (madeAt) body.set('daCho', String(Math.max(0, Date.now() - Date.parse(madeAt))))
  const dead = new AbortController()
  const patience = setTimeout(() => dead.abort(), PATIENCE_MS)
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(action, { method: 'POST', body, headers, signal: dead.signal })
    const said = (await response.json()) as Answer
    const at = Date.parse(response.headers.get('date') ?? '') || Date.now()
    return response.ok ? meaning(said, slotsIn(fields), at) : refusal(response.status, said)
  } catch {
    return { kind: 'later' }
  } finally {
    clearTimeout(patience)
  }
}

/** The slots that were chosen among many. */
export const slotsIn = (fields: Fields): string[] =>
  fields.filter(([name]) => name === 'khung').map(([, slotId]) => slotId.normalize('NFC'))

type Answer = {
  factId?: unknown
  facts?: { slotId: string; factId: string }[]
  left?: { slotId: string; words: string; why: string }[]
  page?: string
  type?: string
  detail?: string
  errors?: { code: string; message: string }[]
}

/** Only what names the fact of each slot, or why it has none, is an answer of ours. */
function meaning(
  { factId, facts = [], left = [], page = '/' }: Answer,
  slots: readonly string[],
  at: number,
): Sending {
  if (!slots.length) return typeof factId === 'string' ? { kind: 'sent', bulk: null, at } : { kind: 'later' }
  const named = new Set([...facts, ...left].map(({ slotId }) => slotId))
  return slots.every((slotId) => named.has(slotId))
    ? { kind: 'sent', bulk: { page, recorded: facts.length, left }, at }
    : { kind: 'later' }
}

function refusal(status: number, { type, detail = '', errors = [] }: Answer): Sending {
  const ours = type?.startsWith('urn:nhip-song:problem:')
  if (!ours || status === 401 || status === 429 || status >= 500) return { kind: 'later' }
  const says = (wanted: string) => errors.some(({ code }) => code === wanted)
  if (says('other-account')) return { kind: 'others' }
  const reasons = errors.map(({ message }) => message).filter((message) => !detail.includes(message))
  return { kind: 'refused', why: [detail, ...reasons].join(' '), asks: says('closed-period') }
}
