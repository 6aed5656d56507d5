/**
 * The shell command that starts a process. Ids of processes are XML names, so they hold no quote
 * that would end the text.
 */
export const startCommand = (address: string, processDefinitionId: string): string =>
  `curl ${address}/v2/process-instances --json '${JSON.stringify({ processDefinitionId })}'`
