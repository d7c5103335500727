/** `/minh-chung/<sha256>`: evidence that is kept with the product, for whoever may see the office's pages. */
import { Hono } from 'hono'
import { isSha256, KEPT, STRUCK_KEPT_DAYS } from '../../core/kept-file.ts'
import { missing, type Problem } from '../../core/problem.ts'
import type { ByteRange } from '../../deps.ts'
import { findKeptFile, type KeptFile } from '../../store/kept-files.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'

export const keptFilePages = new Hono<Env>().get('/minh-chung/:file', guard('read'), (c) =>
  sendKeptFile(c, c.req.param('file')),
)

const GONE: Problem = {
  ...missing('file'),
  detail: `Không có tệp này. Tệp của minh chứng đã rút thì ${STRUCK_KEPT_DAYS} ngày sau không còn được giữ.`,
}

/** Nothing of another unit's: that it is there is not said either. `slotId`: only as evidence of that slot. */
export async function sendKeptFile(c: Ctx, sha256: string, slotId?: string): Promise<Response> {
  const { db, files } = c.var.deps
  const file = isSha256(sha256) ? await findKeptFile(db, c.var.who.unit, sha256, slotId) : null
  if (!file || !files) return problemResponse(c, GONE)
  const range = rangeOf(c.req.header('range'), file.size)
  if (range === 'beyond') return c.body(null, 416, { 'content-range': `bytes */${file.size}` })
  const bytes = await files.get(c.var.who.unit, sha256, range)
  return bytes ? c.body(bytes, range ? 206 : 200, headersOf(file, range)) : problemResponse(c, GONE)
}

/** It is shown as what its bytes are and nothing else; a page that hides in it runs nowhere. */
function headersOf({ kind, size, sha256 }: KeptFile, range: ByteRange | null): Record<string, string> {
  const { type, ending, shownAs } = KEPT[kind]
  const shown = shownAs === 'file' ? 'attachment' : 'inline'
  return {
    'content-type': type,
    'content-length': String(range ? range.to - range.from + 1 : size),
    'content-disposition': `${shown}; filename="minh-chung-${sha256.slice(0, 12)}.${ending}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${range.from}-${range.to}/${size}` }),
  }
}

/** What a player asks for that jumps ahead. What is not understood is answered with the whole, as RFC 9110 has it. */
function rangeOf(header: string | undefined, size: number): ByteRange | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? 'beyond' : { from, to }
}
