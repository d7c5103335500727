/** PDFs that hold text. The library is large, so it is loaded when one comes. */
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { keepPieces, MAX_PAGES, type SourceText } from '../core/document/source.ts'
import { areWoven, glyphRuns, type TextOperatorNames } from './pdf-glyphs.ts'
import { gridsOf } from './pdf-grid.ts'
import { type Fragment, linesOf } from './pdf-lines.ts'
import { type Page, piecesOf } from './pdf-parts.ts'
import { type OperatorNames, rulingsOf } from './pdf-rulings.ts'

type Item = { str?: string; transform?: number[]; width?: number; height?: number; fontName?: string }
type SizedPage = Page & { height: number }

/** Fewer letters than this on each page, on the average: pictures of paper. */
const SCAN = 20

export async function readPdf(bytes: Uint8Array): Promise<SourceText | Refusal> {
  const pages = await pagesOf(bytes)
  if ('code' in pages) return pages
  const letters = pages.flatMap(({ fragments }) => fragments).join('').length
  const words = pages.reduce((sum, { fragments }) => sum + lettersIn(fragments), 0)
  if (letters === 0 || words < SCAN * pages.length) return refusal('scan')
  const kept = keepPieces(piecesOf(pages.map(withoutNotes)))
  return { kind: 'pdf', ...kept, converted: null, numbersLost: false }
}

const lettersIn = (fragments: readonly Fragment[]): number =>
  fragments.reduce((sum, { text }) => sum + text.trim().length, 0)

async function pagesOf(bytes: Uint8Array): Promise<SizedPage[] | Refusal> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  try {
    // The library takes the bytes for itself, and no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 })
    if (pdf.numPages > MAX_PAGES) return refusal('too-long')
    const { OPS } = await getResolvedPDFJS()
    const pages: SizedPage[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const drawn = await page.getOperatorList()
      const height = page.view[3] ?? 842
      const pieces = (items as Item[]).flatMap(fragmentOf)
      const fragments = areWoven(pieces) ? glyphRuns(drawn, OPS as TextOperatorNames) : pieces
      pages.push({ number, fragments, grids: gridsOf(rulingsOf(drawn, OPS as OperatorNames)), height })
      page.cleanup()
    }
    await pdf.destroy()
    return pages
  } catch (error) {
    return refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')
  }
}

const fragmentOf = ({ str = '', transform = [], width = 0, height = 0, fontName = '' }: Item): Fragment[] => {
  const [, , , d = 0, x = 0, y = 0] = transform
  return str ? [{ text: str, x, y, width, size: height || Math.abs(d), font: fontName }] : []
}

/** The size of most letters. */
function bodySize(fragments: readonly Fragment[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of fragments) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.trim().length)
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 12
}

const isPageNumber = (text: string): boolean =>
  /^(-\s*)?(trang\s+)?\d{1,3}(\s*\/\s*\d{1,3})?(\s*-)?$/i.test(text)

/** Footnotes: small letters at the foot, from a line that begins with their number on. Page numbers at head and foot too. */
function withoutNotes({ fragments, height, ...page }: SizedPage): Page {
  const body = bodySize(fragments)
  const lines = linesOf(fragments.filter(({ text }) => text.trim()))
  const small = lines.filter(
    (line) => (line[0]?.size ?? body) < body - 1.2 && (line[0]?.y ?? height) < height * 0.45,
  )
  const inTable = (y: number) => page.grids.some(({ ys }) => y <= (ys[0] ?? 0) && y >= (ys.at(-1) ?? 0))
  const note = small.find(
    (line) => /^\d{1,2}\s?\p{L}/u.test(line[0]?.text ?? '') && !inTable(line[0]?.y ?? 0),
  )
  const foot = note?.[0]?.y ?? 0
  const numbers = lines
    .filter((line) => line.length === 1 && isPageNumber(line[0]?.text ?? ''))
    .map((line) => line[0]?.y ?? 0)
    .filter((y) => (y > height * 0.9 || y < height * 0.1) && !inTable(y))
  const isOut = ({ y, size }: Fragment) =>
    (foot > 0 && y <= foot + 1 && size < body - 1.2) || numbers.some((at) => Math.abs(at - y) < 3)
  return { ...page, fragments: fragments.filter((one) => !isOut(one)) }
}
