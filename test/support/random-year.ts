/** A year of an office that posts, airs and meets, with random facts, in a database. */
import { calendars } from '../../src/calendars.ts'
import { type Fact, type FactKind, inputOf } from '../../src/core/fact.ts'
import { CONTENTS, type Making, NO_MAKING, ORIGINS } from '../../src/core/making.ts'
import type { Plan } from '../../src/core/plan.ts'
import { expand, type Slot } from '../../src/core/slot.ts'
import { addDays, instantOf, type LocalDate } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { facts as factTable } from '../../src/store/schema.ts'
import { adopt } from './adopt.ts'
import { planData, planOf } from './plans.ts'

export const UNIT = 'xa-thu'

const obligation = (id: string, title: string, channels: string[], cadence: object) => ({
  ...{ id, title, channels, lead: 'Văn phòng', quote: 'nguyên văn', cadence },
})
const weekly = (day: string, count: number, more = {}) => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${day};COUNT=${count}`, time: '05:30', ...more },
})

export const randomPlan = (): Plan =>
  planOf({
    ...planData({}),
    inForceFrom: '2025-01-01',
    obligations: [
      obligation(
        'A.1',
        'Chuyên mục Chuyển đổi số',
        ['loudspeaker'],
        weekly('MO', 40, { reruns: { times: 1, afterDays: [3] } }),
      ),
      obligation('A.2', 'Bản tin nghị quyết', ['loudspeaker'], weekly('WE', 30)),
      obligation('B.1', 'Tin, bài về CĐS', ['portal', 'social'], weekly('TU', 45)),
      obligation('B.2', 'Đăng bài cải cách hành chính', ['social'], weekly('FR', 20)),
      obligation('C.1', 'Hội nghị quán triệt nghị quyết', ['event'], {
        kind: 'window',
        window: { from: '2025-07-01', to: '2025-09-30' },
        times: 3,
      }),
      obligation('C.2', 'Lớp bình dân học vụ số', ['training'], weekly('SA', 12)),
      obligation('D.1', 'Niêm yết, công khai thủ tục', ['public-board'], weekly('TH', 25)),
      obligation('D.2', 'Thông báo công khai trên loa', ['loudspeaker'], { kind: 'continuous' }),
    ],
  })

/** Numbers that look thrown, and are the same each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Throw = () => number
const one = <T>(next: Throw, all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
const maybe = <T>(next: Throw, share: number, value: T): T | null => (next() < share ? value : null)

function randomMaking(next: Throw): Making | null {
  if (next() < 0.3) return null
  const language = maybe(next, 0.8, one(next, ['Tiếng Việt', 'Xê Đăng', 'tiếng Hrê', 'Anh']))
  const spoken =
    language && language !== 'Tiếng Việt'
      ? maybe(next, 0.6, one(next, ['whole', 'part', 'bilingual'] as const))
      : null
  return {
    ...NO_MAKING,
    ...{ language, spoken, partMinutes: spoken && spoken !== 'whole' ? maybe(next, 0.7, 5) : null },
    mode: maybe(next, 0.3, one(next, ['relay', 'version'] as const)),
    origin: maybe(
      next,
      0.6,
      one(
        next,
        ORIGINS.filter((origin) => origin !== 'reused'),
      ),
    ),
    content: maybe(next, 0.6, one(next, CONTENTS)),
    words: maybe(next, 0.5, 100 + Math.floor(next() * 400)),
  }
}

const KINDS: Record<string, FactKind> = { A: 'aired', B: 'posted', C: 'held', D: 'posted' }
const PLACES = ['Zalo', 'Facebook', 'Trang thông tin điện tử', 'VNeID', 'Bảng tin thôn', null]
const LINKS = [
  'https://www.facebook.com/xa-thu/1',
  'https://xathu.tinh.gov.vn/2',
  'https://zalo.me/3',
  null,
  null,
]

/** What somebody might have recorded, slot by slot, in the order of recording. */
export function randomFacts(plan: Plan, slots: readonly Slot[], next: Throw): Fact[] {
  const facts: Fact[] = []
  const add = (
    slot: Slot | null,
    obligationId: string,
    kind: FactKind,
    at: number,
    more: Partial<Fact> = {},
  ) => {
    const id = `f${String(facts.length).padStart(5, '0')}`
    facts.push({
      ...inputOf(kind),
      ...{
        id,
        planId: plan.id,
        obligationId,
        slotId: slot?.id ?? null,
        at,
        recordedAt: at,
        by: 'Lan',
        incidentId: null,
      },
      ...more,
    })
    return id
  }
  for (const slot of slots) {
    const kind = KINDS[slot.obligationId.charAt(0)] as FactKind
    const day = slot.date ?? addDays((slot.window as { from: LocalDate }).from, Math.floor(next() * 80))
    const at = instantOf(addDays(day, next() < 0.2 ? 3 : 0), slot.time ?? '08:00')
    const own = slot.obligationId
    const said = (): Partial<Fact> => ({
      minutes: kind === 'aired' ? maybe(next, 0.85, 5 + Math.floor(next() * 25)) : null,
      people: kind === 'held' ? maybe(next, 0.7, Math.floor(next() * 200)) : null,
      place: kind === 'posted' ? one(next, PLACES) : null,
      link: kind === 'posted' ? one(next, LINKS) : null,
      making: kind === 'aired' ? randomMaking(next) : null,
    })
    const fate = next()
    if (fate < 0.12) continue
    if (fate < 0.2) {
      add(slot, own, 'not-aired', at, { reason: 'power' })
      if (next() < 0.6) add(slot, own, 'made-up', at + 5 * 86_400_000, said())
      continue
    }
    const id = add(slot, own, kind, at, said())
    if (own === 'A.1' && next() < 0.2)
      add(null, own, 'aired', at + 20 * 60_000, {
        minutes: maybe(next, 0.9, 10),
        making: { ...NO_MAKING, language: 'Xê Đăng', mode: 'version', versionOf: slot.id },
      })
    if (own === 'B.1' && next() < 0.5) add(slot, own, kind, at + 60_000, { ...said(), place: 'Zalo' })
    if (fate > 0.94) {
      const undo = add(slot, own, 'correction', at + 120_000, { corrects: id, note: 'nhầm' })
      if (next() < 0.4) add(slot, own, 'correction', at + 180_000, { corrects: undo, note: 'đúng rồi' })
    }
  }
  for (let day = '2025-01-03'; day < '2025-12-20'; day = addDays(day, 1 + Math.floor(next() * 12)))
    add(null, 'D.2', 'aired', instantOf(day, '17:30'), {
      minutes: maybe(next, 0.8, 3),
      making: randomMaking(next),
    })
  return facts
}

export async function storeFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  for (let i = 0; i < facts.length; i += 20)
    await db
      .insert(factTable)
      .values(facts.slice(i, i + 20).map(({ to: _, ...fact }) => ({ ...fact, unit: UNIT, byId: 'u' })))
}

/** Adopted and recorded; answers with what was put there, for whoever counts it again. */
export async function tellRandomYear(db: Db, seed: number) {
  const plan = randomPlan()
  await adopt(db, UNIT, plan, calendars, instantOf('2025-01-01'))
  const slots = expand(plan, calendars.periods)
  const facts = randomFacts(plan, slots, dice(seed))
  await storeFacts(db, facts)
  return { plan, slots, facts }
}
