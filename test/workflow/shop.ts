import { packJobs } from '../../src/pipeline/changes-matrix.ts'
import type { GitHubLab } from '../lab/github/server.ts'
import { startGitHub } from '../lab/github/server.ts'
import { applyByHand, makeStory, type Story } from '../lab/act/story.ts'
import { parseWorkflow, union, workflowText } from '../lab/workflow-file.ts'

/** A shop in three stacks for the tests of the reusable workflows: `app` reads the state of `network`, `dns` is alone. */

export const TOKEN = 'ghs_lab_token_of_the_job'
export const PASSPHRASE = 'example-only-not-a-secret-passphrase'
/** What a sensitive variable of `dns` holds. */
export const SECRET = 'example-only-not-a-secret-dns-key'

export const PULL_REQUEST = workflowText('workflows-examples/pull-request.yml')
export const MERGE = workflowText('workflows-examples/merge.yml')

const backend = (stack: string): string => `terraform {
  backend "http" {
    address        = "STATES/${stack}"
    lock_address   = "STATES/${stack}"
    unlock_address = "STATES/${stack}"
  }
}
`

/** `app` reads the zones, and nothing of the note. */
export const network = (zones: readonly string[], note = 'old'): string => `${backend('network')}
resource "terraform_data" "note" {
  input = "${note}"
}
resource "terraform_data" "subnet" {
  for_each = toset(${JSON.stringify(zones)})
  input    = each.key
}
output "zones" {
  value = [for subnet in terraform_data.subnet : subnet.input]
}
`

export const app = (replicas: number): string => `${backend('app')}
data "terraform_remote_state" "network" {
  backend = "http"
  config = {
    address = "STATES/network"
  }
}
resource "terraform_data" "service" {
  input = {
    replicas = ${replicas}
    zones    = data.terraform_remote_state.network.outputs.zones
  }
}
`

/** A stack that is not there yet, and what `app` is with it. */
export const cache = `${backend('cache')}
resource "terraform_data" "cache" {
  input = "cache.example"
}
output "host" {
  value = terraform_data.cache.input
}
`
export const appWithCache = `${backend('app')}
data "terraform_remote_state" "cache" {
  backend = "http"
  config = {
    address = "STATES/cache"
  }
}
resource "terraform_data" "service" {
  input = { host = data.terraform_remote_state.cache.outputs.host }
}
`

export const dns = (address: string): string => `${backend('dns')}
variable "key" {
  type      = string
  default   = "${SECRET}"
  sensitive = true
}
resource "terraform_data" "record" {
  input = { address = "${address}", key = var.key }
}
`

export const FILES: Readonly<Record<string, string>> = {
  'infra/network/main.tf': network(['a', 'b']),
  'infra/app/main.tf': app(2),
  'infra/dns/main.tf': dns('192.0.2.1'),
  'README.md': '# A shop\n',
}

export interface Shop extends AsyncDisposable {
  readonly lab: GitHubLab
  readonly story: Story
}

/** The shop, applied, on a GitHub whose token has the rights that the example grants. */
export async function openShop(
  terraform: string,
  { files = {}, workflows = {} }: { files?: Record<string, string>; workflows?: Record<string, string> } = {},
): Promise<Shop> {
  const granted = union(
    [PULL_REQUEST, MERGE].map((text) =>
      union(Object.values(parseWorkflow(text).jobs).map((job) => job.permissions ?? {})),
    ),
  )
  const permissions = Object.fromEntries(Object.entries(granted).filter(([name]) => name !== 'id-token'))
  const lab = await startGitHub({
    tokens: { [TOKEN]: { login: 'github-actions[bot]', type: 'Bot', permissions } },
  })
  const story = await makeStory({
    lab,
    files: { ...FILES, ...files },
    workflows: { 'pull-request.yml': PULL_REQUEST, 'merge.yml': MERGE, ...workflows },
  })
  await applyByHand(story, terraform, ['infra/network', 'infra/app', 'infra/dns'])
  return {
    lab,
    story,
    async [Symbol.asyncDispose]() {
      await Promise.all([lab.close(), story[Symbol.asyncDispose]()])
    },
  }
}

/** A job of a matrix: the runner calls it by its values, in the order of their names. */
export function legOf(job: string, stack: string, environment = ''): string {
  const [entry] = packJobs([{ name: stack, environment }], 1)
  return `${job} (${[environment, entry?.id ?? '', stack, stack].join(', ')})`
}
