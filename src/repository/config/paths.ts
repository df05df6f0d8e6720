import { nameOf } from '../paths.ts'

/** `./a//b/` → `a/b`; the root is `.`. The path must have passed the check of its form. */
export function cleanPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 ? '.' : parts.join('/')
}

/** The same for a glob. `dir/` stands for all in it, and `.` for everything; a `!` at its start stays. */
export function cleanGlob(glob: string): string {
  if (glob.startsWith('!')) return `!${cleanGlob(glob.slice(1))}`
  const clean = cleanPath(glob)
  if (clean === '.') return '**'
  return glob.endsWith('/') && !clean.endsWith('**') ? `${clean}/**` : clean
}

/** What a variable file says of the variant it is for: `env/prod.tfvars` → `prod`. */
export const variableFileName = (path: string): string => nameOf(path).replace(/\.tfvars(?:\.json)?$/, '')
