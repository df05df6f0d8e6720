export const id = 461;
export const ids = [461,3661,7749];
export const modules = {

/***/ 4837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stacksToApply: () => (/* binding */ stacksToApply)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _change_of_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8316);
/* harmony import */ var _gone_stacks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3661);
/* harmony import */ var _told_stacks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4414);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7749);





/** The stacks that are told, with what they are made of here and what of the change goes before them. */
async function stacksToApply(request) {
    const { names, folder, told, source, run, github } = request;
    const { place, commit } = source.workTree;
    if (commit === undefined || source.access === undefined)
        throw notVersioned();
    const { access, config } = source;
    const change = await (0,_change_of_run_js__WEBPACK_IMPORTED_MODULE_1__.changeOfRun)({ run, place, access, github, config, base: request.baseSha });
    if (request.goneFolder !== undefined)
        return goneToApply(request, request.goneFolder, change, access);
    const found = names.length > 0 ? await (0,_told_stacks_js__WEBPACK_IMPORTED_MODULE_3__.stacksByName)(names, told, source) : await (0,_told_stacks_js__WEBPACK_IMPORTED_MODULE_3__.stackByFolder)(folder, told, source);
    const here = new Set(found.stacks.map(({ subject }) => subject.name));
    const stacks = found.stacks.map((stack) => {
        const ofChange = (0,_upstream_js__WEBPACK_IMPORTED_MODULE_4__.upstreamOf)(change.detected, stack.subject)?.names ?? [];
        // What is applied together has an order, whether the change touches it or not.
        const ofAll = found.all === undefined ? [] : ((0,_upstream_js__WEBPACK_IMPORTED_MODULE_4__.upstreamOf)(found.all, stack.subject)?.names ?? []);
        return toApply(stack, [...new Set([...ofChange, ...ofAll.filter((name) => here.has(name))])]);
    });
    const elsewhere = [...new Set(stacks.flatMap(({ upstream }) => upstream))].filter((name) => !here.has(name));
    const others = elsewhere.length === 0 ? [] : (await (0,_told_stacks_js__WEBPACK_IMPORTED_MODULE_3__.stacksByName)(elsewhere, told, source)).stacks;
    return {
        stacks,
        others: new Map(others.map(({ subject, facts }) => [
            subject.name,
            { key: subject.key, inputsHash: facts?.['inputs-hash'] ?? '' },
        ])),
        first: new Set(change.detected.changes.stacks.flatMap(({ upstream }) => upstream)),
        baseSha: change.base,
        config: found.config,
        configFile: found.configFile,
    };
}
/** Stacks that the change takes away: what destroys them reads nothing of what others become. */
async function goneToApply({ names, told, source }, folder, { detected, base }, access) {
    source.onConfig(detected);
    const { place } = source.workTree;
    const where = { place, access, folder, workspace: told.workspace };
    const found = await (0,_gone_stacks_js__WEBPACK_IMPORTED_MODULE_2__.toldGoneToPlan)(names, { detected, base }, where);
    return {
        stacks: found.map((stack) => toApply(stack, [])),
        others: new Map(),
        first: new Set(),
        baseSha: base,
        config: detected.config,
        configFile: detected.configFile,
    };
}
function toApply(stack, upstream) {
    const inputsHash = stack.facts?.['inputs-hash'];
    if (inputsHash === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`there is nothing to apply in ${stack.subject.path}: it holds no Terraform files`, {
            where: 'working-directory',
            help: 'Give the folder of a stack, or its name in `stack`.',
        });
    }
    return { ...stack, name: stack.subject.name, inputsHash, upstream };
}
function notVersioned() {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the workspace is no Git repository with a commit', {
        where: 'GITHUB_WORKSPACE',
        help: 'Check it out with `actions/checkout`: what is applied must be what was merged.',
    });
}


/***/ }),

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

/***/ 1284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fu: () => (/* binding */ folderToPlan),
/* harmony export */   km: () => (/* binding */ judgedToPlan),
/* harmony export */   xD: () => (/* binding */ keyOfStack),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3322);


/** The key of a stack that was found in the repository: the one its plan has when it is planned as it was found. */
function keyOfStack(stack) {
    return (0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__/* .stackKey */ .E)({ path: stack.path, workspace: stack.workspace, ...filesOf(stack) });
}
/**
 * A found stack as it is planned, with its inputs' hash and the reasons why the change touches it. Its files are named
 * as Terraform finds them, from the stack's folder.
 *
 * @param workspace TF_WORKSPACE of the job: the workspace of a stack that says none itself
 */
