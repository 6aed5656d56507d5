import { useQuery } from '@tanstack/react-query'
import { templatesQuery } from '../api/queries.ts'
import { partsWords } from './words.ts'

/** Steps come and go faster than connectors, which come with a start of the server. */
const oldMs = 60_000

interface JobTypeNoteProps {
  /** The job type of a task. */
  readonly type: string
  readonly className?: string | undefined
}

/** Says that no connector of this installation does the jobs of a task, which then would wait. */
export const JobTypeNote = ({ type, className }: JobTypeNoteProps) => {
  const { data } = useQuery({ ...templatesQuery(), staleTime: oldMs })
  if (data === undefined || data.jobTypes.includes(type)) return null
  return <p className={className}>{partsWords.noConnector(type)}</p>
}
