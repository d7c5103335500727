/** An office with people who want to hear something, and a post that keeps what it carries. */
import { insertUser } from '../../src/accounts/user.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import type { Channel, Channels, Delivery, Letter } from '../../src/channels/channel.ts'
import { factInput } from '../../src/core/fact.ts'
import { ANY_TIME, type NoticeKind, type Reach } from '../../src/core/notice/notice.ts'
import type { Plan } from '../../src/core/plan.ts'
import { type Instant, instantOf, localDateOf, wallTimeOf } from '../../src/core/wall-clock.ts'
import type { Deps } from '../../src/deps.ts'
import { type Limits, tick } from '../../src/scheduler/tick.ts'
import { nextDue } from '../../src/store/beats.ts'
import { adopt } from '../support/adopt.ts'
import { saveConfirmed } from '../support/people.ts'
import { testHouse } from '../support/test-house.ts'

/** `2025-08-04 19:00` → what arrived at whom. */
export type Carried = { at: string; to: string; letter: Letter }

/** `answer` decides how each attempt ends. */
export function post(clock: { now: Instant }) {
  const carried: Carried[] = []
  const tray = { carried, answer: (_to: string, _letter: Letter): Delivery => ({ kind: 'sent' }) }
  const channel: Channel<string | { url: string }> = {
    reaches: true,
    send: async (letter, address) => {
      const to = typeof address === 'string' ? address : address.url
      const delivery = tray.answer(to, letter)
      if (delivery.kind === 'sent') carried.push({ at: stamp(clock.now), to, letter })
      return delivery
    },
    close: () => undefined,
  }
  const channels: Channels = { email: channel, webhook: channel }
  return { ...tray, tray, channels }
}

export const stamp = (at: Instant): string => `${localDateOf(at)} ${wallTimeOf(at)}`

export const at = (text: string): Instant => {
  const [day = '', time] = text.split(' ')
  return instantOf(day, time)
}

type Wanted = { kinds: NoticeKind[]; reach?: Partial<Reach>; email?: string | null }

/**
 * - `adopt(plan)` in the plan's own unit
 * - `person(name, wanted)`: somebody of the unit with an address `<name>@example.vn`
 * - `beat('2025-08-04 19:00')`: a beat at that time
 * - `walk(from, to)`: all beats at which something is due, as the server would make them each minute
 * - `subjects()`: `2025-08-04 19:00 lan: …`
 */
export async function office(given: Partial<Deps> = {}) {
  const clock = { now: 0 }
  const { tray, carried, channels } = post(clock)
  const house = await testHouse({ channels, ...given })
  house.deps.clock = () => clock.now
  const { db, deps } = house
  // A test's file need not survive a power cut, and a year of beats is many writes.
  if (house.url.startsWith('file:')) await db.$client.execute('PRAGMA synchronous = OFF')

  const beat = async (when: string | Instant, limits: Limits = {}) => {
    clock.now = typeof when === 'number' ? when : at(when)
    return tick(deps, clock.now, limits)
  }
  const person = async (name: string, { kinds, reach = {}, email }: Wanted, unit = UNIT) => {
    const user = await insertUser(db, { unit, name, username: name, role: 'officer' }, 0)
    if (!user.ok) throw new Error(user.problem.detail)
    const address = email === undefined ? `${name}@example.vn` : email
    const settings = { email: address, kinds, reach: { ...ANY_TIME, ...reach } }
    await saveConfirmed(db, unit, user.value.id, settings, 0)
    return user.value.id
  }
  const walk = async (from: string, to: string, step: (when: Instant) => Promise<unknown> = beat) => {
    await step(at(from))
    for (;;) {
      const next = Math.max((await nextDue(db)) ?? Number.POSITIVE_INFINITY, clock.now + MINUTE)
      const due = Math.ceil(next / MINUTE) * MINUTE
      if (due > at(to)) break
      await step(due)
    }
    await step(at(to))
  }
  const record = async (slotId: string, fact: Record<string, unknown>, now = clock.now, unit = UNIT) => {
    const recorded = await recordFact(
      { db, who: { unit, id: 'lan', name: 'Lan' }, now },
      slotId,
      factInput.parse(fact),
    )
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.problem))
  }
  return {
    ...house,
    clock,
    tray,
    carried,
    beat,
    walk,
    person,
    record,
    adopt: (plan: Plan, now = 0) => adopt(db, plan.unit.code, plan, deps.calendars, now),
    subjects: () =>
      carried.map(({ at, to, letter }) => `${at} ${to.replace('@example.vn', '')}: ${letter.subject}`),
  }
}

export const UNIT = 'xa-thu'
const MINUTE = 60_000
