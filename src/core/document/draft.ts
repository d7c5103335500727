/** An obligation as the document's words have it, before anybody makes sense of its time. */
import type { LocalDate } from '../wall-clock.ts'
import type { Doubt } from './doubt.ts'
import type { Place, Words } from './words.ts'

export type Timing = { words: Words; label: string }

export type Draft = {
  /** As the plan numbers it; several obligations may share one. */
  clause: string
  title: Words
  /** Its other words, where counts, levels and "nếu có" may stand. */
  content: Words[]
  lead: Words | null
  /** "thực hiện": the lead where no other is named. */
  doer: Words | null
  support: Words | null
  when: Timing | null
  often: Timing | null
  /** The season that a heading or a label above it names: "Đợt 1 (từ 01/3 đến 31/3)". */
  season?: Words | null
  /** A column or a label for its time is there, and empty. */
  emptyWhen: boolean
  place: Place
  /** Headings that it stands under, the nearest first: they may name its channel. */
  under?: readonly string[]
  /** "Hình thức: …", "Nội dung: …": where no label says when, these may. */
  how?: readonly Words[]
  /** A level of its own among several of one block; `by` is null where the block's time says it. */
  level?: { value: number; by: LocalDate | null; within: Timing | null }
  /** How it was found: labels and rows say it plainly, prose less so. */
  found: 'labels' | 'row' | 'inline' | 'bracket' | 'prose' | 'goal'
  doubts: Doubt[]
}
