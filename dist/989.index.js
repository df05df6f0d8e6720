export const id = 989;
export const ids = [989,5219];
export const modules = {

/***/ 989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipeline: () => (/* binding */ pipeline)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var core_errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts
var plan_stacks = __webpack_require__(6073);
// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: ./src/pipeline/job-workspace.ts
var job_workspace = __webpack_require__(6013);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
;// CONCATENATED MODULE: ./src/pipeline/touched-stacks.ts





/** The stacks to plan, with the reasons, and what about the others people should know. */
async function touchedStacks(request) {
    const { workTree, base, unfinished = [], access, config, workspace, planGone = false } = request;
    const detected = await (0,detect/* detectChanges */.f)({
        place: workTree.place,
        head: workTree.tree,
        base,
        unfinished,
        ...(access === undefined ? {} : { access }),
        kinds: ['terraform'],
        include: [],
        exclude: [],
        config,
    });
    if ('faults' in detected)
        throw (0,fault/* toUserError */.d)(detected.faults);
    const { changes, model } = detected;
    refuseErrors(changes.notices);
    const touched = new Set(changes.stacks.map(({ item }) => item.key));
    const untouched = model.stacks.filter(({ key }) => !touched.has(key)).map(({ name }) => name);
    const { stacks, others } = (0,job_workspace/* inWorkspace */.v)(changes.stacks, model.stacks, workspace);
    return {
        stacks: stacks.map((judged) => (0,stack_to_plan/* judgedToPlan */.km)(judged, workspace)),
        gone: changes.deletedStacks,
        change: { changes, model },
        found: model.stacks.length,
        notes: [
            ...(planGone ? [] : goneNotes(changes.deletedStacks)),
            ...namesNote(`Not planned, for TF_WORKSPACE is ${workspace ?? ''}: `, others, 2),
            ...namesNote('Not touched by this change, so not planned: ', untouched, 7),
            ...namesNote('Not planned, for they do not look like stacks (no backend block, or called as a module): ', model.unclaimed, 2),
        ],
        notices: changes.notices,
        config: detected.config,
        configFile: detected.configFile,
    };
}
/** What is told of a stack that is not there must not end in a green that did not look at it. */
function refuseErrors(notices) {
    const errors = notices.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
        return;
    const lines = errors.map(({ message, help, file, line }) => {
        const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
        return `${place}${message}${help === undefined ? '' : `. ${help}`}`;
    });
    throw new core_errors/* UserError */.yo(lines.length === 1 ? (lines[0] ?? '') : `${lines.length} faults:\n- ${lines.join('\n- ')}`);
}
/** Deleted code destroys nothing: silence would read as if it did, or as if there were nothing left. */
function goneNotes(gone) {
    if (gone.length === 0)
        return [];
    const names = gone.map(({ item }) => item.name);
    const [subject, object] = gone.length === 1 ? ['This stack is', 'it manages'] : ['These stacks are', 'they manage'];
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [`${subject} gone from the repository:`] },
                ' ',
                ...codes(names),
                `. What ${object} is not destroyed and not looked after any more. Destroy it from the commit before, or, ` +
                    'where a stack lives on under another name, give its `previous-names` in `.github/gitops.yml`.',
            ],
        },
    ];
}
const SHOWN_NAMES = 20;
function namesNote(words, names, rank) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, SHOWN_NAMES);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    // What is as it should be is no callout.
    const tone = rank === 7 ? {} : { tone: 'note' };
    return [{ kind: 'text', rank, ...tone, text: [words, ...codes(shown), `${more}.`] }];
}
const codes = (names) => names.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]));

// EXTERNAL MODULE: ./src/pipeline/work-tree.ts + 4 modules
var work_tree = __webpack_require__(3242);
// EXTERNAL MODULE: ./src/repository/base/choose-base.ts + 7 modules
var choose_base = __webpack_require__(7201);
// EXTERNAL MODULE: ./src/pipeline/save/not-committed.ts
var not_committed = __webpack_require__(2388);
;// CONCATENATED MODULE: ./src/actions/apply-mode.ts
/**
 * How a push is applied; undefined: it is planned only. Nothing is ever applied from another branch than the default
 * one: a workflow that runs on all pushes would else apply what nobody has merged.
 */
