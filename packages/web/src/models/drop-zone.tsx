import { useEffect, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import classes from './drop-zone.module.css'
import { importWords } from './words.ts'

/** Takes files that are dropped anywhere in the window. */
export const DropZone = ({ onDrop }: { readonly onDrop: (files: readonly File[]) => void }) => {
  const isOver = useDrop(onDrop)
  return (
    isOver && (
      <div className={classes.zone} aria-hidden="true">
        <div className={classes.label}>
          <Icon name="upload" />
          {importWords.drop}
        </div>
      </div>
    )
  )
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true

/** Whether files are over the window now. */
const useDrop = (onDrop: (files: readonly File[]) => void): boolean => {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Otherwise the browser leaves the app and shows the file.
      event.preventDefault()
      setIsOver(true)
    }
    // Leaving an element within the window enters another one.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      onDrop([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onDrop])
  return isOver
}
