/** Channels that an obligation's words name: a suggestion to the office, never what the plan says. */
import type { Channel } from '../plan.ts'
import { keyOf } from './words.ts'

const WORDS: [Channel, RegExp][] = [
  ['loudspeaker', /truyen thanh|phat thanh|(?<![\p{L}])loa(?![\p{L}])|tren song|phat song|tiep song/u],
  [
    'portal',
    /trang (?:thong tin dien tu|tin dien tu|tin|web)|cong (?:thong tin|dich vu cong)|website|cong ttdt|trang ttdt/,
  ],
  ['social', /zalo|facebook|fanpage|mang xa hoi|youtube|tiktok|nen tang so/],
  ['sms', /tin nhan|sms/],
  ['visual', /pano|ap phich|bang ron|khau hieu|truc quan|co dong|poster|man hinh/],
  ['print', /to roi|to gap|an pham|tai lieu|so tay|cam nang/],
  ['public-board', /niem yet|bang tin|bang thong tin/],
  ['communicator', /tuyen truyen mieng|tuyen truyen vien|bao cao vien|hoa giai/],
  ['report', /^(?:tong hop |gui |dinh ky )?bao cao|so ket|tong ket/],
  ['training', /tap huan|boi duong|dao tao|lop hoc/],
  ['bulletin', /ban tin/],
  [
    'event',
    /hoi nghi|hoi thi|cuoc thi|ngay hoi|toa dam|hoi thao|le phat dong|su kien|huong ung|mit tinh|dien dan|van nghe|doi thoai|to chuc/,
  ],
]

/** At most three, those that stand out first; none where the words name none. */
export function channelsOf(title: string): Channel[] {
  const key = keyOf(title)
  return WORDS.filter(([, pattern]) => pattern.test(key))
    .map(([channel]) => channel)
    .filter((channel, i, all) => !(channel === 'event' && all.length > 1) && i < 4)
    .slice(0, 3)
}