function applyMode(given, { run, log }) {
    if (run.event !== 'push' || given.mode === 'off')
        return undefined;
    const wanted = given.mode !== 'auto';
    const branch = run.ref.startsWith('refs/heads/') ? run.ref.slice('refs/heads/'.length) : undefined;
    if (branch === undefined || branch !== run.defaultBranch) {
        if (wanted)
            log.notice(`Nothing is applied: ${run.ref} is not the default branch.`);
        return undefined;
    }
    if (given.mode !== 'auto')
        return { mode: given.mode, branch };
    if (given['plan-passphrase'] !== '')
        return { mode: 'reviewed', branch };
    log.warning('Nothing is applied: give `plan-passphrase`, with which the plans of pull requests are sealed.');
    return undefined;
}

// EXTERNAL MODULE: ./src/pipeline/apply/destroy-gate.ts
var destroy_gate = __webpack_require__(9035);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
// EXTERNAL MODULE: ./src/actions/plan-hooks.ts + 1 modules
var plan_hooks = __webpack_require__(1320);
// EXTERNAL MODULE: ./src/actions/stacks-output.ts
var stacks_output = __webpack_require__(6658);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/plan-saving.ts
var plan_saving = __webpack_require__(6195);
;// CONCATENATED MODULE: ./src/actions/pipeline.ts
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




















