/** `/mau-bai`: the skeletons, each as its sample makes it. */
import { Hono } from 'hono'
import { can } from '../../core/role.ts'
import { markdownHtml } from '../../templates/markdown.ts'
import { render } from '../../templates/render.ts'
import { SCRIPT_KINDS, SCRIPT_NAMES, writeScript } from '../../templates/script.ts'
import { scriptSamples } from '../../templates/script-samples.ts'
import type { Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'

export const scriptPages = new Hono<Env>().get('/mau-bai', guard('read'), async (c) => {
  const mayWrite = can(c.var.who.role, 'record')
  const written = SCRIPT_KINDS.map((kind) => ({ kind, draft: writeScript(kind, scriptSamples[kind]) }))
  for (const { draft } of written) if (!draft.ok) return problemResponse(c, draft.problem)
  const scripts = written.flatMap(({ kind, draft }) =>
    draft.ok
      ? [
          {
            ...{ kind, name: SCRIPT_NAMES[kind], title: draft.value.title },
            body: markdownHtml(draft.value.body),
            href: mayWrite ? `/bai/moi?mau=${kind}` : null,
          },
        ]
      : [],
  )
  return c.html(
    render('scripts', { frame: await frameOf(c, { title: 'Mẫu bài', page: 'scripts' }), scripts }),
  )
})
