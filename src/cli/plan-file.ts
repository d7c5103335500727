/** Reading the plan file that a command was given. */
import { type PlacedError, readPlan } from '../actions/read-plan.ts'
import { planForYear } from '../core/plan/plan-year.ts'
import { type Plan, YEARS, yearOfText } from '../core/plan.ts'
import { formatPath, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { type Args, type CliWorld, textOption } from './command.ts'

/** `file:line:column: message`, one line an error. */
export function planErrors(file: string, problem: Problem): string[] {
  if (problem.kind !== 'invalid' || problem.errors.length === 0) return [`${file}: ${problem.detail}`]
  return problem.errors.map((error) => {
    const { line = 1, column = 1 } = error as Partial<PlacedError>
    const path = formatPath(error.path)
    return `${file}:${line}:${column}: ${path ? `${path}: ` : ''}${error.message}`
  })
}

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
  if (!plan.ok) return invalid(planErrors(file, plan.problem).join('\n'))
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
