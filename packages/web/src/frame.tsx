import type { ReactNode } from 'react'
import classes from './frame.module.css'

/** What stands around every page. */
export const Frame = ({ children }: { readonly children: ReactNode }) => (
  <>
    <header className={classes.header}>
      <a className={classes.product} href="/">
        <Mark />
        Tenon
      </a>
    </header>
    <main className={classes.page}>{children}</main>
  </>
)

/** A tenon in its mortise. */
const Mark = () => (
  <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
    <rect width="24" height="24" rx="6" />
    <path d="M5 6h5v4h4V6h5v8h-5v4h-4v-4H5z" />
  </svg>
)
