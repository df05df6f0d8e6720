/**
 * Which paths a sealed plan may hold. Its files are written into a checkout before Terraform runs there, so none may
 * leave it, nor be anything that Git, Terraform, the runner or this action reads as its own.
 */

/** Why a path is refused, in words that follow it; undefined: it is fine. */
function pathFault(path: string): string | undefined {
  if (path === '' || path.length > 4096) return 'is empty or too long'
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return 'holds a backslash or a control character'
  if (!path.isWellFormed() || path.includes('\ufffd')) return 'is not valid UTF-8'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'does not stay where it begins'
  const names = parts.map(asWindowsReads)
  if (names.some((name) => name === '.git' || name === 'git~1')) return 'belongs to Git'
  if (
    names[0] === '.github' &&
    ['workflows', 'actions', 'gitops.yml', 'gitops.yaml'].includes(names[1] ?? '')
  )
    return 'belongs to the pipeline'
  if (names.includes('.terraform') && !isModuleFile(path)) return 'belongs to Terraform'
  if (isLeftByTools(names)) return 'is state, a lock or a log of Terraform, or holds credentials'
  return undefined
}

/**
 * A file within a module that `init` fetched: `.terraform/modules/NAME/…`. Modules of the registry make archives there
 * too (`output_path = "${path.module}/lambda.zip"`); `init` makes the folder anew, so these are for after it.
 */
export function isModuleFile(path: string): boolean {
  const rest = /^(?:.*?\/)?\.terraform\/modules\/(?<rest>[^/]+\/.+)$/.exec(path)?.groups?.['rest']
  return rest !== undefined && !rest.split('/').map(asWindowsReads).includes('.terraform')
}

/** What of a folder is never sealed: `names` from the folder, in lower case. */
export function isLeftByTools(names: readonly string[]): boolean {
  const last = names.at(-1) ?? ''
  return (
    names.includes('terraform.tfstate.d') ||
    // State, its backups, and `.NAME.tfstate.lock.info` of the local backend.
    /\.tfstate(?:\.|$)/.test(last) ||
    last === '.terraform.lock.hcl' ||
    /^crash(?:\..+)?\.log$/.test(last) ||
    // google-github-actions/auth writes it into the workspace.
    /^gha-creds-.*\.json$/.test(last)
  )
}

/** All faults of a list: those of its paths, and paths that cannot be beside each other. */
export function pathFaults(paths: readonly string[]): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  const folders = new Set<string>()
  for (const path of paths) {
    const fault = pathFault(path)
    if (fault !== undefined) faults.push(`${JSON.stringify(path)} ${fault}`)
    // Where the case of letters, or how they are composed, makes no difference, these are one file.
    const same = path.normalize('NFC').toLowerCase()
    if (seen.has(same)) faults.push(`${JSON.stringify(path)} is there twice`)
    seen.add(same)
    for (let at = same.lastIndexOf('/'); at > 0; at = same.lastIndexOf('/', at - 1))
      folders.add(same.slice(0, at))
  }
  for (const path of paths)
    if (folders.has(path.normalize('NFC').toLowerCase()))
      faults.push(`${JSON.stringify(path)} is a file and a folder`)
  return faults
}

/** Windows drops dots and blanks at the end of a name, and knows streams (`.git::$INDEX_ALLOCATION`). */
const asWindowsReads = (name: string): string => name.toLowerCase().replace(/(?::.*)?[. ]*$/, '') || name
