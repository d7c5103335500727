/** Workbooks as an office prints them: A4 across, fitted to its width, heads on every page, rows as high as their words. */
import writeXlsxFile, { type Feature, type Cell as SheetCell } from 'write-excel-file/universal'
import { harmless } from '../core/log/csv.ts'
import { readable } from '../core/text.ts'
import type { LocalDate } from '../core/wall-clock.ts'

/** A day is written as one, so that it sorts. */
export type BookValue = string | number | null | { day: LocalDate }

export type BookSheet = {
  name: string
  /** What stands above the table, bold; the first lines. */
  title: readonly string[]
  /** `width` in letters; words of `left` columns begin at the left, thousands of `grouped` ones stand apart. */
  columns: readonly { heading: string; width: number; left?: boolean; grouped?: boolean }[]
  rows: readonly (readonly BookValue[])[]
  /** Rows that head those below them, from 0, bold. */
  groups?: readonly number[]
  /** Below the rows, bold. */
  sums?: readonly BookValue[] | null
}

const FONT = { fontFamily: 'Times New Roman', fontSize: 12 }
/** Points of a line of that size. */
const LINE_HEIGHT = 16
const BORDER = { borderStyle: 'thin' as const, borderColor: '#9aa0a6' }
const HEADING = {
  fontWeight: 'bold' as const,
  backgroundColor: '#f2f0e9',
  wrap: true,
  align: 'center' as const,
}

export async function workbook(sheets: readonly BookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: dataOf(sheet),
      columns: sheet.columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: headRow(sheet),
    })),
    asPrinted(sheets.map((sheet) => ({ name: sheet.name, head: headRow(sheet) }))),
  ).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

/** The row of headings, counted from 1: an empty row parts it from the title. */
const headRow = ({ title }: BookSheet): number => title.length + 2

function dataOf({ title, columns, rows, groups = [], sums }: BookSheet): SheetCell[][] {
  const table = (cells: readonly BookValue[], bold: boolean): SheetCell[] => {
    const height =
      LINE_HEIGHT * Math.max(1, ...cells.map((cell, i) => linesOf(cell, columns[i]?.width ?? 10)))
    return columns.map(({ left, grouped }, i) => ({
      ...valueCell(cells[i] ?? null, left ?? false, grouped ?? false),
      ...(bold && { fontWeight: 'bold' as const }),
      height,
    }))
  }
  const heads = columns.map(({ heading, width }) => linesOf(heading, width * 0.9))
  return [
    ...title.map((text) => [{ ...textCell(text), fontWeight: 'bold' as const }]),
    [],
    columns.map(({ heading }) => ({
      ...{ value: heading, type: String, height: LINE_HEIGHT * Math.max(1, ...heads) + 4 },
      ...{ ...HEADING, ...BORDER, alignVertical: 'center' as const },
    })),
    ...rows.map((cells, i) => table(cells, groups.includes(i))),
    ...(sums ? [table(sums, true)] : []),
  ]
}

/** As words break: a long one goes to the next line whole. Letters are narrower than the figures that widths count. */
function linesOf(value: BookValue, figures: number): number {
  if (typeof value !== 'string') return 1
  const width = figures * 1.12 - 1.6
  let lines = 1
  let used = 0
  for (const { length } of value.split(/\s+/)) {
    if (used > 0 && used + 1 + length > width) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(length / width) - 1)
    used += length + (used > 0 ? 1 : 0)
  }
  return lines
}

const textCell = (text: string) => ({ value: harmless(readable(text)), type: String })

function valueCell(value: BookValue, left: boolean, grouped: boolean) {
  const look = { ...BORDER, wrap: true, alignVertical: 'top' as const }
  if (typeof value === 'number') {
    const format = Number.isInteger(value) ? '#,##0' : '#,##0.00'
    return { value, type: Number, align: 'center' as const, ...(grouped && { format }), ...look }
  }
  if (value !== null && typeof value === 'object')
    return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...look }
  return { ...textCell(value ?? ''), ...look, ...(!left && { align: 'center' as const }) }
}

/** The decree's margins in inches, A4 across, one page wide, the page's number above. */
const PAGE =
  '<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.39" footer="0.39"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>'

/** `head`: the row that is repeated on every page, from 1; null for a sheet that is no table. */
type Printed = { name: string; head: number | null }

/** For a workbook that is made elsewhere. */
export const asPrinted = (sheets: readonly Printed[]) => ({ ...FONT, features: [printed(sheets)] })

/** What the library has no word for: one page wide, page numbers, headings on every page. */
function printed(sheets: readonly Printed[]): Feature<Blob> {
  const titles = sheets.flatMap(({ name: plain, head }, i) => {
    if (head === null) return []
    const name = plain.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${name}'!$${head}:$${head}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
              .replace('</worksheet>', `${PAGE}</worksheet>`),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<definedNames\s*\/>|<definedNames>/, (open) =>
              open.endsWith('/>')
                ? `<definedNames>${titles.join('')}</definedNames>`
                : `${open}${titles.join('')}`,
            ),
        },
      },
    },
  }
}
