export const id = 2624;
export const ids = [2624];
export const modules = {

/***/ 2511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ COUNTS),
/* harmony export */   w: () => (/* binding */ countOutputs)
/* harmony export */ });
/* harmony import */ var _report_overview_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5727);

/** Resources as plans count them, and as an apply counts what it did. */
const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'];
/** Sums of the counts, as outputs. */
function countOutputs(parts, names) {
    const sums = (0,_report_overview_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .totals */ .S)(parts);
    return Object.fromEntries(names.map((name) => [name, String(sums[name] ?? 0)]));
}


/***/ }),

/***/ 7912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ beginPlan),
  C: () => (/* binding */ configurePlan)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/child-env.ts
var child_env = __webpack_require__(8111);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var core_redact = __webpack_require__(8257);
;// CONCATENATED MODULE: ./src/pipeline/configured-plan.ts

/**
 * The settings of a run with what the repository's configuration says: versions of the tools, where no input gives
 * one, and more to hide.
 *
 * @param file the configuration, for messages; undefined: there is none
 */
function withConfig(settings, { tools, redact }, file) {
    if (file === undefined)
        return settings;
    const { terraform, opentofu } = tools;
    const configured = {
        file,
        ...(terraform === undefined ? {} : { terraform }),
        ...(opentofu === undefined ? {} : { tofu: opentofu }),
    };
    return {
        ...settings,
        tool: { ...settings.tool, configured },
        patterns: [...settings.patterns, ...(0,redact_patterns/* compilePatterns */.x)(redact)],
    };
}

// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/private-folder.ts
var private_folder = __webpack_require__(7889);
;// CONCATENATED MODULE: ./src/actions/plan-begin.ts










/** What comes before any plan: secrets of the job are hidden, events that would give them away refused. */
async function beginPlan(given, context) {
    const { run, env, log } = context;
    if (given['github-token'] !== '')
        log.mask(given['github-token']);
    const passphrase = given['plan-passphrase'] ?? '';
    for (const line of passphrase.split(/\r?\n/))
        if (line.trim() !== '')
            log.mask(line.trim());
    const patterns = (0,redact_patterns/* compilePatterns */.x)(given.redact);
    const early = (0,core_redact/* makeRedactor */.$)({ secrets: (0,variable_secrets/* envSecrets */.vn)(env), publicNames: [], patterns });
    context.hide((text) => early.redact(text));
    (0,plan_inputs/* refusePullRequestTarget */.cq)(run.event);
    const folder = await (0,private_folder/* privateFolder */.q)(run.temp);
    // Even where the folder outlives the job, no plan may.
    context.removeAfterJob((0,external_node_path_.join)(folder, 'plans'));
    return {
        folder,
        settings: {
            root: run.workspace,
            folder: (0,external_node_path_.join)(folder, 'plans'),
            env: withoutValue((0,child_env/* childEnv */.gf)(env), passphrase),
            jobEnv: env,
            tool: { tool: given.tool, version: given['tool-version'] },
            checks: given.checks === 'auto' ? ['fmt', 'validate'] : given.checks,
            varFiles: [],
            backendConfig: [],
            initArgs: [],
            planArgs: [],
            lockTimeout: given['lock-timeout'],
            patterns,
            destroyWarning: given['destroy-warning'],
            run: (0,plan_result/* runIdentity */.y)(context, given['job-id']),
            parallel: Math.min(4, (0,external_node_os_.availableParallelism)()),
        },
    };
}
/**
 * The settings with what the repository's configuration says; from here on its patterns are hidden too.
 * @returns also how to redact what is said before there is a plan
 */
function configurePlan(settings, { config, configFile }, { env, hide }) {
    const configured = withConfig(settings, config, configFile);
    const known = (0,core_redact/* makeRedactor */.$)({ secrets: (0,variable_secrets/* envSecrets */.vn)(env), publicNames: [], patterns: configured.patterns });
    const redact = (text) => known.redact(text);
    hide(redact);
    return { settings: configured, redact };
}
/** A job may have the passphrase in its environment too: what a plan runs is the code of a pull request. */
function withoutValue(env, secret) {
    return Object.fromEntries(Object.entries(env).filter(([, value]) => secret === '' || value.trim() !== secret));
}


/***/ }),

