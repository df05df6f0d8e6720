import type { Inlines, Section } from './section.ts'

/** A whole report, before anybody decides on Markdown or HTML. Already redacted. */
export interface ReportDocument {
  readonly title: string
  /** The one line that must always be seen. */
  readonly verdict: Inlines
  readonly tone: 'good' | 'changed' | 'bad'
  readonly sections: readonly Section[]
  /** Small print at the end: commit, tool, digest, link to the job. */
  readonly footer: Inlines
}
