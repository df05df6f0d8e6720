import type { CauseClass } from '../core/errors.ts'
import { diagnosticText, errorsOf } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { lockSummary } from './lock.ts'

/** `read`: a plan that was made elsewhere. */
export type Phase = 'read' | 'init' | 'workspace' | 'plan' | 'show' | 'fmt' | 'validate' | 'apply' | 'output'

interface CauseRule {
  readonly cause: CauseClass
  /** Matched against summary and detail in one line. */
  readonly pattern: RegExp
  /** What to do, one sentence. */
  readonly help: string
}

export interface Cause {
  readonly cause: CauseClass
  readonly help?: string
}

const cloudToken =
  'Give the job a token for the host in the `cloud` or `remote` block: TF_TOKEN_<host> with dots as underscores, for instance TF_TOKEN_app_terraform_io.'

/**
 * From the words of the tools to a cause. The first rule that fits any error wins, so what explains more stands first:
 * a lock that was refused for lack of rights is `auth`. Sources: the messages of Terraform 1.5 and 1.11 and OpenTofu
 * 1.12 (internal/command, internal/getproviders, internal/backend, internal/cloud), and of the AWS, Google and Azure
 * SDKs as their providers and backends pass them on.
 */
const causeRules: readonly CauseRule[] = [
  {
    cause: 'auth',
    pattern: /Required token could not be found|(terraform|tofu) login\b|TF_TOKEN_/,
    help: cloudToken,
  },
  {
    cause: 'auth',
    pattern:
      /No valid credential sources|Unable to locate credentials|no EC2 IMDS role found|failed to refresh cached credentials|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|AuthFailure/,
    help: 'No usable AWS credentials: sign in before this step (aws-actions/configure-aws-credentials with OIDC needs the right to write `id-token`).',
  },
  {
    cause: 'auth',
    pattern: /ExpiredToken|RequestExpired|token (has|is) expired|security token .* expired/i,
    help: 'The credentials have expired: sign in again right before this step, or ask for a longer session.',
  },
  {
    cause: 'auth',
    pattern:
      /could not find default credentials|Attempted to load application default credentials|invalid_grant/,
    help: 'No usable Google credentials: sign in before this step (google-github-actions/auth).',
  },
  {
    cause: 'auth',
    pattern: /AADSTS\d+|[Uu]nable to build authorizer|could not configure AzureCli Authorizer|az login\b/,
    help: 'No usable Azure credentials: set ARM_USE_OIDC, ARM_CLIENT_ID, ARM_TENANT_ID and ARM_SUBSCRIPTION_ID, or sign in before this step.',
  },
  {
    cause: 'auth',
    pattern:
      /AccessDenied|UnauthorizedOperation|not authorized to perform|AuthorizationFailed|AuthorizationPermissionMismatch|PERMISSION_DENIED|permission denied on resource|googleapi: Error 40[13]|StatusCode: 40[13]\b/i,
    help: 'The identity of this job may not do that: grant it the action named in the error, or use another role.',
  },
  {
    cause: 'auth',
    pattern:
      /could not read Username for|Permission denied \(publickey\)|Authentication failed for|Repository not found/,
    help: 'A module comes from a Git repository this job may not read: give the job a deploy key or a token for it.',
  },
  {
    cause: 'auth',
    pattern:
      /requires authentication credentials|rejected the given authentication credentials|invalid credentials for|\b401 Unauthorized\b|\b403 Forbidden\b|\b[Uu]nauthorized\b/,
    help: 'The server asked for other credentials: check the token given to this job.',
  },
  {
    cause: 'lock',
    pattern: lockSummary,
    help: 'Another run holds the state lock: wait for it, or raise lock-timeout. When its holder is gone for good: `terraform force-unlock ID` with the id below.',
  },
  {
    cause: 'provider',
    pattern:
      /Plugin did not respond|plugin crashed|Unrecognized remote plugin message|plugin exited before|timeout while waiting for plugin to start|Failed to instantiate provider|Failed to load plugin schemas|failed to obtain (provider )?schema|[Cc]ould not load plugin|Provider produced (inconsistent|invalid)/,
    help: 'A provider failed: try its newest patch version, and report the message to its maintainers.',
  },
  {
    cause: 'bug',
    pattern: /(TERRAFORM|OPENTOFU) CRASH|panic: runtime error/,
    help: 'The tool itself crashed: try its newest patch version, and report the crash to its maintainers.',
  },
  {
    cause: 'policy',
    pattern: /polic(y|ies) (check|set|evaluation)s?\b.*\b(fail|hard|mandatory)/i,
    help: 'A policy of the organization refused this: see its message.',
  },
  {
    cause: 'config',
    pattern: /Unsupported (Terraform Core|OpenTofu Core) version|Unsupported OpenTofu version/,
    help: 'required_version does not admit the version that ran: set tool-version, or change required_version.',
  },
  {
    cause: 'config',
    pattern: /No value for required variable/,
    help: 'Give the variable a value: a .tfvars file (var-files), TF_VAR_<name>, or a default.',
  },
  {
    cause: 'config',
    pattern:
      /Failed to read variables file|Failed to parse command-line flags|Too many command line arguments/,
    help: 'Check var-files, init-args and plan-args; paths are relative to the stack.',
  },
  {
    cause: 'config',
    pattern:
      /Workspace "[^"]*" doesn't exist|Currently selected workspace .* does not exist|No existing workspaces/,
    help: 'Create the workspace first, or correct the `workspace` input.',
  },
  {
    cause: 'config',
    pattern: /Unreadable module directory|Module not found|Unreadable module subdirectory/,
    help: 'A module is not where its source says: check the path or the address.',
  },
  {
    cause: 'init',
    pattern:
      /does not have a provider named|no available releases match|Inconsistent dependency lock file|locked provider .* does not match|(incorrect|expected) checksum|checksum list has|doesn't match the any|Incompatible provider version/i,
    help: 'Check the source and version of the provider, and run `terraform providers lock` for the platforms of your runners.',
  },
  {
    cause: 'init',
    pattern:
      /Failed to query available provider packages|Failed to resolve provider packages|Failed to install provider|Error accessing remote module registry|Failed to (request|retrieve) discovery document|Could not download module|Failed to download module|registry service/,
    help: 'The registry or the download did not answer: run again; behind a proxy set HTTPS_PROXY or a provider mirror.',
  },
  {
    cause: 'init',
    pattern:
      /S3 bucket .* does not exist|NoSuchBucket|storage: bucket doesn't exist|ContainerNotFound|ResourceNotFoundException/,
    help: 'Where the state is kept does not exist: check the backend configuration, or create it first.',
  },
  {
    cause: 'init',
    pattern:
      /[Ii]nitialization required|Backend configuration changed|Backend type changed|Module not installed|Required plugins are not installed|Missing required provider|Error inspecting states|Error loading state|Failed to get existing workspaces|Invalid backend configuration|Failed to (instantiate|load) backend/,
    help: 'Initialisation is missing or does not fit the configuration: check the backend block and backend-config.',
  },
  {
    cause: 'timeout',
    pattern:
      /context deadline exceeded|Client\.Timeout exceeded|TLS handshake timeout|i\/o timeout|timeout while waiting for/,
    help: 'Something did not answer in time: run again, or raise the timeout of the resource.',
  },
]

