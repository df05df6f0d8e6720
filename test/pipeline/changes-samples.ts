import type {
  Application,
  Changes,
  Chart,
  Judged,
  JudgedStack,
  Reason,
  Stack,
} from '../../src/repository/items.ts'

/** Items as change detection gives them, with what matters in a test. */

export function reason(file: string, via: readonly string[], more: Partial<Reason> = {}): Reason {
  return {
    file,
    change: 'modified',
    via,
    kinds: via.map(() => 'files' as const),
    dynamic: false,
    text: [file, ...via].filter((name) => name !== '').join(' → '),
    ...more,
  }
}

export function stack(name: string, more: Partial<Stack> = {}): Stack {
  return {
    key: name,
    id: Buffer.from(name).toString('hex').slice(0, 16).padEnd(16, '0'),
    name,
    path: name,
    varFiles: [],
    backendConfig: [],
    dependsOn: [],
    previousNames: [],
    node: `stack:${name}`,
    ...more,
  }
}

export function judgedStack(
  name: string,
  more: Partial<JudgedStack> = {},
  item: Partial<Stack> = {},
): JudgedStack {
  return {
    ...judged(stack(name, item), [reason(`${name}/main.tf`, [name])]),
    wave: 1,
    upstream: [],
    ...more,
  }
}

export function judgedChart(path: string, more: Partial<Judged<Chart>> = {}): Judged<Chart> {
  const name = path.split('/').at(-1) ?? path
  const chart: Chart = { name, path, version: '1.0.0', type: 'application', node: `chart:${path}` }
  return { ...judged(chart, [reason(`${path}/values.yaml`, [path])]), ...more }
}

export function judgedApplication(
  name: string,
  more: Partial<Judged<Application>> = {},
): Judged<Application> {
  const file = `apps/${name}.yaml`
  const application: Application = {
    kind: 'Application',
    name,
    namespace: 'argocd',
    project: 'default',
    file,
    sources: [{ repoURL: 'https://github.com/acme/gitops', targetRevision: 'HEAD', path: `helm/${name}` }],
    node: `application:${file}`,
  }
  return { ...judged(application, [reason(file, [name])]), ...more }
}

function judged<T>(item: T, reasons: readonly Reason[]): Judged<T> {
  return { item, status: 'changed', reasons, moreReasons: 0, inputsHash: 'a'.repeat(64), owners: [] }
}

export function changes(some: Partial<Changes> = {}): Changes {
  const { stacks = [], charts = [], applications = [] } = some
  return {
    stacks,
    deletedStacks: [],
    charts,
    applications,
    gone: { charts: [], applications: [] },
    found: { stacks: stacks.length, charts: charts.length, applications: applications.length },
    notices: [],
    ...some,
  }
}
