import { describe, expect, test } from '@jest/globals'
import type { CauseClass } from '../../src/core/errors.ts'
import { causeOf } from '../../src/terraform/causes.ts'
import type { Phase } from '../../src/terraform/causes.ts'
import type { Diagnostic } from '../../src/terraform/diagnostics.ts'
import { findLockInfo } from '../../src/terraform/lock.ts'
import { isTransientLock, isTransientRegistry } from '../../src/terraform/transient.ts'

const error = (summary: string, detail = '', more: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
  ...more,
})
const query = 'Failed to query available provider packages'
const lock = 'Error acquiring the state lock'
const inCode = { file: 'main.tf', line: 1 }

test.each<[CauseClass, string, string, Partial<Diagnostic>?, Phase?]>([
  ['auth', 'No valid credential sources found', 'Please see https://…', inCode],
  [
    'auth',
    'Retrieving AWS account details: validating provider credentials',
    'api error ExpiredToken: The security token included in the request is expired',
    inCode,
  ],
  ['auth', 'Error refreshing state', 'AccessDenied: Access Denied\n\tstatus code: 403'],
  [
    'auth',
    'reading EC2 Instance',
    'operation error EC2: DescribeInstances, StatusCode: 403, api error UnauthorizedOperation',
    { address: 'a.b' },
  ],
  [
    'auth',
    'Attempted to load application default credentials since neither `credentials` nor `access_token`',
    '',
    inCode,
  ],
  ['auth', 'storage.NewClient() failed: dialing: google: could not find default credentials', ''],
  [
    'auth',
    'building account: could not acquire access token to parse claims',
    'AADSTS700016: Application not found',
  ],
  [
    'auth',
    'Required token could not be found',
    'Run the following command to generate a token for app.terraform.io:\n    terraform login',
  ],
  [
    'auth',
    query,
    'Could not retrieve the list of available versions for provider a/b: host x.io requires authentication credentials',
    {},
    'init',
  ],
  [
    'auth',
    'Failed to download module',
    'fatal: could not read Username for "https://github.com": terminal prompts disabled',
    {},
    'init',
  ],
  ['auth', lock, 'Error message: AccessDeniedException: User is not authorized to perform: dynamodb:PutItem'],
  [
    'lock',
    lock,
    'Error message: ConditionalCheckFailedException: The conditional request failed\nLock Info:\n  ID:        x\n',
  ],
  [
    'provider',
    'Plugin did not respond',
    'The plugin encountered an error, and failed to respond to the plugin.(*GRPCProvider).ReadResource call.',
    { ...inCode, address: 'a.b' },
  ],
  ['provider', 'Provider produced inconsistent final plan', '', { address: 'a.b' }],
  ['provider', 'waiting for something odd', '', { address: 'a.b' }],
  ['bug', 'terraform plan failed (exit code 11)', '!!! TERRAFORM CRASH !!!'],
  [
    'init',
    query,
    'could not connect to registry.terraform.io: failed to request discovery document: net/http: TLS handshake timeout',
    {},
    'init',
  ],
  [
    'init',
    'Failed to install provider',
    "the current package for x doesn't match any of the checksums: archive has incorrect checksum",
    {},
    'init',
  ],
  ['init', 'Backend initialization required, please run "terraform init"', 'Reason: Initial configuration'],
  ['init', 'Failed to get existing workspaces: S3 bucket "b" does not exist.', '', {}, 'init'],
  ['init', 'something never seen', '', {}, 'init'],
  ['config', 'Unsupported Terraform Core version', '', inCode, 'init'],
  ['config', 'No value for required variable', '', inCode],
  ['config', 'Unsupported argument', 'An argument named "zz" is not expected here.', inCode],
  ['config', 'something never seen', ''],
  [
    'timeout',
    'waiting for the thing',
    'timeout while waiting for state to become "ok"',
    { ...inCode, address: 'a.b' },
  ],
  ['policy', 'Organization policy check hard failed.', ''],
])('%s: %s', (cause, summary, detail, more = {}, phase = 'plan') => {
  expect(causeOf([error(summary, detail, more)], phase).cause).toBe(cause)
})

test('the error that explains more wins, warnings have no say', () => {
  const warning: Diagnostic = { severity: 'warning', summary: 'AccessDenied', detail: '' }
  expect(causeOf([warning, error('Unsupported argument', '', inCode)], 'plan').cause).toBe('config')
  expect(causeOf([error('Unsupported argument', '', inCode), error('ExpiredToken')], 'plan').cause).toBe(
    'auth',
  )
})