/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'merge_group', 'workflow_dispatch', 'push'];
/** Events of a change that is reviewed: what remains of stacks that it takes away is part of that. */
const REVIEWED = ['pull_request', 'merge_group'];
const pipeline_inputs = {
    ...plan_inputs/* planInputs */.Zp,
    ...plan_inputs/* saveInputs */.$J,
    mode: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('auto', 'reviewed', 'replan', 'off'), { default: 'auto' }),
    'allow-destroy': (0,inputs/* input */.hF)((raw) => (0,destroy_gate/* parseAllowDestroy */.N)((0,inputs/* lines */.Mn)(raw))),
    base: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
};
/** The whole pipeline in one step: looks at the event and does its part. */
const pipeline = (0,action/* action */.XI)({
    name: 'pipeline',
    inputs: pipeline_inputs,
    outputs: [
        'changed',
        'exit-code',
        'stacks',
        'applied',
        'refused',
        'outputs-file',
        'comment-id',
        'comment-url',
        'markdown-file',
        'report-file',
    ],
    async run(given, context) {
        const { run, log } = context;
        if (!EVENTS.includes(run.event)) {
            throw new core_errors/* UserError */.yo(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
                where: 'on:',
                help: `This version plans on ${EVENTS.join(', ')}.`,
            });
        }
        const applying = applyMode(given, context);
        const { folder, settings: common } = await (0,plan_begin/* beginPlan */.R)(given, context);
        const github = (0,github_client/* loadGitHub */.g2)(given.comment, given['github-token'], context);
        await refuseEmptyWorkspace(run.workspace);
        const saving = applying === undefined ? await (0,plan_saving/* savingOf */._)(given, github) : undefined;
        const keeps = saving !== undefined && 'key' in saving;
        const { all, count, labels } = given['allow-destroy'];
        const planGone = applying === undefined ? REVIEWED.includes(run.event) : all || count !== undefined || labels.length > 0;
        const touched = await touchedByRun(given, context, { github, folder: common.folder, keeps, planGone });
        const { stacks, found, warnings } = touched;
        const { settings, redact } = (0,plan_begin/* configurePlan */.C)(common, touched, context);
        for (const { message, at } of warnings)
            log.warning(redact(message), at);
        log.info(redact(stacksLine(stacks, found)));
        if (applying !== undefined && stacks.length > 0) {
            const { applyTouched } = await Promise.all(/* import() */[__webpack_require__.e(5597), __webpack_require__.e(5467), __webpack_require__.e(3079), __webpack_require__.e(3584), __webpack_require__.e(2833), __webpack_require__.e(8828)]).then(__webpack_require__.bind(__webpack_require__, 8828));
            const { base, place, access } = touched;
            const request = { given, settings, folder, touched: { ...touched, change: await touched.change() } };
            return applyTouched({ ...request, ...applying, ...{ base, place, access, github } }, context);
        }
        const ports = { ...context, progress: (0,log_progress/* logProgress */.s)(log, stacks.length) };
        const hooks = await (0,plan_hooks/* planHooks */.q)({ given, saving, settings, github, ...touched, alwaysNotes: true }, context);
        const planned = await (0,plan_stacks/* planStacks */.B)(stacks, settings, ports, hooks);
        return (0,plan_result/* planResult */.V)({
            planned,
            title: 'Terraform plan',
            key: 'pipeline',
            comment: given.comment,
            forkPolicy: given['fork-policy'],
            github,
            folder,
            found,
            notes: touched.notes,
            outputs: { stacks: (0,stacks_output/* stacksOutput */.j)(planned.parts) },
        }, context);
    },
});
function stacksLine(stacks, found) {
    const names = (gone) => stacks.flatMap((stack) => ((stack.gone !== undefined) === gone ? [stack.subject.name] : [])).join(', ');
    const living = stacks.filter(({ gone }) => gone === undefined).length;
    const gone = names(true);
    const line = living === 0 ? `none of ${found} stacks to plan` : `stacks (${living} of ${found}): ${names(false)}`;
    return gone === '' ? line : `${line}; gone: ${gone}`;
}
/** What the run's change touches, of the files as they are in the workspace. */
async function touchedByRun(given, { run, env, exec }, { github, folder, keeps, planGone: wanted }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const place = { exec, env, cwd: run.workspace };
        const token = given['github-token'];
        const access = (0,github_client/* fetchAccess */.DL)(token, { run });
        const workTree = __addDisposableResource(env_1, await (0,work_tree.openWorkTree)(place, { access }), true);
        const ports = { place, access, github: token === '' ? undefined : github };
        const chosen = workTree.versioned
            ? await (0,choose_base/* chooseBase */.b)({ run, base: given.base, head: undefined }, ports)
            : undefined;
        const base = chosen?.base;
        const planGone = base !== undefined && wanted;
        const workspace = env['TF_WORKSPACE'];
        const touched = await touchedStacks({
            workTree,
            base,
            planGone,
            unfinished: chosen?.unfinished ?? [],
            access,
            config: given.config,
            workspace,
        });
        const { gone, change } = touched;
        const goneStacks = planGone && gone.length > 0
            ? await __webpack_require__.e(/* import() */ 3661).then(__webpack_require__.bind(__webpack_require__, 3661)).then(({ goneToPlan }) => goneToPlan({ gone, base, place, access, folder: (0,external_node_path_.join)(folder, 'base'), workspace }))
            : [];
        const uncommitted = keeps ? await uncommittedOf({ place, access, config: given.config }) : not_committed/* allCommitted */.c;
        const choice = chosen === undefined ? [NOT_VERSIONED] : chosen.warnings;
        const warnings = [...choice.map((message) => ({ message })), ...touched.notices.map(warningOf)];
        return {
            ...touched,
            ...{ base, place, access, warnings },
            stacks: [...touched.stacks, ...goneStacks],
            change: () => Promise.resolve(change),
            commit: workTree.commit,
            uncommitted,
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
/** What is not committed, with the files that Git ignores: those count for no change, but for a plan. */
async function uncommittedOf({ place, ...rest }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { uncommittedInputs } = await __webpack_require__.e(/* import() */ 5412).then(__webpack_require__.bind(__webpack_require__, 3031));
        const workTree = __addDisposableResource(env_2, await (0,work_tree.openWorkTree)(place, { ignored: true, access: rest.access }), true);
        return await uncommittedInputs({ workTree, ...rest });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function warningOf({ message, help, file, line }) {
    const text = help === undefined ? message : `${message}. ${help}`;
    if (file === undefined)
        return { message: text };
    return { message: text, at: { file, ...(line === undefined ? {} : { line }) } };
}
const NOT_VERSIONED = 'The workspace is no Git repository: every stack is planned. Check it out with actions/checkout, where git is installed.';
/** Without a checkout there is nothing to find, and a green would say that all is well. */
async function refuseEmptyWorkspace(workspace) {
    const entries = await (0,promises_.readdir)(workspace).catch(() => []);
    if (entries.length > 0)
        return;
    throw new core_errors/* UserError */.yo('the workspace is empty', {
        where: 'GITHUB_WORKSPACE',
        help: 'Check out the repository first: `uses: actions/checkout` before this step.',
    });
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ stacksOutput)
/* harmony export */ });
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** Each stack with its status and counts; names alone where that would be more than an output may hold. */
function stacksOutput(parts) {
    const items = parts.map(({ subject, status, counts }) => ({ name: subject.name, status, counts }));
    const whole = JSON.stringify(items);
    return whole.length <= _core_action_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_OUTPUT_CHARACTERS */ .Gm ? whole : JSON.stringify(items.map(({ name }) => ({ name })));
}


/***/ }),

