/** Incidents: one entry explains every slot that it covers, and is taken back as a whole. */

import type { Author } from '../core/author.ts'
import { inputOf } from '../core/fact.ts'
import {
  type Covered,
  type CoverState,
  coveredBy,
  daysOf,
  explanationOf,
  factsOf,
  type Incident,
  type RecordedIncident,
} from '../core/incident.ts'
import { fail, missing, ok, type Result } from '../core/problem.ts'
import { read } from '../core/reading.ts'
import { closingFor, needsReason } from '../core/record/closing.ts'
import { draftFact } from '../core/record/recording.ts'
import { type Moment, USUAL_RULES } from '../core/standing.ts'
import { INCIDENT_NAMES } from '../core/words/names.ts'
import { listClosings } from '../store/closings.ts'
import type { Db, Statement } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { appendEach, type NewFactOn } from '../store/facts.ts'
import { findIncident, giveDocument, incidentOfKey, insertIncident, markUndone } from '../store/incidents.ts'
import { listSlots } from '../store/slots.ts'
import { isSameUse, keyPrint, reusedKey, type Used } from './key-print.ts'
import { toFact } from './record-fact.ts'

export type CoveredSlot = Covered

/** The slots that an incident covers, as they stand. */
export const coverOf = async (
  db: Db,
  unit: string,
  incident: Incident,
  moment: Moment,
): Promise<CoveredSlot[]> => {
  const records = await listSlots(db, unit, { range: daysOf(incident) })
  return coveredBy(incident, read(records, moment), moment.now)
}

/** `recorded`: how many slots it explained just now; others may have been settled meanwhile. */
export type Explained = { incident: RecordedIncident; recorded: number }

/**
 * Keeps the incident and explains the chosen slots, all in one batch. Sent again with the same id it changes nothing,
 * and with the same id anything else is `key-reused`, as is a `key` that stands for a fact.
 * Without a choice all open slots are explained; what somebody else settled is never overwritten.
 */
export async function recordIncident(
  deed: Deed,
  incident: Incident,
  chosen: ReadonlySet<string> | null,
  key: string | null = null,
): Promise<Result<Explained>> {
  const { db, who } = deed
  const { kind, from, to, channel, note, document } = incident
  const print = keyPrint(who, 'incidents', [kind, from, to, channel, note, document, chosen && [...chosen]])
  const before = await incidentOfKey(db, who.unit, incident.id)
  if (before) return repeatedIncident(before, who, print)
  const recorded = await explain(deed, incident, pick(chosen), {
    before: [insertIncident(deed, incident, { key, print })],
  })
  if (!recorded.ok) return recorded
  const kept = await incidentOfKey(db, who.unit, incident.id)
  if (!kept || !isSameUse(kept, who, print)) return reusedKey()
  return ok({ incident: kept.incident, recorded: recorded.value })
}

const repeatedIncident = (
  before: Used & { incident: RecordedIncident },
  who: Author,
  print: string,
): Result<Explained> =>
  isSameUse(before, who, print) ? ok({ incident: before.incident, recorded: 0 }) : reusedKey()

/** Explains what the incident covers and nobody settled since. */
export async function recordRest(deed: Deed, id: string): Promise<Result<Explained>> {
  const { db, who } = deed
  const incident = await standingIncident(db, who.unit, id)
  if (!incident.ok) return incident
  const recorded = await explain(deed, incident.value, pick(null))
  return recorded.ok ? ok({ incident: incident.value, recorded: recorded.value }) : recorded
}

/** The document that accepts the silence came later: what the incident had recorded as not aired is excused. */
export async function acceptIncident(deed: Deed, id: string, document: string): Promise<Result<Explained>> {
  const { db, who } = deed
  const incident = await standingIncident(db, who.unit, id)
  if (!incident.ok) return incident
  const accepted = { ...incident.value, document: incident.value.document ?? document }
  // What was left out on purpose stays out; what is still open can be recorded afterwards.
  const own = ({ reading, state }: CoveredSlot) =>
    state === 'missed' && factsOf(accepted, reading.facts).length > 0
  const recorded = await explain(deed, accepted, own, {
    before: [giveDocument(db, who.unit, id, document)],
    why: `Văn bản có sau: ${document}`,
  })
  return recorded.ok ? ok({ incident: accepted, recorded: recorded.value }) : recorded
}

