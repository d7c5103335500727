/** What the code's words are called in an office. One table a noun, for pages, feeds, reports and messages alike. */
import type { FactKind, Reason } from '../fact.ts'
import type { IncidentKind } from '../incident.ts'
import type { Basis } from '../period.ts'
import type { Channel } from '../plan.ts'
import type { Airing } from '../slot.ts'
import type { Standing } from '../standing.ts'
import type { Verdict } from '../verdict.ts'

/** The eight kinds of NĐ 49/2024/NĐ-CP, and what plans add. */
export const CHANNEL_NAMES: Record<Channel, string> = {
  loudspeaker: 'Truyền thanh',
  'public-board': 'Bảng tin công cộng',
  bulletin: 'Bản tin thông tin cơ sở',
  print: 'Tài liệu, ấn phẩm',
  communicator: 'Tuyên truyền viên',
  portal: 'Trang thông tin điện tử',
  social: 'Mạng xã hội (Zalo, Facebook)',
  sms: 'Tin nhắn',
  event: 'Sự kiện, hội nghị',
  visual: 'Pano, băng rôn',
  training: 'Tập huấn',
  report: 'Báo cáo',
}

/** `mark` as radio schedules write it. */
export const AIRING_NAMES: Record<Airing, { name: string; mark: string }> = {
  new: { name: 'Phát mới', mark: 'PM' },
  rerun: { name: 'Phát lại', mark: 'PL' },
}

export const STANDING_NAMES: Record<Standing, string> = {
  upcoming: 'Sắp tới',
  due: 'Đến hạn',
  unconfirmed: 'Chưa xác nhận',
  done: 'Đã thực hiện',
  late: 'Thực hiện trễ',
  short: 'Chưa đạt thời lượng',
  'made-up': 'Đã phát bù',
  missed: 'Không thực hiện',
  excused: 'Không thực hiện, có lý do được chấp nhận',
  withdrawn: 'Không còn trong kế hoạch',
  'not-triggered': 'Không phát sinh',
  'not-in-force': 'Trước ngày có hiệu lực',
}

export const VERDICT_NAMES: Record<Verdict, string> = {
  met: 'Đạt',
  'on-track': 'Đúng nhịp',
  behind: 'Đang chậm',
  'not-met': 'Không đạt',
  'needs-confirmation': 'Cần xác nhận',
  'no-target': 'Không có chỉ tiêu',
  'not-triggered': 'Không phát sinh',
}

export const FACT_NAMES: Record<FactKind, string> = {
  aired: 'Đã phát',
  posted: 'Đã đăng',
  held: 'Đã tổ chức',
  measured: 'Số đo',
  'not-aired': 'Không phát',
  excused: 'Nghỉ có lý do được chấp nhận',
  moved: 'Dời',
  'made-up': 'Phát bù',
  evidence: 'Minh chứng',
  note: 'Ghi chú',
  correction: 'Hoàn tác',
}

export const REASON_NAMES: Record<Reason, string> = {
  power: 'mất điện',
  equipment: 'hỏng máy',
  disaster: 'thiên tai',
  emergency: 'bản tin khẩn cấp',
  'not-triggered': 'không phát sinh',
  other: 'lý do khác',
}

/** A reason as recorded: one of the list, or in somebody's own words. */
export const reasonInWords = (reason: string): string =>
  Object.hasOwn(REASON_NAMES, reason) ? REASON_NAMES[reason as Reason] : reason

export const INCIDENT_NAMES: Record<IncidentKind, string> = {
  disaster: 'Bão, thiên tai',
  power: 'Mất điện',
  tet: 'Nghỉ Tết',
  emergency: 'Bản tin khẩn cấp',
  other: 'Sự cố khác',
}

export const BASIS_NAMES: Record<Basis, string> = {
  'plan-year': 'theo năm kế hoạch (01/01 – 31/12)',
  'report-year': 'theo năm báo cáo (15/12 – 14/12)',
}

/** Of what a plan asks for that nobody issued for its year. */
export const RUNS_ON = 'nối tiếp'

/** `title`: of the plan that was issued; `year`: the one into which it runs on. */
export const runsOnWords = ({ title, year }: { title: string; year: number }): string =>
  `Nối tiếp: trong khi chưa ban hành kế hoạch năm ${year}, đơn vị tiếp tục thực hiện “${title}”.`
