import { panelWords as words } from '../words.ts'
import classes from './field.module.css'

interface ModeToggleProps {
  readonly isFeel: boolean
  readonly onPress: () => void
}

/**
 * Turns a plain field into an expression and back. By keyboard one types `=` at the start, and
 * deletes it, so that Tab goes from field to field.
 */
export const ModeToggle = ({ isFeel, onPress }: ModeToggleProps) => {
  const label = isFeel ? words.field.toPlain : words.field.toFeel
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.mode}
      aria-pressed={isFeel}
      aria-label={words.field.feel}
      title={label}
      onClick={onPress}
    >
      fx
    </button>
  )
}
