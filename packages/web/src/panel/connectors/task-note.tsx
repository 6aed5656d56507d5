import type { ModdleElement } from '@tenon/templates'
import { JobTypeNote } from '../../parts/job-type-note.tsx'
import { extensionsOf, textOf } from '../scope/model.ts'
import classes from './connector-head.module.css'

/** Says where a task would wait, as far as the model tells its job type. */
export const TaskNote = ({ element }: { readonly element: ModdleElement }) => {
  const [definition] = extensionsOf(element, 'zeebe:TaskDefinition')
  const type = definition && textOf(definition, 'type')
  if (type === undefined || type.startsWith('=')) return null
  return <JobTypeNote type={type} className={classes.note} />
}
