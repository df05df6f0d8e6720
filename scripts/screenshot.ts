/**
 * Pictures of a page for the README, one light and one dark:
 *
 *     node scripts/screenshot.ts PAGE.html [NAME] [TAB]
 *
 * writes docs/images/NAME-light.png and NAME-dark.png (NAME: `preview`). TAB is the text of a tab to choose first.
 * Fails when a picture is 300 kB or more: it is loaded with every look at the README.
 */
import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startChromium } from '../test/lab/chromium.ts'

const mostBytes = 300_000
const folder = join(import.meta.dirname, '../docs/images')

const [file, name = 'preview', tab] = process.argv.slice(2)
if (file === undefined) throw new Error('Which page? node scripts/screenshot.ts PAGE.html [NAME] [TAB]')

await using browser = await startChromium(process.env)
if (browser === undefined) throw new Error('There are no pictures without a browser.')
await mkdir(folder, { recursive: true })
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: { width: 1180, height: 980 }, colorScheme })
  await page.goto(pathToFileURL(resolve(file)).href)
  if (tab !== undefined) await page.getByText(tab, { exact: true }).click()
  await page.mouse.move(0, 0)
  const path = join(folder, `${name}-${colorScheme}.png`)
  await page.screenshot({ path })
  await page.close()
  const { size } = await stat(path)
  process.stdout.write(`${path} ${size} bytes\n`)
  if (size >= mostBytes) throw new Error(`${path} has ${size} bytes: ${mostBytes} is the most`)
}
