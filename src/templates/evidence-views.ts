/** Views of evidence: files that are kept, links, and the form that adds to them. */
import type { Link } from './view-parts.ts'

/** A file that is kept with the product. */
export type KeptView = {
  href: string
  name: string
  /** `2,1 MB` */
  size: string
  isImage: boolean
  isAudio: boolean
  /** `Lan ghi lúc 06:10` */
  words: string
  note: string | null
}

/** `accept`: what the browser offers; what is taken is told by the bytes. */
export type UploadField = { accept: string; hint: string }

export type EvidenceView = {
  anchor: string
  kept: KeptView[]
  links: Link[]
  upload: { action: string; key: string; back: string; field: UploadField } | null
  /** Somebody would send files, and cannot here. */
  keepsNone: boolean
}
