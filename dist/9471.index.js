export const id = 9471;
export const ids = [9471];
export const modules = {

/***/ 9337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ handOnParts),
/* harmony export */   N: () => (/* binding */ artifactsOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8818);
/* harmony import */ var _report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2315);
/* harmony import */ var _report_part_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6671);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4117);





/** Artifacts of this run; loaded when they are asked for. Where there is no such service, each use says so. */
function artifactsOf({ env, log, clock, }) {
    const store = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(() => (0,_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .begun */ .q1)(__webpack_require__.e(/* import() */ 5124).then(__webpack_require__.bind(__webpack_require__, 5124)).then(({ makeArtifacts }) => makeArtifacts({ env, log, clock }))));
    return () => store()();
}
/**
 * Leaves parts for `report`, as an artifact of the run.
 * @returns why it could not be done, in a sentence; undefined: it is done, or there are none
 */
async function handOnParts(parts, artifacts) {
    const [first] = parts;
    if (first === undefined)
        return undefined;
    const content = new TextEncoder().encode(JSON.stringify((0,_report_part_file_js__WEBPACK_IMPORTED_MODULE_4__/* .partsFile */ .d)(parts)));
    const name = (0,_report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .partArtifactName */ .fB)(parts, first.run.attempt);
    try {
        await (await artifacts()).upload(name, [{ name: _report_part_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .PART_FILE */ .xL, content }], { compress: true });
        return undefined;
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        return `the part could not be handed to the report: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageAndHelp */ .Uy)(thrown)}`;
    }
}


/***/ }),

/***/ 4117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q1: () => (/* binding */ begun),
  fe: () => (/* binding */ clientOf),
  DL: () => (/* binding */ fetchAccess),
  g2: () => (/* binding */ loadGitHub)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/artifacts/blob.ts
var blob = __webpack_require__(7828);
// EXTERNAL MODULE: ./src/core/artifacts/signed-url.ts
var signed_url = __webpack_require__(7164);
// EXTERNAL MODULE: ./src/core/artifacts/zip-read.ts
var zip_read = __webpack_require__(8093);
// EXTERNAL MODULE: ./src/core/github-port.ts
var github_port = __webpack_require__(4226);
// EXTERNAL MODULE: ./src/core/github-failure.ts
var github_failure = __webpack_require__(3851);
// EXTERNAL MODULE: ./src/core/github-retry.ts
var github_retry = __webpack_require__(7867);
;// CONCATENATED MODULE: ./src/core/github-errors.ts




const CAUSES = {
    token: 'auth',
    permission: 'auth',
    locked: 'policy',
    missing: 'config',
    invalid: 'config',
    limit: 'timeout',
    unavailable: 'timeout',
};
function faultOf(failure) {
    const { status, message } = failure;
    if (status === undefined || status >= 500 || status === 408)
        return 'unavailable';
    if (status === 401)
        return 'token';
    if ((0,github_failure/* isRateLimited */.Jz)(failure))
        return 'limit';
    if (status === 403)
        return /\blocked\b/i.test(message) ? 'locked' : 'permission';
    return status === 404 || status === 410 ? 'missing' : 'invalid';
}
function waitAsked(thrown) {
    const wait = thrown instanceof Error && github_retry/* WAIT_ASKED */.fA in thrown ? thrown[github_retry/* WAIT_ASKED */.fA] : undefined;
    return typeof wait === 'number' ? Math.ceil(wait / 1000) : undefined;
}
function help(fault, { permission, apiUrl }) {
    switch (fault) {
        case 'token':
            return 'Check the input github-token: the token may have expired, or belong to another server.';
        case 'permission':
            return `Give the job ${permission === undefined ? 'the permission' : `"permissions: ${permission}"`}. In a pull request from a fork, or one of Dependabot's, the token can only read.`;
        case 'locked':
            return 'Unlock the conversation of the pull request, or turn comments off with "comment: off".';
        case 'missing':
            return permission === undefined
                ? 'Check that the repository is right and that the token may see it.'
                : `Check the number, and that the token may see the repository (it needs "${permission}").`;
        case 'invalid':
            return "GitHub's own words are above; if they make no sense, please report a bug.";
        case 'limit':
            return 'Wait and run the job again; fewer jobs at once, or a token of their own, avoid it.';
        case 'unavailable':
            return `Run the job again. If it goes on: is ${new URL(apiUrl).host} reachable from this runner (proxy, firewall), and is GitHub up?`;
    }
}
function happened(fault, failure, thrown) {
    const wait = waitAsked(thrown);
    if (fault === 'limit')
        return `too many requests${wait === undefined ? '' : `, it asks us to wait ${wait} s`}`;
    if (failure.status === undefined)
        return `no answer${failure.code === undefined ? '' : ` (${failure.code})`}`;
    return `it answered ${failure.status}`;
}
/**
 * Turns what octokit throws into an error that says what we wanted, what GitHub said, which permission is needed and
 * what to do. What is already meant for the user passes as it is. The token is cut out of everything, also where a
 * server echoes it, and octokit's error (with headers and bodies) is not kept.
 */
function describeGitHubError(thrown, attempted) {
    const own = [thrown, thrown instanceof Error ? thrown.cause : undefined].find((e) => e instanceof errors/* UserError */.yo);
    if (own !== undefined)
        return own;
    const failure = (0,github_failure/* failureOf */.g5)(thrown);
    const fault = faultOf(failure);
    const clean = (text) => text.replaceAll(attempted.token, '***').replace(/\s+/g, ' ').trim();
    const said = clean(failure.message).slice(0, 300);
    // A gateway's 5xx page says nothing to the reader; GitHub's own short message does.
    const words = said === '' || said.startsWith('<') ? '' : `: ${said}`;
    const message = `Could not ${attempted.what} on GitHub, ${happened(fault, failure, thrown)}${words}`;
    return new github_port/* GitHubError */.y(message, fault, failure.status, {
        help: help(fault, attempted),
        causeClass: CAUSES[fault],
        cause: new Error(clean((0,errors/* errorMessage */.gJ)(thrown)).slice(0, 1000)),
    });
}

;// CONCATENATED MODULE: ./src/core/github-context.ts

/** What each request needs, for the message when it is missing. */
const PERMISSION = {
    /** What is read is read in order to write a comment: the message names what will be needed in the end. */
    pulls: 'pull-requests: write',
    pullsRead: 'pull-requests: read',
    actions: 'actions: read',
    contents: 'contents: read',
};
/** Entries of a page: the most GitHub gives. */
const PAGE = 100;
function makeContext(context) {
    const { apiUrl, token } = context;
    return {
        ...context,
        async attempt(what, permission, send) {
            const attempted = {
                what,
                apiUrl,
                token,
                ...(permission === undefined ? {} : { permission }),
            };
            try {
                return await send();
            }
            catch (error) {
                throw describeGitHubError(error, attempted);
            }
        },
    };
}
/** Follows `rel="next"` by number: the address in the link is not used. Stops when there are `limit` items. */
async function allPages(read, limit = Infinity) {
    const all = [];
    for (let page = 1;; page++) {
        const { items, link } = await read(page);
        all.push(...items);
        if (items.length === 0 || all.length >= limit || !/rel="next"/.test(link ?? '')) {
            return all.slice(0, limit);
        }
    }
}
/** Of a list that grew at its beginning while it was read: what moved to the next page is there twice, kept once. */
function eachOnce(items) {
    return [...new Map(items.map((item) => [item.id, item])).values()];
}

;// CONCATENATED MODULE: ./src/core/github-map.ts
/** GitHub's comment as ours. */
function commentOf(raw) {
    const { minimized, user } = raw;
    return {
        id: Number(raw.id),
        nodeId: raw.node_id,
        url: raw.html_url,
        body: raw.body ?? '',
        author: user === null ? undefined : { login: user.login, type: user.type },
        hiddenAs: minimized === undefined
            ? undefined
            : minimized === null
                ? ''
                : (minimized.reason ?? 'hidden').toLowerCase(),
    };
}
/** Of a pull request what lists tell too. */
function pullOf(raw) {
    const side = ({ ref, sha }) => ({ ref, sha });
    return {
        number: raw.number,
        url: raw.html_url,
        state: raw.state === 'open' ? 'open' : 'closed',
        draft: raw.draft ?? false,
        mergeCommitSha: raw.merge_commit_sha ?? undefined,
        updatedAt: Date.parse(raw.updated_at),
        labels: (raw.labels ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
        head: side(raw.head),
        base: side(raw.base),
        // A fork that was deleted is null: a fork all the same.
        fromFork: raw.head.repo === null || raw.head.repo.id !== raw.base.repo?.id,
    };
}
const jobOf = (raw) => ({
    id: Number(raw.id),
    name: raw.name,
    status: raw.status,
    conclusion: raw.conclusion ?? undefined,
    url: raw.html_url ?? undefined,
    runnerName: raw.runner_name ?? undefined,
});
/** A run is ended by GitHub after that: https://docs.github.com/en/actions/reference/limits */
const LONGEST_RUN_MS = 35 * 24 * 60 * 60 * 1000;
function runOf(raw) {
    const startedAt = Date.parse(raw.run_started_at ?? raw.created_at);
    const latest = startedAt + LONGEST_RUN_MS;
    return {
        id: Number(raw.id),
        headSha: raw.head_sha,
        status: raw.status ?? 'unknown',
        conclusion: raw.conclusion ?? undefined,
        createdAt: Date.parse(raw.created_at),
        startedAt,
        // Changes once more, long after the end, when logs expire.
        endedAt: Math.min(Math.max(Date.parse(raw.updated_at), startedAt), latest),
        event: raw.event,
        path: withoutRef(raw.path),
        headBranch: raw.head_branch ?? undefined,
        headRepository: raw.head_repository?.full_name,
        attempt: raw.run_attempt ?? 1,
        url: raw.html_url,
    };
}
/**
 * Some answers have the ref behind the file: `…/gitops.yml@main`, `…/gitops.yml@refs/heads/x`. A file may be called
 * `gitops.yml@x.yml`: what could be that is left as it is, so that nobody's file passes for another.
 */
function withoutRef(path) {
    const [, file = '', ref = ''] = /^([^@]+\.ya?ml)@(.+)$/s.exec(path) ?? [];
    // Names of files hold no slash.
    const [beginning = ''] = ref.split('/');
    return file === '' || /\.ya?ml(?:@|$)/i.test(beginning) ? path : file;
}
const artifactOf = (raw) => ({
    id: raw.id,
    name: raw.name,
    size: raw.size_in_bytes,
    digest: raw.digest ?? undefined,
    createdAt: raw.created_at === null ? 0 : Date.parse(raw.created_at),
    expired: raw.expired,
});
/** In lists a submodule calls itself a file, and only its address tells: Git has a tree there. */
const entryOf = (raw) => ({
    name: raw.name,
    type: raw.type === 'file' && /\/git\/trees\//.test(raw.git_url ?? '') ? 'submodule' : raw.type,
    sha: raw.sha,
});
function environmentOf({ name, protection_rules: rules = [] }) {
    const asked = rules.filter(({ type }) => type === 'required_reviewers');
    return {
        name,
        reviewers: asked.reduce((sum, { reviewers = [] }) => sum + reviewers.length, 0),
        preventSelfReview: asked.some((rule) => rule.prevent_self_review === true),
    };
}
const approvalOf = (raw) => ({
    state: raw.state,
    environments: raw.environments.flatMap(({ name }) => (name === undefined ? [] : [name])),
    by: raw.user?.login,
});

// EXTERNAL MODULE: ./src/core/http-exchange.ts
var http_exchange = __webpack_require__(7613);
;// CONCATENATED MODULE: ./src/core/github-artifacts.ts








const FAULTS = {
    unreachable: 'unavailable',
    refused: 'unavailable',
    'too-large': 'invalid',
    'other-bytes': 'invalid',
};
/** Artifacts of any run of the repository. */
function artifactOperations(context) {
    const { octokit, where, attempt, apiUrl, log, clock } = context;
    const send = (0,http_exchange/* makeSend */.PR)();
    /** Where the zip file is, for a minute: on another host, which must not get the token. */
    async function addressOf(id, name) {
        return attempt(`download the artifact ${name}`, PERMISSION.actions, async () => {
            const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
            const asked = {
                ...where,
                artifact_id: id,
                archive_format: 'zip',
                request: { redirect: 'manual' },
            };
            const { headers } = await octokit.request(route, asked);
            return (0,signed_url/* signedUrl */.i)(headers.location ?? '', apiUrl, log);
        });
    }
    return {
        artifactsOfRun: (runId) => attempt(`list the artifacts of run ${runId}`, PERMISSION.actions, async () => eachOnce(await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts';
            const asked = { ...where, run_id: runId, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.artifacts.map(artifactOf), link: headers.link };
        }))),
        newestArtifacts: (limit) => attempt('list the artifacts of the repository', PERMISSION.actions, async () => eachOnce(await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/artifacts';
            const asked = { ...where, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            const items = data.artifacts.map((raw) => {
                const run = raw.workflow_run;
                const isKnown = run?.id !== undefined && run.head_sha !== undefined;
                return {
                    ...artifactOf(raw),
                    run: isKnown ? { id: Number(run.id), headSha: String(run.head_sha) } : undefined,
                };
            });
            return { items, link: headers.link };
        }, limit))),
        async downloadArtifact({ id, name, digest, size }, limit) {
            if (size > limit)
                throw tooLarge(name, size, limit);
            try {
                const address = () => addressOf(id, name);
                return await (0,zip_read/* readZip */.u)(await (0,blob/* readBlob */.gm)({ name, address, digest, limit }, { send, clock, log }), limit);
            }
            catch (error) {
                if ((0,github_port/* isGitHubFault */.u)(error) || error instanceof github_port/* GitHubError */.y || !(error instanceof errors/* UserError */.yo))
                    throw error;
                const fault = error instanceof blob/* BlobError */.K4 ? FAULTS[error.fault] : 'invalid';
                const { help, causeClass } = error;
                throw new github_port/* GitHubError */.y(error.message, fault, undefined, {
                    causeClass,
                    ...(help === undefined ? {} : { help }),
                });
            }
        },
    };
}
const tooLarge = (name, size, limit) => new github_port/* GitHubError */.y(`The artifact ${name} has ${size} bytes, at most ${limit} are taken`, 'invalid', undefined, {
    causeClass: 'policy',
});

;// CONCATENATED MODULE: ./src/core/github-comments.ts





const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/** Comments of pull requests. */
function commentOperations({ octokit, where, attempt, policy, log, clock }) {
    function listComments(number) {
        return attempt(`read the comments of #${number}`, PERMISSION.pulls, async () => allPages(async (page) => {
            const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...where, issue_number: number, per_page: PAGE, page });
            return { items: data.map(commentOf), link: headers.link };
        }));
    }
    function createComment(number, body, isTheNewOne) {
        return attempt(`write a comment on #${number}`, PERMISSION.pulls, async () => {
            for (let tries = 0;; tries++) {
                try {
                    const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                        ...where,
                        issue_number: number,
                        body,
                    });
                    return commentOf(data);
                }
                catch (error) {
                    if (!(0,github_failure/* isAnswerLost */.jr)((0,github_failure/* failureOf */.g5)(error)) || tries >= policy.retries)
                        throw error;
                }
                // It may be there. GitHub shows a new comment in lists after a moment only.
                log.info(`GitHub's answer to a new comment was lost; looking whether it is there`);
                await clock.sleep((0,github_retry/* backoff */.JN)(tries));
                const found = (await listComments(number)).find(isTheNewOne);
                if (found !== undefined)
                    return found;
            }
        });
    }
    return {
        listComments,
        createComment,
        updateComment: (id, body) => attempt(`update our comment ${id}`, PERMISSION.pulls, async () => {
            const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
            return commentOf((await octokit.request(route, { ...where, comment_id: id, body })).data);
        }),
        async deleteComment(id) {
            try {
                await attempt(`delete our comment ${id}`, PERMISSION.pulls, () => octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                    ...where,
                    comment_id: id,
                }));
            }
            catch (error) {
                if (!(0,github_port/* isGitHubFault */.u)(error, 'missing'))
                    throw error;
            }
        },
        minimizeComment: (nodeId) => attempt('hide an old comment of ours', PERMISSION.pulls, async () => {
            await octokit.graphql(MINIMIZE, { id: nodeId });
        }),
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/core/http-module.ts
var http_module = __webpack_require__(9056);
;// CONCATENATED MODULE: ./src/core/github-transport.ts



/**
 * Sends requests over connections that are kept. Redirects are not followed. Rejects with Node's error when no whole
 * answer comes. `url` is of `origin`. Node's own `fetch` does the same, but takes ten times as long to load.
 */
async function makeTransport(origin) {
    const http = await (0,http_module/* httpModule */.r)(origin);
    const agent = new http.Agent({ keepAlive: true });
    return async (url, { method = 'GET', headers = {}, body, signal }) => {
        const response = await new Promise((resolve, reject) => {
            const options = {
                method,
                agent,
                headers: { ...headers, 'accept-encoding': 'gzip' },
                ...(signal === undefined ? {} : { signal }),
            };
            const request = http.request(url, options, resolve);
            request.on('error', reject);
            request.end(body);
        });
        const bytes = await unpacked(await (0,http_exchange/* bytesOf */.$$)(response), response.headers['content-encoding']);
        return {
            url,
            status: response.statusCode ?? 0,
            statusText: response.statusMessage ?? '',
            headers: headersOf(response),
            text: () => Promise.resolve(bytes.toString('utf8')),
            arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
        };
    };
}
async function unpacked(bytes, encoding) {
    // An answer without a body may carry the header all the same.
    if (bytes.length === 0 || encoding === undefined || encoding === 'identity')
        return bytes;
    if (!/^(?:x-)?gzip$/i.test(encoding))
        throw new Error(`the answer is packed in a way we did not ask for`);
    const { gunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    return (0,external_node_util_.promisify)(gunzip)(bytes);
}
function headersOf({ headers }) {
    return new Map(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
}

;// CONCATENATED MODULE: ./src/core/github-fetch.ts


const MAX_REDIRECTS = 3;
/**
 * The fetch under the GitHub client. It speaks to the origin of `apiUrl` and to no other, so that the token cannot
 * go elsewhere: not by a redirect, not by a link in an answer. Redirects within the origin (a repository was renamed)
 * are followed. With `redirect: 'manual'` one that is found elsewhere (302, 303) is handed out instead: whoever asks for
 * that goes there without the token. It goes through the proxy that the toolkit would use (`https_proxy`, `http_proxy`, `no_proxy`).
 */
async function makeFetch(apiUrl, timeoutMs) {
    const origin = new URL(apiUrl).origin;
    const send = await transport(apiUrl);
    return async function fetchFromApi(url, init) {
        let target = new URL(url);
        for (let redirects = 0;; redirects++) {
            if (target.origin !== origin) {
                throw new errors/* UserError */.yo(`GitHub's API at ${origin} sent us to ${target.origin}: refused`, {
                    help: 'The token is sent to the API server only. Check GITHUB_API_URL and the proxy.',
                    causeClass: 'policy',
                });
            }
            const response = await send(target.href, {
                ...init,
                redirect: 'manual',
                signal: AbortSignal.timeout(timeoutMs),
            });
            const location = response.headers.get('location');
            const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
            if (!isRedirect)
                return response;
            // 301, 307 and 308 say that the repository was renamed: the same question, at another address.
            if (init.redirect === 'manual' && (response.status === 302 || response.status === 303))
                return response;
            await response.body?.cancel();
            // 301 to 303 let a client turn POST into GET: that would look like success.
            const keepsMethod = response.status >= 307 || init.method === 'GET';
            if (location === null || !keepsMethod || redirects >= MAX_REDIRECTS) {
                throw new errors/* UserError */.yo(`GitHub's API answered ${response.status} and does not say where to go`, {
                    help: 'Was the repository renamed or moved? Run the workflow again from where it is now.',
                });
            }
            target = new URL(location, target);
        }
    };
}
/** Our own transport, or with a proxy the toolkit's. */
async function transport(apiUrl) {
    const { getProxyUrl } = await __webpack_require__.e(/* import() */ 9783).then(__webpack_require__.bind(__webpack_require__, 9783));
    if (getProxyUrl(new URL(apiUrl)) === undefined) {
        const send = await makeTransport(new URL(apiUrl));
        // octokit sends headers as an object and bodies as text, and reads nothing else of an answer.
        return async (url, init) => (await send(url, init));
    }
    const [{ HttpClient }, undici] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(2779)]).then(__webpack_require__.bind(__webpack_require__, 2779)), __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19))]);
    const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
    return async (url, init) => {
        const options = { ...init, dispatcher };
        return (await undici.fetch(url, options));
    };
}

;// CONCATENATED MODULE: ./src/core/github-pace.ts
/** Milliseconds between the starts of two writes, and of two that GitHub sends mail for. */
const BETWEEN_WRITES = 1_000;
const BETWEEN_NOTIFICATIONS = 3_000;
/**
 * GitHub's rules for who writes much, for one client:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
function makePace(clock) {
    let nextWrite = 0;
    let nextNotification = 0;
    return async ({ method, url }) => {
        if (method === 'GET' || method === 'HEAD')
            return;
        const now = clock.now();
        const notifies = isNewComment({ method, url });
        const at = Math.max(now, nextWrite, notifies ? nextNotification : 0);
        // Taken before the wait: of two that wait, each has its own time.
        nextWrite = at + BETWEEN_WRITES;
        if (notifies)
            nextNotification = at + BETWEEN_NOTIFICATIONS;
        if (at > now)
            await clock.sleep(at - now);
    };
}
/** Of what we write, only this tells people. */
const isNewComment = ({ method, url }) => method === 'POST' && /\/comments$/.test(url);

;// CONCATENATED MODULE: ./src/core/github-octokit.ts



/** octokit with our transport, pace and retries. */
async function makeOctokit(settings) {
    const { token, apiUrl, policy, clock, log } = settings;
    // Not @actions/github: it takes three times as long to load, and reads GITHUB_API_URL and the event at import.
    const [{ Octokit: Client }, fetch] = await Promise.all([
        __webpack_require__.e(/* import() */ 5194).then(__webpack_require__.bind(__webpack_require__, 5194)),
        makeFetch(apiUrl, settings.timeoutMs),
    ]);
    const debug = (message) => log.debug(message);
    const octokitLog = { debug, info: debug, warn: debug, error: debug };
    const octokit = new Client({
        auth: token,
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'gitops-pipeline',
        log: octokitLog,
        request: { fetch, log: octokitLog },
    });
    const pace = settings.pace ? makePace(clock) : noPace;
    octokit.hook.wrap('request', (request, options) => (0,github_retry/* withRetries */.LH)(async () => whole(await request(options)), options, policy, { clock, log, pace }));
    return octokit;
}
const noPace = () => Promise.resolve();
/** octokit hands out as good what is none: text when JSON breaks off, and GraphQL's own rate limit. */
function whole(response) {
    const { data, status } = response;
    const isEmpty = status === 204 || (status >= 300 && status < 400);
    if (!isEmpty && typeof data === 'string')
        throw new Error('the answer broke off');
    if (isGraphqlLimit(data))
        throw Object.assign(new Error('GraphQL rate limit'), { response });
    return response;
}
function isGraphqlLimit(data) {
    if (typeof data !== 'object' || data === null || !('errors' in data) || !Array.isArray(data.errors))
        return false;
    return data.errors.some((error) => error?.type === 'RATE_LIMITED');
}

// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
;// CONCATENATED MODULE: ./src/core/github-pulls.ts



/** A person points it at another branch, or GitHub does so when its base is merged and deleted. */
const BASE_EVENTS = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);
/** Pull requests. */
function pullOperations({ octokit, where, attempt }) {
    const list = (filter, limit) => allPages(async (page) => {
        const asked = { ...where, ...filter, sort: 'created', direction: 'desc', per_page: PAGE, page };
        const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/pulls', asked);
        return { items: data.map((raw) => ({ id: raw.number, pull: pullOf(raw) })), link: headers.link };
    }, limit).then((found) => eachOnce(found).map(({ pull }) => pull));
    return {
        getPull: (number) => attempt(`read pull request #${number}`, PERMISSION.pulls, async () => {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
            const { data } = await octokit.request(route, { ...where, pull_number: number });
            return { ...pullOf(data), merged: data.merged };
        }),
        pullsForCommit: (sha) => attempt(`find the pull requests of commit ${(0,short_commit/* shortCommit */.A)(sha)}`, PERMISSION.pulls, () => allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
            const asked = { ...where, commit_sha: sha, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.map(pullOf), link: headers.link };
        })),
        openPulls: (base, limit) => attempt(`list the open pull requests into ${base}`, PERMISSION.pullsRead, () => list({ state: 'open', base }, limit)),
        pullsFrom: (branch, limit) => attempt(`list the pull requests from ${branch}`, PERMISSION.pullsRead, () => 
        // A branch of the same name in a fork has another owner.
        list({ state: 'all', head: `${where.owner}:${branch}` }, limit)),
        baseChangedAt: (number) => attempt(`read the events of #${number}`, PERMISSION.pullsRead, async () => {
            const events = await allPages(async (page) => {
                const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events';
                const asked = { ...where, issue_number: number, per_page: PAGE, page };
                const { data, headers } = await octokit.request(route, asked);
                return { items: data, link: headers.link };
            });
            const times = events
                .filter(({ event }) => BASE_EVENTS.has(event))
                .map((event) => Date.parse(event.created_at));
            return times.length === 0 ? undefined : Math.max(...times);
        }),
    };
}

;// CONCATENATED MODULE: ./src/core/github-repository.ts




/** GitHub lists no more entries of a folder, without a word. Source: https://docs.github.com/rest/repos/contents */
const FOLDER_LIMIT = 1000;
/** The repository itself: branches, commits, files, environments. */
function repositoryOperations({ octokit, where, attempt }) {
    /** Undefined where there is no such thing. */
    async function ifThere(what, permission, send, isThere = () => false) {
        try {
            return await attempt(what, permission, send);
        }
        catch (error) {
            if ((0,github_port/* isGitHubFault */.u)(error, 'missing') && !isThere(error))
                return undefined;
            throw error;
        }
    }
    return {
        isPublic: () => attempt('read what kind of repository this is', 'metadata: read', async () => {
            const { data } = await octokit.request('GET /repos/{owner}/{repo}', where);
            // What everybody in the company can read (`internal`) is private as well.
            return !data.private && (data.visibility ?? 'public') === 'public';
        }),
        branchHead: (branch) => ifThere(`read the branch ${branch}`, PERMISSION.contents, async () => {
            const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
            return (await octokit.request(route, { ...where, ref: `heads/${branch}` })).data.object.sha;
        }),
        mergeBase: (base, head) => 
        // Also what it answers to commits without a common ancestor.
        ifThere(`find where ${base} and ${head} parted`, PERMISSION.contents, async () => {
            const route = 'GET /repos/{owner}/{repo}/compare/{base}...{head}';
            // Changed files, with their patches, come on the first page only: not wanted, and megabytes.
            const asked = { ...where, base, head, per_page: 1, page: 2 };
            return (await octokit.request(route, asked)).data.merge_base_commit.sha;
        }),
        commitsBetween: (base, head, limit) => ifThere(`list the commits between ${base} and ${head}`, PERMISSION.contents, async () => {
            let total = 0;
            const commits = await allPages(async (page) => {
                const route = 'GET /repos/{owner}/{repo}/compare/{base}...{head}';
                const asked = { ...where, base, head, per_page: PAGE, page };
                const { data, headers } = await octokit.request(route, asked);
                total = data.total_commits;
                return { items: data.commits.map(({ sha }) => sha), link: headers.link };
            }, limit);
            if (commits.length < Math.min(total, limit)) {
                throw new Error(`GitHub told of ${total} commits and listed ${commits.length}`);
            }
            return { total, commits };
        }),
        folder: (path, ref) => ifThere(`list the folder ${path === '' ? '/' : path} at ${ref}`, PERMISSION.contents, async () => {
            const route = 'GET /repos/{owner}/{repo}/contents/{path}';
            const { data } = await octokit.request(route, { ...where, path, ref });
            // A file, or a symbolic link: no folder.
            if (!Array.isArray(data))
                return undefined;
            if (data.length >= FOLDER_LIMIT) {
                throw new errors/* UserError */.yo(`The folder ${path} has more than ${FOLDER_LIMIT - 1} entries, GitHub does not list all`);
            }
            return data.map(entryOf);
        }, 
        // Then nobody knows what is in it: that is not "there is none".
        ({ message }) => /no commit found/i.test(message)),
        environment: (name) => ifThere(`read the environment ${name}`, PERMISSION.actions, async () => {
            const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}';
            return environmentOf((await octokit.request(route, { ...where, environment_name: name })).data);
        }),
    };
}

;// CONCATENATED MODULE: ./src/core/github-runs.ts



/** Workflow runs. */
function runOperations({ octokit, where, attempt }) {
    return {
        jobsOfRun: (runId, attemptNumber) => attempt(`read the jobs of run ${runId}`, PERMISSION.actions, () => allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';
            const asked = { ...where, run_id: runId, attempt_number: attemptNumber, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.jobs.map(jobOf), link: headers.link };
        })),
        workflowRuns: (workflow, { branch, event }) => attempt(`read the runs of ${workflow}`, PERMISSION.actions, async () => {
            const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
            const asked = { ...where, workflow_id: workflow, branch, event, per_page: PAGE };
            const { data } = await octokit.request(route, { ...asked, exclude_pull_requests: true });
            return { total: data.total_count, runs: data.workflow_runs.map(runOf) };
        }),
        runsOfCommit: (headSha) => attempt(`read the runs of commit ${(0,short_commit/* shortCommit */.A)(headSha)}`, PERMISSION.actions, async () => eachOnce(await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs';
            const asked = { ...where, head_sha: headSha, exclude_pull_requests: true, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.workflow_runs.map(runOf), link: headers.link };
        }))),
        approvalsOfRun: (runId) => attempt(`read who approved run ${runId}`, PERMISSION.actions, async () => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals';
            return (await octokit.request(route, { ...where, run_id: runId })).data.map(approvalOf);
        }),
    };
}

// EXTERNAL MODULE: ./src/core/log.ts
var core_log = __webpack_require__(4325);
;// CONCATENATED MODULE: ./src/core/github.ts










/**
 * The one way to GitHub. Loads octokit (only when it is needed: about 20 ms), sends nothing yet.
 * Throws `UserError` for settings that cannot work.
 */
