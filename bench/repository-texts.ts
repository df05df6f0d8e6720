import { posix } from 'node:path'
import type { Layout, ModulePlan, RepositorySize, StackPlan } from './repository-layout.ts'
import {
  moduleCall,
  remoteState,
  launchTemplate,
  rolePolicy,
  boundary,
  resources,
  variables,
  versions,
  outputs,
  lockFile,
  templateText,
  policyText,
} from './terraform-texts.ts'

/** ASCII only. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

type Texts = RepositorySize['texts']

/** All files of a layout. */
export function filesOf(layout: Layout): TextFile[] {
  return [
    ...layout.others.map((path, index) => ({ path, text: otherText(path, index) })),
    ...layout.shared.map((path, index) => ({ path, text: policyText(`boundary-${index}`) })),
    ...layout.modules.flatMap((module) => moduleFiles(module, layout.texts)),
    ...layout.stacks.flatMap((stack) => stackFiles(stack, layout.texts)),
  ]
}

/** A file as somebody changed it, still valid. */
export function edited({ path, text }: TextFile): TextFile {
  if (/\.(tf|tftpl|py|yaml)$/.test(path)) return { path, text: `${text}# reviewed\n` }
  return { path, text: text.replace(/\n$/, '\n\n') }
}

function stackFiles(stack: StackPlan, texts: Texts): TextFile[] {
  const { path, template, policy } = stack
  return [
    { path: `${path}/main.tf`, text: stackMain(stack, texts) },
    {
      path: `${path}/variables.tf`,
      text: variables(stack.service, texts === 'short' ? 0 : 8 + (stack.index % 5)),
    },
    { path: `${path}/versions.tf`, text: versions(stack) },
    { path: `${path}/outputs.tf`, text: outputs(stack.calls, stack.service) },
    { path: `${path}/.terraform.lock.hcl`, text: lockFile(stack.index % 12) },
    { path: `${path}/terraform.tfvars`, text: tfvars(stack) },
    { path: `${path}/stack.tm.hcl`, text: terramateStack(stack) },
    ...(template === undefined ? [] : [{ path: template, text: templateText(stack.service) }]),
    ...(policy === undefined ? [] : [{ path: policy, text: policyText(stack.service) }]),
  ]
}

function stackMain(stack: StackPlan, texts: Texts): string {
  const { path, service, index } = stack
  const parts = [
    `# ${service} in ${stack.account}, ${stack.region}: owned by team ${index % 23}.
locals {
  prefix = "\${var.environment}-${service}"
  tags = {
    Service     = "${service}"
    Environment = var.environment
    CostCenter  = "cc-${1000 + (index % 90)}"
    ManagedBy   = "terraform"
  }
  azs = [for suffix in ["a", "b", "c"] : "\${var.region}\${suffix}"]
}
`,
    ...(stack.reads === undefined ? [] : [remoteState(stack.reads)]),
    ...stack.calls.map((called, at) => moduleCall(path, called, index + at)),
    ...(stack.template === undefined ? [] : [launchTemplate]),
    ...(stack.policy === undefined ? [] : [rolePolicy(`"\${path.module}/files/policy.json"`)]),
    ...(stack.shared === undefined
      ? []
      : [boundary(`"\${path.module}/${posix.relative(path, stack.shared)}"`)]),
    ...(texts === 'short' ? [] : [0, 1, 2].map((at) => resources(service, index * 3 + at))),
  ]
  return parts.join('\n')
}

const tfvars = ({ account, region, service, index }: StackPlan): string => `environment   = "${account}"
region        = "${region}"
name          = "${service}"
instance_type = "t4g.${['small', 'medium', 'large'][index % 3] ?? 'small'}"
vpc_id        = "vpc-${index.toString(16).padStart(17, '0')}"
`

const terramateStack = ({ service, account, region, index }: StackPlan): string => `stack {
  name        = "${service}"
  description = "${service} in ${account} ${region}"
  id          = "00000000-0000-4000-a000-${index.toString(16).padStart(12, '0')}"
  tags        = ["${account}", "${service}"]
}
`

function moduleFiles(module: ModulePlan, texts: Texts): TextFile[] {
  const { path, index, template } = module
  const name = `module ${index}`
  const locals = `locals {\n  prefix = "\${var.environment}-\${var.name}"\n  tags   = { Module = "${index}" }\n}\n`
  const main = [
    locals,
    ...module.calls.map((called, at) => moduleCall(path, called, index + at)),
    ...(template === undefined ? [] : [launchTemplate.replace('user-data.sh.tftpl', 'init.sh.tftpl')]),
    ...(texts === 'short' ? [] : [0, 1].map((at) => resources(name, index * 5 + at))),
  ]
  return [
    { path: `${path}/main.tf`, text: main.join('\n') },
    { path: `${path}/variables.tf`, text: variables(name, texts === 'short' ? 0 : 6 + (index % 5)) },
    { path: `${path}/outputs.tf`, text: outputs(module.calls, name) },
    { path: `${path}/versions.tf`, text: 'terraform {\n  required_version = ">= 1.5"\n}\n' },
    {
      path: `${path}/README.md`,
      text: `# ${name}\n\n${'What it makes, and why it is made so. '.repeat(12)}\n`,
    },
    ...(template === undefined ? [] : [{ path: template, text: templateText(`part-${index}`) }]),
  ]
}

function otherText(path: string, index: number): string {
  const line = (at: number): string => `${index}-${at}: the quick part of ${path} calls the slow one`
  const lines = Array.from({ length: 10 + (index % 40) }, (_, at) => line(at))
  if (path.endsWith('.json')) return `${JSON.stringify({ lines }, undefined, 2)}\n`
  if (path.endsWith('.yaml'))
    return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: part-${index}\ndata:\n${lines.map((text, at) => `  line-${at}: "${text}"\n`).join('')}`
  const comment = /\.(py|md)$/.test(path) ? '#' : '//'
  return `${lines.map((text) => `${comment} ${text}`).join('\n')}\n`
}
