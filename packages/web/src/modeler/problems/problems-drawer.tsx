import { ActionIcon } from '@mantine/core'
import type { TenonModeler } from '../../canvas/services.ts'
import { CloseIcon, ProblemIcon } from '../icons.tsx'
import type { ModelProblem } from '../model-problem.ts'
import { modelerWords } from '../words.ts'
import { nameOfElement } from './name-of-element.ts'
import classes from './problems.module.css'

interface ProblemsDrawerProps {
  readonly modeler: TenonModeler
  readonly problems: readonly ModelProblem[]
  readonly choose: (problem: ModelProblem) => void
  readonly close: () => void
}

const words = modelerWords.problems

/** Every problem in words; pressed, it leads to its element. */
export const ProblemsDrawer = ({ modeler, problems, choose, close }: ProblemsDrawerProps) => (
  <section className={classes.drawer} aria-label={words.title}>
    <header className={classes.head}>
      <h2 className={classes.title}>{words.title}</h2>
      <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={close}>
        <CloseIcon />
      </ActionIcon>
    </header>
    {problems.length === 0 ? (
      <p className={classes.empty}>{words.empty}</p>
    ) : (
      <ul className={classes.list}>
        {problems.map((problem) => (
          <li key={keyOf(problem)}>
            <button className={classes.problem} type="button" onClick={() => choose(problem)}>
              <ProblemIcon />
              <span className={classes.element}>{nameOfElement(modeler, problem.elementId)}</span>
              <span className={classes.message}>{problem.message}</span>
            </button>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const keyOf = ({ elementId, fieldId, message }: ModelProblem): string =>
  JSON.stringify([elementId, fieldId, message])
