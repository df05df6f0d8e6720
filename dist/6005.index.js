export const id = 6005;
export const ids = [6005,9624];
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

/***/ 7232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ markApplied),
/* harmony export */   j: () => (/* binding */ appliedStacks)
/* harmony export */ });
/* harmony import */ var _terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(119);

/** What says in a run that a stack of it is applied: jobs of later waves look for it. Its contents do not matter. */
const MARK = 'gitops-applied-';
const markOf = ({ key, inputsHash }) => `${MARK}${(0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_0__/* .stackId */ .iT)(key)}-${inputsHash.slice(0, 16)}`;
/** Leaves the mark. The attempt is in the name, since the attempts of a run share their artifacts. */
async function markApplied(stack, attempt, artifacts) {
    const content = new TextEncoder().encode(`${JSON.stringify({ version: 1, key: stack.key })}\n`);
    await artifacts.upload(`${markOf(stack)}-${attempt}`, [{ name: 'applied.json', content }], {
        retentionDays: 1,
        compress: false,
    });
}
/** Which of these stacks an earlier job of this run has applied, in any of its attempts. */
async function appliedStacks(stacks, artifacts) {
    const names = (await artifacts.list()).map(({ name }) => name.replace(/-\d+$/, ''));
    const marks = new Set(names);
    return new Set(stacks.filter((stack) => marks.has(markOf(stack))).map(({ key }) => key));
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

/***/ 4783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ mapParallel),
/* harmony export */   I: () => (/* binding */ oneAtATime)
/* harmony export */ });
/** Maps with at most `limit` bodies running, results in order. The first rejection rejects, once all have ended. */
async function mapParallel(items, limit, body) {
    const results = [];
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const index = next;
            next += 1;
            try {
                results[index] = await body(items[index], index);
            }
            catch (thrown) {
                failures.push(thrown);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}
/** Lets bodies through one after the other, in the order they came. */
function oneAtATime() {
    let last = Promise.resolve();
    return (body) => {
        const result = last.then(body, body);
        last = result.catch(() => undefined);
        return result;
    };
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


/***/ }),

/***/ 8998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ stripAnsi),
/* harmony export */   t: () => (/* binding */ parseTextDiagnostics)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2972);

/** Width at which both tools wrap details when they do not write to a terminal. */
const wrapWidth = 78;
/** What `init` says at the next step or at its end, which may follow a warning with nothing but a blank line between. */
const initStep = /^(?:Initializing|Upgrading) [\w ]+\.\.\.$|^(?:Terraform|OpenTofu|HCP Terraform)(?: Cloud)? has been successfully initialized!/;
/**
 * Diagnostics from output for people: with the box around them (colours on) or without (`-no-color`).
 * Needed where `-json` is not there yet (`init` of Terraform < 1.9) or never (`fmt`, `workspace`, CLI faults).
 */
