export const id = 8828;
export const ids = [8828,7749];
export const modules = {

/***/ 6005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyResult: () => (/* binding */ applyResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7667);
/* harmony import */ var _pipeline_apply_applied_mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7232);
/* harmony import */ var _pipeline_apply_apply_comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8141);
/* harmony import */ var _pipeline_apply_outdated_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7528);
/* harmony import */ var _pipeline_gate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1255);
/* harmony import */ var _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(597);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(856);
/* harmony import */ var _report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2315);
/* harmony import */ var _report_part_file_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6671);
/* harmony import */ var _report_redact_document_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(771);
/* harmony import */ var _terraform_apply_outputs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9593);
/* harmony import */ var _artifact_store_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9337);
/* harmony import */ var _count_outputs_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2511);
















/** Says what was applied: files, summary, comments on the merged pull requests, and whether the step is red. */
async function applyResult(request, context) {
    const { applied, folder, notes = [] } = request;
    const appliedAt = context.clock.now();
    const { run, log } = context;
    const { redactor } = applied;
    context.hide((text) => redactor.redact(text));
    const redact = (text) => redactor.redact(text);
    const verdict = (0,_pipeline_gate_js__WEBPACK_IMPORTED_MODULE_7__/* .gate */ .G)(applied.parts, { fork: false, forkPolicy: 'fail' });
    const title = 'Terraform apply';
    const rendered = (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_8__/* .render */ .XX)({
        title,
        plural: title,
        notes,
        parts: verdict.parts,
        redactor,
        runUrl: (0,_core_event_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(run),
    });
    const part = (0,_report_part_file_js__WEBPACK_IMPORTED_MODULE_15__/* .partsFile */ .d)(verdict.parts);
    const outputs = (0,_terraform_apply_outputs_js__WEBPACK_IMPORTED_MODULE_12__/* .outputsFile */ .R)(applied.applied.flatMap(({ apply }) => (apply === undefined ? [] : [apply])), redactor);
    (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_11__/* .refuseSecrets */ .un)({ part, outputs: outputs.file }, redactor);
    for (const { stack, output, why } of outputs.leftOut)
        log.info(redact(`${stack}: output ${output} is left out of outputs-file: ${why}`));
    await log.group(title, () => {
        log.info(rendered.plain);
        return Promise.resolve();
    });
    const write = (name, content) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), content, { mode: 0o600 });
    await write('comment.md', rendered.markdown);
    await write(_report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_10__/* .PART_FILE */ .xL, JSON.stringify(part));
    await write('outputs.json', `${JSON.stringify(outputs.file, null, 2)}\n`);
    // What is applied is applied: from here on, what goes wrong is told, and does not hide it.
    const faults = await handOn(request);
    // A run that finds all done leaves what is written of the one that did it.
    const isNews = applied.applied.some(({ kind }) => kind !== 'nothing');
    const told = request.comment && isNews
        ? await tell(request, rendered, appliedAt, context)
        : { comments: [], warnings: [] };
    for (const warning of told.warnings)
        log.warning(redact(warning));
    const failure = [...(verdict.failure === undefined ? [] : [verdict.failure]), ...faults].join('\n');
    const refused = verdict.parts.filter(({ facts }) => facts['refused'] !== undefined);
    return {
        outputs: {
            applied: String(verdict.failure === undefined),
            ...(0,_count_outputs_js__WEBPACK_IMPORTED_MODULE_14__/* .countOutputs */ .w)(verdict.parts, request.counts),
            refused: refused.map(({ subject }) => subject.name).join('\n'),
            'outputs-file': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'outputs.json'),
            'comment-id': told.comments.map(({ id }) => id).join('\n'),
            'comment-url': told.comments.map(({ url }) => url).join('\n'),
            'markdown-file': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'comment.md'),
            'report-file': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_10__/* .PART_FILE */ .xL),
        },
        annotations: (0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_9__/* .shownAnnotations */ .qw)((0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_9__/* .pickAnnotations */ .g0)(verdict.parts.flatMap(({ findings }) => findings)), redact),
        summary: rendered.summary,
        ...(failure === '' ? {} : { failure: redact(failure) }),
    };
}
/** What later jobs of this run need. Without it they would wait, or not know: red. */
async function handOn({ collect, applied, toApply, artifacts }) {
    const { parts } = applied;
    const [first] = parts;
    const faults = [];
    for (const { stack, kind } of applied.applied) {
        const isDone = kind === 'applied' || kind === 'nothing';
        if (!isDone || !toApply.first.has(stack.name))
            continue;
        const mark = { key: stack.subject.key, inputsHash: stack.inputsHash };
        try {
            await (0,_pipeline_apply_applied_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .markApplied */ .$)(mark, first?.run.attempt ?? 1, artifacts);
        }
        catch (thrown) {
            if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw thrown;
            faults.push(`later jobs do not get to know that ${stack.name} is applied: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageAndHelp */ .Uy)(thrown)}`);
        }
    }
    const lost = collect ? await (0,_artifact_store_js__WEBPACK_IMPORTED_MODULE_13__/* .handOnParts */ .$)(parts, () => Promise.resolve(artifacts)) : undefined;
    return lost === undefined ? faults : [...faults, lost];
}
async function tell({ applied, pulls, branch, github, key }, rendered, appliedAt, { run }) {
    const written = await (0,_pipeline_apply_apply_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .writeApplyComments */ .c)({
        rendered,
        key,
        run,
        pulls: pulls.map(({ number }) => number),
    }, github);
    const done = applied.applied.filter(({ kind }) => kind === 'applied' || kind === 'failed');
    const outdated = await (0,_pipeline_apply_outdated_js__WEBPACK_IMPORTED_MODULE_6__/* .markOutdated */ .i)({
        github,
        branch,
        stacks: done.map(({ stack }) => ({ key: stack.subject.key, name: stack.name })),
        commit: run.sha,
        appliedAt,
        repositoryUrl: `${run.serverUrl}/${run.repository}`,
        limit: _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_8__/* .GITHUB_LIMIT */ .E8,
        redact: (text) => applied.redactor.redact(text),
    });
    return { comments: written.comments, warnings: [...written.warnings, ...outdated.notices] };
}


