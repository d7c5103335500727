// `npm ci` ends here: what is made from templates and content is not committed, so it is made once all packages are there.
// Plain JavaScript, since an install without development packages runs it on whatever Node the machine has; it then has
// nothing to compile with, and needs nothing: the bundle in `dist/` holds it all.
import { existsSync } from 'node:fs'

if (existsSync(new URL('../node_modules/esbuild', import.meta.url))) await import('./compile.ts')