/***/ 9035:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseAllowDestroy),
/* harmony export */   y: () => (/* binding */ destroyGate)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

const LABEL = 'label:';
/** Words that one could take for an answer and that would be a label nobody has. */
const NO_LABELS = ['true', 'false', 'yes', 'no', 'none', 'any', '*'];
/**
 * Lines of the input: `all`, a count, `label:NAME` or just the name of a label.
 *
 * @throws UserError with all faults
 */
function parseAllowDestroy(lines) {
    const faults = [];
    const counts = [];
    const labels = [];
    let all = false;
    for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
        if (line.toLowerCase().startsWith(LABEL)) {
            const label = line.slice(LABEL.length).trim();
            if (label === '')
                faults.push(`"${line}" names no label`);
            else
                labels.push(label.toLowerCase());
        }
        else if (line.toLowerCase() === 'all')
            all = true;
        else if (/^\d{1,9}$/.test(line))
            counts.push(Number(line));
        else if (/^[-+.,\d\s]+$/.test(line))
            faults.push(`"${line}" is no count of resources`);
        else if (NO_LABELS.includes(line.toLowerCase())) {
            faults.push(`"${line}" could be meant in two ways (a label of that name is "${LABEL}${line}")`);
        }
        else
            labels.push(line.toLowerCase());
    }
    if (counts.length > 1)
        faults.push(`there are ${counts.length} counts, and one is needed`);
    if (faults.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults.join('; '), {
            where: 'allow-destroy',
            help: `Give one count ("3"), labels of pull requests ("${LABEL}allow-destroy"), or "all".`,
        });
    }
    return { all, count: counts[0], labels };
}
/**
 * May a plan destroy as much as it does? Undefined: it may.
 *
 * Without `allow-destroy`, what was reviewed may, and nothing else; a stack that is gone is never destroyed without it.
 * With it, as many as the count says, or any number where a label says so: on each of the pull requests, for one that
 * was labelled says nothing about another that came with it.
 */
function destroyGate({ allow, pulls, gone }, plan) {
    const { stack, count, reviewed } = plan;
    if (count === 0 || allow.all)
        return undefined;
    const nothingSaid = allow.count === undefined && allow.labels.length === 0;
    if (nothingSaid && reviewed && !gone)
        return undefined;
    if (allow.count !== undefined && count <= allow.count)
        return undefined;
    const unlabelled = pulls.filter(({ labels }) => !labels.some((label) => allow.labels.includes(label.toLowerCase())));
    if (pulls.length > 0 && unlabelled.length === 0)
        return undefined;
    const what = `The plan of ${stack} destroys or replaces ${count === 1 ? '1 resource' : `${count} resources`}`;
    const why = [];
    if (nothingSaid)
        why.push(gone ? 'the stack is gone from the repository' : 'nobody has reviewed that');
    if (allow.count !== undefined)
        why.push(`allow-destroy lets ${allow.count} through`);
    if (allow.labels.length > 0) {
        const names = allow.labels.join('" or "');
        const where = pulls.length === 0
            ? 'there is no pull request'
            : unlabelled.map(({ number }) => `#${number}`).join(', ');
        why.push(pulls.length === 0 ? `${where} with the label "${names}"` : `${where} has no label "${names}"`);
    }
    return {
        code: 'destroys',
        reason: `${what}, and ${why.join(', and ')}.`,
        help: nothingSaid
            ? 'If that is meant, set "allow-destroy" to a count, a label of the pull request, or "all".'
            : 'If that is meant, label the pull request and run the job again, or raise "allow-destroy".',
    };
}


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

/***/ 7201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ chooseBase)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
;// CONCATENATED MODULE: ./src/repository/base/base.ts
/** Compared with this commit, without a doubt or with one. */
function comparedWith(base, source, warnings = [], unfinished = []) {
    return { base, source, unfinished, warnings };
}
/** Nothing to compare with: the widest answer. */
function everything(...warnings) {
    return { base: undefined, source: 'all', unfinished: [], warnings };
}

// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/repository/base/questions.ts
var questions = __webpack_require__(4905);
;// CONCATENATED MODULE: ./src/repository/base/merge-base.ts

