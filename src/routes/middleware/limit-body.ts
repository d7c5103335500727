/** Refuses bodies that no form or call of ours has. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestSending } from '../../core/kept-file.ts'
import { sizeInWords } from '../../core/words/figures.ts'
import type { Ctx, Env } from '../env.ts'
import { problemResponse } from '../problem.ts'
import { recognise } from './guard.ts'

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

const refuseOver = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: (c) => {
      // The rest of the body is never read, so the connection ends here; a client that was not told would ask on it.
      c.header('connection', 'close')
      const detail = `Dữ liệu gửi lên quá lớn (tối đa ${sizeInWords(bytes)}).`
      return problemResponse(c, { kind: 'too-large', detail })
    },
  })

const usual = refuseOver(USUAL)
const larger = LARGER.map(([prefix, bytes]) => [prefix, refuseOver(bytes)] as const)

/** Photos and recordings. A stranger who does not say how much is coming, as every browser does, is held to the usual. */
const isEvidence = async (c: Ctx): Promise<boolean> =>
  EVIDENCE.test(c.req.path) && (saysLength(c) || (await recognise(c)) !== null)
const saysLength = (c: Ctx): boolean =>
  c.req.header('content-length') !== undefined && !c.req.header('transfer-encoding')
const EVIDENCE = /^\/(khung\/[^/]+|nhiem-vu\/[^/]+\/[^/]+)\/minh-chung$|^\/api\/v1\/slots\/[^/]+\/evidence$/

export const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  if (await isEvidence(c)) return refuseOver(largestSending(c.var.deps.fileLimits))(c, next)
  return (larger.find(([prefix]) => c.req.path.startsWith(prefix))?.[1] ?? usual)(c, next)
}
