/** What stands in a form: text under names, boxes to tick under one name several times. */
import type { FieldError } from '../problem.ts'

export type Filled = {
  /** Everything, in the order in which it was sent. */
  entries: readonly Entry[]
  /** The last one under a name, trimmed; empty when nothing was sent. */
  one: (name: string) => string
  all: (name: string) => string[]
}

export type Entry = readonly [name: string, value: string]

export const filledOf = (entries: readonly Entry[]): Filled => {
  const all = (name: string) => entries.flatMap(([own, value]) => (own === name ? [value] : []))
  return { entries, all, one: (name) => (all(name).at(-1) ?? '').trim() }
}

/** Wrong in the field of that name. */
export const wrong = (name: string, message: string): FieldError => ({ path: [name], code: 'form', message })
