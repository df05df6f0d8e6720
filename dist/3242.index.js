export const id = 3242;
export const ids = [3242];
export const modules = {

/***/ 3242:
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
// EXTERNAL MODULE: ./src/repository/git/version.ts
var version = __webpack_require__(9795);
// EXTERNAL MODULE: ./src/repository/git/partial.ts
var partial = __webpack_require__(8886);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/repository/paths.ts
var paths = __webpack_require__(9024);
// EXTERNAL MODULE: ./src/repository/snapshot.ts
var snapshot = __webpack_require__(8662);
;// CONCATENATED MODULE: ./src/repository/git/worktree-index.ts






/** Runs Git on the copy; what it prints, cut at its zero bytes. */
async function onIndex({ place, config }, args, paths) {
    const chunks = [];
    const result = await (0,git_place/* git */.$Y)(place, args, {
        config,
        onStdoutChunk: (chunk) => chunks.push(chunk),
        ...(paths === undefined ? {} : { stdin: paths.map((path) => `${path}\0`).join('') }),
    });
    (0,git_place/* check */.z6)('read the work tree', result);
    return Buffer.concat(chunks).toString().split('\0').slice(0, -1);
}
/** Entries whose names are no UTF-8 are left out: Git could not be told of them. */
async function readIndex(copy) {
    const entries = [];
    for (const line of await onIndex(copy, ['ls-files', '--stage', '-v', '-z'])) {
        // `TAG SP MODE SP OID SP STAGE TAB PATH`
        const tab = line.indexOf('\t');
        const [tag = '', mode = '', oid = ''] = line.slice(0, tab).split(' ');
        const path = line.slice(tab + 1);
        if (!path.includes('\ufffd'))
            entries.push({ tag, mode, oid, path });
    }
    return entries;
}
/**
 * Lets Git look at the files that it was told not to look at (`git update-index --assume-unchanged`,
 * `--skip-worktree`): Terraform reads them as they are. What a sparse checkout left out stays as committed.
 */
async function lookAtAll(copy, entries) {
    const assumed = entries.filter(({ tag }) => tag !== tag.toUpperCase());
    const skipped = await present(copy.place.cwd, entries.filter(({ tag }) => tag.toUpperCase() === 'S'));
    if (assumed.length > 0)
        await onIndex(copy, ['update-index', '--no-assume-unchanged', '-z', '--stdin'], assumed.map(pathOf));
    if (skipped.length > 0)
        await onIndex(copy, ['update-index', '--no-skip-worktree', '-z', '--stdin'], skipped.map(pathOf));
}
const pathOf = ({ path }) => path;
/** Those that are in the work tree. Each folder is read once: of a sparse checkout it may be most of them. */
async function present(top, entries) {
    const folders = new Map();
    const namesIn = (folder) => {
        let names = folders.get(folder);
        if (names === undefined) {
            names = (0,promises_.readdir)((0,external_node_path_.join)(top, folder)).then((found) => new Set(found), () => new Set());
            folders.set(folder, names);
        }
        return names;
    };
    const found = [];
    for (const entry of entries)
        if ((await namesIn((0,paths/* folderOf */.yS)(entry.path))).has((0,paths/* nameOf */.Vb)(entry.path)))
            found.push(entry);
    return found;
}
/**
 * The submodules at the commits that are checked out in them. Git itself would start a `git status` in each of them,
 * and with it what the submodule's own configuration names.
 */
async function submodules({ place }, repository, entries) {
    const found = [];
    for (const { mode, oid, path } of entries) {
        if (mode !== snapshot/* SUBMODULE_MODE */.F)
            continue;
        const folder = (0,external_node_path_.join)(place.cwd, path);
        // Gone, or something else by now: without a look into it Git knows that, too.
        if ((await (0,promises_.lstat)(folder).catch(() => undefined))?.isDirectory() !== true)
            continue;
        const isCheckedOut = (await (0,promises_.lstat)((0,external_node_path_.join)(folder, '.git')).catch(() => undefined)) !== undefined;
        const commit = isCheckedOut ? await (0,commits/* resolveCommit */.WL)({ ...repository, cwd: folder }, 'HEAD') : undefined;
        found.push({ mode, oid: commit ?? oid, path });
    }
    return found;
}
/** Sets entries, and keeps Git from looking at their files. */
async function settle(copy, settled) {
    if (settled.length === 0)
        return;
    const lines = settled.map(({ mode, oid, path }) => `${mode} ${oid}\t${path}`);
    await onIndex(copy, ['update-index', '-z', '--index-info'], lines);
    await onIndex(copy, ['update-index', '--assume-unchanged', '-z', '--stdin'], settled.map(pathOf));
}

;// CONCATENATED MODULE: ./src/repository/git/worktree-filters.ts







const REGULAR = ['100644', '100755'];
/**
 * Files that a filter of the repository's configuration (`filter.NAME.clean`) would turn into what is committed. It is
 * not run, and what is in the work tree is not what Git keeps: actions/checkout with `lfs: true` leaves it so.
 *
 * - Git LFS: its pointer is made here.
 * - Another filter: unchanged where Git's notes of the file (time, size) say so. Else the file is taken as it is, which
 *   at most makes a difference where there is none.
 *
 * @param names of the filters that are not run
 * @param index file of the copy
 * @param folder for what has to be written
 */
async function filtered(copy, entries, names, { index, folder }) {
    if (names.size === 0)
        return [];
    // Also what was written in the second of the index, which Git compares by content, and so without the filter.
    const candidates = await maybeChanged(copy);
    if (candidates.length === 0)
        return [];
    const filters = await filtersOf(copy, candidates);
    const byPath = new Map();
    for (const entry of entries)
        if (REGULAR.includes(entry.mode))
            byPath.set(entry.path, entry);
    const large = [];
    const others = [];
    for (const [path, filter] of filters) {
        const entry = byPath.get(path);
        if (entry !== undefined && names.has(filter))
            (filter === 'lfs' ? large : others).push(entry);
    }
    return [...(await pointers(copy, large, folder)), ...(await unchanged(copy, others, index))];
}
const maybeChanged = (copy) => onIndex(copy, [
    'diff-files',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=M',
    '--ignore-submodules=all',
]);
/** Names of filters by path. */
async function filtersOf(copy, paths) {
    const words = await onIndex(copy, ['check-attr', '-z', '--stdin', 'filter'], paths);
    const filters = new Map();
    for (let at = 0; at + 2 < words.length; at += 3)
        filters.set(words[at] ?? '', words[at + 2] ?? '');
    return filters;
}
/** Those that are as Git noted them; an index that is newer than all files makes it believe its notes. */
async function unchanged(copy, entries, index) {
    if (entries.length === 0)
        return [];
    const { mtime } = await (0,promises_.lstat)(index);
    const later = new Date(Date.now() + 3_600_000);
    await (0,promises_.utimes)(index, later, later);
    const changed = new Set(await maybeChanged(copy));
    await (0,promises_.utimes)(index, mtime, mtime);
    return entries.filter(({ path }) => !changed.has(path));
}
async function pointers(copy, entries, folder) {
    const made = [];
    await (0,promises_.mkdir)(folder);
    for (const entry of entries) {
        // A file that cannot be read is left to Git, which says so.
        const pointer = await pointerOf((0,external_node_path_.join)(copy.place.cwd, entry.path)).catch(() => undefined);
        if (pointer === undefined)
            continue;
        const file = (0,external_node_path_.join)(folder, String(made.length));
        await (0,promises_.writeFile)(file, pointer);
        made.push({ entry, file });
    }
    if (made.length === 0)
        return [];
    const written = await (0,git_place/* git */.$Y)(copy.place, ['hash-object', '-w', '--no-filters', '--stdin-paths'], {
        config: copy.config,
        stdin: made.map(({ file }) => `${file}\n`).join(''),
    });
    (0,git_place/* check */.z6)('read the work tree', written);
    const ids = written.stdout.split('\n');
    return made.map(({ entry: { mode, path, oid } }, at) => ({ mode, path, oid: ids[at] ?? oid }));
}
/**
 * What Git LFS has committed of a file. Undefined: the file itself, being empty or a pointer that was not followed.
 * Source: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */
async function pointerOf(path) {
    const { size } = await (0,promises_.lstat)(path);
    if (size === 0)
        return undefined;
    if (size < 1024 && (await (0,promises_.readFile)(path, 'latin1')).startsWith('version https://git-lfs.'))
        return undefined;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return `version https://git-lfs.github.com/spec/v1\noid sha256:${hash.digest('hex')}\nsize ${size}\n`;
}

;// CONCATENATED MODULE: ./src/repository/git/worktree-ignored.ts




/** Folders that tools leave behind: never a part of a stack, and often far larger than the repository. */
const LEFT_OUT = ['.terraform', '.terragrunt-cache', 'node_modules'];
/**
 * What both tools load by itself, names of overrides included.
 * Source: https://developer.hashicorp.com/terraform/language/files,
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
const LOADED = /^(?!\.).*\.(tf|tofu)(\.json)?$|\.auto\.tfvars(\.json)?$|^terraform\.tfvars(\.json)?$/s;
/** A file that Terraform reads whether or not the code names it. */
const isLoaded = (path) => LOADED.test((0,paths/* nameOf */.Vb)(path));
/**
 * All files that Git ignores, but for what tools leave behind: what an earlier step wrote, or a developer's own. Symbolic
 * links are files, and not followed.
 */
async function ignoredFiles(copy) {
    const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
    const files = [];
    for (const path of await onIndex(copy, args)) {
        if (path.split('/').some((part) => LEFT_OUT.includes(part)) || path.includes('\ufffd'))
            continue;
        if (path.endsWith('/'))
            await addFiles(copy.place.cwd, path.slice(0, -1), files);
        else
            files.push(path);
    }
    return files;
}
/** A folder that is ignored as a whole. One that is a repository of its own is none of ours. */
async function addFiles(top, folder, files) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(top, folder), { withFileTypes: true }).catch(() => []);
    if (entries.some(({ name }) => name === '.git'))
        return;
    for (const entry of entries) {
        const path = `${folder}/${entry.name}`;
        if (path.includes('\ufffd'))
            continue;
        if (entry.isDirectory()) {
            if (!LEFT_OUT.includes(entry.name))
                await addFiles(top, path, files);
        }
        else if (entry.isFile() || entry.isSymbolicLink())
            files.push(path);
    }
}

