/** `/nhat-ky/nhap`: a loudspeaker system's play log: file, columns, difference, and recording what was confirmed. */
import { Hono } from 'hono'
import { choiceOf, columnsOf, playDiff, recordLines, uploadPlayLog } from '../../actions/play-log.ts'
import { MOST_BYTES } from '../../actions/read-play-log.ts'
import { importedFacts, undoImport } from '../../actions/undo-import.ts'
import { REASONS } from '../../core/fact.ts'
import { orderTrouble } from '../../core/log/date-order.ts'
import { headingsOf, type PlayColumns, playColumns } from '../../core/log/play-columns.ts'
import { readPlays } from '../../core/log/play-log.ts'
import type { PlayTable } from '../../core/log/play-pages.ts'
import { fail, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { findPlayLog, type KeptPlayLog, listPlayLogs, savePlayColumns } from '../../store/play-logs.ts'
import { render } from '../../templates/render.ts'
import type { Flash } from '../../templates/views.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { type Form, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { COLUMN_FIELDS, columnsParts } from '../views/log/play-columns.ts'
import { diffParts, playLogPath } from '../views/log/play-log.ts'

export const playLogPages = new Hono<Env>()
  .get('/nhat-ky/nhap', guard('record'), async (c) => c.html(await uploadPage(c)))
  .post('/nhat-ky/nhap', guard('record'), async (c) => {
    const { deps, who, now } = c.var
    const file = (await readSent(c)).file('tep')
    const log = await uploaded(file, (name, bytes) => uploadPlayLog(deps, who.unit, name, bytes, now))
    if (!log.ok) return c.html(await uploadPage(c, log.problem), httpStatus[log.problem.kind])
    const path = playLogPath(log.value.file.sha256)
    const { remembered, trouble } = await columnsOf(deps.db, who.unit, log.value.table.sheet)
    return c.redirect(remembered && trouble === null ? path : `${path}/cot`, 303)
  })
  .get('/nhat-ky/nhap/:id/cot', guard('record'), async (c) => {
    const log = await logOf(c)
    return log.ok ? c.html(await columnsPage(c, log.value)) : problemResponse(c, log.problem)
  })
  .post('/nhat-ky/nhap/:id/cot', guard('record'), async (c) => {
    const { deps, who, now } = c.var
    const form = await readForm(c)
    const log = await logOf(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const columns = columnsOfForm(form, log.value.table)
    if (!columns.ok) return c.html(await columnsPage(c, log.value, columns.problem), 400)
    await savePlayColumns(deps.db, who.unit, headingsOf(log.value.table.sheet), columns.value, now)
    return c.redirect(playLogPath(log.value.file.sha256), 303)
  })
  .get('/nhat-ky/nhap/:id', guard('record'), async (c) => {
    const log = await logOf(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const page = await diffPage(c, log.value)
    return page === null ? c.redirect(`${playLogPath(log.value.file.sha256)}/cot`, 303) : c.html(page)
  })
  .post('/nhat-ky/nhap/:id', guard('record'), async (c) => {
    const { deps, who, now } = c.var
    const { form, all } = await readSent(c)
    const log = await logOf(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const { file, table } = log.value
    const { columns, trouble } = await columnsOf(deps.db, who.unit, table.sheet)
    if (!columns || trouble) return c.redirect(`${playLogPath(file.sha256)}/cot`, 303)
    const chosen = new Set(all('dong'))
    const { lines } = await playDiff(deps.db, who.unit, table, columns, momentIn(c))
    const confirmed = lines.filter((line) => chosen.has(choiceOf(line)?.key ?? ''))
    const reason = REASONS.find((one) => one === form('lyDo'))
    if (!reason && confirmed.some(({ sign }) => sign === '−'))
      return c.html((await diffPage(c, log.value, { chosen, problem: NO_REASON })) ?? '', 400)
    const recorded = await recordLines(deps.db, who, confirmed, { file, reason: reason ?? 'other', now })
    return c.redirect(`${playLogPath(file.sha256)}?ghi=${recorded}&chon=${chosen.size}`, 303)
  })
  .post('/nhat-ky/nhap/:id/hoan-tac', guard('record'), async (c) => {
    const { deps, who, now } = c.var
    const log = await logOf(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const { undone, left } = await undoImport(deps.db, who, log.value.file, now)
    return c.redirect(`${playLogPath(log.value.file.sha256)}?hoanTac=${undone}&con=${left}`, 303)
  })

const NO_REASON = 'Hãy chọn lý do cho các khung không phát được chọn.'

async function uploaded(
  file: File | null,
  upload: (name: string, bytes: Uint8Array) => Promise<Result<KeptPlayLog>>,
): Promise<Result<KeptPlayLog>> {
  if (!file || file.size === 0) return invalid('Hãy chọn một tệp.')
  if (file.size > MOST_BYTES)
    return fail({ kind: 'too-large', detail: 'Tệp quá 10 MB: hãy xuất ít ngày hơn mỗi lần.' })
  return upload(file.name, new Uint8Array(await file.arrayBuffer()))
}

async function logOf(c: Ctx): Promise<Result<KeptPlayLog>> {
  const log = await findPlayLog(c.var.deps.db, c.var.who.unit, c.req.param('id') ?? '')
  if (log) return ok(log)
  return fail({ kind: 'not-found', detail: 'Không có tệp này, hoặc đã quá một tháng. Hãy chọn lại tệp.' })
}

async function uploadPage(c: Ctx, problem?: Problem): Promise<string> {
  const { deps, who } = c.var
  const files = await listPlayLogs(deps.db, who.unit)
  return render('play-log', {
    frame: await frameOf(c, { title: 'Nhập nhật ký phát', page: 'play-log' }),
    summary: problem?.detail ?? null,
    files: files.map(({ name, sha256, uploadedAt }) => ({
      href: playLogPath(sha256),
      name,
      when: `chọn lúc ${wallTimeOf(uploadedAt)} ${documentDay(localDateOf(uploadedAt))}`,
    })),
  })
}

async function columnsPage(
  c: Ctx,
  { file, table: { sheet } }: KeptPlayLog,
  problem?: Problem,
): Promise<string> {
  const { columns, trouble } = await columnsOf(c.var.deps.db, c.var.who.unit, sheet)
  return render('play-columns', {
    frame: await frameOf(c, { title: 'Các cột của tệp', page: 'play-columns' }),
    name: file.name,
    summary: problem?.detail ?? trouble,
    action: `${playLogPath(file.sha256)}/cot`,
    back: '/nhat-ky/nhap',
    ...columnsParts(sheet, columns),
  })
}

/** What the form says, if the file can be read so. */
function columnsOfForm(form: Form, table: PlayTable): Result<PlayColumns> {
  const column = (name: string) => (/^\d{1,3}$/.test(form(name)) ? Number(form(name)) : null)
  const parsed = playColumns.safeParse({
    ...Object.fromEntries(COLUMN_FIELDS.map(({ field, name }) => [field, column(name)])),
    lengthUnit: form('donVi'),
    dateOrder: form('thuTu') || null,
  })
  if (!parsed.success) return invalid('Hãy chọn cột ngày phát.')
  const trouble = orderTrouble(table.sheet, parsed.data)
  if (trouble) return invalid(trouble)
  const { plays, skipped } = readPlays(table, parsed.data)
  if (plays.length) return ok(parsed.data)
  const [first] = skipped
  return invalid(
    `Với các cột này không đọc được lần phát nào${first ? ` (dòng ${first.row}: ${first.why})` : ''}. Hãy chọn lại.`,
  )
}

type Refused = { chosen: ReadonlySet<string>; problem: string }

/** Null while nobody said what the columns are. */
async function diffPage(c: Ctx, { file, table }: KeptPlayLog, refused?: Refused): Promise<string | null> {
  const { deps, who } = c.var
  const { columns, trouble } = await columnsOf(deps.db, who.unit, table.sheet)
  if (!columns || trouble) return null
  const diff = await playDiff(deps.db, who.unit, table, columns, momentIn(c))
  const path = playLogPath(file.sha256)
  const recorded = (await importedFacts(deps.db, who.unit, file.sha256)).length
  return render('play-diff', {
    frame: await frameOf(c, { title: 'Đối chiếu nhật ký phát', page: 'play-diff', flash: flashOf(c) }),
    name: file.name,
    action: path,
    columns: `${path}/cot`,
    undo: recorded ? { action: `${path}/hoan-tac`, count: recorded } : null,
    problem: refused?.problem ?? null,
    ...diffParts(diff, refused?.chosen),
  })
}

function flashOf(c: Ctx): Flash | null {
  const [recorded, chosen, undone, left] = ['ghi', 'chon', 'hoanTac', 'con'].map((name) =>
    Number(c.req.query(name) ?? Number.NaN),
  ) as [number, number, number, number]
  if (undone >= 0) return undoneFlash(undone, left)
  if (Number.isNaN(recorded) || Number.isNaN(chosen)) return null
  if (chosen === 0) return { tone: 'ask', words: 'Chưa chọn dòng nào.' }
  const rest = chosen > recorded ? ` ${chosen - recorded} dòng không ghi vì khung vừa có kết quả khác.` : ''
  return { tone: recorded ? 'done' : 'ask', words: `Đã ghi ${recorded} dòng vào sổ.${rest}` }
}

function undoneFlash(undone: number, left: number): Flash {
  const rest =
    left > 0 ? ` ${left} ghi nhận thuộc kỳ đã chốt, giữ nguyên: muốn sửa thì mở khung, nêu lý do.` : ''
  return { tone: undone ? 'done' : 'ask', words: `Đã hoàn tác ${undone} ghi nhận của lần nhập này.${rest}` }
}
