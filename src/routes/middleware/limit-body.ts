/** Refuses bodies that no form or call of ours has. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../env.ts'
import { problemResponse } from '../problem.ts'

const KIB = 1024

/** Uploads get more; the first prefix that fits the path decides. */
const LARGER: [prefix: string, bytes: number][] = [
  ['/bai', KIB * KIB],
  ['/api/v1/plans', KIB * KIB],
  ['/ke-hoach', 2 * KIB * KIB],
  ['/nhat-ky', 11 * KIB * KIB],
]
const USUAL = 128 * KIB

const refuseOver = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: (c) => {
      // The rest of the body is never read, so the connection ends here; a client that was not told would ask on it.
      c.header('connection', 'close')
      const detail = `Dữ liệu gửi lên quá lớn (tối đa ${bytes / KIB} KB).`
      return problemResponse(c, { kind: 'too-large', detail })
    },
  })

const usual = refuseOver(USUAL)
const larger = LARGER.map(([prefix, bytes]) => [prefix, refuseOver(bytes)] as const)

export const limitBody: MiddlewareHandler<Env> = (c, next) =>
  (larger.find(([prefix]) => c.req.path.startsWith(prefix))?.[1] ?? usual)(c, next)
