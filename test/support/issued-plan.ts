/** A plan as an office issues it, made for tests: one obligation is sure, one has two readings, one no time. */
import { Document, Packer, Paragraph, TextRun } from 'docx'

export const ISSUED = [
  'ỦY BAN NHÂN DÂN',
  'XÃ ĐỒI MÂY',
  'Số: 12/KH-UBND',
  'Đồi Mây, ngày 05 tháng 01 năm 2026',
  'KẾ HOẠCH',
  'Truyền thông về nước sạch và vệ sinh môi trường năm 2026',
  'I. MỤC ĐÍCH, YÊU CẦU',
  'Nâng cao nhận thức của người dân về nước sạch.',
  'II. NỘI DUNG TRUYỀN THÔNG',
  '1. Lợi ích của nước sạch đối với sức khỏe.',
  '2. Cách phân loại rác tại nhà.',
  'III. NHIỆM VỤ',
  '1. Phát chuyên mục nước sạch trên hệ thống truyền thanh xã',
  '- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.',
  '- Cơ quan phối hợp: Văn phòng HĐND và UBND.',
  '- Thời gian thực hiện: Mỗi tháng 02 số.',
  '2. Tổ chức hội nghị tuyên truyền về vệ sinh môi trường tại các thôn',
  '- Cơ quan phối hợp: Các thôn.',
  '- Thời gian thực hiện: Quý II/2026.',
  '3. Tham gia hội thi tìm hiểu về môi trường do tỉnh tổ chức (nếu có)',
  '- Cơ quan chủ trì: Đoàn thanh niên xã.',
  '- Thời gian thực hiện: Theo hướng dẫn của tỉnh.',
  'IV. TỔ CHỨC THỰC HIỆN',
  'Mỗi ngày phát tối đa 02 buổi, không phát quá 21 giờ.',
  'Các đơn vị nghiêm túc triển khai kế hoạch này.',
]

export async function issuedDocx(lines: readonly string[] = ISSUED): Promise<Buffer> {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
