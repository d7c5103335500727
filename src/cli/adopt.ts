/** `adopt`: a plan file → the database. A second time changes nothing. */
import { adopt as adoptPlan } from '../actions/adopt.ts'
import { calendars } from '../calendars.ts'
import { invalid } from '../core/problem.ts'
import type { Adoption } from '../store/plans.ts'
import { type Command, textOption } from './command.ts'
import { planOfArgs } from './plan-file.ts'
import { closedProblem } from './unit.ts'

export const adopt: Command = {
  usage: 'adopt <kế-hoạch.yaml> [--year NĂM] [--unit MÃ]',
  summary: 'Nhận kế hoạch vào cơ sở dữ liệu và lập các khung; chạy lại không đổi gì',
  english: 'Store a plan and make its slots; again changes nothing',
  options: { year: { type: 'string' }, unit: { type: 'string' } },
  run: async (args, world) => {
    const config = world.config()
    if (!config.ok) return config.problem
    const plan = await planOfArgs(args, world)
    if (!plan.ok) return plan.problem
    const unit = textOption(args, 'unit') ?? plan.value.unit.code
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(unit))
      return invalid(`Mã đơn vị "${unit}" không đúng: chỉ gồm chữ thường không dấu, số và gạch nối.`).problem
    const db = await world.openDb(config.value)
    const closed = await closedProblem(db, unit)
    if (closed) return closed
    world.out(adoptionLine(await adoptPlan(db, unit, plan.value, calendars, world.clock()), unit))
    return null
  },
}

function adoptionLine(
  { planId, changed, added, moved, restored, withdrawn, deleted }: Adoption,
  unit: string,
): string {
  if (!changed) return `${planId} (${unit}): đã nhận từ trước, không có gì thay đổi`
  const parts = [
    `thêm ${added} khung`,
    moved ? `đổi ${moved}` : '',
    restored ? `khôi phục ${restored}` : '',
    withdrawn ? `rút ${withdrawn} (đã có ghi nhận nên vẫn giữ)` : '',
    deleted ? `bỏ ${deleted}` : '',
  ]
  return `${planId} (${unit}): ${parts.filter(Boolean).join(', ')}`
}
