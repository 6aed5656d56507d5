import { parseJson, type JsonObject, type Queries } from '@tenon/orchestration'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import { equals, searchAll } from './search-all.ts'

/** The variables of the process scope. */
export const readResult = async (
  queries: Queries,
  processInstanceKey: string,
): Promise<JsonObject> => {
  const variables = await searchAll(queries, 'variables', [equals('scopeKey', processInstanceKey)])
  return Object.fromEntries(
    variables.map(({ name, value }) => [name, parseJson(showSecretReferences(value))]),
  )
}
