export const id = 529;
export const ids = [529];
export const modules = {

/***/ 529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWorkTree: () => (/* binding */ openWorkTree)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/repository/git/commits.ts
var commits = __webpack_require__(5057);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
;// CONCATENATED MODULE: ./src/repository/git/worktree.ts




/** Folders that tools leave behind: never a part of a stack, and often far larger than the repository. */
const LEFT_OUT = ['.terraform', '.terragrunt-cache', 'node_modules'];
const PATHS = ['--', ':(top)', ...LEFT_OUT.map((name) => `:(top,exclude,glob)**/${name}/**`)];
/** Keeps Git from writing into the repository, and from asking other programs. */
const QUIET = [
    ['core.splitIndex', 'false'],
    ['core.untrackedCache', 'false'],
    ['advice.addEmbeddedRepo', 'false'],
    ['core.safecrlf', 'false'],
];
/**
 * A tree of the work tree: committed, uncommitted and new files, without the ignored ones. The repository is left
 * untouched: index and new objects live in a folder of their own, until disposed (of an object that is there already
 * Git may renew the time, to keep it from being collected). Filters (`filter.*.clean`) that the
 * repository's own configuration names are not run.
 */
async function worktreeTree(place) {
    const aside = await beside(place);
    try {
        const { config, sparse } = await quietly(place);
        const flags = ['--all', '--ignore-errors', ...(sparse ? ['--sparse'] : [])];
        const added = await (0,git_place/* git */.$Y)(aside.place, ['add', ...flags, ...PATHS], { config });
        if (added.code !== 0 && !isHarmless(added.stderr))
            throw (0,git_place/* gitError */.N7)('read the work tree', added.stderr);
        const written = await (0,git_place/* git */.$Y)(aside.place, ['write-tree'], { config });
        (0,git_place/* check */.z6)('read the work tree', written);
        return { tree: written.stdout.trim(), place: aside.place, [Symbol.asyncDispose]: aside.dispose };
    }
    catch (thrown) {
        await aside.dispose();
        throw thrown;
    }
}
/** The repository with a copy of its index and a folder of its own for new objects. */
async function beside(place) {
    const found = await (0,git_place/* git */.$Y)(place, ['rev-parse', '--git-path', 'index', '--git-path', 'objects']);
    (0,git_place/* check */.z6)('find the repository', found);
    const [index = '', objects = ''] = found.stdout.split('\n').map((path) => (0,external_node_path_.resolve)(place.cwd, path));
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'gitops-tree-'));
    const own = (0,external_node_path_.join)(folder, 'objects');
    await (0,promises_.mkdir)(own);
    const copy = (0,external_node_path_.join)(folder, 'index');
    await copyIndex(index, copy);
    const variables = {
        ...place.variables,
        GIT_INDEX_FILE: copy,
        GIT_OBJECT_DIRECTORY: own,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: [quoted(objects), place.variables?.['GIT_ALTERNATE_OBJECT_DIRECTORIES']]
            .filter((path) => path !== undefined)
            .join(external_node_path_.delimiter),
    };
    return {
        place: { ...place, variables },
        dispose: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}
/**
 * With its time: a file that was changed in the second in which the index was written looks unchanged, and only because
 * of the index' own time Git looks into it (https://git-scm.com/docs/racy-git). A new repository has no index.
 */
async function copyIndex(index, copy) {
    const found = await (0,promises_.stat)(index).catch(() => undefined);
    if (found === undefined)
        return;
    await (0,promises_.copyFile)(index, copy);
    const second = Math.floor(found.mtimeMs / 1000);
    await (0,promises_.utimes)(copy, second, second);
}
/** A path with the list's own separator has to be quoted: https://git-scm.com/docs/git#_environment_variables */
function quoted(path) {
    return path.includes(external_node_path_.delimiter) || path.startsWith('"') ? JSON.stringify(path) : path;
}
/**
 * Configuration that turns off the programs that the repository's own would have run on files (those of the user's
 * stay), and whether a part of the repository is left out of the work tree.
 */
async function quietly(place) {
    const listed = (await (0,git_place/* ask */.kA)(place, ['config', '--list', '--show-scope', '--name-only', '-z'])) ?? '';
    const words = listed.split('\0');
    const config = [...QUIET];
    let sparse = false;
    for (let at = 0; at + 1 < words.length; at += 2) {
        const [scope = '', key = ''] = [words[at], words[at + 1]];
        if (scope !== 'local' && scope !== 'worktree')
            continue;
        if (/^filter\..*\.(clean|process)$/s.test(key))
            config.push([key, '']);
        if (/^filter\..*\.required$/s.test(key))
            config.push([key, 'false']);
        if (key === 'core.sparsecheckout')
            sparse = true;
    }
    return { config, sparse };
}
/** A folder that is a repository of its own without any commit cannot be added, and there is nothing in it to add. */
function isHarmless(stderr) {
    const lines = stderr.split('\n').filter((line) => /^(error|fatal):/.test(line));
    return (lines.length > 0 &&
        lines.every((line) => /does not have a commit checked out|unable to index file '.*\/'/.test(line)));
}

;// CONCATENATED MODULE: ./src/pipeline/work-tree.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** The files as they are, which is what gets planned. Nothing is written below the folder. */
async function openWorkTree(place) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const versioned = (await (0,git_place/* ask */.kA)(place, ['rev-parse', '--git-dir'])) !== undefined;
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const repository = versioned ? place : await aside(place, stack);
        const made = stack.use(await worktreeTree(repository));
        const commit = versioned ? await (0,commits/* resolveCommit */.WL)(repository, 'HEAD') : undefined;
        const kept = stack.move();
        return {
            place: made.place,
            tree: made.tree,
            commit,
            versioned,
            [Symbol.asyncDispose]: () => kept.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A repository of its own, elsewhere, around a folder that is none: Git then reads it by the same rules. */
async function aside(place, stack) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'gitops-folder-'));
    stack.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    const made = await (0,git_place/* git */.$Y)(place, ['init', '--quiet', '--bare', '--template=', folder]);
    (0,git_place/* check */.z6)('read the folder', made);
    return { ...place, variables: { ...place.variables, GIT_DIR: folder, GIT_WORK_TREE: place.cwd } };
}


/***/ }),

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
 * Exit codes are data; rejects only when Git could not be started.
 */
async function git(place, args, options = {}) {
    const { exec, env, cwd } = place;
    const { stdin, onStdoutChunk, timeoutMs } = options;
    return exec('git', args, {
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
}
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
