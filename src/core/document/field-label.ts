/** What a label before a colon, or the head of a column, says that its words are. */
import { keyOf } from './words.ts'

export type FieldName =
  | 'title'
  | 'lead'
  | 'doer'
  | 'support'
  | 'when'
  | 'hour'
  | 'often'
  | 'product'
  | 'other'

/** In this order: "phối hợp thực hiện" is support before "thực hiện" could make it the doer. */
const RULES: [FieldName, RegExp][] = [
  [
    'support',
    /^(?:(?:cac )?(?:co quan|don vi|bo phan|to chuc|ca nhan|nganh|can bo|phong|luc luong|thanh phan|nguoi)[\w, /-]*)?(?:cung )?(?:phoi hop|tham gia|lien quan|ho tro)(?: (?:thuc hien|trien khai|chinh|to chuc))?$/,
  ],
  ['lead', /(?:chu tri|phu trach|dau moi|chiu trach nhiem|duoc giao|chu cong)(?! noi dung)/],
  [
    'often',
    /^(?:tan (?:suat|xuat|so)|so (?:lan|ky|luot|buoi|tin,? bai|tin|bai|chuong trinh|ban tin)(?: [\w ]+)?|dinh ky|thoi luong|so luong(?: va thoi luong)?|mat do|lich phat|tan suat[\w ,/]*|thoi luong[\w ,/]*)$/,
  ],
  [
    'when',
    /^(?:du kien )?(?:thoi (?:gian|han|diem|hang)|tien do|moc|han (?:hoan|han|cuoi|nop|bao|xu)|hoan thanh|lo trinh|ngay (?:thuc hien|hoan thanh|to chuc|bao cao)|thang thuc hien|ky han|ke hoach thoi gian|khoang thoi gian)/,
  ],
  [
    'doer',
    /^(?:(?:cac )?(?:co quan|don vi|bo phan|to chuc|ca nhan|nguoi|can bo|luc luong|cap|phong|nganh|thanh phan|doi tuong)?[\w, /-]{0,30}(?:thuc hien|trien khai|tham muu)|phan cong(?: nhiem vu| thuc hien)?|trach nhiem(?: thuc hien)?|nguoi duoc phan cong|giao|don vi|co quan|bo phan|don vi to chuc)$/,
  ],
  [
    'product',
    /^(?:san pham|(?:du kien )?ket qua(?: du kien)?|dau ra|yeu cau ket qua|muc tieu can dat|chi tieu(?: (?:dat|giao|can dat|thuc hien|nam|nam \d{4}|ke hoach))?|san pham[\w ,/]*|ket qua[\w ,/]*)$/,
  ],
  [
    'title',
    /^(?:ten )?(?:noi dung|nhiem vu|cong viec|hoat dong|hang muc|dau viec|giai phap|viec can lam|ten chuong trinh|chuyen muc|ten chuyen muc|chuong trinh|noi dung[\w ,/-]*|nhiem vu[\w ,/-]*|cong viec[\w ,/-]*|hoat dong[\w ,/-]*|danh muc nhiem vu[\w ,/-]*|cac (?:noi dung|nhiem vu|hoat dong)[\w ,/-]*|ten (?:nhiem vu|noi dung|cong viec|hoat dong)[\w ,/-]*)$/,
  ],
  [
    'other',
    /^(?:tt|stt|so tt|so thu tu|ghi chu|kinh phi|dia diem|hinh thuc|doi tuong|thanh phan|nguon(?: kinh phi| luc)?|du toan|luu y|quy mo|so nguoi|muc dich|yeu cau|can cu|bien phap|phuong phap|cach thuc|pham vi|kenh|phuong tien)[\w ,/-]*$/,
  ],
]

/** Its words name channels. */
export const SAYS_HOW = /^(?:hình thức|kênh|phương tiện|phương thức|cách thức)/iu

/** No label is longer; a whole paragraph is not looked through for one. */
const LONGEST = 100

/** Of a column's head. */
export function columnField(head: string): FieldName | null {
  if (head.length > LONGEST) return null
  const key = plain(head)
  if (
    /^(?:ngay|thang|quy|tuan|thu|thu,? ngay|ngay trong tuan|thu trong tuan|ngay,? thang(?:,? nam)?|ngay thuc hien|lich (?:phat|thuc hien)[\w ]*|thoi gian[\w ,/]*)$/.test(
      key,
    )
  )
    return 'when'
  if (/^(?:khung gio|gio(?: phat)?|gio phat song|gio phat thanh|thoi diem phat|buoi(?: phat)?)$/.test(key))
    return 'hour'
  if (/^(?:ngay (?:gui|nop|phat)(?: [\w ,]+)?|han gui(?: [\w ,]+)?)$/.test(key)) return 'when'
  if (/^(?:chi tieu|dinh muc|so luong)(?:,? \(?(?:tin|bai|so|chuong trinh).*)$/.test(key)) return 'often'
  if (/^(?:chu de|noi dung chu de|chu de,? noi dung)(?: tuyen truyen| trong tam| thang)?$/.test(key))
    return 'title'
  if (/^(?:bien tap|bien tap vien|nguoi bien tap|bien soan)$/.test(key)) return 'lead'
  return key.length > 70 ? null : (RULES.find(([, pattern]) => pattern.test(key))?.[0] ?? null)
}

/** Of the words before a colon; a heading of a section that looks alike is none. */
export function labelField(label: string): FieldName | null {
  if (label.length > LONGEST) return null
  const key = plain(label)
  if (key.length > 60 || key.split(' ').length > 9) return null
  if (/^to chuc thuc hien$/.test(key)) return null
  const field = RULES.find(([, pattern]) => pattern.test(key))?.[0] ?? null
  if (field === 'lead' && !STARTS_AS_OFFICE.test(key)) return null
  // "Các đơn vị báo cáo kết quả thực hiện: …" says what they do.
  if (field === 'doer' && /bao cao/.test(key)) return null
  return field
}

/** A sentence may end with "chủ trì:" too; a label begins as one. */
const STARTS_AS_OFFICE =
  /^(?:cac )?(?:co quan|don vi|bo phan|to chuc|ca nhan|nguoi|can bo|phong|nganh|dau moi|chu tri|phu trach|chiu trach nhiem|phan cong|lanh dao|cap|dong chi|trach nhiem|giao)/

const plain = (text: string): string =>
  keyOf(text)
    .replace(/[*_()[\]"“”]/g, ' ')
    .replace(/\s*([,/-])\s*/g, '$1 ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.;,-]+$/, '')
    .trim()
