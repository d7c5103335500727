/** The eight kinds of NĐ 49/2024/NĐ-CP, and what plans add. */
export const CHANNELS = [
  'loudspeaker',
  'public-board',
  'bulletin',
  'print',
  'communicator',
  'portal',
  'social',
  'sms',
  'event',
  'visual',
  'training',
  'report',
] as const
export type Channel = (typeof CHANNELS)[number]
