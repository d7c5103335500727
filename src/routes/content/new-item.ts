/** `/bai/moi`: a new item, empty or from a skeleton, for a slot or for later. */

import { draftScript, type ScriptGround } from '../../actions/draft-script.ts'
import { slotForItem } from '../../actions/items.ts'
import type { Problem, Result } from '../../core/problem.ts'
import type { SlotRecord } from '../../core/reading.ts'
import { slotWords } from '../../core/words/slot-words.ts'
import { findPlan } from '../../store/plans.ts'
import { findTopics } from '../../store/topic-names.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import {
  isScriptKind,
  SCRIPT_KINDS,
  SCRIPT_NAMES,
  type ScriptKind,
  usualScript,
} from '../../templates/script.ts'
import type { Ctx } from '../env.ts'
import { type Form, queryForm, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { httpStatus } from '../problem.ts'
import { itemFormView } from '../views/content/item-form.ts'
import { slotWhen } from '../views/content/item-words.ts'
import { slotPath } from '../views/paths.ts'
import { topicsToChoose } from './unit-topics.ts'

type Refused = Pick<Sent, 'form' | 'all'> & { problem: Problem }

const BLANK = 'trong'

/** Shows the form; after a refusal with everything that was sent. */
export async function newItemPage(c: Ctx, refused?: Refused): Promise<Response> {
  const asked: Form = refused?.form ?? queryForm(c)
  const slot = await askedSlot(c, asked('khung').normalize('NFC'))
  const ground = await groundOf(c, slot?.ok ? slot.value : null)
  const kind = askedKind(asked('mau'), ground.record)
  const draft = kind && !refused ? draftScript(kind, ground, c.var.now) : null
  const problem = refused?.problem ?? problemOf(slot) ?? problemOf(draft)
  const drafted = draft?.ok ? draft.value : { title: '', body: '' }
  // Without a topic the skeleton has no title to give.
  const written = { ...drafted, title: ground.topics.length ? drafted.title : '' }
  const first: Form = (name) =>
    ({ tieuDe: written.title, noiDung: written.body, nguoiViet: c.var.who.name })[name] ?? ''
  const chosen = refused?.all('chuDe') ?? (ground.record?.topics ?? []).map(({ id }) => id)
  const page = render(
    'item-form',
    itemFormView({
      frame: await frameOf(c, { title: 'Soạn bài', page: 'item-form' }),
      ...around(ground.record, kind, asked('ma') || crypto.randomUUID(), c),
      form: refused?.form ?? first,
      ...{ chosen, ...(await topicsToChoose(c, chosen)) },
      problem,
    }),
  )
  return c.html(page, problem ? httpStatus[problem.kind] : 200)
}

function around(record: SlotRecord | null, kind: ScriptKind | null, id: string, c: Ctx) {
  const slotId = record?.slot.id ?? ''
  const query = (mau: string) => `/bai/moi?${new URLSearchParams({ ...(slotId && { khung: slotId }), mau })}`
  return {
    heading: 'Soạn bài',
    other: null,
    action: '/bai',
    draft: `${c.var.who.id}:moi:${slotId}`,
    fields: [
      { name: 'ma', value: id },
      { name: 'khung', value: slotId },
      { name: 'mau', value: kind ?? BLANK },
    ],
    slot: record && {
      href: slotPath(slotId),
      words: `${slotWhen(record)}: ${slotWords(record)}`,
    },
    skeletons: [
      ...SCRIPT_KINDS.map((one) => ({ href: query(one), words: SCRIPT_NAMES[one], current: one === kind })),
      { href: query(BLANK), words: 'Trang trắng', current: kind === null },
    ],
    submit: 'Lưu bản nháp',
    back: slotId ? slotPath(slotId) : '/noi-dung',
  }
}

const problemOf = (result: Result<unknown> | null): Problem | undefined =>
  result && !result.ok ? result.problem : undefined

async function askedSlot(c: Ctx, slotId: string): Promise<Result<SlotRecord> | null> {
  return slotId ? slotForItem(c.var.deps.db, c.var.who.unit, slotId, null) : null
}

function askedKind(mau: string, record: SlotRecord | null): ScriptKind | null {
  if (isScriptKind(mau)) return mau
  return mau === '' && record ? usualScript(record.obligation.channels) : null
}

async function groundOf(c: Ctx, record: SlotRecord | null): Promise<ScriptGround> {
  const { deps, who } = c.var
  const ids = (record?.topics ?? []).map(({ id }) => id)
  const [unit, plan, known] = await Promise.all([
    findUnit(deps.db, who.unit),
    record ? findPlan(deps.db, who.unit, record.slot.planId) : null,
    findTopics(deps.db, who.unit, ids),
  ])
  const topics = ids.flatMap((id) => known.get(id) ?? [])
  return { unit: unit?.name ?? who.unit, record, plan, topics }
}
