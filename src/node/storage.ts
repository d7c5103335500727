/** Whether the disk under the embedded database takes what is recorded, and the file is still the one that was opened. */
import { rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage, Trouble } from '../deps.ts'
import { inodeOf } from './same-file.ts'
import { exists, unfinished } from './unfinished.ts'

/** What a few facts and their log need. */
const PROBE = new Uint8Array(64 * 1024)
/** Whoever asks all day must not write all day. */
const PROBE_EVERY_MS = 10_000
/** At most each minute, and for a hundredth of the time: it reads the whole file. */
const CHECK_EVERY_MS = 60_000
const SHARE = 100
/** A monitor does not wait longer for it; the next time it is there. */
const WAIT_MS = 600

/**
 * `isWhole` reads all of the database and judges it, in a process of its own. `clock` counts milliseconds. Evidence in
 * `folder` may lie on another disk.
 */
export function nodeStorage(
  file: string,
  isWhole: () => Promise<boolean>,
  clock: () => number = () => performance.now(),
  folder: string | null = null,
): Storage {
  const opened = inodeOf(file)
  const places = async () =>
    folder !== null && (await exists(folder)) ? [file, join(folder, 'dia')] : [file]
  const probeAll = async () => {
    const troubles = await Promise.all((await places()).map(probeDisk))
    return troubles.find((trouble) => trouble !== null) ?? null
  }
  const isTight = async () => (await Promise.all((await places()).map(hasNoRoom))).includes(true)
  const remembering = remembered(probeAll, PROBE_EVERY_MS, clock)
  // A disk that filled up since it was last tried.
  const probe = async () => (await remembering()) ?? ((await isTight()) ? probeAll() : null)
  const check = remembered(isWhole, CHECK_EVERY_MS, clock)
  return {
    trouble: async () => {
      if (opened !== inodeOf(file)) return 'replaced'
      return (await probe()) ?? ((await Promise.race([check(), soundAfter(WAIT_MS)])) ? null : 'damaged')
    },
  }
}

async function probeDisk(file: string): Promise<Trouble | null> {
  const path = unfinished(`${file}.thu`)
  try {
    await writeFile(path, PROBE)
    return null
  } catch (error) {
    return /^(ENOSPC|EDQUOT)$/.test((error as { code?: string }).code ?? '') ? 'disk-full' : 'not-writable'
  } finally {
    await rm(path, { force: true }).catch(() => undefined)
  }
}

/** Asks without writing. A quota, or room that is the system's own, is met only by who writes. */
async function hasNoRoom(file: string): Promise<boolean> {
  const disk = await statfs(dirname(file)).catch(() => null)
  return disk !== null && disk.bavail * disk.bsize < PROBE.length
}

/** The answer of a moment ago will do; those who ask meanwhile wait for one answer. */
function remembered<T>(ask: () => Promise<T>, everyMs: number, clock: () => number): () => Promise<T> {
  let answer: Promise<T> | null = null
  let again = 0
  return () => {
    if (answer && clock() < again) return answer
    const began = clock()
    again = Number.POSITIVE_INFINITY
    answer = ask().finally(() => {
      again = clock() + Math.max(everyMs, SHARE * (clock() - began))
    })
    return answer
  }
}

const soundAfter = (ms: number): Promise<true> =>
  new Promise((done) => {
    setTimeout(() => done(true), ms).unref()
  })
