/** `unit`: offices are added, listed, renamed, read from a file, closed and opened again. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeUnit, reopenUnit } from '../accounts/unit.ts'
import { readUnits } from '../actions/read-units.ts'
import { evidenceOf, exportUnit, openUnitFile, storeUnitFile } from '../actions/unit-file.ts'
import { addUnits, changeUnit, setOnTimeDays } from '../actions/units.ts'
import { decodeText } from '../core/log/decode-text.ts'
import { readOwnDays } from '../core/plan/own-days.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { tidy } from '../core/text.ts'
import { errorLines, UNIT_KIND_NAMES, type WholeUnit } from '../core/unit.ts'
import { instantOf, isLocalDate, localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { carriedInWords, carryFiles } from '../node/file-copies.ts'
import { filesFolder, pathOfFile } from '../node/file-store.ts'
import { commandLine } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import { saveOwnDays } from '../store/own-days.ts'
import { listSeen, listWholeUnits } from '../store/unit-tree.ts'
import { hasSeveralUnits } from '../store/units.ts'
import { type Args, type CliWorld, type Command, textOption } from './command.ts'
import { table } from './table.ts'
import { unitOfArgs } from './unit.ts'

const USAGE =
  'unit add <mã> "<tên>" [--kind xa|phuong|dac-khu|tinh|khac] [--parent MÃ] [--official SỐ] · unit list · unit rename <mã> "<tên>" [--kind …] [--parent MÃ] [--official SỐ] · unit import <tệp.csv> [--parent MÃ] · unit export <mã> <tệp> · unit import-data <tệp> · unit days-off <mã> <tệp> · unit on-time <mã> <số ngày> · unit close <mã> [--from YYYY-MM-DD] · unit open <mã>'

const text = { type: 'string' } as const

export const unit: Command = {
  usage: USAGE,
  summary:
    'Các đơn vị: thêm (add), liệt kê (list), đổi tên hay cấp trên (rename), thêm nhiều đơn vị từ tệp CSV (import), đưa cả một đơn vị ra tệp (export) và vào máy chủ khác (import-data), ngày nghỉ của đơn vị (days-off), hạn ghi kết quả của các đơn vị dưới (on-time), đóng từ một ngày (close), mở lại (open)',
  english:
    'Offices: add, list, rename, import many from a CSV file, carry one to another server, lay days off beside those of the state, say within how many days those below record on time, close from a day, open again',
  options: { kind: text, parent: text, official: text, from: text },
  run: async (args, world) => {
    const [verb = '', ...words] = args.positionals
    const act = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    if (!act?.takes.includes(words.length)) return usage()
    const config = world.config()
    if (!config.ok) return config.problem
    const folder = filesFolder(config.value)
    return act.run({ words, args, world, folder, db: await world.openDb(config.value) })
  },
}

const usage = (): Problem => invalid(`Cách dùng: nhip-song ${USAGE}`).problem

/** `folder`: where evidence is kept here. */
type Call = { words: string[]; args: Args; world: CliWorld; db: Db; folder: string }
type Verb = { takes: number[]; run: (call: Call) => Promise<Problem | null> }

const VERBS: Record<string, Verb> = {
  add: { takes: [2], run: add },
  list: { takes: [0], run: list },
  rename: { takes: [1, 2], run: rename },
  import: { takes: [1], run: importUnits },
  export: { takes: [2], run: exportData },
  'import-data': { takes: [1], run: importData },
  'days-off': { takes: [2], run: layDaysOff },
  'on-time': { takes: [2], run: setOnTime },
  close: { takes: [1], run: close },
  open: { takes: [1], run: open },
}

async function add({ words: [code = '', name = ''], args, world, db }: Call): Promise<Problem | null> {
  const wanted = {
    ...{ code, name, kind: textOption(args, 'kind') ?? null, parent: textOption(args, 'parent') ?? null },
    officialCode: textOption(args, 'official') ?? null,
  }
  const added = await addUnits(db, [wanted], commandLine, world.clock())
  if (!added.ok) return added.problem
  world.out(`Đã thêm ${tidy(name)} (${code}).`)
  return null
}

