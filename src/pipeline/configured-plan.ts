import { compilePatterns } from '../core/redact-patterns.ts'
import type { GitopsConfig } from '../repository/config/config.ts'
import type { PlanSettings } from './plan-stacks.ts'

/**
 * The settings of a run with what the repository's configuration says: versions of the tools, where no input gives
 * one, and more to hide.
 *
 * @param file the configuration, for messages; undefined: there is none
 */
export function withConfig(
  settings: PlanSettings,
  { tools, redact }: GitopsConfig,
  file: string | undefined,
): PlanSettings {
  if (file === undefined) return settings
  const { terraform, opentofu } = tools
  const configured = {
    file,
    ...(terraform === undefined ? {} : { terraform }),
    ...(opentofu === undefined ? {} : { tofu: opentofu }),
  }
  return {
    ...settings,
    tool: { ...settings.tool, configured },
    patterns: [...settings.patterns, ...compilePatterns(redact)],
  }
}