/***/ 576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ saveInputs),
/* harmony export */   Zp: () => (/* binding */ planInputs),
/* harmony export */   cq: () => (/* binding */ refusePullRequestTarget)
/* harmony export */ });
/* unused harmony export checks */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9114);


/** `auto`, `none`, or any of the checks with commas or spaces between them. */
const checks = (raw) => {
    if (raw === 'auto' || raw === '')
        return 'auto';
    if (raw === 'none')
        return [];
    const words = [...new Set(raw.split(/[\s,]+/))];
    const wrong = words.filter((word) => word !== 'fmt' && word !== 'validate');
    if (wrong.length > 0)
        throw new Error('must be auto, none, or a list of fmt and validate');
    return words;
};
const retentionDays = (raw) => {
    const days = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(raw);
    // What GitHub takes at most, in private repositories.
    if (days < 1 || days > 400)
        throw new Error('must be from 1 to 400');
    return days;
};
/** Inputs that every way to plan has, with the same meaning. */
const planInputs = {
    checks: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(checks, { default: 'auto' }),
    tool: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('auto', 'terraform', 'tofu'), { default: 'auto' }),
    'tool-version': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, { default: 'auto' }),
    'lock-timeout': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0, { default: '5m' }),
    comment: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('update', 'new', 'off'), { default: 'update' }),
    redact: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn),
    'destroy-warning': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, { default: '1' }),
    'fork-policy': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('fail', 'notice'), { default: 'fail' }),
    'github-token': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'job-id': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
};
/** Inputs of what keeps plans for a later job. */
const saveInputs = {
    'save-plan': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('sealed', 'plain', 'off'))),
    'plan-passphrase': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'retention-days': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(retentionDays, { default: '14' }),
};
/** With a fork's code, this event has the secrets of the repository: a plan runs that code, so it may not have them. */
function refusePullRequestTarget(event) {
    if (event !== 'pull_request_target')
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a plan is not run on pull_request_target', {
        causeClass: 'policy',
        where: 'on:',
        help: 'That event gives the code of a fork your secrets, and planning runs that code. Use `on: pull_request`.',
    });
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ planResult),
  y: () => (/* binding */ runIdentity)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/pipeline/discussion.ts
var discussion = __webpack_require__(1212);
;// CONCATENATED MODULE: ./src/pipeline/exit-code.ts
/**
 * As of `plan -detailed-exitcode`: `0` no change, `2` changes, or what waits for other stacks and may have some, `1`
 * failed, or nothing was judged at all.
 *
 * @param failure why the run as a whole is red, if it is
 * @param found how many stacks there are: with some, no part at all means that none had to be planned
 */
