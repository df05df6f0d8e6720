import type {
  Application,
  Chart,
  Judged,
  JudgedStack,
  Notice,
  Reason,
  ChangeStatus,
} from '../repository/items.ts'

/**
 * What a change touches, as other jobs read it: plain JSON with kebab-case names. What is absent was not there.
 */

interface ReasonItem {
  readonly file: string
  readonly change: Reason['change']
  readonly via: readonly string[]
  readonly kinds: readonly string[]
  readonly dynamic: boolean
  readonly text: string
}

interface Item {
  readonly status: ChangeStatus
  readonly reasons: readonly ReasonItem[]
  readonly 'more-reasons': number
  readonly 'inputs-hash': string
  readonly owners: readonly string[]
}

export interface StackItem extends Item {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly 'previous-path'?: string
  readonly workspace?: string
  readonly 'var-files': readonly string[]
  readonly 'backend-config': readonly string[]
  readonly environment?: string
  readonly wave: number
  readonly upstream: readonly string[]
}

export interface ChartItem extends Item {
  readonly name: string
  readonly path: string
  readonly version: string
  readonly type: Chart['type']
}

export interface ApplicationItem extends Item {
  readonly kind: Application['kind']
  readonly name: string
  readonly namespace: string
  readonly project: string
  readonly file: string
  /** In Argo CD's own spelling. */
  readonly sources: Application['sources']
}

export interface NoticeItem {
  readonly message: string
  readonly help?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export function stackItem(judged: JudgedStack): StackItem {
  const { id, name, path, workspace, varFiles, backendConfig, environment } = judged.item
  return {
    id,
    name,
    path,
    ...(judged.previousPath === undefined ? {} : { 'previous-path': judged.previousPath }),
    ...(workspace === undefined ? {} : { workspace }),
    'var-files': varFiles,
    'backend-config': backendConfig,
    ...(environment === undefined ? {} : { environment }),
    wave: judged.wave,
    upstream: judged.upstream,
    ...judgement(judged),
  }
}

export function chartItem(judged: Judged<Chart>): ChartItem {
  const { name, path, version, type } = judged.item
  return { name, path, version, type, ...judgement(judged) }
}

export function applicationItem(judged: Judged<Application>): ApplicationItem {
  const { kind, name, namespace, project, file, sources } = judged.item
  return { kind, name, namespace, project, file, sources, ...judgement(judged) }
}

/** Applications have no id: their file with their names tells them. */
export const applicationRef = ({
  file,
  namespace,
  name,
}: Pick<Application, 'file' | 'namespace' | 'name'>): string => `${file}#${namespace}/${name}`

function judgement({ status, reasons, moreReasons, inputsHash, owners }: Judged<unknown>): Item {
  return {
    status,
    reasons: reasons.map(({ file, change, via, kinds, dynamic, text }) => ({
      file,
      change,
      via,
      kinds,
      dynamic,
      text,
    })),
    'more-reasons': moreReasons,
    'inputs-hash': inputsHash,
    owners,
  }
}

export function noticeItem({ message, help, file, line, column }: Notice): NoticeItem {
  return {
    message,
    ...(help === undefined ? {} : { help }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}
