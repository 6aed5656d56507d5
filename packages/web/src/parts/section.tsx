import { VisuallyHidden } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './section.module.css'

interface SectionProps {
  readonly title: string
  /** Set where the page has just said it; who hears the page still finds it. */
  readonly isTitleHidden?: boolean
  /** Beside the title, such as how many of how many are shown. */
  readonly note?: string | undefined
  readonly children: ReactNode
}

/** A part of a page with its heading. */
export const Section = ({ title, isTitleHidden = false, note, children }: SectionProps) => {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      {isTitleHidden ? (
        <VisuallyHidden component="h2" id={id}>
          {title}
        </VisuallyHidden>
      ) : (
        <div className={classes.head}>
          <h2 className={classes.title} id={id}>
            {title}
          </h2>
          {note !== undefined && <span className={classes.note}>{note}</span>}
        </div>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  )
}
