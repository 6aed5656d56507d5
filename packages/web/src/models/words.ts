export const modelsWords = {
  title: 'Models',
  create: 'New model',
  example: 'Open an example',
  import: 'Import',
  filter: 'Filter models',
  loading: 'Loading models',
  columns: { name: 'Name', state: 'State', changed: 'Changed', actions: 'Actions' },
  states: {
    draft: 'Draft',
    deployed: (version: number) => `Deployed v${version}`,
    changed: (version: number) => `Changed since v${version}`,
  },
  none: (filter: string) => `No model has “${filter}” in its name.`,
  showAll: 'Show all',
  first: {
    title: 'Draw your first process',
    text: 'A model is a BPMN diagram that runs. Draw one, or open an example that is ready to run: deploy it, run it, and see each step.',
    drop: 'Or drop .bpmn files here.',
  },
  exampleName: 'How is Tenon?',
  newProcess: 'New process',
  run: 'Run',
  runOf: (name: string) => `Run ${name}`,
  more: (name: string) => `More for ${name}`,
  rename: 'Rename',
  renameOf: (name: string) => `Name of ${name}`,
  nameMissing: 'A model needs a name.',
  nameTooLong: (most: number) => `A name has at most ${most} characters.`,
  export: 'Export as .bpmn',
  remove: 'Delete',
  removed: (names: readonly string[]) =>
    names.length === 1 ? `“${names[0]}” was deleted.` : `${names.length} models were deleted.`,
  undo: 'Undo',
  failed: {
    create: 'The model was not created',
    rename: 'The model was not renamed',
    remove: 'The model was not deleted',
    restore: 'Not all could be restored',
    export: 'The model was not exported',
    copy: 'No copy was made',
  },
  processes: {
    title: 'Deployed without a model',
    hint: 'From the command line or the API.',
    columns: { name: 'Process', version: 'Version', actions: 'Actions' },
    copy: 'Edit a copy',
    copyOf: (name: string) => `Edit a copy of ${name}`,
  },
} as const

export const importWords = {
  drop: 'Drop to import',
  busy: (count: number) => (count === 1 ? 'Importing a file …' : `Importing ${count} files …`),
  imported: (count: number) =>
    count === 1 ? 'A model was imported' : `${count} models were imported`,
  refused: (count: number) =>
    count === 1 ? 'A file was not imported' : `${count} files were not imported`,
  problems: {
    ending: 'This is no .bpmn file. Export the diagram as BPMN 2.0 and drop that file.',
    form: 'This is a form. Forms are not imported yet.',
    decision: 'This is a DMN decision. Decisions are not imported yet.',
    tooLarge: (megabytes: string) =>
      `The file has ${megabytes} MB; 5 MB are allowed. Split the model.`,
    encoding: 'The file is not UTF-8 text. Save it as UTF-8.',
    unreadable: 'The browser could not read the file. Is it still there?',
    notBpmn: (root: string) =>
      `The file is XML, but no BPMN 2.0 diagram: it begins with <${root}>.`,
    camunda7:
      'This is a model for Camunda 7. Tenon runs models for Camunda 8: convert it with Camunda’s diagram converter.',
  },
} as const
