import { isObject } from './json.ts'
import type { JsonObject } from './json.ts'

/** What was given instead of a plan, and what to give. */
export interface NotAPlan {
  readonly what: string
  readonly help: string
}

const showFile = 'Save the plan with `-out FILE` and give that file, or the output of `show -json FILE`.'

const stateOutput: NotAPlan = {
  what: 'the JSON of a state',
  help: `Name the plan file: \`terraform show -json FILE\`. ${showFile}`,
}
const eventStream: NotAPlan = { what: 'the log of `plan -json`', help: showFile }

/** JSON that other commands write. */
export function recogniseJson(value: JsonObject): NotAPlan | undefined {
  const has = (...keys: string[]): boolean => keys.every((key) => Object.hasOwn(value, key))
  if (has('resource_changes') && has('plan_format_version')) {
    return {
      what: 'the redacted plan of an HCP Terraform run',
      help: 'Give the output of `terraform show -json FILE`.',
    }
  }
  if (has('planned_values') || has('resource_changes') || has('output_changes')) return undefined
  if (has('@level') || has('@message')) return eventStream
  if (has('valid', 'error_count') || has('valid', 'diagnostics'))
    return { what: 'the output of `validate -json`', help: showFile }
  if (has('values')) return stateOutput
  if (has('version', 'lineage') || has('version', 'serial') || has('serial', 'lineage'))
    return { ...stateOutput, what: 'a state file' }
  if (has('provider_schemas')) return { what: 'the output of `providers schema -json`', help: showFile }
  if (has('terraform_version', 'provider_selections'))
    return { what: 'the output of `version -json`', help: showFile }
  const parts = Object.values(value)
  if (parts.length > 0 && parts.every((part) => isObject(part) && 'sensitive' in part && 'value' in part)) {
    return { what: 'the output of `output -json`', help: showFile }
  }
  return undefined
}

/** Text that is no JSON as a whole. */
export function recogniseText(text: string): NotAPlan | undefined {
  const start = text.slice(0, 4096).trimStart()
  if (start.startsWith('PK\u0003\u0004')) {
    return { what: 'a saved plan (binary)', help: 'It must be read by `terraform show -json FILE` first.' }
  }
  // Every other byte of it is zero.
  if (/^(?:[^\0]\0){2}|^(?:\0[^\0]){2}/.test(start)) {
    return {
      what: 'text in UTF-16',
      help: 'Write the file as UTF-8: PowerShell before version 7 does not by itself.',
    }
  }
  if (start.startsWith('[command]')) {
    return {
      what: 'output of the setup-terraform wrapper around JSON',
      help: 'Set `terraform_wrapper: false` on hashicorp/setup-terraform.',
    }
  }
  if (/^\{\s*"@(?:level|message|module|timestamp)"/.test(start)) return eventStream
  if (isManyDocuments(text)) {
    return { what: 'several JSON documents, one a line', help: 'Give one plan at a time.' }
  }
  if (
    /^(?:Terraform|OpenTofu) (?:used|will|planned|has)|^No changes\b|^\S+: Refreshing state|^Note: Objects/m.test(
      start,
    )
  ) {
    return { what: 'the plan as text for people', help: showFile }
  }
  return undefined
}

/** As of `terragrunt run --all`: the first line and the second are objects of their own. */
function isManyDocuments(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2)
  return isObjectText(first) && second.trimStart().startsWith('{')
}

function isObjectText(line: string): boolean {
  try {
    return isObject(JSON.parse(line))
  } catch {
    return false
  }
}
