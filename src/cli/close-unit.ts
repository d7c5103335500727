/** `unit`: closes a unit, or opens it again. */
import { closeUnit, reopenUnit } from '../accounts/unit.ts'
import { invalid } from '../core/problem.ts'
import type { Command } from './command.ts'
import { unitOfArgs } from './unit.ts'

const USAGE = 'unit close <mã> · unit open <mã>'

export const unit: Command = {
  usage: USAGE,
  summary: 'Đóng một đơn vị (close): chỉ còn xem, không ghi và không nhắc; hoặc mở lại (open)',
  english: 'Close a unit, so that it can only be looked at, or open it again',
  options: {},
  run: async ({ positionals: [verb, code, ...more] }, world) => {
    const act = verb === 'close' ? closeUnit : verb === 'open' ? reopenUnit : undefined
    if (!act || !code || more.length) return invalid(`Cách dùng: nhip-song ${USAGE}`).problem
    const config = world.config()
    if (!config.ok) return config.problem
    const db = await world.openDb(config.value)
    const found = await unitOfArgs({ positionals: [], options: { unit: code } }, db)
    if (!found.ok) return found.problem
    await act(db, code, world.clock())
    world.out(
      verb === 'close' ? `Đã đóng ${found.value.name}: chỉ còn xem.` : `Đã mở lại ${found.value.name}.`,
    )
    return null
  },
}
