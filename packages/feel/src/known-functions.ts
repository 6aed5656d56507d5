/**
 * Camunda's functions that this evaluator does not have yet. Calling one is refused when the
 * expression is compiled; a function that nobody knows is null, as in Camunda.
 */
export const missingFunctions: ReadonlySet<string> = new Set([
  'after',
  'before',
  'coincides',
  'cycle',
  'date',
  'date and time',
  'day of week',
  'day of year',
  'duration',
  'during',
  'extract',
  'finished by',
  'finishes',
  'fromAi',
  'from base64',
  'includes',
  'last day of month',
  'matches',
  'meets',
  'met by',
  'month of year',
  'now',
  'overlaps',
  'overlaps after',
  'overlaps before',
  'random number',
  'replace',
  'split',
  'started by',
  'starts',
  'time',
  'today',
  'uuid',
  'week of year',
  'years and months duration',
])

/**
 * Names that hold a keyword, which the grammar reads as one name only when told. All other names
 * of several words need no help.
 */
export const namesWithKeywords: readonly string[] = ['get or else', 'years and months duration']
