// ECMAScript's "JSON.parse source text access", which TypeScript's library does not declare yet.
interface JSON {
  rawJSON(text: string): { readonly rawJSON: string }
  isRawJSON(value: unknown): value is { readonly rawJSON: string }
  parse(
    text: string,
    reviver: (
      this: unknown,
      name: string,
      value: unknown,
      context: { readonly source?: string },
    ) => unknown,
  ): unknown
}
