/** Writing items, having them approved, and tying them to slots. */
import { emptyProblem, type ItemText, type ReviewKind, reviewProblem, stateOf } from '../core/content/item.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { readOne, type SlotRecord } from '../core/reading.ts'
import { isKept, USUAL_RULES } from '../core/standing.ts'
import { localDateOf, wallTimeOf } from '../core/wall-clock.ts'
import { slotTitle } from '../core/words/slot-words.ts'
import { shortDay } from '../core/words/words.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { tieItem, untieItem } from '../store/item-slots.ts'
import { addReview, addVersion, findItem, hashOf, type Item, insertItem, latestOf } from '../store/items.ts'
import { findSlot } from '../store/slots.ts'

async function itemOf(db: Db, unit: string, id: string): Promise<Result<Item>> {
  const item = await findItem(db, unit, id)
  return item ? ok(item) : fail(missing('item'))
}

export const itemState = (item: Item) => stateOf(latestOf(item).version, item.reviews)

/** The original that an item may be tied to, or why not. A rerun stands for its original. */
export async function slotForItem(
  db: Db,
  unit: string,
  slotId: string,
  itemId: string | null,
): Promise<Result<SlotRecord>> {
  const asked = await findSlot(db, unit, slotId)
  const record = asked?.slot.of ? await findSlot(db, unit, asked.slot.of) : asked
  if (!record)
    return invalid('Không có kỳ này, hoặc kế hoạch không còn nó. Bài vẫn lưu được mà không gắn kỳ.')
  if (record.slot.withdrawn)
    return fail({
      kind: 'conflict',
      detail: `Kế hoạch không còn yêu cầu kỳ “${slotTitle(record.slot, record.obligation)}” này. Hãy chọn kỳ khác; bài vẫn lưu được mà không gắn kỳ.`,
    })
  if (record.item && record.item.id !== itemId)
    return fail({ kind: 'conflict', detail: `Kỳ này đã có bài “${record.item.title}”.` })
  return ok(record)
}

/** A form that is sent again, with the text changed meanwhile, makes the next version of the same item. */
export async function createItem(
  deed: Deed,
  id: string,
  text: ItemText,
  slotId: string | null,
): Promise<Result<Item>> {
  const { db, who } = deed
  const slot = slotId === null ? null : await slotForItem(db, who.unit, slotId, id)
  if (slot && !slot.ok) return slot
  await insertItem(deed, id, text, slot ? slot.value.slot.id : null)
  return editItem(deed, id, 1, text)
}

/** Saving what is there already adds no version, so an approval stays. */
export async function editItem(deed: Deed, id: string, base: number, text: ItemText): Promise<Result<Item>> {
  const { db, who } = deed
  const item = await itemOf(db, who.unit, id)
  if (!item.ok) return item
  const latest = latestOf(item.value)
  if (latest.hash === hashOf(text)) return item
  if (latest.version !== base || !(await addVersion(deed, id, base, text)))
    return savedMeanwhile(db, who.unit, id)
  return itemOf(db, who.unit, id)
}

async function savedMeanwhile(db: Db, unit: string, id: string): Promise<Result<Item>> {
  const item = await itemOf(db, unit, id)
  if (!item.ok) return item
  const { version, by, at } = latestOf(item.value)
  return fail({
    kind: 'conflict',
    detail:
      `${by} đã lưu bản ${version} lúc ${wallTimeOf(at)} ngày ${shortDay(localDateOf(at))}, trong khi anh/chị đang sửa. ` +
      'Chưa có gì bị ghi đè: bản của anh/chị còn nguyên ở dưới.',
  })
}

export type Decision = { kind: ReviewKind; hash: string; comment: string | null }

/** Sends, approves or returns exactly the text whose hash was on the page. */
export async function reviewItem(
  deed: Deed,
  id: string,
  { kind, hash, comment }: Decision,
): Promise<Result<Item>> {
  const { db, who } = deed
  const item = await itemOf(db, who.unit, id)
  if (!item.ok) return item
  const version = latestOf(item.value)
  const problem =
    reviewProblem({ version, state: itemState(item.value) }, kind, hash) ??
    (kind === 'sent' ? emptyProblem(version) : null) ??
    (kind === 'returned' && !comment ? NO_COMMENT : null) ??
    (comment && comment.length > MOST_COMMENT ? LONG_COMMENT : null)
  if (problem) return fail(problem)
  const review = { version: version.version, hash, kind, comment }
  if (await addReview(deed, id, review, item.value.reviews.length)) return itemOf(db, who.unit, id)
  return fail({
    kind: 'conflict',
    detail: 'Có người vừa sửa hoặc vừa quyết định về bài này. Hãy mở lại bài và xem.',
  })
}

/** Characters of what must be mended. */
const MOST_COMMENT = 2000

const LONG_COMMENT: Problem = {
  kind: 'invalid',
  detail: `Ý kiến dài quá ${MOST_COMMENT} ký tự; ghi gọn lại, hoặc sửa thẳng trong bài.`,
  errors: [{ path: ['yKien'], code: 'too-long', message: `không quá ${MOST_COMMENT} ký tự` }],
}

const NO_COMMENT: Problem = {
  kind: 'invalid',
  detail: 'Trả lại thì cần ghi ý kiến, để người viết biết sửa gì.',
  errors: [{ path: ['yKien'], code: 'missing-field', message: 'cần ghi ý kiến' }],
}

export async function tieSlot(deed: Deed, id: string, slotId: string): Promise<Result<SlotRecord>> {
  const { db, who } = deed
  const item = await itemOf(db, who.unit, id)
  if (!item.ok) return item
  const slot = await slotForItem(db, who.unit, slotId, id)
  if (!slot.ok) return slot
  if (slot.value.item || (await tieItem(deed, id, slot.value.slot.id))) return slot
  return slotForItem(db, who.unit, slotId, id)
}

/** What was aired stays what it was about. */
export async function untieSlot(deed: Deed, id: string, slotId: string): Promise<Result<null>> {
  const { db, who, now } = deed
  const record = await findSlot(db, who.unit, slotId)
  if (record?.item?.id !== id) return fail({ kind: 'not-found', detail: 'Bài này không gắn với kỳ đó.' })
  if (isKept(readOne(record, { now, rules: USUAL_RULES }).at.standing))
    return fail({ kind: 'conflict', detail: 'Kỳ này đã phát bài này, nên không gỡ ra được.' })
  await untieItem(deed, id, slotId)
  return ok(null)
}
