/** From drafts to proposals: lead and support told apart, the time read, doubts gathered, ids made unique. */

import type { Channel } from '../plan.ts'
import { capital } from '../text.ts'
import { addDays, type LocalDate } from '../wall-clock.ts'
import { channelsOf } from './channel-words.ts'
import { type Doubt, doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { officesIn, withHelpers } from './offices.ts'
import type { PlanHead } from './plan-head.ts'
import type { ProposedObligation } from './proposal.ts'
import type { SourceText } from './source.ts'
import { spotsOf } from './spots.ts'
import { type Reading, type ReadTime, timeReader, timingOf } from './timing.ts'
import { shortTitle } from './topics.ts'
import { cadenceOf } from './when/cadence-of.ts'
import type { When } from './when/when.ts'
import type { Words } from './words.ts'

/** What a plan file takes. */
const MAX_QUOTE = 4000

type Context = { source: SourceText; year: number | null; yearGuessed: boolean; readTime: ReadTime }

export function proposedObligations(
  drafts: readonly Draft[],
  source: SourceText,
  { year, yearGuessed: guessed }: Pick<PlanHead, 'year' | 'yearGuessed'>,
): ProposedObligation[] {
  const ids = uniqueIds(drafts.map(({ clause }) => clause))
  const readTime = timeReader(year)
  return drafts.map((draft, i) =>
    proposed(draft, ids[i] as string, { source, year, yearGuessed: guessed === true, readTime }),
  )
}

function proposed(
  draft: Draft,
  id: string,
  { source, year, yearGuessed, readTime }: Context,
): ProposedObligation {
  const offices = officesOf(draft)
  const { when, verbatim, doubts } = levelled(draft, timingOf(draft, year, readTime), { year, readTime })
  const title = capital(shortTitle(draft.title)) || 'Nhiệm vụ'
  const differs = doubts.flatMap(({ code, message }) =>
    code === 'total-mismatch' ? [{ code, message }] : [],
  )
  const written = cadenceOf({ ...when, doubt: differs }, { year })
  const named = channelsOf(draft)
  const channels: Channel[] = named.length === 0 && when.kind === 'report' ? ['report'] : named
  const all = [
    ...draft.doubts,
    ...offices.doubts,
    ...doubts,
    ...textDoubts(draft, source),
    ...yearDoubts(year, yearGuessed),
  ]
  return {
    id,
    clause: draft.clause || id,
    title,
    lead: offices.lead,
    support: offices.support,
    channels: channels.length ? channels : ['event'],
    quote: quoteOf(draft, source.text),
    level: written === null ? 'unread' : all.length ? 'look' : 'sure',
    doubts: distinct(all),
    when: { verbatim, ...when },
    cadence: written?.cadence ?? null,
    assumptions: [...channelAssumptions(channels), ...(written?.assumptions ?? [])],
    place: draft.place,
    spots: spotsOf(draft),
  }
}

const channelAssumptions = (channels: readonly string[]): string[] => [
  channels.length
    ? 'Kênh do chương trình gợi ý theo tên nhiệm vụ hoặc đề mục; kế hoạch không ghi kênh.'
    : 'Kế hoạch không ghi kênh; tạm xếp vào sự kiện, hãy chọn lại.',
]

const distinct = (doubts: readonly Doubt[]): Doubt[] =>
  doubts.filter(
    ({ code, message }, i) =>
      doubts.findIndex((other) => other.code === code && other.message === message) === i,
  )

type Offices = { lead: string | null; support: string[]; doubts: Doubt[] }

/** With "chủ trì" named, "thực hiện" supports; alone it leads. */
function officesOf({ lead, doer, support, found, doubts: said }: Draft): Offices {
  const head = lead ?? doer
  const rest = [support, lead ? doer : null].filter((words): words is Words => words !== null)
  const named = withHelpers(head?.text ?? '')
  const leads = officesIn(named.lead)
  const helpers = [named.helpers, ...rest.map(({ text }) => text)].filter((text) => text !== null)
  const supports = helpers.map(officesIn)
  const doubts: Doubt[] = []
  if (leads.names.length === 0 && !said.some(({ code }) => code === 'missing-lead'))
    doubts.push(doubt('missing-lead', 'lead', 'Văn bản không ghi cơ quan chủ trì.'))
  if (leads.cut)
    doubts.push(doubt('two-readings', 'lead', 'Sau tên cơ quan có ghi việc làm; chỉ lấy phần tên cơ quan.'))
  if (!lead && found !== 'prose' && leads.names.length > 1)
    doubts.push(doubt('two-readings', 'lead', 'Nhiều cơ quan cùng thực hiện, không ghi cơ quan nào chủ trì.'))
  const text = leads.names.join('; ')
  return {
    lead: text && text.length <= 300 ? text : (leads.names[0]?.slice(0, 300) ?? null),
    support: unique(supports.flatMap(({ names }) => names)).slice(0, 100),
    doubts,
  }
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

/** A level of its own: by its own day, else by its block's time, else by the year's end. */
function levelled(
  draft: Draft,
  reading: Reading,
  { year, readTime }: Omit<Context, 'source' | 'yearGuessed'>,
): Reading {
  const { level } = draft
  if (!level) return reading
  const block = level.within && readTime(level.within.words.text, level.within.label)
  const by = level.by ?? (block && lastDay(block)) ?? (year === null ? null : `${year}-12-31`)
  const filled = level.by || block ? [] : ['Câu này không ghi ngày phải đạt; tạm lấy hết năm của kế hoạch.']
  return {
    ...reading,
    when: { kind: 'measure', target: { value: level.value, unit: '%', by } },
    doubts: [...filled, 'Đọc từ chỉ tiêu trong câu văn: hãy xem đúng mức và đúng ngày.'].map((message) =>
      doubt('two-readings', 'when', message),
    ),
  }
}

const lastDay = ({ window, before }: When): LocalDate | null =>
  before ? addDays(before, -1) : (window?.to ?? null)

function textDoubts(
  { title, lead, doer, when, often, found }: Draft,
  { converted, numbersLost }: SourceText,
): Doubt[] {
  const doubts: Doubt[] = []
  const words = [title, lead, doer, when?.words, often?.words]
  if (words.some((one) => one?.repaired))
    doubts.push(doubt('repaired-text', 'quote', 'Có chữ bị dính hoặc bị rời trong tệp; đã tách lại khi đọc.'))
  if (converted)
    doubts.push(
      doubt(
        'repaired-text',
        'quote',
        `Văn bản gõ bằng phông chữ cũ (${NAMES[converted]}), đã đổi sang Unicode.`,
      ),
    )
  if (numbersLost && found !== 'row')
    doubts.push(
      doubt(
        'numbering',
        'clause',
        'Tệp .doc không cho biết số thứ tự tự động: hãy so mã điều khoản với bản giấy.',
      ),
    )
  return doubts
}

const yearDoubts = (year: number | null, guessed: boolean): Doubt[] =>
  guessed
    ? [
        doubt(
          'year-outside-plan',
          'when',
          `Tên kế hoạch và ngày ban hành không cho biết năm; tạm lấy năm ${year} theo các câu trong văn bản.`,
        ),
      ]
    : year === null
      ? [
          doubt(
            'year-outside-plan',
            'when',
            'Văn bản cho nhiều năm hoặc không ghi năm: hãy chọn năm của kế hoạch.',
          ),
        ]
      : []

const NAMES = { tcvn3: 'TCVN3', vni: 'VNI' }

/** Cut from the text as kept; of a very long block the end, where its labels stand. */
function quoteOf({ place, when, often }: Draft, text: string): string {
  const whole = text.slice(place.from, place.to)
  if (whole.length <= MAX_QUOTE) return whole
  const last = when ?? often
  const to = Math.min(place.to, last ? (last.words.to.at(-1) ?? place.to) + 1 : place.to)
  return text.slice(Math.max(place.from, to - MAX_QUOTE), to)
}

const MAX_ID = 40

/** `II.3-1`, `II.3-2` where one clause holds several. */
function uniqueIds(clauses: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const clause of clauses) count.set(clause, (count.get(clause) ?? 0) + 1)
  const used = new Map<string, number>()
  return clauses.map((clause) => {
    const base = idOf(clause)
    const nth = (used.get(clause) ?? 0) + 1
    used.set(clause, nth)
    return (count.get(clause) ?? 0) > 1 || !clause ? `${base.slice(0, MAX_ID - 5)}-${nth}` : base
  })
}

const idOf = (clause: string): string =>
  clause
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, MAX_ID) || 'KS'
