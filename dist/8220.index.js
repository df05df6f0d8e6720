export const id = 8220;
export const ids = [8220,3661];
export const modules = {

/***/ 3661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  goneByName: () => (/* binding */ goneByName),
  goneToPlan: () => (/* binding */ goneToPlan),
  toldGoneToPlan: () => (/* binding */ toldGoneToPlan)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/repository/git/partial.ts
var partial = __webpack_require__(8886);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
// EXTERNAL MODULE: ./src/repository/git/tree.ts
var tree = __webpack_require__(5235);
// EXTERNAL MODULE: ./src/repository/snapshot.ts
var snapshot = __webpack_require__(8662);
;// CONCATENATED MODULE: ./src/pipeline/base-tree.ts






/**
 * The files of a commit in a folder of their own, as `git checkout` would write them; the repository, its index and its
 * work tree stay as they are. Programs that the repository's own configuration names for files (`filter.*`) are not
 * run: what Git LFS keeps elsewhere stays a pointer.
 *
 * @param folder absolute; nothing is there yet
 */
async function checkOutTree(place, commit, folder, access) {
    const root = (0,external_node_path_.join)(folder, 'files');
    await (0,promises_.mkdir)(root, { recursive: true, mode: 0o700 });
    const entries = await (0,tree/* readTree */.Zc)(place, commit);
    if (await (0,partial/* isPartial */.mt)(place)) {
        const oids = entries.flatMap(({ mode, oid }) => (mode === snapshot/* SUBMODULE_MODE */.F ? [] : [oid]));
        await (0,partial/* fetchMissing */.jx)(place, await (0,partial/* missingObjects */.xC)(place, [commit]), new Set(oids), access);
    }
    const own = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index'), GIT_WORK_TREE: root, GIT_LFS_SKIP_SMUDGE: '1' };
    const gitDir = (await (0,git_place/* ask */.kA)(place, ['rev-parse', '--absolute-git-dir'])) ?? '';
    const aside = { ...place, cwd: root, variables: { ...place.variables, GIT_DIR: gitDir, ...own } };
    const config = await withoutFilters(place);
    (0,git_place/* check */.z6)('read the files of the base', await (0,git_place/* git */.$Y)(aside, ['read-tree', '--end-of-options', commit], { config }));
    (0,git_place/* check */.z6)('write the files of the base', await (0,git_place/* git */.$Y)(aside, ['checkout-index', '--all', '--quiet'], { config }));
    const submodules = entries.filter(({ mode }) => mode === snapshot/* SUBMODULE_MODE */.F).map(({ path }) => path);
    const isLarge = entries.some(({ path }) => path.endsWith('.gitattributes')) && (await usesLfs(aside));
    return {
        root,
        missing: [
            ...submodules.map((path) => `the files of the submodule ${path}`),
            ...(isLarge ? ['files that Git LFS keeps'] : []),
        ],
    };
}
/** Also sparse checkouts leave nothing out here. */
async function withoutFilters(place) {
    const names = (await (0,git_place/* ask */.kA)(place, ['config', '--local', '--name-only', '--get-regexp', '^filter\\.'])) ?? '';
    const keys = new Set(names.split('\n').filter((key) => /\.(?:smudge|process|required)$/.test(key)));
    return [
        ['core.sparseCheckout', 'false'],
        ...[...keys].map((key) => [key, key.endsWith('.required') ? 'false' : '']),
    ];
}
async function usesLfs(place) {
    const listed = await (0,git_place/* git */.$Y)(place, ['ls-files', '--', ':(attr:filter=lfs)']);
    return listed.code === 0 && listed.stdout !== '';
}

// EXTERNAL MODULE: ./src/pipeline/job-workspace.ts
var job_workspace = __webpack_require__(6013);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
;// CONCATENATED MODULE: ./src/pipeline/gone-stacks.ts




/**
 * Stacks that a change takes out of the repository, as they are planned to see what remains of them: with the files of
 * the base, which is checked out beside the work tree.
 */
async function goneToPlan(request) {
    const { gone, base, place, access, folder, workspace } = request;
    const all = gone.map(({ item }) => item);
    const { stacks } = (0,job_workspace/* inWorkspace */.v)(gone, all, workspace);
    if (stacks.length === 0)
        return [];
    const { root, missing } = await checkOutTree(place, base, folder, access);
    const why = missing.length === 0 ? [] : [missingNote(missing)];
    return stacks.map((judged) => ({ ...(0,stack_to_plan/* judgedToPlan */.km)(judged, workspace), why, gone: { root } }));
}
/**
 * The stacks of these names that a change takes away, as they are planned.
 * @throws UserError naming all names that none has, and where the change has no base
 */
async function toldGoneToPlan(names, { detected, base }, where) {
    if (base === undefined) {
        throw new errors/* UserError */.yo('there is no base to find stacks in that are gone', {
            where: 'base-sha',
            help: 'Give `base-sha` of detect-changes.',
        });
    }
    return goneToPlan({ ...where, base, gone: goneByName(names, detected.changes.deletedStacks) });
}
/** Of the stacks that are gone those with these names. @throws UserError naming all names that none has. */
function goneByName(names, gone) {
    const unknown = names.filter((name) => !gone.some(({ item }) => item.name === name));
    if (unknown.length === 0)
        return gone.filter(({ item }) => names.includes(item.name));
    const known = gone.map(({ item }) => item.name).sort();
    throw new errors/* UserError */.yo(`this change takes away no stack that is called ${unknown.join(', ')}`, {
        where: 'input `stack`',
        help: known.length === 0 ? 'It takes away none.' : `Those it takes away: ${known.join(', ')}.`,
    });
}
const missingNote = (missing) => ({
    kind: 'text',
    rank: 2,
    tone: 'note',
    text: [`Planned with the files of the base, without ${missing.slice(0, 5).join(', ')}.`],
});


/***/ }),

/***/ 6013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _repository_config_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203);


/**
 * With TF_WORKSPACE, of the variants by variable file only the one of that workspace is planned: the values of another
 * one would be planned against its state. Stacks that name their workspace, and those without variants, are as they were.
 *
 * @param all every stack of the repository: variants of a folder that are not touched tell too
 * @throws UserError where a folder has variants and none of them has the workspace's name
 */
function inWorkspace(touched, all, workspace) {
    if (workspace === undefined || workspace === '' || workspace === 'default')
        return { stacks: touched, others: [] };
    const isVariant = ({ varFiles, workspace: own }) => own === undefined && varFiles.length > 0;
    const isOurs = ({ varFiles }) => varFiles.some((file) => (0,_repository_config_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .variableFileName */ ._U)(file) === workspace);
    const variants = Map.groupBy(all.filter(isVariant), ({ path }) => path);
    const strange = touched.find(({ item }) => isVariant(item) && !(variants.get(item.path) ?? []).some(isOurs));
    if (strange !== undefined) {
        const names = (variants.get(strange.item.path) ?? []).map(({ name }) => name).join(', ');
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${strange.item.path} has the variants ${names}, and none of them is of the workspace ${workspace}`, {
            where: 'TF_WORKSPACE',
            help: 'Leave TF_WORKSPACE unset and name `workspaces` and `var-files` in .github/gitops.yml.',
        });
    }
    const [ours, others] = [[], []];
    for (const judged of touched) {
        if (!isVariant(judged.item) || isOurs(judged.item))
            ours.push(judged);
        else
            others.push(judged.item.name);
    }
    return { stacks: ours, others };
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


/***/ })

};
