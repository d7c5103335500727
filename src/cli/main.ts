/** The command line: finds the command, parses its options, prints its problem. */
import { parseArgs } from 'node:util'
import { invalid, type Problem } from '../core/problem.ts'
import { adopt } from './adopt.ts'
import { backup, restore } from './backup.ts'
import { calendar } from './calendar.ts'
import { check } from './check.ts'
import type { Args, CliWorld, Command } from './command.ts'
import { count } from './count.ts'
import { form } from './form.ts'
import { importLog } from './import-log.ts'
import { payList, payRates } from './pay.ts'
import { plan } from './plan.ts'
import { read } from './read.ts'
import { rollUp } from './roll-up.ts'
import { migrate, serve } from './server.ts'
import { tick } from './tick.ts'
import { token } from './token.ts'
import { unit } from './units.ts'
import { user } from './user.ts'
import { when } from './when.ts'

export const COMMANDS: Record<string, Command> = {
  calendar,
  check,
  read,
  when,
  adopt,
  plan,
  count,
  'roll-up': rollUp,
  form,
  'pay-list': payList,
  'pay-rates': payRates,
  'import-log': importLog,
  user,
  token,
  unit,
  backup,
  restore,
  tick,
  serve,
  migrate,
}

/** Runs one command line. 0: done; 1: the input is wrong, said on stderr; bugs are thrown, for exit code 2. */
export async function runCli(argv: string[], world: CliWorld): Promise<number> {
  const [name = 'help', ...rest] = argv
  if (['help', '--help', '-h'].includes(name)) return help(world)
  if (['--version', '-v', 'version'].includes(name)) {
    world.out(world.version())
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    world.err(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`)
    return 1
  }
  if (rest.includes('--help') || rest.includes('-h')) return commandHelp(command, world)
  const args = parse(command, rest)
  const problem = 'kind' in args ? args : await command.run(args, world)
  if (problem) world.err(problem.detail)
  return problem ? 1 : 0
}

function parse(command: Command, rest: string[]): Args | Problem {
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
    })
    return { positionals, options: values as Args['options'] }
  } catch {
    return invalid(`${optionProblem(command, rest)} Cách dùng: nhip-song ${command.usage}`).problem
  }
}

function optionProblem({ options }: Command, rest: string[]): string {
  const known = (arg: string) => Object.hasOwn(options, arg.replace(/^--/, '').replace(/=.*/, ''))
  const unknown = rest.find((arg) => arg.startsWith('-') && !known(arg))
  return unknown === undefined ? 'Một lựa chọn thiếu giá trị.' : `Không có lựa chọn "${unknown}".`
}

function help(world: CliWorld): number {
  world.out('Nhịp Sóng: lịch và sổ theo dõi kế hoạch truyền thông của xã, phường')
  world.out('(the scheduler and content calendar of a commune office)\n')
  for (const { usage, summary, english } of Object.values(COMMANDS))
    world.out(`  nhip-song ${usage}\n      ${summary}\n      ${english}\n`)
  world.out('  nhip-song --version\n      Bản đang chạy\n      What runs')
  return 0
}

function commandHelp({ usage, summary, english }: Command, world: CliWorld): number {
  world.out(`Cách dùng: nhip-song ${usage}\n\n${summary}\n${english}`)
  return 0
}
