/** A piece of a description: text, a link, or the end of a line. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'break' }

/** What of HTML counts in a description; other known tags go, and unknown ones are text. */
const tag =
  /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)<\/a\s*>|<\/?(br|p|div|ul|ol|li|code|pre|b|strong|i|em|span)(?:\s[^<>]*)?\/?>/gisu
const breaking = new Set(['br', 'p', 'div', 'ul', 'ol', 'li', 'pre'])

/**
 * A template's description as text with links. Templates are made by others: nothing of their HTML
 * is rendered but links to web pages.
 */
export const piecesOf = (html: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of html.matchAll(tag)) {
    pieces.push(...textPiece(html.slice(at, match.index)))
    const [whole, double, single, label = '', name = ''] = match
    at = match.index + whole.length
    const href = double ?? single
    if (href !== undefined) pieces.push(...linkPiece(href, label))
    else if (breaking.has(name.toLowerCase())) pieces.push({ kind: 'break' })
  }
  return withoutIdleBreaks([...pieces, ...textPiece(html.slice(at))])
}

const textPiece = (text: string): readonly TextPiece[] =>
  text === '' ? [] : [{ kind: 'text', text: decoded(text) }]

const linkPiece = (href: string, label: string): readonly TextPiece[] => {
  const text = decoded(label.replaceAll(/<[^>]*>/gu, ''))
  const target = decoded(href).trim()
  return /^https?:\/\//iu.test(target) ? [{ kind: 'link', text, href: target }] : textPiece(label)
}

const withoutIdleBreaks = (pieces: readonly TextPiece[]): readonly TextPiece[] => {
  const shown = pieces.filter(
    (piece, at) =>
      piece.kind !== 'text' || piece.text.trim() !== '' || pieces[at - 1]?.kind === 'link',
  )
  return shown.filter((piece, at) => {
    const next = shown[at + 1]
    return piece.kind !== 'break' || (at > 0 && next !== undefined && next.kind !== 'break')
  })
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

const decoded = (text: string): string =>
  text.replaceAll(/&(\w+|#39);/gu, (whole, name: string) =>
    name === '#39' ? "'" : (entities.get(name) ?? whole),
  )
