export const s3 = (key: string): string => `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
`
export const partialBackend = 'terraform {\n  backend "s3" {}\n}\n'
export const call = (name: string, source: string): string =>
  `module "${name}" {\n  source = "${source}"\n}\n`
export const remoteState = (key: string): string => `data "terraform_remote_state" "upstream" {
  backend = "s3"
  config = {
    bucket = "acme-state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
`
export const resource = (name: string): string => `resource "terraform_data" "${name}" {}\n`
export const environments = (...names: readonly string[]): string =>
  `environments:\n${names.map((name) => `  ${name}:\n    region: eu-west-1\n`).join('')}`
/** A module as it is published: never planned by itself. */
export const module = (path: string, ...calls: readonly string[]): Record<string, string> => ({
  [`${path}/main.tf`]: resource('this') + calls.join('\n'),
  [`${path}/variables.tf`]: 'variable "name" {\n  type    = string\n  default = ""\n}\n',
  [`${path}/README.md`]: '# A module\n',
})
