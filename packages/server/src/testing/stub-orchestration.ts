import type { Commands, Jobs, Orchestration, Queries } from '@tenon/orchestration'

const unexpected = (): never => {
  throw new Error('The test expects no such call')
}

/**
 * An orchestration that only does what it is given: for answers that the engine gives when it
 * fails, and for requests that must not reach it.
 */
export const stubOrchestration = ({
  commands,
  jobs,
  queries,
}: {
  readonly commands?: Partial<Commands>
  readonly jobs?: Partial<Jobs>
  readonly queries?: Partial<Queries>
} = {}): Orchestration => ({
  commands: {
    deploy: unexpected,
    createProcessInstance: unexpected,
    cancelProcessInstance: unexpected,
    resolveIncident: unexpected,
    setVariables: unexpected,
    publishMessage: unexpected,
    correlateMessage: unexpected,
    broadcastSignal: unexpected,
    pinClock: unexpected,
    resetClock: unexpected,
    ...commands,
  },
  jobs: {
    subscribe: unexpected,
    activate: unexpected,
    complete: unexpected,
    fail: unexpected,
    throwError: unexpected,
    update: unexpected,
    ...jobs,
  },
  queries: {
    search: unexpected,
    get: unexpected,
    processDefinitionXml: unexpected,
    watch: () => () => {},
    ...queries,
  },
})
