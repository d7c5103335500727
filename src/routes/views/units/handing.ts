/** Giao kế hoạch: what is handed, to whom, with which hours, and what each office made of it. */
import type { Readied } from '../../../actions/hand.ts'
import { type Drafted, wantsHours } from '../../../actions/handed-drafts.ts'
import type { WholeEdition } from '../../../core/plan/edition.ts'
import {
  HANDED_STATES,
  HANDED_WORDS,
  type HandedState,
  type Handing,
  isUnanswered,
} from '../../../core/plan/handing.ts'
import type { Problem } from '../../../core/problem.ts'
import { stationWords } from '../../../core/station/place-words.ts'
import { type Station, stationOn } from '../../../core/station/station.ts'
import { byName } from '../../../core/text.ts'
import { UNIT_KIND_NAMES, UNIT_KINDS, type WholeUnit } from '../../../core/unit.ts'
import { type Instant, localDateOf } from '../../../core/wall-clock.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { HandView, PreviewRow } from '../../../templates/handing-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { editionPath } from '../paths.ts'
import { say } from '../say.ts'
import { pathFromAbove } from './paths.ts'

export const HANDING_PAGE = '/cac-don-vi/giao'
/** All open offices that do not have it yet. */
export const EVERYBODY = 'tat-ca'
export const CHOSEN = 'chon'

export type HandQuestion = {
  frame: Frame
  /** Offices below, closed ones too. */
  below: readonly WholeUnit[]
  open: readonly WholeUnit[]
  /** What can be handed: editions that hold, and drafts. */
  editions: readonly WholeEdition[]
  handings: readonly Handing[]
  may: { hand: boolean; nudge: boolean }
  asked: { edition: string; scope: string; units: readonly string[] }
  ready: Readied | null
  problem: Problem | null
}

const editionKey = ({ planId, number }: Pick<WholeEdition, 'planId' | 'number'>): string =>
  `${planId}|${number}`

/** The page with this edition chosen. */
export const handingPath = (edition: Pick<WholeEdition, 'planId' | 'number'>): string =>
  `${HANDING_PAGE}?ban=${encodeURIComponent(editionKey(edition))}`

export function handView(question: HandQuestion): HandView {
  const { frame, editions, open, may, ready, problem } = question
  const errors = problem && 'errors' in problem ? (problem.errors ?? []) : []
  return {
    frame,
    say: sayHanding(question),
    summary: problem?.detail ?? null,
    errors: errors.length > 1 ? errors.map(({ message }) => message) : [],
    action: HANDING_PAGE,
    form: may.hand && editions.length && open.length ? formOf(question, ready) : null,
    handed: handedOf(question),
  }
}

function sayHanding({ editions, open }: HandQuestion): Say[] {
  if (!open.length) return [say('Không có đơn vị nào đang hoạt động dưới đơn vị mình.')]
  if (!editions.length)
    return [
      say('Đơn vị mình chưa có kế hoạch nào để giao: lập hoặc thêm kế hoạch trước.', 'ask', '/ke-hoach'),
    ]
  return [
    say('Mỗi đơn vị nhận một bản dự thảo mang tên mình, giờ phát theo đài của mình.', 'strong'),
    say('Lịch của đơn vị chỉ đổi khi đơn vị tự áp dụng.'),
  ]
}

function formOf({ editions, open, asked }: HandQuestion, ready: Readied | null): HandView['form'] {
  const kinds = UNIT_KINDS.map((kind) => ({ kind, count: open.filter((one) => one.kind === kind).length }))
  const scope = asked.scope || EVERYBODY
  const choice = (value: string, words: string) => ({ value, words, chosen: value === scope })
  return {
    editions: editions.map((edition) => ({
      value: editionKey(edition),
      words: `${edition.plan.title}, bản ${edition.number}${edition.state === 'adopted' ? '' : ' (dự thảo)'}`,
      chosen: editionKey(edition) === asked.edition,
    })),
    scopes: [
      choice(EVERYBODY, `Mọi đơn vị chưa được giao bản này, trong ${open.length} đơn vị đang hoạt động`),
      ...kinds
        .filter(({ count }) => count > 0 && count < open.length)
        .map(({ kind, count }) => choice(kind, `${count} ${UNIT_KIND_NAMES[kind]}, trừ nơi đã được giao`)),
      choice(CHOSEN, 'Những đơn vị chọn dưới đây'),
    ],
    units: open.map(({ code, name }) => ({
      ...{ value: code, words: name, note: null, chosen: asked.units.includes(code) },
    })),
    preview: ready && previewOf(ready),
  }
}

