import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { previewPage } from '../../src/pipeline/preview-page.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { findChromium, startChromium } from '../lab/chromium.ts'
import { hostileDocument, largeDocument, sampleCounts, sampleDocument } from '../lab/sample-document.ts'
import { lowContrast } from '../lab/contrast.ts'
import { toHtml } from './support/page.ts'

/**
 * The page as a reader sees it. Where there is no Chromium on a developer's machine, `startChromium` says so and each
 * test ends at once; in CI that fails.
 */
let browser: Browser | undefined
let folder = ''

const schemes = ['light', 'dark'] as const
const widths = [390, 1280] as const
const looks = schemes.flatMap((scheme) => widths.map((width) => ({ scheme, width })))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'html-report-'))
  browser = await startChromium(process.env)
  const preview = await previewPage({
    repository: 'acme/shop',
    title: 'Move the shop to a bigger machine',
    base: 'main',
    markdown: toMarkdown(sampleDocument, { limit: 65_000 }).text,
    complete: true,
    document: sampleDocument,
    counts: sampleCounts,
    notes: [],
  })
  const hostilePreview = await previewPage({
    repository: '<script>document.title=1</script>',
    title: '</title><img src=x onerror=alert(1)>',
    base: '" onload="x',
    markdown: toMarkdown(hostileDocument, { limit: 65_000 }).text,
    complete: false,
    document: hostileDocument,
    notes: ['<iframe src="https://attacker.example/">'],
  })
  const files = {
    sample: toHtml(sampleDocument, { counts: sampleCounts }),
    hostile: toHtml(hostileDocument, { counts: sampleCounts }),
    large: toHtml(largeDocument(300)),
    preview,
    'hostile-preview': hostilePreview,
  }
  for (const [name, html] of Object.entries(files)) await writeFile(join(folder, `${name}.html`), html)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Seen {
  readonly page: Page
  /** Console messages, page errors, and requests for anything but the page: all of them faults. */
  readonly faults: string[]
}

async function look(name: string, scheme: 'light' | 'dark', width: number): Promise<Seen | undefined> {
  if (browser === undefined) return undefined
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
  const faults: string[] = []
  const url = pathToFileURL(join(folder, `${name}.html`)).href
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== url) faults.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return { page, faults }
}

describe.each(['sample', 'hostile', 'large', 'preview', 'hostile-preview'])('%s', (name) => {
  test.each(looks)('$scheme, $width pixels', async ({ scheme, width }) => {
    const seen = await look(name, scheme, width)
    if (seen === undefined) return
    const { page, faults } = seen
    for (const tab of name.endsWith('preview') ? ['Comment', 'Full report'] : ['']) {
      if (tab !== '') await page.getByText(tab, { exact: true }).click()
      const wide = await page.evaluate<string[]>(
        `[document.documentElement.scrollWidth <= ${width} ? '' : 'page is ' + document.documentElement.scrollWidth].filter(Boolean)`,
      )
      expect(wide).toEqual([])
      const ours = tab === 'Comment' ? '.page-head' : 'body'
      expect(await lowContrast(page, ours)).toEqual([])
    }
    expect(faults).toEqual([])
    await page.close()
  })
})

test('a browser that is missing is told, and in CI it is an error', async () => {
  expect(findChromium({ PATH: folder })).toMatchObject({ reason: expect.stringContaining('no chromium') })
  expect(findChromium({ PATH: '/usr/bin', CHROME_PATH: join(folder, 'none') })).toHaveProperty('reason')
  await expect(startChromium({ PATH: folder, CI: 'true' })).rejects.toThrow('Chromium is needed in CI')
})

test('light and dark differ', async () => {
  const grounds = new Set<unknown>()
  for (const scheme of schemes) {
    const seen = await look('sample', scheme, 1280)
    if (seen === undefined) return
    grounds.add(
      await seen.page.evaluate(
        "getComputedStyle(document.querySelector('.report > header')).backgroundColor",
      ),
    )
    await seen.page.close()
  }
  expect(grounds.size).toBe(2)
})

test('contrast is really measured: pale text is found', async () => {
  const seen = await look('sample', 'light', 1280)
  if (seen === undefined) return
  await seen.page.evaluate("document.querySelector('.badge.k-destroy').style.color = '#f0a0a0'")
  expect(await lowContrast(seen.page, 'body')).toContainEqual(expect.stringContaining('destroy'))
  await seen.page.close()
})

test('a fold opens and closes by keyboard alone', async () => {
  const seen = await look('sample', 'light', 1280)
  if (seen === undefined) return
  const { page } = seen
  const fold = page.locator('details.item').first()
  const isOpen = async () => (await fold.getAttribute('open')) !== null
  expect(await isOpen()).toBe(false)
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate<boolean>(
      "document.activeElement === document.querySelector('details.item > summary')",
    )
    if (here) break
  }
  await page.keyboard.press('Enter')
  expect(await isOpen()).toBe(true)
  await page.keyboard.press('Space')
  expect(await isOpen()).toBe(false)
  await page.close()
})

test('a link in the table opens the fold it leads to, and the head does not cover it', async () => {
  const seen = await look('sample', 'light', 390)
  if (seen === undefined) return
  const { page } = seen
  await page.locator('.table a.jump', { hasText: 'aws_security_group.web' }).click()
  const fold = page.locator('details.item', { hasText: 'aws_security_group.web' })
  expect(await fold.getAttribute('open')).toBe('')
  const head = await page.locator('.report > header').boundingBox()
  const summary = await fold.locator('summary').boundingBox()
  expect(summary?.y).toBeGreaterThanOrEqual(head?.height ?? Infinity)
  expect(summary?.y).toBeLessThan(900)
  await page.close()
})

test('tabs of the preview change by keyboard', async () => {
  const seen = await look('preview', 'dark', 1280)
  if (seen === undefined) return
  const { page } = seen
  expect(await page.locator('.comment').isVisible()).toBe(true)
  expect(await page.locator('.report').isVisible()).toBe(false)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.comment').isVisible()).toBe(false)
  expect(await page.locator('.report').isVisible()).toBe(true)
  await page.close()
})

test('a browser finds no element in hostile text either', async () => {
  for (const name of ['hostile', 'hostile-preview']) {
    const seen = await look(name, 'light', 1280)
    if (seen === undefined) return
    const found = await seen.page.evaluate<string[]>(
      `[...document.querySelectorAll('script, iframe, img, link, object, form, base, main main, [onerror], [onload], [onmouseover], [onclick]')].map((node) => node.outerHTML)`,
    )
    expect(found).toEqual([])
    // As it was written, not as a script has set it.
    expect(await seen.page.title()).toMatch(/^<(?:script>document\.title = "owned"|\/title><img)/)
    expect(await seen.page.locator('body > *').count()).toBe(1)
    await seen.page.close()
  }
})

test('a right-to-left override turns nothing around', async () => {
  const seen = await look('hostile', 'light', 1280)
  if (seen === undefined) return
  const text = await seen.page.evaluate<string>('document.body.textContent')
  expect(text).toContain('safe\\u202egnp.exe')
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200f]/)
  await seen.page.close()
})

test('what is out of view of a long list is still found by its link', async () => {
  const seen = await look('large', 'light', 1280)
  if (seen === undefined) return
  const { page } = seen
  await page.locator('.table a.jump', { hasText: 'worker[299]' }).click()
  const last = page.locator('details.item', { hasText: 'worker[299]' })
  expect(await last.getAttribute('open')).toBe('')
  const { y = -1 } = (await last.boundingBox()) ?? {}
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(900)
  await page.close()
})
