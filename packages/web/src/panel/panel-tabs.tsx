import { Tabs } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { AllProperties } from './all-properties.tsx'
import type { FocusRequest } from './focus-request.ts'
import classes from './panel-tabs.module.css'
import { useAsked } from './use-asked.ts'
import { panelWords as words } from './words.ts'

interface PanelTabsProps {
  readonly focus: FocusRequest | undefined
  readonly children: ReactNode
}

/** What people configure, and beside it everything that BPMN knows. */
export const PanelTabs = ({ focus, children }: PanelTabsProps) => {
  const [tab, setTab] = useState<string | null>('configure')
  useAsked(focus?.fieldId === undefined ? undefined : focus.stamp, () => setTab('configure'))
  return (
    <Tabs className={classes.tabs} value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="configure">{words.tabs.configure}</Tabs.Tab>
        <Tabs.Tab value="all">{words.tabs.all}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="configure">{children}</Tabs.Panel>
      <Tabs.Panel value="all">
        <AllProperties />
      </Tabs.Panel>
    </Tabs>
  )
}
