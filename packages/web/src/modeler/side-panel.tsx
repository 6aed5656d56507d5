import type { ReactNode } from 'react'
import classes from './modeler.module.css'
import { modelerWords } from './words.ts'

/** What is selected, beside the diagram; on a narrow window in a sheet below it. */
export const SidePanel = ({ children }: { readonly children: ReactNode }) => (
  <aside className={classes.side} aria-label={modelerWords.panel.label}>
    {children}
  </aside>
)
