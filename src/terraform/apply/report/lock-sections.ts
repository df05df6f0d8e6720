import type { Section } from '../../../report/section.ts'
import type { LockInfo } from '../../lock.ts'
import type { StackSubject } from '../../plan-stack.ts'
import { shellWord } from '../../shell-word.ts'

/** Facts of a lock, one a row. */
export function lockTable(lock: LockInfo): Section {
  const facts = [
    ['id', lock.id],
    ['held by', lock.who],
    ['for', lock.operation],
    ['since', lock.created],
    ['of', lock.path],
  ] as const
  return {
    kind: 'table',
    rank: 0,
    noun: 'facts',
    columns: [{ title: 'State lock' }, { title: '' }],
    rows: facts.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [{ rank: 0, cells: [[name], [{ code: value }]] }],
    ),
  }
}

/** The commands that release a lock by force. A person decides; nothing here ever runs them. */
export function unlockSections(
  lock: LockInfo | undefined,
  stack: Pick<StackSubject, 'path' | 'workspace'>,
  tool: string,
): Section[] {
  if (lock?.id === undefined) return []
  const commands = [
    `cd ${shellWord(stack.path)}`,
    `${tool} init`,
    ...(stack.workspace === undefined ? [] : [`${tool} workspace select ${shellWord(stack.workspace)}`]),
    `${tool} force-unlock ${shellWord(lock.id)}`,
  ]
  return [
    {
      kind: 'text',
      rank: 0,
      text: [
        'It is never released by itself. When you are sure that its holder is gone for good, release it by hand:',
      ],
    },
    { kind: 'code', rank: 0, language: 'shell', text: commands.join('\n') },
  ]
}
