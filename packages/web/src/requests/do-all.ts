/**
 * Does something with each, one after the other. What fails keeps none of the others from it; the
 * first failure is thrown at the end.
 */
export const doAll = async <Item>(
  items: readonly Item[],
  action: (item: Item) => Promise<void>,
): Promise<void> => {
  const outcomes: PromiseSettledResult<void>[] = []
  for (const item of items) outcomes.push(...(await Promise.allSettled([action(item)])))
  const failure = outcomes.find(({ status }) => status === 'rejected')
  if (failure?.status === 'rejected') throw failure.reason
}
