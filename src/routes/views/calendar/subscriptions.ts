/** The page of the calendar subscriptions. */
import { renderSVG } from 'uqr'
import { type FeedScope, scopeWords } from '../../../core/notice/feed-scope.ts'
import { CHANNELS } from '../../../core/plan.ts'
import type { Problem } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { dayInWords, documentDay } from '../../../core/words/words.ts'
import type { Feed } from '../../../store/feeds.ts'
import type { ScopeGroup, SubscriptionsView } from '../../../templates/subscription-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldOf } from '../../form.ts'

export type SubscriptionsQuestion = {
  frame: Frame
  feeds: readonly Feed[]
  /** Who leads obligations in the unit. */
  offices: readonly string[]
  sharing: SubscriptionsView['sharing']
  sent?: { name: string; scope: string }
  problem?: Problem
  made?: { name: string; url: string }
}

export function subscriptionsView(question: SubscriptionsQuestion): SubscriptionsView {
  const { frame, feeds, offices, sharing, sent, problem, made } = question
  return {
    frame,
    summary: problem?.detail ?? null,
    made: made ? handover(made) : null,
    feeds: feeds.map((feed) => ({
      id: feed.id,
      name: feed.name,
      scope: capital(scopeWords(feed.scope)),
      made: `tạo ngày ${documentDay(localDateOf(feed.createdAt))}`,
      fetched: fetchedWords(feed),
    })),
    name: fieldOf('name', sent?.name ?? '', problem),
    scopes: scopeGroups(offices, sent?.scope ?? 'all'),
    sharing,
  }
}

/** Phones open their calendar for `webcal:`; everything else takes the address as text. */
function handover({ name, url }: { name: string; url: string }) {
  const webcal = url.replace(/^https?:/, 'webcal:')
  return { name, https: url, webcal, qr: renderSVG(webcal, { border: 0 }) }
}

const momentWords = (at: Instant): string => `${wallTimeOf(at)} ${dayInWords(localDateOf(at))}`

const fetchedWords = ({ fetchedAt, client }: Feed): string =>
  fetchedAt === null
    ? 'Chưa có ứng dụng nào tải.'
    : `Tải gần nhất lúc ${momentWords(fetchedAt)}, bằng ${client ?? 'chương trình không nêu tên'}.`

const GENERAL: [FeedScope, string][] = [
  ['all', 'Toàn bộ kế hoạch'],
  ['radio', 'Trực loa: chỉ truyền thanh, có giờ'],
  ['leadership', 'Lãnh đạo: sự kiện, việc theo kỳ, hạn chót, báo cáo'],
]

function scopeGroups(offices: readonly string[], chosen: string): ScopeGroup[] {
  const choice = (value: FeedScope, words: string) => ({ value, words, chosen: value === chosen })
  const groups = [
    { label: '', choices: GENERAL.map(([scope, words]) => choice(scope, words)) },
    {
      label: 'Một kênh',
      choices: CHANNELS.map((channel) => choice(`channel:${channel}`, CHANNEL_NAMES[channel])),
    },
    {
      label: 'Việc do một cơ quan chủ trì',
      choices: offices.map((office) => choice(`lead:${office}`, office)),
    },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}