function exitCode(parts, failure, found = 0) {
    if (failure !== undefined ||
        (parts.length === 0 && found === 0) ||
        parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown'))
        return '1';
    return parts.some((part) => part.status !== 'ok') ? '2' : '0';
}

// EXTERNAL MODULE: ./src/pipeline/publish.ts
var publish = __webpack_require__(597);
// EXTERNAL MODULE: ./src/pipeline/gate.ts
var gate = __webpack_require__(1255);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/part-artifacts.ts
var part_artifacts = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/report/part-file.ts
var part_file = __webpack_require__(6671);
// EXTERNAL MODULE: ./src/report/redact-document.ts + 1 modules
var redact_document = __webpack_require__(771);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
;// CONCATENATED MODULE: ./src/actions/plan-result.ts














/** Publishes what came of planning, writes the files, and says whether the step is red. */
async function planResult(request, context) {
    const { planned, folder, found = 0 } = request;
    const { redactor, parts } = planned;
    const { run, log } = context;
    context.hide((text) => redactor.redact(text));
    const discussion = await beginDiscussion(request, run);
    const fork = run.pull?.fork === true;
    const verdict = (0,gate/* gate */.G)(parts, { fork, forkPolicy: request.forkPolicy, found });
    const rendered = (0,publish/* render */.XX)({ ...request, parts: verdict.parts, redactor, runUrl: (0,core_event/* runUrl */.Vp)(run) });
    // Every text passes the last check before the first of them leaves.
    const data = { ...request.data, [part_artifacts/* PART_FILE */.xL]: (0,part_file/* partsFile */.d)(verdict.parts) };
    (0,redact_document/* refuseSecrets */.un)(data, redactor);
    await log.group(request.title, () => {
        log.info(rendered.plain);
        return Promise.resolve();
    });
    for (const [index, { warning }] of planned.saved.entries()) {
        const name = parts[index]?.subject.name ?? '';
        if (warning !== undefined)
            log.warning(redactor.redact(`${name}: ${warning}`));
    }
    const [published, collected] = await Promise.all([
        (0,publish/* publish */.mk)({
            ...rendered,
            run,
            key: request.key,
            comment: request.comment,
            nothingToTell: isNothing(request) && verdict.failure === undefined,
        }, discussion),
        request.collect === undefined ? undefined : (0,artifact_store/* handOnParts */.$)(verdict.parts, request.collect),
        writeFiles(folder, { markdown: rendered.markdown, data }),
    ]);
    for (const notice of [...published.notices, ...verdict.notices])
        log.notice(redactor.redact(notice));
    const picked = (0,annotations/* pickAnnotations */.g0)(verdict.parts.flatMap((part) => part.findings));
    if (picked.leftOut > 0) {
        log.info(`${picked.leftOut} more findings are in the summary: the runner shows ten annotations of a level`);
    }
    const failure = verdict.failure ?? published.failure ?? collected;
    return {
        outputs: {
            ...request.outputs,
            changed: changed(planned),
            'exit-code': exitCode(parts, failure, found),
            ...commentOutputs(published),
            'markdown-file': (0,external_node_path_.join)(folder, 'comment.md'),
            'report-file': (0,external_node_path_.join)(folder, part_artifacts/* PART_FILE */.xL),
        },
        annotations: (0,annotations/* shownAnnotations */.qw)(picked, (text) => redactor.redact(text)),
        summary: rendered.summary,
        ...(failure === undefined ? {} : { failure: redactor.redact(failure) }),
    };
}
/** No stack had to be planned, and nothing else is to be said: a stack that is gone would be. */
function isNothing({ planned, found = 0, notes = [] }) {
    const isUrgent = notes.some((note) => note.kind === 'text' && note.tone === 'caution');
    return planned.parts.length === 0 && found > 0 && !isUrgent;
}
/** `true` when any plan does anything; `false` only when all were read whole; empty when it could not be told. */
function changed({ outcomes }) {
    if (outcomes.some(({ model }) => model?.changed === true))
        return 'true';
    const judged = outcomes.every(({ model, failure }) => model?.errored === false && failure === undefined);
    return judged ? 'false' : '';
}
/** What this run is, for parts: its link is to the job's own log where the runner tells the job's number. */
function runIdentity(context, jobId) {
    const { run } = context;
    const job = /^\d+$/.test(jobId)
        ? `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/job/${jobId}`
        : undefined;
    return { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha, url: job ?? (0,core_event/* runUrl */.Vp)(run) };
}
function commentOutputs({ comment }) {
    return comment === undefined ? {} : { 'comment-id': String(comment.id), 'comment-url': comment.url };
}
/**
 * Asks for the pull request and its comments now, so that the answers come while the report is made. They are older by
 * that when the comment is written: a tenth of a second, as long as a request takes.
 */
async function beginDiscussion({ comment, github }, run) {
    if (comment === 'off')
        return () => Promise.resolve(undefined);
    const reading = (0,github_client/* begun */.q1)(github().then((client) => (0,discussion/* readDiscussion */.v)(run, client)));
    // The requests leave in a turn of the event loop; making the report holds it.
    await (0,external_node_timers_promises_.setImmediate)();
    return reading;
}
/** The comment first, and the rest while it is on its way to GitHub. */
async function writeFiles(folder, { markdown, data }) {
    const write = (name, content) => (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), content, { mode: 0o600 });
    await write('comment.md', markdown);
    for (const [name, content] of Object.entries(data))
        await write(name, JSON.stringify(content));
}


/***/ }),

/***/ 2624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terraformApply: () => (/* binding */ terraformApply)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/pipeline/apply/destroy-gate.ts
var destroy_gate = __webpack_require__(9035);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
;// CONCATENATED MODULE: ./src/actions/apply-inputs.ts




