/**
 * Who may use each route. A new route gets its line here, or the matrix fails.
 *
 * `may`: an action of `core/role.ts`; `everybody`, signed in or not; `nobody`, once the server has users.
 * `of`: what its parameters name, so that the matrix can try another unit's.
 * `body`: what a well-meant request sends; a form, or JSON for the API.
 */
import type { Action } from '../../src/core/role.ts'

export type Thing =
  | 'slot'
  | 'extra'
  | 'incident'
  | 'bulk'
  | 'playLog'
  | 'item'
  | 'version'
  | 'plan'
  | 'clause'
  | 'edition'
  | 'user'
  | 'token'
  | 'secret'
  | 'feed'
  | 'feed file'
  | 'message'
  | 'webhook'
  | 'slot file'
  | 'unit'
  | 'sample'
  | 'source'
  | 'reviewed'
  // The same for every unit: there must be something of ours in them to be kept from the others.
  | 'week'
  | 'month'
  | 'year'
  | 'period'
  | 'record form'
  | 'report file'
  | 'blank'
  | 'blank file'
  | 'place'
  | 'first day of rates'
  | 'proven slot'
  | 'kept file'

export type Access = {
  may: Action | 'everybody' | 'nobody'
  of?: Record<string, Thing>
  body?: Record<string, string>
}

