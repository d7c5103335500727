/** An edition in words: where it came from, how it stands, and its line in a list. */
import { ORIGIN_NAMES } from '../../../core/plan/change-words.ts'
import type { Edition } from '../../../core/plan/edition.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { EditionLine } from '../../../templates/change-views.ts'
import { editionPath } from '../paths.ts'
import { plainTag } from '../tag.ts'

export const instantWords = (at: number): string => `${wallTimeOf(at)} ${documentDay(localDateOf(at))}`

/** `editions`: all of its plan. */
export function stateWords(edition: Edition, editions: readonly Edition[]): string {
  const { state, decided, from, amends } = edition
  const by = decided ? `${decided.by}, ${instantWords(decided.at)}` : ''
  if (state === 'sent') return `đã gửi (${by})`
  if (state === 'discarded')
    return `${isRefused(edition, editions) ? 'không nhận' : 'đã bỏ'} (${by})${decided?.reason ? `: ${decided.reason}` : ''}`
  if (state === 'draft') return 'dự thảo'
  const document = amends ? `, theo ${amends.number} ngày ${documentDay(amends.day)}` : ''
  return `áp dụng từ ${from ? documentDay(from) : ''} (${by})${document}`
}

/** Of what was handed; one in whose place another was saved at that moment was not. */
const isRefused = ({ origin, number, decided }: Edition, editions: readonly Edition[]): boolean =>
  origin === 'handed' && !editions.some((one) => one.number > number && one.at === decided?.at)

type Among = { editions: readonly Edition[]; current: number | null; shown: number }

export function editionLine(edition: Edition, { editions, current, shown }: Among): EditionLine {
  const { number, state, origin, originOf, by, at } = edition
  const holds = number === current
  const tag = holds
    ? plainTag('Đang áp dụng', 'done')
    : state === 'draft' || state === 'sent'
      ? plainTag(state === 'sent' ? 'Chờ áp dụng' : 'Dự thảo', 'ask')
      : plainTag(state === 'discarded' ? 'Đã bỏ' : 'Đã áp dụng')
  return {
    href: number === shown ? null : editionPath(edition.planId, number),
    words: `Bản ${number}`,
    tag,
    details: `${ORIGIN_NAMES[origin]}${originWords(edition, originOf)}. ${by} soạn ${instantWords(at)}${state === 'draft' ? '' : `; ${stateWords(edition, editions)}`}.`,
  }
}

export const originWords = ({ origin }: Edition, of: string | null): string =>
  of === null ? '' : origin === 'restored' ? ` bản ${of}` : ` (${of})`

export const editionLines = (editions: readonly Edition[], current: number | null): EditionLine[] =>
  editions.toReversed().map((one) => editionLine(one, { editions, current, shown: 0 }))

/** Who a draft is from, in a list of what waits. */
export const draftedBy = ({ origin, originOf, by }: Edition): string =>
  origin === 'handed' && originOf !== null ? `${originOf} giao (${by})` : `${by} soạn`
