/**
 * The sheets of an .xlsx workbook, as Excel itself reads it: rows and cells without places, a row in several pieces,
 * days as ISO text, names in any case. Read as a stream, so that what is too large is refused before memory is taken.
 */
import { SaxesParser } from 'saxes'
import type { Page } from '../core/log/play-pages.ts'
import type { Cell } from '../core/log/play-time.ts'
import { cellOf, placeOf } from './workbook-cell.ts'
import { unfold, type ZipEntry, zipEntries } from './zip-entries.ts'

/** `merged`: ranges of cells that are shown as one, `B3:B7`; the first of them holds the value. */
export type BookPage = Page & { merged: string[] }

export type Limits = { rows: number; columns: number; cells: number; letters: number; unfolded: number }
export type Excess = 'rows' | 'columns' | 'cells' | 'unfolded'

/** A cell's text lies eight deep; the parser remembers each element that is open. */
const DEEPEST = 50

/** Thrown out of the parser's walk and caught below; nobody else sees it. */
class TooMuch extends Error {
  readonly what: Excess
  constructor(what: Excess) {
    super(what)
    this.what = what
  }
}

/** `excess` names the limit; `broken` is everything that Excel would not open either. */
export function readWorkbook(
  bytes: Uint8Array,
  limits: Limits,
): { pages: BookPage[] } | { excess: Excess } | 'broken' {
  try {
    const entries = zipEntries(bytes)
    return entries === null ? 'broken' : (pagesOf(new Archive(entries, limits)) ?? 'broken')
  } catch (error) {
    return error instanceof TooMuch ? { excess: error.what } : 'broken'
  }
}

type Attributes = Record<string, string>
type Visitor = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** The archive's parts as XML, within one allowance for all of them. */
class Archive {
  readonly entries: Map<string, ZipEntry>
  readonly limits: Limits
  #unfolded = 0
  #cells = 0

  constructor(entries: Map<string, ZipEntry>, limits: Limits) {
    this.entries = entries
    this.limits = limits
  }

  countCell(): void {
    if (++this.#cells > this.limits.cells) throw new TooMuch('cells')
  }

  #allow(size: number): boolean {
    this.#unfolded += size
    return this.#unfolded <= this.limits.unfolded
  }

  /** Names without their prefix: some programs write `x:row`. False where there is no such part. */
  walk(name: string, { open, text, close }: Visitor): boolean {
    const entry = this.entries.get(name)
    if (!entry) return false
    const parser = new SaxesParser({ xmlns: false, position: false })
    const local = (tag: string) => tag.slice(tag.indexOf(':') + 1)
    parser.on('error', (error) => {
      throw error
    })
    let depth = 0
    parser.on('opentag', ({ name: tag, attributes }) => {
      if (++depth > DEEPEST) throw new TooMuch('unfolded')
      open?.(local(tag), attributes)
    })
    if (text) {
      parser.on('text', text)
      parser.on('cdata', text)
    }
    parser.on('closetag', ({ name: tag }) => {
      depth--
      close?.(local(tag))
    })
    const decoder = new TextDecoder(entry.data[0] === 0xff ? 'utf-16le' : 'utf-8')
    const allowed = unfold(
      entry,
      (piece) => parser.write(decoder.decode(piece, { stream: true })),
      (size) => this.#allow(size),
    )
    if (!allowed) throw new TooMuch('unfolded')
    parser.write(decoder.decode()).close()
    return true
  }
}

type SheetName = { name: string; id: string; hidden: boolean }

function pagesOf(archive: Archive): { pages: BookPage[] } | null {
  const book = [...archive.entries.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name))
  if (book === undefined) return null
  const folder = book.slice(0, -'workbook.xml'.length)
  const names: SheetName[] = []
  let since1904 = false
  archive.walk(book, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag === 'sheet')
        names.push({
          name: attributes.name ?? '',
          id: ending(attributes, 'id') ?? '',
          hidden: /hidden/i.test(attributes.state ?? ''),
        })
    },
  })
  const parts = relationsOf(archive, folder)
  const strings = sharedStrings(
    archive,
    parts.find(({ type }) => type === 'sharedstrings')?.path ?? `${folder}sharedstrings.xml`,
  )
  const styles = parts.find(({ type }) => type === 'styles')?.path ?? `${folder}styles.xml`
  const shift = since1904 ? dayStyles(archive, styles) : null
  const pages = names.flatMap(({ name, id, hidden }): BookPage[] => {
    const part = parts.find((one) => one.id === id && one.type === 'worksheet')
    const rows = part && sheetRows(archive, part.path, strings, shift)
    return rows ? [{ name, hidden, ...rows }] : []
  })
  return pages.length ? { pages } : null
}

