import { useQuery } from '@tanstack/react-query'
import type { ModdleElement } from '@tenon/templates'
import { templatesQuery } from '../../api/queries.ts'
import { extensionsOf, textOf } from '../scope/model.ts'
import { panelWords } from '../words.ts'
import classes from './connector-head.module.css'

/** Says that no connector of this installation does the jobs of a task, which then would wait. */
export const JobTypeNote = ({ element }: { readonly element: ModdleElement }) => {
  const { data } = useQuery(templatesQuery())
  const [definition] = extensionsOf(element, 'zeebe:TaskDefinition')
  const type = definition && textOf(definition, 'type')
  const isExpression = type?.startsWith('=') === true
  if (data === undefined || type === undefined || isExpression) return null
  if (data.jobTypes.includes(type)) return null
  return <p className={classes.note}>{panelWords.connector.notInstalled(type)}</p>
}
