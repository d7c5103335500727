/** The content calendar: titles instead of slot numbers, with what is missing said on top. */
import { type ItemBrief, topicsSaid } from '../../../core/item-brief.ts'
import { dayName, type WorkCalendar } from '../../../core/plan/work-calendar.ts'
import { CHANNELS, type Channel } from '../../../core/plan.ts'
import { byDay, isAsked, isDated, type Reading } from '../../../core/reading.ts'
import { isKept, isSettled } from '../../../core/standing.ts'
import type { Topic } from '../../../core/topic.ts'
import {
  addDays,
  contains,
  type DateRange,
  type Instant,
  type LocalDate,
  localDateOf,
  mondayOf,
  monthOf,
} from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { goesOnAir, slotCount, slotWords } from '../../../core/words/slot-words.ts'
import type { ContentDay, ContentEntry, ContentView } from '../../../templates/content-views.ts'
import type { Frame, Say, Tag } from '../../../templates/views.ts'
import { monthPager } from '../calendar/month.ts'
import { slotCard } from '../calendar/slot-card.ts'
import { dayPath, slotPath } from '../paths.ts'
import { say } from '../say.ts'
import { plainTag, SIGNS, tagOf } from '../tag.ts'
import { airedUnapproved, itemPath, newItemPath, stateTag } from './item-words.ts'

export const AHEAD_DAYS = 14

export type ContentQuestion = {
  frame: Frame
  month: DateRange
  /** Slots of the month's weeks. */
  readings: readonly Reading[]
  /** Slots of the next days. */
  soon: readonly Reading[]
  ahead: DateRange
  topics: readonly Topic[]
  filter: { channel: Channel | null; topic: string | null; asList: boolean }
  calendar: WorkCalendar
  mayWrite: boolean
  now: Instant
}

/** What is said somewhere: reports are not, and an obligation without a day is planned elsewhere. */
const speaks = (record: Reading): boolean =>
  isAsked(record) && isDated(record) && !record.obligation.channels.includes('report')

export function contentView(question: ContentQuestion): ContentView {
  const { frame, month, readings, filter, topics, now } = question
  const path = `/noi-dung/${month.from.slice(0, 7)}`
  const shown = readings
    .filter(speaks)
    .filter((record) => matches(record, question))
    .sort(byDay)
  const days = daysOf(month, shown, question)
  const query = (asList: boolean) => queryOf({ ...filter, asList })
  return {
    frame,
    pager: pagerOf(month, localDateOf(now), query(filter.asList)),
    say: sayMissing(question),
    filter: {
      action: path,
      channels: choicesOf(
        CHANNELS.map((channel) => [channel, CHANNEL_NAMES[channel]]),
        filter.channel,
        'Mọi kênh',
      ),
      topics: choicesOf(
        topics.map(({ id, name }) => [id, name]),
        filter.topic,
        'Mọi chủ đề',
      ),
      asList: filter.asList,
      on: filter.channel !== null || filter.topic !== null,
    },
    looks: [
      { href: path + query(false), words: 'Theo tháng', current: !filter.asList },
      { href: path + query(true), words: 'Danh sách', current: filter.asList },
    ],
    weeks: filter.asList ? null : inWeeks(days),
    days: days.filter(({ entries, outside }) => entries.length && !outside),
    links: [
      { href: '/chu-de', words: 'Chủ đề' },
      { href: '/duyet', words: 'Chờ duyệt' },
      { href: '/tim-bai', words: 'Mọi bài' },
      { href: '/mau-bai', words: 'Mẫu bài' },
      ...(question.mayWrite ? [{ href: '/bai/moi', words: 'Soạn bài' }] : []),
    ],
    search: '',
  }
}

const matches = (record: Reading, { filter }: ContentQuestion): boolean =>
  (filter.channel === null || record.obligation.channels.includes(filter.channel)) &&
  (filter.topic === null || topicsSaid(record).includes(filter.topic))

