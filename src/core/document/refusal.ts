/** Why a document is not read: a code that never changes, and one sentence for the officer. */
export const REFUSALS = {
  empty: 'Tệp rỗng, không có gì để đọc.',
  'too-large': 'Tệp lớn quá 10 MB: hãy bỏ ảnh chụp, ảnh nền rồi lưu lại, hoặc tách tệp.',
  'too-long':
    'Văn bản dài quá 100 trang (hoặc 300.000 ký tự): hãy tách riêng phần kế hoạch và phụ lục nhiệm vụ.',
  scan: 'Đây là bản quét (ảnh chụp trang giấy), không có chữ để đọc: hãy dùng tệp Word gốc hoặc PDF xuất từ Word.',
  unreadable:
    'Chữ trong tệp đã hỏng hoặc mất dấu (thường do nhận dạng từ bản quét): hãy dùng tệp Word gốc hoặc PDF xuất từ Word.',
  encrypted: 'Tệp đặt mật khẩu: hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi chọn lại tệp.',
  broken: 'Tệp hỏng hoặc tải chưa trọn vẹn, không mở được: hãy tải lại hoặc lưu lại từ Word.',
  unsafe: 'Tệp có cấu trúc không an toàn (nén quá mức hoặc chứa khai báo lạ) nên không được mở.',
  unsupported: 'Loại tệp này chưa đọc được: hãy mở bằng Word, chọn Lưu thành, loại “Word Document (.docx)”.',
  'no-obligations':
    'Không tìm thấy nhiệm vụ nào: đã tìm dòng “Cơ quan chủ trì”, “Thời gian thực hiện”, bảng phân công và câu có hạn hoặc số lần.',
} as const

export type RefusalCode = keyof typeof REFUSALS
export type Refusal = { code: RefusalCode; message: string }

export const refusal = (code: RefusalCode): Refusal => ({ code, message: REFUSALS[code] })
