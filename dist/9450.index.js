export const id = 9450;
export const ids = [9450];
export const modules = {

/***/ 5057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   QX: () => (/* binding */ isAncestor),
/* harmony export */   WL: () => (/* binding */ resolveCommit),
/* harmony export */   fE: () => (/* binding */ isShallow),
/* harmony export */   fY: () => (/* binding */ parentsOf),
/* harmony export */   wu: () => (/* binding */ mergeBase)
/* harmony export */ });
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4528);

/** The commit that a branch, tag, id or expression (`HEAD~1`) names here; undefined when it names none. */
async function resolveCommit(place, name) {
    if (name === '' || name.includes('\0'))
        return undefined;
    return (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
}
/** Is this commit here? */
async function hasCommit(place, sha) {
    return (await resolveCommit(place, sha)) !== undefined;
}
/**
 * The parents that a commit names, also those that a shallow clone does not hold: from the commit as it is stored,
 * for other commands leave such parents out.
 */
async function parentsOf(place, commit) {
    const result = await (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(place, ['cat-file', 'commit', commit]);
    (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6)(`read the commit ${commit.slice(0, 40)}`, result);
    const parents = [];
    for (const line of result.stdout.split('\n')) {
        if (line === '')
            break;
        if (line.startsWith('parent '))
            parents.push(line.slice('parent '.length));
    }
    return parents;
}
/** Undefined: the history that would tell is not here. */
async function isAncestor(place, ancestor, commit) {
    const { code } = await (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(place, ['merge-base', '--is-ancestor', '--end-of-options', ancestor, commit]);
    if (code === 0)
        return true;
    return code === 1 && !(await isShallow(place)) ? false : undefined;
}
/**
 * Where two commits parted. Undefined when that cannot be told: they share nothing, or the clone is shallow; a common
 * ancestor that a shallow clone happens to hold may be an older one, and a change taken back since would be missed.
 */
async function mergeBase(place, one, other) {
    if (one === other)
        return one;
    if (await isShallow(place))
        return undefined;
    return (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(place, ['merge-base', '--end-of-options', one, other]);
}
async function isShallow(place) {
    return (await (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(place, ['rev-parse', '--is-shallow-repository'])) === 'true';
}


/***/ }),

/***/ 9299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ fetchCommits),
/* harmony export */   Sd: () => (/* binding */ remoteCommit),
/* harmony export */   rt: () => (/* binding */ fetchObjects)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5057);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4528);




const FIVE_MINUTES = 300_000;
const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** For remotes by SSH: what people set for `git fetch` to work at all. */
const SSH_VARIABLES = ['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'GIT_SSH', 'GIT_SSH_COMMAND'];
const FETCH = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-prune',
    '--no-prune-tags',
    '--no-write-fetch-head',
    '--recurse-submodules=no',
    '--no-auto-maintenance',
];
const QUIET_FETCH = [
    ['fetch.writeCommitGraph', 'false'],
    ['gc.auto', '0'],
];
/**
 * Makes commits available, with their files; nothing is fetched when they are there. In a shallow clone they come
 * without their history. No ref, no FETCH_HEAD is written. Throws `UserError` when one cannot be had.
 */