function parseTextDiagnostics(output) {
    const lines = output.split(/\r?\n/).map(readLine);
    const found = [];
    let body;
    let boxed = false;
    let before = { text: '', place: 'outside' };
    const finish = () => {
        const diagnostic = body === undefined ? undefined : parseBody(body);
        if (diagnostic !== undefined)
            found.push(diagnostic);
        body = undefined;
    };
    for (const line of lines) {
        // Inside a box a line `Error: …` may be part of a provider's message: only the first one opens.
        const mayStart = line.place === 'inside' ? before.place !== 'inside' : before.text.trim() === '';
        const starts = mayStart && /^(Error|Warning): /.test(line.text);
        const leavesBox = boxed && line.place !== 'inside';
        if (starts || leavesBox || (!boxed && initStep.test(line.text)))
            finish();
        if (starts) {
            body = [line.text];
            boxed = line.place === 'inside';
        }
        else {
            body?.push(line.text);
        }
        before = line;
    }
    finish();
    return found;
}
function readLine(raw) {
    const text = stripAnsi(raw);
    if (/^╷\s*$/.test(text))
        return { text: '', place: 'open' };
    if (/^╵\s*$/.test(text))
        return { text: '', place: 'close' };
    if (text.startsWith('│'))
        return { text: text.replace(/^│ ?/, ''), place: 'inside' };
    return { text, place: 'outside' };
}
function parseBody(body) {
    const first = /^(Error|Warning): (.*)$/.exec(body[0] ?? '');
    if (first === null)
        return undefined;
    const rest = body.slice(1);
    // A summary may have several lines; a blank one ends it.
    const gap = rest.findIndex((line) => line.trim() === '');
    const summary = [first[2] ?? '', ...(gap < 0 ? rest : rest.slice(0, gap))].join(' ');
    const after = gap < 0 ? [] : rest.slice(gap + 1);
    const place = parsePlace(after);
    return (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)({
        severity: first[1] === 'Warning' ? 'warning' : 'error',
        summary: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(summary),
        detail: unwrap(after.slice(place.lines)),
        address: place.address,
        context: place.context,
        file: place.file,
        line: place.line,
    });
}
function parsePlace(lines) {
    const end = lines.findIndex((line) => line.trim() === '');
    const block = end < 0 ? lines : lines.slice(0, end);
    const address = block.flatMap((line) => /^ {2}with (.+?)[,:.]?$/.exec(line)?.[1] ?? [])[0];
    const on = block.flatMap((line) => {
        const match = /^ {2}on (.+) line (\d+)(?:, in (.+?))?:?$/.exec(line);
        return match === null ? [] : [match];
    })[0];
    const isPlace = address !== undefined || on !== undefined;
    return {
        lines: isPlace ? block.length : 0,
        address,
        file: on?.[1],
        line: on?.[2] === undefined ? undefined : Number(on[2]),
        context: on?.[3],
    };
}
/** Joins the lines that were broken only because the next word did not fit. Indented lines are never wrapped. */
function unwrap(lines) {
    const joined = [];
    let width = 0;
    for (const line of lines) {
        const last = joined.at(-1);
        const word = /^\S+/.exec(line)?.[0];
        const wrapped = last !== undefined && last !== '' && !/^\s/.test(last) && word !== undefined;
        if (wrapped && width + 1 + word.length > wrapWidth)
            joined[joined.length - 1] = `${last} ${line}`;
        else
            joined.push(line.trimEnd());
        width = line.length;
    }
    return joined.join('\n').trim();
}
/** Escape sequences (CSI, OSC, two-character) removed. `-no-color` does not reach every message. */
function stripAnsi(value) {
    // eslint-disable-next-line no-control-regex
    return value.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g, '');
}


/***/ }),

/***/ 5538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g5: () => (/* binding */ failureOf),
  qI: () => (/* binding */ runTool),
  gq: () => (/* binding */ succeeded)
});

// EXTERNAL MODULE: ./src/terraform/causes.ts
var causes = __webpack_require__(7878);
// EXTERNAL MODULE: ./src/terraform/diagnostics-text.ts
var diagnostics_text = __webpack_require__(8998);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/terraform/events.ts

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui#message-types; OpenTofu has the same. */
const steps = {
    state_lock_acquire: 'lock-wait',
    refresh_start: 'refresh-start',
    refresh_complete: 'refresh-complete',
    resource_drift: 'drift',
    planned_change: 'planned',
    apply_start: 'apply-start', // also the reading of a data source while planning
    apply_progress: 'apply-progress',
    apply_complete: 'apply-complete',
    apply_errored: 'apply-errored',
};
/** One line of `-json` output; undefined for any line that is not one (noise of wrappers, hooks, plugins). */
function parseEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const raw = (0,terraform_diagnostics/* record */.g1)(parsed);
    const message = (0,terraform_diagnostics/* text */.Qq)(raw?.['@message']);
    if (raw === undefined || message === undefined)
        return undefined;
    const type = (0,terraform_diagnostics/* text */.Qq)(raw['type']) ?? '';
    // Before the diagnostics: Terraform says it in one, OpenTofu in a message without a type.
    if (isInterrupt(message))
        return { kind: 'interrupt' };
    if (type === 'diagnostic') {
        const diagnostic = (0,terraform_diagnostics/* diagnosticFromJson */.cN)(raw['diagnostic']);
        return diagnostic === undefined ? undefined : { kind: 'diagnostic', diagnostic };
    }
    const step = Object.hasOwn(steps, type) ? steps[type] : undefined;
    if (step !== undefined)
        return { kind: 'progress', progress: progressOf(step, raw), ...objectOf((0,terraform_diagnostics/* record */.g1)(raw['hook'])) };
    if (type === 'change_summary')
        return { kind: 'summary', changed: hasCounts(raw['changes']), ...appliedOf((0,terraform_diagnostics/* record */.g1)(raw['changes'])) };
    if (type === 'outputs')
        return { kind: 'summary', changed: hasOutputs(raw['outputs']), outputs: outputsOf(raw['outputs']) };
    return { kind: 'other' };
}
/**
 * Both tools say so on the first signal: while planning, and while installing. The errors that come with it are often
 * others (a lock not acquired, a registry that did not answer).
 */
