import { useId, type ReactNode } from 'react'
import { FieldHelp } from './field-help.tsx'
import classes from './field.module.css'
import { RichText } from './rich-text.tsx'
import { panelWords as words } from '../words.ts'

/** The ids by which a control finds its label and what is said about it. */
export interface FieldIds {
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

interface FieldFrameProps {
  readonly label: string
  readonly description?: string | undefined
  readonly tooltip?: string | undefined
  readonly isRequired?: boolean
  /** Shown under the control; undefined while there is nothing to say. */
  readonly problem: string | undefined
  /** Beside the label. */
  readonly action?: ReactNode
  /** A switch stands beside its label. */
  readonly isInline?: boolean
  readonly children: (ids: FieldIds) => ReactNode
}

/** What all fields have: label, help, description, problem. */
export const FieldFrame = (props: FieldFrameProps) => {
  const { label, description, tooltip, problem, isRequired = false, isInline = false } = props
  const id = useId()
  const hasDescription = description !== undefined && description !== ''
  const described = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hasDescription ? [`${id}-description`] : []),
  ]
  const control = props.children({
    labelledBy: `${id}-label`,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    isInvalid: problem !== undefined,
  })
  return (
    <div className={classes.field} data-inline={isInline || undefined}>
      <div className={classes.head}>
        <span className={classes.label} id={`${id}-label`}>
          {label}
          {isRequired && <span className={classes.required}>{words.field.required}</span>}
        </span>
        {tooltip !== undefined && tooltip !== '' && <FieldHelp label={label} text={tooltip} />}
        <span className={classes.space} />
        {props.action}
        {isInline && control}
      </div>
      {!isInline && control}
      {problem !== undefined && <FieldProblem id={`${id}-problem`} problem={problem} />}
      {hasDescription && (
        <div className={classes.description} id={`${id}-description`}>
          <RichText text={description} />
        </div>
      )}
    </div>
  )
}

const FieldProblem = ({ id, problem }: { readonly id: string; readonly problem: string }) => (
  <div className={classes.problem} id={id}>
    <ProblemIcon />
    <span>{problem}</span>
  </div>
)

/** Stands beside words in the colour of trouble. */
export const ProblemIcon = () => (
  <svg className={classes.problemIcon} viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1.5 15 14H1L8 1.5Zm0 4.25v4M8 11.5v1" />
  </svg>
)
