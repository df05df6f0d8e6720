/** The texts in plain data, each once: addresses and names come many times. What stands in the fields `without` is left out. */
export function collectTexts(data: unknown, without: ReadonlySet<string>): Set<string> {
  const texts = new Set<string>()
  collect(data)
  return texts

  function collect(value: unknown): void {
    if (typeof value === 'string') texts.add(value)
    else if (Array.isArray(value)) for (let index = 0; index < value.length; index++) collect(value[index])
    else if (typeof value === 'object' && value !== null) {
      const object = value as Readonly<Record<string, unknown>>
      for (const field in object) if (!without.has(field)) collect(object[field])
    }
  }
}
