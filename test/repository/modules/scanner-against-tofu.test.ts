import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { evaluate } from '../../../src/repository/modules/constant.ts'
import { fileFacts } from '../../../src/repository/modules/file-facts.ts'
import { moduleFacts } from '../../../src/repository/modules/module-facts.ts'
import { disagreements, type Disagreement } from '../../lab/compare-hcl.ts'
import { askOracle, type OracleFacts } from '../../lab/hcl-oracle.ts'
import { publicModules, type PublicModule } from '../../lab/public-modules.ts'
import { describeWith } from '../../lab/tools.ts'

/**
 * Files that the library finds a fault in and we do not, because we read no expressions and know no schemas. The tools
 * refuse them too, so that no stack that works is judged by such a file.
 */
const LENIENT: Readonly<Record<string, string>> = {
  'init-syntax-invalid-backend-attribute-invalid/main.tf': 'an expression that is none',
}

describeWith('public-modules', 'the scanner against the HCL library, on public modules', (list) => {
  describeWith('hcl-oracle', 'file by file', (program) => {
    const modules = publicModules(list)
    const files = modules.flatMap(({ path, files: names }) => names.map((name) => join(path, name)))
    let answers: readonly OracleFacts[] = []
    beforeAll(async () => {
      answers = await askOracle(program, files)
    }, 120_000)

    test('every file is answered, and there is enough in them to agree on', () => {
      expect(answers.map(({ file }) => file)).toEqual(files)
      const readable = answers.filter(({ ok }) => ok)
      const count = (of: (answer: OracleFacts) => readonly unknown[] | null): number =>
        readable.reduce((sum, answer) => sum + (of(answer)?.length ?? 0), 0)
      expect({
        files: readable.length > 2_000,
        json: readable.filter(({ file }) => file.endsWith('.json')).length > 15,
        calls: count(({ calls }) => calls) > 600,
        backends: count(({ backends }) => backends) > 90,
        clouds: count(({ clouds }) => clouds) > 15,
        versions: count(({ requiredVersions }) => requiredVersions) > 15,
        lifecycles: count(({ lifecycles }) => lifecycles) > 30,
        strings: count(({ strings }) => strings) > 4_000,
      }).toEqual({
        files: true,
        json: true,
        calls: true,
        backends: true,
        clouds: true,
        versions: true,
        lifecycles: true,
        strings: true,
      })
    })

    test('blocks, settings, lines and all strings with their parts agree', () => {
      const found = answers
        .filter(({ ok }) => ok)
        .map((answer) => ({
          file: answer.file,
          differs: disagreements(answer.file, readFileSync(answer.file, 'utf8'), answer),
        }))
        .filter(({ differs }) => differs.length > 0)
      expect(found.slice(0, 10)).toEqual([])
    })

    test('a file with a fault is not clean, but for those named here', () => {
      const lenient = answers
        .filter(({ file, ok }) => !ok && fileFacts(file, readFileSync(file, 'utf8')).clean)
        .map(({ file }) => file.split('/').slice(-2).join('/'))
        .filter((name) => LENIENT[name] === undefined)
      expect(lenient).toEqual([])
    })
  })

  describeWith('hcl-oracle', 'forms that public modules lack', (program) => {
    test('texts put together by chance: what the library can read we read alike', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'hcl-texts-'))
      try {
        const texts = [...FORMS, ...fc.sample(chanceText, 1_500).map((text): Form => ['main.tf', text])]
        const files = texts.map(([name], index) => join(folder, `${index}-${name}`))
        await Promise.all(files.map((file, index) => writeFile(file, texts[index]?.[1] ?? '')))
        const answers = await askOracle(program, files)
        expect(answers.slice(0, FORMS.length).map(({ ok }) => ok)).toEqual(FORMS.map(() => true))
        expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(300)
        const found = answers.flatMap((answer, index) => {
          const text = texts[index]?.[1] ?? ''
          const differs = answer.ok ? disagreements(answer.file, text, answer) : []
          return differs.length === 0 ? [] : [{ text, differs }]
        })
        expect(found.slice(0, 5).map(({ text, differs }) => [text, ...differs.map(firstDifference)])).toEqual(
          [],
        )
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }, 60_000)
  })

  describeWith('tofu-1.12.6', 'folder by folder against tofu show -json -module', (tofu) => {
    const MODULES = 400
    let home = ''
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'tofu-show-'))
      await writeFile(join(home, 'empty.tfrc'), '')
    })
    afterAll(() => rm(home, { recursive: true, force: true }))

    test('files that hide, override and do not count', async () => {
      const module = (source: string): string => `module "m" {\n  source = "${source}"\n}\n`
      const folders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        shadow: { 'main.tf': module('./tf'), 'main.tofu': module('./tofu') },
        'shadow-json': {
          'a.tf.json': '{"module": {"m": {"source": "./tf"}}}',
          'a.tofu.json': '{"module": {"m": {"source": "./tofu"}}}',
        },
        'shadow-override': {
          'main.tf': module('./0'),
          'x_override.tf': module('./1'),
          'x_override.tofu': module('./2'),
        },
        override: {
          'main.tf': `${module('./0')}locals {\n  a = "./a"\n}\nmodule "n" {\n  source = local.a\n}\n`,
          'z_override.tf.json': '{"module": {"m": {"source": "./3"}}}',
          'override.tf': `${module('./2')}locals {\n  a = "./b"\n}\n`,
          'a_override.tf': 'module "m" {\n  count = 1\n}\n',
        },
        ignored: {
          'main.tf': module('./0'),
          '.x_override.tf': module('./1'),
          'y_override.tf~': module('./2'),
          '#z_override.tf#': module('./3'),
          'overrides.tf': 'module "o" {\n  source = "./o"\n}\n',
        },
      }
      for (const [name, files] of Object.entries(folders)) {
        const path = join(home, name)
        await mkdir(path)
        for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text)
        const theirs = await shownCalls(tofu, path, home)
        expect(theirs).toBeDefined()
        expect([name, ourCalls({ name, path, files: Object.keys(files) })]).toEqual([name, theirs])
      }
    }, 60_000)

    test('the same module calls with the same sources: overrides, .tofu files and constant expressions too', async () => {
      const chosen = choose(publicModules(list), MODULES)
      const differs: unknown[] = []
      const counts = { shown: 0, calls: 0, unknown: 0 }
      const queue = [...chosen]
      const work = async (): Promise<void> => {
        for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
          const theirs = await shownCalls(tofu, each.path, home)
          if (theirs === undefined) continue
          const ours = ourCalls(each)
          counts.shown += 1
          counts.calls += Object.keys(ours).length
          counts.unknown += Object.values(ours).filter((source) => source === undefined).length
          if (JSON.stringify(theirs) !== JSON.stringify(ours)) differs.push({ name: each.name, ours, theirs })
        }
      }
      await Promise.all([work(), work()])
      expect(differs).toEqual([])
      expect(counts.unknown).toBeLessThan(10)
      expect(counts.shown).toBeGreaterThan(330)
      expect(counts.calls).toBeGreaterThan(300)
    }, 180_000)
  })
})

