export const id = 3090;
export const ids = [3090];
export const modules = {

/***/ 3203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   groupPlans: () => (/* binding */ groupPlans)
/* harmony export */ });
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4383);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4783);
/* harmony import */ var _find_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3584);
/* harmony import */ var _origin_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(522);




const MOST_COMMITS = 250;
/**
 * What the pull requests of a merge group have shown, so that a plan made at the group's commit can be compared. Never
 * rejects for what GitHub answers.
 */
async function groupPlans(request) {
    const { wanted, github } = request;
    const reviewed = await (0,_origin_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .orUnknown */ .uL)('which pull requests are in the merge group', () => ask(request));
    const pulls = reviewed.kind === 'runs' ? reviewed.pulls.map(({ number }) => number) : [];
    return { pulls, plans: await (0,_find_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlans */ .Q)({ wanted, reviewed, github, anyInputs: true }) };
}
async function ask(request) {
    const pulls = await pullsOfGroup(request);
    if (pulls === undefined) {
        const { baseSha, head } = request;
        return unknown(`GitHub does not tell which commits lie between ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(baseSha)} and ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(head)}, or there are too many.`);
    }
    if (pulls.length === 0)
        return unknown('GitHub does not tell which pull requests are in the merge group.');
    const runs = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .mapParallel */ .E)(pulls, _origin_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_ONCE */ .Qd, (pull) => (0,_origin_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .runsOfPull */ .ls)(pull, request));
    return {
        kind: 'runs',
        pulls: pulls.map(({ number, head: { sha }, labels, url }) => ({ number, headSha: sha, labels, url })),
        runs: runs.flat(),
        remarks: [],
    };
}
/**
 * Open pull requests into the branch, by their own commits where the queue merges them; by the group's name where it
 * squashes or rebases, for such commits are of no pull request before they are merged. Of several squashed into one
 * group that name tells the last.
 */
async function pullsOfGroup(request) {
    const { github, baseSha, head, branch, ref } = request;
    const between = await github.commitsBetween(baseSha, head, MOST_COMMITS);
    if (between === undefined || between.total > between.commits.length)
        return undefined;
    const listed = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .mapParallel */ .E)(between.commits, _origin_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_ONCE */ .Qd, (commit) => github.pullsForCommit(commit));
    const own = between.commits;
    const numbers = new Set(listed
        .flat()
        .filter((pull) => pull.state === 'open' && pull.base.ref === branch && own.includes(pull.head.sha))
        .map(({ number }) => number));
    const named = numberIn(ref, branch);
    if (named !== undefined)
        numbers.add(named);
    const pulls = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .mapParallel */ .E)([...numbers], _origin_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_ONCE */ .Qd, (number) => github.getPull(number));
    return pulls
        .filter((pull) => pull.base.ref === branch && pull.state === 'open')
        .sort((a, b) => b.number - a.number);
}
/** Only a merge queue makes refs of this name. */
function numberIn(ref, branch) {
    const start = `refs/heads/gh-readonly-queue/${branch}/pr-`;
    if (!ref.startsWith(start))
        return undefined;
    const [, digits] = /^(\d{1,15})-[0-9a-f]{40,64}$/.exec(ref.slice(start.length)) ?? [];
    return digits === undefined ? undefined : Number(digits);
}
const unknown = (reason) => ({
    kind: 'refused',
    refusal: {
        code: 'unknown',
        reason,
        help: 'Run the job again; if it stays so, take the pull request out of the queue and add it again.',
    },
});


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
