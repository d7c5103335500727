/** Files that a person has read and found right. `GOLDEN=write npm test` writes them anew, to be read again. */
import { readFileSync, writeFileSync } from 'node:fs'

export function golden(name: string, actual: string): string {
  const file = new URL(`../golden/${name}`, import.meta.url)
  if (process.env.GOLDEN === 'write') writeFileSync(file, actual)
  return readFileSync(file, 'utf8')
}
