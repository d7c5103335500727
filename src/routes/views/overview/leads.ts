/** The overview of what one office leads (đơn vị chủ trì). */
import type { PlanReadings } from '../../../actions/count.ts'
import type { LeadFilter } from '../../../templates/overview-views.ts'
import type { OfYear } from './of-year.ts'

type Asked = { lead: string | null; all?: boolean }

export function overviewPath({ lead, all = false }: Asked): string {
  const params = new URLSearchParams({ ...(lead !== null && { chuTri: lead }), ...(all && { tatCa: '1' }) })
  return params.size ? `/tong-quan?${params}` : '/tong-quan'
}

export const ledBy = (one: OfYear, lead: string): OfYear => ({
  ...one,
  counts: one.counts.filter(({ obligation }) => obligation.lead === lead),
})

export const askedOf = (one: PlanReadings, lead: string): PlanReadings => ({
  ...one,
  all: one.all.filter(({ obligation }) => obligation.lead === lead),
})

/** What is chosen stays a choice though no obligation of this year names it. */
export function leadFilter(years: readonly OfYear[], chosen: string | null): LeadFilter {
  const named = years.flatMap(({ counts }) => counts.flatMap(({ obligation: { lead } }) => lead ?? []))
  const leads = [...new Set([...named, ...(chosen === null ? [] : [chosen])])]
  const choices = leads.sort((a, b) => a.localeCompare(b, 'vi'))
  return {
    choices:
      choices.length > 1 || chosen !== null
        ? [
            { value: '', words: 'Tất cả', chosen: chosen === null },
            ...choices.map((lead) => ({ value: lead, words: lead, chosen: lead === chosen })),
          ]
        : [],
    chosen,
    clear: overviewPath({ lead: null }),
  }
}
