import { VisuallyHidden } from '@mantine/core'
import { useId, type ReactNode, type RefObject } from 'react'
import classes from './section.module.css'

interface SectionProps {
  readonly title: string
  /** Set where the page has just said it; who hears the page still finds it. */
  readonly isTitleHidden?: boolean
  /** Beside the title, such as how many of how many are shown. */
  readonly note?: string | undefined
  /** Set where someone can be led to it; then it takes the focus. */
  readonly ref?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** A part of a page with its heading. */
export const Section = ({ title, isTitleHidden = false, note, ref, children }: SectionProps) => {
  const id = useId()
  return (
    <section
      ref={ref}
      className={classes.section}
      aria-labelledby={id}
      tabIndex={ref === undefined ? undefined : -1}
    >
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
