/** A field as a form declares it: its name, what it is called, how it is filled in. */
export type Option = { value: string; words: string; hint?: string }

export type Control =
  | { kind: 'line' }
  | { kind: 'whole' }
  | { kind: 'day' }
  | { kind: 'hour' }
  | { kind: 'area'; rows: number }
  /** One of a list; `radios` where each needs a sentence. */
  | { kind: 'select' | 'radios'; options: readonly Option[] }
  /** Any of a list. */
  | { kind: 'ticks'; options: readonly Option[] }
  /** Yes or no: ticked it is sent as `1`. */
  | { kind: 'tick' }

export type FormField = { name: string; label: string; hint?: string; control: Control }
