import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './bar.module.css'

interface BarProps {
  readonly children: ReactNode
  /** `alert` is read out at once. */
  readonly role: 'status' | 'alert'
  /** What the button that takes the bar away is called. */
  readonly closeLabel: string
  readonly onClose: () => void
}

/** Says at the bottom of a page what has just happened, until the person closes it. */
export const Bar = ({ children, role, closeLabel, onClose }: BarProps) => (
  <div className={classes.bar} data-role={role}>
    <div className={classes.content} role={role}>
      {children}
    </div>
    <CloseButton aria-label={closeLabel} size="sm" onClick={onClose} />
  </div>
)
