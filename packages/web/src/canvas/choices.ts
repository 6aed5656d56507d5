import { isSupported } from '@tenon/bpmn'
import type { ElementTemplate } from '@tenon/templates'
import { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries'
import type { ElementTarget, MenuEntry } from './services.ts'
import { kindMadeBy } from './template-catalog.ts'
import { canvasWords } from './words.ts'

/** Something that a menu offers: a connector, or an element without one. */
export interface Choice {
  readonly id: string
  readonly target: ElementTarget
  readonly template?: ElementTemplate
  /** How the menu shows it. */
  readonly entry: Omit<MenuEntry, 'action'>
}

/** All that Tenon runs, connectors first. */
export const choicesOf = (templates: readonly ElementTemplate[]): readonly Choice[] => [
  ...templates.map(connector),
  ...elements(),
]

const connector = (template: ElementTemplate): Choice => {
  const { id, name, description, icon, category, keywords = [] } = template
  const look = icon === undefined ? { className: 'bpmn-icon-service' } : { imageUrl: icon.contents }
  const group = { id: 'connectors', name: canvasWords.menus.connectors }
  const search = [id, category?.name, ...keywords].join(' ')
  const entry = { label: name, description, group, search, ...look }
  return { id: `connector-${id}`, target: kindMadeBy(template), template, entry }
}

/** The engine's own table decides, so what it learns to run appears by itself. */
const elements = (): readonly Choice[] =>
  Object.entries(PopupEntries)
    .filter(([, { target }]) => isSupported(target))
    .map(([id, { label, className, target }]) => ({
      id: `element-${id}`,
      target,
      entry: { label, className, group: { id: 'elements', name: canvasWords.menus.elements } },
    }))
