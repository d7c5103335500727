/** What the built Node bundle and the built Worker are asked alike. */

export type Question = {
  title: string
  path: string
  method?: 'GET' | 'POST'
  /** As whom: with the API token, with the officer's session, or as a stranger. */
  as?: 'token' | 'session'
  form?: Record<string, string>
  json?: object
  status: number
  /** In the body. */
  says: RegExp
}

const SLOT = encodeURIComponent('ngok-tu-2025:C.I.2.a:16')

export const OFFICER = { username: 'lan', password: 'Gió mùa đông bắc' }

export const QUESTIONS: Question[] = [
  { title: 'health', path: '/healthz', status: 200, says: /"database":"ok"/ },
  {
    title: 'the slots of a week',
    path: '/api/v1/slots?from=2025-08-04&to=2025-08-10',
    as: 'token',
    status: 200,
    says: /"id":"ngok-tu-2025:C\.I\.2\.a:16"/,
  },
  {
    title: 'one slot',
    path: `/api/v1/slots/${SLOT}`,
    as: 'token',
    status: 200,
    says: /"start":"2025-08-04T05:30:00\+07:00"/,
  },
  {
    title: 'the count',
    path: '/api/v1/compliance?asOf=2025-09-30',
    as: 'token',
    status: 200,
    says: /"declared":26,"scheduled":26,"feasible":11/,
  },
  { title: 'the plans', path: '/api/v1/plans', as: 'token', status: 200, says: /"ngok-tu-2025"/ },
  {
    title: 'a plan with its slots and warnings',
    path: '/api/v1/plans/ngok-tu-2025',
    as: 'token',
    status: 200,
    says: /anchor-outside-window/,
  },
  { title: 'the description of the API', path: '/api/openapi.json', status: 200, says: /"openapi":"3\.1/ },
  { title: 'a stranger at the API', path: '/api/v1/slots', status: 401, says: /"code":"unauthenticated"/ },
  {
    title: 'a day that does not exist',
    path: '/api/v1/slots?from=2025-02-30',
    as: 'token',
    status: 400,
    says: /"path":"from"/,
  },
  {
    title: 'an unknown slot',
    path: '/api/v1/slots/nothing',
    as: 'token',
    status: 404,
    says: /Không có kỳ này/,
  },
  {
    title: 'a plan without its obligations',
    path: '/api/v1/plans',
    method: 'POST',
    as: 'token',
    json: { id: 'a' },
    status: 400,
    says: /"code":"missing-field"/,
  },
  ...[
    { title: 'the week', path: '/tuan/2025-W32', says: /PM|phát mới/i },
    { title: 'the month', path: '/thang/2025-08', says: /Tháng 8/ },
    { title: 'the year', path: '/nam/2025', says: /2025/ },
    { title: 'the count of the year', path: '/chi-tieu/2025?den=2025-12-31', says: /0\/26/ },
    { title: 'a report', path: '/bao-cao/2025/Q3?den=2025-09-14', says: /BÁO CÁO/ },
    { title: 'a report as CSV', path: '/bao-cao/2025/Q3/bao-cao.csv?den=2025-09-14', says: /^TT,Nhiệm vụ/ },
    { title: 'the plans page', path: '/ke-hoach', says: /Ngọk Tụ/ },
    { title: 'the content calendar', path: '/noi-dung/2025-08', says: /Nội dung tháng 8/ },
    {
      title: 'a proposal of topics',
      path: '/chu-de/de-xuat?tuNgay=2025-01-01',
      says: /26 kỳ nói đủ 27 chủ đề/,
    },
    { title: 'the skeletons', path: '/mau-bai', says: /Đài truyền thanh xã Mẫu/ },
    { title: 'a search', path: '/tim-bai?tu=chuyen+doi', says: /Không có bài nào/ },
    { title: 'the broadcast log', path: '/nhat-ky?from=2025-08-01&to=2025-08-31', says: /17:30/ },
    { title: 'the log as CSV', path: '/nhat-ky.csv?from=2025-08-01&to=2025-08-31', says: /^Ngày,Thứ/ },
    { title: 'the incidents', path: '/su-co', says: /Ghi sự cố/ },
    {
      title: 'the page of a continuous obligation',
      path: '/nhiem-vu/ngok-tu-2025/C.II.2',
      says: /Chưa ghi lần nào/,
    },
    { title: 'what nobody confirmed', path: '/chua-xac-nhan', says: /Chưa xác nhận/ },
    { title: 'the page of one slot', path: `/khung/${SLOT}`, says: /C\.I\.2\.a/ },
  ].map((page) => ({ ...page, as: 'session' as const, status: 200 })),
  { title: 'an unknown week', path: '/tuan/2025-W99', as: 'session', status: 400, says: /2025-W99|tuần/i },
  { title: 'a page for strangers', path: '/tuan/2025-W32', status: 303, says: /^$/ },
  { title: 'the sign-in page', path: '/dang-nhap', status: 200, says: /<html lang="vi"/ },
  {
    title: 'a wrong password',
    path: '/dang-nhap',
    method: 'POST',
    form: { tenDangNhap: OFFICER.username, matKhau: 'Gió mùa tây nam' },
    status: 401,
    says: /Tên đăng nhập hoặc mật khẩu không đúng/,
  },
  {
    title: 'the right password',
    path: '/dang-nhap',
    method: 'POST',
    form: { tenDangNhap: OFFICER.username, matKhau: OFFICER.password },
    status: 303,
    says: /^$/,
  },
  { title: 'an unknown page', path: '/khong-co', status: 404, says: /Không có trang này/ },
  {
    title: 'a form of more than 1 MB',
    path: '/dang-nhap',
    method: 'POST',
    form: { matKhau: 'x'.repeat(1_100_000) },
    status: 413,
    says: /Dữ liệu gửi lên quá lớn/,
  },
  { title: 'the style sheet', path: '/assets/style.css', status: 200, says: /@font-face/ },
]
