/** Views of the pages before and around signing in. */
import type { Frame } from './view-parts.ts'

/** A field of a form as it was sent, with what was wrong with it. */
export type Field = { value: string; error: string | null }

/** `summary` says above the form that something is wrong; null on first sight. */
export type SetupView = {
  frame: Frame
  summary: string | null
  code: string
  unit: Field
  username: Field
  name: Field
  password: Field
  /** What is asked of it. */
  rule: string
}

export type ChoosePlanView = {
  frame: Frame
  summary: string | null
  year: number
  samples: { value: string; title: string; details: string; chosen: boolean }[]
}

export type LoginView = {
  frame: Frame
  summary: string | null
  username: Field
  password: Field
  /** Where to go afterwards: a path of ours. */
  next: string
}

export type CodeView = {
  frame: Frame
  summary: string | null
  code: Field
  /** Where to go afterwards: a path of ours. */
  next: string
}

export type SecondStepView = {
  frame: Frame
  summary: string | null
  on: boolean
  /** The recovery codes that were just made; they are not shown again. */
  codes: string[] | null
  /** The key for a phone, as text and as the SVG of its QR code; null while it is on. */
  offer: { secret: string; code: string } | null
  code: Field
}

export type SetPasswordView = {
  frame: Frame
  summary: string | null
  /** Whose password it is. */
  name: string
  username: string
  action: string
  /** True when somebody signed in changes the own password: then the current one is asked too. */
  asksCurrent: boolean
  current: Field
  password: Field
  /** What is asked of it. */
  rule: string
}