/** Of two long lists only where they part. */
function firstDifference({ about, ours, theirs }: Disagreement): unknown {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return { about, ours, theirs }
  const [mine, others]: unknown[][] = [ours, theirs]
  const at = ours.findIndex((item, index) => !isDeepStrictEqual(item, theirs[index]))
  return { about, at, ours: mine?.[at], theirs: others?.[at] }
}

type Form = readonly [name: string, text: string]

const FORMS: readonly Form[] = [
  [
    'main.tf.json',
    `{"//": "c", "terraform": {"required_version": "> 1", "backend": {"s3": {"key": "k", "n": 5, "t": "$\{x}"}}},
      "module": {"a": {"source": "./a"}}, "module": [{"b": [{"source": "./b"}, {"source": "./c"}]}],
      "locals": {"x": "y", "u": "\\u00e9\\n", "//": "no local"},
      "resource": [{"a": {"b": {"lifecycle": [{"ignore_changes": ["x", "y.z"]}], "nested": {"lifecycle": 1}}}}],
      "data": {"terraform_remote_state": {"n": {"backend": "s3", "config": {"key": "k", "b": true}}}}}`,
  ],
  [
    'list.tf.json',
    '[{"terraform": {"cloud": {"organization": "o", "workspaces": {"name": "w"}}}}, {"locals": {"a": "b"}}]',
  ],
  [
    'crlf.tf',
    'terraform {\r\n  backend "s3" {\r\n    key = "k"\r\n  }\r\n}\r\nlocals {\r\n  a = <<E\r\nx\r\nE\r\n}\r\n',
  ],
  ['mark.tf', '\uFEFFmodule "a" {\n  source = "./a"\n}\n'],
  [
    'escapes.tf',
    'locals {\n  a = "$$${x} $$$${y} $$ %%{z} 100%"\n  b = "$"\n  c = "%"\n  d = "\\\\${"x"}"\n}\n',
  ],
  [
    'one-line.tf',
    'module "a" { source = "./a" }\nvariable a { default = "x" }\nlocals { a = [for x in ["}"]: x] }\n',
  ],
  [
    'heredoc.tf',
    'locals {\n  a = [<<-A\n      x ${join("", [<<B\n  A\nB\n      ])} y\n    z\n    A\n    , "b"]\n}\n',
  ],
  ['unicode.tf', 'locals {\n  größe-1 = "ä${local.größe}"\n}\n'],
]

