/** Offices as a plan names them: which words name one, and where one ends. Names hold commas and dashes. */
import { keyOf } from './words.ts'

/** How the name of an office, or of who holds one, begins. */
const BEGINS =
  /^(?:cac |toan the |thu truong |lanh dao |dong chi |de nghi |giao |yeu cau |tung |moi )*(?:so|phong|ban|bo|uy ban|ubnd|hdnd|ubmttq|mttq|van phong|vp|trung tam|cong an|quan su|doan|hoi|tram|truong|truong thon|thon|to|dai|bo phan|mat tran|co quan|don vi|chi bo|dang uy|dang bo|cap uy|bi thu|chu tich|pho chu tich|hieu truong|pho hieu truong|giao vien|cong chuc|can bo|vien chuc|xa|phuong|nganh|dia phuong|to chuc|doan the|thuong truc|ban chi huy|ban chi dao|cuc|chi cuc|khoa(?! hoc)|chi doan|bch|ban chap hanh|chi hoi|kho bac|ngan hang|hop tac xa|doanh nghiep|buu dien|nha van hoa|nha truong|khu pho|khu dan cu|ap|ban lang|bnd|phong vhxh|lien doan|cong doan|huyen|tinh|thi uy|huyen uy|tinh uy|thanh uy|ban giam hieu|to chuyen mon|chi, dang bo|bi thu|nhan vien|hoi dong|ke toan|y te|dai truyen thanh|tong dai|ban quan ly|ban bien tap|thu vien|tu phap|cong tac vien|cuu chien binh|dan quan|don bien phong|nong dan|phu nu|khoi|tap the|tong phu trach|truong ban|truong ap|ho tich|ban dieu hanh|giam doc|(?:hat )?kiem lam|(?:bhxh|bao hiem xa hoi|thue) (?:co so|khu vuc|tinh|thanh pho|xa|phuong|lien xa))(?![\p{L}])/u

/** A "giao ban" is a briefing, "Giao Ban Chỉ huy …" an assignment: its words as one, a letter for a letter. */
export const withBriefings = (text: string): string =>
  text.replace(/(?<!\p{L})([Gg]iao) ban(?!\p{L})/gu, '$1·ban')

export const isBriefing = (text: string): boolean => /^giao·ban/i.test(withBriefings(text))

export const startsAsOffice = (text: string): boolean => {
  const key = keyOf(text)
  return BEGINS.test(key) && !isBriefing(text) && !NO_OFFICE.test(key) && !OTHER_TONE.test(text)
}

/** Words that differ from an office's by their tone alone. */
const OTHER_TONE =
  /^(?:Bản|Bàn|Bán|Bạn|Số|Sổ|Bổ|Bố|Bỏ|Đại|Đoạn|Hỏi|Hồi|Thông|Tô|Tỏ|Tính|Xả|Ngành nghề|Trưởng thành|Cục diện|Đại|Phương|Trạm dừng|Ấp ủ|Khó)(?!\p{L})/iu

/** Headings and work that begin alike: "Tổ chức thực hiện", "Bộ máy", "Đoàn kết". */
const NO_OFFICE =
  /^(?:giao (?:luu|duc|thong)|to chuc (?!dang|chinh tri|doan|xa hoi|hoi|ton giao|co so)|to (?:chuc|roi|gap)|bo (?!phan|chi huy|doi|cong|noi|tai|y|giao|khoa|tu|van|thong|nong|xay|ngoai|quoc|lao)|doan ket|xa hoi|ban hanh|hoi (?:nghi|thi|thao)|can (?!bo)|nganh nghe|so (?:hoa|luong|lieu|ket)|truong hop|phong(?:,| chong| trao| ngua| su(?![a-z]))|thon(?! |$)|dai (?!phat|truyen)|tung buoc|cac (?:noi dung|hoat dong|nhiem vu|giai phap|chi tieu|van ban|muc))/

