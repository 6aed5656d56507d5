import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Colours that a page may use, by purpose. Text colours have a contrast of 4.5 or more. */
interface Palette {
  readonly ground: string
  readonly surface: string
  readonly line: string
  readonly text: string
  readonly quiet: string
  readonly accent: string
  readonly 'on-accent': string
  readonly running: string
  readonly completed: string
  readonly cancelled: string
  readonly trouble: string
  readonly 'trouble-surface': string
}

const light: Palette = {
  ground: '#f7f7f6',
  surface: '#ffffff',
  line: '#e2e2df',
  text: '#1d1f20',
  quiet: '#5c6164',
  accent: '#0b6e69',
  'on-accent': '#ffffff',
  running: '#1b63b8',
  completed: '#1f7a41',
  cancelled: '#5c6164',
  trouble: '#b3261e',
  'trouble-surface': '#fdf1ef',
}

const dark: Palette = {
  ground: '#141617',
  surface: '#1b1e1f',
  line: '#2e3335',
  text: '#e6e8e8',
  quiet: '#9ea5a8',
  accent: '#57bdb4',
  'on-accent': '#0d1f1e',
  running: '#7fb4f2',
  completed: '#74c690',
  cancelled: '#9ea5a8',
  trouble: '#ff9c91',
  'trouble-surface': '#2b1d1c',
}

const accent: MantineColorsTuple = [
  '#e9f6f5',
  '#d3ebe8',
  '#a6d8d3',
  '#7fcac3',
  '#57bdb4',
  '#2f9d95',
  '#15827c',
  '#0b6e69',
  '#075a56',
  '#044542',
]

/** Mantine's share of the look; the spacing is a 4 px grid. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { accent },
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' } },
  },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: '6px',
  respectReducedMotion: true,
})

const variables = (palette: Palette): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--tenon-${name}`, value])),
  '--mantine-color-body': palette.ground,
  '--mantine-color-text': palette.text,
  '--mantine-color-dimmed': palette.quiet,
  '--mantine-color-default-border': palette.line,
})

/** Everything else reads the colours as `var(--tenon-…)`: diagrams, forms and editors too. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(light),
  dark: variables(dark),
})