async function makeGitHub(settings) {
    const { token, apiUrl, log, clock = (0,core_log/* systemClock */.ml)() } = settings;
    const { owner, repo } = checked(settings);
    const policy = { retries: settings.retries ?? 3, maxWaitMs: settings.maxWaitMs ?? 60_000 };
    const octokit = await makeOctokit({ timeoutMs: 30_000, pace: true, ...settings, clock, policy });
    const context = makeContext({ octokit, where: { owner, repo }, token, apiUrl, log, clock, policy });
    const { attempt } = context;
    let login;
    const tokenKind = token.startsWith('ghs_') ? 'installation' : 'user';
    async function askLogin() {
        try {
            return await attempt('ask whose the token is', undefined, async () => {
                if (tokenKind === 'user')
                    return (await octokit.request('GET /user')).data.login;
                // `GET /user` is not for installations; GraphQL tells them.
                const answer = await octokit.graphql('{ viewer { login } }');
                return answer.viewer.login;
            });
        }
        catch (error) {
            if ((0,github_port/* isGitHubFault */.u)(error, 'permission', 'missing', 'invalid'))
                return undefined;
            throw error;
        }
    }
    return {
        tokenKind,
        authenticatedLogin: () => (login ??= askLogin()),
        ...commentOperations(context),
        ...pullOperations(context),
        ...runOperations(context),
        ...artifactOperations(context),
        ...repositoryOperations(context),
    };
}
function checked({ token, repository, apiUrl }) {
    // A token with a line end would be quoted, whole, in the error of whoever builds the header.
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new errors/* UserError */.yo(token === '' ? 'There is no GitHub token' : 'The GitHub token holds blanks or other signs no token has', {
            where: 'github-token',
            help: "Leave github-token out to use the job's own token, or check the secret behind it.",
            causeClass: 'auth',
        });
    }
    if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
        throw new errors/* UserError */.yo('GITHUB_API_URL is not the address of an API');
    }
    const [owner, repo, ...more] = repository.split('/');
    if (!owner || !repo || more.length > 0) {
        throw new errors/* UserError */.yo(`Not a repository (owner/name): ${repository}`);
    }
    return { owner, repo };
}

;// CONCATENATED MODULE: ./src/actions/github-client.ts

/**
 * Loads the client while plans are made, unless no comment is to be written. Nothing is sent; a token that cannot work
 * is told of when the client is asked for.
 */
function loadGitHub(comment, token, context) {
    return comment === 'off' ? () => clientOf(token, context) : begun(clientOf(token, context));
}
/** The client of this run's repository. */
function clientOf(token, { run, log, clock }) {
    return makeGitHub({ token, repository: run.repository, apiUrl: run.apiUrl, log, clock });
}
/** What Git needs to fetch from this run's server. */
function fetchAccess(token, { run }) {
    return { serverUrl: run.serverUrl, ...(token === '' ? {} : { token }) };
}
/** For what is begun before it is needed: should it fail, whoever asks for it is told, and nobody else. */
function begun(work) {
    work.catch(() => undefined);
    return () => work;
}


/***/ }),

/***/ 7889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ privateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);



/**
 * A new folder of this step's own, which goes with the job (RUNNER_TEMP).
 * @returns its absolute path
 */
async function privateFolder(temp) {
    if (temp === '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('RUNNER_TEMP is not set', {
            help: 'The runner sets it; on a laptop use `npm start`.',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(temp, { recursive: true });
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'gitops-pipeline-'));
}


/***/ }),

/***/ 7828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ networkWords),
/* harmony export */   K4: () => (/* binding */ BlobError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zh: () => (/* binding */ writeBlob),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _http_exchange_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7613);
/* harmony import */ var _repeat_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8048);




class BlobError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    fault;
    constructor(message, fault, help) {
        super(message, { help, causeClass: fault === 'unreachable' ? 'timeout' : 'policy' });
        this.name = 'BlobError';
        this.fault = fault;
    }
}
const IDLE_MS = 60_000;
/** Bytes of an answer that is only a word of the store. */
const WORDS = 64 * 1024;
/**
 * The bytes of an artifact, checked against its digest. The request carries no token: the address is its own key.
 * @throws BlobError, and whatever `address` throws
 */
async function readBlob(wanted, ports) {
    const what = `the artifact ${wanted.name}`;
    const wrong = (fault, why, help) => new BlobError(`Could not download ${what}: ${why}`, fault, help);
    const result = await (0,_repeat_js__WEBPACK_IMPORTED_MODULE_2__/* .repeat */ .u)(`download ${what}`, ports, async () => {
        const url = await wanted.address();
        let answer;
        try {
            answer = await ports.send(url, { method: 'GET', limit: wanted.limit, idleMs: IDLE_MS });
        }
        catch (error) {
            if (!(error instanceof _http_exchange_js__WEBPACK_IMPORTED_MODULE_3__/* .TooLargeError */ .qB))
                return { again: networkWords(error) };
            throw wrong('too-large', `it is larger than ${wanted.limit} bytes`, 'An artifact of ours is not: look who made it.');
        }
        const { status, bytes, headers } = answer;
        if (status === 200)
            return { done: bytes };
        const said = `the store answered ${status}${codeOf(answer)}`;
        // 403: the address ran out meanwhile. 404: a new blob is not everywhere at once.
        if (status === 403 || status === 404 || isPassing(status))
            return { again: said, after: headers['retry-after'] };
        throw wrong('refused', said, 'Run the job again.');
    });
    if ('gaveUp' in result) {
        const help = 'Run the job again. If it goes on: may this runner reach the store (proxy, firewall)?';
        throw wrong(/answered 40/.test(result.gaveUp) ? 'refused' : 'unreachable', result.gaveUp, help);
    }
    const { done } = result;
    if (wanted.digest !== undefined && wanted.digest.toLowerCase() !== digestOf(done)) {
        throw wrong('other-bytes', 'its contents are not what its digest says', 'Run the job that made it again.');
    }
    return done;
}
/** Uploads in one piece; twice is once. @throws BlobError */
async function writeBlob(url, name, bytes, ports) {
    const what = `upload the artifact ${name}`;
    const result = await (0,_repeat_js__WEBPACK_IMPORTED_MODULE_2__/* .repeat */ .u)(what, ports, async () => {
        // https://learn.microsoft.com/rest/api/storageservices/put-blob: up to 5,000 MiB in one piece.
        const headers = {
            'x-ms-blob-type': 'BlockBlob',
            'x-ms-version': '2024-11-04',
            'x-ms-blob-content-type': 'application/zip',
            'content-type': 'application/zip',
        };
        let answer;
        try {
            answer = await ports.send(url, { method: 'PUT', headers, body: bytes, limit: WORDS, idleMs: IDLE_MS });
        }
        catch (error) {
            return { again: networkWords(error) };
        }
        const { status } = answer;
        if (status === 200 || status === 201)
            return { done: true };
        const said = `the store answered ${status}${codeOf(answer)}`;
        if (isPassing(status))
            return { again: said, after: answer.headers['retry-after'] };
        throw new BlobError(`Could not ${what}: ${said}`, 'refused', 'Run the job again.');
    });
    if ('gaveUp' in result) {
        const help = 'Run the job again. If it goes on: may this runner reach the store (proxy, firewall)?';
        throw new BlobError(`Could not ${what}: ${result.gaveUp}`, 'unreachable', help);
    }
}
const digestOf = (bytes) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
/** True for what may be better next time. */
const isPassing = (status) => status === 408 || status === 429 || status >= 500;
/** Never the address: it is a key. */
function networkWords(error) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error);
    return code === undefined ? 'the answer broke off' : `no answer (${code})`;
}
function codeOf({ headers }) {
    const code = headers['x-ms-error-code'];
    return typeof code === 'string' && /^\w{1,60}$/.test(code) ? ` (${code})` : '';
}


/***/ }),

/***/ 2091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isEntryName),
/* harmony export */   J: () => (/* binding */ clashOf)
/* harmony export */ });
/**
 * True for a name that is safe as a path below any folder, on any system that has runners: relative, with `/`, without
 * `.` and `..`, empty parts, drives, and the signs that upload-artifact refuses too.
 */
function isEntryName(name) {
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    if (name === '' || name.length > 1024 || /[\u0000-\u001f\u007f"<>|*?:\\]/.test(name))
        return false;
    return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
/** A name that is there twice, or is both a file and a folder; undefined: there is none. */
function clashOf(names) {
    const files = new Set();
    for (const name of names) {
        if (files.has(name))
            return name;
        files.add(name);
    }
    return names.find((name) => {
        const parts = name.split('/');
        return parts.some((_, at) => at > 0 && files.has(parts.slice(0, at).join('/')));
    });
}


/***/ }),

/***/ 8048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ repeat)
/* harmony export */ });
/* harmony import */ var _github_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7867);

const TRIES = 5;
const LONGEST_WAIT_MS = 60_000;
/**
 * Tries until it is done, five times at most: 1, 2, 4 and 8 s apart, or as long as the server asks, a minute at most.
 *
 * @param what completes "we could not …", for the log
 */
async function repeat(what, { clock, log }, attempt) {
    for (let tries = 1;; tries++) {
        const result = await attempt(tries);
        if ('done' in result)
            return result;
        if (tries >= TRIES)
            return { gaveUp: `${result.again} (${TRIES} tries)` };
        const asked = /^\d+$/.test(result.after ?? '') ? Number(result.after) * 1000 : 0;
        const wait = Math.min(Math.max(asked, (0,_github_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .backoff */ .JN)(tries - 1)), LONGEST_WAIT_MS);
        log.info(`could not ${what}: ${result.again}; trying again in ${wait / 1000} s (${tries} of ${TRIES - 1})`);
        await clock.sleep(wait);
    }
}


/***/ }),

/***/ 7164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ signedUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _tools_download_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7027);


/**
 * An address that opens a blob to whoever has it. From here on its signature is masked in the log.
 *
 * @param service the address of the service that gave it: where that is plain HTTP (in tests), this may be
 * @throws UserError when it is no address, or others on the way could read or change what is sent
 */
function signedUrl(text, service, log) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined)
        maskSignature(url, log);
    const isPlain = new URL(service).protocol === 'http:' && url?.protocol === 'http:';
    if (url === undefined || !(isPlain || (0,_tools_download_js__WEBPACK_IMPORTED_MODULE_1__/* .isTrusted */ .W)(url.href))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GitHub gave an address of the artifact that we do not use: it is not HTTPS', {
            causeClass: 'policy',
        });
    }
    return url;
}
/** As it is in the address, and as it is meant: errors of other programs may quote either. */
function maskSignature(url, log) {
    const raw = /[?&]sig=([^&]*)/.exec(url.search)?.[1] ?? '';
    const forms = [raw, url.searchParams.get('sig') ?? ''];
    // A short one is none, and masking it would blacken every line.
    for (const form of new Set([...forms, ...forms.map(encodeURIComponent)]))
        if (form.length >= 8)
            log.mask(form);
}


/***/ }),

/***/ 8093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2091);



const END = 0x06054b50;
const END_SIZE = 22;
const DIRECTORY = 0x02014b50;
const DIRECTORY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const SYMLINK = 0o120000;
/**
 * The files of a zip archive that somebody else may have made, in its own order; folders are left out.
 *
 * Read by hand because fflate cuts an entry off at the size it declares, without a word, and checks no CRC. What is
 * declared, what is there and what comes out must agree; entries may not share bytes (the trick of the archives that
 * grow a million-fold).
 * Source: https://pkwaredownloads.blob.core.windows.net/pem/APPNOTE.txt (4.3)
 *
 * @param limit bytes of all files together
 * @throws UserError saying what is wrong with it
 */
