/** Media types of files that an office takes home. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
