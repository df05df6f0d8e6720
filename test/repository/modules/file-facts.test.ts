import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FileFacts } from '../../../src/repository/modules/facts.ts'
import { fileFacts } from '../../../src/repository/modules/file-facts.ts'

const EMPTY: FileFacts = {
  clean: true,
  requiredVersions: [],
  calls: [],
  remoteStates: [],
  locals: {},
  variables: {},
  lifecycles: [],
  paths: [],
  barePaths: [],
}

describe('settings', () => {
  test('backend, cloud, required_version', () => {
    const facts = fileFacts(
      'main.tf',
      `terraform {
  required_version = ">= 1.5"
  backend "s3" {
    bucket  = "b"
    key     = "\${local.x}/k"
    encrypt = true
    assume_role { role_arn = "no setting" }
  }
  cloud {
    organization = "o"
    workspaces {
      name = "w"
      tags = ["t"]
    }
  }
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}`,
    )
    expect(facts.backend).toEqual({
      type: 's3',
      settings: { bucket: 'b', key: undefined, encrypt: undefined },
      line: 3,
    })
    expect(facts.cloud).toEqual({
      settings: { organization: 'o' },
      workspaces: { name: 'w', tags: undefined },
      line: 9,
    })
    expect(facts.requiredVersions).toEqual(['>= 1.5'])
    // Addresses and versions of providers are no paths.
    expect(facts.paths.map(({ attribute }) => attribute)).not.toContain('aws')
  })

  test('the same in JSON', () => {
    const facts = fileFacts(
      'main.tf.json',
      JSON.stringify({
        terraform: { required_version: '>= 1.5', backend: { gcs: { bucket: 'b', prefix: 'p' } } },
        module: { a: { source: '${local.m}/a' } },
        locals: { m: './m' },
        data: {
          terraform_remote_state: { n: { backend: 's3', workspace: '${var.w}', config: { key: 'k' } } },
        },
        resource: {
          aws_x: { y: { lifecycle: { ignore_changes: ['tags', 'a.b'] }, body: '${file("x.txt")}' } },
        },
      }),
    )
    expect(facts).toMatchObject({
      clean: true,
      requiredVersions: ['>= 1.5'],
      backend: { type: 'gcs', settings: { bucket: 'b', prefix: 'p' } },
      calls: [{ name: 'a', source: [{ expression: 'local.m' }, { text: '/a' }] }],
      locals: { m: [{ text: './m' }] },
      remoteStates: [
        { name: 'n', backend: 's3', settings: { key: 'k' }, workspace: [{ expression: 'var.w' }] },
      ],
      lifecycles: [{ address: 'aws_x.y', ignoreChanges: ['tags', 'a.b'] }],
    })
    expect(facts.paths).toContainEqual({
      parts: [{ text: 'x.txt' }],
      call: 'file',
      attribute: 'body',
    })
  })

  test('module calls: plain, constant, conditional, none', () => {
    const { calls, paths } = fileFacts(
      'main.tf',
      `module "a" { source = "../a" }
module "b" {
  source = local.b
}
module "c" { source = var.x ? "./c" : "./d" }
module "d" { version = "1.0" }
module "e" { source = "" }
module "f" { source = join("/", ["..", "f"]) }
module "g" { source = var.x ? null : "./g" }`,
    )
    expect(calls).toEqual([
      { name: 'a', source: [{ text: '../a' }], line: 1 },
      { name: 'b', source: [{ expression: 'local.b' }], line: 2 },
      { name: 'c', source: [{ expression: 'var.x ? "./c" : "./d"' }], line: 5 },
      { name: 'd', source: [], line: 6 },
      { name: 'e', source: [{ text: '' }], line: 7 },
      { name: 'f', source: [{ text: '../f' }], line: 8 },
      { name: 'g', source: [{ expression: 'var.x ? null : "./g"' }], line: 9 },
    ])
    expect(paths).toEqual([])
  })

  test('locals and defaults of variables', () => {
    const { locals, variables } = fileFacts(
      'main.tf',
      `locals {
  a = "x"
  b = "\${local.a}/y"
  c = local.a
  d = path.module
  e = 5
  f = ["x"]
  g = var.x ? "1" : "2"
  h = lower("X")
  __proto__ = "p"
}
variable "v" { default = "d" }
variable "w" {}`,
    )
    expect(Object.entries(locals)).toEqual([
      ['a', [{ text: 'x' }]],
      ['b', [{ expression: 'local.a' }, { text: '/y' }]],
      ['c', [{ expression: 'local.a' }]],
      ['d', [{ expression: 'path.module' }]],
      ['e', undefined],
      ['f', undefined],
      ['g', undefined],
      ['h', undefined],
      ['__proto__', [{ text: 'p' }]],
    ])
    expect(variables).toEqual({ v: [{ text: 'd' }], w: undefined })
  })

  test('remote states: object, former block, workspace', () => {
    const { remoteStates } = fileFacts(
      'main.tf',
      `data "terraform_remote_state" "a" {
  backend   = "s3"
  workspace = terraform.workspace
  config = {
    bucket = "b", key = "k"
    region = var.region
  }
}
data "terraform_remote_state" "b" {
  backend = var.kind
  config { path = "../x.tfstate" }
}
data "aws_ami" "c" {}`,
    )
    expect(remoteStates).toEqual([
      {
        name: 'a',
        backend: 's3',
        settings: { bucket: 'b', key: 'k', region: undefined },
        templates: { region: [{ expression: 'var.region' }] },
        workspace: [{ expression: 'terraform.workspace' }],
        line: 1,
      },
      { name: 'b', settings: { path: '../x.tfstate' }, line: 9 },
    ])
  })

  test('remote states: objects inside, merge(), what is no object at all', () => {
    const config = (source: string) => {
      const text = `data "terraform_remote_state" "a" {\n  backend = "s3"\n  config = ${source}\n}\n`
      const [{ settings, templates, partial } = { settings: {} }] = fileFacts('main.tf', text).remoteStates
      return { settings, templates, partial }
    }
    expect(config('{\n key = "a-${var.x}"\n endpoints = { s3 = "https://a" }\n}')).toEqual({
      settings: { key: undefined, 'endpoints.s3': 'https://a' },
      templates: { key: [{ text: 'a-' }, { expression: 'var.x' }] },
      partial: undefined,
    })
    expect(config('merge(local.c, { key = "k" })')).toEqual({ settings: { key: 'k' }, partial: true })
    // What comes later may say something else.
    expect(config('merge({ key = "k", bucket = "b" }, var.c)')).toEqual({
      settings: { key: undefined, bucket: undefined },
      partial: true,
    })
    expect(config('local.c')).toEqual({ settings: {}, partial: true })
    const { backend } = fileFacts(
      'main.tf',
      'terraform {\n  backend "remote" {\n    organization = "o"\n    workspaces {\n      name = "w"\n    }\n  }\n}\n',
    )
    expect(backend?.settings).toEqual({ organization: 'o', 'workspaces.name': 'w' })
  })

  test('ignore_changes: names, all, the former forms', () => {
    const of = (value: string): unknown =>
      fileFacts('main.tf', `resource "aws_x" "y" {\n  lifecycle {\n    ignore_changes = ${value}\n  }\n}`)
        .lifecycles
    const address = 'aws_x.y'
    expect(of('[tags["a"], b[0].c, # why\n "d",]')).toEqual([
      { address, ignoreChanges: ['tags["a"]', 'b[0].c', 'd'] },
    ])
    for (const all of ['all', '"all"', '["*"]']) expect(of(all)).toEqual([{ address, ignoreChanges: 'all' }])
    expect(of('[]')).toEqual([])
  })
})

