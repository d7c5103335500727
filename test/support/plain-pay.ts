/**
 * A bảng kê once more, as an accountant would with the log, the scripts and the decisions on the table: fact by fact, day
 * by day, in whole đồng. Shares nothing with the product's own. Slow and plain on purpose.
 */
import type { ItemText } from '../../src/core/content/item.ts'
import type { Fact } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Slot } from '../../src/core/slot.ts'
import { stands } from './plain-blank.ts'

type Day = string
type Rates = {
  from: Day
  to: Day | null
  document: string
  lines: readonly {
    part: string
    genre: string | null
    mode: string | null
    per: string
    amount: number
  }[]
}

export type PaidYear = {
  plan: Plan
  slots: readonly Slot[]
  facts: readonly Fact[]
  /** By the slot, an original, that they were written for. */
  items: ReadonlyMap<string, ItemText>
  /** In the order in which they were said. */
  said: readonly { from: Day; rates: Rates | null }[]
}

export type PlainLine = {
  day: Day
  title: string
  name: string
  part: string
  mode: string
  quantity: number | null
  amount: number | null
  document: string | null
}

const dayOf = (instant: number): Day => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)

/** Words and names as one would say them aloud: new and old tone marks, capitals and small letters sound the same. */
const spoken = (text: string): string =>
  text.toLowerCase().normalize('NFC').replaceAll('oà', 'òa').replaceAll('oạ', 'ọa').replaceAll('uỷ', 'ủy')

/** What holds on a day: go through the decisions one by one, and keep the last that speaks of it. */
function decisionOn({ said }: PaidYear, day: Day): Rates | null {
  let holds: Rates | null = null
  for (let i = 0; i < said.length; i++) {
    const one = said[i]
    let replaced = false
    for (let k = i + 1; k < said.length; k++) if (said[k]?.from === one?.from) replaced = true
    if (replaced || !one?.rates) continue
    if (day >= one.rates.from && (one.rates.to === null || day <= one.rates.to)) holds = one.rates
  }
  return holds
}

/** Exactly this genre and way first, then the genre, then the way, then anything. */
function rateFor(rates: Rates, part: string, genre: string | null, mode: string) {
  const said = genre === null ? null : spoken(genre)
  const own = rates.lines.filter((line) => line.part === part)
  const ofGenre = (line: (typeof own)[number]) => line.genre !== null && spoken(line.genre) === said
  return (
    own.find((line) => ofGenre(line) && line.mode === mode) ??
    own.find((line) => ofGenre(line) && line.mode === null) ??
    own.find((line) => line.genre === null && line.mode === mode) ??
    own.find((line) => line.genre === null && line.mode === null)
  )
}

export function plainPay(year: PaidYear, from: Day, to: Day): PlainLine[] {
  const lines: PlainLine[] = []
  const aired = year.facts
    .filter((fact) => (fact.kind === 'aired' || fact.kind === 'made-up') && stands(fact, year.facts))
    .filter((fact) => dayOf(fact.at) >= from && dayOf(fact.at) <= to)
    .filter((fact) => {
      const asked = year.plan.obligations.find(({ id }) => id === fact.obligationId)
      return asked?.channels.includes('loudspeaker')
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const fact of aired) {
    const isVersion = Boolean(fact.making?.versionOf)
    const slot = year.slots.find(({ id }) => id === (fact.slotId ?? fact.making?.versionOf))
    const item = slot && year.items.get(slot.of ?? slot.id)
    // A version is written anew by others: of its programme it has the title and the genre.
    const written = isVersion ? undefined : item
    const say = fact.making
    const genre = say?.genre ?? item?.making?.genre ?? null
    const mode = say?.mode ?? written?.making?.mode ?? (isVersion ? 'new' : slot?.airing) ?? 'new'
    const words = say?.words ?? written?.making?.words ?? null
    const day = dayOf(fact.at)
    const asked = year.plan.obligations.find(({ id }) => id === fact.obligationId)
    const people: [string, string | null | undefined][] = [
      ['author', say?.author ?? written?.author],
      ['editor', say?.editor ?? written?.making?.editor],
      ['announcer', say?.announcer ?? written?.making?.announcer],
      ['translator', say?.translator ?? written?.making?.translator],
    ]
    for (const [part, name] of people) {
      if (!name) continue
      const line = { day, title: item?.title ?? asked?.title ?? '', name, part, mode }
      const rates = decisionOn(year, day)
      const rate = rates && rateFor(rates, part, genre, mode)
      const document = rates?.document ?? null
      const hundredths =
        !rate || rate.per === 'airing'
          ? 100
          : rate.per === 'minute'
            ? fact.minutes && fact.minutes * 100
            : rate.per === 'word'
              ? words && words * 100
              : words && Math.round((words * 2) / 7)
      if (!rate || !hundredths) lines.push({ ...line, quantity: null, amount: null, document })
      else {
        // Whole đồng, half of one upwards.
        const product = BigInt(hundredths) * BigInt(rate.amount)
        const amount = Number((product + 50n) / 100n)
        lines.push({ ...line, quantity: hundredths / 100, amount, document })
      }
    }
  }
  return lines
}

type PlainTotal = { name: string; amount: number | null; open: number }

export function plainTotals(lines: readonly PlainLine[]): PlainTotal[] {
  const totals: PlainTotal[] = []
  for (const line of lines) {
    let own = totals.find(({ name }) => spoken(name) === spoken(line.name))
    if (!own) {
      own = { name: line.name, amount: null, open: 0 }
      totals.push(own)
    }
    if (line.amount === null) own.open += 1
    else own.amount = line.amount + (own.amount ?? 0)
  }
  return totals
}