/** `r:id`, with whatever prefix. */
const ending = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]

type Part = { id: string; type: string; path: string }

function relationsOf(archive: Archive, folder: string): Part[] {
  const parts: Part[] = []
  archive.walk(`${folder}_rels/workbook.xml.rels`, {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag === 'Relationship')
        parts.push({
          id: Id,
          type: Type.split('/').at(-1)?.toLowerCase() ?? '',
          path: pathOf(folder, Target),
        })
    },
  })
  return parts
}

function pathOf(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').toLowerCase()
  const whole = path.startsWith('/') ? path.slice(1) : `${folder}${path}`
  return whole.replace(/(^|\/)\.\//g, '$1').replace(/[^/]+\/\.\.\//g, '')
}

/** Texts that cells name by number. A rich text is its runs; how it is read aloud in Japanese is no part of it. */
function sharedStrings(archive: Archive, path: string): string[] {
  const strings: string[] = []
  let text = ''
  let inside = false
  let phonetic = false
  archive.walk(path, {
    open: (tag) => {
      if (tag === 'si') text = ''
      if (tag === 'rPh') phonetic = true
      inside = tag === 't' && !phonetic
    },
    text: (piece) => {
      if (inside && text.length < archive.limits.letters) text += piece.slice(0, archive.limits.letters)
    },
    close: (tag) => {
      if (tag === 't') inside = false
      if (tag === 'rPh') phonetic = false
      if (tag !== 'si') return
      archive.countCell()
      strings.push(text)
    },
  })
  return strings
}

/** Formats of days among those that every workbook has. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** By number of style: whether a number so formatted is a day. */
function dayStyles(archive: Archive, path: string): boolean[] {
  const own = new Set<number>()
  const styles: boolean[] = []
  let inCells = false
  archive.walk(path, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      const format = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      if (tag === 'numFmt' && /[dmyhs]/i.test(format)) own.add(Number(numFmtId))
      if (tag === 'cellXfs') inCells = true
      if (tag === 'xf' && inCells) styles.push(own.has(Number(numFmtId)) || isBuiltInDay(Number(numFmtId)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Null where the workbook names a sheet that it does not hold. `shift`: which styles are days counted from 1904. */
function sheetRows(
  archive: Archive,
  path: string,
  strings: readonly string[],
  shift: readonly boolean[] | null,
): Pick<BookPage, 'rows' | 'merged'> | null {
  const { limits } = archive
  const rows: Cell[][] = []
  const merged: string[] = []
  let [row, column] = [-1, -1]
  let [type, style, text, reading, phonetic] = ['n', 0, '', false, false]
  let [formula, inFormula]: [string | null, boolean] = [null, false]
  const put = (cell: Cell) => {
    if (cell === null) return
    if (row >= limits.rows) throw new TooMuch('rows')
    if (column >= limits.columns) throw new TooMuch('columns')
    archive.countCell()
    while (rows.length <= row) rows.push([])
    const cells = rows[row] as Cell[]
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }
  const found = archive.walk(path, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
      } else if (tag === 'c') {
        const place = placeOf(attributes.r)
        column = place?.column ?? column + 1
        row = place?.row ?? Math.max(row, 0)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        text = ''
        formula = null
      } else if (tag === 'f') {
        formula = ''
        inFormula = true
      } else if (tag === 'mergeCell') {
        archive.countCell()
        merged.push(attributes.ref ?? '')
      } else if (tag === 'rPh') phonetic = true
      else if (tag === 'v' || tag === 't') {
        reading = !phonetic
        formula = null
      }
    },
    text: (piece) => {
      if (reading && text.length < limits.letters) text += piece.slice(0, limits.letters)
      if (inFormula && formula !== null && formula.length < limits.letters)
        formula += piece.slice(0, limits.letters)
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') reading = false
      else if (tag === 'f') inFormula = false
      else if (tag === 'rPh') phonetic = false
      // What nobody has calculated yet is no empty cell, for which the day above would hold.
      else if (tag === 'c' && formula !== null) put(`=${formula}`)
      else if (tag === 'c') put(cellOf(type, text, strings, shift && (shift[style] ?? false)))
    },
  })
  return found ? { rows, merged } : null
}