/***/ }),

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

/***/ 8828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyTouched: () => (/* binding */ applyTouched)
/* harmony export */ });
/* harmony import */ var _pipeline_upstream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7749);
/* harmony import */ var _apply_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6005);
/* harmony import */ var _apply_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2833);
/* harmony import */ var _artifact_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9337);
/* harmony import */ var _stacks_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6658);





/** Applies the stacks that a push touches, one job for all: upstream first. */
async function applyTouched(request, context) {
    const { given, mode, branch, touched, settings, folder, place, access } = request;
    const { config, configFile, change } = touched;
    const [github, artifacts] = await Promise.all([request.github(), (0,_artifact_store_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsOf */ .N)(context)()]);
    const stacks = touched.stacks.map((stack) => toApply(stack, change));
    const passphrase = given['plan-passphrase'];
    const run = {
        toApply: {
            stacks,
            others: new Map(),
            first: new Set(),
            baseSha: request.base,
            config,
            configFile,
        },
        ...{ mode, branch, settings, github, artifacts, place, access },
        ...{ config: given.config, workflow: undefined, environment: '', allow: given['allow-destroy'] },
        passphrase: passphrase === '' ? undefined : passphrase,
    };
    const { applied, pulls } = await (0,_apply_run_js__WEBPACK_IMPORTED_MODULE_2__.applyRun)(run, context);
    const result = await (0,_apply_result_js__WEBPACK_IMPORTED_MODULE_1__.applyResult)({
        ...{ applied, pulls, branch, github, artifacts, folder },
        toApply: run.toApply,
        comment: given.comment !== 'off',
        key: 'apply',
        collect: false,
        notes: touched.notes,
        counts: [],
    }, context);
    return {
        ...result,
        outputs: {
            ...result.outputs,
            changed: String(applied.applied.some(({ kind }) => kind === 'applied' || kind === 'failed')),
            'exit-code': result.failure === undefined ? '0' : '1',
            stacks: (0,_stacks_output_js__WEBPACK_IMPORTED_MODULE_4__/* .stacksOutput */ .j)(applied.parts),
        },
    };
}
function toApply(stack, change) {
    const { subject, facts, gone } = stack;
    const upstream = gone === undefined ? ((0,_pipeline_upstream_js__WEBPACK_IMPORTED_MODULE_0__.upstreamOf)(change, subject)?.names ?? []) : [];
    return { ...stack, name: subject.name, inputsHash: facts?.['inputs-hash'] ?? '', upstream };
}


/***/ }),

/***/ 8141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ writeApplyComments)
/* harmony export */ });
/* harmony import */ var _core_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8517);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(597);