function isInterrupt(message) {
    return /^\s*(Interrupt received\.|Two interrupts received\.|(Error: )?\w+ installation was cancell?ed by an interrupt signal)/m.test(message);
}
function progressOf(step, raw) {
    const body = (0,terraform_diagnostics/* record */.g1)(raw['hook']) ?? (0,terraform_diagnostics/* record */.g1)(raw['change']);
    const address = (0,terraform_diagnostics/* text */.Qq)((0,terraform_diagnostics/* record */.g1)(body?.['resource'])?.['addr']);
    const action = (0,terraform_diagnostics/* text */.Qq)(body?.['action']);
    return {
        step,
        ...(address === undefined ? {} : { address }),
        ...(action === undefined ? {} : { action }),
    };
}
function objectOf(hook) {
    const key = (0,terraform_diagnostics/* text */.Qq)(hook?.['id_key']);
    const value = (0,terraform_diagnostics/* text */.Qq)(hook?.['id_value']);
    return key === undefined || value === undefined ? {} : { object: { key, value } };
}
function appliedOf(changes) {
    const operation = changes?.['operation'];
    if (operation !== 'apply' && operation !== 'destroy')
        return {};
    const imported = changes?.['import'];
    return { applied: { imported: typeof imported === 'number' ? imported : 0 } };
}
function outputsOf(value) {
    const outputs = Object.entries((0,terraform_diagnostics/* record */.g1)(value) ?? {}).map(([name, output]) => {
        const raw = (0,terraform_diagnostics/* record */.g1)(output);
        return [name, { sensitive: raw?.['sensitive'] !== false, value: raw?.['value'] }];
    });
    return Object.fromEntries(outputs);
}
function hasCounts(value) {
    return Object.values((0,terraform_diagnostics/* record */.g1)(value) ?? {}).some((count) => typeof count === 'number' && count > 0);
}
function hasOutputs(value) {
    return Object.values((0,terraform_diagnostics/* record */.g1)(value) ?? {}).some((output) => {
        const action = (0,terraform_diagnostics/* text */.Qq)((0,terraform_diagnostics/* record */.g1)(output)?.['action']);
        return action !== undefined && action !== 'noop' && action !== 'no-op';
    });
}

// EXTERNAL MODULE: ./src/terraform/lock.ts
var terraform_lock = __webpack_require__(9225);
// EXTERNAL MODULE: ./src/terraform/stack-run.ts
var stack_run = __webpack_require__(9624);
;// CONCATENATED MODULE: ./src/terraform/run-tool.ts