async function readZip(bytes, limit) {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { entries, start } = directoryOf(zip);
    const clash = (0,_entry_name_js__WEBPACK_IMPORTED_MODULE_2__/* .clashOf */ .J)(entries.map(({ name }) => name));
    if (clash !== undefined)
        throw refused(`it holds ${JSON.stringify(clash)} twice`);
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    if (total > limit)
        throw refused(`it unpacks to ${total} bytes, at most ${limit} are taken`);
    const packed = packedBytes(zip, entries, start);
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    const inflate = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(zlib.inflateRaw);
    const files = [];
    for (const { name, stored, size, crc } of entries) {
        const data = packed.get(name) ?? Buffer.alloc(0);
        const content = stored
            ? data
            : await inflate(data, { maxOutputLength: Math.max(size, 1) }).catch((cause) => {
                throw refused(`${JSON.stringify(name)} cannot be unpacked`, cause);
            });
        if (content.length !== size)
            throw refused(`${JSON.stringify(name)} is not as long as it says`);
        if (zlib.crc32(content) !== crc)
            throw refused(`the checksum of ${JSON.stringify(name)} is wrong`);
        files.push({ name, content: new Uint8Array(content.buffer, content.byteOffset, content.length) });
    }
    return files;
}
const refused = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The artifact is not a zip file that we take: ${why}`, { cause });
/** What the archive says is in it, without folders, and where its directory begins. */
function directoryOf(zip) {
    const end = endOf(zip);
    const count = zip.readUInt16LE(end + 10);
    const start = zip.readUInt32LE(end + 16);
    const parts = zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count;
    if (count === 0xffff || start === 0xffffffff || parts)
        throw refused('it is of the kind for huge archives');
    if (start + zip.readUInt32LE(end + 12) > end)
        throw refused('its directory is broken');
    const entries = [];
    let at = start;
    for (let read = 0; read < count; read++) {
        if (at + DIRECTORY_SIZE > end || zip.readUInt32LE(at) !== DIRECTORY)
            throw refused('its directory is broken');
        const nameEnd = at + DIRECTORY_SIZE + zip.readUInt16LE(at + 28);
        const next = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        if (next > end)
            throw refused('its directory is broken');
        const entry = entryOf(zip, at, nameEnd);
        if (entry !== undefined)
            entries.push(entry);
        at = next;
    }
    return { entries, start };
}
/** Where the last record is: it ends the file, but for a comment. */
function endOf(zip) {
    const first = Math.max(zip.length - END_SIZE - MAX_COMMENT, 0);
    for (let at = zip.length - END_SIZE; at >= first; at--) {
        if (zip.readUInt32LE(at) === END && at + END_SIZE + zip.readUInt16LE(at + 20) === zip.length)
            return at;
    }
    throw refused('it has no directory; was it cut off?');
}
/** Undefined for a folder. */
function entryOf(zip, at, nameEnd) {
    const name = textOf(zip.subarray(at + DIRECTORY_SIZE, nameEnd));
    const isFolder = name.endsWith('/');
    if (!(0,_entry_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isEntryName */ .G)(isFolder ? name.slice(0, -1) : name)) {
        throw refused(`it holds ${JSON.stringify(name.slice(0, 100))}, which is no name of a file in it`);
    }
    const method = zip.readUInt16LE(at + 10);
    const entry = {
        name,
        stored: method === 0,
        crc: zip.readUInt32LE(at + 16),
        packedSize: zip.readUInt32LE(at + 20),
        size: zip.readUInt32LE(at + 24),
        offset: zip.readUInt32LE(at + 42),
    };
    const what = JSON.stringify(name);
    if ((zip.readUInt16LE(at + 8) & 1) === 1)
        throw refused(`${what} is encrypted`);
    if (((zip.readUInt32LE(at + 38) >>> 16) & 0o170000) === SYMLINK)
        throw refused(`${what} is a symbolic link`);
    if ([entry.size, entry.packedSize, entry.offset].includes(0xffffffff))
        throw refused(`${what} is huge`);
    if (method !== 0 && method !== 8)
        throw refused(`${what} is packed in an unknown way`);
    if (isFolder && entry.size > 0)
        throw refused(`the folder ${what} has contents`);
    return isFolder ? undefined : entry;
}
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw refused('a name in it is not UTF-8');
    }
}
/** The bytes of each entry, after a look that none shares some with another, or with the directory. */
function packedBytes(zip, entries, directory) {
    const packed = new Map();
    let free = 0;
    for (const { name, offset, packedSize } of [...entries].sort((a, b) => a.offset - b.offset)) {
        const what = JSON.stringify(name);
        if (offset < free)
            throw refused(`${what} shares bytes with another file`);
        if (offset + LOCAL_SIZE > directory || zip.readUInt32LE(offset) !== LOCAL) {
            throw refused(`${what} is not where it says`);
        }
        const nameAt = offset + LOCAL_SIZE;
        const nameEnd = nameAt + zip.readUInt16LE(offset + 26);
        const data = nameEnd + zip.readUInt16LE(offset + 28);
        free = data + packedSize;
        if (free > directory)
            throw refused(`${what} is not where it says`);
        // Two readers could else see two names.
        if (textOf(zip.subarray(nameAt, nameEnd)) !== name)
            throw refused(`${what} has two names`);
        packed.set(name, zip.subarray(data, free));
    }
    return packed;
}


/***/ }),

/***/ 2049:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ MARKER_LENGTH),
/* harmony export */   Pe: () => (/* binding */ withMarker),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   e2: () => (/* binding */ withStaleMarker),
/* harmony export */   rr: () => (/* binding */ bodyDigest),
/* harmony export */   s8: () => (/* binding */ markerKey),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The hidden first line of each of our comments:
 *
 *     <!-- gitops-pipeline key=KEY run=ID attempt=N sha=SHA digest=SHA256 says=SHA256 -->
 *
 * with ` outdated` before the end of a folded one. KEY is 1 to 100 of `A-Za-z0-9._/:-` without `--`, ID and N are
 * decimal, SHA is 7 to 64 and SHA256 is 64 hexadecimal digits: no value can end the HTML comment or hold a blank.
 * Only at the very start of a body it counts. Whoever quotes it elsewhere, or writes it in a plan, gets nothing.
 */
const MARKER = /^<!-- gitops-pipeline key=([\w./:-]{1,100}) run=(\d{1,20}) attempt=(\d{1,9}) sha=([0-9a-f]{7,64}) digest=([0-9a-f]{64}) says=([0-9a-f]{64})( outdated)? -->\n/;
/** No marker is longer, with its line end. What a body may use is the limit less this. */
const MARKER_LENGTH = 480;
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/** A key as the marker can hold it: itself if it is plain, else its SHA-256. Different keys stay different. */
function markerKey(key) {
    // No colon in a plain key: it cannot pose as a hash.
    return /^[\w./-]{1,100}$/.test(key) && !key.includes('--') ? key : `sha256:${sha256(key)}`;
}
/** The same for what GitHub hands back, should it change line ends or trailing blanks. */
function bodyDigest(body) {
    return sha256(body.replace(/\r\n?/g, '\n').trim());
}
/** A whole comment: marker line and body. Throws when the run's values could not stand in a marker (our bug). */
function withMarker({ key, run, body, stable = body, outdated = false }) {
    const values = `key=${markerKey(key)} run=${run.id} attempt=${run.attempt} sha=${run.sha.toLowerCase()}`;
    const digests = `digest=${bodyDigest(body)} says=${bodyDigest(stable)}`;
    const line = `<!-- gitops-pipeline ${values} ${digests}${outdated ? ' outdated' : ''} -->\n`;
    if (readMarker(line) === undefined)
        throw new Error(`no comment marker can hold ${JSON.stringify(run)}`);
    return line + body;
}
/** Of no text. */
const NO_DIGEST = '0'.repeat(64);
/**
 * A whole comment whose body was changed after its run: the marker stays that run's, and no longer says what the body
 * says, so that the next run writes the comment anew even where it has nothing else to say.
 */
function withStaleMarker({ key, run, outdated }, body) {
    const values = `key=${key} run=${run.id} attempt=${run.attempt} sha=${run.sha}`;
    const digests = `digest=${NO_DIGEST} says=${NO_DIGEST}`;
    return `<!-- gitops-pipeline ${values} ${digests}${outdated ? ' outdated' : ''} -->\n${body}`;
}
/** The marker of a comment and the body after it; undefined: not one of ours. */
function readMarker(text) {
    const lines = text.replaceAll('\r\n', '\n');
    const match = MARKER.exec(lines);
    if (match === null)
        return undefined;
    const [line, key = '', id = '', attempt = '', sha = '', digest = '', says = '', outdated] = match;
    if (key.includes('--'))
        return undefined;
    const run = { id, attempt: Number(attempt), sha };
    return {
        marker: { key, run, digest, says, outdated: outdated !== undefined },
        body: lines.slice(line.length),
    };
}
/**
 * Is `one` from a newer run than `other`? The run that looked at the pull request's present head wins; else the
 * higher run id (GitHub counts them up), then the higher attempt. The same run is not newer.
 */
function isNewer(one, other, headSha) {
    const head = headSha?.toLowerCase();
    const [oneSha, otherSha] = [one.sha.toLowerCase(), other.sha.toLowerCase()];
    if (head !== undefined && oneSha !== otherSha && (oneSha === head || otherSha === head))
        return oneSha === head;
    const [oneId, otherId] = [BigInt(one.id), BigInt(other.id)];
    return oneId === otherId ? one.attempt > other.attempt : oneId > otherId;
}


/***/ }),

/***/ 5371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ ownComments),
/* harmony export */   FA: () => (/* binding */ says),
/* harmony export */   LD: () => (/* binding */ loginFor),
/* harmony export */   Q_: () => (/* binding */ GITHUB_ACTIONS),
/* harmony export */   TH: () => (/* binding */ newerThan),
/* harmony export */   aJ: () => (/* binding */ isShown),
/* harmony export */   kt: () => (/* binding */ allOwn),
/* harmony export */   su: () => (/* binding */ newestOf)
/* harmony export */ });
/* harmony import */ var _comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2049);

/** Whom the workflow's own token writes as. */
const GITHUB_ACTIONS = 'github-actions[bot]';
/**
 * Whom we write as, as well as it can be known before writing, at the least cost.
 *
 * @param key of the comments that matter; undefined: of any of ours
 */
async function loginFor(key, comments, github) {
    if (github.tokenKind === 'user')
        return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS;
    // An App's own token looks like the workflow's. Only if a bot other than github-actions wrote such a comment,
    // it is worth a call to ask.
    const matters = (body) => {
        const own = (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(body);
        return own !== undefined && (key === undefined || own.marker.key === (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerKey */ .s8)(key));
    };
    const bots = comments
        .filter((comment) => comment.author?.type === 'Bot' && matters(comment.body))
        .map((comment) => comment.author?.login);
    if (bots.every((login) => login === GITHUB_ACTIONS))
        return GITHUB_ACTIONS;
    return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS;
}
/** Ours with this key, lowest id first. */
function ownComments(key, comments, login) {
    const wanted = (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerKey */ .s8)(key);
    return allOwn(comments, login).filter(({ marker }) => marker.key === wanted);
}
/** Ours with whatever key, lowest id first. */
function allOwn(comments, login) {
    const isBot = login.endsWith('[bot]');
    return comments
        .flatMap((comment) => {
        const own = (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(comment.body);
        const { author } = comment;
        const isOurs = author?.login.toLowerCase() === login.toLowerCase() && (!isBot || author.type === 'Bot');
        return own !== undefined && isOurs ? [{ comment, ...own }] : [];
    })
        .sort((a, b) => a.comment.id - b.comment.id);
}
/** Readers see it: it is neither folded by us nor hidden as outdated. */
const isShown = ({ comment, marker }) => !marker.outdated && comment.hiddenAs !== 'outdated';
/** Of the newest run; of one run's several, the latest. */
function newestOf(all, headSha) {
    return all.reduce((newest, own) => newest !== undefined && (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isNewer */ .U4)(newest.marker.run, own.marker.run, headSha) ? newest : own, undefined);
}
/** One of a newer run than this. */
function newerThan(run, all, headSha) {
    const newest = newestOf(all, headSha);
    return newest !== undefined && (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isNewer */ .U4)(newest.marker.run, run, headSha) ? newest : undefined;
}
/** The comment says this already: by its own account, and nobody has edited it since. */
function says({ marker, body }, wanted) {
    return marker.says === (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .bodyDigest */ .rr)(wanted) && marker.digest === (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .bodyDigest */ .rr)(body);
}


/***/ }),

/***/ 8517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ hasComment),
  p: () => (/* binding */ publishComment)
});

// EXTERNAL MODULE: ./src/core/comment-marker.ts
var comment_marker = __webpack_require__(2049);
// EXTERNAL MODULE: ./src/core/comment-own.ts
var comment_own = __webpack_require__(5371);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
;// CONCATENATED MODULE: ./src/core/comment-hide.ts



/** Old comments hidden by one run at most; a server that does not tell which are hidden already gets no more calls. */
const HIDE_AT_MOST = 10;
/** Hides the newest of those that are shown; if GraphQL is refused, folds them in place. */
async function hideComments({ key, limit }, comments, github) {
    const shown = comments.filter((comment) => {
        const own = (0,comment_marker/* readMarker */.t7)(comment.body);
        return own !== undefined && (0,comment_own/* isShown */.aJ)({ comment, ...own });
    });
    let hidden = 0;
    const warnings = [];
    let refused = false;
    for (const comment of shown.slice(-HIDE_AT_MOST)) {
        try {
            if (!refused) {
                await github.minimizeComment(comment.nodeId);
                hidden++;
                continue;
            }
        }
        catch (error) {
            refused = true;
            warnings.push(`Old comments are folded, not hidden: ${(0,errors/* errorMessage */.gJ)(error)}`);
        }
        const folded = foldedText(key, limit, comment);
        if (folded === undefined) {
            warnings.push(`The old comment ${comment.url} is too long to be folded and stays as it is`);
            continue;
        }
        try {
            await github.updateComment(comment.id, folded);
            hidden++;
        }
        catch (error) {
            warnings.push(`The old comment ${comment.url} stays as it is: ${(0,errors/* errorMessage */.gJ)(error)}`);
        }
    }
    return { hidden, warnings };
}
/** The old text inside a fold; undefined when that would be too long. */
function foldedText(key, limit, comment) {
    const own = (0,comment_marker/* readMarker */.t7)(comment.body);
    if (own === undefined)
        return undefined;
    const body = `<details>\n<summary>Outdated: a newer comment has taken its place</summary>\n\n${own.body}\n\n</details>\n`;
    const text = (0,comment_marker/* withMarker */.Pe)({ key, run: own.marker.run, body, outdated: true });
    return text.length > limit ? undefined : text;
}

// EXTERNAL MODULE: ./src/core/github-port.ts
var github_port = __webpack_require__(4226);
;// CONCATENATED MODULE: ./src/core/comment.ts




/**
 * Shows `body` on a pull request, in the comment with this key. Ours is what carries our marker (whole key) at its very
 * start and was written by the account our token writes as; nothing else is ever changed or deleted.
 *
 * The same body again writes nothing. GitHub has no compare-and-set for comments: after a create the list is read once
 * more, and of several the one with the lowest id stays. Rejects with `GitHubError`; nothing is half-written then.
 */
async function publishComment(request, github) {
    const text = (0,comment_marker/* withMarker */.Pe)(request);
    // The renderer keeps to the limit: if not, GitHub would answer 422 after everything is done.
    if (text.length > request.limit)
        throw new Error(`comment of ${text.length} units, the limit is ${request.limit}`);
    return request.mode === 'new' ? publishNew(request, text, github) : publishUpdate(request, text, github);
}
/** True when there is a comment of ours with this key that people see. */
async function hasComment(key, comments, github) {
    return (0,comment_own/* ownComments */.D5)(key, comments, await (0,comment_own/* loginFor */.LD)(key, comments, github)).some(comment_own/* isShown */.aJ);
}
async function publishUpdate(request, text, github) {
    const comments = request.comments ?? (await github.listComments(request.number));
    const login = await (0,comment_own/* loginFor */.LD)(request.key, comments, github);
    const all = (0,comment_own/* ownComments */.D5)(request.key, comments, login);
    const newer = (0,comment_own/* newerThan */.TH)(request.run, all, request.headSha);
    if (newer !== undefined)
        return result(newer.comment, 'superseded');
    // Where the server does not tell what is hidden, the newest is the one in sight, and none may be taken for a twin.
    const tells = all.every(({ comment }) => comment.hiddenAs !== undefined);
    const [kept, ...extra] = tells ? all.filter(comment_own/* isShown */.aJ) : all.filter(comment_own/* isShown */.aJ).slice(-1);
    if (kept === undefined)
        return createAlone(request, text, comments, github);
    let outcome = 'unchanged';
    if (!(0,comment_own/* says */.FA)(kept, request.stable ?? request.body)) {
        try {
            await github.updateComment(kept.comment.id, text);
            outcome = 'updated';
        }
        catch (error) {
            // Somebody deleted it since it was listed.
            if (!(0,github_port/* isGitHubFault */.u)(error, 'missing'))
                throw error;
            return createAlone(request, text, comments, github);
        }
    }
    // Left by a run that was killed between its create and its second look.
    for (const { comment } of extra)
        await github.deleteComment(comment.id);
    return result(kept.comment, outcome);
}
/** Creates, then makes sure that there is one only. */
async function createAlone(request, text, before, github) {
    const created = await create(request, text, before, github);
    // Now we know for certain whom we write as: an App's own token does not say so before.
    const login = created.author?.login ?? comment_own/* GITHUB_ACTIONS */.Q_;
    const all = (0,comment_own/* ownComments */.D5)(request.key, await github.listComments(request.number), login);
    const kept = all.find(comment_own/* isShown */.aJ);
    // Lists lag behind: not to be found there is as good as alone.
    if (kept === undefined || kept.comment.id >= created.id)
        return result(created, 'created');
    const newer = (0,comment_own/* newerThan */.TH)(request.run, all, request.headSha);
    let outcome = 'unchanged';
    if (newer !== undefined)
        outcome = 'superseded';
    else if (!(0,comment_own/* says */.FA)(kept, request.stable ?? request.body)) {
        await github.updateComment(kept.comment.id, text);
        outcome = 'updated';
    }
    await github.deleteComment(created.id);
    return result(kept.comment, outcome);
}
async function publishNew(request, text, github) {
    const comments = request.comments ?? (await github.listComments(request.number));
    const login = await (0,comment_own/* loginFor */.LD)(request.key, comments, github);
    const all = (0,comment_own/* ownComments */.D5)(request.key, comments, login);
    const newer = (0,comment_own/* newerThan */.TH)(request.run, all, request.headSha);
    if (newer !== undefined)
        return result(newer.comment, 'superseded');
    const last = all.filter(comment_own/* isShown */.aJ).at(-1);
    if (last !== undefined && (0,comment_own/* says */.FA)(last, request.stable ?? request.body))
        return result(last.comment, 'unchanged');
    const created = await create(request, text, comments, github);
    // Somebody else may have created meanwhile: of all of ours, the newest run's stays.
    const listed = await github.listComments(request.number);
    const complete = listed.some(({ id }) => id === created.id) ? listed : [...listed, created];
    const now = (0,comment_own/* ownComments */.D5)(request.key, complete, created.author?.login ?? login);
    const winner = (0,comment_own/* newestOf */.su)(now.filter(comment_own/* isShown */.aJ), request.headSha)?.comment ?? created;
    const old = now.map(({ comment }) => comment).filter(({ id }) => id !== winner.id);
    const { hidden, warnings } = await hideComments(request, old, github);
    return { ...result(winner, winner.id === created.id ? 'created' : 'superseded'), hidden, warnings };
}
function create({ number }, text, before, github) {
    const known = new Set(before.map(({ id }) => id));
    const digest = (0,comment_marker/* bodyDigest */.rr)(text);
    return github.createComment(number, text, ({ id, body }) => !known.has(id) && (0,comment_marker/* bodyDigest */.rr)(body) === digest);
}
const result = ({ id, url }, outcome) => ({
    id,
    url,
    outcome,
    hidden: 0,
    warnings: [],
});


/***/ }),

/***/ 3851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   jr: () => (/* binding */ isAnswerLost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

/** GraphQL answers 200 and says no in the body: https://spec.graphql.org/October2021/#sec-Errors. */
const GRAPHQL_STATUS = { FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429 };
const isRecord = (value) => typeof value === 'object' && value !== null;
function headersOf(value) {
    if (!isRecord(value))
        return {};
    return Object.fromEntries(Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]));
}
/** The innermost network error: fetch wraps it once or twice. */
function deepest(thrown) {
    let error = thrown;
    for (let depth = 0; depth < 5 && isRecord(error) && isRecord(error.cause); depth++)
        error = error.cause;
    return error;
}
/** Reads what octokit throws: RequestError, GraphqlResponseError, or anything else. */
function failureOf(thrown) {
    if (isRecord(thrown)) {
        const errors = Array.isArray(thrown.errors) ? thrown.errors : undefined;
        const [first] = errors ?? [];
        if (thrown.name === 'GraphqlResponseError' && isRecord(first)) {
            return {
                status: GRAPHQL_STATUS[String(first.type)] ?? 422,
                headers: headersOf(thrown.headers),
                message: String(first.message),
                code: undefined,
                refused: false,
            };
        }
        const response = thrown.response;
        if (isRecord(response) && typeof response.status === 'number') {
            const data = response.data;
            const words = isRecord(data) && typeof data.message === 'string' ? data.message : '';
            const details = isRecord(data) && Array.isArray(data.errors) ? data.errors : [];
            const said = details.flatMap((detail) => isRecord(detail) && typeof detail.message === 'string' ? [detail.message] : []);
            return {
                // GraphQL's own rate limit comes with a good status.
                status: response.status < 400 ? 429 : response.status,
                headers: headersOf(response.headers),
                message: [words, ...said].filter((text) => text !== '').join(': '),
                code: undefined,
                refused: false,
            };
        }
    }
    const cause = deepest(thrown);
    return {
        status: undefined,
        headers: {},
        message: isRecord(cause) && typeof cause.message === 'string' ? cause.message : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(cause),
        code: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(cause),
        refused: cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo,
    };
}
/** True when the request may have taken effect although it failed. */
function isAnswerLost({ status, refused }) {
    if (refused)
        return false;
    return status === undefined || status === 408 || (status >= 500 && status !== 501);
}
/**
 * True when GitHub says "slow down": 429, or 403 with one of its signs.
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function isRateLimited({ status, headers, message }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|abuse detection/i.test(message));
}


/***/ }),

/***/ 4226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isGitHubFault),
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

class GitHubError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    fault;
    /** HTTP status; undefined when there was no answer. */
    status;
    constructor(message, fault, status, details) {
        super(message, details);
        this.name = 'GitHubError';
        this.fault = fault;
        this.status = status;
    }
}
/** True for a `GitHubError` of one of these kinds. */
function isGitHubFault(thrown, ...faults) {
    return thrown instanceof GitHubError && faults.includes(thrown.fault);
}


/***/ }),

/***/ 7867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ backoff),
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   fA: () => (/* binding */ WAIT_ASKED)
/* harmony export */ });
/* unused harmony export waitBeforeRetry */
/* harmony import */ var _github_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3851);

/** Marks an error whose retry would have taken too long: the wait GitHub asked for, in milliseconds. */
const WAIT_ASKED = Symbol('wait asked');
/** Retry-After as seconds or as a date (RFC 9110 §10.2.3), in milliseconds from now. */
function retryAfter(text, now) {
    if (text === undefined)
        return undefined;
    const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
/** Whether sending it again cannot do it twice. Our only GraphQL mutation hides a comment: twice is once. */
const isRepeatable = ({ method, url }) => method !== 'POST' || url.endsWith('/graphql');
/**
 * Milliseconds to wait before the next try; undefined: do not try again. `attempt` counts from 0.
 *
 * A request that met a limit did nothing, so anything may be sent again, when GitHub says: after `retry-after`, at
 * `x-ratelimit-reset`, or (secondary limit without a header) after a minute. One whose answer was lost may have been
 * done, so only a repeatable one is sent again. Other answers (400, 401, 403, 404, 422, …) would only come again.
 */
function waitBeforeRetry(failure, sent, attempt, now) {
    const asked = retryAfter(failure.headers['retry-after'], now);
    if ((0,_github_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(failure)) {
        if (asked !== undefined)
            return asked;
        if (failure.headers['x-ratelimit-remaining'] === '0') {
            const reset = Number(failure.headers['x-ratelimit-reset']) * 1000;
            // One second more: the reset time is rounded.
            return Number.isNaN(reset) ? 60_000 : Math.max(reset - now, 0) + 1000;
        }
        return failure.status === 429 && !/secondary/i.test(failure.message) ? backoff(attempt) : 60_000;
    }
    return (0,_github_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnswerLost */ .jr)(failure) && isRepeatable(sent) ? (asked ?? backoff(attempt)) : undefined;
}
/** 1 s, 2 s, 4 s, … */
const backoff = (attempt) => 1000 * 2 ** attempt;
/**
 * Sends until it succeeds, or may not be sent again. Rejects with what the last try threw.
 * (octokit's retry plugin is not used: it ignores Retry-After, and sends a POST again whose answer was lost.)
 */
async function withRetries(send, sent, policy, { clock, log, pace }) {
    let waited = 0;
    for (let attempt = 0;; attempt++) {
        await pace(sent);
        try {
            return await send();
        }
        catch (error) {
            const failure = (0,_github_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error);
            const wait = waitBeforeRetry(failure, sent, attempt, clock.now());
            if (wait === undefined || attempt >= policy.retries)
                throw error;
            if (waited + wait > policy.maxWaitMs) {
                throw error instanceof Error ? Object.assign(error, { [WAIT_ASKED]: wait }) : error;
            }
            const answer = failure.status === undefined ? 'did not answer' : `answered ${failure.status}`;
            log.info(`GitHub ${answer}; trying again in ${Math.ceil(wait / 1000)} s (${attempt + 1} of ${policy.retries})`);
            await clock.sleep(wait);
            waited += wait;
        }
    }
}


/***/ }),

/***/ 7613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   PR: () => (/* binding */ makeSend),
/* harmony export */   qB: () => (/* binding */ TooLargeError)
/* harmony export */ });
/* harmony import */ var _http_module_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9056);

/** The answer is larger than we take. */
class TooLargeError extends Error {
}
/**
 * Sends over connections that are kept, through the proxy that the toolkit would use (`https_proxy`, `http_proxy`,
 * `no_proxy`). Unlike the transport of the GitHub client it takes bytes, and any server.
 */
function makeSend() {
    const agents = new Map();
    return async function send(url, { method, headers = {}, body, limit, idleMs }) {
        const http = await (0,_http_module_js__WEBPACK_IMPORTED_MODULE_0__/* .httpModule */ .r)(url);
        const agent = await kept(agents, url.origin, () => agentFor(url));
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const options = {
            method,
            agent,
            headers: { 'user-agent': 'gitops-pipeline', 'accept-encoding': 'identity', ...headers, ...length },
        };
        const response = await new Promise((resolve, reject) => {
            const request = http.request(url, options, resolve);
            request.setTimeout(idleMs, () => request.destroy(stalled(idleMs)));
            request.on('error', reject);
            request.end(body);
        });
        return {
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: await bytesOf(response, limit),
        };
    };
}
/**
 * Rejects when the connection ends before the answer does.
 * @param limit bytes; more reject with a `TooLargeError`
 */
async function bytesOf(response, limit = Infinity) {
    const chunks = [];
    let length = 0;
    const announced = Number(response.headers['content-length'] ?? 0);
    for await (const chunk of response) {
        length += chunk.length;
        if (Math.max(length, announced) > limit) {
            response.destroy();
            throw new TooLargeError(`the answer is larger than ${limit} bytes`);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
async function agentFor(url) {
    const { getProxyUrl } = await __webpack_require__.e(/* import() */ 9783).then(__webpack_require__.bind(__webpack_require__, 9783));
    if (getProxyUrl(url) === undefined)
        return new (await (0,_http_module_js__WEBPACK_IMPORTED_MODULE_0__/* .httpModule */ .r)(url)).Agent({ keepAlive: true });
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(2779)]).then(__webpack_require__.bind(__webpack_require__, 2779));
    return new HttpClient(undefined, undefined, { keepAlive: true }).getAgent(url.href);
}
function kept(map, key, make) {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
}
const stalled = (ms) => Object.assign(new Error(`no byte for ${Math.round(ms / 1000)} s`), { code: 'ETIMEDOUT' });


/***/ }),

/***/ 9056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ httpModule)
/* harmony export */ });
/** Node's module for this address, loaded when it is first needed: that of HTTPS, with TLS in it, takes 15 ms. */
function httpModule(url) {
    return url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23));
}


/***/ }),

/***/ 7433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ makeHidesKey),
/* harmony export */   iF: () => (/* binding */ isDescriptiveName)
/* harmony export */ });
/* unused harmony exports wordsOfName, isSecretName */
/**
 * Which attribute, variable and key names stand for a secret, whatever their value. A name is cut into lower-case
 * words (`dbAdminPassword`, `DB-ADMIN-PASSWORD` and `db_admin_password` are the same) and judged by how it ends:
 * `secret_key` is one, `secret_key_name` is not.
 */
/** Names that end so are hidden. A term of one word also stands for its plural. */
const SECRET_ENDINGS = [
    'password',
    'passwd',
    'pwd',
    'passphrase',
    'passcode',
    'secret',
    'token',
    'credential',
    'apikey',
    'psk',
    'kubeconfig',
    'dockerconfigjson',
    'htpasswd',
    'api key',
    'app key',
    'application key',
    'access key',
    'access key id', // no secret alone, but half of a pair, and what scanners look for
    'account key',
    'auth key',
    'client key',
    'function key',
    'hmac key',
    'integration key',
    'license key',
    'master key',
    'preshared key',
    'pre shared key',
    'private key',
    'secret access key',
    'secret key',
    'secret key base',
    'shared key',
    'shared access key',
    'signing key',
    'webhook key',
    'connection string',
    'conn str',
    'sas url',
    'kube config raw',
    'kube admin config raw',
];
/** Words glued to others: `PGPASSWORD`, `myapikey`, `dbpasswd`. */
const GLUED_ENDINGS = [
    'password',
    'passwd',
    'passphrase',
    'apikey',
    'authtoken',
    'accesstoken',
    'accesskey',
    'clientsecret',
    'connectionstring',
    'privatekey',
    'secretkey',
];
/** Words that may follow and change nothing: `password_wo`, `private_key_pem`, `token_value`. */
const NEUTRAL_ENDINGS = new Set([
    'b64',
    'base64',
    'binary',
    'current',
    'data',
    'hash',
    'json',
    'new',
    'old',
    'openssh',
    'pem',
    'pkcs8',
    'plain',
    'plaintext',
    'previous',
    'primary',
    'raw',
    'secondary',
    'string',
    'text',
    'value',
    'wo', // Terraform's write-only arguments
]);
/** First words that turn a name into a switch or a number: `manage_master_user_password`, `max_tokens`. */
const SWITCH_BEGINNINGS = new Set([
    'allow',
    'create',
    'disable',
    'enable',
    'force',
    'generate',
    'get',
    'has',
    'ignore',
    'is',
    'manage',
    'max',
    'min',
    'num',
    'require',
    'requires',
    'reset',
    'rotate',
    'skip',
    'total',
    'use',
]);
/** Whole endings that look like a secret and are none. */
const HARMLESS_ENDINGS = [
    'automount service account token', // a switch of Kubernetes
    'client token', // idempotency token of the AWS API
    'client request token',
    'continuation token',
    'existing secret', // names of Kubernetes Secrets
    'pull secret',
    'next token', // paging
    'page token',
    'pagination token',
];
/** Last words of keys that describe a secret and do not hold it; looked at below a hidden key. */
const DESCRIPTIVE_LAST_WORDS = new Set([
    'algorithm',
    'arn',
    'database',
    'dbname',
    'description',
    'domain',
    'email',
    'enabled',
    'endpoint',
    'engine',
    'expiration',
    'from',
    'host',
    'id',
    'ids',
    'key', // the key inside a Kubernetes Secret: `secret_key_ref { key = … }`
    'kind',
    'length',
    'mode',
    'name',
    'names',
    'namespace',
    'optional',
    'path',
    'policy',
    'port',
    'project',
    'ref',
    'region',
    'server',
    'ttl',
    'type',
    'uri',
    'url',
    'user',
    'username',
    'version',
]);
/** The lower-case words of a name, across snake, kebab, camel, dotted and upper case. */
function wordsOfName(name) {
    return (name.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? []).map((word) => word.toLowerCase());
}
/** True when a value of this name is hidden. See the tables above for the rule. */
function isSecretName(name) {
    const words = wordsOfName(name);
    if (SWITCH_BEGINNINGS.has(words[0] ?? ''))
        return false;
    while (words.length > 0) {
        if (endsInSecret(words))
            return true;
        if (!isNeutral(words.pop() ?? ''))
            return false;
    }
    return false;
}
function endsInSecret(words) {
    // `password2` is a password; a space in front keeps words whole.
    const joined = ' ' + words.join(' ').replace(/(?<=[a-z])\d+$/, '');
    const singular = joined.replace(/s$/, '');
    if (HARMLESS_ENDINGS.some((ending) => singular.endsWith(' ' + ending)))
        return false;
    // `db_pass` is a password, a lone `pass` is the result of a test.
    if (words.length > 1 && joined.endsWith(' pass'))
        return true;
    return (SECRET_ENDINGS.some((ending) => joined.endsWith(' ' + ending) || singular.endsWith(' ' + ending)) ||
        GLUED_ENDINGS.some((ending) => singular.endsWith(ending)));
}
/** True for a key that, below a hidden key, says which secret is meant and not what it is. */
function isDescriptiveName(name) {
    return DESCRIPTIVE_LAST_WORDS.has(wordsOfName(name).at(-1) ?? '');
}
/**
 * `isSecretName`, plus the user's own patterns, remembering its answers: plans ask for the same names a million times.
 */
function makeHidesKey(more = []) {
    const answers = new Map();
    return (name) => {
        const known = answers.get(name);
        if (known !== undefined)
            return known;
        // A pattern with `g` or `y` would remember where it stopped.
        const answer = isSecretName(name) || more.some((pattern) => name.search(pattern) >= 0);
        if (answers.size >= 20_000)
            answers.clear();
        answers.set(name, answer);
        return answer;
    };
}
function isNeutral(word) {
    return NEUTRAL_ENDINGS.has(word) || /^\d+$/.test(word);
}


/***/ }),

/***/ 8818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** The answer to a question that is asked when it is first needed, and at most once. */
function once(ask) {
    let answer;
    return () => (answer ??= { value: ask() }).value;
}


/***/ }),

/***/ 9153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YY: () => (/* binding */ SCRATCH_LENGTH),
  Lw: () => (/* binding */ codesInto),
  MZ: () => (/* binding */ codesOf),
  D4: () => (/* binding */ decode),
  lP: () => (/* binding */ makeScratch)
});

;// CONCATENATED MODULE: ./src/core/redact-escapes.ts
/**
 * The escapes that a reader of a text undoes without thinking: of JSON, Go and HCL strings, HTML, Markdown, URLs and
 * terminals; and the characters that show nothing. See redact-decode.ts for what they are needed for.
 */
const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const PERCENT = 0x25;
const LESS = 0x3c;
const DOLLAR = 0x24;
const ESCAPE = 0x1b;
/** Characters that may begin something to decode: 1 below 128 by table, the invisible ones by `isInvisible`. */
const STARTS = new Uint8Array(128);
for (const code of [BACKSLASH, AMPERSAND, PERCENT, LESS, DOLLAR, ESCAPE, 0x0d])
    STARTS[code] = 1;
/** `\b \f \n \r \t` */
const LETTER_ESCAPES = new Uint8Array(128);
LETTER_ESCAPES[0x62] = 0x08;
LETTER_ESCAPES[0x66] = 0x0c;
LETTER_ESCAPES[0x6e] = 0x0a;
LETTER_ESCAPES[0x72] = 0x0d;
LETTER_ESCAPES[0x74] = 0x09;
const ENTITIES = new Map([
    ['amp', AMPERSAND],
    ['lt', LESS],
    ['gt', 0x3e],
    ['quot', 0x22],
    ['apos', 0x27],
    ['nbsp', 0x20],
    ['NewLine', 0x0a],
    ['Tab', 0x09],
    ['lbrack', 0x5b],
    ['rbrack', 0x5d],
    ['lowbar', 0x5f],
    ['vert', 0x7c],
    ['grave', 0x60],
    ['ast', 0x2a],
    ['num', 0x23],
    ['commat', 0x40],
    ['colon', 0x3a],
    ['sol', 0x2f],
    ['bsol', BACKSLASH],
    ['shy', 0xad],
    ['ZeroWidthSpace', 0x200b],
]);
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,14}));/;
const LONGEST_ENTITY = 17;
const LINE_BREAK = /^<(w?)br\s{0,4}\/?>/i;
const LONGEST_LINE_BREAK = 10;
// What `escapeAt` found; module-wide because an object for each escape would cost more than the rest.
let escapeCode = 0;
let escapeEnd = 0;
const NO_ESCAPE = 0;
const ESCAPED = 1;
/** The escape shows nothing. */
const NOTHING = 2;
function mayStart(code) {
    return code < 128
        ? STARTS[code] === 1
        : code >= 0xa0 && (code === 0xa0 || isInvisible(code) || isControlSymbol(code));
}
/** A decoded `<` begins an escape only as `<br` or `<wbr`, the others may always. */
function mayGoOn(code, codes, after) {
    if (code !== LESS)
        return true;
    const next = (codes[after] ?? 0) | 0x20;
    return next === 0x62 || next === 0x77 || next === (BACKSLASH | 0x20);
}
/** What begins at `at`: sets `escapeCode` and `escapeEnd` unless it answers NO_ESCAPE. */
function escapeAt(codes, length, at) {
    const code = codes[at];
    switch (code) {
        case BACKSLASH:
            return backslashAt(codes, length, at);
        case PERCENT:
            return percentAt(codes, at) || hclAt(codes, at);
        case DOLLAR:
            return hclAt(codes, at);
        case AMPERSAND:
            return entityAt(codes, length, at);
        case LESS:
            return lineBreakAt(codes, length, at);
        case ESCAPE:
            return colourAt(codes, length, at);
        case 0xa0:
            return escaped(0x20, at + 1);
        default:
            return isControlSymbol(code) ? escaped(code - 0x2400, at + 1) : nothing(code, at + 1);
    }
}
function escaped(code, end) {
    escapeCode = code;
    escapeEnd = end;
    return ESCAPED;
}
function nothing(code, end) {
    escapeCode = code;
    escapeEnd = end;
    return NOTHING;
}
/** A run of backslashes counts as one, however many layers of JSON wrote it. */
function backslashAt(codes, length, at) {
    let after = at + 1;
    while (after < length && codes[after] === BACKSLASH)
        after++;
    if (after === length)
        return nothing(0x0d, after);
    const next = codes[after];
    const letter = next < 128 ? LETTER_ESCAPES[next] : 0;
    if (letter !== 0)
        return escaped(letter, after + 1);
    const digits = next === 0x75 ? 4 : next === 0x78 ? 2 : next === 0x55 ? 8 : 0;
    if (digits > 0) {
        const value = hex(codes, after + 1, digits);
        if (value >= 0 && value <= 0x10ffff)
            return escaped(value, after + 1 + digits);
        const braced = bracedAt(codes, length, after + 1);
        if (braced >= 0)
            return escaped(braced, codes.indexOf(0x7d, after) + 1);
    }
    // What begins an escape itself is decoded for itself; the backslashes go.
    if (mayStart(next))
        return nothing(next === ESCAPE ? 0x0d : BACKSLASH, after);
    return escaped(next, after + 1);
}
/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
function isInvisible(code) {
    return (code >= 0xad &&
        (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff));
}
/** The code point of `{1f600}`, as in `\u{1f600}`, or -1. */
function bracedAt(codes, length, at) {
    if (codes[at] !== 0x7b)
        return -1;
    let digits = 0;
    while (digits < 7 && at + 1 + digits < length && codes[at + 1 + digits] !== 0x7d)
        digits++;
    if (digits === 0 || digits > 6 || codes[at + 1 + digits] !== 0x7d)
        return -1;
    const value = hex(codes, at + 1, digits);
    return value > 0x10ffff ? -1 : value;
}
/** `␀` … `␟`, as reports show control characters. */
function isControlSymbol(code) {
    return code >= 0x2400 && code < 0x2420;
}
/** HCL writes a literal `${` as `$${` and `%{` as `%%{`. */
function hclAt(codes, at) {
    const code = codes[at];
    return codes[at + 1] === code && codes[at + 2] === 0x7b ? escaped(code, at + 2) : NO_ESCAPE;
}
function entityAt(codes, length, at) {
    const found = ENTITY.exec(textOf(codes, at, Math.min(length, at + LONGEST_ENTITY)));
    if (found === null)
        return NO_ESCAPE;
    const [all, decimal, hexadecimal, name] = found;
    const code = decimal !== undefined
        ? Number.parseInt(decimal, 10)
        : hexadecimal !== undefined
            ? Number.parseInt(hexadecimal, 16)
            : ENTITIES.get(name ?? '');
    return code === undefined || code > 0x10ffff ? NO_ESCAPE : escaped(code, at + all.length);
}
function lineBreakAt(codes, length, at) {
    const next = (codes[at + 1] ?? 0) | 0x20;
    if (next !== 0x62 && next !== 0x77)
        return NO_ESCAPE;
    const found = LINE_BREAK.exec(textOf(codes, at, Math.min(length, at + LONGEST_LINE_BREAK)));
    if (found === null)
        return NO_ESCAPE;
    const end = at + found[0].length;
    return found[1] === '' ? escaped(0x0a, end) : nothing(LESS, end);
}
/** A terminal's colour code `ESC [ … letter`. */
function colourAt(codes, length, at) {
    let end = at + 1;
    if (codes[end] === 0x5b) {
        end++;
        while (end < length &&
            ((codes[end] >= 0x30 && codes[end] <= 0x39) || codes[end] === 0x3b))
            end++;
        end = Math.min(end + 1, length);
    }
    return nothing(ESCAPE, end);
}
/** One percent-encoded character, of one to four bytes of UTF-8. */
function percentAt(codes, at) {
    const first = hex(codes, at + 1, 2);
    if (first < 0)
        return NO_ESCAPE;
    if (first < 0x80)
        return escaped(first, at + 3);
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4)
        return NO_ESCAPE;
    let code = first & (0x3f >> more);
    for (let k = 1; k <= more; k++) {
        const byte = codes[at + 3 * k] === PERCENT ? hex(codes, at + 3 * k + 1, 2) : -1;
        if (byte < 0x80 || byte > 0xbf)
            return NO_ESCAPE;
        code = (code << 6) | (byte & 0x3f);
    }
    return code > 0x10ffff ? NO_ESCAPE : escaped(code, at + 3 * (more + 1));
}
/** The number that `digits` hexadecimal digits stand for, or -1. */
function hex(codes, at, digits) {
    let value = 0;
    for (let k = at; k < at + digits; k++) {
        const code = codes[k] ?? 0;
        const letter = code | 0x20;
        const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}
function textOf(codes, start, end) {
    return Buffer.from(codes.buffer, codes.byteOffset + start * 2, (end - start) * 2).toString('utf16le');
}

;// CONCATENATED MODULE: ./src/core/redact-decode.ts
/**
 * Reads a text as its reader would: escapes of JSON, Go, HCL, HTML, Markdown, URLs and terminals are undone, and
 * characters that show nothing are dropped. A secret is then found however it was written, also in mixed or nested
 * forms, because secret and text are brought to the same plain form before they are compared.
 */

/** Escapes inside escapes are undone up to this depth. */
const PASSES = 4;
/** The plain form of a text, or undefined when it is plain already. */
function decode(text) {
    const passes = [];
    let last = text;
    do {
        const pass = decodeOnce(last);
        if (pass === undefined)
            break;
        passes.push(pass);
        last = pass;
    } while (passes.at(-1)?.again === true && passes.length < PASSES);
    if (passes.length === 0)
        return undefined;
    return {
        codes: last.codes,
        length: last.length,
        text: () => textOf(last.codes, 0, last.length),
        source(start, end) {
            let range = [start, end];
            for (const pass of passes.toReversed())
                range = pass.source(range[0], range[1]);
            return range;
        },
    };
}
/** The code units of a text. */
function codesOf(text) {
    const codes = new Uint16Array(text.length);
    if (text.length > 100)
        Buffer.from(codes.buffer).write(text, 'utf16le');
    else
        for (let i = 0; i < text.length; i++)
            codes[i] = text.charCodeAt(i);
    return { codes, length: text.length };
}
/** The most code units that `codesInto` takes. */
const SCRATCH_LENGTH = 480;
/** No escape looks further beyond the end of a text than this; it finds zeros there. */
const BEYOND = 16;
function makeScratch() {
    return new Uint16Array(SCRATCH_LENGTH + BEYOND);
}
/** As `codesOf` for a short text, without an array of its own: the codes hold until the scratch is used again. */
function codesInto(scratch, text) {
    const { length } = text;
    for (let i = 0; i < length; i++)
        scratch[i] = text.charCodeAt(i);
    scratch.fill(0, length, length + BEYOND);
    return { codes: scratch, length };
}
function decodeOnce({ codes, length }) {
    let at = nextEscape(codes, length, 0);
    if (at === length)
        return undefined;
    const out = new Uint16Array(length);
    let o = copyRun(codes, 0, at, out, 0);
    // From out-position `marks[2k]` on, source positions run in step from `marks[2k + 1]`.
    let marks = new Int32Array(64);
    let m = 2;
    let again = false;
    while (at < length) {
        if (m + 6 > marks.length) {
            const grown = new Int32Array(marks.length * 4);
            grown.set(marks);
            marks = grown;
        }
        if (foundKind === ESCAPED && escapeCode !== 0x0d && !isInvisible(escapeCode)) {
            marks[m++] = o;
            marks[m++] = at;
            if (escapeCode > 0xffff) {
                out[o++] = 0xd800 + ((escapeCode - 0x10000) >> 10);
                out[o++] = 0xdc00 + ((escapeCode - 0x10000) & 0x3ff);
            }
            else {
                out[o++] = escapeCode;
                if (escapeCode < 128 && STARTS[escapeCode] === 1)
                    again ||= mayGoOn(escapeCode, codes, escapeEnd);
            }
        }
        else if (escapeCode !== 0x0d) {
            // What stood on both sides of it may now be an escape.
            again = true;
        }
        marks[m++] = o;
        marks[m++] = escapeEnd;
        const from = escapeEnd;
        at = nextEscape(codes, length, from);
        o = copyRun(codes, from, at, out, o);
    }
    const used = marks.subarray(0, m);
    return { codes: out, length: o, source: (start, end) => sourceRange(used, start, end), again };
}
/** What `nextEscape` found; module-wide, as what `escapeAt` finds. */
let foundKind = NO_ESCAPE;
/** Where the next escape begins, at or after `from`; `length` when there is none. */
function nextEscape(codes, length, from) {
    for (let i = from; i < length; i++) {
        const code = codes[i];
        if (code < 128 ? STARTS[code] === 0 : !mayStart(code))
            continue;
        foundKind = escapeAt(codes, length, i);
        if (foundKind !== NO_ESCAPE)
            return i;
    }
    return length;
}
/** Copies `[from, to)` to `out` at `o`, and tells where it ends there. */
function copyRun(codes, from, to, out, o) {
    if (to - from > 300)
        out.set(codes.subarray(from, to), o);
    else
        for (let i = from; i < to; i++)
            out[o + i - from] = codes[i];
    return o + to - from;
}
function sourceRange(marks, start, end) {
    const from = lastAtOrBefore(marks, start);
    const sourceStart = at(marks, from + 1) + (start - at(marks, from));
    // The first mark at `end` is where the last character's own source ends.
    let to = lastAtOrBefore(marks, end - 1) + 2;
    if (at(marks, to) === end && to < marks.length)
        return [sourceStart, at(marks, to + 1)];
    to -= 2;
    return [sourceStart, at(marks, to + 1) + (end - at(marks, to))];
}
function lastAtOrBefore(marks, position) {
    let low = 0;
    let high = marks.length / 2 - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (at(marks, 2 * middle) <= position)
            low = middle;
        else
            high = middle - 1;
    }
    return 2 * low;
}
function at(marks, index) {
    return marks[index] ?? 0;
}


/***/ }),

/***/ 88:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ makePatternSearch),
/* harmony export */   x: () => (/* binding */ compilePatterns)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);


/** How long the user's patterns may work on one text. */
const PATTERN_MILLISECONDS = 2_000;
/** Up to here a pattern of a usual kind cannot take long, and a guard would cost more than the search. */
const UNGUARDED_LENGTH = 256;
/** The same for patterns that repeat a group which itself can match in several ways. */
const UNGUARDED_LENGTH_RISKY = 24;
/**
 * The user's `redact` patterns: JavaScript regular expressions, one a line, searched in the whole text (`^` and `$`
 * also match at line ends). `(?i)` at the start ignores case. Throws one UserError that tells all faults, by the
 * pattern's position only: the pattern itself may give away what it hides.
 */
function compilePatterns(list) {
    const faults = [];
    const patterns = [];
    list.forEach((source, index) => {
        const ignoreCase = source.startsWith('(?i)');
        let pattern;
        try {
            pattern = new RegExp(ignoreCase ? source.slice(4) : source, ignoreCase ? 'gim' : 'gm');
        }
        catch (thrown) {
            faults.push(`pattern ${index + 1} is not a regular expression${reasonOf(thrown)}`);
            return;
        }
        if (''.search(pattern) >= 0) {
            faults.push(`pattern ${index + 1} matches the empty text and would hide everything and nothing`);
            return;
        }
        patterns.push(pattern);
    });
    if (faults.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Redaction patterns: ${faults.join('; ')}.`, {
            help: 'Correct the patterns: each is one JavaScript regular expression, without slashes around it.',
            where: 'redact',
        });
    }
    return patterns;
}
/** V8 ends its message with the reason, after the pattern that we do not repeat. */
function reasonOf(thrown) {
    const reason = /: ([A-Za-z][A-Za-z ]{3,60})$/.exec((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown))?.[1];
    return reason === undefined ? '' : ` (${reason.toLowerCase()})`;
}
/**
 * A search that ends in bounded time whatever the patterns are: a pattern that backtracks for more than two seconds
 * on one text is stopped by V8's watchdog, and a UserError names it by its position. Nothing is published then.
 */
function makePatternSearch(patterns) {
    if (patterns.length === 0)
        return () => undefined;
    const own = patterns.map((pattern) => ({
        pattern: new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : pattern.flags + 'g'),
        unguarded: repeatsAmbiguousGroup(pattern.source) ? UNGUARDED_LENGTH_RISKY : UNGUARDED_LENGTH,
    }));
    const guard = makeGuard(PATTERN_MILLISECONDS);
    return (text, found) => {
        own.forEach(({ pattern, unguarded }, index) => {
            const search = () => {
                for (const match of text.matchAll(pattern)) {
                    if (match[0] !== '')
                        found(match.index, match.index + match[0].length);
                }
            };
            if (text.length <= unguarded)
                search();
            else if (!guard(search)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Redaction pattern ${index + 1} takes too long to search a text.`, {
                    help: 'Make it simpler: no repetition inside a repetition, as in (a+)+, and few of .* in one pattern.',
                    where: 'redact',
                });
            }
        });
    };
}
/** Runs a function, and stops it after a time: false then. The one way V8 offers to stop a regular expression. */
function makeGuard(milliseconds) {
    const script = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('run()');
    let context;
    return (body) => {
        context ??= (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({});
        context['run'] = body;
        try {
            script.runInContext(context, { timeout: milliseconds });
            return true;
        }
        catch (thrown) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(thrown) === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
                return false;
            throw thrown;
        }
    };
}
/**
 * True when a repeated group holds a repetition or a choice, as in `(a+)*` or `(a|ab)+`: only such patterns can take
 * exponential time. Reads the source roughly; a wrong yes costs a little speed.
 */
function repeatsAmbiguousGroup(source) {
    const groups = [];
    let inClass = false;
    for (let i = 0; i < source.length; i++) {
        const c = source.charAt(i);
        if (c === '\\')
            i++;
        else if (inClass)
            inClass = c !== ']';
        else if (c === '[')
            inClass = true;
        else if (c === '(') {
            groups.push(false);
            if (source.charAt(i + 1) === '?')
                i++; // belongs to the group's head
        }
        else if (c === ')') {
            const ambiguous = groups.pop() ?? false;
            if (ambiguous && '*+{?'.includes(source.charAt(i + 1) || ' '))
                return true;
            if (ambiguous && groups.length > 0)
                groups[groups.length - 1] = true;
        }
        else if ('*+{|?'.includes(c) && groups.length > 0)
            groups[groups.length - 1] = true;
    }
    return false;
}


/***/ }),

/***/ 3754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ findShapes)
});

;// CONCATENATED MODULE: ./src/core/redact-assignments.ts
/**
 * Values given to a secret name in a text: `password = "…"`, `"api_key": "…"`, `TOKEN=…`, `secret: …`, in HCL, JSON
 * (also JSON in a string), YAML, dotenv, URLs and Terraform's own plan text (`"old" -> "new"`).
 */
const LONGEST_NAME = 100;
const EQUALS = 0x3d;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const ARROW = /[ \t]*->[ \t]*/y;
const HEREDOC = /<<[-~]?["']?([A-Za-z_][A-Za-z0-9_]*)["']?[^\n]*\n/y;
const YAML_BLOCK = /[|>][+\-0-9]{0,2}[ \t]*\r?\n/y;
/** Text that a plan shows in place of a value. */
const STAND_IN = /\((?:sensitive|known after apply|known only after|write-only)/y;
const AUTH_SCHEME = /(?:["']?)(?:bearer|basic|token|digest|negotiate|apikey|aws4-hmac-sha256)[ \t]+/iy;
const RUN = /[^\s"'&;<>]+/y;
/** Nothing to hide: literals, and references of HCL, shells and GitHub expressions. */
const NO_SECRET = /^(?:true|false|null|nil|none|~|->|string|\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*|\{\{.*|\$\{\{.*|(?:var|local|data|module|each|self|path)\.[\w.[\]"*-]+|[a-z]+_[a-z0-9_]+\.[\w-]+\.[\w.[\]-]+)$/;
/** Hides the value after the `=` or `:` at `at`, when the name before it is a secret's. */
function assignedValues(text, at, hidesKey, hide) {
    const isColon = text.charCodeAt(at) === COLON;
    const next = text.charCodeAt(at + 1);
    const before = text.charCodeAt(at - 1);
    // `==`, `=~`, `!=`, `<=`, `>=`, `::` assign nothing; of `:=` the second half counts.
    if (next === EQUALS || (isColon && (next === COLON || before === COLON)))
        return;
    if (!isColon &&
        (next === 0x7e || before === EQUALS || before === 0x21 || before === 0x3c || before === 0x3e))
        return;
    const name = nameBefore(text, before === COLON ? at - 1 : at);
    if (name === undefined)
        return;
    let value = at + 1;
    if (!isColon && next === 0x3e)
        value++; // `=>`
    value = skipBlanks(text, value);
    if (isAuthorization(name.text)) {
        AUTH_SCHEME.lastIndex = value;
        if (AUTH_SCHEME.test(text))
            hideRun(text, AUTH_SCHEME.lastIndex, hide);
        return;
    }
    if (!hidesKey(name.text) && !isUrlSignature(text, name))
        return;
    for (;;) {
        const end = hideValue(text, value, { isColon, spaced: value > at + 1, name, hide });
        if (end === undefined)
            return;
        ARROW.lastIndex = end;
        if (!ARROW.test(text))
            return;
        value = ARROW.lastIndex;
    }
}
/** The name that ends before `end`, with or without quotes or an index bracket around it. */
function nameBefore(text, end) {
    let last = end;
    while (last > 0 && end - last < LONGEST_NAME && isBlank(text.charCodeAt(last - 1)))
        last--;
    if (text.charCodeAt(last - 1) === 0x5d)
        last--; // ]
    const quote = text.charCodeAt(last - 1);
    const quoted = quote === 0x22 || quote === 0x27;
    if (quoted) {
        last--;
        while (last > 0 && text.charCodeAt(last - 1) === BACKSLASH)
            last--;
    }
    let start = last;
    while (start > 0 && last - start <= LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1)))
        start--;
    if (start === last || last - start > LONGEST_NAME)
        return undefined;
    return { text: text.slice(start, last), start, quoted };
}
/** Hides the value at `at`; where it ends, when something may follow it. */
function hideValue(text, at, context) {
    STAND_IN.lastIndex = at;
    if (STAND_IN.test(text))
        return text.indexOf(')', at) + 1 || undefined;
    let open = at;
    while (text.charCodeAt(open) === BACKSLASH)
        open++;
    const quote = text.charCodeAt(open);
    if (quote === 0x22 || quote === 0x27)
        return hideQuoted(text, open, open - at, context.hide);
    switch (text.charAt(at)) {
        case '[':
            return hideList(text, at, context.hide);
        case '<':
            return hideHeredoc(text, at, context.hide);
        case '|':
        case '>':
            if (context.isColon)
                hideYamlBlock(text, at, context);
            return undefined;
        case '{':
            // `{{ … }}` of a template is a reference, `{` alone opens a map whose own names are judged.
            return undefined;
        default:
    }
    // `arn:aws:secretsmanager:…:secret:name`; where a colon assigns, a space follows it or the name has quotes.
    if (context.isColon && !context.spaced && !context.name.quoted)
        return undefined;
    if (context.isColon && context.spaced && !context.name.quoted) {
        if (beginsLine(text, context.name.start)) {
            hideRestOfLine(text, at, context.hide);
            return undefined;
        }
        // `Invalid token: the value …` in a sentence.
        RUN.lastIndex = at;
        if (/^[A-Za-z]?[a-z]*[.,;:]?$/.test(RUN.exec(text)?.[0] ?? ''))
            return undefined;
    }
    return hideRun(text, at, context.hide);
}
/** A quoted string; `depth` backslashes stand before its quotes when it is itself inside a string. */
function hideQuoted(text, open, depth, hide) {
    const quote = text.charAt(open);
    let close = open;
    for (;;) {
        close = text.indexOf(quote, close + 1);
        if (close < 0) {
            const lineEnd = endOfLine(text, open);
            hideUnlessReference(text, open + 1, lineEnd, hide);
            return lineEnd;
        }
        let slashes = 0;
        while (close - slashes - 1 > open && text.charCodeAt(close - slashes - 1) === BACKSLASH)
            slashes++;
        // At depth 0, 1, 3, 7, …: that many, plus an even number of times as many as stand for one backslash inside.
        if (slashes < depth || slashes % (2 * (depth + 1)) === depth) {
            hideUnlessReference(text, open + 1, close - Math.min(slashes, depth), hide);
            return close + 1;
        }
    }
}
/** Every string of a list: `tokens = ["a", "b"]`, also over several lines. */
function hideList(text, at, hide) {
    const close = text.indexOf(']', at);
    if (close < 0)
        return undefined;
    for (let i = at + 1; i < close; i++) {
        const code = text.charCodeAt(i);
        if (code !== 0x22 && code !== 0x27)
            continue;
        let depth = 0;
        while (text.charCodeAt(i - depth - 1) === BACKSLASH)
            depth++;
        i = hideQuoted(text, i, depth, hide) - 1;
    }
    return close + 1;
}
function hideHeredoc(text, at, hide) {
    HEREDOC.lastIndex = at;
    const head = HEREDOC.exec(text);
    if (head === null)
        return undefined;
    const start = at + head[0].length;
    let line = start;
    while (line < text.length) {
        const end = endOfLine(text, line);
        if (text.slice(line, end).trim() === head[1]) {
            if (line > start)
                hide(start, line - 1);
            return end;
        }
        line = end + 1;
    }
    if (start < text.length)
        hide(start, text.length);
    return undefined;
}
/** The lines that are further in than the line of the name. */
function hideYamlBlock(text, at, context) {
    YAML_BLOCK.lastIndex = at;
    if (!YAML_BLOCK.test(text)) {
        hideRestOfLine(text, at, context.hide);
        return;
    }
    const start = YAML_BLOCK.lastIndex;
    const outer = indentOf(text, text.lastIndexOf('\n', at) + 1);
    let end = start;
    for (let line = start; line < text.length; line = endOfLine(text, line) + 1) {
        const lineEnd = endOfLine(text, line);
        if (text.slice(line, lineEnd).trim() === '')
            continue;
        if (indentOf(text, line) <= outer)
            break;
        end = lineEnd;
    }
    if (end > start)
        context.hide(start + indentOf(text, start), end);
}
function hideRestOfLine(text, at, hide) {
    let end = endOfLine(text, at);
    while (end > at && /\s/.test(text.charAt(end - 1)))
        end--;
    hideUnlessReference(text, at, end, hide);
}
/** Characters up to a blank, quote or separator, without the brackets and commas that close around it. */
function hideRun(text, at, hide) {
    RUN.lastIndex = at;
    const run = RUN.exec(text)?.[0].replace(/[,)\]}]+$/, '') ?? '';
    if (run === '')
        return undefined;
    hideUnlessReference(text, at, at + run.length, hide);
    return at + run.length;
}
function hideUnlessReference(text, start, end, hide) {
    if (end > start && !NO_SECRET.test(text.slice(start, Math.min(end, start + 300))))
        hide(start, end);
}
function isAuthorization(name) {
    return /(?:^|[-_])authorization$/i.test(name);
}
/** The part of a presigned URL that gives access. */
function isUrlSignature(text, name) {
    return (/^[?&]$/.test(text.charAt(name.start - 1)) &&
        /^(?:sig|x-amz-signature|x-goog-signature)$/i.test(name.text));
}
function beginsLine(text, at) {
    let i = at;
    while (i > 0 && ' \t+-~'.includes(text.charAt(i - 1)))
        i--;
    return i === 0 || text.charAt(i - 1) === '\n';
}
function endOfLine(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
function indentOf(text, lineStart) {
    let i = lineStart;
    while (isBlank(text.charCodeAt(i)))
        i++;
    return i - lineStart;
}
function skipBlanks(text, at) {
    let i = at;
    while (isBlank(text.charCodeAt(i)))
        i++;
    return i;
}
function isBlank(code) {
    return code === 0x20 || code === 0x09;
}
function isNameCharacter(code) {
    return ((code >= 0x30 && code <= 0x39) ||
        ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
        code === 0x5f ||
        code === 0x2d ||
        code === 0x2e);
}

;// CONCATENATED MODULE: ./src/core/redact-shapes.ts

const BASE64_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Shapes by four characters that every match has. */
const SHAPES = new Map();
for (const [grams, pattern, back = 0] of [
    [['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /gh[oprsu]_[A-Za-z0-9_]{16,}/y],
    [['gith'], /github_pat_[A-Za-z0-9_]{20,}/y],
    [['glpa'], /glpat-[A-Za-z0-9_-]{16,}/y],
    [['AKIA', 'ASIA'], /A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/y],
    [['xoxa', 'xoxb', 'xoxe', 'xoxo', 'xoxp', 'xoxr', 'xoxs'], /xox[abeoprs]-[A-Za-z0-9-]{10,}/y],
    [['xapp'], /xapp-\d-[A-Za-z0-9-]{10,}/y],
    [['AIza'], /AIza[A-Za-z0-9_-]{30,}/y],
    [['sk_l', 'sk_t', 'rk_l', 'rk_t'], /[rs]k_(?:live|test)_[A-Za-z0-9]{10,}/y],
    [['whse'], /whsec_[A-Za-z0-9+/]{16,}={0,2}/y],
    [['hvs.', 'hvb.', 'hvr.'], /hv[bsr]\.[A-Za-z0-9_-]{20,}/y],
    [['npm_'], /npm_[A-Za-z0-9]{30,}/y],
    [['dop_'], /dop_v1_[a-f0-9]{40,}/y],
    [['.atl'], /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{40,}/y, 14],
    [
        Array.from(BASE64_ALPHABET, (c) => 'eyJ' + c),
        /eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){1,3}/y,
    ],
    [['Bear', 'bear', 'BEAR'], /(bearer[ \t]+)(?=[^\s"']*\d)[A-Za-z0-9._~+/-]{16,}={0,2}/iy],
]) {
    for (const gram of grams)
        SHAPES.set(gram, [...(SHAPES.get(gram) ?? []), { pattern, back }]);
}
// As in redact-matcher.ts: twenty bits, the last four characters.
const FILTER = new Int32Array(1 << 15);
for (const gram of [...SHAPES.keys(), 'BEGI']) {
    let rolled = 0;
    for (let k = 0; k < 4; k++)
        rolled = ((rolled << 5) ^ gram.charCodeAt(k)) & 0xfffff;
    FILTER[rolled >>> 5] = (FILTER[rolled >>> 5] ?? 0) | (1 << (rolled & 31));
}
const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const LONGEST_KEY = 20_000;
/** Characters from which a hidden stretch is passed over. */
const LONG = 512;
const KEY_BODY = /(?:[A-Za-z0-9+/=\s:,-]|\\[nrt])*/y;
const URL_PASSWORD = /(:\/\/[^\s/?#:@"'<>\\]{0,256}:)([^\s/?#@"'<>]{1,1024})@/y;
const redact_shapes_EQUALS = 0x3d;
const redact_shapes_COLON = 0x3a;
const SLASH = 0x2f;
/**
 * Hides what looks like a secret though nobody said so: tokens of well-known services, private key blocks, passwords
 * in URLs, and values assigned to names that `hidesKey` (redact-assignments.ts). One pass, about 2 ns a character.
 */
function findShapes(text, { codes, length }, hidesKey, hide) {
    // What is hidden at length (a heredoc, a key block) is not searched again: each of its lines may look like another
    // beginning, and reading to the end from each of them would take forever.
    let skip = { start: length, end: 0 };
    const hideAndSkip = (start, end) => {
        if (end - start >= LONG)
            skip = { start, end };
        hide(start, end);
    };
    let rolled = 0;
    for (let i = 0; i < length; i++) {
        if (i >= skip.start && i < skip.end) {
            i = skip.end - 1;
            rolled = 0;
            continue;
        }
        const code = codes[i];
        rolled = ((rolled << 5) ^ code) & 0xfffff;
        if (((FILTER[rolled >>> 5] >>> (rolled & 31)) & 1) !== 0 && i >= 3)
            shapesAt(text, i - 3, hideAndSkip);
        if (code === redact_shapes_EQUALS || code === redact_shapes_COLON) {
            if (code === redact_shapes_COLON && codes[i + 1] === SLASH && codes[i + 2] === SLASH)
                urlPassword(text, i, hide);
            else
                assignedValues(text, i, hidesKey, hideAndSkip);
        }
    }
}
function shapesAt(text, at, hide) {
    const gram = text.slice(at, at + 4);
    if (gram === 'BEGI')
        privateKey(text, at - '-----'.length, hide);
    for (const { pattern, back } of SHAPES.get(gram) ?? []) {
        const start = at - back;
        if (start < 0 || isWordCharacter(text.charCodeAt(start - 1)))
            continue;
        pattern.lastIndex = start;
        const match = pattern.exec(text);
        if (match !== null)
            hide(start + (match[1]?.length ?? 0), start + match[0].length);
    }
}
/** The whole block; where its end is missing, whatever looks like its body. */
function privateKey(text, start, hide) {
    if (start < 0)
        return;
    KEY_BEGIN.lastIndex = start;
    const begin = KEY_BEGIN.exec(text);
    if (begin === null)
        return;
    const bodyStart = start + begin[0].length;
    const end = KEY_END.exec(text.slice(bodyStart, bodyStart + LONGEST_KEY));
    if (end !== null) {
        hide(start, bodyStart + end.index + end[0].length);
        return;
    }
    KEY_BODY.lastIndex = bodyStart;
    hide(start, bodyStart + (KEY_BODY.exec(text)?.[0].length ?? 0));
}
function urlPassword(text, colon, hide) {
    URL_PASSWORD.lastIndex = colon;
    const match = URL_PASSWORD.exec(text);
    if (match === null)
        return;
    const start = colon + (match[1]?.length ?? 0);
    hide(start, start + (match[2]?.length ?? 0));
}
function isWordCharacter(code) {
    return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f;
}


/***/ }),

/***/ 8257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ makeRedactor)
});

// UNUSED EXPORTS: HIDDEN

// EXTERNAL MODULE: ./src/core/key-names.ts
var key_names = __webpack_require__(7433);
// EXTERNAL MODULE: ./src/core/redact-decode.ts + 1 modules
var redact_decode = __webpack_require__(9153);
;// CONCATENATED MODULE: ./src/core/redact-matcher.ts
/** Finds all of many patterns in a text in one pass over its characters. */
/** Characters of a pattern that are looked up; no pattern may be shorter. */
const GRAM = 6;
/** Characters of a run, and at how many places a run of the six may begin. */
const RUN = 4;
const STRIDE = GRAM - RUN + 1;
/** Places in a pattern that are weighed against each other for the look-up. */
const PROBES = 8;
/** Of the bit table, as a power of two: small enough for the fastest cache as long as there are few patterns. */
const SMALLEST_FILTER = 13;
const LARGEST_FILTER = 22;
/**
 * Each pattern is looked up by six of its characters, taken where few other patterns have the same six: thousands of
 * connection strings then cost no more than one. Six characters have three runs of four, of which one begins at every
 * third place of a text: so only every third place is looked at, and a bit table of those runs tells at almost all of
 * them that nothing is there. Cost: about 1–2 ns a character, whatever the number of patterns.
 *
 * @param patterns distinct, each of at least six characters
 */
function makeMatcher(patterns) {
    if (patterns.length === 0)
        return () => undefined;
    const tableBits = Math.min(22, Math.max(8, Math.ceil(Math.log2(patterns.length)) + 2));
    const tableMask = (1 << tableBits) - 1;
    const popularity = countGrams(patterns, tableMask);
    const filterBits = Math.min(LARGEST_FILTER, Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(patterns.length)) + 11));
    const filterShift = 32 - filterBits;
    const filter = new Int32Array(1 << (filterBits - 5));
    const heads = new Int32Array(tableMask + 1).fill(-1);
    const next = new Int32Array(patterns.length);
    const hashes = new Int32Array(patterns.length);
    const anchors = new Int32Array(patterns.length);
    patterns.forEach((pattern, index) => {
        const anchor = rarestPlace(pattern, popularity, tableMask);
        const hash = gramHash(quadAt(pattern, anchor), pattern.charCodeAt(anchor + 4), pattern.charCodeAt(anchor + 5));
        const slot = hash & tableMask;
        anchors[index] = anchor;
        hashes[index] = hash;
        next[index] = heads[slot];
        heads[slot] = index;
        for (let run = anchor; run < anchor + STRIDE; run++) {
            const bit = filterBit(quadAt(pattern, run), filterShift);
            filter[bit >>> 5] = filter[bit >>> 5] | (1 << (bit & 31));
        }
    });
    return ({ codes, length }, found) => {
        for (let i = 0; i + RUN <= length; i += STRIDE) {
            const bit = filterBit(quadIn(codes, i), filterShift);
            if (((filter[bit >>> 5] >>> (bit & 31)) & 1) === 0)
                continue;
            for (let at = Math.max(0, i - STRIDE + 1); at <= i && at + GRAM <= length; at++) {
                const hash = gramHash(quadIn(codes, at), codes[at + RUN], codes[at + RUN + 1]);
                for (let index = heads[hash & tableMask]; index >= 0; index = next[index]) {
                    if (hashes[index] !== hash)
                        continue;
                    const start = at - anchors[index];
                    if (start >= 0 && startsWith(codes, length, patterns[index], start))
                        found(start, index);
                }
            }
        }
    };
}
/** Eight bits for each of four characters; wider ones blend. */
function quadIn(codes, at) {
    return ((codes[at] << 24) ^
        (codes[at + 1] << 16) ^
        (codes[at + 2] << 8) ^
        codes[at + 3]);
}
function quadAt(pattern, at) {
    let quad = 0;
    for (let k = at; k < at + RUN; k++)
        quad = (quad << 8) ^ pattern.charCodeAt(k);
    return quad;
}
function filterBit(quad, shift) {
    return Math.imul(quad, 0x9e3779b1) >>> shift;
}
function startsWith(codes, length, pattern, start) {
    const size = pattern.length;
    if (start + size > length || codes[start + size - 1] !== pattern.charCodeAt(size - 1))
        return false;
    for (let k = 0; k < size; k++)
        if (codes[start + k] !== pattern.charCodeAt(k))
            return false;
    return true;
}
/** Of the four characters in `quad` and the two that follow. */
function gramHash(quad, fifth, sixth) {
    let hash = Math.imul(quad ^ Math.imul(fifth, 0x85ebca6b), 0xcc9e2d51);
    hash = Math.imul(hash ^ (hash >>> 15) ^ sixth, 0x2c1b3c6d);
    return hash ^ (hash >>> 13);
}
/** The hash at each of up to `PROBES` places of a pattern, spread evenly. */
function eachPlace(pattern, visit) {
    const room = pattern.length - GRAM;
    const probes = Math.min(PROBES, room + 1);
    for (let k = 0; k < probes; k++) {
        const place = probes === 1 ? 0 : Math.floor((room * k) / (probes - 1));
        visit(place, gramHash(quadAt(pattern, place), pattern.charCodeAt(place + 4), pattern.charCodeAt(place + 5)));
    }
}
function countGrams(patterns, mask) {
    const counts = new Int32Array(mask + 1);
    for (const pattern of patterns) {
        eachPlace(pattern, (_, hash) => {
            counts[hash & mask] = counts[hash & mask] + 1;
        });
    }
    return counts;
}
function rarestPlace(pattern, popularity, mask) {
    let best = 0;
    let bestCount = Number.POSITIVE_INFINITY;
    eachPlace(pattern, (place, hash) => {
        const count = popularity[hash & mask];
        if (count < bestCount) {
            best = place;
            bestCount = count;
        }
    });
    return best;
}

// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact-shapes.ts + 1 modules
var redact_shapes = __webpack_require__(3754);
;// CONCATENATED MODULE: ./src/core/redact-variants.ts

/** The form is a cut of a longer base64 text: the character before (1) or after (2) still holds bits of the secret. */
const PARTIAL_BEFORE = 1;
const PARTIAL_AFTER = 2;
/** Shorter forms would be found everywhere. */
const SHORTEST = 6;
/** The beginning of an escape at the end of a secret, which what follows may complete. */
const OPEN_ESCAPE = /(?:\\[uUx]?[\da-f]{0,7}|%[\da-f]?|&#?\w{0,14}|\$|<\w{0,3})$/i;
/** No escape changes these; only base64 and hex write them in another way. */
const PLAIN_ONLY = /^[A-Za-z0-9]*$/;
/**
 * Adds every form in which `secret` may stand in a text. Escapes need no list of their mixtures: texts are also
 * searched in their decoded form (redact-decode.ts), where only the decoded secret matters. The usual escaped forms
 * are listed all the same, because what stands before or after a secret may merge with it when a text is decoded.
 */
function addForms(forms, secret, withHex) {
    const text = secret.toWellFormed();
    for (const spelling of new Set([text, text.normalize('NFC')])) {
        addPlain(forms, spelling);
        addBase64(forms, spelling);
        if (withHex)
            addHex(forms, spelling);
        if (!PLAIN_ONLY.test(spelling))
            addEscaped(forms, spelling);
    }
}
function addPlain(forms, text) {
    add(forms, text);
    if (PLAIN_ONLY.test(text))
        return;
    const decoded = plainForm(text);
    if (decoded.length < SHORTEST)
        return;
    add(forms, decoded);
    if (decoded.includes(' '))
        add(forms, decoded.replaceAll(' ', '+'));
    for (const before of ['\\', '%', '&']) {
        // `CORP\nadmin`: the secret's first letters are taken for a part of an escape.
        const merged = plainForm(before + text);
        if (merged.length >= SHORTEST)
            add(forms, merged);
    }
    // The same at its end: `…%4` before an `a`.
    const cut = plainForm(text.replace(OPEN_ESCAPE, ''));
    if (cut.length >= SHORTEST)
        add(forms, cut);
}
function plainForm(text) {
    return (0,redact_decode/* decode */.D4)((0,redact_decode/* codesOf */.MZ)(text))?.text() ?? text;
}
function addEscaped(forms, text) {
    const json = JSON.stringify(text).slice(1, -1);
    const goJson = json.replace(/[<>&\u2028\u2029]/g, (c) => unicodeEscape(c));
    add(forms, json);
    add(forms, goJson);
    add(forms, JSON.stringify(json).slice(1, -1));
    add(forms, JSON.stringify(goJson).slice(1, -1));
    add(forms, json.replaceAll('/', '\\/'));
    add(forms, goJson.replace(/[$%](?=\{)/g, '$&$&'));
    addBase64(forms, json);
    if (goJson !== json)
        addBase64(forms, goJson);
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    add(forms, html);
    add(forms, html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'));
    add(forms, html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'));
    add(forms, text.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
    const url = encodeURIComponent(text);
    const strictUrl = url.replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
    const form = strictUrl.replaceAll('%20', '+');
    for (const encoded of [
        url,
        strictUrl,
        form,
        form.replaceAll('~', '%7E'),
        form.replaceAll('~', '%7E').replaceAll('%2A', '*'),
    ]) {
        add(forms, encoded);
        add(forms, encoded.replace(/%../g, (c) => c.toLowerCase()));
    }
}
function addHex(forms, text) {
    const hex = Buffer.from(text).toString('hex');
    add(forms, hex);
    add(forms, hex.toUpperCase());
}
/**
 * Base64 of a longer text that holds the secret: depending on where it starts, modulo three bytes, one of three
 * character sequences is sure to stand there.
 */
function addBase64(forms, text) {
    const bytes = Buffer.from(text);
    for (let shift = 0; shift < 3; shift++) {
        const encoded = (shift === 0 ? bytes : Buffer.concat([Buffer.alloc(shift), bytes])).toString('base64');
        const firstBit = shift * 8;
        const lastBit = firstBit + bytes.length * 8;
        const cut = encoded.slice(Math.ceil(firstBit / 6), Math.floor(lastBit / 6));
        const flags = (firstBit % 6 === 0 ? 0 : PARTIAL_BEFORE) | (lastBit % 6 === 0 ? 0 : PARTIAL_AFTER);
        add(forms, cut, flags);
        if (/[+/]/.test(cut))
            add(forms, cut.replaceAll('+', '-').replaceAll('/', '_'), flags);
    }
}
function add(forms, form, flags = 0) {
    if (form.length >= SHORTEST)
        forms.set(form, (forms.get(form) ?? 0) | flags);
}
function unicodeEscape(character) {
    return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0');
}

;// CONCATENATED MODULE: ./src/core/redact.ts






/** What stands where a secret was. */
const HIDDEN = '(sensitive value)';
/** Rounds of hiding after which a text that still changes is hidden whole. */
const ROUNDS = 20;
/** Texts whose redacted form is remembered: up to this many characters, and this many of them. */
const LONGEST_REMEMBERED = 300;
const MOST_REMEMBERED = 200_000;
/**
 * Makes the redactor. A secret is searched for as it is and in every encoded form (redact-variants.ts), in the text
 * as it stands and as a reader would decode it (redact-decode.ts). Not searched for, and counted: values under six
 * characters; numbers, booleans and one character repeated (`plain`); names that everybody sees (`names`). Spaces
 * around a secret do not count. Of a secret of several lines each line counts as a secret of its own, except lines
 * that many texts share: see `isCommonLine`.
 *
 * `redact` also hides the user's patterns, well-known token shapes and values of secret names; `leaks` looks for the
 * secrets and the user's patterns only. `(sensitive value)` itself is never touched, so a second `redact` changes
 * nothing and `leaks(redact(text))` is 0. Both throw UserError when a user's pattern takes too long.
 */
function makeRedactor(input) {
    const hidesKey = (0,key_names/* makeHidesKey */.FF)(input.hideKeys);
    const { forms, notSearched } = collectForms(input.secrets, namesOf(input.publicNames), hidesKey);
    const flags = [...forms.values()];
    const lengths = [...forms.keys()].map((form) => form.length);
    const match = makeMatcher([...forms.keys()]);
    const searchPatterns = (0,redact_patterns/* makePatternSearch */.$)(input.patterns);
    const searches = forms.size > 0 || input.patterns.length > 0;
    /** Ranges of one reading of the text, in positions of the text itself. */
    const search = (codes, text, found) => {
        match(codes, (start, index) => {
            let end = start + (lengths[index] ?? 0);
            let from = start;
            const partial = flags[index] ?? 0;
            if ((partial & PARTIAL_BEFORE) !== 0 && isBase64(codes.codes[from - 1]))
                from--;
            if ((partial & PARTIAL_AFTER) !== 0 && isBase64(codes.codes[end]))
                end++;
            found(from, end);
        });
        if (input.patterns.length > 0)
            searchPatterns(text(), found);
    };
    // Most texts are short, and an array for each would cost more than the search. None outlives its search.
    const scratch = (0,redact_decode/* makeScratch */.lP)();
    const findSecrets = (text, shapes) => {
        const zones = [];
        const ranges = [];
        const codes = text.length <= redact_decode/* SCRATCH_LENGTH */.YY ? (0,redact_decode/* codesInto */.Lw)(scratch, text) : (0,redact_decode/* codesOf */.MZ)(text);
        if (searches) {
            search(codes, () => text, (start, end) => ranges.push({ start, end }));
            const decoded = (0,redact_decode/* decode */.D4)(codes);
            if (decoded !== undefined) {
                search(decoded, decoded.text, (start, end) => {
                    const [from, to] = decoded.source(start, end);
                    ranges.push({ start: from, end: to });
                });
                if (ranges.length > 0) {
                    eachIndexOf(decoded.text(), HIDDEN, (at) => {
                        const [from, to] = decoded.source(at, at + HIDDEN.length);
                        zones.push({ start: from, end: to });
                    });
                }
            }
        }
        if (shapes)
            (0,redact_shapes/* findShapes */.I)(text, codes, hidesKey, (start, end) => ranges.push({ start, end }));
        if (ranges.length === 0)
            return ranges;
        eachIndexOf(text, HIDDEN, (at) => zones.push({ start: at, end: at + HIDDEN.length }));
        return mergeOutside(ranges, merge(zones));
    };
    const redacted = (text) => {
        let current = text;
        for (let round = 0; round < ROUNDS; round++) {
            const ranges = findSecrets(current, true);
            if (ranges.length === 0)
                return current;
            current = replace(current, ranges);
        }
        return HIDDEN;
    };
    return {
        redact: remembering(redacted),
        leaks: (text) => (searches ? findSecrets(text, false).length : 0),
        hidesKey,
        notSearched,
        byLine: input.patterns.length === 0 && ![...forms.keys()].some((form) => /[\r\n]/.test(form)),
    };
}
/** Names, addresses and values of a plan come again in its model, its digest, its part and its document. */
function remembering(redacted) {
    const known = new Map();
    return (text) => {
        if (text.length > LONGEST_REMEMBERED)
            return redacted(text);
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const after = redacted(text);
        if (known.size >= MOST_REMEMBERED)
            known.clear();
        known.set(text, after);
        return after;
    };
}
function collectForms(secrets, names, hidesKey) {
    const forms = new Map();
    const notSearched = { short: 0, plain: 0, names: 0 };
    for (const secret of new Set(Array.from(secrets, (value) => value.trim()))) {
        if (secret === '')
            continue;
        if (isPlain(secret))
            notSearched.plain++;
        else if (secret.length < SHORTEST)
            notSearched.short++;
        else if (names.has(secret))
            notSearched.names++;
        else {
            addForms(forms, secret, true);
            if (!/[\r\n]/.test(secret))
                continue;
            const unix = secret.replace(/\r\n?/g, '\n');
            addForms(forms, unix, true);
            addForms(forms, unix.replaceAll('\n', '\r\n'), true);
            for (const part of linesOf(unix, hidesKey)) {
                if (part.length >= SHORTEST && !isPlain(part) && !names.has(part))
                    addForms(forms, part, false);
            }
        }
    }
    return { forms, notSearched };
}
/** Numbers, booleans, and one character over and over (`********`, `------`): searching them would hide at random. */
function isPlain(value) {
    return (/^(?:true|false|null|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(value) ||
        (value.length > 1 && value === value.charAt(0).repeat(value.length)));
}
/** The lines worth a search, and the values that secret names have in them. */
function linesOf(text, hidesKey) {
    const lines = [];
    for (const raw of text.split('\n')) {
        const line = raw.trim();
        if (isCommonLine(line))
            continue;
        const pair = /^(?:- |export )?["']?([\w.-]+)["']?\s*[:=]\s*(.+?),?$/.exec(line);
        const value = pair?.[2]?.replace(/^(["'])(.*)\1$/, '$2');
        if (pair?.[1] !== undefined && value !== undefined && hidesKey(pair[1]))
            lines.push(value);
        lines.push(line);
    }
    return lines;
}
/**
 * Lines that say nothing and stand in many files: frames of PEM blocks, lines without a letter or digit, a key or
 * block head whose value is on other lines (`data:`, `"auths": {`, `server {`), and a script's first line.
 */
function isCommonLine(line) {
    return (/^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(line) ||
        !/[\p{L}\p{N}]/u.test(line) ||
        /^(?:- )?["']?[\w./-]+["']?\s*(?:[:=]\s*[[{(|>]?[-+]?|\s[[{(])$/.test(line) ||
        line.startsWith('#!'));
}
function namesOf(publicNames) {
    const names = new Set();
    for (const name of publicNames) {
        names.add(name);
        // A key is a name as a whole: what stands in `["user:password"]` is not made public piece by piece.
        const rest = name.replace(/"((?:[^"\\]|\\.)*)"/g, (_, key) => {
            names.add(key);
            return '';
        });
        for (const segment of rest.split(/[./[\]:@]/))
            if (segment !== '')
                names.add(segment);
    }
    return names;
}
function merge(ranges) {
    const merged = [];
    for (const { start, end } of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
        const last = merged.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            merged.push({ start, end });
    }
    return merged;
}
/** Ranges inside a zone are none; a range that reaches out of a zone takes the zone with it. Zones are in order. */
function mergeOutside(ranges, zones) {
    if (zones.length === 0)
        return merge(ranges);
    const kept = [];
    for (const range of ranges) {
        let low = 0;
        let high = zones.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((zones[middle]?.end ?? 0) <= range.start)
                low = middle + 1;
            else
                high = middle;
        }
        const zone = zones[low];
        if (zone !== undefined && zone.start <= range.start && range.end <= zone.end)
            continue;
        kept.push(range);
        for (let k = low; k < zones.length; k++) {
            const touched = zones[k];
            if (touched === undefined || touched.start >= range.end)
                break;
            kept.push(touched);
        }
    }
    return merge(kept);
}
function replace(text, ranges) {
    const parts = [];
    let at = 0;
    for (const { start, end } of ranges) {
        parts.push(text.slice(at, start), HIDDEN);
        at = end;
    }
    parts.push(text.slice(at));
    return parts.join('');
}
function eachIndexOf(text, wanted, found) {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
        found(at);
}
function isBase64(code) {
    return (code !== undefined &&
        ((code >= 0x30 && code <= 0x39) ||
            ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
            code === 0x2b ||
            code === 0x2f ||
            code === 0x2d ||
            code === 0x5f));
}


/***/ }),

/***/ 4383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shortCommit)
/* harmony export */ });
/** The first characters of a commit's id, for a reader. */
const shortCommit = (commit) => commit.slice(0, 12);


/***/ }),

/***/ 7027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ download),
/* harmony export */   W: () => (/* binding */ isTrusted)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4296);
/* harmony import */ var _http_module_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9056);







const MAX_REDIRECTS = 5;
const PAUSES_MS = [1000, 3000, 8000];
/**
 * Fetches a file over HTTPS (plain HTTP only where the URL given says so) and tells its digest. Server errors and
 * broken connections are tried again, after the server's own Retry-After where that is short. Never rejects for
 * what the network does; rejects when the file cannot be written.
 */
async function download(request) {
    const tries = request.tries ?? 4;
    for (let attempt = 1;; attempt += 1) {
        const result = await downloadOnce(request);
        if (result.kind !== 'again')
            return result.download;
        if (attempt >= tries)
            return { ok: false, why: 'unreachable', detail: `${result.detail} (${attempt} tries)` };
        const pause = PAUSES_MS[attempt - 1] ?? 8000;
        await request.clock.sleep(Math.min(Math.max(pause, result.afterMs), 30_000));
    }
}
async function downloadOnce(request) {
    let url = new URL(request.url);
    try {
        for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
            const response = await get(url, request);
            const status = response.statusCode ?? 0;
            const location = response.headers.location;
            if (status === 200)
                return await save(response, request);
            response.destroy();
            if (status < 300 || status > 399 || location === undefined)
                return judge(status, url, response);
            const next = new URL(location, url);
            if (next.protocol !== 'https:' && next.protocol !== url.protocol) {
                return failed('insecure', `${url.host} redirects to ${next.protocol}//${next.host}`);
            }
            url = next;
        }
        return failed('refused', `${url.host} redirects more than ${MAX_REDIRECTS} times`);
    }
    catch (thrown) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(thrown);
        if (code === undefined || FILE_FAULTS.has(code))
            throw thrown;
        const detail = `${url.host}: ${faultText(thrown)}`;
        if (code === 'ENOTFOUND')
            return failed('unreachable', detail);
        if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code))
            return failed('insecure', detail);
        return { kind: 'again', detail, afterMs: 0 };
    }
}
/** Faults of the disk, not of the network. */
const FILE_FAULTS = new Set([
    'ENOSPC',
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOENT',
    'EISDIR',
    'EDQUOT',
    'EMFILE',
    'EFBIG',
]);
function faultText(thrown) {
    const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : undefined;
    return typeof message === 'string' && message !== '' ? message : ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(thrown) ?? 'no answer');
}
function failed(why, detail) {
    return { kind: 'done', download: { ok: false, why, detail } };
}
function judge(status, url, response) {
    const detail = `${url.host} answers ${status} for ${url.pathname}`;
    if (status === 404 || status === 410)
        return failed('not-found', detail);
    if (status !== 408 && status !== 429 && status < 500)
        return failed('refused', detail);
    const seconds = Number(response.headers['retry-after']);
    return { kind: 'again', detail, afterMs: Number.isFinite(seconds) ? seconds * 1000 : 0 };
}
async function save(response, request) {
    const announced = Number(response.headers['content-length'] ?? Number.NaN);
    if (announced > request.maxBytes) {
        response.destroy();
        return failed('too-large', `${announced} bytes are offered, at most ${request.maxBytes} are taken`);
    }
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    const counter = new node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform({
        transform(chunk, _encoding, done) {
            bytes += chunk.length;
            if (bytes > request.maxBytes) {
                done(new TooLarge());
                return;
            }
            hash.update(chunk);
            done(null, chunk);
        },
    });
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(response, counter, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(request.file, { mode: 0o600 }));
    }
    catch (thrown) {
        if (!(thrown instanceof TooLarge))
            throw thrown;
        return failed('too-large', `more than ${request.maxBytes} bytes came`);
    }
    if (Number.isFinite(announced) && bytes !== announced) {
        return { kind: 'again', detail: `${bytes} of ${announced} bytes came`, afterMs: 0 };
    }
    return { kind: 'done', download: { ok: true, sha256: hash.digest('hex'), bytes } };
}
class TooLarge extends Error {
}
async function get(url, request) {
    const http = await (0,_http_module_js__WEBPACK_IMPORTED_MODULE_6__/* .httpModule */ .r)(url);
    const agent = new http.Agent({ proxyEnv: proxyVariables(request.env) });
    const headers = { 'user-agent': 'gitops-pipeline', accept: '*/*', 'accept-encoding': 'identity' };
    const timeout = request.idleMs ?? 30_000;
    return new Promise((resolve, reject) => {
        const sent = http.request(url, { agent, headers, timeout }, resolve);
        sent.on('timeout', () => sent.destroy(Object.assign(new Error(`no byte for ${timeout / 1000} s`), { code: 'ETIMEDOUT' })));
        sent.on('error', reject);
        sent.end();
    });
}
/** Node's own proxy support (24.5 and newer) reads these from what it is given, not from the process. */
function proxyVariables(env) {
    const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name];
        return value === undefined || value === '' ? [] : [[name, value]];
    }));
}
/** True where nobody on the way can change what is sent: HTTPS, or this very machine. */
function isTrusted(url) {
    const { protocol, hostname } = new URL(url);
    if (protocol === 'https:')
        return true;
    const host = hostname.replace(/^\[|\]$/g, '');
    return host === 'localhost' || ((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) !== 0 && (host === '::1' || host.startsWith('127.')));
}


