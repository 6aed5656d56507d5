import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './bar.module.css'
import { partsWords } from './words.ts'

interface BarProps {
  readonly children: ReactNode
  /** `alert` is read out at once. */
  readonly role: 'status' | 'alert'
  /** Absent while it goes on. */
  readonly onClose?: () => void
}

/** Says at the bottom of a page what has just happened, until the person closes it. */
export const Bar = ({ children, role, onClose }: BarProps) => (
  <div className={classes.bar} data-role={role}>
    <div className={classes.content} role={role}>
      {children}
    </div>
    {onClose !== undefined && (
      <CloseButton aria-label={partsWords.close} size="sm" onClick={onClose} />
    )}
  </div>
)
