import type { Field } from '@tenon/templates'
import type { ReactNode } from 'react'
import type { Scope } from '../../feel-editor/scope.ts'
import { panelWords as words } from '../words.ts'
import { expressionOf } from './feel-mode.ts'
import { isMissing } from './field-problem.ts'
import { FeelField } from './feel-field.tsx'

interface ExpressionFieldProps {
  readonly field: Field
  readonly scope: Scope
  readonly showsProblems: boolean
  readonly takesFocus: boolean
  readonly action: ReactNode
  readonly write: (text: string) => void
  readonly onLeave: () => void
  readonly toPlain: ((text: string) => void) | undefined
}

/** A field of a template whose value is an expression. */
export const ExpressionField = ({ field, ...rest }: ExpressionFieldProps) => {
  const { property, problem } = field
  const value = expressionOf(field.value)
  return (
    <FeelField
      {...rest}
      label={property.label ?? words.field.unnamed}
      description={property.description}
      tooltip={property.tooltip}
      // Of a field that may be plain, it shows a plain value.
      placeholder={property.feel === 'required' ? property.placeholder : undefined}
      isRequired={isMissing(field)}
      value={value}
      problem={problem}
      isMultiline={property.type === 'Text' || value.includes('\n')}
    />
  )
}
