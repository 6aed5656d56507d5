import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { fileNameOf } from '../models/model-name.ts'
import { Page } from '../parts/page.tsx'
import { saveFile } from '../parts/save-file.ts'
import classes from './modeler.module.css'
import { whyBroken } from './problems/why-broken.ts'
import { modelerWords } from './words.ts'

interface BrokenModelProps {
  readonly name: string
  readonly xml: string
  /** The canvas's own reason. */
  readonly error: Error
}

/** Why a model cannot be drawn, and a way to get at it. */
export const BrokenModel = ({ name, xml, error }: BrokenModelProps) => {
  const [reason, setReason] = useState(error.message)
  useEffect(() => {
    void whyBroken(xml, error).then(setReason)
  }, [xml, error])
  const { title, next, download } = modelerWords.broken
  return (
    <Page>
      <div className={classes.broken} role="alert">
        <h1 className={classes.brokenTitle}>{title}</h1>
        <p className={classes.brokenReason}>{reason}</p>
        <p>{next}</p>
        <div className={classes.actions}>
          <Button onClick={() => saveFile(fileNameOf(name), xml, 'application/xml')}>
            {download}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/models" {...props} />}>
            {modelerWords.back}
          </Button>
        </div>
      </div>
    </Page>
  )
}
