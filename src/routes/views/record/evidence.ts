/** Evidence on the page of a slot or obligation: what is kept, what is linked, and the form that adds files. */
import { type Fact, uncorrected } from '../../../core/fact.ts'
import { type FileLimits, KEPT, type KeptKind, MOST_FILES } from '../../../core/kept-file.ts'
import { keptFilePath } from '../../../core/paths.ts'
import type { Instant } from '../../../core/wall-clock.ts'
import { sizeInWords } from '../../../core/words/figures.ts'
import type { EvidenceView, KeptView, UploadField } from '../../../templates/evidence-views.ts'
import type { Link } from '../../../templates/view-parts.ts'
import { recordedWords } from './history.ts'

/** Files of evidence that can be kept here, and how large; null where none can. */
export type Keeps = FileLimits | null

export type EvidenceQuestion = {
  facts: readonly Fact[]
  now: Instant
  keeps: Keeps
  /** Where files are sent, under which key, and where that leads back to; null for somebody who only looks. */
  form: { action: string; key: string; back: string } | null
}

export function evidenceView({ facts, now, keeps, form }: EvidenceQuestion): EvidenceView {
  const inForce = uncorrected(facts)
  const upload = form &&
    keeps && { ...form, back: `${form.back}#${EVIDENCE_ANCHOR}`, field: uploadField(keeps) }
  return {
    anchor: EVIDENCE_ANCHOR,
    kept: inForce.flatMap((fact) => keptView(fact, now)),
    links: inForce.flatMap(linksOf),
    upload,
    keepsNone: form !== null && keeps === null,
  }
}

const EVIDENCE_ANCHOR = 'minh-chung'

function keptView(fact: Fact, now: Instant): KeptView[] {
  const { file } = fact
  if (!file?.kept) return []
  const shownAs = KEPT[file.kept].shownAs
  return [
    {
      ...{ href: keptFilePath(file.sha256), name: file.name, size: sizeInWords(file.size) },
      ...{ isImage: shownAs === 'image', isAudio: shownAs === 'audio' },
      words: recordedWords(fact, now),
      note: fact.note,
    },
  ]
}

const linksOf = ({ link }: Fact): Link[] => (link === null ? [] : [{ href: link, words: link }])

const TYPES = Object.values(KEPT).map(({ type }) => type)
const named = (wanted: KeptKind[]): string => wanted.map((kind) => NAMES[kind]).join(', ')
const NAMES: Record<KeptKind, string> = {
  ...{ jpeg: 'JPEG', png: 'PNG', webp: 'WebP', heic: 'HEIC', pdf: 'PDF' },
  ...{ mp3: 'MP3', m4a: 'M4A', ogg: 'OGG', wav: 'WAV' },
}

/** Phones offer camera, recorder and gallery by themselves. */
export const uploadField = ({ photo, recording }: FileLimits): UploadField => ({
  accept: [...new Set([...TYPES, 'audio/x-m4a', '.m4a', '.ogg', '.opus'])].join(','),
  hint: `Nhiều nhất ${MOST_FILES} tệp một lần. Ảnh ${named(['jpeg', 'png', 'webp', 'heic'])} hoặc PDF đến ${sizeInWords(photo)}; ghi âm ${named(['mp3', 'm4a', 'ogg', 'wav'])} đến ${sizeInWords(recording)}. Tệp giữ nguyên như gửi lên, ảnh chụp có thể mang theo nơi chụp. Cần có mạng.`,
})
