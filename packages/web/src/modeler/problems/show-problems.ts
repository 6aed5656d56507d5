import type { DiagramElement, OverlayPosition, TenonModeler } from '../../canvas/services.ts'
import type { ModelProblem } from '../model-problem.ts'
import { modelerWords } from '../words.ts'
import { middleOfLine } from './middle-of-line.ts'

const overlayType = 'tenon-problem'

/** Marks the elements that have problems, in place of those marked before. */
export const showProblems = (
  modeler: TenonModeler,
  problems: readonly ModelProblem[],
  choose: (problem: ModelProblem) => void,
): void => {
  const overlays = modeler.get('overlays')
  const registry = modeler.get('elementRegistry')
  overlays.remove({ type: overlayType })
  for (const [elementId, [first, ...others]] of byElement(problems)) {
    const element = registry.get(elementId)
    if (first === undefined || element === undefined) continue
    const html = badge([first, ...others], () => choose(first))
    overlays.add(elementId, overlayType, { position: placeAt(element), html })
  }
}

const badgeSize = 20

/** At the corner of a shape, and on the middle of a line, whose corner may be far from it. */
const placeAt = ({ waypoints = [] }: DiagramElement): OverlayPosition => {
  if (waypoints.length === 0) return { top: -badgeSize / 2, right: badgeSize / 2 }
  const { x, y } = middleOfLine(waypoints)
  const left = x - Math.min(...waypoints.map((point) => point.x))
  const top = y - Math.min(...waypoints.map((point) => point.y))
  return { top: top - badgeSize / 2, left: left - badgeSize / 2 }
}

const byElement = (
  problems: readonly ModelProblem[],
): ReadonlyMap<string, readonly ModelProblem[]> => {
  const found = new Map<string, ModelProblem[]>()
  for (const problem of problems) {
    if (problem.elementId === null) continue
    const same = found.get(problem.elementId) ?? []
    found.set(problem.elementId, [...same, problem])
  }
  return found
}

const badge = (problems: readonly ModelProblem[], choose: () => void): HTMLElement => {
  const button = document.createElement('button')
  const messages = problems.map(({ message }) => message).join('\n')
  button.type = 'button'
  button.className = 'tenon-problem'
  button.textContent = '!'
  button.title = messages
  button.setAttribute('aria-label', `${modelerWords.problems.show}: ${messages}`)
  button.addEventListener('click', choose)
  return button
}
