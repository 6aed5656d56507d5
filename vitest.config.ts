import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{packages,connectors}/*/src/**/*.test.ts',
      '{tests,tools,examples,bench}/**/*.test.ts',
    ],
  },
})
