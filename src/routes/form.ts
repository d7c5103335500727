/** Forms as browsers send them: every field is text or a file, and may be sent several times. */
import { type Filled, filledOf } from '../core/form/filled.ts'
import type { Problem } from '../core/problem.ts'
import type { Field } from '../templates/account-views.ts'
import type { Ctx } from './env.ts'
import { wentAway } from './problem.ts'

/** What was sent under a name; empty when nothing was, or a file. The last one counts when it was sent twice. */
export type Form = (name: string) => string

export type Sent = {
  form: Form
  /** All that was sent under a name: boxes to tick. */
  all: (name: string) => string[]
  file: (name: string) => File | null
  /** Every file of one field that takes several. */
  files: (name: string) => File[]
  /** Everything that is text, in the order of the form. */
  fields: { name: string; value: string }[]
}

export async function readSent(c: Ctx): Promise<Sent> {
  // A body that is no form says nothing, and is answered like an empty one; one that was broken off is not answered.
  const body = await c.req.formData().catch((error: unknown) => {
    if (wentAway(error)) throw error
    return new FormData()
  })
  // The last packets of many bodies may come at one moment.
  await c.var.breathe()
  const fields = [...body].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  const all = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value)
  const files = (name: string) => body.getAll(name).filter((value) => value instanceof File)
  const file = (name: string) => files(name)[0] ?? null
  return { form: (name) => all(name).at(-1) ?? '', all, file, files, fields }
}

export const readForm = async (c: Ctx): Promise<Form> => (await readSent(c)).form

/** As the forms of `core/form` read it. */
export const filledForm = ({ fields }: Sent): Filled =>
  filledOf(fields.map(({ name, value }) => [name, value] as const))

/** What an address says, read like a form. */
export const queryForm =
  (c: Ctx): Form =>
  (name) =>
    c.req.query(name) ?? ''

/** A field to show again, with what the problem says about it. Passwords are shown empty. */
export function fieldOf(name: string, value: string, problem?: Problem): Field {
  const errors = problem && 'errors' in problem ? (problem.errors ?? []) : []
  return { value, error: errors.find(({ path }) => path[0] === name)?.message ?? null }
}
