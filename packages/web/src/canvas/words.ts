export const canvasWords = {
  menus: {
    append: 'Append',
    change: 'Change element',
    create: 'Add to the diagram',
    connectors: 'Connectors',
    elements: 'Elements',
  },
  palette: {
    hand: 'Move the view',
    lasso: 'Select an area',
    space: 'Make or take space',
    connect: 'Connect elements',
    startEvent: 'Start event',
    endEvent: 'End event',
    gateway: 'Gateway',
    task: 'Service task',
    connectors: 'Connectors and more',
    annotation: 'Note',
  },
} as const
