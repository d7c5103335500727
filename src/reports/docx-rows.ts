/**
 * Rows of a long table. The library makes some thirty objects for each cell and keeps them all until the document is
 * written: a year of three programmes a day did not fit into what one piece of work may take. Here it makes one row of
 * each look; of all others there are only the words.
 */
import { type IContext, type IXmlableObject, type TableCell, TableRow } from 'docx'

/** A cell of one look, for any words. */
export type CellLook = (text: string) => TableCell

/** Stands for the words of a column in the row that the library makes. Only a node that is nothing else is filled. */
const wordsOf = (column: number): string => `\uE000${column}`

/** `looks` and the texts of a row by column. Rows are not parted by the end of a page. */
export function plainRows(rows: readonly (readonly string[])[], looks: readonly CellLook[]): TableRow[] {
  const made = new TableRow({ cantSplit: true, children: looks.map((look, i) => look(wordsOf(i))) })
  const columnOf = new Map(looks.map((_, i) => [wordsOf(i), i]))
  let shape: Shape | undefined
  const shapeIn = (context: IContext): Shape => {
    shape ??= shapeOf(made.prepForXml(context) ?? {}, columnOf)
    return shape
  }
  return rows.map((texts) => new PlainRow(shapeIn, texts))
}

type Shape = (texts: readonly string[]) => IXmlableObject

/** What leads to no words is shared by all rows. */
function shapeOf(row: IXmlableObject, columnOf: ReadonlyMap<unknown, number>): Shape {
  const leading = new Set<unknown>()
  const leads = (node: unknown): boolean => {
    if (columnOf.has(node)) return true
    const below = typeof node === 'object' && node !== null ? Object.values(node).map(leads) : []
    if (below.includes(true)) leading.add(node)
    return below.includes(true)
  }
  leads(row)
  const filled = (node: unknown, texts: readonly string[]): unknown => {
    const column = columnOf.get(node)
    if (column !== undefined) return texts[column] ?? ''
    if (!leading.has(node)) return node
    if (Array.isArray(node)) return node.map((one) => filled(one, texts))
    return Object.fromEntries(Object.entries(node as object).map(([name, one]) => [name, filled(one, texts)]))
  }
  return (texts) => filled(row, texts) as IXmlableObject
}

class PlainRow extends TableRow {
  readonly #shapeIn: (context: IContext) => Shape
  readonly #texts: readonly string[]

  constructor(shapeIn: (context: IContext) => Shape, texts: readonly string[]) {
    super({ cantSplit: true, children: [] })
    this.#shapeIn = shapeIn
    this.#texts = texts
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.#shapeIn(context)(this.#texts)
  }
}
