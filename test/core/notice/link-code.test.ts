import { expect, test } from 'vitest'
import { type Said, saidIn, shownCode } from '../../../src/core/notice/link-code.ts'

const code: Said = { kind: 'code', code: 'K7QM2XPA' }

test.each<[string, Said]>([
  ['K7QM-2XPA', code],
  [' k7qm 2xpa\n', code],
  ['k7qm–2xpa.', code],
  ['huỷ', { kind: 'cancel' }],
  ['Hủy', { kind: 'cancel' }],
  ['HUY!', { kind: 'cancel' }],
  ['huỷ bỏ lịch hôm nay', { kind: 'other' }],
  ['K7QM-2XP', { kind: 'other' }],
  // O, I, 0 and 1 are in no code.
  ['K7QM-2XP0', { kind: 'other' }],
  ['xin chào', { kind: 'other' }],
  ['', { kind: 'other' }],
])('%j', (text, said) => {
  expect(saidIn(text)).toEqual(said)
})

test('a code is shown in two halves', () => {
  expect(shownCode('K7QM2XPA')).toBe('K7QM-2XPA')
})
