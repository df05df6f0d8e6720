import { describe, expect, test } from '@jest/globals'
import { declaredSensitive, envSecrets, tfvarsValues } from '../../src/terraform/variable-secrets.ts'

describe('declaredSensitive', () => {
  test('finds what is declared so, in any layout', () => {
    const text = `
      variable "a" { sensitive = true }
      # variable "commented" { sensitive = true }
      variable "b" {
        description = "sensitive = true"
        type        = object({ sensitive = bool })
      }
      variable "c" {
        type      = string
        sensitive =true // yes
        validation {
          condition = length(var.c) > 8
        }
      }
      variable "d" { sensitive = false }
      variable "e" {
        ephemeral = true
      }
      variable "f" {
        default = <<EOT
variable "g" { sensitive = true }
EOT
      }
      output "h" { sensitive = true }`
    expect(declaredSensitive(text)).toEqual(['a', 'c', 'e'])
  })
  test('reads the JSON form', () => {
    expect(
      declaredSensitive(
        '{"variable": {"a": {"sensitive": true}, "b": {"sensitive": false}, "c": [{"sensitive": "true"}]}}',
      ),
    ).toEqual(['a', 'c'])
    expect(declaredSensitive('{"variable": [{"a": {"sensitive": true}}, {"b": {}}]}')).toEqual(['a'])
  })
  test('broken text gives what can be read', () => {
    expect(declaredSensitive('variable "a" {\n sensitive = true\n}\n}}} ??? variable')).toEqual(['a'])
    for (const text of ['', '{', 'variable', 'variable "x" {', '\0'])
      expect(() => declaredSensitive(text)).not.toThrow()
  })
})

describe('tfvarsValues', () => {
  test('takes every value of the named variables, and of no others', () => {
    const text = `
      a = "secret-1" # not "this"
      visible = "no"
      b = ["secret-2", "sec\\"ret-3", 12345]
      c = {
        user = "secret-4" // nor "that"
        list = [{ x = "secret-5" }]
      }
      d = <<-EOT
        line 1
          line 2
        EOT
      e = 42
      f = true`
    expect(tfvarsValues(text, ['a', 'b', 'c', 'd', 'e', 'f', 'none'])).toEqual([
      'secret-1',
      'secret-2',
      'sec"ret-3',
      '12345',
      'secret-4',
      'secret-5',
      '        line 1\n          line 2',
      'line 1\n  line 2',
      '42',
      'true',
    ])
  })
  test('reads the JSON form', () => {
    expect(tfvarsValues('{"a": {"x": ["secret-1", 7]}, "b": "no"}', ['a'])).toEqual(['7', 'secret-1'])
  })
  test('broken text gives what can be read', () => {
    expect(tfvarsValues('a = "secret-1"\n??? \nb = [', ['a', 'b'])).toContain('secret-1')
  })
})

describe('envSecrets', () => {
  test('by name, and inside JSON and URLs', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'
    const found = envSecrets({
      AWS_ACCESS_KEY_ID: 'v01',
      AWS_SECRET_ACCESS_KEY: 'v02',
      AWS_SESSION_TOKEN: 'v03',
      GITHUB_TOKEN: 'v04',
      'INPUT_GITHUB-TOKEN': 'v05',
      ARM_CLIENT_SECRET: 'v06',
      TF_TOKEN_app_terraform_io: 'v07',
      TF_VAR_db_password: 'v08',
      TF_VAR_keys: '{"api_key": "v09", "size": "visible"}',
      DATABASE_URL: 'postgres://app:v10@db/x',
      GOOGLE_CREDENTIALS: JSON.stringify({
        type: 'service_account',
        project_id: 'visible',
        private_key: key,
      }),
      TF_ENCRYPTION: 'key_provider "pbkdf2" "x" { passphrase = "v11-long-enough" }',
      VAULT_TOKEN: 'v12',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'v13',
    })
    for (let n = 1; n <= 13; n++) {
      expect(found.some((value) => value.startsWith(`v${String(n).padStart(2, '0')}`))).toBe(true)
    }
    expect(found).toContain(key)
    expect(found).not.toContain('visible')
    expect(found).not.toContain('service_account')
  })
  test('not what only sounds like it', () => {
    expect(
      envSecrets({
        PWD: '/home/runner/work',
        OLDPWD: '/home',
        PATH: '/bin:/usr/bin',
        AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token',
        GOOGLE_APPLICATION_CREDENTIALS: '/home/runner/gha-creds.json',
        KUBECONFIG: '~/.kube/config',
        AWS_REGION: 'eu-west-1',
        EMPTY_TOKEN: '',
        UNSET_TOKEN: undefined,
      }),
    ).toEqual([])
  })
})
