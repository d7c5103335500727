/** What the server does of its own accord, in office words: for the page that shows how it fares. */
/** `when` is office time. */
export const JOB_NAMES = {
  'new-year': {
    what: 'Lập lịch năm sau cho kế hoạch còn nối tiếp',
    when: 'ngày 01/12, và khi thêm kế hoạch',
  },
  remind: { what: 'Nhắc trước giờ phát', when: 'tối hôm trước, hoặc vài phút trước giờ phát' },
  ask: { what: 'Hỏi xác nhận cuối ngày', when: 'mỗi tối, khi còn kỳ chưa xác nhận' },
  week: { what: 'Lịch tuần', when: 'sáng thứ Hai' },
  window: { what: 'Việc theo kỳ và hạn chót', when: 'sáng, trước hạn 14, 7 và 1 ngày làm việc' },
  report: { what: 'Hạn báo cáo', when: 'sáng, trước hạn 14, 7 và 1 ngày làm việc' },
  pace: { what: 'Cảnh báo chỉ tiêu có nguy cơ không đạt', when: 'sáng thứ Hai' },
  month: { what: 'Tóm tắt tháng cho lãnh đạo', when: 'sáng ngày đầu tháng' },
  'catch-up': { what: 'Một tin tổng hợp thay cho những ngày máy nghỉ', when: 'sau khi máy nghỉ quá 3 ngày' },
  backup: { what: 'Sao lưu, giữ 7 ngày, 4 tuần, 12 tháng', when: '01:30 mỗi đêm' },
  prune: {
    what: 'Dọn phiên đăng nhập, tin cũ quá 90 ngày, tệp minh chứng rút đã 30 ngày',
    when: '02:30 mỗi đêm',
  },
} as const satisfies Record<string, { what: string; when: string }>

export type JobName = keyof typeof JOB_NAMES

export const isJobName = (name: string): name is JobName => Object.hasOwn(JOB_NAMES, name)
