import type { TenonModeler } from '../canvas/services.ts'
import { lightColours } from '../look/tokens.ts'

/** The diagram as a picture for other programs, which know no tokens: on light ground. */
export const readSvg = async (modeler: TenonModeler): Promise<string> => {
  const { svg } = await modeler.saveSVG()
  return withColours(svg, new Map(Object.entries(lightColours)))
}

/** Puts colours in the place of the names that our style sheets give them. */
export const withColours = (svg: string, colours: ReadonlyMap<string, string>): string =>
  svg.replaceAll(/var\(--tenon-([a-z-]+)\)/g, (name, token: string) => colours.get(token) ?? name)