/***/ }),

/***/ 9328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ literalString),
  J: () => (/* binding */ scanHcl)
});

;// CONCATENATED MODULE: ./src/hcl/line-counter.ts
/** Line numbers, the first line being `first`, for positions asked in rising order. Linear over all of them. */
function lineCounter(text, first = 1) {
    let line = first;
    let next = text.indexOf('\n');
    return (at) => {
        while (next >= 0 && next < at) {
            line += 1;
            next = text.indexOf('\n', next + 1);
        }
        return line;
    };
}

// EXTERNAL MODULE: ./src/hcl/skip.ts
var skip = __webpack_require__(1896);
;// CONCATENATED MODULE: ./src/hcl/scan.ts


/**
 * Reads the structure of a `.tf` or `.tofu` file: blocks, labels, attributes, expressions as text. It evaluates
 * nothing, throws on nothing and skips what it cannot read (`clean: false`).
 */
function scanHcl(text) {
    return scanBody(text, 0, 0, lineCounter(text)).body;
}
/** The value of an expression that is one plain quoted string, else undefined. */
function literalString(expression) {
    if (expression === undefined || !/^"(?:[^"\\$%\n]|\\["\\nrt]|[$%](?!\{))*"$/.test(expression))
        return undefined;
    try {
        return JSON.parse(expression);
    }
    catch {
        return undefined;
    }
}
const MAX_DEPTH = 32;
const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** A body up to the brace that closes it; the outermost one (depth 0) is closed by the end of the text. */
function scanBody(text, from, depth, lineOf) {
    const attributes = [];
    const blocks = [];
    let clean = true;
    let at = (0,skip/* skipBlank */.W8)(text, from, true);
    while (at < text.length) {
        if (depth > 0 && text.charCodeAt(at) === CLOSE_BRACE)
            return { body: { attributes, blocks, clean }, end: at + 1 };
        const head = readHead(text, at);
        if (head === undefined) {
            clean = false;
            at = Math.max((0,skip/* skipExpression */.Kk)(text, at), at + 1);
        }
        else if (head.kind === 'attribute') {
            const end = (0,skip/* skipExpression */.Kk)(text, head.at);
            const expression = text.slice(head.at, end).trim();
            if (expression === '')
                clean = false;
            attributes.push({ name: head.name, expression, line: lineOf(at) });
            at = end;
        }
        else {
            const line = lineOf(at);
            const inner = depth < MAX_DEPTH ? scanBody(text, head.at + 1, depth + 1, lineOf) : skipped(text, head.at);
            if (!inner.body.clean)
                clean = false;
            blocks.push({ type: head.name, labels: head.labels, line, body: inner.body });
            at = inner.end;
        }
        at = (0,skip/* skipBlank */.W8)(text, at, true);
    }
    return { body: { attributes, blocks, clean: clean && depth === 0 }, end: text.length };
}
function skipped(text, brace) {
    return { body: { attributes: [], blocks: [], clean: false }, end: (0,skip/* skipBrackets */.n_)(text, brace) };
}
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** `name =` or `type "label" label {`; `at` is where the expression or the brace stands. */
function readHead(text, from) {
    const name = readName(text, from);
    if (name === undefined)
        return undefined;
    let at = (0,skip/* skipBlank */.W8)(text, from + name.length, false);
    if (text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) !== EQUALS) {
        return { kind: 'attribute', name, at: (0,skip/* skipBlank */.W8)(text, at + 1, false) };
    }
    const labels = [];
    for (;;) {
        const code = text.charCodeAt(at);
        if (code === OPEN_BRACE)
            return { kind: 'block', name, labels, at };
        if (code === QUOTE) {
            const end = labelEnd(text, at);
            if (end === undefined)
                return undefined;
            labels.push(text.slice(at + 1, end - 1));
            at = end;
        }
        else {
            const label = readName(text, at);
            if (label === undefined)
                return undefined;
            at += label.length;
            labels.push(label);
        }
        at = (0,skip/* skipBlank */.W8)(text, at, false);
    }
}
/** After the quoted label at `from`. One with a template in it is no label. */
function labelEnd(text, from) {
    let at = from + 1;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === QUOTE)
            return at + 1;
        if (code === LINE_FEED || (0,skip/* isTemplate */.Fl)(text, at))
            return undefined;
        at += code === BACKSLASH ? 2 : 1;
    }
    return undefined;
}
function readName(text, from) {
    let at = from;
    for (;;) {
        const code = text.charCodeAt(at);
        if (code >= 0x80)
            break; // not ASCII: by the slower rule
        const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
        const inner = (code >= 0x30 && code <= 0x39) || code === 0x2d;
        if (!letter && !(inner && at > from))
            return at > from ? text.slice(from, at) : undefined;
        at += 1;
    }
    NAME.lastIndex = from;
    return NAME.exec(text)?.[0];
}


