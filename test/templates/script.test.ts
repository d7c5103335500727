import { expect, test } from 'vitest'
import { SCRIPT_KINDS, type ScriptView, writeScript } from '../../src/templates/script.ts'
import { scriptSamples } from '../../src/templates/script-samples.ts'

test.each(SCRIPT_KINDS)(
  'the skeleton %s makes a draft of its sample, without a gap that the sample fills',
  (kind) => {
    const draft = writeScript(kind, scriptSamples[kind])
    if (!draft.ok) throw new Error(draft.problem.detail)
    expect(draft.value.title).toContain(scriptSamples[kind].topic)
    expect(draft.value.body.length).toBeGreaterThan(100)
    expect(draft.value.body).not.toMatch(/\{\{|undefined|\[object/)
  },
)

test.each(['lead', 'points', 'issue'])(
  'a variable that is missing is named with its template: %s',
  (name) => {
    const { [name as 'lead']: _, ...less } = scriptSamples['radio-segment']
    expect(writeScript('radio-segment', less as ScriptView)).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        detail: `Mẫu "radio-segment/body" cần biến "${name}" nhưng không có.`,
        errors: [{ path: [name], code: 'missing-variable', message: 'mẫu radio-segment/body cần biến này' }],
      },
    })
  },
)

test('what is filled in is data: a template in a topic stays as it is', () => {
  const draft = writeScript('social-post', { ...scriptSamples['social-post'], topic: '{{unit}} & <b>' })
  expect(draft.ok && draft.value.title).toBe('{{unit}} & <b>')
})
