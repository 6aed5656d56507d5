import type { ReactNode } from 'react'
import classes from './page.module.css'

/** A page of text and lists, which scrolls beside the rail. The frame around it is its `main`. */
export const Page = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.scroll}>
    <div className={classes.page}>{children}</div>
  </div>
)
