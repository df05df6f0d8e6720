export type TerraformTool = 'terraform' | 'tofu'

/** The program that plans: found or installed, its version asked of it. */
export interface TerraformBinary {
  readonly tool: TerraformTool
  /** Absolute path of the real binary, never of a wrapper. */
  readonly path: string
  /** `1.11.4` */
  readonly version: string
  /** Why this one: `.terraform-version`, `required_version in main.tf`, `input tool-version`, … */
  readonly reason: string
}
