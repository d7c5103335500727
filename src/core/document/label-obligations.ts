/** Obligations of a section that has labels below its heading ("- Cơ quan chủ trì: …"), or inside its sentences. */
import { type Assignment, assignmentIn } from './assignment.ts'
import { type Doubt, doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { SAYS_HOW } from './field-label.ts'
import { type Field, fieldsIn, withRhythm } from './fields-in.ts'
import type { Rank } from './marker.ts'
import type { Part, Section } from './outline.ts'
import { clauseOf } from './outline.ts'
import { around, join, keyOf, type Words } from './words.ts'

type Content = { words: Words; dashed: boolean; heading: boolean }
type Group = { contents: Content[]; fields: Field[]; whole: Words[]; inline: boolean }

const newGroup = (): Group => ({ contents: [], fields: [], whole: [], inline: false })
const REAL = ['lead', 'doer', 'when', 'often']
const isReal = (field: Field): boolean => REAL.includes(withRhythm(field).name)
const hasReal = ({ fields }: Group): boolean => fields.some(isReal)

/** Sections whose obligation's labels stand under the last of several points belong to what stands above them. */
export function labelObligations(section: Section, children: readonly Section[]): Draft[] {
  const groups = groupsOf(section, [])
  if (groups.some(hasReal)) return draftsOf(section, groups).filter(namesWork)
  const hoisted = hoistedParts(children)
  return hoisted ? draftsOf(section, groupsOf(section, hoisted)) : []
}

/** "3. Phân công: …" alone says who, and not what. */
const namesWork = ({ title, content, when, often }: Draft): boolean =>
  when !== null || often !== null || content.length > 0 || !/^phân công(?: nhiệm vụ)?\s*:/iu.test(title.text)

/** Points a), b), c) or 1.1, 1.2 of one obligation: each begins with a label, or labels stand under the last letter alone. */
export function hoistedParts(children: readonly Section[]): Part[] | null {
  const all = (...ranks: Rank[]) => children.every(({ marker }) => marker && ranks.includes(marker.rank))
  if (children.length < 2 || !all('letter', 'dotted')) return null
  if (areLabels(children))
    return children.flatMap(({ heading, whole, parts }) => [
      { marker: null, words: heading, whole },
      ...parts,
    ])
  if (!all('letter')) return null
  const labelled = children.map((child) => groupsOf(child, []).some(hasReal))
  if (labelled.indexOf(true) !== children.length - 1) return null
  return children.flatMap(({ whole, parts }) => [{ marker: null, words: whole, whole }, ...parts])
}

/** "a) Nội dung: …", "1.2. Thời gian: …", "c) Đơn vị chủ trì: …" */
function areLabels(children: readonly Section[]): boolean {
  const labels = children.map(({ heading }) => fieldsIn(heading)).filter(({ head }) => !head.text)
  const real = labels.flatMap(({ fields }) => fields.slice(0, 1)).filter(isReal)
  return real.length > 0 && labels.length * 2 > children.length
}

function groupsOf(section: Section, more: readonly Part[]): Group[] {
  const groups: Group[] = []
  let group = newGroup()
  const open = () => {
    if (group.contents.length || group.fields.length) groups.push(group)
    group = newGroup()
  }
  const add = (words: Words, whole: Words, dashed: boolean, heading: boolean) => {
    const { head, fields } = fieldsIn(words)
    const [first] = fields
    if (!first) {
      const last = group.fields.at(-1)
      if (last && dashed && last.words.text === '') {
        group.fields[group.fields.length - 1] = { ...last, words: words }
        group.whole.push(whole)
        return
      }
      if (last && dashed && isListed(group)) {
        group.fields[group.fields.length - 1] = { ...last, words: join(last.words, words, '; ') }
        group.whole.push(whole)
        return
      }
    }
    const content = !first || head.text !== '' || first.name === 'title'
    if (content && hasReal(group)) open()
    if (head.text) group.contents.push({ words: head, dashed, heading })
    for (const field of fields)
      if (field.name === 'title') {
        if (field.words.text) group.contents.push({ words: field.words, dashed: false, heading: false })
      } else group.fields.push(field)
    if (first && head.text) group.inline = true
    group.whole.push(whole)
  }
  if (section.heading.text) add(section.heading, section.whole, false, true)
  for (const part of [...section.parts, ...more])
    if ('words' in part) add(part.words, part.whole, part.marker !== null, false)
  open()
  return groups
}

/** The label's words began on a line of their own, as a list. */
function isListed({ fields, whole }: Group): boolean {
  const last = fields.at(-1)
  const line = whole.at(-1)
  return Boolean(last && line && !line.text.includes(':') && /^[-+•*]/.test(line.text))
}

function draftsOf(section: Section, groups: readonly Group[]): Draft[] {
  const real = groups.filter(hasReal)
  return real.map((group) => draftOf(section, group, real.length > 1))
}

function draftOf(section: Section, group: Group, shared: boolean): Draft {
  const { contents, whole } = group
  const fields = group.fields.map(withRhythm)
  const title = titleOf(contents, shared, section.marker !== null) ?? section.heading
  const of = (name: Field['name']): Field[] => fields.filter((field) => field.name === name)
  const joined = (name: Field['name']): Words | null => {
    const words = of(name)
      .map((field) => field.words)
      .filter(({ text }) => text)
    return words.length ? words.reduce((all, one) => join(all, one, '; ')) : null
  }
  const timing = (name: 'when' | 'often') => {
    const [first] = of(name).filter(({ words }) => words.text)
    const words = joined(name)
    return first && words ? { words, label: first.label } : null
  }
  const inBrackets = joined('lead') || joined('doer') ? null : toldIn(title)
  return {
    clause: clauseOf(section.path),
    title: inBrackets?.rest ?? title,
    content: contents
      .filter(({ words, heading }) => words !== title && !(heading && shared))
      .map(({ words }) => words),
    lead: joined('lead') ?? inBrackets?.lead ?? null,
    doer: joined('doer'),
    support: joined('support') ?? inBrackets?.support ?? null,
    when: timing('when'),
    often: timing('often'),
    emptyWhen: of('when').some(({ words }) => !words.text),
    place: around(whole),
    under: fields.filter(({ label }) => SAYS_HOW.test(label)).map(({ words }) => words.text),
    how: fields.filter(({ label }) => SAYS_HOW.test(label)).map(({ words }) => words),
    found: group.inline ? 'inline' : 'labels',
    doubts: numberDoubts(section, shared && contents.at(-1)?.dashed === false),
  }
}

function toldIn(title: Words): Assignment | null {
  const found = assignmentIn(title)
  return found && found.said !== 'name' ? found : null
}

function numberDoubts({ odd, marker }: Section, unnumbered: boolean): Doubt[] {
  if (unnumbered || marker === null)
    return [
      doubt(
        'numbering',
        'clause',
        'Các nhiệm vụ ở đây không có số thứ tự (có thể mất khi dán hoặc đổi tệp).',
      ),
    ]
  const message = 'Số thứ tự ở đây không nối tiếp số trước: hãy xem lại mã điều khoản.'
  return odd ? [doubt('numbering', 'clause', message)] : []
}

/** A heading such as "Về hạ tầng số" names a subject; the obligation is what stands under it. */
function titleOf(contents: readonly Content[], shared: boolean, numbered: boolean): Words | null {
  const [first, second] = contents
  if (!first) return null
  const last = contents.at(-1)
  if ((shared || !numbered) && last && last !== first) return last.words
  const isSubject =
    first.heading &&
    second &&
    !second.dashed &&
    /^(?:ve|doi voi|cong tac|linh vuc)\b/.test(keyOf(first.words.text))
  return isSubject ? second.words : first.words
}
