/** A plan's topics as rows of a sheet. */
import { CHANNELS, type Plan } from '../plan.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import type { FormField } from './field.ts'
import type { SheetColumn } from './obligation-sheet.ts'
import { cellOfField, type SheetCell, valuesOfCell } from './sheet-cells.ts'

type Topic = Plan['topics'][number]

const column = (heading: string, hint: string, width: number): SheetColumn => ({
  heading,
  hint,
  width,
  names: [],
})

const CLAUSE = column('Mục', 'Mục trong kế hoạch.', 10)
const NAME = column('Chủ đề', 'Tên ngắn.', 40)
const QUOTE = column('Kế hoạch viết', 'Chép nguyên văn.', 60)
const GROUP = column('Nhóm', 'Để trống nếu không chia nhóm.', 20)
const WHERE = column('Nói ở đâu', 'Kênh; để trống là kênh nào cũng được.', 24)
const DAYS = column(
  'Ngày trong năm',
  'Mỗi dòng: tên; từ ngày; đến ngày; căn cứ. Ví dụ: Ngày Chuyển đổi số; 10/10; 10/10; QĐ 505/QĐ-TTg',
  40,
)
const ID = column('Mã', 'Chương trình ghi; để trống với chủ đề mới.', 10)

export const TOPIC_COLUMNS: readonly SheetColumn[] = [CLAUSE, NAME, QUOTE, GROUP, WHERE, DAYS, ID]

const CHANNEL_FIELD: FormField = {
  ...{ name: 'kenh', label: 'Nói ở đâu' },
  control: { kind: 'ticks', options: CHANNELS.map((value) => ({ value, words: CHANNEL_NAMES[value] })) },
}

const turned = (day: string): string => day.split('-').reverse().join('/')

export function topicCells({ id, clause, name, quote, group, channels, days }: Topic): string[] {
  const seasons = days.map((day) => [day.name, turned(day.from), turned(day.to), day.source].join('; '))
  const where = cellOfField(CHANNEL_FIELD, channels)
  return [clause, name, quote, group ?? '', where, seasons.join('\n'), id === clause ? '' : id]
}

type Wrong = { column: SheetColumn; message: string }

/** As data of a plan file, which says the rest of what is wrong. */
export function readTopicRow(cellOf: (column: SheetColumn) => SheetCell): { topic: unknown; wrong: Wrong[] } {
  const said = (one: SheetColumn): string => String(cellOf(one) ?? '').trim()
  const wrong: Wrong[] = [CLAUSE, NAME, QUOTE].flatMap((one) =>
    said(one) ? [] : [{ column: one, message: 'cần ghi ô này' }],
  )
  const where = valuesOfCell(CHANNEL_FIELD, cellOf(WHERE))
  if ('wrong' in where) wrong.push({ column: WHERE, message: where.wrong })
  const days = said(DAYS).split('\n').filter(Boolean).map(seasonOf)
  if (days.includes(null)) wrong.push({ column: DAYS, message: 'ghi như: tên; 10/10; 10/10; căn cứ' })
  return {
    topic: {
      ...{ id: said(ID) || said(CLAUSE), clause: said(CLAUSE), name: said(NAME), quote: said(QUOTE) },
      ...{ group: said(GROUP) || null, channels: 'values' in where ? where.values : [], days },
    },
    wrong,
  }
}

function seasonOf(line: string): { name: string; from: string; to: string; source: string } | null {
  const [name = '', from = '', to = '', ...source] = line.split(';').map((part) => part.trim())
  const dated = [from, to].map((day) => {
    const [, date = '', month = ''] = /^(\d{1,2})[/-](\d{1,2})$/.exec(day) ?? []
    return `${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  })
  if (!name || !source.join('; ') || dated.includes('00-00')) return null
  return { name, from: dated[0] as string, to: dated[1] as string, source: source.join('; ') }
}
