/**
 * Which attribute, variable and key names stand for a secret, whatever their value. A name is cut into lower-case
 * words (`dbAdminPassword`, `DB-ADMIN-PASSWORD` and `db_admin_password` are the same) and judged by how it ends:
 * `secret_key` is one, `secret_key_name` is not.
 */

/** Names that end so are hidden. A term of one word also stands for its plural. */
const SECRET_ENDINGS: readonly string[] = [
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'credential',
  'apikey',
  'psk',
  'kubeconfig',
  'dockerconfigjson',
  'htpasswd',
  'api key',
  'app key',
  'application key',
  'access key',
  'access key id', // no secret alone, but half of a pair, and what scanners look for
  'account key',
  'auth key',
  'client key',
  'function key',
  'hmac key',
  'integration key',
  'license key',
  'master key',
  'preshared key',
  'pre shared key',
  'private key',
  'secret access key',
  'secret key',
  'secret key base',
  'shared key',
  'shared access key',
  'signing key',
  'webhook key',
  'connection string',
  'conn str',
  'sas url',
  'kube config raw',
  'kube admin config raw',
]

/** Words glued to others: `PGPASSWORD`, `myapikey`, `dbpasswd`. */
const GLUED_ENDINGS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'apikey',
  'authtoken',
  'accesstoken',
  'accesskey',
  'clientsecret',
  'connectionstring',
  'privatekey',
  'secretkey',
]

/** Words that may follow and change nothing: `password_wo`, `private_key_pem`, `token_value`. */
const NEUTRAL_ENDINGS: ReadonlySet<string> = new Set([
  'b64',
  'base64',
  'binary',
  'current',
  'data',
  'hash',
  'json',
  'new',
  'old',
  'openssh',
  'pem',
  'pkcs8',
  'plain',
  'plaintext',
  'previous',
  'primary',
  'raw',
  'secondary',
  'string',
  'text',
  'value',
  'wo', // Terraform's write-only arguments
])

/** First words that turn a name into a switch or a number: `manage_master_user_password`, `max_tokens`. */
const SWITCH_BEGINNINGS: ReadonlySet<string> = new Set([
  'allow',
  'create',
  'disable',
  'enable',
  'force',
  'generate',
  'get',
  'has',
  'ignore',
  'is',
  'manage',
  'max',
  'min',
  'num',
  'require',
  'requires',
  'reset',
  'rotate',
  'skip',
  'total',
  'use',
])

/** Whole endings that look like a secret and are none. */
const HARMLESS_ENDINGS: readonly string[] = [
  'automount service account token', // a switch of Kubernetes
  'client token', // idempotency token of the AWS API
  'client request token',
  'continuation token',
  'existing secret', // names of Kubernetes Secrets
  'pull secret',
  'next token', // paging
  'page token',
  'pagination token',
]

/** Last words of keys that describe a secret and do not hold it; looked at below a hidden key. */
const DESCRIPTIVE_LAST_WORDS: ReadonlySet<string> = new Set([
  'algorithm',
  'arn',
  'database',
  'dbname',
  'description',
  'domain',
  'email',
  'enabled',
  'endpoint',
  'engine',
  'expiration',
  'from',
  'host',
  'id',
  'ids',
  'key', // the key inside a Kubernetes Secret: `secret_key_ref { key = … }`
  'kind',
  'length',
  'mode',
  'name',
  'names',
  'namespace',
  'optional',
  'path',
  'policy',
  'port',
  'project',
  'ref',
  'region',
  'server',
  'ttl',
  'type',
  'uri',
  'url',
  'user',
  'username',
  'version',
])

/** The lower-case words of a name, across snake, kebab, camel, dotted and upper case. */
export function wordsOfName(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? []).map((word) => word.toLowerCase())
}

/** True when a value of this name is hidden. See the tables above for the rule. */
export function isSecretName(name: string): boolean {
  const words = wordsOfName(name)
  if (SWITCH_BEGINNINGS.has(words[0] ?? '')) return false
  while (words.length > 0) {
    if (endsInSecret(words)) return true
    if (!isNeutral(words.pop() ?? '')) return false
  }
  return false
}

function endsInSecret(words: readonly string[]): boolean {
  // `password2` is a password; a space in front keeps words whole.
  const joined = ' ' + words.join(' ').replace(/(?<=[a-z])\d+$/, '')
  const singular = joined.replace(/s$/, '')
  if (HARMLESS_ENDINGS.some((ending) => singular.endsWith(' ' + ending))) return false
  // `db_pass` is a password, a lone `pass` is the result of a test.
  if (words.length > 1 && joined.endsWith(' pass')) return true
  return (
    SECRET_ENDINGS.some((ending) => joined.endsWith(' ' + ending) || singular.endsWith(' ' + ending)) ||
    GLUED_ENDINGS.some((ending) => singular.endsWith(ending))
  )
}

/** True for a key that, below a hidden key, says which secret is meant and not what it is. */
export function isDescriptiveName(name: string): boolean {
  return DESCRIPTIVE_LAST_WORDS.has(wordsOfName(name).at(-1) ?? '')
}

/**
 * `isSecretName`, plus the user's own patterns, remembering its answers: plans ask for the same names a million times.
 */
export function makeHidesKey(more: readonly RegExp[] = []): (name: string) => boolean {
  const answers = new Map<string, boolean>()
  return (name) => {
    const known = answers.get(name)
    if (known !== undefined) return known
    // A pattern with `g` or `y` would remember where it stopped.
    const answer = isSecretName(name) || more.some((pattern) => name.search(pattern) >= 0)
    if (answers.size >= 20_000) answers.clear()
    answers.set(name, answer)
    return answer
  }
}

function isNeutral(word: string): boolean {
  return NEUTRAL_ENDINGS.has(word) || /^\d+$/.test(word)
}
