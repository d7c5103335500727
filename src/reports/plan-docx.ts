/** A plan as a Word document that an office goes on with: its obligations by clause, each with its rhythm in words and its quote. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import type { Obligation, Plan } from '../core/plan.ts'
import { capital } from '../core/text.ts'
import { CHANNEL_NAMES } from '../core/words/names.ts'
import { countedNoun, ruleWords } from '../core/words/rule-words.ts'
import { documentDay } from '../core/words/words.ts'
import { FONT, line, mm, paragraph, pt, run } from './docx-parts.ts'

const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
}

export async function planDocx(plan: Plan): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    creator: plan.unit.name,
    title: plan.title,
    styles: { default: { document: { run: { font: FONT, size: pt(14), language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: PAGE },
        children: [...head(plan), ...plan.obligations.flatMap(obligationLines), ...topics(plan)],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function head(plan: Plan): Paragraph[] {
  const facts = [
    plan.number && `Số: ${plan.number}`,
    plan.issued && `Ngày ban hành: ${documentDay(plan.issued)}`,
    `Có hiệu lực từ ngày ${documentDay(plan.inForceFrom)}`,
  ]
  return [
    line(plan.unit.name.toLocaleUpperCase('vi'), { bold: true, size: 13 }),
    line(plan.title, { bold: true, size: 14, before: 12, after: 6 }),
    line(facts.filter(Boolean).join(' · '), { size: 13, after: 12 }),
    ...plan.assumptions.map((text) => paragraph([run(text, { size: 13, italics: true })])),
  ]
}

const topics = ({ topics: list }: Plan): Paragraph[] =>
  list.length === 0
    ? []
    : [
        title('Chủ đề tuyên truyền'),
        ...list.map(({ clause, name, quote }) =>
          paragraph([run(`${clause}. ${name}: `, { size: 14, bold: true }), run(`“${quote}”`, { size: 14 })]),
        ),
      ]

const title = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 160, after: 80 },
    children: [run(text, { size: 14, bold: true })],
  })

function obligationLines({
  clause,
  title: name,
  lead,
  support,
  channels,
  quote,
  cadence,
  assumptions,
}: Obligation) {
  const facts = [
    `Thực hiện: ${capital(ruleWords(cadence, countedNoun(quote)))}.`,
    `Đơn vị chủ trì: ${lead ?? 'kế hoạch không nêu'}.`,
    support.length ? `Đơn vị phối hợp: ${support.join('; ')}.` : null,
    `Kênh: ${channels.map((channel) => CHANNEL_NAMES[channel]).join('; ')}.`,
    ...assumptions.map((text) => `Đơn vị xác định: ${text}`),
  ]
  const told = facts.filter((text) => text !== null).map((text) => `- ${text}`)
  return [
    title(`${clause}. ${name}`),
    ...quote.split('\n').map((text) => paragraph([run(text, { size: 14, italics: true })])),
    ...told.map((text) => paragraph([run(text, { size: 14 })])),
  ]
}
