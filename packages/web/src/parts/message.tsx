import type { ReactNode } from 'react'
import classes from './message.module.css'
import { Page } from './page.tsx'

interface MessageProps {
  readonly title: string
  readonly text: string
  /** The one next step. */
  readonly children: ReactNode
}

/** Stands in the place of a page that cannot be shown. */
export const Message = ({ title, text, children }: MessageProps) => (
  <Page>
    <div className={classes.message} role="alert">
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  </Page>
)
