/**
 * Of every answer that is data. Somebody else's XML can hold a script, which a browser would run in
 * our name if it showed the XML as a page.
 */
export const apiHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}
