import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import { components } from './components.ts'

/**
 * Colours that a page may use, by purpose. Text colours have a contrast of 4.5 or more on each
 * surface; `line-strong`, which shows where one can write, 3 or more.
 */
interface Palette {
  readonly ground: string
  readonly surface: string
  /** What the pointer is over. */
  readonly hover: string
  readonly line: string
  readonly 'line-strong': string
  readonly text: string
  readonly quiet: string
  readonly accent: string
  readonly 'accent-surface': string
  readonly 'on-accent': string
  readonly running: string
  readonly 'running-surface': string
  readonly completed: string
  readonly 'completed-surface': string
  readonly cancelled: string
  readonly 'cancelled-surface': string
  readonly warning: string
  readonly 'warning-surface': string
  readonly trouble: string
  readonly 'trouble-surface': string
  /** Diagrams: the paper, its grid, and the lines, insides and labels of elements. */
  readonly canvas: string
  readonly 'canvas-grid': string
  readonly 'canvas-stroke': string
  readonly 'canvas-fill': string
  readonly 'canvas-text': string
}

export const lightColours: Palette = {
  ground: '#f7f7f6',
  surface: '#ffffff',
  hover: '#f2f2f0',
  line: '#e2e2df',
  'line-strong': '#8b9092',
  text: '#1d1f20',
  quiet: '#5c6164',
  accent: '#0b6e69',
  'accent-surface': '#e6f3f2',
  'on-accent': '#ffffff',
  running: '#1b63b8',
  'running-surface': '#eaf2fb',
  completed: '#1f7a41',
  'completed-surface': '#e9f5ed',
  cancelled: '#5c6164',
  'cancelled-surface': '#f0f0ee',
  warning: '#855300',
  'warning-surface': '#fdf4e2',
  trouble: '#b3261e',
  'trouble-surface': '#fdf1ef',
  canvas: '#fbfbfa',
  'canvas-grid': '#dededa',
  'canvas-stroke': '#43494c',
  'canvas-fill': '#ffffff',
  'canvas-text': '#1d1f20',
}

const dark: Palette = {
  ground: '#141617',
  surface: '#1b1e1f',
  hover: '#222627',
  line: '#2e3335',
  'line-strong': '#6b7376',
  text: '#e6e8e8',
  quiet: '#9ea5a8',
  accent: '#57bdb4',
  'accent-surface': '#17302e',
  'on-accent': '#0d1f1e',
  running: '#7fb4f2',
  'running-surface': '#182636',
  completed: '#74c690',
  'completed-surface': '#17291e',
  cancelled: '#9ea5a8',
  'cancelled-surface': '#252a2c',
  warning: '#e3b15c',
  'warning-surface': '#2d2415',
  trouble: '#ff9c91',
  'trouble-surface': '#2b1d1c',
  canvas: '#171a1b',
  'canvas-grid': '#2b3032',
  'canvas-stroke': '#aab1b4',
  'canvas-fill': '#1f2324',
  'canvas-text': '#e6e8e8',
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

/** Mantine's own greys, from light to dark, near those of the palettes. */
const gray: MantineColorsTuple = [
  '#f7f7f6',
  '#f2f2f0',
  '#e8e8e5',
  '#e2e2df',
  '#d0d1ce',
  '#8b9092',
  '#6f7476',
  '#5c6164',
  '#43494c',
  '#1d1f20',
]

/** The same for the dark scheme: text first, then lines, then surfaces. */
const darkGrey: MantineColorsTuple = [
  '#e6e8e8',
  '#c4c9cb',
  '#9ea5a8',
  '#6b7376',
  '#2e3335',
  '#262b2d',
  '#1b1e1f',
  '#141617',
  '#101213',
  '#0b0d0d',
]

/** Mantine's share of the look; the spacing is a 4 px grid. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input)
    // Mantine chooses by the light scheme alone.
    return input.variant === 'filled' ? { ...colours, color: 'var(--tenon-on-accent)' } : colours
  },
  colors: { accent, gray, dark: darkGrey },
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
  components,
})

const variables = (palette: Palette): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--tenon-${name}`, value])),
  '--mantine-color-body': palette.ground,
  '--mantine-color-text': palette.text,
  '--mantine-color-dimmed': palette.quiet,
  '--mantine-color-default-border': palette.line,
  '--mantine-color-error': palette.trouble,
  '--mantine-color-default-color': palette.text,
  '--mantine-color-placeholder': palette.quiet,
})

/** Everything else reads the colours as `var(--tenon-…)`: diagrams, forms and editors too. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(lightColours),
  dark: variables(dark),
})
