/** A source's text → what is proposed from it, or why nothing is. */
import { MAX_OBLIGATIONS } from '../plan.ts'
import { keepAll } from './collect.ts'
import type { Draft } from './draft.ts'
import { healthOf, isRuined } from './health.ts'
import { leftOutOf } from './left-out.ts'
import { outlineOf } from './outline.ts'
import { itemsOf } from './paragraphs.ts'
import { headOfPlan } from './plan-head.ts'
import type { Proposal } from './proposal.ts'
import { proposedObligations } from './propose.ts'
import { type Refusal, refusal } from './refusal.ts'
import { inPlanTime, planSeason, titleSeason } from './season.ts'
import type { SourceText } from './source.ts'
import { topicsOf } from './topics.ts'
import { placeOf, type Words } from './words.ts'

/** `year` is the plan's, where somebody says it. */
export function readSource(source: SourceText, year: number | null): Proposal | Refusal {
  if (source.text.replace(/\s+/g, '').length < 20)
    return refusal(source.kind === 'text' ? 'no-obligations' : 'scan')
  if (isRuined(healthOf(source.text))) return refusal('unreadable')
  const items = itemsOf(source)
  const sections = outlineOf(items)
  const plan = headOfPlan(items, year, 'ke-hoach')
  const { drafts: found, left } = keepAll(sections, plan.title)
  const season = planSeason(items) ?? ownTime(found, plan.title) ?? titleSeason(items, plan.title)
  const drafts = found.flatMap((draft) => inPlanTime(draft, season))
  if (!drafts.some((draft) => draft.found !== 'goal')) return refusal('no-obligations')
  if (drafts.length > MAX_OBLIGATIONS) return refusal('too-long')
  const obligations = proposedObligations(drafts, source, plan)
  const seasons = drafts.flatMap(({ season }) => (season ? [{ place: placeOf(season) }] : []))
  const topics = topicsOf(sections, source.text, obligations)
  return {
    plan,
    obligations,
    topics,
    leftOut: leftOutOf(sections, [...obligations, ...topics, ...seasons], left),
    converted: source.converted,
  }
}

/** "I. THỜI GIAN: từ ngày 01/6 đến ngày 25/8" is the plan's as a whole: what has no days of its own stays within it. */
const ownTime = (drafts: readonly Draft[], title: string): Words | null =>
  drafts.find((draft) => title && draft.title.text === title)?.when?.words ?? null
