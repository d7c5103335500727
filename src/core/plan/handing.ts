/** An edition that an office hands to those below it (giao kế hoạch), and what each of them made of it. */
import type { Instant } from '../wall-clock.ts'

export const HANDED_STATES = ['handed', 'seen', 'adopted', 'changed', 'refused', 'replaced'] as const
/** `changed`: adopted, but not as it came. `replaced`: a later edition was handed before anybody decided. */
export type HandedState = (typeof HANDED_STATES)[number]

export const HANDED_WORDS: Record<HandedState, string> = {
  handed: 'Đã giao, chưa xem',
  seen: 'Đã xem, chưa trả lời',
  adopted: 'Đã nhận, giữ nguyên',
  changed: 'Đã sửa rồi nhận',
  refused: 'Không nhận',
  replaced: 'Đã thay bằng bản giao sau',
}

/** Nobody there has answered yet. */
export const isUnanswered = ({ state }: Pick<Handing, 'state'>): boolean =>
  state === 'handed' || state === 'seen'

export type Handing = {
  /** The plan and the edition of whoever handed it. */
  planId: string
  edition: number
  /** What the plan was called then. */
  title: string
  /** The office that got it, as which draft of which plan. */
  unit: string
  draft: { planId: string; number: number }
  by: string
  at: Instant
  seenAt: Instant | null
  state: HandedState
  /** Who decided there, when, and why it was refused. */
  decided: { by: string; at: Instant; reason: string | null } | null
}

/** A draft of a chain: what came, and what was saved in its place. */
export type ChainLink = {
  number: number
  hash: string
  decision: 'sent' | 'adopted' | 'discarded' | null
  by: string | null
  at: Instant | null
  reason: string | null
}

/** What became of a draft that was handed; `chain` begins with it, in the order of numbers. */
export function outcomeOf(
  chain: readonly ChainLink[],
  { seenAt, isReplaced }: { seenAt: Instant | null; isReplaced: boolean },
): Pick<Handing, 'state' | 'decided'> {
  const [came] = chain
  const held = chain.find(({ decision }) => decision === 'adopted')
  if (held) return { state: held.hash === came?.hash ? 'adopted' : 'changed', decided: decidedOf(held) }
  const isOpen = chain.some(({ decision }) => decision !== 'discarded')
  if (isOpen) return { state: isReplaced ? 'replaced' : seenAt === null ? 'handed' : 'seen', decided: null }
  const last = chain.at(-1)
  return { state: 'refused', decided: last ? decidedOf(last) : null }
}

const decidedOf = ({ by, at, reason }: ChainLink): Handing['decided'] =>
  by === null || at === null ? null : { by, at, reason }
