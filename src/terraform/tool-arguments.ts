/** Options of `init` and `plan` as users write them: one dash or two, `-name=value` or `-name value`, as Go's `flag` takes them. */

/** The values of one option. */
export function valuesOf(args: readonly string[], option: string): string[] {
  const inline = new RegExp(`^--?${option}=(.*)$`, 's')
  const alone = new RegExp(`^--?${option}$`)
  return args.flatMap((arg, index) => inline.exec(arg)?.[1] ?? (alone.test(args[index - 1] ?? '') ? arg : []))
}

/**
 * `-var=name=…`, `-backend-config name=…`: names only, for nobody says which of the values are secret. A value without
 * a name is a file's path, and stays.
 */
export function withoutValues(args: readonly string[]): string[] {
  return args.map((arg, index) =>
    /^--?(?:var|backend-config)$/.test(args[index - 1] ?? '')
      ? nameOnly(arg)
      : arg.replace(/^(--?(?:var|backend-config)=[^=]*=).*$/s, '$1…'),
  )
}

/** `name=value` without the value. */
export function nameOnly(setting: string): string {
  return setting.replace(/=.*$/s, '=…')
}
