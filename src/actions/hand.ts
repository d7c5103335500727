/** Giao kế hoạch: an edition goes to offices below as a draft of their own, which they adopt, change or refuse. */
import type { WholeEdition } from '../core/plan/edition.ts'
import type { Handing } from '../core/plan/handing.ts'
import { type FieldError, fail, invalid, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { isClosedOn, type WholeUnit } from '../core/unit.ts'
import { localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { auditEntry } from '../store/audit.ts'
import { write } from '../store/db.ts'
import { listAllEditions, listEditions } from '../store/editions.ts'
import { handingStatements, isHanded, listHandings } from '../store/handings.ts'
import { listRecipientsOf } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'
import { listSeen } from '../store/unit-tree.ts'
import type { Act } from './act.ts'
import { adoptedInOrder } from './editions.ts'
import { type Drafted, draftsFor } from './handed-drafts.ts'
import { forDays, notify } from './notify.ts'

/** More at once is more than one batch of a server takes; a province has at most some 170. */
const MOST_AT_ONCE = 300

/** Of each plan the edition that holds, and the drafts; the newest first. */
export async function handable({ db, who }: Act): Promise<WholeEdition[]> {
  const plans = await listAllEditions(db, who.unit)
  const open = plans.flatMap((editions) => {
    const held = adoptedInOrder(editions).at(-1)
    return editions.filter((one) => one === held || one.state === 'draft' || one.state === 'sent')
  })
  return open.sort((a, b) => b.at - a.at)
}

export type Readied = {
  edition: WholeEdition
  /** What the office that hands is called. */
  from: string
  drafts: Drafted[]
}

/** Who gets what, before anything is stored. `codes`: null for every open office below that does not have it yet. */
export async function readyHanding(
  act: Act,
  planId: string,
  number: number,
  codes: readonly string[] | null,
): Promise<Result<Readied>> {
  const { unit } = act.who
  const [seen, editions, handings] = await Promise.all([
    listSeen(act.db, unit),
    listEditions(act.db, unit, planId),
    listHandings(act.db, unit),
  ])
  const edition = editions.find((one) => one.number === number)
  if (!edition) return fail(missing(editions.length ? 'edition' : 'plan'))
  if (edition.state === 'discarded')
    return fail({ kind: 'conflict', detail: `Bản ${number} đã bị bỏ, không giao được.` })
  const chosen = receiversOf(act, seen, handedTo(handings, planId, number), { codes, number })
  if (!chosen.ok) return chosen
  const plans = new Map(editions.map((one) => [one.number, one.plan]))
  const given = { plan: edition.plan, handings, editions: plans }
  const from = seen.find(({ code }) => code === unit)?.name ?? unit
  return ok({ edition, from, drafts: await draftsFor(act, chosen.value, given) })
}

/** Offices that have an edition and did not refuse it. */
const handedTo = (handings: readonly Handing[], planId: string, number: number): Map<string, Handing> =>
  new Map(
    handings
      .filter((one) => one.planId === planId && one.edition === number && one.state !== 'refused')
      .map((one) => [one.unit, one]),
  )

type Asked = { codes: readonly string[] | null; number: number }

function receiversOf(
  { who, now }: Act,
  seen: readonly WholeUnit[],
  have: ReadonlyMap<string, Handing>,
  { codes, number }: Asked,
): Result<WholeUnit[]> {
  const below = new Map(seen.filter(({ code }) => code !== who.unit).map((unit) => [unit.code, unit]))
  const isClosed = (unit: WholeUnit): boolean => isClosedOn(unit, localDateOf(now))
  const free = [...below.values()].filter((unit) => !isClosed(unit) && !have.has(unit.code))
  const asked = [...new Set(codes ?? free.map(({ code }) => code))]
  if (!asked.length) return nobody(codes, below.size)
  if (asked.length > MOST_AT_ONCE)
    return invalid(`Mỗi lần giao nhiều nhất ${MOST_AT_ONCE} đơn vị; lần này chọn ${asked.length}.`)
  const wrong = asked.flatMap((code): FieldError[] => {
    const unit = below.get(code)
    const handed = have.get(code)
    const error = (kind: string, message: string) => [{ path: ['units', code], code: kind, message }]
    if (!unit) return error('unknown-unit', `không có đơn vị “${code.slice(0, 60)}” dưới đơn vị mình`)
    if (isClosed(unit))
      return error('closed', `${unit.name} đã đóng từ ${documentDay(unit.closedFrom ?? '')}`)
    if (handed)
      return error(
        'handed-before',
        `${unit.name} đã được giao bản ${number} ngày ${documentDay(localDateOf(handed.at))}`,
      )
    return []
  })
  if (wrong.length) return fail(refusal(wrong))
  return ok(asked.flatMap((code) => below.get(code) ?? []))
}

function nobody(codes: readonly string[] | null, below: number) {
  if (!below) return invalid('Không có đơn vị nào dưới đơn vị mình để giao.')
  const message = codes === null ? 'Mọi đơn vị đang hoạt động đã được giao bản này.' : 'Hãy chọn đơn vị nhận.'
  return invalid(message, [{ path: ['units'], code: 'nobody', message }])
}

const SHOWN = 5

/** Everything that is wrong is told; an office that has it already is a conflict, all else is wrong input. */
function refusal(errors: FieldError[]): Problem {
  const shown = errors.slice(0, SHOWN).map(({ message }) => message)
  const more = errors.length - shown.length
  const detail = `Chưa giao cho đơn vị nào: ${shown.join('; ')}${more ? `; và ${more} đơn vị nữa` : ''}.`
  const kind = errors.every(({ code }) => code === 'handed-before') ? 'conflict' : 'invalid'
  return { kind, detail, errors }
}

/** To all of them or to nobody. */
export async function handEdition(
  act: Act,
  planId: string,
  number: number,
  codes: readonly string[] | null,
): Promise<Result<Readied>> {
  const ready = await readyHanding(act, planId, number, codes)
  if (!ready.ok) return ready
  const { edition, from, drafts } = ready.value
  const batch = crypto.randomUUID()
  const recipients = await listRecipientsOf(
    act.db,
    drafts.map(({ unit }) => unit.code),
    null,
  )
  const stored = drafts.map(({ unit, plan }) => ({ unit: unit.code, plan }))
  const done = isHanded(batch)
  const news = drafts.flatMap(({ unit, plan }) => {
    const view = { plan: plan.title, by: from, path: '/ke-hoach' }
    const occasion = `${planId}:${number}:${act.now}`
    const notice = { unit: unit.code, template: 'handed' as const, occasion, view }
    return notify({ ...notice, usefulUntil: forDays(14, act.now) }, recipients.get(unit.code) ?? [], act.now)
  })
  const subject = edition.plan.title
  const detail = `bản ${number}, ${drafts.length} đơn vị`
  const [handed] = await write(act.db, [
    ...handingStatements(act.who, { planId, edition: number, from, drafts: stored, batch }, act.now),
    auditEntry(act.who, { kind: 'plan-handed', subject, detail }, act.now, done),
    enterMessages(news, done),
  ])
  if (handed?.rowsAffected === drafts.length) return ready
  return fail({
    kind: 'conflict',
    detail: 'Có đơn vị vừa được giao bản này, hoặc vừa đóng. Chưa giao cho đơn vị nào; hãy xem lại rồi giao.',
  })
}
