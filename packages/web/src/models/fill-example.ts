import { newProcessId } from './new-model.ts'

/** The id of the process and the address of Tenon, as they stand in the file. */
const processId = 'example'
const address = 'http://127.0.0.1:8080'

/** The example, which asks the Tenon at the address given and so needs no other system. */
export const fillExample = (xml: string, origin: string): string =>
  xml.replaceAll(address, origin).replaceAll(`"${processId}"`, `"${newProcessId()}"`)
