/** View of a station's hours. */
import type { FieldView } from './form-views.ts'
import type { Frame, Say } from './view-parts.ts'

export type StationView = {
  frame: Frame
  say: Say[]
  summary: string | null
  /** False for somebody who may only look: then there is no form. */
  mayChange: boolean
  from: FieldView
  rows: { heading: string; days: FieldView; hours: FieldView[] }[]
  rest: FieldView[]
  /** What was said before, newest first. */
  history: { words: string; by: string }[]
}
