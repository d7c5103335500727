/** Two units of the same plan, so with slots of the same ids: what the one has, the other neither sees nor changes. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { calendars } from '../../src/calendars.ts'
import type { PayRates } from '../../src/core/blank/pay-rate.ts'
import type { ItemText } from '../../src/core/content/item.ts'
import type { ChosenTarget } from '../../src/core/count/target.ts'
import { inputOf } from '../../src/core/fact.ts'
import type { Incident } from '../../src/core/incident.ts'
import { ANY_TIME, NOTICE_HOURS } from '../../src/core/notice/notice.ts'
import type { Station } from '../../src/core/station/station.ts'
import { findEntry, listBlankFiles, saveBlankFile, saveEntry } from '../../src/store/blanks.ts'
import {
  countFacts,
  findClosing,
  insertClosing,
  listClosings,
  type NewClosing,
} from '../../src/store/closings.ts'
import { addConfirmations, confirmedFacts } from '../../src/store/confirmations.ts'
import { decideContinuation, listKnownPlans } from '../../src/store/continuations.ts'
import { continuousIn } from '../../src/store/continuous.ts'
import { type Db, write } from '../../src/store/db.ts'
import { factOfKey, listFacts, listLogged } from '../../src/store/facts.ts'
import {
  calendarSource,
  countFeeds,
  type Feed,
  hasPublicWeek,
  insertFeed,
  listFeeds,
  revokeFeed,
  setPublicWeek,
} from '../../src/store/feeds.ts'
import { handingStatements, listHandings, noteSeen } from '../../src/store/handings.ts'
import {
  findIncident,
  giveDocument,
  insertIncident,
  listIncidents,
  markUndone,
} from '../../src/store/incidents.ts'
import { listItems, listWaiting, searchItems } from '../../src/store/item-lists.ts'
import { untieItem } from '../../src/store/item-slots.ts'
import { addReview, addVersion, findItem, hashOf, insertItem } from '../../src/store/items.ts'
import { readList } from '../../src/store/json-rows.ts'
import { findKeptFile, keepStatement, keptOf, listKeptFiles } from '../../src/store/kept-files.ts'
import {
  addWebhook,
  findDestination,
  findNoticeHours,
  findNoticeSettings,
  listRecipients,
  listWebhooks,
  saveNoticeHours,
  saveNoticeSettings,
  stopWebhook,
} from '../../src/store/notices.ts'
import { listOfficialPlaces, savePlacesAfter } from '../../src/store/official-places.ts'
import { enterMessages, findMessage, listMessages, retryMessage } from '../../src/store/outbox.ts'
import { findOwnDays, saveOwnDays } from '../../src/store/own-days.ts'
import { findPapers, saveUsualPaper } from '../../src/store/paper-words.ts'
import { listPayRates, savePayRates } from '../../src/store/pay-rates.ts'
import {
  findPlayLog,
  listPlayColumns,
  listPlayLogs,
  savePlayColumns,
  savePlayLog,
} from '../../src/store/play-logs.ts'
import { listSlots } from '../../src/store/slots.ts'
import {
  addSource,
  findReview,
  findSource,
  listSources,
  saveReview,
  sourceBytes,
} from '../../src/store/sources.ts'
import { listSaidStations, setStation } from '../../src/store/stations.ts'
import { addTarget, listTargets } from '../../src/store/targets.ts'
import {
  chooseTopics,
  readingSpeed,
  saveProposal,
  setReadingSpeed,
  slotsChosenByHand,
} from '../../src/store/topics.ts'
import { chooseZalo, endLink, findZaloLink, linkChat, offerCode } from '../../src/store/zalo.ts'
import { adopt } from '../support/adopt.ts'
import { fact } from '../support/facts.ts'
import { saveConfirmed } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const [OURS, THEIRS, BELOW, BESIDE] = ['xa-thu', 'xa-khac', 'thon-thu', 'thon-khac']
const PLAN = 'thu-2025'
const SLOT = 'thu-2025:A.1:01'
const NEXT = 'thu-2025:A.1:02'
const entryKey = { blankId: 'bieu', year: 2025, period: 'Q3' }
const PORTAL = { kind: 'portal', name: 'Trang xã', address: 'https://xathu.gov.vn' } as const
const RATES: PayRates = { from: '2025-08-01', to: null, document: 'QĐ 1', lines: [] }
const DAY = 86_400_000

const rate = {
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
  time: '05:30',
  window: { from: '2025-07-07', to: '2025-09-29' },
}
const obligation = { title: 'Việc thử', channels: ['loudspeaker'], lead: 'Văn phòng', quote: 'nguyên văn' }
const plan = planOf(
  planData(rate, {
    obligations: [
      { ...obligation, id: 'A.1', cadence: rate },
      { ...obligation, id: 'A.2', cadence: { kind: 'continuous' } },
    ],
  }),
)
const said: ItemText = {
  ...{ title: 'Bài về chuyển đổi số', topics: [], body: 'Nội dung', language: 'tiếng Việt' },
  ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
}
const file = { name: 'loa.csv', size: 10, sha256: 'a'.repeat(64) }
const columns = {
  date: 0,
  time: 1,
  end: null,
  length: null,
  half: null,
  lengthUnit: 'minutes',
  title: 2,
  status: null,
  devices: null,
  dateOrder: null,
} as const
const closing: NewClosing = {
  ...{ planId: PLAN, basis: 'plan-year', period: '2025-07', from: '2025-07-01', to: '2025-07-31' },
  ...{ asOf: '2025-07-31', sha256: 'b'.repeat(64), report: '{}', by: 'Y Lan', byId: 'lan', closedAt: MONDAY },
}
const target = {
  ...{
    obligationId: 'A.1',
    airing: 'new',
    choice: 'own',
    value: 9,
    document: 'CV 1',
    by: 'Lan',
    recordedAt: MONDAY,
  },
} as const satisfies ChosenTarget
const incident: Incident = {
  ...{ id: 'su-co', kind: 'disaster', from: MONDAY - DAY, to: MONDAY },
  ...{ channel: null, note: null, document: null },
}
const message = {
  ...{ key: 'ask:x', template: 'test', data: { path: '/' }, route: 'email', userId: 'lan' },
  ...{ createdAt: MONDAY, usefulUntil: MONDAY + DAY, dueAt: MONDAY },
}
const feed: Feed = {
  ...{ id: 'lich', name: 'Anh Sơn', scope: 'all', createdBy: 'lan', createdAt: MONDAY },
  ...{ fetchedAt: null, client: null },
}
const settings = { email: 'lan@example.vn', kinds: ['ask' as const], reach: ANY_TIME }
const PAPER = { planId: '', basis: 'report-year', period: '2025-Q3' } as const
const DAY_OFF = { date: '2025-08-06', kind: 'off', name: 'Lễ hội', source: 'Đơn vị' } as const
const station: Station = { from: '2025-01-01', sessions: [], silentDays: ['SU'], maxMinutes: null }
const handed = (batch: string, unit: string) => {
  return { planId: PLAN, edition: 1, from: 'UBND xã Thử', drafts: [{ unit, plan }], batch }
}
const hours = { ...NOTICE_HOURS, askAt: '21:15' }

const bytes = new TextEncoder().encode('Kế hoạch')
const photographed = fact('evidence', '2025-08-04 06:00', {
  file: { ...file, name: 'anh.jpg', kept: 'jpeg' },
  recordedAt: MONDAY,
})
const source = {
  file,
  bytes,
  read: { kind: 'text' as const, text: 'Kế hoạch', blocks: [], converted: null, numbersLost: false },
  review: {
    ...{ planId: PLAN, obligations: [], topics: [], leftOut: [], converted: null, draft: null },
    head: {
      ...{ title: 'Kế hoạch', number: null, issued: null, inForceFrom: null, year: 2025, until: null },
      ...{ silentDays: [], assumptions: [] },
    },
  },
}

const opened = new AsyncDisposableStack()
let db: Db
/** The id of somebody in our unit, and of what was recorded there. */
let lan = ''
let aired = ''

