import { describe, expect, test } from '@jest/globals'
import { isDescriptiveName, isSecretName, makeHidesKey, wordsOfName } from '../../src/core/key-names.ts'

describe('names that are hidden', () => {
  test.each([
    'password',
    'Password',
    'PASSWORD',
    'db_password',
    'dbPassword',
    'db-password',
    'DB_PASSWORD',
    'PGPASSWORD',
    'auth.password',
    'master_password',
    'admin_passwords',
    'password_wo',
    'password2',
    'password_hash',
    'passwd',
    'root_passwd',
    'pwd',
    'passphrase',
    'db_pass',
    'smtpPass',
    'secret',
    'secrets',
    'secret_key',
    'secretKey',
    'secret_access_key',
    'SecretAccessKey',
    'secret_string',
    'secret_string_wo',
    'secret_binary',
    'client_secret',
    'clientSecret',
    'CLIENT-SECRET',
    'clientsecret',
    'jwt_secret',
    'secret_key_base',
    'token',
    'GITHUB_TOKEN',
    'access_token',
    'accessToken',
    'refresh_token',
    'auth_token',
    'authtoken',
    'bearerToken',
    'INPUT_GITHUB-TOKEN',
    'api_key',
    'apiKey',
    'APIKey',
    'apikey',
    'x-api-key',
    'DD_APP_KEY',
    'private_key',
    'private_key_pem',
    'private_key_openssh',
    'privateKey',
    'ssh_private_key',
    'access_key',
    'aws_access_key_id',
    'primary_access_key',
    'storage_account_key',
    'AccountKey',
    'SharedAccessKey',
    'connection_string',
    'primary_connection_string',
    'ConnectionString',
    'credentials',
    'google_credentials',
    'tunnel1_preshared_key',
    'client_key',
    'client_key_data',
    'kubeconfig',
    'kube_config_raw',
    '.dockerconfigjson',
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })
})

describe('names that are not', () => {
  test.each([
    '',
    'id',
    'name',
    'key',
    'keys',
    'secret_name',
    'secretName',
    'secret_arn',
    'secret_id',
    'secret_type',
    'secret_version',
    'secret_key_ref',
    'secretKeyRef',
    'token_ttl',
    'token_type',
    'token_endpoint',
    'max_tokens',
    'next_token',
    'client_request_token',
    'password_policy',
    'password_length',
    'minimum_password_length',
    'password_reset_required',
    'password_wo_version',
    'secret_string_wo_version',
    'manage_master_user_password',
    'disable_password_authentication',
    'has_password',
    'kms_key_id',
    'kms_master_key_id',
    'key_name',
    'key_vault_key_id',
    'public_key',
    'public_key_pem',
    'hash_key',
    'range_key',
    'primary_key',
    'partition_key',
    'image_pull_secret',
    'imagePullSecrets',
    'existingSecret',
    'automount_service_account_token',
    'bypass',
    'pass',
    'compass',
    'passenger',
    'tokenizer',
    'secretary',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'authorization',
    'tags',
    'description',
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})

test('words of a name', () => {
  expect(wordsOfName('dbAdminPassword')).toEqual(['db', 'admin', 'password'])
  expect(wordsOfName('DB-ADMIN_password.v2')).toEqual(['db', 'admin', 'password', 'v2'])
  expect(wordsOfName('APIKey')).toEqual(['api', 'key'])
})

test('below a hidden key, names that describe are told from names that hold', () => {
  expect(['secret_name', 'arn', 'valueFrom', 'namespace', 'key_id'].filter(isDescriptiveName)).toHaveLength(5)
  expect(['value', 'data', 'pin', 'private'].filter(isDescriptiveName)).toEqual([])
})

test('the user may add patterns, also with flags that keep state', () => {
  const hides = makeHidesKey([/^internal_/g])
  expect([hides('internal_a'), hides('internal_b'), hides('internal_a'), hides('external')]).toEqual([
    true,
    true,
    true,
    false,
  ])
})
