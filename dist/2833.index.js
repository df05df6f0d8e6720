export const id = 2833;
export const ids = [2833,2211];
export const modules = {

/***/ 2833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyRun: () => (/* binding */ applyRun)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/secrets.ts + 1 modules
var secrets = __webpack_require__(4828);
// EXTERNAL MODULE: ./src/pipeline/plan-one.ts + 1 modules
var plan_one = __webpack_require__(2672);
// EXTERNAL MODULE: ./src/pipeline/parallel.ts
var parallel = __webpack_require__(4783);
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts
var plan_stacks = __webpack_require__(6073);
// EXTERNAL MODULE: ./src/pipeline/run-secrets.ts + 1 modules
var run_secrets = __webpack_require__(8636);
// EXTERNAL MODULE: ./src/report/redact-document.ts + 1 modules
var redact_document = __webpack_require__(771);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
// EXTERNAL MODULE: ./src/terraform/diagnostic-finding.ts
var diagnostic_finding = __webpack_require__(8497);
// EXTERNAL MODULE: ./src/terraform/plan/model.ts + 7 modules
var plan_model = __webpack_require__(8410);
// EXTERNAL MODULE: ./src/terraform/report/failure-words.ts
var failure_words = __webpack_require__(7153);
// EXTERNAL MODULE: ./src/terraform/report/hidden-note.ts
var hidden_note = __webpack_require__(3007);
// EXTERNAL MODULE: ./src/terraform/report/problem-sections.ts
var problem_sections = __webpack_require__(7593);
// EXTERNAL MODULE: ./src/terraform/report/resource-sections.ts
var resource_sections = __webpack_require__(9052);
// EXTERNAL MODULE: ./src/terraform/apply/report/lock-sections.ts
var lock_sections = __webpack_require__(4980);
// EXTERNAL MODULE: ./src/terraform/report/words.ts
var words = __webpack_require__(7166);
;// CONCATENATED MODULE: ./src/terraform/apply/report/result-rows.ts


/** Results in the order people read them: what went wrong first. */
function shownResults(results, model, redactor) {
    const changes = new Map(model.changes.map((change) => [keyOf(change), change]));
    return results
        .map((raw) => {
        const result = { ...raw, address: redactor.redact(raw.address), action: redactor.redact(raw.action) };
        return { result, change: changes.get(keyOf(result)) };
    })
        .sort((a, b) => stateOrder(a) - stateOrder(b) || rankOf(a) - rankOf(b));
}
const keyOf = ({ address, deposed = '' }) => JSON.stringify([address, deposed]);
const rankOf = ({ change }) => (change === undefined ? 0 : (0,words/* actionRank */.nV)(change));
const ORDER = ['failed', 'in-flight', 'not-begun', 'done'];
const stateOrder = ({ result }) => result.state === 'failed' && result.optional === true ? ORDER.length : ORDER.indexOf(result.state);
/** `add`, `change`, `destroy`, …: only what is done. */
function doneCounts(shown) {
    const counts = {
        add: 0,
        change: 0,
        destroy: 0,
        replace: 0,
        import: 0,
        move: 0,
        forget: 0,
        read: 0,
        unknown: 0,
    };
    for (const { result, change } of shown) {
        if (result.half === 'deleted')
            counts.destroy++;
        if (result.half === 'created')
            counts.add++;
        if (result.state !== 'done')
            continue;
        if (change?.importing !== undefined)
            counts.import++;
        if (change?.previousAddress !== undefined)
            counts.move++;
        switch (result.action) {
            case 'create':
                counts.add++;
                break;
            case 'update':
                counts.change++;
                break;
            case 'delete':
                counts.destroy++;
                break;
            case 'replace':
                counts.replace++;
                break;
            case 'replace, keep old':
                counts.add++;
                counts.forget++;
                break;
            case 'forget':
                counts.forget++;
                break;
            case 'read':
                counts.read++;
                break;
            case 'move':
            case 'import':
                break;
            default:
                counts.unknown++;
        }
    }
    return counts;
}
/** Action, resource, what became of it, time. */
function resultTable(shown) {
    return {
        kind: 'table',
        rank: 0,
        noun: 'resources',
        columns: [
            { title: 'Action' },
            { title: 'Resource' },
            { title: 'Result' },
            { title: 'Time', align: 'right' },
        ],
        rows: shown.map(rowOf),
    };
}
function rowOf(one) {
    const { result, change } = one;
    const time = result.seconds === undefined ? [] : [(0,report_words/* secondsText */.Hd)(result.seconds)];
    const address = change === undefined ? bareAddress(result) : (0,words/* addressInlines */.$Y)(change);
    const label = change === undefined ? result.action : (0,words/* actionLabel */.ZJ)(change);
    return { rank: rowRank(one), cells: [[label], address, resultWords(result), time] };
}
const bareAddress = ({ address, deposed }) => deposed === undefined
    ? [{ code: address }]
    : [{ code: address }, ' (deposed object ', { code: deposed }, ')'];
function rowRank(one) {
    const { state, optional } = one.result;
    if (state === 'done' || optional === true)
        return rankOf(one);
    return state === 'not-begun' ? 1 : 0;
}
function resultWords({ state, half, optional, action }) {
    if (half === 'deleted')
        return ['❌\u00a0', { strong: ['the old one is destroyed, the new one not there'] }];
    if (half === 'created')
        return ['❌\u00a0', { strong: ['the new one is there, the old one not destroyed'] }];
    switch (state) {
        case 'done':
            return ['✅\u00a0done'];
        case 'failed':
            return optional === true ? ['⚠️\u00a0not read (in a check)'] : ['❌\u00a0', { strong: ['failed'] }];
        case 'in-flight':
            return SILENT.has(action)
                ? ['⚠️\u00a0not known']
                : ['⚠️\u00a0', { strong: ['in flight: what became of it is not known'] }];
        case 'not-begun':
            return ['⏸️\u00a0not begun'];
    }
}
/** The tool never tells of these. */
const SILENT = new Set(['forget', 'move', 'import', 'invoke']);

// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/terraform/apply/report/way-on.ts


/** How much of the plan is done, what that means, and what to do now. */
function wayOn(apply) {
    const { resources, failure, diagnostics } = apply;
    if (failure === undefined)
        return [];
    const items = [];
    const count = (state) => resources.filter((one) => one.state === state && one.optional !== true).length;
    const begun = count('done') + count('failed') + count('in-flight') > 0;
    if (!begun) {
        items.push([{ strong: ['Nothing was applied'] }, `. ${nothingBegun(apply)}`]);
        return [list(items)];
    }
    items.push([
        { strong: [`${count('done')} of ${(0,report_words/* countOf */.pq)(resources.length, 'resource')} done`] },
        `, ${count('failed')} failed, ${count('in-flight')} in flight, ${count('not-begun')} not begun. What is done stays: the next plan starts from there.`,
    ]);
    if (count('in-flight') > 0) {
        items.push([
            'What was in flight may be there without the state knowing of it: look for it before the next apply, and import or delete it. Otherwise the next plan creates it a second time.',
        ]);
    }
    if (resources.some(({ action, state }) => state === 'failed' && (action === 'create' || action === 'replace'))) {
        items.push([
            'What failed while it was created may be there all the same. If the provider said so, it is marked as tainted, and the next plan replaces it.',
        ]);
    }
    if (diagnostics.some((d) => /errored\.tfstate/.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)))) {
        items.push([
            { strong: ['The state could not be saved'] },
            '. It is in the file ',
            { code: 'errored.tfstate' },
            ' of the stack’s folder, which is gone with this job: what was created is not known to the state.',
        ]);
    }
    items.push([
        'This saved plan is of no use any more. Run this job again: it plans anew and says what is left to do. Or open a new pull request.',
    ]);
    return [list(items)];
}
function nothingBegun({ failure, stale }) {
    if (stale)
        return 'The plan is older than the state: plan again, and have that plan reviewed.';
    if (failure?.cause === 'lock')
        return 'Run this job again when the lock is free: the plan still holds.';
    if (failure?.cause === 'cancelled')
        return 'Run this job again: the plan still holds.';
    return 'When what is said above is put right, run this job again. If files of the stack have to change for that, it takes a new pull request.';
}
const list = (items) => ({ kind: 'list', rank: 0, items });

;// CONCATENATED MODULE: ./src/terraform/apply/report/apply-part.ts











