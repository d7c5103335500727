/** What a slot is called: its title, which issue of how many, new or a rerun. Pages, feeds and messages share it. */
import type { Obligation } from '../plan.ts'
import { declaredTotal, type Slot } from '../slot.ts'
import { figure } from './figures.ts'
import { AIRING_NAMES } from './names.ts'
import { outcomeWords } from './outcome.ts'
import { countedNoun, REPORT_NAMES } from './rule-words.ts'

/** Reports of one obligation differ by their period only. */
export function slotTitle({ rank }: Pick<Slot, 'rank'>, { title, cadence }: Obligation): string {
  const kind = cadence.kind === 'report' ? cadence.periods[rank - 1] : undefined
  return kind ? `${title}: ${REPORT_NAMES[kind]}` : title
}

/** Only what goes on air is new or a rerun; a meeting is neither. */
export const goesOnAir = ({ channels }: Pick<Obligation, 'channels'>): boolean =>
  channels.includes('loudspeaker')

/** `7 khung, 2 lượt đăng`: what goes on air is a khung, what is put up a lượt đăng, everything else a việc. */
export function slotCount(slots: readonly { obligation: Obligation }[]): string {
  const counts = Map.groupBy(slots, slotNoun)
  return ['khung', 'lượt đăng', 'việc']
    .flatMap((noun) => (counts.has(noun) ? [`${figure(counts.get(noun)?.length ?? 0)} ${noun}`] : []))
    .join(', ')
}

function slotNoun({ obligation }: { obligation: Obligation }): string {
  if (goesOnAir(obligation)) return 'khung'
  return outcomeWords(obligation).done === 'Đã đăng' ? 'lượt đăng' : 'việc'
}

/** `phát mới`, `phát lại lần 2` */
export function airingWords(slot: Slot): string {
  const name = AIRING_NAMES[slot.airing].name.toLowerCase()
  return slot.airing === 'rerun' ? `${name} lần ${rerunNumber(slot)}` : name
}

const rerunNumber = (slot: Pick<Slot, 'id'>): number => Number(/\.r(\d+)$/.exec(slot.id)?.[1] ?? 0)

const nouns = new WeakMap<Obligation, string>()

/** Found once for all slots of an obligation: a calendar asks for each. */
function nounOf(obligation: Obligation): string {
  const noun = nouns.get(obligation) ?? countedNoun(obligation.quote)
  nouns.set(obligation, noun)
  return noun
}

/** `phát mới`, `số 16/26`, `15 phút`: what tells one slot of an obligation from another, wherever it is listed. */
export const slotDetails = (slot: Slot, obligation: Obligation): string[] =>
  [
    goesOnAir(obligation) && slot.date !== null ? airingWords(slot) : null,
    issueWords(slot, obligation),
    slot.minutes > 0 ? `${slot.minutes} phút` : null,
  ].filter((words) => words !== null)

/** `Chuyên mục Chuyển đổi số, số 16/26`: one slot among all, where its day stands beside it. */
export const slotWords = ({ slot, obligation }: { slot: Slot; obligation: Obligation }): string =>
  [slotTitle(slot, obligation), issueWords(slot, obligation)].filter((words) => words !== null).join(', ')

/** `số 16/26`, in the noun that the plan counts; null where there is only one. */
export function issueWords({ rank, date }: Slot, obligation: Obligation): string | null {
  const { cadence } = obligation
  const total = declaredTotal(cadence) ?? (cadence.kind === 'window' ? cadence.times : null)
  if (total === 1 || (total === null && date === null)) return null
  return `${nounOf(obligation)} ${rank}${total === null ? '' : `/${total}`}`
}
