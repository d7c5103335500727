/** A filled form as a file: its kind, and the work that makes it. */
export const BLANK_FILES = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    work: 'blank-docx',
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', work: 'blank-xlsx' },
} as const
