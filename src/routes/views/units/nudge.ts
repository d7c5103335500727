/** Nhắc: whom, about what, and the message as it will be read. */
import { NOTE_MOST, type Nudgeable } from '../../../actions/nudge.ts'
import type { Problem } from '../../../core/problem.ts'
import type { NudgeView } from '../../../templates/handing-views.ts'
import { writeMessage } from '../../../templates/message.ts'
import type { Frame, Link, Say } from '../../../templates/views.ts'
import { fieldOf } from '../../form.ts'
import { say } from '../say.ts'

export const NUDGE_PAGE = '/cac-don-vi/nhac'

export type NudgeQuestion = {
  frame: Frame
  behind: readonly Nudgeable[]
  /** What the office that reminds is called. */
  from: string
  base: string
  /** Codes; null before somebody chose. */
  chosen: readonly string[] | null
  note: string
  hidden: NudgeView['hidden']
  back: Link
  problem: Problem | null
}

export function nudgeView(question: NudgeQuestion): NudgeView {
  const { frame, behind, chosen, note, hidden, back, problem } = question
  const open = behind.filter((one) => whyNot(one) === null)
  const first = open.find(({ unit }) => !chosen || chosen.includes(unit.code)) ?? open[0]
  return {
    ...{ frame, hidden, back },
    say: sayWhom(behind, open.length),
    summary: problem?.detail ?? null,
    action: NUDGE_PAGE,
    units: behind.map((one) => ({
      ...{ value: one.unit.code, words: one.unit.name, lines: one.lines, note: whyNot(one) },
      chosen: whyNot(one) === null && (chosen?.includes(one.unit.code) ?? true),
    })),
    note: fieldOf('loiNhan', note, problem ?? undefined),
    sample: first ? sampleOf(question, first) : null,
  }
}

const whyNot = ({ isNudged, receivers }: Nudgeable): string | null =>
  isNudged ? 'hôm nay đã nhắc' : receivers === 0 ? 'chưa ai ở đó khai nơi nhận tin' : null

function sayWhom(behind: readonly Nudgeable[], open: number): Say[] {
  if (!behind.length) return [say('Không đơn vị nào cần nhắc.')]
  const nudged = behind.filter(({ isNudged }) => isNudged).length
  const unreachable = behind.length - open - nudged
  return [
    say(`${behind.length} đơn vị cần nhắc, ${open} đơn vị nhắc được bây giờ.`, 'strong'),
    ...(nudged ? [say(`${nudged} đơn vị hôm nay đã nhắc.`)] : []),
    ...(unreachable ? [say(`${unreachable} đơn vị chưa có ai khai nơi nhận tin: hãy gọi điện.`, 'ask')] : []),
  ]
}

function sampleOf(
  { from, base, note }: NudgeQuestion,
  { unit, lines, path, answers }: Nudgeable,
): NudgeView['sample'] {
  const view = { by: from, lines, note: note.slice(0, NOTE_MOST) || null, path, answers }
  const { subject, text } = writeMessage('nudge', view, { unit: unit.name, base })
  return { to: unit.name, subject, text: text.trim() }
}
