/** One office in one file: everything that it planned, recorded and set, with ids as they are. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { localDate } from '../core/cadence.ts'
import { MOST_ON_TIME_DAYS } from '../core/count/on-time.ts'
import { GRACE_MINUTES } from '../core/grace.ts'
import { type FieldError, fail, invalid, ok, type Result } from '../core/problem.ts'
import { newUnitErrors, UNIT_KINDS, type WholeUnit } from '../core/unit.ts'
import { formatInstant, type Instant, instantOf } from '../core/wall-clock.ts'
import { auditEntry, commandLine } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { insertUnitRows, readUnitRows, schemaOf, type UnitRows } from '../store/unit-rows.ts'
import { faultIn, type RowFault, type RowFaultCode } from '../store/unit-rows-fault.ts'
import { findOnTimeDays, insertUnits, listWholeUnits, saveOnTimeDays } from '../store/unit-tree.ts'
import { closedAtStatement, findRules, rulesStatement } from '../store/units.ts'

const FORMAT = 'nhip-song-unit'

const cell = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })])
const unitFile = z.object({
  format: z.literal(FORMAT),
  schema: z.number(),
  at: z.string(),
  unit: z.object({
    ...{ code: z.string(), name: z.string(), kind: z.enum(UNIT_KINDS), parent: z.string().nullable() },
    ...{
      officialCode: z.string().nullable(),
      closedFrom: localDate.nullable(),
      graceMinutes: z.literal(GRACE_MINUTES).nullable(),
      onTimeDays: z.int().min(0).max(MOST_ON_TIME_DAYS).nullish(),
    },
  }),
  sha256: z.string(),
  tables: z.record(z.string(), z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) })),
})

type UnitFile = z.infer<typeof unitFile>

const hashOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex')

export type Carried = { unit: WholeUnit; rows: number }

/** The file, as text. */
export async function exportUnit(
  db: Db,
  code: string,
  now: Instant,
): Promise<Result<Carried & { text: string; tables: UnitRows }>> {
  const unit = (await listWholeUnits(db)).find((one) => one.code === code)
  if (!unit) return fail({ kind: 'not-found', detail: `Không có đơn vị "${code}".` })
  const tables = await readUnitRows(db, code)
  const whole = { ...unit, ...(await findRules(db, code)), onTimeDays: await findOnTimeDays(db, code) }
  const file = {
    ...{ format: FORMAT, schema: await schemaOf(db), at: formatInstant(now), unit: whole },
    ...{ sha256: hashOf([whole, tables]), tables },
  }
  return ok({ unit, rows: rowsIn(tables), tables, text: JSON.stringify(file) })
}

/** SHA-256 of the evidence that a file of an office names: its bytes travel in a folder beside. */
export function evidenceOf({ tables }: { tables: UnitRows }): string[] {
  const { columns = [], rows = [] } = tables.kept_files ?? {}
  const at = columns.indexOf('sha256')
  return [...new Set(rows.map((row) => String(row[at])))]
}

const rowsIn = (tables: UnitRows): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows.length, 0)

/** A file that may be stored here: whole, of this version, of an office that is not here. */
export async function openUnitFile(db: Db, text: string): Promise<Result<UnitFile>> {
  const file = parseFile(text)
  if (!file.ok) return file
  const { unit, schema, tables } = file.value
  const here = await schemaOf(db)
  if (schema !== here) return schema > here ? NEWER : OLDER
  const known = await listWholeUnits(db)
  const taken = known.find((one) => one.code === unit.code)
  if (taken) return refused('unit-exists', `Đã có đơn vị "${unit.code}" (${taken.name}) ở đây: chưa nhập gì.`)
  const numbered = known.find((one) => unit.officialCode !== null && one.officialCode === unit.officialCode)
  if (numbered)
    return refused(
      'official-code-taken',
      `Mã hành chính ${unit.officialCode} đã dùng cho "${numbered.code}": chưa nhập gì.`,
    )
  const [wrong] = newUnitErrors([{ ...unit, parent: null }], [])
  if (wrong) return broken({ ...wrong, path: ['unit', ...wrong.path.slice(1)] })
  const fault = faultIn(unit.code, tables)
  return fault ? broken(errorOf(fault)) : file
}

