/** What the app needs from the world. Each entry builds it once; tests pass their own. */
import { type Calendars, calendarsFor } from './calendars.ts'
import type { Channels } from './channels/channel.ts'
import type { FileLimits } from './core/kept-file.ts'
import type { SpecialDay } from './core/plan/work-calendar.ts'
import type { Problem } from './core/problem.ts'
import type { Instant } from './core/wall-clock.ts'
import type { Queue, Sharing } from './queue.ts'
import type { Db } from './store/db.ts'
import type { Turns } from './turns.ts'
import type { Workshop } from './workshop.ts'

/** A plan file that a new unit may start from. */
export type SamplePlan = { name: string; text: string }

export type Deps = {
  db: Db
  /** Read once for each request or job, then passed on. */
  clock: () => Instant
  baseUrl: string
  calendars: Calendars
  samples: readonly SamplePlan[]
  channels: Channels
  /** Nightly copies of the database; null where its own server makes them. */
  copies: Copies | null
  /** Whose `X-Forwarded-For` is believed: addresses and networks. */
  trustedProxies: readonly string[]
  /** The disk under an embedded database; null when a server has it. */
  storage: Storage | null
  /** Where evidence is kept; null where files cannot be, and links remain. */
  files: FileStore | null
  fileLimits: FileLimits
  /** Where files are read and made. */
  workshop: Workshop
  /** In what order requests are served that come together. */
  turns: Turns
  /** Where calendars are made, one at a time. */
  makings: Sharing
  /** How many bytes of large bodies are held in memory at once. */
  bodies: Queue
  /** Whether webhooks may lead into the server's own network. */
  webhooksMayBeLocal: boolean
  trace: Trace
}

/** Why nothing that is recorded would be kept. */
export type Trouble = 'disk-full' | 'not-writable' | 'replaced' | 'damaged'
export type Storage = { trouble: () => Promise<Trouble | null> }

/** A folder of copies, each under a name of its own. */
export type Copies = {
  list: () => Promise<string[]>
  /** Makes a copy and opens it to see that it is whole; null when it is, and is there under that name. */
  make: (name: string) => Promise<Problem | null>
  remove: (name: string) => Promise<void>
}

/**
 * Bytes outside the database, each unit's by their SHA-256. What is not on the disk yet when `put` answers was never put; a
 * disk that is full throws with its own code.
 */
export type FileStore = {
  put: (unit: string, sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** All of it, or from a byte to a byte, both included; null when it is not there. */
  get: (unit: string, sha256: string, range: ByteRange | null) => Promise<ReadableStream<Uint8Array> | null>
  remove: (unit: string, sha256: string) => Promise<void>
  /** All that lies there, whether or not anybody names it, with when it was put. */
  list: () => AsyncIterable<{ unit: string; sha256: string; at: Instant }>
}
export type ByteRange = { from: number; to: number }

/** One line of what happened, for machines to read. Holds no secrets and nothing about people. */
export type Trace = (entry: { event: string } & Record<string, string | number | boolean | null>) => void

/** Called for each request with the runtime's environment (Workers' bindings); Node answers the same every time. */
export type OpenDeps = (env: unknown) => Deps | Promise<Deps>

/** With the calendar of an office that has days off of its own. */
export const depsFor = (deps: Deps, own: readonly SpecialDay[]): Deps =>
  own.length ? { ...deps, calendars: calendarsFor(deps.calendars, own) } : deps

/** Mail connections and the database; the program may end then. */
export function closeDeps({ channels, db, workshop }: Deps): void {
  channels.email.close()
  channels.webhook.close()
  channels.zalo?.close()
  workshop.close()
  db.$client.close()
}
