/** The form of what a plan says of itself: title, number, days, silent days, how the office reads it. */
import { parsePlan } from '../plan/parse-plan.ts'
import { type Plan, YEARS, yearOfText } from '../plan.ts'
import { invalid, type Result } from '../problem.ts'
import { yearRange } from '../wall-clock.ts'
import { type DataField, fillFields, type Loose, readFields, WHAT } from './data-form.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import * as as from './readers.ts'
import { DAY_OPTIONS } from './rhythm-form.ts'

export const PLAN_FIELDS: readonly DataField[] = [
  {
    ...{ name: 'p-ten', label: 'Tên kế hoạch', path: 'title', as: as.text, needs: 'cần ghi tên kế hoạch' },
    control: { kind: 'area', rows: 2 },
  },
  {
    ...{ name: 'p-so', label: 'Số', hint: 'Ví dụ 15/KH-UBND. Để trống nếu chưa có.', path: 'number' },
    ...{ as: as.text, control: { kind: 'line' } },
  },
  { name: 'p-ngay', label: 'Ngày ban hành', path: 'issued', as: as.day, control: { kind: 'day' } },
  {
    ...{ name: 'p-hieu-luc', label: 'Có hiệu lực từ ngày', path: 'inForceFrom', as: as.day },
    ...{ hint: 'Những kỳ trước ngày này chỉ tính khi đã làm thật.', needs: 'cần ghi ngày' },
    control: { kind: 'day' },
  },
  {
    ...{ name: 'p-im', label: 'Ngày không phát theo kế hoạch này', path: 'silentDays', as: as.ticks },
    ...{ hint: 'Ngoài những ngày đài không phát.', control: { kind: 'ticks', options: DAY_OPTIONS } },
  },
  {
    ...{ name: 'p-den', label: 'Hạn muộn nhất sang năm sau', path: 'until', as: as.day },
    ...{ hint: 'Chỉ ghi khi kế hoạch có hạn sau 31/12.', control: { kind: 'day' } },
  },
  {
    ...{ name: 'p-cach-hieu', label: 'Cách hiểu chung của đơn vị', path: 'assumptions', as: as.lines },
    ...{ hint: 'Mỗi dòng một điều.', control: { kind: 'area', rows: 3 } },
  },
]

export const YEAR_FIELD: DataField = {
  ...{ name: 'p-nam', label: 'Năm', path: 'year', needs: 'cần ghi năm', control: { kind: 'whole' } },
  as: {
    read: ([typed = '']) => (typed.trim() === '' ? null : (yearOfText(typed.trim()) ?? as.WRONG)),
    write: (value) => [String(value)],
    wrong: `ghi bốn chữ số, từ ${YEARS.from} đến ${YEARS.to}`,
  },
}

/** `more`: what depends on the office's other plans. */
export const fillPlan = (plan: Plan, more: readonly DataField[] = []): Entry[] =>
  fillFields([YEAR_FIELD, ...PLAN_FIELDS, ...more], plan)

/** A plan with what its form says; its obligations stay. */
export function readPlanForm(filled: Filled, plan: Plan, more: readonly DataField[] = []): Result<Plan> {
  const data: Loose = {}
  const errors = readFields([...PLAN_FIELDS, ...more], filled, plan, data)
  if (errors.length) return invalid(WHAT, errors)
  return inFields(parsePlan({ ...plan, ...CLEARED, ...empty(more), ...data }), plan.year)
}

/** What the form leaves empty is empty. */
const CLEARED = { number: null, issued: null, until: null }
const empty = (fields: readonly DataField[]): Loose =>
  Object.fromEntries(fields.map(({ path }) => [path, null]))

export type PlanHead = Pick<Plan, 'title' | 'number' | 'issued' | 'inForceFrom' | 'year' | 'silentDays'> &
  Pick<Plan, 'assumptions' | 'until' | 'succeeds'>

/** What is said of a plan that has no obligations yet. */
export function readPlanHead(filled: Filled, more: readonly DataField[] = []): Result<PlanHead> {
  const data: Loose = { ...CLEARED, ...empty(more) }
  const errors = readFields([YEAR_FIELD, ...PLAN_FIELDS, ...more], filled, null, data)
  if (errors.length) return invalid(WHAT, errors)
  const any = { id: 'moi', channels: ['event'], title: 'x', quote: 'x', cadence: { kind: 'continuous' } }
  const unit = { code: 'x', name: 'x' }
  const parsed = parsePlan({ id: 'moi', unit, obligations: [any], ...data })
  const plan = inFields(parsed, Number(data.year))
  return plan.ok ? { ok: true, value: plan.value } : plan
}

const PLAN_WORDS: Record<string, string> = {
  'outside-year': 'có nhiệm vụ mang ngày ngoài thời gian này',
  'until-in-year': 'chỉ ghi khi muộn hơn ngày cuối năm',
}

/** An obligation that no longer fits the plan's days is told at the field that the days stand in. */
function inFields(parsed: Result<Plan>, year: number): Result<Plan> {
  if (parsed.ok || parsed.problem.kind !== 'invalid') return parsed
  return invalid(
    WHAT,
    parsed.problem.errors.map(({ path, code, message }) => {
      const field = PLAN_FIELDS.find((one) => one.path === path[0])
      const words = (PLAN_WORDS[code] ?? message).replaceAll(String(yearRange(year).to), `31/12/${year}`)
      return wrong(field?.name ?? 'p-den', words)
    }),
  )
}
