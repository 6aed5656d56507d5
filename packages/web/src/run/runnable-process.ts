/** A process as people know it. */
interface NamedProcess {
  readonly processDefinitionId: string
  readonly name: string
}

/** A process that is deployed, or will be when it is run. */
export type RunnableProcess = DeployedProcess | DeployableProcess

export interface DeployedProcess extends NamedProcess {
  readonly processDefinitionKey: string
}

export interface DeployableProcess extends NamedProcess {
  /** The version that it gets. */
  readonly nextVersion: number
  /** The model as it is now. */
  readonly readXml: () => Promise<string>
  /** Gives its key; undefined where that was not possible, which the caller says. */
  readonly deploy: () => Promise<string | undefined>
}
