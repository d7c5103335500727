/** After a move the page that somebody comes back to says what moved, what moved along, and how to undo it. */
import { read } from '../../core/reading.ts'
import { movedAlong } from '../../core/record/family.ts'
import { can } from '../../core/role.ts'
import { slotTitle } from '../../core/words/slot-words.ts'
import { dayInWords, shortDay } from '../../core/words/words.ts'
import { listSlots } from '../../store/slots.ts'
import type { Flash } from '../../templates/views.ts'
import { type Ctx, momentIn } from '../env.ts'
import { undoOf } from '../views/record/history.ts'
import { MOVED } from '../views/record/moved.ts'

/** So long after it a move is told. */
const TOLD_MS = 10 * 60_000

/** Null where the address names no slot, or one that was not moved just now. */
export async function movedFlash(c: Ctx): Promise<Flash | null> {
  const { deps, who, now } = c.var
  const id = c.req.query(MOVED)?.normalize('NFC')
  if (!id || !can(who.role, 'record')) return null
  const family = read(await listSlots(deps.db, who.unit, { family: id.replace(/\.r\d+$/, '') }), momentIn(c))
  const self = family.find(({ slot }) => slot.id === id)
  const move = self?.at.moved
  if (!self || !move?.to || now - move.recordedAt > TOLD_MS) return null
  const along = movedAlong(family, self.slot, move).flatMap(({ to }) => (to ? [shortDay(to.date)] : []))
  const hour = move.to.time === null ? '' : `, ${move.to.time}`
  const reruns = along.length ? `, cùng ${along.length} lần phát lại: ${along.join(', ')}` : ''
  return {
    tone: 'done',
    words: `Đã dời “${slotTitle(self.slot, self.obligation)}” sang ${dayInWords(move.to.date)}${hour}${reruns}.`,
    undo: undoOf(move, who.id, c.req.path),
  }
}
