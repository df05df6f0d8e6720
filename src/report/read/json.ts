/**
 * Readers of JSON that somebody else wrote: each gives the data in exactly the shape it promises, made anew, or throws
 * a `ReadFault` that says where the other departs from it. Nothing else is ever thrown, whatever the value is.
 */
export type Reader<T> = (value: unknown) => T

/** Where and why a value is not what it should be: `parts[3].counts: must be an object`. */
export class ReadFault extends Error {
  readonly problem: string
  readonly path: string

  constructor(problem: string, path = '') {
    super(path === '' ? problem : `${path}: ${problem}`)
    this.name = 'ReadFault'
    this.problem = problem
    this.path = path
  }
}

function within(step: string, thrown: unknown): unknown {
  if (!(thrown instanceof ReadFault)) return thrown
  const rest = thrown.path === '' || thrown.path.startsWith('[') ? thrown.path : `.${thrown.path}`
  return new ReadFault(thrown.problem, `${step}${rest}`)
}

/** What was parsed as an object. Its fields are read with `need` and `may`, which never see inherited ones. */
export type Fields = Readonly<Record<string, unknown>>

export const fields: Reader<Fields> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReadFault('must be an object')
  return value as Fields
}

export function need<T>(of: Fields, name: string, read: Reader<T>): T {
  if (!Object.hasOwn(of, name)) throw new ReadFault('is missing', name)
  try {
    return read(of[name])
  } catch (thrown) {
    throw within(name, thrown)
  }
}

/** The field as an object to spread: `{}` where there is none. */
export function may<const N extends string, T>(
  of: Fields,
  name: N,
  read: Reader<T>,
): { readonly [K in N]?: T } {
  return Object.hasOwn(of, name) ? ({ [name]: need(of, name, read) } as { readonly [K in N]?: T }) : {}
}

export const text: Reader<string> = (value) => {
  if (typeof value !== 'string') throw new ReadFault('must be a text')
  return value
}

export const flag: Reader<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new ReadFault('must be true or false')
  return value
}

/** A count: a whole number, 0 or more. */
export const natural: Reader<number> = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new ReadFault('must be a whole number, 0 or more')
  return value
}

/** A duration in seconds. */
export const seconds: Reader<number> = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1e9)
    throw new ReadFault('must be a number of seconds')
  return value
}

export const oneOf =
  <const T extends string | number>(...values: readonly T[]): Reader<T> =>
  (value) => {
    const found = values.find((one) => one === value)
    if (found === undefined) throw new ReadFault(`must be one of ${values.join(', ')}`)
    return found
  }

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new ReadFault('must be a list')
    const all: T[] = []
    let index = 0
    try {
      for (; index < value.length; index++) all.push(read(value[index]))
    } catch (thrown) {
      throw within(`[${index}]`, thrown)
    }
    return all
  }

/**
 * An object as a table of names and values. Its names are words of ours in kebab-case; what `Object` itself has by
 * such a name (`constructor`) is refused, since elsewhere it would be found where nothing is.
 */
export const table =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value) => {
    const entries = Object.entries(fields(value)).map(([name, item]): [string, T] => {
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 60 || name in Object.prototype)
        throw new ReadFault(`has a name that is none: ${JSON.stringify(name.slice(0, 60))}`)
      try {
        return [name, read(item)]
      } catch (thrown) {
        throw within(name, thrown)
      }
    })
    return Object.fromEntries(entries)
  }

/** Parses a text that should be JSON. */
export function parseJson(content: string): unknown {
  try {
    return JSON.parse(content) as unknown
  } catch {
    // V8's message quotes the text, and who knows what is in it.
    throw new ReadFault('is no JSON')
  }
}
