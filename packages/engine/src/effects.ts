import type { Effect } from './core/effect.ts'
import { broadcastTo } from './events/broadcast.ts'
import { correlateNext, startNext } from './events/correlate.ts'
import type { Transaction } from './storage/transaction.ts'

/** Does what a step has caused beyond its process instance. */
export const performEffect = (transaction: Transaction, effect: Effect): void => {
  switch (effect.kind) {
    case 'MESSAGE_AWAITED':
      return correlateNext(transaction, effect.subscription)
    case 'SIGNAL_BROADCAST':
      return broadcastTo(transaction, effect)
    case 'CORRELATION_KEY_FREED':
      return startNext(transaction, effect)
  }
}