describe('tried again', () => {
  test.each([
    [
      query,
      'the request failed after 2 attempts, please try again later: 503 Service Unavailable returned from registry.terraform.io',
    ],
    [
      query,
      'could not query provider registry for registry.terraform.io/hashicorp/aws: the request failed after 2 attempts, please try again later: Get "https://…": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [
      query,
      'failed to request discovery document: Get "https://registry.terraform.io/.well-known/terraform.json": dial tcp: lookup registry.terraform.io on 10.0.0.2:53: no such host',
    ],
    [
      'Failed to resolve provider packages',
      'request failed after 2 attempts: 502 Bad Gateway returned from https://registry.opentofu.org',
    ],
    [
      'Failed to install provider',
      'Error while installing hashicorp/aws v5.1.0: failed to retrieve authentication checksums for provider: 504 Gateway Timeout returned from github.com',
    ],
    [
      'Failed to install provider',
      'Error while installing hashicorp/aws v5.1.0: releases.hashicorp.com: Get "https://…": read tcp 10.0.0.1:1->2.2.2.2:443: read: connection reset by peer',
    ],
    [
      'Failed to install provider',
      'unsuccessful request to https://github.com/x/y.zip: 500 Internal Server Error',
    ],
    ['Error accessing remote module registry', 'net/http: TLS handshake timeout'],
    [
      'Failed to download module',
      'Could not download module "m" source code from "https://x/y.zip": bad response code: 503',
    ],
    [
      'Failed to download module',
      'error downloading git: fatal: unable to access: The requested URL returned error: 502',
    ],
    [query, '429 Too Many Requests returned from registry.terraform.io'],
  ])('%s: %s', (summary, detail) => {
    expect(isTransientRegistry([error(summary, detail)])).toBe(true)
    // One lasting error among them makes another try useless.
    expect(isTransientRegistry([error(summary, detail), error('Unsupported argument')])).toBe(false)
  })
})

describe('never tried again', () => {
  test.each([
    [
      query,
      'provider registry registry.terraform.io does not have a provider named registry.terraform.io/nobody/nope',
    ],
    [query, 'no available releases match the given constraints ~> 99.0'],
    [query, '401 Unauthorized returned from registry.example.com'],
    [
      query,
      'failed to request discovery document: Get "https://registri.example.com/…": dial tcp: lookup registri.example.com on 10.0.0.2:53: no such host',
    ],
    [query, 'x509: certificate signed by unknown authority'],
    ['Failed to install provider', 'archive has incorrect checksum zh:00 (expected zh:11)'],
    [
      'Failed to install provider',
      "the local package doesn't match any of the checksums previously recorded in the dependency lock file; 503 Service Unavailable",
    ],
    ['Failed to install provider', 'unsuccessful request to https://x/y.zip: 404 Not Found'],
    ['Module not found', 'Module "m" cannot be found in the module registry at registry.terraform.io.'],
    ['reading something', '503 Service Unavailable'],
    [lock, 'Error message: 503 Service Unavailable'],
    ['Required token could not be found', ''],
  ])('%s: %s', (summary, detail) => {
    expect(isTransientRegistry([error(summary, detail)])).toBe(false)
  })
  test('nothing said', () => {
    expect(isTransientRegistry([])).toBe(false)
    expect(isTransientLock([])).toBe(false)
  })
})

describe('locks', () => {
  const info =
    'Lock Info:\n  ID:        2063ec83-84a5-7428\n  Path:      b/k.tfstate\n  Operation: OperationTypeApply\n  Who:       runner@host name\n  Version:   1.11.4\n  Created:   2026-11-23 04:17:18.781448837 +0000 UTC\n  Info:      \n\n\nTerraform acquires a state lock'

  test('the holder', () => {
    expect(
      findLockInfo([error('x'), error(lock, `Error message: resource temporarily unavailable\n${info}`)]),
    ).toEqual({
      id: '2063ec83-84a5-7428',
      path: 'b/k.tfstate',
      operation: 'OperationTypeApply',
      who: 'runner@host name',
      version: '1.11.4',
      created: '2026-11-23 04:17:18.781448837 +0000 UTC',
    })
    expect(findLockInfo([error(lock, 'Error message: no rights')])).toBeUndefined()
    expect(findLockInfo([error('reading x', info)])).toBeUndefined()
  })

  test('held by another: -lock-timeout waits, we do not', () => {
    expect(isTransientLock([error(lock, `Error message: ConditionalCheckFailedException\n${info}`)])).toBe(
      false,
    )
    expect(isTransientLock([error(lock, `Error message: resource temporarily unavailable\n${info}`)])).toBe(
      false,
    )
  })

  test('conflicts and throttling pass; so does a holder that let go while it was asked for', () => {
    for (const detail of [
      'Error message: operation error S3: PutObject, StatusCode: 409, api error ConditionalRequestConflict',
      'Error message: operation error DynamoDB: PutItem, api error ProvisionedThroughputExceededException',
      'Error message: 2 errors occurred: ConditionalCheckFailedException; unexpected end of JSON input',
    ]) {
      expect(isTransientLock([error(lock, detail)])).toBe(true)
    }
    expect(isTransientLock([error('reading x', 'ThrottlingException')])).toBe(false)
  })
})
