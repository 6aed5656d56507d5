import { checkIds } from './ids.ts'
import { keepKnown } from './metamodel.ts'
import { Problems } from './problems.ts'
import type { Process } from './process.ts'
import { readProcess } from './read-process.ts'
import { readXml } from './read-xml.ts'
import { attribute, childrenNamed, isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The executable processes of a BPMN 2.0 file. Throws `BpmnError` with all problems found. */
export const parseBpmn = (xml: string): Promise<readonly Process[]> =>
  Promise.try(() => {
    const problems = new Problems()
    const processes = readDefinitions(readXml(xml), problems)
    problems.throwIfAny()
    return processes
  })

const readDefinitions = (root: XmlElement, problems: Problems): readonly Process[] => {
  if (root.name !== 'bpmn:definitions') {
    problems.invalid(root, `The root element is <${root.name}>, not <definitions> of BPMN 2.0.`)
    return []
  }
  checkIds(root, problems)
  const definitions = keepKnown(root, problems)
  const roots = new Map(definitions.children.map((child) => [attribute(child, 'id') ?? '', child]))
  return executableProcesses(definitions, problems).map((process) =>
    readProcess(process, { roots, problems }),
  )
}

/** Those beside an executable one are drawn for people, such as the pool of a partner. */
const executableProcesses = (
  definitions: XmlElement,
  problems: Problems,
): readonly XmlElement[] => {
  const executable = childrenNamed(definitions, 'bpmn:process').filter((process) =>
    isTrue(process, 'isExecutable'),
  )
  if (executable.length === 0) {
    problems.invalid(definitions, 'No process is executable. Set isExecutable="true" on one.')
  }
  return executable
}
