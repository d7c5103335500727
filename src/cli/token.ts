/** `token`: a program gets in with a token, printed alone on the last line of stdout. */
import { createToken } from '../accounts/token.ts'
import { invalid } from '../core/problem.ts'
import { ROLE_NAMES } from '../core/role.ts'
import { type Command, textOption } from './command.ts'
import { roleOption } from './role-option.ts'
import { unitOfArgs } from './unit.ts'

const USAGE = 'token add --role viewer|officer|leader|admin [--unit MÃ] [--name TÊN]'

export const token: Command = {
  usage: USAGE,
  summary: 'Tạo mã truy cập cho chương trình khác; mã chỉ hiện một lần',
  english: 'Make an API token, shown once',
  options: { role: { type: 'string' }, unit: { type: 'string' }, name: { type: 'string' } },
  run: async (args, world) => {
    if (args.positionals.length !== 1 || args.positionals[0] !== 'add')
      return invalid(`Cách dùng: nhip-song ${USAGE}`).problem
    const role = roleOption(args)
    if (!role.ok) return role.problem
    const config = world.config()
    if (!config.ok) return config.problem
    const db = await world.openDb(config.value)
    const unit = await unitOfArgs(args, db)
    if (!unit.ok) return unit.problem
    const name = textOption(args, 'name') ?? 'Chương trình qua API'
    const made = await createToken(db, { unit: unit.value.code, role: role.value, name }, world.clock())
    if (!made.ok) return made.problem
    world.out(`Mã truy cập API (${ROLE_NAMES[role.value]}, ${unit.value.name}), chỉ hiện lần này:`)
    world.out(made.value.secret)
    return null
  },
}
