/** What is asked about a form that records, and what the form is made of. */

import type { JudgedMove } from '../../../actions/judge-moves.ts'
import type { MakeUpDays } from '../../../actions/make-up-days.ts'
import type { Fact } from '../../../core/fact.ts'
import type { Reading } from '../../../core/reading.ts'
import type { Instant, LocalDate, WallTime } from '../../../core/wall-clock.ts'
import type { RecordView } from '../../../templates/record-views.ts'
import type { Frame } from '../../../templates/views.ts'
import type { Keeps } from './evidence.ts'
import type { GivenFields, Refused } from './fact-fields.ts'
import type { Somebody } from './tick.ts'

export const RECORD_FORMS = [
  'da-lam',
  'khong-phat',
  'phat-bu',
  'doi',
  'chap-nhan',
  'co-phat-sinh',
  'khong-phat-sinh',
  'so-do',
  'minh-chung',
  'ghi-chu',
  'tieng-khac',
] as const
export type RecordForm = (typeof RECORD_FORMS)[number]

export type FormQuestion = {
  frame: Frame
  form: RecordForm
  record: Reading
  family: readonly Reading[]
  /** Days on which a make-up may be aired. */
  makeUpDays: MakeUpDays
  /** Who records, and the page to come back to. */
  who: Somebody
  /** The place that is asked for, of several where something is posted. */
  place: string | null
  now: Instant
  /** What was recorded on the obligation itself, where the form is about that. */
  logged: readonly Fact[]
  keeps: Keeps
  /** The new day and hour that somebody asks about before moving there. */
  asked?: { date: LocalDate; time: WallTime | null }
  /** What it would meet there. */
  judged?: JudgedMove
  sent?: Refused
}

/** What a form is made of. */
export type Parts = Partial<Pick<RecordView, 'reasons' | 'reason' | 'offers' | 'reruns' | 'asks' | 'found'>> &
  GivenFields & { kind: string; heading: string; explain: string; submit: string }
