import { workspaceOf, type Workspace } from './workspace.ts'

/** A small repository for the tests of the checks; `files` adds to it or replaces. */
export const sample = (files: Readonly<Record<string, string>> = {}): Workspace =>
  workspaceOf(
    new Map(
      Object.entries({
        'package.json': manifest({
          name: 'tenon-workspace',
          private: true,
          devDependencies: { vite: '8.3.8' },
        }),
        'packages/sdk/package.json': manifest({
          name: '@tenon/sdk',
          exports: { '.': './src/index.ts' },
          dependencies: { zod: '4.6.7' },
        }),
        'packages/feel/package.json': manifest({
          name: '@tenon/feel',
          exports: { '.': './src/index.ts' },
          dependencies: { 'lezer-feel': '3.0.1', '@tenon/bpmn': '0.1.0' },
          devDependencies: { 'feel-samples': '1.0.0' },
        }),
        'packages/bpmn/package.json': manifest({
          name: '@tenon/bpmn',
          exports: { '.': './src/index.ts' },
        }),
        'packages/templates/package.json': manifest({
          name: '@tenon/templates',
          exports: { '.': './src/index.ts' },
          dependencies: { '@tenon/sdk': '0.1.0' },
        }),
        'packages/orchestration/package.json': manifest({
          name: '@tenon/orchestration',
          exports: { '.': './src/index.ts', './secret-seal': './src/secret-seal.ts' },
        }),
        'packages/engine/package.json': manifest({
          name: '@tenon/engine',
          exports: { '.': './src/index.ts' },
          dependencies: { '@tenon/orchestration': '0.1.0', '@tenon/feel': '0.1.0' },
        }),
        'connectors/http/package.json': manifest({
          name: '@tenon/connector-http',
          exports: { '.': './src/index.ts' },
          dependencies: { '@tenon/sdk': '0.1.0', '@tenon/connector-mail': '0.1.0' },
        }),
        'connectors/mail/package.json': manifest({
          name: '@tenon/connector-mail',
          exports: { '.': './src/index.ts' },
          dependencies: { '@tenon/sdk': '0.1.0' },
        }),
        ...files,
      }),
    ),
  )

const manifest = (content: object): string => JSON.stringify(content)
