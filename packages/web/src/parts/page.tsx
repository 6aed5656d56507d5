import type { ReactNode } from 'react'
import classes from './page.module.css'

/** A page of text and lists, which scrolls beside the rail. */
export const Page = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.scroll}>
    <main className={classes.page}>{children}</main>
  </div>
)
