/** What is proposed from a document: never adopted by itself, every value with the words that it rests on. */

import type { OldAlphabet } from '../old-alphabet.ts'
import type { Channel } from '../plan.ts'
import type { Doubt } from './doubt.ts'
import type { PlanHead } from './plan-head.ts'
import type { Spot } from './spots.ts'
import type { CadenceData } from './when/cadence-of.ts'
import type { When } from './when/when.ts'
import type { Place } from './words.ts'

const LEVELS = ['sure', 'look', 'unread'] as const
export type Level = (typeof LEVELS)[number]

export type ProposedObligation = {
  /** Like the clause, unique in the plan. */
  id: string
  clause: string
  title: string
  lead: string | null
  support: string[]
  /** The office's choice, suggested by the title's words. */
  channels: Channel[]
  quote: string
  level: Level
  doubts: Doubt[]
  when: When & { verbatim: string }
  /** As a plan file takes it; null while something in it is the officer's to say. */
  cadence: CadenceData | null
  /** What the office chose, or the program for it: channels, hours, days. */
  assumptions: string[]
  place: Place
  /** Where in that place each value stands; none in what was kept before they were. */
  spots?: Spot[]
}

export type ProposedTopic = { id: string; title: string; quote: string; place: Place }
export type LeftOut = { text: string; why: string; place: Place }

export type Proposal = {
  plan: PlanHead
  obligations: ProposedObligation[]
  topics: ProposedTopic[]
  leftOut: LeftOut[]
  converted: OldAlphabet | null
}
