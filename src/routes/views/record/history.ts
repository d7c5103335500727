/** A slot's facts in words: who said what, and when. */
import { isBookkeeping } from '../../../core/extra.ts'
import { type Fact, uncorrected } from '../../../core/fact.ts'
import { unusualWords } from '../../../core/making.ts'
import { keptFilePath } from '../../../core/paths.ts'
import type { Obligation } from '../../../core/plan.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { FACT_NAMES, reasonInWords } from '../../../core/words/names.ts'
import { type OutcomeWords, outcomeWords } from '../../../core/words/outcome.ts'
import { dayInWords, shortDay, weekdayName } from '../../../core/words/words.ts'
import type { HistoryEntry, Undo } from '../../../templates/slot-views.ts'
import type { Link } from '../../../templates/view-parts.ts'
import { obligationPagePath, slotPath } from '../paths.ts'

const instantInWords = (at: Instant): string => `${wallTimeOf(at)} ${dayInWords(localDateOf(at))}`

/** The newest first, in the words of the obligation. `undoBy` is who may still take an entry back, or null. */
export function historyOf(
  facts: readonly Fact[],
  obligation: Pick<Obligation, 'channels' | 'cadence'>,
  undoBy: string | null,
  back?: string,
): HistoryEntry[] {
  const words = outcomeWords(obligation)
  const inForce = new Set(uncorrected(facts))
  return facts.toReversed().map((fact) => ({
    when: instantInWords(fact.recordedAt),
    what: sentenceOf(fact, facts, words),
    details: [...detailsOf(fact), ...fileDetails(fact, inForce)],
    links: [...(fact.link ? [{ href: fact.link, words: fact.link }] : []), ...keptLink(fact, inForce)],
    corrected: !inForce.has(fact),
    undo:
      undoBy !== null && inForce.has(fact) && !isBookkeeping(fact, facts) ? undoOf(fact, undoBy, back) : null,
  }))
}

/** What is kept here is named by the way to it. */
function fileDetails(fact: Fact, inForce: ReadonlySet<Fact>): string[] {
  if (!fact.file || keptLink(fact, inForce).length) return []
  const { name, sha256, kept } = fact.file
  return [`tệp ${name}${kept ? '' : ` (SHA-256 ${sha256.slice(0, 12)}…)`}`]
}

/** What was taken back is looked at no more: its bytes go one day. */
const keptLink = (fact: Fact, inForce: ReadonlySet<Fact>): Link[] =>
  fact.file?.kept && inForce.has(fact)
    ? [{ href: keptFilePath(fact.file.sha256), words: `Mở ${fact.file.name}` }]
    : []

function sentenceOf(fact: Fact, facts: readonly Fact[], words: OutcomeWords): string {
  const struck = facts.find(({ id }) => id === fact.corrects)
  if (fact.kind === 'correction' && struck) return `${fact.by} hoàn tác “${nameOf(struck, words)}”`
  const instead = struck ? `, thay cho “${nameOf(struck, words)}”` : ''
  return `${fact.by} ghi “${nameOf(fact, words)}”${instead}`
}

/** On an obligation itself a move is the day of its event. */
function nameOf({ kind, slotId, reason }: Fact, { not, makeUp }: OutcomeWords): string {
  if (kind === 'moved' && slotId === null) return 'Ngày sự kiện'
  if (reason === 'not-triggered') return 'Không phát sinh'
  if (kind === 'not-aired') return not
  return kind === 'made-up' ? makeUp : FACT_NAMES[kind]
}

/** When it happened, where that is not when it was recorded; the form of evidence asks for a day alone. */
function whenWords({ kind, at, recordedAt }: Fact): string | null {
  if (kind === 'note' || kind === 'correction' || kind === 'moved') return null
  if (kind !== 'evidence' || wallTimeOf(at) !== '00:00')
    return Math.abs(at - recordedAt) > 60_000 ? `việc lúc ${instantInWords(at)}` : null
  const day = localDateOf(at)
  return day === localDateOf(recordedAt) ? null : `việc của ${dayInWords(day)}`
}

function detailsOf(fact: Fact): string[] {
  const details = [
    whenWords(fact),
    fact.madeAt === null ? null : `bấm lúc ${instantInWords(fact.madeAt)} khi mất mạng`,
    fact.minutes === null ? null : `${fact.minutes} phút`,
    fact.people === null ? null : `${figure(fact.people)} người`,
    fact.value === null ? null : `đạt ${figure(fact.value)}`,
    fact.place,
    fact.reason === null || fact.reason === 'not-triggered' ? null : `lý do: ${reasonInWords(fact.reason)}`,
    fact.document === null ? null : `theo ${fact.document}`,
    fact.to && `${fact.slotId === null ? '' : 'sang '}${fact.to.time ?? ''} ${dayInWords(fact.to.date)}`,
    ...(fact.making ? unusualWords(fact.making) : []),
    fact.note,
  ]
  return details.filter((words) => words !== null)
}

/** The page of what a fact is about: a slot, or an obligation without slots. */
const aboutPath = ({ slotId, planId, obligationId }: Fact): string =>
  slotId === null ? obligationPagePath(planId, obligationId) : slotPath(slotId)

export const undoOf = (fact: Fact, who: string, back = aboutPath(fact)): Undo => ({
  action: `${aboutPath(fact)}/hoan-tac`,
  factId: fact.id,
  key: `${who}-u-${fact.id}`,
  back,
})

/** `Lan ghi lúc 06:10` on the day itself, with the day later on. */
export function recordedWords(fact: Fact, now: Instant): string {
  const day = localDateOf(fact.recordedAt)
  const when = day === localDateOf(now) ? '' : ` ${weekdayName(day)} ${shortDay(day)}`
  return `${fact.by} ghi lúc ${wallTimeOf(fact.recordedAt)}${when}`
}
