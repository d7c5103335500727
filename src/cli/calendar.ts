/** `calendar`: a plan file → the year's calendar, without a database. The main job in one line. */
import { calendars } from '../calendars.ts'
import { lint, type Warning } from '../core/plan/lint.ts'
import { calendarJson } from '../core/plan/plan-json.ts'
import type { Plan } from '../core/plan.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { expand, type Slot } from '../core/slot.ts'
import { documentDay, rangeInWords, weekdayName } from '../core/words/words.ts'
import { calendarFile } from './calendar-file.ts'
import { type Args, type CliWorld, type Command, textOption } from './command.ts'
import { planOfArgs } from './plan-file.ts'
import { table } from './table.ts'

export const calendar: Command = {
  usage: 'calendar <kế-hoạch.yaml> [--year NĂM] [--format table|json|ics]',
  summary: 'Lập lịch cả năm từ một tệp kế hoạch, không cần cơ sở dữ liệu',
  english: 'Expand a plan file into the calendar of a year, no database needed',
  options: { year: { type: 'string' }, format: { type: 'string' } },
  run,
}

type Print = (plan: Plan, slots: readonly Slot[], warnings: Warning[]) => string

const FORMATS: Record<string, Print> = {
  table: calendarTable,
  json: (plan, slots, warnings) => JSON.stringify(calendarJson(plan, slots, warnings), null, 2),
  ics: calendarFile,
}

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const format = textOption(args, 'format') ?? 'table'
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!print) return invalid(`Dạng "${format}" không có: dùng ${Object.keys(FORMATS).join(', ')}.`).problem
  const plan = await planOfArgs(args, world)
  if (!plan.ok) return plan.problem
  const slots = expand(plan.value, calendars.periods)
  world.out(print(plan.value, slots, lint(plan.value, calendars.periods, calendars.work)))
  return null
}

function calendarTable(plan: Plan, slots: readonly Slot[], warnings: Warning[]): string {
  const dated = slots.filter((slot) => slot.date !== null).sort(byStart)
  const undated = slots.filter((slot) => slot.date === null)
  const titles = new Map(plan.obligations.map(({ id, title }) => [id, title]))
  const blocks = [
    `${plan.title}\n${plan.unit.name} · năm ${plan.year} · có hiệu lực từ ${documentDay(plan.inForceFrom)} · ${slots.length} kỳ`,
    dated.length ? datedTable(dated, titles) : 'Không có kỳ nào có ngày giờ.',
    undated.length ? undatedTable(undated, titles) : '',
    warnings.length ? `Cần lưu ý:\n${warnings.map(warningLine).join('\n')}` : 'Không có điều cần lưu ý.',
  ]
  return blocks.filter(Boolean).join('\n\n')
}

const startOf = ({ date, time }: Slot): string => `${date} ${time}`
const byStart = (a: Slot, b: Slot): number => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0)

const airingMark = ({ airing }: Slot): string => (airing === 'new' ? 'PM' : 'PL')

function datedTable(slots: readonly Slot[], titles: Map<string, string>): string {
  const columns = [
    { title: 'Thứ' },
    { title: 'Ngày' },
    { title: 'Giờ' },
    { title: 'Phút', align: 'right' as const },
    { title: 'PM/PL' },
    { title: 'Hiệu lực' },
    { title: 'Mã kỳ' },
    { title: 'Nội dung', max: 70 },
  ]
  const rows = slots.map((slot) => [
    weekdayName(slot.date as string),
    documentDay(slot.date as string),
    slot.time ?? '',
    slot.minutes ? String(slot.minutes) : '',
    airingMark(slot),
    slot.inForce ? '' : 'chưa',
    slot.id,
    titles.get(slot.obligationId) ?? '',
  ])
  return `Kỳ có ngày giờ (PM: phát mới, PL: phát lại)\n${table(columns, rows)}`
}

function undatedTable(slots: readonly Slot[], titles: Map<string, string>): string {
  const columns = [
    { title: 'Thời gian' },
    { title: 'Hiệu lực' },
    { title: 'Mã kỳ' },
    { title: 'Nội dung', max: 70 },
  ]
  const rows = slots.map((slot) => [
    slot.window ? rangeInWords(slot.window) : '',
    slot.inForce ? '' : 'chưa',
    slot.id,
    titles.get(slot.obligationId) ?? '',
  ])
  return `Chưa ấn định ngày (làm trong thời gian này)\n${table(columns, rows)}`
}

const warningLine = ({ code, obligationId, message }: Warning): string =>
  `  ${obligationId}: ${message} [${code}]`
