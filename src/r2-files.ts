/** Evidence on Cloudflare Workers: objects of an R2 bucket, `<unit>/<sha256>`. Absent without its binding. */
import { isSha256 } from './core/kept-file.ts'
import type { FileStore } from './deps.ts'

/** What we use of R2's binding. */
export type Bucket = {
  put: (key: string, value: Uint8Array<ArrayBuffer>) => Promise<unknown>
  get: (
    key: string,
    options?: { range: { offset: number; length: number } },
  ) => Promise<{ body: ReadableStream<Uint8Array> } | null>
  delete: (key: string) => Promise<void>
  list: (options: { cursor?: string }) => Promise<{
    objects: { key: string; uploaded: Date }[]
    truncated: boolean
    cursor?: string
  }>
}

const keyOf = (unit: string, sha256: string): string => `${encodeURIComponent(unit)}/${sha256}`

export const r2Files = (bucket: Bucket): FileStore => ({
  put: async (unit, sha256, bytes) => {
    await bucket.put(keyOf(unit, sha256), bytes)
  },
  get: async (unit, sha256, range) => {
    const options = range && { range: { offset: range.from, length: range.to - range.from + 1 } }
    const object = await bucket.get(keyOf(unit, sha256), ...(options ? [options] : []))
    return object?.body ?? null
  },
  remove: (unit, sha256) => bucket.delete(keyOf(unit, sha256)),
  list: () => objectsOf(bucket),
})

async function* objectsOf(bucket: Bucket): ReturnType<FileStore['list']> {
  let cursor: string | undefined
  do {
    const page = await bucket.list(cursor === undefined ? {} : { cursor })
    for (const { key, uploaded } of page.objects) {
      const [unit = '', sha256 = ''] = key.split('/')
      if (isSha256(sha256)) yield { unit: decodeURIComponent(unit), sha256, at: uploaded.getTime() }
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
}
