/** What a paragraph inherits from its style: its list and its font. */
import type { Refusal } from '../core/document/refusal.ts'
import type { InList } from './docx-numbers.ts'
import { readXml } from './xml.ts'

type Style = { base: string | null; list: string | null; level: number | null; font: string | null }
export type Styles = { styles: Map<string, Style>; font: string; paragraph: string | null }

export function readStyles(bytes: Uint8Array | undefined): Styles | Refusal {
  const found: Styles = { styles: new Map(), font: '', paragraph: null }
  if (!bytes) return found
  let style: Style | null = null
  const fault = readXml(bytes, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') {
        style = { base: null, list: null, level: null, font: null }
        const id = attributes['w:styleId'] ?? ''
        found.styles.set(id, style)
        if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1') found.paragraph = id
      } else if (name === 'w:rFonts') {
        const font = attributes['w:ascii'] ?? ''
        if (style) style.font = font || style.font
        else if (!found.font) found.font = font
      } else if (!style) return
      else if (name === 'w:basedOn') style.base = value
      else if (name === 'w:numId') style.list = value
      else if (name === 'w:ilvl') style.level = Number(value)
    },
    close: (name) => {
      if (name === 'w:style') style = null
    },
  })
  return fault ?? found
}

/** A style and those that it is based on; a circle ends. */
function chain({ styles }: Styles, id: string | null): Style[] {
  const seen = new Set<string>()
  const found: Style[] = []
  for (let at = id; at !== null && !seen.has(at); at = styles.get(at)?.base ?? null) {
    seen.add(at)
    const style = styles.get(at)
    if (style) found.push(style)
  }
  return found
}

export function listOfStyle(styles: Styles, id: string | null): InList | null {
  const list = chain(styles, id).find((style) => style.list !== null)?.list
  if (!list || list === '0') return null
  return { list, level: chain(styles, id).find((style) => style.level !== null)?.level ?? 0 }
}

export const fontOfStyle = (styles: Styles, id: string | null): string =>
  chain(styles, id ?? styles.paragraph).find((style) => style.font)?.font ?? styles.font
