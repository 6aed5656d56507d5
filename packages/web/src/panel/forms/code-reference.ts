import type { Change, ModdleElement } from '@tenon/templates'
import { elementOf, elementsOf, lineOf, textOf } from '../scope/model.ts'

/** What events throw and catch by a code. */
export interface CodeKind {
  readonly what: 'error' | 'escalation'
  readonly definitionType: string
  /** Of what stands for the code, once in a model. */
  readonly rootType: string
  readonly reference: string
  readonly code: string
}

const kinds: readonly CodeKind[] = (['error', 'escalation'] as const).map((what) => {
  const name = what.charAt(0).toUpperCase() + what.slice(1)
  return {
    what,
    definitionType: `bpmn:${name}EventDefinition`,
    rootType: `bpmn:${name}`,
    reference: `${what}Ref`,
    code: `${what}Code`,
  }
})

/** Of an event that throws or catches by a code; undefined for others. */
export const codeKindOf = (event: ModdleElement): CodeKind | undefined =>
  kinds.find((kind) => definitionOf(event, kind) !== undefined)

/** The error or escalation of an event; undefined when it names none. */
export const rootOf = (event: ModdleElement, kind: CodeKind): ModdleElement | undefined => {
  const definition = definitionOf(event, kind)
  return definition && elementOf(definition, kind.reference)
}

/**
 * Makes an event refer to the error or escalation with a code: one that the model has, else its own
 * renamed when no other event uses it, else a new one. Without a code it refers to none.
 */
export const referToCode = (
  event: ModdleElement,
  kind: CodeKind,
  code: string,
): readonly Change[] => {
  const definition = definitionOf(event, kind)
  const definitions = lineOf(event).find(({ $type }) => $type === 'bpmn:Definitions')
  if (definition === undefined || definitions === undefined) return []
  const refer = (root: ModdleElement | undefined): Change => ({
    element: definition,
    properties: { [kind.reference]: root },
  })
  if (code === '') return [refer(undefined)]
  const roots = elementsOf(definitions, 'rootElements')
  const known = roots.find(
    (root) => root.$type === kind.rootType && textOf(root, kind.code) === code,
  )
  if (known !== undefined) return [refer(known)]
  const own = rootOf(event, kind)
  if (own !== undefined && usesOf(definitions, own, kind) === 1) {
    return [{ element: own, properties: { [kind.code]: code } }]
  }
  const created = newRoot(definitions, kind, code)
  return [
    { element: definitions, properties: { rootElements: [...roots, created] } },
    refer(created),
  ]
}

const definitionOf = (
  event: ModdleElement,
  { definitionType }: CodeKind,
): ModdleElement | undefined =>
  elementsOf(event, 'eventDefinitions').find(({ $type }) => $type === definitionType)

const newRoot = (definitions: ModdleElement, kind: CodeKind, code: string): ModdleElement => {
  const taken = new Set(elementsOf(definitions, 'rootElements').map((root) => textOf(root, 'id')))
  const prefix = kind.rootType.replace('bpmn:', '')
  const id = freeId(prefix, taken)
  const root = definitions.$model.create(kind.rootType, { id, name: code, [kind.code]: code })
  root.$parent = definitions
  return root
}

const freeId = (prefix: string, taken: ReadonlySet<string | undefined>, at = 1): string => {
  const id = `${prefix}_${at}`
  return taken.has(id) ? freeId(prefix, taken, at + 1) : id
}

/** How many events of the model use an error or escalation. */
const usesOf = (container: ModdleElement, root: ModdleElement, kind: CodeKind): number =>
  [...elementsOf(container, 'rootElements'), ...elementsOf(container, 'flowElements')]
    .map((element) => (rootOf(element, kind) === root ? 1 : 0) + usesOf(element, root, kind))
    .reduce((sum, uses) => sum + uses, 0)
