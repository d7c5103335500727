/** `form`: the forms that others ask for; one of them filled for a period. */
import { filledJson } from '../actions/blank-json.ts'
import { askBlank, offeredBlanks, tracedBlank } from '../actions/blanks.ts'
import { addBlank } from '../actions/own-blanks.ts'
import { readBlank } from '../actions/read-blank.ts'
import { calendars } from '../calendars.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { localDateOf, yearOf } from '../core/wall-clock.ts'
import { fieldLines, periodLine, valueText } from '../reports/blank-parts.ts'
import { commandLine } from '../store/audit.ts'
import { findRules } from '../store/units.ts'
import { type Args, type CliWorld, type Command, textOption } from './command.ts'
import { formatOf, yearOption } from './count-options.ts'
import { codedErrors } from './placed-errors.ts'
import { table } from './table.ts'
import { unitOfArgs } from './unit.ts'

const USAGE =
  'form [MÃ --period Q3|M9|Y|YYYY-MM…] [--year NĂM] [--format table|json] [--unit MÃ] · form --check <biểu.yaml> · form --add <biểu.yaml> [--unit MÃ]'

export const form: Command = {
  usage: USAGE,
  summary:
    'Các biểu mẫu mà cơ quan khác hỏi; một biểu đã điền cho một kỳ, ô trống kèm lý do; soát (--check) hoặc thêm (--add) một tệp biểu',
  english: 'The forms that others ask for; one of them filled for a period; a form’s file checked or added',
  options: {
    period: { type: 'string' },
    year: { type: 'string' },
    format: { type: 'string' },
    unit: { type: 'string' },
    check: { type: 'string' },
    add: { type: 'string' },
  },
  run,
}

type Traced = Awaited<ReturnType<typeof tracedBlank>>

const FORMATS: Record<string, (traced: Traced) => string> = {
  table: filledTable,
  json: (traced) => JSON.stringify(filledJson(traced), null, 2),
}

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const [id, ...more] = args.positionals
  if (more.length) return invalid(`Cách dùng: nhip-song ${USAGE}`).problem
  const [checked, added] = [textOption(args, 'check'), textOption(args, 'add')]
  if (checked !== undefined) return checkFile(checked, world)
  if (added !== undefined) return addFile(added, args, world)
  const config = world.config()
  if (!config.ok) return config.problem
  const print = formatOf(args, FORMATS)
  if (!print.ok) return print.problem
  const year = yearOption(args)
  if (!year.ok) return year.problem
  const db = await world.openDb(config.value)
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit.problem
  const { code } = unit.value
  if (id === undefined) {
    const rows = (await offeredBlanks(db, code)).map(({ blank }) => [
      ...[blank.id, blank.title, blank.periods.join(' ')],
    ])
    world.out(
      table(
        ['Mã', 'Biểu', 'Kỳ'].map((title) => ({ title })),
        rows,
      ),
    )
    return null
  }
  const now = world.clock()
  const period = textOption(args, 'period') ?? 'Y'
  const asked = await askBlank(
    db,
    code,
    { id, period, year: year.value ?? (Number(/^\d{4}/.exec(period)?.[0]) || yearOf(localDateOf(now))) },
    calendars,
  )
  if (!asked.ok) return asked.problem
  const question = { ...asked.value, typed: asked.value.entry?.typed ?? {} }
  const moment = { now, rules: await findRules(db, code) }
  world.out(print.value(await tracedBlank({ db, unit: code, calendars, moment }, question)))
  return null
}

async function checkFile(file: string, world: CliWorld): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const read = readBlank(bytes.value)
  if (!read.ok) return invalid(codedErrors(file, read.problem)).problem
  const { fields, lists, title } = read.value.blank
  world.out(`${file}: đúng; “${title}”, ${fields.length} trường, ${lists.length} bảng`)
  return null
}

async function addFile(file: string, args: Args, world: CliWorld): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const config = world.config()
  if (!config.ok) return config.problem
  const db = await world.openDb(config.value)
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit.problem
  const who = commandLine(unit.value.code)
  const added = await addBlank({ db, who, now: world.clock() }, bytes.value)
  if (!added.ok) return invalid(codedErrors(file, added.problem)).problem
  world.out(`Đã thêm biểu “${added.value.title}” (${added.value.id}) cho ${unit.value.name}.`)
  return null
}

/** The figures; what has none says why. */
function filledTable({ filled }: Traced): string {
  const rows = fieldLines(filled).map((line) =>
    'group' in line
      ? ['', line.group, '', '', '']
      : [line.number, line.field.label, line.field.unit ?? '', valueText(line.field), line.remark],
  )
  const columns = [
    { title: 'TT' },
    { title: 'Chỉ tiêu' },
    { title: 'Đơn vị' },
    { title: 'Số liệu', align: 'right' as const },
    { title: 'Ghi chú' },
  ]
  return `${filled.blank.title}\n${periodLine(filled)}\n\n${table(columns, rows)}`
}
