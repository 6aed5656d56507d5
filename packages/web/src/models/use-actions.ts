import { useMutation } from '@tanstack/react-query'

/** Something that a person asked for. */
export interface Action {
  /** What has not happened when it fails. */
  readonly failure: string
  readonly run: () => Promise<void>
}

export interface Actions {
  /** Whether it was done; when not, `failed` says why. */
  readonly act: (action: Action) => Promise<boolean>
  readonly isBusy: boolean
  /** The last one, if it failed. */
  readonly failed: { readonly what: string; readonly error: Error } | undefined
  readonly forget: () => void
}

/** One action after the other, with the failure of the last one. */
export const useActions = (): Actions => {
  const mutation = useMutation({ mutationFn: ({ run }: Action) => run() })
  const { error, variables, isPending, mutateAsync, reset } = mutation
  return {
    act: (action) =>
      mutateAsync(action).then(
        () => true,
        () => false,
      ),
    isBusy: isPending,
    failed:
      error === null || variables === undefined ? undefined : { what: variables.failure, error },
    forget: reset,
  }
}