/***/ }),

/***/ 1896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ heredocAt),
/* harmony export */   D: () => (/* binding */ skipComment),
/* harmony export */   Fl: () => (/* binding */ isTemplate),
/* harmony export */   Kk: () => (/* binding */ skipExpression),
/* harmony export */   W8: () => (/* binding */ skipBlank),
/* harmony export */   WY: () => (/* binding */ markerEnd),
/* harmony export */   e3: () => (/* binding */ skipElement),
/* harmony export */   kd: () => (/* binding */ lineEnd),
/* harmony export */   n_: () => (/* binding */ skipBrackets),
/* harmony export */   t9: () => (/* binding */ skipString)
/* harmony export */ });
/**
 * Where the lexical elements of HCL end. Positions are UTF-16 indexes. Every function makes progress and none
 * throws: an element that is not closed ends where the text ends. Each is linear in the text it passes.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (comments, templates, heredocs) and
 * scan_tokens.rl beside it.
 */
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const STAR = 0x2a;
const SLASH = 0x2f;
const LESS = 0x3c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;
/** After white space (line ends too, when `overLines`) and comments. */
function skipBlank(text, from, overLines) {
    let at = from;
    for (;;) {
        const code = text.charCodeAt(at);
        if (code === SPACE || code === TAB || code === RETURN || code === BYTE_ORDER_MARK)
            at += 1;
        else if (code === LINE_FEED && overLines)
            at += 1;
        else if (isComment(text, at, code))
            at = skipComment(text, at);
        else
            return at;
    }
}
function isComment(text, at, code) {
    if (code === HASH)
        return true;
    if (code !== SLASH)
        return false;
    const next = text.charCodeAt(at + 1);
    return next === SLASH || next === STAR;
}
/** After the comment that starts at `at`; the line end after a comment to the end of its line is no part of it. */
function skipComment(text, at) {
    return text.charCodeAt(at + 1) === STAR && text.charCodeAt(at) === SLASH
        ? after(text, '*/', at + 2)
        : lineEnd(text, at);
}
/** Templates in templates beyond this are taken to run to the end of the text: nobody writes them, and stacks are finite. */
const MAX_NESTING = 100;
/** After the quoted template that starts at `from`; `${…}` and `%{…}` inside may hold quotes of their own. */
function skipString(text, from, nesting = 0) {
    if (nesting > MAX_NESTING)
        return text.length;
    let at = from + 1;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === BACKSLASH)
            at += 2;
        else if (code === QUOTE)
            return at + 1;
        else if ((code === DOLLAR || code === PERCENT) && isTemplate(text, at))
            at = skipBrackets(text, at + 1, nesting + 1);
        else if (code === LINE_FEED)
            return at; // a string never spans lines: what follows is not part of it
        else
            at += 1;
    }
    return text.length;
}
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
/** The opening of a heredoc at `from`: where its text starts and what ends it. */
function heredocAt(text, from) {
    HEREDOC.lastIndex = from;
    const found = HEREDOC.exec(text);
    return found === null
        ? undefined
        : { body: HEREDOC.lastIndex, marker: found[2] ?? '', indented: found[1] === '-' };
}
/** After the heredoc that starts at `from`, or undefined when there is none. */
function skipHeredoc(text, from, nesting = 0) {
    const opening = heredocAt(text, from);
    if (opening === undefined)
        return undefined;
    if (nesting > MAX_NESTING)
        return text.length;
    let at = opening.body;
    while (at < text.length) {
        const end = markerEnd(text, at, opening.marker);
        if (end !== undefined)
            return end;
        at = skipHeredocLine(text, at, nesting);
    }
    return text.length;
}
/** After the end marker when the line that starts at `at` is nothing else; undefined when it is not. */
function markerEnd(text, at, marker) {
    let from = at;
    while (isSpace(text.charCodeAt(from)))
        from += 1;
    if (!text.startsWith(marker, from))
        return undefined;
    const end = from + marker.length;
    let rest = end;
    while (isSpace(text.charCodeAt(rest)))
        rest += 1;
    return rest >= text.length || text.charCodeAt(rest) === LINE_FEED ? end : undefined;
}
/** After the line end; what a template in the line holds may span lines, and no end marker counts in there. */
function skipHeredocLine(text, from, nesting) {
    let at = from;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === LINE_FEED)
            return at + 1;
        if ((code === DOLLAR || code === PERCENT) && isTemplate(text, at))
            at = skipBrackets(text, at + 1, nesting + 1);
        else
            at += 1;
    }
    return text.length;
}
/** After the bracket that closes the one at `from`; brackets, strings, heredocs and comments inside are skipped. */
function skipBrackets(text, from, nesting = 0) {
    let depth = 0;
    let at = from;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PARENTHESIS) {
            depth += 1;
            at += 1;
        }
        else if (code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PARENTHESIS) {
            depth -= 1;
            at += 1;
            if (depth === 0)
                return at;
        }
        else
            at = skipElement(text, at, nesting);
    }
    return text.length;
}
/** After one lexical element of an expression: a string, heredoc or comment as a whole, else one character. */
function skipElement(text, at, nesting = 0) {
    const code = text.charCodeAt(at);
    if (code === QUOTE)
        return skipString(text, at, nesting);
    if (code === LESS && text.charCodeAt(at + 1) === LESS)
        return skipHeredoc(text, at, nesting) ?? at + 1;
    return isComment(text, at, code) ? Math.max(skipComment(text, at), at + 1) : at + 1;
}
/** After the expression that starts at `from`: it ends with its line unless a bracket is open. */
function skipExpression(text, from) {
    let at = from;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === LINE_FEED || code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PARENTHESIS)
            return at;
        if (code === HASH || (code === SLASH && text.charCodeAt(at + 1) === SLASH))
            return at;
        at =
            code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PARENTHESIS
                ? skipBrackets(text, at)
                : skipElement(text, at);
    }
    return Math.min(at, text.length);
}
function lineEnd(text, from) {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
}
/** True where `${` or `%{` starts a template; `$${` and `%%{` are escapes. */
function isTemplate(text, at) {
    if (text.charCodeAt(at + 1) !== OPEN_BRACE)
        return false;
    const code = text.charCodeAt(at);
    return (code === DOLLAR || code === PERCENT) && text.charCodeAt(at - 1) !== code;
}
const isSpace = (code) => code === SPACE || code === TAB || code === RETURN;
function after(text, mark, from) {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at + mark.length;
}


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readDiscussion)
/* harmony export */ });
/**
 * Reads the pull request of this run; undefined when there is none. The head is asked for anew: the event tells of it
 * at its own time, and a late run must know that it is late. So it is begun once the plans are made, which may take
 * minutes, and not before.
 */
async function readDiscussion(run, github) {
    const number = run.pull?.number ?? (await pullOf(run, github));
    if (number === undefined)
        return undefined;
    const [{ head }, comments] = await Promise.all([github.getPull(number), github.listComments(number)]);
    return { github, number, headSha: head.sha, comments };
}
/** On a push, the open pull request whose head is this commit; a merge queue's commit has none. */
async function pullOf(run, github) {
    if (run.event === 'merge_group' || run.event === 'schedule' || run.sha === '')
        return undefined;
    const pulls = await github.pullsForCommit(run.sha);
    return pulls.find((pull) => pull.state === 'open' && pull.head.sha === run.sha && !pull.fromFork)?.number;
}


/***/ }),

/***/ 1255:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2691);
/* harmony import */ var _terraform_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7878);


/**
 * Decides between red and green. Only `ok` is green; what could not be told is not. What waits for other stacks of the
 * same change is neither: it does not make the step red, and a notice says that there is no plan. A fork's run has no credentials:
 * what failed for lack of them is a matter of policy, red unless the repository's owner said `notice`; what is wrong
 * with its code all the same is red in any case.
 */
function gate(parts, options) {
    const excused = [];
    if (parts.length === 0 && (options.found ?? 0) > 0)
        return { parts, notices: [] };
    if (parts.length === 0) {
        return {
            parts,
            notices: [],
            failure: 'no stacks were found: nothing was judged. Is the repository checked out whole?',
        };
    }
    const shown = parts.map((part) => {
        if (!options.fork || !lacksCredentials(part))
            return part;
        const fault = codeFault(part);
        if (fault !== undefined)
            return asFaulty(part, fault);
        if (options.forkPolicy === 'fail')
            return asPolicy(part);
        const noticed = asNotice(asPolicy(part));
        excused.push(noticed);
        return noticed;
    });
    const red = shown
        .filter(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown')
        .filter((part) => !excused.includes(part));
    return {
        parts: shown,
        ...(red.length === 0
            ? {}
            : {
                failure: red.length === 1
                    ? reasonOf(red[0])
                    : `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(red.length, 'stack')} failed: ${red.map((part) => part.subject.name).join(', ')}`,
            }),
        notices: [
            ...excused.map((part) => `${part.subject.name} was not planned: a fork's pull request has no credentials (fork-policy: notice).`),
            ...shown.flatMap(({ subject, verdict }) => verdict.kind === 'waiting' ? [`${subject.name} ${verdict.reason}: there is no plan of it yet.`] : []),
        ],
    };
}
const lacksCredentials = (part) => part.verdict.kind === 'failed' && part.verdict.cause === 'auth';
/** What is as wrong on a fork as anywhere: every error that is not one of missing credentials. */
const codeFault = (part) => part.findings.find(({ severity, rule, message, help = '' }) => severity === 'error' && (rule !== 'terraform/diagnostic' || !(0,_terraform_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAuthError */ .H)(`${message} ${help}`)));
function asFaulty(part, { message }) {
    return {
        ...part,
        verdict: { kind: 'failed', cause: 'config', reason: message },
        headline: [{ strong: ['problems in the code'] }, `: ${message}`],
    };
}
function asPolicy(part) {
    const reason = 'a fork’s pull request has no credentials';
    return {
        ...part,
        verdict: { kind: 'failed', cause: 'policy', reason },
        headline: [{ strong: ['not planned'] }, ` (policy): ${reason}`],
    };
}
/** A green step has no error among its annotations. */
function asNotice(part) {
    const findings = part.findings.map((finding) => finding.severity === 'error' ? { ...finding, severity: 'notice' } : finding);
    return { ...part, findings };
}
function reasonOf(part) {
    if (part === undefined || part.verdict.kind === 'ok')
        return 'failed';
    const cause = part.verdict.kind === 'failed' ? part.verdict.cause : 'unknown';
    return `${part.subject.name}: ${part.verdict.reason} (${cause})`;
}


/***/ }),

/***/ 597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ GITHUB_LIMIT),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   mk: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _core_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2049);
/* harmony import */ var _core_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8517);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);
/* harmony import */ var _core_github_port_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4226);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9344);
/* harmony import */ var _report_overview_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4707);
/* harmony import */ var _report_plain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(206);
/* harmony import */ var _report_redact_document_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(771);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7994);









/** What GitHub takes, in UTF-16 units. */
const GITHUB_LIMIT = 65_536;
const COMMENT_LIMIT = GITHUB_LIMIT - _core_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .MARKER_LENGTH */ .GQ;
/** Renders a report. Throws when a finished text still holds a secret: then nothing of it may be written. */
function render(request) {
    const { redactor, parts, title, plural = `${title}s`, notes = [], found = 0 } = request;
    const documentFor = (stable) => (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_7__/* .redactDocument */ .rR)((0,_report_overview_js__WEBPACK_IMPORTED_MODULE_5__/* .documentOf */ .l)(parts, { title, plural, notes, found, stable }), redactor, parts);
    const document = documentFor(false);
    const fullReport = { text: 'the job summary', href: request.runUrl };
    return {
        markdown: (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_7__/* .publishable */ .g$)((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .toMarkdown */ .l)(document, { limit: COMMENT_LIMIT, fullReport }).text, redactor),
        stable: (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .toMarkdown */ .l)(documentFor(true), { limit: COMMENT_LIMIT }).text,
        summary: (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_7__/* .publishable */ .g$)((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .jobSummary */ .s)(document).text, redactor),
        plain: (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_7__/* .publishable */ .g$)((0,_report_plain_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .U)(document), redactor),
    };
}
/** Writes the comment where there is a pull request and the token may write; says why where not. Never rejects. */
async function publish(request, discussion) {
    if (request.comment === 'off')
        return { notices: [] };
    const { run } = request;
    try {
        const read = await discussion();
        if (read === undefined) {
            return { notices: ['There is no open pull request for this commit: the plan is in the job summary.'] };
        }
        const { github, number, headSha, comments } = read;
        if (request.nothingToTell === true && !(await (0,_core_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .hasComment */ .Q)(request.key, comments, github))) {
            return { notices: [] };
        }
        const comment = await (0,_core_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .publishComment */ .p)({
            number,
            key: request.key,
            body: request.markdown,
            stable: request.stable,
            mode: request.comment,
            run: { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha },
            headSha,
            comments,
            limit: GITHUB_LIMIT,
        }, github);
        return { comment, notices: noticesOf(comment) };
    }
    catch (thrown) {
        // Nobody can grant a fork's run, or Dependabot's, what its token lacks: the plan itself was made and judged.
        const whose = run.pull?.fork === true ? 'a fork' : run.actor === 'dependabot[bot]' ? 'Dependabot' : undefined;
        if (whose !== undefined && (0,_core_github_port_js__WEBPACK_IMPORTED_MODULE_3__/* .isGitHubFault */ .u)(thrown, 'permission')) {
            return {
                notices: [
                    `This pull request comes from ${whose}, whose token may not comment: the plan is in the job summary.`,
                ],
            };
        }
        return { notices: [], failure: `the comment could not be written: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageAndHelp */ .Uy)(thrown)}` };
    }
}
function noticesOf(comment) {
    return comment.outcome === 'superseded'
        ? ['A newer run has already written this comment: it was left as it is.', ...comment.warnings]
        : [...comment.warnings];
}