function judgedToPlan(judged, workspace) {
    const { item, inputsHash } = judged;
    const { name, path } = item;
    const own = item.workspace ?? (workspace === '' ? undefined : workspace);
    const chosen = own === undefined ? {} : { workspace: own };
    return {
        subject: { key: keyOfStack({ ...item, ...chosen }), name, path, ...chosen },
        ...filesOf(item),
        facts: factsOf(item, inputsHash),
        why: whySection(judged),
    };
}
/** What the part says of a stack beside its plan. */
function factsOf({ environment }, inputsHash) {
    return { 'inputs-hash': inputsHash, ...(environment === undefined ? {} : { environment }) };
}
/** A folder as it is told: nothing is known about it but that. */
function folderToPlan(path, told, facts = {}) {
    return { subject: (0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__/* .stackSubject */ .b)({ ...told, path }), varFiles: [], backendConfig: [], facts };
}
function filesOf({ path, varFiles, backendConfig }) {
    const fromStack = (file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(path, file);
    return { varFiles: varFiles.map(fromStack), backendConfig: backendConfig.map(fromStack) };
}
const SHOWN_REASONS = 3;
function whySection({ reasons, moreReasons }) {
    const shown = reasons.filter(({ file }) => file !== '').slice(0, SHOWN_REASONS);
    if (shown.length === 0)
        return [];
    const more = reasons.length - shown.length + moreReasons;
    const words = shown.flatMap(({ text, dynamic }, index) => [
        ...(index === 0 ? [] : [', ']),
        { code: text },
        ...(dynamic ? [' (a path that could not be resolved: it may not be touched)'] : []),
    ]);
    const end = more > 0 ? [` and ${more} more`] : [];
    return [{ kind: 'text', rank: 6, text: ['Planned because of ', ...words, ...end, '.'] }];
}


/***/ }),

/***/ 4414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stackByFolder: () => (/* binding */ stackByFolder),
  stacksByName: () => (/* binding */ stacksByName)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/repository/paths.ts
var paths = __webpack_require__(9024);
// EXTERNAL MODULE: ./src/terraform/stack-key.ts
var stack_key = __webpack_require__(3322);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/tool-arguments.ts
var tool_arguments = __webpack_require__(5705);
;// CONCATENATED MODULE: ./src/pipeline/told-hash.ts




/**
 * The hash of a stack's inputs together with what a step's own inputs add: the arguments as the stack's key has them
 * (names only, for a weak secret could be guessed from a public hash) and the contents of the files they name, in order.
 * Without any it is the hash as it is.
 *
 * @param hash of the inputs in the repository
 * @param path the stack's folder
 * @param told what the hash does not hold yet
 */
function toldHash(hash, path, told, snapshot) {
    const { varFiles, backendConfig, planArgs } = told;
    if (varFiles.length + backendConfig.length + planArgs.length === 0)
        return hash;
    const files = [...varFiles, ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var-file'), ...backendConfig];
    const contents = files.map((file) => {
        const at = (0,paths/* joinPath */.uJ)(path, file);
        const found = at === undefined ? undefined : snapshot.resolve(at);
        return found?.kind === 'file' ? (snapshot.entry(found.path)?.oid ?? '') : '';
    });
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(['told-1', hash, (0,stack_key/* stackKey */.E)({ path, ...told }), contents]))
        .digest('hex');
}

;// CONCATENATED MODULE: ./src/pipeline/told-stacks.ts







/**
 * The stacks with these names, as they are found in the repository.
 * @throws UserError naming all names that no stack has.
 */