export const ACCESS: Record<string, Access> = {
  'GET /healthz': { may: 'everybody' },
  'GET /api': { may: 'everybody' },
  'GET /api/openapi.json': { may: 'everybody' },

  'GET /ke-hoach/nhan': { may: 'record' },
  'POST /ke-hoach/nhan': { may: 'record', body: { noiDung: 'id: thieu' } },

  'GET /tong-quan': { may: 'read' },
  'GET /den-ngay': { may: 'read' },
  'GET /api/v1/slots': { may: 'read' },
  'GET /api/v1/slots/:id': { may: 'read', of: { id: 'slot' } },
  'POST /api/v1/slots/:id/evidence': { may: 'record', of: { id: 'proven slot' } },
  'GET /api/v1/slots/:id/evidence/:file': {
    ...{ may: 'read', of: { id: 'proven slot', file: 'kept file' } },
  },
  'POST /api/v1/slots/:id/facts': { may: 'record', of: { id: 'slot' }, body: { kind: 'note', note: 'thử' } },
  'GET /api/v1/plans': { may: 'read' },
  'POST /api/v1/plans': { may: 'adopt', body: { id: 'thieu' } },
  'GET /api/v1/plans/:id': { may: 'read', of: { id: 'plan' } },
  'GET /api/v1/plans/:id/editions': { may: 'read', of: { id: 'plan' } },
  'POST /api/v1/plans/:id/editions': { may: 'record', of: { id: 'plan' }, body: { id: 'thieu' } },
  'GET /api/v1/plans/:id/editions/:n': { may: 'read', of: { id: 'plan', n: 'edition' } },
  'GET /api/v1/plans/:id/editions/:n/changes': { may: 'read', of: { id: 'plan', n: 'edition' } },
  'POST /api/v1/plans/:id/editions/:n/adopt': { may: 'adopt', of: { id: 'plan', n: 'edition' } },
  'POST /api/v1/plans/:id/editions/:n/send': { may: 'record', of: { id: 'plan', n: 'edition' } },
  'POST /api/v1/plans/:id/editions/:n/refuse': {
    may: 'adopt',
    of: { id: 'plan', n: 'edition' },
    body: { reason: 'thử' },
  },
  'POST /api/v1/plans/:id/editions/:n/hand': {
    may: 'adopt',
    of: { id: 'plan', n: 'edition' },
    body: { units: 'khong-co' },
  },
  'GET /api/v1/plans/:id/editions/:n/handed': { may: 'read', of: { id: 'plan', n: 'edition' } },
  'DELETE /api/v1/plans/:id/editions/:n': { may: 'record', of: { id: 'plan', n: 'edition' } },
  'POST /api/v1/plans/:id/obligations/:clause/facts': {
    may: 'record',
    of: { id: 'plan', clause: 'clause' },
    body: { kind: 'note', note: 'thử' },
  },
  'GET /api/v1/station': { may: 'read' },
  'PUT /api/v1/station': { may: 'record', body: { from: 'thử' } },
  'GET /van-ban/:source': { may: 'record', of: { source: 'source' } },
  'GET /van-ban/:source/tep': { may: 'record', of: { source: 'source' } },
  'GET /van-ban/:source/chung': { may: 'record', of: { source: 'source' } },
  'POST /van-ban/:source/chung': { may: 'record', of: { source: 'source' }, body: { 'p-ten': 'thử' } },
  'GET /van-ban/:source/them': { may: 'record', of: { source: 'source' } },
  'POST /van-ban/:source/them': { may: 'record', of: { source: 'source' }, body: { ma: 'thử' } },
  'POST /van-ban/:source/chu-de': { may: 'record', of: { source: 'source' }, body: { phien: '1' } },
  'POST /van-ban/:source/du-thao': { may: 'record', of: { source: 'source' }, body: { phien: '1' } },
  'POST /van-ban/:source/nhiem-vu/:obligation': {
    may: 'record',
    of: { source: 'source', obligation: 'reviewed' },
    body: { viec: 'lai', phien: '1' },
  },
  'GET /van-ban/:source/nhiem-vu/:obligation/sua': {
    may: 'record',
    of: { source: 'source', obligation: 'reviewed' },
  },
  'POST /van-ban/:source/nhiem-vu/:obligation/sua': {
    may: 'record',
    of: { source: 'source', obligation: 'reviewed' },
    body: { ma: 'thử' },
  },
  'GET /ke-hoach/moi': { may: 'record' },
  'POST /ke-hoach/moi': { may: 'record', body: { 'p-nam': 'thử' } },
  'POST /ke-hoach/moi/nhiem-vu': { may: 'record', body: { 'p-nam': 'thử' } },
  'GET /ke-hoach/mau': { may: 'record' },
  'GET /ke-hoach/mau/:name': { may: 'record', of: { name: 'sample' } },
  'POST /ke-hoach/mau/:name': { may: 'record', of: { name: 'sample' }, body: { 'p-nam': 'thử' } },
  'GET /ke-hoach/:id/soan': { may: 'record', of: { id: 'plan' } },
  'POST /ke-hoach/:id/soan/gui': { may: 'record', of: { id: 'plan' }, body: { ban: '' } },
  'GET /ke-hoach/:id/soan/chung': { may: 'record', of: { id: 'plan' } },
  'POST /ke-hoach/:id/soan/chung': { may: 'record', of: { id: 'plan' }, body: { 'p-ten': 'thử' } },
  'GET /ke-hoach/:id/soan/chu-de': { may: 'record', of: { id: 'plan' } },
  'POST /ke-hoach/:id/soan/chu-de': { may: 'record', of: { id: 'plan' }, body: { 'cd-1-ten': 'thử' } },
  'GET /ke-hoach/:id/soan/gio': { may: 'record', of: { id: 'plan' } },
  'POST /ke-hoach/:id/soan/gio': { may: 'record', of: { id: 'plan' }, body: { viec: 'tim' } },
  'GET /ke-hoach/:id/soan/nhiem-vu-moi': { may: 'record', of: { id: 'plan' } },
  'POST /ke-hoach/:id/soan/nhiem-vu-moi': { may: 'record', of: { id: 'plan' }, body: { ma: 'thử' } },
  'GET /ke-hoach/:id/soan/nhiem-vu/:clause': { may: 'record', of: { id: 'plan', clause: 'clause' } },
  'POST /ke-hoach/:id/soan/nhiem-vu/:clause': {
    may: 'record',
    of: { id: 'plan', clause: 'clause' },
    body: { viec: 'tinh' },
  },
  'POST /ke-hoach/:id/soan/bo/:clause': {
    may: 'record',
    of: { id: 'plan', clause: 'clause' },
    body: { ban: 'thử' },
  },
  'GET /dai': { may: 'read' },
  'POST /dai': { may: 'record', body: { 'tu-ngay': 'thử' } },
  'GET /bao-cao/:year/:period/loi-van': { may: 'record', of: { year: 'year', period: 'period' } },
  'POST /bao-cao/:year/:period/loi-van': {
    may: 'record',
    of: { year: 'year', period: 'period' },
    body: { 'so-ky-hieu': '{thử}' },
  },
  'GET /ngay-nghi': { may: 'read' },
  'POST /ngay-nghi': { may: 'administer', body: { ngay: 'thử' } },

  'GET /api/v1/compliance': { may: 'read' },
  'GET /api/v1/units': { may: 'read' },
  'GET /api/v1/roll-up': { may: 'read' },
  'GET /cac-don-vi': { may: 'read' },
  'GET /cac-don-vi.csv': { may: 'read' },
  'GET /cac-don-vi.xlsx': { may: 'read' },
  'GET /cac-don-vi/giao': { may: 'read' },
  'POST /cac-don-vi/giao': { may: 'adopt', body: { ban: '' } },
  'GET /cac-don-vi/nhac': { may: 'record' },
  'POST /cac-don-vi/nhac': { may: 'record', body: { viec: 'gui' } },
  'GET /cac-don-vi/quan-ly': { may: 'administer' },
  'POST /cac-don-vi/quan-ly': { may: 'administer', body: { ten: '' } },
  'POST /cac-don-vi/quan-ly/tep': { may: 'administer' },
  'POST /cac-don-vi/quan-ly/nguoi-dau-tien': { may: 'administer' },
  'POST /cac-don-vi/quan-ly/han-ghi': { may: 'administer', body: { soNgay: 'mười' } },
  'GET /cac-don-vi/quan-ly/don-vi/:code': { may: 'administer', of: { code: 'unit' } },
  'POST /cac-don-vi/quan-ly/don-vi/:code': { may: 'administer', of: { code: 'unit' }, body: { name: '' } },
  'GET /don-vi/:code': { may: 'read', of: { code: 'unit' } },
  'GET /don-vi/:code/*': { may: 'read', of: { code: 'unit' } },
  // To look from above is all that one may there: of no unit that these keys see.
  'POST /don-vi/:code/*': { may: 'read', of: { code: 'unit' } },

  'GET /': { may: 'read' },
  'GET /tuan/:week': { may: 'read', of: { week: 'week' } },
  'GET /thang/:month': { may: 'read', of: { month: 'month' } },
  'GET /nam/:year': { may: 'read', of: { year: 'year' } },

  'GET /chi-tieu/:year': { may: 'read', of: { year: 'year' } },
  'GET /chi-tieu/:year/ky': { may: 'read', of: { year: 'year' } },
  'POST /chi-tieu/:year/muc': { may: 'adopt', of: { year: 'year' } },
  'GET /bao-cao': { may: 'read' },
  'GET /bao-cao/bang-ke': { may: 'record' },
  'GET /bao-cao/bang-ke/bang-ke.xlsx': { may: 'record' },
  'POST /bao-cao/bang-ke/dinh-muc': { may: 'close' },
  'POST /bao-cao/bang-ke/dinh-muc/bo': { may: 'close', body: { 'tu-ngay': 'thử' } },
  'GET /bao-cao/noi-dang': { may: 'read' },
  'POST /bao-cao/noi-dang': { may: 'close', body: { noi: 'thử' } },
  'POST /bao-cao/noi-dang/them': { may: 'close', body: { loai: 'zalo' } },
  'POST /bao-cao/noi-dang/bo': { may: 'close', body: { ten: 'thử' } },
  'GET /bao-cao/bieu-mau': { may: 'read' },
  'POST /bao-cao/bieu-mau': { may: 'administer' },
  'POST /bao-cao/bieu-mau/thu-hoi/:blank': { may: 'administer', of: { blank: 'blank' } },
  'GET /bao-cao/bieu-mau/mo/:blank': { may: 'read', of: { blank: 'blank' } },
  'GET /bao-cao/bieu-mau/:blank/:year/:period': {
    may: 'read',
    of: { blank: 'blank', year: 'year', period: 'period' },
  },
  'GET /bao-cao/bieu-mau/:blank/:year/:period/nguon': {
    may: 'read',
    of: { blank: 'blank', year: 'year', period: 'period' },
  },
  'POST /bao-cao/bieu-mau/:blank/:year/:period': {
    may: 'record',
    of: { blank: 'blank', year: 'year', period: 'period' },
  },
  'GET /bao-cao/bieu-mau/:blank/:year/:period/:file{bieu\\.(docx|xlsx)}': {
    may: 'read',
    of: { blank: 'blank', year: 'year', period: 'period', file: 'blank file' },
  },
  'GET /bao-cao/lap': { may: 'read' },
  'GET /bao-cao/:year/:period': { may: 'read', of: { year: 'year', period: 'period' } },
  'GET /bao-cao/:year/:period/:file{bao-cao\\.(docx|xlsx|csv)}': {
    may: 'read',
    of: { year: 'year', period: 'period', file: 'report file' },
  },
  'POST /bao-cao/:year/:period/khoa': { may: 'close', of: { year: 'year', period: 'period' } },
  'POST /bao-cao/:year/:period/xac-nhan': { may: 'approve', of: { year: 'year', period: 'period' } },
  'GET /ke-hoach/mau-excel.xlsx': { may: 'record' },
  'GET /ke-hoach/:id/ke-hoach.xlsx': { may: 'read', of: { id: 'plan' } },
  'GET /ke-hoach/:id/ke-hoach.docx': { may: 'read', of: { id: 'plan' } },
  'GET /khung/them': { may: 'record' },
  'POST /khung/them': { may: 'record', body: { ten: 'thử' } },
  'POST /khung/:id/bo': { may: 'record', of: { id: 'extra' } },
  'POST /khung/:id/them-lai': { may: 'record', of: { id: 'extra' } },
  'GET /khung/:id': { may: 'read', of: { id: 'slot' } },
  'GET /khung/:id/cho-doi': { may: 'record', of: { id: 'slot' } },
  'GET /khung/:id/ghi/:form': { may: 'record', of: { id: 'slot', form: 'record form' } },
  'POST /khung/:id/ghi': { may: 'record', of: { id: 'slot' }, body: { viec: 'note', ghiChu: 'thử' } },
  'GET /minh-chung/:file': { may: 'read', of: { file: 'kept file' } },
  'POST /khung/:id/minh-chung': {
    may: 'record',
    of: { id: 'slot' },
    body: { viec: 'evidence', ghiChu: 'thử' },
  },
  'POST /nhiem-vu/:plan/:clause/minh-chung': {
    ...{ may: 'record', of: { plan: 'plan', clause: 'clause' }, body: { viec: 'evidence', ghiChu: 'thử' } },
  },
  'POST /khung/:id/hoan-tac': { may: 'record', of: { id: 'slot' }, body: { sua: 'khong-co' } },
  'GET /chua-xac-nhan': { may: 'read' },
  'GET /nhiem-vu/:plan/:clause': { may: 'read', of: { plan: 'plan', clause: 'clause' } },
  'POST /nhiem-vu/:plan/:clause/ghi': {
    may: 'record',
    of: { plan: 'plan', clause: 'clause' },
    body: { viec: 'note', ghiChu: 'thử' },
  },
  'POST /nhiem-vu/:plan/:clause/hoan-tac': {
    may: 'record',
    of: { plan: 'plan', clause: 'clause' },
    body: { sua: 'khong-co' },
  },
  'GET /ke-hoach': { may: 'read' },
  'GET /ke-hoach/:id': { may: 'read', of: { id: 'plan' } },
  'GET /ke-hoach/:id/ban/:n': { may: 'read', of: { id: 'plan', n: 'edition' } },
  'POST /ke-hoach/:id/ban/:n/ap-dung': { may: 'adopt', of: { id: 'plan', n: 'edition' } },
  'POST /ke-hoach/:id/ban/:n/gui': { may: 'record', of: { id: 'plan', n: 'edition' } },
  'POST /ke-hoach/:id/ban/:n/bo': { may: 'record', of: { id: 'plan', n: 'edition' } },
  'GET /ke-hoach/:id/ke-hoach.yaml': { may: 'read', of: { id: 'plan' } },
  'POST /ke-hoach/:id/dung': { may: 'adopt', of: { id: 'plan' } },
  'POST /ke-hoach/:id/tiep-tuc': { may: 'adopt', of: { id: 'plan' } },
  'POST /ke-hoach/:id/go': { may: 'adopt', of: { id: 'plan' } },

  'GET /dang-nhap': { may: 'everybody' },
  'POST /dang-nhap': { may: 'everybody' },
  'POST /dang-xuat': { may: 'everybody' },
  'GET /dang-nhap/ma': { may: 'everybody' },
  'POST /dang-nhap/ma': { may: 'everybody' },
  'GET /tai-khoan/hai-buoc': { may: 'approve' },
  'POST /tai-khoan/hai-buoc': { may: 'approve', body: { ma: '000000' } },
  'POST /tai-khoan/hai-buoc/tat': { may: 'read', body: { ma: '000000' } },
  'POST /nguoi-dung/:id/tat-hai-buoc': { may: 'administer', of: { id: 'user' } },
  'GET /mat-khau/:secret': { may: 'everybody', of: { secret: 'secret' } },
  'POST /mat-khau/:secret': { may: 'everybody', of: { secret: 'secret' } },
  'GET /thiet-lap': { may: 'everybody' },
  'POST /thiet-lap': { may: 'nobody', body: { ma: 'khong-dung' } },
  'GET /thiet-lap/ke-hoach': { may: 'administer' },
  'POST /thiet-lap/ke-hoach': { may: 'administer' },

  'GET /tai-khoan': { may: 'read' },
  'GET /tai-khoan/mat-khau': { may: 'read' },
  'POST /tai-khoan/mat-khau': { may: 'read' },
  'POST /tai-khoan/phien-khac': { may: 'read' },
  'POST /tai-khoan/zalo': { may: 'read' },
  'POST /tai-khoan/zalo/thoi': { may: 'read' },
  'POST /zalo': { may: 'everybody' },

  'GET /nhac-viec': { may: 'read' },
  'POST /nhac-viec': { may: 'read', body: { thu: 'lan@example.vn', loai: 'ask' } },
  'POST /nhac-viec/thu': { may: 'read' },
  'POST /nhac-viec/xac-nhan-lai': { may: 'read' },
  'GET /xac-nhan-thu/:secret': { may: 'everybody', of: { secret: 'secret' } },
  'POST /xac-nhan-thu/:secret': { may: 'everybody', of: { secret: 'secret' } },
  'GET /nhac-viec/tin': { may: 'read' },
  'POST /nhac-viec/tin/:key/gui-lai': { may: 'read', of: { key: 'message' } },
  'GET /nhac-viec/mau': { may: 'read' },
  'GET /nhac-viec/don-vi': { may: 'adopt' },
  'POST /nhac-viec/don-vi': {
    may: 'adopt',
    body: { truoc: 'evening', gioNhac: '19:00', gioHoi: '20:00', gioSang: '07:00' },
  },
  'POST /nhac-viec/don-vi/cho-xac-nhan': { may: 'adopt', body: { cho: '30' } },
  'POST /nhac-viec/don-vi/noi-tiep': { may: 'adopt', body: { keHoach: 'ngok-tu-2025', noiTiep: 'tu-dong' } },
  'POST /nhac-viec/don-vi/webhook': {
    may: 'administer',
    body: { ten: 'Nhóm', diaChi: 'https://example.vn/tin' },
  },
  'POST /nhac-viec/don-vi/webhook/:id/dung': { may: 'administer', of: { id: 'webhook' } },
  'GET /tinh-trang': { may: 'administer' },
  'GET /so-quan-tri': { may: 'administer' },

  'GET /nguoi-dung': { may: 'administer' },
  'POST /nguoi-dung': { may: 'administer' },
  'POST /nguoi-dung/:id/duong-dan': { may: 'administer', of: { id: 'user' } },
  'POST /nguoi-dung/:id/vai-tro': { may: 'administer', of: { id: 'user' }, body: { vaiTro: 'viewer' } },
  'POST /nguoi-dung/:id/phien': { may: 'administer', of: { id: 'user' } },
  'POST /nguoi-dung/:id/ngung': { may: 'administer', of: { id: 'user' } },
  'POST /nguoi-dung/:id/mo-lai': { may: 'administer', of: { id: 'user' } },

  'GET /ma-api': { may: 'administer' },
  'POST /ma-api': { may: 'administer' },
  'POST /ma-api/:id/thu-hoi': { may: 'administer', of: { id: 'token' } },

  'GET /api/v1/incidents': { may: 'read' },
  'GET /api/v1/incidents/:id': { may: 'read', of: { id: 'incident' } },
  'POST /api/v1/incidents': { may: 'record', body: { kind: 'power' } },
  'GET /nhat-ky': { may: 'read' },
  'GET /nhat-ky.csv': { may: 'read' },
  'GET /nhat-ky.xlsx': { may: 'read' },
  'GET /nhat-ky/nhap': { may: 'record' },
  'POST /nhat-ky/nhap': { may: 'record' },
  'GET /nhat-ky/nhap/:id': { may: 'record', of: { id: 'playLog' } },
  'POST /nhat-ky/nhap/:id': { may: 'record', of: { id: 'playLog' } },
  'GET /nhat-ky/nhap/:id/cot': { may: 'record', of: { id: 'playLog' } },
  'POST /nhat-ky/nhap/:id/hoan-tac': { may: 'record', of: { id: 'playLog' } },
  'POST /nhat-ky/nhap/:id/cot': { may: 'record', of: { id: 'playLog' } },
  'GET /ghi-loat': { may: 'record' },
  'POST /ghi-loat': { may: 'record', body: { khung: 'thieu' } },
  'GET /ghi-loat/:id': { may: 'read', of: { id: 'bulk' } },
  'POST /ghi-loat/:id/hoan-tac': { may: 'record', of: { id: 'bulk' } },
  'GET /su-co': { may: 'read' },
  'GET /su-co/xem-truoc': { may: 'record' },
  'POST /su-co': { may: 'record' },
  'GET /su-co/:id': { may: 'read', of: { id: 'incident' } },
  'POST /su-co/:id/ghi-not': { may: 'record', of: { id: 'incident' } },
  'POST /su-co/:id/van-ban': { may: 'record', of: { id: 'incident' }, body: { vanBan: 'Công văn số 12' } },
  'POST /su-co/:id/hoan-tac': { may: 'record', of: { id: 'incident' } },

  'GET /api/v1/extras': { may: 'read' },
  'POST /api/v1/extras': { may: 'record', body: { title: 'thử' } },
  'GET /api/v1/forms': { may: 'read' },
  'GET /api/v1/forms/:id': { may: 'read', of: { id: 'blank' } },
  'PUT /api/v1/forms/:id': { may: 'record', of: { id: 'blank' }, body: { typed: 'thử' } },
  'GET /api/v1/forms/:id/docx': { may: 'read', of: { id: 'blank' } },
  'GET /api/v1/forms/:id/xlsx': { may: 'read', of: { id: 'blank' } },
  'POST /api/v1/forms': { may: 'administer', body: { id: 'thử' } },
  'DELETE /api/v1/forms/:id': { may: 'administer', of: { id: 'blank' } },
  'GET /api/v1/pay-list': { may: 'record' },
  'GET /api/v1/pay-list/xlsx': { may: 'record' },
  'GET /api/v1/pay-rates': { may: 'record' },
  'POST /api/v1/pay-rates': { may: 'close', body: { from: 'thử' } },
  'DELETE /api/v1/pay-rates/:from': { may: 'close', of: { from: 'first day of rates' } },
  'GET /api/v1/places': { may: 'read' },
  'POST /api/v1/places': { may: 'close', body: { kind: 'thử' } },
  'DELETE /api/v1/places/:name': { may: 'close', of: { name: 'place' } },
  'GET /api/v1/feeds': { may: 'subscribe' },
  'POST /api/v1/feeds': { may: 'subscribe', body: { name: 'Trưởng đài', scope: 'radio' } },
  'DELETE /api/v1/feeds/:id': { may: 'subscribe', of: { id: 'feed' } },
  'GET /lich-ical': { may: 'subscribe' },
  'POST /lich-ical': { may: 'subscribe', body: { ten: 'Trưởng đài', phamVi: 'radio' } },
  'POST /lich-ical/cong-khai': { may: 'administer', body: { mo: '' } },
  'POST /lich-ical/:id/thu-hoi': { may: 'subscribe', of: { id: 'feed' } },
  'GET /khung/:file{.+\\.ics}': { may: 'read', of: { file: 'slot file' } },
  'GET /feeds/:file': { may: 'everybody', of: { file: 'feed file' } },
  'GET /robots.txt': { may: 'everybody' },
  'GET /cong-khai/:unit': { may: 'everybody', of: { unit: 'unit' } },
  'GET /cong-khai/:unit/:week': { may: 'everybody', of: { unit: 'unit', week: 'week' } },

  'GET /bai/moi': { may: 'record' },
  'POST /bai': { may: 'record', body: { tieuDe: '' } },
  'GET /bai/:id': { may: 'read', of: { id: 'item' } },
  'GET /bai/:id/ban/:version': { may: 'read', of: { id: 'item', version: 'version' } },
  'GET /bai/:id/sua': { may: 'record', of: { id: 'item' } },
  'POST /bai/:id/sua': { may: 'record', of: { id: 'item' }, body: { tieuDe: 'thử', ban: '1' } },
  'POST /bai/:id/khung': { may: 'record', of: { id: 'item' }, body: { khung: 'ngok-tu-2025:C.I.2.a:17' } },
  'POST /bai/:id/bo-khung': { may: 'record', of: { id: 'item' }, body: { khung: 'ngok-tu-2025:C.I.2.a:17' } },
  'GET /bai/:id/ban-doc': { may: 'read', of: { id: 'item' } },
  'GET /bai/:id/phieu-duyet': { may: 'read', of: { id: 'item' } },
  'GET /duyet': { may: 'read' },
  'POST /bai/:id/gui': { may: 'record', of: { id: 'item' }, body: { maBam: 'thử' } },
  'POST /bai/:id/duyet': { may: 'approve', of: { id: 'item' }, body: { maBam: 'thử' } },
  'POST /bai/:id/tra-lai': { may: 'approve', of: { id: 'item' }, body: { maBam: 'thử', yKien: 'thử' } },
  'GET /noi-dung': { may: 'read' },
  'GET /noi-dung/:month': { may: 'read', of: { month: 'month' } },
  'GET /chu-de': { may: 'read' },
  'GET /chu-de/de-xuat': { may: 'record' },
  'POST /chu-de/de-xuat': { may: 'record' },
  'GET /khung/:id/chu-de': { may: 'record', of: { id: 'slot' } },
  'POST /khung/:id/chu-de': { may: 'record', of: { id: 'slot' }, body: { chuDe: 'ngok-tu-2025:B.I.1' } },
  'GET /mau-bai': { may: 'read' },
  'GET /tim-bai': { may: 'read' },
  'GET /toc-do-doc': { may: 'read' },
  'POST /toc-do-doc': { may: 'record', body: { tocDo: '200' } },
}