function previewOf({ drafts }: Readied) {
  const wanting = drafts.filter(wantsHours)
  const sorted = drafts.toSorted((a, b) => byName(a.unit.name, b.unit.name))
  const [silent, told] = [sorted.filter(isSilent), sorted.filter((draft) => !isSilent(draft))]
  const first = (a: Drafted, b: Drafted) => Number(wantsHours(b)) - Number(wantsHours(a))
  return {
    say: [
      say(`${drafts.length - wanting.length}/${drafts.length} đơn vị vừa giờ phát.`, 'strong'),
      ...(wanting.length ? [say(`${wanting.length} đơn vị cần xem.`, 'ask')] : []),
      say('Máy xếp vào giờ phát của đài từng nơi; đơn vị sửa được trước khi áp dụng.'),
    ],
    withoutHours: silent.length
      ? {
          words: `${silent.length} đơn vị chưa khai giờ phát: giữ giờ của bản giao, đơn vị tự xếp.`,
          names: silent.map(({ unit }) => unit.name),
        }
      : null,
    rows: told.sort(first).map(rowOf),
    submit: `Giao cho ${drafts.length} đơn vị`,
  }
}

/** Its hours are nobody's to look at. */
const isSilent = ({ stations }: Drafted): boolean => stations.length === 0

const rowOf = ({ unit, plan, stations, placed, left }: Drafted): PreviewRow => {
  const station = (stationOn(stations, plan.inForceFrom) ?? stations[0]) as Station
  return { name: unit.name, hours: stationWords(station), placed, left }
}

const dayOf = (instant: Instant): string => documentDay(localDateOf(instant))

function handedOf({ handings, below, may }: HandQuestion): HandView['handed'] {
  const names = new Map(below.map(({ code, name }) => [code, name]))
  const seen = handings.filter(({ unit }) => names.has(unit))
  const groups = [...Map.groupBy(seen, ({ planId, edition }) => `${planId}|${edition}`).values()]
  return groups.map((own) => {
    const [first] = own as [Handing]
    const newest = [...Map.groupBy(own, ({ unit }) => unit).values()].map(([one]) => one as Handing)
    const taken = newest.filter(({ state }) => state === 'adopted' || state === 'changed').length
    const waiting = newest.filter(isUnanswered).length
    const { planId, edition } = first
    const query = new URLSearchParams({ 'ke-hoach': planId, ban: String(edition) })
    return {
      heading: `Đã giao ${dayOf(first.at)}`,
      sub: `${taken}/${newest.length} đơn vị đã nhận.`,
      edition: { href: editionPath(planId, edition), words: `${first.title}, bản ${edition}` },
      states: HANDED_STATES.flatMap((state) => stateOf(state, newest, names)),
      nudge:
        may.nudge && waiting
          ? { href: `/cac-don-vi/nhac?${query}`, words: `Nhắc ${waiting} đơn vị chưa trả lời…` }
          : null,
    }
  })
}

function stateOf(
  state: HandedState,
  handings: readonly Handing[],
  names: ReadonlyMap<string, string>,
): HandView['handed'][number]['states'] {
  const own = handings.filter((one) => one.state === state)
  if (!own.length) return []
  const units = own
    .map(({ unit, draft, at, seenAt, decided }) => ({
      href: pathFromAbove(unit, editionPath(draft.planId, draft.number)),
      name: names.get(unit) ?? unit,
      details: decided
        ? `${decided.by}, ${dayOf(decided.at)}`
        : seenAt === null
          ? `giao ${dayOf(at)}`
          : `xem ${dayOf(seenAt)}`,
      reason: decided?.reason ?? (state === 'refused' ? 'Đơn vị đã gỡ kế hoạch này.' : null),
    }))
    .sort((a, b) => byName(a.name, b.name))
  return [{ count: own.length, words: HANDED_WORDS[state], open: state === 'refused', units }]
}
