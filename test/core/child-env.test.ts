import { describe, expect, test } from '@jest/globals'
import { childEnv, smallToolEnv } from '../../src/core/child-env.ts'

const env = {
  PATH: '/bin',
  Path: 'C:\\bin',
  HOME: '/home/me',
  LC_ALL: 'C',
  https_proxy: 'http://proxy',
  RUNNER_TRACKING_ID: 'github_1',
  RUNNER_TEMP: '/tmp/x',
  AWS_SECRET_ACCESS_KEY: 's',
  MYCORP_TOKEN: 't',
  GITHUB_TOKEN: 'g',
  TF_VAR_password: 'p',
  TF_CLI_ARGS_plan: '-parallelism=20',
  'INPUT_GITHUB-TOKEN': 'i',
  'INPUT_WORKING-DIRECTORY': '.',
  STATE_x: '1',
  GITHUB_OUTPUT: '/o',
  GITHUB_ENV: '/e',
  GITHUB_PATH: '/p',
  GITHUB_STATE: '/s',
  GITHUB_STEP_SUMMARY: '/m',
  GITHUB_REPOSITORY: 'o/r',
  ACTIONS_RUNTIME_TOKEN: 'a',
  ACTIONS_RUNTIME_URL: 'u',
  ACTIONS_CACHE_URL: 'u',
  ACTIONS_RESULTS_URL: 'u',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'u',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'b',
  NODE_OPTIONS: '--require x',
  TF_LOG: 'trace',
  TF_LOG_PROVIDER: 'trace',
  TF_REATTACH_PROVIDERS: '{}',
  UNSET: undefined,
}

describe('childEnv', () => {
  test('a small tool gets what it needs to work and no credential', () => {
    expect(smallToolEnv(env)).toEqual({
      PATH: '/bin',
      Path: 'C:\\bin',
      HOME: '/home/me',
      LC_ALL: 'C',
      https_proxy: 'http://proxy',
      RUNNER_TRACKING_ID: 'github_1',
      RUNNER_TEMP: '/tmp/x',
    })
    expect(Object.keys(smallToolEnv(env, ['GITHUB_TOKEN', 'AWS_*']))).toEqual(
      expect.arrayContaining(['GITHUB_TOKEN', 'AWS_SECRET_ACCESS_KEY']),
    )
  })

  test('Terraform gets all but the internals of the runner', () => {
    expect(Object.keys(childEnv(env)).sort()).toEqual(
      [
        'PATH',
        'Path',
        'HOME',
        'LC_ALL',
        'https_proxy',
        'RUNNER_TRACKING_ID',
        'RUNNER_TEMP',
        'AWS_SECRET_ACCESS_KEY',
        'MYCORP_TOKEN',
        'GITHUB_TOKEN',
        'TF_VAR_password',
        'TF_CLI_ARGS_plan',
        'GITHUB_REPOSITORY',
        'ACTIONS_ID_TOKEN_REQUEST_URL',
        'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      ].sort(),
    )
  })

  test('rules: beginnings only with a star, no rules let all through', () => {
    expect(childEnv({ AB: '1', ABC: '2' }, { drop: ['AB'] })).toEqual({ ABC: '2' })
    expect(childEnv({ AB: '1', ABC: '2', B: '3' }, { allow: ['ab*'], drop: ['A*'], keep: ['ABC'] })).toEqual({
      ABC: '2',
    })
    expect(childEnv({ A: '', B: undefined, INPUT_X: 'x' }, { drop: [] })).toEqual({ A: '', INPUT_X: 'x' })
  })
})
