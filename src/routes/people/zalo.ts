/** `/tai-khoan/zalo`: one's own chat with the server's bot. `/zalo`: where Zalo brings what was written to it. */
import { Hono } from 'hono'
import { hashSecret } from '../../accounts/secret.ts'
import { answerWords, askForCode } from '../../actions/zalo.ts'
import { wordsOf } from '../../channels/zalo.ts'
import { CODE_MINUTES } from '../../core/notice/link-code.ts'
import type { Problem } from '../../core/problem.ts'
import { endLink, findZaloLink } from '../../store/zalo.ts'
import { render } from '../../templates/render.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'

const NO_BOT: Problem = { kind: 'not-found', detail: 'Máy chủ này chưa nối với bot Zalo nào.' }

export const zaloPages = new Hono<Env>()
  // The code is on this answer alone: what is kept of it is a hash.
  .post('/tai-khoan/zalo', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    if (!deps.channels.zalo) return problemResponse(c, NO_BOT)
    const code = await askForCode(deps.db, who, now)
    return code.ok ? c.html(await codePage(c, code.value)) : problemResponse(c, code.problem)
  })
  .post('/tai-khoan/zalo/thoi', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const owner = { unit: who.unit, userId: who.id }
    await endLink(deps.db, owner, { why: 'anh/chị đã bấm “Thôi nối” ở trang này' }, now)
    return sayDone(c, '/tai-khoan', 'thoi-zalo')
  })
  .post('/zalo', async (c) => {
    const { deps, now } = c.var
    const { zalo } = deps.channels
    const secret = zalo?.webhookSecret ?? null
    if (!zalo || secret === null) return problemResponse(c, NO_BOT)
    // Hashes of one length: how long it takes to compare them tells nothing.
    const said = c.req.header('x-bot-api-secret-token') ?? ''
    if (hashSecret(said) !== hashSecret(secret)) return problemResponse(c, STRANGER)
    await answerWords(deps.db, zalo, wordsOf(updateIn(await c.req.json().catch(() => null)), now), now)
    return c.body(null, 204)
  })

const STRANGER: Problem = { kind: 'unauthenticated', detail: 'Thiếu khoá bí mật của webhook, hoặc khoá sai.' }

/** Zalo's documents show what happened by itself, and within `result`. */
const updateIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'result' in body ? body.result : body

async function codePage(c: Ctx, code: string): Promise<string> {
  const { deps, who } = c.var
  const link = await findZaloLink(deps.db, who.unit, who.id)
  return render('zalo-code', {
    frame: await frameOf(c, { title: 'Nối Zalo', page: 'account' }),
    code,
    minutes: CODE_MINUTES,
    bot: deps.channels.zalo?.link ?? null,
    replaces: link?.chat !== null && link !== null,
    slowly: deps.channels.zalo?.webhookSecret === null,
  })
}