/**
 * Where the head left another commit: by the history that is here, or by one question to GitHub. A common ancestor
 * that is not the newest one would hide what was taken back since, so none is guessed.
 *
 * @param other a commit, or (for GitHub alone) a branch
 */
async function whereParted(other, head, ports) {
    const here = await byHistory(other, head, ports);
    if (here !== undefined)
        return { commit: here, why: '' };
    const asked = await byGitHub(other, head, ports);
    if (asked.commit === undefined)
        return asked;
    const why = await ports.git.fetch([asked.commit]);
    return why === undefined ? asked : { commit: undefined, why };
}
async function byHistory(other, head, { git }) {
    if (await git.isShallow())
        return undefined;
    const commit = (await git.resolve(`refs/remotes/origin/${other}`)) ?? (await git.resolve(other));
    if (commit !== undefined)
        return git.mergeBase(commit, head);
    if (!/^[0-9a-f]{40,64}$/.test(other) || (await git.fetch([other])) !== undefined)
        return undefined;
    return git.mergeBase(other, head);
}
async function byGitHub(other, head, { github }) {
    if (github === undefined) {
        const why = 'The history that would tell where they parted is not here, and GitHub cannot be asked. ';
        return { commit: undefined, why: `${why}Give actions/checkout "fetch-depth: 0", or this action a token.` };
    }
    try {
        const commit = await (await github()).mergeBase(other, head);
        return {
            commit,
            why: commit === undefined
                ? 'GitHub knows no common ancestor of the two, or the token may not see them.'
                : '',
        };
    }
    catch (thrown) {
        return { commit: undefined, why: (0,questions/* whyNot */.O)(thrown) };
    }
}

;// CONCATENATED MODULE: ./src/repository/base/given.ts





const FULL_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * The base that was asked for. A commit or tag is taken as it is. Of a branch it is the commit where the head left it,
 * as in a pull request; where that is not known, its tip.
 */
