import type { Incident, ProcessInstance } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { definitionXmlQuery } from '../../api/queries.ts'
import { requestWords } from '../words.ts'
import { progressByElement } from './element-progress.ts'
import type { Passes } from './load-passes.ts'
import { MapControls } from './map-controls.tsx'
import { MapMarks } from './map-marks.tsx'
import { MapSelection } from './map-selection.tsx'
import classes from './map.module.css'
import type { RequestMap } from './request-map.ts'
import { ShowWhy } from './show-why.tsx'
import { useElements, type Elements } from './use-elements.ts'
import { useRequestMap } from './use-request-map.ts'
import type { Selection } from './use-selection.ts'

const words = requestWords.map

interface Progress {
  readonly passes: Passes | undefined
  readonly incidents: readonly Incident[]
  readonly selection: Selection
}

interface DrawnProgress extends Progress {
  readonly elements: Elements | undefined
}

interface MapSectionProps extends Progress {
  readonly request: ProcessInstance
}

/** The diagram of the process with the progress of the Request in it. */
export const MapSection = ({ request, ...progress }: MapSectionProps) => {
  const xml = useQuery(definitionXmlQuery(request.processDefinitionKey))
  const elements = useElements(request)
  return (
    <section className={classes.map} aria-label={words.title}>
      {xml.data !== undefined && <DrawnMap xml={xml.data} elements={elements} {...progress} />}
      {xml.isPending && <p className={`${classes.notice} ${classes.loading}`}>{words.loading}</p>}
      {xml.isError && (
        <p className={classes.notice} role="alert">
          {words.unreadable(describeFailure(xml.error, location.origin).why)}
        </p>
      )}
    </section>
  )
}

const DrawnMap = ({ xml, ...progress }: DrawnProgress & { readonly xml: string }) => {
  const container = useRef<HTMLDivElement>(null)
  const drawn = useRequestMap(container, xml, progress.selection.selectElement)
  return (
    <>
      <div className={classes.canvas} ref={container} />
      {drawn.state === 'drawn' && <MapProgress map={drawn.map} {...progress} />}
      {drawn.state === 'failed' && (
        <p className={classes.notice}>
          {hasNoDiagram(drawn.error) ? words.noDiagram : words.unreadable(drawn.error.message)}
        </p>
      )}
    </>
  )
}

/** bpmn-js has no code for it. */
const hasNoDiagram = ({ message }: Error): boolean => message.includes('no diagram to display')

const MapProgress = ({
  map,
  passes,
  incidents,
  elements,
  selection,
}: DrawnProgress & { readonly map: RequestMap }) => {
  const { element: selected } = selection
  const failures = new Map(incidents.map((incident) => [incident.elementId, incident]))
  return (
    <>
      <MapMarks
        map={map}
        progress={progressByElement(passes?.items ?? [])}
        isCut={passes?.isCut === true}
      />
      {[...failures]
        .filter(([elementId]) => map.has(elementId))
        .map(([elementId, incident]) => (
          <ShowWhy
            key={elementId}
            map={map}
            elementId={elementId}
            name={elements?.get(elementId)?.called ?? map.nameOf(elementId) ?? elementId}
            onShow={() => selection.showStep(incident)}
          />
        ))}
      {selected !== undefined && <MapSelection key={selected} map={map} elementId={selected} />}
      <MapControls map={map} />
    </>
  )
}
