import { posix } from 'node:path'
import type { Layout, ModulePlan, RepositorySize, StackPlan } from './repository-layout.ts'

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

const relative = (from: string, to: string): string => {
  const path = posix.relative(from, to)
  return path.startsWith('.') ? path : `./${path}`
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

const moduleName = ({ index }: ModulePlan): string => `part_${index}`

function moduleCall(from: string, called: ModulePlan, index: number): string {
  return `module "${moduleName(called)}" {
  source = "${relative(from, called.path)}"

  name        = "\${local.prefix}-${called.index}"
  environment = var.environment
  region      = var.region
  tags        = merge(local.tags, { Part = "${called.index}" })

  # Sizes follow what the load tests of the last quarter said.
  settings = {
    capacity  = ${2 + (index % 6)}
    retention = var.retention_days
    schedule  = "cron(0 ${index % 24} * * ? *)"
  }
}
`
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

const remoteState = (of: StackPlan): string => `data "terraform_remote_state" "upstream" {
  backend = "s3"
  config = {
    bucket = "acme-${of.account}-state"
    key    = "${of.path}/terraform.tfstate"
    region = "eu-west-1"
  }
}
`

const launchTemplate = `resource "aws_launch_template" "this" {
  name_prefix   = local.prefix
  image_id      = var.image_id
  instance_type = var.instance_type

  user_data = base64encode(templatefile("\${path.module}/templates/user-data.sh.tftpl", {
    environment = var.environment
    name        = local.prefix
  }))
}
`

const rolePolicy = (path: string): string => `resource "aws_iam_role_policy" "this" {
  name   = local.prefix
  role   = aws_iam_role.this.id
  policy = file(${path})
}
`

const boundary = (path: string): string => `resource "aws_iam_policy" "boundary" {
  name   = "\${local.prefix}-boundary"
  policy = jsonencode(jsondecode(file(${path})))
}
`

function resources(service: string, seed: number): string {
  return `resource "aws_security_group" "${word(seed)}" {
  name_prefix = "\${local.prefix}-${seed % 97}-"
  description = "Traffic of ${service}"
  vpc_id      = var.vpc_id
  tags        = local.tags

  dynamic "ingress" {
    for_each = var.allowed_ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.${seed % 250}.0.0/16"]
    }
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags["LastScanned"]]
  }
}

resource "aws_cloudwatch_metric_alarm" "${word(seed + 1)}" {
  alarm_name          = "\${local.prefix}-${seed}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = ${1 + (seed % 5)}
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 300
  statistic           = "Average"
  threshold           = ${60 + (seed % 35)}
  alarm_description   = <<-EOT
    ${service} is busy: look at the dashboard, then at https://wiki.example.com/runbooks/${seed}.
    Nothing to do when a release is on the way.
  EOT
  dimensions          = { AutoScalingGroupName = "\${local.prefix}-asg" }
}
`
}

const word = (seed: number): string =>
  ['main', 'edge', 'admin', 'batch', 'probe', 'relay', 'queue'][seed % 7] ?? ''

function variables(name: string, count: number): string {
  const fixed = ['environment', 'region', 'image_id', 'instance_type', 'vpc_id', 'name']
  const lists = `variable "allowed_ports" {
  description = "Ports that are open to the private networks"
  type        = list(number)
  default     = [80, 443, 8080]
}

variable "retention_days" {
  description = "How long logs are kept"
  type        = number
  default     = 30

  validation {
    condition     = contains([7, 14, 30, 90, 365], var.retention_days)
    error_message = "Only the retentions that the audit knows."
  }
}
`
  const rest = Array.from({ length: count }, (_, index) => {
    const variable = fixed[index] ?? `option_${index}`
    return `variable "${variable}" {
  description = "${variable} of ${name}"
  type        = string
  default     = "${index % 3 === 0 ? '' : `${name}-${index}`}"
}
`
  })
  return [lists, ...rest].join('\n')
}

const versions = ({ account, path, region }: StackPlan): string => `terraform {
  required_version = "~> 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
    random = {
      source  = "hashicorp/random"
      version = ">= 3.5"
    }
  }

  backend "s3" {
    bucket       = "acme-${account}-state"
    key          = "${path}/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "${region}"

  default_tags {
    tags = local.tags
  }
}
`

function outputs(calls: readonly ModulePlan[], name: string): string {
  const own = `output "name" {
  description = "Name of ${name}"
  value       = local.prefix
}

output "tags" {
  description = "Tags of everything in ${name}"
  value       = local.tags
}
`
  const ofCalls = calls.map(
    (called) => `output "${moduleName(called)}_arn" {
  description = "What other stacks of ${name} attach to"
  value       = module.${moduleName(called)}.arn
}
`,
  )
  return [own, ...ofCalls].join('\n')
}

function lockFile(variant: number): string {
  const hashes = Array.from(
    { length: 12 },
    (_, index) => `    "zh:${(variant * 7919 + index * 104_729).toString(16).padStart(64, '0')}",\n`,
  ).join('')
  return ['aws', 'random']
    .map(
      (name) => `provider "registry.terraform.io/hashicorp/${name}" {
  version     = "5.80.${variant}"
  constraints = ">= 3.5.0"
  hashes = [
${hashes}  ]
}
`,
    )
    .join('\n')
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

const templateText = (name: string): string => `#!/bin/sh
set -eu
echo "starting ${name} in \${environment}"
%{ for port in [80, 443] ~}
iptables -A INPUT -p tcp --dport \${port} -j ACCEPT
%{ endfor ~}
exec /usr/local/bin/${name} --name "\${name}"
`

const policyText = (name: string): string =>
  `${JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: name,
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: `arn:aws:s3:::${name}/*`,
        },
        { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
      ],
    },
    undefined,
    2,
  )}\n`

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