const { tool, redact } = plan_inputs/* planInputs */.Zp;
const applyInputs = {
    'working-directory': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    stack: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    mode: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('reviewed', 'approve', 'replan', 'direct'), { default: 'reviewed' }),
    'plan-passphrase': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'base-sha': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'allow-destroy': (0,inputs/* input */.hF)((raw) => (0,destroy_gate/* parseAllowDestroy */.N)((0,inputs/* lines */.Mn)(raw))),
    environment: (0,inputs/* input */.hF)(inputs/* text */.Qq),
    gone: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    'i-accept-unreviewed': (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    workflow: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    tool,
    'tool-version': plan_inputs/* planInputs */.Zp['tool-version'],
    workspace: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'var-files': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'backend-config': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'init-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'lock-timeout': plan_inputs/* planInputs */.Zp['lock-timeout'],
    comment: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('update', 'off'), { default: 'update' }),
    collect: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    redact,
    'github-token': plan_inputs/* planInputs */.Zp['github-token'],
    'job-id': plan_inputs/* planInputs */.Zp['job-id'],
};
/** What contradicts itself is refused before anything is begun, all of it at once. */
function refuseApplyFaults(given) {
    const faults = [];
    if (given['working-directory'] !== undefined && given.stack.length > 0) {
        faults.push('give either `working-directory` or `stack`, not both');
    }
    if (given.mode === 'direct' && !given['i-accept-unreviewed']) {
        faults.push('the mode `direct` applies what nobody has reviewed: say so with `i-accept-unreviewed: true`');
    }
    if (given.mode !== 'direct' && given['i-accept-unreviewed']) {
        faults.push(`\`i-accept-unreviewed\` has no meaning in the mode \`${given.mode}\``);
    }
    if (given.mode === 'approve' && given.environment === '') {
        faults.push('the mode `approve` needs `environment`, the name of the environment this job is in');
    }
    if (given.gone && given.stack.length === 0)
        faults.push('`gone` needs the names of the stacks in `stack`');
    if (given.gone && given['base-sha'] === undefined) {
        faults.push('`gone` needs `base-sha`, the commit where the stacks still were');
    }
    const { all, count, labels } = given['allow-destroy'];
    if (given.gone && !all && count === undefined && labels.length === 0) {
        faults.push('`gone` destroys all that a stack manages: set `allow-destroy`');
    }
    if (faults.length > 0) {
        throw new errors/* UserError */.yo(faults.join('; '), {
            where: 'inputs',
            help: 'Correct the `with:` block of this step.',
        });
    }
}
/** Events whose commit is on a branch, and whose files somebody with the right to merge has put there. */
const EVENTS = ['push', 'workflow_dispatch', 'schedule', 'repository_dispatch', 'workflow_run'];
/** The branch that is applied from. @throws UserError for a run that must not apply. */
function branchToApply({ event, ref, refType, sha }) {
    if (!EVENTS.includes(event)) {
        throw new errors/* UserError */.yo(`nothing is applied on the event ${event === '' ? '(none)' : event}`, {
            causeClass: 'policy',
            where: 'on:',
            help: 'What a pull request or a merge queue asks about is not merged yet. Apply on `push` to the branch.',
        });
    }
    if (refType === 'tag' || !ref.startsWith('refs/heads/') || sha === '') {
        throw new errors/* UserError */.yo(`nothing is applied from ${ref === '' ? 'an unknown ref' : ref}`, {
            causeClass: 'policy',
            where: 'on:',
            help: 'Apply from a branch: a tag has no pull requests, and may point to anything.',
        });
    }
    return ref.slice('refs/heads/'.length);
}

// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/count-outputs.ts
var count_outputs = __webpack_require__(2511);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
;// CONCATENATED MODULE: ./src/actions/terraform-apply.ts
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







