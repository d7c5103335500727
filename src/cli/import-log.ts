/** `import-log`: what a loudspeaker system says that it played, against the plan. */

import { fileOf, headOfTable, knownOf, recordLines } from '../actions/play-log.ts'
import { readPlayFile } from '../actions/read-play-log.ts'
import { unreadColumn } from '../core/log/play-columns.ts'
import { type PlayDiff, playDiff } from '../core/log/play-diff.ts'
import { choiceOf } from '../core/log/play-groups.ts'
import { lineText, skippedWords } from '../core/log/play-words.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { rangeInWords } from '../core/words/words.ts'
import { findRules } from '../store/units.ts'
import type { Args, CliWorld, Command } from './command.ts'
import { closedProblem, unitOfArgs } from './unit.ts'

const USAGE = 'import-log <tệp.csv|tệp.xlsx> [--unit MÃ] [--yes]'

export const importLog: Command = {
  usage: USAGE,
  summary: 'Đối chiếu nhật ký phát của hệ thống loa với lịch; --yes ghi những dòng khớp (=)',
  english: 'Compare a play log with the plan; --yes records what matches',
  options: { unit: { type: 'string' }, yes: { type: 'boolean' } },
  run,
}

const WHO = { id: 'cli', name: 'Nhật ký phát (dòng lệnh)' }

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const [path] = args.positionals
  if (path === undefined || args.positionals.length > 1)
    return invalid(`Cách dùng: nhip-song ${USAGE}`).problem
  const config = world.config()
  if (!config.ok) return config.problem
  const bytes = await world.readFile(path)
  if (!bytes.ok) return bytes.problem
  const table = readPlayFile(bytes.value)
  if (!table.ok) return table.problem
  const db = await world.openDb(config.value)
  const unit = await unitOfArgs(args, db)
  if (!unit.ok) return unit.problem
  const now = world.clock()
  const { columns, trouble, days } = await headOfTable(db, unit.value.code, table.value, now)
  if (!columns) return invalid(unreadColumn(table.value.sheet) ?? UNKNOWN_COLUMNS).problem
  if (trouble) return invalid(trouble).problem
  const rules = await findRules(db, unit.value.code)
  const known = await knownOf(db, unit.value.code, days)
  const diff = playDiff(table.value, columns, known, { now, rules })
  const file = fileOf(path.split(/[\\/]/).at(-1) ?? path, bytes.value)
  print(diff, world)
  const matched = diff.lines.filter((line) => line.sign === '=' && choiceOf(line))
  if (args.options.yes !== true) {
    world.out(
      matched.length
        ? `Chưa ghi gì. Thêm --yes để ghi ${matched.length} dòng khớp (=).`
        : 'Không có gì để ghi.',
    )
    return null
  }
  const closed = await closedProblem(db, unit.value.code, world.clock())
  if (closed) return closed
  const who = { ...WHO, unit: unit.value.code }
  world.out(`Đã ghi ${await recordLines({ db, who, now }, matched, { file, reason: 'other' })} dòng.`)
  return null
}

const UNKNOWN_COLUMNS =
  'Không tìm thấy cột ngày và cột giờ trong tệp. Hãy nhập tệp này một lần ở trang Sổ nhật ký › Nhập nhật ký phát để chỉ các cột.'

/** A station plays much that no plan asks for. */
const MOST_UNPLANNED = 200

const MEANING: [sign: string, words: string][] = [
  ['=', 'khớp'],
  ['?', 'có thể khớp'],
  ['−', 'có trong lịch, không thấy phát'],
  ['+', 'đã phát, không có trong lịch'],
]

function print({ lines, skipped, leftOut, days }: PlayDiff, world: CliWorld): void {
  if (days) world.out(`Nhật ký phát ${rangeInWords(days)}`)
  const unplanned = lines.filter(({ sign }) => sign === '+')
  const hidden = new Set(unplanned.slice(MOST_UNPLANNED))
  for (const line of lines) if (!hidden.has(line)) world.out(lineText(line))
  if (hidden.size) world.out(`+ … và ${hidden.size} lần phát khác không có trong lịch`)
  for (const words of [...leftOut, ...skippedWords(skipped)]) world.out(`! ${words}`)
  const counts = MEANING.map(
    ([sign, words]) => `${sign} ${words}: ${lines.filter((line) => line.sign === sign).length}`,
  )
  world.out(`${counts.join(' · ')}${skipped.length ? ` · ! không đọc được: ${skipped.length} dòng` : ''}`)
}
