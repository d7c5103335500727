/** What was pressed without a network: kept on the phone, sent later, exactly once. */
/** One pressed button. Its key goes along each time it is sent, and the server answers a key only once. */
export type Waiting = {
  action: string
  fields: [name: string, value: string][]
  /** When it was pressed, ISO 8601. */
  madeAt: string
  /** What was pressed, for showing. */
  words: string
}

/** Something the server would not take: shown until somebody has read it. */
export type Refused = Waiting & { why: string }

const WAITING = 'nhip-song:cho-gui'
const REFUSED = 'nhip-song:khong-nhan'

function load<T>(name: string): T[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(list) ? (list as T[]) : []
  } catch {
    return []
  }
}

/** False where nothing can be kept: storage that is full, or forbidden. */
function store(name: string, list: object[]): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

/** Whether a change of storage, null when all was cleared, may be one of what waits. */
export const isOurs = (name: string | null): boolean => name === null || name === WAITING || name === REFUSED

export const waiting = (): Waiting[] => load<Waiting>(WAITING)
export const refused = (): Refused[] => load<Refused>(REFUSED)

export const keep = (one: Waiting): boolean => store(WAITING, [...waiting(), one])
export const forgetRefused = (): boolean => store(REFUSED, [])

const keyOf = ({ fields }: Waiting): string => fields.find(([name]) => name === 'khoa')?.[1] ?? ''

export const forget = (one: Waiting): boolean =>
  store(
    WAITING,
    waiting().filter((other) => keyOf(other) !== keyOf(one) || other.madeAt !== one.madeAt),
  )

/**
 * `sent`: recorded, and the answer names the fact. `later`: no network, no session, a server in trouble, or an answer
 * that is not ours, as a Wi-Fi portal gives. `others`: pressed by somebody who is not signed in now. Otherwise why it was
 * not taken; `asks` when the server's own page asks for what is missing, the reason for a change in a closed period.
 */
export type Sending = 'sent' | 'later' | 'others' | { why: string; asks: boolean }

/**
 * Posts what a form says. `madeAt` only for what had to wait: the server is told for how long, since the clock of a
 * phone may be wrong by a day, and is so when it is pressed and when it is sent.
 */
export async function post(action: string, fields: Waiting['fields'], madeAt?: string): Promise<Sending> {
  const body = new URLSearchParams(fields)
  // A clock that was put right meanwhile may have gone back: then it waited for no time at all.
  if (madeAt) body.set('daCho', String(Math.max(0, Date.now() - Date.parse(madeAt))))
  try {
    const response = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })
    const said = (await response.json()) as Answer
    if (response.ok) return typeof said.factId === 'string' ? 'sent' : 'later'
    return refusal(response.status, said)
  } catch {
    return 'later'
  }
}

type Answer = {
  factId?: unknown
  type?: string
  detail?: string
  errors?: { code: string; message: string }[]
}

function refusal(status: number, { type, detail = '', errors = [] }: Answer): Sending {
  const ours = type?.startsWith('urn:nhip-song:problem:')
  if (!ours || status === 401 || status === 429 || status >= 500) return 'later'
  const says = (wanted: string) => errors.some(({ code }) => code === wanted)
  if (says('other-account')) return 'others'
  const reasons = errors.map(({ message }) => message).filter((message) => !detail.includes(message))
  return { why: [detail, ...reasons].join(' '), asks: says('closed-period') }
}

/** Pressed by somebody else, as the server said since this page was opened: kept until they sign in. */
const others = new Set<string>()
export const isOthers = (one: Waiting): boolean => others.has(keyOf(one))

/**
 * Sends what waits, oldest first; stops at the first that must wait on. True when anything changed. Two open tabs must
 * not send the same list side by side; where the page came over plain http there are no locks, and the keys alone keep
 * the server from recording twice.
 */
export const sendWaiting = (): Promise<boolean> =>
  navigator.locks ? navigator.locks.request('nhip-song:gui', sendAll) : sendAll()

async function sendAll(): Promise<boolean> {
  let changed = false
  for (const one of waiting().filter((one) => !isOthers(one))) {
    const result = await post(one.action, one.fields, one.madeAt)
    if (result === 'later') break
    if (result === 'others') others.add(keyOf(one))
    else if (result === 'sent') forget(one)
    // Where there is no room for the reason, it stays and is refused again.
    else if (store(REFUSED, [...refused(), { ...one, why: result.why }])) forget(one)
    changed = true
  }
  return changed
}
