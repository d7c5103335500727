/** The index that items are found by: one row an item, of its newest version. */
import { type SQL, sql } from 'drizzle-orm'
import type { ItemText } from '../core/content/item.ts'
import { placeWord, searchable } from '../core/content/search-words.ts'

/** Both wordings of the loudspeaker and the other channels are found. */
export function indexStatements(unit: string, id: string, text: ItemText, condition: SQL): SQL[] {
  const { exact, plain } = searchable(
    [text.title, text.body, text.loudspeaker, text.portal, text.social, text.author, text.source].join('\n'),
  )
  const row = sql`(SELECT seq FROM items WHERE unit = ${unit} AND id = ${id})`
  return [
    sql`DELETE FROM items_fts WHERE rowid = ${row} AND ${condition}`,
    sql`INSERT INTO items_fts (rowid, place, exact, plain)
      SELECT seq, ${placeWord(unit)}, ${exact}, ${plain} FROM items
      WHERE unit = ${unit} AND id = ${id} AND ${condition}`,
  ]
}
