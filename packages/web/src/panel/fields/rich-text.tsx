import { piecesOf, type TextPiece } from './text-pieces.ts'

/** A template's text with its links. */
export const RichText = ({ text }: { readonly text: string }) => <>{piecesOf(text).map(rendered)}</>

/** Pieces have no identity but their place. */
const rendered = (piece: TextPiece, at: number) => {
  if (piece.kind === 'break') return <br key={at} />
  if (piece.kind === 'text') return <span key={at}>{piece.text}</span>
  return (
    <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer">
      {piece.text}
    </a>
  )
}
