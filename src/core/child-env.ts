/**
 * What a child process gets to see of our environment (docs/decisions/0002-child-environment.md says why).
 * A rule is a variable's name, or the beginning of names with a `*` after it. Case does not count.
 */

export interface EnvRules {
  /** When given, only these get through. */
  readonly allow?: readonly string[]
  /** These do not get through (default: RUNNER_INTERNALS) … */
  readonly drop?: readonly string[]
  /** … except these (default: KEPT_FOR_PROVIDERS). */
  readonly keep?: readonly string[]
}

/** For small tools (git, tar, helm, version probes): what programs need to work at all, and no credential. */
export const SMALL_TOOL_VARIABLES: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'LC_*',
  'TZ',
  'TMPDIR',
  'TMP',
  'TEMP',
  'RUNNER_TEMP',
  // The runner finds processes that outlive their job by it.
  'RUNNER_TRACKING_ID',
  'XDG_*',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
  // Windows programs do not start without these.
  'PATHEXT',
  'COMSPEC',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES*',
]

/** What no child needs and some could misuse: the runner's own channels, our inputs, and debugging hooks. */
export const RUNNER_INTERNALS: readonly string[] = [
  'INPUT_*',
  'STATE_*',
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'ACTIONS_*',
  'NODE_OPTIONS',
  'TF_LOG*',
  'TF_REATTACH_PROVIDERS',
]

/** Exceptions from them: with these azurerm, google and others exchange the job's OIDC token. */
export const KEPT_FOR_PROVIDERS: readonly string[] = ['ACTIONS_ID_TOKEN_REQUEST_*']

/**
 * The variables of `env` that the rules let through. Without rules: what Terraform and OpenTofu get, everything but
 * the runner's internals, since any provider may need any variable.
 */
export function childEnv(
  env: Readonly<Record<string, string | undefined>>,
  rules: EnvRules = {},
): Record<string, string> {
  const allowed = rules.allow === undefined ? () => true : matcherOf(rules.allow)
  const dropped = matcherOf(rules.drop ?? RUNNER_INTERNALS)
  const kept = matcherOf(rules.keep ?? KEPT_FOR_PROVIDERS)
  const child: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || !allowed(name) || (dropped(name) && !kept(name))) continue
    child[name] = value
  }
  return child
}

/** For a tool that needs no credentials; `more` names the variables that this one needs besides. */
export function smallToolEnv(
  env: Readonly<Record<string, string | undefined>>,
  more: readonly string[] = [],
): Record<string, string> {
  return childEnv(env, { allow: [...SMALL_TOOL_VARIABLES, ...more] })
}

function matcherOf(rules: readonly string[]): (name: string) => boolean {
  const names = new Set<string>()
  const beginnings: string[] = []
  for (const rule of rules) {
    if (rule.endsWith('*')) beginnings.push(rule.slice(0, -1).toUpperCase())
    else names.add(rule.toUpperCase())
  }
  return (name) => {
    const upper = name.toUpperCase()
    return names.has(upper) || beginnings.some((beginning) => upper.startsWith(beginning))
  }
}
