/** Incidents in words. */

import type { CoveredSlot } from '../../../actions/incidents.ts'
import { factsOf, type Incident, type RecordedIncident } from '../../../core/incident.ts'
import { type Twins, twinDetails, twinsOf } from '../../../core/plan/twins.ts'
import type { Reading } from '../../../core/reading.ts'
import { placeMissed } from '../../../core/standing.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES, INCIDENT_NAMES } from '../../../core/words/names.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import { momentWords } from '../../../core/words/slot-name.ts'
import { dayInWords } from '../../../core/words/words.ts'
import type { CoveredView, IncidentCard, IncidentView } from '../../../templates/incident-views.ts'
import type { Link, Say } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { slotLine } from '../slot-line.ts'
import { plainTag } from '../tag.ts'
import { recordedWords } from './history.ts'
import { formPath } from './tick.ts'

export const incidentPath = (id: string): string => `/su-co/${encodeURIComponent(id)}`

/** `từ 05:00 đến 11:00 thứ Năm 6/11/2025`, `từ thứ Năm 6/11/2025 đến hết thứ Bảy 8/11/2025` */
export function whenWords({ from, to }: Pick<Incident, 'from' | 'to'>): string {
  const first = localDateOf(from)
  const last = localDateOf(to - 1)
  const startHour = wallTimeOf(from)
  const endHour = wallTimeOf(to)
  const whole = { start: startHour === '00:00', end: endHour === '00:00' }
  if (first === last && whole.start && whole.end) return `cả ngày ${dayInWords(first)}`
  if (first === last)
    return `từ ${startHour} ${whole.end ? 'đến hết ngày' : `đến ${endHour}`} ${dayInWords(first)}`
  const start = whole.start ? dayInWords(first) : `${startHour} ${dayInWords(first)}`
  const end = whole.end ? `hết ${dayInWords(last)}` : `${endHour} ${dayInWords(last)}`
  return `từ ${start} đến ${end}`
}

export const incidentDetails = ({ channel, note, document }: Incident): string[] =>
  [channel ? CHANNEL_NAMES[channel] : 'mọi kênh', note, document && `theo ${document}`].filter(
    (words) => words !== null,
  )

export const incidentCard = (incident: RecordedIncident): IncidentCard => ({
  href: incidentPath(incident.id),
  name: INCIDENT_NAMES[incident.kind],
  when: whenWords(incident),
  details: [...incidentDetails(incident), `${incident.by} ghi`],
  tag: incident.undone ? plainTag('đã hoàn tác') : null,
})

/** Of the day and hour at which it stayed silent. */
export function coveredView(reading: Reading, twins: Twins): CoveredView {
  const { date, time } = placeMissed(reading.at)
  const line = slotLine(reading)
  return {
    ...line,
    ...{ id: reading.slot.id, when: momentWords(date, time) },
    details: [...twinDetails(twins, reading), ...line.details],
  }
}

const counted = (count: number, words: string, tone: Say['tone'] = 'plain'): Say[] =>
  count ? [say(`${count} kỳ ${words}.`, tone)] : []

/** What a confirmation would do, before it is given. */
export function previewSay(covered: readonly CoveredSlot[], { document }: Incident): Say[] {
  const count = (state: CoveredSlot['state']) => covered.filter((one) => one.state === state).length
  if (!covered.length) return [say('Không có kỳ nào rơi vào thời gian này.', 'strong')]
  return [
    say(`${covered.length} kỳ rơi vào thời gian này.`, 'strong'),
    ...counted(count('open'), document ? 'sẽ ghi là có lý do được chấp nhận' : 'sẽ ghi là không phát', 'ask'),
    ...counted(count('missed'), 'đã ghi không phát, văn bản có thể chấp nhận'),
    ...counted(count('ahead'), 'chưa tới giờ: ghi khi đã qua, hoặc khi có văn bản'),
    ...counted(count('settled'), 'đã có kết quả nên giữ nguyên'),
  ]
}

export function incidentSay(incident: RecordedIncident, covered: readonly CoveredSlot[]): Say[] {
  const { undone } = incident
  if (undone)
    return [
      say(
        `${undone.by} đã hoàn tác sự cố này lúc ${wallTimeOf(undone.at)} ${dayInWords(localDateOf(undone.at))}.`,
        'strong',
      ),
    ]
  const explained = covered.filter(({ reading }) => factsOf(incident, reading.facts).length > 0).length
  const open = covered.filter(({ state }) => state === 'open').length
  const ahead = covered.filter(({ state }) => state === 'ahead').length
  return [
    say(`Sự cố giải thích cho ${explained} kỳ.`, 'strong'),
    ...counted(open, 'chưa xác nhận', 'ask'),
    ...counted(ahead, 'chưa tới giờ'),
  ]
}

type Looking = { now: Instant; mayRecord: boolean }

export function coveredSlots(
  incident: RecordedIncident,
  covered: readonly CoveredSlot[],
  { now, mayRecord }: Looking,
): IncidentView['slots'] {
  const twins = twinsOf(covered.map(({ reading }) => reading))
  return covered.map((one) => {
    const { outcome } = one.reading.at
    return {
      ...coveredView(one.reading, twins),
      recorded: outcome && recordedWords(outcome, now),
      makeUp: mayRecord ? makeUpLink(incident, one) : null,
    }
  })
}

/** For what stays silent because of the incident and has no day for a make-up yet. */
function makeUpLink(
  { id }: RecordedIncident,
  { reading: { slot, obligation, at } }: CoveredSlot,
): Link | null {
  if ((at.standing !== 'missed' && at.standing !== 'excused') || at.makeUp) return null
  const words = `${outcomeWords(obligation).makeUp}…`
  return { href: formPath(slot.id, 'phat-bu', incidentPath(id)), words }
}