/** Diagnostics of one run that are kept; a broken module called a thousand times says the same a thousand times. */
const maxDiagnostics = 500;
/** Bytes of text kept of each stream. */
const maxText = 256 * 1024;
/** Runs the tool in the stack's directory. Memory is bounded, however much it prints. */
async function runTool(stack, phase, args, ports, options = {}) {
    const events = [];
    const text = tailOf(maxText);
    const seen = { interrupted: false, left: 0 };
    const onStdoutLine = (line) => {
        const event = parseEvent(line);
        if (event === undefined) {
            if (isInterrupt((0,diagnostics_text/* stripAnsi */.a)(line)))
                seen.interrupted = true;
            text.add(line);
            return;
        }
        if (event.kind === 'interrupt')
            seen.interrupted = true;
        if (event.kind === 'diagnostic') {
            if (events.length < maxDiagnostics)
                events.push(event.diagnostic);
            else
                seen.left += 1;
        }
        options.onEvent?.(event);
    };
    const { document } = options;
    const result = await ports.exec(stack.binary.path, args, {
        cwd: stack.directory,
        env: (0,stack_run.toolEnv)(stack, options.workspace),
        keepBytes: options.keepBytes ?? maxText,
        ...options.signals,
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
        ...(document === undefined || document === false ? { onStdoutLine } : {}),
        ...(typeof document === 'object' ? { stdoutFile: document.file } : {}),
    });
    const fromText = [...(0,diagnostics_text/* parseTextDiagnostics */.t)(result.stderr), ...(0,diagnostics_text/* parseTextDiagnostics */.t)(text.value())];
    const diagnostics = (0,terraform_diagnostics/* distinctDiagnostics */.$e)([...events, ...fromText]);
    if (seen.left > 0)
        diagnostics.push(notShown(seen.left));
    return {
        phase,
        tool: stack.binary.tool,
        result,
        diagnostics,
        interrupted: seen.interrupted || isInterrupt((0,diagnostics_text/* stripAnsi */.a)(result.stderr)),
        argsFrom: Object.keys(stack.env).filter((name) => addsArguments(name, stack.env[name], phase)),
        noise: (0,diagnostics_text/* stripAnsi */.a)(result.stderr.trim() === '' ? text.value() : result.stderr).trim(),
    };
}
/** https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_cli_args-and-tf_cli_args_name */
function addsArguments(name, value = '', phase) {
    return value.trim() !== '' && (name === 'TF_CLI_ARGS' || name.startsWith(`TF_CLI_ARGS_${phase}`));
}
/** What both tools say of arguments they do not take; older commands print how they are used. */
const badArguments = /Failed to parse command-line flags|Too many command line arguments|flag provided but not defined|^Usage: /m;
/** True when nothing says otherwise: no code but those allowed, no signal, no error diagnostic. */
function succeeded(run, codes = [0]) {
    const { code, signal, timedOut } = run.result;
    const ended = signal === undefined && !timedOut && !run.interrupted;
    return ended && code !== undefined && codes.includes(code) && (0,terraform_diagnostics/* errorsOf */.Bp)(run.diagnostics).length === 0;
}
/**
 * The failure a run ended with. A stop by signal or timeout explains more than the error that follows it. `instead`
 * says what is wrong with a run that looks good by its exit code.
 */