/** What came of applying a plan, as a part of the report: redacted, all of it. */
function applyPart(apply, options) {
    const { redactor } = options;
    const { stack, raw, failure, run } = apply;
    const model = (0,plan_model/* planModel */.B)(raw, redactor);
    const shown = shownResults(apply.resources, model, redactor);
    const counts = doneCounts(shown);
    const findings = apply.diagnostics.map((diagnostic) => (0,diagnostic_finding/* diagnosticFinding */.LO)((0,diagnostic_finding/* redactDiagnostic */.L)(diagnostic, redactor), stack.path, stack.name));
    const words = failure === undefined ? undefined : (0,failure_words/* failureWords */.A)(failure, redactor);
    const part = {
        version: 1,
        kind: 'terraform-apply',
        subject: stack,
        status: failure !== undefined ? 'failed' : statusOf(model, shown),
        verdict: words === undefined ? { kind: 'ok' } : { kind: 'failed', reason: words.message, cause: words.cause },
        counts: { ...counts, drift: model.counts.drift },
        headline: headline(apply, words, shown, counts),
        sections: [
            ...(words === undefined ? [] : problemSections(apply, words, findings)),
            ...(shown.length === 0 ? [] : [resultTable(shown)]),
            ...(words === undefined ? (0,problem_sections/* findingSections */.YS)(findings) : []),
            ...incomplete(model),
            ...driftBefore(model),
            ...(0,hidden_note/* hiddenNote */.X)(redactor.notSearched),
        ],
        findings,
        facts: {
            tool: run.binary.tool,
            version: run.binary.version,
            'version-from': run.binary.reason,
        },
        run: options.run,
        seconds: apply.seconds,
    };
    return (0,redact_document/* redactPart */.dE)(part, redactor);
}
function statusOf(model, shown) {
    if (!model.complete)
        return 'partial';
    const did = shown.some(({ result }) => result.action !== 'read') || model.changed;
    return did ? 'changed' : 'ok';
}
function headline(apply, words, shown, counts) {
    const time = (0,report_words/* secondsText */.Hd)(apply.seconds);
    if (words !== undefined) {
        const done = shown.filter(({ result }) => result.state === 'done').length;
        const how = words.cause === 'cancelled' ? 'stopped' : 'failed';
        return [
            { strong: [`${how}: ${done} of ${(0,report_words/* countOf */.pq)(shown.length, 'resource')} done`] },
            ` in ${time}: ${words.message}`,
        ];
    }
    const did = (0,report_words/* doneWords */.oU)(counts);
    const outputs = Object.keys(apply.raw.output_changes ?? {}).length;
    const what = did !== '' ? did : outputs > 0 ? 'outputs only' : 'nothing to do';
    return [{ strong: [what] }, ` in ${time}`];
}
function problemSections(apply, words, findings) {
    const { stack, run, lockLeft } = apply;
    const { tool } = run.binary;
    return [
        ...(0,problem_sections/* failureSections */.zl)(words),
        ...(0,lock_sections/* unlockSections */.F)(words.lock, stack, tool),
        ...(lockLeft === undefined
            ? []
            : [
                {
                    kind: 'text',
                    rank: 0,
                    tone: 'caution',
                    text: [
                        { strong: ['The state is still locked by this apply'] },
                        ', which has ended. Nobody can plan or apply until the lock is released.',
                    ],
                },
                (0,lock_sections/* lockTable */.S)(lockLeft),
                ...(0,lock_sections/* unlockSections */.F)(lockLeft, stack, tool),
            ]),
        ...wayOn(apply),
        ...(0,problem_sections/* findingSections */.YS)(findings),
    ];
}
function incomplete({ complete }) {
    if (complete)
        return [];
    return [
        {
            kind: 'text',
            rank: 1,
            tone: 'warning',
            text: ['The plan was not complete (targets or deferred changes): another plan will have more to do.'],
        },
    ];
}
/** What the plan had found changed by others, before the apply overwrote it or took it over. */
function driftBefore({ drift }) {
    if (drift.length === 0)
        return [];
    return [
        {
            kind: 'text',
            rank: 4,
            text: [
                `Before this apply ${(0,report_words/* countOf */.pq)(drift.length, 'resource')} had been changed outside. The state has that now, or what the plan made of it:`,
            ],
        },
        ...(0,resource_sections/* driftSections */.M)(drift),
    ];
}

// EXTERNAL MODULE: ./src/terraform/report/plan-outcome.ts
var plan_outcome = __webpack_require__(6929);
// EXTERNAL MODULE: ./src/terraform/report/plan-part.ts + 1 modules
var plan_part = __webpack_require__(1873);
// EXTERNAL MODULE: ./src/terraform/review/difference-sections.ts
var difference_sections = __webpack_require__(2291);
;// CONCATENATED MODULE: ./src/pipeline/apply/apply-parts.ts





/** What came of each stack as its part of the report, redacted. */
function applyParts(applied, options) {
    return applied.map((one) => (0,redact_document/* redactPart */.dE)(partOf(one, options), options.redactor));
}
function partOf(applied, options) {
    const whole = bareOf(applied, options);
    const { stack, seconds, sealed } = applied;
    const pull = sealed?.plan.pull;
    return {
        ...whole,
        sections: [...whole.sections, ...whereFrom(applied, options.mode)],
        facts: {
            ...whole.facts,
            ...stack.facts,
            'inputs-hash': stack.inputsHash,
            mode: options.mode,
            outcome: applied.kind,
            ...(stack.gone === undefined ? {} : { gone: 'true' }),
            ...(pull === undefined ? {} : { pull: String(pull) }),
        },
        seconds,
    };
}
function bareOf(applied, options) {
    const { apply, plan, refusal } = applied;
    if (refusal !== undefined && applied.kind === 'refused')
        return refusedPart(applied, refusal, options);
    if (apply !== undefined) {
        const { run, redactor } = options;
        return applyPart(apply, { run, redactor });
    }
    if (plan === undefined)
        throw new Error(`nothing is known of what became of ${applied.stack.name}`);
    const planned = plannedPart(plan, options);
    if (applied.kind === 'failed')
        return planned;
    return {
        ...planned,
        headline: ['nothing to apply'],
        sections: [
            {
                kind: 'text',
                rank: 3,
                text: ['Planned again: what is there is what the code says, so there was nothing to apply.'],
            },
            ...(refusal === undefined
                ? []
                : [
                    {
                        kind: 'text',
                        rank: 4,
                        tone: 'note',
                        text: [`No sealed plan was used: ${refusal.reason}`],
                    },
                ]),
            ...planned.sections,
        ],
    };
}
/** A plan that this job made, as a part of the apply. */
function plannedPart(plan, { run, redactor }) {
    const part = (0,plan_part/* planPart */.r)((0,plan_outcome/* planOutcome */.W)(plan, redactor), {
        run,
        destroyWarning: Infinity,
        notSearched: redactor.notSearched,
    });
    return { ...part, kind: 'terraform-apply' };
}
function refusedPart({ stack, plan, differences = [] }, refusal, options) {
    const why = {
        kind: 'text',
        rank: 0,
        tone: 'caution',
        text: [{ strong: ['Nothing was applied:'] }, ` ${refusal.reason} ${refusal.help}`],
    };
    const planned = plan === undefined ? undefined : plannedPart(plan, options);
    const rest = planned === undefined
        ? []
        : [{ kind: 'heading', rank: 2, level: 4, text: ['What a plan would do now'] }, ...planned.sections];
    return {
        version: 1,
        kind: 'terraform-apply',
        subject: stack.subject,
        status: 'failed',
        verdict: { kind: 'failed', cause: 'policy', reason: refusal.reason },
        // Nothing of what the plan counts has happened.
        counts: {},
        headline: [{ strong: ['not applied'] }, `: ${refusal.reason}`],
        sections: [why, ...(0,difference_sections/* differenceSections */.C)(differences, options.redactor), ...rest],
        findings: [
            ...(planned?.findings ?? []),
            {
                rule: `terraform/apply-refused/${refusal.code}`,
                severity: 'error',
                message: refusal.reason,
                help: refusal.help,
                subject: stack.name,
                fingerprint: `terraform/apply-refused:${stack.subject.key}:${refusal.code}`,
            },
        ],
        facts: { ...planned?.facts, refused: refusal.code },
        run: options.run,
        seconds: 0,
    };
}
/** Which plan it was, and who made it: for whoever asks later. */
function whereFrom({ kind, sealed, refusal }, mode) {
    if (sealed === undefined || kind === 'nothing')
        return [];
    const { run, pull } = sealed.plan;
    const of = pull === undefined ? '' : ` of #${pull}`;
    const words = refusal === undefined ? 'The plan' : 'The sealed plan that was looked at';
    const text = mode === 'approve'
        ? [`${words} was made by `, { link: ['an earlier job of this run'], href: run.url }, '.']
        : [`${words}${of} was made by `, { link: [`run ${run.id}`], href: run.url }, '.'];
    return [{ kind: 'text', rank: 6, text }];
}

// EXTERNAL MODULE: ./src/terraform/local-state.ts
var local_state = __webpack_require__(2211);
// EXTERNAL MODULE: ./src/terraform/sealed/plan-zip.ts
var plan_zip = __webpack_require__(9896);
;// CONCATENATED MODULE: ./src/pipeline/apply/apply-plan.ts