async function list({ world, db }: Call): Promise<Problem | null> {
  const columns = ['Mã', 'Tên', 'Loại', 'Cấp trên', 'Mã hành chính', 'Đóng từ'].map((title) => ({ title }))
  world.out(table(columns, (await listWholeUnits(db)).map(cells)))
  return null
}

const cells = ({ code, name, kind, parent, officialCode, closedFrom }: WholeUnit): string[] => [
  ...[code, name, UNIT_KIND_NAMES[kind], parent ?? '–', officialCode ?? '–'],
  closedFrom === null ? '–' : documentDay(closedFrom),
]

/** `--parent ""` and `--official ""` take them away. */
async function rename({ words: [code = '', name], args, world, db }: Call): Promise<Problem | null> {
  const [kind, parent, official] = ['kind', 'parent', 'official'].map((option) => textOption(args, option))
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(parent === undefined ? {} : { parent: parent || null }),
    ...(official === undefined ? {} : { officialCode: official || null }),
  }
  if (!Object.keys(change).length) return usage()
  const found = await unitOfArgs({ positionals: [], options: { unit: code } }, db)
  if (!found.ok) return found.problem
  const changed = await changeUnit({ db, who: commandLine(code), now: world.clock() }, code, change)
  if (!changed.ok) return changed.problem
  world.out(`Đã ghi: ${changed.value.name} (${code}).`)
  return null
}

async function importUnits({ words: [file = ''], args, world, db }: Call): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const rows = readUnits(bytes.value, textOption(args, 'parent') ?? null)
  if (!rows.ok) return rows.problem
  const { units, lines } = rows.value
  const added = await addUnits(db, units, commandLine, world.clock())
  if (added.ok) {
    world.out(`Đã thêm ${added.value} đơn vị.`)
    return null
  }
  const { problem } = added
  const errors = 'errors' in problem ? (problem.errors ?? []) : []
  if (!errors.length) return problem
  const wrong = new Set(errors.map(({ path }) => path[0])).size
  const told = errorLines(errors, (row) => lines[row] ?? row + 1)
  return invalid([`Chưa thêm đơn vị nào: ${wrong}/${units.length} dòng chưa đúng.`, ...told].join('\n'))
    .problem
}

/** Readable by its owner alone: it holds names and how people sign in. */
async function exportData({
  words: [code = '', file = ''],
  world,
  db,
  folder,
}: Call): Promise<Problem | null> {
  const made = await exportUnit(db, code, world.clock())
  if (!made.ok) return made.problem
  try {
    await writeFile(file, made.value.text, { flag: 'wx', mode: 0o600 })
  } catch {
    return invalid(`Không ghi được tệp ${file}: có thể tệp đã có, hoặc thư mục không cho ghi.`).problem
  }
  world.out(`Đã đưa ${made.value.unit.name} ra ${file}: ${made.value.rows} dòng dữ liệu.`)
  const all = evidenceOf(made.value).map((sha256) => ({
    ...{ sha256, from: pathOfFile(folder, code, sha256), to: join(folderOf(file), sha256) },
  }))
  for (const line of carriedInWords(await carryFiles(all), folderOf(file))) world.out(line)
  return null
}

/** Evidence travels beside the file of its office. */
const folderOf = (file: string): string => `${file}.minh-chung`

async function importData({ words: [file = ''], world, db, folder }: Call): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const opened = await openUnitFile(db, new TextDecoder().decode(bytes.value))
  if (!opened.ok) return opened.problem
  const hashes = evidenceOf(opened.value)
  // Before any row: what has no row in the end is swept.
  const lacking = await bringEvidence(opened.value.unit.code, hashes, { from: folderOf(file), to: folder })
  if (lacking) return lacking
  const done = await storeUnitFile(db, opened.value, world.clock())
  if (!done.ok) return done.problem
  if (hashes.length) world.out(`Đã nhập ${hashes.length} tệp minh chứng.`)
  const { code, name, parent } = done.value.unit
  world.out(`Đã nhập ${name} (${code}): ${done.value.rows} dòng dữ liệu.`)
  if (parent === null && (await hasSeveralUnits(db)))
    world.out(
      `${name} chưa nằm dưới đơn vị nào ở đây; đặt cấp trên: nhip-song unit rename ${code} "${name}" --parent MÃ`,
    )
  return null
}

