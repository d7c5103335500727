/**
 * A bảng kê: who had a hand in what was aired in a period, and what the office's own rates of that day give for it. Where
 * they say nothing there is no amount, and why.
 */
import { MAKING_NAMES, type Making, type Mode, NO_MAKING, PARTS, type Part, twoRoles } from '../making.ts'
import { foldTone, tidy } from '../text.ts'
import type { LocalDate } from '../wall-clock.ts'
import { documentDay } from '../words/words.ts'
import type { Occurrence } from './occurrence.ts'
import { lineFor, type PayRates, type Per, ratesOn } from './pay-rate.ts'

export type PayLine = {
  planId: string
  obligationId: string
  /** Null for what was logged on an obligation without slots. */
  slotId: string | null
  day: LocalDate
  title: string
  name: string
  part: Part
  genre: string | null
  mode: Mode | null
  minutes: number | null
  words: number | null
  /** How many of what the rate is for; null where there is no amount. */
  quantity: number | null
  per: Per | null
  rate: number | null
  /** Đồng; null where the rates of that day say nothing of it. */
  amount: number | null
  /** Why there is no amount. */
  reason: string | null
  /** The document that decided the rate. */
  document: string | null
  /** `Y An vừa là biên tập vừa là phát thanh viên` */
  notes: string[]
}

/** A line for each person's part in each airing, in time's order. */
export const payLines = (occurrences: readonly Occurrence[], said: readonly PayRates[]): PayLine[] =>
  occurrences
    .filter(({ mode }) => mode !== null)
    .flatMap((one) =>
      PARTS.flatMap((part): PayLine[] => {
        const name = one.making[part]
        return name === null ? [] : [{ ...lineOf(one, part, name), ...paid(one, part, said) }]
      }),
    )

const lineOf = (one: Occurrence, part: Part, name: string) => ({
  ...{ planId: one.planId, obligationId: one.obligation.id, slotId: one.slotId },
  ...{ day: one.day, title: one.title, name, part, mode: one.mode, minutes: one.minutes },
  ...{ genre: one.making.genre, words: one.making.words, notes: notesOn(one, name) },
})

/** What a name alone does not tell: who is in two parts, and that a part has several people. */
const notesOn = ({ making }: Occurrence, name: string): string[] => [
  ...twoRoles(partsOf(making, name)),
  ...(SEVERAL.test(name) ? [MANY_PEOPLE] : []),
]

const partsOf = (making: Making, name: string): Making => ({
  ...NO_MAKING,
  ...Object.fromEntries(
    PARTS.flatMap((part) => (asOne(making[part] ?? '') === asOne(name) ? [[part, making[part]]] : [])),
  ),
})

/** A name in one spelling. */
const asOne = (name: string): string => foldTone(tidy(name))

const SEVERAL = /[,;/&+]| và /
const MANY_PEOPLE = 'Ghi nhiều người trong một vai: một mức cho cả nhóm, chia thế nào do đơn vị quyết định'

type Paid = Pick<PayLine, 'quantity' | 'per' | 'rate' | 'amount' | 'reason' | 'document'>

const unpaid = (reason: string, document: string | null = null): Paid => ({
  ...{ quantity: null, per: null, rate: null, amount: null, reason, document },
})

function paid({ day, mode, making, minutes }: Occurrence, part: Part, said: readonly PayRates[]): Paid {
  const rates = ratesOn(said, day)
  if (!rates) return unpaid(`chưa có định mức cho ngày ${documentDay(day)}`)
  const { document } = rates
  const line = lineFor(rates, { part, genre: making.genre, mode })
  if (!line) return unpaid(`định mức không có mức cho ${MAKING_NAMES.part[part]}`, document)
  const quantity = quantityOf(line.per, { minutes, words: making.words })
  if (quantity === null)
    return unpaid(line.per === 'minute' ? 'chưa ghi số phút' : 'chưa ghi số từ', document)
  // In hundredths: 1.15 × 12.350 is 14.202,5 and not a hair less.
  const amount = Math.round((Math.round(quantity * 100) * line.amount) / 100)
  return { quantity, per: line.per, rate: line.amount, amount, reason: null, document }
}

const PAGE_WORDS = 350

function quantityOf(
  per: Per,
  { minutes, words }: { minutes: number | null; words: number | null },
): number | null {
  if (per === 'airing') return 1
  if (per === 'minute') return minutes
  if (words === null) return null
  return per === 'word' ? words : Math.round((words / PAGE_WORDS) * 100) / 100
}

/** What each person comes to, however the name was written; lines without an amount are counted beside it. */
export type PaySum = { name: string; lines: number; amount: number | null; open: number }

export const paySums = (lines: readonly PayLine[]): PaySum[] =>
  [...Map.groupBy(lines, ({ name }) => asOne(name)).values()].map((own) => ({
    ...{ name: own[0]?.name ?? '', lines: own.length },
    open: own.filter(({ amount }) => amount === null).length,
    amount: totalOf(own),
  }))

/** Null where no line has an amount. */
export const totalOf = (lines: readonly PayLine[]): number | null =>
  lines.reduce<number | null>((sum, { amount }) => (amount === null ? sum : (sum ?? 0) + amount), null)
