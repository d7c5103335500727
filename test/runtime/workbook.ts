/** A loudspeaker system's export that is too large for a reader which needs threads. */
import writeXlsxFile from 'write-excel-file/node'

export async function largeExport(): Promise<File> {
  const day = { value: new Date('2025-08-04T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }
  const rows = Array.from({ length: 8000 }, (_, i) => [
    day,
    { value: `05:${String(i % 60).padStart(2, '0')}` },
    { value: `Chuyên mục Chuyển đổi số ${i}` },
  ])
  const bytes = await writeXlsxFile([
    [{ value: 'Ngày' }, { value: 'Giờ' }, { value: 'Nội dung' }],
    ...rows,
  ]).toBuffer()
  return new File([new Uint8Array(bytes)], 'loa.xlsx')
}
