/** One office in one file: everything that it planned, recorded and set, with ids as they are. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { UNIT_KINDS, type WholeUnit } from '../core/unit.ts'
import { formatInstant, type Instant, instantOf } from '../core/wall-clock.ts'
import { auditEntry, commandLine } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { insertUnitRows, readUnitRows, schemaOf, type UnitRows } from '../store/unit-rows.ts'
import { insertUnits, listWholeUnits } from '../store/unit-tree.ts'
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
      closedFrom: z.string().nullable(),
      graceMinutes: z.number().nullable(),
    },
  }),
  sha256: z.string(),
  tables: z.record(z.string(), z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) })),
})

const hashOf = (tables: UnitRows): string => createHash('sha256').update(JSON.stringify(tables)).digest('hex')

export type Carried = { unit: WholeUnit; rows: number }

/** The file, as text. */
export async function exportUnit(
  db: Db,
  code: string,
  now: Instant,
): Promise<Result<Carried & { text: string }>> {
  const unit = (await listWholeUnits(db)).find((one) => one.code === code)
  if (!unit) return fail({ kind: 'not-found', detail: `Không có đơn vị "${code}".` })
  const tables = await readUnitRows(db, code)
  const file = {
    ...{ format: FORMAT, schema: await schemaOf(db), at: formatInstant(now) },
    unit: { ...unit, ...(await findRules(db, code)) },
    ...{ sha256: hashOf(tables), tables },
  }
  return ok({ unit, rows: rowsIn(tables), text: JSON.stringify(file) })
}

/** SHA-256 of the evidence that a file of an office names: its bytes travel in a folder beside. */
export function evidenceOfFile(text: string): Result<string[]> {
  const file = parseFile(text)
  if (!file.ok) return file
  const { columns = [], rows = [] } = file.value.tables.kept_files ?? {}
  const at = columns.indexOf('sha256')
  return ok([...new Set(rows.map((row) => String(row[at])))])
}

const rowsIn = (tables: UnitRows): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows.length, 0)

/** All or nothing. An office above that is not here is left out: an admin puts the unit below one again. */
export async function importUnit(db: Db, text: string, now: Instant): Promise<Result<Carried>> {
  const file = parseFile(text)
  if (!file.ok) return file
  const { unit, schema, tables } = file.value
  const here = await schemaOf(db)
  if (schema !== here) return invalid(schema > here ? NEWER : OLDER)
  const known = await listWholeUnits(db)
  const taken = known.find((one) => one.code === unit.code)
  if (taken)
    return fail({
      kind: 'conflict',
      detail: `Đã có đơn vị "${unit.code}" (${taken.name}) ở đây: chưa nhập gì.`,
    })
  const numbered = known.find((one) => unit.officialCode !== null && one.officialCode === unit.officialCode)
  if (numbered)
    return fail({
      kind: 'conflict',
      detail: `Mã hành chính ${unit.officialCode} đã dùng cho "${numbered.code}": chưa nhập gì.`,
    })
  const parent = known.some((one) => one.code === unit.parent) ? unit.parent : null
  const { graceMinutes, ...whole } = unit
  const { code, closedFrom } = whole
  await write(db, [
    insertUnits([{ ...whole, parent }], now),
    rulesStatement(db, code, { graceMinutes }),
    ...(closedFrom === null ? [] : [closedAtStatement(db, code, instantOf(closedFrom, '00:00'))]),
    ...insertUnitRows(code, tables),
    auditEntry(
      commandLine(code),
      { kind: 'unit-added', subject: whole.name, detail: 'từ tệp của đơn vị' },
      now,
    ),
  ])
  return ok({ unit: { ...whole, parent }, rows: rowsIn(tables) })
}

const NEWER =
  'Tệp này do chương trình mới hơn xuất ra: hãy nâng cấp chương trình ở đây rồi nhập lại. Chưa nhập gì.'
const OLDER =
  'Tệp này do chương trình cũ hơn xuất ra: hãy nâng cấp chương trình ở nơi xuất, xuất lại, rồi nhập. Chưa nhập gì.'
const BROKEN = 'Tệp không phải là dữ liệu của một đơn vị, hoặc đã hỏng: chưa nhập gì.'

function parseFile(text: string): Result<z.infer<typeof unitFile>> {
  const data = dataOf(text)
  const file = unitFile.safeParse(data)
  if (!file.success || hashOf(file.data.tables) !== file.data.sha256) return invalid(BROKEN)
  const foreign = Object.values(file.data.tables).some(({ columns, rows }) => {
    const at = columns.indexOf('unit')
    return at >= 0 && rows.some((row) => row[at] !== file.data.unit.code)
  })
  return foreign ? invalid(BROKEN) : ok(file.data)
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