const who = (unit: string) => ({ unit, id: 'lan', name: 'Y Lan' })

beforeAll(async () => {
  const house = opened.use(await testHouse())
  db = house.db
  for (const unit of [OURS, THEIRS]) await adopt(db, unit, plan, calendars, MONDAY)
  await house.addUnit(BELOW, BELOW, OURS)
  await house.addUnit(BESIDE, BESIDE, THEIRS)
  await write(db, handingStatements(who(OURS), handed('lô 1', BELOW), MONDAY))
  const created = await createUser(db, { unit: OURS, name: 'Lan', username: 'lan', role: 'officer' }, MONDAY)
  lan = created.ok ? created.value.id : ''
  const recorded = await recordFact({ db, who: who(OURS), now: MONDAY }, SLOT, inputOf('aired'), {
    idempotencyKey: 'k1',
  })
  aired = recorded.ok ? recorded.value.fact.id : ''
  await recordOnObligation(
    { db, who: who(OURS), now: MONDAY, calendars },
    { planId: PLAN, obligationId: 'A.2' },
    inputOf('aired'),
    {},
  )
  await insertItem({ db, who: who(OURS), now: MONDAY }, 'bai', said, SLOT)
  await addReview(
    { db, who: who(OURS), now: MONDAY },
    'bai',
    { version: 1, hash: hashOf(said), kind: 'sent', comment: null },
    0,
  )
  await addTarget(db, OURS, { ...target, id: 't1', planId: PLAN, byId: 'lan' })
  await addConfirmations(db, OURS, [
    { factId: aired, planId: PLAN, by: 'Lan', byId: 'lan', recordedAt: MONDAY },
  ])
  await write(db, [
    insertIncident({ db, who: who(OURS), now: MONDAY }, incident, { key: null, print: 'dấu' }),
    insertClosing(OURS, closing, 2),
  ])
  await chooseTopics({ db, who: who(OURS), now: MONDAY }, SLOT, ['chu-de'])
  const proposed = { slotId: NEXT, topic: 'chu-de', byHand: false, why: 'thử', by: 'Lan', at: MONDAY }
  await saveProposal(db, OURS, [NEXT], [proposed])
  await setReadingSpeed(db, who(OURS), 170, MONDAY)
  await setStation(db, who(OURS), station, MONDAY)
  await saveBlankFile({ db, who: who(OURS), now: MONDAY }, 'bieu', 'id: bieu')
  await saveEntry({ db, who: who(OURS), now: MONDAY }, entryKey, { o: '1' })
  await savePlacesAfter({ db, who: who(OURS), now: MONDAY }, [PORTAL], 0)
  await savePayRates({ db, who: who(OURS), now: MONDAY }, '2025-08-01', RATES)
  await saveOwnDays(db, who(OURS), [DAY_OFF], MONDAY)
  await savePlayLog(db, OURS, { file, packed: new Uint8Array([1]) }, MONDAY)
  await saveUsualPaper({ db, who: who(OURS), now: MONDAY }, PAPER, { signer: 'A Khanh' })
  await addSource(db, who(OURS), source, MONDAY)
  await write(db, [keepStatement(OURS, photographed, sql`true`)])
  await savePlayColumns(db, OURS, { headings: 'ngay|gio', columns }, MONDAY)
  await insertFeed(db, OURS, 'hash', feed)
  await setPublicWeek(db, OURS, true, MONDAY)
  await saveConfirmed(db, OURS, lan, settings, MONDAY)
  await saveNoticeHours(db, OURS, hours, MONDAY)
  await offerCode(db, OURS, lan, { hash: 'ma', until: MONDAY + DAY })
  const chat = { id: 'z1', chat: 'chat-lan', at: MONDAY }
  const owner = { unit: OURS, unitName: '', userId: lan, name: 'Lan', role: 'officer' as const }
  await linkChat(db, owner, 'ma', chat, MONDAY)
  const hook = {
    unit: OURS,
    id: 'w1',
    name: 'Bot',
    url: 'https://a.vn/',
    secret: 's',
    kinds: ['ask' as const],
  }
  await addWebhook(db, { ...hook, createdAt: MONDAY })
  await write(db, [enterMessages([{ ...message, unit: OURS }])])
  await db.$client.execute('UPDATE messages SET failed_at = 1, due_at = NULL')
  await decideContinuation(db, { unit: OURS, planId: PLAN, runsOn: true, by: 'Lan' }, MONDAY)
})
afterAll(() => opened.disposeAsync())