/***/ }),

/***/ 6708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ attributeLines),
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   Pc: () => (/* binding */ lineDiffLines),
/* harmony export */   es: () => (/* binding */ openLines)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/** Stands between the sign and the text of a line from inside a value, so that `- item` of a YAML list is no deletion. */
const GUTTER = '\u2502';
/**
 * The lines of a `diff` block, coloured by their first character: `+` and `-` for what comes and goes, `!` for what
 * changes in a way that cannot be shown as two lines, `@@` for folded lines, `#` for remarks.
 *
 *     - instance_type = "t3.micro"
 *     + instance_type = "t3.large" # forces replacement
 *     ! password = (sensitive value)
 *     ! policy (JSON):
 *       │ "Effect": "Allow",
 *     - │ "Action": "s3:GetObject"
 *     @@ 12 unchanged lines @@
 *     # 14 unchanged attributes
 */
function attributeLines(diff) {
    const lines = diff.changes.flatMap(changeLines);
    if (diff.unchanged > 0) {
        lines.push(`# ${diff.unchanged} unchanged ${diff.unchanged === 1 ? 'attribute' : 'attributes'}`);
    }
    return lines;
}
/** The lines of a line diff, for a `diff` block. One line of text each. */
function lineDiffLines(lines) {
    return lines.map(({ sign, text }) => (sign === 'gap' ? `@@ ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)} @@` : withText(sign, text)));
}
function changeLines(change) {
    const path = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(change.path);
    const remark = change.forcesReplacement ? ' # forces replacement' : '';
    const block = blockOf(change);
    if (block !== undefined) {
        const label = change.language === undefined || change.language === 'text' ? '' : ` (${change.language.toUpperCase()})`;
        return [`${signOf(change)} ${path}${label}:${remark}`, ...block.map(gutterLine)];
    }
    const before = shownValue(change.before);
    const after = shownValue(change.after);
    if (change.action === 'remove' || change.after.kind === 'absent')
        return [`- ${path} = ${before}${remark}`];
    if (change.action === 'add' || change.before.kind === 'absent')
        return [`+ ${path} = ${after}${remark}`];
    // Both sides read the same (two secrets): a pair of equal lines would look like a mistake.
    if (before === after)
        return [`! ${path} = ${after}${remark}`];
    return [`- ${path} = ${before}`, `+ ${path} = ${after}${remark}`];
}
function signOf(change) {
    if (change.action === 'change')
        return '!';
    return change.action === 'add' ? '+' : '-';
}
/**
 * The lines that may be shown. When a side is hidden, no line of it may be, whatever the data says: then only remarks
 * are, which are in our own words. Undefined when there are none.
 */
function openLines({ lines, before, after }) {
    if (lines === undefined || lines.length === 0)
        return undefined;
    const open = openText(before) !== undefined && openText(after) !== undefined;
    return open || lines.every(({ sign }) => sign === 'gap') ? lines : undefined;
}
/** What is shown line by line. */
function blockOf(change) {
    const lines = openLines(change);
    if (lines !== undefined)
        return lines;
    const before = openText(change.before);
    const after = openText(change.after);
    if (before === undefined || after === undefined)
        return undefined;
    if (!before.includes('\n') && !after.includes('\n'))
        return undefined;
    const side = (sign, text) => text === ''
        ? []
        : (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
            .split('\n')
            .map((line) => ({ sign, text: line }));
    return [...side('-', before), ...side('+', after)];
}
function openText(value) {
    if (value.kind === 'value')
        return value.text;
    return value.kind === 'absent' ? '' : undefined;
}
function gutterLine({ sign, text }) {
    if (sign === 'gap')
        return `@@ ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)} @@`;
    return withText(`${sign} ${GUTTER}`, text);
}
/** White space may be what changed, so tabs and what stands at the end stay; only an empty line gets none. */
function withText(start, text) {
    return text === '' ? start.trimEnd() : `${start} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replaceAll('\n', ' ')}`;
}
/** What stands for a value, on one line. */
function shownValue(value) {
    switch (value.kind) {
        case 'value':
            return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(value.text);
        case 'sensitive':
            return '(sensitive value)';
        case 'unknown':
            return '(known after apply)';
        case 'write-only':
            return '(write-only)';
        case 'absent':
            return 'null';
    }
}


/***/ }),

/***/ 4031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   EN: () => (/* binding */ joinInline),
/* harmony export */   QG: () => (/* binding */ trimSpaces),
/* harmony export */   Y5: () => (/* binding */ gitHubHtmlText),
/* harmony export */   _s: () => (/* binding */ htmlAttribute),
/* harmony export */   d6: () => (/* binding */ codeFence),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   v7: () => (/* binding */ safeHref),
/* harmony export */   xR: () => (/* binding */ tableCell)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/**
 * All escaping for Markdown (GitHub's, with its links and mentions) and HTML. Everything taken here is untrusted and
 * comes out as text that says the same and does nothing.
 *
 * GitHub makes mentions, references, emoji and formulas after Markdown is done, from the text of the page, so a
 * backslash or an entity does not stop them. A code span does, and can still be read and copied as it was.
 */
/** A word that GitHub would make something of: see "Autolinked references and URLs" and "Basic writing" in its docs. */
const actsOnGitHub = new RegExp([
    '@[^ ]', // @user, @org/team, user@host
    '#\\d', // #12, owner/repo#12
    'gh-\\d', // GH-12
    '://', // bare addresses
    'www\\.',
    '(?:mailto|xmpp):',
    ':[\\w+-]+:', // :tada:
    '\\$', // formulas: $x$
    '(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])', // commit ids
    '(?:ghsa|cve)-', // advisories
].join('|'), 'i');
/** Characters that mean something to inline Markdown wherever they stand. */
function escapeInline(text) {
    return text.replace(/[\\`*_[\]<>&~|#]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}
/** Punctuation around a word stays outside its code span: `(see @user).` */
function codeWord(word, code, text) {
    const [, before = '', core = '', after = ''] = /^([([{<"']*)(.*?)([)\]}>"'.,;!?]*)$/s.exec(word) ?? [];
    return core === '' ? code(word) : `${text(before)}${code(core)}${text(after)}`;
}
/** One line, runs of white space as one space. */
function oneLine(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text).replace(/ {2,}/g, ' ');
}
/**
 * Inline Markdown that renders as the text itself, with code spans around words that GitHub would act upon. One line:
 * white space is collapsed, a space at either end is kept. Also right at the start of a block.
 * `inTable`: for a cell (only code spans differ: there a backslash before a pipe is text, except in a cell).
 */
function markdownText(text, inTable = false) {
    const code = (word) => markdownCode(word, inTable);
    return oneLine(text)
        .replace(/[^ ]+/g, (word) => actsOnGitHub.test(word) ? codeWord(word, code, escapeInline) : escapeInline(word))
        .replace(/^( ?)([-+=:])/, '$1\\$2') // lists, underlines of headings and tables
        .replace(/^( ?\d{1,9})([.)])(?= |$)/, '$1\\$2') // numbered lists
        .replace(/!$/, '\\!'); // what follows may be a link, and this no image
}
/**
 * A code span with exactly this text; line feeds and tabs become spaces. cmark knows no code spans with more than 80
 * backticks, so the shortest run that the text does not have is taken, not the longest plus one.
 * `inTable`: pipes are escaped as cells need it.
 */
function markdownCode(text, inTable = false) {
    const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text);
    // `\` and `|` side by side cannot be written in one code span of a cell: the pipe's own escape would be escaped.
    if (inTable && shown.includes('\\|')) {
        return joinInline(shown.split(/(?<=\\)(?=\|)/).map((piece) => codeSpan(piece).replaceAll('|', '\\|')));
    }
    const span = codeSpan(shown);
    return inTable ? span.replaceAll('|', '\\|') : span;
}
function codeSpan(text) {
    if (text === '')
        return '` `';
    if (!text.includes('`') && !text.startsWith(' '))
        return `\`${text}\``;
    const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
    let length = 1;
    while (runs.has(length))
        length++;
    if (length > 80)
        return codeSpan(text.replaceAll('`', '\u02cb'));
    const fence = '`'.repeat(length);
    // One space on each side is taken away again when both are there and the text is not all spaces (CommonMark 6.1).
    const touches = text.startsWith('`') || text.endsWith('`');
    const stripped = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
    const pad = touches || stripped ? ' ' : '';
    return `${fence}${pad}${text}${pad}${fence}`;
}
/** Pieces of inline Markdown side by side. Where two runs of one mark would become one, an empty comment parts them. */
function joinInline(pieces) {
    let joined = '';
    for (const piece of pieces) {
        const touches = /[`*]/.test(piece.charAt(0)) && joined.endsWith(piece.charAt(0));
        joined += touches ? `<!-- -->${piece}` : piece;
    }
    return joined;
}
/** Without the spaces around it. Other white space (no-break, ideographic) is text and stays. */
function trimSpaces(text) {
    return text.replace(/^ +/, '').replace(/(?<! ) +$/, '');
}
/** A table cell with this text. */
function tableCell(text) {
    return trimSpaces(markdownText(text, true));
}
/** Languages that GitHub does not colour but runs: drawings, maps, formulas, suggested changes. */
const activeLanguages = new Set(['math', 'mermaid', 'geojson', 'topojson', 'stl', 'suggestion']);
/**
 * A fenced code block with exactly this text (made visible). The fence is longer than any run of its character at the
 * start of a line inside. cmark counts fences to 255 only, so a text with longer ones gets `~`, and when it has both,
 * such lines get a backslash in front.
 */
function codeFence(text, language = '') {
    let shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
    let fence = fenceFor(shown, '`');
    if (fence === undefined)
        fence = fenceFor(shown, '~');
    if (fence === undefined) {
        shown = shown.replace(/^[ \t]*`{200,}/gm, '\\$&');
        fence = fenceFor(shown, '`') ?? '```';
    }
    const info = /^[a-z0-9+-]{1,20}$/.test(language) && !activeLanguages.has(language) ? language : '';
    return `${fence}${info}\n${shown === '' ? '' : `${shown}\n`}${fence}`;
}
function fenceFor(text, character) {
    const pattern = character === '`' ? /^[ \t]*(`{3,})/gm : /^[ \t]*(~{3,})/gm;
    let length = 3;
    for (const match of text.matchAll(pattern))
        length = Math.max(length, (match[1]?.length ?? 0) + 1);
    return length > 200 ? undefined : character.repeat(length);
}
const htmlEntities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character);
}
/** HTML text, lines kept. */
function htmlText(text) {
    return escapeHtml((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text));
}
/** The inside of a quoted attribute: one line. */
function htmlAttribute(text) {
    return escapeHtml((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text));
}
/** HTML text inside Markdown on GitHub, where words may become mentions and links too. One line. */
function gitHubHtmlText(text) {
    return oneLine(text).replace(/[^ ]+/g, (word) => actsOnGitHub.test(word)
        ? codeWord(word, (core) => `<code>${escapeHtml(core)}</code>`, escapeHtml)
        : escapeHtml(word));
}
/**
 * A link target that is safe in Markdown parentheses and HTML quotes: http, https, or `#anchor`; anything else is
 * undefined and must be shown without a link.
 */
function safeHref(href) {
    if (!/^(?:https?:\/\/[^/]|#)/i.test(href) || !href.isWellFormed())
        return undefined;
    // eslint-disable-next-line no-control-regex
    return href.replace(/[\x00-\x20<>()[\]\\"`|\x7f-\u{10ffff}]/gu, (character) => character.charCodeAt(0) < 0x80
        ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
        : encodeURIComponent(character));
}


/***/ }),

/***/ 6188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ gitHubHtmlInlines),
/* harmony export */   iB: () => (/* binding */ markdownInlines),
/* harmony export */   js: () => (/* binding */ plainInlines)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);


/** Neighbouring strings as one: a mention cut in two (`@`, `user`) must be seen whole by the escaper. */
function merged(inlines) {
    const result = [];
    for (const inline of inlines) {
        const last = result.at(-1);
        if (typeof inline === 'string' && typeof last === 'string')
            result[result.length - 1] = last + inline;
        else
            result.push(inline);
    }
    return result;
}
/** Markdown has no links in links: the outer one counts. */
function withoutLinks(inlines) {
    return inlines.flatMap((inline) => {
        if (typeof inline === 'string' || 'code' in inline)
            return [inline];
        if ('link' in inline)
            return withoutLinks(inline.link);
        if ('strong' in inline)
            return [{ strong: withoutLinks(inline.strong) }];
        return [{ emphasis: withoutLinks(inline.emphasis) }];
    });
}
const anyWords = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su;
/** Most are of these, and the rule for all letters there are takes long to be made ready. */
const plainWords = /^[A-Za-z0-9](?:[ -~]*[A-Za-z0-9])?$/;
/** `**text**` works only between letters or digits (CommonMark 6.2, flanking); elsewhere the HTML element does. */
function marked(inner, mark, element) {
    if (inner === '')
        return '';
    return plainWords.test(inner) || anyWords.test(inner)
        ? `${mark}${inner}${mark}`
        : `<${element}>${inner}</${element}>`;
}
/** Labels and names of attributes come again and again; remembered up to this length, and so many of them. */
const LONGEST_WORD = 40;
const MOST_WORDS = 5_000;
function remembering(escape) {
    const known = { line: new Map(), cell: new Map() };
    return (text, inTable) => {
        if (text.length > LONGEST_WORD)
            return escape(text, inTable);
        const words = inTable ? known.cell : known.line;
        const before = words.get(text);
        if (before !== undefined)
            return before;
        const escaped = escape(text, inTable);
        if (words.size >= MOST_WORDS)
            words.clear();
        words.set(text, escaped);
        return escaped;
    };
}
const textOf = remembering(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7);
const codeOf = remembering(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9);
function markdownOf(inline, inTable) {
    if (typeof inline === 'string')
        return textOf(inline, inTable);
    if ('code' in inline)
        return codeOf(inline.code, inTable);
    if ('strong' in inline)
        return marked(pieces(inline.strong, inTable), '**', 'b');
    if ('emphasis' in inline)
        return marked(pieces(inline.emphasis, inTable), '*', 'em');
    const inner = pieces(withoutLinks(inline.link), inTable);
    const href = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeHref */ .v7)(inline.href);
    if (href === undefined || inner === '')
        return inner;
    // Parsers differ about what may stand between the brackets: only plain words and simple code spans do.
    if (/``|[[\]\\<>()]/.test(inner))
        return `<a href="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlAttribute */ ._s)(href)}">${inner}</a>`;
    // An entity in a target would be decoded.
    return `[${inner}](${href.replace(/&(?=#?\w+;)/g, '&amp;')})`;
}
function pieces(inlines, inTable) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .joinInline */ .EN)(merged(inlines).map((inline) => markdownOf(inline, inTable)));
}
/** One line of Markdown. */
function markdownInlines(inlines, inTable = false) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .trimSpaces */ .QG)(pieces(inlines, inTable));
}
/** One line of HTML for places inside Markdown where Markdown is not read: `<summary>`. */
function gitHubHtmlInlines(inlines) {
    return merged(inlines).map(htmlOf).join('');
}
const htmlTextOf = remembering(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .gitHubHtmlText */ .Y5);
function htmlOf(inline) {
    if (typeof inline === 'string')
        return htmlTextOf(inline, false);
    if ('code' in inline)
        return `<code>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlText */ .js)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(inline.code))}</code>`;
    if ('strong' in inline)
        return `<b>${gitHubHtmlInlines(inline.strong)}</b>`;
    if ('emphasis' in inline)
        return `<em>${gitHubHtmlInlines(inline.emphasis)}</em>`;
    const inner = gitHubHtmlInlines(withoutLinks(inline.link));
    const href = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .safeHref */ .v7)(inline.href);
    return href === undefined ? inner : `<a href="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlAttribute */ ._s)(href)}">${inner}</a>`;
}
/** The words alone, as they came: nothing is escaped or made visible. */
function plainInlines(inlines) {
    return inlines
        .map((inline) => {
        if (typeof inline === 'string')
            return inline;
        if ('code' in inline)
            return inline.code;
        if ('strong' in inline)
            return plainInlines(inline.strong);
        if ('emphasis' in inline)
            return plainInlines(inline.emphasis);
        return plainInlines(inline.link);
    })
        .join('');
}


/***/ }),

/***/ 7216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UZ: () => (/* binding */ leftOutNote),
/* harmony export */   dk: () => (/* binding */ breakdownOf),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/** Keeps a noun from being a text of its own. */
const NOUN_LENGTH = 40;
/** `12 resources`, `1 resource`, `15,000 addresses`. `noun` is a plural. */
function amount(count, noun, more = false) {
    const plural = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(noun).slice(0, NOUN_LENGTH).toWellFormed();
    const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return `${digits}${more ? ' more' : ''} ${count === 1 ? singular(plural) : plural}`;
}
function singular(plural) {
    if (plural.endsWith('ies'))
        return `${plural.slice(0, -3)}y`;
    if (/(?:ss|x|ch|sh)es$/.test(plural))
        return plural.slice(0, -2);
    return plural.endsWith('s') ? plural.slice(0, -1) : plural;
}
/** `12 more resources left out`, at the place where they would be. */
function leftOutNote(count, noun, more, breakdown = '') {
    const what = `${amount(count, noun, more)}${breakdown === '' ? '' : ` (${breakdown})`}`;
    return { kind: 'text', rank: 0, text: [{ emphasis: [`${what} left out`] }] };
}
/** `8 create, 4 update`, from one word per row; '' when the words are too many to be kinds of something. */
function breakdownOf(words) {
    const counts = new Map();
    for (const word of words) {
        if (word === '' || word.length > 40)
            return '';
        counts.set(word, (counts.get(word) ?? 0) + 1);
        if (counts.size > 6)
            return '';
    }
    return [...counts].map(([word, count]) => amount(count, word).replace(/ .*/s, '') + ` ${word}`).join(', ');
}


/***/ }),

/***/ 9344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ toMarkdown),
  c: () => (/* binding */ toneSymbols)
});

// EXTERNAL MODULE: ./src/report/left-out.ts
var left_out = __webpack_require__(7216);
;// CONCATENATED MODULE: ./src/report/budget-tree.ts

/** For what a note may say besides numbers. */
const WORDS_ROOM = 120;
/** The tree of a document's sections. Nothing is printed yet. */
function budgetTree(sections) {
    const top = newBox(undefined, undefined, false, 0);
    return filled(top, sections.map((section) => nodeOf(section, top, false)));
}
function nodeOf(section, parent, inFold) {
    switch (section.kind) {
        case 'fold': {
            if (section.sections.length === 0)
                break;
            const box = newBox(section, parent, true, section.rank);
            return filled(box, section.sections.map((child) => nodeOf(child, box, true)));
        }
        case 'table': {
            if (section.rows.length === 0)
                break;
            const box = newBox(section, parent, inFold, section.rank);
            if (section.compact !== undefined && section.rows.some((row) => row.rank === 0)) {
                box.compact = nodeOf(section.compact, box, inFold);
            }
            return filled(box, section.rows.map((row) => newUnit(row.rank, box, undefined, row, undefined)));
        }
        case 'list': {
            if (section.items.length === 0)
                break;
            const box = newBox(section, parent, inFold, section.rank);
            return filled(box, section.items.map((item) => newUnit(section.rank, box, undefined, undefined, item)));
        }
        case 'heading':
        case 'text':
        case 'attribute-diff':
        case 'line-diff':
        case 'code':
        case 'graph':
            break;
    }
    return newUnit(section.rank, parent, section, undefined, undefined);
}
function newUnit(rank, parent, section, row, item) {
    return { kind: 'unit', rank, parent, section, row, item, cost: -1, kept: 'no', part: [] };
}
function newBox(source, parent, inFold, rank) {
    return {
        kind: 'box',
        rank,
        parent,
        source,
        inFold,
        children: [],
        compact: undefined,
        ranks: source?.kind === 'fold' && rank === 0 ? 1 : 0,
        frame: -1,
        note: -1,
        compacted: false,
        opened: false,
        missing: 0,
    };
}
function filled(box, children) {
    for (const child of children) {
        box.children.push(child);
        box.ranks |= ranksOf(child);
    }
    if (box.compact !== undefined)
        box.ranks |= ranksOf(box.compact);
    box.missing = children.length;
    return box;
}
const ranksOf = (node) => (node.kind === 'unit' ? 1 << node.rank : node.ranks);
/** What the children of a box are called. */
function nounOf(source) {
    if (source === undefined)
        return 'sections';
    return source.kind === 'list' ? 'items' : source.noun;
}
/** The nodes that count, after the choice between rows and their compact form. */
function childrenOf(box) {
    return box.compacted && box.compact !== undefined ? [box.compact] : box.children;
}
/** The rows of a compacted table that its compact form does not speak for. */
function uncovered(box) {
    return box.children.filter((child) => child.rank !== 0);
}
/** Back to the start: nothing kept, the choices about compact forms as they are. */
function budget_tree_reset(node) {
    if (node.kind === 'unit') {
        node.kept = 'no';
        node.part = [];
        return;
    }
    node.opened = false;
    const children = childrenOf(node);
    // Rows that the compact form does not speak for stay out for good.
    node.missing = children.length + (node.compacted && uncovered(node).length > 0 ? 1 : 0);
    for (const child of children)
        budget_tree_reset(child);
}
/** What a unit costs when it is kept whole. Printed once, when first asked for. */
function costOf(unit, costs) {
    if (unit.cost < 0)
        unit.cost = measured(unit, costs);
    return unit.cost;
}
function measured({ section, row, item, parent }, costs) {
    if (section !== undefined)
        return costs.sections([section], parent.inFold);
    if (row !== undefined && parent.source?.kind === 'table')
        return costs.row(parent.source, row);
    return item === undefined ? 0 : costs.item(item);
}
/** What a box costs besides what is in it. */
function frameOf(box, costs) {
    if (box.compacted || box.source === undefined)
        return 0;
    if (box.frame < 0)
        box.frame = costs.frame(box.source);
    return box.frame;
}
/** Room for the line that says what is left out of a box. */
function noteRoom(box, costs) {
    if (box.note < 0) {
        const lengths = [1, box.children.length].map((count) => costs.sections([(0,left_out/* leftOutNote */.UZ)(count, nounOf(box.source), true)], box.inFold));
        box.note = Math.max(...lengths) + (box.source?.kind === 'list' ? 0 : WORDS_ROOM);
    }
    return box.note;
}

// EXTERNAL MODULE: ./src/report/inlines.ts
var inlines = __webpack_require__(6188);
;// CONCATENATED MODULE: ./src/report/budget-prune.ts



/** The sections that were kept, with a line at each place where something is missing. */
function prune(top, costs) {
    const counts = new Map();
    const sections = sectionsOf(top, { costs, counts });
    return { sections, leftOut: [...counts].map(([noun, count]) => ({ noun, count })) };
}
function sectionsOf(box, work) {
    const { children } = box;
    const sections = [];
    children.forEach((child, index) => {
        if (child.kind === 'box') {
            if (child.opened)
                sections.push(...boxSections(child, work));
        }
        else if (child.kept !== 'no' && !isBareHeading(children, index)) {
            sections.push(...unitSections(child));
        }
    });
    return [...sections, ...noteOn(box, children, work)];
}
function boxSections(box, work) {
    const { source } = box;
    if (source === undefined)
        return sectionsOf(box, work);
    switch (source.kind) {
        case 'fold':
            return [{ ...source, sections: sectionsOf(box, work) }];
        case 'list': {
            const items = keptOf(box).flatMap(({ item }) => (item === undefined ? [] : [item]));
            return [...(items.length === 0 ? [] : [{ ...source, items }]), ...noteOn(box, box.children, work)];
        }
        case 'table': {
            if (box.compacted && box.compact !== undefined)
                return compactSections(box, box.compact, work);
            const rows = keptOf(box).flatMap(({ row }) => (row === undefined ? [] : [row]));
            return [...(rows.length === 0 ? [] : [{ ...source, rows }]), ...noteOn(box, box.children, work)];
        }
    }
}
function compactSections(box, compact, work) {
    const shown = compact.kind === 'unit' ? unitSections(compact) : boxSections(compact, work);
    return [...shown, ...noteOn(box, uncovered(box), work)];
}
function unitSections(unit) {
    if (unit.kept === 'no')
        return [];
    return unit.kept === 'part' || unit.section === undefined ? unit.part : [unit.section];
}
const keptOf = (box) => box.children.filter((node) => node.kind === 'unit' && node.kept !== 'no');
const isOut = (node) => (node.kind === 'unit' ? node.kept === 'no' : !node.opened);
const headingOf = (node) => node?.kind === 'unit' && node.section?.kind === 'heading' ? node.section : undefined;
/** A heading under which all is left out says nothing, unless it is of rank 0. */
function isBareHeading(children, index) {
    const heading = headingOf(children[index]);
    if (heading === undefined || heading.rank === 0)
        return false;
    let anything = false;
    for (let at = index + 1; at < children.length; at++) {
        const node = children[at];
        if (node === undefined)
            break;
        const next = headingOf(node);
        if (next !== undefined) {
            if (next.level <= heading.level)
                break;
            continue;
        }
        if (!isOut(node))
            return false;
        anything = true;
    }
    return anything;
}
function noteOn(box, among, work) {
    const out = among.filter((node) => isOut(node) && headingOf(node) === undefined);
    if (out.length === 0)
        return [];
    const noun = nounOf(box.source);
    work.counts.set(noun, (work.counts.get(noun) ?? 0) + out.length);
    const more = out.length < box.children.length;
    const detailed = namedFolds(out) ?? (0,left_out/* leftOutNote */.UZ)(out.length, noun, more, rowKinds(out));
    const fits = work.costs.sections([detailed], box.inFold) <= noteRoom(box, work.costs);
    return [fits ? detailed : (0,left_out/* leftOutNote */.UZ)(out.length, noun, more)];
}
/** `8 create, 4 update`: the first cells of rows, counted; '' where they say nothing or too much. */
function rowKinds(nodes) {
    return (0,left_out/* breakdownOf */.dk)(nodes.map((node) => (node.kind === 'unit' ? (0,inlines/* plainInlines */.js)(node.row?.cells[0] ?? []).trim() : '')));
}
/** `Left out: 12 outputs to change`: a few folds by what their summaries say. */
function namedFolds(out) {
    if (out.length > 3)
        return undefined;
    const names = out.map((node) => node.kind === 'box' && node.source?.kind === 'fold' ? (0,inlines/* plainInlines */.js)(node.source.summary).trim() : '');
    if (names.some((name) => name === '' || name.length > 60))
        return undefined;
    return { kind: 'text', rank: 0, text: [{ emphasis: [`Left out: ${names.join('; ')}`] }] };
}

// EXTERNAL MODULE: ./src/report/shorten.ts
var shorten = __webpack_require__(7011);
;// CONCATENATED MODULE: ./src/report/budget.ts



/** After so many sections of a rank that did not fit, the rest of the rank is not tried. */
const MAX_MISSES = 20;
/** A text longer than this part of the limit is shown in part, so that it does not push out all others. */
const LONG_SHARE = 8;
function fit(sections, room, costs) {
    const top = budgetTree(sections);
    if (fitsWhole(top, room.whole, costs))
        return { shown: 'all', sections, leftOut: [] };
    const long = Math.floor(room.whole / LONG_SHARE);
    const attempt = (longVital, squeeze) => {
        budget_tree_reset(top);
        const started = {
            costs,
            longest: (unit) => (unit.rank === 0 ? longVital : long),
            squeeze,
            room: room.shortened - noteRoom(top, costs),
        };
        top.opened = true;
        return started;
    };
    const lesserRanks = (current) => {
        for (let rank = 1; rank <= 9; rank++)
            admitRank(top, rank, current, MAX_MISSES);
    };
    const tables = compactable(top);
    // Tables are compacted 0, 1, 2, 4, … at a time: few tries even for thousands of stacks.
    for (let count = -1; count <= tables.length; count = nextCount(count, tables.length)) {
        for (const table of tables.slice(0, Math.max(0, count)))
            table.compacted = true;
        const current = attempt(count < 0 ? Infinity : long, false);
        if (!admitRank(top, 0, current, 0))
            continue;
        lesserRanks(current);
        return { shown: count < 0 ? 'shortened' : 'vital', ...prune(top, costs) };
    }
    admitRank(top, 0, attempt(long, true), MAX_MISSES);
    return { shown: 'vital', ...prune(top, costs) };
}
function nextCount(count, all) {
    if (count >= all)
        return all + 1;
    return Math.min(all, count < 1 ? count + 1 : count * 2);
}
/** Tables that have a compact form, most rows of rank 0 first. */
function compactable(top) {
    const found = [];
    const visit = (node) => {
        if (node.kind === 'unit')
            return;
        if (node.compact === undefined)
            node.children.forEach(visit);
        else
            found.push({ box: node, rows: node.children.filter((row) => row.rank === 0).length });
    };
    visit(top);
    return found.sort((a, b) => b.rows - a.rows).map(({ box }) => box);
}
/** Adds up until the room is used up. */
function fitsWhole(top, room, costs) {
    let used = 0;
    const visit = (node) => {
        used += node.kind === 'unit' ? costOf(node, costs) : frameOf(node, costs);
        if (used > room)
            return false;
        return node.kind === 'unit' || node.children.every(visit);
    };
    return visit(top);
}
/** Keeps the units of one rank in order; false when more than `misses` of them did not fit. */
function admitRank(top, rank, attempt, misses) {
    let missed = 0;
    const visit = (node) => {
        if (node.kind === 'unit') {
            if (node.rank === rank && !admit(node, attempt))
                missed++;
            return missed <= misses;
        }
        if ((node.ranks & (1 << rank)) === 0)
            return true;
        // What a fold of rank 0 says in its summary is of rank 0 itself.
        if (rank === 0 && node.rank === 0 && node.source?.kind === 'fold' && !budget_open(node, 0, attempt))
            missed++;
        return missed <= misses && childrenOf(node).every(visit);
    };
    return visit(top) && missed <= misses;
}
function admit(unit, attempt) {
    const longest = attempt.longest(unit);
    const cost = costOf(unit, attempt.costs);
    if (cost <= longest && budget_open(unit.parent, cost, attempt)) {
        unit.kept = 'whole';
        complete(unit.parent, attempt);
        return true;
    }
    if (unit.section === undefined || !(0,shorten/* isLong */.x7)(unit.section))
        return false;
    if (cost <= longest && !attempt.squeeze)
        return false;
    const { section } = unit;
    const available = Math.min(longest, attempt.room - openingCost(unit.parent, attempt.costs));
    const part = available < 100
        ? undefined
        : (0,shorten/* shorten */.ml)(section, available, (sections) => attempt.costs.sections(sections, unit.parent.inFold));
    if (part === undefined || !budget_open(unit.parent, attempt.costs.sections(part, unit.parent.inFold), attempt)) {
        return false;
    }
    unit.kept = 'part';
    unit.part = part;
    complete(unit.parent, attempt);
    return true;
}
function openingCost(box, costs) {
    let cost = 0;
    for (let at = box; at !== undefined && !at.opened; at = at.parent) {
        cost += frameOf(at, costs) + noteRoom(at, costs);
    }
    return cost;
}
/** Takes `cost` from the room, and what the boxes around cost that are not opened yet; false when that is too much. */
function budget_open(box, cost, attempt) {
    const needed = cost + openingCost(box, attempt.costs);
    if (needed > attempt.room)
        return false;
    attempt.room -= needed;
    for (let at = box; at !== undefined && !at.opened; at = at.parent)
        at.opened = true;
    return true;
}
/** One child more is complete. A box with all its children needs no room for a note. */
function complete(box, attempt) {
    box.missing -= 1;
    if (box.missing > 0)
        return;
    attempt.room += noteRoom(box, attempt.costs);
    if (box.parent !== undefined)
        complete(box.parent, attempt);
}

