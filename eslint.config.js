import js from '@eslint/js'
import importX from 'eslint-plugin-import-x'
import ts from 'typescript-eslint'

// architecture: dependencies point down, and domains do not know each other.
const domains = ['terraform', 'helm', 'kubernetes', 'aws', 'argocd', 'drift', 'repository']
const zones = [
  { target: './src/core', from: './src', except: ['./core'], message: 'core knows nothing of the rest' },
  ...domains.flatMap((domain) => [
    {
      target: `./src/${domain}`,
      from: domains.filter((other) => other !== domain).map((other) => `./src/${other}`),
      message: 'domains share data in report/, they do not import each other',
    },
    { target: `./src/${domain}`, from: ['./src/actions', './src/pipeline'], message: 'dependencies point down' },
  ]),
  { target: './src/report', from: ['./src/actions', './src/pipeline', ...domains.map((d) => `./src/${d}`)], message: 'report/ is shared data and its renderers' },
  { target: './src/pipeline', from: './src/actions', message: 'dependencies point down' },
]

// architecture: only the toolkit's core is loaded at start.
const heavy = ['@actions/github', '@actions/tool-cache', '@actions/exec', '@octokit/*', 'yaml', 'listr2', 'marked']

export default [
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.gitops-pipeline/', 'examples/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: heavy, message: 'load it by `await import()` in the module that owns it', allowTypeImports: true }] },
      ],
      'no-console': 'error',
    },
  },
  {
    // architecture: only the shell touches the process.
    files: ['src/{core,report,terraform,repository,pipeline}/**/*.ts'],
    ignores: ['src/core/action.ts', 'src/preview-main.ts'],
    rules: { 'no-restricted-globals': ['error', { name: 'process', message: 'take it as an argument: only the shell touches the process' }] },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
]