/** Each way to read, and what a unit without anything of that kind answers. */
const READS: Record<string, [read: (unit: string) => Promise<unknown>, nothing: unknown]> = {
  facts: [(unit) => listFacts(db, unit), []],
  'facts on obligations': [(unit) => listLogged(db, unit), []],
  'the number of facts': [(unit) => countFacts(db, unit, PLAN), 0],
  'the fact of a key': [(unit) => factOfKey(db, unit, 'k1'), null],
  'facts of slots': [async (unit) => (await listSlots(db, unit)).flatMap(({ facts }) => facts), []],
  'items of slots': [
    async (unit) => (await listSlots(db, unit)).flatMap(({ item }) => (item ? [item] : [])),
    [],
  ],
  'topics of slots': [async (unit) => (await listSlots(db, unit)).flatMap(({ topics }) => topics), []],
  'facts of continuous obligations': [
    async (unit) =>
      (await readList(db, continuousIn(unit, { from: '2025-08-04', to: '2025-08-10' }))).flatMap(
        ({ recent }) => recent,
      ),
    [],
  ],
  'what was handed to offices below': [(unit) => listHandings(db, unit), []],
  'an item': [(unit) => findItem(db, unit, 'bai'), null],
  'forms of its own': [(unit) => listBlankFiles(db, unit), []],
  'what was typed into a form': [(unit) => findEntry(db, unit, entryKey), null],
  'rates of pay': [(unit) => listPayRates(db, unit), []],
  'official places': [(unit) => listOfficialPlaces(db, unit), []],
  items: [(unit) => listItems(db, unit, 10), []],
  'what waits for a leader': [(unit) => listWaiting(db, unit), []],
  'what is found': [(unit) => searchItems(db, unit, 'chuyển đổi', 10), []],
  'an incident': [(unit) => findIncident(db, unit, 'su-co'), null],
  incidents: [(unit) => listIncidents(db, unit), []],
  'closed periods': [(unit) => listClosings(db, unit), []],
  'a closed period': [(unit) => findClosing(db, unit, closing), null],
  targets: [(unit) => listTargets(db, unit, [PLAN]), []],
  'what leaders vouch for': [(unit) => confirmedFacts(db, unit, [PLAN]), new Set()],
  'slots with topics by hand': [(unit) => slotsChosenByHand(db, unit, PLAN), new Set()],
  'the reading speed': [(unit) => readingSpeed(db, unit), 190],
  'a play log': [(unit) => findPlayLog(db, unit, file.sha256), null],
  'a file that is kept': [(unit) => findKeptFile(db, unit, file.sha256), null],
  'the files that are kept': [(unit) => listKeptFiles(db, unit), []],
  'what they weigh': [(unit) => keptOf(db, unit, [file.sha256]), { bytes: 0, known: new Set() }],
  'a document': [(unit) => findSource(db, unit, file.sha256), null],
  'the file of a document': [(unit) => sourceBytes(db, unit, file.sha256), null],
  documents: [(unit) => listSources(db, unit), []],
  'a document’s review': [(unit) => findReview(db, unit, file.sha256), null],
  'play logs': [(unit) => listPlayLogs(db, unit), []],
  'columns of play logs': [(unit) => listPlayColumns(db, unit), []],
  feeds: [(unit) => listFeeds(db, unit), []],
  'the number of feeds': [(unit) => countFeeds(db, unit), 0],
  'the public week': [(unit) => hasPublicWeek(db, unit), false],
  'what somebody wants to hear': [(unit) => findNoticeSettings(db, unit, lan), null],
  'where somebody is reached': [(unit) => findDestination(db, { unit, route: 'email', userId: lan }), null],
  'where a webhook leads': [(unit) => findDestination(db, { unit, route: 'webhook:w1', userId: null }), null],
  'a chat with Zalo': [async (unit) => (await findZaloLink(db, unit, lan))?.chat ?? null, null],
  recipients: [(unit) => listRecipients(db, unit, 'ask'), []],
  webhooks: [(unit) => listWebhooks(db, unit), []],
  hours: [(unit) => findNoticeHours(db, unit), NOTICE_HOURS],
  messages: [(unit) => listMessages(db, unit), []],
  'a message': [(unit) => findMessage(db, unit, message.key), null],
  'the words of its reports': [(unit) => findPapers(db, unit, PAPER), { own: null, usual: null }],
  'its days off': [(unit) => findOwnDays(db, unit), null],
  'the station’s hours': [(unit) => listSaidStations(db, unit), []],
  'whether plans run on': [
    async (unit) => (await listKnownPlans(db, unit)).map(({ decided }) => decided),
    [null],
  ],
}

