/** `/nhat-ky/nhap`: a loudspeaker system's play log: file, columns, difference, and recording what was confirmed. */
import { Hono } from 'hono'
import { comparePlayLog, headOf, recordLines, uploadPlayLog } from '../../actions/play-log.ts'
import { MOST_BYTES } from '../../actions/read-play-log.ts'
import { importedFacts, undoImport } from '../../actions/undo-import.ts'
import { REASONS } from '../../core/fact.ts'
import { type PlayColumns, playColumns } from '../../core/log/play-columns.ts'
import type { PlayHead } from '../../core/log/play-diff.ts'
import type { PlayPage } from '../../core/log/play-groups.ts'
import { fail, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { findPlayLog, type KeptPlayLog, listPlayLogs, savePlayColumns } from '../../store/play-logs.ts'
import { render } from '../../templates/render.ts'
import type { Flash } from '../../templates/views.ts'
import { deedOf, lookOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { COLUMN_FIELDS, columnsParts } from '../views/log/play-columns.ts'
import { diffParts, playLogPath } from '../views/log/play-log.ts'

export const playLogPages = new Hono<Env>()
  .get('/nhat-ky/nhap', guard('record'), async (c) => c.html(await uploadPage(c)))
  .post('/nhat-ky/nhap', guard('record'), async (c) => {
    const file = (await readSent(c)).file('tep')
    const log = await uploaded(file, (name, bytes) => uploadPlayLog(houseOf(c), name, bytes))
    if (!log.ok) return c.html(await uploadPage(c, log.problem), httpStatus[log.problem.kind])
    const path = playLogPath(log.value.file.sha256)
    const head = await headOf(houseOf(c), log.value)
    if (!head.ok) return problemResponse(c, head.problem)
    const { remembered, trouble } = head.value
    return c.redirect(remembered && trouble === null ? path : `${path}/cot`, 303)
  })
  .get('/nhat-ky/nhap/:id/cot', guard('record'), async (c) => {
    const log = await openLog(c)
    return log.ok ? c.html(await columnsPage(c, log.value)) : problemResponse(c, log.problem)
  })
  .post('/nhat-ky/nhap/:id/cot', guard('record'), async (c) => {
    const { deps, who, now } = c.var
    const said = columnsOfForm(await readForm(c))
    const log = await openLog(c, said.ok ? said.value : null)
    if (!log.ok) return problemResponse(c, log.problem)
    const { headings } = log.value.head
    const columns = said.ok ? readableColumns(log.value.head) : said
    if (!columns.ok) return c.html(await columnsPage(c, log.value, columns.problem), 400)
    await savePlayColumns(deps.db, who.unit, { headings, columns: columns.value }, now)
    return c.redirect(playLogPath(log.value.file.sha256), 303)
  })
  .get('/nhat-ky/nhap/:id', guard('record'), async (c) => {
    const log = await openLog(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const compared = await compare(c, log.value)
    if (compared === null) return c.redirect(`${playLogPath(log.value.file.sha256)}/cot`, 303)
    if (!compared.ok) return problemResponse(c, compared.problem)
    return c.html(await diffPage(c, log.value, compared.value))
  })
  .post('/nhat-ky/nhap/:id', guard('record'), async (c) => {
    const { form, all } = await readSent(c)
    const log = await openLog(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const { file } = log.value
    const chosen = new Set(all('dong'))
    const compared = await compare(c, log.value, chosen)
    if (compared === null) return c.redirect(`${playLogPath(file.sha256)}/cot`, 303)
    if (!compared.ok) return problemResponse(c, compared.problem)
    const confirmed = compared.value.chosen
    const reason = REASONS.find((one) => one === form('lyDo'))
    if (!reason && confirmed.some(({ sign }) => sign === '−'))
      return c.html(await diffPage(c, log.value, compared.value, { chosen, problem: NO_REASON }), 400)
    const how = { file, reason: reason ?? 'other' }
    const recorded = await recordLines(deedOf(c), confirmed, how, c.var.breathe)
    return c.redirect(`${playLogPath(file.sha256)}?ghi=${recorded}&chon=${chosen.size}`, 303)
  })
  .post('/nhat-ky/nhap/:id/hoan-tac', guard('record'), async (c) => {
    const log = await logOf(c)
    if (!log.ok) return problemResponse(c, log.problem)
    const { undone, left } = await undoImport(deedOf(c), log.value.file, c.var.breathe)
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

const houseOf = (c: Ctx) => ({ ...lookOf(c), workshop: c.var.deps.workshop })

async function logOf(c: Ctx): Promise<Result<KeptPlayLog>> {
  const log = await findPlayLog(c.var.deps.db, c.var.who.unit, c.req.param('id') ?? '')
  if (log) return ok(log)
  return fail({ kind: 'not-found', detail: 'Không có tệp này, hoặc đã quá một tháng. Hãy chọn lại tệp.' })
}

type OpenLog = KeptPlayLog & { head: PlayHead }

/** The log of the address, with what can be said of it; `said`: of its columns, now. */
async function openLog(c: Ctx, said: PlayColumns | null = null): Promise<Result<OpenLog>> {
  const log = await logOf(c)
  if (!log.ok) return log
  const head = await headOf(houseOf(c), log.value, said)
  return head.ok ? ok({ ...log.value, head: head.value }) : head
}

/** Null while nobody said what the columns are. */
async function compare(
  c: Ctx,
  { head, ...log }: OpenLog,
  chosen?: ReadonlySet<string>,
): Promise<Result<PlayPage> | null> {
  const { columns, days, trouble } = head
  if (!columns || trouble) return null
  return comparePlayLog(houseOf(c), { ...log, columns, days }, chosen)
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

async function columnsPage(c: Ctx, { file, head }: OpenLog, problem?: Problem): Promise<string> {
  return render('play-columns', {
    frame: await frameOf(c, { title: 'Các cột của tệp', page: 'play-columns' }),
    name: file.name,
    summary: problem?.detail ?? head.trouble,
    action: `${playLogPath(file.sha256)}/cot`,
    back: '/nhat-ky/nhap',
    ...columnsParts(head.top, head.columns),
  })
}

function columnsOfForm(form: Form): Result<PlayColumns> {
  const column = (name: string) => (/^\d{1,3}$/.test(form(name)) ? Number(form(name)) : null)
  const parsed = playColumns.safeParse({
    ...Object.fromEntries(COLUMN_FIELDS.map(({ field, name }) => [field, column(name)])),
    lengthUnit: form('donVi'),
    dateOrder: form('thuTu') || null,
  })
  return parsed.success ? ok(parsed.data) : invalid('Hãy chọn cột ngày phát.')
}

/** What somebody said, if the file can be read so. */
function readableColumns({ columns, trouble, days, skipped }: PlayHead): Result<PlayColumns> {
  if (trouble) return invalid(trouble)
  if (columns && days) return ok(columns)
  return invalid(
    `Với các cột này không đọc được lần phát nào${skipped ? ` (dòng ${skipped.row}: ${skipped.why})` : ''}. Hãy chọn lại.`,
  )
}

type Refused = { chosen: ReadonlySet<string>; problem: string }

async function diffPage(c: Ctx, { file }: OpenLog, compared: PlayPage, refused?: Refused): Promise<string> {
  const { deps, who } = c.var
  const path = playLogPath(file.sha256)
  const recorded = (await importedFacts(deps.db, who.unit, file.sha256)).length
  return render('play-diff', {
    frame: await frameOf(c, { title: 'Đối chiếu nhật ký phát', page: 'play-diff', flash: flashOf(c) }),
    name: file.name,
    action: path,
    columns: `${path}/cot`,
    undo: recorded ? { action: `${path}/hoan-tac`, count: recorded } : null,
    problem: refused?.problem ?? null,
    ...diffParts(compared, refused?.chosen),
  })
}

function flashOf(c: Ctx): Flash | null {
  const [recorded, chosen, undone, left] = ['ghi', 'chon', 'hoanTac', 'con'].map((name) =>
    Number(c.req.query(name) ?? Number.NaN),
  ) as [number, number, number, number]
  if (undone >= 0) return undoneFlash(undone, left)
  if (Number.isNaN(recorded) || Number.isNaN(chosen)) return null
  if (chosen === 0) return { tone: 'ask', words: 'Chưa chọn dòng nào.', undo: null }
  const rest = chosen > recorded ? ` ${chosen - recorded} dòng không ghi vì khung vừa có kết quả khác.` : ''
  return { tone: recorded ? 'done' : 'ask', words: `Đã ghi ${recorded} dòng vào sổ.${rest}`, undo: null }
}

function undoneFlash(undone: number, left: number): Flash {
  const rest =
    left > 0 ? ` ${left} ghi nhận thuộc kỳ đã chốt, giữ nguyên: muốn sửa thì mở khung, nêu lý do.` : ''
  const words = undone
    ? `Đã hoàn tác ${undone} ghi nhận của lần nhập này.${rest}`
    : `Không hoàn tác gì:${rest || ' sổ không còn ghi nhận nào từ tệp này.'}`
  return { tone: undone ? 'done' : 'ask', words, undo: null }
}
