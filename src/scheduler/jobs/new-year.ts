/** In December: the coming year's slots of plans that run on. Looked at again whenever a plan is adopted. */
import { carryOn } from '../../actions/carry-on.ts'
import { forDays, notify } from '../../actions/notify.ts'
import { listRecipients } from '../../store/notices.ts'
import { PAUSE_MS, type UnitJob } from '../job.ts'
import { beatsIn, yearly } from '../when.ts'

const december = yearly('12-01', '00:05')

export const newYear: UnitJob = {
  name: 'new-year',
  summed: false,
  next: (after) => december(after),
  run: async (deps, unit, { since, now }) => {
    const made = await carryOn(deps, unit.code, { since, now })
    // By when it was stored, not by what this run stored: the run before may have died before it could tell.
    const fresh = made.filter(({ adoptedAt }) => adoptedAt > since)
    const year = Math.max(...fresh.map((one) => one.year))
    const plans = fresh
      .filter((one) => one.year === year)
      .map(({ title, slots }) => ({ title, count: slots }))
    // After a long pause the summary says it.
    const late = beatsIn(december, { since, now }).some((at) => now - at > PAUSE_MS)
    if (!plans.length || late) return {}
    const view = { year, plans, path: '/nhac-viec/don-vi' }
    const notice = {
      ...{ unit: unit.code, template: 'new-year' as const, occasion: String(year), view },
      usefulUntil: forDays(30, now),
    }
    return { messages: notify(notice, await listRecipients(deps.db, unit.code, 'new-year'), now) }
  },
}
