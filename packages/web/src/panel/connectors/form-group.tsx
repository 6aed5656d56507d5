import type { ElementTemplate, Field, FieldValue, FormGroup as Group } from '@tenon/templates'
import { useId, useState } from 'react'
import type { ScopeVariable } from '../../feel-editor/scope.ts'
import { isSet, problemOf } from '../fields/field-problem.ts'
import { ProblemIcon } from '../fields/field-frame.tsx'
import { TemplateField } from '../fields/template-field.tsx'
import type { FocusRequest } from '../focus-request.ts'
import { useAsked } from '../use-asked.ts'
import { usePanel } from '../panel-context.ts'
import { scopeOf } from '../scope/scope-of.ts'
import { panelWords as words } from '../words.ts'
import classes from './form-group.module.css'
import { isOpenAtFirst } from './group-order.ts'

interface FormGroupProps {
  readonly template: ElementTemplate
  readonly group: Group
  readonly variables: readonly ScopeVariable[]
  readonly write: (fieldId: string, value: FieldValue) => void
  readonly focus: FocusRequest | undefined
}

/** A section of the form that opens and closes, and says when something in it is wrong or set. */
export const FormGroup = ({ template, group, variables, write, focus }: FormGroupProps) => {
  const id = useId()
  const { isOpen, toggle } = useOpenGroup(template, group, focus)
  return (
    <section className={classes.group}>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.head}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
        >
          <Chevron />
          <span className={classes.label}>{group.label || words.group.other}</span>
          <GroupState group={group} isOpen={isOpen} />
        </button>
      </h3>
      <div className={classes.fields} id={id} hidden={!isOpen}>
        {isOpen &&
          group.fields.map((field) => (
            <TemplateField
              key={field.id}
              field={field}
              scope={scopeOf(field.property.binding, variables)}
              write={(value) => write(field.id, value)}
              focusStamp={focus?.fieldId === field.id ? focus.stamp : undefined}
            />
          ))}
      </div>
    </section>
  )
}

/** Open or closed as someone left it, for all elements with this template. */
const useOpenGroup = (
  template: ElementTemplate,
  group: Group,
  focus: FocusRequest | undefined,
): { readonly isOpen: boolean; readonly toggle: () => void } => {
  const { openGroups } = usePanel()
  const key = `${template.id} ${group.id}`
  const [isOpen, setOpen] = useState(
    () =>
      openGroups.get(key) ?? (isOpenAtFirst(template, group.id) || group.fields.some(isSetOrWrong)),
  )
  const isAsked = group.fields.some(({ id }) => id === focus?.fieldId)
  useAsked(isAsked ? focus?.stamp : undefined, () => setOpen(true))
  const toggle = () => {
    openGroups.set(key, !isOpen)
    setOpen(!isOpen)
  }
  return { isOpen, toggle }
}

const isSetOrWrong = (field: Field): boolean => isSet(field) || problemOf(field) !== undefined

const GroupState = ({ group, isOpen }: { readonly group: Group; readonly isOpen: boolean }) => {
  const problems = group.fields.filter((field) => problemOf(field) !== undefined).length
  if (problems > 0) {
    return (
      <span className={classes.problems}>
        <ProblemIcon />
        {words.group.problems(problems)}
      </span>
    )
  }
  if (isOpen || !group.fields.some(isSet)) return null
  return <span className={classes.set}>{words.group.isSet}</span>
}

const Chevron = () => (
  <svg className={classes.chevron} viewBox="0 0 16 16" aria-hidden="true">
    <path d="m6 4 4 4-4 4" />
  </svg>
)
