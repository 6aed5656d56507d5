import { writeFile } from 'node:fs/promises'
import type { ElementTemplate, ModdleElement, ModelFile } from '@tenon/templates'
import { command } from '../command.ts'
import { CliError } from '../errors.ts'
import { exitCode } from '../exit-code.ts'
import { readText } from '../read-file.ts'
import { chooseTemplate } from '../template/choose-template.ts'
import { readAssignment, valueFor, type Assignment } from '../template/read-assignment.ts'
import type { Terminal } from '../terminal.ts'

export const templateApply = command(
  {
    name: 'template apply',
    summary: 'Applies an element template to an element of a model, and fills its fields',
    details: [
      'Prints the model. Applied to an element that has another version of the template, it upgrades',
      'it: what was entered stays. For that the file should have the version that the element has, too.',
      'What still has to be corrected in the form is told, and is no failure.',
    ],
    operands: { usage: '<model.bpmn>', most: 1 },
    options: {
      element: { value: 'id', description: 'The element, by the id that it has in the model' },
      template: { value: 'file', description: 'A template, or a list of them, as JSON' },
      id: { value: 'template id', description: 'Which template, where the file has several' },
      set: {
        value: 'field=value',
        description: 'Fill a field; may be repeated, and is done in that order',
      },
      output: { value: 'file', description: 'Write the model there instead of printing it' },
    },
    examples: [
      'tenon template apply model.bpmn --element call --template http.json --set method=GET',
    ],
  },
  async ({ requireOperands, option, optionValues, terminal }) => {
    const { readModel } = await import('@tenon/templates')
    const [path] = requireOperands()
    const elementId = require('element', option('element'))
    const templates = await readTemplates(require('template', option('template')))
    const template = chooseTemplate(templates, option('id'))
    const assignments = optionValues('set').map(readAssignment)
    const model = await readModel(await readText(path))
    const element = await applyTo(findElement(model, elementId), template, templates)
    await fill(element, template, assignments)
    await tellProblems(element, template, terminal)
    await write(await model.write(), option('output'), terminal)
    return exitCode.done
  },
)

const require = (name: string, value: string | undefined): string => {
  if (value !== undefined) return value
  throw new CliError(
    'ARGUMENT_MISSING',
    `tenon template apply needs --${name}: see tenon help template apply.`,
  )
}

const readTemplates = async (path: string): Promise<readonly ElementTemplate[]> => {
  const { parseTemplates, TemplateError } = await import('@tenon/templates')
  const { templates, problems } = parseTemplates(await readText(path))
  const error = problems.find(({ severity }) => severity === 'error')
  if (error === undefined) return templates
  const place = error.line === undefined ? path : `${path}:${error.line}`
  throw new TemplateError(error.code, `${place}: ${error.message}`)
}

const findElement = ({ elementsById }: ModelFile, id: string): ModdleElement => {
  const element = elementsById.get(id)
  if (element !== undefined) return element
  throw new CliError('ELEMENT_UNKNOWN', `The model has no element "${id}". Correct --element.`)
}

const applyTo = async (
  element: ModdleElement,
  template: ElementTemplate,
  templates: readonly ElementTemplate[],
): Promise<ModdleElement> => {
  const { performTemplate, templateOf } = await import('@tenon/templates')
  const now = templateOf(element)
  const previous = templates.find(({ id, version }) => id === now?.id && version === now.version)
  return performTemplate(element, template, { previous })
}

const fill = async (
  element: ModdleElement,
  template: ElementTemplate,
  assignments: readonly Assignment[],
): Promise<void> => {
  const { changeField, perform, readForm } = await import('@tenon/templates')
  for (const { fieldId, text } of assignments) {
    const fields = readForm(element, template).groups.flatMap((group) => group.fields)
    const field = fields.find(({ id }) => id === fieldId)
    const value = field === undefined ? text : valueFor(field, text)
    perform(changeField(element, template, fieldId, value))
  }
}

const tellProblems = async (
  element: ModdleElement,
  template: ElementTemplate,
  terminal: Terminal,
): Promise<void> => {
  const { problemsOf } = await import('@tenon/templates')
  for (const { fieldId, message } of problemsOf(element, template)) {
    terminal.tell(`warning: ${message} (field "${fieldId}")`)
  }
}

const write = async (xml: string, path: string | undefined, terminal: Terminal): Promise<void> => {
  if (path === undefined) {
    terminal.print(xml.trimEnd())
    return
  }
  try {
    await writeFile(path, xml)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CliError('FILE_UNWRITABLE', `${path} cannot be written: ${reason}.`, { cause })
  }
  terminal.print(path)
}
