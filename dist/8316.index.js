export const id = 8316;
export const ids = [8316,5219];
export const modules = {

/***/ 8316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changeOfRun: () => (/* binding */ changeOfRun)
/* harmony export */ });
/* harmony import */ var _repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7201);
/* harmony import */ var _repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7339);
/* harmony import */ var _detect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9905);



/**
 * Which stacks this run is about, and what goes before what. @throws UserError where the commits are not to be had, or
 * the configuration is faulty.
 */
async function changeOfRun(request) {
    const { run, place, access, config } = request;
    const chosen = await (0,_repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBase */ .b)({ run, base: request.base, head: undefined }, request);
    const isPush = run.event === 'push' && request.base !== undefined;
    // A commit that is given does not tell what later runs have left undone.
    const { unfinished } = isPush
        ? await (0,_repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBase */ .b)({ run, base: undefined, head: undefined }, request)
        : chosen;
    const found = await (0,_detect_js__WEBPACK_IMPORTED_MODULE_2__/* .detectChanges */ .f)({
        ...{ place, access, head: chosen.head, base: chosen.base, unfinished },
        ...{ kinds: ['terraform'], include: [], exclude: [], config },
    });
    if ('faults' in found)
        throw (0,_repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .toUserError */ .d)(found.faults);
    return { detected: found, base: chosen.base, head: chosen.head };
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
