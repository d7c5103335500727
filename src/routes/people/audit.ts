/** `/so-quan-tri`: who changed roles, tokens, settings and plans, and when; for admins to read. */
import { Hono } from 'hono'
import { AUDIT_WORDS, type AuditEntry } from '../../core/record/audit.ts'
import { localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { listAudit } from '../../store/audit.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'

export const auditPages = new Hono<Env>().get('/so-quan-tri', guard('administer'), async (c) =>
  c.html(await auditPage(c)),
)

const MOST = 100

async function auditPage(c: Ctx): Promise<string> {
  const { deps, who } = c.var
  const asked = c.req.query('truoc') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined
  const entries = await listAudit(deps.db, who.unit, { before, most: MOST + 1 })
  const shown = entries.slice(0, MOST)
  const last = entries.length > MOST ? shown.at(-1) : undefined
  return render('audit', {
    frame: await frameOf(c, { title: 'Sổ quản trị', page: 'audit' }),
    entries: shown.map(lineOf),
    older: last ? `/so-quan-tri?truoc=${last.id}` : null,
    newest: before === undefined ? null : '/so-quan-tri',
  })
}

const lineOf = ({ at, by, kind, subject, detail }: AuditEntry) => ({
  when: `${wallTimeOf(at)} ${documentDay(localDateOf(at))}`,
  by,
  what: AUDIT_WORDS[kind] ?? kind,
  subject,
  detail,
})
