import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isSupported } from '@tenon/bpmn'
import { elementTypeOf, isInbound, type ElementTemplate } from '@tenon/templates'
import { launchChromium } from '../browser/chromium.ts'
import { postJson } from '../browser/open-app.ts'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { camundaFolder, camundaTemplates } from './camunda-templates.ts'
import { Numbering } from './comparable.ts'
import { diagramFor } from './diagrams.ts'
import { Oracle } from './oracle.ts'
import type { Scenario, Step } from './scenario.ts'
import { TenonPanel } from './tenon-panel.ts'

/** Edits of each template. */
const editsMax = 6
/** Pages at work at the same time: each waits for the app to save. */
const pageCount = 3

/** What came of the panel. */
export interface PanelConfigurations {
  /** How many of Camunda's templates the app offers. */
  readonly offered: number
  readonly configured: readonly Configured[]
}

/** What came of one template. */
export interface Configured {
  readonly id: string
  readonly fieldsFilled: number
  /** The model that was saved, as it is compared. */
  readonly ours: string
  readonly theirs: string
}

/** Chooses templates of Camunda's in the panel of the app, and fills their fields. */
export const configureInPanel = async (): Promise<PanelConfigurations> => {
  const offered = offeredTemplates()
  const recordings = await record(scenariosOf(offered))
  await using app = await openApp()
  for (const [{ name, xml }] of recordings)
    await postJson(`${app.address}/api/models`, { name, xml })
  const waiting = recordings.values()
  const configured: Configured[] = []
  const work = async (panel: TenonPanel): Promise<void> => {
    for (const [scenario, steps] of waiting)
      configured.push(compared(scenario, steps, await panel.configure(scenario, steps)))
  }
  await Promise.all((await app.openPanels(pageCount)).map(work))
  return { offered: offered.length, configured }
}

/** The newest version of each that makes something that Tenon runs, which no inbound connector is yet. */
const offeredTemplates = (): readonly ElementTemplate[] =>
  [...camundaTemplates().values()]
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter((template) => !isInbound(template))
    .filter((template) =>
      isSupported(elementTypeOf(template) ?? { type: template.appliesTo[0] ?? 'bpmn:Task' }),
    )

/** Every second one, with some edits of what the panel shows. */
const scenariosOf = (templates: readonly ElementTemplate[]): readonly Scenario[] =>
  templates
    .filter((_, place) => place % 2 === 0)
    .map((template, seed) => ({
      name: template.id,
      xml: diagramFor(template),
      phases: [{ template, editsMax, untouched: configurationsOf(template) }],
      end: 'unlink',
      seed,
    }))

/** The panel does not show them. */
const configurationsOf = ({ properties }: ElementTemplate): readonly number[] =>
  [...properties.keys()].filter((place) => properties[place]?.type === 'Configuration')

type Recording = readonly [Scenario, readonly Step[]]

/** All but the last step, which unlinks. */
const record = async (scenarios: readonly Scenario[]): Promise<readonly Recording[]> => {
  await using oracle = await Oracle.start()
  const recordings: Recording[] = []
  await oracle.record(scenarios, (scenario, steps) => {
    recordings.push([scenario, steps.slice(0, -1)])
    return Promise.resolve()
  })
  return recordings
}

const compared = ({ name }: Scenario, steps: readonly Step[], xml: string): Configured => {
  const comparable = (model: string) => new Numbering().comparable({ xml: model, fields: [] })
  const changes = steps.flatMap(({ action }) => (action.kind === 'change' ? [action] : []))
  return {
    id: name,
    fieldsFilled: changes.length,
    ours: comparable(xml),
    theirs: comparable(steps.at(-1)?.xml ?? ''),
  }
}

/** A Tenon that has Camunda's templates, and a browser. */
const openApp = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-templates-'))
  cpSync(camundaFolder, join(folder, 'templates'), { recursive: true })
  const tenon = await TenonProcess.start(folder, await freePort())
  const browser = await launchChromium()
  const openPanel = async (): Promise<TenonPanel> =>
    TenonPanel.open(await browser.newPage({ baseURL: tenon.address }))
  return {
    address: tenon.address,
    openPanels: (count: number) => Promise.all(Array.from({ length: count }, openPanel)),
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      await tenon.kill('SIGTERM')
      rmSync(folder, { recursive: true })
    },
  }
}
