/** Doors out of an office in which there is nothing yet: a plan, from wherever it comes, and the station's hours. */
import type { Link } from '../../templates/views.ts'

export const FIRST_STEPS: Link[] = [
  { href: '/ke-hoach/mau', words: 'Lập từ một kế hoạch mẫu' },
  { href: '/ke-hoach/moi', words: 'Ghi kế hoạch mới từ đầu' },
  { href: '/ke-hoach/nhan', words: 'Thêm kế hoạch từ tệp Word, PDF, Excel' },
  { href: '/dai', words: 'Đặt giờ phát của đài' },
]
