/** What the sources of a package may import of ours. */
export interface Layer {
  readonly mayImport: (name: string) => boolean
  /** Packages of which only types may be used. */
  readonly typesOf: readonly string[]
  /** Whether it runs in a browser too, so that no `node:` module may be loaded. */
  readonly isPortable: boolean
}

const only =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name)

const allBut =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    !names.includes(name)

const layer = (
  mayImport: Layer['mayImport'],
  { typesOf = [], isPortable = false }: Partial<Layer> = {},
): Layer => ({ mayImport, typesOf, isPortable })

const portable = { isPortable: true }

/** Who may import whom. A change here is a change of the design: it needs a record in docs/adr. */
export const layers: ReadonlyMap<string, Layer> = new Map([
  ['@tenon/sdk', layer(only(), portable)],
  ['@tenon/feel', layer(only(), portable)],
  ['@tenon/bpmn', layer(only(), portable)],
  [
    '@tenon/templates',
    layer(only('@tenon/bpmn', '@tenon/feel'), { ...portable, typesOf: ['@tenon/sdk'] }),
  ],
  ['@tenon/orchestration', layer(only(), portable)],
  ['@tenon/engine', layer(only('@tenon/orchestration', '@tenon/bpmn', '@tenon/feel'))],
  [
    '@tenon/runtime',
    layer(only('@tenon/sdk', '@tenon/orchestration', '@tenon/feel', '@tenon/templates')),
  ],
  ['@tenon/server', layer(allBut('@tenon/web', '@tenon/cli'))],
  [
    '@tenon/web',
    layer(only('@tenon/templates', '@tenon/bpmn', '@tenon/feel'), {
      ...portable,
      typesOf: ['@tenon/orchestration'],
    }),
  ],
  ['@tenon/cli', layer(allBut('@tenon/web'))],
])

/** That of every connector; its third-party client stands in its package.json. */
export const connectorLayer = layer(only('@tenon/sdk'))

/** Of a portable package, what needs Node: entries of their own, which the rest never imports. */
export const nodeFiles: ReadonlySet<string> = new Set(['packages/orchestration/src/secret-seal.ts'])

/** Third-party modules where fewer are allowed than a package.json might declare. */
export const thirdPartyOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['@tenon/sdk', ['zod']],
  ['@tenon/orchestration', []],
])
