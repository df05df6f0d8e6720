export const id = 3584;
export const ids = [3584];
export const modules = {

/***/ 3584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findPlans),
/* harmony export */   t: () => (/* binding */ ownPlans)
/* harmony export */ });
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7667);
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4383);
/* harmony import */ var _terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(119);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4783);
/* harmony import */ var _origin_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(522);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4700);






/** Bytes of an artifact with a plan, and of what is in it. */
const PLAN_LIMIT = 512 * 1024 * 1024;
/** Runs and artifacts that are looked at only to say why a plan does not count. */
const MOST_REFUSED_RUNS = 20;
const MOST_ARTIFACTS = 300;
/**
 * The newest sealed plan of each stack, made of just these files by a run that counts; else why there is none. By key,
 * one for each that is wanted. Never rejects for what GitHub answers.
 */
async function findPlans(request) {
    const { wanted, reviewed, github, anyInputs = false } = request;
    if (reviewed.kind === 'refused')
        return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .allRefused */ .W_)(wanted, reviewed.refusal);
    if (wanted.length === 0)
        return new Map();
    const good = reviewed.runs.filter(({ refusal }) => refusal === undefined);
    let plans;
    try {
        plans = await candidatesOf(good, github);
    }
    catch (thrown) {
        return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .allRefused */ .W_)(wanted, (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownRefusal */ .NF)('which plans these runs have made', thrown, _origin_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .PERMISSIONS */ .Jj));
    }
    const found = new Map();
    let elsewhere;
    for (const stack of wanted) {
        const candidate = newest(stack, plans, anyInputs);
        if (candidate?.artifact.expired === false) {
            found.set(stack.key, { kind: 'found', plan: confirmed(candidate, github) });
            continue;
        }
        elsewhere ??= lookElsewhere(reviewed.runs, github);
        const refusal = whyNot(stack, candidate, plans, await elsewhere, reviewed.remarks);
        const shown = newest(stack, (await elsewhere).refused, false);
        found.set(stack.key, {
            kind: 'refused',
            refusal,
            ...(shown?.artifact.expired === false ? { shown: confirmed(shown, github) } : {}),
        });
    }
    return found;
}
/** The same from what earlier jobs of this very run have sealed, in this attempt or one before. */
async function ownPlans(wanted, store, run) {
    let artifacts;
    try {
        artifacts = await store.list();
    }
    catch (thrown) {
        return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .allRefused */ .W_)(wanted, (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownRefusal */ .NF)('which plans this run has made', thrown, []));
    }
    const judged = { run: ownRun(run), pull: undefined, refusal: undefined };
    const plans = artifacts.flatMap((artifact) => candidateOf(artifact, judged));
    const found = new Map();
    for (const stack of wanted) {
        const candidate = newest(stack, plans, false);
        if (candidate?.artifact.expired === false) {
            const { artifact } = candidate;
            const download = () => store.download(artifact, PLAN_LIMIT);
            found.set(stack.key, { kind: 'found', plan: { artifact, run: judged.run, download } });
            continue;
        }
        const refusal = byCandidates(stack, candidate, plans) ?? {
            code: 'no-plan',
            reason: `No earlier job of this run has sealed a plan of ${stack.name}.`,
            help: 'Plan it in a job before this one, with "save-plan: sealed" and the same plan-passphrase.',
        };
        found.set(stack.key, { kind: 'refused', refusal });
    }
    return found;
}
function ownRun(run) {
    return {
        id: Number(run.runId),
        headSha: run.sha,
        status: 'in_progress',
        conclusion: undefined,
        createdAt: 0,
        startedAt: 0,
        endedAt: 0,
        event: run.event,
        path: /^[^/]+\/[^/]+\/([^@]*)/.exec(run.workflowRef)?.[1] ?? '',
        headBranch: run.refType === 'branch' ? run.ref.replace(/^refs\/heads\//, '') : undefined,
        headRepository: run.repository,
        attempt: run.attempt,
        url: (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .runUrl */ .Vp)(run),
    };
}
async function candidatesOf(runs, github) {
    const lists = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .mapParallel */ .E)(runs, _origin_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_ONCE */ .Qd, async (judged) => {
        const artifacts = await github.artifactsOfRun(judged.run.id);
        return artifacts.flatMap((artifact) => candidateOf(artifact, judged));
    });
    return lists.flat();
}
function candidateOf(artifact, judged) {
    const parts = (0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlanArtifactName */ .hx)(artifact.name);
    // No attempt has made it that there has not been.
    if (parts === undefined || parts.attempt < 1 || parts.attempt > judged.run.attempt)
        return [];
    return [{ artifact, judged, ...parts }];
}
/**
 * The newest there is, also when it has expired: what was shown last is what was reviewed. Of a run's attempts only the
 * last that planned the stack counts.
 */