/** Applies exactly what was reviewed. */
const terraformApply = (0,action/* action */.XI)({
    name: 'terraform-apply',
    inputs: applyInputs,
    outputs: [
        'applied',
        ...count_outputs/* COUNTS */.J,
        'refused',
        'outputs-file',
        'comment-id',
        'comment-url',
        'markdown-file',
        'report-file',
    ],
    async run(given, context) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { run, exec, env, log } = context;
            const passphrase = given['plan-passphrase'];
            refuseApplyFaults(given);
            // Loaded when the first line is out and the inputs are known to be good.
            const [{ openWorkTree }, { stacksToApply }, { applyRun }, { applyResult }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(3242), __webpack_require__.e(9450)]).then(__webpack_require__.bind(__webpack_require__, 3242)),
                Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(473), __webpack_require__.e(9905), __webpack_require__.e(8316), __webpack_require__.e(461)]).then(__webpack_require__.bind(__webpack_require__, 4837)),
                Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(473), __webpack_require__.e(9905), __webpack_require__.e(5597), __webpack_require__.e(4023), __webpack_require__.e(5467), __webpack_require__.e(3079), __webpack_require__.e(3584), __webpack_require__.e(2833), __webpack_require__.e(5219)]).then(__webpack_require__.bind(__webpack_require__, 2833)),
                __webpack_require__.e(/* import() */ 6005).then(__webpack_require__.bind(__webpack_require__, 6005)),
            ]);
            const branch = branchToApply(run);
            const { folder, settings: common } = await (0,plan_begin/* beginPlan */.R)(
            // Of a plan that is to be applied, nothing is checked or warned of once more.
            { ...given, checks: [], 'destroy-warning': Infinity }, context);
            const token = given['github-token'];
            const github = (0,github_client/* begun */.q1)((0,github_client/* clientOf */.fe)(token, context));
            const access = (0,github_client/* fetchAccess */.DL)(token, context);
            const workTree = __addDisposableResource(env_1, await openWorkTree({ exec, env, cwd: run.workspace }, { ignored: true, access }), true);
            const toApply = await stacksToApply({
                names: given.stack,
                folder: given['working-directory'] ?? '.',
                told: {
                    workspace: given.workspace ?? env['TF_WORKSPACE'],
                    varFiles: given['var-files'],
                    planArgs: given['plan-args'],
                    backendConfig: given['backend-config'],
                },
                source: {
                    workTree,
                    access,
                    config: given.config,
                    onConfig: (found) => void (0,plan_begin/* configurePlan */.C)(common, found, context),
                },
                run,
                github,
                baseSha: given['base-sha'],
                goneFolder: given.gone ? (0,external_node_path_.join)(common.folder, 'base') : undefined,
            });
            const { stacks } = toApply;
            const { settings, redact } = (0,plan_begin/* configurePlan */.C)({
                ...common,
                varFiles: given['var-files'],
                backendConfig: given['backend-config'],
                initArgs: given['init-args'],
                planArgs: given['plan-args'],
            }, toApply, context);
            log.info(redact(`stacks (${stacks.length}): ${stacks.map(({ name }) => name).join(', ')}; mode ${given.mode}`));
            const { mode, collect, environment, workflow, config } = given;
            const [client, artifacts] = await Promise.all([github(), (0,artifact_store/* artifactsOf */.N)(context)()]);
            const { applied, pulls } = await applyRun({
                ...{ mode, toApply, settings, artifacts, passphrase, environment, workflow, config },
                ...{ place: workTree.place, access, branch, github: client },
                allow: given['allow-destroy'],
            }, context);
            return await applyResult({
                ...{ applied, toApply, pulls, branch, artifacts, folder, collect },
                github: client,
                comment: given.comment !== 'off' && !collect,
                key: `apply:${JSON.stringify(stacks.map(({ subject }) => subject.key).sort())}`,
                counts: count_outputs/* COUNTS */.J,
            }, context);
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
    },
});


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ smallToolEnv),
/* harmony export */   gf: () => (/* binding */ childEnv)
/* harmony export */ });
/* unused harmony exports SMALL_TOOL_VARIABLES, RUNNER_INTERNALS, KEPT_FOR_PROVIDERS */
/**
 * What a child process gets to see of our environment (docs/decisions/0002-child-environment.md says why).
 * A rule is a variable's name, or the beginning of names with a `*` after it. Case does not count.
 */
