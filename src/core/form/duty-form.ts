/** A duty as a form and back. What YAML can say the form can say: filled in and read again, a duty is the same. */
import type { CadenceKind } from '../cadence.ts'
import { parsePlan } from '../plan/parse-plan.ts'
import type { Obligation, Plan } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { CLAUSE, type DutyField, fieldsOf, KIND_OPTIONS } from './duty-fields.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { WRONG } from './readers.ts'
import { fillRhythm, readRhythmForm } from './rhythm-form.ts'

type Loose = Record<string, unknown>

export const kindOf = (filled: Filled): CadenceKind =>
  KIND_OPTIONS.find(({ value }) => value === filled.one('loai'))?.value ?? 'rate'

export function fillDuty(duty: Obligation): Entry[] {
  const { cadence } = duty
  const fields = [CLAUSE, ...fieldsOf(cadence.kind)]
  return [
    ['loai', cadence.kind],
    ...fields.flatMap((field) => textsOf(field, duty).map((value): Entry => [field.name, value])),
    ...(cadence.kind === 'rate' ? fillRhythm(cadence.rrule) : []),
  ]
}

/** What stands in the field; nothing where nothing is said. */
function textsOf({ as, path }: DutyField, duty: Obligation): string[] {
  const value = valueAt(duty, path)
  return value === null ? [] : as.write(value)
}

const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Loose | null)?.[key] ?? null, data)

/** A new duty: nothing is said but that it is of a kind. */
export const blankDuty = (kind: CadenceKind): Entry[] => [
  ['loai', kind],
  ['kenh', 'loudspeaker'],
  ['nhip', 'tuan'],
  ['moi', '1'],
  ['kh-lan', '1'],
  ['sk-cach', '0'],
]

/** The duty as data of a plan file, and what is wrong in fields of their own. `was` as it stood before. */
function dutyData(filled: Filled, was: Obligation | null): { data: Loose; errors: FieldError[] } {
  const kind = kindOf(filled)
  const data: Loose = { cadence: { kind } }
  const errors: FieldError[] = []
  for (const field of [CLAUSE, ...fieldsOf(kind)]) {
    const value = isUntouched(field, filled, was) ? valueAt(was, field.path) : readField(field, filled)
    if (value === WRONG) errors.push(wrong(field.name, field.as.wrong))
    else if (value === null && field.needs) errors.push(wrong(field.name, field.needs))
    else if (value !== null) setAt(data, field.path, value)
  }
  const cadence = data.cadence as Loose
  if (kind === 'rate') {
    const { rrule, errors: own } = readRhythmForm(filled)
    errors.push(...own)
    cadence.rrule = rrule
    settleReruns(cadence, errors)
  }
  if (kind === 'continuous' && (cadence.minimum as Loose | undefined)?.count === undefined)
    delete cadence.minimum
  if (kind === 'deadline') settleDeadline(cadence, errors)
  return { data, errors }
}

const readField = ({ as, name }: DutyField, filled: Filled): unknown => as.read(filled.all(name))

/** What nobody changed stays to the letter: browsers give other line ends, and boxes in their own order. */
function isUntouched(field: DutyField, filled: Filled, was: Obligation | null): boolean {
  const plain = (texts: readonly string[]) =>
    texts
      .map((text) => text.replace(/\r\n?/g, '\n').trim())
      .filter(Boolean)
      .sort()
      .join('\n')
  return was !== null && plain(textsOf(field, was)) === plain(filled.all(field.name))
}

function setAt(data: Loose, path: string, value: unknown): void {
  const [last = '', ...above] = path.split('.').reverse()
  const holder = above.reverse().reduce<Loose>((inner, key) => {
    inner[key] ??= {}
    return inner[key] as Loose
  }, data)
  holder[last] = value
}

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

const WHAT = 'Chưa lưu được: hãy xem lại các ô được đánh dấu.'

export type DutyInPlan = { plan: Plan; duty: Obligation }

/** The plan with the duty of the form in the place of `id`, at its end for null. */
export function dutyInPlan(plan: Plan, id: string | null, filled: Filled): Result<DutyInPlan> {
  const was = plan.obligations.find((duty) => duty.id === id) ?? null
  const { data, errors } = dutyData(filled, was?.cadence.kind === kindOf(filled) ? was : null)
  if (id !== null) data.id = id
  const taken = plan.obligations.findIndex((duty) => duty.id !== id && duty.id === data.id)
  if (taken >= 0) errors.push(wrong(CLAUSE.name, `mục này đã có ở nhiệm vụ thứ ${taken + 1}`))
  if (errors.length) return invalid(WHAT, errors)
  const at = id === null ? -1 : plan.obligations.findIndex((duty) => duty.id === id)
  const place = at < 0 ? plan.obligations.length : at
  const obligations: unknown[] = [...plan.obligations]
  obligations[place] = data
  const parsed = parsePlan({ ...plan, obligations })
  if (parsed.ok) return ok({ plan: parsed.value, duty: parsed.value.obligations[place] as Obligation })
  const found = parsed.problem.kind === 'invalid' ? parsed.problem.errors : []
  return invalid(
    WHAT,
    found.map((error) => inField(error, kindOf(filled), plan)),
  )
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

/** The field of a place in the duty; of several values in one field, and of a group, the first of it. */
function nameAt(path: string, kind: CadenceKind): string {
  if (path === 'cadence.rrule') return kind === 'rate' ? 'nhip' : 'loai'
  const known: readonly DutyField[] = [CLAUSE, ...fieldsOf(kind)]
  const near = known.find((field) => path === field.path || path.startsWith(`${field.path}.`))
  return (near ?? known.find((field) => field.path.startsWith(path)))?.name ?? 'ten'
}
