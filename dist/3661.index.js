export const id = 3661;
export const ids = [3661];
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


/***/ })

};