/** Texts that are often right, and sometimes not. */
const chanceText = fc
  .letrec<{ expression: string; string: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '/',
        '$',
        '%',
        '$${',
        '%%{',
        '\\n',
        '\\"',
        '\\\\',
        '#',
        '//',
        '}',
        '{',
        'é',
        '\\u00e9',
        '${~ x ~}',
        "'",
      ),
      tie('expression').map((inner) => `\${${inner}}`),
    ),
    string: fc.array(tie('piece'), { maxLength: 5 }).map((pieces) => `"${pieces.join('')}"`),
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        'x',
        'local.a',
        'path.module',
        '1.5',
        'null',
        '-1',
        '!x',
        'a.b[0].c',
        'a["k"].b',
        'a.*.b',
      ),
      tie('string'),
      fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(tie('expression'), { maxLength: 3 })
        .map((items) => `{\n${items.map((item, at) => `k${at} = ${item} # "c"\n`).join('')}}`),
      fc.array(tie('expression'), { maxLength: 3 }).map((items) => `f(${items.join(', /* " */ ')})`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `x ? ${a} : ${b}`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a} == ${b})`),
      tie('expression').map((inner) => `{ for k, v in ${inner} : k => "v" }`),
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => `f(<<-E\n  ${pieces.join('\n   ')}\n  E\n)`),
    ),
  }))
  .expression.map(
    (expression) =>
      `module "m" {\n  source = ${expression}\n}\nlocals { # {\n  a = ${expression}\n  b = "last"\n}\nresource "r" "s" {\n  n {\n    c = ${expression}\n  }\n}\n`,
  )

/** Those in which the rules of merging matter first, then those with calls, evenly over all. */
function choose(modules: readonly PublicModule[], count: number): PublicModule[] {
  const special = modules.filter(({ files }) => files.some((name) => /override|\.tofu|\.json$/.test(name)))
  const calling = modules.filter(
    (each) =>
      !special.includes(each) &&
      each.files.some((name) => readFileSync(join(each.path, name), 'utf8').includes('module "')),
  )
  const wanted = Math.max(0, count - special.length)
  const step = Math.max(1, calling.length / wanted)
  const spread = Array.from({ length: wanted }, (_, index) => calling[Math.floor(index * step)])
  return [...special, ...spread].filter((each) => each !== undefined)
}

/** As OpenTofu has them while it looks at one module: it takes `path.module` in a source. */
const MARKS = { 'path.module': '.' }

function ourCalls({ path, files }: PublicModule): Record<string, string | undefined> {
  const named = files.map((name) => ({
    name,
    facts: fileFacts(name, readFileSync(join(path, name), 'utf8')),
  }))
  const { calls, locals } = moduleFacts(named, 'tofu')
  const sources = calls.map(({ name, sources: given }): [string, string | undefined] => {
    const [only, ...more] = given.map((source) => evaluate(source, locals, MARKS))
    return [name, only?.whole === true && more.length === 0 ? only.text : undefined]
  })
  return Object.fromEntries(sources.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Undefined when tofu refuses the module. */
function shownCalls(tofu: string, path: string, home: string): Promise<Record<string, string> | undefined> {
  return new Promise((resolve) => {
    const env = {
      HOME: home,
      PATH: '',
      TF_CLI_CONFIG_FILE: join(home, 'empty.tfrc'),
      CHECKPOINT_DISABLE: '1',
    }
    const args = ['show', '-json', '-module=.']
    execFile(tofu, args, { cwd: path, env, maxBuffer: 64 * 1024 * 1024 }, (fault, stdout) => {
      if (fault !== null) {
        resolve(undefined)
        return
      }
      interface Shown {
        readonly root_module?: {
          readonly module_calls?: Readonly<Record<string, { readonly source?: string }>>
        }
      }
      const calls = Object.entries((JSON.parse(stdout) as Shown).root_module?.module_calls ?? {})
      const sources = calls.map(([name, { source }]): [string, string] => [name, source ?? ''])
      resolve(Object.fromEntries(sources.sort(([a], [b]) => (a < b ? -1 : 1))))
    })
  })
}