/** For small tools (git, tar, helm, version probes): what programs need to work at all, and no credential. */
const SMALL_TOOL_VARIABLES = [
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'LC_*',
    'TZ',
    'TMPDIR',
    'TMP',
    'TEMP',
    'RUNNER_TEMP',
    // The runner finds processes that outlive their job by it.
    'RUNNER_TRACKING_ID',
    'XDG_*',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CURL_CA_BUNDLE',
    'GIT_SSL_CAINFO',
    // Windows programs do not start without these.
    'PATHEXT',
    'COMSPEC',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'USERPROFILE',
    'HOMEDRIVE',
    'HOMEPATH',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES*',
];
/** What no child needs and some could misuse: the runner's own channels, our inputs, and debugging hooks. */
const RUNNER_INTERNALS = [
    'INPUT_*',
    'STATE_*',
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'ACTIONS_*',
    'NODE_OPTIONS',
    'TF_LOG*',
    'TF_REATTACH_PROVIDERS',
];
/** Exceptions from them: with these azurerm, google and others exchange the job's OIDC token. */
const KEPT_FOR_PROVIDERS = ['ACTIONS_ID_TOKEN_REQUEST_*'];
/**
 * The variables of `env` that the rules let through. Without rules: what Terraform and OpenTofu get, everything but
 * the runner's internals, since any provider may need any variable.
 */
function childEnv(env, rules = {}) {
    const allowed = rules.allow === undefined ? () => true : matcherOf(rules.allow);
    const dropped = matcherOf(rules.drop ?? RUNNER_INTERNALS);
    const kept = matcherOf(rules.keep ?? KEPT_FOR_PROVIDERS);
    const child = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined || !allowed(name) || (dropped(name) && !kept(name)))
            continue;
        child[name] = value;
    }
    return child;
}
/** For a tool that needs no credentials; `more` names the variables that this one needs besides. */
function smallToolEnv(env, more = []) {
    return childEnv(env, { allow: [...SMALL_TOOL_VARIABLES, ...more] });
}
function matcherOf(rules) {
    const names = new Set();
    const beginnings = [];
    for (const rule of rules) {
        if (rule.endsWith('*'))
            beginnings.push(rule.slice(0, -1).toUpperCase());
        else
            names.add(rule.toUpperCase());
    }
    return (name) => {
        const upper = name.toUpperCase();
        return names.has(upper) || beginnings.some((beginning) => upper.startsWith(beginning));
    };
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

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eA: () => (/* binding */ ANNOTATIONS_PER_LEVEL),
/* harmony export */   g0: () => (/* binding */ pickAnnotations),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   qw: () => (/* binding */ shownAnnotations)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/** GitHub shows ten annotations of each kind per step and drops the rest without a word. */
const ANNOTATIONS_PER_LEVEL = 10;
/** Longer titles are cut by the API; a message of pages helps nobody in a diff. Code units. */
const TITLE_LENGTH = 255;
const MESSAGE_LENGTH = 4000;
const levels = ['error', 'warning', 'notice'];
function pickAnnotations(findings) {
    const shown = levels.flatMap((level) => findings
        .filter(({ severity }) => severity === level)
        .sort((a, b) => placed(b) - placed(a))
        .slice(0, ANNOTATIONS_PER_LEVEL));
    return { shown, leftOut: findings.length - shown.length };
}
function placed({ location }) {
    if (location === undefined)
        return 0;
    return location.line === undefined ? 1 : 2;
}
/** Annotations of the findings that are shown, redacted. */
function shownAnnotations({ shown }, redact) {
    return shown.map(annotationOf).map((item) => ({ ...item, message: redact(item.message) }));
}
/** A finding in the words and the shape of an annotation: subject and rule in the title, help under the message. */
function annotationOf(finding) {
    const { location, help } = finding;
    const message = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(help === undefined || help === '' ? finding.message : `${finding.message}\n\n${help}`);
    return {
        severity: finding.severity,
        // An annotation without a message is refused by the runner.
        message: shortened(message, MESSAGE_LENGTH) || finding.rule,
        at: {
            title: shortened((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)([finding.subject, finding.rule].filter((word) => word !== '').join(': ')), TITLE_LENGTH),
            ...(location === undefined ? {} : placeOf(location)),
        },
    };
}
/** Lines only where they make sense; columns only within one line, as the checks API wants it. */
function placeOf(location) {
    const file = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(location.file);
    const { line, endLine, column, endColumn } = location;
    if (line === undefined || line < 1)
        return { file };
    const end = endLine !== undefined && endLine > line ? endLine : undefined;
    return {
        file,
        line,
        ...(end === undefined ? {} : { endLine: end }),
        ...(column === undefined || end !== undefined ? {} : { column }),
        ...(column === undefined || endColumn === undefined || endColumn < column || end !== undefined
            ? {}
            : { endColumn }),
    };
}
function shortened(text, max) {
    return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}


/***/ })

};
