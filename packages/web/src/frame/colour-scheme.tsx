import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { Icon, type IconName } from '../parts/icon.tsx'
import classes from './rail.module.css'
import { frameWords } from './words.ts'

const icons = {
  auto: 'system',
  light: 'light',
  dark: 'dark',
} as const satisfies Record<MantineColorScheme, IconName>

const schemes = ['auto', 'light', 'dark'] as const

const { label, schemes: names } = frameWords.colours

/** Light, dark, or as the system; remembered. */
export const ColourScheme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="right-end">
      <Menu.Target>
        <button className={classes.entry} type="button" title={label}>
          <Icon name={icons[colorScheme]} />
          <span className={classes.label}>{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const scheme = schemes.find((each) => each === value)
            if (scheme !== undefined) setColorScheme(scheme)
          }}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {names[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
