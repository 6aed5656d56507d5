import type { TemplateReference } from '@tenon/templates'
import classes from '../panel.module.css'
import { panelWords } from '../words.ts'
import { versionText } from './template-version.ts'

const words = panelWords.missing

interface MissingTemplateProps {
  readonly reference: TemplateReference
  /** A newer version that is installed. */
  readonly installed: number | undefined
}

/** Of an element whose template is not installed, and what to do about it. */
export const MissingTemplate = ({ reference, installed }: MissingTemplateProps) => (
  <div className={classes.notice}>
    <h3 className={classes.title}>{words.title}</h3>
    <p className={classes.quiet}>{words.what(reference.id, textOf(reference))}</p>
    <p className={classes.quiet}>
      {installed === undefined ? words.next : words.older(versionText(installed))}
    </p>
  </div>
)

const textOf = ({ version }: TemplateReference): string | undefined =>
  version === undefined ? undefined : versionText(version)
