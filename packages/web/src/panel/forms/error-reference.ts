import type { Change, ModdleElement } from '@tenon/templates'
import { elementOf, elementsOf, lineOf, textOf } from '../scope/model.ts'

/** What makes an event one that throws or catches an error. */
export const errorDefinitionOf = (event: ModdleElement): ModdleElement | undefined =>
  elementsOf(event, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:ErrorEventDefinition')

/** The error of an event; undefined when it names none. */
export const errorOf = (event: ModdleElement): ModdleElement | undefined => {
  const definition = errorDefinitionOf(event)
  return definition && elementOf(definition, 'errorRef')
}

/**
 * Makes an event refer to the error with a code: one that the model has, else its own renamed when
 * no other event uses it, else a new one. Without a code it refers to none.
 */
export const referToError = (event: ModdleElement, code: string): readonly Change[] => {
  const definition = errorDefinitionOf(event)
  const definitions = lineOf(event).find(({ $type }) => $type === 'bpmn:Definitions')
  if (definition === undefined || definitions === undefined) return []
  if (code === '') return [refer(definition, undefined)]
  const errors = elementsOf(definitions, 'rootElements').filter(
    ({ $type }) => $type === 'bpmn:Error',
  )
  const known = errors.find((error) => textOf(error, 'errorCode') === code)
  if (known !== undefined) return [refer(definition, known)]
  const own = errorOf(event)
  if (own !== undefined && usesOf(definitions, own) === 1) {
    return [{ element: own, properties: { errorCode: code } }]
  }
  return addError(definitions, definition, code)
}

const refer = (definition: ModdleElement, errorRef: ModdleElement | undefined): Change => ({
  element: definition,
  properties: { errorRef },
})

const addError = (
  definitions: ModdleElement,
  definition: ModdleElement,
  code: string,
): readonly Change[] => {
  const rootElements = elementsOf(definitions, 'rootElements')
  const taken = new Set(rootElements.map((element) => textOf(element, 'id')))
  const error = definitions.$model.create('bpmn:Error', {
    id: freeId(taken),
    name: code,
    errorCode: code,
  })
  error.$parent = definitions
  return [
    { element: definitions, properties: { rootElements: [...rootElements, error] } },
    refer(definition, error),
  ]
}

const freeId = (taken: ReadonlySet<string | undefined>, at = 1): string => {
  const id = `Error_${at}`
  return taken.has(id) ? freeId(taken, at + 1) : id
}

/** How many events of the model use an error. */
const usesOf = (container: ModdleElement, error: ModdleElement): number =>
  [...elementsOf(container, 'rootElements'), ...elementsOf(container, 'flowElements')]
    .map((element) => (errorOf(element) === error ? 1 : 0) + usesOf(element, error))
    .reduce((sum, uses) => sum + uses, 0)
