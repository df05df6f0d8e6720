export const id = 6886;
export const ids = [6886];
export const modules = {

/***/ 6886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedWorkflowFiles: () => (/* binding */ changedWorkflowFiles),
/* harmony export */   workflowFiles: () => (/* binding */ workflowFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4383);
/* harmony import */ var _repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4528);



const WORKFLOWS = '.github/workflows';
const FOLDERS = [WORKFLOWS, '.github/actions'];
const DEFAULT_CONFIG = ['.github/gitops.yml', '.github/gitops.yaml'];
/** A configuration may be a link to a link, and so on. */
const MOST_LINKS = 5;
/**
 * Reads them from the repository that is here.
 *
 * @param commit id of the commit being applied
 * @param config path of the configuration from the repository root; undefined: the usual places
 * @throws UserError when the commit is not here
 */
async function workflowFiles(place, commit, config) {
    const paths = [...FOLDERS, ...(config === undefined || config === '' ? DEFAULT_CONFIG : [config])].map(clean);
    const ids = new Map();
    for (let links = 0, next = paths; next.length > 0 && links <= MOST_LINKS; links++) {
        const found = await entriesAt(place, commit, next);
        for (const path of next)
            ids.set(path, found.get(path));
        next = (await linkTargets(place, next, found)).filter((path) => !ids.has(path));
    }
    const workflows = await entriesAt(place, commit, [`${WORKFLOWS}/`]);
    return { commit, ids, workflows: new Set(workflows.keys()) };
}
/** Which of them are not the same at another commit, in order of path. One request per folder that one of them is in. */
async function changedWorkflowFiles(files, sha, github) {
    const folders = [...new Set([...files.ids.keys()].map(folderOf))];
    const there = new Map();
    await Promise.all(folders.map(async (folder) => {
        for (const { name, type, sha: id } of (await github.folder(folder, sha)) ?? []) {
            there.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name), `${KINDS[type]} ${id}`);
        }
    }));
    return [...files.ids].flatMap(([path, id]) => (there.get(path) === id ? [] : [path])).sort();
}
/** GitHub's lists call a submodule a file: https://docs.github.com/rest/repos/contents#get-repository-content */
const KINDS = {
    file: 'file',
    submodule: 'file',
    symlink: 'symlink',
    dir: 'dir',
};
const clean = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/^\/+|\/+$/g, '');
/** `''` is the root. */
const folderOf = (path) => (path.includes('/') ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path) : '');
async function entriesAt(place, commit, paths) {
    const result = await (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(place, [
        'ls-tree',
        '-z',
        '--full-tree',
        '--end-of-options',
        commit,
        '--',
        ...paths,
    ]);
    (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(`read the workflow files of ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(commit)}`, result);
    const entries = new Map();
    for (const line of result.stdout.split('\0')) {
        const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
        if (path !== '')
            entries.set(path, `${mode === '040000' ? 'dir' : mode === '120000' ? 'symlink' : 'file'} ${id}`);
    }
    return entries;
}
/** Where links among these lead; what leads out of the repository leads nowhere. */
async function linkTargets(place, paths, found) {
    const targets = [];
    for (const path of paths) {
        const [kind, id] = (found.get(path) ?? '').split(' ');
        if (kind !== 'symlink' || id === undefined)
            continue;
        const result = await (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(place, ['cat-file', 'blob', id]);
        (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(`read the link ${path}`, result);
        const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), result.stdout);
        if (!result.stdout.startsWith('/') && target !== '..' && !target.startsWith('../'))
            targets.push(clean(target));
    }
    return targets;
}


/***/ }),

/***/ 4528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   N7: () => (/* binding */ gitError),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   ts: () => (/* binding */ CHECKOUT_HELP),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export withoutCredentials */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_child_env_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8111);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);



