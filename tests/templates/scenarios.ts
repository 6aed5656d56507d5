import type { ElementTemplate, TemplateProperty } from '@tenon/templates'
import { diagramFor, eventSubProcessFor } from './diagrams.ts'
import type { Phase, Scenario } from './scenario.ts'

/** Edits of one template alone: of one with many fields most are made, but not all. */
const editsMax = 20
/** Edits before and after each upgrade, and after a change of the template. */
const fewEdits = 4

type Versions = ReadonlyMap<string, readonly ElementTemplate[]>

/** What is done with each template; `versions` has those of an id, the oldest first. */
export const scenariosOf = (versions: Versions): readonly Scenario[] => {
  const latest = [...versions.values()].flatMap((each) => each.at(-1) ?? [])
  return [...versions].flatMap(([id, each], place) => {
    const last = each.at(-1)
    if (last === undefined) return []
    const seed = 100 * place
    return [
      configured(id, last, seed),
      upgraded(
        id,
        { last, older: each.length > 1 ? olderVersions(each) : [olderOf(last)] },
        seed + 1,
      ),
      ...applied(id, last, latest, seed + 2),
      ...inEventSubProcess(id, last, seed + 3),
      ...preset(id, last, seed + 4),
    ]
  })
}

const configured = (name: string, template: ElementTemplate, seed: number): Scenario => ({
  name,
  xml: diagramFor(template),
  phases: [{ template, editsMax }],
  end: 'unlink',
  seed,
})

const upgraded = (
  id: string,
  { last, older }: { readonly last: ElementTemplate; readonly older: readonly ElementTemplate[] },
  seed: number,
): Scenario => ({
  name: `${id}, upgraded`,
  xml: placeFor(last),
  phases: [...older, last].map((template) => ({ template, editsMax: fewEdits })),
  end: 'remove',
  seed,
})

/** The first version and the last but one. */
const olderVersions = (versions: readonly ElementTemplate[]): readonly ElementTemplate[] =>
  [...new Set([versions.at(0), versions.at(-2)])].filter((each) => each !== undefined)

/** Theirs unlinks templates of conditional start events that are no event sub-process's. */
const placeFor = (template: ElementTemplate): string =>
  template.elementType?.value === 'bpmn:StartEvent' &&
  template.elementType.eventDefinition === 'bpmn:ConditionalEventDefinition'
    ? eventSubProcessFor(template)
    : diagramFor(template)

/** Another version, for templates that have one only: a field more, one less, other defaults. */
const olderOf = (template: ElementTemplate): ElementTemplate => {
  const removed = template.properties.find(
    ({ id, binding: { type } }) => id === undefined && freeBindings.has(type),
  )
  const added: TemplateProperty = {
    type: 'String',
    value: 'removed later',
    binding: { type: 'zeebe:property', name: 'removedLater' },
  }
  const properties = template.properties.filter((each) => each !== removed).map(withOtherDefault)
  return { ...template, version: (template.version ?? 1) - 1, properties: [...properties, added] }
}

/** Bindings that the schema asks for nowhere. */
const freeBindings = new Set(['zeebe:input', 'zeebe:output', 'zeebe:property', 'zeebe:taskHeader'])

const withOtherDefault = (property: TemplateProperty): TemplateProperty =>
  property.type === 'String' &&
  property.value !== undefined &&
  freeBindings.has(property.binding.type)
    ? { ...property, value: `${property.value} before` }
    : property

/** In the place of another template that makes the same element. */
const applied = (
  id: string,
  template: ElementTemplate,
  latest: readonly ElementTemplate[],
  seed: number,
): readonly Scenario[] => {
  const xml = placeFor(template)
  const others = latest.filter((each) => each !== template && placeFor(each) === xml)
  const other = others[seed % others.length]
  if (other === undefined) return []
  const phases = [other, template].map((each): Phase => ({ template: each, editsMax: fewEdits }))
  return [{ name: `${id}, after ${other.id}`, xml, phases, end: 'remove', seed }]
}

const inEventSubProcess = (
  id: string,
  template: ElementTemplate,
  seed: number,
): readonly Scenario[] => {
  if (template.elementType?.value !== 'bpmn:StartEvent') return []
  const xml = eventSubProcessFor(template)
  const phases = [{ template, editsMax: fewEdits }]
  return [{ name: `${id}, in an event sub-process`, xml, phases, end: 'unlink', seed }]
}

/** By its last preset, and then by its first. */
const preset = (id: string, template: ElementTemplate, seed: number): readonly Scenario[] => {
  const [first, last] = [template.presets?.at(0), template.presets?.at(-1)]
  if (first === undefined || last === undefined) return []
  const phases = [last, first].map((each): Phase => ({
    template,
    preset: each.id,
    editsMax: fewEdits,
  }))
  return [{ name: `${id}, by a preset`, xml: diagramFor(template), phases, end: 'unlink', seed }]
}
