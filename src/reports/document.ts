/** The wording of a report as parts of a document: what stands in the head, the body's paragraphs, who signs. */
export type Block = { kind: 'section' | 'heading' | 'item' | 'paragraph'; text: string }

export type ReportDocument = {
  /** `ỦY BAN NHÂN DÂN`, `XÃ NGỌK TỤ`: the last line is the office that issues it. */
  office: string[]
  symbol: string
  placeAndDate: string
  kind: string
  subject: string[]
  body: Block[]
  recipients: string[]
  titles: string[]
  signer: string
}

const FIELDS = {
  'co-quan': 'office',
  'so-ky-hieu': 'symbol',
  'dia-danh': 'placeAndDate',
  'ten-loai': 'kind',
  'trich-yeu': 'subject',
  'noi-nhan': 'recipients',
  'chuc-vu': 'titles',
  'nguoi-ky': 'signer',
} as const

const MARKS: [mark: string, kind: Block['kind']][] = [
  // A paragraph of somebody's own words, which may begin like anything else.
  ['> ', 'paragraph'],
  ['# ', 'section'],
  ['## ', 'heading'],
  ['- ', 'item'],
]

/** Reads what `content/reports/report.hbs` makes: one line, one part; empty lines say nothing. */
export function parseDocument(text: string): ReportDocument {
  const document: ReportDocument = {
    ...{ office: [], symbol: '', placeAndDate: '', kind: '', subject: [], body: [] },
    ...{ recipients: [], titles: [], signer: '' },
  }
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    if (line.trim() !== '') readLine(document, line)
  }
  return document
}

function readLine(document: ReportDocument, line: string): void {
  const [, name = '', value = ''] = /^([a-z-]+):(?:\s(.*))?$/.exec(line) ?? []
  if (Object.hasOwn(FIELDS, name)) {
    setField(document, FIELDS[name as keyof typeof FIELDS], value)
    return
  }
  const [mark, kind] = MARKS.find(([mark]) => line.startsWith(mark)) ?? ['', 'paragraph' as const]
  document.body.push({ kind, text: line.slice(mark.length).trim() })
}

function setField(
  document: ReportDocument,
  field: (typeof FIELDS)[keyof typeof FIELDS],
  value: string,
): void {
  const present = document[field]
  if (Array.isArray(present)) present.push(value)
  else Object.assign(document, { [field]: value })
}
