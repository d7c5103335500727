/** Working days before something ends: windows and deadlines in one message, reports in another with their draft. */

import { notify } from '../../actions/notify.ts'
import { milestones } from '../../core/notice/milestone.ts'
import { yearPath } from '../../core/paths.ts'
import { isDated, type Reading, read } from '../../core/reading.ts'
import { plannedDay } from '../../core/slot.ts'
import type { Moment } from '../../core/standing.ts'
import { addDays, endOfDay, type LocalDate, localDateOf, yearOf } from '../../core/wall-clock.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import { listSlots } from '../../store/slots.ts'
import type { Done, OfUnit, UnitJob, UnitSpan } from '../job.ts'
import { dueLine, isUnsettled } from '../lines.ts'
import { beatsIn, daily } from '../when.ts'

/** Fourteen working days are less than this, Tết included. */
const AHEAD_DAYS = 45

const isReport = ({ obligation }: Reading): boolean => obligation.cadence.kind === 'report'

export const window: UnitJob = {
  name: 'window',
  summed: true,
  next: (after, { morningAt }) => daily(morningAt)(after),
  run: (deps, unit, span) =>
    warn(deps, unit, span, {
      kind: 'window',
      which: (slot) => !isReport(slot),
      pathOf: (today) => yearPath(yearOf(today)),
    }),
}

export const report: UnitJob = {
  name: 'report',
  summed: true,
  next: (after, { morningAt }) => daily(morningAt)(after),
  run: (deps, unit, span) =>
    warn(deps, unit, span, { kind: 'report', which: isReport, pathOf: () => DRAFTS }),
}

/** Where reports are drafted. */
const DRAFTS = '/bao-cao'

/** The draft of one report, with the figures that there are. Its period is one of the state's report year. */
function draftPath({ slot, obligation }: Reading): string {
  const { cadence } = obligation
  const period = cadence.kind === 'report' ? cadence.periods[slot.rank - 1] : undefined
  const year = slot.window && yearOf(slot.window.from)
  const of = new URLSearchParams({ keHoach: slot.planId, coSo: 'bao-cao' })
  return period && year ? `${DRAFTS}/${year}/${period}?${of}` : DRAFTS
}

/** `pathOf`: where what it names is seen together. */
type Warning = {
  kind: 'window' | 'report'
  which: (slot: Reading) => boolean
  pathOf: (today: LocalDate) => string
}

async function warn(
  deps: Deps,
  unit: OfUnit,
  span: UnitSpan,
  { kind, which, pathOf }: Warning,
): Promise<Done> {
  const mornings = beatsIn(daily(unit.morningAt), span).map(localDateOf)
  const morning = mornings.at(-1)
  if (morning === undefined) return { since: span.since }
  const due = (await openDues(deps, unit.code, span)).filter(
    (slot) => which(slot) && reaches(deps, slot, mornings),
  )
  if (!due.length) return {}
  const today = localDateOf(span.now)
  const path = isReport(due[0] as Reading) && due.length === 1 ? draftPath(due[0] as Reading) : pathOf(today)
  const dues = due.map((slot) =>
    dueLine(slot, today, deps.calendars, isReport(slot) ? draftPath(slot) : undefined),
  )
  const last = due
    .map(({ slot }) => plannedDay(slot))
    .sort()
    .at(-1) as LocalDate
  const view = { count: due.length, dues, path }
  const notice = { unit: unit.code, template: kind, occasion: morning, view, usefulUntil: endOfDay(last) }
  return { messages: notify(notice, await listRecipients(deps.db, unit.code, kind), span.now) }
}

const reaches = ({ calendars }: Deps, { slot }: Reading, mornings: readonly LocalDate[]): boolean =>
  milestones(calendars.work, plannedDay(slot)).some((day) => mornings.includes(day))

/** What has no day of its own and ends soon, the next one first. A slot that somebody gave a day is reminded of by it. */
export async function openDues(deps: Deps, unit: string, moment: Moment): Promise<Reading[]> {
  const { now } = moment
  const range = { from: localDateOf(now), to: addDays(localDateOf(now), AHEAD_DAYS) }
  const records = await listSlots(deps.db, unit, { range })
  return read(records, moment).filter(
    (slot) => isUnsettled(slot) && !isDated(slot) && plannedDay(slot.slot) <= range.to,
  )
}
