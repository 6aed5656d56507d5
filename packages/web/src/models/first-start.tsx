import { Button } from '@mantine/core'
import { Icon } from '../parts/icon.tsx'
import classes from './first-start.module.css'
import { modelsWords } from './words.ts'

interface FirstStartProps {
  readonly isBusy: boolean
  readonly onCreate: () => void
  readonly onExample: () => void
}

const { title, text, drop } = modelsWords.first

/** The first thing that a person sees of a new installation. */
export const FirstStart = ({ isBusy, onCreate, onExample }: FirstStartProps) => (
  <section className={classes.start} aria-labelledby="first-start">
    <Sketch />
    <h2 className={classes.title} id="first-start">
      {title}
    </h2>
    <p className={classes.text}>{text}</p>
    <div className={classes.actions}>
      <Button leftSection={<Icon name="add" />} disabled={isBusy} onClick={onCreate}>
        {modelsWords.create}
      </Button>
      <Button variant="default" disabled={isBusy} onClick={onExample}>
        {modelsWords.example}
      </Button>
    </div>
    <p className={classes.drop}>{drop}</p>
  </section>
)

/** A start, a task and an end. */
const Sketch = () => (
  <svg className={classes.sketch} viewBox="0 0 220 56" aria-hidden="true">
    <circle cx="20" cy="28" r="14" />
    <path d="M34 28h38M66 24l6 4-6 4" />
    <rect className={classes.task} x="72" y="6" width="76" height="44" rx="8" />
    <path d="M148 28h38M180 24l6 4-6 4" />
    <circle className={classes.end} cx="201" cy="28" r="14" />
  </svg>
)
