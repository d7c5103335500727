/** A filled form as a file: its kind, and the work that makes it. */
import { XLSX } from '../media-types.ts'

export const BLANK_FILES = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    work: 'blank-docx',
  },
  xlsx: { type: XLSX, work: 'blank-xlsx' },
} as const