function newest(stack, plans, anyInputs) {
    const id = (0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .stackId */ .iT)(stack.key);
    const ofStack = plans.filter((plan) => plan.stack === id);
    return ofStack
        .filter((plan) => ofStack.every((other) => !isSameRun(plan, other) || other.attempt <= plan.attempt))
        .filter((plan) => anyInputs || plan.inputs === inputsOf(stack))
        .sort(byAge)[0];
}
const isSameRun = (one, other) => one.judged.run.id === other.judged.run.id;
const byAge = (a, b) => b.artifact.createdAt - a.artifact.createdAt || b.judged.run.id - a.judged.run.id || b.attempt - a.attempt;
const inputsOf = ({ inputsHash }) => inputsHash.slice(0, 16);
function confirmed({ artifact, judged: { run, pull } }, github) {
    return {
        artifact,
        run,
        ...(pull === undefined ? {} : { pull }),
        download: () => github.downloadArtifact(artifact, PLAN_LIMIT),
    };
}
/** Best effort: whatever comes of it, there is no plan. */
async function lookElsewhere(runs, github) {
    const known = new Set(runs.map(({ run }) => run.id));
    const bad = runs.filter(({ refusal }) => refusal !== undefined).slice(0, MOST_REFUSED_RUNS);
    let fault;
    const [refused, others] = await Promise.all([
        candidatesOf(bad, github).catch((thrown) => {
            fault = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownRefusal */ .NF)('which plans runs that do not count have made', thrown, _origin_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .PERMISSIONS */ .Jj);
            return [];
        }),
        github.newestArtifacts(MOST_ARTIFACTS).catch(() => []),
    ]);
    return {
        refused,
        fault,
        others: others.flatMap(({ name, run }) => run === undefined || known.has(run.id) ? [] : [{ name, runId: run.id, headSha: run.headSha }]),
    };
}
function whyNot(stack, candidate, plans, { refused, fault, others }, remarks) {
    const id = (0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .stackId */ .iT)(stack.key);
    const ofStack = refused.filter((plan) => plan.stack === id).sort(byAge);
    const same = ofStack.find(({ inputs }) => inputs === inputsOf(stack));
    const byGood = byCandidates(stack, candidate, plans);
    const byBad = (same ?? (byGood === undefined ? ofStack[0] : undefined))?.judged.refusal;
    if (byBad !== undefined && candidate === undefined)
        return byBad;
    if (byGood !== undefined)
        return byGood;
    if (fault !== undefined)
        return fault;
    const name = `${(0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .planArtifactPrefix */ .eu)(stack.key)}${inputsOf(stack)}-`;
    const other = others.find((artifact) => artifact.name.startsWith(name));
    if (other !== undefined) {
        return {
            code: 'origin',
            reason: `The plan of ${stack.name} by run ${other.runId} is of commit ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .A)(other.headSha)}, which is not the last commit of a pull request that was merged here.`,
            help: _refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .APPROVE_HELP */ .Ax,
        };
    }
    return {
        code: 'no-plan',
        reason: [`No run of the merged pull requests has sealed a plan of ${stack.name}.`, ...remarks].join(' '),
        help: _refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .APPROVE_HELP */ .Ax,
    };
}
/** The plan is gone, or there are only plans of other files. */
function byCandidates(stack, candidate, plans) {
    if (candidate !== undefined) {
        return {
            code: 'expired',
            reason: `GitHub no longer keeps the plan of ${stack.name} that run ${candidate.judged.run.id} has made.`,
            help: _refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .APPROVE_HELP */ .Ax,
        };
    }
    const [other] = plans.filter((plan) => plan.stack === (0,_terraform_sealed_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .stackId */ .iT)(stack.key)).sort(byAge);
    if (other === undefined)
        return undefined;
    const { run } = other.judged;
    return {
        code: 'inputs',
        reason: `Run ${run.id} planned ${stack.name} at ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .A)(run.headSha)} from other files than are applied now.`,
        help: 'Something else was merged meanwhile: update branches before merging, or use a merge queue. Now apply it with "mode: approve".',
    };
}


/***/ }),

