/** One step of sending: claim a message, write it, hand it over, record how that went. */
import type { Delivery, Letter } from '../channels/channel.ts'
import { deliverAt } from '../core/notice.ts'
import { retryAt } from '../core/retry.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { type Destination, findDestination, stopWebhook } from '../store/notices.ts'
import { claimAllOf, claimMessage, type Message, type Outcome, settle } from '../store/outbox.ts'
import { findUnit, type Unit } from '../store/units.ts'
import type { Written } from '../templates/message.ts'
import { letterOf, write } from './letter.ts'

export type Sent = 'none' | 'sent' | 'put off' | 'failed'

/**
 * Takes the message that has waited longest and sends it. `shut` collects routes that do not work at all just now: no
 * second message waits in vain for a server that is down.
 */
export async function sendNext(deps: Deps, now: Instant, shut: Set<string>): Promise<Sent> {
  const claimed = await claimMessage(deps.db, now, [...shut])
  if (!claimed) return 'none'
  const { unit: code, route, userId } = claimed
  const [unit, to] = await Promise.all([
    findUnit(deps.db, code),
    findDestination(deps.db, code, route, userId),
  ])
  const early = hindrance(claimed, to, now)
  if (early || !to) return finish(deps, [claimed], early ?? GONE, now)
  const bundled = to.kind === 'email' && to.reach.dailyAt !== null
  const others = bundled ? await claimAllOf(deps.db, claimed, now) : []
  return sendAll(deps, unit as Unit, to, [claimed, ...others], now, shut)
}

const GONE: Outcome = { kind: 'failed', why: 'không còn nơi nhận' }
const STALE: Outcome = { kind: 'failed', why: 'quá giờ, gửi nữa chỉ gây nhầm' }

/** Why a message is not even tried. */
function hindrance(message: Message, to: Destination | null, now: Instant): Outcome | null {
  if (!to) return GONE
  if (now >= message.usefulUntil) return STALE
  if (to.kind !== 'email') return null
  const at = deliverAt({ ...to.reach, dailyAt: null }, now)
  return at > now ? { kind: 'wait', at } : null
}

async function sendAll(
  deps: Deps,
  unit: Unit,
  to: Destination,
  claimed: readonly Message[],
  now: Instant,
  shut: Set<string>,
): Promise<Sent> {
  const place = { unit, baseUrl: deps.baseUrl }
  const written = new Map<Message, Written>()
  for (const message of claimed) {
    const words = await writeOrSettle(deps, message, place, now)
    if (words) written.set(message, words)
  }
  if (written.size === 0) return 'failed'
  const letter = letterOf([...written.keys()], [...written.values()], place, now)
  return record(deps, unit, to, [...written.keys()], await hand(deps, letter, to, now), now, shut)
}

/** One message that cannot be written must not hold up the others; a newer program may write it later. */
async function writeOrSettle(
  deps: Deps,
  message: Message,
  place: { unit: Unit; baseUrl: string },
  now: Instant,
): Promise<Written | null> {
  try {
    if (now < message.usefulUntil) return write(message, place)
    await finish(deps, [message], STALE, now)
  } catch (error) {
    const { template } = message
    deps.log({ event: 'message-failed', unit: place.unit.code, template, why: String(error) })
    await finish(deps, [message], again(message, 'mẫu tin bị lỗi', now), now)
  }
  return null
}

/** A channel never throws; one that does all the same is a bug, and costs one message one attempt. */
async function hand(deps: Deps, letter: Letter, to: Destination, now: Instant): Promise<Delivery> {
  try {
    return to.kind === 'email'
      ? await deps.channels.email.send(letter, to.address, now)
      : await deps.channels.webhook.send(letter, to, now)
  } catch (error) {
    deps.log({ event: 'channel-failed', channel: to.kind, why: String(error) })
    return { kind: 'later', why: 'kênh gửi bị lỗi' }
  }
}

async function record(
  deps: Deps,
  unit: Unit,
  to: Destination,
  messages: readonly Message[],
  delivery: Delivery,
  now: Instant,
  shut: Set<string>,
): Promise<Sent> {
  const [first] = messages as [Message]
  switch (delivery.kind) {
    case 'sent':
      return finish(deps, messages, { kind: 'sent' }, now)
    case 'later':
      if (delivery.down) shut.add(first.route)
      return finish(deps, messages, again(first, delivery.why, now, delivery.afterMs), now)
    case 'never':
      if (delivery.gone && to.kind === 'webhook')
        await stopWebhook(deps.db, unit.code, to.id, delivery.why, now)
      return finish(deps, messages, { kind: 'failed', why: delivery.why }, now)
  }
}

/** Another try, while the message would still be of use then. */
function again({ attempts, usefulUntil }: Message, why: string, now: Instant, askedMs = 0): Outcome {
  const at = retryAt(attempts, now, askedMs)
  return at < usefulUntil ? { kind: 'retry', at, why } : { kind: 'failed', why }
}

const SAYS = { sent: 'sent', failed: 'failed', retry: 'put off', wait: 'put off' } as const satisfies Record<
  Outcome['kind'],
  Sent
>

async function finish(
  deps: Deps,
  messages: readonly Message[],
  outcome: Outcome,
  now: Instant,
): Promise<Sent> {
  await settle(deps.db, messages, outcome, now)
  return SAYS[outcome.kind]
}
