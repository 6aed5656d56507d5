import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Frame } from './frame.tsx'
import { cssVariables, theme } from './look/tokens.ts'
import { Overview } from './overview/overview.tsx'

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, retryDelay: 500 } },
})

export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <QueryClientProvider client={queries}>
      <Frame>
        <Overview />
      </Frame>
    </QueryClientProvider>
  </MantineProvider>
)