/** Applies a saved plan that may be applied, unless it destroys more than it is let. */
async function applyPlan(stack, { settings, found, plan: { ports, progress, early } }, { reviewed, model, ...plan }) {
    const pull = found.kind === 'found' ? found.plan.pull : undefined;
    const count = model.counts.destroy + model.counts.replace;
    const refusal = settings.destroys({ stack: stack.name, count, reviewed }, pull, stack.gone !== undefined);
    if (refusal !== undefined)
        return { kind: 'refused', refusal, plan: shownPlan(stack, plan) };
    if (model.counts.unknown > 0)
        return { kind: 'refused', refusal: notKnown(stack.name), plan: shownPlan(stack, plan) };
    const goesAway = await stateGoesAway(stack, plan.run, settings.plan.root);
    if (goesAway !== undefined)
        return { kind: 'refused', refusal: goesAway, plan: shownPlan(stack, plan) };
    const [{ applySavedPlan }, { lastWords }, { madeSecrets, withheld }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9348).then(__webpack_require__.bind(__webpack_require__, 9348)),
        __webpack_require__.e(/* import() */ 7220).then(__webpack_require__.bind(__webpack_require__, 7220)),
        __webpack_require__.e(/* import() */ 9830).then(__webpack_require__.bind(__webpack_require__, 9830)),
    ]);
    const applied = await applySavedPlan({
        ...plan,
        stack: stack.subject,
        onPhase: (phase) => progress?.phase(phase),
        onProgress: (event) => progress?.event(event),
        onLastChance: (left) => settings.onLastChance?.(lastWords(left, early)),
    }, { ...ports, ...(settings.onStop === undefined ? {} : { onStop: settings.onStop }) });
    if (applied.stale)
        return { kind: 'refused', apply: applied, refusal: stale(stack.name) };
    const { run, workspace } = plan;
    const made = await madeSecrets({ run, apply: applied, hidesKey: early.hidesKey, ...(workspace === undefined ? {} : { workspace }) }, ports);
    return {
        kind: applied.failure === undefined ? 'applied' : 'failed',
        apply: made === 'unknown' ? withheld(applied) : applied,
        ...(typeof made === 'string' ? {} : { made }),
    };
}
/** A state in the job's workspace is lost with it, and the next run would make everything once more. */
async function stateGoesAway({ name, gone }, run, root) {
    const path = await (0,local_state/* localStatePath */.i)(run);
    const isInside = (folder) => path?.startsWith(`${folder}${external_node_path_.sep}`) === true;
    if (path === undefined || !(isInside(root) || (gone !== undefined && isInside(gone.root))))
        return undefined;
    return {
        code: 'local-state',
        reason: `The state of ${name} would be a local file in the workspace, which goes with the job.`,
        help: 'Give the stack a backend that keeps its state, such as `s3`.',
    };
}
/** What it would do, for whoever has to decide. */
function shownPlan({ subject }, { run, raw }) {
    return { stack: subject, run, raw, diagnostics: [], findings: [], seconds: 0 };
}
const notKnown = (name) => ({
    code: 'unknown',
    reason: `The plan of ${name} does something that this version does not know.`,
    help: 'Use a newer version of this action.',
});
const stale = (name) => ({
    code: 'stale',
    reason: `The state of ${name} has changed since the plan was made.`,
    help: 'Something else was applied meanwhile. Apply it with "mode: approve", or plan it anew in a pull request.',
});

;// CONCATENATED MODULE: ./src/pipeline/apply/apply-anew.ts






/**
 * Plans the stack again. Nothing to do is green unless something speaks against it. All else is applied only when it
 * equals what was reviewed, or in the mode that asks for no review.
 */
async function applyAnew(stack, one, { refusal, agreed, shown }) {
    const plan = await (0,plan_one/* planOne */._x)(stack, one.plan);
    if (plan.failure !== undefined || plan.raw === undefined)
        return { kind: 'failed', plan };
    const model = (0,plan_model/* planModel */.B)(plan.raw, one.plan.early);
    if (!model.changed && model.complete && !model.errored) {
        const against = await againstNothing(stack, plan, {
            ...(refusal && { refusal }),
            record: agreed ?? shown,
        });
        if (against !== undefined) {
            return { kind: 'refused', refusal: against, plan, ...(await differing(agreed ?? shown, plan)) };
        }
        return { kind: 'nothing', plan, ...(refusal === undefined ? {} : { refusal }) };
    }
    const { mode } = one.settings;
    if (mode !== 'direct' && agreed === undefined) {
        const reason = refusal ?? notReviewed(stack.name);
        return { kind: 'refused', refusal: reason, plan, ...(await differing(shown, plan)) };
    }
    if (mode !== 'direct') {
        const { differences } = await differing(agreed, plan);
        if (differences.length > 0) {
            return { kind: 'refused', refusal: differs(stack.name), plan, differences };
        }
    }
    return { ...(await applyFresh(stack, plan, model, one)), plan };
}
/** What was not so much as looked at is not done because a plan has nothing to do. */
const NOT_LOOKED_AT = ['seal', 'unknown'];
/**
 * Why a plan that has nothing to do is not to be believed; undefined: nothing speaks against it. It says that what is
 * there is what the code says here, in this job, with these credentials and variables: where it was reviewed, the code
 * may have said something else.
 */
async function againstNothing({ name, gone }, { run, raw }, { refusal, record }) {
    if (refusal !== undefined && NOT_LOOKED_AT.includes(refusal.code))
        return refusal;
    if (gone !== undefined && run !== undefined && (await (0,local_state.isLocalState)(run))) {
        return {
            code: 'unknown',
            reason: `What remains of ${name} cannot be told: its state is a local file, which is not here.`,
            help: 'Find the state, and destroy it by hand.',
        };
    }
    if (record === undefined || raw === undefined)
        return undefined;
    const { undoneChanges } = await __webpack_require__.e(/* import() */ 722).then(__webpack_require__.bind(__webpack_require__, 722));
    const undone = undoneChanges(record, raw);
    if (undone.length === 0)
        return undefined;
    const names = undone.slice(0, 5).join(', ');
    const more = undone.length > 5 ? ` and ${undone.length - 5} more` : '';
    return {
        code: 'differs',
        reason: `Planned again, ${name} has nothing to do, but what was reviewed is not done: ${names}${more}.`,
        help: 'Variables, credentials or the environment of this job may be others than those of the job that planned.',
    };
}
async function differing(reviewed, { raw }) {
    if (reviewed === undefined || raw === undefined)
        return { differences: [] };
    const { comparePlans } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4413));
    return { differences: comparePlans(reviewed, raw) };
}
async function applyFresh(stack, { run, raw, planFile, failure }, model, one) {
    if (run === undefined || raw === undefined || planFile === undefined || failure !== undefined) {
        throw new Error(`a plan without a failure has no file: ${stack.name}`);
    }
    const { ephemeralVariables } = await __webpack_require__.e(/* import() */ 8162).then(__webpack_require__.bind(__webpack_require__, 8162));
    const ephemeral = ephemeralVariables(raw, await (0,plan_zip/* planMember */.M)(await (0,promises_.readFile)(planFile)));
    const reviewed = one.settings.mode !== 'direct';
    return applyPlan(stack, one, { run, raw, planFile, model, ephemeral, reviewed });
}
function notReviewed(name) {
    return {
        code: 'not-reviewed',
        reason: `Nobody has reviewed a plan of ${name}.`,
        help: 'Apply it with `mode: approve`, after somebody has read the plan below.',
    };
}
function differs(name) {
    return {
        code: 'differs',
        reason: `Planned again, ${name} is not what was reviewed.`,
        help: 'Read what is other below. Apply it with `mode: approve`, or plan it anew in a pull request.',
    };
}

// EXTERNAL MODULE: ./src/terraform/init.ts
var terraform_init = __webpack_require__(7056);
// EXTERNAL MODULE: ./src/terraform/workspace.ts
var terraform_workspace = __webpack_require__(1733);
;// CONCATENATED MODULE: ./src/terraform/apply/prepare.ts


/**
 * Makes a stack ready for a saved plan: its backend, the providers of its lock file and no others, its workspace.
 * Throws `UserError` for inputs it does not take.
 */
async function prepareApply(run, ports, { onPhase, serially = (body) => body() } = {}) {
    onPhase?.('init');
    const init = await serially(() => (0,terraform_init/* initStack */.X)(run, ports, { backend: true, locked: true }));
    if (init.kind === 'failed')
        return init;
    const selected = await (0,terraform_workspace/* selectWorkspace */.I)(run, ports);
    if (selected.kind === 'failed') {
        return { ...selected, diagnostics: [...init.diagnostics, ...selected.diagnostics] };
    }
    const { workspace } = selected;
    return { kind: 'ready', ...(workspace === undefined ? {} : { workspace }), diagnostics: init.diagnostics };
}

// EXTERNAL MODULE: ./src/terraform/plan-stack.ts + 4 modules
var plan_stack = __webpack_require__(5467);
// EXTERNAL MODULE: ./src/terraform/review/compare-plans.ts + 3 modules
var compare_plans = __webpack_require__(4413);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/sealed/lock-file.ts
var lock_file = __webpack_require__(5897);
// EXTERNAL MODULE: ./src/terraform/sealed/payload.ts + 3 modules
var payload = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/terraform/sealed/plan-folders.ts
var plan_folders = __webpack_require__(266);
;// CONCATENATED MODULE: ./src/terraform/sealed/restore-target.ts




/**
 * Looks at every component of a path from the root on: none may be a symbolic link, so none can lead elsewhere.
 * @param root absolute, without links
 */
