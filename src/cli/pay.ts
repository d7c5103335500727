/** `pay-list` and `pay-rates`: the bảng kê of some days, and the office's own rates that it reckons with. */
import { payListJson, payListOf, type SaidPayList } from '../actions/pay-list.ts'
import { noticesOf, ratesJson, readRatesFile, sayRates } from '../actions/pay-rates.ts'
import { spanOf } from '../actions/places.ts'
import { calendars } from '../calendars.ts'
import { paySums } from '../core/blank/pay-list.ts'
import { PER_NAMES } from '../core/blank/pay-rate.ts'
import { rateLineText } from '../core/blank/rate-text.ts'
import { MAKING_NAMES } from '../core/making.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { figure } from '../core/words/figures.ts'
import { documentDay } from '../core/words/words.ts'
import { commandLine } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import { listPayRates, type SaidRates } from '../store/pay-rates.ts'
import { findRules, type Unit } from '../store/units.ts'
import { type Args, type CliWorld, type Command, stray, textOption } from './command.ts'
import { formatOf } from './count-options.ts'
import { codedErrors } from './placed-errors.ts'
import { table } from './table.ts'
import { unitOfArgs } from './unit.ts'

const LIST_USAGE = 'pay-list --from YYYY-MM-DD --to YYYY-MM-DD [--format table|json] [--unit MÃ]'
const RATES_USAGE = 'pay-rates [định-mức.yaml] [--format table|json] [--unit MÃ]'

export const payList: Command = {
  usage: LIST_USAGE,
  summary: 'Bảng kê tin, bài phát thanh theo định mức của đơn vị; dòng chưa tính được tiền kèm lý do',
  english: 'Who had a hand in what was aired, by the office’s own rates',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    unit: { type: 'string' },
  },
  run: async (args, world) => {
    const wrong = stray(args)
    if (wrong) return wrong
    const print = formatOf(args, LIST_FORMATS)
    if (!print.ok) return print.problem
    const [from, to] = [textOption(args, 'from'), textOption(args, 'to')]
    if (from === undefined || to === undefined) return invalid(`Cách dùng: nhip-song ${LIST_USAGE}`).problem
    const span = spanOf(from, to, calendars)
    if (!span.ok) return span.problem
    const office = await officeOf(args, world)
    if (!office.ok) return office.problem
    const { db, unit } = office.value
    const moment = { now: world.clock(), rules: await findRules(db, unit.code) }
    world.out(print.value(await payListOf({ db, unit: unit.code, moment }, span.value)))
    return null
  },
}

export const payRates: Command = {
  usage: RATES_USAGE,
  summary:
    'Định mức của đơn vị, hoặc ghi từ một tệp; ngày chưa có định mức, ngày có nhiều định mức được nói rõ',
  english: 'The office’s own rates, or said from a file; days without rates and with several are told',
  options: { format: { type: 'string' }, unit: { type: 'string' } },
  run: async (args, world) => {
    const [file, ...more] = args.positionals
    if (more.length) return invalid(`Cách dùng: nhip-song ${RATES_USAGE}`).problem
    const print = formatOf(args, RATES_FORMATS)
    if (!print.ok) return print.problem
    if (file !== undefined) return sayFile(file, args, world)
    const office = await officeOf(args, world)
    if (!office.ok) return office.problem
    const { db, unit } = office.value
    world.out(print.value(await listPayRates(db, unit.code)))
    return null
  },
}

async function officeOf(args: Args, world: CliWorld): Promise<Result<{ db: Db; unit: Unit }>> {
  const config = world.config()
  if (!config.ok) return config
  const db = await world.openDb(config.value)
  const unit = await unitOfArgs(args, db)
  return unit.ok ? ok({ db, unit: unit.value }) : unit
}

/** What its days leave open is told at the line in the file, where it is of the file. */
async function sayFile(file: string, args: Args, world: CliWorld): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const read = readRatesFile(bytes.value)
  if (!read.ok) return invalid(codedErrors(file, read.problem)).problem
  const office = await officeOf(args, world)
  if (!office.ok) return office.problem
  const { db, unit } = office.value
  const said = await sayRates({ db, who: commandLine(unit.code), now: world.clock() }, read.value.rates)
  world.out(`Đã ghi ${read.value.rates.length} định mức cho ${unit.name}.`)
  for (const { code, message, rates } of noticesOf(said)) {
    const at = read.value.placeOf(said[rates]?.rates.from ?? '')
    world.out(`${file}${at ? `:${at.line}:${at.column}` : ''}: ${message} [${code}]`)
  }
  return null
}

const LIST_FORMATS: Record<string, (list: SaidPayList) => string> = {
  table: listTable,
  json: (list) => JSON.stringify(payListJson(list), null, 2),
}

const RATES_FORMATS: Record<string, (said: SaidRates[]) => string> = {
  table: ratesTable,
  json: (said) => JSON.stringify(ratesJson(said), null, 2),
}

const told = (said: readonly SaidRates[]): string =>
  noticesOf(said)
    .map(({ message, code }) => `${message} [${code}]`)
    .join('\n')

const parts = (...all: string[]): string => all.filter(Boolean).join('\n\n')

function listTable({ lines, said }: SaidPayList): string {
  const rows = lines.map(({ day, name, part, title, quantity, per, rate, amount, reason, notes }, i) => [
    ...[String(i + 1), documentDay(day), name, MAKING_NAMES.part[part], title],
    quantity === null || per === null ? '' : `${figure(quantity)} ${PER_NAMES[per]}`,
    ...[moneyOr(rate, ''), moneyOr(amount, '')],
    [...(reason === null ? [] : [reason]), ...notes].join('; '),
  ])
  const sums = paySums(lines).map(({ name, amount, open }) => [
    ...[name, moneyOr(amount, 'chưa tính được'), String(open)],
  ])
  return parts(table(LIST_COLUMNS, rows), table(SUM_COLUMNS, sums), told(said))
}

const moneyOr = (amount: number | null, none: string): string => (amount === null ? none : figure(amount))

const RIGHT = 'right' as const
const LIST_COLUMNS = [
  ...[{ title: 'TT', align: RIGHT }, { title: 'Ngày phát' }, { title: 'Họ tên' }, { title: 'Vai' }],
  ...[
    { title: 'Tên bài, chương trình', max: 50 },
    { title: 'Số lượng', align: RIGHT },
  ],
  ...[
    { title: 'Mức', align: RIGHT },
    { title: 'Đồng', align: RIGHT },
    { title: 'Ghi chú', max: 120 },
  ],
]
const SUM_COLUMNS = [
  ...[{ title: 'Họ tên' }, { title: 'Đồng', align: RIGHT }, { title: 'Dòng chưa tính được', align: RIGHT }],
]

function ratesTable(said: readonly SaidRates[]): string {
  const sets = said.map(({ rates: { document, from, to, lines } }) => {
    const days = `từ ${documentDay(from)}${to === null ? '' : ` đến ${documentDay(to)}`}`
    return [`${document}: ${days}`, ...lines.map((line) => `  ${rateLineText(line)}`)].join('\n')
  })
  return parts(...(sets.length ? sets : ['Đơn vị chưa ghi định mức nào.']), told(said))
}
