import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

// No sandbox: in a container the kernel gives none. The rest keeps the browser from calling anybody.
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Env = Readonly<Record<string, string | undefined>>

/** The path of a Chromium, or why there is none. */
export function findChromium(env: Env): { readonly path: string } | { readonly reason: string } {
  const chosen = env['CHROME_PATH']
  if (chosen !== undefined && chosen !== '') {
    return isExecutable(chosen)
      ? { path: chosen }
      : { reason: `CHROME_PATH is ${chosen}, which cannot be run` }
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name)
      if (folder !== '' && isExecutable(path)) return { path }
    }
  }
  return { reason: `no ${names.join(', ')} on PATH and no CHROME_PATH` }
}

/**
 * Starts Chromium. Undefined where there is none, after telling why; in CI that is an error, since a proof that does not
 * run proves nothing.
 */
export async function startChromium(env: Env): Promise<Browser | undefined> {
  const found = findChromium(env)
  if ('reason' in found) {
    if (env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false') {
      throw new Error(`Chromium is needed in CI: ${found.reason}`)
    }
    process.stderr.write(`Not looked at in a browser: ${found.reason}\n`)
    return undefined
  }
  const { chromium } = await import('playwright-core')
  return await chromium.launch({ executablePath: found.path, args: flags })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
