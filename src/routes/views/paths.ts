/** Where things live: the addresses of the pages. */
import { planPath, slotPath, weekPath } from '../../core/paths.ts'
import type { Airing } from '../../core/slot.ts'
import { formatIsoWeek, type LocalDate, yearMonthOf } from '../../core/wall-clock.ts'

export { editionPath, planPath, slotPath, weekPath, yearPath } from '../../core/paths.ts'

/** Where something is added that no plan asks for. */
export const extraPath = (date: LocalDate): string => `/khung/them?ngay=${date}`
/** A week's page, scrolled to one of its days. */
export const dayPath = (date: LocalDate): string => `${weekPath(date)}#${dayAnchor(date)}`
export const dayAnchor = (date: LocalDate): string => `ngay-${date}`
export const monthPath = (date: LocalDate): string => `/thang/${yearMonthOf(date)}`
/** An obligation's own page, where a continuous one is logged and an event gets its day. */
export const obligationPagePath = (planId: string, clause: string): string =>
  `/nhiem-vu/${encodeURIComponent(planId)}/${encodeURIComponent(clause)}`
export const obligationAnchor = (clause: string): string => `nhiem-vu-${clause}`
/** On the page of the count, where reruns stand apart, and a year's plans may number their obligations alike. */
export const countAnchor = (planId: string, clause: string, airing: Airing): string =>
  `${obligationAnchor(`${planId}-${clause}`)}${airing === 'rerun' ? '-phat-lai' : ''}`
export const obligationPath = (planId: string, clause: string): string =>
  `${planPath(planId)}#${encodeURIComponent(obligationAnchor(clause))}`
/** The week that a unit shares with everybody; without a day the current one. */
export const publicWeekPath = (unit: string, date?: LocalDate): string =>
  `/cong-khai/${encodeURIComponent(unit)}${date === undefined ? '' : `/${formatIsoWeek(date)}`}`

/** `back`: where somebody came from who is to return there. */
export const slotTopicsPath = (slotId: string, back: string | null = null): string =>
  `${slotPath(slotId)}/chu-de${back === null ? '' : `?ve=${encodeURIComponent(back)}`}`

/** Where a plan is written; a number names the draft. */
export const draftPath = (planId: string, number?: number): string =>
  `${planPath(planId)}/soan${number === undefined ? '' : `?ban=${number}`}`
export const newObligationPath = (planId: string): string => `${planPath(planId)}/soan/nhiem-vu-moi`
export const draftObligationPath = (planId: string, clause: string): string =>
  `${planPath(planId)}/soan/nhiem-vu/${encodeURIComponent(clause)}`
/** Where a sample becomes the office's own; `name` with or without its file's ending. */
export const samplePath = (name: string): string => `/ke-hoach/mau/${name.replace(/\.yaml$/, '')}`
/** Where a plan that came as a document is looked through; `id` goes to one of its obligations. */
export const sourcePath = (sha256: string, id?: string): string =>
  `/van-ban/${sha256}${id === undefined ? '' : `#${encodeURIComponent(obligationCard(id))}`}`
export const obligationCard = (id: string): string => `nv-${id}`
export const reviewedObligationPath = (sha256: string, id: string): string =>
  `/van-ban/${sha256}/nhiem-vu/${encodeURIComponent(id)}`
