/**
 * Keeps two photos beside a slot, by the way that pages go, and ends: `<folder>` is where the database lies. A process
 * of its own, because a connection that is closed holds its file until its statements are collected.
 */
import { join } from 'node:path'
import { keepEvidence } from '../../src/actions/evidence.ts'
import { inputOf } from '../../src/core/fact.ts'
import { MIB } from '../../src/core/kept-file.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { nodeFiles } from '../../src/node/file-store.ts'
import { photo } from './sample-files.ts'

const [folder = ''] = process.argv.slice(2)
const db = await openNodeDb({
  DATABASE_URL: `file:${folder}/nhip-song.db`,
  DATABASE_AUTH_TOKEN: undefined,
})
const kept = await keepEvidence(
  {
    files: nodeFiles(join(folder, 'minh-chung')),
    fileLimits: { photo: MIB, recording: MIB, quota: 9 * MIB },
  },
  { db, who: { unit: 'xa-ngok-tu', id: 'lan', name: 'Lan' }, now: Date.now() },
  { slotId: 'ngok-tu-2025:C.I.2.a:16' },
  {
    files: [photo(1), photo(2)].map((bytes, i) => ({ name: `${i}.jpg`, bytes })),
    ...{ input: inputOf('evidence'), idempotencyKey: null },
  },
)
if (!kept.ok) throw new Error(kept.problem.detail)