async function lookAt(root, path) {
    const parts = path.split('/');
    for (let count = 1; count < parts.length; count += 1) {
        const found = await statOf((0,external_node_path_.join)(root, ...parts.slice(0, count)));
        if (found === undefined)
            return { kind: 'free' };
        const folder = parts.slice(0, count).join('/');
        if (found.isSymbolicLink())
            return { kind: 'blocked', why: `lies below ${folder}, which is a symbolic link here` };
        if (!found.isDirectory())
            return { kind: 'blocked', why: `lies below ${folder}, which is no folder here` };
    }
    const target = (0,external_node_path_.join)(root, ...parts);
    const found = await statOf(target);
    if (found === undefined)
        return { kind: 'free' };
    if (found.isSymbolicLink())
        return { kind: 'blocked', why: 'is a symbolic link here' };
    if (!found.isFile())
        return { kind: 'blocked', why: 'is no file here' };
    return { kind: 'file', content: await (0,promises_.readFile)(target), mode: found.mode & 0o777 };
}
/** A file that is a symbolic link within the repository, read through it; undefined for anything else. */
async function readLinked(root, path) {
    const link = (0,external_node_path_.join)(root, path);
    const found = await statOf(link);
    if (found?.isSymbolicLink() !== true)
        return undefined;
    const target = await (0,promises_.realpath)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(link), await (0,promises_.readlink)(link))).catch(() => undefined);
    if (target === undefined || !(0,plan_folders/* isInside */.F)(target, root))
        return undefined;
    return (await statOf(target))?.isFile() === true ? (0,promises_.readFile)(target) : undefined;
}
/** Makes the folders that a path needs, and gives those that were not there, outermost first. */
async function makeFolders(root, path) {
    const parts = path.split('/').slice(0, -1);
    const made = [];
    for (let count = 1; count <= parts.length; count += 1) {
        const folder = (0,external_node_path_.join)(root, ...parts.slice(0, count));
        try {
            await (0,promises_.mkdir)(folder);
            made.push(folder);
        }
        catch (thrown) {
            // Whether it is a folder is looked at again before anything is written into it.
            if ((0,errors/* errorCode */.CA)(thrown) !== 'EEXIST')
                throw thrown;
        }
    }
    return made;
}
async function statOf(path) {
    try {
        return await (0,promises_.lstat)(path);
    }
    catch (thrown) {
        if ((0,errors/* errorCode */.CA)(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./src/terraform/sealed/sealed-path.ts
var sealed_path = __webpack_require__(9377);
;// CONCATENATED MODULE: ./src/terraform/sealed/restore.ts









/**
 * Writes what the plan had beside the code. All of it is looked at before anything is written; a file that is there
 * with the same content is left as it is, one with other content is refused, unless it is what the plan has overwritten
 * too. Each file appears whole or not at all, and when one cannot be written, what was written is taken back.
 * @throws UserError when a file cannot be written
 */
async function restoreFiles(content, place) {
    const root = await (0,promises_.realpath)(place.root);
    const later = place.when === 'after-init';
    const [fault] = (0,sealed_path/* pathFaults */.Jn)(content.files.map(({ path }) => path));
    if (fault !== undefined)
        return refused('inputs', `The sealed plan holds ${fault}.`, PLAN_AGAIN);
    const steps = [];
    if (!later && content.lockFile !== undefined) {
        const step = await lockStep(root, place.stackPath, content.lockFile);
        if ('kind' in step)
            return step;
        steps.push(...step.steps);
    }
    for (const file of content.files.filter(({ path }) => (0,sealed_path/* isModuleFile */.LQ)(path) === later)) {
        const target = await lookAt(root, file.path);
        const mode = file.executable ? 0o755 : 0o644;
        const step = { path: file.path, content: file.content, mode };
        if (target.kind === 'free')
            steps.push(step);
        else if (target.kind === 'blocked')
            return refused('inputs', sentence(file.path, target.why), PLAN_AGAIN);
        else if (isSame(target.content, file.content))
            continue;
        else if (file.replaces !== undefined && file.replaces === (0,payload/* sha256Hex */.fg)(target.content))
            steps.push({ ...step, before: target });
        else
            return refused('inputs', sentence(file.path, 'is here with other contents'), CLEAN_UP);
    }
    return writeAll(root, steps);
}
const PLAN_AGAIN = 'Plan again.';
const CLEAN_UP = 'What `generated` names must be the same when it is planned and when it is applied. Files that planning makes should be in .gitignore, not in Git, and no earlier step should leave one behind.';
/** The lock file may be there as it was before `init` added to it. */
async function lockStep(root, stackPath, content) {
    const folder = await (0,promises_.realpath)((0,external_node_path_.join)(root, stackPath)).catch(() => undefined);
    if (folder === undefined || !(0,plan_folders/* isInside */.F)(folder, root))
        return refused('inputs', `The stack's folder ${JSON.stringify(stackPath)} is not in this checkout.`, PLAN_AGAIN);
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, lock_file/* LOCK_FILE */.FI)).replaceAll(external_node_path_.sep, '/');
    const step = { path, content, mode: 0o644 };
    const target = await lookAt(root, path);
    const help = 'Commit the lock file that `init` writes, then plan again.';
    switch (target.kind) {
        case 'free':
            return { steps: [step] };
        case 'blocked': {
            const linked = await readLinked(root, path);
            if (linked !== undefined && isSame(linked, content))
                return { steps: [] };
            return refused('lock-file', sentence(path, target.why), help);
        }
        case 'file':
            if (isSame(target.content, content))
                return { steps: [] };
            if ((0,lock_file/* isAddedTo */.AR)(target.content, content))
                return { steps: [{ ...step, before: target }] };
            return refused('lock-file', sentence(path, 'is not the lock file that the plan was made with'), help);
    }
}
async function writeAll(root, steps) {
    const done = [];
    const folders = [];
    const undo = async () => {
        for (const step of done.splice(0).reverse())
            await takeBack(root, step);
        for (const folder of folders.splice(0).reverse())
            await (0,promises_.rmdir)(folder).catch(() => undefined); // not empty: kept
    };
    for (const step of steps) {
        try {
            folders.push(...(await makeFolders(root, step.path)));
            expectSame(await lookAt(root, step.path), step);
            await writeWhole(root, step);
            done.push(step);
        }
        catch (cause) {
            await undo();
            throw new errors/* UserError */.yo(`${JSON.stringify(step.path)} cannot be restored: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
                help: 'Nothing was applied. Check that the runner may write there, and that its disk is not full.',
                cause,
            });
        }
    }
    return { kind: 'restored', written: done.map(({ path }) => path), undo };
}
/** Between the look at all and this write, nobody else should have been there. */
function expectSame(target, { before }) {
    if (target.kind === 'blocked')
        throw new Error(`it ${target.why}`);
    const now = target.kind === 'free' ? undefined : target.content;
    if (now === undefined ? before !== undefined : before === undefined || !isSame(now, before.content))
        throw new Error('something else is writing there');
}
async function writeWhole(root, { path, content, mode }) {
    const target = (0,external_node_path_.join)(root, path);
    const aside = `${target}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.part`;
    try {
        await (0,promises_.writeFile)(aside, content, { flag: 'wx', mode: 0o600 });
        await (0,promises_.chmod)(aside, mode);
        await (0,promises_.rename)(aside, target);
    }
    catch (thrown) {
        await (0,promises_.rm)(aside, { force: true });
        throw thrown;
    }
}
async function takeBack(root, { path, content, before }) {
    const target = (0,external_node_path_.join)(root, path);
    const now = await (0,promises_.readFile)(target).catch(() => undefined);
    if (now === undefined || !isSame(now, content))
        return;
    if (before === undefined)
        await (0,promises_.rm)(target, { force: true });
    else
        await writeWhole(root, { path, ...before });
}
function refused(code, reason, help) {
    return { kind: 'refused', refusal: { code, reason, help } };
}
const sentence = (path, why) => `The plan's file ${JSON.stringify(path)} ${why}.`;
const isSame = (one, other) => Buffer.compare(one, other) === 0;

;// CONCATENATED MODULE: ./src/pipeline/apply/apply-sealed.ts








/** The saved plan itself, after everything that planning had made beside it is back where it was. */
async function applySealed(stack, sealed, one) {
    const { settings, plan: onePlan } = one;
    const { content, run } = sealed;
    const place = { root: stack.gone?.root ?? settings.plan.root, stackPath: stack.subject.path };
    const before = await restoreFiles(content, { ...place, when: 'before-init' });
    if (before.kind === 'refused')
        return { kind: 'refused', refusal: before.refusal };
    const undos = [before.undo];
    try {
        const { ports, serially, progress } = onePlan;
        const onPhase = (phase) => progress?.phase(phase);
        const ready = await prepareApply(run, ports, { serially, onPhase });
        if (ready.kind === 'failed') {
            const { diagnostics, seconds } = ready;
            const plan = { stack: stack.subject, run, failure: ready, diagnostics, findings: [], seconds };
            return { kind: 'failed', plan };
        }
        const after = await restoreFiles(content, { ...place, when: 'after-init' });
        if (after.kind === 'refused')
            return { kind: 'refused', refusal: after.refusal };
        undos.push(after.undo);
        const read = await readSealed(stack, sealed, one);
        if (read.kind !== 'read')
            return read;
        const { workspace } = ready;
        const outcome = await applyPlan(stack, one, {
            ...read.plan,
            ...(workspace === undefined ? {} : { workspace }),
        });
        return withSerial(outcome, content.manifest.state);
    }
    finally {
        // For the next stack, which may have made the same files with other contents.
        for (const undo of undos.reverse())
            await undo();
    }
}
/** Which state the plan was made of, where that is what stands in the way. */
function withSerial(outcome, state) {
    const { refusal } = outcome;
    if (refusal?.code !== 'stale' || state === undefined)
        return outcome;
    const reason = `${refusal.reason} It was made of serial ${state.serial} (lineage ${state.lineage}).`;
    return { ...outcome, refusal: { ...refusal, reason } };
}
/** The saved plan as the tool reads it: the same as what was shown. */
async function readSealed(stack, { content, saved, run }, { plan: { folder, ports, early, progress } }) {
    const planFile = (0,external_node_path_.join)(folder, 'reviewed.tfplan');
    await (0,promises_.writeFile)(planFile, saved, { mode: 0o600, flag: 'wx' });
    progress?.phase('show');
    const { raw, failure, diagnostics } = await (0,plan_stack.readPlan)(run, planFile, folder, ports);
    const shown = { stack: stack.subject, run, findings: [], diagnostics, seconds: 0 };
    if (raw === undefined) {
        return { kind: 'failed', plan: { ...shown, ...(failure === undefined ? {} : { failure }) } };
    }
    const differences = (0,compare_plans.comparePlans)(content.review, raw);
    if (differences.length > 0) {
        const refusal = {
            code: 'digest',
            reason: `The sealed plan of ${stack.name} does not do what was shown.`,
            help: 'Plan again, so that a new one is made.',
        };
        return { kind: 'refused', refusal, differences, plan: { ...shown, raw } };
    }
    const { ephemeral } = content.manifest;
    const model = (0,plan_model/* planModel */.B)(raw, early);
    return { kind: 'read', plan: { run, raw, model, planFile, ephemeral, reviewed: true } };
}

// EXTERNAL MODULE: ./src/terraform/sealed/sealed-plan.ts
var sealed_plan = __webpack_require__(5313);
// EXTERNAL MODULE: ./src/pipeline/apply/refusals.ts
var refusals = __webpack_require__(4700);
;// CONCATENATED MODULE: ./src/pipeline/apply/open-plan.ts




/** Fetches a sealed plan, opens it, and compares what it says of itself with what is here. Nothing is written. */
async function openConfirmed(plan, stack, { settings, plan: onePlan }) {
    const [{ openSeal }, { SealError }, { checkManifest }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6796).then(__webpack_require__.bind(__webpack_require__, 6796)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8947)),
        __webpack_require__.e(/* import() */ 7763).then(__webpack_require__.bind(__webpack_require__, 7763)),
    ]);
    const open = async () => {
        try {
            const files = await plan.download();
            const file = files.find(({ name }) => name === sealed_plan/* SEAL_FILE */.b);
            if (file === undefined && files.some(({ name }) => name === sealed_plan/* WITHDRAWN_FILE */.K)) {
                const { id } = plan.run;
                const reason = `Run ${id} has planned ${stack.name} last, and kept no plan: there was nothing to change, or it could not be applied as it was.`;
                return open_plan_refused('no-plan', reason, refusals/* APPROVE_HELP */.Ax);
            }
            if (file === undefined) {
                return open_plan_refused('seal', `The artifact ${plan.artifact.name} holds no ${sealed_plan/* SEAL_FILE */.b}.`);
            }
            const { passphrase } = settings;
            return await openSeal(file.content, passphrase === undefined ? { kind: 'plain' } : { kind: 'passphrase', passphrase });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
                throw thrown;
            const isSeal = thrown instanceof SealError;
            const what = isSeal ? 'opened' : 'fetched';
            return open_plan_refused(isSeal ? 'seal' : 'unknown', `The sealed plan could not be ${what}: ${(0,errors/* withoutStop */.f6)((0,errors/* errorMessage */.gJ)(thrown))}.`, thrown.help);
        }
    };
    // A key takes its time to be made of a passphrase, and so does the tool to tell its version.
    const [content, run] = await Promise.all([open(), runOf(stack, onePlan)]);
    if ('kind' in content)
        return content;
    if ('plan' in run)
        return { kind: 'failed', plan: run.plan };
    const { manifest } = content;
    const { binary } = run;
    const [refusal] = checkManifest(manifest, {
        repository: settings.repository,
        key: stack.subject.key,
        inputsHash: stack.inputsHash,
        destroy: stack.gone !== undefined,
        tool: { name: binary.tool, version: binary.version },
        run: {
            id: String(plan.run.id),
            attempt: plan.run.attempt,
            headSha: plan.run.headSha,
            event: plan.run.event,
        },
        ...(plan.pull === undefined ? {} : { pull: plan.pull }),
    });
    return refusal === undefined
        ? { kind: 'opened', content, manifest, run }
        : { kind: 'refused', refusal, manifest, content };
}
/** What a plan shows, where it can be opened, whoever made it: somebody else's can only speak against a green. */
async function reviewOnly({ download }, passphrase) {
    const { openSeal } = await __webpack_require__.e(/* import() */ 6796).then(__webpack_require__.bind(__webpack_require__, 6796));
    try {
        const file = (await download()).find(({ name }) => name === sealed_plan/* SEAL_FILE */.b);
        if (file === undefined)
            return undefined;
        const { review } = await openSeal(file.content, passphrase === undefined ? { kind: 'plain' } : { kind: 'passphrase', passphrase });
        return review;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
            throw thrown;
        return undefined;
    }
}
async function runOf(stack, one) {
    try {
        return await (0,plan_one/* stackRun */.e_)(stack, one);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
            throw thrown;
        return { plan: (0,plan_one/* failedPlan */.nC)(stack, thrown, one.settings, 0) };
    }
}
function open_plan_refused(code, reason, help = 'Plan again, so that a new one is made.') {
    return { kind: 'refused', refusal: { code, reason, help } };
}

;// CONCATENATED MODULE: ./src/pipeline/apply/apply-stack.ts




/** Applies one stack, or says why not. A fault of it is its own failure: other stacks go on. */
async function applyStack(stack, one) {
    const { clock } = one.plan.ports;
    const started = clock.now();
    await (0,promises_.mkdir)(one.plan.folder, { recursive: true, mode: 0o700 });
    const outcome = await outcomeOf(stack, one);
    return { ...outcome, stack, seconds: (clock.now() - started) / 1000 };
}
async function outcomeOf(stack, one) {
    const { settings, found } = one;
    // What planning makes (archives, say) may lie where another stack of the job has its own.
    const anew = (why) => one.alone(() => applyAnew(stack, one, why));
    if (settings.mode === 'direct')
        return anew({});
    if (found.kind === 'refused') {
        const review = found.shown === undefined ? undefined : await reviewOnly(found.shown, settings.passphrase);
        return anew({ refusal: found.refusal, ...(review === undefined ? {} : { shown: review }) });
    }
    const opened = await openConfirmed(found.plan, stack, one);
    if (opened.kind === 'failed')
        return { kind: 'failed', plan: opened.plan };
    const { manifest } = opened;
    const sealed = { plan: found.plan, ...(manifest === undefined ? {} : { manifest }) };
    if (opened.kind === 'refused') {
        const shown = opened.content === undefined ? {} : { shown: opened.content.review };
        return { ...(await anew({ refusal: opened.refusal, ...shown })), sealed };
    }
    const { content, run } = opened;
    if (content.plan === undefined || settings.mode === 'replan') {
        return { ...(await anew({ agreed: content.review })), sealed };
    }
    const sealedPlan = { content, saved: content.plan, run };
    const apply = () => applySealed(stack, sealedPlan, one);
    const applied = await (content.files.length === 0 && !one.plan.sharesFolder ? apply() : one.alone(apply));
    if (applied.refusal?.code !== 'stale')
        return { ...applied, sealed };
    const again = await anew({ refusal: applied.refusal, shown: content.review });
    return { ...again, sealed };
}

;// CONCATENATED MODULE: ./src/pipeline/apply/in-order.ts
/**
 * Runs a body for each item, after those it waits for have ended well, at most `limit` at once; results in the order of
 * the items. An item whose upstream did not end well is handed to `skip` with the names of those, and did not end well
 * itself. The first rejection rejects, once all that had begun have ended.
 */
async function inOrder(items, limit, body, { isGood, skip, }) {
    const results = items.map(() => undefined);
    const at = new Map(items.map(({ name }, index) => [name, index]));
    const begun = new Set();
    const failures = [];
    const running = new Set();
    const waitsFor = ({ upstream, name }) => upstream.flatMap((other) => (other === name ? [] : (at.get(other) ?? [])));
    const begin = (item, index) => {
        begun.add(index);
        const bad = waitsFor(item).filter((other) => {
            const result = results[other];
            return result === undefined || !isGood(result);
        });
        if (bad.length > 0) {
            const names = bad.flatMap((other) => items[other]?.name ?? []);
            results[index] = skip(item, names);
            return;
        }
        const run = body(item, index).then((result) => void (results[index] = result), (thrown) => void failures.push(thrown));
        const kept = run.finally(() => running.delete(kept));
        running.add(kept);
    };
    while (failures.length === 0) {
        let moved = false;
        for (const [index, item] of items.entries()) {
            if (running.size >= limit)
                break;
            if (begun.has(index) || waitsFor(item).some((other) => results[other] === undefined))
                continue;
            begin(item, index);
            moved = true;
        }
        if (running.size > 0)
            await Promise.race(running);
        else if (!moved)
            break;
    }
    await Promise.all(running);
    if (failures.length > 0)
        throw failures[0];
    // Who is left waits for itself in a circle: nothing of it was begun.
    return items.map((item, index) => {
        const result = results[index];
        return result ?? skip(item, [...item.upstream]);
    });
}

;// CONCATENATED MODULE: ./src/pipeline/apply/apply-stacks.ts











/**
 * Applies stacks, each after those of the list that go first, and says what came of each. Nothing is said of any before
 * all have ended: a secret of one may turn up in another one's text.
 */
async function applyStacks(stacks, { settings, found: plans, barred }, ports) {
    const { plan: planSettings } = settings;
    const { early, withFound } = await (0,run_secrets/* runSecrets */.T)(stacks, planSettings);
    const [serially, alone] = [(0,parallel/* oneAtATime */.I)(), (0,parallel/* oneAtATime */.I)()];
    const pluginCacheDir = await (0,plan_stacks/* pluginCache */.A)(stacks.length, planSettings);
    await (0,promises_.mkdir)(planSettings.folder, { recursive: true, mode: 0o700 });
    const shared = (0,plan_one/* inSharedFolders */.Yt)(stacks);
    const applied = await inOrder(stacks, planSettings.parallel, async (stack, index) => {
        const bar = barred.get(stack.subject.key);
        if (bar !== undefined)
            return refusedStack(stack, bar);
        const progress = ports.progress?.(stack.subject);
        const folder = (0,external_node_path_.join)(planSettings.folder, String(index));
        return applyStack(stack, {
            settings,
            alone,
            found: plans.get(stack.subject.key) ?? { kind: 'refused', refusal: nothingFound(stack.name) },
            plan: {
                ...{ settings: planSettings, folder, early, serially, progress, pluginCacheDir, ports },
                sharesFolder: shared.has(stack),
            },
        });
    }, {
        isGood: ({ kind }) => kind === 'applied' || kind === 'nothing',
        skip: (stack, failed) => refusedStack(stack, (0,refusals/* afterUpstream */.S)(stack.name, failed)),
    });
    const found = applied.flatMap(({ apply, plan, made }) => [
        ...[apply?.raw, plan?.raw].flatMap((raw) => raw === undefined ? [] : [(0,secrets/* planSecrets */.D)(raw, early.hidesKey)]),
        ...(apply?.outputs === undefined ? [] : [(0,secrets/* outputSecrets */.T)(apply.outputs, early.hidesKey)]),
        ...(made === undefined ? [] : [made]),
    ]);
    const redactor = withFound(found);
    const parts = applyParts(applied, { run: planSettings.run, mode: settings.mode, redactor });
    return { applied, parts, redactor };
}
function refusedStack(stack, refusal) {
    return { stack, kind: 'refused', refusal, seconds: 0 };
}
function nothingFound(name) {
    return {
        code: 'no-plan',
        reason: `No sealed plan of ${name} was looked for.`,
        help: 'Apply it with `mode: approve`.',
    };
}

// EXTERNAL MODULE: ./src/pipeline/apply/destroy-gate.ts
var destroy_gate = __webpack_require__(9035);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/repository/base/questions.ts
var questions = __webpack_require__(4905);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
;// CONCATENATED MODULE: ./src/pipeline/apply/detect-at.ts





/**
 * Which of the stacks are made of other files at another commit, which is fetched: by key. A stack that is not there
 * counts too. Stacks go by their names, whatever the step's own inputs make of their keys.
 */
function detectAt({ place, access, commit, config, stacks }) {
    return async (other) => {
        const why = await (0,questions/* gitQuestions */.W)(place, access).fetch([other]);
        if (why !== undefined)
            throw new errors/* UserError */.yo(`the commit ${(0,short_commit/* shortCommit */.A)(other)} could not be fetched: ${why}`);
        const detected = await (0,detect/* detectChanges */.f)({
            ...{ place, access, head: other, base: commit, config },
            ...{ kinds: ['terraform'], include: [], exclude: [] },
        });
        if ('faults' in detected)
            throw (0,fault/* toUserError */.d)(detected.faults);
        const touched = [...detected.changes.stacks, ...detected.changes.deletedStacks];
        const names = new Set(touched.map(({ item }) => item.name));
        const paths = new Set(touched.map(({ item }) => item.path));
        const found = new Set(detected.model.stacks.map(({ name }) => name));
        // A folder that is told has no name of its own there: any stack in it counts.
        const differs = ({ name, path }) => found.has(name) ? names.has(name) : paths.has(path);
        return new Set(stacks.filter(({ subject }) => differs(subject)).map(({ subject }) => subject.key));
    };
}

// EXTERNAL MODULE: ./src/pipeline/apply/applied-mark.ts
var applied_mark = __webpack_require__(7232);
;// CONCATENATED MODULE: ./src/pipeline/apply/environment-gate.ts

/**
 * Has somebody really said yes to this run? A job may name an environment that asks nobody: GitHub makes an environment
 * that is not there, without any rule, when a job names it. Undefined: yes.
 */
async function environmentGate({ github, environment: name, runId, }) {
    if (name === '') {
        return environment_gate_refused('The job runs in no environment, so nobody was asked.', 'Give the job an "environment".');
    }
    try {
        const [environment, approvals] = await Promise.all([
            github.environment(name),
            github.approvalsOfRun(runId),
        ]);
        if (environment === undefined) {
            return environment_gate_refused(`There is no environment ${name}.`, `Make it in the repository's settings. ${REVIEWERS}`);
        }
        if (environment.reviewers < 1) {
            return environment_gate_refused(`The environment ${name} has no required reviewers, so nobody was asked.`, REVIEWERS);
        }
        const isApproved = approvals.some(({ state, environments }) => state === 'approved' && environments.some((one) => one.toLowerCase() === name.toLowerCase()));
        if (isApproved)
            return undefined;
        return environment_gate_refused(`Nobody has approved this run for the environment ${name}.`, 'Give the job that applies this very environment, and approve it when GitHub asks.');
    }
    catch (thrown) {
        return (0,refusals/* unknownRefusal */.NF)(`whether this run was approved for the environment ${name}`, thrown, [
            'actions: read',
        ]);
    }
}
const REVIEWERS = 'Add required reviewers to it (Settings, Environments); in private repositories GitHub has them in paid plans only.';
const environment_gate_refused = (reason, help) => ({ code: 'environment', reason, help });

// EXTERNAL MODULE: ./src/pipeline/apply/find-plan.ts
var find_plan = __webpack_require__(3584);
// EXTERNAL MODULE: ./src/pipeline/apply/origin-runs.ts
var origin_runs = __webpack_require__(522);
;// CONCATENATED MODULE: ./src/pipeline/apply/reviewed-runs.ts




/** A push starts its run at once; which pull request a commit is of, GitHub knows a moment later. */
const INDEX_LAG_MS = 5_000;
/** More commits are not asked for, each with a request of its own. */
const MOST_COMMITS = 250;
/**
 * Which runs made the plans that were reviewed with what a push brings, by what GitHub says, never by what an artifact
 * says of itself: of each commit the pull requests that were merged into this branch, of each the runs of its last
 * commit; and the runs of the merge queue for the commits themselves. Never rejects for what GitHub answers.
 */
async function reviewedRuns(request) {
    return (0,origin_runs/* orUnknown */.uL)('which pull requests this push brings', () => ask(request));
}
async function ask(request) {
    const { head, branch } = request;
    const between = await commitsOf(request);
    if (between.kind === 'refused')
        return between;
    const { commits } = between;
    let merged = await mergedPulls(commits, request);
    if (merged.length === 0 && request.wait !== undefined) {
        await request.wait(INDEX_LAG_MS);
        merged = await mergedPulls(commits, request);
    }
    if (merged.length === 0)
        return reviewed_runs_refused(pushedDirectly(commits.length, head, branch));
    const pullOfMerge = new Map(merged.map((pull) => [pull.mergeCommitSha, pull.number]));
    const groups = commits.filter((commit) => commit === head || pullOfMerge.has(commit));
    const [ofPulls, ofGroups] = await Promise.all([
        (0,parallel/* mapParallel */.E)(merged, origin_runs/* AT_ONCE */.Qd, (pull) => (0,origin_runs/* runsOfPull */.ls)(pull, request)),
        (0,origin_runs/* runsOfMergeGroups */._f)(groups, (commit) => pullOfMerge.get(commit), request),
    ]);
    return {
        kind: 'runs',
        pulls: merged.map(({ number, head: { sha }, labels, url }) => ({ number, headSha: sha, labels, url })),
        runs: eachOnce([...ofPulls.flat(), ...ofGroups]),
        remarks: merged.flatMap(({ number, fromFork }) => fromFork ? [`Pull request #${number} comes from a fork, whose plans do not count.`] : []),
    };
}
/** One run may be of two pull requests, and of a merge group too: it counts where any of them counts. */
function eachOnce(judged) {
    const runs = new Map();
    for (const one of judged) {
        const known = runs.get(one.run.id);
        if (known === undefined || known.refusal !== undefined)
            runs.set(one.run.id, one);
    }
    return [...runs.values()];
}
async function commitsOf({ github, baseSha, head }) {
    if (baseSha === undefined || baseSha === head)
        return { kind: 'commits', commits: [head] };
    const between = await github.commitsBetween(baseSha, head, MOST_COMMITS);
    const span = `between ${(0,short_commit/* shortCommit */.A)(baseSha)}, which was applied last, and ${(0,short_commit/* shortCommit */.A)(head)}`;
    if (between === undefined)
        return reviewed_runs_refused(tooMuch(`GitHub does not tell which commits lie ${span}.`));
    const commits = new Set([...between.commits, head]);
    if (between.total > MOST_COMMITS || between.commits.length < between.total) {
        return reviewed_runs_refused(tooMuch(`${between.total} commits lie ${span}: more than ${MOST_COMMITS} are not looked through.`));
    }
    return { kind: 'commits', commits: [...commits] };
}
/** Of all commits, each once, as GitHub tells of them now. Newest first. */
async function mergedPulls(commits, { github, branch }) {
    const listed = await (0,parallel/* mapParallel */.E)(commits, origin_runs/* AT_ONCE */.Qd, (commit) => github.pullsForCommit(commit));
    const candidates = new Map(listed
        .flat()
        .filter(({ state, base }) => state === 'closed' && base.ref === branch)
        .map((pull) => [pull.number, pull]));
    const pulls = await (0,parallel/* mapParallel */.E)([...candidates.values()], origin_runs/* AT_ONCE */.Qd, (pull) => (0,origin_runs/* pullAgain */.cq)(pull, github));
    return pulls
        .filter((pull) => pull?.merged === true && pull.base.ref === branch)
        .sort((a, b) => b.number - a.number);
}
const reviewed_runs_refused = (refusal) => ({
    kind: 'refused',
    refusal,
});
const tooMuch = (reason) => ({ code: 'unknown', reason, help: refusals/* APPROVE_HELP */.Ax });
function pushedDirectly(count, head, branch) {
    const what = count === 1 ? `Commit ${(0,short_commit/* shortCommit */.A)(head)} was` : `The ${count} commits up to ${(0,short_commit/* shortCommit */.A)(head)} were`;
    return {
        code: 'no-plan',
        reason: `${what} pushed to ${branch} directly: no merged pull request brought them, so nobody has reviewed a plan.`,
        help: refusals/* APPROVE_HELP */.Ax,
    };
}

;// CONCATENATED MODULE: ./src/pipeline/apply/superseded.ts


/**
 * Which stacks must not be applied from this commit, by key: the branch has moved on and has other files for them, so
 * that an older state of the repository would be applied over a newer one. Never rejects for what GitHub answers.
 */
async function supersededStacks(request) {
    const { github, branch, commit, stacks, detect } = request;
    const all = (refusal) => new Map(stacks.map(({ key }) => [key, refusal]));
    try {
        const head = await github.branchHead(branch);
        if (head === commit)
            return new Map();
        if (head === undefined) {
            return all({
                code: 'superseded',
                reason: `The branch ${branch} is gone.`,
                help: 'Apply from a branch that is there.',
            });
        }
        if ((await github.mergeBase(commit, head)) !== commit) {
            return all({
                code: 'superseded',
                reason: `The history of ${branch} was rewritten: ${(0,short_commit/* shortCommit */.A)(commit)} is not in that of its present commit ${(0,short_commit/* shortCommit */.A)(head)}.`,
                help: `Let the run of ${(0,short_commit/* shortCommit */.A)(head)} apply.`,
            });
        }
        const differ = await detect(head);
        return new Map(stacks.filter(({ key }) => differ.has(key)).map(({ key, name }) => [key, newer(name, branch, head)]));
    }
    catch (thrown) {
        return all((0,refusals/* unknownRefusal */.NF)(`whether ${branch} has moved on from ${(0,short_commit/* shortCommit */.A)(commit)}`, thrown, [
            'contents: read',
        ]));
    }
}
const newer = (name, branch, head) => ({
    code: 'superseded',
    reason: `${branch} has moved on to ${(0,short_commit/* shortCommit */.A)(head)}, which changes ${name} again.`,
    help: `Let the run of ${(0,short_commit/* shortCommit */.A)(head)} apply it.`,
});

// EXTERNAL MODULE: ./src/pipeline/apply/workflow-files.ts
var workflow_files = __webpack_require__(6886);
;// CONCATENATED MODULE: ./src/pipeline/apply/look-up.ts







/** Asks GitHub all that has to be known before anything is applied. Never rejects for what GitHub answers. */
async function lookUp(request) {
    const { github, branch, commit, stacks, detect } = request;
    const wanted = stacks.map(({ subject, name, inputsHash }) => ({ key: subject.key, name, inputsHash }));
    const [reviewed, superseded, waiting, environment] = await Promise.all([
        reviewedRuns({
            github,
            repository: request.run.repository,
            branch,
            baseSha: request.baseSha,
            head: commit,
            workflow: request.workflow,
            files: await (0,workflow_files.workflowFiles)(request.place, commit, request.configFile),
            ...(request.mode === 'reviewed' || request.mode === 'replan' ? { wait: request.wait } : {}),
        }),
        supersededStacks({ github, branch, commit, stacks: wanted, detect }),
        waitingStacks(request),
        request.mode === 'approve'
            ? environmentGate({ github, environment: request.environment, runId: Number(request.run.runId) })
            : Promise.resolve(undefined),
    ]);
    const found = await foundPlans(request, wanted, reviewed);
    const barred = new Map([...waiting, ...superseded]);
    if (environment !== undefined)
        for (const { key } of wanted)
            barred.set(key, environment);
    return { found, barred, pulls: reviewed.kind === 'runs' ? reviewed.pulls : [] };
}
async function foundPlans({ mode, github, artifacts, run }, wanted, reviewed) {
    switch (mode) {
        case 'direct':
            return new Map();
        case 'approve':
            return (0,find_plan/* ownPlans */.t)(wanted, artifacts, run);
        case 'reviewed':
        case 'replan':
            return (0,find_plan/* findPlans */.Q)({ wanted, reviewed, github });
    }
}
/**
 * Stacks that go after one that another job applies, and none has yet. Where nothing is known to be a change (a run that
 * somebody started by hand), nobody else is waited for.
 */
async function waitingStacks({ stacks, others, artifacts, baseSha, }) {
    if (baseSha === undefined)
        return new Map();
    const here = new Set(stacks.map(({ name }) => name));
    const elsewhere = (stack) => stack.upstream.filter((name) => !here.has(name));
    const waiting = stacks.filter((stack) => elsewhere(stack).length > 0);
    if (waiting.length === 0)
        return new Map();
    const asked = [...new Set(waiting.flatMap(elsewhere))].flatMap((name) => {
        const other = others.get(name);
        return other === undefined ? [] : [{ name, ...other }];
    });
    try {
        const done = await (0,applied_mark/* appliedStacks */.j)(asked, artifacts);
        const names = new Set(asked.filter(({ key }) => done.has(key)).map(({ name }) => name));
        return new Map(waiting.flatMap((stack) => {
            const missing = elsewhere(stack).filter((name) => !names.has(name));
            return missing.length === 0 ? [] : [[stack.subject.key, (0,refusals/* afterUpstream */.S)(stack.name, missing)]];
        }));
    }
    catch (thrown) {
        const refusal = (0,refusals/* unknownRefusal */.NF)('which stacks this run has applied already', thrown, []);
        return new Map(waiting.map(({ subject }) => [subject.key, refusal]));
    }
}

// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
;// CONCATENATED MODULE: ./src/actions/apply-run.ts






/** Asks GitHub what may be applied, and applies it. */
async function applyRun(request, context) {
    const { mode, toApply, github, artifacts, place, access, branch, config, allow } = request;
    const { stacks, others, baseSha, configFile } = toApply;
    const { run } = context;
    refusePartialPlans(request.settings);
    const looked = await lookUp({
        ...{ mode, stacks, others, run, github, artifacts, place, branch, baseSha, configFile },
        commit: run.sha,
        workflow: request.workflow,
        environment: request.environment,
        wait: (milliseconds) => context.clock.sleep(milliseconds),
        detect: detectAt({ place, access, commit: run.sha, config, stacks }),
    });
    const settings = {
        plan: request.settings,
        mode,
        repository: run.repository,
        passphrase: request.passphrase,
        onStop: context.onStop,
        onLastChance: ({ title, message, summary }) => context.sayNow({ severity: 'error', message, at: { title } }, summary),
        destroys: (plan, pull, gone) => {
            const pulls = looked.pulls.filter(({ number }) => pull === undefined || number === pull);
            return (0,destroy_gate/* destroyGate */.y)({ allow, pulls, gone }, plan);
        },
    };
    const ports = { ...context, progress: (0,log_progress/* logProgress */.s)(context.log, stacks.length) };
    return { applied: await applyStacks(stacks, { settings, ...looked }, ports), pulls: looked.pulls };
}
const PARTIAL = /^--?(target|exclude|refresh-only|refresh=(false|f|0)|destroy)(=|$)/i;
/** With these a plan that has nothing to do, or does something, says nothing about the stack as a whole. */
function refusePartialPlans({ planArgs, env }) {
    const ofEnv = ['TF_CLI_ARGS', 'TF_CLI_ARGS_plan'].flatMap((name) => (env[name] ?? '').split(/\s+/).map((arg) => ({ arg, where: name })));
    const all = [...planArgs.map((arg) => ({ arg, where: 'plan-args' })), ...ofEnv];
    const faults = all.filter(({ arg }) => PARTIAL.test(arg.replace(/^["']/, '')));
    if (faults.length === 0)
        return;
    const words = faults.map(({ arg, where }) => `${where}: ${arg.split('=', 1)[0] ?? ''} is not allowed`);
    throw new errors/* UserError */.yo(words.join('; '), {
        where: 'inputs',
        help: 'A stack is applied as a whole. For a part of it, or to destroy it, use the tool by hand.',
    });
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

/***/ 4980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ unlockSections),
/* harmony export */   S: () => (/* binding */ lockTable)
/* harmony export */ });
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5255);

/** Facts of a lock, one a row. */
function lockTable(lock) {
    const facts = [
        ['id', lock.id],
        ['held by', lock.who],
        ['for', lock.operation],
        ['since', lock.created],
        ['of', lock.path],
    ];
    return {
        kind: 'table',
        rank: 0,
        noun: 'facts',
        columns: [{ title: 'State lock' }, { title: '' }],
        rows: facts.flatMap(([name, value]) => value === undefined || value === '' ? [] : [{ rank: 0, cells: [[name], [{ code: value }]] }]),
    };
}
/** The commands that release a lock by force. A person decides; nothing here ever runs them. */
function unlockSections(lock, stack, tool) {
    if (lock?.id === undefined)
        return [];
    const commands = [
        `cd ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r)(stack.path)}`,
        `${tool} init`,
        ...(stack.workspace === undefined ? [] : [`${tool} workspace select ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r)(stack.workspace)}`]),
        `${tool} force-unlock ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r)(lock.id)}`,
    ];
    return [
        {
            kind: 'text',
            rank: 0,
            text: [
                'It is never released by itself. When you are sure that its holder is gone for good, release it by hand:',
            ],
        },
        { kind: 'code', rank: 0, language: 'shell', text: commands.join('\n') },
    ];
}


/***/ }),

/***/ 2211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ localStatePath),
/* harmony export */   isLocalState: () => (/* binding */ isLocalState)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2972);




