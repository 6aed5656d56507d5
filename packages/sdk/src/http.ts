/** The platform's HTTP client: limits, time limits and a guard on addresses are already in it. */
export interface Http {
  /**
   * Answers for every status; throws `HttpError` where there is no complete answer. Let these codes
   * pass: `HTTP_BUSY`, since no call was made and the platform does the job again soon;
   * `HTTP_REFUSED` and `HTTP_CERTIFICATE_INVALID`, which fail the job at once.
   */
  send(request: HttpRequest): Promise<HttpResponse>
}

/** A request as it goes on the wire, but for what the client adds: host, length, codings. */
export interface HttpRequest {
  readonly method: string
  /** Absolute, as it goes on the wire. */
  readonly url: string
  /** In order; a name may come more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string | Uint8Array
  /** Milliseconds; 0 is the platform's cap of 300,000. Default 5,000. */
  readonly connectTimeoutMs?: number
  /** Milliseconds until the first byte, and between two; 0 is the cap. Default 20,000. */
  readonly readTimeoutMs?: number
  /** Follows at most 5. Default false. */
  readonly followRedirects?: boolean
  /** For `https` only; a redirect to another origin goes without. */
  readonly tls?: TlsIdentity
}

/** Who calls, and whom the caller trusts. All in PEM. */
export interface TlsIdentity {
  /** The client's certificate, those that signed it after it; needs `privateKey`. */
  readonly certificate?: string
  /** May be encrypted, with `passphrase`. */
  readonly privateKey?: string
  readonly passphrase?: string
  /** Authorities that are trusted instead of those that the platform trusts. */
  readonly trustedCertificates?: string
}

/** A complete answer, whatever its status. */
export interface HttpResponse {
  readonly status: number
  /** Reason phrase as sent; may be empty. */
  readonly reason: string
  /** As the server wrote them, in order; compressed bodies are decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
  /** The body as UTF-8. */
  text(): string
  /**
   * The body as JSON, or `part` of its text where not all of it is: each number with all its digits
   * (`JSON.rawJSON` where a double is not enough). Throws `SyntaxError` for what is no JSON, and
   * `HttpError` with `HTTP_TOO_DEEP` beyond 64 levels.
   */
  json(part?: string): unknown
}
