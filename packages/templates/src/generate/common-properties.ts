import type { PlacedProperty } from './place.ts'

const result = 'Result'
const errors = 'Errors'
const retries = 'Retries'

// A duration of ISO 8601 in days and smaller, as the header takes it; it is never an expression.
// So many digits suffice for a hundred years, the most that the runtime takes.
// Written without look-ahead, which forms of Tenon do not check.
const days = '\\d{1,5}D'
const minutes = '\\d{1,8}M'
const seconds = '\\d{1,10}(\\.\\d{1,9})?S'
const time = `T(\\d{1,6}H(${minutes})?(${seconds})?|${minutes}(${seconds})?|${seconds})`
const duration = `^P(${days}(${time})?|${time})$`

/** What every connector has beside its input: the mapping of results and errors, and retries. */
export const commonProperties: readonly PlacedProperty[] = [
  {
    heading: result,
    property: {
      id: 'resultVariable',
      type: 'String',
      label: 'Result variable',
      description: 'Name of a variable that takes the whole result',
      optional: true,
      group: 'result',
      binding: { type: 'zeebe:taskHeader', key: 'resultVariable' },
    },
  },
  {
    heading: result,
    property: {
      id: 'resultExpression',
      type: 'Text',
      label: 'Result expression',
      description: 'A context whose entries become variables, made of the result',
      feel: 'required',
      optional: true,
      group: 'result',
      binding: { type: 'zeebe:taskHeader', key: 'resultExpression' },
    },
  },
  {
    heading: errors,
    property: {
      id: 'errorExpression',
      type: 'Text',
      label: 'Error expression',
      description: 'Turns an error or a result into a BPMN error, a failure, or nothing',
      feel: 'required',
      optional: true,
      group: 'errors',
      binding: { type: 'zeebe:taskHeader', key: 'errorExpression' },
    },
  },
  {
    heading: retries,
    property: {
      id: 'retries',
      type: 'String',
      label: 'Attempts',
      description: 'How often the call is made before an incident is raised',
      value: '3',
      feel: 'optional',
      constraints: { notEmpty: true },
      group: 'retries',
      binding: { type: 'zeebe:taskDefinition', property: 'retries' },
    },
  },
  {
    heading: retries,
    property: {
      id: 'retryBackoff',
      type: 'String',
      label: 'Time between attempts',
      description: 'A duration such as PT30S',
      value: 'PT30S',
      optional: true,
      constraints: {
        notEmpty: false,
        pattern: { value: `^$|${duration}`, message: 'is a duration such as PT30S' },
      },
      group: 'retries',
      binding: { type: 'zeebe:taskHeader', key: 'retryBackoff' },
    },
  },
]
