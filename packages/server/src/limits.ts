/** What the server takes from outside, at most. */
export const limits = {
  /** Body of a JSON request: as many bytes as the variables of an instance may have. */
  jsonBytesMax: 4 * 1024 * 1024,
  /** Body of a request with a draft: its XML grows where JSON escapes it. */
  modelJsonBytesMax: 12_000_000,
  /** One file of element templates. */
  templateFileBytesMax: 2_000_000,
  templateFilesMax: 1_000,
  /** Clients that listen to `/api/events`. */
  eventStreamsMax: 100,
  /** How long changes are gathered into one event. */
  eventCoalesceMs: 150,
  /** Process instances that one event names. */
  eventKeysMax: 500,
  /** How often a client hears from us when nothing changes. */
  eventHeartbeatMs: 15_000,
  /** How long changes are counted after the last client went away, for it may come back. */
  eventLingerMs: 30_000,
  /** One resource of a deployment: as many bytes as a model may have. */
  resourceBytesMax: 5_000_000,
  /** All resources of a deployment together, which are held in memory. */
  deploymentBytesMax: 25_000_000,
  resourcesMax: 100,
  /** Jobs of one activation; a request for more gets these. */
  activatedJobsMax: 1_000,
  /** How long an activation waits for a job when it does not say. */
  activationWaitMsDefault: 10_000,
  /** How long a start waits for the instance's end when it does not say. */
  completionWaitMsDefault: 15_000,
  /** The longest that a request may ask to wait. */
  requestTimeoutMsMax: 60 * 60 * 1000,
  /** How long a client may take to send a request. */
  receiveMsMax: 60_000,
  /** How long a stopping server waits for what it is answering. */
  closeMsMax: 10_000,
} as const
