import Modeler from 'bpmn-js/lib/Modeler'
import {
  applyConditions,
  CloudElementTemplatesPropertiesProviderModule,
  fromFeelExpression,
  getPropertyValue,
  setPropertyValue,
  shouldCastToFeel,
  toFeelExpression,
} from 'bpmn-js-element-templates'
import { BpmnPropertiesPanelModule } from 'bpmn-js-properties-panel'
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json'
import { frozen, keepTextsOfFrozen } from './kept-texts.js'
import { record } from './record.ts'

keepTextsOfFrozen()

const modeler = new Modeler({
  container: document.querySelector('#canvas'),
  additionalModules: [
    BpmnPropertiesPanelModule,
    CloudElementTemplatesPropertiesProviderModule,
    ZeebeBehaviorsModule,
  ],
  moddleExtensions: { zeebe },
})

const [elements, templates, loader, events, stack, factory] = [
  'elementRegistry',
  'elementTemplates',
  'elementTemplatesLoader',
  'eventBus',
  'commandStack',
  'bpmnFactory',
].map((name) => modeler.get(name))

const element = () => elements.get('element')

const isFeel = (property) => shouldCastToFeel(property) === true

/** What the control of a property shows in the panel: the literal or the expression. */
const shown = (property) => {
  const value = getPropertyValue(element(), property)
  if (value === '' || value === undefined) return undefined
  const literal = isFeel(property) ? fromFeelExpression(value, property.type) : value
  if (property.type === 'Number') return isNaN(literal) ? value : Number(literal)
  if (property.type === 'Boolean' && /^=?(true|false)$/.test(value)) return Boolean(literal)
  return String(value)
}

/** As the panel's controls do: what is shown already is not written, and a list gives texts. */
const enter = (property, value) => {
  if (value === shown(property)) return
  const entered = property.type === 'Dropdown' ? (value ?? '') : value
  const written = isFeel(property) ? toFeelExpression(entered, property.type) : entered
  setPropertyValue(factory, stack, element(), property, written, configurationOf(property, value))
}

/** What the panel's chooser of configurations writes beside the value. */
const configurationOf = ({ type, configurationTemplate }, value) =>
  type === 'Configuration'
    ? {
        modelerConfigurationTemplate: value === undefined ? undefined : configurationTemplate,
        modelerConfigurationName: undefined,
      }
    : undefined

const register = (phases) => {
  const unique = new Map(
    phases.map(({ template }) => [`${template.id} ${template.version}`, template]),
  )
  const refused = []
  const listen = ({ errors }) => refused.push(...errors.map(({ message }) => message))
  events.on('elementTemplates.errors', listen)
  loader.setTemplates([...unique.values()].map(frozen))
  events.off('elementTemplates.errors', listen)
  if (refused.length > 0) throw new Error(refused.join('\n'))
}

let phases = []
let applied

const actions = {
  open: () => {},
  apply: ({ phase }) => {
    const { template, preset } = phases[phase]
    applied = template
    const registered = templates.get(template.id, template.version)
    templates.applyTemplate(element(), registered, { presetId: preset })
  },
  change: ({ property, value }) => enter(applied.properties[property], value),
  unlink: () => {
    applied = undefined
    templates.unlinkTemplate(element())
  },
  remove: () => {
    applied = undefined
    templates.removeTemplate(element())
  },
}

const fields = () =>
  applied === undefined
    ? []
    : applyConditions(element(), applied)
        .properties.filter(({ type }) => type !== 'Hidden')
        .map((property) => ({
          property: applied.properties.indexOf(property),
          value: shown(property),
        }))

const oracle = {
  open: async (scenario, xml) => {
    phases = scenario.phases
    applied = undefined
    register(phases)
    await modeler.importXML(xml)
  },
  perform: async (action) => {
    actions[action.kind](action)
    const { xml } = await modeler.saveXML({ format: true })
    return { xml, fields: fields() }
  },
}

globalThis.recordScenario = async (scenario) =>
  JSON.stringify(await record(oracle, JSON.parse(scenario)))