/**
 * Runs Git so that it does the same everywhere: no translation, no prompt, no quoted paths, no grafts by `git
 * replace`, and nothing started that the repository's own configuration names (fsmonitor, hooks, and by a remote:
 * `core.sshCommand`, `uploadpack`). Arguments that came from outside belong behind `--end-of-options` or `--`.
 * Exit codes are data; rejects when Git could not be started, and (`cancelled`) when it was told to stop.
 */
async function git(place, args, options = {}) {
    const { exec, env, cwd } = place;
    const { stdin, onStdoutChunk, timeoutMs } = options;
    const result = await exec('git', args, {
        cwd,
        env: {
            ...(0,_core_child_env_js__WEBPACK_IMPORTED_MODULE_2__/* .smallToolEnv */ .Ry)(env, options.keep),
            ...place.variables,
            ...options.variables,
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_OPTIONAL_LOCKS: '0',
            GIT_NO_REPLACE_OBJECTS: '1',
            // Git before 2.44 does not know the first; to forbid all ways of transport has the same effect.
            ...(options.network === true ? {} : { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' }),
            ...configVariables([...(await steady(cwd)), ...(options.config ?? [])]),
        },
        ...(stdin === undefined ? {} : { stdin }),
        ...(onStdoutChunk === undefined ? {} : { onStdoutChunk }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    if (!result.timedOut && STOPPED_BY.includes(result.signal ?? ''))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`git was stopped (${String(result.signal)})`, { causeClass: 'cancelled' });
    return result;
}
/** What a runner, or a person, ends programs with. */
const STOPPED_BY = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What Git prints, without the line end; undefined when it failed. For answers of one line. */
async function ask(place, args) {
    const { code, stdout } = await git(place, args);
    return code === 0 ? stdout.replace(/\n$/, '') : undefined;
}
/** Throws what Git said when it failed. `what` completes "Git could not …". */
function check(what, result) {
    if (result.code !== 0)
        throw gitError(what, result.stderr);
}
/** An error with Git's own words, and what to do where that is known. */
function gitError(what, stderr) {
    const said = wordsOf(stderr);
    const message = `Git could not ${what}${said === '' ? '' : `: ${said}`}`;
    if (/dubious ownership|unsafe repository/.test(stderr)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, {
            help: 'The folder belongs to another user. Run before: git config --global --add safe.directory "$GITHUB_WORKSPACE"',
        });
    }
    if (/not a git repository/.test(stderr))
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, { help: CHECKOUT_HELP });
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, {
        help: 'Check the repository with "git fsck"; in a workflow, check it out anew with actions/checkout.',
    });
}
const CHECKOUT_HELP = 'Add a step with actions/checkout before this one (with "fetch-depth: 2" it has what a pull request needs).';
/** The first lines that say something, on one line, without credentials. */
function wordsOf(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.replace(/^(fatal|error|warning|remote):\s*/i, '').trim());
    return withoutCredentials(lines
        .filter((line) => line !== '' && !line.startsWith('hint:'))
        .slice(0, 3)
        .join('; ')
        .slice(0, 400));
}
/** Cuts `user:password@` out of every address in a text. */
function withoutCredentials(text) {
    return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"]*@/gi, '$1');
}
/**
 * In a container the checkout belongs to the runner's user, not to us: Git refuses unless told otherwise by its
 * environment or the user's configuration (since 2.38 it takes the former).
 * Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
 */
async function steady(cwd) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(cwd).catch(() => cwd);
    return [
        ['core.quotePath', 'false'],
        ['core.fsmonitor', 'false'],
        ['core.hooksPath', '/dev/null'],
        ['safe.directory', cwd],
        ...(real === cwd ? [] : [['safe.directory', real]]),
    ];
}
function configVariables(config) {
    const variables = { GIT_CONFIG_COUNT: String(config.length) };
    for (const [at, [key, value]] of config.entries()) {
        variables[`GIT_CONFIG_KEY_${at}`] = key;
        variables[`GIT_CONFIG_VALUE_${at}`] = value;
    }
    return variables;
}


/***/ })

};
