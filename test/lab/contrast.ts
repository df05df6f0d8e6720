import type { Page } from 'playwright-core'

/**
 * Texts below `selector` whose contrast with what is painted behind them is under 4.5:1 (WCAG 2.2, 1.4.3), one line each.
 * Grounds are the opaque or mixed background colours of the element and what holds it: pages here have no pictures.
 */
export async function lowContrast(page: Page, selector: string): Promise<string[]> {
  return await page.evaluate<string[]>(`(${inPage})(${JSON.stringify(selector)})`)
}

// Runs in the browser, so it is text.
const inPage = `(selector) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1]
  const colours = new Map()
  const colourOf = (text) => colours.get(text) ?? colours.set(text, rgba(text)).get(text)
  const grounds = new Map([[null, [255, 255, 255, 1]]])
  const groundOf = (node) => {
    if (!grounds.has(node)) {
      const own = colourOf(getComputedStyle(node).backgroundColor)
      grounds.set(node, own[3] === 1 ? own : over(own, groundOf(node.parentElement)))
    }
    return grounds.get(node)
  }
  const light = (channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b)
  const found = new Set()
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode.parentElement
      const text = walker.currentNode.textContent.trim()
      if (text === '' || !node.checkVisibility() || node.closest('style, title') !== null) continue
      const ground = groundOf(node)
      const ink = over(colourOf(getComputedStyle(node).color), ground)
      const [a, b] = [luminance(ink), luminance(ground)]
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      if (ratio < 4.5) found.add(ratio.toFixed(2) + ' ' + node.tagName + '.' + node.className + ' ' + text.slice(0, 40))
    }
  }
  return [...found]
}`
