/** Views of the plans and their obligations. */

import type { Field } from './account-views.ts'
import type { EditionLine } from './change-views.ts'
import type { SlotLine } from './slot-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

export type PlanCard = {
  href: string
  title: string
  /** `Số 91/KH-UBND`, `năm 2025`, `hiệu lực từ 24/7/2025` */
  details: string[]
  obligations: number
  slots: number
  warnings: number
  /** What it is beside a plan that was issued: running on, ended. */
  tags: Tag[]
}

export type PlansView = {
  frame: Frame
  say: Say[]
  /** What waits for somebody to adopt it. */
  drafts: { href: string; title: string; details: string; tag: Tag }[]
  plans: PlanCard[]
  mayDraft: boolean
}

/** A plan file on its way in. */
export type AdoptPlanView = {
  frame: Frame
  /** What is wrong with the file, and where: `dòng 12, cột 5: …`. */
  summary: string | null
  errors: string[]
  yearField: Field
  /** What was pasted, to be seen again. */
  pasted: string
  /** Documents that the unit looks through. */
  sources: Link[]
}

/** A count with its name. */
export type Figure = { value: string; words: string }

/** A slot as a chip: the day, and how it stands; read out in full. */
export type Chip = SlotLine & {
  /** `4/8`, or `đến 30/9` */
  text: string
  look: 'ahead' | 'kept' | 'missed' | 'ask' | 'excused' | 'outside'
}

export type ObligationView = {
  /** Its form; null for somebody who may not write. */
  edit: string | null
  anchor: string
  href: string
  clause: string
  title: string
  kind: string
  rule: string
  quote: string
  figures: Figure[]
  facts: { name: string; words: string }[]
  chips: Chip[]
  /** So few that they need no folding. */
  fewChips: boolean
  reruns: Chip[]
  /** Where its slots stand, when the plan has too many for its page. */
  elsewhere: Link[]
  warnings: string[]
  assumptions: string[]
  tag: Tag | null
}

export type PlanView = {
  frame: Frame
  heading: string
  details: string[]
  say: Say[]
  warnings: { href: string; clause: string; words: string }[]
  assumptions: string[]
  obligations: ObligationView[]
  year: Link
  tags: Tag[]
  editions: EditionLine[]
  /** Where its forms go. */
  action: string
  /** Where it is written on; null for somebody who may not. */
  edit: string | null
  ends: { mayStop: boolean; mayResume: boolean; mayRemove: boolean; today: string; summary: string | null }
}