describe('paths', () => {
  const paths = (body: string): unknown =>
    fileFacts('main.tf', `resource "a" "b" {\n${body}\n}`).paths.map(({ parts, call, attribute, key }) => [
      parts.map((part) => ('text' in part ? part.text : `<${part.expression}>`)).join(''),
      call,
      attribute,
      key,
    ])
  const bare = (body: string): unknown => fileFacts('main.tf', `module "a" {\n${body}\n}`).barePaths

  test('strings at any depth, with function, attribute and key', () => {
    const { paths: found } = fileFacts(
      'main.tf',
      `resource "a" "b" {
  source = "files/x.zip"
  nested {
    deeper {
      body = templatefile("\${path.module}/a.tpl", {
        motd = "m.txt"
        more = core::file("n.txt")
      })
    }
  }
}`,
    )
    expect(found).toEqual([
      { parts: [{ text: 'files/x.zip' }], attribute: 'source' },
      {
        parts: [{ expression: 'path.module' }, { text: '/a.tpl' }],
        call: 'templatefile',
        attribute: 'body',
      },
      { parts: [{ text: 'm.txt' }], attribute: 'body', key: 'motd' },
      { parts: [{ text: 'n.txt' }], call: 'file', attribute: 'body', key: 'more' },
    ])
  })

  test('functions of files whose argument is no string: known as far as it goes', () => {
    expect(paths('a = file(var.f)')).toEqual([['<var.f>', 'file', 'a', undefined]])
    expect(paths('a = filemd5(local.f)')).toEqual([['<local.f>', 'filemd5', 'a', undefined]])
    expect(paths('a = file("${var.d}/x")')).toEqual([['<var.d>/x', 'file', 'a', undefined]])
    expect(paths('a = file(var.x ? "1" : "${path.root}/2")')).toEqual([
      ['1', 'file', 'a', undefined],
      ['<path.root>/2', 'file', 'a', undefined],
    ])
    expect(paths('a = file(var.x ? null : local.y)')).toEqual([['<local.y>', 'file', 'a', undefined]])
    expect(paths('a = file(format("%s/x", path.module))')).toContainEqual([
      '<path.module>/x',
      'file',
      'a',
      undefined,
    ])
    expect(paths('a = fileset(path.module, "**/*.json")')).toEqual([
      ['<path.module>', 'fileset', 'a', undefined],
    ])
    expect(paths('a = fileset("files", "*.json")')).toEqual([['files', 'fileset', 'a', undefined]])
  })

  test('what is no path is passed over: long texts, texts of lines, what begins with an unknown value', () => {
    expect(paths(`a = "${'x'.repeat(1_025)}"`)).toEqual([])
    expect(paths('a = "x\\ny"')).toEqual([])
    expect(paths('a = ""')).toEqual([])
    expect(paths('a = "${var.x}-y"')).toEqual([])
    expect(paths('a = <<EOT\nfiles/x.zip\n${file("in.txt")}\nEOT')).toEqual([
      ['in.txt', 'file', 'a', undefined],
    ])
    expect(paths('lifecycle {\n ignore_changes = ["x"]\n}')).toEqual([])
    const text =
      'variable "v" {\n description = "d"\n default = "x"\n validation {\n error_message = "e"\n}\n}'
    expect(fileFacts('v.tf', text).paths.map(({ attribute }) => attribute)).toEqual([
      'default',
      'error_message',
    ])
  })

  test('path.module alone, where what is made of it cannot be told', () => {
    expect(bare('a = path.module')).toEqual(['module'])
    expect(bare('a = { b = [path.root], c = path.cwd }')).toEqual(['root', 'cwd'])
    expect(bare('a = "${path.module}"')).toEqual(['module'])
    expect(bare('a = "${abspath(path.module)}/x"')).toEqual(['module'])
    expect(bare('a = "${var.x}/${path.module}"')).toEqual(['module'])
    expect(bare('a = replace(path.module, "a", "b")')).toEqual(['module'])
    expect(bare('a = <<EOT\n${path.root}/x\nEOT')).toEqual([])
    expect(bare('a = <<EOT\ncd ${path.root}\nEOT')).toEqual(['root'])
  })

  test('and where it can', () => {
    expect(bare('a = "${path.module}/x"')).toEqual([])
    expect(bare('a = fileset(path.module, "*")')).toEqual([])
    expect(bare('a = file("${path.module}")')).toEqual([])
    expect(bare('a = join("/", [path.module, "x"])')).toEqual([])
    expect(bare('a = file(join("/", [path.module, "x"]))')).toEqual([])
    expect(bare('a = "path.module"')).toEqual([])
    expect(bare('# path.module\na = 1')).toEqual([])
  })
})

