/** Views of incidents: the form, what it would explain, and what it explained. */
import type { Field } from './account-views.ts'
import type { Choice } from './people-views.ts'
import type { SlotLine } from './slot-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

export type IncidentForm = {
  summary: string | null
  kinds: Choice[]
  kindError: string | null
  fromDay: Field
  fromHour: Field
  toDay: Field
  toHour: Field
  channels: Choice[]
  note: Field
  document: Field
}

export type IncidentCard = {
  href: string
  name: string
  /** `từ 05:00 đến 11:00 thứ Năm 6/11/2025` */
  when: string
  details: string[]
  tag: Tag | null
}

export type IncidentsView = {
  frame: Frame
  /** Null for somebody who may only look. */
  form: IncidentForm | null
  incidents: IncidentCard[]
}

/** A slot that the incident covers. */
export type CoveredView = SlotLine & { id: string }

export type IncidentPreviewView = {
  frame: Frame
  name: string
  when: string
  details: string[]
  say: Say[]
  /** The incident as it was described, to be sent with the confirmation. */
  fields: { name: string; value: string }[]
  /** What can be explained; `chosen` unless somebody has to decide. */
  open: (CoveredView & { chosen: boolean })[]
  /** What the incident leaves as it is. */
  rest: CoveredView[]
  submit: string
  /** The form again, with what was filled in. */
  back: string
}

export type IncidentView = {
  frame: Frame
  name: string
  when: string
  details: string[]
  say: Say[]
  slots: (CoveredView & { recorded: string | null; makeUp: Link | null })[]
  /** Null for somebody who may only look, and where there is nothing to do. */
  recordRest: { action: string; words: string } | null
  accept: { action: string; document: Field } | null
  undo: { action: string; why: Field } | null
}
