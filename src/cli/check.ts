/** `check`: what is wrong with plan files, and what an officer should know before adopting them. */
import { calendars } from '../calendars.ts'
import { lint } from '../core/lint.ts'
import { fail, invalid, type Problem } from '../core/problem.ts'
import { expand } from '../core/slot.ts'
import type { CliWorld, Command } from './command.ts'
import { planErrors, readPlanFile } from './plan-file.ts'

export const check: Command = {
  usage: 'check <kế-hoạch.yaml>…',
  summary: 'Soát tệp kế hoạch: lỗi kèm dòng và cột, điều cần lưu ý',
  english: 'Validate and lint plan files; errors as file:line:column: message, exit 1',
  options: {},
  run: async ({ positionals }, world) => {
    if (!positionals.length) return invalid('Thiếu tệp kế hoạch: hãy ghi một hay nhiều tệp .yaml.').problem
    let wrong = 0
    for (const file of positionals) if (!(await checkFile(file, world))) wrong++
    return wrong ? wrongFiles(wrong, positionals.length) : null
  },
}

const wrongFiles = (wrong: number, all: number): Problem =>
  fail({ kind: 'invalid', detail: `${wrong}/${all} tệp kế hoạch có lỗi.`, errors: [] }).problem

async function checkFile(file: string, world: CliWorld): Promise<boolean> {
  const plan = await readPlanFile(file, world)
  if (!plan.ok) {
    for (const line of planErrors(file, plan.problem)) world.err(line)
    return false
  }
  const slots = expand(plan.value, calendars.periods)
  const warnings = lint(plan.value, calendars.periods, calendars.work)
  for (const { obligationId, message, code } of warnings)
    world.out(`${file}: ${obligationId}: ${message} [${code}]`)
  world.out(
    `${file}: đúng; ${plan.value.obligations.length} nhiệm vụ, ${slots.length} khung, ${warnings.length} lưu ý`,
  )
  return true
}