function failureOf(run, instead) {
    const seconds = run.result.seconds;
    const known = (0,terraform_diagnostics/* errorsOf */.Bp)(run.diagnostics).length > 0;
    const said = known ? run.diagnostics : [...run.diagnostics, instead ?? lastWords(run)];
    if (run.result.timedOut) {
        const stopped = stop(run, `did not finish in time and was stopped after ${Math.round(seconds)} s`);
        return { kind: 'failed', phase: run.phase, cause: 'timeout', diagnostics: [stopped, ...said], seconds };
    }
    if (run.interrupted || run.result.signal !== undefined) {
        const stopped = stop(run, `was stopped by ${run.result.signal ?? 'a signal'}`);
        return { kind: 'failed', phase: run.phase, cause: 'cancelled', diagnostics: [stopped, ...said], seconds };
    }
    const lock = (0,terraform_lock/* findLockInfo */.b)(said);
    const cause = (0,causes/* causeOf */.r)(said, run.phase);
    const words = [run.noise, ...said.map(({ summary, detail }) => `${summary}\n${detail}`)];
    const environment = run.argsFrom.length > 0 && words.some((text) => badArguments.test(text));
    return {
        kind: 'failed',
        phase: run.phase,
        ...cause,
        ...(environment ? { cause: 'config', help: fromEnvironment(run.argsFrom) } : {}),
        diagnostics: said,
        ...(lock === undefined || cause.cause !== 'lock' ? {} : { lock }),
        seconds,
    };
}
function fromEnvironment(names) {
    return `${names.join(' and ')} of the environment ${names.length === 1 ? 'adds' : 'add'} arguments to this command: correct ${names.length === 1 ? 'it' : 'them'}, or init-args and plan-args.`;
}
function stop(run, how) {
    return { severity: 'error', summary: `${run.tool} ${run.phase} ${how}`, detail: '' };
}
/** What stands in for a diagnostic where the tool gave none: its last lines. */
function lastWords(run) {
    const { code } = run.result;
    const how = code === undefined ? '' : code === 0 ? ' although it ended with exit code 0' : ` (exit code ${code})`;
    const lines = run.noise.split('\n');
    // A crash says what it is in its first lines, all else in the last.
    const crash = lines.findIndex((line) => / CRASH |^panic: /.test(line));
    const shown = crash < 0 ? lines.slice(-20) : lines.slice(crash, crash + 20);
    return {
        severity: 'error',
        summary: `${run.tool} ${run.phase} failed${how}`,
        detail: shown.join('\n').trim(),
    };
}
function notShown(count) {
    return { severity: 'warning', summary: `${count} more diagnostics are not shown`, detail: '' };
}
/** Keeps the end of many lines. */
function tailOf(limit) {
    let lines = [];
    let size = 0;
    return {
        add(line) {
            lines.push(line.length > limit ? line.slice(-limit) : line);
            size += line.length + 1;
            if (size > 2 * limit) {
                const kept = lines.join('\n').slice(-limit);
                lines = [kept];
                size = kept.length;
            }
        },
        value: () => lines.join('\n').slice(-limit),
    };
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eu: () => (/* binding */ planArtifactPrefix),
/* harmony export */   hx: () => (/* binding */ readPlanArtifactName),
/* harmony export */   iT: () => (/* binding */ stackId),
/* harmony export */   nU: () => (/* binding */ planArtifactName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** What all artifacts with plans begin with. */
const PLAN_ARTIFACT = 'plan-';
/** 16 hexadecimal digits that stand for a stack: its key is no file name. */
function stackId(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('hex').slice(0, 16);
}
/** What the artifacts with plans of a stack begin with. */
function planArtifactPrefix(key) {
    return `${PLAN_ARTIFACT}${stackId(key)}-`;
}
/** `plan-<stack>-<inputs>-<attempt>`: unique in a run, whose attempts share their artifacts. */
function planArtifactName(key, inputsHash, attempt) {
    return `${planArtifactPrefix(key)}${inputsHash.slice(0, 16)}-${attempt}`;
}
/** The parts of such a name; undefined for any other. */
function readPlanArtifactName(name) {
    const [, stack, inputs, attempt] = /^plan-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,6})$/.exec(name) ?? [];
    if (stack === undefined || inputs === undefined || attempt === undefined)
        return undefined;
    return { stack, inputs, attempt: Number(attempt) };
}


/***/ }),

/***/ 9624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStackDirectory: () => (/* binding */ checkStackDirectory),
/* harmony export */   checkStackRun: () => (/* binding */ checkStackRun),
/* harmony export */   toolEnv: () => (/* binding */ toolEnv),
/* harmony export */   wantedWorkspace: () => (/* binding */ wantedWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);


