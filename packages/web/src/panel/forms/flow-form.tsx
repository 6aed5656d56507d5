import type { ModdleElement } from '@tenon/templates'
import { useState } from 'react'
import { afterPress } from '../fields/after-press.ts'
import type { DiagramElement } from '../../canvas/services.ts'
import { expressionOf, valueOfExpression } from '../fields/feel-mode.ts'
import { FeelField } from '../fields/feel-field.tsx'
import { FieldFrame } from '../fields/field-frame.tsx'
import { SwitchControl } from '../fields/switch-control.tsx'
import { inOneStep } from '../one-step.ts'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { elementOf, elementsOf, textOf } from '../scope/model.ts'
import { lastStartOf } from '../scope/last-start.ts'
import { variablesAt } from '../scope/variables-at.ts'
import { panelWords } from '../words.ts'

const words = panelWords.flow

/** Whether a flow is one of several that a gateway chooses from. */
export const hasFlowForm = ({ businessObject }: DiagramElement): boolean => {
  const source = elementOf(businessObject, 'sourceRef')
  return (
    source !== undefined &&
    ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(source.$type) &&
    elementsOf(source, 'outgoing').length > 1
  )
}

/** When a flow after a gateway is taken. */
export const FlowForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const [isTouched, setTouched] = useState(false)
  const flow = element.businessObject
  const gateway = element.source
  const isDefault = defaultOf(element) === flow
  const condition = expressionOf(conditionOf(flow))
  const update = (target: DiagramElement, properties: Readonly<Record<string, unknown>>) =>
    modeler.get('modeling').updateProperties(target, properties)
  const setCondition = (text: string) =>
    update(element, { conditionExpression: expressionElement(flow, text) })
  const setDefault = (isOn: boolean) =>
    inOneStep(modeler, () => {
      if (gateway === undefined) return
      // A default flow has no condition: it would never be asked.
      if (isOn && condition !== '') setCondition('')
      update(gateway, { default: isOn ? flow : undefined })
    })
  return (
    <div className={classes.block}>
      {!isDefault && (
        <FeelField
          label={words.condition}
          description={words.conditionHelp}
          value={condition}
          problem={condition === '' ? words.conditionMissing : undefined}
          showsProblems={isTouched}
          scope={{ variables: variablesAt(flow, lastStartOf(flow)), functions: [] }}
          isMultiline={false}
          write={setCondition}
          onLeave={() => afterPress(() => setTouched(true))}
        />
      )}
      <FieldFrame
        label={words.isDefault}
        description={words.defaultHelp}
        problem={undefined}
        isInline
      >
        {(ids) => <SwitchControl {...ids} isOn={isDefault} onSwitch={setDefault} />}
      </FieldFrame>
    </div>
  )
}

const defaultOf = ({ source }: DiagramElement): ModdleElement | undefined =>
  source && elementOf(source.businessObject, 'default')

const conditionOf = (flow: ModdleElement): string | undefined => {
  const condition = elementOf(flow, 'conditionExpression')
  return condition && textOf(condition, 'body')
}

const expressionElement = (flow: ModdleElement, text: string): ModdleElement | undefined => {
  const body = valueOfExpression(text)
  if (body === undefined) return undefined
  const expression = flow.$model.create('bpmn:FormalExpression', { body })
  expression.$parent = flow
  return expression
}
