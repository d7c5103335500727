/** Numbers as they are read aloud in Vietnamese. */
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ']

const digit = (value: number): string => DIGITS[value] as string

/** `không chín tám`: telephone numbers, and the number of a document with a zero in front. */
export const digitWords = (digits: string): string => [...digits].map((one) => digit(Number(one))).join(' ')

/** `2025` → `hai nghìn không trăm hai mươi lăm`. Leading zeros are read one by one. */
export function numberWords(digits: string): string {
  const zeros = /^0+(?=\d)/.exec(digits)?.[0] ?? ''
  const rest = digits.slice(zeros.length)
  if (rest.length > 18) return digitWords(digits)
  return [...(zeros ? [digitWords(zeros)] : []), wholeWords(rest)].join(' ')
}

function wholeWords(digits: string): string {
  if (/^0+$/.test(digits)) return 'không'
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const threes = padded.match(/\d{3}/g) as string[]
  const parts = threes.flatMap((three, i) => {
    if (three === '000') return []
    return [`${threeWords(three, i === 0)} ${GROUPS[threes.length - 1 - i]}`.trim()]
  })
  return parts.join(' ')
}

/** `105` → `một trăm linh năm`; the first group leaves out its empty hundreds. */
function threeWords(three: string, first: boolean): string {
  const [hundreds = 0, tens = 0, ones = 0] = [...three].map(Number)
  const over = first && hundreds === 0 ? [] : [`${digit(hundreds)} trăm`]
  if (tens === 0) return [...over, ...lastAlone(ones, over.length > 0)].join(' ')
  const ten = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  return [...over, ten, ...lastAfterTen(tens, ones)].join(' ')
}

const lastAlone = (ones: number, afterHundreds: boolean): string[] => {
  if (ones === 0) return []
  return afterHundreds ? ['linh', digit(ones)] : [digit(ones)]
}

function lastAfterTen(tens: number, ones: number): string[] {
  if (ones === 0) return []
  if (ones === 5) return ['lăm']
  if (tens > 1 && ones === 1) return ['mốt']
  if (tens > 1 && ones === 4) return ['tư']
  return [digit(ones)]
}
