/** Views of who may come in: one's own account, the unit's people and its API tokens. */
import type { LocalDate } from '../core/wall-clock.ts'
import type { Field } from './account-views.ts'
import type { Frame, Say } from './view-parts.ts'

/** An option of a list of which one is chosen. */
export type Choice = { value: string; words: string; chosen: boolean }

/** One's own chat with the server's bot. */
export type ZaloPart = { say: Say[]; ask: string; linked: boolean }

export type ZaloCodeView = {
  frame: Frame
  code: string
  minutes: number
  /** The bot's page; null where nobody said it. */
  bot: string | null
  /** True while another chat is linked. */
  replaces: boolean
  /** True where the beat asks Zalo once a minute. */
  slowly: boolean
}

export type AccountView = {
  frame: Frame
  name: string
  username: string
  role: string
  /** Whether this role may choose it. */
  secondStep: boolean
  /** Null where the server has no bot. */
  zalo: ZaloPart | null
}

export type UsersView = {
  frame: Frame
  summary: string | null
  /** The one-time link that was just made; it is not shown again. */
  made: { name: string; username: string; url: string; days: number } | null
  users: {
    id: string
    name: string
    username: string
    role: string
    roles: Choice[]
    active: boolean
    /** False until the one-time link was used. */
    hasPassword: boolean
    /** Whether they are asked for a code after the password. */
    secondStep: boolean
    /** The one who looks at the page. */
    own: boolean
  }[]
  name: Field
  username: Field
  roles: Choice[]
}

export type AuditView = {
  frame: Frame
  entries: { when: string; by: string; what: string; subject: string; detail: string | null }[]
  /** Where the next older ones are; null at the end. */
  older: string | null
  /** Back to the first page; null on it. */
  newest: string | null
}

export type TokensView = {
  frame: Frame
  summary: string | null
  /** The token that was just made; it is not shown again. */
  made: { name: string; secret: string } | null
  tokens: { id: string; name: string; role: string; made: LocalDate }[]
  name: Field
  roles: Choice[]
}
