/** The part of saxen, which ships no types, that `read-xml.ts` uses. */
declare module 'saxen' {
  type GetContext = () => { readonly line: number }

  export class Parser {
    /** Prefixes by namespace, to which names are normalized whatever prefixes the file uses. */
    ns(prefixes: Readonly<Record<string, string>>): this
    on(
      event: 'openTag',
      listener: (name: string, readAttributes: () => Readonly<Record<string, string>>) => void,
    ): this
    on(
      event: 'closeTag',
      listener: (name: string, decode: unknown, selfClosing: boolean) => void,
    ): this
    on(event: 'text' | 'cdata' | 'comment' | 'question', listener: (raw: string) => void): this
    on(
      event: 'attention',
      listener: (raw: string, decode: unknown, getContext: GetContext) => void,
    ): this
    on(event: 'error' | 'warn', listener: (error: Error, getContext: GetContext) => void): this
    parse(xml: string): void
  }
}
