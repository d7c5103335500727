/** What each message is given: plain data, worded where it was built. One folder of `content/messages/` each. */
import type { SlotName } from '../core/words/slot-name.ts'

/** A slot in a list. `time` may carry the day where a list spans several. */
export type MessageSlot = SlotName & { time: string | null }

/** Something due: `hạn thứ Ba 30/9/2025`, `còn 7 ngày làm việc`. */
export type DueLine = Pick<SlotName, 'href' | 'title'> & { due: string; left: string }

type Views = {
  /** How many slots there are is said in words, by what they are: `2 khung, 1 lượt đăng`. */
  remind: { when: string; count: string; slots: MessageSlot[] }
  ask: { days: string; count: string; slots: MessageSlot[] }
  week: {
    week: string
    range: string
    count: string
    unconfirmed: string
    days: { day: string; slots: MessageSlot[] }[]
    dues: DueLine[]
  }
  window: { count: number; dues: DueLine[] }
  report: { count: number; dues: DueLine[] }
  pace: { count: number; lines: { title: string; words: string; path: string }[] }
  month: {
    month: string
    plans: {
      title: string
      due: number
      done: number
      late: number
      missed: number
      unconfirmed: number
      behind: { title: string; words: string }[]
    }[]
  }
  'new-year': { year: number; plans: { title: string; count: number }[] }
  'catch-up': {
    from: string
    to: string
    nights: number
    unconfirmed: string
    slots: MessageSlot[]
    /** Unconfirmed ones that the list leaves out. */
    more: number
    dues: DueLine[]
    /** Totals that began to slip away. */
    totals: { title: string; words: string; path: string }[]
    /** Plans whose new year was made. */
    years: { title: string; year: number; count: number }[]
    /** Slots that this week still holds. */
    coming: string
  }
  /** A plan that somebody wrote waits for who may adopt it. */
  draft: { plan: string; by: string }
  /** An item that somebody wrote waits for who may approve it. `when` it is aired, `gaps` places nobody filled in, `note` a word of who sent it. */
  item: { title: string; by: string; when: string | null; gaps: number; note: string | null }
  /** What became of a plan that somebody wrote: `refused` when it was put aside, with why where it was said. */
  decided: { plan: string; by: string; refused: boolean; reason: string | null }
  /** The office above handed a plan. */
  handed: { plan: string; by: string }
  /** The office above asks about what waits: `lines` say what, `note` is its own word. */
  /** `answers`: what is asked for is an answer. */
  nudge: { by: string; lines: string[]; note: string | null; answers: boolean }
  daily: { day: string; count: number; parts: { subject: string; text: string; html: string }[] }
  test: Record<never, never>
  confirm: { name: string }
}

export type MessageName = keyof Views

/** `path` is the page that the message is about. */
export type MessageViews = { [N in MessageName]: Views[N] & { path: string } }
