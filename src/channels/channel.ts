/** What every way to reach a person looks like. One file a way, each a function that makes a `Channel`. */
import type { Instant } from '../core/wall-clock.ts'
import type { ZaloChannel } from './zalo.ts'

/** One message, ready to go. */
export type Letter = {
  /** The same for each attempt: a receiver can recognise a repetition by it. */
  id: string
  kind: string
  /** The unit's code and name. */
  unit: { code: string; name: string }
  subject: string
  text: string
  html: string
  /** The page that it is about. */
  url: string
  /** Where one chooses what one gets. */
  settingsUrl: string
}

/**
 * How an attempt ended. `later`: worth another try; `down` says that the way itself is shut, for everybody. `never`: no
 * try will help; `gone` says that the address itself is dead. `why` is shown to admins and holds no address.
 */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'later'; why: string; down?: boolean; afterMs?: number }
  | { kind: 'never'; why: string; gone?: boolean }

export type Channel<To> = {
  /** False when nothing leaves this machine. */
  reaches: boolean
  /** Never throws: what goes wrong out there is a `Delivery`. */
  send: (letter: Letter, to: To, now: Instant) => Promise<Delivery>
  close: () => void
}

export type EmailAddress = string
export type WebhookAddress = { url: string; secret: string }

export type Channels = {
  email: Channel<EmailAddress>
  webhook: Channel<WebhookAddress>
  /** Where somebody set a bot up. */
  zalo?: ZaloChannel | undefined
}

/** How long a receiver may take, in milliseconds. */
export const PATIENCE_MS = 15_000

export const sent: Delivery = { kind: 'sent' }
export const later = (why: string, more: { down?: boolean; afterMs?: number } = {}): Delivery => ({
  kind: 'later',
  why,
  ...more,
})
export const never = (why: string, more: { gone?: boolean } = {}): Delivery => ({
  kind: 'never',
  why,
  ...more,
})