/** `14 ngày tới còn 3 khung chưa có bài.` */
function sayMissing({ soon, ahead }: ContentQuestion): Say[] {
  const open = soon
    .filter(speaks)
    .filter(({ slot, at }) => slot.airing === 'new' && contains(ahead, at.dueDay) && !isSettled(at.standing))
  const missing = slotCount(open.filter(({ item }) => !item))
  const waiting = slotCount(open.filter(({ item }) => item && item.state !== 'approved'))
  if (!open.length) return [say(`${AHEAD_DAYS} ngày tới không có gì cần bài.`, 'strong')]
  if (!missing && !waiting) return [say(`${AHEAD_DAYS} ngày tới việc nào cũng có bài đã duyệt.`, 'strong')]
  return [
    say(`${AHEAD_DAYS} ngày tới`, 'strong'),
    ...(missing ? [say(`còn ${missing} chưa có bài${waiting ? ',' : '.'}`, 'ask')] : []),
    ...(waiting ? [say(`${waiting} có bài chưa duyệt.`, 'ask')] : []),
  ]
}

function daysOf(month: DateRange, shown: readonly Reading[], question: ContentQuestion): ContentDay[] {
  const today = localDateOf(question.now)
  const last = addDays(mondayOf(month.to), 6)
  const days: ContentDay[] = []
  for (let date = mondayOf(month.from); date <= last; date = addDays(date, 1))
    days.push({
      ...{ date, number: Number(date.slice(8)), month: monthOf(date), href: dayPath(date) },
      isToday: date === today,
      outside: !contains(month, date),
      holiday: dayName(question.calendar, date),
      entries: shown.filter(({ at }) => at.dueDay === date).map((record) => entryOf(record, question)),
    })
  return days
}

const inWeeks = (days: readonly ContentDay[]): { days: ContentDay[] }[] =>
  Array.from({ length: days.length / 7 }, (_, i) => ({ days: days.slice(i * 7, i * 7 + 7) }))

function entryOf(record: Reading, { mayWrite }: ContentQuestion): ContentEntry {
  const { slot, obligation, item, at } = record
  const proposed = item ? [] : record.topics.map(({ name }) => name)
  const writeHere = mayWrite && slot.airing === 'new' && !isSettled(at.standing)
  const empty = writeHere ? newItemPath(slot.id) : slotPath(slot.id)
  return {
    href: item ? itemPath(item.id) : empty,
    date: at.dueDay,
    time: at.dueTime as string | null,
    mark: goesOnAir(obligation) ? slotCard(record).mark : null,
    title: item?.title ?? (proposed.join('; ') || obligation.title),
    sub: slotWords(record),
    tag: tagFor(record, item, proposed.length > 0),
  }
}

/** Planned, ready and aired are three things. */
function tagFor(record: Reading, item: ItemBrief | null, proposed: boolean): Tag {
  const { at } = record
  if (isSettled(at.standing)) {
    const tag = tagOf(record)
    if (!isKept(at.standing) || !at.outcome) return tag
    if (!item) return { ...tag, words: `${tag.words}, không có bài` }
    return airedUnapproved(item, at.outcome.at)
      ? { words: 'Phát khi chưa duyệt', tone: 'ask', sign: SIGNS.wait }
      : tag
  }
  if (item) return stateTag(item.state)
  return proposed ? plainTag('Mới có chủ đề') : plainTag('Chưa có bài')
}

function pagerOf(month: DateRange, today: LocalDate, query: string) {
  const pager = monthPager(month, today)
  const step = <S extends { href: string }>(one: S): S => ({
    ...one,
    href: one.href.replace('/thang/', '/noi-dung/') + query,
  })
  return {
    ...pager,
    heading: `Nội dung tháng ${monthOf(month.from)}`,
    previous: step(pager.previous),
    next: step(pager.next),
    current: pager.current && step(pager.current),
  }
}

function queryOf({ channel, topic, asList }: ContentQuestion['filter']): string {
  const query = new URLSearchParams({
    ...(channel && { kenh: channel }),
    ...(topic && { chuDe: topic }),
    ...(asList && { kieu: 'danh-sach' }),
  }).toString()
  return query && `?${query}`
}

const choicesOf = (options: [value: string, words: string][], chosen: string | null, all: string) => [
  { value: '', words: all, chosen: chosen === null },
  ...options.map(([value, words]) => ({ value, words, chosen: value === chosen })),
]
