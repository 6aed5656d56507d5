import { simulateShard } from './shards.ts'

simulateShard(0)
