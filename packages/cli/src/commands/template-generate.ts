import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connector } from '@tenon/sdk'
import type { ElementTemplate } from '@tenon/templates'
import { command } from '../command.ts'
import { CliError } from '../errors.ts'
import { exitCode } from '../exit-code.ts'

export const templateGenerate = command(
  {
    name: 'template generate',
    summary: 'Makes the element templates of the installed connectors',
    details: [
      'Prints the template of one connector, or the list of all of them. A modeler reads either.',
    ],
    operands: { usage: '[connector id]', most: 1 },
    options: {
      output: {
        value: 'folder',
        description: 'Write a file a template, named <connector id>.json, instead of printing',
      },
    },
    examples: [
      'tenon template generate > templates.json',
      'tenon template generate --output .camunda/element-templates',
    ],
  },
  async ({ operands: [id], option, terminal }) => {
    const { generateTemplate } = await import('@tenon/templates')
    const { installedConnectors } = await import('@tenon/server/installation')
    const installed = await installedConnectors()
    const templates = chooseConnectors(installed, id).map(generateTemplate)
    const folder = option('output')
    if (folder === undefined) {
      terminal.print(toText(id === undefined ? templates : templates[0]))
      return exitCode.done
    }
    for (const path of await writeTemplates(folder, templates)) terminal.print(path)
    return exitCode.done
  },
)

const chooseConnectors = (
  installed: readonly Connector[],
  id: string | undefined,
): readonly Connector[] => {
  if (id === undefined) return installed
  const connector = installed.find((each) => each.id === id)
  if (connector !== undefined) return [connector]
  const ids = installed.map((each) => each.id).join(', ')
  throw new CliError(
    'CONNECTOR_UNKNOWN',
    `No connector "${id}" is installed. Choose one of: ${ids}.`,
  )
}

const writeTemplates = async (
  folder: string,
  templates: readonly ElementTemplate[],
): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const template of templates) {
    const path = join(folder, `${template.id}.json`)
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(path, `${toText(template)}\n`)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new CliError('FILE_UNWRITABLE', `${path} cannot be written: ${reason}.`, { cause })
    }
    paths.push(path)
  }
  return paths
}

const toText = (value: unknown): string => JSON.stringify(value, null, 2)
