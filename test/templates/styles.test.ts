/** The style sheet: each colour is named once, by day and by night. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/tool.ts'

const STYLES = join(ROOT, 'src/styles')
const read = (file: string) => readFileSync(join(STYLES, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|color-mix)\(|(?<=: ?)(?:white|black)\b/gi

test('no colour stands outside the tokens', () => {
  const outside = globSync('*.css', { cwd: STYLES })
    .filter((file) => file !== 'tokens.css')
    .map((file) => [file, read(file).match(COLOUR) ?? []] as const)
  expect(outside.filter(([, colours]) => colours.length)).toEqual([])
})

test('every colour but that of paper has another value by night', () => {
  const [day = '', night = ''] = read('tokens.css').split('@media')
  const names = (css: string) => [...css.matchAll(/(--[\w-]+): #/g)].map(([, name]) => name)
  expect(names(day).filter((name) => !names(night).includes(name))).toEqual(['--sheet', '--sheet-ink'])
})
