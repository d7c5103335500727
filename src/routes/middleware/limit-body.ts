/** Refuses bodies that no form or call of ours has. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestSending } from '../../core/kept-file.ts'
import { sizeInWords } from '../../core/words/figures.ts'
import type { Ctx, Env } from '../env.ts'
import { problemResponse } from '../problem.ts'
import { recognise, refuseStranger } from './guard.ts'

const KIB = 1024
const MIB = KIB * KIB

/** Uploads get more; the first prefix that fits the path decides. */
const LARGER: [prefix: string, bytes: number][] = [
  ['/bai', MIB],
  // A document of a plan; what is said as data is held to less where it is read.
  ['/api/v1/plans/', 11 * MIB],
  ['/api/v1/plans', MIB],
  ['/ke-hoach/nhan', 11 * MIB],
  ['/ke-hoach', 2 * MIB],
  ['/nhat-ky', 11 * MIB],
]
const USUAL = 128 * KIB

/** All that strangers have to say: a name, a password, a code. Whoever says no more waits for nobody. */
const SMALL = 16 * KIB

/** Of a refused body so much is read and thrown away, in milliseconds at most: an answer sent before it is lost with it. */
const READ_AWAY = 2 * MIB
const PATIENCE_MS = 2000

async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return
  const reader = body.getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  for (let left = READ_AWAY; left > 0; ) {
    const part = await Promise.race([reader.read(), late])
    if (!part || part.done) break
    left -= part.value.byteLength
  }
  clearTimeout(timer)
  reader.cancel().catch(() => undefined)
}

async function ended(c: Ctx, answer: Response | Promise<Response>): Promise<Response> {
  const refused = await answer
  const told = toldLength(c)
  if (told !== null && told <= READ_AWAY) await readAway(c.req.raw.body).catch(() => undefined)
  // The rest of the body is never read, so the connection ends here; a client that was not told would ask on it.
  refused.headers.set('connection', 'close')
  return refused
}

const refuseOver = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      const detail = `Dữ liệu gửi lên quá lớn (tối đa ${sizeInWords(maxSize)}).`
      return ended(c, problemResponse(c, { kind: 'too-large', detail }))
    },
  })

/** Photos and recordings. */
const EVIDENCE = /^\/(khung\/[^/]+|nhiem-vu\/[^/]+\/[^/]+)\/minh-chung$|^\/api\/v1\/slots\/[^/]+\/evidence$/

const most = ({ req, var: { deps } }: Ctx): number =>
  EVIDENCE.test(req.path)
    ? largestSending(deps.fileLimits)
    : (LARGER.find(([prefix]) => req.path.startsWith(prefix))?.[1] ?? USUAL)

/** How many bytes are coming, as every browser says; null of a body that comes in parts until it ends. */
function toldLength({ req }: Ctx): number | null {
  if (req.method === 'GET' || req.method === 'HEAD') return 0
  const told = req.header('content-length')
  return told === undefined || req.header('transfer-encoding') !== undefined ? null : Number(told)
}

/**
 * Strangers are held to what they have to say. Of those who are known, large bodies lie in memory from the first packet
 * to the answer: so many bytes of each person and of all together, the next ones wait unread.
 */
export const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  const told = toldLength(c)
  if (told === 0) return next()
  const limit = most(c)
  if (told !== null && (told <= SMALL || told > limit)) return refuseOver(limit)(c, next)
  const who = await recognise(c)
  if (!who) return told === null ? refuseOver(SMALL)(c, next) : ended(c, refuseStranger(c))
  const lane = `${who.unit} ${who.id}`
  return c.var.deps.bodies(lane, async () => refuseOver(limit)(c, next) as Promise<void>, told ?? limit)
}
