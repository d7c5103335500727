/** `roll-up`: every unit of the database side by side, as a province reads them. */
import { type RollUp, rollUpJson, rollUp as rollUpUnits, type UnitSum } from '../actions/roll-up.ts'
import { calendars } from '../calendars.ts'
import { csv } from '../core/log/csv.ts'
import type { Problem } from '../core/problem.ts'
import { duration, percent } from '../core/words/figures.ts'
import { BASIS_NAMES } from '../core/words/names.ts'
import { documentDay, rangeInWords } from '../core/words/words.ts'
import { listWholeUnits } from '../store/unit-tree.ts'
import { type Args, type CliWorld, type Command, stray, textOption } from './command.ts'
import { asOfDay, basisOf, formatOf, yearOption } from './count-options.ts'
import { table } from './table.ts'

export const rollUp: Command = {
  usage:
    'roll-up [--year NĂM] [--as-of YYYY-MM-DD] [--basis plan-year|report-year] [--period Q1|H1|Q3|Y|YYYY-MM…] [--format table|json|csv]',
  summary: 'Kết quả của mọi đơn vị cạnh nhau, tính đến hết một ngày',
  english: 'The count of every unit side by side, as of the end of a day',
  options: {
    year: { type: 'string' },
    'as-of': { type: 'string' },
    basis: { type: 'string' },
    period: { type: 'string' },
    format: { type: 'string' },
  },
  run,
}

const FORMATS: Record<string, (all: RollUp) => string> = {
  table: unitsTable,
  json: (all) => JSON.stringify(rollUpJson(all), null, 2),
  csv: ({ units }) => csv([COLUMNS.map(([title]) => title), ...units.map(cells)]).trimEnd(),
}

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const wrong = stray(args)
  if (wrong) return wrong
  const config = world.config()
  if (!config.ok) return config.problem
  const print = formatOf(args, FORMATS)
  if (!print.ok) return print.problem
  const basis = basisOf(args)
  if (!basis.ok) return basis.problem
  const asOf = asOfDay(args, world)
  if (!asOf.ok) return asOf.problem
  const year = yearOption(args)
  if (!year.ok) return year.problem
  const period = textOption(args, 'period') ?? 'Y'
  const db = await world.openDb(config.value)
  const question = { year: year.value, basis: basis.value, period, asOf: asOf.value }
  const all = await rollUpUnits({ db, calendars, now: world.clock() }, await listWholeUnits(db), question)
  if (!all.ok) return all.problem
  world.out(print.value(all.value))
  return null
}

const COLUMNS: [title: string, cell: (one: UnitSum) => string | number][] = [
  ['Đơn vị', ({ unit }) => unit.name],
  ['Mã', ({ unit }) => unit.code],
  ['Kế hoạch', ({ plans }) => plans],
  ['Đến hạn', ({ sum }) => sum.due],
  ['Đã làm', ({ sum }) => sum.done],
  ['Xác nhận', ({ settled, due }) => percent(settled, due) ?? '–'],
  ['Đúng hạn', ({ settledOnTime, due }) => percent(settledOnTime, due) ?? '–'],
  ['Thực hiện', ({ sum }) => percent(sum.done, sum.due) ?? '–'],
  ['Chưa rõ', ({ sum }) => sum.unconfirmed],
  ['Không', ({ sum }) => sum.missed],
  ['Có lý do', ({ sum }) => sum.excused],
  ['Chưa đạt', ({ sum }) => sum.short],
  ['Còn lại', ({ sum }) => sum.remaining],
  ['Đã phát', ({ sum }) => duration(sum.minutes)],
  ['Đang chậm', ({ verdicts }) => verdicts.behind ?? 0],
  ['Không đạt', ({ verdicts }) => verdicts['not-met'] ?? 0],
  ['Hạn ghi (ngày)', ({ onTimeDays }) => onTimeDays],
]

const cells = (one: UnitSum): (string | number)[] => COLUMNS.map(([, cell]) => cell(one))

function unitsTable({ period, asOf, units }: RollUp): string {
  const columns = COLUMNS.map(([title], i) => ({
    title,
    align: i < 2 ? ('left' as const) : ('right' as const),
    max: 40,
  }))
  const rows = units.map((one) => cells(one).map(String))
  return `${BASIS_NAMES[period.basis]}, ${rangeInWords(period)} · tính đến hết ${documentDay(asOf)}\n\n${table(columns, rows)}`
}
