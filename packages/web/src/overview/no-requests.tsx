import type { ProcessDefinition } from '@tenon/orchestration'
import { Command } from '../parts/command.tsx'
import { words } from '../words.ts'
import classes from './no-requests.module.css'
import { startCommand } from './first-commands.ts'

/** Nothing runs: how to start the process given. */
export const NoRequests = ({ example }: { readonly example: ProcessDefinition | undefined }) => (
  <div className={classes.notice}>
    <p className={classes.text}>{words.requests.empty}</p>
    {example !== undefined && (
      <Command text={startCommand(location.origin, example.processDefinitionId)} />
    )}
  </div>
)
