/** Outbox rows → a letter: one message by itself, or all that somebody gets in one daily message. */
import { createHash } from 'node:crypto'
import type { Letter } from '../channels/channel.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'
import { shortDay, weekdayName } from '../core/words/words.ts'
import type { Message } from '../store/outbox.ts'
import type { Unit } from '../store/units.ts'
import { isMessageName, type Written, writeMail, writeMessage } from '../templates/message.ts'
import type { MessageName } from '../templates/message-views.ts'

/** Where people choose what they get. */
const SETTINGS_PATH = '/nhac-viec'

type Sender = { unit: Unit; baseUrl: string }

/** `byMail`: with what a mail has around its message. */
type Frame = Sender & { byMail: boolean }

/** Throws when the template cannot say what the row holds. */
export function write(message: Message, { unit, baseUrl }: Sender): Written {
  if (!isMessageName(message.template)) throw new Error(`there is no message ${message.template}`)
  return writeMessage<MessageName>(message.template, message.data as never, {
    unit: unit.name,
    base: baseUrl,
  })
}

/** `messages` as `parts` says them, in the order of their keys. */
export function letterOf(
  messages: readonly Message[],
  parts: readonly Written[],
  place: Frame,
  now: Instant,
): Letter {
  const [message] = messages as [Message]
  const [part] = parts as [Written]
  const { unit, baseUrl, byMail } = place
  const path = parts.length === 1 ? String(message.data.path) : '/'
  const day = `${weekdayName(localDateOf(now))} ${shortDay(localDateOf(now))}`
  const written =
    parts.length === 1
      ? part
      : writeMessage('daily', { day, count: parts.length, parts: [...parts], path }, by(place))
  const settingsUrl = baseUrl + SETTINGS_PATH
  const framed = byMail ? writeMail(written, { unit: unit.name, settings: settingsUrl }) : written
  const kind = parts.length === 1 ? message.template : 'daily'
  return { ...framed, id: idOf(message), kind, unit, url: baseUrl + path, settingsUrl }
}

const by = ({ unit, baseUrl }: Sender) => ({ unit: unit.name, base: baseUrl })

/** The same for each attempt at a message, and says nothing about whom it is for. */
const idOf = ({ unit, key }: Message): string =>
  createHash('sha256').update(`${unit}/${key}`).digest('hex').slice(0, 32)
