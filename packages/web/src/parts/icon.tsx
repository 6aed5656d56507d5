/** What stands before words: 16 px, in lines, in the colour of the text. */
const shapes = {
  models: 'M2 3.5h4.5v4H2zM9.5 8.5H14v4H9.5zM6.5 5.5H12v3',
  requests: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h6M11 10l3 1.8-3 1.8z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3L13.5 13.5',
  light:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z',
  system: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  collapse: 'M9.5 4L5.5 8l4 4M13 3v10',
  expand: 'M6.5 4l4 4-4 4M3 3v10',
  add: 'M8 3v10M3 8h10',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  run: 'M5 3.2v9.6L12.5 8z',
  rename: 'M10.8 2.8l2.4 2.4L6 12.4l-3.2.8.8-3.2zM9 4.6L11.4 7',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  download: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.2h10',
  upload: 'M8 10.5V3M4.8 6L8 2.8 11.2 6M3 13.2h10',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  draft: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  deployed: 'M3 8.5l3.5 3.5L13 4.5',
  changed: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM8 6v2.2l1.6 1',
  lost: 'M2 2l12 12M4.2 8.2a6 6 0 0 1 1.5-1.1M9 6.2a6 6 0 0 1 2.8 2M6.5 10.6a2.5 2.5 0 0 1 2.4-.2M8 13h.01M1.8 5.8A9.5 9.5 0 0 1 4 4.3M7 3.4a9.5 9.5 0 0 1 7.2 2.4',
  warning: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3.2M8 11.6v.1',
  open: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  page: 'M4 2.5h8v11H4zM6.5 6h3M6.5 8.5h3',
} as const satisfies Record<string, string>

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.4 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: 'none' }}
  >
    <path d={shapes[name]} />
  </svg>
)
