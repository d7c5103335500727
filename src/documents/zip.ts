/** The few parts of a zip that are wanted, refused before memory is taken for more than a document can need. */
import { unzipSync } from 'fflate'
import { type Refusal, refusal } from '../core/document/refusal.ts'

const LIMITS = { part: 16 * 1024 * 1024, all: 32 * 1024 * 1024, ratio: 200, entries: 2000 }

/** A directory that says too much; thrown out of the library's walk, caught here. */
class Unsafe extends Error {}

/** Sizes are what the directory says; the library writes no more than those, whatever the data hold. */
export function unzipParts(
  bytes: Uint8Array,
  wanted: readonly string[],
): Record<string, Uint8Array> | Refusal {
  let entries = 0
  let all = 0
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (++entries > LIMITS.entries) throw new Unsafe()
    if (!wanted.includes(name)) return false
    all += originalSize
    if (originalSize > LIMITS.part || all > LIMITS.all) throw new Unsafe()
    if (originalSize > 1024 * 1024 && originalSize / Math.max(size, 1) > LIMITS.ratio) throw new Unsafe()
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    return refusal(error instanceof Unsafe ? 'unsafe' : 'broken')
  }
}
