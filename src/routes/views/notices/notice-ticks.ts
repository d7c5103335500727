/** Kinds of messages as boxes to tick. */
import { NOTICE_NAMES, type NoticeKind, offeredKinds } from '../../../core/notice/notice.ts'

/** `decides`: for somebody who may approve and adopt. */
export const kindTicks = (chosen: readonly NoticeKind[], decides: boolean) =>
  offeredKinds(decides).map((kind) => ({
    value: kind,
    words: NOTICE_NAMES[kind].name,
    hint: NOTICE_NAMES[kind].when,
    chosen: chosen.includes(kind),
  }))

/** `Nhắc trước giờ phát, Lịch tuần` */
export const kindsInWords = (kinds: readonly NoticeKind[]): string =>
  kinds.map((kind) => NOTICE_NAMES[kind].name).join(', ') || 'không tin nào'
