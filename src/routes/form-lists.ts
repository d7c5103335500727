/** Forms with boxes to tick: one name, several values. */
import type { Ctx } from './env.ts'
import type { Form } from './form.ts'

export type Sent = {
  form: Form
  /** All that was sent under a name. */
  all: (name: string) => string[]
  file: (name: string) => File | null
}

export async function readSent(c: Ctx): Promise<Sent> {
  // A body that is no form says nothing, and is answered like an empty one.
  const body = await c.req.formData().catch(() => new FormData())
  const all = (name: string) => body.getAll(name).filter((value) => typeof value === 'string')
  const file = (name: string) => body.getAll(name).find((value) => value instanceof File) ?? null
  return { all, file, form: (name) => all(name).at(-1) ?? '' }
}
