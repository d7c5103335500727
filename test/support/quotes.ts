/** Quotes of a plan, held against the plan's text. */
import { foldTone, tidy } from '../../src/core/text.ts'

// No \s around: it would take line ends too, and a page of empty lines would be read again for each of them.
const LINK_LINE = /^[ \t]*https?:\/\/\S+[ \t\r]*$/gm

/**
 * What a quote is compared by: white space, Unicode, tones, dashes and quotation marks folded, markdown emphasis and
 * the link lines that PDFs put between lines dropped. A dash keeps no space beside it, since lines are broken there:
 * `04/NQ-` ⏎ `CP` is `04/NQ-CP`.
 */
export const comparable = (text: string): string =>
  foldTone(tidy(text.replace(LINK_LINE, ' ').replace(/[*_]/g, '')))
    .replace(/ ?[-\u2010-\u2015] ?/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