/***/ 522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ PERMISSIONS),
/* harmony export */   Qd: () => (/* binding */ AT_ONCE),
/* harmony export */   _f: () => (/* binding */ runsOfMergeGroups),
/* harmony export */   cq: () => (/* binding */ pullAgain),
/* harmony export */   ls: () => (/* binding */ runsOfPull),
/* harmony export */   uL: () => (/* binding */ orUnknown)
/* harmony export */ });
/* harmony import */ var _core_github_port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4226);
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4383);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4783);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4700);
/* harmony import */ var _workflow_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6886);





const AT_ONCE = 8;
const PERMISSIONS = ['contents: read', 'pull-requests: read', 'actions: read'];
const UPDATE_HELP = 'Update the branch of the pull request, so that it is planned anew, or apply with "mode: approve".';
/** Of one branch, the last updated. */
const MOST_PULLS = 100;
/** Of those, that may have started a run: for each its events are asked for. */
const MOST_SUSPECTS = 10;
const MINUTE_MS = 60 * 1000;
/** GitHub makes a run some time after what starts it: in seconds, on its bad days much later. */
const LATEST_MS = 60 * MINUTE_MS;
const LATE_MS = 10 * MINUTE_MS;
/**
 * The runs of a pull request's last commit, each judged by what GitHub says of it.
 *
 * Such a run takes its workflow from the merge of the head into the base, and GitHub does not tell which base that was.
 * Who can push could open a second pull request from the same branch into one with an edited workflow, or open the
 * first one there and point it at our branch later. So neither may have happened.
 */
async function runsOfPull(pull, request) {
    if (pull.fromFork)
        return [];
    const { github, files } = request;
    const runs = (await github.runsOfCommit(pull.head.sha)).filter(({ headSha }) => headSha === pull.head.sha);
    const told = runs.map((run) => ({ run, pull: pull.number, refusal: byRun(run, pull, request) }));
    if (told.every(({ refusal }) => refusal !== undefined))
        return told;
    const good = told.filter(({ refusal }) => refusal === undefined).map(({ run }) => run);
    const since = Math.min(...good.map(({ createdAt }) => createdAt));
    const [base, changed] = await Promise.all([
        baseOfRuns(pull, since, request),
        (0,_workflow_files_js__WEBPACK_IMPORTED_MODULE_2__.changedWorkflowFiles)(files, pull.head.sha, github),
    ]);
    return told.map(({ run, refusal, ...judged }) => ({
        ...judged,
        run,
        refusal: refusal ?? base(run) ?? workflowChanged(run, changed, files),
    }));
}
/** The runs that a merge queue started for these commits: each took its workflow from the very commit. */
async function runsOfMergeGroups(commits, pullOf, request) {
    const { github, branch, files } = request;
    const judged = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .mapParallel */ .E)(commits, AT_ONCE, async (commit) => {
        const runs = (await github.runsOfCommit(commit)).filter(({ headSha, event }) => headSha === commit && event === 'merge_group');
        const told = runs.map((run) => ({
            run,
            pull: pullOf(commit),
            refusal: byPlace(run, request) ??
                (run.headBranch?.startsWith(`gh-readonly-queue/${branch}/`) === true
                    ? undefined
                    : origin(run, `is of a merge queue into another branch than ${branch}`)),
        }));
        if (told.every(({ refusal }) => refusal !== undefined))
            return told;
        const changed = await (0,_workflow_files_js__WEBPACK_IMPORTED_MODULE_2__.changedWorkflowFiles)(files, commit, github);
        return told.map((one) => ({
            ...one,
            refusal: one.refusal ?? workflowChanged(one.run, changed, files),
        }));
    });
    return judged.flat();
}
/** What GitHub says of the run itself. */
function byRun(run, pull, request) {
    if (run.event !== 'pull_request') {
        return origin(run, `was started by the event ${run.event}, not by a pull request`);
    }
    const place = byPlace(run, request);
    if (place !== undefined)
        return place;
    if (run.headBranch === pull.head.ref)
        return undefined;
    return origin(run, `is of the branch ${run.headBranch ?? '(gone)'}, not of pull request #${pull.number}`);
}
function byPlace(run, { repository, workflow, files }) {
    if (run.headRepository?.toLowerCase() !== repository.toLowerCase()) {
        return origin(run, `is of the repository ${run.headRepository ?? '(gone)'}, not of ${repository}`);
    }
    if (workflow !== undefined && run.path !== workflow) {
        return origin(run, `is of the workflow ${run.path}, not of ${workflow}`);
    }
    return files.workflows.has(run.path)
        ? undefined
        : origin(run, `is of the workflow ${run.path}, which ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(files.commit)} does not have`);
}
/**
 * Tells of a run whether it may have been of another base.
 *
 * @param since milliseconds since the epoch: when the oldest of the runs was made
 */
