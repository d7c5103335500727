/** Channels that an obligation's words name: a suggestion to the office, never what the plan says. */
import type { Channel } from '../plan.ts'
import type { Draft } from './draft.ts'
import { keyOf } from './words.ts'

const WORDS: [Channel, RegExp][] = [
  ['loudspeaker', /truyen thanh|phat thanh|(?<![\p{L}])loa(?![\p{L}])|tren song|phat song|tiep song/u],
  [
    'portal',
    /trang (?:thong tin dien tu|tin dien tu|tin|web)|cong (?:thong tin|dich vu cong)|website|cong ttdt|trang ttdt/,
  ],
  ['social', /zalo|facebook|fanpage|mang xa hoi|youtube|tiktok|nen tang so/],
  ['sms', /(?<!uy )tin nhan|sms/],
  ['visual', /pa ?no|ap phich|bang ron|khau hieu|truc quan|co dong|poster|man hinh/],
  ['print', /to roi|to gap|an pham|tai lieu|so tay|cam nang/],
  ['public-board', /niem yet|bang tin|bang thong tin/],
  ['communicator', /tuyen truyen mieng|tuyen truyen vien|bao cao vien|hoa giai/],
  ['report', /^(?:tong hop |gui |dinh ky )?bao cao|so ket|tong ket/],
  ['training', /tap huan|boi duong|dao tao|lop hoc/],
  ['bulletin', /ban tin/],
  [
    'event',
    /hoi nghi|hoi thi|cuoc thi|ngay hoi|toa dam|hoi thao|le phat dong|(?<!tin tuc(?:,| -| va)? )su kien|huong ung|mit tinh|dien dan|van nghe|doi thoai|to chuc/,
  ],
]

/** By an obligation's title, else by what a table says it makes, else by the nearest heading that names a channel. */
export function channelsOf({ title, content, often, found, under = [] }: Draft): Channel[] {
  const made =
    found === 'row' ? [...content, ...(often ? [often.words] : [])].map(({ text }) => channelsIn(text)) : []
  const above = under.map((heading) => channelsIn(heading).filter((channel) => AIRED.has(channel)))
  const own = channelsIn(title.text)
  // "Bản tin" is a name of what is aired or posted, wherever the words around it say so.
  if (own.join() === 'bulletin') {
    const aired = content
      .flatMap(({ text }) => channelsIn(text))
      .filter((channel) => channel === 'loudspeaker')
    const where = [...above, aired.slice(0, 1)].find((channels) => channels.length > 0)
    if (where) return where
  }
  const said = [...made, ...above].find((channels) => channels.length > 0) ?? []
  return own.length ? own : said
}

/** Headings say what kind of channel is meant, not that each line below is an event or a report. */
const AIRED: ReadonlySet<Channel> = new Set(['loudspeaker', 'portal', 'social', 'sms', 'visual', 'print'])

/** At most three, those that stand out first; none where the words name none. */
function channelsIn(title: string): Channel[] {
  const key = keyOf(title)
  return WORDS.filter(([, pattern]) => pattern.test(key))
    .map(([channel]) => channel)
    .filter((channel, i, all) => !(channel === 'event' && all.length > 1) && i < 4)
    .slice(0, 3)
}
