/** Groups of obligations (nhóm nhiệm vụ) as yearly reviews have them: by the kind of channel. */
import type { Channel, Obligation } from '../core/plan.ts'

/** `sheet` is short enough for the tab of a workbook. */
export const GROUPS = {
  radio: { name: 'Truyền thanh cơ sở', sheet: 'Truyền thanh' },
  online: { name: 'Trang thông tin điện tử, mạng xã hội, tin nhắn', sheet: 'Trang TTĐT, mạng xã hội' },
  visual: { name: 'Bảng tin, bản tin, tài liệu, trực quan', sheet: 'Bảng tin, trực quan' },
  event: { name: 'Hội nghị, sự kiện, tập huấn, tuyên truyền viên', sheet: 'Sự kiện, tập huấn' },
  report: { name: 'Chế độ báo cáo', sheet: 'Báo cáo' },
} as const
export type Group = keyof typeof GROUPS

const GROUP_OF: Record<Channel, Group> = {
  loudspeaker: 'radio',
  portal: 'online',
  social: 'online',
  sms: 'online',
  'public-board': 'visual',
  bulletin: 'visual',
  print: 'visual',
  visual: 'visual',
  event: 'event',
  training: 'event',
  communicator: 'event',
  report: 'report',
}

/** By the obligation's first channel. */
export const groupOf = ({ channels }: Pick<Obligation, 'channels'>): Group => GROUP_OF[channels[0] as Channel]
