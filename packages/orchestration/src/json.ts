/**
 * A JSON value. A number that a double cannot hold exactly is kept with all its digits as what
 * `JSON.rawJSON` returns: ask with `JSON.isRawJSON`, write with `JSON.stringify`.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json
}