// EXTERNAL MODULE: ./src/report/attribute-lines.ts
var attribute_lines = __webpack_require__(6708);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/mermaid.ts
var mermaid = __webpack_require__(9409);
;// CONCATENATED MODULE: ./src/report/markdown-blocks.ts




/**
 * Sections as GitHub Markdown. Each block's text depends on nothing around it but the depth, so that the length of a
 * whole is the sum of its blocks and what joins them: the budget counts with that.
 */
/** Between two blocks, and between two rows of a table or items of a list. */
const BLOCK_JOIN = '\n\n';
const ROW_JOIN = '\n';
const FOLD_END = '</details>';
/** What a fold costs besides its head and its sections, each with a join before it. */
const FOLD_FRAME = `${BLOCK_JOIN}${FOLD_END}`;
const toneNames = { caution: 'CAUTION', warning: 'WARNING', note: 'NOTE' };
const toneWords = { caution: 'Caution', warning: 'Warning', note: 'Note' };
/** One section, without line ends around it; '' when there is nothing to show. `inFold`: it stands inside a fold. */
function markdownBlock(section, inFold) {
    switch (section.kind) {
        case 'heading': {
            const text = (0,inlines/* markdownInlines */.iB)(section.text);
            // The report's own title is level 2.
            return text === '' ? '' : `${'#'.repeat(section.level + 2)} ${text}`;
        }
        case 'text': {
            const text = (0,inlines/* markdownInlines */.iB)(section.text);
            if (text === '' || section.tone === undefined)
                return text;
            // GitHub renders alerts at the top level only.
            if (inFold)
                return `<b>${toneWords[section.tone]}:</b> ${text}`;
            return `> [!${toneNames[section.tone]}]\n> ${text}`;
        }
        case 'list':
            return section.items.map(markdownItem).join(ROW_JOIN);
        case 'table':
            return [markdownTableHead(section), ...section.rows.map((row) => markdownRow(section, row))].join(ROW_JOIN);
        case 'attribute-diff':
        case 'line-diff':
        case 'code':
        case 'graph':
            return printed(section, 'fence', () => fence(section));
        case 'fold': {
            const inner = markdownBlocks(section.sections, true);
            // The empty lines make GitHub read Markdown between the tags, and the closing tag as a tag.
            return `${markdownFoldHead(section)}${BLOCK_JOIN}${inner === '' ? '' : `${inner}${BLOCK_JOIN}`}${FOLD_END}`;
        }
    }
}
function fence(section) {
    switch (section.kind) {
        case 'attribute-diff': {
            const lines = (0,attribute_lines/* attributeLines */.EW)(section);
            return lines.length === 0 ? '' : (0,report_escape/* codeFence */.d6)(lines.join('\n'), 'diff');
        }
        case 'line-diff':
            return section.lines.length === 0 ? '' : (0,report_escape/* codeFence */.d6)((0,attribute_lines/* lineDiffLines */.Pc)(section.lines).join('\n'), 'diff');
        case 'code':
            return section.text === '' ? '' : (0,report_escape/* codeFence */.d6)(section.text.replace(/\n$/, ''), section.language);
        case 'graph': {
            const drawing = (0,mermaid/* mermaidText */.Hg)(section);
            const heading = markdownBlock({ kind: 'heading', rank: 0, level: 2, text: [section.title] }, false);
            return drawing === undefined ? '' : `${heading}${BLOCK_JOIN}\`\`\`mermaid\n${drawing}\n\`\`\``;
        }
    }
}
const known = new WeakMap();
/**
 * The text of one piece of a report, printed once: it is asked for its length first, then for itself, and again in the
 * comment, in what tells whether the comment has changed, and in the job summary.
 */
function printed(piece, variant, print) {
    const before = known.get(piece);
    if (before?.variant === variant)
        return before.text;
    const text = print();
    known.set(piece, { variant, text });
    return text;
}
/** Sections one after the other. */
function markdownBlocks(sections, inFold) {
    const blocks = [];
    let listBefore;
    for (const section of sections) {
        let block = markdownBlock(section, inFold);
        if (block === '')
            continue;
        if (section.kind === 'list') {
            // Two lists in a row with one mark would be one list.
            if (listBefore === '-')
                block = block.replace(/^-/gm, '*');
            listBefore = listBefore === '-' ? '*' : '-';
        }
        else {
            listBefore = undefined;
        }
        blocks.push(block);
    }
    return blocks.join(BLOCK_JOIN);
}
function markdownItem(item) {
    return printed(item, 'item', () => `- ${(0,inlines/* markdownInlines */.iB)(item)}`);
}
/** A table has one column at least: Markdown knows none without. */
const columnsOf = (table) => table.columns.length === 0 ? [{ title: '' }] : table.columns;
function markdownTableHead(table) {
    const columns = columnsOf(table);
    const titles = columns.map(({ title }) => (0,report_escape/* tableCell */.xR)(title));
    const marks = columns.map(({ align }) => (align === 'right' ? '--:' : align === 'left' ? ':--' : '---'));
    return `${rowOf(titles)}\n${rowOf(marks)}`;
}
/** Cells that are too many go into the last column: GitHub would drop them. */
function markdownRow(table, row) {
    const width = columnsOf(table).length;
    return printed(row, width, () => {
        const cells = row.cells.map((cell) => (0,inlines/* markdownInlines */.iB)(cell, true));
        if (cells.length === width)
            return rowOf(cells);
        const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '');
        return rowOf([...filled.slice(0, -1), [filled.at(-1) ?? '', ...cells.slice(width)].join(' ')]);
    });
}
const rowOf = (cells) => `| ${cells.join(' | ')} |`;
function markdownFoldHead(fold) {
    return printed(fold.summary, fold.open ? 'open fold' : 'fold', () => {
        const summary = (0,inlines/* gitHubHtmlInlines */.Nj)(fold.summary).trim();
        return `<details${fold.open ? ' open' : ''}>\n<summary>${summary === '' ? 'Details' : summary}</summary>`;
    });
}

;// CONCATENATED MODULE: ./src/report/markdown.ts





/** Plain symbols, no emoji: they are part of the first line, which is all that a mail client may show. */
const toneSymbols = { good: '\u2713', changed: '\u00b1', bad: '\u2717' };
/**
 * The report as GitHub Markdown, never longer than `limit`. The first line is a heading with the title and the
 * verdict; what does not fit gives way as `fit` says; the verdict never does, and only its end when it alone is too long.
 */
function toMarkdown(document, options) {
    const lengthOf = options.lengthOf ?? ((text) => text.length);
    const { limit } = options;
    const head = headLine(document, Math.floor(limit / 2), lengthOf);
    const foot = footLine(document.footer, Math.floor(limit / 8), lengthOf);
    const vital = remark(options, true);
    const room = limit - lengthOf(head.text) - (foot.text === '' ? 0 : lengthOf(`${BLOCK_JOIN}${foot.text}`));
    const longestRemark = Math.max(lengthOf(vital), lengthOf(remark(options, false)));
    const shortened = room - longestRemark - lengthOf(BLOCK_JOIN);
    const fitted = fit(document.sections, { whole: room, shortened }, costsIn(lengthOf));
    const complete = fitted.shown === 'all' && head.complete && foot.complete;
    const note = complete ? '' : remark(options, fitted.shown === 'vital');
    const body = markdownBlocks(fitted.sections, false);
    const text = [head.text, note, body, foot.text].filter((block) => block !== '').join(BLOCK_JOIN);
    if (lengthOf(text) <= limit)
        return { text, complete, leftOut: fitted.leftOut };
    return lastRung(document, options, lengthOf);
}
/** What each thing costs with the line ends before it. */
function costsIn(lengthOf) {
    const join = lengthOf(BLOCK_JOIN);
    const rowJoin = lengthOf(ROW_JOIN);
    return {
        sections: (sections, inFold) => join + lengthOf(markdownBlocks(sections, inFold)),
        row: (table, row) => rowJoin + lengthOf(markdownRow(table, row)),
        item: (item) => rowJoin + lengthOf(markdownItem(item)),
        frame(box) {
            if (box.kind === 'fold')
                return join + lengthOf(markdownFoldHead(box)) + lengthOf(FOLD_FRAME);
            return box.kind === 'table' ? join + lengthOf(markdownTableHead(box)) : join;
        },
    };
}
function headLine(document, max, lengthOf) {
    const lead = `## ${toneSymbols[document.tone]} `;
    // Escaped as one text: the title's last word may become something with the colon (`:tada` and `:`).
    const line = (title, verdict) => {
        const colon = title !== '' && (0,inlines/* plainInlines */.js)(verdict) !== '' ? ': ' : '';
        return `${lead}${(0,inlines/* markdownInlines */.iB)([`${title}${colon}`, ...verdict])}`.trimEnd();
    };
    const whole = line(document.title.trim(), document.verdict);
    if (lengthOf(whole) <= max)
        return { text: whole, complete: true };
    // The title gives way before the verdict.
    const alone = line('', document.verdict);
    if (lengthOf(alone) <= max)
        return { text: alone, complete: false };
    const words = (0,inlines/* plainInlines */.js)(document.verdict).length;
    const cut = (0,shorten/* longestPrefix */.NM)(Math.min(words, max), max, (verdict) => lengthOf(line('', verdict)), (count) => (0,shorten/* beginning */.Ir)(document.verdict, count));
    return { text: line('', cut ?? []), complete: false };
}
function footLine(footer, max, lengthOf) {
    const text = (0,inlines/* markdownInlines */.iB)(footer);
    if (text === '')
        return { text: '', complete: true };
    const line = `<sub>${text}</sub>`;
    return lengthOf(line) <= max ? { text: line, complete: true } : { text: '', complete: false };
}
/** Says at the top that something is missing, and where it is. */
function remark({ fullReport }, vital) {
    const missing = vital
        ? 'This report is too long for GitHub: even what matters most is shown in short here.'
        : 'This report is too long for GitHub: details are left out here, and it says where.';
    return markdownBlock({
        kind: 'text',
        rank: 0,
        tone: vital ? 'warning' : 'note',
        text: [missing, ...linkTo(fullReport)],
    }, false);
}
function linkTo(fullReport) {
    if (fullReport === undefined)
        return [];
    return [' All of it: ', { link: [fullReport.text], href: fullReport.href }, '.'];
}
/** The verdict, how much there is in all, and where to read it. */
function lastRung(document, { limit, fullReport }, lengthOf) {
    const leftOut = rowCounts(document.sections);
    const counts = leftOut.slice(0, 5).map(({ noun, count }) => (0,left_out/* amount */.vj)(count, noun));
    const block = (text) => markdownBlock({ kind: 'text', rank: 0, tone: 'warning', text }, false);
    const candidates = [
        block([`The details are too long to be shown here: ${counts.join(', ')}.`, ...linkTo(fullReport)]),
        block(['The details are too long to be shown here.', ...linkTo(fullReport)]),
        block(['The details are too long to be shown here.']),
        '',
    ];
    for (const sentence of counts.length === 0 ? candidates.slice(1) : candidates) {
        const rest = sentence === '' ? 0 : lengthOf(`${BLOCK_JOIN}${sentence}`);
        // At least 200 for the verdict, as long as there is a sentence to give way.
        if (sentence !== '' && limit - rest < 200)
            continue;
        const head = headLine(document, limit - rest, lengthOf);
        const text = [head.text, sentence].filter((part) => part !== '').join(BLOCK_JOIN);
        if (lengthOf(text) <= limit)
            return { text, complete: false, leftOut };
    }
    return { text: '', complete: false, leftOut };
}
/** All rows of all tables, by noun. */
function rowCounts(sections) {
    const counts = new Map();
    const visit = (section) => {
        if (section.kind === 'fold')
            section.sections.forEach(visit);
        else if (section.kind === 'table' && section.rows.length > 0) {
            counts.set(section.noun, (counts.get(section.noun) ?? 0) + section.rows.length);
        }
    };
    sections.forEach(visit);
    return [...counts].map(([noun, count]) => ({ noun, count }));
}


/***/ }),

/***/ 9409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   V4: () => (/* binding */ MERMAID_EDGES)
/* harmony export */ });
/* unused harmony export MERMAID_CHARACTERS */
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/**
 * A graph as the text of a Mermaid flowchart, which GitHub draws. Names come from outside, and Mermaid acts on much of
 * what it reads (directives, clicks, HTML, Markdown), so of a label only what is surely text is written as it is.
 */
/** Mermaid's own limits are 50,000 characters and 500 edges; beyond them GitHub shows an error instead of a drawing. */
const MERMAID_CHARACTERS = 45_000;
const MERMAID_EDGES = 400;
/** A label that is longer makes all boxes wide. Code units. */
const LABEL_LENGTH = 72;
/**
 * Undefined when there is nothing to draw, or more than Mermaid takes.
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
function mermaidText({ nodes, edges }) {
    if (nodes.length === 0 || edges.length > MERMAID_EDGES)
        return undefined;
    // Our own ids: a name such as `end` or `click` would be a word of Mermaid's.
    const ids = new Map(nodes.map((node, index) => [node.id, `n${index}`]));
    const lines = ['flowchart LR', ...nodes.map((node) => `  ${ids.get(node.id) ?? ''}${box(node)}`)];
    for (const { from, to, label = '', dashed } of edges) {
        const [left, right] = [ids.get(from), ids.get(to)];
        if (left === undefined || right === undefined)
            continue;
        const line = dashed === true ? '-.->' : '-->';
        lines.push(`  ${left} ${line}${label === '' ? '' : `|"${quotable(label)}"|`} ${right}`);
    }
    // Lines only, no colours: the drawing is read on light and dark ground.
    const strong = nodes.filter(({ look }) => look === 'changed').map(({ id }) => ids.get(id));
    if (strong.length > 0)
        lines.push(`  classDef changed stroke-width:3px`, `  class ${strong.join(',')} changed`);
    const text = lines.join('\n');
    return text.length <= MERMAID_CHARACTERS ? text : undefined;
}
function box({ label, look }) {
    const text = `"${quotable(label)}"`;
    switch (look) {
        case 'cause':
            return `(${text})`;
        case 'step':
            return `[${text}]`;
        case 'changed':
        case 'affected':
            return `([${text}])`;
        case 'more':
            return `[${text}]`;
    }
}
/**
 * Text between quotes: letters, digits and a few signs as they are, all else as Mermaid's entity of its number. So no
 * quote ends the label, and no `%%{`, `<`, `:`, `#`, backtick, `*` or list mark is read as more than a character.
 */
function quotable(text) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text).trim();
    const shown = shortened(line === '' ? '\u2420' : line);
    return shown.replace(/[^\p{L}\p{M}\p{N} /._-]|^[^\p{L}\p{M}]|(?<=\d)\.(?= )/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
/** The end of a path says more than its beginning. */
function shortened(text) {
    const characters = Array.from(text);
    if (characters.length <= LABEL_LENGTH)
        return text;
    return `\u2026${characters.slice(1 - LABEL_LENGTH).join('')}`;
}


/***/ }),

/***/ 1145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   k4: () => (/* binding */ foldsOf),
/* harmony export */   pQ: () => (/* binding */ shortHeadline),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   wn: () => (/* binding */ subjectName)
/* harmony export */ });
/* harmony import */ var _inlines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6188);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7011);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);



/** A row is one line: more of a headline stands in the details. Characters. */
const HEADLINE_LENGTH = 300;
const NAME_LENGTH = 200;
/** Nothing was applied, because it was not what had been reviewed. */
const isRefused = ({ facts }) => facts['refused'] !== undefined;
/** What is left of a stack that the change takes out of the repository. */
const isGone = ({ facts }) => facts['gone'] === 'true';
function subjectName({ subject: { name, workspace } }) {
    const shown = name === '.' ? 'repository root' : name.slice(0, NAME_LENGTH).toWellFormed();
    // The name of a stack with several workspaces says which it is.
    return workspace === undefined || name.endsWith(`@${workspace}`)
        ? shown
        : `${shown} (${workspace.slice(0, NAME_LENGTH).toWellFormed()})`;
}
function shortHeadline({ headline }) {
    return (0,_inlines_js__WEBPACK_IMPORTED_MODULE_0__/* .plainInlines */ .js)(headline).length <= HEADLINE_LENGTH ? headline : (0,_shorten_js__WEBPACK_IMPORTED_MODULE_1__/* .beginning */ .Ir)(headline, HEADLINE_LENGTH);
}
/** Failed and unknown, then what is lost, then what waits, then changed, changed outside, and the quiet ones. */
function order(part) {
    const { verdict, status, counts } = part;
    if (verdict.kind === 'failed' || verdict.kind === 'unknown')
        return 0;
    const lost = (counts['destroy'] ?? 0) + (counts['replace'] ?? 0);
    if (status !== 'ok' && lost > 0)
        return 1;
    if (verdict.kind === 'waiting')
        return 2;
    if (status !== 'ok')
        return 3;
    return (counts['drift'] ?? 0) > 0 ? 4 : QUIET;
}
const QUIET = 5;
const ROW_RANKS = [0, 0, 1, 1, 4, 6];
const sorted = (parts) => [...parts].sort((a, b) => order(a) - order(b) || (subjectName(a) < subjectName(b) ? -1 : 1));
/** A table with a row for each stack, and one with a row for each chart. */
function tablesOf(parts, stable) {
    const charts = parts.filter(({ kind }) => kind === 'helm-lint');
    const stacks = parts.filter(({ kind }) => kind !== 'helm-lint');
    const urls = new Set(parts.map(({ run }) => run.url));
    const shown = { stable, linked: !stable && urls.size > 1 };
    return [
        ...(stacks.length === 0 ? [] : [table(stacks, { ...shown, title: 'Stack' })]),
        ...(charts.length === 0 ? [] : [table(charts, { ...shown, title: 'Chart' })]),
    ];
}
function table(parts, { title, stable, linked }) {
    return {
        kind: 'table',
        rank: 0,
        noun: `${title.toLowerCase()}s`,
        columns: [
            { title: '' },
            { title },
            { title: 'Result' },
            { title: 'Time', align: 'right' },
            ...(linked ? [{ title: 'Job' }] : []),
        ],
        rows: sorted(parts).map((part) => {
            const { url } = part.run;
            return {
                rank: ROW_RANKS[order(part)] ?? 6,
                cells: [
                    [symbol(part)],
                    [{ code: subjectName(part) }],
                    shortHeadline(part),
                    [stable || part.seconds === 0 ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(part.seconds)],
                    ...(linked ? [url === undefined ? [] : [{ link: ['log'], href: url }]] : []),
                ],
            };
        }),
    };
}
function symbol(part) {
    const { verdict, status, kind } = part;
    switch (verdict.kind) {
        case 'failed':
            return isRefused(part) ? '⛔' : '❌';
        case 'unknown':
            return '❓';
        case 'waiting':
            return '⏳';
        case 'ok':
            if (isGone(part))
                return kind === 'terraform-apply' ? '✅' : '⚠️';
            return status === 'ok' || kind === 'terraform-apply' ? '✅' : '📝';
    }
}
/** The details of each part of which there are any. */
function foldsOf(parts) {
    const shown = sorted(parts).filter((part) => part.sections.length > 0 && (order(part) < QUIET || part.findings.length > 0));
    return shown.map((part) => ({
        kind: 'fold',
        rank: order(part) < 2 ? 1 : 2,
        // What is lost or failed is seen without a click.
        open: order(part) < 2 || shown.length === 1,
        noun: 'details',
        summary: [`${symbol(part)} `, { code: subjectName(part) }, ' ', ...shortHeadline(part)],
        sections: part.sections,
    }));
}


/***/ }),

/***/ 5727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ verdictWords),
/* harmony export */   S: () => (/* binding */ totals)
/* harmony export */ });
/* harmony import */ var _overview_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1145);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2691);


/** Sums of all counts of all parts. */
function totals(parts) {
    const sums = new Map();
    for (const part of parts) {
        for (const [name, count] of Object.entries(part.counts))
            sums.set(name, (sums.get(name) ?? 0) + count);
    }
    return Object.fromEntries(sums);
}
/**
 * Several parts in one line: what is red first, then what waits, what is to change or was applied, then how much in all.
 * What a stack that is gone still holds is not counted: nothing destroys it by itself.
 */
function verdictWords(parts) {
    const stacks = parts.filter(({ kind }) => kind !== 'helm-lint');
    const charts = parts.filter(({ kind }) => kind === 'helm-lint');
    const pieces = [...stackWords(stacks), ...chartWords(charts, stacks.length > 0)];
    const counts = countsOf(stacks.filter((part) => !remains(part)));
    const joined = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));
    return counts === '' || stacks.every(isQuiet) ? joined : [...joined, ': ', counts];
}
/** Of a stack that is gone: what nothing destroys by itself, as opposed to what was destroyed. */
const remains = (part) => (0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(part) && part.kind !== 'terraform-apply';
const isQuiet = ({ verdict, status }) => verdict.kind === 'ok' && status === 'ok';
function stackWords(stacks) {
    if (stacks.length === 0)
        return [];
    const living = stacks.filter((part) => !remains(part));
    const failed = stacks.filter((part) => part.verdict.kind === 'failed' && !(0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(part));
    const refused = stacks.filter((part) => part.verdict.kind === 'failed' && (0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(part));
    const changed = living.filter((part) => part.verdict.kind === 'ok' && part.status !== 'ok');
    const counted = [
        [failed.length, 'failed'],
        [refused.length, 'refused'],
        [stacks.filter(({ verdict }) => verdict.kind === 'unknown').length, 'without a result'],
        [stacks.filter(({ verdict }) => verdict.kind === 'waiting').length, 'waiting'],
        [changed.filter(({ kind }) => kind === 'terraform-plan').length, 'to change'],
        [changed.filter(({ kind }) => kind === 'terraform-apply').length, 'applied'],
        [stacks.filter((part) => remains(part) && part.verdict.kind === 'ok').length, 'gone'],
    ];
    const some = counted.filter(([count]) => count > 0);
    if (some.length === 0)
        return [quietWords(stacks)];
    return some.map(([count, word], index) => ({
        strong: [index === 0 ? `${count} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(stacks.length, 'stack')} ${word}` : `${count} ${word}`],
    }));
}
function quietWords(stacks) {
    const drift = totals(stacks)['drift'] ?? 0;
    const outside = drift > 0 ? `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(drift, 'resource')} changed outside` : '';
    const applies = stacks.every(({ kind }) => kind === 'terraform-apply');
    return `${applies ? 'Nothing to apply' : 'No changes'} in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(stacks.length, 'stack')}${outside}`;
}
function chartWords(charts, more) {
    if (charts.length === 0)
        return [];
    const red = charts.filter(({ verdict }) => verdict.kind !== 'ok');
    if (red.length > 0)
        return [{ strong: [`${red.length} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(charts.length, 'chart')} failed`] }];
    return [`${more ? 'no' : 'No'} errors in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(charts.length, 'chart')}`];
}
function countsOf(stacks) {
    const of = (kind) => totals(stacks.filter((part) => part.kind === kind));
    const words = [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countWords */ .rj)(of('terraform-plan')), (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .doneWords */ .oU)(of('terraform-apply'))];
    return words.filter((word) => word !== '').join(', ');
}


/***/ }),

/***/ 4707:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ documentOf)
/* harmony export */ });
/* harmony import */ var _core_short_commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4383);
/* harmony import */ var _overview_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1145);
/* harmony import */ var _overview_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5727);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);




/** Merges parts into one document: one part is shown whole, several get a table with a row each and a fold each. */
function documentOf(parts, options) {
    const [only] = parts;
    const { notes = [], alert } = options;
    const footer = footerOf(parts, options);
    if (parts.length === 1 && only !== undefined && options.asTable !== true && alert === undefined) {
        return {
            title: `${options.title} · ${(0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectName */ .wn)(only)}`,
            verdict: (0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .shortHeadline */ .pQ)(only),
            tone: toneOf(parts),
            sections: [...notes, ...only.sections],
            footer,
        };
    }
    const isUntouched = parts.length === 0 && (options.nothing !== undefined || (options.found ?? 0) > 0);
    const words = parts.length === 0 ? nothingWords(options) : (0,_overview_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L)(parts);
    return {
        title: options.plural ?? `${options.title}s`,
        verdict: alert === undefined ? words : [...alert, ...(parts.length === 0 ? [] : ['; ', ...words])],
        tone: alert !== undefined ? 'bad' : isUntouched ? untouchedTone(notes) : toneOf(parts),
        sections: [...notes, ...(0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .tablesOf */ .tI)(parts, options.stable === true), ...(0,_overview_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .foldsOf */ .k4)(parts)],
        footer,
    };
}
function toneOf(parts) {
    // Nothing judged is nothing verified.
    if (parts.length === 0)
        return 'bad';
    if (parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown'))
        return 'bad';
    return parts.some((part) => part.status !== 'ok' || part.verdict.kind !== 'ok') ? 'changed' : 'good';
}
/** A caution, of a stack that is gone, is nothing to be at ease about. */
function untouchedTone(notes) {
    return notes.some((note) => note.kind === 'text' && note.tone === 'caution') ? 'changed' : 'good';
}
function nothingWords({ nothing, found = 0 }) {
    if (nothing !== undefined)
        return nothing;
    return [found === 0 ? 'No stacks found' : `This change touches none of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(found, 'stack')}`];
}
function footerOf(parts, { stable, links }) {
    const [first] = parts;
    const urls = new Set(parts.flatMap(({ run }) => (run.url === undefined ? [] : [run.url])));
    // Of several jobs each row has its own.
    const jobLog = urls.size === 1 ? [...urls].map((href) => ({ text: 'job log', href })) : [];
    const shown = stable === true ? [] : (links ?? jobLog);
    const linked = shown.map(({ text, href }) => [{ link: [text], href }]);
    const pieces = [...(first === undefined ? [] : factsOf(first, parts, stable)), ...linked];
    return pieces.flatMap((piece, index) => (index === 0 ? piece : [' · ', ...piece]));
}
function factsOf(first, parts, stable) {
    const tools = [...new Set(parts.map(({ facts }) => toolName(facts)).filter((name) => name !== ''))];
    const digest = parts.length === 1 ? first.facts['plan-digest'] : undefined;
    return [
        ...(first.run.sha === '' ? [] : [['commit ', { code: (0,_core_short_commit_js__WEBPACK_IMPORTED_MODULE_3__/* .shortCommit */ .A)(first.run.sha) }]]),
        ...(tools.length === 0 ? [] : [[tools.join(', ')]]),
        ...(digest === undefined ? [] : [['plan ', { code: digest.slice(0, 12) }]]),
        ...(stable === true ? [] : [[(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(parts.reduce((sum, part) => Math.max(sum, part.seconds), 0))]]),
    ];
}
function toolName(facts) {
    const { tool, version } = facts;
    if (tool === undefined)
        return '';
    return `${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${version === undefined ? '' : ` ${version}`}`;
}


/***/ }),

/***/ 2315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ REPORT_ARTIFACT),
/* harmony export */   IP: () => (/* binding */ EXPECTED_ARTIFACT),
/* harmony export */   Yx: () => (/* binding */ EXPECTED_FILE),
/* harmony export */   fB: () => (/* binding */ partArtifactName),
/* harmony export */   rw: () => (/* binding */ PART_ARTIFACT),
/* harmony export */   xL: () => (/* binding */ PART_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** What the artifacts with parts begin with, and the file in each. */
const PART_ARTIFACT = 'gitops-part-';
const PART_FILE = 'part.json';
/** What the artifacts with what is expected begin with, and the file in each. */
const EXPECTED_ARTIFACT = 'gitops-expected-';
const EXPECTED_FILE = 'changes.json';
/** The whole report as a page. */
const REPORT_ARTIFACT = 'gitops-report-';
/** Made of hashes, never of paths; the attempt, since the attempts of a run share their artifacts. */
function partArtifactName(parts, attempt) {
    // What was refused in one mode is applied in another one, later in the same attempt.
    const subjects = parts.map(({ kind, subject, facts }) => [kind, subject.key, facts['mode'] ?? '']);
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(subjects)).digest('hex').slice(0, 16);
    return `${PART_ARTIFACT}${id}-${attempt}`;
}


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ partsFile)
/* harmony export */ });
function partsFile(parts) {
    return { version: 1, parts };
}


/***/ }),

/***/ 206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ toPlain)
/* harmony export */ });
/* harmony import */ var _attribute_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6708);
/* harmony import */ var _inlines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6188);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9344);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(776);




