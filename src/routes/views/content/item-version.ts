/** Versions of an item: one as it was, all of them in a row with what was said of them. */
import { gapsOf } from '../../../core/content/gaps.ts'
import { type ItemVersion, type Review, stateOf, VARIANTS, type Variant } from '../../../core/content/item.ts'
import type { ItemState } from '../../../core/item-brief.ts'
import { type Item, latestOf } from '../../../store/items.ts'
import type { ItemView, VersionView } from '../../../templates/item-views.ts'
import { markdownHtml, refusedWords } from '../../../templates/markdown.ts'
import type { Frame } from '../../../templates/views.ts'
import { instantWords, itemPath, stateTag, versionPath } from './item-words.ts'

export const VARIANT_NAMES: Record<Variant, string> = {
  loudspeaker: 'Bản đọc trên loa',
  portal: 'Bản trang thông tin điện tử',
  social: 'Bản Zalo, Facebook',
}

export const variantsOf = (version: Pick<ItemVersion, Variant>) =>
  VARIANTS.flatMap((variant) => {
    const text = version[variant]
    return text ? [{ name: VARIANT_NAMES[variant], body: markdownHtml(text) }] : []
  })

/** What is worth a look before somebody sends or approves it. */
export function noticesOf(version: Pick<ItemVersion, 'body' | Variant>, state: ItemState): string[] {
  const { body, loudspeaker, portal, social } = version
  const gaps = state === 'approved' ? 0 : gapsOf(version)
  return [
    refusedWords([body, loudspeaker, portal, social].join('\n')),
    gaps ? `Còn ${gaps} chỗ chưa điền, đang để dấu “…”.` : null,
  ].filter((words) => words !== null)
}

const REVIEW_WORDS: Record<Review['kind'], string> = {
  sent: 'gửi duyệt',
  approved: 'duyệt',
  returned: 'trả lại',
}

/** Saved, sent, approved, returned: the latest first. */
export function historyOf({ id, versions, reviews }: Item): ItemView['history'] {
  const saved = versions.map(({ version, by, at, title }) => ({
    ...{ at, version },
    what: `${by} lưu bản ${version}`,
    details: title as string | null,
    href: versionPath(id, version) as string | null,
  }))
  const said = reviews.map(({ version, by, at, kind, comment, hash }) => ({
    ...{ at, version },
    what: `${by} ${REVIEW_WORDS[kind]} bản ${version}`,
    details: comment ?? (kind === 'approved' ? `mã băm ${hash.slice(0, 12)}` : null),
    href: null,
  }))
  return [...saved, ...said]
    .sort((a, b) => a.at - b.at || a.version - b.version)
    .reverse()
    .map(({ at, version: _, ...entry }) => ({ when: instantWords(at), ...entry }))
}

/** One version as it was. */
export function versionView(frame: Frame, item: Item, version: ItemVersion): VersionView {
  const reviews = item.reviews.filter((review) => review.version === version.version)
  const approved = reviews.find(({ kind }) => kind === 'approved')
  return {
    frame,
    title: version.title,
    tag: stateTag(stateOf(version.version, reviews)),
    item: { href: itemPath(item.id), words: latestOf(item).title },
    meta: [
      `bản ${version.version}/${item.versions.length}`,
      `${version.by} lưu ${instantWords(version.at)}`,
      ...(approved
        ? [`${approved.by} duyệt ${instantWords(approved.at)}`, `mã băm ${version.hash.slice(0, 12)}`]
        : []),
    ],
    body: markdownHtml(version.body),
    variants: variantsOf(version),
  }
}