/**
 * True when the state of an initialised stack is a local file. Source: `init` notes the backend in `terraform.tfstate` of
 * the data folder (internal/command/workdir/backend_state.go); without a backend block there is no such file.
 */
async function isLocalState(run) {
    return (await localStatePath(run)) !== undefined;
}
/** Where the state of an initialised stack is (absolute), when it is a local file; undefined: it is elsewhere. */
async function localStatePath(run) {
    const given = run.dataDir ?? run.env['TF_DATA_DIR'];
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, given === undefined || given === '' ? '.terraform' : given);
    try {
        const state = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'terraform.tfstate'), 'utf8'));
        const backend = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(state)?.['backend']);
        if (backend !== undefined && (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(backend['type']) !== 'local')
            return undefined;
        const path = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(backend?.['config'])?.['path']);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, path === undefined || path === '' ? DEFAULT : path);
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, DEFAULT);
        throw thrown;
    }
}
const DEFAULT = 'terraform.tfstate';


/***/ }),

/***/ 5897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ isAddedTo),
/* harmony export */   FI: () => (/* binding */ LOCK_FILE),
/* harmony export */   cx: () => (/* binding */ readLockFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);



/** Both tools write this name, into the folder they run in. */
const LOCK_FILE = '.terraform.lock.hcl';
/** The dependency lock file, committed or not; undefined: there is none (no providers but the built-in one). */
async function readLockFile(directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE));
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}
/**
 * True when `init` has only added to a lock file: providers that were missing, checksums for another platform. The
 * versions and all checksums that were there are still there.
 * Source: https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
function isAddedTo(before, after) {
    const [old, now] = [providersOf(before), providersOf(after)];
    if (old === undefined || now === undefined)
        return false;
    return [...old].every(([name, { version, hashes }]) => {
        const same = now.get(name);
        return same?.version === version && [...hashes].every((hash) => same.hashes.has(hash));
    });
}
/** Undefined for anything that the tools do not write themselves. */
function providersOf(lockFile) {
    const found = new Map();
    const block = /^provider "(?<name>[^"]+)" \{\n(?<body>(?: .*\n)*)\}\n*/my;
    let text = Buffer.from(lockFile).toString('utf8').replaceAll('\r\n', '\n');
    text = text.replace(/^(?:#.*\n|\n)*/, '');
    if (!text.endsWith('\n'))
        text += '\n';
    while (block.lastIndex < text.length) {
        const { name, body } = block.exec(text)?.groups ?? {};
        const version = /^ {2}version\s*= "([^"]+)"$/m.exec(body ?? '')?.[1];
        if (name === undefined || version === undefined || found.has(name))
            return undefined;
        const hashes = [...(body ?? '').matchAll(/^ {4}"((?:h1|zh):[^"]+)",$/gm)].map(([, hash = '']) => hash);
        found.set(name, { version, hashes: new Set(hashes) });
    }
    return found;
}


