/**
 * Messages to one person through a bot of the Zalo Bot Platform, and what people write to it. Made by the platform's documents
 * as of October 2026 (docs.zaloplatforms.com/docs/BOT); nobody tried it against Zalo itself.
 *
 * The bot's token stands in each address: no address may be shown or logged.
 */
import { z } from 'zod'
import { fitText } from '../core/notice/fit-text.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Channel, type Delivery, later, never, sent } from './channel.ts'
import { isPassing, postForText, waitAsked } from './http.ts'

export type ZaloBot = {
  /** Where its calls go, `https://bot-api.zaloplatforms.com`, without a slash at the end. */
  api: string
  token: string
  /** What Zalo says with each call to us; null where we ask Zalo instead. */
  webhookSecret: string | null
  /** The page on which people find the bot. */
  link: string | null
}

/** What somebody wrote to the bot. */
export type ZaloWord = {
  /** Of the message: the same one may come twice. */
  id: string
  chat: string
  at: Instant
  text: string
}

export type ZaloChannel = Channel<string> &
  Pick<ZaloBot, 'webhookSecret' | 'link'> & {
    /** The oldest thing that was written and not fetched; there may be `more`. Never throws. */
    hear: (now: Instant) => Promise<{ words: ZaloWord[]; more: boolean; why?: string }>
    /** An answer in a chat; false when it did not go. */
    say: (chat: string, text: string) => Promise<boolean>
  }

/** Characters of a message. */
const MOST = 2000
/** How long Zalo keeps a call of ours open when nobody wrote, in seconds. */
const WAIT_S = 1

const WHO = 'Zalo'

/** None for a server without a bot. */
export const zaloOf = (bot: ZaloBot | null): ZaloChannel | undefined => (bot ? zaloChannel(bot) : undefined)

export function zaloChannel({ api, token, webhookSecret, link }: ZaloBot): ZaloChannel {
  const call = async (method: string, body: object): Promise<Answer | Delivery> => {
    const headers = { 'content-type': 'application/json' }
    const parcel = { url: `${api}/bot${token}/${method}`, headers, body: JSON.stringify(body), who: WHO }
    const posted = await postForText(parcel)
    return 'kind' in posted ? posted : readAnswer(posted)
  }
  const sendText = async (chat: string, text: string): Promise<Delivery> => {
    const answer = await call('sendMessage', { chat_id: chat, text })
    return 'kind' in answer ? answer : judge(answer)
  }
  return {
    reaches: true,
    webhookSecret,
    link,
    send: ({ subject, text, url }, chat) => sendText(chat, fitText(`${subject}\n\n${text}`, MOST, url)),
    say: async (chat, text) => (await sendText(chat, text)).kind === 'sent',
    hear: async (now) => {
      const answer = await call('getUpdates', { timeout: WAIT_S })
      if ('kind' in answer) return { words: [], more: false, why: whyOf(answer) }
      // Nobody wrote: 408, or an answer without anything in it.
      if (answer.code === 408) return { words: [], more: false }
      const judged = judge(answer)
      if (judged.kind !== 'sent') return { words: [], more: false, why: whyOf(judged) }
      const updates = [answer.result ?? []].flat()
      return { words: updates.flatMap((one) => wordsOf(one, now)), more: updates.length > 0 }
    },
    close: () => undefined,
  }
}

const whyOf = (delivery: Delivery): string => ('why' in delivery ? delivery.why : '')

/** `code`: Zalo's own, from within its answer, or that of HTTP; 200 when all is well. */
type Answer = { code: number; afterMs?: number; result?: unknown }

const envelope = z.object({
  ok: z.boolean(),
  error_code: z.coerce.number().optional(),
  result: z.unknown().optional(),
})

/** Zalo answers 200 when it refuses, too, and in HTML when it does not know the token. */
function readAnswer({ response, text }: { response: Response; text: string }): Answer {
  const wait = waitAsked(response)
  const read = envelope.safeParse(dataOf(text))
  if (!read.success) return { code: response.ok ? UNREADABLE : response.status, ...wait }
  const { ok, error_code, result } = read.data
  if (ok && response.ok) return { code: 200, result }
  return { code: error_code ?? (response.ok ? UNREADABLE : response.status), ...wait }
}

/** Neither yes nor no. */
const UNREADABLE = 0

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A token that Zalo refuses is the office's to put right, so messages wait; a chat that shut us out is gone for good. */
function judge({ code, afterMs }: Answer): Delivery {
  const wait = afterMs === undefined ? {} : { afterMs }
  if (code === 200) return sent
  if (code === UNREADABLE) return later('Zalo trả lời không đọc được', { down: true })
  if (code === 401 || code === 404) return later('Zalo không nhận mã của bot', { down: true })
  if (code === 403) return never('Zalo không cho bot gửi đến người này nữa', { gone: true })
  const why = `Zalo trả lời ${code}`
  return isPassing(code) ? later(why, { down: true, ...wait }) : never(why)
}

const update = z.object({
  message: z.object({
    message_id: z.coerce.string(),
    chat: z.object({ id: z.coerce.string(), chat_type: z.string().optional() }),
    date: z.coerce.number().optional(),
    text: z.string(),
  }),
})

/** Only what somebody wrote, and to the bot alone: a group must not get what one person is told. */
export function wordsOf(data: unknown, now: Instant): ZaloWord[] {
  const read = update.safeParse(data)
  if (!read.success) return []
  const { message_id: id, chat, date, text } = read.data.message
  const isGroup = chat.chat_type !== undefined && chat.chat_type.toUpperCase() !== 'PRIVATE'
  return isGroup ? [] : [{ id, chat: chat.id, at: instantOf(date, now), text }]
}

/** Milliseconds, or seconds where it cannot be milliseconds. Nobody wrote later than now. */
const instantOf = (date: number | undefined, now: Instant): Instant =>
  date === undefined ? now : Math.min(now, date < 1e11 ? date * 1000 : date)
