/** What a phrase consists of, each item with the letter of its kind. */
import type { WallTime, Weekday } from '../../wall-clock.ts'
import type { Dates } from './dates.ts'
import type { Period } from './when.ts'

/**
 * Letters beside those of the lexicon: n number · u what is counted · p period · M length of time · % per cent · d dates ·
 * x days without a month · y weekdays · z week of the month · T hour · Y a period's own month · S a document that is named · w any other word;
 * signs stand for themselves.
 */
export type Item = {
  letter: string
  text: string
  /** As the phrase writes it, capitals included. */
  shown: string
  n?: number
  max?: number
  period?: Period
  /** Minutes of one: 1, 60, 1/60. */
  minutes?: number
  dates?: Dates
  days?: number[]
  weekdays?: Weekday[]
  /** Of z: weeks of the month, none for one that is only vaguely said. */
  weeks?: number[]
  time?: WallTime
  /** Of Y: "tháng đầu quý sau" lies after the period; `month` reports are each month's. */
  after?: boolean
  reports?: 'quarter' | 'month'
  /** Of Y: which month of the quarter, from 1. */
  ofQuarter?: number
  /** "trước, trong và sau": around something. */
  around?: true
}