async function givenBase(base, head, ports) {
    // `github.event.before` of a new branch.
    if ((0,core_event/* isZeroSha */.hp)(base))
        return everything('The given base is no commit (only zeros): everything is judged.');
    const { commit, branch } = await named('base', base, ports);
    if (!branch)
        return comparedWith(commit, 'input');
    const parted = await whereParted(commit, head, ports);
    if (parted.commit !== undefined)
        return comparedWith(parted.commit, 'input');
    return comparedWith(commit, 'input', [
        `Compared with the tip of ${base} (${(0,short_commit/* shortCommit */.A)(commit)}), so that what changed there since counts too. ${parted.why}`,
    ]);
}
/** The head that was asked for. */
async function givenHead(head, ports) {
    return (await named('head', head, ports)).commit;
}
/** By branch, tag, id, `origin/branch` or expression; what is not here is looked for at the remote. */
async function named(input, name, { git }) {
    const unknown = (why) => new errors/* UserError */.yo(`"${name}" is no branch, tag or commit of this repository${why}`, {
        where: input,
        help: `Give ${input} as a branch, a tag or a full commit id; in a workflow, actions/checkout with "fetch-depth: 0" has all of them.`,
    });
    if (FULL_ID.test(name)) {
        const why = await git.fetch([name]);
        if (why === undefined)
            return { commit: name, branch: false };
        throw unknown(`. ${why}`);
    }
    for (const candidate of [name, `refs/remotes/origin/${name}`]) {
        const commit = await git.resolve(candidate);
        if (commit !== undefined)
            return { commit, branch: await git.isBranch(candidate) };
    }
    const remote = await git.remoteCommit(name.replace(/^origin\//, ''));
    if (remote === undefined)
        throw unknown('');
    const why = await git.fetch([remote.sha]);
    if (why !== undefined)
        throw unknown(`. ${why}`);
    return { commit: remote.sha, branch: remote.branch };
}

;// CONCATENATED MODULE: ./src/repository/base/merge-group.ts

/**
 * For a merge queue: all pull requests of the group, for each of them is in between. A list of the files of one pull
 * request, or of the last commit, would leave out those that come before it.
 */
async function mergeGroupBase(run, ports) {
    if (run.mergeGroup === undefined)
        return everything('The event names no base of the merge group: everything is judged.');
    const { baseSha } = run.mergeGroup;
    const why = await ports.git.fetch([baseSha]);
    if (why === undefined)
        return comparedWith(baseSha, 'merge-group');
    return everything(`The base of the merge group is missing: everything is judged. ${why}`);
}

;// CONCATENATED MODULE: ./src/repository/base/pull-request.ts



/**
 * For a pull request: what changes on the base branch when it is merged.
 *
 * actions/checkout takes GitHub's merge commit, whose first parent is the base branch as it was merged with: that is
 * exact, also for a branch that is behind. Where the branch itself was checked out it is what the branch did since it
 * left the base. The last resort, the tip of the base branch, shows what happened there since as well, and hides
 * nothing: what is equal to the tip does not change by merging.
 */
async function pullRequestBase(head, run, ports) {
    const { pull } = run;
    if (pull === undefined)
        return everything(`The event ${run.event} names no pull request: everything is judged.`);
    const [first, second, ...more] = await ports.git.parents(head);
    // The ref tells GitHub's merge commit from a merge on the base branch (pull_request_target checks that out).
    const isGitHubs = head === run.sha && /^refs\/pull\/\d+\/merge$/.test(run.ref);
    if (first !== undefined && second !== undefined && more.length === 0) {
        if (second === pull.headSha || isGitHubs) {
            const why = await ports.git.fetch([first]);
            if (why === undefined)
                return comparedWith(first, 'merge-commit');
            return everything(`The base of the pull request's merge commit is missing: everything is judged. ${why}`);
        }
    }
    const parted = await whereParted(pull.baseSha, head, ports);
    if (parted.commit === head && head !== pull.headSha) {
        return everything(`What is checked out (${(0,short_commit/* shortCommit */.A)(head)}) is not the pull request's: everything is judged. Leave "ref" of actions/checkout out.`);
    }
    if (parted.commit !== undefined)
        return comparedWith(parted.commit, 'merge-base');
    const why = await ports.git.fetch([pull.baseSha]);
    if (why !== undefined)
        return everything(`The base of the pull request is missing: everything is judged. ${why}`);
    return comparedWith(pull.baseSha, 'base-branch', [
        `Compared with the tip of ${pull.baseRef}, so that what changed there since counts too. ${parted.why}`,
    ]);
}

;// CONCATENATED MODULE: ./src/repository/base/runs.ts
/** More than these are not compared one by one. */
const MOST_UNFINISHED = 10;
/** Runs that ended so have not begun their work. */
const DID_NOTHING = ['skipped', 'startup_failure', 'action_required'];
/**
 * Judges the newest runs of a workflow on a branch. By when their newest attempt began, not by their number: an old
 * run that is done again is the last that was applied. A run that began before that one and ended after it, well or
 * not, may have applied its own older state over it.
 *
 * @param total how many runs there are; more than are given: the older ones are unknown
 */
function judgeRuns(runs, total, current) {
    const others = runs.filter(({ id, status, conclusion }) => id !== current &&
        !DID_NOTHING.includes(conclusion ?? '') &&
        // A newer one that is still at work looks after its own changes: to judge them here would be to take them back.
        (status === 'completed' || id < current));
    const successes = others.filter(isSuccess).sort((a, b) => b.startedAt - a.startedAt);
    const [last] = successes;
    if (last === undefined) {
        const known = runs.length >= total;
        return known && others.length === 0 ? { kind: 'first' } : { kind: 'no-success', runs: others.length };
    }
    const since = others.filter((run) => run.status !== 'completed' ||
        run.endedAt >= last.endedAt ||
        (!isSuccess(run) && run.startedAt >= last.startedAt));
    const shas = new Set(since.map(({ headSha }) => headSha));
    shas.delete(last.headSha);
    return { kind: 'success', sha: last.headSha, unfinished: [...shas] };
}
const isSuccess = ({ status, conclusion }) => status === 'completed' && conclusion === 'success';
/** The file of the workflow, when it is of this repository: only then its runs can be listed. */
function workflowFile(workflowRef, repository) {
    const beginning = `${repository}/.github/workflows/`;
    if (!workflowRef.toLowerCase().startsWith(beginning.toLowerCase()))
        return undefined;
    return /^([^/@]+\.ya?ml)@/.exec(workflowRef.slice(beginning.length))?.[1];
}

;// CONCATENATED MODULE: ./src/repository/base/push.ts





/**
 * For a push: what differs from what was last applied.
 *
 * The commit before the push is not that: runs that failed or were cancelled in between have left their changes
 * undone. So GitHub is asked for the last successful run of this workflow on this branch. Its tree counts even where
 * history was rewritten since: it is what is out there. Runs after it may have been applied in part, so what differs
 * from their trees counts as well (`unfinished`). Where GitHub does not tell, any commit could be too new: everything
 * is judged.
 */
async function pushBase(head, run, ports) {
    if (run.refType === 'tag' || run.ref.startsWith('refs/tags/'))
        return everything();
    const branch = run.ref.replace(/^refs\/heads\//, '');
    const last = await lastRuns(branch, run, ports);
    switch (last.kind) {
        case 'success':
            return sinceSuccess(last, head, run, ports);
        case 'no-success':
            return everything(`None of the last ${last.runs} runs of this workflow on ${branch} succeeded: everything is judged.`);
        case 'first':
            return sinceBefore(branch, head, run, ports);
        case 'unknown':
            return everything(`What earlier runs on ${branch} left undone is not known: everything is judged. ${last.why}`);
    }
}
async function lastRuns(branch, run, { github }) {
    const unknown = (why) => ({ kind: 'unknown', why });
    if (github === undefined)
        return unknown('Give this action a token with "actions: read".');
    const file = workflowFile(run.workflowRef, run.repository);
    if (file === undefined)
        return unknown('The workflow is not one of this repository.');
    try {
        const { runs, total } = await (await github()).workflowRuns(file, { branch, event: 'push' });
        return judgeRuns(runs, total, Number(run.runId));
    }
    catch (thrown) {
        return unknown((0,questions/* whyNot */.O)(thrown));
    }
}
async function sinceSuccess({ sha, unfinished }, head, run, { git }) {
    const others = unfinished.filter((commit) => commit !== head);
    if (others.length > MOST_UNFINISHED) {
        return everything(`${others.length} runs did not end well since the last successful one, or ended after it: everything is judged.`);
    }
    const why = await git.fetch([sha, ...others]);
    if (why !== undefined)
        return everything(`What was last applied is missing: everything is judged. ${why}`);
    const warnings = [];
    const isBehind = (await git.isAncestor(sha, head)) ?? run.push?.forced !== true;
    if (!isBehind) {
        warnings.push(`Compared with ${(0,short_commit/* shortCommit */.A)(sha)}, which was applied last and is not in the history of ${(0,short_commit/* shortCommit */.A)(head)}.`);
    }
    if (others.length > 0) {
        warnings.push(`${others.length === 1 ? 'A run' : `${others.length} runs`} did not end well since the last successful one, or ended after it (${others.map(short_commit/* shortCommit */.A).join(', ')}): what they touched counts too.`);
    }
    return comparedWith(sha, 'last-success', warnings, others);
}
/** The first run of this workflow on the branch: nothing was left undone. */
async function sinceBefore(branch, head, run, ports) {
    const before = run.push?.before;
    if (before === undefined)
        return sinceDefaultBranch(branch, head, run, ports);
    const why = await ports.git.fetch([before]);
    if (why !== undefined) {
        return everything(`The commit before the push is missing: everything is judged. ${why}`);
    }
    const warnings = [
        `No earlier run of this workflow on ${branch}: compared with the commit before the push, ${(0,short_commit/* shortCommit */.A)(before)}.`,
    ];
    if (run.push?.forced === true)
        warnings.push(`History was rewritten: compared with ${(0,short_commit/* shortCommit */.A)(before)}, where ${branch} was before.`);
    return comparedWith(before, 'before', warnings);
}
/** The first push of a branch: what it adds to the default branch. */
async function sinceDefaultBranch(branch, head, { defaultBranch }, ports) {
    const first = `The first push of ${branch}`;
    if (defaultBranch === undefined || branch === defaultBranch)
        return everything(`${first}: everything is judged.`);
    const parted = await whereParted(defaultBranch, head, ports);
    if (parted.commit === undefined)
        return everything(`${first}: everything is judged. ${parted.why}`);
    return comparedWith(parted.commit, 'default-branch', [
        `${first}: compared with ${(0,short_commit/* shortCommit */.A)(parted.commit)}, where it left ${defaultBranch}.`,
    ]);
}

;// CONCATENATED MODULE: ./src/repository/base/choose-base.ts








/**
 * What is judged, and what it is compared with. Each step away from the best base of an event warns and makes the
 * answer wider, in the end to everything. Throws `UserError` when there is no repository, no commit, or no commit of
 * the name that was given.
 */
async function chooseBase(request, { place, access, github }) {
    const ports = { git: (0,questions/* gitQuestions */.W)(place, access), github };
    const checkedOut = await checkedOutCommit(place, ports);
    const head = request.head === undefined ? checkedOut : await givenHead(request.head, ports);
    const decision = request.base === undefined
        ? await byEvent(head, request.run, ports)
        : await givenBase(request.base, head, ports);
    return { head, ...decision };
}
async function byEvent(head, run, ports) {
    switch (run?.event) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return pullRequestBase(head, run, ports);
        case 'merge_group':
            return mergeGroupBase(run, ports);
        case 'push':
            return pushBase(head, run, ports);
        case undefined:
        case '':
        case 'schedule':
        case 'workflow_dispatch':
        case 'repository_dispatch':
            return everything();
        default:
            return everything(`The event ${run?.event ?? ''} does not say what changed: everything is judged.`);
    }
}
async function checkedOutCommit(place, { git }) {
    const commit = await git.resolve('HEAD');
    if (commit !== undefined)
        return commit;
    const { code, stderr } = await (0,git_place/* git */.$Y)(place, ['rev-parse', '--git-dir']);
    if (code !== 0)
        throw (0,git_place/* gitError */.N7)('find the repository', stderr);
    throw new errors/* UserError */.yo('The repository has no commit', { where: place.cwd, help: git_place/* CHECKOUT_HELP */.ts });
}


/***/ }),

