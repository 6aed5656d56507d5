import type { ElementKind, NodeSource } from '../element-kind.ts'
import { readExtension } from '../extensions.ts'
import { jobExtensions, readJob, textsOfJob, type JobDefinition } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'
import { attribute, extensionsNamed } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'

/** Computes a variable, or has a worker do its script. */
export type ScriptTask = ExpressionScriptTask | JobScriptTask

export interface ExpressionScriptTask extends FlowElementBase {
  readonly type: 'SCRIPT_TASK'
  readonly script: Script
}

export interface JobScriptTask extends FlowElementBase, JobDefinition {
  readonly type: 'SCRIPT_TASK'
}

export interface Script {
  /** FEEL with its leading `=`. */
  readonly expression: string
  readonly resultVariable: string
}

export const scriptTask: ElementKind = {
  name: 'bpmn:scriptTask',
  // A text in another language, which only a worker could read.
  children: ['bpmn:script'],
  extensions: [...jobExtensions, 'zeebe:script'],
  hasInputs: true,
  hasOutputs: true,
  isActivity: true,
  read: (source): ScriptTask => {
    const { element, base, problems } = source
    const script = readExtension(element, 'zeebe:script', problems)
    if (script !== null) return readExpression(script, source)
    const job = readJob(element, 'script task', problems)
    return { ...base, ...job, type: 'SCRIPT_TASK', texts: textsOfJob(job) }
  },
}

const readExpression = (
  script: XmlElement,
  { element, base, problems }: NodeSource,
): ExpressionScriptTask => {
  if (extensionsNamed(element, 'zeebe:taskDefinition').length > 0) {
    problems.invalid(element, 'The script task has both a script and a job type. Keep one.')
  }
  const expression = attribute(script, 'expression') ?? ''
  const resultVariable = attribute(script, 'resultVariable') ?? ''
  if (expression.length < 2 || !expression.startsWith('=')) {
    problems.invalid(element, 'The script must be a FEEL expression that starts with =.')
  }
  if (resultVariable === '') {
    problems.invalid(element, 'The script has no result variable. Name one.')
  }
  return {
    ...base,
    type: 'SCRIPT_TASK',
    script: { expression, resultVariable },
    texts: [{ text: expression, what: 'script' }],
  }
}
