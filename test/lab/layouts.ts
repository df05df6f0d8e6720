import { FOLDER_LAYOUTS } from './layouts/folders.ts'
import type { Layout } from './layouts/layout.ts'
import { VARIABLE_LAYOUTS } from './layouts/variables.ts'

/** How people lay out their repositories, with what must be found in each. */
export const LAYOUTS: readonly Layout[] = [...FOLDER_LAYOUTS, ...VARIABLE_LAYOUTS]
