import type { ReactNode } from 'react'
import { FeelEditor } from '../../feel-editor/feel-editor.tsx'
import type { Scope } from '../../feel-editor/scope.ts'
import { syntaxProblem } from '../../feel-editor/syntax-problem.ts'
import { FieldFrame } from './field-frame.tsx'
import { useDraft } from './use-draft.ts'

interface FeelFieldProps {
  readonly label: string
  readonly description?: string | undefined
  readonly tooltip?: string | undefined
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean
  /** The expression without its `=`. */
  readonly value: string
  /** What else than the language is wrong with it. */
  readonly problem: string | undefined
  readonly showsProblems: boolean
  readonly scope: Scope
  readonly isMultiline: boolean
  readonly takesFocus?: boolean
  readonly action?: ReactNode
  readonly write: (text: string) => void
  readonly onLeave: () => void
  /** Makes it a plain field again; undefined where it must be an expression. */
  readonly toPlain?: ((text: string) => void) | undefined
}

/** A field whose value is an expression. */
export const FeelField = (props: FeelFieldProps) => {
  const { value, showsProblems } = props
  const { text, type, settle } = useDraft(value, props.write)
  const { toPlain } = props
  const leaveFeel = (leave: (text: string) => void) => {
    settle()
    leave(text)
  }
  const problem = syntaxProblem(text)?.message ?? props.problem
  return (
    <FieldFrame
      label={props.label}
      description={props.description}
      tooltip={props.tooltip}
      isRequired={props.isRequired === true}
      problem={showsProblems ? problem : undefined}
      action={props.action}
    >
      {(ids) => (
        <FeelEditor
          {...ids}
          value={text}
          onChange={type}
          onBlur={() => {
            settle()
            props.onLeave()
          }}
          onDeleteSign={toPlain && (() => leaveFeel(toPlain))}
          scope={props.scope}
          isMultiline={props.isMultiline}
          takesFocus={props.takesFocus === true}
          placeholder={props.placeholder}
        />
      )}
    </FieldFrame>
  )
}
