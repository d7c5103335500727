/** What an office says its own way on its reports (lời văn, thể thức): text, kept as it was typed and never run. */

export type PaperField =
  | 'office'
  | 'symbol'
  | 'place'
  | 'lead'
  | 'recipients'
  | 'titles'
  | 'signer'
  | 'opening'
  | 'headGeneral'
  | 'headGroups'
  | 'headProblems'
  | 'headForecast'
  | 'headNext'
  | 'closing'
  | 'moreGeneral'
  | 'moreProblems'
  | 'moreCauses'
  | 'moreNext'
  | 'proposals'

/** Missing: as the program writes it. Of several lines each is a line of the paper. */
export type PaperWords = Partial<Record<PaperField, string>>

/** What may stand between braces, so that a sentence serves every period. */
export const PLACES = ['kỳ', 'kế hoạch', 'đơn vị', 'từ ngày', 'đến ngày', 'tính đến', 'năm'] as const
export type Place = (typeof PLACES)[number]

export const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, place = '']) => place.trim())

export const fillPlaces = (text: string, values: Record<Place, string>): string =>
  text.replace(/\{([^{}\n]*)\}/g, (whole, place: string) =>
    Object.hasOwn(values, place.trim()) ? values[place.trim() as Place] : whole,
  )
