import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { UserError } from '../../src/core/errors.ts'
import { cacheRoot, sha256Of, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'

/** Mermaid as GitHub draws with it: one script for a browser. The package's own dependencies are in it. */
const VERSION = '11.17.2'
const ARCHIVE_SHA256 = '6ad2f42c3fc26bbf9e45cbb6d11898972573ea52b33a5f4ff51952899f950ffd'
const MEMBER = 'package/dist/mermaid.min.js'

/** Path of the script: in the cache, else out of the package. */
export async function findMermaid(env: Env, { exec, log }: ToolPorts): Promise<string> {
  const path = join(cacheRoot(env), 'mermaid', VERSION, 'mermaid.min.js')
  if (existsSync(path)) return path
  log.info(`mermaid: npm pack mermaid@${VERSION} (once)`)
  const folder = await mkdtemp(join(tmpdir(), 'mermaid-'))
  try {
    const passed = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const run = async (command: string, args: readonly string[]): Promise<void> => {
      const options = {
        env: Object.fromEntries(passed) as Record<string, string>,
        cwd: folder,
        timeoutMs: 300_000,
      }
      const { code, stderr } = await exec(command, args, options)
      if (code !== 0) throw new UserError(`"${command}" failed: ${stderr.trim().split('\n').at(-1) ?? ''}`)
    }
    const archive = join(folder, `mermaid-${VERSION}.tgz`)
    await run('npm', ['pack', '--silent', '--pack-destination', folder, `mermaid@${VERSION}`])
    const sum = await sha256Of(archive)
    if (sum !== ARCHIVE_SHA256) throw new UserError(`mermaid ${VERSION} has the SHA-256 ${sum}`)
    await run('tar', ['-xzf', archive, MEMBER])
    await mkdir(join(path, '..'), { recursive: true })
    await copyFile(join(folder, MEMBER), `${path}.${folder.split('-').at(-1) ?? ''}`)
    await rename(`${path}.${folder.split('-').at(-1) ?? ''}`, path)
    return path
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a reader sees of a drawing. */
export interface Drawn {
  /** Texts of the boxes, in order. */
  readonly labels: readonly string[]
  /** Texts at the lines. */
  readonly edges: readonly string[]
  readonly lines: number
  /** Elements that act or load: links, pictures, scripts, frames. */
  readonly active: number
  /** Errors, dialogs, and requests to anybody: all of them faults. */
  readonly faults: readonly string[]
}

/** Draws a text as GitHub does, in strict mode. @throws Error with Mermaid's words when it is no drawing. */
export async function draw(browser: Browser, script: string, text: string): Promise<Drawn> {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(?:about|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`)
  })
  try {
    await page.setContent('<!doctype html><body></body>')
    await page.addScriptTag({ content: await readFile(script, 'utf8') })
    const seen: Omit<Drawn, 'faults'> = await page.evaluate(`(${IN_PAGE})(${JSON.stringify(text)})`)
    return { ...seen, faults }
  } finally {
    await page.close()
  }
}

/** Runs in the browser, whose types are not known here. */
const IN_PAGE = `async (text) => {
  window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  const { svg } = await window.mermaid.render('drawing', text)
  document.body.innerHTML = svg
  const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent)
  return {
    labels: texts('.nodeLabel'),
    edges: texts('.edgeLabels .edgeLabel p, .edgeLabels .edgeLabel:not(:has(p))').filter((label) => label !== ''),
    lines: document.querySelectorAll('path.flowchart-link').length,
    active: document.body.querySelectorAll('a, img, script, iframe, object, [onerror], [onclick]').length,
  }
}`