async function stacksByName(names, told, source) {
    const detected = await allStacks(source, []);
    source.onConfig(detected);
    const byName = new Map(detected.changes.stacks.map((judged) => [judged.item.name, judged]));
    const unknown = names.filter((name) => !byName.has(name));
    if (unknown.length > 0) {
        throw new errors/* UserError */.yo(`no stack is called ${unknown.join(', ')}`, {
            where: 'input `stack`',
            help: byName.size === 0
                ? 'No stacks were found in the repository.'
                : `Stacks found: ${[...byName.keys()].sort().join(', ')}.`,
        });
    }
    const judged = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    return { ...detected, all: detected, stacks: judged.map((one) => withTold(one, told, detected)) };
}
/** A folder that is planned as it is told, whether it would be found or not. */
async function stackByFolder(path, told, source) {
    const detected = await allStacks(source, [entryOf(path, told)]);
    source.onConfig(detected);
    const judged = detected.changes.stacks.find(({ item }) => item.path === path);
    // Variable files, and what looks like a file of backend settings, are inputs already.
    const added = { ...told, varFiles: [], backendConfig: told.backendConfig.filter(isSetting) };
    const { snapshot } = detected.model;
    const hash = judged === undefined ? {} : { 'inputs-hash': toldHash(judged.inputsHash, path, added, snapshot) };
    return { ...detected, all: detected, stacks: [(0,stack_to_plan/* folderToPlan */.fu)(path, told, hash)] };
}
async function allStacks({ workTree: { place, tree }, access, config }, told) {
    const detected = await (0,detect/* detectChanges */.f)({
        place,
        head: tree,
        base: undefined,
        kinds: ['terraform'],
        include: [],
        exclude: [],
        config,
        told,
        ...(access === undefined ? {} : { access }),
    });
    if ('faults' in detected)
        throw (0,fault/* toUserError */.d)(detected.faults);
    return detected;
}
function withTold(judged, told, { model }) {
    const found = (0,stack_to_plan/* judgedToPlan */.km)(judged, undefined);
    const { path, name } = found.subject;
    const identity = {
        path,
        workspace: found.subject.workspace ?? told.workspace,
        varFiles: [...found.varFiles, ...told.varFiles],
        backendConfig: [...found.backendConfig, ...told.backendConfig],
        planArgs: told.planArgs,
    };
    const hash = toldHash(judged.inputsHash, path, told, model.snapshot);
    return {
        ...found,
        why: [],
        facts: (0,stack_to_plan/* factsOf */.xS)(judged.item, hash),
        subject: { ...(0,stack_key/* stackSubject */.b)(identity), name },
    };
}
/** `key=value`, as opposed to the name of a file. */
const isSetting = (argument) => argument.includes('=');
/** As if the configuration said so. Values of `-backend-config` are no files; what looks like one is an input. */
function entryOf(path, { workspace = '', varFiles, backendConfig }) {
    const inRepository = (file) => {
        const joined = (0,paths/* joinPath */.uJ)(path, file);
        return joined === undefined ? [] : [joined];
    };
    const files = backendConfig.filter((argument) => !isSetting(argument)).flatMap(inRepository);
    return {
        path,
        ...(workspace === '' ? {} : { workspaces: [workspace] }),
        varFiles: varFiles.flatMap(inRepository),
        dependsOn: [],
        previousNames: [],
        extraInputs: files.map((file) => file.replace(/[*?[\]{}()!@+\\]/g, '[$&]')),
        generated: varFiles.flatMap(inRepository),
        line: 1,
    };
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgedIn: () => (/* binding */ judgedIn),
/* harmony export */   upstreamOf: () => (/* binding */ upstreamOf)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9328);
/* harmony import */ var _repository_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9024);
/* harmony import */ var _repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4597);



/**
 * The stack as part of the change; undefined: it is none. A folder that is planned in a way of its own is no stack that
 * was found, but goes after what the stack in there goes after.
 */
