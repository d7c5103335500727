/** Style sheet, script and fonts, as Node serves them from `public/`. On Workers the platform does. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { inPackage } from '../package-folder.ts'

const PUBLIC = inPackage('public')

const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'

/** Pages name what may change with the hash of its content, so a browser keeps it for ever; fonts never change. */
const howLong = (path: string, hashed: boolean): string => {
  if (path.endsWith('sw.js')) return 'no-cache'
  return hashed || path.endsWith('.woff2') ? FOR_EVER : A_DAY
}

export const publicFiles = (root = PUBLIC): MiddlewareHandler =>
  serveStatic({
    root,
    onFound: (path, c) => c.header('Cache-Control', howLong(path, c.req.query('v') !== undefined)),
  })
