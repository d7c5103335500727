/** What was done is said by the page that somebody is sent back to: its address ends in `?xong=…`. */
import type { Flash } from '../templates/views.ts'
import type { Ctx } from './env.ts'

/** Back to a page of ours, which then knows what was done. */
export function sayDone(c: Ctx, path: string, what: string): Response {
  const [page = '', anchor] = path.split('#')
  const said = `${page}${page.includes('?') ? '&' : '?'}xong=${what}`
  return c.redirect(anchor === undefined ? said : `${said}#${anchor}`, 303)
}

/** The words of a page for what was done; null for an address that says nothing, or nothing that it knows. */
export function doneFlash(c: Ctx, words: Record<string, string>): Flash | null {
  const what = c.req.query('xong') ?? ''
  const said = Object.hasOwn(words, what) ? words[what] : undefined
  return said === undefined ? null : { tone: 'done', words: said, undo: null }
}
