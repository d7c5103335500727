/** An obligation as a form and back. What YAML can say the form can say: filled in and read again, an obligation is the same. */
import type { CadenceKind } from '../cadence.ts'
import { parsePlan } from '../plan/parse-plan.ts'
import type { Obligation, Plan } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { parseRule } from '../rule.ts'
import { yearRange } from '../wall-clock.ts'
import { type DataField, fillFields, type Loose, readFields, WHAT } from './data-form.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { CLAUSE, fieldsOf, KIND_OPTIONS } from './obligation-fields.ts'
import { fillRhythm, readRhythmForm } from './rhythm-form.ts'

export const kindOf = (filled: Filled): CadenceKind =>
  KIND_OPTIONS.find(({ value }) => value === filled.one('loai'))?.value ?? 'rate'

export function fillObligation(obligation: Obligation): Entry[] {
  const { cadence } = obligation
  return [
    ['loai', cadence.kind],
    ...fillFields([CLAUSE, ...fieldsOf(cadence.kind)], obligation),
    ...(cadence.kind === 'rate' ? fillRhythm(cadence.rrule) : []),
  ]
}

/** A new obligation: nothing is said but that it is of a kind. */
export const blankObligation = (kind: CadenceKind): Entry[] => [
  ['loai', kind],
  ['kenh', 'loudspeaker'],
  ['nhip', 'tuan'],
  ['moi', '1'],
  ['kh-lan', '1'],
  ['sk-cach', '0'],
]

/** The obligation as data of a plan file, and what is wrong in fields of their own. `was` as it stood before. */
function obligationData(
  filled: Filled,
  was: Obligation | null,
  { year }: Pick<Plan, 'year'>,
): { data: Loose; errors: FieldError[] } {
  const kind = kindOf(filled)
  const data: Loose = { cadence: { kind } }
  const errors = readFields([CLAUSE, ...fieldsOf(kind)], filled, was, data)
  const cadence = data.cadence as Loose
  if (kind === 'rate') {
    const { rrule, errors: own } = readRhythmForm(filled)
    errors.push(...own)
    cadence.rrule = rrule
    // As the form says: both empty is the plan's whole year, for a rule that does not end by itself.
    if (rrule !== null && !cadence.window && !endsItself(rrule)) cadence.window = yearRange(year)
    settleReruns(cadence, errors)
  }
  if (kind === 'continuous' && (cadence.minimum as Loose | undefined)?.count === undefined)
    delete cadence.minimum
  if (kind === 'deadline') settleDeadline(cadence, errors)
  return { data, errors }
}

const endsItself = (rrule: string): boolean => ['COUNT', 'UNTIL'].some((part) => parseRule(rrule).has(part))

/** How many there are is told by their days. */
function settleReruns(cadence: Loose, errors: FieldError[]): void {
  const reruns = cadence.reruns as { afterDays?: number[]; times?: number; time?: string } | undefined
  if (reruns?.time && !reruns.afterDays?.length) errors.push(wrong('dk-lai', 'cần ghi sau mấy ngày'))
  if (!reruns?.afterDays?.length) delete cadence.reruns
  else reruns.times = reruns.afterDays.length
}

function settleDeadline({ before, window }: Loose, errors: FieldError[]): void {
  const to = (window as Loose | undefined)?.to
  if (before && to) errors.push(wrong('han-den', 'chỉ ghi một: trước ngày, hoặc chậm nhất ngày'))
  if (!before && !to && !errors.some(({ path }) => path[0] === 'han-truoc' || path[0] === 'han-den'))
    errors.push(wrong('han-truoc', 'cần ghi ngày'))
  if (before && (window as Loose | undefined)?.from)
    errors.push(wrong('han-tu', 'chỉ ghi cùng với “chậm nhất ngày”'))
}

export type ObligationInPlan = { plan: Plan; obligation: Obligation }

/** The plan with the obligation of the form in the place of `id`, at its end for null. */
export function obligationInPlan(plan: Plan, id: string | null, filled: Filled): Result<ObligationInPlan> {
  const was = plan.obligations.find((obligation) => obligation.id === id) ?? null
  const { data, errors } = obligationData(filled, was?.cadence.kind === kindOf(filled) ? was : null, plan)
  const taken = plan.obligations.findIndex(
    (obligation) => obligation.id !== id && obligation.clause === data.clause,
  )
  if (taken >= 0) errors.push(wrong(CLAUSE.name, `mục này đã có ở nhiệm vụ thứ ${taken + 1}`))
  data.id = id ?? freeId(plan, String(data.clause))
  if (errors.length) return invalid(WHAT, errors)
  const at = id === null ? -1 : plan.obligations.findIndex((obligation) => obligation.id === id)
  const place = at < 0 ? plan.obligations.length : at
  const obligations: unknown[] = [...plan.obligations]
  obligations[place] = data
  const parsed = parsePlan({ ...plan, obligations })
  if (parsed.ok) return ok({ plan: parsed.value, obligation: parsed.value.obligations[place] as Obligation })
  const found = parsed.problem.kind === 'invalid' ? parsed.problem.errors : []
  return invalid(
    WHAT,
    found.map((error) => inField(error, kindOf(filled), plan)),
  )
}

/** An obligation keeps its id for ever; the clause may change, and another obligation take it. */
function freeId({ obligations }: Plan, clause: string): string {
  const taken = new Set(obligations.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? clause : `${clause}-${n}`
    if (!taken.has(id)) return id
  }
}

/** What the plan's own check says, in the words of the form and at its field. */
function inField({ path, code, message }: FieldError, kind: CadenceKind, { year }: Plan): FieldError {
  const [, , ...within] = path
  const words = (FORM_WORDS[code] ?? message).replace('{year}', String(year))
  return wrong(nameAt(within.join('.'), kind), words)
}

const FORM_WORDS: Record<string, string> = {
  'endless-rule': 'chưa biết khi nào dừng: ghi khoảng thời gian, số kỳ hoặc ngày cuối',
  'impossible-rule': 'nhịp này không rơi vào ngày nào trong thời gian của kế hoạch',
  'outside-year': 'nằm ngoài năm {year} của kế hoạch',
  'rerun-before-original': 'phát lại cùng ngày thì giờ phát lại phải sau giờ phát mới',
  'missing-field': 'cần ghi cả hai ô',
}

/** The field of a place in the obligation; of several values in one field, and of a group, the first of it. */
function nameAt(path: string, kind: CadenceKind): string {
  if (path === 'cadence.rrule') return kind === 'rate' ? 'nhip' : 'loai'
  const known: readonly DataField[] = [CLAUSE, ...fieldsOf(kind)]
  if (path === 'id') return CLAUSE.name
  const near = known.find((field) => path === field.path || path.startsWith(`${field.path}.`))
  return (near ?? known.find((field) => field.path.startsWith(path)))?.name ?? 'ten'
}