async function bringEvidence(
  code: string,
  hashes: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Problem | null> {
  const all = hashes.map((sha256) => ({ sha256, from: join(from, sha256), to: pathOfFile(to, code, sha256) }))
  const { missing } = await carryFiles(all, true)
  if (!missing.length) return null
  return invalid(
    `Thiếu ${missing.length} trong ${hashes.length} tệp minh chứng ở ${from}: hãy chép cả thư mục đó đi cùng tệp dữ liệu rồi nhập lại. Chưa nhập gì.`,
  ).problem
}

/** A day that stands already is moved only by who names another. */
async function close({ words: [code = ''], args, world, db }: Call): Promise<Problem | null> {
  const asked = textOption(args, 'from')
  if (asked !== undefined && !isLocalDate(asked))
    return invalid(`Ngày "${asked}" không đúng: viết dạng YYYY-MM-DD.`).problem
  const found = await wholeUnit(db, code)
  if (!found.ok) return found.problem
  const { name, closedFrom } = found.value
  const from = asked ?? closedFrom ?? localDateOf(world.clock())
  if (from === closedFrom) {
    world.out(`${name} đã đóng từ ${documentDay(from)}, không có gì đổi.`)
    return null
  }
  await closeUnit({ db, who: commandLine(code), now: world.clock() }, code, instantOf(from, '00:00'))
  world.out(
    `Đã đóng ${name} từ ${documentDay(from)}: từ ngày đó chỉ còn xem, và lịch từ ngày đó không tính vào số liệu.`,
  )
  const below = (await listSeen(db, code)).filter((one) => one.code !== code && one.closedFrom === null)
  if (below.length) world.out(`! Dưới ${name} còn ${below.length} đơn vị đang mở: ${stillOpen(below)}`)
  return null
}

const stillOpen = (below: readonly WholeUnit[]): string =>
  `${below[0]?.name}${below.length > 1 ? '…' : ''}. Chuyển sang cấp trên khác: nhip-song unit rename ${below[0]?.code} --parent MÃ`

async function open({ words: [code = ''], world, db }: Call): Promise<Problem | null> {
  const found = await wholeUnit(db, code)
  if (!found.ok) return found.problem
  const { name, closedFrom } = found.value
  if (closedFrom === null) {
    world.out(`${name} đang mở, không có gì đổi.`)
    return null
  }
  await reopenUnit({ db, who: commandLine(code), now: world.clock() }, code)
  world.out(`Đã mở lại ${name}.`)
  return null
}

async function wholeUnit(db: Db, code: string): Promise<Result<WholeUnit>> {
  const found = await unitOfArgs({ positionals: [], options: { unit: code } }, db)
  return found.ok ? ok((await listWholeUnits(db)).find((one) => one.code === code) as WholeUnit) : found
}

/** The list becomes the office's own, whole; an empty file takes it away. */
async function layDaysOff({ words: [code = '', file = ''], args, world, db }: Call): Promise<Problem | null> {
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const text = decodeText(bytes.value)
  const days = text.ok ? readOwnDays(text.value) : text
  if (!days.ok) return days.problem
  const unit = await unitOfArgs({ ...args, options: { ...args.options, unit: code } }, db)
  if (!unit.ok) return unit.problem
  const changed = await saveOwnDays(db, commandLine(code), days.value, world.clock())
  world.out(
    changed
      ? `${unit.value.name}: đã lưu ${days.value.length} ngày nghỉ của đơn vị.`
      : 'Ngày nghỉ đang đúng như vậy, không có gì đổi.',
  )
  return null
}

/** `""` leaves it to who stands above. */
async function setOnTime({ words: [code = '', days = ''], world, db }: Call): Promise<Problem | null> {
  const found = await unitOfArgs({ positionals: [], options: { unit: code } }, db)
  if (!found.ok) return found.problem
  const set = await setOnTimeDays({ db, who: commandLine(code), now: world.clock() }, code, days)
  if (!set.ok) return set.problem
  world.out(`Đã lưu: đơn vị dưới ${found.value.name} ghi kết quả đúng hạn: ${set.value}.`)
  return null
}