/** A push that brings more pull requests than this tells the newest ones only. */
const MOST_PULLS = 10;
/** Writes the result on each merged pull request. Never rejects. */
async function writeApplyComments({ rendered, key, run, pulls }, github) {
    const comments = [];
    const warnings = [];
    const told = [...pulls].sort((a, b) => b - a).slice(0, MOST_PULLS);
    for (const number of told) {
        try {
            const { id, url } = await (0,_core_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .publishComment */ .p)({
                number,
                key,
                body: rendered.markdown,
                stable: rendered.stable,
                mode: 'update',
                run: { id: run.runId, attempt: run.attempt, sha: run.sha },
                limit: _publish_js__WEBPACK_IMPORTED_MODULE_2__/* .GITHUB_LIMIT */ .E8,
            }, github);
            comments.push({ id, url });
        }
        catch (thrown) {
            warnings.push(`The result could not be written on #${number}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageAndHelp */ .Uy)(thrown)}`);
        }
    }
    if (pulls.length > told.length) {
        warnings.push(`The result was written on the newest ${told.length} of ${pulls.length} pull requests.`);
    }
    return { comments, warnings };
}


/***/ }),

/***/ 7528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ markOutdated)
});

// EXTERNAL MODULE: ./src/core/comment-marker.ts
var comment_marker = __webpack_require__(2049);
;// CONCATENATED MODULE: ./src/core/comment-note.ts

/**
 * The note stands below the heading between two hidden lines, the first of which says what it tells of:
 *
 *     <!-- gitops-pipeline-note ID,ID -->
 *     > [!WARNING]
 *     > HEAD
 *     > - LINE
 *     <!-- gitops-pipeline-note end -->
 *
 * Nothing that is shown in a comment can hold such a hidden line: where data has one, it is broken before.
 */
const NOTE = /\n\n<!-- gitops-pipeline-note ([0-9a-f]{16}(?:,[0-9a-f]{16})*) -->\n> \[!WARNING\]\n> .*\n((?:> - .*\n)*)<!-- gitops-pipeline-note end -->/;
/** The note of a body; undefined: it has none. */
function readNote(body) {
    const match = NOTE.exec(body);
    if (match === null)
        return undefined;
    const [, ids = '', lines = ''] = match;
    return {
        ids: ids.split(','),
        lines: lines
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => line.slice('> - '.length)),
    };
}
/** A body with this note below its first line, instead of the one that it has. */
function withNote(body, { ids, head, lines }) {
    const clean = body.replace(NOTE, '');
    const items = lines.map((line) => `> - ${line}\n`).join('');
    const block = `<!-- gitops-pipeline-note ${ids.join(',')} -->\n> [!WARNING]\n> ${head}\n${items}<!-- gitops-pipeline-note end -->`;
    const end = clean.indexOf('\n');
    const [heading, rest] = end < 0 ? [clean, ''] : [clean.slice(0, end), clean.slice(end)];
    return `${heading}\n\n${block}${rest}`;
}
/**
 * A whole comment with the note. Where that is longer than `limit`, the lines give way, and then everything below the
 * heading: the plan is out of date, and the run's summary still has it. Undefined: not even that fits.
 *
 * @param limit UTF-16 units
 */
function notedComment(marker, body, note, limit) {
    const short = { ...note, head: note.short, lines: [] };
    const heading = /^.*/.exec(body)?.[0] ?? '';
    const candidates = [
        withNote(body, note),
        withNote(body, short),
        withNote(heading, note),
        withNote(heading, short),
    ];
    return candidates.map((text) => (0,comment_marker/* withStaleMarker */.e2)(marker, text)).find((text) => text.length <= limit);
}
/** True when the note of a comment tells of all these already. */
function isNoted(text, ids) {
    const noted = readNote((0,comment_marker/* readMarker */.t7)(text)?.body ?? '')?.ids ?? [];
    return ids.every((id) => noted.includes(id));
}

// EXTERNAL MODULE: ./src/core/comment-own.ts
var comment_own = __webpack_require__(5371);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/sealed/artifact-name.ts
var artifact_name = __webpack_require__(119);
// EXTERNAL MODULE: ./src/pipeline/parallel.ts
var parallel = __webpack_require__(4783);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/report/inlines.ts
var inlines = __webpack_require__(6188);
;// CONCATENATED MODULE: ./src/pipeline/apply/outdated-text.ts