async function fetchCommits(place, shas, access) {
    const missing = await missingOf(place, shas);
    const [first] = missing;
    if (first === undefined)
        return;
    const odd = missing.find((sha) => !OBJECT_ID.test(sha));
    if (odd !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${odd} is no commit id`);
    const remote = await remoteOf(place, `Commit ${first}`);
    const depth = (await (0,_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .isShallow */ .fE)(place)) ? ['--depth=1'] : [];
    const result = await overNetwork(place, remote, access, {
        args: [...FETCH, ...depth, '--end-of-options', remote, ...missing],
    });
    const [still] = await missingOf(place, missing);
    if (still === undefined)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Commit ${still} could not be fetched from ${remote}: ${saidOf(result, access)}`, {
        help: 'Let actions/checkout fetch more ("fetch-depth: 2" for a pull request, "fetch-depth: 0" for all of the history) or keep its credentials.',
        causeClass: 'init',
    });
}
async function missingOf(place, shas) {
    const missing = [];
    for (const sha of new Set(shas))
        if (!(await (0,_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCommit */ .QE)(place, sha)))
            missing.push(sha);
    return missing;
}
/** Fetches files that a partial clone left out, all at once, the way Git itself does it one by one. */
async function fetchObjects(place, oids, access) {
    const first = oids[0] ?? '';
    const remote = await remoteOf(place, first);
    const result = await overNetwork(place, remote, access, {
        args: [...FETCH, '--filter=blob:none', '--stdin', '--end-of-options', remote],
        config: [['fetch.negotiationAlgorithm', 'noop']],
        stdin: `${oids.join('\n')}\n`,
    });
    if (result.code === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${oids.length} files that the partial clone left out could not be fetched: ${saidOf(result, access)}`, { help: 'Check the repository out without "filter", or let the checkout keep its credentials.' });
}
/** The commit that a branch or tag of the remote is at now; undefined when it has none of this name. */
async function remoteCommit(place, name, access) {
    // No patterns: `*` would find another one.
    if (!/^[^\s~^:?*[\\\p{Cc}]+$/u.test(name))
        return undefined;
    const remote = await remoteOf(place, name);
    const refs = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
    const result = await overNetwork(place, remote, access, {
        args: ['ls-remote', '--quiet', '--end-of-options', remote, ...refs],
    });
    if (result.code !== 0)
        return undefined;
    const found = new Map(result.stdout.split('\n').map((line) => line.split('\t').reverse()));
    const branch = found.get(refs[0] ?? '');
    const sha = branch ?? found.get(refs[2] ?? '') ?? found.get(refs[1] ?? '');
    return sha === undefined ? undefined : { sha, branch: branch !== undefined };
}
async function remoteOf(place, what) {
    const names = ((await (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(place, ['remote'])) ?? '').split('\n').filter((name) => name !== '');
    const name = names.includes('origin') ? 'origin' : names[0];
    if (name !== undefined)
        return name;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} is not in this repository, and it has no remote to fetch it from`, {
        help: 'Check out with actions/checkout and "fetch-depth: 0", or fetch it before.',
    });
}
/** With the credentials that are there; refused, once more with the token. Another run's lock is waited for. */
async function overNetwork(place, remote, access, { args, stdin, config = [] }) {
    let header = [];
    for (let tries = 0;; tries++) {
        const result = await (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .git */ .$Y)(place, args, {
            ...(stdin === undefined ? {} : { stdin }),
            config: [...QUIET_FETCH, ...config, ...header],
            keep: SSH_VARIABLES,
            timeoutMs: FIVE_MINUTES,
            network: true,
        });
        if (result.code === 0)
            return result;
        if (tries < 5 && /\.lock': File exists|shallow file has changed/.test(result.stderr)) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(100 * 2 ** tries);
            continue;
        }
        if (header.length > 0 || !isRefused(result.stderr))
            return result;
        header = await authorization(place, remote, access);
        if (header.length === 0)
            return result;
    }
}
/** GitHub answers 404 to who may not see a private repository. */
function isRefused(stderr) {
    return /Authentication failed|could not read (Username|Password)|terminal prompts disabled|not found|returned error: 40[0134]|duplicate header/i.test(stderr);
}
/** The same header that actions/checkout keeps, by environment: never on a command line, never in a file. */
async function authorization(place, remote, { token, serverUrl }) {
    const address = await (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(place, ['ls-remote', '--get-url', '--end-of-options', remote]);
    if (token === undefined || token === '' || address === undefined)
        return [];
    if (!URL.canParse(address) || !URL.canParse(serverUrl))
        return [];
    const { origin, protocol } = new URL(address);
    if (!/^https?:$/.test(protocol) || origin !== new URL(serverUrl).origin)
        return [];
    const key = `http.${origin}/.extraheader`;
    // The empty one takes back what the checkout configured: GitHub refuses two of them.
    return [
        [key, ''],
        [key, `AUTHORIZATION: basic ${basic(token)}`],
    ];
}
const basic = (token) => Buffer.from(`x-access-token:${token}`).toString('base64');
function saidOf(result, { token }) {
    if (result.timedOut)
        return 'no end after five minutes';
    const said = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)(result.stderr);
    const clean = token === undefined || token === '' ? said : said.replaceAll(token, '***').replaceAll(basic(token), '***');
    return clean === '' ? `git ended with ${String(result.code ?? result.signal)}` : clean;
}


/***/ }),

