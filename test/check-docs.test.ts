import { expect, test } from 'vitest'
import { loadTable, table } from '../bench/table.ts'
import { docErrors, type World } from '../scripts/check-docs.ts'
import { benchPins, writePins } from '../scripts/pins.ts'

const FILES = ['README.md', 'docs/a.md', 'docs/b.md', 'src/core/plan.ts', 'scripts/check.ts']

const world: World = {
  exists: (path) => FILES.includes(path) || path === 'docs/',
  read: () => '# Cài đặt\n\n## Sao lưu, phục hồi',
  scripts: ['check', 'cli', 'deploy:check'],
  commands: new Map([['count', ['as-of', 'format']]]),
  sources: 'DATABASE_URL: z.string()',
  pins: new Map([['country.ratio', '12×']]),
}

test.each([
  '[b](b.md), [its part](b.md#sao-lưu-phục-hồi), [web](https://nhipsong.vn), [up](../README.md)',
  '# Ở đây\n[above](#ở-đây)',
  '`core/plan.ts` and `src/core/plan.ts`, `scripts/check.ts`, `docs/`, `content/plans/*.yaml`, `text/calendar`',
  '`npm ci && npm test`, `npm run check`, `npm run -s deploy:check`',
  '`npm run -s cli -- count --as-of 2025-09-30 | head`, `nhip-song count --help`',
  'Any npm package. Set `DATABASE_URL`.',
  'It is <!--pin:country.ratio-->12×<!--/pin--> as fast.',
])('a document may say: %s', (text) => {
  expect(docErrors('docs/a.md', text, world)).toEqual([])
})

test.each([
  ['[c](c.md)', 'the link c.md leads nowhere'],
  ['[part](b.md#nothing)', 'the link b.md#nothing leads to no heading'],
  ['[part](#nothing)', 'the link #nothing leads to no heading'],
  ['`core/nothing.ts`', 'there is no core/nothing.ts'],
  ['`npm run nothing`', 'there is no npm script "nothing"'],
  ['```\nnpm nothing\n```', 'there is no npm script "nothing"'],
  ['`npm run -s cli -- nothing`', 'there is no command "nothing"'],
  ['`nhip-song count --year 2025`', 'the command "count" has no option --year'],
  ['`NOTHING_READ`', 'nothing reads the setting NOTHING_READ'],
  ['<!--pin:country.ratio-->13×<!--/pin-->', 'pin country.ratio says "13×", its source says "12×"'],
  ['<!--pin:nothing-->1<!--/pin-->', 'pin nothing says "1", its source says "nothing"'],
  ['## The ladder\n```\ncore/\nstore/\n```', 'the ladder is not the one that scripts/check-ladder.ts holds'],
])('a document may not say: %s', (text, error) => {
  expect(docErrors('docs/a.md', text, world)).toEqual([`docs/a.md: ${error}`])
})

test('figures are taken from the table that the benchmark writes', () => {
  const side = { name: 'rrule', open: () => ({ run: () => undefined }) }
  const row = {
    ...{ id: 'country', what: 'All slots', rounds: 1, goal: 10, ours: side, baseline: side },
    timing: { ours: 30, baseline: 360 },
    load: { ours: { perSecond: 1234.4, p99: 12.34 }, baseline: { perSecond: 5000, p99: 2 } },
    peak: { ours: 2048, baseline: 4096 },
  }
  const pins = benchPins(`${table([row])}\n\n${loadTable([row])}`)
  expect(Object.fromEntries(pins)).toEqual({
    'country.ours': '30 ms',
    'country.baseline': '360 ms',
    'country.ratio': '12×',
    'country.goal': '10× ✓',
    'country.peak': '2 MiB',
    'country.perSecond': '1,234',
    'country.p99': '12.3 ms',
    'country.baselinePerSecond': '5,000',
    'country.baselineP99': '2 ms',
  })
  expect(writePins('<!--pin:country.ratio-->1×<!--/pin-->', pins)).toBe(
    '<!--pin:country.ratio-->12×<!--/pin-->',
  )
})
