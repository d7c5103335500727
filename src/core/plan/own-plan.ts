/**
 * A sample, or another office's plan, becomes an office's own: its name, number, day, offices and year; and every text
 * that still names the other office is found, so that somebody decides about it.
 */

import type { Plan } from '../plan.ts'
import type { Result } from '../problem.ts'
import { capital, foldTone } from '../text.ts'
import type { LocalDate } from '../wall-clock.ts'
import { placeOf } from '../words/unit-words.ts'
import { parsePlan } from './parse-plan.ts'
import { planForYear } from './plan-year.ts'

export type Own = {
  id: string
  title: string
  unit: Plan['unit']
  number: string | null
  issued: LocalDate | null
  inForceFrom: LocalDate
  year: number
  /** The plan of the office whose place it takes. */
  succeeds: string | null
  /** Offices by the name that the other plan gives them. */
  offices: ReadonlyMap<string, string>
  /** What was decided about texts, by their place; null takes a text out where a plan can do without it. */
  texts: ReadonlyMap<string, string | null>
}

/** The other's plan for one's own year, with what was decided. */
export function ownPlan(other: Plan, own: Own): Result<Plan> {
  const { id, title, unit, number, issued, inForceFrom, year, succeeds, offices, texts } = own
  const plan = renameOffices(planForYear(other, year), offices)
  const list = (all: readonly string[], place: string): string[] =>
    all.flatMap((text, i) => {
      const said = texts.get(`${place}.${i}`)
      return said === undefined ? [text] : said === null ? [] : [said]
    })
  return parsePlan({
    ...plan,
    ...{ id, title, unit, number, issued, inForceFrom, year, succeeds },
    assumptions: list(plan.assumptions, 'assumptions'),
    obligations: plan.obligations.map((obligation) => ({
      ...obligation,
      title: texts.get(`${obligation.id}.title`) ?? obligation.title,
      quote: texts.get(`${obligation.id}.quote`) ?? obligation.quote,
      assumptions: list(obligation.assumptions, `${obligation.id}.assumptions`),
    })),
  })
}

/** Every office that a plan names as one that does something, in order, each once. */
export const officesOf = ({ obligations }: Pick<Plan, 'obligations'>): string[] => [
  ...new Set(obligations.flatMap(({ lead, support }) => [...(lead === null ? [] : [lead]), ...support])),
]

/** A plan whose offices have other names; two that get one name are one. */
export const renameOffices = (plan: Plan, names: ReadonlyMap<string, string>): Plan => {
  const office = (name: string): string => names.get(name)?.trim() || name
  return {
    ...plan,
    obligations: plan.obligations.map((obligation) => ({
      ...obligation,
      lead: obligation.lead && office(obligation.lead),
      support: [...new Set(obligation.support.map(office))],
    })),
  }
}

/** A text that names the other office. `place` is its address in `Own.texts`; `clause` its obligation, null for the plan. */
export type Foreign = { place: string; clause: string | null; text: string; removable: boolean }

/** Texts of a plan that name an office: with or without what it is (`Ngọk Tụ` for `UBND xã Ngọk Tụ`). */
export function foreignTexts({ obligations, assumptions }: Plan, office: string): Foreign[] {
  const name = foldTone(bareName(office))
  if (name === '') return []
  const names = ({ text }: Foreign): boolean => foldTone(text).includes(name)
  const own = assumptions.map((text, i): Foreign => {
    return { place: `assumptions.${i}`, clause: null, text, removable: true }
  })
  return [...own, ...obligations.flatMap(textsOf)].filter(names)
}

const textsOf = ({ id, title, quote, assumptions }: Plan['obligations'][number]): Foreign[] => [
  { place: `${id}.title`, clause: id, text: title, removable: false },
  { place: `${id}.quote`, clause: id, text: quote, removable: false },
  ...assumptions.map((text, i): Foreign => {
    return { place: `${id}.assumptions.${i}`, clause: id, text, removable: true }
  }),
]

const KINDS =
  /^(ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+|^(xã|phường|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|tỉnh)\s+/iu

/** `Ngọk Tụ` for `UBND xã Ngọk Tụ`. */
export function bareName(office: string): string {
  const shorter = office.trim().replace(KINDS, '')
  return shorter === office.trim() ? shorter : bareName(shorter)
}

/** A text with one's own office in the place of the other: what is proposed, for somebody to look at. */
export function withOwnName(text: string, other: string, own: string): string {
  const [from, to] = [bareName(other), bareName(own)]
  return from === '' ? text : withOwnPlace(text, other, own).replaceAll(from, to)
}

/** The same where the text says what the other is ("tỉnh Quảng Ngãi"): its bare name may stand for something else. */
export function withOwnPlace(text: string, other: string, own: string): string {
  if (bareName(other) === '') return text
  const places = [placeOf(other), placeOf(own)].filter((place) => place !== bareName(place))
  const [from, to] = places.length === 2 ? places : []
  const named = text.replaceAll(other, own)
  return from === undefined || to === undefined
    ? named
    : named.replaceAll(from, to).replaceAll(capital(from), capital(to))
}

/** `truyen-thong-2026` made free among the ids that a unit has already. */
export function freePlanId(wanted: string, taken: readonly string[]): string {
  const base = wanted.slice(0, 50) || 'ke-hoach'
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.includes(id)) return id
  }
}
