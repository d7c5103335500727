/** A Word document read back: its paragraphs and tables in order, and how its pages are laid out. */
import { strFromU8, unzipSync } from 'fflate'

export type DocxPart = { text: string } | { table: string[][] }

const parts = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

const xmlOf = (bytes: Uint8Array, name: string): string => strFromU8(parts(bytes)[name] ?? new Uint8Array())

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all))
    .join('')

const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([paragraph]) => textOf(paragraph))

/** Every paragraph outside tables, and every table as its cells' texts. */
export function readDocx(bytes: Uint8Array): DocxPart[] {
  const body = xmlOf(bytes, 'word/document.xml')
  return [...body.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([part]) =>
    part.startsWith('<w:tbl>') ? { table: tableOf(part) } : { text: textOf(part) },
  )
}

const tableOf = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphs(cell).join('\n').trim()),
  )

/** Page sizes and margins of each section, in millimetres, and whether its first page has no number. */
export function sectionsOf(bytes: Uint8Array) {
  const body = xmlOf(bytes, 'word/document.xml')
  return [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => {
    const number = (name: string) =>
      Math.round((Number(new RegExp(`${name}="(\\d+)"`).exec(section)?.[1]) / 1440) * 25.4)
    return {
      ...{ width: number('w:w'), height: number('w:h') },
      ...{
        top: number('w:top'),
        right: number('w:right'),
        bottom: number('w:bottom'),
        left: number('w:left'),
      },
      firstPageDiffers: section.includes('<w:titlePg'),
      startsAt: Number(/<w:pgNumType[^>]*w:start="(\d+)"/.exec(section)?.[1]),
    }
  })
}

export const fontsOf = (bytes: Uint8Array): string[] => [
  ...new Set(
    [...xmlOf(bytes, 'word/document.xml').matchAll(/w:ascii="([^"]+)"/g)].map(([, font = '']) => font),
  ),
]

/** The texts of all headers. */
export const headersOf = (bytes: Uint8Array): string =>
  Object.keys(parts(bytes))
    .filter((name) => name.startsWith('word/header'))
    .map((name) => xmlOf(bytes, name))
    .join('')
