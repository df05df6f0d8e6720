import type { GitopsConfig } from '../config/config.ts'
import { globInputs } from '../glob-inputs.ts'
import type { Chart } from '../items.ts'
import { field, items, texts } from './plain.ts'
import type { Reading } from './reading.ts'

const CHART_CONFIG = 'config:helm'

/**
 * What `helm` of the configuration adds to every chart: the values files and schemas it is checked with, and the
 * versions it is checked for. Nothing when it says nothing.
 */
export async function addChartConfig(
  reading: Reading,
  charts: readonly Chart[],
  { helm, tools }: GitopsConfig,
): Promise<void> {
  // A list in the list is used together.
  const values = items(field(helm, 'values')).map((one) => (Array.isArray(one) ? texts(one) : texts([one])))
  const schemas = texts(field(helm, 'schemas'))
  const versions = ['kube-versions', 'api-versions'].map((name) => [...texts(field(helm, name))].sort())
  const said = [...values, schemas, ...versions].some((list) => list.length > 0)
  if (!said && tools.helm === undefined) return
  const globs = await globInputs(reading.snapshot)
  const parts = [...values, schemas].filter((list) => list.length > 0).map(globs)
  reading.nodes.set(CHART_CONFIG, {
    files: [...new Set(parts.flatMap(({ files }) => files))].sort(),
    edges: parts.flatMap(({ edges }) => edges),
    // Which files are used together, and in which order, decides what comes out.
    data: JSON.stringify([values, ...versions, tools.helm ?? '']),
  })
  for (const { node } of charts) {
    const found = reading.nodes.get(node)
    if (found === undefined) continue
    reading.nodes.set(node, { ...found, edges: [...found.edges, { to: CHART_CONFIG, kind: 'values' }] })
  }
}
