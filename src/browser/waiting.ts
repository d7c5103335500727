/** What was pressed without a network: kept on the phone, sent later, exactly once. */
import { type Bulk, type Fields, post, type Sending } from './post.ts'

/** One pressed button. Its key goes along each time it is sent, and the server answers a key only once. */
export type Waiting = {
  action: string
  fields: Fields
  /** When it was pressed, ISO 8601. */
  madeAt: string
  /** What was pressed, for showing. */
  words: string
}

/** What the server would not take, and what became of many slots at once: shown until somebody has read it. */
export type Refused = Waiting & { why: string }
export type Told = Bulk & { words: string }

/**
 * What was recorded, at an instant of the server's: a page kept from before still offers its button. Of its fields only
 * the place is remembered: what was written stays on no phone.
 */
export type Sent = Waiting & { at: number }

const WAITING = 'nhip-song:cho-gui'
const REFUSED = 'nhip-song:khong-nhan'
const TOLD = 'nhip-song:da-gui'
const SENT = 'nhip-song:da-ghi'

/** Of what was recorded the last ones are remembered. */
const MOST_SENT = 60

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
export const isOurs = (name: string | null): boolean =>
  name === null || [WAITING, REFUSED, TOLD].includes(name)

export const waiting = (): Waiting[] => load<Waiting>(WAITING)
export const refused = (): Refused[] => load<Refused>(REFUSED)
export const told = (): Told[] => load<Told>(TOLD)
export const sent = (): Sent[] => load<Sent>(SENT)

export const keep = (one: Waiting): boolean => store(WAITING, [...waiting(), one])
export const keepTold = (bulk: Bulk, words: string): boolean => store(TOLD, [...told(), { ...bulk, words }])
export const forgetRefused = (): boolean => store(REFUSED, [])
export const forgetTold = (): boolean => store(TOLD, [])

/** By the page that tells of it. */
export const forgetToldOn = (path: string): boolean =>
  store(
    TOLD,
    told().filter(({ page }) => new URL(page, location.origin).pathname !== path),
  )

const keyOf = ({ fields }: Waiting): string => fields.find(([name]) => name === 'khoa')?.[1] ?? ''

export const forget = (one: Waiting): boolean =>
  store(
    WAITING,
    waiting().filter((other) => keyOf(other) !== keyOf(one) || other.madeAt !== one.madeAt),
  )

/** Of several places where the same is posted. */
const placeIn = ({ fields }: Waiting): string => fields.find(([name]) => name === 'noi')?.[1] ?? ''

/** The last word about a slot; what takes one back leaves nothing to say of it. */
export function noteSent(one: Waiting, at: number): void {
  const others = sent().filter((other) => other.action !== one.action || placeIn(other) !== placeIn(one))
  const isUndo = one.fields.some(([name]) => name === 'sua')
  const fields = one.fields.filter(([name]) => name === 'noi')
  store(SENT, [...others, ...(isUndo ? [] : [{ ...one, fields, at }])].slice(-MOST_SENT))
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
    if (result.kind === 'later') break
    if (result.kind === 'others') others.add(keyOf(one))
    // Where there is no room for what it says, it stays and is answered the same again.
    else if (noted(one, result)) forget(one)
    changed = true
  }
  return changed
}

type Answered = Extract<Sending, { kind: 'sent' | 'refused' }>

function noted(one: Waiting, result: Answered): boolean {
  if (result.kind === 'refused') return store(REFUSED, [...refused(), { ...one, why: result.why }])
  if (result.bulk) return keepTold(result.bulk, one.words)
  noteSent(one, result.at)
  return true
}
