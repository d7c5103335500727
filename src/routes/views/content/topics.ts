/** Topics in words: how often they were told, when next, and a proposal for the year. */
import type { Coverage, PlanTopics, Proposed, RotationAsked } from '../../../actions/topics.ts'
import type { Plan } from '../../../core/plan.ts'
import { type KnownTopics, topicName } from '../../../core/topic.ts'
import { dayInWords, shortDay } from '../../../core/words/words.ts'
import type { RotationView, TopicsView } from '../../../templates/content-views.ts'
import type { Frame, Say, Tag } from '../../../templates/views.ts'
import { planPath, slotTopicsPath } from '../paths.ts'
import { say } from '../say.ts'
import { slotLine } from '../slot-line.ts'
import { plainTag, SIGNS } from '../tag.ts'
import { UNGROUPED } from './item-form.ts'

export const topicsPath = (planId: string): string => `/chu-de?keHoach=${encodeURIComponent(planId)}`

export type TopicsQuestion = {
  frame: Frame
  plans: readonly Plan[]
  plan: Plan | null
  coverage: readonly Coverage[]
  mayPropose: boolean
}

export function topicsView({ frame, plans, plan, coverage, mayPropose }: TopicsQuestion): TopicsView {
  const groups = Map.groupBy(coverage, ({ topic }) => topic.group ?? UNGROUPED)
  return {
    frame,
    plans:
      plans.length < 2
        ? []
        : plans.map(({ id, title }) => ({ href: topicsPath(id), words: title, current: id === plan?.id })),
    say: plan ? sayCoverage(coverage) : [say('Đơn vị chưa có kế hoạch nào.', 'strong', '/ke-hoach')],
    door: plan && !coverage.length ? { href: planPath(plan.id), words: 'Xem kế hoạch' } : null,
    propose:
      plan && coverage.length && mayPropose ? `/chu-de/de-xuat?keHoach=${encodeURIComponent(plan.id)}` : null,
    groups: [...groups].map(([name, list]) => ({ name, topics: list.map(topicLine) })),
  }
}

function sayCoverage(coverage: readonly Coverage[]): Say[] {
  if (!coverage.length)
    return [
      say('Kế hoạch này chưa ghi chủ đề nào.', 'strong'),
      say(
        'Chủ đề là những nội dung mà kế hoạch yêu cầu tuyên truyền; thêm bằng cách đưa vào một bản mới của kế hoạch.',
      ),
    ]
  const aired = coverage.filter((one) => one.aired > 0).length
  const planned = coverage.filter((one) => one.aired === 0 && one.planned > 0).length
  const nowhere = coverage.length - aired - planned
  return [
    say(`${coverage.length} chủ đề:`, 'strong'),
    say(`đã phát ${aired}, đã xếp kỳ ${planned}${nowhere ? ',' : '.'}`),
    ...(nowhere ? [say(`chưa có kỳ nào ${nowhere}.`, 'ask')] : []),
  ]
}

function topicLine({ topic, aired, lastAired, planned, next, passed }: Coverage) {
  return {
    name: topic.name,
    clause: topic.clause,
    quote: topic.quote,
    days: topic.days.map(({ name, from, to, source }) => {
      const day = (text: string) => shortDay(`2024-${text}`)
      return `${name}: ${from === to ? day(from) : `${day(from)}–${day(to)}`} (${source})`
    }),
    details: [
      aired ? `đã phát ${aired} lần, gần nhất ${dayInWords(lastAired as string)}` : 'chưa phát lần nào',
      ...(next ? [`sắp tới ${dayInWords(next)}`] : []),
      ...(passed ? [`kỳ ${dayInWords(passed)} chưa xác nhận`] : []),
    ],
    tag: coverageTag(aired, planned),
  }
}

function coverageTag(aired: number, planned: number): Tag {
  if (aired) return { words: 'Đã phát', tone: 'done', sign: SIGNS.check }
  return planned ? plainTag('Đã xếp kỳ') : { words: 'Chưa có kỳ', tone: 'ask', sign: SIGNS.wait }
}

