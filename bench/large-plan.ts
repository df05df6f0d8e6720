/**
 * Plans of any size for the benchmarks: a made-up one, quick to write, and the recipe of a real one.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { terraform } from '../scripts/lib/terraform-cli.ts'

export interface LargePlanOptions {
  /** How many resources. 15,000 give about 35 MB. */
  readonly resources: number
  /** What happens to them: all are updated, or a mixture of all actions. */
  readonly kind: 'updates' | 'mixed'
}

/**
 * Writes what `terraform show -json` of 1.11 prints for so many resources, half of them as `terraform_data` are, half
 * as `aws_instance` are, with the shares that real plans have: resource_changes about a half, the rest in
 * planned_values and prior_state. Streams, so that its own memory stays small. The same arguments give the same bytes.
 */
export async function writeLargePlan(file: string, options: LargePlanOptions): Promise<void> {
  const out = createWriteStream(file, { encoding: 'utf8' })
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  const list = async (item: (index: number) => object | undefined) => {
    let first = true
    for (let index = 0; index < options.resources; index += 1) {
      const value = item(index)
      if (value === undefined) continue
      await write(`${first ? '' : ','}${JSON.stringify(value)}`)
      first = false
    }
  }
  await write(
    '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[',
  )
  await list((index) => stateOf(index, 'after', options.kind))
  await write(']}},"resource_changes":[')
  await list((index) => changeOf(index, options.kind))
  await write(
    '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[',
  )
  await list((index) => stateOf(index, 'before', options.kind))
  await write(
    ']}}},"configuration":{"root_module":{}},"timestamp":"2025-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n',
  )
  out.end()
  await once(out, 'finish')
}

const mixture = [
  ['update'],
  ['create'],
  ['no-op'],
  ['delete'],
  ['delete', 'create'],
  ['create', 'delete'],
  ['update'],
  ['no-op'],
] as const

function actionsOf(index: number, kind: LargePlanOptions['kind']): readonly string[] {
  return kind === 'updates' ? ['update'] : (mixture[index % mixture.length] ?? ['update'])
}

interface Identity {
  readonly address: string
  readonly mode: 'managed'
  readonly type: string
  readonly name: string
  readonly index: number
  readonly provider_name: string
}

function identity(index: number): Identity {
  const [type, name, provider] =
    index % 2 === 0
      ? ['terraform_data', 'item', 'terraform.io/builtin/terraform']
      : ['aws_instance', 'web', 'registry.terraform.io/hashicorp/aws']
  const address = `${type}.${name}[${index}]`
  return { address, mode: 'managed', type, name, index, provider_name: provider }
}

function values(index: number, when: 'before' | 'after'): Record<string, unknown> {
  const version = when === 'before' ? 1 : 2
  if (index % 2 === 0) {
    const input = { name: `item-${index}`, version, tags: ['a', 'b', `v${version}`] }
    const id = { id: uuid(index), input, triggers_replace: null }
    return when === 'before' ? { ...id, output: input } : id
  }
  return {
    id: `i-${index.toString(16).padStart(17, '0')}`,
    ami: `ami-000000000000000${version}`,
    arn: `arn:aws:ec2:eu-west-1:123456789012:instance/i-${index.toString(16).padStart(17, '0')}`,
    availability_zone: `eu-west-1${'abc'[index % 3] ?? 'a'}`,
    instance_type: 't4g.small',
    ebs_optimized: false,
    monitoring: version === 2,
    private_ip: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    root_block_device: [{ volume_size: 20 + version, volume_type: 'gp3', encrypted: true, tags: {} }],
    tags: { Name: `web-${index}`, Release: `2.${version}.0` },
    tags_all: { Name: `web-${index}`, Release: `2.${version}.0`, ManagedBy: 'terraform' },
    user_data: `#!/bin/sh\nset -eu\necho starting web-${index}\nexec /usr/local/bin/web --release 2.${version}.0\n`,
    vpc_security_group_ids: ['sg-00000000000000001', 'sg-00000000000000002'],
  }
}

function uuid(index: number): string {
  return `00000000-0000-4000-a000-${index.toString(16).padStart(12, '0')}`
}

function stateOf(
  index: number,
  when: 'before' | 'after',
  kind: LargePlanOptions['kind'],
): object | undefined {
  const actions = actionsOf(index, kind)
  if (when === 'after' && actions.length === 1 && actions[0] === 'delete') return undefined
  if (when === 'before' && actions.length === 1 && actions[0] === 'create') return undefined
  return { ...identity(index), schema_version: 0, values: values(index, when), sensitive_values: {} }
}

function changeOf(index: number, kind: LargePlanOptions['kind']): object {
  const actions = actionsOf(index, kind)
  const [first] = actions
  const same = first === 'no-op'
  const replaced = actions.length === 2
  const change = {
    actions,
    before: actions.length === 1 && first === 'create' ? null : values(index, 'before'),
    after: actions.length === 1 && first === 'delete' ? null : values(index, same ? 'before' : 'after'),
    after_unknown: same || first === 'delete' ? {} : index % 2 === 0 ? { output: true } : { public_ip: true },
    before_sensitive: {},
    after_sensitive: {},
    ...(replaced ? { replace_paths: [[index % 2 === 0 ? 'triggers_replace' : 'ami']] } : {}),
  }
  const reason = replaced ? { action_reason: 'replace_because_cannot_update' } : {}
  return { ...identity(index), change, ...reason }
}

export interface RealPlan {
  /** The saved plan. */
  readonly planFile: string
  /** `terraform show -json` of it. */
  readonly jsonFile: string
}

/**
 * Makes a real plan of `resources` updates in `folder` (made if absent): applies that many `terraform_data`, changes
 * them all, and plans. 1,001 take about 15 s of processor time, nearly all of it
 * in the apply. Throws when terraform fails.
 */
export async function realUpdatesPlan(
  folder: string,
  resources: number,
  terraformPath: string,
): Promise<RealPlan> {
  const cwd = join(folder, 'stack')
  const planFile = join(folder, 'plan.tfplan')
  const jsonFile = join(folder, 'plan.json')
  const options = { cwd, home: join(folder, 'home') }
  const run = (args: string[], accept = [0]) => terraform(terraformPath, args, { ...options, accept })
  const configuration = (version: number) => `resource "terraform_data" "item" {
  count = ${resources}
  input = { name = "item-\${count.index}", version = ${version}, tags = ["a", "b", "v${version}"], note = "number \${count.index}, kept for the nightly report, owned by team \${count.index % 7}, asked for in OPS-\${count.index}" }
}
`
  await mkdir(cwd, { recursive: true })
  await writeFile(join(cwd, 'main.tf'), configuration(1))
  await run(['init', '-input=false', '-no-color'])
  await run(['apply', '-input=false', '-no-color', '-auto-approve'])
  await writeFile(join(cwd, 'main.tf'), configuration(2))
  await run(['plan', '-input=false', '-no-color', '-detailed-exitcode', `-out=${planFile}`], [2])
  const { stdout } = await run(['show', '-json', planFile])
  await writeFile(jsonFile, stdout)
  return { planFile, jsonFile }
}
