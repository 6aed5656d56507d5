import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Model } from '../api/models.ts'
import { templatesQuery } from '../api/queries.ts'
import type { TenonModeler } from '../canvas/services.ts'
import { DropZone } from '../models/drop-zone.tsx'
import { ElementPanel } from '../panel/element-panel.tsx'
import { usePageTitle } from '../parts/page-title.ts'
import { CanvasView } from './canvas-view.tsx'
import { useDeployment } from './deployment/use-deployment.ts'
import type { LocalCopy } from './draft/local-copy.ts'
import { NotSavedBar } from './draft/not-saved-bar.tsx'
import { useDraft } from './draft/use-draft.ts'
import { ModelHead } from './head/model-head.tsx'
import classes from './modeler.module.css'
import { NoteBar, type Note } from './notes/note-bar.tsx'
import { useNote } from './notes/use-note.ts'
import { ProblemsDrawer } from './problems/problems-drawer.tsx'
import { useChosenProblem } from './problems/use-chosen-problem.ts'
import { useProblems } from './problems/use-problems.ts'
import { SidePanel } from './side-panel.tsx'
import { useDrop } from './use-drop.ts'
import { usePanel } from './use-panel.ts'
import { modelerWords } from './words.ts'

interface OpenModelProps {
  readonly model: Model
  readonly modeler: TenonModeler
  readonly warnings: readonly string[]
  /** What an earlier page could not save, which is what is shown. */
  readonly restored: LocalCopy | undefined
  readonly reload: () => void
}

/** A model that can be changed: head, diagram, properties, problems. */
export const OpenModel = ({ model, modeler, warnings, restored, reload }: OpenModelProps) => {
  const draft = useDraft(model, modeler, restored)
  const templates = useTemplates(modeler)
  const problems = useProblems(modeler, templates, warnings)
  const { note, show, dismiss } = useNote(restored?.revision === model.revision ? back : undefined)
  const deployment = useDeployment(draft, problems.length, show)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const panel = usePanel(modeler)
  const { focus, choose } = useChosenProblem(modeler, problems, panel.open)
  const drop = useDrop(show)
  usePageTitle(draft.name)
  return (
    <div className={classes.editor}>
      <ModelHead
        {...{ modeler, draft, deployment, panel }}
        problemCount={problems.length}
        toggleProblems={() => setDrawerOpen(!isDrawerOpen)}
      />
      <NotSavedBar draft={draft} reload={reload} />
      <div className={classes.body}>
        <div className={classes.work}>
          <CanvasView modeler={modeler}>
            {note !== undefined && <NoteBar note={note} dismiss={dismiss} />}
          </CanvasView>
          {isDrawerOpen && (
            <ProblemsDrawer {...{ modeler, problems, choose }} close={() => setDrawerOpen(false)} />
          )}
        </div>
        {panel.isOpen && (
          <SidePanel>
            <ElementPanel modeler={modeler} templates={templates} focus={focus} />
          </SidePanel>
        )}
      </div>
      <DropZone onDrop={drop} />
    </div>
  )
}

const back: Note = { kind: 'done', what: modelerWords.restored }

const noTemplates = [] as const

/** What is installed, for the panel and for the menus of the canvas. */
const useTemplates = (modeler: TenonModeler) => {
  const { data } = useQuery(templatesQuery())
  const templates = data?.items ?? noTemplates
  useEffect(() => modeler.get('templateCatalog').set(templates), [modeler, templates])
  return templates
}
