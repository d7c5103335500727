/** Views of what people hear and when, of what was sent to them, and of how the server fares. */
import type { Field } from './account-views.ts'
import type { Choice } from './people-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

type Tick = Choice & { hint: string }

export type NoticesView = {
  frame: Frame
  say: Say[]
  summary: string | null
  email: Field
  kinds: Tick[]
  quietFrom: Field
  quietTo: Field
  dailyAt: Field
  /** By mail or by Zalo; null where there is nothing to choose. */
  ways: Choice[] | null
  /** True while the address waits for its owner to say that it is theirs. */
  asks: boolean
  /** A message on trial can only go where there is an address. */
  canTry: boolean
  links: Link[]
}

export type ConfirmEmailView = {
  frame: Frame
  /** Names, of the person and of the unit. */
  name: string
  unit: string
  email: string
  action: string
  done: boolean
}

export type NoticeHoursView = {
  frame: Frame
  say: Say[]
  summary: string | null
  /** From when silence is asked about. */
  grace: Choice[]
  graceError: string | null
  before: Choice[]
  beforeError: string | null
  remindAt: Field
  askAt: Field
  morningAt: Field
  plans: { id: string; title: string; year: number; choices: Choice[] }[]
  /** Null for somebody who may not change them. */
  webhooks: WebhooksView | null
}

export type WebhooksView = {
  summary: string | null
  /** The one that was just made; its secret is not shown again. */
  made: { name: string; secret: string } | null
  list: { id: string; name: string; host: string; kinds: string; state: Tag; running: boolean }[]
  name: Field
  url: Field
  kinds: Tick[]
}

export type OutboxView = {
  frame: Frame
  say: Say[]
  messages: {
    /** Where it can be sent again from; null when there is nothing to send again. */
    again: string | null
    subject: string
    text: string
    /** What, to whom, when. */
    details: string[]
    tag: Tag
  }[]
  links: Link[]
}

export type MessagesView = {
  frame: Frame
  messages: { name: string; when: string; subject: string; text: string; html: string }[]
}

export type StateView = {
  frame: Frame
  say: Say[]
  jobs: { what: string; when: string; last: string; next: string; tag: Tag }[]
  /** Turns that failed: whose, what, and why. */
  failures: { what: string; unit: string; when: string; why: string }[]
  figures: { value: string; words: string }[]
  /** Names of the copies, newest first; null where the database's server makes its own. */
  copies: string[] | null
}
