/**
 * Hides values that must not be seen. Made once per run from all that is known to be secret (see `redact.ts`),
 * then handed to whatever turns data into text.
 */
export interface Redactor {
  /** The text with every secret replaced by `(sensitive value)`. */
  readonly redact: (text: string) => string
  /** How many secrets a finished text still holds, escaped or encoded forms too. 0 means it may be published. */
  readonly leaks: (text: string) => number
  /** True when an attribute of this name is hidden whatever its value: `password`, `api_key`, … */
  readonly hidesKey: (name: string) => boolean
  /** Secrets that are hidden where they are marked but not searched for elsewhere, and why: told to the reader. */
  readonly notSearched: { readonly short: number; readonly plain: number; readonly names: number }
  /**
   * True when a text holds what `leaks` looks for only where one of its lines does: no secret has several lines, and
   * there are no patterns of the user, which may look at all of a text.
   */
  readonly byLine: boolean
}
