import {
  changeField,
  readForm,
  type ElementTemplate,
  type FieldValue,
  type Form,
} from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { ElementName } from '../forms/element-name.tsx'
import type { FocusRequest } from '../focus-request.ts'
import { usePanel } from '../panel-context.ts'
import { lastStartOf } from '../scope/last-start.ts'
import { variablesAt } from '../scope/variables-at.ts'
import { FormGroup } from './form-group.tsx'
import { inOrder } from './group-order.ts'
import { shownGroups } from './shown-groups.ts'

interface ConfigureFormProps {
  readonly element: DiagramElement
  readonly template: ElementTemplate
  readonly focus: FocusRequest | undefined
}

/** The fields of a template, in groups. */
export const ConfigureForm = ({ element, template, focus }: ConfigureFormProps) => {
  const { modeler } = usePanel()
  const { businessObject } = element
  const variables = variablesAt(businessObject, lastStartOf(businessObject))
  const write = (fieldId: string, value: FieldValue) => {
    // A field writes last when it disappears; by then it may have nothing left to write to.
    if (modeler.get('elementRegistry').get(element.id) !== element) return
    if (!hasField(readForm(businessObject, template), fieldId)) return
    const changes = changeField(businessObject, template, fieldId, value)
    modeler.get('templateCommands').run(element, changes)
  }
  return (
    <>
      <ElementName element={element} />
      {inOrder(shownGroups(readForm(businessObject, template))).map((group) => (
        <FormGroup
          key={group.id}
          template={template}
          group={group}
          variables={variables}
          write={write}
          focus={focus}
        />
      ))}
    </>
  )
}

const hasField = ({ groups }: Form, fieldId: string): boolean =>
  groups.some(({ fields }) => fields.some(({ id }) => id === fieldId))
