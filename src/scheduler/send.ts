/** One step of sending: claim what is due, write it, hand it over, record how that went. */
import { ASKING } from '../actions/confirm-email.ts'
import { type Delivery, type Letter, later } from '../channels/channel.ts'
import { deliverAt } from '../core/notice/notice.ts'
import { retryAt } from '../core/notice/retry.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import type { Db } from '../store/db.ts'
import { type Destination, findDestination, stopWebhook } from '../store/notices.ts'
import { claimMessages, type Message, type Outcome, settle } from '../store/outbox.ts'
import { together } from '../store/together.ts'
import { findUnit, type Unit } from '../store/units.ts'
import { endLink } from '../store/zalo.ts'
import type { Written } from '../templates/message.ts'
import { reasonOf } from '../trace.ts'
import { letterOf, write } from './letter.ts'

export type Sent = 'sent' | 'put off' | 'failed'

/**
 * Takes the messages that have waited longest and sends them, one person after the other. Answers how each person's
 * went; empty when nothing was due. `shut` collects routes that do not work at all just now: no second message waits in
 * vain for a server that is down.
 */
export async function sendDue(deps: Deps, now: Instant, shut: Set<string>): Promise<Sent[]> {
  const claimed = await claimMessages(deps.db, now, [...shut])
  const groups = Map.groupBy(
    claimed,
    ({ unit, route, userId, template }) => `${unit} ${route} ${userId} ${template === ASKING}`,
  )
  const beside = together(deps.db)
  const posts = await Promise.all([...groups.values()].map((group) => placeOf(beside, group)))
  const ends: Sent[] = []
  for (const post of posts) ends.push(await sendGroup(deps, post, now, shut))
  return ends
}

/** Whose they are and where they go. */
async function placeOf(db: Db, claimed: readonly Message[]) {
  const [first] = claimed as [Message]
  const [unit, to] = await Promise.all([
    findUnit(db, first.unit),
    findDestination(db, first, first.template === ASKING),
  ])
  return { claimed, unit, to }
}

type Placed = Awaited<ReturnType<typeof placeOf>>

/** All that is due for one person, or one webhook; what asks whose an address is goes by itself. */
async function sendGroup(
  deps: Deps,
  { claimed, unit, to }: Placed,
  now: Instant,
  shut: Set<string>,
): Promise<Sent> {
  const [first] = claimed as [Message]
  if (shut.has(first.route)) return finish(deps, claimed, { kind: 'wait', at: now }, now)
  if (!to) return finish(deps, claimed, { kind: 'failed', why: 'không còn nơi nhận' }, now)
  const waits = quietUntil(to, now)
  if (waits !== null) return finish(deps, claimed, { kind: 'wait', at: waits }, now)
  const post: Post = { deps, unit: unit as Unit, to, now, shut }
  const together = to.kind !== 'webhook' && to.reach.dailyAt !== null
  return together ? sendTogether(post, claimed) : sendEach(post, claimed)
}

/** What every message of one group has in common. */
type Post = { deps: Deps; unit: Unit; to: Destination; now: Instant; shut: Set<string> }

/** When the quiet hours are over; null outside of them. */
function quietUntil(to: Destination, now: Instant): Instant | null {
  if (to.kind === 'webhook') return null
  const at = deliverAt({ ...to.reach, dailyAt: null }, now)
  return at > now ? at : null
}

/** One after the other; when the way turns out to be shut, the rest is put back untried. */
async function sendEach(post: Post, claimed: readonly Message[]): Promise<Sent> {
  let last: Sent = 'put off'
  for (const [i, message] of claimed.entries()) {
    if (post.shut.has(message.route))
      return finish(post.deps, claimed.slice(i), { kind: 'wait', at: post.now }, post.now)
    last = await sendTogether(post, [message])
  }
  return last
}

async function sendTogether(post: Post, claimed: readonly Message[]): Promise<Sent> {
  const { deps, unit, to, now } = post
  const written = new Map<Message, Written>()
  for (const message of claimed) {
    const words = await writeOrSettle(post, message)
    if (words) written.set(message, words)
  }
  if (written.size === 0) return 'failed'
  const place = { unit, baseUrl: deps.baseUrl, byMail: to.kind === 'email' }
  const letter = letterOf([...written.keys()], [...written.values()], place, now)
  return record(post, [...written.keys()], await hand(deps, letter, to, now))
}

/** One message that cannot be written must not hold up the others; a newer program may write it later. */
async function writeOrSettle({ deps, unit, now }: Post, message: Message): Promise<Written | null> {
  try {
    if (now < message.usefulUntil) return write(message, { unit, baseUrl: deps.baseUrl })
    await finish(deps, [message], { kind: 'failed', why: 'quá giờ, gửi nữa chỉ gây nhầm' }, now)
  } catch (error) {
    const { template } = message
    deps.trace({ event: 'message-failed', unit: unit.code, template, why: reasonOf(error) })
    await finish(deps, [message], again(message, 'mẫu tin bị lỗi', now), now)
  }
  return null
}

const NO_BOT = later('máy chủ không còn nối với bot Zalo', { down: true })

/** A channel never throws; one that does all the same is a bug, and costs one message one attempt. */
async function hand(deps: Deps, letter: Letter, to: Destination, now: Instant): Promise<Delivery> {
  const { email, webhook, zalo } = deps.channels
  try {
    switch (to.kind) {
      case 'email':
        return await email.send(letter, to.address, now)
      case 'webhook':
        return await webhook.send(letter, to, now)
      case 'zalo':
        return zalo ? await zalo.send(letter, to.chat, now) : NO_BOT
    }
  } catch (error) {
    deps.trace({ event: 'channel-failed', channel: to.kind, why: reasonOf(error) })
    return { kind: 'later', why: 'kênh gửi bị lỗi' }
  }
}

async function record(
  { deps, unit, to, now, shut }: Post,
  messages: readonly Message[],
  delivery: Delivery,
): Promise<Sent> {
  const [first] = messages as [Message]
  switch (delivery.kind) {
    case 'sent':
      return finish(deps, messages, { kind: 'sent' }, now)
    case 'later':
      tell(deps, unit, to, delivery)
      if (delivery.down) shut.add(first.route)
      return finish(deps, messages, again(first, delivery.why, now, delivery.afterMs), now)
    case 'never':
      tell(deps, unit, to, delivery)
      if (delivery.gone && to.kind === 'webhook')
        await stopWebhook(deps.db, { unit: unit.code, id: to.id }, delivery.why, now)
      if (delivery.gone && to.kind === 'zalo' && first.userId !== null) {
        await endLink(
          deps.db,
          { unit: unit.code, userId: first.userId },
          { why: delivery.why, chat: to.chat },
          now,
        )
        // To their address, if there is one.
        return finish(deps, messages, again(first, delivery.why, now), now)
      }
      return finish(deps, messages, { kind: 'failed', why: delivery.why }, now)
  }
}

/** Why it did not go, for the log too: whoever looks after the machine reads no pages of the units. */
const tell = (deps: Deps, unit: Unit, to: Destination, { kind, why }: { kind: string; why: string }): void =>
  deps.trace({ event: 'delivery-failed', unit: unit.code, channel: to.kind, again: kind === 'later', why })

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
