/** Documents of a test's own making, and copies of a text that mean the same. */
import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A .docx around the XML of its body; other parts by name. */
export const docxOf = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}`, strToU8(xml.replace('>', ` ${W}>`))]),
    ),
  } satisfies Zippable)

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

export const numbered = (text: string, list: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`

export const tableOf = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

/** A PDF of as many pages, each with one line of ASCII, empty for a picture of paper. */
export function pdfOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, i) => {
      const stream = text ? `BT /F1 12 Tf 72 720 Td (${text}) Tj ET` : ''
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const at = file.length
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`
  return strToU8(file)
}

const oldMarks = (text: string): string =>
  text.replace(/hóa/g, 'hoá').replace(/ủy/g, 'uỷ').replace(/Ủy/g, 'Uỷ').replace(/hòa/g, 'hoà')

const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/^\||\t/.test(line) ? line : line.replace(/(.{60,72}?) /g, '$1\n')))
    .join('\n')

const withPages = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => ((i + 1) % 40 === 0 ? `${line}\n\n${(i + 1) / 40 + 1}\n` : line))
    .join('\n')

/** What typists, editors and PDFs do to a text without changing what it says. */
export const SAME: Record<string, (text: string) => string> = {
  'decomposed letters': (text) => text.normalize('NFD'),
  'no-break spaces': (text) =>
    text.replace(/(\d) /g, '$1\u00a0').replace(/(Quý|Tháng|ngày|năm) /g, '$1\u00a0'),
  'lines wrapped': wrapped,
  'line ends of Windows': (text) => text.replace(/\n/g, '\r\n'),
  'tones on the other vowel': oldMarks,
  'long dashes and dots': (text) =>
    text.replace(/ - /g, ' – ').replace(/^- /gm, '– ').replace(/^\+ /gm, '• '),
  'numbers of pages': withPages,
  'spaces before colons': (text) => text.replace(/:(?=\s)/g, ' :').replace(/;/g, ' ; '),
  'a mark of byte order': (text) => `\ufeff${text}`,
}
