import { basename } from 'node:path'
import { command } from '../command.ts'
import { CliError } from '../errors.ts'
import { exitCode } from '../exit-code.ts'
import { postDeployment } from '../post-deployment.ts'
import { readBytes } from '../read-file.ts'

const defaultAddress = 'http://127.0.0.1:8080'

export const deploy = command(
  {
    name: 'deploy',
    summary: 'Deploys models to a running Tenon, all of them or none',
    details: ['A model that is equal to its latest version is not deployed again.'],
    operands: { usage: '<model.bpmn>...', most: Infinity },
    options: {
      to: { value: 'address', description: `Where Tenon runs; default ${defaultAddress}` },
    },
    examples: ['tenon deploy order.bpmn', 'tenon deploy *.bpmn --to http://127.0.0.1:8090'],
  },
  async ({ requireOperands, option, terminal }) => {
    const paths = requireOperands()
    const address = parseAddress(option('to') ?? defaultAddress)
    const resources = await Promise.all(
      paths.map(async (path) => ({ name: basename(path), content: await readBytes(path) })),
    )
    for (const process of await postDeployment(address, resources)) {
      const { processDefinitionId: id, processDefinitionVersion: version } = process
      terminal.print(
        `${process.resourceName}: process ${id}, version ${version}, key ${process.processDefinitionKey}`,
      )
    }
    return exitCode.done
  },
)

const parseAddress = (text: string): URL => {
  // What stands before it may be a password, which no message may show.
  if (text.includes('@')) throw invalid('--to must be an address without a user name or a password')
  const address = URL.parse(text)
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw invalid(`--to is "${text}", which is no address`)
  }
  if (address.pathname === '/' && address.search === '' && address.hash === '') return address
  throw invalid('--to must be an address that ends after the port, without a path or a query')
}

const invalid = (reason: string): CliError =>
  new CliError('OPTION_INVALID', `${reason}. Give one such as ${defaultAddress}.`)
