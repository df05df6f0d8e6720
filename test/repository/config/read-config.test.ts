import { describe, expect, test } from '@jest/globals'
import { EMPTY_CONFIG } from '../../../src/repository/config/config.ts'
import { readConfig } from '../../../src/repository/config/read-config.ts'

const FILE = '.github/gitops.yml'

/** `line:column: message` of each fault. */
async function faultsOf(text: string): Promise<string[]> {
  const { config, faults } = await readConfig(text, FILE)
  if (faults.length > 0) expect(config).toBe(EMPTY_CONFIG)
  for (const fault of faults) expect(fault.file).toBe(FILE)
  return faults.map(({ line, column, message }) => `${line}:${column}: ${message}`)
}

const NAMES =
  'path, name, workspaces, var-files, environment, depends-on, previous-names, extra-inputs, generated, drift'

describe('what is right', () => {
  test('a file with everything', async () => {
    const text = `# yaml-language-server: $schema=https://example.com/schema.json
version: 1
stacks:
  - path: ./infra//network/
  - path: infra/app
    name: app
    workspaces: [staging, production]
    var-files: ['infra/app/env/{workspace}.tfvars']
    environment: production
    depends-on: [infra/network, found-elsewhere]
    previous-names: [infra/old-app]
    extra-inputs: [scripts/, './shared/**/*.json', '!./shared/x/']
    generated: [infra/app/build/*.zip]
    drift:
      ignore: [{resource: 'aws_autoscaling_group.*', attribute: desired_capacity, reason: scaled, expiry: '2027-02-28'}]
      remediate: pr
  - path: .
    var-files: []
    drift: false
global-inputs: [tools/versions.yaml]
environments:
  production:
    plan-role: arn:aws:iam::111122223333:role/ci/plan
    apply-role: arn:aws-us-gov:iam::111122223333:role/apply
    region: us-gov-west-1
  china: {plan-role: 'arn:aws-cn:iam::111122223333:role/plan'}
tools: {terraform: '~> 1.14.0', opentofu: ">= 1.10, < 2", helm: v3.19.2}
redact: ['tok_[0-9a-z]{16}', '(?i)password']
helm:
  values: [a.yaml, [b.yaml, c.yaml]]
  kube-versions: ['1.33', v1.34.1]
  api-versions: [monitoring.coreos.com/v1]
  schemas: [crds/]
argocd: {server: 'https://argocd.example.com', namespace: argocd, applications: [shop], version: 3.2.1}
drift:
  severity: [{resource: 'aws_iam_*', severity: critical}]
  labels: [drift]
owners:
  '/infra/': '@acme/platform'
  '*.md': []
  '/apps/a b': ['@me', ops@example.com]
bootstrap: {region: eu-central-1, anything: [1, {deep: true}]}
`
    const { config, faults } = await readConfig(text, FILE)
    expect(faults).toEqual([])
    expect(config).toEqual({
      stacks: [
        { path: 'infra/network', dependsOn: [], previousNames: [], extraInputs: [], generated: [], line: 4 },
        {
          path: 'infra/app',
          name: 'app',
          workspaces: ['staging', 'production'],
          varFiles: ['infra/app/env/{workspace}.tfvars'],
          environment: 'production',
          dependsOn: ['infra/network', 'found-elsewhere'],
          previousNames: ['infra/old-app'],
          extraInputs: ['scripts/**', 'shared/**/*.json', '!shared/x/**'],
          generated: ['infra/app/build/*.zip'],
          drift: {
            ignore: [
              {
                resource: 'aws_autoscaling_group.*',
                attribute: 'desired_capacity',
                reason: 'scaled',
                expiry: '2027-02-28',
              },
            ],
            remediate: 'pr',
          },
          line: 5,
        },
        {
          path: '.',
          varFiles: [],
          dependsOn: [],
          previousNames: [],
          extraInputs: [],
          generated: [],
          drift: false,
          line: 17,
        },
      ],
      globalInputs: ['tools/versions.yaml'],
      environments: {
        production: {
          planRole: 'arn:aws:iam::111122223333:role/ci/plan',
          applyRole: 'arn:aws-us-gov:iam::111122223333:role/apply',
          region: 'us-gov-west-1',
        },
        china: { planRole: 'arn:aws-cn:iam::111122223333:role/plan' },
      },
      tools: { terraform: '~> 1.14.0', opentofu: '>= 1.10, < 2', helm: 'v3.19.2' },
      redact: ['tok_[0-9a-z]{16}', '(?i)password'],
      owners: [
        { pattern: '/infra/', owners: ['@acme/platform'] },
        { pattern: '*.md', owners: [] },
        { pattern: '/apps/a b', owners: ['@me', 'ops@example.com'] },
      ],
      helm: {
        values: ['a.yaml', ['b.yaml', 'c.yaml']],
        'kube-versions': ['1.33', 'v1.34.1'],
        'api-versions': ['monitoring.coreos.com/v1'],
        schemas: ['crds/'],
      },
      argocd: {
        server: 'https://argocd.example.com',
        namespace: 'argocd',
        applications: ['shop'],
        version: '3.2.1',
      },
      drift: { severity: [{ resource: 'aws_iam_*', severity: 'critical' }], labels: ['drift'] },
      bootstrap: { region: 'eu-central-1', anything: [1, { deep: true }] },
    })
  })

  test.each([[''], ['\n# only a comment\n'], ['---\n'], ['{}'], ['~'], ['\ufeff']])(
    'a file that says nothing: %j',
    async (text) => {
      expect(await readConfig(text, FILE)).toEqual({ config: EMPTY_CONFIG, faults: [] })
    },
  )

  test('an anchor stands for a whole value, wherever it is used', async () => {
    const text = `stacks:
  - path: a
    extra-inputs: &shared [scripts/*.sh]
  - path: b
    extra-inputs: *shared
`
    const { config, faults } = await readConfig(text, FILE)
    expect(faults).toEqual([])
    expect(config.stacks.map(({ extraInputs }) => extraInputs)).toEqual([['scripts/*.sh'], ['scripts/*.sh']])
  })

  test('an alias means the last anchor above it', async () => {
    const text = `global-inputs: [&x a, *x, &x b, *x]`
    const { config } = await readConfig(text, FILE)
    expect(config.globalInputs).toEqual(['a', 'a', 'b', 'b'])
  })

  test('the order of owners is that of the file, numbers as keys too', async () => {
    const { config } = await readConfig(`owners: {b: '@b', 2: '@two', 1: '@one', a: '@a'}`, FILE)
    expect(config.owners.map(({ pattern }) => pattern)).toEqual(['b', '2', '1', 'a'])
  })

  test('names that every object has are names like others', async () => {
    const text = `environments: {constructor: {region: eu-west-1}}\nstacks: [{path: a, environment: constructor}]`
    const { config, faults } = await readConfig(text, FILE)
    expect(faults).toEqual([])
    expect(config.environments['constructor']).toEqual({ region: 'eu-west-1' })
    expect('toString' in config.environments).toBe(false)
    expect('constructor' in EMPTY_CONFIG.environments).toBe(false)
  })

  test('workspaces of one folder and dependencies between them are no circle', async () => {
    const text = `stacks:
  - {path: app, name: dev, workspaces: [dev]}
  - {path: app, name: prod, workspaces: [prod], depends-on: [dev]}
  - {path: x, var-files: [x/a.tfvars], depends-on: [x@b]}
  - {path: x, var-files: [x/b.tfvars]}
  - {path: y, depends-on: [x]}
`
    expect(await faultsOf(text)).toEqual([])
  })
})