describe('any text', () => {
  test('an empty file says nothing; a broken one says so', () => {
    expect(fileFacts('main.tf', '')).toEqual(EMPTY)
    expect(fileFacts('main.tf', '# only this\n')).toEqual(EMPTY)
    expect(fileFacts('main.tf', '\uFEFFlocals {}\r\n')).toEqual(EMPTY)
    expect(fileFacts('main.tf', 'module "a" {\n  source = "./a"\n').clean).toBe(false)
    expect(fileFacts('main.tf', 'provider "a" {\n  version =\n}\n').clean).toBe(false)
    expect(fileFacts('main.tf', 'resource "a" "b_${c}" {\n}\n').clean).toBe(false)
    expect(fileFacts('main.tf', 'resource "a" {\n}\n').clean).toBe(false)
    expect(fileFacts('main.tf', 'module {\n  source = "./a"\n}\n')).toMatchObject({ clean: false, calls: [] })
    expect(fileFacts('main.tf.json', '{').clean).toBe(false)
    expect(fileFacts('main.tf.json', '').clean).toBe(false)
  })

  test('what can be read of a broken file is read', () => {
    const facts = fileFacts('main.tf', '<<<<<<< HEAD\nmodule "a" {\n  source = "./a"\n}\n=======\n')
    expect(facts.clean).toBe(false)
    expect(facts.calls.map(({ name }) => name)).toEqual(['a'])
  })

  const pieces = ['module "a" ', 'terraform ', 'locals ', 'source', '=', '{', '}', '"', '${', 'path.module', 'file(', ')', '[', ']', ',', '\n', '<<E\n', 'E\n', '/', '#', '?', ':', 'local.a', '\\'] // prettier-ignore
  test('is read without a throw, and twice alike', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (chosen) => {
        const text = chosen.join('')
        expect(fileFacts('a.tf', text)).toEqual(fileFacts('a.tf', text))
        fileFacts('a.tf.json', text)
      }),
      { numRuns: 500 },
    )
  })

  test('a path in a well-formed file is found, wherever it stands', () => {
    const place = fc.constantFrom(
      (s: string) => `a = ${s}`,
      (s: string) => `a = [1, { b = (${s}) }]`,
      (s: string) => `b {\n c "d" {\n e = f(g, ${s})\n}\n}`,
      (s: string) => `a = "x \${h(${s})} y"`,
      (s: string) => `a = <<-E\n  "\${i ? ${s} : j}"\n  E`,
      (s: string) => `# "\na = [\n/* " */ ${s} // "\n]`,
    )
    fc.assert(
      fc.property(place, fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}\.json$/), (at, path) => {
        const facts = fileFacts('a.tf', `resource "r" "s" {\n${at(JSON.stringify(path))}\n}\n`)
        expect(facts.clean).toBe(true)
        expect(facts.paths.map(({ parts }) => parts)).toContainEqual([{ text: path }])
      }),
    )
  })
})