/** Words that begin what an office does; they end its name. */
const DOES =
  /(?:,|:|;|\.|\s-)?\s(?=(?:la (?:co quan|don vi)|co trach nhiem|chiu trach nhiem|chu tri|phoi hop|chu dong|bao cao|dinh ky|xay dung|(?<!dich vu )tong hop|thuc hien|to chuc(?! (?:dang|chinh tri|doan|xa hoi|cua|co lien|ton giao|hanh|quan|kinh|san|va)(?!\p{L}))|trien khai|gui|can cu|theo doi|huong dan|don doc|kiem tra|tham muu(?!,? giup)|ra soat|ban hanh|phat(?! trien)|dang (?:tai|bai|tin)|cap nhat|duy tri|(?<!bo phan |ban |to )bien tap|niem yet|cong khai|cu (?:can bo|nguoi)|nop|lap(?= )|hoan thanh|tiep tuc|tang cuong|day manh|nghiem tuc|trinh|cung cap|bo tri|phan cong|quan triet|tuyen truyen|pho bien|long ghep|van dong|sinh hoat|treo|cap phat|ra quan|ky cam ket|tham gia|(?<!tong )phu trach|to chuc hop|tiep tuc|mo (?:chuyen muc|lop)|trong|thuong xuyen|phai|giam sat|khao sat|lap dat|van hanh|bao dam|dam bao|nhac nho|khac phuc|sua chua|tiep nhan|giai dap|tra loi|khai thac|can (?:cu|thiet)|hang (?:thang|quy|nam|tuan|ngay)|moi (?:thang|quy|nam|tuan|ngay)|truoc|cham nhat|danh gia|tien hanh)(?![\p{L}]))/u

const OFFICE_WORDS = /(?:co quan|cac ban|don vi|cac phong) tham muu/

/** The name that a sentence begins with; empty when it begins with none. */
export function subjectOf(text: string): string {
  if (!startsAsOffice(text)) return ''
  const key = keyOf(text)
  const from = OFFICE_WORDS.exec(key)
  const offset = from ? from.index + from[0].length : 0
  const end = verbAt(text.slice(offset))
  const colon = key.indexOf(':')
  const stop = Math.min(end < 0 ? text.length : end + offset, colon < 0 ? text.length : colon)
  return stop === text.length && text.length > 140 ? '' : text.slice(0, stop).replace(/[\s,:;.-]+$/, '')
}

/** Where its work begins: names hold the same words, but in capitals ("Ban Xây dựng Đảng"). */
function verbAt(text: string): number {
  for (const { 0: gap, index } of keyOf(text).matchAll(new RegExp(DOES, 'gu')))
    if (/^\p{Ll}/u.test(text.slice(index + gap.length))) return index
  return -1
}

/** What an office is to do, written behind its name: "Văn phòng niêm yết tại trụ sở". Names end before it. */
const WORK_BEHIND =
  /(?<!dich vu)\s(?=(?:dang tai|niem yet|cu can bo|cu nguoi|tong hop|dang ky|(?<!bo phan |ban |to )bien tap|bien soan|phat song|chiu trach nhiem|chu tri|soan thao)(?![\p{L}]))/u

/** "Trạm Y tế phối hợp với Đài Truyền thanh xã", "A chủ trì; B phối hợp": who leads, and who helps. */
export function withHelpers(text: string): { lead: string; helpers: string | null } {
  const match = /^([^;]{3,120}?),?\s+(?:chủ trì,?\s+)?phối hợp (?:với |cùng )?([^;]{3,})$/iu.exec(text.trim())
  if (match) return { lead: match[1] ?? '', helpers: match[2] ?? '' }
  const names = text.split(';').map((name) => name.trim())
  const heads = names.filter((name) => HEADS.test(name))
  const isLead = (name: string): boolean => (heads.length ? heads.includes(name) : !HELPS.test(name))
  const leading = names.filter(isLead)
  const helping = names.filter((name) => !isLead(name))
  const bare = (some: readonly string[]) => some.map((name) => name.replace(PART, '')).join('; ')
  if (leading.length === 0) return { lead: text, helpers: null }
  return { lead: bare(leading), helpers: helping.length ? bare(helping) : null }
}

/** What part an office has, said behind its name. */
const HELPS = /\sphối hợp(?: thực hiện)?[.\s]*$/iu
const HEADS = /\s(?:chủ trì|làm đầu mối)(?:,? (?:tổ chức )?thực hiện)?[.\s]*$/iu
const PART =
  /,?\s+(?:chủ trì(?:,? (?:tổ chức )?thực hiện)?|phối hợp(?: thực hiện)?|(?:tổ chức )?thực hiện|phụ trách)[.\s]*$/iu

/** Offices of one label: at `;` and line ends only, for names hold commas. `cut` when words behind a name were left off. */
export function officesIn(text: string): { names: string[]; cut: boolean } {
  let cut = false
  const names = text.split(/\s*[;\n]\s*/).map((name) => {
    const end = keyOf(name).search(WORK_BEHIND)
    if (end > 0 && startsAsOffice(name)) cut = true
    return tidyName(end > 0 && startsAsOffice(name) ? name.slice(0, end) : name)
  })
  return { names: names.filter((name) => /\p{L}/u.test(name)), cut }
}

const tidyName = (name: string): string =>
  name
    .replace(/^[\s,.:+–-]+|[\s,.:–-]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:và|cùng)\s+/i, '')
