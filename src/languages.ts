/** The languages that an airing may be in, from `content/languages.json`. */
import languagesJson from '../content/languages.json' with { type: 'json' }
import { type Language, languageList } from './core/making.ts'

export const languages: readonly Language[] = languageList.parse(languagesJson).languages
