import { Command } from '../parts/command.tsx'
import { words } from '../words.ts'
import { deployCommand } from './first-commands.ts'
import classes from './nothing-deployed.module.css'

/** The first thing that a person sees of a new installation. */
export const NothingDeployed = () => (
  <section className={classes.notice} aria-labelledby="nothing-deployed">
    <h2 className={classes.title} id="nothing-deployed">
      {words.nothingDeployed.title}
    </h2>
    <p className={classes.text}>{words.nothingDeployed.text}</p>
    <Command text={deployCommand(window.location.origin)} />
  </section>
)
