import { appendFileSync } from 'node:fs'

const { env } = process
const role = env['INPUT_ROLE-TO-ASSUME'] ?? ''
console.log(`signed in as ${role} in ${env['INPUT_AWS-REGION'] ?? ''}`)
appendFileSync(env.GITHUB_ENV, `LAB_AWS_ROLE=${role}\n`)
