/** `/api/v1/forms`: forms that others ask for, filled for a period; what people type into them; as files. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { blankJson, filledJson, saidIn } from '../../actions/blank-json.ts'
import { type Asked, askBlank, filledBlank, offeredBlanks, tracedBlank } from '../../actions/blanks.ts'
import { addBlank, withdrawBlank } from '../../actions/own-blanks.ts'
import { readTyped } from '../../core/blank/typed.ts'
import { ok, type Result } from '../../core/problem.ts'
import { blankFileName } from '../../reports/blank-parts.ts'
import { saveEntry } from '../../store/blanks.ts'
import { deedOf, lookOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { BLANK_FILES } from '../report/blank-files.ts'
import { answers, bodyOf, fileAnswer, jsonBody, query } from './describe.ts'
import { yearOf } from './period-question.ts'
import * as schemas from './schemas.ts'

const question = z.strictObject({
  year: yearOf.describe('Năm của kỳ'),
  period: z.string().max(30).describe('Một kỳ của biểu: Q3, M9, Y… hoặc YYYY-MM'),
})
type Question = z.infer<typeof question>

const body = z.strictObject({
  typed: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()], 'phải là chữ, số hoặc null'))
    .describe('Theo mã trường; trường không nêu thì để trống'),
})

const ask = (c: Ctx, { year, period }: Question): Promise<Result<Asked>> =>
  askBlank(c.var.deps.db, c.var.who.unit, { id: c.req.param('id') ?? '', year, period }, c.var.deps.calendars)

const asking = (c: Ctx, asked: Asked, typed = asked.entry?.typed ?? {}): Parameters<typeof tracedBlank> => [
  lookOf(c),
  { ...asked, typed },
  Promise.resolve(asked.ground),
]

async function file(c: Ctx, asked: Question, ending: keyof typeof BLANK_FILES): Promise<Response> {
  const { type, work } = BLANK_FILES[ending]
  let name = ''
  const made = await c.var.deps.workshop.run(c.var.who.unit, work, async () => {
    const found = await ask(c, asked)
    if (!found.ok) return found
    const filled = await filledBlank(...asking(c, found.value))
    name = blankFileName(filled)
    return ok(filled)
  })
  if (!made.ok) return problemResponse(c, made.problem)
  return c.body(made.value, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${ending}"`,
  })
}

const describeFile = (ending: keyof typeof BLANK_FILES) =>
  describeRoute({
    summary: `Biểu đã điền, tệp ${ending.toUpperCase()}`,
    responses: fileAnswer(BLANK_FILES[ending].type, [400, 404, 503]),
  })

export const forms = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Các biểu mẫu mà cơ quan khác hỏi',
      responses: answers(z.object({ forms: z.array(schemas.form) }), []),
    }),
    async (c) => c.json({ forms: (await offeredBlanks(c.var.deps.db, c.var.who.unit)).map(blankJson) }),
  )
  .post(
    '/',
    guard('administer'),
    describeRoute({
      summary: 'Thêm một biểu mẫu của đơn vị',
      description:
        'Thân là tệp biểu dạng YAML hoặc JSON, tối đa 128 KB; đơn vị và các đơn vị cấp dưới dùng được ngay. Cùng mã thì thay biểu trước.',
      requestBody: {
        content: {
          'application/yaml': { schema: { type: 'string' } },
          'application/json': { schema: { type: 'object' } },
        },
      },
      responses: answers(schemas.form, [400, 403, 413], 201),
    }),
    async (c) => {
      const added = await addBlank(deedOf(c), new Uint8Array(await c.req.arrayBuffer()))
      if (!added.ok) return problemResponse(c, added.problem)
      const { unit } = c.var.who
      return c.json(blankJson({ blank: added.value, owner: { unit, name: unit } }), 201)
    },
  )
  .delete(
    '/:id',
    guard('administer'),
    describeRoute({
      summary: 'Thu hồi một biểu mẫu mà chính đơn vị đã thêm',
      responses: answers(z.object({ forms: z.array(schemas.form) }), [400, 403, 404]),
    }),
    async (c) => {
      const gone = await withdrawBlank(deedOf(c), c.req.param('id'))
      if (!gone.ok) return problemResponse(c, gone.problem)
      return c.json({ forms: (await offeredBlanks(c.var.deps.db, c.var.who.unit)).map(blankJson) })
    },
  )
  .get(
    '/:id',
    guard('read'),
    describeRoute({
      summary: 'Biểu đã điền cho một kỳ',
      description:
        'Mỗi số kèm nguồn: đúng những ghi nhận, nhiệm vụ, hoặc trường mà nó được tính từ. Không biết thì value là null và reason nói vì sao.',
      responses: answers(schemas.filledForm, [400, 404]),
    }),
    query(question),
    async (c) => {
      const asked = await ask(c, c.req.valid('query'))
      if (!asked.ok) return problemResponse(c, asked.problem)
      return c.json(filledJson(await tracedBlank(...asking(c, asked.value))))
    },
  )
  .put(
    '/:id',
    guard('record'),
    describeRoute({
      summary: 'Nhập các ô do đơn vị nhập của một kỳ',
      description: 'Thay cho tất cả những gì đã nhập của kỳ ấy; lần nhập trước vẫn lưu trong sổ.',
      requestBody: jsonBody(body),
      responses: answers(schemas.filledForm, [400, 403, 404, 413]),
    }),
    query(question),
    async (c) => {
      const { year, period } = c.req.valid('query')
      const asked = await ask(c, { year, period })
      if (!asked.ok) return problemResponse(c, asked.problem)
      const sent = await bodyOf(c, body, 'Chưa lưu được.')
      if (!sent.ok) return problemResponse(c, sent.problem)
      const said = saidIn(asked.value.blank, sent.value.typed)
      const typed = said.ok ? readTyped(asked.value.blank, said.value) : said
      if (!typed.ok) return problemResponse(c, typed.problem)
      const { db } = c.var.deps
      await saveEntry(
        { db, who: c.var.who, now: c.var.now },
        { blankId: asked.value.blank.id, year, period },
        typed.value,
      )
      return c.json(filledJson(await tracedBlank(...asking(c, asked.value, typed.value))))
    },
  )
  .get('/:id/docx', guard('read'), describeFile('docx'), query(question), (c) =>
    file(c, c.req.valid('query'), 'docx'),
  )
  .get('/:id/xlsx', guard('read'), describeFile('xlsx'), query(question), (c) =>
    file(c, c.req.valid('query'), 'xlsx'),
  )
