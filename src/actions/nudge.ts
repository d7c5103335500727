/** Nhắc: the office above asks those below about what waits, at most once a day each. */
import { lags } from '../core/count/lag.ts'
import { editionPath } from '../core/paths.ts'
import { type Handing, isUnanswered } from '../core/plan/handing.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import type { WholeUnit } from '../core/unit.ts'
import { localDateOf } from '../core/wall-clock.ts'
import { periodName } from '../core/words/period-words.ts'
import { documentDay } from '../core/words/words.ts'
import { auditEntry } from '../store/audit.ts'
import { write } from '../store/db.ts'
import { listRecipientsOf } from '../store/notices.ts'
import { isFirstNudge, nudgedOn } from '../store/nudges.ts'
import { enterMessages } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { forDays, notify } from './notify.ts'
import type { RollUp } from './roll-up.ts'

/** What an office is asked about. */
export type Behind = {
  unit: WholeUnit
  lines: string[]
  /** The page there where it is put right. */
  path: string
  /** An answer is awaited, not a record. */
  answers: boolean
}

/** Offices that lag over a period, the one that looks left out. */
export const laggards = ({ units, period, year }: RollUp, own: string): Behind[] =>
  units
    .filter((one) => one.unit.code !== own && lags(one))
    .map(({ unit, due, settled, unconfirmed, behind }) => ({
      unit,
      lines: [
        ...(unconfirmed
          ? [
              `${periodName(period, year)}: đã xác nhận ${settled}/${due}, còn ${unconfirmed} kỳ chưa xác nhận`,
            ]
          : []),
        ...(behind ? [`${periodName(period, year)}: ${behind} nhiệm vụ đang chậm`] : []),
      ],
      path: unconfirmed ? '/chua-xac-nhan' : `/chi-tieu/${year}`,
      answers: false,
    }))

/** Offices that did not say yet what they make of an edition. */
export const unanswered = (
  handings: readonly Handing[],
  units: readonly WholeUnit[],
  { planId, edition }: { planId: string; edition: number },
): Behind[] =>
  units.flatMap((unit) => {
    const handing = handings.find(
      (one) => one.unit === unit.code && one.planId === planId && one.edition === edition,
    )
    if (!handing || !isUnanswered(handing)) return []
    const day = documentDay(localDateOf(handing.at))
    const line = `kế hoạch “${handing.title}” giao ngày ${day}: chưa trả lời nhận hay không nhận`
    const path = editionPath(handing.draft.planId, handing.draft.number)
    return [{ unit, lines: [line], path, answers: true }]
  })

export type Nudgeable = Behind & {
  /** How many people and programs would get it. */
  receivers: number
  /** Somebody reminded it today. */
  isNudged: boolean
}

export async function nudgeable({ db, now }: Act, behind: readonly Behind[]): Promise<Nudgeable[]> {
  const codes = behind.map(({ unit }) => unit.code)
  const [recipients, nudged] = await Promise.all([
    listRecipientsOf(db, codes, null),
    nudgedOn(db, codes, localDateOf(now)),
  ])
  return behind.map((one) => ({
    ...one,
    receivers: recipients.get(one.unit.code)?.length ?? 0,
    isNudged: nudged.has(one.unit.code),
  }))
}

export const NOTE_MOST = 300

/** To those of them that were not reminded today and can be reached; answers how many offices. */
export async function nudge(
  act: Act,
  from: string,
  behind: readonly Behind[],
  note: string,
): Promise<Result<number>> {
  if (note.length > NOTE_MOST)
    return invalid('Lời nhắn quá dài.', [
      { path: ['loiNhan'], code: 'too-long', message: `không quá ${NOTE_MOST} ký tự` },
    ])
  const { db, who, now } = act
  const day = localDateOf(now)
  const open = (await nudgeable(act, behind)).filter(({ isNudged, receivers }) => receivers > 0 && !isNudged)
  if (!open.length)
    return invalid('Chưa nhắc đơn vị nào: hãy chọn đơn vị chưa được nhắc hôm nay và có người nhận tin.')
  const recipients = await listRecipientsOf(
    db,
    open.map(({ unit }) => unit.code),
    null,
  )
  const news = open.flatMap(({ unit, lines, path, answers }) => {
    const view = { by: from, lines, note: note || null, path, answers }
    const notice = { unit: unit.code, template: 'nudge' as const, occasion: day, view }
    return notify({ ...notice, usefulUntil: forDays(7, now) }, recipients.get(unit.code) ?? [], now)
  })
  const entry = { kind: 'units-nudged' as const, subject: `${open.length} đơn vị` }
  await write(db, [enterMessages(news, isFirstNudge(day)), auditEntry(who, entry, now)])
  return ok(open.length)
}
