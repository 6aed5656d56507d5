import elementTemplateIcons from '@bpmn-io/element-template-icon-renderer'
import Modeler from 'bpmn-js/lib/Modeler'
import zeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json'
import { AppendMenu } from './append-menu.ts'
import './canvas.css'
import { CreateMenu } from './create-menu.ts'
import { look } from './look.ts'
import { Pad } from './pad.ts'
import { ReplaceMenu } from './replace-menu.ts'
import type { ModelerServices, TenonModeler } from './services.ts'
import { Shortcuts } from './shortcuts.ts'
import { SubProcessCreation } from './sub-process-creation.ts'
import { TemplateCatalog } from './template-catalog.ts'
import { TemplateCommands } from './template-commands.ts'
import { TemplateCreation } from './template-creation.ts'
import { Tools } from './tools.ts'

const ours = {
  __init__: [
    'templateCommands',
    'templateCreation',
    'subProcessCreation',
    'replaceMenu',
    'pad',
    'shortcuts',
  ],
  templateCatalog: ['type', TemplateCatalog],
  templateCommands: ['type', TemplateCommands],
  templateCreation: ['type', TemplateCreation],
  subProcessCreation: ['type', SubProcessCreation],
  appendMenu: ['type', AppendMenu],
  createMenu: ['type', CreateMenu],
  replaceMenu: ['type', ReplaceMenu],
  pad: ['type', Pad],
  shortcuts: ['type', Shortcuts],
  paletteProvider: ['type', Tools],
}

/**
 * A modeler that offers what Tenon runs, connectors first. The caller attaches it to a place on the
 * page, and destroys it.
 */
export const createModeler = (): TenonModeler =>
  new Modeler<ModelerServices>({
    ...look,
    moddleExtensions: { zeebe },
    additionalModules: [zeebeBehaviors, elementTemplateIcons, ours],
  })
