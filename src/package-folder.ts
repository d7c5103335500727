/** The folder of the installed package. This file stays one below it, as the bundle `dist/node.js` is. */
import { fileURLToPath } from 'node:url'

export const inPackage = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
