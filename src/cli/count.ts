/** `count`: how much an office kept of its plans, or of one, as of a day. */
import { asScheduled, type Count, countJson, count as countPlan, type OfficeCount } from '../actions/count.ts'
import { calendars } from '../calendars.ts'
import type { CountRow } from '../core/count/count-rows.ts'
import { csv } from '../core/log/csv.ts'
import type { Problem } from '../core/problem.ts'
import { AIRING_NAMES, BASIS_NAMES, VERDICT_NAMES } from '../core/words/names.ts'
import { documentDay, rangeInWords } from '../core/words/words.ts'
import { findRules } from '../store/units.ts'
import { type Args, type CliWorld, type Command, stray, textOption } from './command.ts'
import { asOfDay, basisOf, formatOf, yearOption } from './count-options.ts'
import { table } from './table.ts'
import { unitOfArgs } from './unit.ts'

export const count: Command = {
  usage:
    'count [--plan MÃ] [--year NĂM] [--as-of YYYY-MM-DD] [--basis plan-year|report-year] [--period Q1|H1|Q3|Y|YYYY-MM…] [--format table|json|csv] [--unit MÃ]',
  summary: 'Kết quả thực hiện của đơn vị, hoặc của một kế hoạch, tính đến hết một ngày',
  english: 'The count, as of the end of a day',
  options: {
    plan: { type: 'string' },
    year: { type: 'string' },
    'as-of': { type: 'string' },
    basis: { type: 'string' },
    period: { type: 'string' },
    format: { type: 'string' },
    unit: { type: 'string' },
  },
  run,
}

type Counted = Count | OfficeCount

const FORMATS: Record<string, (count: Counted) => string> = {
  table: (counted) => (counted.plan ? planTable(counted) : officeTable(counted)),
  json: (counted) => JSON.stringify(countJson(counted), null, 2),
  csv: countCsv,
}

/** An office's rows begin with their plan. */
function countCsv({ plan, rows }: Counted): string {
  const of = plan ? [] : ['planId']
  const lines = rows.map((row) => {
    const said = asScheduled(row)
    return [...('planId' in row ? [row.planId] : []), ...CSV_FIELDS.map((field) => said[field])]
  })
  return csv([[...of, ...CSV_FIELDS], ...lines]).trimEnd()
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
  const year = yearOption(args)
  if (!year.ok) return year.problem
  const asOf = asOfDay(args, world)
  if (!asOf.ok) return asOf.problem
  const db = await world.openDb(config.value)
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit.problem
  const question = {
    planId: textOption(args, 'plan'),
    year: year.value,
    basis: basis.value,
    period: textOption(args, 'period') ?? 'Y',
    asOf: asOf.value,
  }
  const moment = { now: world.clock(), rules: await findRules(db, unit.value.code) }
  const counted = await countPlan({ db, unit: unit.value.code, calendars, moment }, question)
  if (!counted.ok) return counted.problem
  world.out(print.value(counted.value))
  return null
}

const CSV_FIELDS = [
  'obligationId',
  'airing',
  'declared',
  'feasible',
  'scheduled',
  'due',
  'done',
  'onTime',
  'late',
  'madeUp',
  'short',
  'missed',
  'excused',
  'unconfirmed',
  'remaining',
  'target',
  'shortfall',
  'verdict',
  'minutes',
  'logged',
  'longestGap',
  'value',
] as const satisfies (keyof CountRow)[]

const NUMBERS = [
  ['declared', 'Chỉ tiêu'],
  ['target', 'Áp dụng'],
  ['feasible', 'Khả thi'],
  ['scheduled', 'Trong lịch'],
  ['due', 'Đến hạn'],
  ['done', 'Đã làm'],
  ['late', 'Trễ'],
  ['madeUp', 'Bù'],
  ['short', 'Chưa đạt'],
  ['missed', 'Không'],
  ['excused', 'Có lý do'],
  ['unconfirmed', 'Chưa rõ'],
  ['remaining', 'Còn lại'],
  ['shortfall', 'Thiếu'],
  ['logged', 'Ghi nhận'],
  ['longestGap', 'Trống (ngày)'],
] as const satisfies [keyof CountRow, string][]

const planTable = ({ plan, period, asOf, rows }: Count): string =>
  `${plan.title}\n${headOf({ period, asOf })}\n\n${rowsTable(rows)}`

/** Plan by plan, with the period's own numbers. */
function officeTable({ period, asOf, plans }: OfficeCount): string {
  const parts = plans.map(({ plan, rows }) => `${plan.title} (${plan.id})\n${rowsTable(rows)}`)
  return [headOf({ period, asOf }), ...(parts.length ? parts : ['Trong kỳ không có kế hoạch nào.'])].join(
    '\n\n',
  )
}

const headOf = ({ period, asOf }: Pick<Count, 'period' | 'asOf'>): string =>
  `${BASIS_NAMES[period.basis]}, ${rangeInWords(period)} · tính đến hết ${documentDay(asOf)}`

function rowsTable(rows: readonly CountRow[]): string {
  const columns = [
    { title: 'Điều khoản' },
    { title: 'PM/PL' },
    ...NUMBERS.map(([, title]) => ({ title, align: 'right' as const })),
    { title: 'Kết luận' },
  ]
  const cells = rows
    .map(asScheduled)
    .map((row) => [
      row.obligationId,
      AIRING_NAMES[row.airing].mark,
      ...NUMBERS.map(([field]) => (row[field] === null ? '–' : String(row[field]))),
      VERDICT_NAMES[row.verdict],
    ])
  return table(columns, cells)
}
