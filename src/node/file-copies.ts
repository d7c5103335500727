/** Evidence on its way between folders: with a copy of the database, back with it, and with an office that moves. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { putFile } from './file-store.ts'
import { exists } from './unfinished.ts'

/** One file, where it is to be found and where it is to be. */
export type Passage = { sha256: string; from: string; to: string }

/** `missing` are hashes of what is in neither place, or is no longer what it was. */
export type Carried = { files: number; copied: number; missing: string[] }

/** Brings over what is not there yet, each file whole. `checked`: also reads what is there already. */
export async function carryFiles(passages: readonly Passage[], checked = false): Promise<Carried> {
  const carried: Carried = { files: passages.length, copied: 0, missing: [] }
  for (const { sha256, from, to } of passages) {
    if (checked ? (await readWhole(to, sha256)) !== null : await exists(to)) continue
    const bytes = from === to ? null : await readWhole(from, sha256)
    if (bytes === null) carried.missing.push(sha256)
    else {
      await putFile(to, bytes)
      carried.copied++
    }
  }
  return carried
}

/** Null for what is not there, or is something else than its name says. */
async function readWhole(path: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

/** `12 tệp minh chứng, chép thêm 3`; then what is missing, a line of its own. */
export function carriedInWords({ files, copied, missing }: Carried, where: string): string[] {
  if (!files) return []
  const short = missing.slice(0, 5).map((sha256) => sha256.slice(0, 12))
  return [
    `Minh chứng ở ${where}: ${files - missing.length}/${files} tệp, lần này chép ${copied}.`,
    ...(missing.length
      ? [
          `Thiếu ${missing.length} tệp minh chứng (mã ${short.join(', ')}${missing.length > 5 ? '…' : ''}): ghi nhận vẫn còn, nội dung tệp thì không tìm thấy.`,
        ]
      : []),
  ]
}