/***/ }),

/***/ 266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   V: () => (/* binding */ planFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);



/**
 * Before `init` local modules are not known. Modules outside the repository are not looked at.
 * Source: `.terraform/modules/modules.json` as Terraform and OpenTofu write it (internal/modsdir/manifest.go): `Dir` is
 * relative to the folder they run in.
 */
async function planFolders({ root: given, run, leftOut = [] }) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(given);
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(run.directory);
    const at = (path) => path === undefined || path === '' ? [] : [real((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path))];
    const dataDir = await (at(run.dataDir ?? run.env['TF_DATA_DIR'])[0] ?? real((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform')));
    const modules = await moduleFolders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataDir, 'modules'), directory);
    const inside = [directory, ...modules].filter((folder) => isInside(folder, root) && !isInside(folder, dataDir) && !isInside(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git')));
    const others = [...at(run.env['TF_LOG_PATH']), ...at(run.pluginCacheDir ?? run.env['TF_PLUGIN_CACHE_DIR'])];
    return {
        root,
        folders: [...new Set(inside)].filter((folder, _, all) => !all.some((other) => other !== folder && isInside(folder, other))),
        fetched: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataDir, 'modules'),
        fetchedIsUsual: dataDir === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform'),
        leftOut: [dataDir, ...(await Promise.all([...others, ...leftOut.map(real)]))],
    };
}
/** True for a folder itself too. */
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
async function moduleFolders(fetched, directory) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(fetched, 'modules.json'), 'utf8');
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return []; // no module is called
        throw thrown;
    }
    const { Modules: modules = [] } = JSON.parse(text);
    const folders = modules.flatMap(({ Dir: dir }) => (dir === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, dir)]));
    return Promise.all(folders.map(real));
}
/** What is not there yet has no links. */
const real = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));


