import { UserError } from '../../core/errors.ts'
import type { Snapshot } from '../snapshot.ts'
import { EMPTY_CONFIG, type GitopsConfig } from './config.ts'
import type { ConfigFault } from './fault.ts'
import { readConfig } from './read-config.ts'

/** The first one counts; to have both is a fault. */
const DEFAULT_FILES = ['.github/gitops.yml', '.github/gitops.yaml'] as const

export interface ConfigQuestion {
  /** The input `config`, a path from the repository root; undefined or empty: the usual places. */
  readonly given?: string | undefined
  /**
   * What a given file that is not there means. `error` at head; `empty` at base, where the change under review may
   * be the one that adds it.
   */
  readonly missing: 'error' | 'empty'
}

export interface FoundConfig {
  /** As it is named in messages; undefined when there is none. */
  readonly file?: string
  readonly config: GitopsConfig
  readonly faults: readonly ConfigFault[]
}

/**
 * Which file is the configuration, read and checked. Without any, the configuration is empty. The texts of files of
 * these names must have been read into the snapshot.
 *
 * @throws UserError when the given file is not there (unless that means empty), or is no file.
 */
export async function findConfig(snapshot: Snapshot, question: ConfigQuestion): Promise<FoundConfig> {
  const { given, missing } = question
  const present = candidates(given).filter((path) => isThere(snapshot, path))
  const [file, second] = present
  if (file === undefined) {
    if (given === undefined || given === '' || missing === 'empty')
      return { config: EMPTY_CONFIG, faults: [] }
    throw new UserError(`there is no file ${given}`, {
      help: 'The input `config` is a path from the repository root, and the file must be committed.',
      where: 'input config',
    })
  }
  const { config, faults } = await readFile(snapshot, file)
  if (second === undefined) return { file, config, faults }
  const both = fault(second, `${file} is there too: only one of the two can be the configuration`)
  return { file, config: EMPTY_CONFIG, faults: [...faults, both] }
}

const candidates = (given: string | undefined): readonly string[] =>
  given === undefined || given === '' ? DEFAULT_FILES : [given]

/** A link counts wherever it leads: one that is broken is told, not passed over. */
const isThere = (snapshot: Snapshot, path: string): boolean =>
  snapshot.entry(path) !== undefined || snapshot.resolve(path).kind !== 'missing'

async function readFile(
  snapshot: Snapshot,
  file: string,
): Promise<{ config: GitopsConfig; faults: readonly ConfigFault[] }> {
  const found = snapshot.resolve(file)
  const text = found.kind === 'file' ? snapshot.text(found.path) : undefined
  if (text !== undefined) return readConfig(text, file)
  const why = {
    file: `${found.links.length === 0 ? 'it is' : 'what it links to is'} not UTF-8 text, or larger than 1 MiB`,
    folder: 'it is a folder',
    missing: 'it is a link to nothing',
    outside: 'it is a link that leads out of the repository',
    loop: 'it is a link that leads back to itself',
  }[found.kind]
  return { config: EMPTY_CONFIG, faults: [fault(file, `the configuration cannot be read: ${why}`)] }
}

const fault = (file: string, message: string): ConfigFault => ({ file, message, line: 1, column: 1 })
