import { posix } from 'node:path'
import type { ModulePlan, StackPlan } from './repository-layout.ts'

const relative = (from: string, to: string): string => {
  const path = posix.relative(from, to)
  return path.startsWith('.') ? path : `./${path}`
}

const moduleName = ({ index }: ModulePlan): string => `part_${index}`

export function moduleCall(from: string, called: ModulePlan, index: number): string {
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

export const remoteState = (of: StackPlan): string => `data "terraform_remote_state" "upstream" {
  backend = "s3"
  config = {
    bucket = "acme-${of.account}-state"
    key    = "${of.path}/terraform.tfstate"
    region = "eu-west-1"
  }
}
`

export const launchTemplate = `resource "aws_launch_template" "this" {
  name_prefix   = local.prefix
  image_id      = var.image_id
  instance_type = var.instance_type

  user_data = base64encode(templatefile("\${path.module}/templates/user-data.sh.tftpl", {
    environment = var.environment
    name        = local.prefix
  }))
}
`

export const rolePolicy = (path: string): string => `resource "aws_iam_role_policy" "this" {
  name   = local.prefix
  role   = aws_iam_role.this.id
  policy = file(${path})
}
`

export const boundary = (path: string): string => `resource "aws_iam_policy" "boundary" {
  name   = "\${local.prefix}-boundary"
  policy = jsonencode(jsondecode(file(${path})))
}
`

export function resources(service: string, seed: number): string {
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

export function variables(name: string, count: number): string {
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

export const versions = ({ account, path, region }: StackPlan): string => `terraform {
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

export function outputs(calls: readonly ModulePlan[], name: string): string {
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

export function lockFile(variant: number): string {
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

export const templateText = (name: string): string => `#!/bin/sh
set -eu
echo "starting ${name} in \${environment}"
%{ for port in [80, 443] ~}
iptables -A INPUT -p tcp --dport \${port} -j ACCEPT
%{ endfor ~}
exec /usr/local/bin/${name} --name "\${name}"
`

export const policyText = (name: string): string =>
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