/** Errors whose words the author of the code has chosen: they prove nothing about credentials or locks. */
const WRITTEN_BY_THE_AUTHOR =
  /^(Resource (pre|post)condition failed|Module output value precondition failed|Check block assertion failed|Invalid value for variable)\b/

/** True for the text of an error that says that credentials are missing or lack a right. */
export function isAuthError(message: string): boolean {
  if (WRITTEN_BY_THE_AUTHOR.test(message)) return false
  return causeRules.find(({ pattern }) => pattern.test(message))?.cause === 'auth'
}

/** The cause of a failed run. What no rule knows is the configuration's when it has a place in the code. */
export function causeOf(diagnostics: readonly Diagnostic[], phase: Phase): Cause {
  const errors = errorsOf(diagnostics)
  const texts = errors.map(diagnosticText).filter((text) => !WRITTEN_BY_THE_AUTHOR.test(text))
  for (const { cause, pattern, help } of causeRules) {
    if (texts.some((message) => pattern.test(message))) return { cause, help }
  }
  // While applying, an error with a resource is what its provider answered; the place is only where it is declared.
  if (phase === 'apply' && errors.some(({ address }) => address !== undefined)) return { cause: 'provider' }
  if (errors.some(({ file }) => file !== undefined)) return { cause: 'config' }
  if (phase === 'init') return { cause: 'init' }
  return { cause: errors.some(({ address }) => address !== undefined) ? 'provider' : 'config' }
}