;// CONCATENATED MODULE: ./src/repository/git/worktree.ts








/**
 * Beside what tools leave behind: credentials that google-github-actions/auth puts into the workspace, and a folder of
 * ours where the runner's temporary folder is in there.
 */
const PATHS = [
    '--',
    ':(top)',
    ...LEFT_OUT.map((name) => `:(top,exclude,glob)**/${name}/**`),
    ':(top,exclude,glob)**/gha-creds-*.json',
    ':(top,exclude,glob)**/gitops-tree-*/**',
];
/** Keeps Git from writing into the repository, and from asking other programs. */
const QUIET = [
    ['core.splitIndex', 'false'],
    ['core.untrackedCache', 'false'],
    ['advice.addEmbeddedRepo', 'false'],
    ['core.safecrlf', 'false'],
];
/**
 * A tree of the work tree: committed, uncommitted and new files, as they are; without ignored ones unless these are
 * asked for. The repository is left untouched: index and new objects live in a folder of their own, until disposed (of
 * an object that is there already Git may renew the time, to keep it from being collected). Filters
 * (`filter.*.clean`) that the repository's own configuration names are not run, nor anything of a submodule's.
 */
async function worktreeTree(place, { ignored = false, access } = {}) {
    const aside = await beside(place);
    try {
        const { config, sparse, filters } = await quietly(place);
        const copy = { place: { ...aside.place, cwd: aside.top }, config };
        const entries = await readIndex(copy);
        await lookAtAll(copy, entries);
        if (sparse)
            await fetchRules(place, entries, access);
        await settle(copy, [
            ...(await submodules(copy, place, entries)),
            ...(await filtered(copy, entries, filters, aside)),
        ]);
        const flags = ['--all', '--ignore-errors', ...(sparse ? ['--sparse'] : [])];
        const added = await (0,git_place/* git */.$Y)(copy.place, ['add', ...flags, ...PATHS], { config });
        if (added.code !== 0 && !isHarmless(added.stderr))
            throw (0,git_place/* gitError */.N7)('read the work tree', added.stderr);
        const found = ignored ? await ignoredFiles(copy) : [];
        const loaded = found.filter(isLoaded);
        if (loaded.length > 0)
            await onIndex(copy, ['update-index', '--add', '-z', '--stdin'], loaded);
        const written = await (0,git_place/* git */.$Y)(copy.place, ['write-tree'], { config });
        (0,git_place/* check */.z6)('read the work tree', written);
        return {
            tree: written.stdout.trim(),
            ignored: found.filter((path) => !isLoaded(path)),
            place: aside.place,
            [Symbol.asyncDispose]: aside.dispose,
        };
    }
    catch (thrown) {
        await aside.dispose();
        throw thrown;
    }
}
/** Of `.gitignore` and `.gitattributes` that a sparse checkout left out, Git reads the committed ones. */
async function fetchRules(place, entries, access) {
    const rules = new Set();
    for (const { tag, path, oid } of entries)
        if (tag.toUpperCase() === 'S' && /(^|\/)\.git(ignore|attributes)$/.test(path))
            rules.add(oid);
    if (rules.size === 0 || access === undefined || !(await (0,partial/* isPartial */.mt)(place)))
        return;
    await (0,partial/* fetchMissing */.jx)(place, await (0,partial/* missingObjects */.xC)(place, ['HEAD']), rules, access);
}
async function beside(place) {
    const asked = ['--show-toplevel', '--git-path', 'index', '--git-path', 'objects'];
    const found = await (0,git_place/* git */.$Y)(place, ['rev-parse', ...asked]);
    (0,git_place/* check */.z6)('find the repository', found);
    const [top = '', index = '', objects = ''] = found.stdout
        .split('\n')
        .map((path) => (0,external_node_path_.resolve)(place.cwd, path));
    const folder = await ownFolder(place);
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
        top,
        index: copy,
        folder: (0,external_node_path_.join)(folder, 'files'),
        dispose: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}
