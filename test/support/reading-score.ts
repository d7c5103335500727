/** How a reading compares with what a careful reader found: the figures that the README names. */
import type { ProposedDuty } from '../../src/core/document/proposal.ts'
import { foldTone } from '../../src/core/text.ts'

export type GoldDuty = {
  clause: string
  title: string
  lead: string | null
  when_verbatim?: string | null
  kind: string
  /** Readings that are right as well. */
  accept?: string[]
  window?: { from?: string | null; to?: string | null }
  before?: string
  n?: number
  period?: string
  interval?: number
  expect: 'must' | 'should' | 'may'
}

export type Score = {
  must: number
  mustFound: number
  mustSure: number
  should: number
  shouldFound: number
  sure: number
  /** Sure ones that nobody asked for. */
  sureFalse: number
  /** Sure ones whose lead, kind, dates or rate differ. */
  sureWrong: number
  matched: number
  lead: number
  kind: number
  dated: number
  dates: number
}

export const NO_SCORE: Score = {
  ...{ must: 0, mustFound: 0, mustSure: 0, should: 0, shouldFound: 0, sure: 0, sureFalse: 0 },
  ...{ sureWrong: 0, matched: 0, lead: 0, kind: 0, dated: 0, dates: 0 },
}

export const added = (one: Score, other: Score): Score =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, value + other[name as keyof Score]]),
  ) as Score

const bare = (text: string | null): string =>
  foldTone((text ?? '').replace(/[ỦU][ỶY] ban nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân/giu, 'UBND')).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  )

/** Shared pairs of letters, from 0 to 1; a title that begins or lies in the other is the same. */
function likeness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)]
  if (!a || !b) return 0
  if (a.includes(b) || b.includes(a) || a.startsWith(b.slice(0, 24)) || b.startsWith(a.slice(0, 24))) return 1
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2))
  const left = pairs(b)
  const shared = pairs(a).filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / (a.length + b.length - 2)
}

const lastPart = (clause: string): string => clause.split('.').at(-1) ?? ''
const sameClause = (gold: string, clause: string): boolean =>
  gold === clause ||
  clause.endsWith(`.${gold}`) ||
  gold.endsWith(`.${clause}`) ||
  (gold.startsWith('PL') && lastPart(gold) === lastPart(clause))

function similarity(gold: GoldDuty, duty: ProposedDuty): number {
  const when = gold.when_verbatim ? likeness(gold.when_verbatim, duty.when.verbatim) / 2 : 0
  return (
    (sameClause(gold.clause, duty.clause) ? 1 : 0) +
    likeness(gold.title, duty.title) +
    when +
    (gold.kind === duty.when.kind ? 0.2 : 0)
  )
}

/** Best pairs first; below 1 nothing pairs. */
function pairsOf(gold: readonly GoldDuty[], duties: readonly ProposedDuty[]): [GoldDuty, ProposedDuty][] {
  const all = gold
    .flatMap((one) => duties.map((duty) => ({ one, duty, like: similarity(one, duty) })))
    .filter(({ like }) => like >= 1)
    .sort((a, b) => b.like - a.like)
  const taken = new Set<GoldDuty | ProposedDuty>()
  return all.flatMap(({ one, duty }) => {
    if (taken.has(one) || taken.has(duty)) return []
    taken.add(one)
    taken.add(duty)
    return [[one, duty] as [GoldDuty, ProposedDuty]]
  })
}

const datesOf = ({ window, before }: { window?: GoldDuty['window']; before?: string | undefined }): string =>
  [window?.from ?? '', window?.to ?? '', before ?? ''].join('|')
const rateOf = (when: { n?: number; period?: string; interval?: number }): string =>
  [when.n, when.period, when.interval ?? 1].join('|')

export function scoreOf(gold: readonly GoldDuty[], duties: readonly ProposedDuty[]): Score {
  const pairs = pairsOf(gold, duties)
  const found = new Set(pairs.map(([one]) => one))
  const used = new Set(pairs.map(([, duty]) => duty))
  const of = (expect: string) => gold.filter((one) => one.expect === expect)
  const judged = pairs.filter(([one]) => one.expect !== 'may').map(([one, duty]) => judge(one, duty))
  const sum = (test: (one: ReturnType<typeof judge>) => boolean) => judged.filter(test).length
  return {
    must: of('must').length,
    mustFound: of('must').filter((one) => found.has(one)).length,
    mustSure: pairs.filter(([one, duty]) => one.expect === 'must' && duty.level === 'sure').length,
    should: of('should').length,
    shouldFound: of('should').filter((one) => found.has(one)).length,
    sure: duties.filter(({ level }) => level === 'sure').length,
    sureFalse: duties.filter((duty) => duty.level === 'sure' && !used.has(duty)).length,
    sureWrong: sum(({ sure, lead, kind, dates, rate }) => sure && !(lead && kind && dates !== false && rate)),
    matched: judged.length,
    lead: sum(({ lead }) => lead),
    kind: sum(({ kind }) => kind),
    dated: sum(({ dates }) => dates !== null),
    dates: sum(({ dates }) => dates === true),
  }
}

function judge(gold: GoldDuty, { level, lead, when }: ProposedDuty) {
  const same = gold.kind === when.kind
  const dated = same && ['window', 'deadline', 'continuous'].includes(gold.kind)
  return {
    sure: level === 'sure',
    lead: bare(gold.lead) === bare(lead),
    kind: same || (gold.accept ?? []).includes(when.kind),
    dates: dated && (gold.window?.to || gold.before) ? datesOf(gold) === datesOf(when) : null,
    rate: !same || gold.kind !== 'rate' || gold.n === undefined || rateOf(gold) === rateOf(when),
  }
}