/***/ 4905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ whyNot),
/* harmony export */   W: () => (/* binding */ gitQuestions)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5057);
/* harmony import */ var _git_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9299);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4528);




/**
 * The questions put to a real repository.
 *
 * @param access how to fetch; undefined: nothing is fetched
 */
function gitQuestions(place, access) {
    return {
        resolve: (name) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, name),
        async isBranch(name) {
            const args = ['rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name];
            return /^refs\/(heads|remotes)\//.test((await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(place, args)) ?? '');
        },
        parents: (commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .parentsOf */ .fY)(place, commit),
        isAncestor: (ancestor, commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isAncestor */ .QX)(place, ancestor, commit),
        mergeBase: (one, other) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeBase */ .wu)(place, one, other),
        isShallow: () => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isShallow */ .fE)(place),
        async fetch(commits) {
            for (const commit of commits) {
                if (access === undefined && (await (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, commit)) === undefined)
                    return `Commit ${commit} is not in this repository.`;
            }
            if (access === undefined)
                return undefined;
            try {
                await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchCommits */ .Bj)(place, commits, access);
                return undefined;
            }
            catch (thrown) {
                return whyNot(thrown);
            }
        },
        async remoteCommit(name) {
            if (access === undefined)
                return undefined;
            try {
                return await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .remoteCommit */ .Sd)(place, name, access);
            }
            catch (thrown) {
                whyNot(thrown); // there is no remote
                return undefined;
            }
        },
    };
}
/** What was thrown as what a warning says. Throws it again when it is no answer: a fault of ours, or we are to stop. */
function whyNot(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    const { message, help } = thrown;
    return `${message.replace(/[.\s]*$/, '')}.${help === undefined ? '' : ` ${help}`}`;
}


/***/ }),

/***/ 7339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ toUserError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

/** How many faults a message names; the rest are counted. */
const SHOWN = 50;
/** One error that names all faults, in the order of the file. The list may not be empty. */
function toUserError(faults) {
    const [first] = faults;
    if (first === undefined)
        throw new Error('no fault to tell');
    const where = placeOf(first);
    if (faults.length === 1) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: ${first.message}`, { help: first.help ?? GENERAL_HELP, where });
    }
    const shown = faults.slice(0, SHOWN).map((fault) => `- ${placeOf(fault)}: ${fault.message}${hint(fault)}`);
    const rest = faults.length - shown.length;
    const more = rest === 0 ? [] : [`- and ${rest} more`];
    const files = [...new Set(faults.map(({ file }) => file))].join(' and ');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([`${faults.length} faults in ${files}:`, ...shown, ...more].join('\n'), {
        help: GENERAL_HELP,
        where,
    });
}
const GENERAL_HELP = 'Correct the file. docs/configuration.md of gitops-pipeline lists every key and its form.';
const placeOf = ({ file, line, column }) => `${file}:${line}:${column}`;
const hint = ({ help }) => (help === undefined ? '' : ` (${help})`);


/***/ })

};