/** Markdown, one line: which stack, since when, and where to plan again. */
function outdatedLine({ name, commit, commitUrl, runUrl }) {
    return (0,inlines/* markdownInlines */.iB)([
        { code: name === '.' ? 'repository root' : name },
        ' was applied from ',
        { link: [{ code: (0,short_commit/* shortCommit */.A)(commit) }], href: commitUrl },
        ' since this plan was made: ',
        { link: ['run it again'], href: runUrl },
    ]);
}
/** What stands above the lines, and what stands alone where there is no room for them. */
function outdatedHead(count, runUrl) {
    return {
        head: (0,inlines/* markdownInlines */.iB)([{ strong: ['This plan is out of date'] }]),
        short: (0,inlines/* markdownInlines */.iB)([
            { strong: ['This plan is out of date'] },
            `: ${count === 1 ? 'a stack of it was' : `${count} stacks of it were`} applied since. `,
            { link: ['All of it, and to run it again'], href: runUrl },
        ]),
    };
}

;// CONCATENATED MODULE: ./src/pipeline/apply/outdated.ts







/** The newest that are looked through. */
const MOST_PULLS = 100;
const MOST_ARTIFACTS = 500;
/** Comments that one apply changes; each costs two requests and a notification at most. */
const MOST_CHANGED = 30;
const AT_ONCE = 4;
/** Of the root action, and of `report`. */
const PIPELINE_KEY = 'pipeline';
/**
 * Tells open pull requests into the branch that their plan of these stacks is out of date, in the comment that shows
 * it. Which have one is told by the newest artifacts of the repository. Twice changes nothing more. Never rejects for
 * what GitHub answers.
 */
async function markOutdated(request) {
    const { github, branch, stacks } = request;
    if (stacks.length === 0)
        return { pulls: [], notices: [] };
    let found;
    try {
        const open = (await github.openPulls(branch, MOST_PULLS)).filter(({ fromFork }) => !fromFork);
        if (open.length === 0)
            return { pulls: [], notices: [] };
        found = await plannedBy(open, request);
    }
    catch (thrown) {
        return { pulls: [], notices: [notice('Open pull requests with a plan of the same stacks', thrown)] };
    }
    const told = found.slice(0, MOST_CHANGED);
    const notices = found.length > told.length
        ? [
            `${found.length} open pull requests have a plan that is out of date now: only ${told.length} are told so.`,
        ]
        : [];
    const changed = await (0,parallel/* mapParallel */.E)(told, AT_ONCE, async ({ pull, planned }) => {
        try {
            return { number: pull.number, changed: await tell(pull.number, planned, request, notices) };
        }
        catch (thrown) {
            notices.push(notice(`Pull request #${pull.number}, whose plan is out of date now,`, thrown));
            return { number: pull.number, changed: false };
        }
    });
    return { pulls: changed.filter((one) => one.changed).map(({ number }) => number), notices };
}
/** The newest plan of each of the stacks by each pull request's present head, where it is older than the apply. */
async function plannedBy(open, { github, stacks, appliedAt }) {
    const artifacts = await github.newestArtifacts(MOST_ARTIFACTS);
    return open.flatMap((pull) => {
        const ofHead = artifacts.filter(({ run }) => run?.headSha === pull.head.sha);
        const planned = stacks.flatMap((stack) => {
            const prefix = (0,artifact_name/* planArtifactPrefix */.eu)(stack.key);
            const [last] = ofHead
                .filter(({ name }) => name.startsWith(prefix))
                .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
            const isOlder = last !== undefined && last.createdAt <= appliedAt;
            return isOlder && last.run !== undefined ? [{ stack, runId: last.run.id }] : [];
        });
        return planned.length === 0 ? [] : [{ pull, planned }];
    });
}
async function tell(number, planned, request, notices) {
    const { github } = request;
    const comments = await github.listComments(number);
    const own = (0,comment_own/* allOwn */.kt)(comments, await (0,comment_own/* loginFor */.LD)(undefined, comments, github)).filter(comment_own/* isShown */.aJ);
    let changed = false;
    for (const one of own) {
        const lines = shownIn(one, planned);
        if (lines.length === 0 ||
            isNoted(one.comment.body, lines.map(({ stack }) => (0,artifact_name/* stackId */.iT)(stack.key))))
            continue;
        const text = noted(one, lines, request);
        if (text === undefined) {
            notices.push(`The comment ${one.comment.url} is too long to be told that it is out of date.`);
            continue;
        }
        await github.updateComment(one.comment.id, text);
        changed = true;
    }
    return changed;
}
/** Which of the plans a comment shows: by its key, or since it is of the same run. */
function shownIn({ marker }, planned) {
    if (marker.key === (0,comment_marker/* markerKey */.s8)(PIPELINE_KEY))
        return planned;
    const alone = planned.filter(({ stack }) => marker.key === (0,comment_marker/* markerKey */.s8)(`plan:${stack.key}`));
    return alone.length > 0 ? alone : planned.filter(({ runId }) => String(runId) === marker.run.id);
}
function noted({ marker, body }, planned, { commit, repositoryUrl, redact, limit }) {
    const before = readNote(body) ?? { ids: [], lines: [] };
    const fresh = planned.filter(({ stack }) => !before.ids.includes((0,artifact_name/* stackId */.iT)(stack.key)));
    const lineOf = ({ stack, runId }) => ({
        name: redact(stack.name),
        commit,
        commitUrl: `${repositoryUrl}/commit/${commit}`,
        runUrl: `${repositoryUrl}/actions/runs/${runId}`,
    });
    const ids = [...before.ids, ...fresh.map(({ stack }) => (0,artifact_name/* stackId */.iT)(stack.key))];
    const lines = [...before.lines, ...fresh.map((one) => outdatedLine(lineOf(one)))];
    const runUrl = `${repositoryUrl}/actions/runs/${marker.run.id}`;
    return notedComment(marker, body, { ids, lines, ...outdatedHead(ids.length, runUrl) }, limit);
}
function notice(whom, thrown) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    return `${whom} could not be told: ${(0,errors/* messageAndHelp */.Uy)(thrown)}`;
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

