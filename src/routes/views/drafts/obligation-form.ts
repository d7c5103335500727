/** The page of an obligation's form: its fields by kind, and what it comes to. */

import type { FormField } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import {
  CLAUSE,
  COMMON_FIELDS,
  KIND_FIELD,
  KIND_FIELDS,
  KIND_OPTIONS,
  LAST_FIELDS,
} from '../../../core/form/obligation-fields.ts'
import type { ObligationSense, SenseDay } from '../../../core/form/obligation-sense.ts'
import { hiddenRule, RHYTHM_FIELDS } from '../../../core/form/rhythm-form.ts'
import type { Problem } from '../../../core/problem.ts'
import { dayInWords } from '../../../core/words/words.ts'
import type { DraftForm, ObligationFormView, SenseView } from '../../../templates/draft-views.ts'
import { fieldView } from '../form/field.ts'

export type ObligationFormQuestion = DraftForm & {
  filled: Filled
  problem: Problem | null
  sense: ObligationSense | null
  placed: string | null
  remove: string | null
}

export function obligationFormView(question: ObligationFormQuestion): ObligationFormView {
  const { filled, problem, sense, placed, remove, ...form } = question
  const view = (field: FormField) => fieldView(field, filled, problem)
  const rhythm = RHYTHM_FIELDS.filter(({ name }) => name !== 'quy-tac')
  return {
    ...form,
    placed,
    clause: view(CLAUSE),
    common: COMMON_FIELDS.map(view),
    kind: view(KIND_FIELD),
    rhythm: rhythm.map((field) => ({
      field: view(field),
      patterns: field.patterns ? `part ${field.patterns.map((one) => `in-${one}`).join(' ')}` : '',
    })),
    rawRule: view(RHYTHM_FIELDS.find(({ name }) => name === 'quy-tac') as FormField),
    hidden: [hiddenRule(filled)],
    parts: KIND_OPTIONS.map(({ value, words }) => ({
      kind: value,
      legend: words,
      fields: KIND_FIELDS[value].map(view),
      isRate: value === 'rate',
    })),
    last: LAST_FIELDS.map(view),
    quote: filled.one('trich'),
    sense: sense && senseView(sense),
    remove,
  }
}

const LEGEND: [SenseView['months'][number]['fresh'][number]['look'], string][] = [
  ['ask', '! trùng giờ với khung khác'],
  ['off', '* ngày nghỉ'],
  ['outside', '( ) trước ngày có hiệu lực'],
]

function senseView({ sentence, months, warnings }: ObligationSense): SenseView {
  const years = new Set(months.map(({ year }) => year))
  const rows = months.map(({ month, year, days }) => ({
    name: years.size > 1 ? `Tháng ${month}/${year}` : `Tháng ${month}`,
    fresh: days.filter(({ airing }) => airing === 'new').map(dayView),
    reruns: days.filter(({ airing }) => airing === 'rerun').map(dayView),
  }))
  const looks = new Set(rows.flatMap(({ fresh, reruns }) => [...fresh, ...reruns].map(({ look }) => look)))
  return {
    sentence,
    warnings: warnings.map(({ message }) => message),
    months: rows,
    legend: LEGEND.filter(([look]) => looks.has(look)).map(([, words]) => words),
  }
}

function dayView(day: SenseDay): SenseView['months'][number]['fresh'][number] {
  const number = String(Number(day.date.slice(8)))
  const words = dayInWords(day.date)
  if (day.clash) return { text: `${number}!`, words: `${words}, trùng giờ`, look: 'ask' }
  if (!day.inForce) return { text: `(${number})`, words: `${words}, trước ngày có hiệu lực`, look: 'outside' }
  if (day.dayOff) return { text: `${number}*`, words: `${words}, ngày nghỉ`, look: 'off' }
  return { text: number, words, look: 'kept' }
}
