/** What the log of administration (sổ quản trị) tells: who changed who may do what, and by what rules. */
import type { Instant } from '../wall-clock.ts'

/** Each kind, as the page says it before whom or what it was done to. */
export const AUDIT_WORDS = {
  'user-added': 'thêm người dùng',
  'user-role': 'đổi vai trò của',
  'user-link': 'cấp đường dẫn đặt mật khẩu cho',
  'user-sessions': 'kết thúc mọi phiên đăng nhập của',
  'user-stopped': 'ngừng tài khoản',
  'user-back': 'mở lại tài khoản',
  'password-set': 'đặt mật khẩu cho',
  'second-step-on': 'bật xác thực hai bước cho',
  'second-step-off': 'tắt xác thực hai bước của',
  'token-made': 'tạo mã truy cập API',
  'token-revoked': 'thu hồi mã truy cập API',
  'feed-made': 'tạo lịch đăng ký',
  'feed-revoked': 'thu hồi lịch đăng ký',
  'public-week': 'đổi việc công khai lịch tuần',
  'notice-hours': 'đổi giờ nhắc của đơn vị',
  grace: 'đổi lúc hỏi kết quả của đơn vị',
  'own-days': 'đổi',
  'paper-words': 'đổi',
  'webhook-made': 'thêm nơi nhận tin',
  'webhook-stopped': 'dừng gửi tin đến',
  'plan-runs-on': 'đổi việc nối tiếp của kế hoạch',
  'plan-adopted': 'thêm kế hoạch',
  'plan-handed': 'giao kế hoạch',
  'units-nudged': 'nhắc',
  'blank-added': 'thêm biểu mẫu',
  'blank-removed': 'thu hồi biểu mẫu',
  'unit-added': 'thêm đơn vị',
  'unit-changed': 'sửa thông tin đơn vị',
  'on-time-days': 'đổi hạn ghi kết quả của các đơn vị dưới',
  'unit-closed': 'đóng đơn vị',
  'unit-opened': 'mở lại đơn vị',
} as const

export type AuditKind = keyof typeof AUDIT_WORDS

export type AuditEntry = {
  at: Instant
  by: string
  kind: AuditKind
  /** Whom or what it was done to, by the name it had then. */
  subject: string
  detail: string | null
}
