/** A random year in which people write, read and translate, with items, and an office's rates as it said them one by one. */
import { calendars } from '../../src/calendars.ts'
import { type PayRates, PER, type RateLine } from '../../src/core/blank/pay-rate.ts'
import { type ItemText, itemText } from '../../src/core/content/item.ts'
import { type Fact, inputOf } from '../../src/core/fact.ts'
import { MODES, NO_MAKING, PARTS } from '../../src/core/making.ts'
import { expand, type Slot } from '../../src/core/slot.ts'
import { addDays, instantOf, type LocalDate } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { insertItem } from '../../src/store/items.ts'
import { savePayRates } from '../../src/store/pay-rates.ts'
import { adopt } from './adopt.ts'
import { dice, randomFacts, randomPlan, storeFacts, UNIT } from './random-year.ts'

type Throw = () => number
const one = <T>(next: Throw, all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
const maybe = <T>(next: Throw, share: number, value: T): T | null => (next() < share ? value : null)

/** Some of them the same person in another hand. */
const PEOPLE = ['Y An', 'Y Hoà', 'Y Hòa', 'A Blo', 'y an', 'Nguyễn Thị Thuỷ', 'Nguyễn Thị Thủy']
const GENRES = ['Tin', 'tin', 'Bài', 'Phóng sự', 'Toạ đàm', 'Tọa đàm']

const randomPeople = (next: Throw) => ({
  author: maybe(next, 0.5, one(next, PEOPLE)),
  editor: maybe(next, 0.4, one(next, PEOPLE)),
  announcer: maybe(next, 0.5, one(next, PEOPLE)),
  translator: maybe(next, 0.2, one(next, PEOPLE)),
})

const withPeople = (fact: Fact, next: Throw): Fact => {
  if (!['aired', 'made-up'].includes(fact.kind) || next() < 0.4) return fact
  const own = { ...randomPeople(next), genre: maybe(next, 0.6, one(next, GENRES)) }
  return { ...fact, making: { ...(fact.making ?? NO_MAKING), ...own } }
}

/** What is aired twice in one slot: two people recorded it, or it ran again the same day. */
const again = (fact: Fact): Fact => ({
  ...fact,
  ...inputOf('aired', { minutes: fact.minutes, making: fact.making }),
  ...{ id: `${fact.id}b`, at: fact.at + 3_600_000, recordedAt: fact.at + 3_600_000 },
})

const randomItem = (slot: Slot, next: Throw): ItemText => {
  const { author, ...people } = randomPeople(next)
  return itemText.parse({
    ...{ title: `Bài của ${slot.id}`, topics: [], body: 'Lời', language: 'Tiếng Việt', author, source: null },
    ...{ loudspeaker: '', portal: '', social: '' },
    making: maybe(next, 0.8, {
      ...people,
      genre: maybe(next, 0.7, one(next, GENRES)),
      words: maybe(next, 0.6, 50 + Math.floor(next() * 900)),
      mode: maybe(next, 0.1, 'relay'),
    }),
  })
}

function randomLines(next: Throw): RateLine[] {
  const lines: RateLine[] = []
  for (let i = 0; i < 12; i++) {
    const line: RateLine = {
      part: one(next, PARTS),
      genre: maybe(next, 0.5, one(next, ['Tin', 'Bài', 'Phóng sự', 'TOẠ ĐÀM'])),
      mode: maybe(next, 0.5, one(next, MODES)),
      per: one(next, PER),
      amount: 50 * (1 + Math.floor(next() * 2000)),
    }
    const isTold = lines.some(
      ({ part, genre, mode }) => part === line.part && genre === line.genre && mode === line.mode,
    )
    if (!isTold) lines.push(line)
  }
  return lines
}

/** Said one after the other; `null` takes those of that day back. There are none before March. */
function randomRates(next: Throw): { from: LocalDate; rates: PayRates | null }[] {
  const set = (from: LocalDate, to: LocalDate | null, document: string) => ({
    from,
    rates: { from, to, document, lines: randomLines(next) },
  })
  const june = addDays('2025-06-01', Math.floor(next() * 20))
  return [
    set('2025-03-01', addDays('2025-05-20', Math.floor(next() * 10)), 'QĐ 01'),
    set('2025-08-01', null, 'QĐ 99, gõ nhầm'),
    set(june, null, 'QĐ 02'),
    set('2025-07-15', '2025-08-10', 'QĐ 03'),
    set('2025-08-01', '2025-10-15', 'QĐ 04'),
    set('2025-11-01', '2025-11-20', 'QĐ 05'),
    ...(next() < 0.5 ? [{ from: '2025-07-15', rates: null }] : []),
  ]
}

/** Adopted, recorded, written and decided; answers with what was put there, for whoever pays it again. */
export async function tellPaidYear(db: Db, seed: number) {
  const plan = randomPlan()
  const who = { unit: UNIT, id: 'u', name: 'Lan' }
  await adopt(db, UNIT, plan, calendars, instantOf('2025-01-01'))
  const slots = expand(plan, calendars.periods)
  const next = dice(seed + 100)
  const facts = randomFacts(plan, slots, dice(seed)).flatMap((fact) => {
    const own = withPeople(fact, next)
    return own.kind === 'aired' && own.slotId !== null && next() < 0.05 ? [own, again(own)] : [own]
  })
  await storeFacts(db, facts)
  const items = new Map<string, ItemText>()
  for (const slot of slots)
    if (slot.of === null && slot.obligationId.startsWith('A') && next() < 0.6)
      items.set(slot.id, randomItem(slot, next))
  for (const [slotId, text] of items) await insertItem({ db, who, now: 1 }, `i-${slotId}`, text, slotId)
  const said = randomRates(next)
  for (const { from, rates } of said) await savePayRates({ db, who, now: 1 }, from, rates)
  return { plan, slots, facts, items, said }
}
