/** `check`: what is wrong with plan files, and what an officer should know before adopting them. */
import { calendars } from '../calendars.ts'
import { lint } from '../core/plan/lint.ts'
import { invalid } from '../core/problem.ts'
import { expand } from '../core/slot.ts'
import type { CliWorld, Command } from './command.ts'
import { placedErrors } from './placed-errors.ts'
import { readPlanFile } from './plan-file.ts'

export const check: Command = {
  usage: 'check <kế-hoạch.yaml>…',
  summary: 'Soát tệp kế hoạch: lỗi kèm dòng và cột, điều cần lưu ý',
  english: 'Validate and lint plan files; errors as file:line:column: message, exit 1',
  options: {},
  run: async ({ positionals }, world) => {
    if (!positionals.length) return invalid('Thiếu tệp kế hoạch: hãy ghi một hay nhiều tệp .yaml.').problem
    const errors: string[][] = []
    for (const file of positionals) errors.push(await checkFile(file, world))
    const wrong = errors.filter((lines) => lines.length > 0).length
    if (wrong === 0) return null
    const sum = positionals.length > 1 ? [`${wrong}/${positionals.length} tệp kế hoạch có lỗi.`] : []
    return invalid([...errors.flat(), ...sum].join('\n')).problem
  },
}

/** The file's errors, a line each; what an officer should know of one without errors is printed. */
async function checkFile(file: string, world: CliWorld): Promise<string[]> {
  const plan = await readPlanFile(file, world)
  if (!plan.ok) return placedErrors(file, plan.problem)
  const slots = expand(plan.value, calendars.periods)
  const warnings = lint(plan.value, calendars.periods, calendars.work)
  for (const { obligationId, message, code } of warnings)
    world.out(`${file}: ${obligationId}: ${message} [${code}]`)
  world.out(
    `${file}: đúng; ${plan.value.obligations.length} nhiệm vụ, ${slots.length} kỳ, ${warnings.length} lưu ý`,
  )
  return []
}