/***/ }),

/***/ 9896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planMember),
/* harmony export */   Z: () => (/* binding */ planState)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);


/** No state is larger; the zip says how large it will be. */
const MOST_STATE_BYTES = 512 * 1024 ** 2;
/**
 * Lineage and serial, out of the member `tfstate` of a saved plan: `show -json` does not tell them. The member is the
 * state after refreshing, with the serial of the one in the backend; without a state the tools write an empty lineage.
 * Source: internal/plans/planfile/writer.go and internal/states/statefile/version4.go of both tools.
 */
async function planState(planFile) {
    const bytes = typeof planFile === 'string' ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(planFile) : planFile;
    if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004') {
        const encrypted = /^\s*\{[^]*"encrypted_data"/.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));
        return {
            unknown: encrypted ? 'the saved plan is encrypted by OpenTofu' : 'it is no saved plan of its own',
        };
    }
    const { unzipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
    const sizes = [];
    try {
        const { tfstate } = unzipSync(bytes, {
            filter: ({ name, originalSize }) => {
                if (name !== 'tfstate')
                    return false;
                sizes.push(originalSize);
                return originalSize <= MOST_STATE_BYTES;
            },
        });
        if (tfstate === undefined)
            return {
                unknown: sizes.length > 0 ? 'the state in the saved plan is too large' : 'the saved plan holds no state',
            };
        return readState(Buffer.from(tfstate.buffer, tfstate.byteOffset, tfstate.byteLength).toString('utf8'));
    }
    catch (thrown) {
        return { unknown: `the saved plan cannot be unpacked: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)}` };
    }
}
function readState(json) {
    let state;
    try {
        state = JSON.parse(json);
    }
    catch {
        return { unknown: 'the state in the saved plan is no JSON' }; // never its text: it holds secrets
    }
    const { version, lineage, serial } = state ?? {};
    if (version !== 4 ||
        typeof lineage !== 'string' ||
        typeof serial !== 'number' ||
        !Number.isSafeInteger(serial))
        return { unknown: 'the state in the saved plan has a form that is not known' };
    return lineage === '' ? {} : { state: { lineage, serial } };
}
/** The part of a saved plan that tells which ephemeral variables were given; OpenTofu may have encrypted all of it. */
async function planMember(plan) {
    const { unzipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
    try {
        return unzipSync(plan, { filter: ({ name }) => name === 'tfplan' })['tfplan'];
    }
    catch {
        return undefined;
    }
}


/***/ })

};
