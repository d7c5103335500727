/** Views of what leaves the house: calendar subscriptions and the public week. */
import type { Field } from './account-views.ts'
import type { DayView } from './calendar-views.ts'
import type { Choice } from './people-views.ts'
import type { Frame, Link, Pager } from './view-parts.ts'

export type ScopeGroup = { label: string; choices: Choice[] }

export type SubscriptionsView = {
  frame: Frame
  summary: string | null
  /** The subscription that was just made; its addresses are not shown again. */
  made: { name: string; https: string; webcal: string; qr: string } | null
  feeds: { id: string; name: string; scope: string; made: string; fetched: string }[]
  name: Field
  /** Without a label: what is not of a kind. */
  scopes: ScopeGroup[]
  /** The unit's public week; null for who may not decide about it. */
  sharing: { shared: boolean; address: string } | null
}

export type PublicWeekView = {
  frame: Frame
  pager: Pager
  unit: string
  days: DayView[]
  signIn: Link
}
