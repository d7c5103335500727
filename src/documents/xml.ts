/** Reads XML as a stream of elements. Declarations of types are refused: entities could unfold without end. */
import { SaxesParser } from 'saxes'
import { type Refusal, refusal } from '../core/document/refusal.ts'

export type Attributes = Record<string, string>
export type Handlers = {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const DEEPEST = 200

class Unsafe extends Error {}

/** Null when all was read. Handlers throw for bugs alone. */
export function readXml(bytes: Uint8Array, { open, close, text }: Handlers): Refusal | null {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let fault: unknown = null
  parser.on('doctype', () => {
    throw new Unsafe()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Unsafe()
    open?.(name, attributes as Attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    close?.(name)
  })
  if (text) parser.on('text', text)
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  } catch (error) {
    fault = error
  }
  if (fault === null) return null
  return refusal(fault instanceof Unsafe ? 'unsafe' : 'broken')
}
