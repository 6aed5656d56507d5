import type { ModdleElement } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { elementsOf, textOf } from '../scope/model.ts'
import { panelWords } from '../words.ts'

const words = panelWords.link

export const hasLinkForm = ({ businessObject }: DiagramElement): boolean =>
  linkOf(businessObject) !== undefined

/** The name by which the two ends of a link find each other. */
export const LinkForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const link = linkOf(element.businessObject)
  if (link === undefined) return null
  return (
    <div className={classes.block}>
      <TextField
        label={words.name}
        description={words.nameHelp}
        value={textOf(link, 'name') ?? ''}
        check={(text) => (text.trim() === '' ? words.nameMissing : undefined)}
        write={(name) =>
          modeler
            .get('templateCommands')
            .run(element, [{ element: link, properties: { name: name.trim() } }])
        }
      />
    </div>
  )
}

const linkOf = (event: ModdleElement): ModdleElement | undefined =>
  elementsOf(event, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:LinkEventDefinition')
