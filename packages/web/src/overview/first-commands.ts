/** Where the commands of Tenon look unless they are told otherwise. */
const usualAddress = 'http://127.0.0.1:8080'

/** The shell command that deploys an example to the Tenon at an address. */
export const deployCommand = (address: string): string =>
  `npx tenon deploy examples/discount.bpmn${address === usualAddress ? '' : ` --to ${address}`}`

/**
 * The shell command that starts a process. Ids of processes are XML names, so they hold no quote
 * that would end the text.
 */
export const startCommand = (address: string, processDefinitionId: string): string =>
  `curl ${address}/v2/process-instances --json '${JSON.stringify({ processDefinitionId })}'`