async function baseOfRuns(pull, since, { github, branch }) {
    const listed = await github.pullsFrom(pull.head.ref, MOST_PULLS);
    const isLate = ({ updatedAt }) => updatedAt >= since - LATEST_MS;
    // What has not been touched since then did not start them.
    const suspects = listed.filter((one) => !one.fromFork && one.head.ref === pull.head.ref && isLate(one));
    const isWhole = listed.length < MOST_PULLS || (isInOrder(listed) && !isLate(listed.at(-1)));
    // Without the pull request itself it is not the list that was asked for.
    if (!isWhole || suspects.length > MOST_SUSPECTS || !suspects.some(({ number }) => number === pull.number)) {
        return () => ({
            code: 'unknown',
            reason: `It could not be told whether the branch ${pull.head.ref} was planned into ${branch} only.`,
            help: UPDATE_HELP,
        });
    }
    const other = suspects.find(({ base }) => base.ref !== branch);
    if (other !== undefined)
        return () => otherBase(pull, other);
    const changes = await Promise.all(suspects.map(({ number }) => github.baseChangedAt(number)));
    const changedAt = Math.max(...changes.map((time) => time ?? -Infinity));
    return (run) => run.createdAt > changedAt + LATE_MS
        ? undefined
        : origin(run, `may be from before pull request #${pull.number} was pointed at ${branch}`);
}
/** Last updated first: then what comes after the end of the list is older than its last. */
const isInOrder = (listed) => listed.every((one, index) => one.updatedAt <= (listed[index - 1]?.updatedAt ?? Infinity));
const otherBase = (pull, other) => ({
    code: 'origin',
    reason: `The branch ${pull.head.ref} has pull request #${other.number} into ${other.base.ref} too, and GitHub does not tell of which of the two a run is.`,
    help: 'Give each pull request a branch of its own, or apply with "mode: approve".',
});
function workflowChanged(run, changed, files) {
    if (changed.length === 0)
        return undefined;
    return {
        code: 'workflow-changed',
        reason: `It was planned by run ${run.id} at ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(run.headSha)}, where ${changed.join(', ')} is not what it is at ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .A)(files.commit)}.`,
        help: UPDATE_HELP,
    };
}
const origin = (run, what) => ({
    code: 'origin',
    reason: `Run ${run.id}, which made the plan, ${what}.`,
    help: UPDATE_HELP,
});
/** As GitHub tells of it now; undefined: it is none of this repository's, whatever the list said. */
async function pullAgain(listed, github) {
    try {
        const pull = await github.getPull(listed.number);
        // In a fork, the list may hold its parent's pull requests: the same number is another one here.
        return pull.head.sha === listed.head.sha && pull.base.ref === listed.base.ref ? pull : undefined;
    }
    catch (thrown) {
        if ((0,_core_github_port_js__WEBPACK_IMPORTED_MODULE_0__/* .isGitHubFault */ .u)(thrown, 'missing'))
            return undefined;
        throw thrown;
    }
}
/** Asks, and says what could not be told as a refusal. */
async function orUnknown(what, body) {
    try {
        return await body();
    }
    catch (thrown) {
        return { kind: 'refused', refusal: (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownRefusal */ .NF)(what, thrown, PERMISSIONS) };
    }
}


/***/ }),

/***/ 4700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ APPROVE_HELP),
/* harmony export */   NF: () => (/* binding */ unknownRefusal),
/* harmony export */   S: () => (/* binding */ afterUpstream),
/* harmony export */   W_: () => (/* binding */ allRefused)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _core_github_port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4226);


/** What to do where a reviewed plan is not to be had. */
const APPROVE_HELP = 'Apply it with "mode: approve": it is planned in this run, shown in its summary, and applied once somebody has said yes.';
/**
 * What GitHub did not tell, as a refusal: never as "there is none". Throws again what is no answer: a fault of ours, or
 * that we are to stop.
 *
 * @param what completes "It could not be told …"
 * @param permissions that the questions need, as a workflow writes them
 */
