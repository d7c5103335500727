import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MAX_PLAN_BYTES, readPlan } from '../../src/actions/read-plan.ts'
import { placedErrors } from '../../src/cli/placed-errors.ts'
import { cadence } from '../../src/core/cadence.ts'
import { CHANNELS, MAX_OBLIGATIONS, type Plan } from '../../src/core/plan.ts'

const repo = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const doc = repo('docs/plan-file.md').toString()
const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text)

const examples = blocks('yaml').filter((text) => text.startsWith('#'))
const [wholeFile = '', wrongFile = ''] = blocks('yaml').filter((text) => text.startsWith('id:'))
const bytes = (text: string) => new TextEncoder().encode(text)

function contentPlan(id: string): Plan {
  const plan = readPlan(repo(`content/plans/${id}.yaml`))
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

describe('docs/plan-file.md', () => {
  test('shows a whole file that is taken', () => {
    expect(readPlan(bytes(wholeFile))).toMatchObject({ ok: true, value: { id: 'xa-thu-2026' } })
  })

  test('shows every kind of cadence', () => {
    const kinds = examples.map((text) => cadence.parse(parse(text).cadence).kind)
    const known = cadence.options.map(({ shape }) => shape.kind.value)
    expect([...new Set(kinds)].sort()).toEqual(known.sort())
  })

  test.each(
    examples.filter((text) => / of [a-z]/.test(text)).map((text) => [text.split('\n')[0], text] as const),
  )('shows the obligation as its plan has it: %s', (_, text) => {
    const [, clause, planId = '', words] = /^# (\S+) of ([a-z0-9-]+): "(.*)"/.exec(text) ?? []
    const obligation = contentPlan(planId).obligations.find(({ id }) => id === clause)
    expect(obligation?.cadence).toEqual(cadence.parse(parse(text).cadence))
    expect(obligation?.quote).toContain(words)
  })

  test('shows the errors that a wrong file gets', () => {
    const read = readPlan(bytes(wrongFile))
    const errors = read.ok ? [] : placedErrors('xa-thu.yaml', read.problem)
    expect(`${errors.join('\n')}\n`).toBe(blocks('text')[0])
  })

  test('names all channels and the limits of the program', () => {
    const channels = doc.slice(doc.indexOf('Channels: ')).split('\n## ')[0] ?? ''
    expect([...channels.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual([...CHANNELS])
    expect(doc).toContain(`UTF-8, ${MAX_PLAN_BYTES / 1024 / 1024} MB, ${MAX_OBLIGATIONS} obligations`)
  })
})
