/** What runs: the program's version, its runtime, and the schema that it brings. */
import { readFileSync } from 'node:fs'
import { inPackage } from '../package-folder.ts'

/** `Nhịp Sóng 0.1.0 (Node v24.21.0, linux-x64, cấu trúc dữ liệu 0012_stations)` */
export function versionLine(): string {
  const { version } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }
  const journal = readFileSync(inPackage('migrations/meta/_journal.json'), 'utf8')
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] }
  const platform = `${process.platform}-${process.arch}`
  return `Nhịp Sóng ${version} (Node ${process.version}, ${platform}, cấu trúc dữ liệu ${entries.at(-1)?.tag})`
}
