import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import type { TenonModeler } from '../../canvas/services.ts'
import { fileNameOf } from '../../models/model-name.ts'
import { saveFile } from '../../parts/save-file.ts'
import type { Draft } from '../draft/use-draft.ts'
import { readSvg } from '../read-svg.ts'
import { MoreIcon } from '../icons.tsx'
import { ShortcutsNote } from '../shortcuts-note.tsx'
import { modelerWords } from '../words.ts'

interface MoreMenuProps {
  readonly modeler: TenonModeler
  readonly draft: Draft
}

const words = modelerWords.more

/** What is needed now and then. */
export const MoreMenu = ({ modeler, draft }: MoreMenuProps) => {
  const [isNoteOpen, setNoteOpen] = useState(false)
  const downloadXml = async () => {
    const { name, xml } = await draft.read()
    saveFile(fileNameOf(name), xml, 'application/xml')
  }
  const downloadSvg = async () =>
    saveFile(fileNameOf(draft.name, '.svg'), await readSvg(modeler), 'image/svg+xml')
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.label}>
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void downloadXml()}>{words.downloadXml}</Menu.Item>
          <Menu.Item onClick={() => void downloadSvg()}>{words.downloadSvg}</Menu.Item>
          <Menu.Item onClick={() => setNoteOpen(true)}>{words.shortcuts}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ShortcutsNote isOpen={isNoteOpen} onClose={() => setNoteOpen(false)} />
    </>
  )
}