/** Arguments that would break what the run is made of, and what to do instead. */
const refusedEverywhere = {
    chdir: 'set working-directory',
    input: 'questions cannot be answered in a pipeline',
    json: 'the output format is fixed',
    'json-into': 'the output format is fixed',
    help: 'it runs nothing',
    h: 'it runs nothing',
    version: 'it runs nothing',
    'lock-timeout': 'use lock-timeout',
};
const refusedForInit = {
    ...refusedEverywhere,
    backend: 'whether the backend is used is decided by the action',
    cloud: 'whether the backend is used is decided by the action',
    'migrate-state': 'a pipeline must not move state; do it by hand',
    'force-copy': 'a pipeline must not move state; do it by hand',
    'from-module': 'it would overwrite the stack',
};
const refusedForPlan = {
    ...refusedEverywhere,
    out: 'the plan file is kept in a private place',
    'detailed-exitcode': 'it is always set',
};
/**
 * Checks what the user added to the command lines. Options may have one or two dashes, as Go's `flag` takes both.
 * Throws one `UserError` that names every fault.
 */
function checkStackRun(stack) {
    const faults = [
        ...faultsIn(stack.initArgs, 'init-args', refusedForInit),
        ...faultsIn(stack.planArgs, 'plan-args', refusedForPlan),
    ];
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(stack.lockTimeout)) {
        faults.push(`lock-timeout: "${stack.lockTimeout}" is not a duration such as 5m or 90s`);
    }
    if (stack.workspace !== undefined && !/^[^\s/\\?#%*"'<>|:]+$/.test(stack.workspace)) {
        faults.push('workspace: only characters that are safe in a URL, and no slash');
    }
    if (faults.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(faults.join('; '), { help: 'Correct the inputs named above.', where: 'inputs' });
    }
}
function faultsIn(args, input, refused) {
    const faults = [];
    args.forEach((arg, index) => {
        const name = /^--?([a-zA-Z][\w-]*)/.exec(arg)?.[1];
        const before = args[index - 1];
        // The value of `-target x`, where the option has no `=`.
        const isValue = before !== undefined && /^--?[a-zA-Z][\w-]*$/.test(before);
        if (arg.includes('\0'))
            faults.push(`${input}: argument ${index + 1} has a NUL character`);
        else if (name === undefined && !isValue)
            faults.push(`${input}: argument ${index + 1} is not an option`);
        else if (name !== undefined && Object.hasOwn(refused, name)) {
            faults.push(`${input}: -${name} is not allowed (${refused[name] ?? ''})`);
        }
    });
    return faults;
}
/** The workspace that is asked for, by input or by TF_WORKSPACE. */
function wantedWorkspace(stack) {
    const fromEnv = stack.env['TF_WORKSPACE'];
    return stack.workspace ?? (fromEnv === '' ? undefined : fromEnv);
}
/**
 * The environment of a run. TF_WORKSPACE is set only when `workspace` is given: with a name that does not exist
 * Terraform plans a new, empty workspace, so it is set for names that were seen in `workspace list`.
 */
function toolEnv(stack, workspace) {
    const env = { ...stack.env };
    delete env['TF_WORKSPACE'];
    return {
        ...env,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        // No call to checkpoint-api.hashicorp.com: it only says that there is a newer version.
        CHECKPOINT_DISABLE: '1',
        ...(workspace === undefined ? {} : { TF_WORKSPACE: workspace }),
        ...(stack.dataDir === undefined ? {} : { TF_DATA_DIR: stack.dataDir }),
        ...(stack.pluginCacheDir === undefined ? {} : { TF_PLUGIN_CACHE_DIR: stack.pluginCacheDir }),
    };
}
/**
 * Throws a `UserError` when the directory cannot hold a stack. Without this, `init` and `fmt` succeed in an empty
 * directory, and a missing one reads like a missing program.
 */
async function checkStackDirectory(directory) {
    let names;
    try {
        names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    }
    catch (thrown) {
        const code = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(thrown);
        const why = code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is not a directory' : 'cannot be read';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the working directory ${why}`, {
            where: directory,
            help: 'Check working-directory; it is relative to the root of the repository.',
            cause: thrown,
        });
    }
    if (!names.some((name) => /\.(tf|tofu)(\.json)?$/.test(name))) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the working directory holds no .tf files', {
            where: directory,
            help: 'Point working-directory to a root module.',
        });
    }
}


/***/ })

};
