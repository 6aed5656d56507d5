/** Of every answer that is data. */
export const apiHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
