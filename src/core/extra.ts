/**
 * What an office airs or holds once, outside any plan (khung thêm, ngoài kế hoạch): a slot that is recorded like any
 * other and stands in no denominator, since nobody is held to it.
 */
import { z } from 'zod'
import { localDate, minutes, wallTime } from './cadence.ts'
import { CHANNELS } from './channel.ts'
import { type Fact, uncorrected } from './fact.ts'
import { fewOf, optional, words } from './field.ts'
import { EXTRA, isExtra, OUTSIDE_PLANS } from './outside-plans.ts'
import type { Obligation } from './plan.ts'
import type { PlanBrief, SlotRecord } from './reading.ts'
import type { Slot } from './slot.ts'

export const extraSchema = z
  .strictObject({
    title: words(500),
    channels: fewOf(z.enum(CHANNELS, 'chọn kênh trong danh sách'), CHANNELS.length).refine(
      (list) => list.length > 0,
      'chọn ít nhất một kênh',
    ),
    date: localDate,
    /** Null only where nothing goes on air. */
    time: optional(wallTime),
    /** Of an airing, in minutes. */
    minutes: optional(minutes),
    lead: optional(words(300)),
    /** What asked for it: a dispatch, a leader's word. Kept as the first fact of the slot. */
    why: optional(words(1000)),
  })
  .refine(({ time, channels }) => time !== null || !channels.includes('loudspeaker'), {
    ...{ message: 'phát loa thì cần ghi giờ', path: ['time'] },
  })
export type Extra = z.infer<typeof extraSchema>

/** `them:7` */
export const extraKey = (number: number): string => `${EXTRA}:${number}`

/** Only what somebody said in words: nothing happened, nothing was moved, nothing was written for it. */
export const mayBeTakenBack = ({ facts, item }: Pick<SlotRecord, 'facts' | 'item'>): boolean =>
  item === null && uncorrected(facts).every(({ kind }) => kind === 'note')

/** In the place of a plan's, for whatever shows a slot with where it comes from. */
export const outsideBrief = (year: number): PlanBrief => ({
  ...{ id: EXTRA, title: 'Ngoài kế hoạch', year, runsOn: false },
})

/** In the place of an obligation: no clause, no quote, once on its day. Its id is the slot's. */
export const extraObligation = (number: number, { title, channels, lead, date }: Extra): Obligation => ({
  ...{ id: extraKey(number), clause: OUTSIDE_PLANS, title, channels, lead, support: [], quote: '' },
  cadence: {
    ...{ kind: 'window', window: { from: date, to: date }, times: 1 },
    ...{ declared: null, conditional: false, anchor: null },
  },
  assumptions: [],
})

export const extraSlot = (number: number, { date, time, minutes }: Extra): Slot => ({
  ...{ id: extraKey(number), planId: EXTRA, obligationId: extraKey(number), ordinal: number, rank: number },
  ...{ airing: 'new', of: null, date, time, minutes: minutes ?? 0, leastMinutes: null, window: null },
  ...{ target: null, inForce: true, conditional: false, withdrawn: false },
})

/** What the program notes when it is taken out of the calendar, and put back. */
export const TAKEN_OUT = 'Bỏ khỏi lịch'
export const PUT_BACK = 'Thêm lại vào lịch'

/** How it came into the calendar and out of it: no note of somebody's, so it has a way back of its own. */
export const isBookkeeping = (fact: Fact, facts: readonly Fact[]): boolean =>
  isExtra(fact) &&
  fact.kind === 'note' &&
  (fact === facts[0] || fact.note === TAKEN_OUT || fact.note === PUT_BACK)

/** The first fact: who added it stands with it. */
export const addedNote = ({ why }: Pick<Extra, 'why'>): string =>
  why ? `Thêm vào lịch: ${why}` : 'Thêm vào lịch'
