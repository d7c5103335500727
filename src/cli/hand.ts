/** `plan hand` and `plan handed`: an edition goes to offices below, and what each made of it. */
import { handEdition } from '../actions/hand.ts'
import { wantsHours } from '../actions/handed-drafts.ts'
import { calendars } from '../calendars.ts'
import { HANDED_WORDS } from '../core/plan/handing.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import type { Db } from '../store/db.ts'
import { listHandings } from '../store/handings.ts'
import { findPlan } from '../store/plans.ts'
import { listSeen } from '../store/unit-tree.ts'
import { authorOf } from './adopt.ts'
import { type Args, textOption, type UnitWorld } from './command.ts'
import { table } from './table.ts'
import { closedProblem } from './unit.ts'

/** `--to all`: every open office below that does not have it yet; without `--edition`, the one that holds. */
export async function hand(
  args: Args,
  { db, unit, clock, out }: UnitWorld,
  id: string,
): Promise<Problem | null> {
  const to = textOption(args, 'to')?.trim()
  if (!to) return invalid('Thiếu --to: các mã đơn vị, cách nhau bằng dấu phẩy, hoặc all.').problem
  const number = await numberOf(args, db, unit, id)
  if (!number.ok) return number.problem
  const closed = await closedProblem(db, unit, clock())
  if (closed) return closed
  const codes =
    to === 'all'
      ? null
      : to
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean)
  const act = { db, now: clock(), calendars, who: { unit, id: 'cli', name: authorOf(args) } }
  const handed = await handEdition(act, id, number.value, codes)
  if (!handed.ok) return handed.problem
  const { drafts } = handed.value
  out(`${id} (${unit}): đã giao bản ${number.value} cho ${drafts.length} đơn vị.`)
  for (const { unit: to, stations, left } of drafts.filter(wantsHours))
    out(`! ${to.code}: ${stations.length ? left.join(' ') : 'chưa khai giờ phát của đài'}`)
  return null
}

export async function handed(args: Args, { db, unit, out }: UnitWorld, id: string): Promise<Problem | null> {
  const [all, seen] = await Promise.all([listHandings(db, unit, id), listSeen(db, unit)])
  const names = new Map(seen.map(({ code, name }) => [code, name]))
  const said = textOption(args, 'edition')
  const rows = all
    .filter((one) => names.has(one.unit) && (said === undefined || String(one.edition) === said))
    .map((one) => [
      ...[one.unit, names.get(one.unit) ?? one.unit, String(one.edition), documentDay(localDateOf(one.at))],
      HANDED_WORDS[one.state],
      one.decided?.reason ?? '',
    ])
  const columns = ['Mã', 'Đơn vị', 'Bản', 'Giao ngày', 'Tình trạng', 'Lý do'].map((title) => ({ title }))
  out(rows.length ? table(columns, rows) : `Chưa giao ${id} cho đơn vị nào.`)
  return null
}

async function numberOf(args: Args, db: Db, unit: string, id: string): Promise<Result<number>> {
  const said = textOption(args, 'edition')
  if (said !== undefined)
    return /^[1-9]\d{0,5}$/.test(said)
      ? ok(Number(said))
      : invalid(`Bản "${said}" không đúng: hãy ghi một số, ví dụ --edition 2.`)
  const held = await findPlan(db, unit, id)
  return held
    ? ok(held.edition)
    : invalid(`Kế hoạch "${id.slice(0, 80)}" không có bản nào đang áp dụng: hãy ghi --edition.`)
}