/***/ 8886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yu: () => (/* binding */ completeTree),
/* harmony export */   jx: () => (/* binding */ fetchMissing),
/* harmony export */   mt: () => (/* binding */ isPartial),
/* harmony export */   xC: () => (/* binding */ missingObjects)
/* harmony export */ });
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9299);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4528);


/**
 * A partial clone (actions/checkout with `filter: blob:none`) lacks most files of other commits. Git would fetch them
 * one by one, when each is read; here what is missing is found first and fetched at once.
 */
async function isPartial(place) {
    const keys = '^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$';
    return (await (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(place, ['config', '--name-only', '--get-regexp', keys])) !== undefined;
}
/** Ids of files of these commits or trees that are not here. */
async function missingObjects(place, revisions) {
    const trees = revisions.flatMap((revision) => (revision === undefined ? [] : [`${revision}^{tree}`]));
    const missing = new Set();
    if (trees.length === 0)
        return missing;
    const chunks = [];
    const args = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--end-of-options', ...trees];
    const result = await (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(place, args, { onStdoutChunk: (chunk) => chunks.push(chunk) });
    (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)('find out which files the partial clone left out', result);
    for (const line of Buffer.concat(chunks).toString('latin1').split('\n'))
        if (line.startsWith('?'))
            missing.add(line.slice(1));
    return missing;
}
/** Fetches what is wanted and missing. Without access it does nothing: whoever reads it then says what is missing. */
async function fetchMissing(place, missing, wanted, access) {
    if (missing === undefined || missing.size === 0 || access === undefined)
        return;
    const oids = [...wanted].filter((oid) => missing.has(oid));
    if (oids.length > 0)
        await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchObjects */ .rt)(place, oids, access);
}
/** Fetches the folders of a commit in a clone without them (`filter: tree:0`). False: there is no way to. */
async function completeTree(place, revision, access) {
    if (access === undefined || !(await isPartial(place)))
        return false;
    // `rev-parse` would have to look into the tree.
    const commit = await (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(place, ['cat-file', 'commit', revision]);
    const tree = commit === undefined ? revision : /^tree ([0-9a-f]+)$/m.exec(commit)?.[1];
    if (tree === undefined)
        return false;
    await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchObjects */ .rt)(place, [tree], access);
    return true;
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


/***/ }),

/***/ 9024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _z: () => (/* binding */ inFolder),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Paths of the repository: from its root, with `/`; the root itself is `.`. */
/** True for a path below a folder, at any depth; everything is below `.`. */
const isWithin = (path, folder) => folder === '.' || (path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder));
/** `a/b/c` → `a/b`; of a path in the root: `.`. */
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '.' : path.slice(0, slash);
}
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
const inFolder = (folder, name) => folder === '.' ? name : `${folder}/${name}`;
/**
 * `a/b` + `../c/./d` → `a/c/d`, by the letters alone, as the tools clean a path before they open it.
 *
 * @returns undefined for what climbs out of the repository or is absolute.
 */
function joinPath(folder, relative) {
    if (relative.startsWith('/'))
        return undefined;
    let base = folder;
    let at = 0;
    // Most paths are some steps up, then down: those need no list of parts.
    for (;;) {
        if (relative.startsWith('../', at)) {
            if (base === '.')
                return undefined;
            base = folderOf(base);
            at += 3;
        }
        else if (relative.startsWith('./', at))
            at += 2;
        else
            break;
    }
    const rest = at === 0 ? relative : relative.slice(at);
    if (!ODD_PART.test(rest))
        return inFolder(base, rest);
    const parts = base === '.' ? [] : base.split('/');
    for (const part of rest.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.length === 0 ? '.' : parts.join('/');
}
/** A part that is empty, `.` or `..`. */
const ODD_PART = /(?:^|\/)\.{0,2}(?:\/|$)/;
/** The folders from a folder up to the root, both included. */
function foldersUp(folder) {
    const found = [];
    for (let at = folder; at !== '.'; at = folderOf(at))
        found.push(at);
    found.push('.');
    return found;
}


/***/ }),

/***/ 8662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ LINK_MODE),
/* harmony export */   F: () => (/* binding */ SUBMODULE_MODE)
/* harmony export */ });
/** Modes of entries that are no files. */
const LINK_MODE = '120000';
const SUBMODULE_MODE = '160000';


/***/ })

};
