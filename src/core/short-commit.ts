/** The first characters of a commit's id, for a reader. */
export const shortCommit = (commit: string): string => commit.slice(0, 12)