function judgedIn({ changes, model }, { name, path }) {
    if (model.stacks.some((stack) => stack.name === name)) {
        return changes.stacks.find(({ item }) => item.name === name);
    }
    return changes.stacks.find(({ item, upstream }) => item.path === path && upstream.length > 0);
}
/** Undefined: nothing of this change goes before the stack, or it is no part of the change. */
function upstreamOf(change, subject) {
    const { changes, model } = change;
    const judged = judgedIn(change, subject);
    if (judged === undefined || judged.upstream.length === 0)
        return undefined;
    const { item, upstream } = judged;
    const first = new Map(changes.stacks.filter((one) => upstream.includes(one.item.name)).map((one) => [one.item.node, one.item]));
    const told = [...first.values()].filter((stack) => isOneOf(stack, item.dependsOn));
    const reads = model.statesOf(item.node).map(({ name: of, module, stacks }) => {
        // Whose state it is may not be in the code; then who goes first is only known where somebody wrote it down.
        const meant = stacks === undefined ? told : stacks.map((node) => first.get(node));
        const ours = meant.filter((stack) => stack !== undefined);
        const on = ours.length === meant.length ? ours : [];
        return {
            name: of,
            module,
            locals: localsOf(model.snapshot, module, of),
            on: on.map((stack) => stack.name),
            declares: (output) => on.some((stack) => hasOutput(model.snapshot, stack.path, output)),
        };
    });
    return { names: upstream, reads, textOf: (path) => model.snapshot.text(path) };
}
const isOneOf = ({ name, path }, wanted) => wanted.includes(name) || wanted.includes(path);
/** Does the code in a folder declare this output? */
function hasOutput(snapshot, folder, output) {
    return codeIn(snapshot, folder).some(({ isJson, text }) => isJson
        ? hasJsonOutput(text, output)
        : (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanHcl */ .J)(text).blocks.some(({ type, labels }) => type === 'output' && labels[0] === output));
}
/** Locals of a module that are all outputs of a state. */
function localsOf(snapshot, folder, name) {
    return codeIn(snapshot, folder).flatMap(({ isJson, text }) => {
        const blocks = isJson ? [] : (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanHcl */ .J)(text).blocks.filter(({ type }) => type === 'locals');
        const attributes = blocks.flatMap(({ body }) => body.attributes);
        return attributes.flatMap((local) => ((0,_repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .outputsOf */ .Y)(local.expression) === name ? [local.name] : []));
    });
}
function codeIn(snapshot, folder) {
    return snapshot.list(folder).flatMap(({ name }) => {
        const text = /\.(tf|tofu)(\.json)?$/.test(name) ? snapshot.text((0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .inFolder */ ._z)(folder, name)) : undefined;
        return text === undefined ? [] : [{ isJson: name.endsWith('.json'), text }];
    });
}
function hasJsonOutput(text, output) {
    try {
        const { output: outputs } = JSON.parse(text);
        const blocks = Array.isArray(outputs) ? outputs : [outputs];
        return blocks.some((block) => typeof block === 'object' && block !== null && Object.hasOwn(block, output));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ EMPTY_CONFIG)
/* harmony export */ });
/** Of a repository without the file. */
const EMPTY_CONFIG = {
    stacks: [],
    globalInputs: [],
    environments: Object.freeze(Object.create(null)),
    tools: {},
    redact: [],
    owners: [],
};


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ stackKey),
/* harmony export */   b: () => (/* binding */ stackSubject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5705);


/**
 * What tells one stack's plan from any other's, for good: path and workspace in clear, and a hash of what else makes
 * it another plan (variable files, backend, arguments). Never a prefix of another key.
 *
 * The key is public, and from a hash without a key of its own a weak secret could be guessed: so of variables and
 * backend settings only the names are in it, and the values of those settings that say where the state is.
 */
function stackKey({ path, workspace = '', varFiles = [], backendConfig = [], planArgs = [], }) {
    const more = [varFiles, backendConfig.map(publicSetting), (0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutValues */ .lO)(planArgs)];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([path, workspace, ...more]))
        .digest('hex')
        .slice(0, 16);
    const isPlain = more.every((list) => list.length === 0);
    return JSON.stringify(isPlain ? [path, workspace] : [path, workspace, hash]);
}
/** Where the state is, in the words of the backends of both tools; their credentials have other names. */
const PLACES = new Set('bucket container_name hostname key organization path prefix region schema_name secret_suffix storage_account_name workspace_key_prefix'.split(' '));
function publicSetting(setting) {
    return PLACES.has(/^([^=]*)=/.exec(setting)?.[1]?.trim() ?? '') ? setting : (0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOnly */ ._s)(setting);
}
/** A stack by its folder, as it is called and told from others. An empty workspace is none. */
function stackSubject(identity) {
    const { path } = identity;
    const workspace = identity.workspace === '' ? undefined : identity.workspace;
    return {
        key: stackKey({ ...identity, workspace }),
        name: path,
        path,
        ...(workspace === undefined ? {} : { workspace }),
    };
}


/***/ }),

/***/ 5705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ nameOnly),
/* harmony export */   lO: () => (/* binding */ withoutValues),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/** Options of `init` and `plan` as users write them: one dash or two, `-name=value` or `-name value`, as Go's `flag` takes them. */
/** The values of one option. */
function valuesOf(args, option) {
    const inline = new RegExp(`^--?${option}=(.*)$`, 's');
    const alone = new RegExp(`^--?${option}$`);
    return args.flatMap((arg, index) => inline.exec(arg)?.[1] ?? (alone.test(args[index - 1] ?? '') ? arg : []));
}
/**
 * `-var=name=…`, `-backend-config name=…`: names only, for nobody says which of the values are secret. A value without
 * a name is a file's path, and stays.
 */
function withoutValues(args) {
    return args.map((arg, index) => /^--?(?:var|backend-config)$/.test(args[index - 1] ?? '')
        ? nameOnly(arg)
        : arg.replace(/^(--?(?:var|backend-config)=[^=]*=).*$/s, '$1…'));
}
/** `name=value` without the value. */
function nameOnly(setting) {
    return setting.replace(/=.*$/s, '=…');
}


/***/ })

};
