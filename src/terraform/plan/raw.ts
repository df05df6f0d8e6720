/**
 * The plan as `terraform show -json` writes it: https://developer.hashicorp.com/terraform/internals/json-format
 * Format 1.x. All is optional because producers differ (Terraform 0.12–1.14, OpenTofu 1.6–1.12); keys we do not know
 * are ignored, as the format asks of its readers.
 */

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export interface RawChange {
  readonly actions?: readonly string[]
  readonly before?: Json
  readonly after?: Json
  readonly after_unknown?: Json
  readonly before_sensitive?: Json
  readonly after_sensitive?: Json
  /** Paths of steps: attribute names and indexes. */
  readonly replace_paths?: readonly (readonly (string | number)[])[]
  readonly importing?: { readonly id?: string; readonly identity?: Json; readonly unknown?: boolean }
  readonly generated_config?: string
  readonly before_identity?: Json
  readonly after_identity?: Json
}

export interface RawResourceChange {
  readonly address?: string
  readonly previous_address?: string
  readonly module_address?: string
  readonly mode?: string
  readonly type?: string
  readonly name?: string
  readonly index?: string | number
  readonly provider_name?: string
  readonly deposed?: string
  readonly change?: RawChange
  readonly action_reason?: string
}

interface RawCheck {
  readonly address?: {
    readonly to_display?: string
    readonly kind?: string
    readonly [key: string]: Json | undefined
  }
  readonly status?: string
  readonly instances?: readonly {
    readonly address?: { readonly to_display?: string; readonly [key: string]: Json | undefined }
    readonly status?: string
    readonly problems?: readonly { readonly message?: string }[]
  }[]
}

export interface RawPlan {
  readonly format_version: string
  readonly terraform_version?: string
  readonly variables?: Readonly<Record<string, { readonly value?: Json }>>
  readonly planned_values?: Json
  readonly prior_state?: Json
  readonly configuration?: Json
  readonly resource_changes?: readonly RawResourceChange[]
  readonly resource_drift?: readonly RawResourceChange[]
  readonly output_changes?: Readonly<Record<string, RawChange>>
  readonly deferred_changes?: readonly {
    readonly reason?: string
    readonly resource_change?: RawResourceChange
  }[]
  readonly action_invocations?: readonly Json[]
  readonly relevant_attributes?: readonly Json[]
  readonly checks?: readonly RawCheck[]
  readonly timestamp?: string
  readonly applyable?: boolean
  readonly complete?: boolean
  readonly errored?: boolean
}