function unknownRefusal(what, thrown, permissions) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    const help = thrown.help ?? 'Run the job again.';
    // Only then it may be the token's fault.
    const unsaid = (0,_core_github_port_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitHubFault */ .u)(thrown, 'permission', 'missing', 'token')
        ? permissions.filter((permission) => !help.includes(permission))
        : [];
    const needs = unsaid.map((permission) => `"${permission}"`).join(', ');
    return {
        code: 'unknown',
        reason: `It could not be told ${what}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutStop */ .f6)(thrown.message)}.`,
        help: needs === '' ? help : `${help} The job needs the permissions ${needs}.`,
    };
}
/** The same for each stack. */
function allRefused(wanted, refusal) {
    return new Map(wanted.map(({ key }) => [key, { kind: 'refused', refusal }]));
}
/** What goes first was not applied: by this job, or by an earlier one of this run. */
function afterUpstream(name, upstream) {
    return {
        code: 'upstream',
        reason: `${name} goes after ${upstream.join(', ')}, which ${upstream.length === 1 ? 'is' : 'are'} not applied.`,
        help: 'Once that is done, run the failed jobs of this run again.',
    };
}


/***/ }),

/***/ 6886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedWorkflowFiles: () => (/* binding */ changedWorkflowFiles),
/* harmony export */   workflowFiles: () => (/* binding */ workflowFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4383);
/* harmony import */ var _repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4528);



const WORKFLOWS = '.github/workflows';
const FOLDERS = [WORKFLOWS, '.github/actions'];
const DEFAULT_CONFIG = ['.github/gitops.yml', '.github/gitops.yaml'];
/** A configuration may be a link to a link, and so on. */
const MOST_LINKS = 5;
/**
 * Reads them from the repository that is here.
 *
 * @param commit id of the commit being applied
 * @param config path of the configuration from the repository root; undefined: the usual places
 * @throws UserError when the commit is not here
 */
async function workflowFiles(place, commit, config) {
    const paths = [...FOLDERS, ...(config === undefined || config === '' ? DEFAULT_CONFIG : [config])].map(clean);
    const ids = new Map();
    for (let links = 0, next = paths; next.length > 0 && links <= MOST_LINKS; links++) {
        const found = await entriesAt(place, commit, next);
        for (const path of next)
            ids.set(path, found.get(path));
        next = (await linkTargets(place, next, found)).filter((path) => !ids.has(path));
    }
    const workflows = await entriesAt(place, commit, [`${WORKFLOWS}/`]);
    return { commit, ids, workflows: new Set(workflows.keys()) };
}
/** Which of them are not the same at another commit, in order of path. One request per folder that one of them is in. */
async function changedWorkflowFiles(files, sha, github) {
    const folders = [...new Set([...files.ids.keys()].map(folderOf))];
    const there = new Map();
    await Promise.all(folders.map(async (folder) => {
        for (const { name, type, sha: id } of (await github.folder(folder, sha)) ?? []) {
            there.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name), `${KINDS[type]} ${id}`);
        }
    }));
    return [...files.ids].flatMap(([path, id]) => (there.get(path) === id ? [] : [path])).sort();
}
/** GitHub's lists call a submodule a file: https://docs.github.com/rest/repos/contents#get-repository-content */
const KINDS = {
    file: 'file',
    submodule: 'file',
    symlink: 'symlink',
    dir: 'dir',
};
const clean = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/^\/+|\/+$/g, '');
/** `''` is the root. */
const folderOf = (path) => (path.includes('/') ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path) : '');
async function entriesAt(place, commit, paths) {
    const result = await (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(place, [
        'ls-tree',
        '-z',
        '--full-tree',
        '--end-of-options',
        commit,
        '--',
        ...paths,
    ]);
    (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(`read the workflow files of ${(0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .shortCommit */ .A)(commit)}`, result);
    const entries = new Map();
    for (const line of result.stdout.split('\0')) {
        const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
        if (path !== '')
            entries.set(path, `${mode === '040000' ? 'dir' : mode === '120000' ? 'symlink' : 'file'} ${id}`);
    }
    return entries;
}
/** Where links among these lead; what leads out of the repository leads nowhere. */
async function linkTargets(place, paths, found) {
    const targets = [];
    for (const path of paths) {
        const [kind, id] = (found.get(path) ?? '').split(' ');
        if (kind !== 'symlink' || id === undefined)
            continue;
        const result = await (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(place, ['cat-file', 'blob', id]);
        (0,_repository_git_place_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(`read the link ${path}`, result);
        const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), result.stdout);
        if (!result.stdout.startsWith('/') && target !== '..' && !target.startsWith('../'))
            targets.push(clean(target));
    }
    return targets;
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


/***/ })

};
