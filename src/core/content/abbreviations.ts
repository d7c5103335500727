/** Words that are not read as they are written: abbreviations of offices, and what came from abroad. */
/** As offices write them, and how they are read. */
const ABBREVIATIONS: Record<string, string> = {
  AI: 'ây ai',
  ATTT: 'an toàn thông tin',
  BCĐ: 'ban chỉ đạo',
  BHXH: 'bảo hiểm xã hội',
  BHYT: 'bảo hiểm y tế',
  CCCD: 'căn cước công dân',
  CCHC: 'cải cách hành chính',
  CĐS: 'chuyển đổi số',
  CNTT: 'công nghệ thông tin',
  CP: 'Chính phủ',
  CT: 'chỉ thị',
  CTr: 'chương trình',
  CV: 'công văn',
  DVC: 'dịch vụ công',
  DVCTT: 'dịch vụ công trực tuyến',
  ĐU: 'Đảng ủy',
  HĐND: 'Hội đồng nhân dân',
  HTX: 'hợp tác xã',
  HU: 'Huyện ủy',
  ID: 'ai đi',
  IT: 'ai ti',
  KH: 'kế hoạch',
  KT: 'kinh tế',
  LHPN: 'Liên hiệp phụ nữ',
  MTTQ: 'Mặt trận Tổ quốc',
  NĐ: 'nghị định',
  NQ: 'nghị quyết',
  NTM: 'nông thôn mới',
  PCCC: 'phòng cháy chữa cháy',
  QĐ: 'quyết định',
  QH: 'Quốc hội',
  TB: 'thông báo',
  THCS: 'trung học cơ sở',
  THPT: 'trung học phổ thông',
  TT: 'thông tư',
  TTHC: 'thủ tục hành chính',
  TTg: 'Thủ tướng',
  TTr: 'tờ trình',
  TU: 'Tỉnh ủy',
  TW: 'Trung ương',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  UBMTTQVN: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  UBND: 'Ủy ban nhân dân',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  VNeID: 'vi en i ai đi',
  VH: 'văn hóa',
  XH: 'xã hội',
}

/** Foreign words have more syllables in writing than when they are read. */
const LOAN_WORDS: Record<string, string> = {
  email: 'i meo',
  facebook: 'phây búc',
  fanpage: 'phen pây',
  internet: 'in tơ nét',
  online: 'on lai',
  par: 'pa',
  smartphone: 'smát phôn',
  stem: 'xờ tem',
  website: 'oép sai',
  wifi: 'oai phai',
  zalo: 'da lô',
}

/** `SIPAS`, `INDEX`, `THANH`: capitals that can be read as syllables. `ANTT`, `OTP`, `VOV` can't. */
const READABLE =
  /^(?:(?:TH|TR|NGH?|NH|CH|GH|KH|PH|QU|[BCDĐFGHJKLMNPQRSTVX])?[AEIOUY]{1,3}(?:NG|NH|CH|[CDFMNPRSTX])?)+$/u

/** Letters of an unknown abbreviation are read one by one. */
const isSpelled = (word: string): boolean => /^[A-ZĐ]{2,10}$/u.test(word) && !READABLE.test(word)

export function wordAloud(word: string): string {
  const known = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : LOAN_WORDS[word.toLowerCase()]
  if (known) return known
  return isSpelled(word) ? [...word].join(' ') : word
}
