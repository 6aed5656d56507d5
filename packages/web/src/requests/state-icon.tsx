import type { RequestState } from './request-state.ts'

/** Each state has a shape of its own, so that colour is never the only sign. */
const shapes = {
  running: 'M6 3.5v9l7-4.5z',
  completed: 'M3 8.5l3.5 3.5L13 4.5',
  cancelled: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  incident: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3.2M8 11.6v.1',
} as const satisfies Record<RequestState, string>

export const StateIcon = ({ state }: { readonly state: RequestState }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={shapes[state]} />
  </svg>
)
