/** What is being written, kept in this browser while it is typed: a closed tab or a dead network loses nothing. */

export type Draft = { fields: [name: string, value: string][]; keptAt: string }

const KEY = 'nhip-song:dang-viet:'

/** Null where nothing was kept, or nothing that we wrote. */
export function keptDraft(name: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(KEY + name) ?? 'null')
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

const isDraft = (draft: unknown): draft is Draft =>
  typeof draft === 'object' && draft !== null && 'fields' in draft && Array.isArray(draft.fields)

/** False where nothing can be kept: storage that is full, or forbidden. */
export function keepDraft(name: string, fields: Draft['fields']): boolean {
  try {
    localStorage.setItem(KEY + name, JSON.stringify({ fields, keptAt: new Date().toISOString() }))
    return true
  } catch {
    return false
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(KEY + name)
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}

export const fieldsOf = (form: HTMLFormElement): Draft['fields'] =>
  [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')

export const isSame = (form: HTMLFormElement, { fields }: Draft): boolean =>
  JSON.stringify(said(fieldsOf(form))) === JSON.stringify(said(fields))

/** An item of its own number, as each page of a new one brings, is no difference. */
const said = (fields: Draft['fields']) => fields.filter(([name]) => name !== 'ma')

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The form says again what was kept; ticks and choices included. */
export function fillIn(form: HTMLFormElement, { fields }: Draft): void {
  for (const control of form.querySelectorAll<Control>('input, textarea, select')) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
      control.checked = values.includes(control.value)
    else if (values[0] !== undefined) control.value = values[0]
  }
}