/** Only we can enter it. Where the runner cleans up after each job: it would remain if we were killed. */
async function ownFolder({ env }) {
    const make = (folder) => (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'gitops-tree-'));
    const temp = env['RUNNER_TEMP'] ?? '';
    return temp === '' ? make((0,external_node_os_.tmpdir)()) : make(temp).catch(() => make((0,external_node_os_.tmpdir)()));
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
    const filters = new Set();
    let sparse = false;
    for (let at = 0; at + 1 < words.length; at += 2) {
        const [scope = '', key = ''] = [words[at], words[at + 1]];
        if (scope !== 'local' && scope !== 'worktree')
            continue;
        const filter = /^filter\.(.*)\.(clean|process)$/s.exec(key)?.[1];
        if (filter !== undefined) {
            config.push([key, '']);
            filters.add(filter);
        }
        if (/^filter\..*\.required$/s.test(key))
            config.push([key, 'false']);
        if (key === 'core.sparsecheckout')
            sparse = true;
    }
    return { config, sparse, filters };
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







/**
 * The files as they are, which is what gets planned. Nothing is written below the folder.
 *
 * @param options ignored files belong to what a plan is made of, not to what differs from a commit: there they are not,
 * and would differ for ever
 */
async function openWorkTree(place, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        await (0,version/* requireGit */.o)(place);
        const versioned = (await (0,git_place/* ask */.kA)(place, ['rev-parse', '--git-dir'])) !== undefined;
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const repository = versioned ? place : await aside(place, stack);
        const made = stack.use(await worktreeTree(repository, options));
        const commit = versioned ? await (0,commits/* resolveCommit */.WL)(repository, 'HEAD') : undefined;
        const kept = stack.move();
        return {
            place: made.place,
            tree: made.tree,
            ignored: made.ignored,
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

/***/ 9795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireGit)
/* harmony export */ });
/* unused harmony export isNewEnough */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4528);


/**
 * The first Git that takes configuration from `GIT_CONFIG_COUNT`. An older one would not be told to leave alone what a
 * repository's configuration names, such as hooks and file system monitors.
 * Source: https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = [2, 31];
/** @throws UserError when Git is older than what our reads rely upon, or is not to be had. */
async function requireGit(place) {
    const said = (await (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(place, ['version'])) ?? '';
    if (isNewEnough(said))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Git is too old, or is not Git: ${said === '' ? '(no version)' : said.slice(0, 80)}`, {
        where: 'git',
        help: `Install Git ${OLDEST.join('.')} or newer: older ones would run programs that a repository names.`,
    });
}
/** Of `git version 2.39.5 (Apple Git-154)` and the like. */
function isNewEnough(said) {
    const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(said) ?? [];
    if (major === undefined || minor === undefined)
        return false;
    const [least, leastMinor] = OLDEST;
    return Number(major) > least || (Number(major) === least && Number(minor) >= leastMinor);
}


/***/ })

};