/***/ 9593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ outputsFile),
/* harmony export */   T: () => (/* binding */ readOutputs)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2972);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5538);



/** Bytes of `output -json` that are read. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Root module outputs as the state has them, sensitive values too; undefined: they could not be read. */
async function readOutputs(run, workspace, ports) {
    const asked = await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .qI)(run, 'output', ['output', '-json', '-no-color'], ports, {
        document: true,
        keepBytes: MOST_BYTES,
        ...(workspace === undefined ? {} : { workspace }),
    }).catch(notStarted);
    if (asked === undefined || !(0,_run_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .gq)(asked) || asked.result.truncated)
        return undefined;
    const { stdout } = asked.result;
    try {
        // OpenTofu writes warnings about its CLI configuration to stdout, before the JSON.
        const parsed = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(JSON.parse(stdout.slice(Math.max(0, stdout.search(/^\{/m)))));
        return parsed === undefined ? undefined : Object.fromEntries(Object.entries(parsed).map(outputOf));
    }
    catch {
        return undefined;
    }
}
/** After a signal nothing more is started. */
function notStarted(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
        throw thrown;
}
function outputOf([name, raw]) {
    const output = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(raw);
    return [name, { value: output?.['value'], sensitive: output?.['sensitive'] !== false }];
}
/**
 * What later jobs may know of the outputs: all but sensitive ones, and those in which a secret stands although they are
 * not marked. The names of both are told.
 */
function outputsFile(applies, redactor) {
    const leftOut = [];
    const stacks = applies.flatMap(({ stack, outputs }) => {
        if (outputs === undefined)
            return [];
        const kept = Object.entries(outputs).filter(([output, { value, sensitive }]) => {
            const why = sensitive ? 'marked sensitive' : whyLeftOut(output, value, redactor);
            if (why !== undefined)
                leftOut.push({ stack: stack.name, output, why });
            return why === undefined;
        });
        return [[stack.name, Object.fromEntries(kept.map(([name, { value }]) => [name, value]))]];
    });
    return { file: { version: 1, stacks: Object.fromEntries(stacks) }, leftOut };
}
function whyLeftOut(name, value, redactor) {
    if (redactor.hidesKey(name))
        return 'its name is that of a secret';
    const text = JSON.stringify(value);
    if (text === undefined || redactor.leaks(text) > 0)
        return 'holds a secret';
    return textsIn(value).some((each) => redactor.leaks(each) > 0 || redactor.redact(each) !== each)
        ? 'holds a secret'
        : undefined;
}
/** Strings of a value, its keys too, and numbers as they are written. */
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value === 'number')
        return [String(value)];
    if (Array.isArray(value))
        return value.flatMap(textsIn);
    const object = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(value);
    return object === undefined ? [] : Object.entries(object).flatMap(([key, item]) => [key, ...textsIn(item)]);
}


/***/ })

};
