import type { ReactNode } from 'react'

const icon = (content: ReactNode) => () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {content}
  </svg>
)

export const UndoIcon = icon(<path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />)
export const RedoIcon = icon(<path d="m10 3 3 3-3 3m3-3H6.5a3.5 3.5 0 0 0 0 7H10" />)
export const MoreIcon = icon(<path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.5" />)
export const ProblemIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 5v3.5M8 11h.01" />
  </>,
)
export const CheckIcon = icon(<path d="m3.5 8.5 3 3 6-7" />)
export const CloseIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />)
export const PanelIcon = icon(
  <>
    <rect x="2" y="3" width="12" height="10" rx="2" />
    <path d="M10 3v10" />
  </>,
)
export const PlusIcon = icon(<path d="M8 3v10M3 8h10" />)
export const MinusIcon = icon(<path d="M3 8h10" />)
export const FitIcon = icon(
  <path d="M3 6V4a1 1 0 0 1 1-1h2M10 3h2a1 1 0 0 1 1 1v2M13 10v2a1 1 0 0 1-1 1h-2M6 13H4a1 1 0 0 1-1-1v-2" />,
)
