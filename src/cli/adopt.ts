/** `adopt`: a plan file → a new edition that holds. The very same a second time changes nothing. */
import { type Adoption, adopt as adoptPlan, type Terms } from '../actions/adopt.ts'
import { calendars } from '../calendars.ts'
import { changeLines } from '../core/plan/change-words.ts'
import type { Amendment } from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { isLocalDate, type LocalDate } from '../core/wall-clock.ts'
import { documentDay, parseDay } from '../core/words/words.ts'
import { listUnits } from '../store/units.ts'
import { basename } from './basename.ts'
import { type Args, type Command, textOption } from './command.ts'
import { planOfArgs } from './plan-file.ts'
import { closedProblem } from './unit.ts'

export const adopt: Command = {
  usage:
    'adopt <kế-hoạch.yaml> [--year NĂM] [--unit MÃ] [--from NĂM-THÁNG-NGÀY] [--succeeds ID] [--amends "SỐ, NGÀY"] [--by TÊN]',
  summary:
    'Thêm kế hoạch vào cơ sở dữ liệu và lập các kỳ; kế hoạch đã có thì thành một bản mới, chạy lại không đổi gì',
  english: 'Store a plan as a new edition and adopt it; the very same again changes nothing',
  options: {
    year: { type: 'string' },
    unit: { type: 'string' },
    from: { type: 'string' },
    succeeds: { type: 'string' },
    amends: { type: 'string' },
    by: { type: 'string' },
  },
  run: async (args, world) => {
    const config = world.config()
    if (!config.ok) return config.problem
    const plan = await planOfArgs(args, world)
    if (!plan.ok) return plan.problem
    const terms = termsOf(args)
    if (!terms.ok) return terms.problem
    const unit = textOption(args, 'unit') ?? plan.value.unit.code
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(unit))
      return invalid(`Mã đơn vị "${unit}" không đúng: chỉ gồm chữ thường không dấu, số và gạch nối.`).problem
    const db = await world.openDb(config.value)
    const closed = await closedProblem(db, unit, world.clock())
    if (closed) return closed
    const known = await listUnits(db)
    const act = { db, now: world.clock(), calendars, who: { unit, id: 'cli', name: authorOf(args) } }
    const whole = withSuccession(plan.value, textOption(args, 'succeeds'))
    const came = { origin: 'file' as const, originOf: basename(args.positionals[0] ?? '') }
    const adoption = await adoptPlan(act, whole, came, terms.value)
    if (!adoption.ok) return adoption.problem
    for (const line of adoptionLines(adoption.value, unit)) world.out(line)
    if (known.length && !known.some(({ code }) => code === unit)) world.out(newUnitLine(unit, plan.value))
    return null
  },
}

/** A plan brings its office along; beside others it may be a code that somebody mistyped. */
const newUnitLine = (unit: string, { id, unit: { name } }: Plan): string =>
  `Đã lập đơn vị mới "${unit}" (${name}), vì chưa có đơn vị nào mang mã này. Nếu gõ nhầm mã: nhip-song plan remove ${id} --unit ${unit}, rồi nhip-song unit close ${unit}.`

/** Whoever sits at the keyboard, unless they say their name. */
export const authorOf = (args: Args): string => textOption(args, 'by')?.trim() || 'dòng lệnh'

const withSuccession = (plan: Plan, succeeds: string | undefined): Plan =>
  succeeds === undefined ? plan : { ...plan, succeeds }

function termsOf(args: Args): Result<Terms> {
  const from = dayOption(args, 'from')
  if (!from.ok) return from
  const amends = amendmentOf(textOption(args, 'amends'))
  return amends.ok ? ok({ from: from.value, amends: amends.value }) : amends
}

/** A day as `2026-06-01` or `1/6/2026`; null when nobody named one. */
export function dayOption(args: Args, name: string): Result<LocalDate | null> {
  const text = textOption(args, name)
  if (text === undefined) return ok(null)
  const day = isLocalDate(text) ? text : parseDay(text)
  return day === null
    ? invalid(`Ngày "${text}" ở --${name} không đúng: hãy ghi dạng 2026-06-01 hoặc 1/6/2026.`)
    : ok(day)
}

/** "42/KH-UBND, 22/5/2026" */
function amendmentOf(text: string | undefined): Result<Amendment | null> {
  if (text === undefined) return ok(null)
  const comma = text.lastIndexOf(',')
  const [number, said] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
  const day = isLocalDate(said) ? said : parseDay(said)
  if (comma > 0 && number && day !== null) return ok({ number, day })
  return invalid(
    `Văn bản điều chỉnh "${text}" không đúng: hãy ghi số, dấu phẩy, rồi ngày (42/KH-UBND, 22/5/2026).`,
  )
}

function adoptionLines(adoption: Adoption, unit: string): string[] {
  const { planId, edition, from, changed, added, moved, restored, withdrawn, deleted } = adoption
  if (!changed) return [`${planId} (${unit}): đã nhận từ trước, không có gì thay đổi (bản ${edition})`]
  const parts = [
    `thêm ${added} kỳ`,
    moved ? `đổi ${moved}` : '',
    restored ? `khôi phục ${restored}` : '',
    withdrawn ? `rút ${withdrawn} (đã có ghi nhận nên vẫn giữ)` : '',
    deleted ? `bỏ ${deleted}` : '',
  ]
  const head = `${planId} (${unit}): ${parts.filter(Boolean).join(', ')}`
  if (edition === 1) return [head]
  return [`${head}; bản ${edition}, áp dụng từ ${documentDay(from)}`, ...changeLines(adoption.changes)]
}
