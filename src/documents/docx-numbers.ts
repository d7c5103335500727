/**
 * Automatic numbers of Word: never in the text, counted here as Word counts them. A list's levels share one counter
 * each per abstract list, so that a list continued under another number goes on.
 */
import type { Refusal } from '../core/document/refusal.ts'
import { type Attributes, readXml } from './xml.ts'

type Level = { start: number; format: string; text: string; restart: number | null; style: string | null }
type List = { abstract: string; overrides: Map<number, number>; levels: Map<number, Level> }
type Abstract = { levels: Map<number, Level>; styleLink: string | null }

export type Numbering = { lists: Map<string, List>; abstracts: Map<string, Abstract> }
/** Where a paragraph stands in a list. */
export type InList = { list: string; level: number }

const EMPTY_LEVEL: Level = { start: 1, format: 'decimal', text: '', restart: null, style: null }

const noNumbering = (): Numbering => ({ lists: new Map(), abstracts: new Map() })

const value = (attributes: Attributes): string => attributes['w:val'] ?? ''

export function readNumbering(bytes: Uint8Array | undefined): Numbering | Refusal {
  const numbering = noNumbering()
  if (!bytes) return numbering
  let abstract: Abstract | null = null
  let list: List | null = null
  let level: Level | null = null
  let override = 0
  const fault = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'w:abstractNum') {
        abstract = { levels: new Map(), styleLink: null }
        numbering.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
      } else if (name === 'w:num') {
        list = { abstract: '', overrides: new Map(), levels: new Map() }
        numbering.lists.set(attributes['w:numId'] ?? '', list)
      } else if (name === 'w:abstractNumId' && list) list.abstract = value(attributes)
      else if (name === 'w:numStyleLink' && abstract) abstract.styleLink = value(attributes)
      else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl'])
      else if (name === 'w:startOverride') list?.overrides.set(override, Number(value(attributes)))
      else if (name === 'w:lvl') {
        level = { ...EMPTY_LEVEL }
        const levels = list?.levels ?? abstract?.levels
        levels?.set(Number(attributes['w:ilvl']), level)
      } else if (level) setLevel(level, name, attributes)
    },
    close: (name) => {
      if (name === 'w:abstractNum') abstract = null
      if (name === 'w:num') list = null
      if (name === 'w:lvl') level = null
    },
  })
  return fault ?? numbering
}

function setLevel(level: Level, name: string, attributes: Attributes): void {
  if (name === 'w:start') level.start = Number(value(attributes))
  if (name === 'w:numFmt') level.format = value(attributes)
  if (name === 'w:lvlText') level.text = value(attributes)
  if (name === 'w:lvlRestart') level.restart = Number(value(attributes))
  if (name === 'w:pStyle') level.style = value(attributes)
}

const ROMAN: [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as [number, string][]),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as [number, string][]),
]

function roman(n: number): string {
  let rest = n
  return ROMAN.map(([size, letters]) => {
    const times = Math.floor(rest / size)
    rest -= times * size
    return letters.repeat(times)
  }).join('')
}

/** a…z, aa, bb, as Word goes on. */
const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

function figure(n: number, format: string): string {
  if (format === 'upperRoman') return roman(n).toUpperCase()
  if (format === 'lowerRoman') return roman(n)
  if (format === 'upperLetter') return letter(n).toUpperCase()
  if (format === 'lowerLetter') return letter(n)
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  return String(n)
}

/** Gives each paragraph of the document, in order, the number that Word shows before it. */
export function counter({ lists, abstracts }: Numbering, styleList: (style: string) => InList | null) {
  const counts = new Map<string, number[]>()
  const overridden = new Set<string>()

  const abstractOf = (list: List): [string, Abstract] | null => {
    const own = abstracts.get(list.abstract)
    const linked = own?.styleLink ? styleList(own.styleLink) : null
    const target = linked ? lists.get(linked.list) : null
    const abstract = target ? abstracts.get(target.abstract) : own
    return abstract ? [target ? target.abstract : list.abstract, abstract] : null
  }

  return ({ list: id, level }: InList): string => {
    const list = lists.get(id)
    const found = list && abstractOf(list)
    if (!list || !found) return ''
    const [key, abstract] = found
    const levelOf = (i: number): Level => list.levels.get(i) ?? abstract.levels.get(i) ?? EMPTY_LEVEL
    const numbers = counts.get(key) ?? []
    counts.set(key, numbers)
    const override = list.overrides.get(level)
    const first = override !== undefined && !overridden.has(`${id}/${level}`)
    if (first) overridden.add(`${id}/${level}`)
    const before = first ? undefined : numbers[level]
    numbers[level] = before === undefined ? (override ?? levelOf(level).start) : before + 1
    for (let deeper = level + 1; deeper < 9; deeper++)
      if (levelOf(deeper).restart !== 0) delete numbers[deeper]
    return shown(levelOf, level, numbers)
  }
}

function shown(levelOf: (i: number) => Level, level: number, numbers: number[]): string {
  const { format, text } = levelOf(level)
  if (format === 'none') return ''
  if (format === 'bullet') return '-'
  return text.replace(/%(\d)/g, (_, digit: string) => {
    const i = Number(digit) - 1
    const at = levelOf(i)
    return figure(numbers[i] ?? at.start, at.format)
  })
}
