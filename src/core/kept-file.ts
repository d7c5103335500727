/** Evidence whose bytes are kept with the product: which kinds there are, how large they may be, how they are shown. */

export const KEPT_KINDS = ['jpeg', 'png', 'webp', 'heic', 'pdf', 'mp3', 'm4a', 'ogg', 'wav'] as const
export type KeptKind = (typeof KEPT_KINDS)[number]

/** `file`: to be downloaded, since not every browser shows it by itself. */
export type ShownAs = 'image' | 'audio' | 'file'

type Traits = { type: string; ending: string; shownAs: ShownAs; limit: 'photo' | 'recording' }

export const KEPT: Record<KeptKind, Traits> = {
  jpeg: { type: 'image/jpeg', ending: 'jpg', shownAs: 'image', limit: 'photo' },
  png: { type: 'image/png', ending: 'png', shownAs: 'image', limit: 'photo' },
  webp: { type: 'image/webp', ending: 'webp', shownAs: 'image', limit: 'photo' },
  heic: { type: 'image/heic', ending: 'heic', shownAs: 'file', limit: 'photo' },
  pdf: { type: 'application/pdf', ending: 'pdf', shownAs: 'file', limit: 'photo' },
  mp3: { type: 'audio/mpeg', ending: 'mp3', shownAs: 'audio', limit: 'recording' },
  m4a: { type: 'audio/mp4', ending: 'm4a', shownAs: 'audio', limit: 'recording' },
  ogg: { type: 'audio/ogg', ending: 'ogg', shownAs: 'audio', limit: 'recording' },
  wav: { type: 'audio/wav', ending: 'wav', shownAs: 'audio', limit: 'recording' },
}

/** In bytes. `photo` holds for pictures and PDFs; `quota` for all that an office keeps. */
export type FileLimits = { photo: number; recording: number; quota: number }

export const MIB = 1024 * 1024

/** So long the bytes of evidence that was taken back can be looked at, and brought back by undoing that. */
export const STRUCK_KEPT_DAYS = 30

/** Sent together at most; an airing has no more photos that tell something. */
export const MOST_FILES = 10

/** What one sending of files may be, its other fields included: a recording with a photo, or a few photos. */
export const largestSending = ({ photo, recording }: FileLimits): number => photo + recording + MIB

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
