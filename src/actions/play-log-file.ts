/** A play log as it is kept while somebody looks through it: packed, since a hundred thousand rows are soon unpacked elsewhere. */
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import type { Sheet } from '../core/log/play-columns.ts'
import type { PlayTable } from '../core/log/play-pages.ts'

export const packed = (table: PlayTable): Uint8Array => gzipSync(strToU8(JSON.stringify(table)))

export function unpacked(bytes: Uint8Array): PlayTable {
  const kept = JSON.parse(strFromU8(gunzipSync(bytes))) as PlayTable | Sheet
  // Kept before workbooks were read with all their sheets.
  return 'sheet' in kept ? kept : { sheet: kept, parts: [], leftOut: [] }
}
