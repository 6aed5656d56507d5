import type { ElementTemplate } from '@tenon/templates'
import { createContext, use } from 'react'
import type { TenonModeler } from '../canvas/services.ts'

interface PanelSurroundings {
  readonly modeler: TenonModeler
  readonly templates: readonly ElementTemplate[]
  /** Which groups someone has opened or closed, by template and group. */
  readonly openGroups: Map<string, boolean>
}

/** What all parts of a panel work with. */
export const PanelContext = createContext<PanelSurroundings | undefined>(undefined)

export const usePanel = (): PanelSurroundings => {
  const surroundings = use(PanelContext)
  if (surroundings === undefined) throw new Error('A part of the panel stands outside of one.')
  return surroundings
}