test.each(Object.entries(READS))('%s of one unit are not read in another', async (_, [read, nothing]) => {
  expect(await read(OURS)).not.toEqual(nothing)
  expect(await read(THEIRS)).toEqual(nothing)
})

const everything = async (unit: string) => {
  const read = Object.entries(READS).map(async ([name, [ask]]) => [name, await ask(unit)] as const)
  const { records } = await calendarSource(db, unit, { from: '2025-01-01', to: '2025-12-31' })
  const slots = records.map(({ slot, revision }) => [slot.id, slot.withdrawn, revision])
  return { ...Object.fromEntries(await Promise.all(read)), slots }
}

test('whatever another unit writes under the same ids, one’s own stays as it was', async () => {
  const before = await everything(OURS)
  const them = who(THEIRS)
  const theirReview = { ...source.review, planId: 'khac' }
  const answers = [
    await saveReview(db, them, { sha256: file.sha256, base: 1, review: theirReview }, MONDAY),
    await revokeFeed(db, THEIRS, { id: 'lich' }, MONDAY),
    await stopWebhook(db, { unit: THEIRS, id: 'w1' }, 'thử', MONDAY),
    await retryMessage(db, THEIRS, message.key, MONDAY),
    await endLink(db, { unit: THEIRS, userId: lan }, { why: 'thử' }, MONDAY),
    await untieItem({ db, who: them, now: MONDAY }, 'bai', SLOT),
    await addVersion({ db, who: them, now: MONDAY }, 'bai', 1, { ...said, title: 'Khác' }),
    await addReview(
      { db, who: them, now: MONDAY },
      'bai',
      { version: 1, hash: hashOf(said), kind: 'approved', comment: null },
      1,
    ),
  ]
  expect(answers).toEqual([false, false, false, false, false, false, false, false])
  await write(db, [
    giveDocument(db, THEIRS, 'su-co', 'CV 2'),
    markUndone({ db, who: them, now: MONDAY }, 'su-co'),
  ])
  await recordFact({ db, who: them, now: MONDAY }, SLOT, inputOf('aired'), { idempotencyKey: 'k1' })
  const own = { ...said, title: 'Của xã khác' }
  await insertItem({ db, who: them, now: MONDAY }, 'bai', own, SLOT)
  await addVersion({ db, who: them, now: MONDAY }, 'bai', 1, { ...own, body: 'Bản sau' })
  await write(db, [insertClosing(THEIRS, closing, 1), noteSeen(THEIRS, PLAN, 1, MONDAY)])
  await write(db, handingStatements(them, handed('lô 2', BESIDE), MONDAY))
  expect(await listHandings(db, THEIRS)).toHaveLength(1)
  expect(await listClosings(db, THEIRS)).toHaveLength(1)
  await chooseTopics({ db, who: them, now: MONDAY }, SLOT, [])
  await saveProposal(db, THEIRS, [SLOT, NEXT], [])
  await setReadingSpeed(db, them, 200, MONDAY)
  await setStation(db, them, { ...station, maxMinutes: 15 }, MONDAY)
  await saveBlankFile({ db, who: them, now: MONDAY }, 'bieu', null)
  await saveEntry({ db, who: them, now: MONDAY }, entryKey, { o: '2' })
  await savePlacesAfter({ db, who: them, now: MONDAY }, [PORTAL], 0)
  await savePayRates({ db, who: them, now: MONDAY }, '2025-08-01', null)
  await saveOwnDays(db, them, [], MONDAY)
  await saveUsualPaper({ db, who: them, now: MONDAY }, PAPER, { signer: 'Y Hoa' })
  await saveOwnDays(db, them, [{ ...DAY_OFF, date: '2025-08-07' }], MONDAY)
  await savePlayLog(
    db,
    THEIRS,
    { file: { ...file, name: 'khac.csv' }, packed: new Uint8Array() },
    MONDAY + 40 * DAY,
  )
  await write(db, [keepStatement(THEIRS, { ...photographed, recordedAt: 0 }, sql`true`)])
  await addSource(db, them, { ...source, bytes: new Uint8Array(), review: theirReview }, MONDAY)
  await savePlayColumns(db, THEIRS, { headings: 'ngay|gio', columns: { ...columns, title: null } }, MONDAY)
  await setPublicWeek(db, THEIRS, false, MONDAY)
  await saveNoticeSettings({ db, who: { ...them, id: lan }, now: MONDAY }, { ...settings, email: null })
  await saveNoticeHours(db, THEIRS, NOTICE_HOURS, MONDAY)
  await chooseZalo(db, THEIRS, lan, false)
  await offerCode(db, THEIRS, lan, { hash: 'ma khac', until: MONDAY + DAY })
  await decideContinuation(db, { unit: THEIRS, planId: PLAN, runsOn: null, by: 'Sơn' }, MONDAY)
  await insertFeed(db, THEIRS, 'hash 2', { ...feed, id: 'lich 2' })
  await adopt(db, THEIRS, { ...plan, obligations: plan.obligations.slice(1) }, calendars, MONDAY)
  expect(await everything(OURS)).toEqual(before)
})
