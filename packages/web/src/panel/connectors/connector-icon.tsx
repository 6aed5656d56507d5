import type { ElementTemplate } from '@tenon/templates'
import classes from './connector-icon.module.css'

/** The icon of a connector in its tile, the same on the canvas and in lists. */
export const ConnectorIcon = ({ template }: { readonly template: ElementTemplate | undefined }) => {
  const source = template?.icon?.contents
  return (
    <span className={classes.tile}>
      {source === undefined ? <PlainIcon /> : <img src={source} alt="" width={18} height={18} />}
    </span>
  )
}

/** Of what has no icon: the plug of a connector. */
const PlainIcon = () => (
  <svg viewBox="0 0 18 18" aria-hidden="true">
    <path d="M6.5 2v4m5-4v4M4 6h10v2.5a5 5 0 0 1-10 0V6Zm5 7.5V16" />
  </svg>
)