/** The report as short text for a log or a terminal: no colours, no line that the runner would take as a command. */
function toPlain(document, options = {}) {
    const max = options.lines ?? 200;
    const title = [document.title, (0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(document.verdict)].filter((part) => part !== '').join(': ');
    const all = [
        `${_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .toneSymbols */ .c[document.tone]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)(title)}`,
        ...document.sections.flatMap((section) => sectionLines(section, options.details === true)),
        ...(document.footer.length === 0 ? [] : [(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(document.footer))]),
    ];
    const shown = all.length <= max ? all : [...all.slice(0, max - 1), `\u2026 ${all.length - max + 1} more lines`];
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .logSafe */ .sN)(shown.join('\n'));
}
const indented = (lines) => lines.map((line) => (line === '' ? '' : `  ${line}`));
function sectionLines(section, details) {
    switch (section.kind) {
        case 'heading':
            return ['', (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(section.text))];
        case 'text': {
            const tone = section.tone === undefined ? '' : `${section.tone.toUpperCase()}: `;
            return [`${tone}${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(section.text))}`];
        }
        case 'list':
            return section.items.map((item) => `- ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(item))}`);
        case 'table':
            return tableLines(section);
        case 'attribute-diff':
            return indented((0,_attribute_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .attributeLines */ .EW)(section));
        case 'line-diff':
            return indented((0,_attribute_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineDiffLines */ .Pc)(section.lines));
        case 'code':
            return indented(section.text.replace(/\n$/, '').split('\n'));
        case 'graph':
            return []; // a drawing; the text says the same
        case 'fold': {
            const summary = `${section.open || details ? '\u25be' : '\u25b8'} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(section.summary))}`;
            if (!section.open && !details)
                return [summary];
            return [summary, ...indented(section.sections.flatMap((child) => sectionLines(child, details)))];
        }
    }
}
/** A column wider than this does not push the next ones to the right. */
const WIDEST = 60;
function tableLines(table) {
    const rows = table.rows.map(({ cells }) => cells.map((cell) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(cell))));
    const widths = table.columns.map((_, column) => rows.reduce((width, row) => Math.max(width, Math.min(WIDEST, row[column]?.length ?? 0)), 0));
    return rows.map((row) => {
        const cells = row.map((cell, column) => table.columns[column]?.align === 'right'
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0));
        return `  ${cells.join('  ')}`.trimEnd();
    });
}


/***/ }),

/***/ 771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g$: () => (/* binding */ publishable),
  rR: () => (/* binding */ redactDocument),
  dE: () => (/* binding */ redactPart),
  un: () => (/* binding */ refuseSecrets)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
;// CONCATENATED MODULE: ./src/report/texts.ts
/** The texts in plain data, each once: addresses and names come many times. What stands in the fields `without` is left out. */
function collectTexts(data, without) {
    const texts = new Set();
    collect(data);
    return texts;
    function collect(value) {
        if (typeof value === 'string')
            texts.add(value);
        else if (Array.isArray(value))
            for (let index = 0; index < value.length; index++)
                collect(value[index]);
        else if (typeof value === 'object' && value !== null) {
            const object = value;
            for (const field in object)
                if (!without.has(field))
                    collect(object[field]);
        }
    }
}

;// CONCATENATED MODULE: ./src/report/redact-document.ts


/**
 * The same document with every text of it redacted, for what slipped past where it came from. Changes nothing else.
 * `redacted`: parts that `redactPart` made with the same redactor. Their sections are taken as they are, the very
 * objects: to redact a text twice changes nothing (see `makeRedactor`), and a big report has a million of them.
 */
function redactDocument(document, redactor, redacted = []) {
    const redact = (text) => redactor.redact(text);
    const done = new Set(redacted.flatMap((part) => part.sections));
    const sections = (all) => all.map((section) => {
        if (done.has(section))
            return section;
        // `documentOf` puts each of several parts in a fold.
        if (section.kind !== 'fold')
            return sectionOf(section, redactor);
        return { ...foldHead(section, redact), sections: sections(section.sections) };
    });
    return {
        ...document,
        title: redact(document.title),
        verdict: inlines(document.verdict, redact),
        sections: sections(document.sections),
        footer: inlines(document.footer, redact),
    };
}
/** The same part with every text of it redacted. Ids of the run, rules and counts are our own and stay. */
function redactPart(part, redactor) {
    const redact = (text) => redactor.redact(text);
    const { subject, verdict } = part;
    return {
        ...part,
        subject: {
            key: redact(subject.key),
            name: redact(subject.name),
            path: redact(subject.path),
            ...(subject.workspace === undefined ? {} : { workspace: redact(subject.workspace) }),
        },
        verdict: verdictOf(verdict, redact),
        headline: inlines(part.headline, redact),
        sections: part.sections.map((section) => sectionOf(section, redactor)),
        findings: part.findings.map((finding) => findingOf(finding, redact)),
        facts: Object.fromEntries(Object.entries(part.facts).map(([name, value]) => [name, redact(value)])),
    };
}
/**
 * The last check before a text leaves: the text itself, or a `UserError` when a secret is still in it, as it stands or
 * as a reader of the Markdown or HTML would see it. The error says how many and not what.
 */
function publishable(text, redactor) {
    refuseLeaks(formsOf(text, redactor), redactor);
    return text;
}
/**
 * As `publishable`, for data that is written as JSON: throws when one of the texts in it holds a secret. Words, ids and
 * digests of our own are not looked at: a pattern such as `\d{12}` would find a run's id, and a secret `status` a key.
 */
function refuseSecrets(data, redactor) {
    const texts = collectTexts(data, OWN_FIELDS);
    refuseLeaks([[...texts].join('\n')], redactor);
}
/** Values under these names are made by us, from fixed words or as numbers, ids and digests. */
const OWN_FIELDS = new Set(('version kind rank level tone action sign status cause rule severity mode language fingerprint run counts noun ' +
    'digest plan-digest rawActions align key formatVersion terraformVersion').split(' '));
function refuseLeaks(forms, redactor) {
    const leaks = Math.max(...forms.map((form) => redactor.leaks(form)));
    if (leaks === 0)
        return;
    throw new errors/* UserError */.yo(`Refused to publish: the finished text still holds ${leaks === 1 ? 'a sensitive value' : `${leaks} sensitive values`}.`, {
        causeClass: 'policy',
        help: 'Nothing was published. Mark the value as sensitive where it is defined, or add a pattern to `redact`.',
    });
}
/**
 * A text as it stands and as its readers see it. Of the latter, where a search by line is enough, only the lines that
 * are read in another way: the others have been searched.
 */
function formsOf(text, { byLine }) {
    const lines = byLine ? text.split('\n') : [text];
    const having = (sign) => lines.filter((line) => sign.test(line)).join('\n');
    const read = [
        asRead(having(/[<&\\]/)),
        asRead(having(/`/)).replaceAll('`', ''),
        asRead(having(/[*]/)).replace(/[`*]/g, ''),
    ];
    return [text, ...read.filter((form) => form !== '')];
}
/** Without what our escapers put in: comments and tags, entities, backslashes. */
function asRead(text) {
    return text
        .replace(/<!-- -->|<\/?(?:code|b|em|a|sub)\b[^<>]*>/g, '')
        .replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => entities[name] ?? '')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
const entities = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
function inlines(all, redact) {
    return all.map((inline) => {
        if (typeof inline === 'string')
            return redact(inline);
        if ('code' in inline)
            return { code: redact(inline.code) };
        if ('strong' in inline)
            return { strong: inlines(inline.strong, redact) };
        if ('emphasis' in inline)
            return { emphasis: inlines(inline.emphasis, redact) };
        return { link: inlines(inline.link, redact), href: redact(inline.href) };
    });
}
function sectionOf(section, redactor) {
    const redact = (text) => redactor.redact(text);
    switch (section.kind) {
        case 'heading':
        case 'text':
            return { ...section, text: inlines(section.text, redact) };
        case 'list':
            return { ...section, items: section.items.map((item) => inlines(item, redact)) };
        case 'table':
            return {
                ...section,
                noun: redact(section.noun),
                columns: section.columns.map((column) => ({ ...column, title: redact(column.title) })),
                rows: section.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inlines(cell, redact)) })),
                ...(section.compact === undefined ? {} : { compact: sectionOf(section.compact, redactor) }),
            };
        case 'attribute-diff':
            return { ...section, changes: section.changes.map((change) => changeOf(change, redactor)) };
        case 'line-diff':
            return { ...section, lines: linesOf(section.lines, redactor) };
        case 'code':
            return { ...section, text: redact(section.text) };
        case 'graph':
            return {
                ...section,
                title: redact(section.title),
                nodes: section.nodes.map((node) => ({ ...node, label: redact(node.label) })),
                edges: section.edges.map((edge) => edge.label === undefined ? edge : { ...edge, label: redact(edge.label) }),
            };
        case 'fold':
            return {
                ...foldHead(section, redact),
                sections: section.sections.map((child) => sectionOf(child, redactor)),
            };
    }
}
function foldHead(fold, redact) {
    return { ...fold, noun: redact(fold.noun), summary: inlines(fold.summary, redact) };
}
function changeOf(change, redactor) {
    return {
        ...change,
        path: redactor.redact(change.path),
        before: redact_document_valueOf(change.before, redactor),
        after: redact_document_valueOf(change.after, redactor),
        ...(change.lines === undefined ? {} : { lines: linesOf(change.lines, redactor) }),
    };
}
function redact_document_valueOf(value, redactor) {
    return value.kind === 'value' ? { ...value, text: redactor.redact(value.text) } : value;
}
/** Line by line; and as a whole when a secret of several lines runs through them. */
function linesOf(lines, redactor) {
    const redacted = lines.map((line) => ({ ...line, text: redactor.redact(line.text) }));
    const side = (left) => redacted
        .filter(({ sign }) => sign !== left && sign !== 'gap')
        .map(({ text }) => text)
        .join('\n');
    const open = redactor.leaks(side('+')) > 0 || redactor.leaks(side('-')) > 0;
    return open ? [{ sign: ' ', text: '(sensitive value)' }] : redacted;
}
function verdictOf(verdict, redact) {
    if (verdict.kind === 'ok')
        return verdict;
    const reason = redact(verdict.reason);
    return verdict.kind === 'waiting'
        ? { ...verdict, reason, on: verdict.on.map(redact) }
        : { ...verdict, reason };
}
function findingOf(finding, redact) {
    return {
        ...finding,
        message: redact(finding.message),
        ...(finding.help === undefined ? {} : { help: redact(finding.help) }),
        subject: redact(finding.subject),
        ...(finding.location === undefined
            ? {}
            : { location: { ...finding.location, file: redact(finding.location.file) } }),
        // A hash says nothing, and a pattern that hits hexadecimal digits must not make all findings one.
        fingerprint: /^[0-9a-f]{16,}$/.test(finding.fingerprint)
            ? finding.fingerprint
            : redact(finding.fingerprint),
    };
}


/***/ }),

/***/ 7011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ beginning),
/* harmony export */   NM: () => (/* binding */ longestPrefix),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   x7: () => (/* binding */ isLong)
/* harmony export */ });
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7216);
/* harmony import */ var _inlines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6188);


function isLong(section) {
    return (section.kind === 'attribute-diff' ||
        section.kind === 'line-diff' ||
        section.kind === 'code' ||
        section.kind === 'text');
}
/**
 * The beginning of a section in at most `max`, and in words what is missing; undefined when nothing useful fits.
 * `size` is that of the sections one after the other.
 */
function shorten(section, max, size) {
    switch (section.kind) {
        case 'attribute-diff':
            return shortenChanges(section, max, size);
        case 'line-diff':
            return longestPrefix(Math.min(section.lines.length, max), max, size, (count) => [
                {
                    ...section,
                    lines: [
                        ...section.lines.slice(0, count),
                        { sign: 'gap', text: `${section.lines.length - count} more lines left out` },
                    ],
                },
            ]);
        case 'code': {
            const lines = section.text.split('\n');
            const byLine = longestPrefix(Math.min(lines.length, max), max, size, (count) => [
                {
                    ...section,
                    text: [...lines.slice(0, count), `\u2026 ${lines.length - count} more lines left out`].join('\n'),
                },
            ]);
            return (byLine ??
                longestPrefix(Math.min(section.text.length, max), max, size, (count) => [
                    { ...section, text: `${cut(section.text, count)}\u2026` },
                ]));
        }
        case 'text':
            return longestPrefix(Math.min((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(section.text).length, max), max, size, (count) => [
                { ...section, text: beginning(section.text, count) },
            ]);
    }
}
/** The attributes that fit, small ones before a giant: one long value must not hide the others. */
function shortenChanges(section, max, size) {
    const part = (chosen) => [
        { ...section, changes: section.changes.filter((_, index) => chosen.has(index)), unchanged: 0 },
        (0,_left_out_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOutNote */ .UZ)(section.changes.length - chosen.size, 'attributes', true),
    ];
    const single = section.changes.map((change) => size([{ ...section, changes: [change], unchanged: 0 }]));
    const fence = size([{ kind: 'code', rank: 0, language: 'diff', text: '.' }]) - 1;
    let room = max - size(part(new Set()));
    const chosen = new Set();
    for (const [index, length] of single.entries()) {
        const cost = chosen.size === 0 ? length : length - fence + 1;
        if (cost > room)
            continue;
        room -= cost;
        chosen.add(index);
    }
    const sections = part(chosen);
    return chosen.size > 0 && size(sections) <= max ? sections : undefined;
}
/** The first `count` characters of the words, without their marks. */
function beginning(inlines, count) {
    return [`${cut((0,_inlines_js__WEBPACK_IMPORTED_MODULE_1__/* .plainInlines */ .js)(inlines), count)}\u2026`];
}
/** The first `count` code units, one less where that would halve a character. */
function cut(text, count) {
    const last = text.charCodeAt(count - 1);
    return text.slice(0, last >= 0xd800 && last < 0xdc00 ? count - 1 : count);
}
/** The most of `length` pieces that `make` brings within `max`; undefined when not even one does. */
function longestPrefix(length, max, size, make) {
    let found;
    let low = 1;
    let high = length;
    while (low <= high) {
        const middle = Math.floor((low + high) / 2);
        const candidate = make(middle);
        if (size(candidate) <= max) {
            found = candidate;
            low = middle + 1;
        }
        else {
            high = middle - 1;
        }
    }
    return found;
}


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jobSummary)
/* harmony export */ });
/* unused harmony export SUMMARY_BYTES */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);

/**
 * The runner refuses a step summary above 1,024 KiB and then shows none of it; what is left below it is for the line
 * ends and remarks that others add in the same step.
 */
const SUMMARY_BYTES = 1_000_000;
/** The report for GITHUB_STEP_SUMMARY, in at most `bytes` of UTF-8. */
function jobSummary(document, options = {}, bytes = SUMMARY_BYTES) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdown */ .l)(document, {
        ...options,
        limit: bytes,
        lengthOf: (text) => Buffer.byteLength(text, 'utf8'),
    });
}


/***/ }),

/***/ 776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   sN: () => (/* binding */ logSafe)
/* harmony export */ });
/* harmony import */ var _core_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4325);

/**
 * Text from outside made safe to look at: what a terminal, a browser or a log viewer would act on instead of showing
 * is taken out or written down as what it is. The first step of every escaper, so a reader never sees a text that
 * says something else than the data.
 */
/** ECMA-48: control sequences (colours, cursor), operating system commands (titles, links), and the short ones. */
const ansi = new RegExp([
    String.raw `(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]`,
    String.raw `\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)`,
    String.raw `\x1b[PX^_][^\x1b]*\x1b\\`,
    String.raw `\x1b[ -/]*[0-~]`,
].join('|'), 'g');
/** Everything a reader would see unchanged, whatever comes later; our own `…` with it. Most texts are of this kind. */
const harmless = /^[\t\n\x20-\x7e\u2026]*$/;
/**
 * Controls except tab and line feed, format characters (bidirectional overrides, zero width, tags), line and
 * paragraph separators, lone surrogates, letters without a shape, supplementary variation selectors, noncharacters.
 */
const unseen = new RegExp([
    String.raw `[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`,
    String.raw `\u034f|\u17b4|\u17b5|[\u115f\u1160\u3164\uffa0]`,
    String.raw `[\u{e0100}-\u{e01ef}\ufdd0-\ufdef\ufffe\uffff]`,
].join('|'), 'gu');
/** How our own comments are recognised (see the sticky comment): data must never look like one. */
const marker = /<!--(?=\s*gitops-pipeline)/gi;
function spelledOut(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f)
        return '\u2421';
    const hex = code.toString(16).padStart(4, '0');
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}
/**
 * The text as it may be shown, lines kept: escape codes are stripped; other control characters become their symbols
 * (`␀`, `␍`); bidirectional overrides, zero-width and other unseen characters and lone surrogates are written out as
 * `\u202e`; CRLF becomes LF; the marker of our comments is broken. Applying it twice changes nothing more.
 */
function visible(text) {
    let shown = text;
    if (!harmless.test(shown)) {
        shown = shown.replace(/\r\n/g, '\n').replace(ansi, '').replace(unseen, spelledOut);
    }
    return shown.includes('<!--') ? shown.replace(marker, '<! --') : shown;
}
/** As `visible`, on one line: line feeds and tabs become spaces. */
function visibleLine(text) {
    return visible(text).replace(/[\n\t]/g, ' ');
}
/**
 * Text for the job log: visible, and no line of it is a workflow command. The runner acts on `::name` at the start of
 * a line after white space (ActionCommand.TryParseV2), and on `##[name]` anywhere in a line (TryParse); both get a
 * space in between.
 */
function logSafe(text) {
    return (0,_core_log_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(visible(text));
}


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   oU: () => (/* binding */ doneWords),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   rj: () => (/* binding */ countWords)
/* harmony export */ });
/** `1 resource`, `2 resources`. `plural` defaults to the noun with an s. */
function countOf(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** `0.4 s`, `12 s`, `2 min 5 s` */
function secondsText(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** `1 to destroy, 2 to add`: what cannot be undone comes first. Empty when there is nothing to do. */
function countWords(counts) {
    const of = (name) => counts[name] ?? 0;
    const words = [
        [of('destroy'), 'to destroy'],
        [of('replace'), 'to replace'],
        [of('unknown'), 'not understood'],
        [of('forget'), 'to forget'],
        [of('add'), 'to add'],
        [of('change'), 'to change'],
        [of('import'), 'to import'],
        [of('move'), 'to move'],
        [of('deferred'), 'deferred'],
    ];
    const found = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    if (of('outputs') > 0)
        found.push(`${countOf(of('outputs'), 'output')} to change`);
    return found.join(', ');
}
/** `1 destroyed, 2 added`: what an apply did, what cannot be undone first. Empty when it did nothing. */
function doneWords(counts) {
    const of = (name) => counts[name] ?? 0;
    const words = [
        [of('destroy'), 'destroyed'],
        [of('replace'), 'replaced'],
        [of('unknown'), 'not understood'],
        [of('forget'), 'forgotten'],
        [of('add'), 'added'],
        [of('change'), 'changed'],
        [of('import'), 'imported'],
        [of('move'), 'moved'],
        [of('deferred'), 'deferred'],
    ];
    return words
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(', ');
}


/***/ }),

/***/ 7878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isAuthError),
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2972);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9225);


const cloudToken = 'Give the job a token for the host in the `cloud` or `remote` block: TF_TOKEN_<host> with dots as underscores, for instance TF_TOKEN_app_terraform_io.';
/**
 * From the words of the tools to a cause. The first rule that fits any error wins, so what explains more stands first:
 * a lock that was refused for lack of rights is `auth`. Sources: the messages of Terraform 1.5 and 1.11 and OpenTofu
 * 1.12 (internal/command, internal/getproviders, internal/backend, internal/cloud), and of the AWS, Google and Azure
 * SDKs as their providers and backends pass them on.
 */
const causeRules = [
    {
        cause: 'auth',
        pattern: /Required token could not be found|(terraform|tofu) login\b|TF_TOKEN_/,
        help: cloudToken,
    },
    {
        cause: 'auth',
        pattern: /No valid credential sources|Unable to locate credentials|no EC2 IMDS role found|failed to refresh cached credentials|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|AuthFailure/,
        help: 'No usable AWS credentials: sign in before this step (aws-actions/configure-aws-credentials with OIDC needs the right to write `id-token`).',
    },
    {
        cause: 'auth',
        pattern: /ExpiredToken|RequestExpired|token (has|is) expired|security token .* expired/i,
        help: 'The credentials have expired: sign in again right before this step, or ask for a longer session.',
    },
    {
        cause: 'auth',
        pattern: /could not find default credentials|Attempted to load application default credentials|invalid_grant/,
        help: 'No usable Google credentials: sign in before this step (google-github-actions/auth).',
    },
    {
        cause: 'auth',
        pattern: /AADSTS\d+|[Uu]nable to build authorizer|could not configure AzureCli Authorizer|az login\b/,
        help: 'No usable Azure credentials: set ARM_USE_OIDC, ARM_CLIENT_ID, ARM_TENANT_ID and ARM_SUBSCRIPTION_ID, or sign in before this step.',
    },
    {
        cause: 'auth',
        pattern: /AccessDenied|UnauthorizedOperation|not authorized to perform|AuthorizationFailed|AuthorizationPermissionMismatch|PERMISSION_DENIED|permission denied on resource|googleapi: Error 40[13]|StatusCode: 40[13]\b/i,
        help: 'The identity of this job may not do that: grant it the action named in the error, or use another role.',
    },
    {
        cause: 'auth',
        pattern: /could not read Username for|Permission denied \(publickey\)|Authentication failed for|Repository not found/,
        help: 'A module comes from a Git repository this job may not read: give the job a deploy key or a token for it.',
    },
    {
        cause: 'auth',
        pattern: /requires authentication credentials|rejected the given authentication credentials|invalid credentials for|\b401 Unauthorized\b|\b403 Forbidden\b|\b[Uu]nauthorized\b/,
        help: 'The server asked for other credentials: check the token given to this job.',
    },
    {
        cause: 'lock',
        pattern: _lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockSummary */ .q,
        help: 'Another run holds the state lock: wait for it, or raise lock-timeout. When its holder is gone for good: `terraform force-unlock ID` with the id below.',
    },
    {
        cause: 'provider',
        pattern: /Plugin did not respond|plugin crashed|Unrecognized remote plugin message|plugin exited before|timeout while waiting for plugin to start|Failed to instantiate provider|Failed to load plugin schemas|failed to obtain (provider )?schema|[Cc]ould not load plugin|Provider produced (inconsistent|invalid)/,
        help: 'A provider failed: try its newest patch version, and report the message to its maintainers.',
    },
    {
        cause: 'bug',
        pattern: /(TERRAFORM|OPENTOFU) CRASH|panic: runtime error/,
        help: 'The tool itself crashed: try its newest patch version, and report the crash to its maintainers.',
    },
    {
        cause: 'policy',
        pattern: /polic(y|ies) (check|set|evaluation)s?\b.*\b(fail|hard|mandatory)/i,
        help: 'A policy of the organization refused this: see its message.',
    },
    {
        cause: 'config',
        pattern: /Unsupported (Terraform Core|OpenTofu Core) version|Unsupported OpenTofu version/,
        help: 'required_version does not admit the version that ran: set tool-version, or change required_version.',
    },
    {
        cause: 'config',
        pattern: /No value for required variable/,
        help: 'Give the variable a value: a .tfvars file (var-files), TF_VAR_<name>, or a default.',
    },
    {
        cause: 'config',
        pattern: /Failed to read variables file|Failed to parse command-line flags|Too many command line arguments/,
        help: 'Check var-files, init-args and plan-args; paths are relative to the stack.',
    },
    {
        cause: 'config',
        pattern: /Workspace "[^"]*" doesn't exist|Currently selected workspace .* does not exist|No existing workspaces/,
        help: 'Create the workspace first, or correct the `workspace` input.',
    },
    {
        cause: 'config',
        pattern: /Unreadable module directory|Module not found|Unreadable module subdirectory/,
        help: 'A module is not where its source says: check the path or the address.',
    },
    {
        cause: 'init',
        pattern: /does not have a provider named|no available releases match|Inconsistent dependency lock file|locked provider .* does not match|(incorrect|expected) checksum|checksum list has|doesn't match the any|Incompatible provider version/i,
        help: 'Check the source and version of the provider, and run `terraform providers lock` for the platforms of your runners.',
    },
    {
        cause: 'init',
        pattern: /Failed to query available provider packages|Failed to resolve provider packages|Failed to install provider|Error accessing remote module registry|Failed to (request|retrieve) discovery document|Could not download module|Failed to download module|registry service/,
        help: 'The registry or the download did not answer: run again; behind a proxy set HTTPS_PROXY or a provider mirror.',
    },
    {
        cause: 'init',
        pattern: /S3 bucket .* does not exist|NoSuchBucket|storage: bucket doesn't exist|ContainerNotFound|ResourceNotFoundException/,
        help: 'Where the state is kept does not exist: check the backend configuration, or create it first.',
    },
    {
        cause: 'init',
        pattern: /[Ii]nitialization required|Backend configuration changed|Backend type changed|Module not installed|Required plugins are not installed|Missing required provider|Error inspecting states|Error loading state|Failed to get existing workspaces|Invalid backend configuration|Failed to (instantiate|load) backend/,
        help: 'Initialisation is missing or does not fit the configuration: check the backend block and backend-config.',
    },
    {
        cause: 'timeout',
        pattern: /context deadline exceeded|Client\.Timeout exceeded|TLS handshake timeout|i\/o timeout|timeout while waiting for/,
        help: 'Something did not answer in time: run again, or raise the timeout of the resource.',
    },
];
/** Errors whose words the author of the code has chosen: they prove nothing about credentials or locks. */
const WRITTEN_BY_THE_AUTHOR = /^(Resource (pre|post)condition failed|Module output value precondition failed|Check block assertion failed|Invalid value for variable)\b/;
/** True for the text of an error that says that credentials are missing or lack a right. */
function isAuthError(message) {
    if (WRITTEN_BY_THE_AUTHOR.test(message))
        return false;
    return causeRules.find(({ pattern }) => pattern.test(message))?.cause === 'auth';
}
/** The cause of a failed run. What no rule knows is the configuration's when it has a place in the code. */
function causeOf(diagnostics, phase) {
    const errors = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .errorsOf */ .Bp)(diagnostics);
    const texts = errors.map(_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnosticText */ .JE).filter((text) => !WRITTEN_BY_THE_AUTHOR.test(text));
    for (const { cause, pattern, help } of causeRules) {
        if (texts.some((message) => pattern.test(message)))
            return { cause, help };
    }
    // While applying, an error with a resource is what its provider answered; the place is only where it is declared.
    if (phase === 'apply' && errors.some(({ address }) => address !== undefined))
        return { cause: 'provider' };
    if (errors.some(({ file }) => file !== undefined))
        return { cause: 'config' };
    if (phase === 'init')
        return { cause: 'init' };
    return { cause: errors.some(({ address }) => address !== undefined) ? 'provider' : 'config' };
}


/***/ }),

/***/ 2972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ parseValidateOutput),
/* harmony export */   $e: () => (/* binding */ distinctDiagnostics),
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   JE: () => (/* binding */ diagnosticText),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   cN: () => (/* binding */ diagnosticFromJson),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/**
 * One diagnostic of `-json` output or of `validate -json`. The snippet is left out on purpose: its `values` (and
 * OpenTofu's `difference`) hold values of variables and attributes; only what they are values of is kept.
 * Format: https://developer.hashicorp.com/terraform/internals/machine-readable-ui#diagnostic
 */
function diagnosticFromJson(value) {
    const raw = record(value);
    const summary = text(raw?.['summary']);
    if (raw === undefined || summary === undefined)
        return undefined;
    const range = record(raw['range']);
    const start = record(range?.['start']);
    const end = record(range?.['end']);
    return clean({
        severity: raw['severity'] === 'warning' ? 'warning' : 'error',
        summary: oneLine(summary),
        detail: (text(raw['detail']) ?? '').trim(),
        address: text(raw['address']),
        context: text(record(raw['snippet'])?.['context']),
        file: text(range?.['filename']),
        line: positive(start?.['line']),
        column: positive(start?.['column']),
        endLine: positive(end?.['line']),
        endColumn: positive(end?.['column']),
        about: aboutOf(record(raw['snippet'])?.['values']),
    });
}
function aboutOf(values) {
    const list = Array.isArray(values) ? values : [];
    const about = list.flatMap((value) => text(record(value)?.['traversal']) ?? []);
    return about.length === 0 ? undefined : about;
}
/** What `validate -json` printed; undefined when it is not that. */
function parseValidateOutput(stdout) {
    let parsed;
    try {
        parsed = JSON.parse(stdout);
    }
    catch {
        return undefined;
    }
    const raw = record(parsed);
    if (raw === undefined || typeof raw['valid'] !== 'boolean')
        return undefined;
    const list = Array.isArray(raw['diagnostics']) ? raw['diagnostics'] : [];
    const diagnostics = list.flatMap((item) => diagnosticFromJson(item) ?? []);
    const errors = raw['error_count'] === 0 && diagnostics.every(({ severity }) => severity === 'warning');
    return { valid: raw['valid'] && errors, diagnostics };
}
/** Summary of what OpenTofu and Terraform put around the real errors of a configuration they cannot load. */
const wrapperSummary = /^(Terraform|OpenTofu) encountered problems during initiali[sz]ation/;
/** Each once, in order; the words around other errors are left out, unless they are all there is. */
function distinctDiagnostics(diagnostics) {
    const seen = new Map();
    for (const d of diagnostics) {
        // Text output is wrapped, so that the same detail may come with other line ends.
        const key = JSON.stringify([d.severity, d.summary, oneLine(d.detail), d.address, d.file, d.line]);
        if (!seen.has(key))
            seen.set(key, d);
    }
    const all = [...seen.values()];
    const real = all.filter(({ summary }) => !wrapperSummary.test(summary));
    return real.some(({ severity }) => severity === 'error') ? real : all;
}
function errorsOf(diagnostics) {
    return diagnostics.filter(({ severity }) => severity === 'error');
}
/** Summary and detail in one line: what patterns are matched against. */
function diagnosticText(d) {
    return oneLine(`${d.summary} ${d.detail}`);
}
function oneLine(value) {
    return value.replace(/\s+/g, ' ').trim();
}
/** A diagnostic from parts of which any optional one may be undefined. */
function clean(parts) {
    const { severity, summary, detail, ...rest } = parts;
    const known = Object.entries(rest).filter(([, value]) => value !== undefined);
    return { severity, summary, detail, ...Object.fromEntries(known) };
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function text(value) {
    return typeof value === 'string' ? value : undefined;
}
function positive(value) {
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}


/***/ }),

/***/ 9225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ findLockInfo),
/* harmony export */   q: () => (/* binding */ lockSummary)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2972);

const lockSummary = /Error (acquiring|locking) the state( lock)?|Error locking state/;
const keys = {
    ID: 'id',
    Path: 'path',
    Operation: 'operation',
    Who: 'who',
    Version: 'version',
    Created: 'created',
    Info: 'info',
};
/** The `Lock Info:` block of the first diagnostic that has one. */
function findLockInfo(diagnostics) {
    for (const d of diagnostics) {
        if (!lockSummary.test((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticText */ .JE)(d)))
            continue;
        const block = /Lock Info:\n((?: {2}\w+:.*(?:\n|$))+)/.exec(d.detail)?.[1];
        if (block === undefined)
            continue;
        const found = {};
        for (const line of block.split('\n')) {
            const [, name = '', value = ''] = /^ {2}(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
            const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
            if (key !== undefined && value !== '')
                found[key] = value;
        }
        if (Object.keys(found).length > 0)
            return found;
    }
    return undefined;
}


/***/ })

};