describe('each fault has its line and column', () => {
  test.each<[string, string, string[]]>([
    // YAML
    ['text that never ends', 'tools: "x\nversion: 1\n', ['3:1: this is not YAML: missing closing "quote']],
    [
      'two mappings in one line',
      'a: b: c\n',
      ['1:4: this is not YAML: nested mappings are not allowed in compact mappings'],
    ],
    ['a tab', 'stacks:\n\t- path: a\n', ['2:1: a tab indents this line']],
    [
      'a second document',
      'version: 1\n---\nversion: 1\n',
      ['2:1: a second document begins here: the configuration is one document'],
    ],
    ['a tag', 'redact:\n  - !secret x\n', ['2:5: unresolved tag: !secret: tags are not read']],
    ['a key that is no text', '? [a]\n: 1\n', ['1:3: a key must be text']],
    ['an alias without anchor', 'redact: *x\n', ['1:9: there is no anchor `&x` above']],
    [
      'an alias before its anchor',
      'redact: [*x]\nglobal-inputs: &x [a]\n',
      ['1:10: there is no anchor `&x` above'],
    ],
    ['an alias within its anchor', 'redact: &x [*x]\n', ['1:13: `*x` holds itself']],
    [
      'a key twice',
      'version: 1\ntools: {}\nversion: 1\n',
      ['3:1: `version` stands here twice: first in line 1'],
    ],
    [
      'a key twice where all is open',
      'bootstrap: {a: 1, b: {c: 1, c: 2}}',
      ['1:29: `c` stands here twice: first in line 1'],
    ],
    [
      'a merge key',
      'environments:\n  a: &a {region: eu-west-1}\n  b:\n    <<: *a\n',
      ['4:5: merge keys (`<<`) are not read: an alias may stand for a whole value'],
    ],
    // keys
    ['no mapping', '- a\n', ['1:1: the configuration must be a mapping, not a list']],
    ['an unknown key', 'stack: []\n', ['1:1: unknown key "stack"; did you mean `stacks`?']],
    [
      'an unknown key in a stack',
      'stacks:\n  - path: a\n    varFiles: []\n',
      ['3:5: unknown key "varFiles"; did you mean `var-files`?'],
    ],
    ['a key like none', 'stacks:\n  - path: a\n    zzz: 1\n', [`3:5: unknown key "zzz"; known are ${NAMES}`]],
    [
      'a key of a prototype',
      '__proto__: {x: 1}\nconstructor: 1\n',
      [
        expect.stringMatching(/^1:1: unknown key "__proto__"; known are version, /) as unknown as string,
        expect.stringMatching(/^2:1: unknown key "constructor"/) as unknown as string,
      ],
    ],
    [
      'a prototype as an environment',
      'environments:\n  __proto__: {region: eu-west-1}\n',
      ['2:3: `__proto__` is no name'],
    ],
    [
      'a prototype where all is open',
      'bootstrap:\n  a: [{__proto__: {x: 1}}]\n',
      ['2:8: `__proto__` is no name'],
    ],
    ['a missing key', 'stacks:\n  - name: a\n', ['2:5: `path` is missing here']],
    [
      'missing keys of a rule',
      'drift:\n  ignore:\n    - {attribute: a}\n',
      ['3:7: `resource` is missing here', '3:7: `reason` is missing here'],
    ],
    // types
    ['no value', 'stacks:\nversion: 1\n', ['1:1: `stacks` has no value']],
    ['no value in a list', 'redact:\n  - a\n  -\n', ['3:4: an entry of `redact` has no value']],
    ['text for a list', 'global-inputs: a\n', ['1:16: `global-inputs` must be a list, not text']],
    ['a list for a mapping', 'tools:\n  - terraform\n', ['2:3: `tools` must be a mapping, not a list']],
    ['a mapping for text', 'stacks: [{path: {a: 1}}]', ['1:17: `path` must be text, not a mapping']],
    [
      'a number for a version',
      'tools:\n  terraform: 1.10\n',
      ['2:14: `terraform` must be text, not a number'],
    ],
    [
      'true for a name',
      'stacks: [{path: a, workspaces: [true]}]',
      ['1:33: an entry of `workspaces` must be text, not true'],
    ],
    ['another version', 'version: 2\n', ['1:10: `version` must be 1, not a number']],
    [
      'a choice',
      'drift: {remediate: aply}\n',
      ['1:20: `remediate` must be one of none, pr, apply, sync, not "aply"; did you mean `apply`?'],
    ],
    [
      'neither off nor a mapping',
      'stacks: [{path: a, drift: true}]',
      ['1:27: `drift` must be `false` or a mapping, not true'],
    ],
    // paths
    ['an empty path', 'stacks: [{path: ""}]', ['1:17: `path` must not be empty']],
    [
      'an absolute path',
      'stacks: [{path: /infra}]',
      ['1:17: `path` must be relative to the repository root, without `/` at its start'],
    ],
    [
      'a drive',
      'stacks: [{path: "C:/infra"}]',
      ['1:17: `path` must be relative to the repository root, without `/` at its start'],
    ],
    [
      'a path that climbs',
      'stacks:\n  - path: a\n    var-files: [a/../../x.tfvars]\n',
      ['3:17: an entry of `var-files` must stay inside the repository: no `..`'],
    ],
    ['NUL', 'stacks: [{path: "a\\0b"}]', ['1:17: `path` must not hold a NUL character']],
    [
      'a backslash',
      'stacks: [{path: infra\\app}]',
      ['1:17: `path` must have `/` between its parts, not a backslash'],
    ],
    // globs
    [
      'a glob that climbs',
      'global-inputs: ["../x/*"]',
      ['1:17: an entry of `global-inputs` must stay inside the repository: no `..`'],
    ],
    [
      'a glob that takes out above the root',
      'global-inputs: ["!../x/*"]',
      ['1:17: an entry of `global-inputs` must stay inside the repository: no `..`'],
    ],
    [
      'a glob with a group',
      'global-inputs: ["(*a)+c"]',
      [
        '1:17: an entry of `global-inputs` must have no brackets `(` `)`: `{a,b}` is one of several, `?` any character',
      ],
    ],
    [
      'a glob that repeats a choice',
      'global-inputs: ["{*a,*b}+c"]',
      ['1:17: an entry of `global-inputs` must have no `+` after a `}`'],
    ],
    [
      'a glob of stars',
      'global-inputs: ["*a*a*a*a*a"]',
      ['1:17: an entry of `global-inputs` must not have more than four `*` between two `/`'],
    ],
    [
      'a glob of deep stars',
      'global-inputs: ["**/a/**/a/**/a/**/a/**"]',
      ['1:17: an entry of `global-inputs` must not have more than four `**`'],
    ],
    [
      'a glob with an open bracket',
      'stacks: [{path: a, extra-inputs: ["x/[a*"]}]',
      ['1:35: this glob cannot be read: its `]` is missing'],
    ],
    [
      'a glob with an open brace',
      'stacks: [{path: a, generated: ["x/{a,b"]}]',
      ['1:32: this glob cannot be read: its `}` is missing'],
    ],
    [
      'a range the wrong way',
      'global-inputs: ["[z-a]"]',
      ['1:17: this glob cannot be read: it is no valid pattern'],
    ],
    // forms
    [
      'a name with spaces at its end',
      'stacks: [{path: a, name: "a "}]',
      [
        '1:26: `name` must be a name of 1 to 200 characters in one line, without spaces at its ends, not "a "',
      ],
    ],
    [
      'a name of two lines',
      'stacks: [{path: a, name: "a\\nb"}]',
      [
        '1:26: `name` must be a name of 1 to 200 characters in one line, without spaces at its ends, not "a\\nb"',
      ],
    ],
    [
      'a workspace like an option',
      'stacks: [{path: a, workspaces: [-x]}]',
      [
        '1:33: an entry of `workspaces` must be the name of a workspace: letters, digits and any of `. _ ~ - $ & + : = @`, not beginning with `-`, not "-x"',
      ],
    ],
    [
      'a workspace twice',
      'stacks: [{path: a, workspaces: [x, y, x]}]',
      ['1:39: "x" stands twice in `workspaces`'],
    ],
    [
      'a role that is a user',
      'environments: {a: {plan-role: "arn:aws:iam::111122223333:user/x"}}',
      [
        '1:31: `plan-role` must be the ARN of an IAM role: "arn:aws:iam::111122223333:role/plan" (also `aws-cn`, `aws-us-gov`), not "arn:aws:iam::111122223333:user/x"',
      ],
    ],
    [
      'a region',
      'environments: {a: {region: Frankfurt}}',
      ['1:28: `region` must be a region of AWS such as "eu-central-1", not "Frankfurt"'],
    ],
    [
      'a constraint of npm',
      'tools: {terraform: ^1.9}',
      [
        '1:20: `terraform` must be a version, or a constraint as Terraform writes it: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0", not "^1.9"',
      ],
    ],
    [
      'a version that is too great',
      'tools: {terraform: "1.99999999999999999999"}',
      [
        '1:20: `terraform` "1.99999999999999999999" is not a version constraint: cannot read "1.99999999999999999999"',
      ],
    ],
    [
      'a date',
      'drift: {ignore: [{resource: a, reason: b, expiry: "2027-02-30"}]}',
      ['1:51: `expiry` is no day of the calendar'],
    ],
    [
      'an owner',
      'owners: {"*": acme}',
      ['1:15: the value of "*" must be a `@user`, an `@org/team` or an e-mail address, not "acme"'],
    ],
    [
      'an owner in a list',
      'owners: {"*": ["@a", "@a b"]}',
      [
        '1:22: an entry of the value of "*" must be a `@user`, an `@org/team` or an e-mail address, not "@a b"',
      ],
    ],
    [
      'a pattern of owners',
      'owners: {"!x": "@a"}',
      ['1:10: the key "!x" begins with `!`: nothing can be taken out, a later pattern wins'],
    ],
    [
      'a long text',
      `stacks: [{path: a, name: ${'x'.repeat(201)}}]`,
      ['1:26: `name` must not be longer than 200 characters'],
    ],
    // redact
    [
      'a regular expression',
      'redact:\n  - ok\n  - "(a"\n',
      ['3:5: an entry of `redact` is not a regular expression (unterminated group)'],
    ],
    [
      'an expression for nothing',
      'redact: ["x*"]',
      ['1:10: an entry of `redact` matches the empty text and would hide everything and nothing'],
    ],
    [
      'an empty expression',
      'redact: [""]',
      ['1:10: an entry of `redact` must be a JavaScript regular expression, without slashes around it'],
    ],
    // between entries
    [
      'two names',
      'stacks:\n  - {path: a, name: n}\n  - {path: b, name: n}\n',
      ['3:21: another stack is called "n" in line 2'],
    ],
    [
      'the same stack twice',
      'stacks:\n  - path: a\n  - path: ./a/\n    name: other\n',
      ['3:11: line 2 has this stack already: path, workspace and variable files are the same'],
    ],
    [
      'one workspace twice',
      'stacks:\n  - {path: a, workspaces: [x, y]}\n  - {path: a, workspaces: [y]}\n',
      ['3:12: line 2 has this stack already: path, workspace and variable files are the same'],
    ],
    [
      'a placeholder for nothing',
      'stacks: [{path: a, var-files: ["a/{workspace}.tfvars"]}]',
      ['1:32: `{workspace}` needs the names in `workspaces` of this stack'],
    ],
    [
      'an unknown environment',
      'environments: {production: {}}\nstacks: [{path: a, environment: producton}]',
      ['2:33: `environments` has no "producton"; did you mean `production`?'],
    ],
    ['itself', 'stacks: [{path: a, depends-on: [b, a]}]', ['1:36: a stack cannot depend on itself']],
    [
      'itself by a workspace',
      'stacks: [{path: a, workspaces: [x, y], depends-on: [a@x]}]',
      ['1:53: a stack cannot depend on itself'],
    ],
    [
      'a circle',
      'stacks:\n  - {path: a, depends-on: [b]}\n  - {path: b, depends-on: [see]}\n  - {path: c, name: see, depends-on: [a]}\n  - {path: d, depends-on: [a]}\n',
      ['4:39: these stacks wait for each other: a → b → see → a'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await faultsOf(text)).toEqual(expected)
  })

  test('all of them at once, in the order of the file', async () => {
    const text = `stacks:
  - path: /abs
    nmae: x
  - path: ok
    environment: prod
tools: {terraform: 1.9}
environments: {stage: {}}
redact: ["("]
`
    expect(await faultsOf(text)).toEqual([
      '2:11: `path` must be relative to the repository root, without `/` at its start',
      '3:5: unknown key "nmae"; did you mean `name`?',
      '5:18: `environments` has no "prod"',
      '6:20: `terraform` must be text, not a number',
      '8:10: an entry of `redact` is not a regular expression (unterminated group)',
    ])
  })

  test('with Windows line ends and a byte order mark the places are the same', async () => {
    const text = '\ufeffversion: 1\r\nstacks:\r\n  - path: /a\r\n'
    expect(await faultsOf(text)).toEqual([expect.stringMatching(/^3:11: /)])
  })

  test('a number that should be text is shown in quotes, except where it hides something', async () => {
    const { faults } = await readConfig('tools: {terraform: 1.10}\nredact: [123456]\n', FILE)
    expect(faults.map(({ help }) => help)).toEqual(['Put it in quotes: "1.10".', undefined])
    expect(JSON.stringify(faults)).not.toContain('123456')
  })

  test('what an alias stands for twice is wrong once', async () => {
    const text = 'stacks:\n  - path: a\n    depends-on: &d [" x"]\n  - path: b\n    depends-on: *d\n'
    expect(await faultsOf(text)).toHaveLength(1)
  })

  test('patterns that hide are never repeated', async () => {
    const secret = 'hunter2hunter2('
    const { faults } = await readConfig(`redact: ["${secret}", 5, "${'s'.repeat(1001)}"]`, FILE)
    expect(faults).toHaveLength(3)
    expect(JSON.stringify(faults)).not.toMatch(/hunter2|sss/)
  })
})

describe('hostile files end soon', () => {
  const laughs = [
    'bootstrap:',
    `  a: &a [${Array<string>(10).fill('x').join(',')}]`,
    ...Array.from('bcdefghijk').map(
      (name, index) =>
        `  ${name}: &${name} [${Array<string>(10)
          .fill(`*${'abcdefghij'.charAt(index)}`)
          .join(',')}]`,
    ),
  ].join('\n')

  test.each([
    ['aliases of aliases', laughs, '1:1: its aliases stand for more than 100,000 values'],
    ['brackets', `redact: ${'['.repeat(100_000)}`, expect.stringContaining('is nested too deep')],
    [
      'deep, but not too deep for YAML',
      `bootstrap: ${'['.repeat(60)}${']'.repeat(60)}`,
      '1:11: `bootstrap` must be a mapping, not a list',
    ],
    ['more than a megabyte', `#${' '.repeat(1024 * 1024)}`, '1:1: the file is larger than 1 MiB'],
    ['more than a megabyte in bytes', `#${'é'.repeat(600_000)}`, '1:1: the file is larger than 1 MiB'],
  ])('%s', async (name, text, expected) => {
    const start = performance.now()
    const faults = await faultsOf(text)
    expect(performance.now() - start).toBeLessThan(5_000)
    if (name.startsWith('deep')) expect(faults[0]).toMatch(/is nested too deep|must be a mapping/)
    else expect(faults[0]).toEqual(expected)
  })

  test('20,000 keys, faults, or stacks of the same lists', async () => {
    const lines = (make: (index: number) => string): string =>
      Array.from({ length: 20_000 }, (_, index) => make(index)).join('\n')
    const start = performance.now()
    expect((await faultsOf(lines((index) => `k${index}: 1`))).length).toBeLessThanOrEqual(1_001)
    expect((await faultsOf(`environments:\n${lines((index) => `  k${index}: {}`)}`)).length).toBe(0)
    const long = Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(', ')
    const files = Array.from({ length: 20_000 }, (_, index) => `"{workspace}/${index}"`).join(', ')
    expect(await faultsOf(`stacks: [{path: a, workspaces: [${long}], var-files: [${files}]}]`)).toEqual([])
    const chain = `stacks:\n${lines((index) => `- {path: '${index}', depends-on: ['${index + 1}']}`)}`
    expect(await faultsOf(chain)).toEqual([])
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
