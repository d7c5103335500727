/** `plan`: what plans there are, one out again as a file, its end, its removal. */
import { adoptedInOrder } from '../actions/editions.ts'
import { removeUntouched, stopPlan } from '../actions/succession.ts'
import { planYaml } from '../actions/write-plan.ts'
import { calendars } from '../calendars.ts'
import { runsOn } from '../core/plan/edition.ts'
import { planFile } from '../core/plan/plan-json.ts'
import { invalid, missing, type Problem } from '../core/problem.ts'
import { documentDay } from '../core/words/words.ts'
import type { Db } from '../store/db.ts'
import { findEdition, listEditions } from '../store/editions.ts'
import { findPlan, listPlans } from '../store/plans.ts'
import { countSlots } from '../store/slots.ts'
import { authorOf, dayOption } from './adopt.ts'
import { type Args, type Command, textOption, type UnitWorld } from './command.ts'
import { hand, handed } from './hand.ts'
import { type Column, table } from './table.ts'
import { closedProblem, unitOfArgs } from './unit.ts'

type Work = (args: Args, world: UnitWorld) => Promise<Problem | null>

export const plan: Command = {
  usage:
    'plan list | plan show <id> [--edition N] [--format yaml|json] | plan stop <id> --from NGÀY --document "VĂN BẢN" | plan remove <id> | plan hand <id> --to all|MÃ,MÃ… [--edition N] | plan handed <id> [--edition N]  [--unit MÃ]',
  summary:
    'Các kế hoạch của đơn vị: liệt kê, xuất ra tệp, dừng từ một ngày, gỡ khi chưa có ghi nhận; giao cho các đơn vị ở dưới (hand) và xem họ trả lời thế nào (handed)',
  english:
    'The plans of a unit: list, show as a file, stop from a day on, remove while nothing was recorded, hand to offices below, see what they made of it',
  options: {
    unit: { type: 'string' },
    edition: { type: 'string' },
    format: { type: 'string' },
    from: { type: 'string' },
    document: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
  },
  run: async (args, world) => {
    const [what = '', ...rest] = args.positionals
    const work = Object.hasOwn(WORKS, what) ? WORKS[what] : undefined
    if (!work) return invalid(`Hãy ghi một trong: ${Object.keys(WORKS).join(', ')}.`).problem
    const config = world.config()
    if (!config.ok) return config.problem
    const db = await world.openDb(config.value)
    const unit = await unitOfArgs(args, db)
    if (!unit.ok) return unit.problem
    return work({ ...args, positionals: rest }, { ...world, db, unit: unit.value.code })
  },
}

const list: Work = async (_args, { db, unit, out }) => {
  const [plans, slots] = await Promise.all([listPlans(db, unit), countSlots(db, unit)])
  const rows = plans.map((one) => [
    one.id,
    String(one.year),
    String(one.edition),
    String(slots.get(one.id) ?? 0),
    [runsOn(one) ? 'nối tiếp' : '', one.ends ? `dừng từ ${documentDay(one.ends.from)}` : '']
      .filter(Boolean)
      .join(', '),
    one.title,
  ])
  out(rows.length ? table(COLUMNS, rows) : 'Đơn vị chưa có kế hoạch nào.')
  return null
}

const COLUMNS: Column[] = [
  { title: 'Kế hoạch' },
  { title: 'Năm', align: 'right' },
  { title: 'Bản', align: 'right' },
  { title: 'Kỳ', align: 'right' },
  { title: 'Tình trạng' },
  { title: 'Tên', max: 80 },
]

const show: Work = async (args, { db, unit, out }) => {
  const id = idOf(args)
  if (typeof id !== 'string') return id
  const format = textOption(args, 'format') ?? 'yaml'
  if (format !== 'yaml' && format !== 'json') return invalid('--format là yaml hoặc json.').problem
  const said = textOption(args, 'edition')
  if (said !== undefined && !/^[1-9]\d{0,5}$/.test(said))
    return invalid(`Bản "${said}" không đúng: hãy ghi một số, ví dụ --edition 2.`).problem
  const held = await findPlan(db, unit, id)
  const edition = await findEdition(db, unit, id, said ? Number(said) : (held?.edition ?? 0))
  if (!edition) return held ? noEdition(db, unit, id, said ?? '') : noPlan(id)
  const file = planFile(edition.plan)
  out(format === 'json' ? JSON.stringify(file, null, 2) : planYaml(file).trimEnd())
  return null
}

async function noEdition(db: Db, unit: string, id: string, said: string): Promise<Problem> {
  const numbers = adoptedInOrder(await listEditions(db, unit, id)).map(({ number }) => number)
  return invalid(`Kế hoạch "${id}" không có bản ${said}; các bản đã áp dụng: ${numbers.join(', ')}.`).problem
}

const stop: Work = async (args, { db, unit, clock, out }) => {
  const id = idOf(args)
  if (typeof id !== 'string') return id
  const from = dayOption(args, 'from')
  if (!from.ok) return from.problem
  const document = textOption(args, 'document')?.trim()
  if (from.value === null || !document)
    return invalid('Cần --from (dừng từ ngày nào) và --document (theo văn bản nào).').problem
  const closed = await closedProblem(db, unit, clock())
  if (closed) return closed
  const act = { db, now: clock(), calendars, who: { unit, id: 'cli', name: authorOf(args) } }
  const stopped = await stopPlan(act, id, { from: from.value, document })
  if (!stopped.ok) return stopped.problem.kind === 'not-found' ? noPlan(id) : stopped.problem
  out(`${id} (${unit}): dừng từ ${documentDay(from.value)} theo ${document}. Kỳ trước ngày đó giữ nguyên.`)
  return null
}

const remove: Work = async (args, { db, unit, clock, out }) => {
  const id = idOf(args)
  if (typeof id !== 'string') return id
  if (!(await findPlan(db, unit, id))) return noPlan(id)
  const closed = await closedProblem(db, unit, clock())
  if (closed) return closed
  const act = { db, now: clock(), calendars, who: { unit, id: 'cli', name: authorOf(args) } }
  if (!(await removeUntouched(act, id)))
    return invalid(
      `Kế hoạch "${id}" đã có ghi nhận nên không gỡ được. Muốn thôi thực hiện thì dừng: nhip-song plan stop ${id} --from NGÀY --document "VĂN BẢN".`,
    ).problem
  out(`${id} (${unit}): đã gỡ.`)
  return null
}

/** Of one plan, named first. */
const ofPlan =
  (work: typeof handed): Work =>
  async (args, world) => {
    const id = idOf(args)
    return typeof id === 'string' ? work(args, world, id) : id
  }

const WORKS: Record<string, Work> = { list, show, stop, remove, hand: ofPlan(hand), handed: ofPlan(handed) }

const noPlan = (id: string): Problem => ({
  ...missing('plan'),
  detail: `Không có kế hoạch "${id.slice(0, 80)}".`,
})

function idOf({ positionals: [id, ...rest] }: Args): string | Problem {
  if (id === undefined) return invalid('Thiếu id của kế hoạch.').problem
  return rest.length ? invalid(`Thừa: ${rest.join(' ')}.`).problem : id
}
