/**
 * The environment of a stack when none is configured for it: the configured one that is called like its workspace,
 * like one of its variable files, or like a part of its path, the innermost first.
 *
 * @param bases base names of its variable files.
 */
export function environmentOf(
  stack: {
    readonly path: string
    readonly workspace?: string | undefined
    readonly bases: readonly string[]
  },
  environments: Readonly<Record<string, unknown>>,
): string | undefined {
  const candidates = [
    ...(stack.workspace === undefined ? [] : [stack.workspace]),
    ...stack.bases.toReversed(),
    ...stack.path.split('/').reverse(),
  ]
  return candidates.find((name) => Object.hasOwn(environments, name))
}
