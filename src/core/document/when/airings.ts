/** A piece and how often it is heard: "mỗi tháng 01 bài, phát 04 lượt/tháng". */
import type { Parts } from './parts.ts'

const PIECES = /^(?:bài|tin|chuyên|chương trình|bản tin|phóng sự|số|kỳ|câu chuyện|tiểu phẩm)/u
const AIRINGS = /^(?:lượt|lần)/u

/** "mỗi tháng 01 bài, phát 04 lượt/tháng": one first airing and three reruns. */
export function withAirings(parts: Parts): Parts {
  const [piece, airings, ...more] = parts.counts
  const each = piece && airings ? airings.n / piece.n : 0
  const fits =
    more.length === 0 &&
    parts.reruns.length === 0 &&
    piece?.period === airings?.period &&
    piece?.interval === airings?.interval &&
    PIECES.test(piece?.unit ?? '') &&
    AIRINGS.test(airings?.unit ?? '') &&
    Number.isInteger(each) &&
    each > 1
  if (!piece || !fits) return parts
  const rerun = { n: each - 1, period: null, afterDays: null, at: [], weekdays: [], from: airings?.from ?? 0 }
  return { ...parts, counts: [piece], reruns: [rerun] }
}
