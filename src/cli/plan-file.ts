/** Reading the plan file that a command was given. */
import { readPlan } from '../actions/read-plan.ts'
import { planForYear } from '../core/plan/plan-year.ts'
import { type Plan, YEARS, yearOfText } from '../core/plan.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { type Args, type CliWorld, textOption } from './command.ts'
import { placedErrors } from './placed-errors.ts'

export async function readPlanFile(file: string, world: CliWorld): Promise<Result<Plan>> {
  const bytes = await world.readFile(file)
  return bytes.ok ? readPlan(bytes.value) : bytes
}

/** The one plan that a command works on, for `--year` if given. Its errors are printed where they stand. */
export async function planOfArgs(args: Args, world: CliWorld): Promise<Result<Plan>> {
  const [file, ...rest] = args.positionals
  if (file === undefined) return invalid('Thiếu tệp kế hoạch: hãy ghi đường dẫn tới một tệp .yaml.')
  if (rest.length) return invalid(`Chỉ nhận một tệp kế hoạch; thừa: ${rest.join(' ')}.`)
  const year = yearOfArgs(args)
  if (!year.ok) return year
  const plan = await readPlanFile(file, world)
  if (!plan.ok) return invalid(placedErrors(file, plan.problem).join('\n'))
  return ok(year.value === null ? plan.value : planForYear(plan.value, year.value))
}

export function yearOfArgs(args: Args): Result<number | null> {
  const text = textOption(args, 'year')
  if (text === undefined) return ok(null)
  const year = yearOfText(text)
  return year === null
    ? invalid(`Năm "${text}" không đúng: hãy ghi bốn chữ số, từ ${YEARS.from} đến ${YEARS.to}.`)
    : ok(year)
}
