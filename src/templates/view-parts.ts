/** What the views of many pages are made of. */
import type { Undo } from './slot-views.ts'

export type Link = { href: string; words: string }

/** How much of a long list a page leaves out, and where that stands. */
export type LeftOut = { words: string; links: Link[] }

/** `room`: shown on every screen, or only where the bar is wide enough for it, or only where it is not. */
export type NavLink = Link & {
  current: boolean
  room: 'all' | 'wide' | 'narrow'
  /** How much waits there for whoever reads it; 0 shows nothing. */
  waiting: number
}

/** `done` was carried out, `ask` needs attention, `miss` was refused. */
export type Flash = { tone: 'done' | 'ask' | 'miss'; words: string; undo: Undo | null }

/** What stands around every page. */
export type Frame = {
  title: string
  /** The page's name, as a class: the stylesheet hangs paper sizes on it. */
  page: string
  unit: string | null
  /** Empty for somebody who is not signed in. */
  nav: NavLink[]
  /** `current`: the room of the link that leads to the page shown. */
  menu: { name: string; role: string; links: NavLink[]; current: NavLink['room'] | null } | null
  flash: Flash | null
  /** The office that is looked at from above; null on one's own pages. */
  above: string | null
  /** What a chat or a search shows of the page; null on pages that are nobody else's business. */
  preview: Preview | null
}

/** `url` and `image` with scheme and host. */
export type Preview = { title: string; words: string; url: string; image: string }

/** A colour of the house, always beside a word. */
export type Tone = 'plan' | 'now' | 'done' | 'ask' | 'miss' | 'excuse'

/** An outcome in a word; `sign` is the path of a small drawing beside it. */
export type Tag = { words: string; tone: Tone; sign: string | null }

/** A piece of the sentence that opens a page. */
export type Say = { words: string; tone: 'strong' | 'ask' | 'miss' | 'plain'; href: string | null }

/** Heading of a span with the way to its neighbours. `current` leads back to today, null when it is shown. */
export type Pager = {
  heading: string
  sub: string
  previous: Step
  next: Step
  current: Link | null
}
/** `short` is what fits on a phone beside the arrow. */
export type Step = { href: string; words: string; short: string }
