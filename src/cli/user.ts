/** `user`: people get in with a one-time link, printed alone on the last line of stdout. */
import { LINK_DAYS } from '../accounts/password-link.ts'
import { stopSecondStep } from '../accounts/second-step.ts'
import { createUser, loginName, renewLink, userByName } from '../accounts/user.ts'
import type { Config } from '../config.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { ROLE_NAMES } from '../core/role.ts'
import { commandLine } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import type { Args, CliWorld, Command } from './command.ts'
import { roleOption } from './role-option.ts'
import { unitOfArgs } from './unit.ts'

const USAGE =
  'user add <tên> --role viewer|officer|leader|admin [--unit MÃ] · user link <tên> [--unit MÃ] · user one-step <tên> [--unit MÃ]'

export const user: Command = {
  usage: USAGE,
  summary:
    'Thêm người dùng (add), cấp lại đường dẫn đặt mật khẩu (link), hoặc tắt xác thực hai bước (one-step); đường dẫn dùng một lần',
  english:
    'Add a person, print a new one-time password link for one, or end the second step of one who lost the phone',
  options: { role: { type: 'string' }, unit: { type: 'string' } },
  run: async (args, world) => {
    const [verb, name] = args.positionals
    const act = Object.hasOwn(ACTS, verb ?? '') ? ACTS[verb as keyof typeof ACTS] : undefined
    if (!act || !name?.trim() || args.positionals.length > 2)
      return invalid(`Cách dùng: nhip-song ${USAGE}`).problem
    const config = world.config()
    if (!config.ok) return config.problem
    const done = await act(name, args, world, await world.openDb(config.value))
    if (!done.ok) return done.problem
    return print(done.value, world, config.value)
  },
}

/** `link` is null where none was made. */
type Linked = { about: string; link: string | null }

async function add(name: string, args: Args, world: CliWorld, db: Db): Promise<Result<Linked>> {
  const role = roleOption(args)
  if (!role.ok) return role
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit
  const created = await createUser(db, { unit: unit.value.code, name, role: role.value }, world.clock())
  if (!created.ok) return created
  const login = await loginName(db, { unit: unit.value.code, username: created.value.username })
  const about = `Đã thêm ${created.value.name} (${ROLE_NAMES[role.value]}, ${unit.value.name}). Tên đăng nhập: ${login}`
  return ok({ about, link: created.value.link })
}

async function link(name: string, args: Args, world: CliWorld, db: Db): Promise<Result<Linked>> {
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit
  const known = await userByName(db, unit.value.code, name)
  if (!known) return fail({ kind: 'not-found', detail: `${unit.value.name} không có người dùng "${name}".` })
  const renewed = await renewLink({ db, who: commandLine(unit.value.code), now: world.clock() }, known.id)
  return renewed.ok
    ? ok({
        about: `Đã cấp lại đường dẫn cho ${known.name}; đường dẫn trước không dùng được nữa.`,
        link: renewed.value,
      })
    : renewed
}

async function oneStep(name: string, args: Args, world: CliWorld, db: Db): Promise<Result<Linked>> {
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit
  const known = await userByName(db, unit.value.code, name)
  if (!known) return fail({ kind: 'not-found', detail: `${unit.value.name} không có người dùng "${name}".` })
  await stopSecondStep(db, commandLine(unit.value.code), known.id, world.clock())
  return ok({ about: `Đã tắt xác thực hai bước của ${known.name}.`, link: null })
}

const ACTS = { add, link, 'one-step': oneStep }

function print({ about, link }: Linked, world: CliWorld, config: Config): Problem | null {
  world.out(about)
  if (link === null) return null
  world.out(`Đường dẫn đặt mật khẩu, dùng một lần trong ${LINK_DAYS} ngày:`)
  world.out(`${config.BASE_URL}${link}`)
  return null
}
