/** Style sheet, script and fonts, as Node serves them from `public/`. On Workers the platform does. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { inPackage } from '../package-folder.ts'

const PUBLIC = inPackage('public')

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Pages name each file with the hash of its content, so a browser may keep it for ever. */
export const publicFiles = (root = PUBLIC): MiddlewareHandler =>
  serveStatic({
    root,
    onFound: (path, c) => c.header('Cache-Control', path.endsWith('sw.js') ? 'no-cache' : FOR_EVER),
  })