export type RotationQuestion = {
  frame: Frame
  found: PlanTopics
  rules: RotationAsked
  proposed: Proposed
}

export function rotationView({ frame, found, rules, proposed }: RotationQuestion): RotationView {
  const { plan, known } = found
  const { slots, rotation } = proposed
  const chosenFor = Map.groupBy(rotation.choices, ({ slotId }) => slotId)
  const field = (value: string) => ({ value, error: null })
  const asked = askedAs(plan, rules)
  const here = `/chu-de/de-xuat?${new URLSearchParams(asked)}`
  return {
    frame,
    back: { href: topicsPath(plan.id), words: 'Chủ đề' },
    plan: plan.id,
    fields: Object.entries(asked).map(([name, value]) => ({ name, value })),
    obligations: obligationChoices(found, rules.obligationId),
    from: field(rules.from),
    weeks: field(String(rules.gapWeeks)),
    say: [...sayObligation(found, rules), ...sayProposal(proposed, found)],
    alone: rules.obligationId !== null,
    slots: slots.map(({ reading, chosen }) => ({
      ...slotLine(reading),
      href: slotTopicsPath(reading.slot.id, here),
      topics: chosen.length
        ? chosen.map((id) => ({
            name: topicName(known, id),
            why: reading.item ? 'theo bài đã soạn' : 'giữ như đã chọn',
          }))
        : (chosenFor.get(reading.slot.id) ?? []).map(({ topic, why }) => ({
            name: topicName(known, topic),
            why,
          })),
      tag: chosen.length ? plainTag('Giữ nguyên') : plainTag('Đề xuất', 'now'),
    })),
    keep: 'Dùng đề xuất này',
  }
}

const askedAs = (plan: Plan, { obligationId, from, gapWeeks }: RotationAsked) => ({
  ...{ keHoach: plan.id, nhiemVu: obligationId ?? 'tat-ca', tuNgay: from, soTuan: String(gapWeeks) },
})

function sayObligation({ plan }: PlanTopics, { obligationId }: RotationAsked): Say[] {
  const obligation = plan.obligations.find(({ id }) => id === obligationId)
  return obligation ? [say(`${obligation.title}:`)] : []
}

function sayProposal({ slots, rotation }: Proposed, { topics, known }: PlanTopics): Say[] {
  const own = new Set(topics.map(({ id }) => id))
  const told = new Set([
    ...rotation.choices.map(({ topic }) => topic),
    ...slots.flatMap(({ chosen }) => chosen).filter((id) => own.has(id)),
  ]).size
  const { uncovered } = rotation
  const all = told === own.size ? `đủ ${told}` : `${told}/${own.size}`
  return [
    say(`${slots.length} kỳ nói ${all} chủ đề.`, 'strong'),
    ...(uncovered.length ? [say(`Không đủ kỳ cho ${namedTopics(uncovered, known)}.`, 'miss')] : []),
  ]
}

/** So many are named; the page of the topics names them all. */
const NAMED = 3

function namedTopics(ids: readonly string[], known: KnownTopics): string {
  const names = ids.slice(0, NAMED).map((id) => `“${topicName(known, id)}”`)
  const more = ids.length - names.length
  return names.join(', ') + (more ? ` và ${more} chủ đề nữa` : '')
}

function obligationChoices({ readings, plan }: PlanTopics, chosen: string | null) {
  const dated = new Set(
    readings.filter(({ slot }) => slot.date !== null).map(({ slot }) => slot.obligationId),
  )
  const obligations = plan.obligations.filter(
    ({ id, channels }) => dated.has(id) && !channels.includes('report'),
  )
  return [
    ...obligations.map(({ id, title }) => ({ value: id, words: title, chosen: id === chosen })),
    { value: 'tat-ca', words: 'Tất cả các chuyên mục có lịch', chosen: chosen === null },
  ]
}
