import { readForm, changeField, removeTemplate } from '@tenon/templates'
import { createModeler } from '../../packages/web/src/canvas/create-modeler.ts'
import { compare } from './comparison.ts'

const modeler = createModeler()
modeler.attachTo(document.querySelector('#canvas'))

const [elements, catalog, commands] = [
  'elementRegistry',
  'templateCatalog',
  'templateCommands',
].map((name) => modeler.get(name))

const element = () => elements.get('element')

let phases = []
let opened
let applied

const fieldsOf = (template) =>
  readForm(element().businessObject, template).groups.flatMap(({ fields }) => fields)

const actions = {
  open: () => {},
  apply: ({ phase }) => {
    applied = phases[phase].template
    commands.apply(element(), applied)
  },
  change: ({ property, value }) => {
    const field = fieldsOf(applied).find((each) => each.property === applied.properties[property])
    if (field === undefined) throw new Error(`The form does not show property ${property}.`)
    const changes = changeField(element().businessObject, applied, field.id, value)
    commands.run(element(), changes)
  },
  unlink: () => {
    applied = undefined
    commands.unlink(element())
  },
  remove: () => {
    const changes = removeTemplate(element().businessObject, applied)
    applied = undefined
    commands.run(element(), changes)
  },
}

const tenon = {
  open: async (scenario, xml) => {
    if (scenario !== opened) applied = undefined
    opened = scenario
    phases = scenario.phases
    catalog.set(phases.map(({ template }) => template))
    await modeler.importXML(xml)
  },
  perform: async (action) => {
    actions[action.kind](action)
    const { xml } = await modeler.saveXML({ format: true })
    const fields =
      applied === undefined
        ? []
        : fieldsOf(applied).map(({ property, value }) => ({
            property: applied.properties.indexOf(property),
            value,
          }))
    return { xml, fields }
  },
}

globalThis.compareScenario = async (recorded) => {
  const { scenario, steps } = JSON.parse(recorded)
  return JSON.stringify(await compare(tenon, scenario, steps))
}
