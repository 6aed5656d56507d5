import xml from './example.bpmn?raw'
import { newProcessId } from './new-model.ts'

/** The example as it is in the file. */
const processId = 'example'
const address = 'http://127.0.0.1:8080'

export const exampleName = 'How is Tenon?'

/** The example, which asks the Tenon at the address given and so needs no other system. */
export const exampleXml = (origin: string): string =>
  xml.replaceAll(address, origin).replaceAll(`"${processId}"`, `"${newProcessId()}"`)
