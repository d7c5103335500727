import { expect, test } from 'vitest'
import { type ChainLink, outcomeOf } from '../../../src/core/plan/handing.ts'

const link = (number: number, decision: ChainLink['decision'], more: Partial<ChainLink> = {}): ChainLink => ({
  ...{ number, hash: 'như giao', decision, reason: null },
  ...(decision === null ? { by: null, at: null } : { by: 'Y Lan', at: 5 }),
  ...more,
})
const UNSEEN = { seenAt: null, isReplaced: false }
const BY_LAN = { by: 'Y Lan', at: 5, reason: null }

test.each([
  ['nobody opened it', [link(1, null)], UNSEEN, 'handed', null],
  ['somebody opened it', [link(1, null)], { ...UNSEEN, seenAt: 3 }, 'seen', null],
  ['it was sent to who may adopt', [link(1, 'sent')], { ...UNSEEN, seenAt: 3 }, 'seen', null],
  ['it was adopted as it came', [link(1, 'adopted')], UNSEEN, 'adopted', BY_LAN],
  [
    'it was changed, and is not adopted yet',
    [link(1, 'discarded', { reason: 'đã lưu thành bản 2' }), link(2, null, { hash: 'khác' })],
    { ...UNSEEN, seenAt: 3 },
    'seen',
    null,
  ],
  [
    'it was changed and adopted',
    [link(1, 'discarded'), link(2, 'adopted', { hash: 'khác' })],
    UNSEEN,
    'changed',
    BY_LAN,
  ],
  [
    'it was changed, changed back and adopted',
    [link(1, 'discarded'), link(2, 'discarded', { hash: 'khác' }), link(3, 'adopted')],
    UNSEEN,
    'adopted',
    BY_LAN,
  ],
  [
    'it was refused',
    [link(1, 'discarded', { reason: 'trùng kế hoạch riêng' })],
    UNSEEN,
    'refused',
    { ...BY_LAN, reason: 'trùng kế hoạch riêng' },
  ],
  [
    'it was changed and then refused',
    [link(1, 'discarded'), link(2, 'discarded', { reason: 'đài hỏng' })],
    UNSEEN,
    'refused',
    { ...BY_LAN, reason: 'đài hỏng' },
  ],
  ['the plan was removed there', [], UNSEEN, 'refused', null],
  [
    'a later one came before anybody decided',
    [link(1, null)],
    { seenAt: 3, isReplaced: true },
    'replaced',
    null,
  ],
  [
    'a later one came after it was adopted',
    [link(1, 'adopted')],
    { seenAt: 3, isReplaced: true },
    'adopted',
    BY_LAN,
  ],
  [
    'a later one came after it was refused',
    [link(1, 'discarded', { reason: 'đài hỏng' })],
    { seenAt: 3, isReplaced: true },
    'refused',
    { ...BY_LAN, reason: 'đài hỏng' },
  ],
] as const)('%s', (_, chain, seen, state, decided) => {
  expect(outcomeOf(chain, seen)).toEqual({ state, decided })
})