/** All or nothing. An office above that is not here is left out: an admin puts the unit below one again. */
export async function storeUnitFile(
  db: Db,
  { unit, tables }: UnitFile,
  now: Instant,
): Promise<Result<Carried>> {
  const known = await listWholeUnits(db)
  const parent = known.some((one) => one.code === unit.parent) ? unit.parent : null
  const { graceMinutes, onTimeDays = null, ...whole } = unit
  const { code, closedFrom } = whole
  try {
    await write(db, [
      insertUnits([{ ...whole, parent }], now),
      rulesStatement(db, code, { graceMinutes }),
      saveOnTimeDays(code, onTimeDays),
      ...(closedFrom === null ? [] : [closedAtStatement(db, code, instantOf(closedFrom, '00:00'))]),
      ...insertUnitRows(code, tables),
      auditEntry(
        commandLine(code),
        { kind: 'unit-added', subject: whole.name, detail: 'từ tệp của đơn vị' },
        now,
      ),
    ])
  } catch (error) {
    if (!/constraint failed/i.test(messageOf(error))) throw error
    return refused('same-rows', SAME_ROWS)
  }
  return ok({ unit: { ...whole, parent }, rows: rowsIn(tables) })
}

export async function importUnit(db: Db, text: string, now: Instant): Promise<Result<Carried>> {
  const file = await openUnitFile(db, text)
  return file.ok ? storeUnitFile(db, file.value, now) : file
}

/** The database's own words, however deep. */
const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${messageOf(error.cause)}` : ''

const refused = (code: string, message: string) =>
  fail({ kind: 'conflict', detail: message, errors: [{ path: ['unit'], code, message }] })

const wrongFile = (code: string, message: string) => invalid(message, [{ path: [], code, message }])

const NEWER = wrongFile(
  'newer-program',
  'Tệp này do chương trình mới hơn xuất ra: hãy nâng cấp chương trình ở đây rồi nhập lại. Chưa nhập gì.',
)
const OLDER = wrongFile(
  'older-program',
  'Tệp này do chương trình cũ hơn xuất ra: hãy nâng cấp chương trình ở nơi xuất, xuất lại, rồi nhập. Chưa nhập gì.',
)
const BROKEN = 'Tệp không phải là dữ liệu của một đơn vị, hoặc đã hỏng'
const SAME_ROWS =
  'Tệp có dòng ghi hai lần, hoặc trùng mã với dữ liệu của đơn vị khác ở đây: chưa nhập gì. Hãy xuất lại từ nơi đang dùng.'

const broken = (error: FieldError) => invalid(`${BROKEN}: ${error.message}. Chưa nhập gì.`, [error])

const FAULTS: Record<RowFaultCode, string> = {
  'bad-table': 'thiếu, thừa hoặc sai cột',
  'foreign-row': 'là dòng của đơn vị khác',
  'bad-cell': 'có giá trị không đúng',
  'unknown-reference': 'nhắc đến dữ liệu không có trong tệp',
}

function errorOf({ code, table, row, column }: RowFault): FieldError {
  const where = [`bảng ${table}`, row === null ? '' : `dòng ${row}`, column === null ? '' : `cột ${column}`]
  return {
    path: ['tables', table, ...(row === null ? [] : ['rows', row - 1]), ...(column === null ? [] : [column])],
    code,
    message: `${where.filter(Boolean).join(', ')} ${FAULTS[code]}`,
  }
}

function parseFile(text: string): Result<UnitFile> {
  const data = dataOf(text)
  const file = unitFile.safeParse(data)
  if (!file.success || !sumsOf(data as UnitFile).includes(file.data.sha256))
    return wrongFile('damaged-file', `${BROKEN}: chưa nhập gì.`)
  return ok(file.data)
}

/** Of the office and its rows; files from before have the sum of their rows alone. */
const sumsOf = ({ unit, tables }: UnitFile): string[] => [hashOf([unit, tables]), hashOf(tables)]

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
