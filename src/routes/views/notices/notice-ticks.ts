/** Kinds of messages as boxes to tick. */
import { NOTICE_KINDS, NOTICE_NAMES, type NoticeKind } from '../../../core/notice/notice.ts'

export const kindTicks = (chosen: readonly NoticeKind[]) =>
  NOTICE_KINDS.map((kind) => ({
    value: kind,
    words: NOTICE_NAMES[kind].name,
    hint: NOTICE_NAMES[kind].when,
    chosen: chosen.includes(kind),
  }))

/** `Nhắc trước giờ phát, Lịch tuần` */
export const kindsInWords = (kinds: readonly NoticeKind[]): string =>
  kinds.map((kind) => NOTICE_NAMES[kind].name).join(', ') || 'không tin nào'
