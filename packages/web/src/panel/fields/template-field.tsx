import type { Field, FieldValue } from '@tenon/templates'
import { useEffect, useRef, useState } from 'react'
import { afterPress } from './after-press.ts'
import type { Scope } from '../../feel-editor/scope.ts'
import { ExpressionField } from './expression-field.tsx'
import { expressionOf, isExpression, plainValueOf, textOf, valueOfExpression } from './feel-mode.ts'
import { ModeToggle } from './mode-toggle.tsx'
import { PlainField } from './plain-field.tsx'
import { takeFocus } from './take-focus.ts'

export interface TemplateFieldProps {
  readonly field: Field
  readonly scope: Scope
  readonly write: (value: FieldValue) => void
  /** Changes each time someone is sent to this field. */
  readonly focusStamp: number | undefined
}

/** A field of a template: plain, or an expression where the template allows or demands one. */
export const TemplateField = ({ field, scope, write, focusStamp }: TemplateFieldProps) => {
  const { property, value } = field
  const place = useRef<HTMLDivElement>(null)
  // Only matters while there is no value: one tells by itself what it is.
  const [prefersFeel, setPrefersFeel] = useState(false)
  const [takesFocus, setTakesFocus] = useState(false)
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    if (focusStamp !== undefined && place.current !== null) takeFocus(place.current)
  }, [focusStamp])
  const isFeel = isFeelField(field, prefersFeel)
  const toFeel = (text: string) => {
    setPrefersFeel(true)
    setTakesFocus(true)
    write(valueOfExpression(text))
  }
  const toPlain = (text: string) => {
    setPrefersFeel(false)
    setTakesFocus(true)
    write(plainValueOf(property, text))
  }
  const isOptional = property.feel === 'optional'
  const shared = {
    field,
    showsProblems: isTouched || focusStamp !== undefined,
    onLeave: () => afterPress(() => setTouched(true)),
    action: isOptional && property.editable !== false && (
      <ModeToggle
        isFeel={isFeel}
        onPress={() => (isFeel ? toPlain(expressionOf(value)) : toFeel(textOf(value)))}
      />
    ),
  }
  return (
    <div ref={place}>
      {isFeel ? (
        <ExpressionField
          {...shared}
          scope={scope}
          toPlain={isOptional ? toPlain : undefined}
          takesFocus={takesFocus || focusStamp !== undefined}
          write={(text) => {
            setPrefersFeel(true)
            write(valueOfExpression(text))
          }}
        />
      ) : (
        <PlainField
          {...shared}
          takesFocus={takesFocus}
          write={write}
          toFeel={isOptional ? toFeel : undefined}
        />
      )}
    </div>
  )
}

const isFeelField = ({ property, value }: Field, prefersFeel: boolean): boolean => {
  if (property.feel === 'required') return true
  if (property.feel !== 'optional') return false
  return isExpression(value) || (prefersFeel && (value === undefined || value === ''))
}
