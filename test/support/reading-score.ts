/** How a reading compares with what a careful reader found: the figures that the README names. */
import type { ProposedObligation } from '../../src/core/document/proposal.ts'
import { foldTone } from '../../src/core/text.ts'

export type GoldObligation = {
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

function similarity(gold: GoldObligation, obligation: ProposedObligation): number {
  const when = gold.when_verbatim ? likeness(gold.when_verbatim, obligation.when.verbatim) / 2 : 0
  return (
    (sameClause(gold.clause, obligation.clause) ? 1 : 0) +
    likeness(gold.title, obligation.title) +
    when +
    (gold.kind === obligation.when.kind ? 0.2 : 0)
  )
}

/** Best pairs first; below 1 nothing pairs. */
function pairsOf(
  gold: readonly GoldObligation[],
  obligations: readonly ProposedObligation[],
): [GoldObligation, ProposedObligation][] {
  const all = gold
    .flatMap((one) =>
      obligations.map((obligation) => ({ one, obligation, like: similarity(one, obligation) })),
    )
    .filter(({ like }) => like >= 1)
    .sort((a, b) => b.like - a.like)
  const taken = new Set<GoldObligation | ProposedObligation>()
  return all.flatMap(({ one, obligation }) => {
    if (taken.has(one) || taken.has(obligation)) return []
    taken.add(one)
    taken.add(obligation)
    return [[one, obligation] as [GoldObligation, ProposedObligation]]
  })
}

const datesOf = ({
  window,
  before,
}: {
  window?: GoldObligation['window']
  before?: string | undefined
}): string => [window?.from ?? '', window?.to ?? '', before ?? ''].join('|')
const rateOf = (when: { n?: number; period?: string; interval?: number }): string =>
  [when.n, when.period, when.interval ?? 1].join('|')

export function scoreOf(gold: readonly GoldObligation[], obligations: readonly ProposedObligation[]): Score {
  const pairs = pairsOf(gold, obligations)
  const found = new Set(pairs.map(([one]) => one))
  const used = new Set(pairs.map(([, obligation]) => obligation))
  const of = (expect: string) => gold.filter((one) => one.expect === expect)
  const judged = pairs
    .filter(([one]) => one.expect !== 'may')
    .map(([one, obligation]) => judge(one, obligation))
  const sum = (test: (one: ReturnType<typeof judge>) => boolean) => judged.filter(test).length
  return {
    must: of('must').length,
    mustFound: of('must').filter((one) => found.has(one)).length,
    mustSure: pairs.filter(([one, obligation]) => one.expect === 'must' && obligation.level === 'sure')
      .length,
    should: of('should').length,
    shouldFound: of('should').filter((one) => found.has(one)).length,
    sure: obligations.filter(({ level }) => level === 'sure').length,
    sureFalse: obligations.filter((obligation) => obligation.level === 'sure' && !used.has(obligation))
      .length,
    sureWrong: sum(({ sure, lead, kind, dates, rate }) => sure && !(lead && kind && dates !== false && rate)),
    matched: judged.length,
    lead: sum(({ lead }) => lead),
    kind: sum(({ kind }) => kind),
    dated: sum(({ dates }) => dates !== null),
    dates: sum(({ dates }) => dates === true),
  }
}

function judge(gold: GoldObligation, { level, lead, when }: ProposedObligation) {
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
