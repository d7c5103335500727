/** How doing an obligation is called: a column is aired, a post is put up, a meeting is held, a report is sent. */
import type { FactKind } from '../fact.ts'
import type { Channel, Obligation } from '../plan.ts'

export type DoneKind = Extract<FactKind, 'aired' | 'posted' | 'held' | 'measured'>

export type OutcomeWords = {
  kind: DoneKind
  /** `Đã phát` */
  done: string
  /** `Phát bù` */
  makeUp: string
  /** `Không phát` */
  not: string
}

const AIRED: OutcomeWords = { kind: 'aired', done: 'Đã phát', makeUp: 'Phát bù', not: 'Không phát' }
const POSTED: OutcomeWords = { kind: 'posted', done: 'Đã đăng', makeUp: 'Đăng bù', not: 'Không đăng' }
const HELD: OutcomeWords = { kind: 'held', done: 'Đã tổ chức', makeUp: 'Tổ chức bù', not: 'Không tổ chức' }
const SENT: OutcomeWords = { kind: 'posted', done: 'Đã gửi', makeUp: 'Gửi bù', not: 'Không gửi' }
const DONE: OutcomeWords = { kind: 'held', done: 'Đã thực hiện', makeUp: 'Làm bù', not: 'Không thực hiện' }
const MEASURED: OutcomeWords = { kind: 'measured', done: 'Ghi số đo', makeUp: 'Làm bù', not: 'Không đo' }

const OF_CHANNEL: Record<Channel, OutcomeWords> = {
  loudspeaker: AIRED,
  'public-board': POSTED,
  bulletin: POSTED,
  print: DONE,
  communicator: HELD,
  portal: POSTED,
  social: POSTED,
  sms: SENT,
  event: HELD,
  visual: DONE,
  training: HELD,
  report: SENT,
}

/** The words of an obligation, by its first channel; a measure is measured, whatever its channel. */
export const outcomeWords = ({
  channels,
  cadence,
}: Pick<Obligation, 'channels' | 'cadence'>): OutcomeWords =>
  cadence.kind === 'measure' ? MEASURED : OF_CHANNEL[channels[0] as Channel]
