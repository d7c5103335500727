/**
 * The forms of others once more, written from the words of the forms alone, fact by fact, without any of the product's
 * own counting. Slow and plain on purpose.
 */
import type { Fact } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Slot } from '../../src/core/slot.ts'
import { plainOffice } from './plain-count.ts'

type Day = string
export type PlainYear = { plan: Plan; slots: readonly Slot[]; facts: readonly Fact[] }

const dayOf = (instant: number): Day => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)

export function stands(one: Fact, facts: readonly Fact[]): boolean {
  for (const other of facts) if (other.corrects === one.id && stands(other, facts)) return false
  return true
}

export type PlainTime = {
  day: Day
  obligation: Plan['obligations'][number]
  fact: Fact
  heard: boolean
  posted: boolean
  held: boolean
  mode: string | null
  place: string | null
}

const PLAIN_PLACES: [string, string][] = [
  ['Zalo', 'zalo'],
  ['Facebook', 'facebook'],
  ['Trang thông tin điện tử', 'portal'],
  ['VNeID', 'vneid'],
  ['Bảng tin thôn', 'board'],
]

function placeOf(fact: Fact, channels: readonly string[]): string | null {
  for (const [name, kind] of PLAIN_PLACES) if (fact.place === name) return kind
  if (fact.link?.startsWith('https://www.facebook.com/')) return 'facebook'
  if (fact.link?.startsWith('https://zalo.me/')) return 'zalo'
  if (fact.link?.startsWith('https://xathu.tinh.gov.vn/')) return 'portal'
  if (channels.length === 1 && channels[0] === 'public-board') return 'board'
  if (channels.length === 1 && channels[0] === 'portal') return 'portal'
  return null
}

/** All that happened on the days of a period, known by its last day. */
export function plainTimes({ plan, slots, facts }: PlainYear, from: Day, to: Day): PlainTime[] {
  const times: PlainTime[] = []
  for (const fact of facts) {
    if (!['aired', 'posted', 'held', 'made-up'].includes(fact.kind)) continue
    if (!stands(fact, facts)) continue
    const day = dayOf(fact.at)
    if (day < from || day > to) continue
    // Of one place of a slot the last word holds.
    if (fact.place !== null && fact.slotId !== null) {
      let last: Fact = fact
      for (const other of facts) {
        if (other.slotId !== fact.slotId || other.place !== fact.place || dayOf(other.at) > to) continue
        if (!['aired', 'posted', 'held', 'made-up', 'not-aired', 'excused'].includes(other.kind)) continue
        if (stands(other, facts) && other.id > last.id) last = other
      }
      if (last.id !== fact.id) continue
    }
    const obligation = plan.obligations.find((one) => one.id === fact.obligationId) as PlainTime['obligation']
    const letter = obligation.id.charAt(0)
    const heard = obligation.channels.includes('loudspeaker')
    const posted = letter === 'B' || obligation.id === 'D.1'
    const slot = slots.find((one) => one.id === fact.slotId)
    times.push({
      ...{ day, obligation, fact, heard, posted, held: letter === 'C' },
      mode: heard ? (fact.making?.mode ?? slot?.airing ?? 'new') : null,
      place: posted ? placeOf(fact, obligation.channels) : null,
    })
  }
  return times
}

/** Obligations that had something due in the period, and those of them of which all of it was done. */
export function plainObligations(
  { plan, slots, facts }: PlainYear,
  from: Day,
  to: Day,
): { set: number; done: number } {
  const recorded = slots.map((slot) => ({ slot, facts: facts.filter((one) => one.slotId === slot.id) }))
  const logged = facts.filter((one) => one.slotId === null)
  const rows = plainOffice([{ plan, recorded, logged }], { period: { from, to }, year: 2025, asOf: to })
  let [set, done] = [0, 0]
  for (const { id, cadence } of plan.obligations) {
    const own = rows.filter((row) => row.obligationId === id)
    const due = own.reduce((sum, row) => sum + row.due, 0)
    const kept = own.reduce((sum, row) => sum + row.done, 0)
    const told = own.reduce((sum, row) => sum + row.logged, 0)
    const always = cadence.kind === 'continuous'
    if (!always && due === 0) continue
    set += 1
    if (always ? told > 0 : kept === due) done += 1
  }
  return { set, done }
}

/** Slots that fell due in the period with nobody's word. */
export function plainSilent({ plan, slots, facts }: PlainYear, from: Day, to: Day): string[][] {
  const silent: string[][] = []
  for (const slot of slots) {
    const due = slot.date ?? (slot.window?.to as Day)
    if (due < from || due > to) continue
    const told = facts.some(
      (one) =>
        one.slotId === slot.id &&
        dayOf(one.at) <= to &&
        ['aired', 'posted', 'held', 'made-up', 'not-aired', 'excused'].includes(one.kind) &&
        stands(one, facts),
    )
    if (!told) silent.push([...(plan.obligations.find(({ id }) => id === slot.obligationId)?.channels ?? [])])
  }
  return silent
}