// Each try loses only to somebody who recorded on one of the slots meanwhile.
const TRIES = 5

/** Takes back all that the incident had recorded, by corrections; `why`, where a period is closed. A second time there is nothing left to take back. */
export async function undoIncident(
  deed: Deed,
  id: string,
  why: string | null = null,
): Promise<Result<number>> {
  const { db, who, now } = deed
  const incident = await findIncident(db, who.unit, id)
  if (!incident) return fail(missing('incident'))
  let undone = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const news = await correctionsOf(deed, incident, why)
    if (!news.ok) return news
    const added = await appendEach(db, who.unit, news.value, [markUndone({ db, who, now }, id)])
    undone += added.filter(Boolean).length
    if (added.every(Boolean)) return ok(undone)
  }
  return fail({
    kind: 'conflict',
    detail: 'Nhiều người đang ghi cùng các kỳ này. Hãy thử hoàn tác lần nữa.',
  })
}

async function standingIncident(db: Db, unit: string, id: string): Promise<Result<RecordedIncident>> {
  const incident = await findIncident(db, unit, id)
  if (!incident) return fail(missing('incident'))
  return incident.undone ? fail({ kind: 'conflict', detail: 'Sự cố này đã được hoàn tác.' }) : ok(incident)
}

/** Those chosen among what can be explained; without a choice, what is open. */
const pick =
  (chosen: ReadonlySet<string> | null) =>
  ({ reading, state }: CoveredSlot): boolean =>
    chosen ? EXPLAINABLE.includes(state) && chosen.has(reading.slot.id) : state === 'open'

const EXPLAINABLE: CoverState[] = ['open', 'missed']

type Explaining = {
  before?: Statement[]
  /** Why it is recorded, for a period that is closed; the incident's note where nobody says. */
  why?: string | null
}

async function explain(
  deed: Deed,
  incident: Incident,
  isWanted: (covered: CoveredSlot) => boolean,
  { before = [], why = incident.note }: Explaining = {},
): Promise<Result<number>> {
  const { db, who, now } = deed
  const closings = await listClosings(db, who.unit)
  const covered = (await coverOf(db, who.unit, incident, { now, rules: USUAL_RULES })).filter(isWanted)
  const news: NewFactOn[] = []
  for (const one of covered) {
    const { slot, facts } = one.reading
    const explanation = explanationOf(incident, one, now)
    const closed = closingFor(closings, one.reading)
    if (closed && why === null) return needsReason(closed)
    const input = closed ? { ...explanation, note: explanation.note ?? why } : explanation
    const draft = draftFact(slot, facts, input, now)
    if (!draft.ok) continue
    const fact = toFact({ ...draft.value, incidentId: incident.id }, who, now)
    news.push({ fact, byId: who.id, idempotencyKey: null, seen: facts.length })
  }
  if (!news.length && !before.length) return ok(0)
  return ok((await appendEach(db, who.unit, news, before)).filter(Boolean).length)
}

/** The last recorded is struck first, so that each correction finds its slot as the one before left it. */
async function correctionsOf(
  deed: Deed,
  incident: Incident,
  why: string | null,
): Promise<Result<NewFactOn[]>> {
  const { db, who, now } = deed
  const [records, closings] = await Promise.all([
    listSlots(db, who.unit, { range: daysOf(incident) }),
    listClosings(db, who.unit),
  ])
  const what = `hoàn tác sự cố: ${INCIDENT_NAMES[incident.kind].toLowerCase()}`
  const reason = why === null ? what : `${what}; ${why}`
  const news: NewFactOn[] = []
  for (const record of records) {
    const { slot, facts } = record
    const own = factsOf(incident, facts).toReversed()
    const closed = own.length ? closingFor(closings, record) : null
    if (closed && why === null) return needsReason(closed)
    for (const [i, { id }] of own.entries()) {
      const draft = draftFact(slot, facts, inputOf('correction', { corrects: id, reason }), now)
      if (!draft.ok) continue
      const fact = toFact({ ...draft.value, incidentId: incident.id }, who, now)
      news.push({ fact, byId: who.id, idempotencyKey: null, seen: facts.length + i })
    }
  }
  return ok(news)
}
