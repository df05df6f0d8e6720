export const id = 150;
export const ids = [150];
export const modules = {

/***/ 761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ beginPlan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/core/child-env.ts
/**
 * What a child process gets to see of our environment (docs/decisions/0002-child-environment.md says why).
 * A rule is a variable's name, or the beginning of names with a `*` after it. Case does not count.
 */
/** For small tools (git, tar, helm, version probes): what programs need to work at all, and no credential. */
const SMALL_TOOL_VARIABLES = (/* unused pure expression or super */ null && ([
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
]));
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

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var redact = __webpack_require__(8257);
// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 32 modules
var plan_result = __webpack_require__(1245);
;// CONCATENATED MODULE: ./src/actions/plan-begin.ts










/** What comes before any plan: secrets of the job are hidden, events that would give them away refused. */
async function beginPlan(given, context) {
    const { run, env, log } = context;
    if (given['github-token'] !== '')
        log.mask(given['github-token']);
    const patterns = (0,redact_patterns/* compilePatterns */.x)(given.redact);
    const early = (0,redact/* makeRedactor */.$)({ secrets: (0,variable_secrets/* envSecrets */.vn)(env), publicNames: [], patterns });
    context.hide((text) => early.redact(text));
    (0,plan_inputs/* refusePullRequestTarget */.cq)(run.event);
    const folder = await privateFolder(context);
    return {
        folder,
        settings: {
            root: run.workspace,
            folder: (0,external_node_path_.join)(folder, 'plans'),
            env: childEnv(env),
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
            run: (0,plan_result/* runIdentity */.yK)(context, given['job-id']),
            parallel: Math.min(4, (0,external_node_os_.availableParallelism)()),
        },
    };
}
/** The folder goes with the job (RUNNER_TEMP), and its plans are removed in the post step all the same. */
async function privateFolder({ run, removeAfterJob }) {
    if (run.temp === '') {
        throw new errors/* UserError */.yo('RUNNER_TEMP is not set', {
            help: 'The runner sets it; on a laptop use `npm start`.',
        });
    }
    await (0,promises_.mkdir)(run.temp, { recursive: true });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temp, 'gitops-pipeline-'));
    removeAfterJob((0,external_node_path_.join)(folder, 'plans'));
    return folder;
}


/***/ }),

/***/ 576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 1245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wo: () => (/* binding */ countOutputs),
  VR: () => (/* binding */ planResult),
  yK: () => (/* binding */ runIdentity)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
;// CONCATENATED MODULE: ./src/core/github-failure.ts

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
                // The throttling plugin throws GraphQL's own rate limit with a good status.
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
        message: isRecord(cause) && typeof cause.message === 'string' ? cause.message : (0,errors/* errorMessage */.gJ)(cause),
        code: (0,errors/* errorCode */.CA)(cause),
        refused: cause instanceof errors/* UserError */.yo,
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

;// CONCATENATED MODULE: ./src/core/github-port.ts

class GitHubError extends errors/* UserError */.yo {
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

;// CONCATENATED MODULE: ./src/core/github-retry.ts

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
    if (isRateLimited(failure)) {
        if (asked !== undefined)
            return asked;
        if (failure.headers['x-ratelimit-remaining'] === '0') {
            const reset = Number(failure.headers['x-ratelimit-reset']) * 1000;
            // One second more: the reset time is rounded.
            return Number.isNaN(reset) ? 60_000 : Math.max(reset - now, 0) + 1000;
        }
        return failure.status === 429 && !/secondary/i.test(failure.message) ? backoff(attempt) : 60_000;
    }
    return isAnswerLost(failure) && isRepeatable(sent) ? (asked ?? backoff(attempt)) : undefined;
}
/** 1 s, 2 s, 4 s, … */
const backoff = (attempt) => 1000 * 2 ** attempt;
/**
 * Sends until it succeeds, or may not be sent again. Rejects with what the last try threw.
 * (octokit's retry plugin is not used: it ignores Retry-After, and sends a POST again whose answer was lost.)
 */
async function withRetries(send, sent, policy, { clock, log }) {
    let waited = 0;
    for (let attempt = 0;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            const failure = failureOf(error);
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
    if (isRateLimited(failure))
        return 'limit';
    if (status === 403)
        return /\blocked\b/i.test(message) ? 'locked' : 'permission';
    return status === 404 || status === 410 ? 'missing' : 'invalid';
}
function waitAsked(thrown) {
    const wait = thrown instanceof Error && WAIT_ASKED in thrown ? thrown[WAIT_ASKED] : undefined;
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
    const failure = failureOf(thrown);
    const fault = faultOf(failure);
    const clean = (text) => text.replaceAll(attempted.token, '***').replace(/\s+/g, ' ').trim();
    const said = clean(failure.message).slice(0, 300);
    // A gateway's 5xx page says nothing to the reader; GitHub's own short message does.
    const words = said === '' || said.startsWith('<') ? '' : `: ${said}`;
    const message = `Could not ${attempted.what} on GitHub, ${happened(fault, failure, thrown)}${words}`;
    return new GitHubError(message, fault, failure.status, {
        help: help(fault, attempted),
        causeClass: CAUSES[fault],
        cause: new Error(clean((0,errors/* errorMessage */.gJ)(thrown)).slice(0, 1000)),
    });
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
        const bytes = await unpacked(await bytesOf(response), response.headers['content-encoding']);
        return {
            url,
            status: response.statusCode ?? 0,
            statusText: response.statusMessage ?? '',
            headers: github_transport_headersOf(response),
            text: () => Promise.resolve(bytes.toString('utf8')),
            arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
        };
    };
}
/** Rejects when the connection ends before the answer does. */
async function bytesOf(response) {
    const chunks = [];
    for await (const chunk of response)
        chunks.push(chunk);
    return Buffer.concat(chunks);
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
function github_transport_headersOf({ headers }) {
    return new Map(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
}

;// CONCATENATED MODULE: ./src/core/github-fetch.ts


const MAX_REDIRECTS = 3;
/**
 * The fetch under the GitHub client. It speaks to the origin of `apiUrl` and to no other, so that the token cannot
 * go elsewhere: not by a redirect, not by a link in an answer. Redirects within the origin (a repository was renamed)
 * are followed. It goes through the proxy that the toolkit would use (`https_proxy`, `http_proxy`, `no_proxy`).
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
    const { getProxyUrl } = await __webpack_require__.e(/* import() */ 783).then(__webpack_require__.bind(__webpack_require__, 9783));
    if (getProxyUrl(new URL(apiUrl)) === undefined) {
        const send = await makeTransport(new URL(apiUrl));
        // octokit sends headers as an object and bodies as text, and reads nothing else of an answer.
        return async (url, init) => (await send(url, init));
    }
    const [{ HttpClient }, undici] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(779)]).then(__webpack_require__.bind(__webpack_require__, 2779)), __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19))]);
    const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
    return async (url, init) => {
        const options = { ...init, dispatcher };
        return (await undici.fetch(url, options));
    };
}

;// CONCATENATED MODULE: ./src/core/github-octokit.ts


/** Makes clients tell their queues apart. */
let clients = 0;
/** octokit with our transport, pace and retries. */
async function makeOctokit(settings) {
    const { token, apiUrl, policy, clock, log } = settings;
    // Not @actions/github: it takes three times as long to load, and reads GITHUB_API_URL and the event at import.
    const [core, { throttling }, fetch] = await Promise.all([
        __webpack_require__.e(/* import() */ 194).then(__webpack_require__.bind(__webpack_require__, 5194)),
        __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 6856)),
        makeFetch(apiUrl, settings.timeoutMs),
    ]);
    const debug = (message) => log.debug(message);
    const octokitLog = { debug, info: debug, warn: debug, error: debug };
    // The plugin spaces the writes; when to try again is decided in github-retry.ts.
    const never = () => false;
    const Client = core.Octokit.plugin(throttling);
    const octokit = new Client({
        auth: token,
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'gitops-pipeline',
        log: octokitLog,
        request: { fetch, log: octokitLog },
        throttle: {
            enabled: settings.pace,
            // Its queues are shared by name in the whole process.
            id: `${apiUrl} ${clients++}`,
            onRateLimit: never,
            onSecondaryRateLimit: never,
        },
    });
    octokit.hook.wrap('request', (request, options) => withRetries(async () => whole(await request(options)), options, policy, { clock, log }));
    return octokit;
}
/** octokit hands out what it could read when JSON breaks off: as text, with a good status. */
function whole(response) {
    if (response.status !== 204 && typeof response.data === 'string')
        throw new Error('the answer broke off');
    return response;
}

// EXTERNAL MODULE: ./src/core/log.ts + 1 modules
var core_log = __webpack_require__(3192);
;// CONCATENATED MODULE: ./src/core/github.ts








const PAGE = 100;
/** What is read is read in order to write a comment: the message names what will be needed in the end. */
const PULLS = 'pull-requests: write';
const COMMENTS_WRITE = 'pull-requests: write';
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/**
 * The one way to GitHub. Loads octokit (only when it is needed: about 20 ms), sends nothing yet.
 * Throws `UserError` for settings that cannot work.
 */
async function makeGitHub(settings) {
    const { token, apiUrl, log, clock = (0,core_log/* systemClock */.ml)() } = settings;
    const { owner, repo } = checked(settings);
    const policy = { retries: settings.retries ?? 3, maxWaitMs: settings.maxWaitMs ?? 60_000 };
    const octokit = await makeOctokit({ timeoutMs: 30_000, pace: true, ...settings, clock, policy });
    const where = { owner, repo };
    async function attempt(what, permission, send) {
        const attempted = { what, apiUrl, token, ...(permission === undefined ? {} : { permission }) };
        try {
            return await send();
        }
        catch (error) {
            throw describeGitHubError(error, attempted);
        }
    }
    function listComments(number) {
        return attempt(`read the comments of #${number}`, PULLS, async () => allPages(async (page) => {
            const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...where, issue_number: number, per_page: PAGE, page });
            return { items: data.map(commentOf), link: headers.link };
        }));
    }
    function createComment(number, body, isTheNewOne) {
        return attempt(`write a comment on #${number}`, COMMENTS_WRITE, async () => {
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
                    if (!isAnswerLost(failureOf(error)) || tries >= policy.retries)
                        throw error;
                }
                // It may be there. GitHub shows a new comment in lists after a moment only.
                log.info(`GitHub's answer to a new comment was lost; looking whether it is there`);
                await clock.sleep(backoff(tries));
                const found = (await listComments(number)).find(isTheNewOne);
                if (found !== undefined)
                    return found;
            }
        });
    }
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
            if (isGitHubFault(error, 'permission', 'missing', 'invalid'))
                return undefined;
            throw error;
        }
    }
    return {
        tokenKind,
        listComments,
        createComment,
        updateComment: (id, body) => attempt(`update our comment ${id}`, COMMENTS_WRITE, async () => {
            const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
            return commentOf((await octokit.request(route, { ...where, comment_id: id, body })).data);
        }),
        async deleteComment(id) {
            try {
                await attempt(`delete our comment ${id}`, COMMENTS_WRITE, () => octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                    ...where,
                    comment_id: id,
                }));
            }
            catch (error) {
                if (!isGitHubFault(error, 'missing'))
                    throw error;
            }
        },
        minimizeComment: (nodeId) => attempt('hide an old comment of ours', COMMENTS_WRITE, async () => {
            await octokit.graphql(MINIMIZE, { id: nodeId });
        }),
        authenticatedLogin: () => (login ??= askLogin()),
        getPull: (number) => attempt(`read pull request #${number}`, PULLS, async () => {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
            const { data } = await octokit.request(route, { ...where, pull_number: number });
            return { ...pullOf(data), merged: data.merged };
        }),
        pullsForCommit: (sha) => attempt(`find the pull requests of commit ${sha.slice(0, 12)}`, PULLS, () => allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
            const asked = { ...where, commit_sha: sha, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.map(pullOf), link: headers.link };
        })),
        jobsOfRun: (runId, attemptNumber) => attempt(`read the jobs of run ${runId}`, 'actions: read', () => allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';
            const asked = { ...where, run_id: runId, attempt_number: attemptNumber, per_page: PAGE, page };
            const { data, headers } = await octokit.request(route, asked);
            return { items: data.jobs.map(jobOf), link: headers.link };
        })),
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
/** Follows `rel="next"` by number: the address in the link is not used. */
async function allPages(read) {
    const all = [];
    for (let page = 1;; page++) {
        const { items, link } = await read(page);
        all.push(...items);
        if (items.length === 0 || !/rel="next"/.test(link ?? ''))
            return all;
    }
}

;// CONCATENATED MODULE: ./src/pipeline/exit-code.ts
/**
 * As of `plan -detailed-exitcode`: `0` no change, `2` changes, `1` failed, or nothing was judged at all.
 *
 * @param failure why the run as a whole is red, if it is
 */
function exitCode(parts, failure) {
    if (failure !== undefined || parts.length === 0 || parts.some((part) => part.verdict.kind !== 'ok'))
        return '1';
    return parts.some((part) => part.status !== 'ok') ? '2' : '0';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/core/comment-marker.ts

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
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
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

;// CONCATENATED MODULE: ./src/core/comment-own.ts

/** Whom the workflow's own token writes as. */
const GITHUB_ACTIONS = 'github-actions[bot]';
/** Whom we write as, as well as it can be known before writing, at the least cost. */
async function loginFor(key, comments, github) {
    if (github.tokenKind === 'user')
        return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS;
    // An App's own token looks like the workflow's. Only if a bot other than github-actions wrote such a comment,
    // it is worth a call to ask.
    const bots = comments
        .filter((comment) => comment.author?.type === 'Bot' && readMarker(comment.body)?.marker.key === markerKey(key))
        .map((comment) => comment.author?.login);
    if (bots.every((login) => login === GITHUB_ACTIONS))
        return GITHUB_ACTIONS;
    return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS;
}
/** Ours with this key, lowest id first. */
function ownComments(key, comments, login) {
    const wanted = markerKey(key);
    const isBot = login.endsWith('[bot]');
    return comments
        .flatMap((comment) => {
        const own = readMarker(comment.body);
        const { author } = comment;
        const isOurs = author?.login.toLowerCase() === login.toLowerCase() && (!isBot || author.type === 'Bot');
        return own !== undefined && isOurs && own.marker.key === wanted ? [{ comment, ...own }] : [];
    })
        .sort((a, b) => a.comment.id - b.comment.id);
}
/** Readers see it: it is neither folded by us nor hidden as outdated. */
const isShown = ({ comment, marker }) => !marker.outdated && comment.hiddenAs !== 'outdated';
/** Of the newest run; of one run's several, the latest. */
function newestOf(all, headSha) {
    return all.reduce((newest, own) => newest !== undefined && isNewer(newest.marker.run, own.marker.run, headSha) ? newest : own, undefined);
}
/** One of a newer run than this. */
function newerThan(run, all, headSha) {
    const newest = newestOf(all, headSha);
    return newest !== undefined && isNewer(newest.marker.run, run, headSha) ? newest : undefined;
}
/** The comment says this already: by its own account, and nobody has edited it since. */
function says({ marker, body }, wanted) {
    return marker.says === bodyDigest(wanted) && marker.digest === bodyDigest(body);
}

;// CONCATENATED MODULE: ./src/core/comment-hide.ts



/** Old comments hidden by one run at most; a server that does not tell which are hidden already gets no more calls. */
const HIDE_AT_MOST = 10;
/** Hides the newest of those that are shown; if GraphQL is refused, folds them in place. */
async function hideComments({ key, limit }, comments, github) {
    const shown = comments.filter((comment) => {
        const own = readMarker(comment.body);
        return own !== undefined && isShown({ comment, ...own });
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
    const own = readMarker(comment.body);
    if (own === undefined)
        return undefined;
    const body = `<details>\n<summary>Outdated: a newer comment has taken its place</summary>\n\n${own.body}\n\n</details>\n`;
    const text = withMarker({ key, run: own.marker.run, body, outdated: true });
    return text.length > limit ? undefined : text;
}

;// CONCATENATED MODULE: ./src/core/comment.ts




/**
 * Shows `body` on a pull request, in the comment with this key. Ours is what carries our marker (whole key) at its very
 * start and was written by the account our token writes as; nothing else is ever changed or deleted.
 *
 * The same body again writes nothing. GitHub has no compare-and-set for comments: after a create the list is read once
 * more, and of several the one with the lowest id stays. Rejects with `GitHubError`; nothing is half-written then.
 */
async function publishComment(request, github) {
    const text = withMarker(request);
    // The renderer keeps to the limit: if not, GitHub would answer 422 after everything is done.
    if (text.length > request.limit)
        throw new Error(`comment of ${text.length} units, the limit is ${request.limit}`);
    return request.mode === 'new' ? publishNew(request, text, github) : publishUpdate(request, text, github);
}
async function publishUpdate(request, text, github) {
    const comments = request.comments ?? (await github.listComments(request.number));
    const login = await loginFor(request.key, comments, github);
    const all = ownComments(request.key, comments, login);
    const newer = newerThan(request.run, all, request.headSha);
    if (newer !== undefined)
        return result(newer.comment, 'superseded');
    // Where the server does not tell what is hidden, the newest is the one in sight, and none may be taken for a twin.
    const tells = all.every(({ comment }) => comment.hiddenAs !== undefined);
    const [kept, ...extra] = tells ? all.filter(isShown) : all.filter(isShown).slice(-1);
    if (kept === undefined)
        return createAlone(request, text, comments, github);
    let outcome = 'unchanged';
    if (!says(kept, request.stable ?? request.body)) {
        try {
            await github.updateComment(kept.comment.id, text);
            outcome = 'updated';
        }
        catch (error) {
            // Somebody deleted it since it was listed.
            if (!isGitHubFault(error, 'missing'))
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
    const login = created.author?.login ?? GITHUB_ACTIONS;
    const all = ownComments(request.key, await github.listComments(request.number), login);
    const kept = all.find(isShown);
    // Lists lag behind: not to be found there is as good as alone.
    if (kept === undefined || kept.comment.id >= created.id)
        return result(created, 'created');
    const newer = newerThan(request.run, all, request.headSha);
    let outcome = 'unchanged';
    if (newer !== undefined)
        outcome = 'superseded';
    else if (!says(kept, request.stable ?? request.body)) {
        await github.updateComment(kept.comment.id, text);
        outcome = 'updated';
    }
    await github.deleteComment(created.id);
    return result(kept.comment, outcome);
}
async function publishNew(request, text, github) {
    const comments = request.comments ?? (await github.listComments(request.number));
    const login = await loginFor(request.key, comments, github);
    const all = ownComments(request.key, comments, login);
    const newer = newerThan(request.run, all, request.headSha);
    if (newer !== undefined)
        return result(newer.comment, 'superseded');
    const last = all.filter(isShown).at(-1);
    if (last !== undefined && says(last, request.stable ?? request.body))
        return result(last.comment, 'unchanged');
    const created = await create(request, text, comments, github);
    // Somebody else may have created meanwhile: of all of ours, the newest run's stays.
    const listed = await github.listComments(request.number);
    const complete = listed.some(({ id }) => id === created.id) ? listed : [...listed, created];
    const now = ownComments(request.key, complete, created.author?.login ?? login);
    const winner = newestOf(now.filter(isShown), request.headSha)?.comment ?? created;
    const old = now.map(({ comment }) => comment).filter(({ id }) => id !== winner.id);
    const { hidden, warnings } = await hideComments(request, old, github);
    return { ...result(winner, winner.id === created.id ? 'created' : 'superseded'), hidden, warnings };
}
function create({ number }, text, before, github) {
    const known = new Set(before.map(({ id }) => id));
    const digest = bodyDigest(text);
    return github.createComment(number, text, ({ id, body }) => !known.has(id) && bodyDigest(body) === digest);
}
const result = ({ id, url }, outcome) => ({
    id,
    url,
    outcome,
    hidden: 0,
    warnings: [],
});

;// CONCATENATED MODULE: ./src/report/visible.ts

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
/** Everything a reader would see unchanged, whatever comes later. Most texts are of this kind. */
const harmless = /^[\t\n\x20-\x7e]*$/;
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
    return (0,core_log/* withoutCommands */.Df)(visible(text));
}

;// CONCATENATED MODULE: ./src/report/left-out.ts

/** Keeps a noun from being a text of its own. */
const NOUN_LENGTH = 40;
/** `12 resources`, `1 resource`, `15,000 addresses`. `noun` is a plural. */
function amount(count, noun, more = false) {
    const plural = visibleLine(noun).slice(0, NOUN_LENGTH).toWellFormed();
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
        const lengths = [1, box.children.length].map((count) => costs.sections([leftOutNote(count, nounOf(box.source), true)], box.inFold));
        box.note = Math.max(...lengths) + (box.source?.kind === 'list' ? 0 : WORDS_ROOM);
    }
    return box.note;
}

;// CONCATENATED MODULE: ./src/report/escape.ts

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
    return visibleLine(text).replace(/ {2,}/g, ' ');
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
    const shown = visibleLine(text);
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
    let shown = visible(text);
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
    return escapeHtml(visible(text));
}
/** The inside of a quoted attribute: one line. */
function htmlAttribute(text) {
    return escapeHtml(visibleLine(text));
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

;// CONCATENATED MODULE: ./src/report/inlines.ts


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
/** `**text**` works only between letters or digits (CommonMark 6.2, flanking); elsewhere the HTML element does. */
function marked(inner, mark, element) {
    if (inner === '')
        return '';
    return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(inner)
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
const textOf = remembering(markdownText);
const codeOf = remembering(markdownCode);
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
    const href = safeHref(inline.href);
    if (href === undefined || inner === '')
        return inner;
    // Parsers differ about what may stand between the brackets: only plain words and simple code spans do.
    if (/``|[[\]\\<>()]/.test(inner))
        return `<a href="${htmlAttribute(href)}">${inner}</a>`;
    // An entity in a target would be decoded.
    return `[${inner}](${href.replace(/&(?=#?\w+;)/g, '&amp;')})`;
}
function pieces(inlines, inTable) {
    return joinInline(merged(inlines).map((inline) => markdownOf(inline, inTable)));
}
/** One line of Markdown. */
function markdownInlines(inlines, inTable = false) {
    return trimSpaces(pieces(inlines, inTable));
}
/** One line of HTML for places inside Markdown where Markdown is not read: `<summary>`. */
function gitHubHtmlInlines(inlines) {
    return merged(inlines).map(htmlOf).join('');
}
const htmlTextOf = remembering(gitHubHtmlText);
function htmlOf(inline) {
    if (typeof inline === 'string')
        return htmlTextOf(inline, false);
    if ('code' in inline)
        return `<code>${htmlText(visibleLine(inline.code))}</code>`;
    if ('strong' in inline)
        return `<b>${gitHubHtmlInlines(inline.strong)}</b>`;
    if ('emphasis' in inline)
        return `<em>${gitHubHtmlInlines(inline.emphasis)}</em>`;
    const inner = gitHubHtmlInlines(withoutLinks(inline.link));
    const href = safeHref(inline.href);
    return href === undefined ? inner : `<a href="${htmlAttribute(href)}">${inner}</a>`;
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
    const detailed = namedFolds(out) ?? leftOutNote(out.length, noun, more, rowKinds(out));
    const fits = work.costs.sections([detailed], box.inFold) <= noteRoom(box, work.costs);
    return [fits ? detailed : leftOutNote(out.length, noun, more)];
}
/** `8 create, 4 update`: the first cells of rows, counted; '' where they say nothing or too much. */
function rowKinds(nodes) {
    return breakdownOf(nodes.map((node) => (node.kind === 'unit' ? plainInlines(node.row?.cells[0] ?? []).trim() : '')));
}
/** `Left out: 12 outputs to change`: a few folds by what their summaries say. */
function namedFolds(out) {
    if (out.length > 3)
        return undefined;
    const names = out.map((node) => node.kind === 'box' && node.source?.kind === 'fold' ? plainInlines(node.source.summary).trim() : '');
    if (names.some((name) => name === '' || name.length > 60))
        return undefined;
    return { kind: 'text', rank: 0, text: [{ emphasis: [`Left out: ${names.join('; ')}`] }] };
}

;// CONCATENATED MODULE: ./src/report/shorten.ts


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
            return longestPrefix(Math.min(plainInlines(section.text).length, max), max, size, (count) => [
                { ...section, text: beginning(section.text, count) },
            ]);
    }
}
/** The attributes that fit, small ones before a giant: one long value must not hide the others. */
function shortenChanges(section, max, size) {
    const part = (chosen) => [
        { ...section, changes: section.changes.filter((_, index) => chosen.has(index)), unchanged: 0 },
        leftOutNote(section.changes.length - chosen.size, 'attributes', true),
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
    return [`${cut(plainInlines(inlines), count)}\u2026`];
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
    if (unit.section === undefined || !isLong(unit.section))
        return false;
    if (cost <= longest && !attempt.squeeze)
        return false;
    const { section } = unit;
    const available = Math.min(longest, attempt.room - openingCost(unit.parent, attempt.costs));
    const part = available < 100
        ? undefined
        : shorten(section, available, (sections) => attempt.costs.sections(sections, unit.parent.inFold));
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

;// CONCATENATED MODULE: ./src/report/attribute-lines.ts

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
    return lines.map(({ sign, text }) => (sign === 'gap' ? `@@ ${visibleLine(text)} @@` : withText(sign, text)));
}
function changeLines(change) {
    const path = visibleLine(change.path);
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
        : visible(text)
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
        return `@@ ${visibleLine(text)} @@`;
    return withText(`${sign} ${GUTTER}`, text);
}
/** White space may be what changed, so tabs and what stands at the end stay; only an empty line gets none. */
function withText(start, text) {
    return text === '' ? start.trimEnd() : `${start} ${visible(text).replaceAll('\n', ' ')}`;
}
/** What stands for a value, on one line. */
function shownValue(value) {
    switch (value.kind) {
        case 'value':
            return visibleLine(value.text);
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
            const text = markdownInlines(section.text);
            // The report's own title is level 2.
            return text === '' ? '' : `${'#'.repeat(section.level + 2)} ${text}`;
        }
        case 'text': {
            const text = markdownInlines(section.text);
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
            const lines = attributeLines(section);
            return lines.length === 0 ? '' : codeFence(lines.join('\n'), 'diff');
        }
        case 'line-diff':
            return section.lines.length === 0 ? '' : codeFence(lineDiffLines(section.lines).join('\n'), 'diff');
        case 'code':
            return section.text === '' ? '' : codeFence(section.text.replace(/\n$/, ''), section.language);
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
    return printed(item, 'item', () => `- ${markdownInlines(item)}`);
}
/** A table has one column at least: Markdown knows none without. */
const columnsOf = (table) => table.columns.length === 0 ? [{ title: '' }] : table.columns;
function markdownTableHead(table) {
    const columns = columnsOf(table);
    const titles = columns.map(({ title }) => tableCell(title));
    const marks = columns.map(({ align }) => (align === 'right' ? '--:' : align === 'left' ? ':--' : '---'));
    return `${rowOf(titles)}\n${rowOf(marks)}`;
}
/** Cells that are too many go into the last column: GitHub would drop them. */
function markdownRow(table, row) {
    const width = columnsOf(table).length;
    return printed(row, width, () => {
        const cells = row.cells.map((cell) => markdownInlines(cell, true));
        if (cells.length === width)
            return rowOf(cells);
        const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '');
        return rowOf([...filled.slice(0, -1), [filled.at(-1) ?? '', ...cells.slice(width)].join(' ')]);
    });
}
const rowOf = (cells) => `| ${cells.join(' | ')} |`;
function markdownFoldHead(fold) {
    return printed(fold.summary, fold.open ? 'open fold' : 'fold', () => {
        const summary = gitHubHtmlInlines(fold.summary).trim();
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
        const colon = title !== '' && plainInlines(verdict) !== '' ? ': ' : '';
        return `${lead}${markdownInlines([`${title}${colon}`, ...verdict])}`.trimEnd();
    };
    const whole = line(document.title.trim(), document.verdict);
    if (lengthOf(whole) <= max)
        return { text: whole, complete: true };
    // The title gives way before the verdict.
    const alone = line('', document.verdict);
    if (lengthOf(alone) <= max)
        return { text: alone, complete: false };
    const words = plainInlines(document.verdict).length;
    const cut = longestPrefix(Math.min(words, max), max, (verdict) => lengthOf(line('', verdict)), (count) => beginning(document.verdict, count));
    return { text: line('', cut ?? []), complete: false };
}
function footLine(footer, max, lengthOf) {
    const text = markdownInlines(footer);
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
    const counts = leftOut.slice(0, 5).map(({ noun, count }) => amount(count, noun));
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

// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/overview.ts

/** Merges parts into one document: one part is shown whole, several get a table with a row each and a fold each. */
function documentOf(parts, options) {
    const [only] = parts;
    const notes = options.notes ?? [];
    if (parts.length === 1 && only !== undefined) {
        return {
            title: `${options.title} · ${subjectName(only)}`,
            verdict: only.headline,
            tone: toneOf(parts),
            sections: [...notes, ...only.sections],
            footer: footerOf(parts, options),
        };
    }
    return {
        title: `${options.title}s`,
        verdict: verdictOf(parts),
        tone: toneOf(parts),
        sections: [...notes, ...(parts.length === 0 ? [] : [table(parts, options)]), ...folds(parts)],
        footer: footerOf(parts, options),
    };
}
function toneOf(parts) {
    // Nothing judged is nothing verified.
    if (parts.length === 0 || parts.some((part) => part.verdict.kind !== 'ok'))
        return 'bad';
    return parts.some((part) => part.status !== 'ok') ? 'changed' : 'good';
}
/** Sums of all counts of all parts. */
function totals(parts) {
    const sums = {};
    for (const part of parts) {
        for (const [name, count] of Object.entries(part.counts))
            sums[name] = (sums[name] ?? 0) + count;
    }
    return sums;
}
function subjectName({ subject }) {
    const name = subject.name === '.' ? 'repository root' : subject.name;
    return subject.workspace === undefined ? name : `${name} (${subject.workspace})`;
}
function verdictOf(parts) {
    if (parts.length === 0)
        return ['No stacks found'];
    const failed = parts.filter((part) => part.verdict.kind !== 'ok').length;
    const changed = parts.filter((part) => part.verdict.kind === 'ok' && part.status !== 'ok').length;
    const words = [];
    if (failed > 0)
        words.push({ strong: [`${failed} of ${(0,report_words/* countOf */.pq)(parts.length, 'stack')} failed`] });
    if (changed > 0)
        words.push({
            strong: [
                failed > 0 ? `${changed} to change` : `${changed} of ${(0,report_words/* countOf */.pq)(parts.length, 'stack')} to change`,
            ],
        });
    const sums = totals(parts);
    if (words.length === 0) {
        const drift = sums['drift'] ?? 0;
        const outside = drift > 0 ? `, ${(0,report_words/* countOf */.pq)(drift, 'resource')} changed outside` : '';
        return [`No changes in ${(0,report_words/* countOf */.pq)(parts.length, 'stack')}${outside}`];
    }
    const counts = (0,report_words/* countWords */.rj)(sums);
    const all = counts === '' ? words : [...words, counts];
    return all.flatMap((word, index) => (index === 0 ? [word] : [index < words.length ? ', ' : ': ', word]));
}
/** Failed, then changed, then changed outside, then the quiet ones; within that in order of name. */
function order(part) {
    if (part.verdict.kind !== 'ok')
        return 0;
    const lost = (part.counts['destroy'] ?? 0) + (part.counts['replace'] ?? 0);
    if (part.status !== 'ok')
        return lost > 0 ? 1 : 2;
    return hasDrift(part) ? 3 : QUIET;
}
const QUIET = 4;
const hasDrift = ({ counts }) => (counts['drift'] ?? 0) > 0;
const sorted = (parts) => [...parts].sort((a, b) => order(a) - order(b) || (subjectName(a) < subjectName(b) ? -1 : 1));
const ROW_RANKS = [0, 0, 1, 4];
function table(parts, { stable }) {
    return {
        kind: 'table',
        rank: 0,
        noun: 'stacks',
        columns: [{ title: '' }, { title: 'Stack' }, { title: 'Result' }, { title: 'Time', align: 'right' }],
        rows: sorted(parts).map((part) => ({
            rank: ROW_RANKS[order(part)] ?? 6,
            cells: [
                [symbol(part)],
                [{ code: subjectName(part) }],
                part.headline,
                [stable === true ? '' : (0,report_words/* secondsText */.Hd)(part.seconds)],
            ],
        })),
    };
}
function symbol(part) {
    if (part.verdict.kind !== 'ok')
        return '❌';
    return part.status === 'ok' ? '✅' : '📝';
}
function folds(parts) {
    const shown = sorted(parts).filter((part) => order(part) < QUIET || part.findings.length > 0);
    return shown.map((part) => ({
        kind: 'fold',
        rank: order(part) < 2 ? 1 : 2,
        // What is lost or failed is seen without a click.
        open: order(part) < 2 || shown.length === 1,
        noun: 'details',
        summary: [`${symbol(part)} `, { code: subjectName(part) }, ' ', ...part.headline],
        sections: part.sections,
    }));
}
function footerOf(parts, { stable }) {
    const [first] = parts;
    if (first === undefined)
        return [];
    const tools = [...new Set(parts.map(({ facts }) => toolName(facts)).filter((name) => name !== ''))];
    const digest = parts.length === 1 ? first.facts['plan-digest'] : undefined;
    const pieces = [
        ...(first.run.sha === '' ? [] : [['commit ', { code: first.run.sha.slice(0, 12) }]]),
        ...(tools.length === 0 ? [] : [[tools.join(', ')]]),
        ...(digest === undefined ? [] : [['plan ', { code: digest.slice(0, 12) }]]),
        ...(stable === true ? [] : [[(0,report_words/* secondsText */.Hd)(parts.reduce((sum, part) => Math.max(sum, part.seconds), 0))]]),
        ...(stable === true || first.run.url === undefined ? [] : [[{ link: ['job log'], href: first.run.url }]]),
    ];
    return pieces.flatMap((piece, index) => (index === 0 ? piece : [' · ', ...piece]));
}
function toolName(facts) {
    const { tool, version } = facts;
    if (tool === undefined)
        return '';
    return `${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${version === undefined ? '' : ` ${version}`}`;
}

;// CONCATENATED MODULE: ./src/report/plain.ts




/** The report as short text for a log or a terminal: no colours, no line that the runner would take as a command. */
function toPlain(document, options = {}) {
    const max = options.lines ?? 200;
    const title = [document.title, plainInlines(document.verdict)].filter((part) => part !== '').join(': ');
    const all = [
        `${toneSymbols[document.tone]} ${visibleLine(title)}`,
        ...document.sections.flatMap((section) => sectionLines(section, options.details === true)),
        ...(document.footer.length === 0 ? [] : [visibleLine(plainInlines(document.footer))]),
    ];
    const shown = all.length <= max ? all : [...all.slice(0, max - 1), `\u2026 ${all.length - max + 1} more lines`];
    return logSafe(shown.join('\n'));
}
const indented = (lines) => lines.map((line) => (line === '' ? '' : `  ${line}`));
function sectionLines(section, details) {
    switch (section.kind) {
        case 'heading':
            return ['', visibleLine(plainInlines(section.text))];
        case 'text': {
            const tone = section.tone === undefined ? '' : `${section.tone.toUpperCase()}: `;
            return [`${tone}${visibleLine(plainInlines(section.text))}`];
        }
        case 'list':
            return section.items.map((item) => `- ${visibleLine(plainInlines(item))}`);
        case 'table':
            return tableLines(section);
        case 'attribute-diff':
            return indented(attributeLines(section));
        case 'line-diff':
            return indented(lineDiffLines(section.lines));
        case 'code':
            return indented(section.text.replace(/\n$/, '').split('\n'));
        case 'fold': {
            const summary = `${section.open || details ? '\u25be' : '\u25b8'} ${visibleLine(plainInlines(section.summary))}`;
            if (!section.open && !details)
                return [summary];
            return [summary, ...indented(section.sections.flatMap((child) => sectionLines(child, details)))];
        }
    }
}
/** A column wider than this does not push the next ones to the right. */
const WIDEST = 60;
function tableLines(table) {
    const rows = table.rows.map(({ cells }) => cells.map((cell) => visibleLine(plainInlines(cell))));
    const widths = table.columns.map((_, column) => rows.reduce((width, row) => Math.max(width, Math.min(WIDEST, row[column]?.length ?? 0)), 0));
    return rows.map((row) => {
        const cells = row.map((cell, column) => table.columns[column]?.align === 'right'
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0));
        return `  ${cells.join('  ')}`.trimEnd();
    });
}

// EXTERNAL MODULE: ./src/report/redact-document.ts
var redact_document = __webpack_require__(7907);
;// CONCATENATED MODULE: ./src/report/summary.ts

/**
 * The runner refuses a step summary above 1,024 KiB and then shows none of it; what is left below it is for the line
 * ends and remarks that others add in the same step.
 */
const SUMMARY_BYTES = 1_000_000;
/** The report for GITHUB_STEP_SUMMARY, in at most `bytes` of UTF-8. */
function jobSummary(document, options = {}, bytes = SUMMARY_BYTES) {
    return toMarkdown(document, {
        ...options,
        limit: bytes,
        lengthOf: (text) => Buffer.byteLength(text, 'utf8'),
    });
}

;// CONCATENATED MODULE: ./src/pipeline/publish.ts









/** What GitHub takes, in UTF-16 units. */
const GITHUB_LIMIT = 65_536;
const COMMENT_LIMIT = GITHUB_LIMIT - MARKER_LENGTH;
/** Renders a report. Throws when a finished text still holds a secret: then nothing of it may be written. */
function render(request) {
    const { redactor, parts, title, notes = [] } = request;
    const documentFor = (stable) => (0,redact_document/* redactDocument */.rR)(documentOf(parts, { title, notes, stable }), redactor, parts);
    const document = documentFor(false);
    const fullReport = { text: 'the job summary', href: request.runUrl };
    return {
        markdown: (0,redact_document/* publishable */.g$)(toMarkdown(document, { limit: COMMENT_LIMIT, fullReport }).text, redactor),
        stable: toMarkdown(documentFor(true), { limit: COMMENT_LIMIT }).text,
        summary: (0,redact_document/* publishable */.g$)(jobSummary(document).text, redactor),
        plain: (0,redact_document/* publishable */.g$)(toPlain(document), redactor),
    };
}
/** Writes the comment where there is a pull request and the token may write; says why where not. */
async function publish(request, github) {
    if (request.comment === 'off')
        return { notices: [] };
    const { run } = request;
    try {
        const client = await github();
        const number = run.pull?.number ?? (await publish_pullOf(run, client));
        if (number === undefined) {
            return { notices: ['There is no open pull request for this commit: the plan is in the job summary.'] };
        }
        // Asked anew: the event tells of the head at its own time, and a late run must know that it is late.
        const [{ head }, comments] = await Promise.all([client.getPull(number), client.listComments(number)]);
        const comment = await publishComment({
            number,
            key: request.key,
            body: request.markdown,
            stable: request.stable,
            mode: request.comment,
            run: { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha },
            headSha: head.sha,
            comments,
            limit: GITHUB_LIMIT,
        }, client);
        return { comment, notices: noticesOf(comment) };
    }
    catch (thrown) {
        // Nobody can grant a fork's run, or Dependabot's, what its token lacks: the plan itself was made and judged.
        const whose = run.pull?.fork === true ? 'a fork' : run.actor === 'dependabot[bot]' ? 'Dependabot' : undefined;
        if (whose !== undefined && isGitHubFault(thrown, 'permission')) {
            return {
                notices: [
                    `This pull request comes from ${whose}, whose token may not comment: the plan is in the job summary.`,
                ],
            };
        }
        const help = thrown instanceof errors/* UserError */.yo && thrown.help !== undefined ? ` ${thrown.help}` : '';
        return { notices: [], failure: `the comment could not be written: ${(0,errors/* errorMessage */.gJ)(thrown)}${help}` };
    }
}
/** On a push, the open pull request whose head is this commit; a merge queue's commit has none. */
async function publish_pullOf(run, github) {
    if (run.event === 'merge_group' || run.event === 'schedule' || run.sha === '')
        return undefined;
    const pulls = await github.pullsForCommit(run.sha);
    return pulls.find((pull) => pull.state === 'open' && pull.head.sha === run.sha && !pull.fromFork)?.number;
}
function noticesOf(comment) {
    return comment.outcome === 'superseded'
        ? ['A newer run has already written this comment: it was left as it is.', ...comment.warnings]
        : [...comment.warnings];
}

// EXTERNAL MODULE: ./src/terraform/causes.ts
var causes = __webpack_require__(7878);
;// CONCATENATED MODULE: ./src/pipeline/gate.ts


/**
 * Decides between red and green. Only `ok` is green; what could not be told is not. A fork's run has no credentials:
 * what failed for lack of them is a matter of policy, red unless the repository's owner said `notice`; what is wrong
 * with its code all the same is red in any case.
 */
function gate(parts, options) {
    const excused = [];
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
    const red = shown.filter((part) => part.verdict.kind !== 'ok' && !excused.includes(part));
    return {
        parts: shown,
        ...(red.length === 0
            ? {}
            : {
                failure: red.length === 1
                    ? reasonOf(red[0])
                    : `${(0,report_words/* countOf */.pq)(red.length, 'stack')} failed: ${red.map((part) => part.subject.name).join(', ')}`,
            }),
        notices: excused.map((part) => `${part.subject.name} was not planned: a fork's pull request has no credentials (fork-policy: notice).`),
    };
}
const lacksCredentials = (part) => part.verdict.kind === 'failed' && part.verdict.cause === 'auth';
/** What is as wrong on a fork as anywhere: every error that is not one of missing credentials. */
const codeFault = (part) => part.findings.find(({ severity, rule, message, help = '' }) => severity === 'error' && (rule !== 'terraform/diagnostic' || !(0,causes/* isAuthError */.H)(`${message} ${help}`)));
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

;// CONCATENATED MODULE: ./src/report/annotations.ts

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
/** A finding in the words and the shape of an annotation: subject and rule in the title, help under the message. */
function annotationOf(finding) {
    const { location, help } = finding;
    const message = visible(help === undefined || help === '' ? finding.message : `${finding.message}\n\n${help}`);
    return {
        severity: finding.severity,
        // An annotation without a message is refused by the runner.
        message: shortened(message, MESSAGE_LENGTH) || finding.rule,
        at: {
            title: shortened(visibleLine([finding.subject, finding.rule].filter((word) => word !== '').join(': ')), TITLE_LENGTH),
            ...(location === undefined ? {} : placeOf(location)),
        },
    };
}
/** Lines only where they make sense; columns only within one line, as the checks API wants it. */
function placeOf(location) {
    const file = visibleLine(location.file);
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

;// CONCATENATED MODULE: ./src/report/part-file.ts
function partsFile(parts) {
    return { version: 1, parts };
}

;// CONCATENATED MODULE: ./src/actions/plan-result.ts











/** Publishes what came of planning, writes the files, and says whether the step is red. */
async function planResult(request, context) {
    const { planned, folder } = request;
    const { redactor, parts } = planned;
    context.hide((text) => redactor.redact(text));
    const verdict = gate(parts, { fork: context.run.pull?.fork === true, forkPolicy: request.forkPolicy });
    const rendered = render({ ...request, parts: verdict.parts, redactor, runUrl: (0,core_event/* runUrl */.V)(context.run) });
    // Every text passes the last check before the first of them leaves.
    const write = async (name, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(path, content, { mode: 0o600 });
        return path;
    };
    const report = (0,redact_document/* publishableJson */.KJ)(partsFile(verdict.parts), redactor);
    const markdownFile = await write('comment.md', rendered.markdown);
    const reportFile = await write('part.json', report);
    const { run, log } = context;
    await log.group(request.title, () => {
        log.info(rendered.plain);
        return Promise.resolve();
    });
    const published = await publish({ ...rendered, run, key: request.key, comment: request.comment }, lazyGitHub(request.token, context));
    for (const notice of [...published.notices, ...verdict.notices])
        log.notice(redactor.redact(notice));
    const picked = pickAnnotations(verdict.parts.flatMap((part) => part.findings));
    if (picked.leftOut > 0) {
        log.info(`${picked.leftOut} more findings are in the summary: the runner shows ten annotations of a level`);
    }
    const failure = verdict.failure ?? published.failure;
    return {
        outputs: {
            ...request.outputs,
            changed: changed(planned),
            'exit-code': exitCode(parts, failure),
            ...commentOutputs(published),
            'markdown-file': markdownFile,
            'report-file': reportFile,
        },
        annotations: picked.shown
            .map(annotationOf)
            .map((item) => ({ ...item, message: redactor.redact(item.message) })),
        summary: rendered.summary,
        ...(failure === undefined ? {} : { failure: redactor.redact(failure) }),
    };
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
    return { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha, url: job ?? (0,core_event/* runUrl */.V)(run) };
}
/** Sums of the counts, as outputs. */
function countOutputs(planned, names) {
    const sums = totals(planned.parts);
    return Object.fromEntries(names.map((name) => [name, String(sums[name] ?? 0)]));
}
function commentOutputs({ comment }) {
    return comment === undefined ? {} : { 'comment-id': String(comment.id), 'comment-url': comment.url };
}
/** Made when it is first needed: a run that writes no comment does not load the client. */
function lazyGitHub(token, { run, log, clock }) {
    let made;
    return () => (made ??= makeGitHub({ token, repository: run.repository, apiUrl: run.apiUrl, log, clock }));
}


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

/***/ 896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ literalString),
  J: () => (/* binding */ scanHcl)
});

;// CONCATENATED MODULE: ./src/hcl/skip.ts
/**
 * Where the lexical elements of HCL end. Positions are UTF-16 indexes. Every function makes progress and none
 * throws: an element that is not closed ends where the text ends.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (comments, templates, heredocs).
 */
/** After white space (line ends too, when `overLines`) and comments. */
function skipBlank(text, from, overLines) {
    let at = from;
    while (at < text.length) {
        const char = text[at];
        if (char === '#' || (char === '/' && text[at + 1] === '/'))
            at = lineEnd(text, at);
        else if (char === '/' && text[at + 1] === '*')
            at = after(text, '*/', at + 2);
        else if (char === ' ' || char === '\t' || char === '\r' || char === '\uFEFF')
            at += 1;
        else if (char === '\n' && overLines)
            at += 1;
        else
            return at;
    }
    return at;
}
/** Templates in templates beyond this are taken to run to the end of the text: nobody writes them, and stacks are finite. */
const MAX_NESTING = 100;
/** After the quoted template that starts at `from`; `${…}` and `%{…}` inside may hold quotes of their own. */
function skipString(text, from, nesting = 0) {
    if (nesting > MAX_NESTING)
        return text.length;
    let at = from + 1;
    while (at < text.length) {
        const char = text[at];
        if (char === '\\')
            at += 2;
        else if (char === '"')
            return at + 1;
        else if (isTemplate(text, at))
            at = skipBrackets(text, at + 1, nesting + 1);
        else if (char === '\n')
            return at; // a string never spans lines: what follows is not part of it
        else
            at += 1;
    }
    return text.length;
}
/** After the heredoc that starts at `from`, or undefined when there is none. */
function skipHeredoc(text, from) {
    const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
    opening.lastIndex = from;
    const found = opening.exec(text);
    if (found === null)
        return undefined;
    const close = new RegExp(`^[ \\t]*${found[2] ?? ''}[ \\t]*\\r?$`, 'gmu');
    close.lastIndex = opening.lastIndex;
    return close.exec(text) === null ? text.length : close.lastIndex;
}
/** After the bracket that closes the one at `from`; brackets, strings, heredocs and comments inside are skipped. */
function skipBrackets(text, from, nesting = 0) {
    let depth = 0;
    let at = from;
    while (at < text.length) {
        const char = text[at];
        if (char === '{' || char === '[' || char === '(')
            depth += 1;
        else if (char === '}' || char === ']' || char === ')') {
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
        at = skipElement(text, at, nesting);
    }
    return text.length;
}
/** After one lexical element of an expression: a string, heredoc or comment as a whole, else one character. */
function skipElement(text, at, nesting = 0) {
    const char = text[at];
    if (char === '"')
        return skipString(text, at, nesting);
    if (char === '<' && text[at + 1] === '<')
        return skipHeredoc(text, at) ?? at + 1;
    if (char === '#' || (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*'))) {
        return Math.max(skipBlank(text, at, false), at + 1);
    }
    return at + 1;
}
/** After the expression that starts at `from`: it ends with its line unless a bracket is open. */
function skipExpression(text, from) {
    let at = from;
    while (at < text.length) {
        const char = text[at];
        if (char === '\n' || char === '}' || char === ']' || char === ')')
            return at;
        if (char === '#' || (char === '/' && text[at + 1] === '/'))
            return at;
        at = char === '{' || char === '[' || char === '(' ? skipBrackets(text, at) : skipElement(text, at);
    }
    return at;
}
function lineEnd(text, from) {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
}
function after(text, mark, from) {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at + mark.length;
}
/** `$${` and `%%{` are escapes, not templates. */
function isTemplate(text, at) {
    const char = text[at];
    return (char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char;
}

;// CONCATENATED MODULE: ./src/hcl/scan.ts

/**
 * Reads the structure of a `.tf` or `.tofu` file: blocks, labels, attributes, expressions as text. It evaluates
 * nothing, throws on nothing and skips what it cannot read (`clean: false`).
 */
function scanHcl(text) {
    return scanBody(text, { from: 0, to: text.length, depth: 0 }, lineCounter(text));
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
function scanBody(text, range, lineOf) {
    const attributes = [];
    const blocks = [];
    let clean = range.depth <= MAX_DEPTH;
    let at = skipBlank(text, range.from, true);
    while (at < range.to && range.depth <= MAX_DEPTH) {
        const line = lineOf(at);
        const head = readHead(text, at);
        if (head?.kind === 'attribute') {
            const end = skipExpression(text, head.at);
            attributes.push({ name: head.name, expression: text.slice(head.at, end).trim(), line });
            at = end;
        }
        else if (head?.kind === 'block') {
            const end = Math.min(skipBrackets(text, head.at), range.to);
            const body = scanBody(text, { from: head.at + 1, to: end - 1, depth: range.depth + 1 }, lineOf);
            if (text[end - 1] !== '}' || !body.clean)
                clean = false;
            blocks.push({ type: head.name, labels: head.labels, line, body });
            at = end;
        }
        else {
            clean = false;
            at = Math.max(lineEnd(text, at), at + 1);
        }
        at = skipBlank(text, at, true);
    }
    return { attributes, blocks, clean };
}
/** `name =` or `type "label" label {`; `at` is where the expression or the brace stands. */
function readHead(text, from) {
    const name = readName(text, from);
    if (name === undefined)
        return undefined;
    let at = skipBlank(text, from + name.length, false);
    if (text[at] === '=' && text[at + 1] !== '=') {
        return { kind: 'attribute', name, at: skipBlank(text, at + 1, false) };
    }
    const labels = [];
    for (;;) {
        if (text[at] === '{')
            return { kind: 'block', name, labels, at };
        const quoted = /"((?:[^"\\\n]|\\.)*)"/y;
        quoted.lastIndex = at;
        const label = quoted.exec(text)?.[1];
        const bare = label === undefined ? readName(text, at) : undefined;
        if (label !== undefined)
            at += label.length + 2;
        else if (bare !== undefined)
            at += bare.length;
        else
            return undefined;
        labels.push(label ?? bare ?? '');
        at = skipBlank(text, at, false);
    }
}
function readName(text, at) {
    const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
    name.lastIndex = at;
    return name.exec(text)?.[0];
}
/** Line numbers from 1, for positions asked in rising order. */
function lineCounter(text) {
    let line = 1;
    let seen = 0;
    return (at) => {
        for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
            line += 1;
            seen = next + 1;
        }
        return line;
    };
}


/***/ }),

/***/ 4498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ logProgress)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

/** Progress for a job's log: a line per phase and stack. Addresses stay out of it: nothing is redacted yet. */
function logProgress(log, stacks) {
    return ({ name }) => {
        const prefix = stacks === 1 ? '' : `${name}: `;
        let refreshed = 0;
        return {
            phase: (phase) => log.info(`${prefix}${phase}`),
            event({ step }) {
                if (step === 'lock-wait')
                    log.info(`${prefix}waiting for the state lock`);
                if (step === 'refresh-complete') {
                    refreshed += 1;
                    if (refreshed % 100 === 0)
                        log.info(`${prefix}${refreshed} resources refreshed`);
                }
            },
            done: (part) => log.info(`${prefix}${part.status} in ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(part.seconds)}`),
        };
    };
}


/***/ }),

/***/ 3645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ planStacks)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var redact = __webpack_require__(8257);
// EXTERNAL MODULE: ./src/report/redact-document.ts
var redact_document = __webpack_require__(7907);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/terraform/diagnostic-finding.ts



/** The diagnostic with every secret hidden: before it goes anywhere, its fingerprint included. */
function redactDiagnostic(d, redactor) {
    return {
        ...d,
        summary: redactor.redact(d.summary),
        detail: redactor.redact(d.detail),
        ...(d.address === undefined ? {} : { address: redactor.redact(d.address) }),
    };
}
/**
 * A redacted diagnostic as a finding. `stackPath` is the stack's directory relative to the repository's root (`` or
 * `.` for the root itself), which diagnostics are relative to. A place that is not a file of the repository (downloaded
 * modules, `<value for var.x>`) is named in the help, but is no location.
 */
function diagnosticFinding(d, stackPath, subject, rule = 'terraform/diagnostic') {
    const location = locationOf(d, stackPath);
    const place = location === undefined && d.file !== undefined ? outsidePlace(d) : undefined;
    const about = d.address ?? d.context;
    const help = [about === undefined ? '' : `In ${about}.`, place ?? '', d.detail]
        .filter((s) => s !== '')
        .join('\n');
    return {
        rule,
        severity: d.severity,
        message: (0,terraform_diagnostics/* oneLine */.TN)(d.summary),
        ...(help === '' ? {} : { help }),
        subject,
        ...(location === undefined ? {} : { location }),
        fingerprint: fingerprint([
            rule,
            subject,
            d.severity,
            d.summary,
            about ?? '',
            d.file ?? '',
            steady(d.detail),
        ]),
    };
}
/** SHA-256 over parts that stay as they are when lines move. */
function fingerprint(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/** `file` of the repository, or undefined. Windows separators are taken too. */
function repositoryFile(file, stackPath) {
    const path = file.replaceAll('\\', '/');
    if (path === '' || path.startsWith('<') || path.startsWith('/') || /^[a-zA-Z]:\//.test(path))
        return undefined;
    if (path.split('/').includes('.terraform'))
        return undefined;
    const resolved = external_node_path_.posix.normalize(external_node_path_.posix.join(stackPath === '' ? '.' : stackPath, path));
    return resolved === '..' || resolved.startsWith('../') || resolved.startsWith('/') ? undefined : resolved;
}
function locationOf(d, stackPath) {
    const file = d.file === undefined ? undefined : repositoryFile(d.file, stackPath);
    if (file === undefined)
        return undefined;
    return {
        file,
        ...(d.line === undefined ? {} : { line: d.line }),
        ...(d.column === undefined ? {} : { column: d.column }),
        ...(d.endLine === undefined ? {} : { endLine: d.endLine }),
        ...(d.endColumn === undefined ? {} : { endColumn: d.endColumn }),
    };
}
function outsidePlace(d) {
    const path = (d.file ?? '').replaceAll('\\', '/');
    // With TF_DATA_DIR elsewhere the folder has another name, but modules are always in `modules/`.
    const module = /(?:^|\/)modules\/([^/]+)\//.exec(path);
    const line = d.line === undefined ? '' : `, line ${d.line}`;
    if (path.startsWith('<'))
        return `At ${path}.`;
    if (module === null)
        return `In ${external_node_path_.posix.basename(path)}${line}, outside of the repository.`;
    const within = path.slice(module.index + module[0].length);
    return `In the downloaded module ${module[1] ?? ''} (${within}${line}).`;
}
/** The detail without what differs from run to run: numbers, ids, times. */
function steady(detail) {
    return (0,terraform_diagnostics/* oneLine */.TN)(detail)
        .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '#')
        .replace(/\b(?=[0-9A-Za-z+/=]*\d)[0-9A-Za-z+/=]{12,}/g, '#')
        .replace(/\d+/g, '#');
}

;// CONCATENATED MODULE: ./src/terraform/fmt-diff.ts
/**
 * Reads what `fmt -list=true -diff` prints: each file's name, then its unified diff. Hunks are followed by their line
 * counts, so that no line of a file is mistaken for a file's name or a header.
 */
function parseFmtOutput(stdout) {
    const files = new Map();
    let current;
    let line = 0;
    let oldLeft = 0;
    let newLeft = 0;
    const note = () => {
        if (current !== undefined && files.get(current) === undefined)
            files.set(current, line);
    };
    for (const text of stdout.split(/\r?\n/)) {
        if (oldLeft > 0 || newLeft > 0) {
            if (text.startsWith('\\'))
                continue; // "\ No newline at end of file"
            if (text.startsWith('-')) {
                note();
                oldLeft -= 1;
                line += 1;
            }
            else if (text.startsWith('+')) {
                note();
                newLeft -= 1;
            }
            else {
                oldLeft -= 1;
                newLeft -= 1;
                line += 1;
            }
            continue;
        }
        const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text);
        if (hunk !== null) {
            line = Number(hunk[1]);
            oldLeft = Number(hunk[2] ?? 1);
            newLeft = Number(hunk[3] ?? 1);
        }
        else if (text !== '' && !text.startsWith('\\') && !/^(--- old\/|\+\+\+ new\/)/.test(text)) {
            current = text;
            if (!files.has(current))
                files.set(current, undefined);
        }
    }
    return [...files].map(([file, at]) => (at === undefined ? { file } : { file, line: at }));
}

// EXTERNAL MODULE: ./src/terraform/causes.ts
var causes = __webpack_require__(7878);
;// CONCATENATED MODULE: ./src/terraform/diagnostics-text.ts

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
    return (0,terraform_diagnostics/* clean */.uH)({
        severity: first[1] === 'Warning' ? 'warning' : 'error',
        summary: (0,terraform_diagnostics/* oneLine */.TN)(summary),
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
        return { kind: 'progress', progress: progressOf(step, raw) };
    if (type === 'change_summary')
        return { kind: 'summary', changed: hasCounts(raw['changes']) };
    if (type === 'outputs')
        return { kind: 'summary', changed: hasOutputs(raw['outputs']) };
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
;// CONCATENATED MODULE: ./src/terraform/stack-run.ts


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
        throw new errors/* UserError */.yo(faults.join('; '), { help: 'Correct the inputs named above.', where: 'inputs' });
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
        names = await (0,promises_.readdir)(directory);
    }
    catch (thrown) {
        const code = (0,errors/* errorCode */.CA)(thrown);
        const why = code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is not a directory' : 'cannot be read';
        throw new errors/* UserError */.yo(`the working directory ${why}`, {
            where: directory,
            help: 'Check working-directory; it is relative to the root of the repository.',
            cause: thrown,
        });
    }
    if (!names.some((name) => /\.(tf|tofu)(\.json)?$/.test(name))) {
        throw new errors/* UserError */.yo('the working directory holds no .tf files', {
            where: directory,
            help: 'Point working-directory to a root module.',
        });
    }
}

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
            if (isInterrupt(stripAnsi(line)))
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
        env: toolEnv(stack, options.workspace),
        keepBytes: options.keepBytes ?? maxText,
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
        ...(document === undefined || document === false ? { onStdoutLine } : {}),
        ...(typeof document === 'object' ? { stdoutFile: document.file } : {}),
    });
    const fromText = [...parseTextDiagnostics(result.stderr), ...parseTextDiagnostics(text.value())];
    const diagnostics = (0,terraform_diagnostics/* distinctDiagnostics */.$e)([...events, ...fromText]);
    if (seen.left > 0)
        diagnostics.push(notShown(seen.left));
    return {
        phase,
        tool: stack.binary.tool,
        result,
        diagnostics,
        interrupted: seen.interrupted || isInterrupt(stripAnsi(result.stderr)),
        argsFrom: Object.keys(stack.env).filter((name) => addsArguments(name, stack.env[name], phase)),
        noise: stripAnsi(result.stderr.trim() === '' ? text.value() : result.stderr).trim(),
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

;// CONCATENATED MODULE: ./src/terraform/transient.ts


/** Said while talking to a registry, a provider mirror, a module source or a release download. */
const registryTalk = /Failed to (query available|resolve) provider packages|Failed to install provider|Error accessing remote module registry|Failed to (request|retrieve) discovery document|Could not download module|Failed to download module|error downloading/i;
const registryRules = [
    {
        pattern: /\b(429 Too Many Requests|50[0234] (Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out))/i,
        source: 'registry_client.go and package_install.go of both tools print the HTTP status line of the last answer',
    },
    {
        pattern: /unsuccessful status (429|50[0234])|bad response code: (429|50[0234])|returned error: (429|50[0234])/,
        source: 'http_mirror_source.go, go-getter (get_http.go) and git, in their words for the same statuses',
    },
    {
        pattern: /Client\.Timeout exceeded|context deadline exceeded|TLS handshake timeout|i\/o timeout|Connection timed out/i,
        source: 'Go net/http; hashicorp/terraform issues 26532, 30167, 30528 and 34261: gone on the next run',
    },
    {
        pattern: /connection reset by peer|unexpected EOF|: EOF\b|http2: server sent GOAWAY|broken pipe|early EOF|incorrect response size/,
        source: 'Go net, git and package_install.go: the connection broke during the transfer',
    },
    {
        pattern: /server misbehaving|Temporary failure in name resolution/,
        source: 'Go net (dnsclient): SERVFAIL and EAI_AGAIN, which resolvers give while they are overloaded',
    },
    {
        // For any other name "no such host" is a typing error; these exist for sure.
        pattern: /(lookup|resolve host:?) (registry\.terraform\.io|registry\.opentofu\.org|releases\.hashicorp\.com|app\.terraform\.io|github\.com|codeload\.github\.com|objects\.githubusercontent\.com|release-assets\.githubusercontent\.com)\b/,
        source: 'Go net and git: the resolver of the machine is not up yet',
    },
];
/** Never tried again, whatever else the message says: the next answer is the same. */
const lastingRules = /(incorrect|expected) checksum|checksum list has|doesn't match|does not have a provider named|no available releases match|requires authentication|rejected the given authentication|invalid credentials|\b40[134] (Unauthorized|Forbidden|Not Found)|x509|does not offer|does not support|response (includes invalid|has incorrect)|(authentication|checking) signature/i;
const lockRules = [
    {
        pattern: /ConditionalRequestConflict/,
        source: 'Amazon S3 API: 409 of conditional writes that ran at the same time, "retry the request"',
    },
    {
        pattern: /ProvisionedThroughputExceeded|ThrottlingException|RequestLimitExceeded|SlowDown\b|TransactionConflict/,
        source: 'Amazon DynamoDB and S3 API: listed as to be retried by the client',
    },
];
/** True when every error is a talk with a registry or download that is known to work on the next try. */
function isTransientRegistry(diagnostics) {
    return every(diagnostics, (message) => {
        if (!registryTalk.test(message))
            return false;
        return !lastingRules.test(message) && registryRules.some(({ pattern }) => pattern.test(message));
    });
}
/**
 * True when the lock could not be taken for a reason that passes at once. Waiting for another holder is not one of
 * them: `-lock-timeout` does that, inside the tool.
 */
function isTransientLock(diagnostics) {
    return every(diagnostics, (message, diagnostic) => {
        if (!terraform_lock/* lockSummary */.q.test(message))
            return false;
        if (lockRules.some(({ pattern }) => pattern.test(message)))
            return true;
        // The holder let go between the refusal and the question who it is. statemgr.LockWithContext of both tools gives
        // up at once when the lock has no id, without waiting for -lock-timeout.
        const refused = /ConditionalCheckFailed|PreconditionFailed|conditionNotMet/.test(message);
        return refused && (0,terraform_lock/* findLockInfo */.b)([diagnostic])?.id === undefined;
    });
}
function every(diagnostics, holds) {
    const errors = (0,terraform_diagnostics/* errorsOf */.Bp)(diagnostics);
    return errors.length > 0 && errors.every((d) => holds((0,terraform_diagnostics/* diagnosticText */.JE)(d), d));
}
/** Waits before the 2nd, 3rd and 4th try, in milliseconds. */
const backoff = [2_000, 8_000, 20_000];

;// CONCATENATED MODULE: ./src/terraform/init.ts




/**
 * Runs `init`, and again where a registry or a download failed in a way that is known to pass. A `.terraform` left
 * from another backend configuration (a cached one) is set up anew with `-reconfigure`: that forgets what was
 * remembered of the old backend and leaves every state where it is. Throws `UserError` for inputs it does not take.
 */
async function initStack(stack, ports, options) {
    checkStackRun(stack);
    await checkStackDirectory(stack.directory);
    const wanted = options.backend ? wantedWorkspace(stack) : undefined;
    let extra = [];
    let workspace;
    let seconds = 0;
    let retries = 0;
    for (;;) {
        const run = await runTool(stack, 'init', [...initArgs(stack, options), ...extra], ports, {
            ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
            ...(workspace === undefined ? {} : { workspace }),
        });
        seconds += run.result.seconds;
        if (succeeded(run))
            return { kind: 'ok', seconds, retries, diagnostics: run.diagnostics };
        const failure = { ...failureOf(run), seconds, retries };
        if (failure.cause === 'cancelled' || failure.cause === 'timeout')
            return failure;
        const says = (pattern) => failure.diagnostics.some((d) => pattern.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)));
        const wait = backoff[retries];
        if (options.backend && extra.length === 0 && says(/Backend (configuration|type) changed/)) {
            extra = ['-reconfigure'];
            ports.log?.info('the backend configuration has changed: setting it up anew');
        }
        else if (wanted !== undefined && workspace === undefined && says(noDefaultWorkspace)) {
            // `cloud` with tags and `remote` with a prefix have no workspace "default" that init could start from.
            workspace = wanted;
        }
        else if (wait !== undefined && isTransientRegistry(failure.diagnostics)) {
            retries += 1;
            ports.log?.info(`a registry or download did not answer: try ${retries + 1} in ${wait / 1000} s`);
            await ports.clock.sleep(wait);
        }
        else {
            return failure;
        }
    }
}
const noDefaultWorkspace = /Currently selected workspace "default" does not exist|No existing workspaces/;
function initArgs(stack, { backend }) {
    return [
        'init',
        '-input=false',
        '-no-color',
        ...(hasJsonInit(stack.binary) ? ['-json'] : []),
        ...(backend
            ? [
                `-lock-timeout=${stack.lockTimeout}`,
                ...stack.backendConfig.map((value) => `-backend-config=${value}`),
            ]
            : ['-backend=false']),
        ...stack.initArgs,
    ];
}
/** `init -json` came with Terraform 1.9 and OpenTofu 1.8. */
function hasJsonInit({ tool, version }) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 1 || (major === 1 && minor >= (tool === 'terraform' ? 9 : 8));
}

;// CONCATENATED MODULE: ./src/terraform/checks.ts








/**
 * `fmt -check` on the stack's own files, without those of its modules. Exit code 3 says that files differ, 2 that it
 * could not be told; a directory with no configuration is a `UserError`.
 */
async function fmtFindings(stack, ports, options) {
    await checkStackDirectory(stack.directory);
    let fmt = await runFmt(stack, ports, options, ['-diff']);
    // Both tools call the program `diff`; where it is missing the lines are not known, but the files are.
    if (fmt.diagnostics.some((d) => /Failed to generate diff/.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)))) {
        fmt = await runFmt(stack, ports, options, []);
    }
    const { code, seconds } = fmt.result;
    if (!succeeded(fmt, [0, 3]))
        return failureOf(fmt);
    const files = parseFmtOutput(fmt.result.stdout);
    if (code === 3 && files.length === 0)
        return failureOf(fmt, nothingNamed);
    return { kind: 'checked', findings: files.map((found) => fmtFinding(found, stack, options)), seconds };
}
const nothingNamed = {
    severity: 'error',
    summary: 'fmt says that files are not formatted, but names none',
    detail: '',
};
async function runFmt(stack, ports, { timeoutMs }, args) {
    return await runTool(stack, 'fmt', ['fmt', '-check', '-list=true', '-no-color', ...args], ports, {
        document: true,
        keepBytes: maxOutput,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
}
function fmtFinding({ file, line }, stack, { stackPath, subject }) {
    const path = repositoryFile(file, stackPath);
    const rule = 'terraform/fmt';
    return {
        rule,
        severity: 'warning',
        message: `${file} is not formatted`,
        help: `Run \`${stack.binary.tool} fmt\` in the directory of the stack.`,
        subject,
        ...(path === undefined ? {} : { location: { file: path, ...(line === undefined ? {} : { line }) } }),
        fingerprint: fingerprint([rule, subject, file]),
    };
}
/**
 * `validate` without credentials: `init -backend=false` in a data directory of its own, then `validate -json`. With no
 * `dataDir` the stack must be initialised already. The lock file of the stack is put back as it was.
 */
async function validateFindings(stack, ports, options) {
    await checkStackDirectory(stack.directory);
    const { dataDir, redactor, stackPath, subject } = options;
    const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
    const findingsOf = (diagnostics) => diagnostics.map((d) => diagnosticFinding(redactDiagnostic(d, redactor), stackPath, subject, 'terraform/validate'));
    let used = stack;
    let seconds = 0;
    if (dataDir !== undefined) {
        used = { ...stack, dataDir };
        const init = await keepLockFile(stack.directory, () => initStack(used, ports, { backend: false, ...timeout }));
        seconds = init.seconds;
        if (init.kind === 'failed') {
            // Faults in the code are found by init already; anything else leaves the question open.
            const inCode = init.cause === 'config' && (0,terraform_diagnostics/* errorsOf */.Bp)(init.diagnostics).every(({ file }) => file !== undefined);
            return inCode ? { kind: 'checked', findings: findingsOf(init.diagnostics), seconds } : init;
        }
    }
    const validate = await runTool(used, 'validate', ['validate', '-json', '-no-color'], ports, {
        document: true,
        keepBytes: maxOutput,
        ...timeout,
    });
    seconds += validate.result.seconds;
    const output = (0,terraform_diagnostics/* parseValidateOutput */.$Q)(validate.result.stdout);
    if (output === undefined || !succeeded(validate, [0, 1]))
        return { ...failureOf(validate, noAnswer), seconds };
    const errors = (0,terraform_diagnostics/* errorsOf */.Bp)(output.diagnostics).length;
    if (output.valid !== (validate.result.code === 0) || output.valid !== (errors === 0)) {
        return { ...failureOf(validate, contradicts), seconds };
    }
    // The tool asks for an init in words of an error in the code.
    if (output.diagnostics.some((d) => notInitialised.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)))) {
        return { ...failureOf({ ...validate, diagnostics: output.diagnostics }), cause: 'init', seconds };
    }
    return { kind: 'checked', findings: findingsOf(output.diagnostics), seconds };
}
/** Bytes of `fmt` and `validate` output that are read. */
const maxOutput = 16 * 1024 * 1024;
const notInitialised = /Module not installed|Missing required provider|Required plugins are not installed|Inconsistent dependency lock file/;
const noAnswer = {
    severity: 'error',
    summary: 'validate gave no answer that can be read',
    detail: '',
};
const contradicts = {
    severity: 'error',
    summary: 'validate contradicts itself: exit code, `valid` and its errors do not agree',
    detail: '',
};
/** Runs `body`; `.terraform.lock.hcl` is afterwards what it was, or gone if it was not there. */
async function keepLockFile(directory, body) {
    const path = (0,external_node_path_.join)(directory, '.terraform.lock.hcl');
    const before = await (0,promises_.readFile)(path).catch(() => undefined);
    try {
        return await body();
    }
    finally {
        const after = await (0,promises_.readFile)(path).catch(() => undefined);
        if (before === undefined)
            await (0,promises_.rm)(path, { force: true });
        else if (after === undefined || !after.equals(before))
            await (0,promises_.writeFile)(path, before);
    }
}

;// CONCATENATED MODULE: ./src/terraform/plan.ts





/** Plans an initialised stack. Throws `UserError` for inputs it does not take. */
async function planStack(stack, ports, options) {
    checkStackRun(stack);
    const { planFile } = options;
    let seconds = 0;
    for (let tries = 0;; tries += 1) {
        await prepare(planFile);
        let changed = false;
        const onEvent = (event) => {
            if (event.kind === 'summary' && event.changed)
                changed = true;
            if (event.kind !== 'progress')
                return;
            if (event.progress.step === 'planned')
                changed = true;
            options.onProgress?.(event.progress);
        };
        const run = await runTool(stack, 'plan', planArgs(stack, planFile), ports, {
            onEvent,
            ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
            ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
        });
        seconds += run.result.seconds;
        const written = await isWritten(planFile);
        if (succeeded(run, [0, 2]) && written) {
            changed ||= run.result.code === 2;
            return { kind: 'planned', changed, diagnostics: run.diagnostics, planFile, seconds };
        }
        const failure = failureOf(run, written || !succeeded(run, [0, 2]) ? undefined : noPlanFile);
        const wait = backoff[tries];
        if (failure.cause !== 'lock' || wait === undefined || !isTransientLock(failure.diagnostics)) {
            if (!written)
                await (0,promises_.rm)(planFile, { force: true });
            return { ...failure, seconds, partialPlan: written };
        }
        ports.log?.info(`the state lock could not be asked for: try ${tries + 2} in ${wait / 1000} s`);
        await ports.clock.sleep(wait);
    }
}
const noPlanFile = {
    severity: 'error',
    summary: 'the plan ended without an error, but wrote no plan file',
    detail: 'Is the program found a wrapper, or does TF_CLI_ARGS_plan change what it does?',
};
function planArgs(stack, planFile) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-no-color',
        '-detailed-exitcode',
        `-lock-timeout=${stack.lockTimeout}`,
        ...stack.varFiles.map((file) => `-var-file=${file}`),
        ...stack.planArgs,
        `-out=${planFile}`,
    ];
}
/** An empty file of the right mode: both tools open it to write and keep its mode. */
async function prepare(planFile) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(planFile), { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(planFile, { force: true });
    await (0,promises_.writeFile)(planFile, '', { mode: 0o600, flag: 'wx' });
}
async function isWritten(planFile) {
    const found = await (0,promises_.stat)(planFile).catch(() => undefined);
    if (found === undefined || found.size === 0)
        return false;
    await (0,promises_.chmod)(planFile, 0o600);
    return true;
}

// EXTERNAL MODULE: ./src/terraform/plan/exact-number.ts
var exact_number = __webpack_require__(1027);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
;// CONCATENATED MODULE: ./src/terraform/plan/not-a-plan.ts

const showFile = 'Save the plan with `-out FILE` and give that file, or the output of `show -json FILE`.';
const stateOutput = {
    what: 'the JSON of a state',
    help: `Name the plan file: \`terraform show -json FILE\`. ${showFile}`,
};
const eventStream = { what: 'the log of `plan -json`', help: showFile };
/** JSON that other commands write. */
function recogniseJson(value) {
    const has = (...keys) => keys.every((key) => Object.hasOwn(value, key));
    if (has('resource_changes') && has('plan_format_version')) {
        return {
            what: 'the redacted plan of an HCP Terraform run',
            help: 'Give the output of `terraform show -json FILE`.',
        };
    }
    if (has('planned_values') || has('resource_changes') || has('output_changes'))
        return undefined;
    if (has('@level') || has('@message'))
        return eventStream;
    if (has('valid', 'error_count') || has('valid', 'diagnostics'))
        return { what: 'the output of `validate -json`', help: showFile };
    if (has('values'))
        return stateOutput;
    if (has('version', 'lineage') || has('version', 'serial') || has('serial', 'lineage'))
        return { ...stateOutput, what: 'a state file' };
    if (has('provider_schemas'))
        return { what: 'the output of `providers schema -json`', help: showFile };
    if (has('terraform_version', 'provider_selections'))
        return { what: 'the output of `version -json`', help: showFile };
    const parts = Object.values(value);
    if (parts.length > 0 && parts.every((part) => (0,json/* isObject */.Gv)(part) && 'sensitive' in part && 'value' in part)) {
        return { what: 'the output of `output -json`', help: showFile };
    }
    return undefined;
}
/** Text that is no JSON as a whole. */
function recogniseText(text) {
    const start = text.slice(0, 4096).trimStart();
    if (start.startsWith('PK\u0003\u0004')) {
        return { what: 'a saved plan (binary)', help: 'It must be read by `terraform show -json FILE` first.' };
    }
    // Every other byte of it is zero.
    if (/^(?:[^\0]\0){2}|^(?:\0[^\0]){2}/.test(start)) {
        return {
            what: 'text in UTF-16',
            help: 'Write the file as UTF-8: PowerShell before version 7 does not by itself.',
        };
    }
    if (start.startsWith('[command]')) {
        return {
            what: 'output of the setup-terraform wrapper around JSON',
            help: 'Set `terraform_wrapper: false` on hashicorp/setup-terraform.',
        };
    }
    if (/^\{\s*"@(?:level|message|module|timestamp)"/.test(start))
        return eventStream;
    if (isManyDocuments(text)) {
        return { what: 'several JSON documents, one a line', help: 'Give one plan at a time.' };
    }
    if (/^(?:Terraform|OpenTofu) (?:used|will|planned|has)|^No changes\b|^\S+: Refreshing state|^Note: Objects/m.test(start)) {
        return { what: 'the plan as text for people', help: showFile };
    }
    return undefined;
}
/** As of `terragrunt run --all`: the first line and the second are objects of their own. */
function isManyDocuments(text) {
    const [first = '', second = ''] = text.trim().split('\n', 2);
    return isObjectText(first) && second.trimStart().startsWith('{');
}
function isObjectText(line) {
    try {
        return (0,json/* isObject */.Gv)(JSON.parse(line));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/terraform/plan/parse.ts




const help = 'Give a plan saved with `terraform plan -out FILE`, or the output of `terraform show -json FILE`.';
/** Majors of the format this reads: 0 was written up to Terraform 1.0, 1 by all since, and by OpenTofu. */
const knownMajors = new Set(['0', '1']);
/**
 * Reads the JSON of a plan. Keys it does not know are ignored, an unknown minor version is accepted, as the format asks
 * of its readers. Throws a `UserError` for anything that is not one whole plan; no message quotes what the text holds.
 */
function parsePlanJson(text) {
    const trimmed = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const value = parseJson(trimmed);
    if (!(0,json/* isObject */.Gv)(value)) {
        throw notAPlan(Array.isArray(value) ? 'a JSON array' : 'a single JSON value', help);
    }
    const other = recogniseJson(value);
    if (other !== undefined)
        throw notAPlan(other.what, other.help);
    checkVersion(value.format_version);
    const wrong = wrongShape(value);
    if (wrong !== undefined) {
        throw new errors/* UserError */.yo(`The plan JSON is damaged: ${wrong}.`, { help: 'Make the plan JSON again.' });
    }
    if (!saysAnything(value)) {
        throw notAPlan('an empty state (`terraform show -json` without a plan file)', help);
    }
    return value;
}
function notAPlan(what, advice) {
    return new errors/* UserError */.yo(`This is not the JSON of a plan: it is ${what}.`, { help: advice });
}
function parseJson(text) {
    if (text.trim() === '') {
        throw new errors/* UserError */.yo('The plan JSON is empty.', {
            help: `The command that should have written it has most likely failed. ${help}`,
        });
    }
    try {
        // A reviver costs several times the parsing itself, so only where there is a number that needs it.
        return ((0,exact_number/* hasLongNumber */.oF)(text) ? JSON.parse(text, exact_number/* keepDigits */.Ic) : JSON.parse(text));
    }
    catch (thrown) {
        // The engine's message quotes the text, which may hold secrets: it is neither shown nor kept as the cause.
        const other = recogniseText(text);
        if (other !== undefined)
            throw notAPlan(other.what, other.help);
        if (isCutOff(text, thrown)) {
            throw new errors/* UserError */.yo(`The plan JSON is cut off after ${text.length} characters.`, {
                help: 'Writing it was interrupted, or the disk was full. Make it again.',
            });
        }
        throw new errors/* UserError */.yo(`This is not JSON${position(thrown)}.`, { help });
    }
}
function isCutOff(text, thrown) {
    const body = text.trimEnd();
    if (!body.trimStart().startsWith('{'))
        return false;
    if (!body.endsWith('}'))
        return true;
    if (!(thrown instanceof SyntaxError))
        return false;
    const place = /at position (\d+)/.exec(thrown.message)?.[1];
    return place === undefined ? thrown.message.includes('end of JSON input') : Number(place) >= body.length;
}
function position(thrown) {
    const found = thrown instanceof SyntaxError ? /\(line (\d+) column (\d+)\)/.exec(thrown.message) : null;
    return found === null ? '' : ` (line ${found[1] ?? ''}, column ${found[2] ?? ''})`;
}
function checkVersion(version) {
    if (version === undefined || version === null) {
        throw new errors/* UserError */.yo('This JSON has no `format_version`, so it is not the JSON of a plan.', { help });
    }
    if (typeof version !== 'string' || !/^\d{1,4}(\.\d{1,4}){0,2}$/.test(version)) {
        throw new errors/* UserError */.yo('The `format_version` of this JSON is not a version.', { help });
    }
    if (knownMajors.has(version.split('.')[0] ?? ''))
        return;
    throw new errors/* UserError */.yo(`The plan JSON has format ${version}; this version reads formats 0.x and 1.x.`, {
        help: 'Update this action, or make the plan with a tool version that writes format 1.',
    });
}
const lists = [
    'resource_changes',
    'resource_drift',
    'deferred_changes',
    'checks',
    'action_invocations',
];
/** The parts that are read must be of the kind they should be: what cannot be read must not pass as "no changes". */
function wrongShape(value) {
    for (const key of lists) {
        const part = value[key];
        if (part !== undefined && part !== null && !Array.isArray(part))
            return `\`${key}\` is not a list`;
    }
    const outputs = value['output_changes'];
    if (outputs !== undefined && outputs !== null && !(0,json/* isObject */.Gv)(outputs))
        return '`output_changes` is not an object';
    return undefined;
}
/** A plan with nothing to do still has its planned values; an empty state has nothing but the format. */
function saysAnything(value) {
    return ['planned_values', 'resource_changes', 'output_changes', 'deferred_changes'].some((key) => Object.hasOwn(value, key));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/terraform/plan-input.ts
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



/** Bytes that are looked at. `format_version` is in the first ones, unless somebody has sorted the keys. */
const head = 256 * 1024;
/** Says what a file given as a plan is, or throws a `UserError` that says what it seems to be instead. */
async function classifyPlanFile(path) {
    const bytes = await readHead(path);
    const refuse = (seems, help) => new errors/* UserError */.yo(`plan-file ${seems}`, { where: path, help });
    const showJson = 'Give the file of `plan -out=FILE`, or the output of `show -json FILE`.';
    if (bytes.length === 0)
        throw refuse('is empty', showJson);
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
        // plans/planfile/writer.go of both tools: a zip whose first member is `tfplan`.
        const nameLength = bytes.length < 30 ? 0 : bytes.readUInt16LE(26);
        if (bytes.toString('latin1', 30, 30 + nameLength) === 'tfplan')
            return { kind: 'saved-plan', encrypted: false };
        throw refuse('is a zip archive, but no saved plan', 'Unpack it first: downloaded artifacts come as a zip.');
    }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        throw refuse('is compressed with gzip', 'Unpack it first.');
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw refuse('is UTF-16 text', 'PowerShell’s `>` writes it: use `| Out-File -Encoding utf8NoBOM`, or bash.');
    }
    const text = bytes.toString('utf8');
    if (!/^\uFEFF?\s*\{/.test(text)) {
        const other = recogniseText(text);
        throw refuse(other === undefined ? 'is neither a saved plan nor JSON' : `is ${other.what}`, other?.help ?? showJson);
    }
    return classifyJson(text, refuse, showJson);
}
/** Some of the keys that only plan JSON has, whichever stand first: the tools' order is not that of sorted keys. */
const planKeys = [
    'planned_values',
    'resource_changes',
    'output_changes',
    'applyable',
    'configuration',
    'variables',
];
function classifyJson(text, refuse, showJson) {
    const keys = topLevelKeys(text);
    // The JSON of a state has checks too, next to its values.
    if (planKeys.some((key) => keys.has(key)) || (keys.has('checks') && !keys.has('values')))
        return { kind: 'plan-json' };
    if (keys.has('remote_plan_format')) {
        return { kind: 'cloud-plan', hostname: /"hostname"\s*:\s*"([\w.:-]+)"/.exec(text)?.[1] };
    }
    // OpenTofu encrypts states too; those keep their lineage in clear.
    if (keys.has('encrypted_data') && !keys.has('lineage'))
        return { kind: 'saved-plan', encrypted: true };
    const other = recogniseJson(Object.fromEntries([...keys].map((key) => [key, null])));
    throw refuse(other === undefined ? 'is JSON, but no plan' : `is ${other.what}`, other?.help ?? showJson);
}
/** Keys of the outermost object, as far as the text goes: it may be cut off. */
function topLevelKeys(text) {
    const keys = new Set();
    let depth = 0;
    let mayBeKey = false;
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (character === '"') {
            const start = index + 1;
            for (index = start; index < text.length && text[index] !== '"'; index++)
                if (text[index] === '\\')
                    index++;
            if (mayBeKey && depth === 1)
                keys.add(text.slice(start, index));
            mayBeKey = false;
        }
        else if (character === '{' || character === '[') {
            depth++;
            mayBeKey = depth === 1;
        }
        else if (character === '}' || character === ']')
            depth--;
        else if (character === ',')
            mayBeKey = depth === 1;
    }
    return keys;
}
async function readHead(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'r'), true);
            const buffer = Buffer.alloc(head);
            const { bytesRead } = await file.read(buffer, 0, head, 0);
            return buffer.subarray(0, bytesRead);
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
    catch (thrown) {
        const code = (0,errors/* errorCode */.CA)(thrown);
        const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory' : 'cannot be read';
        throw new errors/* UserError */.yo(`plan-file ${why}`, {
            where: path,
            help: 'Check the path; it is relative to the working directory.',
            cause: thrown,
        });
    }
}

;// CONCATENATED MODULE: ./src/terraform/show.ts
var show_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var show_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/**
 * Turns a saved plan into plan JSON, in a file of mode 0600: it holds every secret of the stack in clear. The stack
 * must be initialised (the tool asks the providers for their schemas). Throws `UserError` when `planFile` is not a
 * saved plan; nothing is left at `jsonFile` on failure.
 */
async function showPlan(stack, planFile, jsonFile, ports, options = {}) {
    const kind = await classifyPlanFile(planFile);
    if (kind.kind === 'plan-json')
        throw new TypeError('plan JSON needs no show');
    await (0,promises_.rm)(jsonFile, { force: true });
    const run = await runTool(stack, 'show', ['show', '-json', '-no-color', planFile], ports, {
        ...options,
        document: { file: jsonFile },
    });
    const complete = succeeded(run) && (await dropNoise(jsonFile)) && (await isWholeObject(jsonFile));
    if (complete)
        return { kind: 'shown', jsonFile, seconds: run.result.seconds };
    await (0,promises_.rm)(jsonFile, { force: true });
    const failure = failureOf(run, succeeded(run) ? truncated : undefined);
    if (failure.cause === 'cancelled' || failure.cause === 'timeout')
        return failure;
    const said = failure.diagnostics.map(terraform_diagnostics/* diagnosticText */.JE).join('\n');
    const other = /created by (?:OpenTofu or Terraform|OpenTofu|Terraform) (\S+?), but this is (\S+?)[;,]/.exec(said);
    if (other !== null) {
        return {
            ...failure,
            cause: 'config',
            help: `The plan was made by version ${other[1] ?? ''}, this is ${stack.binary.tool} ${other[2] ?? ''}: set \`tool\` and \`tool-version\` to what made it, or give the output of \`show -json\`.`,
        };
    }
    if (kind.kind === 'cloud-plan') {
        return {
            ...failure,
            cause: failure.cause === 'bug' ? 'init' : failure.cause,
            help: 'This saved plan only names a run in HCP Terraform: run in a stack that is initialised with its `cloud` block, and with a token for it.',
        };
    }
    return failure;
}
const truncated = {
    severity: 'error',
    summary: 'the plan was shown, but what came is not a whole JSON document',
    detail: '',
};
/** Bytes in which the document must begin. */
const noiseLimit = 64 * 1024;
/**
 * Removes what stands before the document: OpenTofu writes warnings about its CLI configuration to stdout, before the
 * JSON. False when no document begins.
 */
async function dropNoise(path) {
    const start = await documentStart(path);
    if (start <= 0)
        return start === 0;
    const clean = `${path}.clean`;
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { start }), (0,external_node_fs_.createWriteStream)(clean, { mode: 0o600, flags: 'wx' }));
        await (0,promises_.rename)(clean, path);
    }
    catch (thrown) {
        await (0,promises_.rm)(clean, { force: true });
        throw thrown;
    }
    return true;
}
/** Where the first line that begins with `{` does; -1 when there is none. */
async function documentStart(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = show_addDisposableResource(env_1, await (0,promises_.open)(path, 'r'), true);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(noiseLimit), 0, noiseLimit, 0);
        const head = buffer.toString('latin1', 0, bytesRead);
        return head.startsWith('{') ? 0 : head.indexOf('\n{') + 1 || -1;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = show_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A cheap look at both ends; the reader of the plan parses it all. */
async function isWholeObject(path) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const file = show_addDisposableResource(env_2, await (0,promises_.open)(path, 'r'), true);
            const { size } = await file.stat();
            const first = Buffer.alloc(1);
            const last = Buffer.alloc(Math.min(16, size));
            await file.read(first, 0, 1, 0);
            await file.read(last, 0, last.length, size - last.length);
            return first.toString('latin1') === '{' && last.toString('latin1').trimEnd().endsWith('}');
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = show_disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/terraform/workspace.ts




/**
 * Makes sure that the workspace asked for exists, by its exact name; needs a stack that is initialised with its
 * backend. Nothing is selected in `.terraform`: runs get the name by TF_WORKSPACE, so that runs of several workspaces
 * do not disturb each other. TF_WORKSPACE alone is a trap: with a name that does not exist, local and object-store
 * backends plan a new, empty workspace, where everything is to be created. None is ever created here.
 */
async function selectWorkspace(stack, ports, options = {}) {
    const workspace = wantedWorkspace(stack);
    if (workspace === undefined)
        return { kind: 'selected' };
    const run = await runTool(stack, 'workspace', ['workspace', 'list'], ports, { ...options, document: true });
    if (!succeeded(run)) {
        const failure = failureOf(run);
        const unsupported = failure.diagnostics.some((d) => /workspaces not supported/.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)));
        if (!unsupported)
            return failure;
        // All that there is on such a backend, and what it is called in plans.
        if (workspace === 'default')
            return { kind: 'selected' };
        return {
            ...failure,
            cause: 'config',
            help: 'This backend has no workspaces: leave `workspace` (and TF_WORKSPACE) empty.',
        };
    }
    const names = parseWorkspaces(run.result.stdout);
    if (names.includes(workspace))
        return { kind: 'selected', workspace };
    return {
        kind: 'failed',
        phase: 'workspace',
        cause: 'config',
        help: 'Correct the `workspace` input, or create the workspace first: none is created here.',
        diagnostics: [
            {
                severity: 'error',
                summary: `workspace "${workspace}" does not exist`,
                detail: names.length === 0 ? 'The backend has none.' : `Workspaces that exist: ${names.join(', ')}.`,
            },
        ],
        seconds: run.result.seconds,
    };
}
/** Names of `workspace list`: two characters (a star before the current one), then the name, which has no spaces. */
function parseWorkspaces(stdout) {
    return stripAnsi(stdout)
        .split(/\r?\n/)
        .flatMap((line) => /^(?:\* | {2})(\S+)\s*$/.exec(line)?.[1] ?? []);
}

;// CONCATENATED MODULE: ./src/terraform/plan-stack.ts










/**
 * init → workspace → plan → show, and the checks. A plan that succeeded has validated the code already, so `validate`
 * runs only where there is no plan: it needs no credentials and still finds what is wrong with the code.
 */
async function makeStackPlan(request, ports) {
    const { stack, run, checks, folder } = request;
    const started = ports.clock.now();
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor };
    const fmt = checks.includes('fmt') ? await fmtFindings(run, ports, options) : undefined;
    const planned = await initAndPlan(request, ports);
    const broken = planned.failure?.cause === 'config';
    const findings = fmt === undefined ? [] : findingsOf(fmt, 'terraform/fmt', request, broken);
    const stopped = planned.failure?.cause === 'cancelled';
    if (planned.failure !== undefined && !broken && !stopped && checks.includes('validate')) {
        request.onPhase?.('checks');
        const dataDir = (0,external_node_path_.join)(folder, 'validate-data');
        const validated = await validateFindings(run, ports, { ...options, dataDir });
        const told = validated.kind === 'failed' && validated.cause === planned.failure.cause;
        findings.push(...findingsOf(validated, 'terraform/validate', request, told));
    }
    return { stack, run, findings, ...planned, seconds: (ports.clock.now() - started) / 1000 };
}
/** Both checks, for a plan that was made elsewhere. */
async function findingsOfChecks(request, ports) {
    const { run, stack, checks, folder } = request;
    const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor };
    const found = [];
    if (checks.includes('fmt'))
        found.push(...findingsOf(await fmtFindings(run, ports, options), 'terraform/fmt', request, false));
    if (checks.includes('validate')) {
        const validated = await validateFindings(run, ports, {
            ...options,
            dataDir: (0,external_node_path_.join)(folder, 'validate-data'),
        });
        found.push(...findingsOf(validated, 'terraform/validate', request, false));
    }
    return found;
}
/** A check that could not be made is an error of its own, unless the plan has already failed for the same reason. */
function findingsOf(result, rule, request, told) {
    if (result.kind === 'checked')
        return [...result.findings];
    if (told)
        return [];
    return (0,terraform_diagnostics/* errorsOf */.Bp)(result.diagnostics).map((diagnostic) => diagnosticFinding(redactDiagnostic(diagnostic, request.redactor), request.stack.path, request.stack.name, rule));
}
async function initAndPlan(request, ports) {
    const { run, folder, onPhase, onProgress } = request;
    const serially = request.serially ?? ((body) => body());
    onPhase?.('init');
    const init = await serially(() => initStack(run, ports, { backend: true }));
    if (init.kind === 'failed')
        return failed(init);
    const selected = await selectWorkspace(run, ports);
    if (selected.kind === 'failed')
        return failed(selected, init.diagnostics);
    onPhase?.('plan');
    const planFile = (0,external_node_path_.join)(folder, 'plan.tfplan');
    const planned = await planStack(run, ports, {
        planFile,
        ...(selected.workspace === undefined ? {} : { workspace: selected.workspace }),
        ...(onProgress === undefined ? {} : { onProgress }),
    });
    const before = init.diagnostics;
    // After a signal nothing more may be started: what terraform said last must reach the report.
    const cancelled = planned.kind === 'failed' && planned.cause === 'cancelled';
    if (cancelled || (planned.kind === 'failed' && !planned.partialPlan))
        return failed(planned, before);
    onPhase?.('show');
    const shown = await readPlan(run, planFile, folder, ports);
    if (planned.kind === 'failed') {
        // The partial plan is worth a look, and tells which values are secret; it is never handed on.
        return {
            ...failed(planned, before),
            ...(shown.raw === undefined ? {} : { raw: { ...shown.raw, errored: true } }),
        };
    }
    const diagnostics = [...before, ...planned.diagnostics];
    if (shown.failure !== undefined)
        return { ...shown, diagnostics: [...diagnostics, ...shown.diagnostics] };
    const targeted = planned.diagnostics.some(({ summary }) => summary === targetedSummary);
    const raw = shown.raw === undefined
        ? {}
        : { raw: { ...whatRunTold(planned.changed), ...shown.raw, ...(targeted ? { complete: false } : {}) } };
    return { ...shown, ...raw, diagnostics, planFile };
}
/** For the JSON of Terraform 1.5, which has neither, and of OpenTofu, which has no `applyable`. */
function whatRunTold(changed) {
    return { errored: false, ...(changed ? { applyable: true } : {}) };
}
/** Terraform before 1.8 and OpenTofu do not say in the JSON (`complete`) that a plan has targets; all warn of it. */
const targetedSummary = 'Resource targeting is in effect';
/** Reads a saved plan through `show -json`; its JSON goes to a private file, never to the log. */
async function readPlan(run, planFile, folder, ports) {
    const jsonFile = (0,external_node_path_.join)(folder, 'plan.json');
    const shown = await showPlan(run, planFile, jsonFile, ports);
    if (shown.kind === 'failed')
        return failed(shown);
    return { raw: parsePlanJson(await (0,promises_.readFile)(shown.jsonFile, 'utf8')), diagnostics: [] };
}
function failed(failure, before = []) {
    return { failure, diagnostics: [...before, ...failure.diagnostics] };
}

;// CONCATENATED MODULE: ./src/terraform/given-plan.ts




/** A plan that somebody else made: a saved plan is shown by the tool that made it, plan JSON is taken as it is. */
async function givenPlan(stack, planFile, options, ports) {
    const started = ports.clock.now();
    const seconds = () => (ports.clock.now() - started) / 1000;
    const kind = await classifyPlanFile(planFile);
    if (kind.kind === 'plan-json' && options.checks.length === 0) {
        const raw = parsePlanJson(await (0,promises_.readFile)(planFile, 'utf8'));
        return { stack, raw, diagnostics: [], findings: [], seconds: seconds() };
    }
    const run = await options.run();
    await (0,promises_.mkdir)(options.folder, { recursive: true, mode: 0o700 });
    const request = { stack, run, checks: options.checks, folder: options.folder, redactor: options.early };
    const findings = await findingsOfChecks(request, ports);
    if (kind.kind === 'plan-json') {
        const raw = parsePlanJson(await (0,promises_.readFile)(planFile, 'utf8'));
        return { stack, run, raw, diagnostics: [], findings, seconds: seconds() };
    }
    const shown = await readPlan(run, planFile, options.folder, ports);
    return { stack, run, findings, ...shown, seconds: seconds() };
}

// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/terraform/tool-arguments.ts
var tool_arguments = __webpack_require__(5705);
;// CONCATENATED MODULE: ./src/terraform/known-secrets.ts




/**
 * What is secret before there is a plan, and stays the only knowledge when there will be none: the environment's
 * credentials, and the values given to variables that are declared sensitive.
 */
async function knownSecrets(stacks, source) {
    const ofStacks = await Promise.all(stacks.map(({ path }) => stackSecrets((0,external_node_path_.join)(source.root, path), source)));
    const regions = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'GOOGLE_REGION', 'ARM_LOCATION'];
    return {
        secrets: [...new Set([...(0,variable_secrets/* envSecrets */.vn)(source.env), ...ofStacks.flat()])],
        publicNames: [
            ...stacks.flatMap(({ name, path, workspace }) => [
                name,
                path,
                ...(workspace === undefined ? [] : [workspace]),
            ]),
            ...regions.flatMap((name) => source.env[name] ?? []),
        ],
    };
}
/** Values of sensitive variables, from the files and variables that Terraform reads by itself and from `var-files`. */
async function stackSecrets(directory, { env, varFiles, planArgs }) {
    const entries = await (0,promises_.readdir)(directory).catch(() => []); // a missing folder is told by the run itself
    const texts = await readAll(directory, entries.filter((name) => /\.(tf|tofu)(\.json)?$/.test(name)));
    const names = [...new Set(texts.flatMap(({ text }) => (0,variable_secrets/* declaredSensitive */.xY)(text)))];
    if (names.length === 0)
        return [];
    const automatic = entries.filter((name) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name));
    const files = await readAll(directory, [...automatic, ...varFiles, ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var-file')]);
    // Outside of a file a string stands without quotes; lists and maps are expressions as in a file.
    const outside = (name, value) => [
        value,
        ...(/^\s*["[{]/.test(value) ? (0,variable_secrets/* tfvarsValues */.V7)(`${name} = ${value}`, names) : []),
    ];
    return [
        ...names.flatMap((name) => {
            const value = env[`TF_VAR_${name}`];
            return value === undefined ? [] : outside(name, value);
        }),
        ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var').flatMap((pair) => {
            const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
            return names.includes(name) ? outside(name, value) : [];
        }),
        ...files.flatMap(({ text }) => (0,variable_secrets/* tfvarsValues */.V7)(text, names)),
    ];
}
async function readAll(directory, names) {
    return Promise.all(names.map(async (name) => {
        const path = name.startsWith('/') ? name : (0,external_node_path_.join)(directory, name);
        return { name, text: await (0,promises_.readFile)(path, 'utf8').catch(() => '') };
    }));
}

;// CONCATENATED MODULE: ./src/terraform/plan/checks.ts

/** Checks and conditions, one result for each object that has them. A status that is not known is `unknown`, never `pass`. */
function checkResults(raw, redactor) {
    if (!Array.isArray(raw))
        return [];
    return raw.map((entry) => {
        const check = (0,json/* isObject */.Gv)(entry) ? entry : {};
        const address = redactor.redact(displayOf(check.address) ?? '(no address)');
        const instances = Array.isArray(check.instances) ? check.instances : [];
        return {
            address,
            kind: redactor.redact(textAt(check.address, 'kind') ?? 'check'),
            status: statusOf(check.status),
            failing: instances.flatMap((instance) => failingInstance(instance, address, redactor) ?? []),
        };
    });
}
/**
 * True when the tool ends a plan with an error for it: a condition of a resource, output or variable that does not
 * hold, and whatever cannot be evaluated. A `check` block that does not hold only warns.
 */
function stopsPlan({ kind, status }) {
    return status === 'error' || (status === 'fail' && kind !== 'check');
}
function failingInstance(instance, address, redactor) {
    if (!(0,json/* isObject */.Gv)(instance))
        return undefined;
    const problems = (Array.isArray(instance.problems) ? instance.problems : []).flatMap((problem) => {
        const message = textAt(problem, 'message');
        return message === undefined ? [] : [redactor.redact(message)];
    });
    const fails = instance.status === 'fail' || instance.status === 'error' || problems.length > 0;
    const where = displayOf(instance.address);
    return fails ? { address: where === undefined ? address : redactor.redact(where), problems } : undefined;
}
function displayOf(address) {
    return textAt(address, 'to_display');
}
function textAt(value, key) {
    const text = (0,json/* isObject */.Gv)(value) ? value[key] : undefined;
    return typeof text === 'string' && text !== '' ? text : undefined;
}
function statusOf(status) {
    return status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown';
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends Diff {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

;// CONCATENATED MODULE: ./src/terraform/plan/differences.ts
/** So many characters in a row that are equal are no accident. */
const differences_anchor = 16;
/** How far the other side of a difference is looked for, in characters. */
const reach = 600;
/** More differences than this become one with all that is between them. */
const most = 12;
/**
 * The stretches in which two long texts differ, first to last; together they cover all that is not equal. Not the
 * shortest ones there could be, but found in time that grows with the length alone.
 */
function differences(before, after) {
    const shorter = Math.min(before.length, after.length);
    let tail = 0;
    while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const found = [];
    let [left, right] = [0, 0];
    for (;;) {
        while (left < before.length && right < after.length && before[left] === after[right]) {
            left++;
            right++;
        }
        const [leftEnd, rightEnd] = ends(before, after, left, right, tail);
        if (left >= leftEnd && right >= rightEnd)
            return found;
        const next = found.length + 1 < most ? meeting(before, after, left, right) : undefined;
        if (next === undefined) {
            found.push({ before: [left, leftEnd], after: [right, rightEnd] });
            return found;
        }
        found.push({ before: [left, next[0]], after: [right, next[1]] });
        [left, right] = next;
    }
}
/** Where the equal end begins, not before where we are: `aa` and `aaa` have their beginning and end in common. */
function ends(before, after, left, right, tail) {
    const equal = Math.max(0, Math.min(tail, before.length - left, after.length - right));
    return [before.length - equal, after.length - equal];
}
/** The next place at which both texts go on alike. */
function meeting(before, after, left, right) {
    const window = after.slice(right, right + reach);
    for (let step = 0; step < reach && left + step + differences_anchor <= before.length; step++) {
        const at = window.indexOf(before.slice(left + step, left + step + differences_anchor));
        if (at >= 0)
            return [left + step, right + at];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/hcl-text.ts

/** Text in HCL syntax: literals and reference paths. */
/** Longest text of one value on one line, in characters; what is longer is cut in the middle. */
const longestText = 500;
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
// Almost all texts and names are of these: cheaper to test than the full rules.
const plainText = /^[ !#&-[\]-~]*$/;
const plainIdentifier = /^[A-Za-z_][\w-]*$/;
const escapes = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '${': '$${',
    '%{': '%%{',
};
/**
 * A quoted string: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * Control characters and lone surrogates come as `\uXXXX`.
 */
function hclString(text) {
    if (plainText.test(text))
        return `"${text}"`;
    return `"${text.replace(toEscape, (found) => escapes[found] ?? unicodeEscape(found))}"`;
}
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const toEscape = /[\\"\u0000-\u001f\u007f-\u009f]|[$%]\{|\p{Surrogate}/gu;
function unicodeEscape(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** A quoted string; one longer than `longestText` is cut in the middle and says so. */
function hclShortString(text) {
    return cutMiddle(text, hclString);
}
/** One line of a line diff, cut in the same way. */
function shortLine(line) {
    return cutMiddle(line, (part) => part);
}
/**
 * Two texts of which one at least is too long for a line: of both, the stretches that differ are shown, with a little
 * of what is around them, and how much is left out in between.
 */
function shortPair(before, after, quote) {
    if (Math.max(before.length, after.length) <= longestText)
        return [quote(before), quote(after)];
    if (before === after)
        return [cutMiddle(before, quote), cutMiddle(after, quote)];
    const found = differences(before, after);
    return [
        cutAround(before, found.map((difference) => difference.before), quote),
        cutAround(after, found.map((difference) => difference.after), quote),
    ];
}
function cutMiddle(text, quote) {
    if (text.length <= longestText)
        return quote(text);
    const head = text.slice(0, safeCut(text, 300));
    const tail = text.slice(safeCut(text, text.length - 100));
    return `${quote(head)} … ${leftOut(text.length - head.length - tail.length)} … ${quote(tail)}`;
}
function cutAround(text, stretches, quote) {
    const pieces = [];
    let shown = 0;
    for (const [start, end] of windowsOf(text, stretches)) {
        if (start > shown)
            pieces.push(leftOut(start - shown));
        pieces.push(quote(text.slice(start, end)));
        shown = end;
    }
    if (shown < text.length)
        pieces.push(leftOut(text.length - shown));
    return pieces.join(' … ');
}
/** What is shown of a text: 300 characters or more for a stretch, both ends of a long one; those that touch as one. */
function windowsOf(text, stretches) {
    const windows = [];
    for (const [from, to] of stretches.flatMap(bothEnds)) {
        const start = Math.max(0, from - 60);
        const end = safeCut(text, Math.min(text.length, Math.max(start + 300, to + 60)));
        const last = windows.at(-1);
        if (last !== undefined && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            windows.push([safeCut(text, start), end]);
    }
    return windows;
}
function bothEnds([from, to]) {
    return to - from <= longestText
        ? [[from, to]]
        : [
            [from, from + 240],
            [to - 40, to],
        ];
}
function leftOut(count) {
    return `(${count} characters left out)`;
}
/** The index, or the one before it where a cut would part a surrogate pair. */
function safeCut(text, index) {
    const code = text.charCodeAt(index);
    return index > 0 && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
/**
 * A step of a reference. The plan does not tell an attribute from a map key, so `.name` is used wherever it is valid.
 * The first step stands alone.
 */
function hclStep(step, first) {
    if (typeof step === 'number')
        return `[${step}]`;
    if (isIdentifier(step))
        return first ? step : `.${step}`;
    return `[${hclShortString(step)}]`;
}
/** A key in an object literal. */
function hclKey(key) {
    return isIdentifier(key) ? key : hclShortString(key);
}
function isIdentifier(text) {
    return plainIdentifier.test(text) || identifier.test(text);
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-text.ts


/** Unchanged lines shown around a change. */
const context = 3;
/** Texts beyond these sizes are not searched for the shortest diff. */
const mostLines = 5_000;
const mostCharacters = 200_000;
/** Edits the search may go through for one text. Its cost grows with the square of them. */
const mostEdits = 1_000;
function newEffort() {
    return { left: 20_000_000 };
}
/** Every line of both texts, without folding: `-` and ` ` make the first, `+` and ` ` the second. */
function diffLines(before, after, effort) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
        tail++;
    const middle = diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), effort);
    return [
        ...signed(' ', before.slice(0, head)),
        ...middle,
        ...signed(' ', before.slice(before.length - tail)),
    ];
}
function diffMiddle(before, after, effort) {
    const replaced = () => [...signed('-', before), ...signed('+', after)];
    if (before.length === 0 || after.length === 0 || tooBig(before) || tooBig(after))
        return replaced();
    const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, effort.left))));
    const changes = diffArrays(before, after, { maxEditLength });
    if (changes === undefined) {
        effort.left -= maxEditLength * maxEditLength;
        return replaced();
    }
    const edits = changes.reduce((sum, change) => sum + (change.added || change.removed ? change.count : 0), 0);
    effort.left -= edits * edits;
    return changes.flatMap((change) => signed(change.added ? '+' : change.removed ? '-' : ' ', change.value));
}
function tooBig(lines) {
    return lines.length > mostLines || lines.reduce((sum, line) => sum + line.length + 1, 0) > mostCharacters;
}
function signed(sign, lines) {
    return lines.map((text) => ({ sign, text }));
}
function gap(text) {
    return { sign: 'gap', text };
}
/** Folds unchanged lines away from changes (one line alone is not worth it), and shortens very long lines. */
function foldLines(lines) {
    const folded = [];
    let index = 0;
    while (index < lines.length) {
        let end = index;
        const same = lines[index]?.sign === ' ';
        while (end < lines.length && (lines[end]?.sign === ' ') === same)
            end++;
        const run = lines.slice(index, end);
        folded.push(...(same ? foldSame(run, index === 0, end === lines.length) : shortenChanged(run)));
        index = end;
    }
    return folded;
}
function foldSame(run, atStart, atEnd) {
    const shown = run.map((line) => ({ sign: line.sign, text: shortLine(line.text) }));
    const keepStart = atStart ? 0 : context;
    const keepEnd = atEnd ? 0 : context;
    const hidden = shown.length - keepStart - keepEnd;
    if (hidden < 2)
        return shown;
    return [
        ...shown.slice(0, keepStart),
        gap(`${hidden} unchanged lines`),
        ...shown.slice(shown.length - keepEnd),
    ];
}
/** Long lines that replace each other are cut where they differ. */
function shortenChanged(run) {
    const removed = run.filter((line) => line.sign === '-').map((line) => line.text);
    const added = run.filter((line) => line.sign === '+').map((line) => line.text);
    let nextRemoved = 0;
    let nextAdded = 0;
    return run.map((line) => {
        if (line.sign === '-') {
            const partner = added[nextRemoved++];
            return {
                sign: '-',
                text: partner === undefined ? shortLine(line.text) : shortPair(line.text, partner, asIs)[0],
            };
        }
        const partner = removed[nextAdded++];
        return {
            sign: line.sign,
            text: partner === undefined ? shortLine(line.text) : shortPair(partner, line.text, asIs)[1],
        };
    });
}
function asIs(text) {
    return text;
}

;// CONCATENATED MODULE: ./src/terraform/plan/actions.ts
/**
 * The actions of the plan format. Tools that have no name of their own for an action write the name of their constant
 * (OpenTofu 1.12: `["Open"]`, Terraform before it named them: `["CreateThenForget"]`), so case does not count.
 */
const known = {
    'no-op': 'no-op',
    noop: 'no-op',
    create: 'create',
    read: 'read',
    update: 'update',
    delete: 'delete',
    'delete,create': 'delete-create',
    deletethencreate: 'delete-create',
    'create,delete': 'create-delete',
    createthendelete: 'create-delete',
    forget: 'forget',
    'create,forget': 'create-forget',
    createthenforget: 'create-forget',
    'forget,create': 'create-forget',
    forgetthencreate: 'create-forget',
    open: 'open',
    close: 'open',
    renew: 'open',
    'open,close': 'open',
    'open,renew,close': 'open',
};
/**
 * What a list of actions means as a whole. Anything not known, missing or odd is `unknown`, which is shown as a change:
 * a new action of a newer tool must not read as "no changes".
 */
function resourceAction(actions) {
    if (!Array.isArray(actions) || actions.length === 0)
        return 'unknown';
    if (!actions.every((action) => typeof action === 'string'))
        return 'unknown';
    const name = actions.join(',').toLowerCase();
    return Object.hasOwn(known, name) ? (known[name] ?? 'unknown') : 'unknown';
}

// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
;// CONCATENATED MODULE: ./src/terraform/plan/json-text.ts



/** The object or array a string holds as JSON, if it does. Numbers keep their digits (`keepDigits`). */
function parseEmbedded(text) {
    if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text))
        return undefined;
    try {
        const value = (/[\d.]{16}|\d[eE]/.test(text) ? JSON.parse(text, exact_number/* keepDigits */.Ic) : JSON.parse(text));
        return (0,json/* isContainer */.u_)(value) ? value : undefined;
    }
    catch {
        return undefined; // not JSON: shown as text
    }
}
/** True when the text of `value` has a key more than once in one object: all but the last of its values are lost. */
function repeatsKeys(text, value) {
    let written = 0;
    for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g))
        if (colon !== undefined)
            written++;
    let read = 0;
    const waiting = [value];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (!(0,json/* isContainer */.u_)(next))
            continue;
        const children = Object.values(next);
        if (!(0,json/* isArray */.cy)(next))
            read += children.length;
        for (const child of children)
            if ((0,json/* isContainer */.u_)(child))
                waiting.push(child);
    }
    return written > read;
}
/**
 * A value pretty-printed with two spaces, redacted. Keys come in the order of `like` where it has them, so that a
 * change of order alone makes no difference between the two sides.
 */
function jsonLines(value, like, printer) {
    const { redactor, hidden } = printer;
    const lines = [];
    print(value, like, { indent: '', label: '', end: '', name: '', covered: false, depth: 0 });
    return lines;
    function print(item, model, at) {
        if (!(0,json/* isContainer */.u_)(item) || at.covered) {
            lines.push(at.indent + at.label + leaf(item, at.covered || (0,secret_names/* hidesName */.vv)(redactor, at.name)) + at.end);
            return;
        }
        const keys = (0,json/* isArray */.cy)(item) ? undefined : orderedKeys(item, model);
        const [open, close] = (0,json/* isArray */.cy)(item) ? ['[', ']'] : ['{', '}'];
        const length = (0,json/* isArray */.cy)(item) ? item.length : (keys?.length ?? 0);
        if (length === 0 || at.depth >= json/* maxDepth */.Mw) {
            if (length > 0)
                hidden.push((0,json/* canonicalText */.A4)(item));
            lines.push(`${at.indent}${at.label}${open}${length === 0 ? '' : '…'}${close}${at.end}`);
            return;
        }
        lines.push(at.indent + at.label + open);
        for (let index = 0; index < length; index++) {
            const key = keys?.[index];
            const place = { indent: `${at.indent}  `, end: index < length - 1 ? ',' : '', depth: at.depth + 1 };
            if (key === undefined) {
                const child = (0,json/* isArray */.cy)(item) ? item[index] : undefined;
                print(child, (0,json/* isArray */.cy)(model) ? model[index] : undefined, {
                    ...place,
                    label: '',
                    name: at.name,
                    covered: false,
                });
            }
            else {
                const label = `${JSON.stringify(redactor.redact(key))}: `;
                const covered = (0,secret_names/* hiddenBySibling */.A_)(redactor, item, key);
                print((0,json/* own */.ZV)(item, key), (0,json/* own */.ZV)(model, key), { ...place, label, name: key, covered });
            }
        }
        lines.push(at.indent + close + at.end);
    }
    function leaf(item, hide) {
        if (item === null || item === undefined)
            return 'null';
        if (hide) {
            hidden.push((0,json/* canonicalText */.A4)(item));
            return secret_names/* placeholder */.qf;
        }
        const exact = (0,exact_number/* exactDigits */.mn)(item);
        if (typeof item === 'string' && exact === undefined)
            return JSON.stringify(printer.inner(item));
        if (typeof item === 'boolean')
            return String(item);
        const digits = exact ?? (0,json/* canonicalText */.A4)(item);
        const shown = safeDigits(digits, redactor);
        if (shown !== digits)
            hidden.push(digits);
        return shown;
    }
}
/** Numbers may be secrets too, but very short ones are in everything. */
function safeDigits(digits, redactor) {
    return digits.length < 6 ? digits : redactor.redact(digits);
}
function orderedKeys(value, like) {
    const keys = Object.keys(value);
    if (!(0,json/* isObject */.Gv)(like))
        return keys;
    const first = Object.keys(like).filter((key) => Object.hasOwn(value, key));
    return [...first, ...keys.filter((key) => !Object.hasOwn(like, key))];
}

;// CONCATENATED MODULE: ./src/terraform/plan/place.ts


function childPlace(parent, step, siblings) {
    const name = typeof step === 'string' ? step : (parent?.name ?? '');
    return { parent, step, name, depth: (parent?.depth ?? 0) + 1, siblings };
}
/** Hidden by the name beside it, or by the name beside one of the values it is in. */
function isCovered(place, redactor) {
    for (let at = place; at !== undefined; at = at.parent) {
        if (at.siblings === undefined || typeof at.step !== 'string')
            continue;
        const key = at.step;
        if (at.siblings.some((object) => (0,secret_names/* hiddenBySibling */.A_)(redactor, object, key)))
            return true;
    }
    return false;
}
/** Hidden by its own name, or as above. */
function isHiddenPlace(place, redactor) {
    return place !== undefined && ((0,secret_names/* hidesName */.vv)(redactor, place.name) || isCovered(place, redactor));
}
/** In HCL reference syntax, each step redacted: `ingress[0].from_port`. */
function placeText(place, redactor) {
    if (place === undefined)
        return '(all attributes)';
    const steps = [];
    for (let at = place; at !== undefined; at = at.parent)
        steps.push(at.step);
    return pathText(steps.reverse(), redactor);
}
function pathText(steps, redactor) {
    return steps
        .map((step, index) => hclStep(typeof step === 'string' ? redactor.redact(step) : step, index === 0))
        .join('');
}
/** Undefined when there are none. Steps that are neither text nor number (no tool writes such) end a path. */
function forcedTree(paths) {
    if (!Array.isArray(paths) || paths.length === 0)
        return undefined;
    const root = { all: false, next: new Map() };
    for (const path of paths) {
        if (!Array.isArray(path))
            continue;
        let at = root;
        for (const step of path) {
            if (typeof step !== 'string' && typeof step !== 'number')
                break;
            let child = at.next.get(step);
            if (child === undefined)
                at.next.set(step, (child = { all: false, next: new Map() }));
            at = child;
        }
        at.all = true;
    }
    return root;
}
function forcedBelow(forced, ...steps) {
    if (forced === undefined || forced.all)
        return forced;
    for (const step of steps) {
        const child = forced.next.get(step);
        if (child !== undefined)
            return child;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/hidden-lines.ts

// `password: x`, `- name: X`, `export TOKEN=x`, `--password=x`, `"key": "x"`
const assignment = /^(\s*(?:[-*]\s+)?(?:export\s+|set\s+|--?)?)(["']?)([A-Za-z_][\w./-]*)\2(\s*=\s*|\s*:(?:\s+|$))(.*)$/;
/**
 * Hides by name inside text that is not JSON: YAML values files, env files, scripts. Line by line and by shape only,
 * as there is no parser here: the rest of a line after a hidden name, block scalars and lists below it, and the value
 * beside a hidden `name:`. What is hidden goes to `hidden`, so that two sides can be compared.
 */
function hideInLines(lines, redactor, hidden) {
    /** Column of a hidden key whose lines below are hidden too. */
    let below;
    let pair;
    return lines.map((line) => {
        const column = line.search(/\S/);
        if (below !== undefined && column >= 0) {
            const inside = below.listOnly
                ? column >= below.column && /^\s*-\s/.test(line) && !assignment.test(line)
                : column > below.column;
            if (inside)
                return hide(line.slice(0, column), line.slice(column));
            below = undefined;
        }
        const found = assignment.exec(line);
        if (found === null)
            return line;
        const [, lead = '', quote = '', name = '', middle = '', rest = ''] = found;
        const keyColumn = lead.length;
        if (pair !== undefined && keyColumn < pair.column)
            pair = undefined;
        if (/^(name|key)$/i.test(name))
            pair = { column: keyColumn, hidden: (0,secret_names/* hidesName */.vv)(redactor, unquoted(rest)) };
        const besideName = /^values?$/i.test(name) && pair?.hidden === true && pair.column === keyColumn;
        if (!besideName && !(0,secret_names/* hidesName */.vv)(redactor, name))
            return line;
        const start = lead + quote + name + quote + middle;
        const block = /^[|>][-+\d]*\s*(#.*)?$/.test(rest);
        if (block || rest === '') {
            below = { column: block ? column : keyColumn, listOnly: !block };
            return line;
        }
        return hide(start, rest);
    });
    function hide(start, secret) {
        hidden.push(secret);
        return start + secret_names/* placeholder */.qf;
    }
}
function unquoted(text) {
    return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
/** Mostly `key:` and `- item` lines, seen from the first two hundred. */
function looksLikeYaml(lines) {
    let keys = 0;
    let fitting = 0;
    let filled = 0;
    for (const line of lines.slice(0, 200)) {
        if (line.trim() === '')
            continue;
        filled++;
        if (/^\s*(?:-\s+)*["']?[\w./-]+["']?:(?:\s|$)/.test(line))
            keys++;
        else if (!/^\s*(?:-\s|-$|#|---$|\.\.\.$)/.test(line))
            continue;
        fitting++;
    }
    return keys > 0 && fitting * 3 >= filled * 2;
}

;// CONCATENATED MODULE: ./src/terraform/plan/shown-text.ts



/** JSON in a string in JSON in a string … is looked into this deep. */
const deepestJson = 3;
/** `like` is the other side, whose key order JSON follows. */
function shownText(raw, redactor, like, depth = 0) {
    if (isPlain(raw))
        return shown_text_plainText(raw, redactor);
    const hidden = [];
    const json = depth < deepestJson ? parseEmbedded(raw) : undefined;
    if (json !== undefined) {
        const inner = (text) => {
            const shown = shownText(text, redactor, undefined, depth + 1);
            if (shown.uncompared || shown.hidden !== '')
                hidden.push(text);
            return shown.text;
        };
        const lines = jsonLines(json, like?.json, { redactor, hidden, inner });
        const text = lines.map((line) => line.trimStart()).join(' ');
        return { raw, text, lines, language: 'json', json, hidden: hidden.join('\n'), uncompared: false };
    }
    const redacted = redactor.redact(raw);
    const lines = hideInLines(redacted.split('\n'), redactor, hidden);
    return {
        raw,
        text: lines.join('\n'),
        lines,
        language: lines.length > 1 && looksLikeYaml(lines) ? 'yaml' : 'text',
        hidden: hidden.join('\n'),
        uncompared: redacted !== raw,
    };
}
/** True when nothing but the placeholder is left to show. */
function isAllHidden(shown) {
    return shown.text === secret_names/* placeholder */.qf;
}
/** One line without anything that names a value: most strings, and worth a short way. */
function isPlain(raw) {
    return raw.length < 1_000 && !/[\n=:{[]/.test(raw);
}
function shown_text_plainText(raw, redactor) {
    const text = redactor.redact(raw);
    return { raw, text, lines: [text], language: 'text', hidden: '', uncompared: text !== raw };
}

;// CONCATENATED MODULE: ./src/terraform/plan/shown-value.ts






/**
 * A whole value on one line, redacted: `{ from_port = 80, cidr_blocks = ["10.0.0.0/8"] }`. Stops soon after `limit`
 * characters and says how much is left out. With `terse`, attributes that are not set are left out.
 */
function inlineValue(marked, redactor, limit, terse) {
    const writer = { redactor, limit, terse, length: 0, fits: true };
    const text = write(writer, marked, 0);
    return { text, fits: writer.fits && writer.length <= limit };
}
function write(writer, item, depth) {
    const { value } = item;
    let text;
    if (item.unknown === true)
        text = secret_names/* unknownText */.qL;
    else if (isHidden(item, writer.redactor))
        text = secret_names/* placeholder */.qf;
    else if (typeof value === 'string' && (0,exact_number/* exactDigits */.mn)(value) === undefined)
        text = stringText(writer, value);
    else if (!(0,json/* isContainer */.u_)(value))
        text = scalarText(value, writer.redactor);
    else if (depth >= json/* maxDepth */.Mw)
        text = '…';
    else
        return (0,json/* isArray */.cy)(value) ? writeList(writer, value, item, depth) : writeObject(writer, value, item, depth);
    writer.length += text.length;
    return text;
}
function stringText(writer, value) {
    const shown = shownText(value, writer.redactor);
    if (shown.lines.length > 1)
        writer.fits = false;
    return shown.text === secret_names/* placeholder */.qf ? secret_names/* placeholder */.qf : hclShortString(shown.text);
}
function writeList(writer, list, item, depth) {
    let text = '[';
    writer.length += 2;
    for (let index = 0; index < list.length; index++) {
        if (index > 0)
            text += ', ';
        if (writer.length > writer.limit)
            return `${text}${cutOff(writer, list.length - index)}]`;
        const child = {
            value: list[index],
            sensitive: (0,json/* childMark */.Yz)(item.sensitive, index),
            unknown: (0,json/* childMark */.Yz)(item.unknown, index),
            name: item.name,
            covered: false,
        };
        text += write(writer, child, depth + 1);
        writer.length += 2;
    }
    return `${text}]`;
}
function writeObject(writer, object, item, depth) {
    const { redactor } = writer;
    const keys = Object.keys(object);
    const unknown = (0,json/* isObject */.Gv)(item.unknown) ? item.unknown : undefined;
    if (unknown !== undefined) {
        for (const key of Object.keys(unknown))
            if (unknown[key] === true && !Object.hasOwn(object, key))
                keys.push(key);
    }
    let text = '{';
    writer.length += 2;
    for (const [index, key] of keys.entries()) {
        const child = {
            value: (0,json/* own */.ZV)(object, key),
            sensitive: (0,json/* childMark */.Yz)(item.sensitive, key),
            unknown: (0,json/* childMark */.Yz)(unknown, key),
            name: key,
            covered: (0,secret_names/* hiddenBySibling */.A_)(redactor, object, key),
        };
        if (writer.terse && child.unknown !== true && (child.value === null || child.value === undefined))
            continue;
        text += text === '{' ? ' ' : ', ';
        if (writer.length > writer.limit)
            return `${text}${cutOff(writer, keys.length - index)} }`;
        const label = `${hclKey(redactor.redact(key))} = `;
        writer.length += label.length + 2;
        text += label + write(writer, child, depth + 1);
    }
    return text === '{' ? '{}' : `${text} }`;
}
function cutOff(writer, count) {
    writer.fits = false;
    return `… ${count} more`;
}
/** Marked as sensitive, or hidden by its name: containers by the mark only, as their own keys speak for the rest. */
function isHidden(item, redactor) {
    if (item.value === null || item.value === undefined)
        return false;
    if (item.sensitive === true || item.covered)
        return true;
    return !(0,json/* isContainer */.u_)(item.value) && (0,secret_names/* hidesName */.vv)(redactor, item.name);
}
/** A number, a boolean or null. */
function scalarText(value, redactor) {
    if (value === undefined || value === null)
        return 'null';
    const digits = typeof value === 'number' ? String(value) : (0,exact_number/* exactDigits */.mn)(value);
    return digits === undefined ? (0,json/* canonicalText */.A4)(value) : safeDigits(digits, redactor);
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-leaf.ts









/** Characters of a whole object or list that is shown as one value. */
const longestWhole = 120;
const absent = { kind: 'absent' };
const sensitive = { kind: 'sensitive' };
const unknown = { kind: 'unknown' };
/** A sensitive value that changes, comes or goes. */
function opaqueChange(redactor, place, forcesReplacement, was, is) {
    return {
        path: placeText(place, redactor),
        action: actionOf(was, is),
        before: was ? sensitive : absent,
        after: is ? sensitive : absent,
        forcesReplacement,
    };
}
/** The value stays, its mark does not. Both sides are hidden: one of them would tell the other. */
function markChange(redactor, place, forcesReplacement, nowSensitive) {
    const note = nowSensitive ? 'becomes sensitive' : 'is no longer sensitive';
    return {
        ...opaqueChange(redactor, place, forcesReplacement, true, true),
        lines: [gap(`the value stays the same, but ${note}`)],
    };
}
/** A leaf of which the two sides differ. */
function leafChange(redactor, effort, place, forcesReplacement, before, after) {
    const was = before.value !== undefined && before.value !== null;
    const will = (after.value !== undefined && after.value !== null) || after.unknown === true;
    if (typeof before.value === 'string' || typeof after.value === 'string') {
        const change = stringChange(redactor, effort, place, before, after);
        if (change !== undefined) {
            return { path: placeText(place, redactor), action: actionOf(was, will), forcesReplacement, ...change };
        }
    }
    if (!was && !will) {
        // A null that came or went in a map or list.
        const isNew = after.value === null;
        const shown = { kind: 'value', text: 'null' };
        return {
            path: placeText(place, redactor),
            action: isNew ? 'add' : 'remove',
            before: isNew ? absent : shown,
            after: isNew ? shown : absent,
            forcesReplacement,
        };
    }
    const terse = !was || !will;
    return {
        path: placeText(place, redactor),
        action: actionOf(was, will),
        before: shownSide(redactor, place, before, terse),
        after: shownSide(redactor, place, after, terse),
        forcesReplacement,
    };
}
function actionOf(was, will) {
    return was ? (will ? 'change' : 'remove') : 'add';
}
function shownSide(redactor, place, side, terse) {
    if (side.unknown === true)
        return unknown;
    if (side.value === null || side.value === undefined)
        return absent;
    if (side.sensitive === true || isCovered(place, redactor))
        return sensitive;
    if ((0,json/* isContainer */.u_)(side.value)) {
        const name = place?.name ?? '';
        return {
            kind: 'value',
            text: inlineValue({ ...side, name, covered: false }, redactor, longestWhole, terse).text,
        };
    }
    if (isHiddenPlace(place, redactor))
        return sensitive;
    if (typeof side.value === 'string' && (0,exact_number/* exactDigits */.mn)(side.value) === undefined) {
        const shown = shownText(side.value, redactor);
        return isAllHidden(shown) ? sensitive : { kind: 'value', text: hclShortString(shown.text) };
    }
    const text = scalarText(side.value, redactor);
    return text === secret_names/* placeholder */.qf ? sensitive : { kind: 'value', text };
}
/** Strings on both sides, or on one with nothing on the other; undefined for anything else. */
function stringChange(redactor, effort, place, before, after) {
    if (!isText(before) || !isText(after) || isHiddenPlace(place, redactor))
        return undefined;
    const to = typeof after.value === 'string' ? shownText(after.value, redactor) : undefined;
    const from = typeof before.value === 'string' ? shownText(before.value, redactor, to) : undefined;
    const shown = shownPair(from, to);
    if (from === undefined || to === undefined) {
        const only = from ?? to;
        if (only === undefined || only.lines.length < 2 || isAllHidden(only))
            return shown;
        const [left, right] = from === undefined ? [[], only.lines] : [only.lines, []];
        const lines = foldLines(diffLines(left, right, effort));
        if (only.json !== undefined && repeatsKeys(only.raw, only.json))
            lines.push(gap(repeatedKey));
        return { ...shown, language: only.language, lines };
    }
    const repeats = [from, to].some(({ raw, json }) => json !== undefined && repeatsKeys(raw, json));
    if (from.text === to.text)
        return looksTheSame(from, to, shown, repeats);
    if (withoutReturns(from.text) === withoutReturns(to.text) && from.language !== 'json') {
        return { ...shown, lines: [gap('only the line ends change (CRLF or LF)')] };
    }
    if (from.lines.length < 2 && to.lines.length < 2)
        return shown;
    if (isAllHidden(from) || isAllHidden(to))
        return shown;
    const lines = foldLines(diffLines(from.lines, to.lines, effort));
    if (from.hidden !== to.hidden)
        lines.push(gap('a sensitive value in here changes as well'));
    else if (from.uncompared && to.uncompared)
        lines.push(gap('sensitive values in here are not compared'));
    if (repeats)
        lines.push(gap(repeatedKey));
    return { ...shown, language: from.language === to.language ? to.language : 'text', lines };
}
const repeatedKey = 'a key stands here more than once: only the last of its values is shown';
/** The two strings differ, but not in what may be seen of them. */
function looksTheSame(from, to, shown, repeats) {
    const nothingHidden = from.hidden === to.hidden && !from.uncompared && !to.uncompared;
    if (from.json !== undefined && to.json !== undefined && (nothingHidden || (0,json/* sameJson */.Vk)(from.json, to.json))) {
        const note = repeats
            ? `the JSON is written in another way; ${repeatedKey}`
            : 'formatting only: the JSON has the same content, with other spaces or another order of keys';
        return { ...shown, language: 'json', lines: [gap(note)] };
    }
    return { before: sensitive, after: sensitive };
}
function withoutReturns(text) {
    return text.replaceAll('\r\n', '\n');
}
function shownPair(from, to) {
    const [left, right] = from === undefined || to === undefined
        ? [hclShortString(from?.text ?? ''), hclShortString(to?.text ?? '')]
        : shortPair(from.text, to.text, hclString);
    return { before: shownOne(from, left), after: shownOne(to, right) };
}
function shownOne(shown, text) {
    if (shown === undefined)
        return absent;
    return isAllHidden(shown) ? sensitive : { kind: 'value', text };
}
function isText(side) {
    if (side.unknown === true || side.sensitive === true)
        return false;
    if (side.value === null || side.value === undefined)
        return true;
    return typeof side.value === 'string' && (0,exact_number/* exactDigits */.mn)(side.value) === undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/align.ts
/**
 * Elements with equal keys that keep their order, in O(n log n). The k-th of several equal elements meets the k-th of
 * the other side, so repeated elements may meet fewer partners than a full longest-common-subsequence would find.
 */
function alignByKey(before, after) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const anchors = [];
    for (let index = 0; index < head; index++)
        anchors.push({ before: index, after: index });
    anchors.push(...matchMiddle(before, after, head, tail));
    for (let index = tail; index > 0; index--) {
        anchors.push({ before: before.length - index, after: after.length - index });
    }
    const gaps = [];
    let nextBefore = 0;
    let nextAfter = 0;
    for (const anchor of [...anchors, { before: before.length, after: after.length }]) {
        gaps.push({ before: range(nextBefore, anchor.before), after: range(nextAfter, anchor.after) });
        nextBefore = anchor.before + 1;
        nextAfter = anchor.after + 1;
    }
    return { anchors, gaps };
}
function matchMiddle(before, after, head, tail) {
    const places = new Map();
    for (let index = head; index < after.length - tail; index++) {
        const key = after[index] ?? '';
        const place = places.get(key);
        if (place === undefined)
            places.set(key, { indexes: [index], used: 0 });
        else
            place.indexes.push(index);
    }
    const matches = [];
    for (let index = head; index < before.length - tail; index++) {
        const place = places.get(before[index] ?? '');
        const match = place?.indexes[place.used];
        if (place === undefined || match === undefined)
            continue;
        place.used++;
        matches.push({ before: index, after: match });
    }
    return longestRising(matches);
}
/** The longest subsequence whose `after` rises (patience sorting). `before` rises already. */
function longestRising(matches) {
    const tops = []; // match that ends the best run of each length
    const previous = [];
    for (const [index, match] of matches.entries()) {
        let low = 0;
        let high = tops.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((matches[tops[middle] ?? 0]?.after ?? 0) < match.after)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
        tops[low] = index;
    }
    const run = [];
    for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
        const match = matches[index];
        if (match !== undefined)
            run.push(match);
    }
    return run.reverse();
}
function range(from, to) {
    const indexes = [];
    for (let index = from; index < to; index++)
        indexes.push(index);
    return indexes;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-set.ts

/** Attributes that name an element among its siblings. */
const identityKeys = ['name', 'key', 'id', 'Name', 'Key', 'Sid', 'sid'];
/**
 * Which of the objects that have no equal on the other side are the same one, changed. Without a schema a set looks
 * like a list, and a changed element of a set may turn up anywhere in it: so by likeness, not by place. A pair has the
 * same name, or at least half of the attributes that are set in common. The best pairs are taken first.
 */
function pairObjects(before, removed, after, added, effort) {
    const left = removed.flatMap((index) => candidate(before[index], index));
    const right = added.flatMap((index) => candidate(after[index], index));
    const pairs = new Map(); // after -> before
    const cost = left.length * right.length * Math.max(1, left[0]?.leaves.size ?? 1);
    if (cost > Math.min(1_000_000, effort.left))
        return pairInOrder(left, right);
    effort.left -= cost;
    const scored = [];
    for (const a of left) {
        for (const b of right) {
            const score = likeness(a, b);
            if (score > 0)
                scored.push({ before: a.index, after: b.index, score });
        }
    }
    scored.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.before - b.before || a.after - b.after);
    const taken = new Set();
    for (const pair of scored) {
        if (taken.has(pair.before) || pairs.has(pair.after))
            continue;
        taken.add(pair.before);
        pairs.set(pair.after, pair.before);
    }
    return pairs;
}
function pairInOrder(left, right) {
    const pairs = new Map();
    for (const [position, b] of right.entries()) {
        const a = left[position];
        if (a !== undefined && likeness(a, b) > 0)
            pairs.set(b.index, a.index);
    }
    return pairs;
}
function distance(pair) {
    return Math.abs(pair.before - pair.after);
}
function candidate(value, index) {
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    const leaves = new Map();
    for (const [key, child] of Object.entries(value)) {
        if (child === undefined || child === null || child === '' || (0,json/* isEmptyContainer */.z1)(child))
            continue;
        leaves.set(key, (0,json/* canonicalText */.A4)(child));
    }
    return [{ index, identity: identityOf(value), leaves }];
}
function identityOf(value) {
    for (const key of identityKeys) {
        if (!Object.hasOwn(value, key))
            continue;
        const name = value[key];
        if (typeof name === 'string' && name !== '')
            return `${key}=${name}`;
    }
    return undefined;
}
/** 0: not the same element. Above 1: same name. */
function likeness(a, b) {
    let same = 0;
    let all = b.leaves.size;
    for (const [key, text] of a.leaves) {
        const other = b.leaves.get(key);
        if (other === text)
            same++;
        if (other === undefined)
            all++;
    }
    const share = all === 0 ? 1 : same / all;
    if (a.identity !== undefined && a.identity === b.identity)
        return 1 + share;
    const named = a.identity !== undefined && b.identity !== undefined;
    return (named ? share > 0.5 : share >= 0.5) ? share : 0;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-list.ts



/** Strings longer than this are worth a line diff, so a lone one is taken to have changed into a lone other. */
const longString = 100;
/**
 * Which element became which. Elements with equal content (and marks) that keep their order stay; the rest is paired by
 * likeness, then by place; what is left was removed or added. The plan does not tell lists from sets: Terraform writes a
 * set in the order of its values, so equal elements of a set keep their order too, and what moves is a list that was
 * reordered, shown as removed and added.
 */
function alignLists(before, after, effort) {
    // A block that may occur once is a list of one: whatever changed in it, it is the same block.
    if (before.values.length === 1 && after.values.length === 1)
        return [{ kind: 'pair', before: 0, after: 0 }];
    const changed = onlyChange(before, after);
    if (changed !== undefined)
        return pairedAt(changed, before.values.length);
    const left = contentKeys(before, 'b');
    const right = contentKeys(after, 'a');
    const { anchors, gaps } = alignByKey(left, right);
    const pairs = pairAcross(before.values, after.values, gaps, effort);
    // Equal elements that are no anchors changed places: as a pair they would not be seen at all.
    for (const [to, from] of pairs)
        if (left[from] === right[to])
            pairs.delete(to);
    for (const gap of gaps)
        pairInPlace(before.values, after.values, gap, pairs);
    const pairedBefore = new Set(pairs.values());
    const steps = [];
    for (const [position, gap] of gaps.entries()) {
        for (const index of gap.before)
            if (!pairedBefore.has(index))
                steps.push({ kind: 'removed', before: index });
        for (const index of gap.after) {
            const partner = pairs.get(index);
            steps.push(partner === undefined
                ? { kind: 'added', after: index }
                : { kind: 'pair', before: partner, after: index });
        }
        const anchor = anchors[position];
        if (anchor !== undefined)
            steps.push({ kind: 'same', ...anchor });
    }
    return steps;
}
/** The index of the only element that differs in two lists of plain, unmarked values; the usual case, and a cheap one. */
function onlyChange(before, after) {
    const { length } = before.values;
    if (after.values.length !== length)
        return undefined;
    if ((0,json/* marksAnything */.df)(before.sensitive) || (0,json/* marksAnything */.df)(after.sensitive) || (0,json/* marksAnything */.df)(after.unknown))
        return undefined;
    let changed;
    for (let index = 0; index < length; index++) {
        const [left, right] = [before.values[index], after.values[index]];
        if ((0,json/* isContainer */.u_)(left) || (0,json/* isContainer */.u_)(right))
            return undefined;
        if (left === right)
            continue;
        if (changed !== undefined)
            return undefined;
        changed = index;
    }
    return changed;
}
function pairedAt(changed, length) {
    const steps = [];
    for (let index = 0; index < length; index++) {
        steps.push({ kind: index === changed ? 'pair' : 'same', before: index, after: index });
    }
    return steps;
}
/** Content and sensitivity; an element that is not wholly known equals none. */
function contentKeys(list, side) {
    return list.values.map((value, index) => {
        if ((0,json/* marksAnything */.df)((0,json/* childMark */.Yz)(list.unknown, index)))
            return `${side}${index}`;
        const mark = (0,json/* childMark */.Yz)(list.sensitive, index);
        return (0,json/* marksAnything */.df)(mark) ? `${(0,json/* canonicalText */.A4)(value)} ${(0,json/* canonicalText */.A4)(mark)}` : (0,json/* canonicalText */.A4)(value);
    });
}
function pairAcross(before, after, gaps, effort) {
    const removed = gaps.flatMap((gap) => gap.before);
    const added = gaps.flatMap((gap) => gap.after);
    if (removed.length === 0 || added.length === 0)
        return new Map();
    return pairObjects(before, removed, after, added, effort);
}
/** What is not an object is paired by place: when the gap has as many on both sides, or the texts are long. */
function pairInPlace(before, after, gap, pairs) {
    const taken = new Set(pairs.values());
    const left = gap.before.filter((index) => !taken.has(index) && !(0,json/* isObject */.Gv)(before[index]));
    const right = gap.after.filter((index) => !pairs.has(index) && !(0,json/* isObject */.Gv)(after[index]));
    const equalCount = left.length === right.length;
    for (const [position, index] of right.entries()) {
        const partner = left[position];
        if (partner === undefined)
            continue;
        if (equalCount || (isLong(before[partner]) && isLong(after[index])))
            pairs.set(index, partner);
    }
}
function isLong(value) {
    return typeof value === 'string' && value.length > longString;
}

;// CONCATENATED MODULE: ./src/terraform/plan/write-only.ts


const versionSuffix = '_wo_version';
/**
 * A write-only argument is null in every plan (Terraform 1.11 and later). By the convention of the providers its
 * `…_wo_version` changes when it is sent again, so that is when it is shown. `key` is an attribute that changes;
 * undefined when it is no such version.
 */
function writeOnlyChange(redactor, parent, key, siblings) {
    if (!key.endsWith(versionSuffix))
        return undefined;
    const { before, after, unknown } = siblings;
    const name = key.slice(0, -'_version'.length);
    const object = (0,json/* isObject */.Gv)(after) ? after : before;
    if (!(0,json/* isObject */.Gv)(object) || !Object.hasOwn(object, name))
        return undefined;
    if (isSet((0,json/* own */.ZV)(before, name)) || isSet((0,json/* own */.ZV)(after, name)))
        return undefined;
    const was = isSet((0,json/* own */.ZV)(before, key));
    const will = isSet((0,json/* own */.ZV)(after, key)) || (0,json/* childMark */.Yz)(unknown, key) === true;
    if (!was && !will)
        return undefined;
    return {
        path: placeText(childPlace(parent, name), redactor),
        action: was ? (will ? 'change' : 'remove') : 'add',
        before: shown(was),
        after: shown(will),
        forcesReplacement: false,
    };
}
function shown(isThere) {
    return { kind: isThere ? 'write-only' : 'absent' };
}
function isSet(value) {
    return value !== null && value !== undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff.ts








/** Longest whole element or list shown on one line; longer ones are shown leaf by leaf. */
const longestInline = 120;
/**
 * What changes in one resource or output, per leaf path, redacted; never throws, whatever the change holds.
 * Null and absent attributes are the same; in a creation or deletion, empty blocks are left out as well.
 */
function attributeChanges(change, redactor, options = {}) {
    const walk = { redactor, effort: options.effort ?? newEffort(), attributes: [], unchanged: 0 };
    visit(walk, {
        before: change.before,
        after: change.after,
        beforeSensitive: change.before_sensitive,
        afterSensitive: change.after_sensitive,
        unknown: change.after_unknown,
        forced: forcedTree(change.replace_paths),
        place: options.root === undefined ? undefined : childPlace(undefined, options.root),
    });
    return { attributes: walk.attributes, unchanged: walk.unchanged };
}
function visit(walk, node) {
    const { before, after } = node;
    const partlyUnknown = node.unknown !== true && !(0,json/* isContainer */.u_)(after) && (0,json/* marksAnything */.df)(node.unknown);
    if (node.unknown === true)
        emitUnknown(walk, node);
    else if (node.beforeSensitive === true || node.afterSensitive === true)
        visitOpaque(walk, node);
    else if (partlyUnknown)
        emitUnknown(walk, { ...node, unknown: true });
    else if ((0,json/* isContainer */.u_)(before) || (0,json/* isContainer */.u_)(after))
        visitContainer(walk, node);
    else if (before === after || (!diff_isSet(before) && !diff_isSet(after)))
        walk.unchanged += diff_isSet(before) ? 1 : 0;
    else
        emit(walk, node);
}
function visitContainer(walk, node) {
    const { before, after, place } = node;
    const otherKind = (0,json/* isContainer */.u_)(before) ? diff_isSet(after) && !sameKind(before, after) : diff_isSet(before);
    if (otherKind || (place?.depth ?? 0) >= json/* maxDepth */.Mw)
        visitWhole(walk, node);
    else if (isCovered(place, walk.redactor))
        visitOpaque(walk, node);
    else if ((0,json/* isArray */.cy)(before) && (0,json/* isArray */.cy)(after))
        visitLists(walk, node, before, after);
    else if ((0,json/* isObject */.Gv)(before) && (0,json/* isObject */.Gv)(after))
        visitObjects(walk, node);
    else
        visitOneSided(walk, node);
}
function sameKind(a, b) {
    return (0,json/* isContainer */.u_)(a) && (0,json/* isContainer */.u_)(b) && (0,json/* isArray */.cy)(a) === (0,json/* isArray */.cy)(b);
}
function diff_isSet(value) {
    return value !== null && value !== undefined;
}
/** A whole object or list that came or went: on one line when it is short and plain, else leaf by leaf. */
function visitOneSided(walk, node) {
    const { before, after, place } = node;
    const value = (0,json/* isContainer */.u_)(after) ? after : before;
    if ((0,json/* isEmptyContainer */.z1)(value) && !(0,json/* marksAnything */.df)(node.unknown)) {
        emit(walk, node);
        return;
    }
    const isElement = typeof place?.step === 'number';
    const isPlainList = (0,json/* isArray */.cy)(value) && !value.some((child) => (0,json/* isContainer */.u_)(child));
    if (place !== undefined && (isElement || isPlainList) && (node.forced === undefined || node.forced.all)) {
        const sensitive = (0,json/* isContainer */.u_)(after) ? node.afterSensitive : node.beforeSensitive;
        const unknown = (0,json/* isContainer */.u_)(after) ? node.unknown : undefined;
        const marked = { value, sensitive, unknown, name: place.name, covered: false };
        if (inlineValue(marked, walk.redactor, longestInline, true).fits) {
            emit(walk, node);
            return;
        }
    }
    if ((0,json/* isArray */.cy)(value))
        visitLists(walk, node, (0,json/* isArray */.cy)(before) ? before : [], (0,json/* isArray */.cy)(after) ? after : []);
    else
        visitObjects(walk, node);
}
function visitObjects(walk, node) {
    const before = (0,json/* isObject */.Gv)(node.before) ? node.before : undefined;
    const after = (0,json/* isObject */.Gv)(node.after) ? node.after : undefined;
    const unknown = marksOf(node.unknown);
    const beforeSensitive = marksOf(node.beforeSensitive);
    const afterSensitive = marksOf(node.afterSensitive);
    const isResource = node.place === undefined;
    const oneSided = before === undefined || after === undefined;
    const shown = walk.attributes.length;
    const visitKey = (key) => {
        const b = ownOf(before, key);
        const a = ownOf(after, key);
        const ub = ownOf(unknown, key);
        const bs = ownOf(beforeSensitive, key);
        const as = ownOf(afterSensitive, key);
        if (a === b && (typeof a !== 'object' || a === null) && !ub && (bs === true) === (as === true)) {
            if (diff_isSet(a))
                walk.unchanged++;
            return;
        }
        // An absent block is an empty list in the format: nothing is made or lost.
        if (isResource && oneSided && isUnset(b) && isUnset(a) && !(0,json/* marksAnything */.df)(ub))
            return;
        const child = {
            before: b,
            after: a,
            beforeSensitive: bs,
            afterSensitive: as,
            unknown: ub,
            forced: forcedBelow(node.forced, key),
            place: childPlace(node.place, key, (0,secret_names/* isValueKey */.V2)(key) ? [before, after] : undefined),
        };
        const listed = walk.attributes.length;
        // In a map, a key with null that came or went is a change; an attribute is null when it is not set.
        if (!isResource && !oneSided && !diff_isSet(a) && !diff_isSet(b) && !ub && a !== b)
            emit(walk, child);
        else
            visit(walk, child);
        if (walk.attributes.length === listed)
            return;
        const secret = writeOnlyChange(walk.redactor, node.place, key, { before, after, unknown });
        if (secret !== undefined)
            walk.attributes.push(secret);
    };
    // Keys that are set after, then those only before, then those known only after apply.
    if (after !== undefined)
        for (const key of Object.keys(after))
            visitKey(key);
    if (before !== undefined) {
        for (const key of Object.keys(before))
            if (ownOf(after, key) === undefined)
                visitKey(key);
    }
    if (unknown !== undefined) {
        for (const key of Object.keys(unknown)) {
            if (ownOf(after, key) === undefined && ownOf(before, key) === undefined)
                visitKey(key);
        }
    }
    // Something must be said of an object that came or went with nothing set in it.
    if (oneSided && !isResource && walk.attributes.length === shown)
        emit(walk, node);
}
function ownOf(object, key) {
    return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
/** A mark tree as far as it marks single keys; most mark nothing. */
function marksOf(mark) {
    if (!(0,json/* isObject */.Gv)(mark))
        return undefined;
    for (const key in mark)
        if (Object.hasOwn(mark, key))
            return mark;
    return undefined;
}
function isUnset(value) {
    return !diff_isSet(value) || (0,json/* isEmptyContainer */.z1)(value);
}
function visitLists(walk, node, before, known) {
    const { beforeSensitive, afterSensitive, unknown } = node;
    const after = withUnknownTail(known, unknown);
    const marked = (0,json/* marksAnything */.df)(beforeSensitive) || (0,json/* marksAnything */.df)(afterSensitive) || (0,json/* marksAnything */.df)(unknown);
    if (!marked && (0,json/* sameJson */.Vk)(before, after)) {
        walk.unchanged += (0,json/* countLeaves */.yG)(after);
        return;
    }
    const steps = alignLists({ values: before, sensitive: beforeSensitive, unknown: undefined }, { values: after, sensitive: afterSensitive, unknown }, walk.effort);
    for (const step of steps) {
        if (step.kind === 'same') {
            walk.unchanged += (0,json/* countLeaves */.yG)(after[step.after]);
            continue;
        }
        const i = step.kind === 'added' ? undefined : step.before;
        const j = step.kind === 'removed' ? undefined : step.after;
        const child = {
            before: i === undefined ? undefined : before[i],
            after: j === undefined ? undefined : after[j],
            beforeSensitive: i === undefined ? undefined : (0,json/* childMark */.Yz)(beforeSensitive, i),
            afterSensitive: j === undefined ? undefined : (0,json/* childMark */.Yz)(afterSensitive, j),
            unknown: j === undefined ? undefined : (0,json/* childMark */.Yz)(unknown, j),
            forced: forcedBelow(node.forced, ...[j, i].filter((index) => index !== undefined)),
            place: childPlace(node.place, j ?? i ?? 0),
        };
        // A null element that came or went is a change of its own.
        if (!diff_isSet(child.before) && !diff_isSet(child.after))
            emit(walk, child);
        else
            visit(walk, child);
    }
}
/** Terraform writes null for an unknown element; should a tool leave it out at the end, it is still counted. */
function withUnknownTail(known, unknown) {
    if (!(0,json/* isArray */.cy)(unknown) || unknown.length <= known.length)
        return known;
    const tail = unknown.slice(known.length).map(() => null);
    return unknown.slice(known.length).some((mark) => (0,json/* marksAnything */.df)(mark)) ? [...known, ...tail] : known;
}
/** Marked as sensitive as a whole: neither its values nor its keys are looked at. */
function visitOpaque(walk, node) {
    const { before, after } = node;
    if (!diff_isSet(before) && !diff_isSet(after))
        return;
    const equal = !(0,json/* marksAnything */.df)(node.unknown) && (0,json/* sameJson */.Vk)(before, after);
    if (!equal) {
        walk.attributes.push(opaqueChange(walk.redactor, node.place, forces(node), diff_isSet(before), diff_isSet(after)));
    }
    else if ((node.beforeSensitive === true) === (node.afterSensitive === true)) {
        walk.unchanged++;
    }
    else {
        const nowSensitive = node.afterSensitive === true;
        walk.attributes.push(markChange(walk.redactor, node.place, forces(node), nowSensitive));
    }
}
/** Values that are not looked into: other kinds on the two sides, or too deep. */
function visitWhole(walk, node) {
    if (!diff_isSet(node.before) && !diff_isSet(node.after))
        return;
    if ((0,json/* sameJson */.Vk)(node.before, node.after) && !(0,json/* marksAnything */.df)(node.unknown))
        walk.unchanged += (0,json/* countLeaves */.yG)(node.after);
    else
        emit(walk, node);
}
/** The tool hides a value when either side is sensitive: what becomes so is not shown for a last time. */
function emitUnknown(walk, node) {
    emit(walk, (0,json/* marksAnything */.df)(node.afterSensitive) ? { ...node, beforeSensitive: true } : node);
}
function emit(walk, node) {
    const before = { value: node.before, sensitive: node.beforeSensitive, unknown: undefined };
    const after = { value: node.after, sensitive: node.afterSensitive, unknown: node.unknown };
    walk.attributes.push(leafChange(walk.redactor, walk.effort, node.place, forces(node), before, after));
}
function forces(node) {
    return node.forced !== undefined && (node.forced.all || node.forced.next.size > 0);
}

;// CONCATENATED MODULE: ./src/terraform/plan/outputs.ts



/** The outputs that change. What is not known to stay is shown. */
function outputChanges(raw, context) {
    if (!(0,json/* isObject */.Gv)(raw))
        return [];
    const { redactor, effort } = context;
    return Object.entries(raw).flatMap(([name, entry]) => {
        const change = ((0,json/* isObject */.Gv)(entry) ? entry : {});
        const action = outputAction(change.actions);
        if (action === 'no-op')
            return [];
        const sensitive = change.before_sensitive === true || change.after_sensitive === true;
        const diff = attributeChanges(change, redactor, { root: name, effort });
        return [{ name: redactor.redact(name), action, sensitive, ...diff }];
    });
}
function outputAction(actions) {
    const action = resourceAction(actions);
    switch (action) {
        case 'create':
        case 'update':
        case 'delete':
        case 'no-op':
            return action;
        case 'delete-create':
        case 'create-delete':
        case 'create-forget':
        case 'forget':
        case 'open':
        case 'read':
        case 'unknown':
            return 'unknown';
    }
}

;// CONCATENATED MODULE: ./src/terraform/plan/reason-words.ts
/**
 * `action_reason` in words. Sources: the plan format's documentation, and jsonplan/plan.go of Terraform 1.5–1.14 and
 * OpenTofu 1.12 for those that the documentation leaves out.
 */
const actionReasons = {
    replace_because_cannot_update: 'an attribute changes that cannot be changed in place',
    replace_because_tainted: 'it is marked as tainted: an earlier apply did not finish it',
    replace_by_request: 'its replacement was asked for with -replace',
    replace_by_triggers: 'something in its replace_triggered_by changes',
    delete_because_no_resource_config: 'it is no longer in the configuration',
    delete_because_wrong_repetition: 'it no longer fits how the resource is repeated (count or for_each)',
    delete_because_count_index: 'its index is beyond the count',
    delete_because_each_key: 'its key is no longer in for_each',
    delete_because_no_module: 'its module is no longer in the configuration',
    delete_because_no_move_target: 'it was moved to an address that is not in the configuration',
    delete_because_enabled_false: 'it is switched off (enabled = false)',
    read_because_config_unknown: 'its arguments are known only after apply',
    read_because_dependency_pending: 'it depends on something that changes in this plan',
    read_because_check_nested: 'it belongs to a check block and is read again after apply',
    forgot_because_lifecycle_destroy_in_state: 'destroy = false was set when it was last applied',
    forgot_because_lifecycle_destroy_in_config: 'destroy = false is set in its lifecycle block',
};
/** Why a change is left for a later plan: `reason` of `deferred_changes`. */
const deferredReasons = {
    instance_count_unknown: 'its count or for_each is known only after apply',
    resource_config_unknown: 'its arguments are known only after apply',
    provider_config_unknown: 'the configuration of its provider is known only after apply',
    deferred_prereq: 'something it depends on is left for a later plan',
    absent_prereq: 'something it depends on does not exist yet',
};
/** A short English sentence part (no capital, no full stop); a reason that is not known is returned as it is. */
function reasonWords(reason) {
    return Object.hasOwn(actionReasons, reason) ? (actionReasons[reason] ?? reason) : reason;
}
/** As `reasonWords`, for why a change is deferred. */
function deferredWords(reason) {
    return Object.hasOwn(deferredReasons, reason) ? (deferredReasons[reason] ?? reason) : reason;
}

;// CONCATENATED MODULE: ./src/terraform/plan/resource.ts





const longestIdentity = 300;
/** One entry of `resource_changes` or `resource_drift`, whatever it holds. */
function resourceChange(entry, context) {
    const { redactor } = context;
    const raw = (0,json/* isObject */.Gv)(entry) ? entry : {};
    const change = (0,json/* isObject */.Gv)(raw.change) ? raw.change : undefined;
    const action = resourceAction(change?.actions);
    const type = textOf(raw.type, redactor) ?? '';
    const name = textOf(raw.name, redactor) ?? '';
    const address = textOf(raw.address, redactor) ?? guessedAddress(type, name);
    const previous = textOf(raw.previous_address, redactor);
    const index = typeof raw.index === 'number' ? raw.index : textOf(raw.index, redactor);
    // Forgetting loses nothing: the object stays as it is, only its record goes.
    const diff = action === 'forget'
        ? { attributes: [], unchanged: (0,json/* countLeaves */.yG)(change?.before) }
        : attributeChanges(change ?? {}, redactor, { effort: context.effort });
    const result = {
        address,
        mode: textOf(raw.mode, redactor) ?? 'managed',
        type,
        name,
        provider: textOf(raw.provider_name, redactor) ?? '',
        action,
        rawActions: rawActions(change?.actions, redactor),
        forcedBy: forcedBy(change?.replace_paths, redactor),
        attributes: diff.attributes,
        unchanged: diff.unchanged,
    };
    const module = textOf(raw.module_address, redactor);
    const deposed = textOf(raw.deposed, redactor);
    const reason = textOf(raw.action_reason, redactor);
    if (previous !== undefined && previous !== address)
        result.previousAddress = previous;
    if (module !== undefined)
        result.module = module;
    if (index !== undefined)
        result.index = index;
    if (deposed !== undefined)
        result.deposed = deposed;
    if (reason !== undefined)
        result.reason = reason;
    if ((0,json/* isObject */.Gv)(change?.importing))
        result.importing = importSource(change.importing, redactor);
    return result;
}
/**
 * An action that the plan would invoke (Terraform 1.14, `action_invocations`). There is no word for it among the
 * resource actions, so it is shown as unknown: it does something.
 */
function actionInvocation(entry, context) {
    const { redactor } = context;
    const raw = (0,json/* isObject */.Gv)(entry) ? entry : {};
    const type = textOf(raw.type, redactor) ?? '';
    const name = textOf(raw.name, redactor) ?? '';
    return {
        address: textOf(raw.address, redactor) ?? guessedAddress(`action.${type}`, name),
        mode: 'action',
        type,
        name,
        provider: textOf(raw.provider_name, redactor) ?? '',
        action: 'unknown',
        rawActions: ['invoke'],
        forcedBy: [],
        attributes: [],
        unchanged: 0,
    };
}
function guessedAddress(type, name) {
    return type === '' && name === '' ? '(no address)' : `${type}.${name}`;
}
function textOf(value, redactor) {
    return typeof value === 'string' && value !== '' ? redactor.redact(value) : undefined;
}
function defined(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function rawActions(actions, redactor) {
    if (!Array.isArray(actions))
        return [];
    return actions.map((action) => (typeof action === 'string' ? redactor.redact(action) : '(not text)'));
}
function forcedBy(paths, redactor) {
    if (!Array.isArray(paths))
        return [];
    const texts = paths.map((path) => {
        const steps = Array.isArray(path) ? path : [];
        return pathText(steps.filter(isStep), redactor);
    });
    return [...new Set(texts)].filter((text) => text !== '');
}
function isStep(step) {
    return typeof step === 'string' || typeof step === 'number';
}
function importSource(importing, redactor) {
    const id = textOf(importing.id, redactor);
    const { identity } = importing;
    const shown = (0,json/* isObject */.Gv)(identity)
        ? inlineValue({ value: identity, sensitive: undefined, unknown: undefined, name: '', covered: false }, redactor, longestIdentity, true).text
        : undefined;
    return {
        ...defined('id', id),
        ...defined('identity', shown),
        unknown: importing.unknown === true || (id === undefined && shown === undefined),
    };
}

;// CONCATENATED MODULE: ./src/terraform/plan/model.ts






/**
 * What a plan says, redacted. Total: a part that is missing or odd is shown as unknown, nothing throws once
 * `parsePlanJson` has accepted the plan. Entries are never merged by address: a deposed object and drift stand beside
 * the planned change of the same resource.
 */
function planModel(raw, redactor) {
    const context = { redactor, effort: newEffort() };
    const changes = listOf(raw.resource_changes)
        .map((entry) => (isIdle(entry) ? undefined : resourceChange(entry, context)))
        .filter((change) => change !== undefined)
        .filter(doesSomething);
    changes.push(...listOf(raw.action_invocations).map((entry) => actionInvocation(entry, context)));
    const drift = listOf(raw.resource_drift)
        .filter((entry) => !isOnlyEmptiness(entry))
        .map((entry) => resourceChange(entry, context))
        .filter((change) => change.action !== 'no-op');
    const deferred = listOf(raw.deferred_changes).map((entry) => deferredChange(entry, context));
    const outputs = outputChanges(raw.output_changes, context);
    const checks = checkResults(raw.checks, redactor);
    const errored = typeof raw.errored === 'boolean' ? raw.errored : checks.some(stopsPlan);
    const changed = changes.some((change) => change.action !== 'open') || outputs.length > 0 || deferred.length > 0;
    // What the tool would apply although nothing of it is seen here (a refresh-only plan) counts as a change too.
    // Opening ephemeral resources is not one, though OpenTofu counts it.
    const unseen = isRefreshOnly(raw) || (raw.applyable === true && !changes.some(({ action }) => action === 'open'));
    const applyable = typeof raw.applyable === 'boolean' ? raw.applyable : changed || unseen;
    return {
        formatVersion: redactor.redact(raw.format_version),
        terraformVersion: typeof raw.terraform_version === 'string' ? redactor.redact(raw.terraform_version) : '',
        changes,
        drift,
        deferred,
        outputs,
        checks,
        counts: countsOf(changes, drift, deferred, outputs),
        complete: raw.complete !== false,
        errored,
        applyable: applyable && !errored,
        changed: changed || unseen,
    };
}
/**
 * Nothing but null that became an empty list or map, or the reverse: providers answer so after the first apply
 * (`tags = null` reads back as `{}`), and nobody has touched the resource.
 */
function isOnlyEmptiness(entry) {
    const change = (0,json/* own */.ZV)(entry, 'change');
    const [before, after] = [(0,json/* own */.ZV)(change, 'before'), (0,json/* own */.ZV)(change, 'after')];
    if (!(0,json/* isObject */.Gv)(before) || !(0,json/* isObject */.Gv)(after))
        return false;
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const differing = [...keys].filter((key) => !(0,json/* sameJson */.Vk)((0,json/* own */.ZV)(before, key), (0,json/* own */.ZV)(after, key)));
    const isEmpty = (value) => value === undefined || value === null || (0,json/* isEmptyContainer */.z1)(value);
    return (differing.length > 0 && differing.every((key) => isEmpty((0,json/* own */.ZV)(before, key)) && isEmpty((0,json/* own */.ZV)(after, key))));
}
/**
 * A plan that would only take over what has drifted, told by a drifted resource that nothing is planned for: not even
 * a no-op. Newer Terraform says in `applyable` whether there is something to apply; 1.5 and OpenTofu do not.
 */
function isRefreshOnly(raw) {
    const drift = listOf(raw.resource_drift);
    if (typeof raw.applyable === 'boolean' || drift.length === 0)
        return false;
    const planned = new Set(listOf(raw.resource_changes).map((entry) => ((0,json/* isObject */.Gv)(entry) ? entry.address : '')));
    return drift.some((entry) => (0,json/* isObject */.Gv)(entry) && entry.mode !== 'data' && !planned.has(entry.address));
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Most of a big plan: left out before anything is made of it. */
function isIdle(entry) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(entry.change))
        return false;
    const { actions, importing } = entry.change;
    const isNoOp = Array.isArray(actions) && actions.length === 1 && actions[0] === 'no-op';
    return isNoOp && !(0,json/* isObject */.Gv)(importing) && typeof entry.previous_address !== 'string';
}
function doesSomething(change) {
    return change.action !== 'no-op' || change.importing !== undefined || change.previousAddress !== undefined;
}
function deferredChange(entry, context) {
    const inner = (0,json/* isObject */.Gv)(entry) ? entry.resource_change : undefined;
    const reason = (0,json/* isObject */.Gv)(entry) && typeof entry.reason === 'string' ? entry.reason : '';
    const words = reason === '' ? 'the plan gives no reason' : context.redactor.redact(deferredWords(reason));
    return { ...resourceChange(inner, context), deferred: words };
}
function countsOf(changes, drift, deferred, outputs) {
    const counts = {
        add: 0,
        change: 0,
        destroy: 0,
        replace: 0,
        import: 0,
        move: 0,
        forget: 0,
        read: 0,
        drift: drift.length,
        deferred: deferred.length,
        outputs: outputs.length,
        unknown: 0,
    };
    for (const change of changes) {
        if (change.importing !== undefined)
            counts.import++;
        if (change.previousAddress !== undefined)
            counts.move++;
        switch (change.action) {
            case 'create':
                counts.add++;
                break;
            case 'update':
                counts.change++;
                break;
            case 'delete':
                counts.destroy++;
                break;
            case 'delete-create':
            case 'create-delete':
                counts.replace++;
                break;
            case 'create-forget':
                counts.add++;
                counts.forget++;
                break;
            case 'forget':
                counts.forget++;
                break;
            case 'read':
                counts.read++;
                break;
            case 'unknown':
                counts.unknown++;
                break;
            case 'open':
            case 'no-op':
                break;
        }
    }
    return counts;
}

;// CONCATENATED MODULE: ./src/terraform/plan/digest.ts




/** Characters gathered before they are hashed: one call per piece would cost more than the hash itself. */
const chunkLength = 1 << 16;
/**
 * SHA-256 (hex) over what the plan would do: resource changes with values, unknowns and sensitivity marks, output
 * changes, deferred changes and action invocations. Key order and the order of the resources do not count; nor do
 * times, versions, the prior state, or what stays as it is.
 *
 * The digest is public and has no key, so what must not be seen is not in it: from a digest with a weak password in it
 * the password could be guessed. Two plans that differ in hidden values alone have the same digest.
 */
function planDigest(raw, redactor) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const keys = keyReader(redactor);
    let pending = '';
    const write = (piece) => {
        pending += piece;
        if (pending.length < chunkLength)
            return;
        hash.update(pending);
        pending = '';
    };
    const writeList = (name, entries) => {
        write(`${name}\n`);
        for (const entry of [...entries].sort(byIdentity)) {
            write(JSON.stringify(withoutSecrets(entry, redactor, keys)));
            write('\n');
        }
    };
    writeList('resource_changes', asList(raw.resource_changes).filter(digest_doesSomething));
    writeList('deferred_changes', asList(raw.deferred_changes));
    writeList('action_invocations', asList(raw.action_invocations));
    const outputs = Object.entries((0,json/* isObject */.Gv)(raw.output_changes) ? raw.output_changes : {});
    writeList('output_changes', outputs.map(([address, change]) => ({ address, change })).filter(digest_doesSomething));
    hash.update(pending);
    return hash.digest('hex');
}
/** What is known of a key, remembered: there are few different ones, each many times. */
function keyReader(redactor) {
    const known = new Map();
    return (key) => {
        const before = known.get(key);
        if (before !== undefined)
            return before;
        const read = { hidden: (0,secret_names/* hidesName */.vv)(redactor, key), shown: redactor.redact(key) };
        if (known.size < 20_000)
            known.set(key, read);
        return read;
    };
}
/** Deeper than any plan goes; what lies deeper is taken to be hidden. */
const maxDigestDepth = 200;
/**
 * A copy with sorted keys, in which values are hidden where their mark or their name says so, and wherever else they
 * turn up.
 */
function withoutSecrets(value, redactor, keys, mark = false, depth = 0) {
    if (mark === true || depth > maxDigestDepth)
        return secret_names/* placeholder */.qf;
    if (typeof value === 'string')
        return redactor.redact(value);
    if ((0,json/* isArray */.cy)(value)) {
        return value.map((item, index) => withoutSecrets(item, redactor, keys, (0,json/* childMark */.Yz)(mark, index), depth + 1));
    }
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const marked = Object.hasOwn(value, 'before_sensitive') || Object.hasOwn(value, 'after_sensitive');
    const copy = {};
    for (const key of (0,json/* sortedKeys */.Mf)(value)) {
        const { hidden, shown } = keys(key);
        const innerMark = hidden || (0,secret_names/* hiddenBySibling */.A_)(redactor, value, key)
            ? true
            : ((marked ? (0,json/* own */.ZV)(value, `${key}_sensitive`) : undefined) ?? (0,json/* childMark */.Yz)(mark, key));
        const inner = withoutSecrets(value[key] ?? null, redactor, keys, innerMark, depth + 1);
        // Assigned, it would set the prototype.
        if (shown === '__proto__')
            Object.defineProperty(copy, shown, { value: inner, enumerable: true });
        else
            copy[shown] = inner;
    }
    return copy;
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}
function digest_doesSomething(entry) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(entry.change))
        return true;
    const idle = resourceAction(entry.change.actions) === 'no-op';
    return !idle || typeof entry.previous_address === 'string' || (0,json/* isObject */.Gv)(entry.change.importing);
}
function byIdentity(a, b) {
    const left = identity(a);
    const right = identity(b);
    return left < right ? -1 : left > right ? 1 : 0;
}
function identity(entry) {
    if (!(0,json/* isObject */.Gv)(entry))
        return '';
    const inner = (0,json/* isObject */.Gv)(entry.resource_change) ? entry.resource_change : entry;
    return `${digest_text(inner.address)}\n${digest_text(inner.deposed)}`;
}
function digest_text(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/terraform/report/plan-outcome.ts





/** What came of planning, redacted: from here on everything may be shown. */
function planOutcome(plan, redactor) {
    const { stack, raw, failure, run } = plan;
    const diagnostics = plan.diagnostics.map((diagnostic) => diagnosticFinding(redactDiagnostic(diagnostic, redactor), stack.path, stack.name));
    return {
        stack,
        ...(raw === undefined ? {} : { model: planModel(raw, redactor), digest: planDigest(raw, redactor) }),
        ...(failure === undefined ? {} : { failure: failureWords(failure, redactor) }),
        findings: [...diagnostics, ...plan.findings],
        ...(run === undefined
            ? {}
            : { tool: { name: run.binary.tool, version: run.binary.version, reason: run.binary.reason } }),
        reproduce: run === undefined ? [] : reproduceLines(run, stack.path),
        seconds: plan.seconds,
    };
}
function failureWords(failure, redactor) {
    const [first] = (0,terraform_diagnostics/* errorsOf */.Bp)(failure.diagnostics);
    return {
        phase: failure.phase,
        cause: failure.cause,
        message: redactor.redact(first?.summary ?? 'it said nothing of why'),
        ...(failure.help === undefined ? {} : { help: failure.help }),
        ...(failure.lock === undefined ? {} : { lock: failure.lock }),
    };
}
/** The commands of this plan for a shell. Values of variables and backend settings are left out: they may be secret. */
function reproduceLines(run, path) {
    const tool = run.binary.tool;
    const backend = run.backendConfig.map((entry) => `-backend-config=${(0,tool_arguments/* nameOnly */._s)(entry)}`);
    const files = run.varFiles.map((file) => `-var-file=${file}`);
    return [
        `cd ${shellWord(path)}`,
        [tool, 'init', ...backend, ...(0,tool_arguments/* withoutValues */.lO)(run.initArgs)].map(shellWord).join(' '),
        ...(run.workspace === undefined
            ? []
            : [[tool, 'workspace', 'select', run.workspace].map(shellWord).join(' ')]),
        [tool, 'plan', ...files, ...(0,tool_arguments/* withoutValues */.lO)(run.planArgs)].map(shellWord).join(' '),
    ];
}
/** As a POSIX shell reads one word. */
function shellWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/terraform/report/problem-sections.ts


/** Why there is no plan, who holds the lock, and what to do: never cut. */
function failureSections(failure) {
    const sections = [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [failedPhase(failure)] },
                ` (${failure.cause}): ${failure.help === undefined ? failure.message : sentence(failure.message)}`,
                ...(failure.help === undefined ? [] : [` ${failure.help}`]),
            ],
        },
    ];
    const { lock } = failure;
    if (lock !== undefined) {
        sections.push({
            kind: 'table',
            rank: 0,
            noun: 'facts',
            columns: [{ title: 'State lock' }, { title: '' }],
            rows: [
                ['id', lock.id],
                ['held by', lock.who],
                ['for', lock.operation],
                ['since', lock.created],
                ['of', lock.path],
            ].flatMap(([name, value]) => name === undefined || value === undefined || value === ''
                ? []
                : [{ rank: 0, cells: [[name], [{ code: value }]] }]),
        });
    }
    return sections;
}
const failedPhase = ({ phase }) => phase === 'read' ? 'the plan file could not be read' : `${phase} failed`;
/** With a full stop, so that more words can follow. */
const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
/**
 * Checks and conditions that do not hold, one finding for each message of each instance, with the place that
 * diagnostics tell. What an error of the run says already is left out.
 */
function planFindings({ model, stack, findings, failure }) {
    return (model?.checks ?? [])
        .filter((check) => check.status === 'fail' || check.status === 'error')
        .flatMap((check) => {
        const severity = model?.errored === true && stopsPlan(check) ? 'error' : 'warning';
        const otherwise = check.status === 'error' ? 'could not be evaluated' : 'does not hold';
        const failing = check.failing.length > 0 ? check.failing : [{ address: check.address, problems: [] }];
        return failing.flatMap(({ address, problems }) => (problems.length > 0 ? problems : [undefined]).flatMap((problem, index) => {
            // Why it could not be evaluated is among the errors that the run ended with.
            if (problem === undefined && check.status === 'error' && failure !== undefined)
                return [];
            const told = findings.filter((finding) => problem !== undefined && tellsOf(finding, problem));
            if (told.some((finding) => finding.severity === 'error'))
                return [];
            const location = (told.find((finding) => isAbout(finding, address)) ?? told[0])?.location;
            return {
                rule: 'terraform/check',
                severity,
                message: `${address}: ${problem ?? otherwise}`,
                subject: stack.name,
                ...(location === undefined ? {} : { location }),
                fingerprint: `terraform/check:${stack.key}:${address}${index === 0 ? '' : `:${index}`}`,
            };
        }));
    });
}
/** Without the warnings that say of a failed check what its own finding says. */
function withoutRepeatedChecks({ model, findings }) {
    const problems = (model?.checks ?? [])
        .filter(({ status }) => status === 'fail' || status === 'error')
        .flatMap(({ failing }) => failing.flatMap((instance) => instance.problems));
    return findings.filter((finding) => finding.severity === 'error' || !problems.some((problem) => tellsOf(finding, problem)));
}
/** How many checks say nothing yet; those of a plan that failed may never have been reached. */
function openChecks(model) {
    const open = model.checks.filter(({ status }) => status === 'unknown').length;
    if (open === 0 || model.errored)
        return [];
    return [{ kind: 'text', rank: 5, text: [`${(0,report_words/* countOf */.pq)(open, 'check')} can be told only after apply.`] }];
}
/** The tools' own words for what does not hold; the message of the condition is a line, or lines, of the detail. */
const tellsOf = (finding, problem) => /^Check block assertion failed$|(?:pre|post)condition failed$|^Invalid value for variable$/.test(finding.message) && `\n${finding.help ?? ''}\n`.includes(`\n${problem.trim()}\n`);
const isAbout = (finding, address) => finding.help?.startsWith(`In ${address}.\n`) === true;
/** Errors at once, warnings in a fold. */
function findingSections(findings) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const rest = findings.filter((finding) => finding.severity !== 'error');
    const checks = rest.filter((finding) => finding.rule === 'terraform/check');
    const others = rest.filter((finding) => finding.rule !== 'terraform/check');
    return [
        ...errors.flatMap((finding) => findingLines(finding, 0)),
        ...checks.map((finding) => ({
            kind: 'text',
            rank: 1,
            tone: 'warning',
            text: [{ strong: ['Check failed'] }, ` ${finding.message}`],
        })),
        ...(others.length === 0
            ? []
            : [
                {
                    kind: 'fold',
                    rank: 3,
                    open: false,
                    noun: 'warnings',
                    summary: [(0,report_words/* countOf */.pq)(others.length, 'warning')],
                    sections: others.flatMap((finding) => findingLines(finding, 3)),
                },
            ]),
    ];
}
function findingLines(finding, rank) {
    const text = {
        kind: 'text',
        rank,
        text: [
            { strong: [finding.severity === 'error' ? 'Error' : 'Warning'] },
            ' ',
            ...place(finding),
            finding.message,
        ],
    };
    if (finding.help === undefined || finding.help === '')
        return [text];
    return [
        text,
        { kind: 'code', rank: 3, language: finding.rule === 'terraform/fmt' ? 'diff' : '', text: finding.help },
    ];
}
/** `main.tf:12` before the message. */
function place({ location }) {
    if (location === undefined)
        return [];
    const at = {
        code: location.line === undefined ? location.file : `${location.file}:${location.line}`,
    };
    return [at, ' '];
}

;// CONCATENATED MODULE: ./src/terraform/report/words.ts

const WORDS = {
    delete: { label: '🔴\u00a0destroy', rank: 0 },
    'delete-create': { label: '🟠\u00a0replace', rank: 0 },
    'create-delete': { label: '🟠\u00a0replace', rank: 0 },
    unknown: { label: '⚠️\u00a0unknown', rank: 0 },
    'create-forget': { label: '🟣\u00a0replace, keep old', rank: 1 },
    forget: { label: '🟣\u00a0forget', rank: 1 },
    update: { label: '🟡\u00a0update', rank: 3 },
    create: { label: '🟢\u00a0create', rank: 4 },
    'no-op': { label: '⚪\u00a0keep', rank: 5 },
    open: { label: '⚪\u00a0open', rank: 7 },
    read: { label: '⚪\u00a0read', rank: 7 },
};
/** What a row of the table begins with. A move or an import alone is not called "keep". */
function actionLabel(change) {
    if (change.action !== 'no-op')
        return WORDS[change.action].label;
    if (change.importing !== undefined)
        return '🔵\u00a0import';
    if (change.previousAddress !== undefined)
        return '⚪\u00a0move';
    return WORDS['no-op'].label;
}
/** What was done outside of the plan: no action of it, so none of its words and colours. */
function driftLabel(change) {
    return `⚪\u00a0${change.action === 'delete' ? 'deleted' : 'changed'} outside`;
}
const actionRank = (change) => WORDS[change.action].rank;
/** The address as people know it; a deposed object says that it is not the current one. */
function addressInlines(change) {
    const address = [{ code: change.address }];
    return change.deposed === undefined
        ? address
        : [...address, ' (deposed object ', { code: change.deposed }, ')'];
}
const NAMES_SHOWN = 4;
/** Why it happens, or what changes: the last column of the table. */
function whyInlines(change) {
    const pieces = [];
    if (change.action === 'unknown')
        pieces.push([
            'action ',
            { code: change.rawActions.join(', ') || 'none' },
            ' is not known to this version',
        ]);
    if (change.deposed !== undefined)
        pieces.push(['left over from an earlier replacement']);
    if (change.forcedBy.length > 0)
        pieces.push([
            ...names(change.forcedBy),
            ` ${change.forcedBy.length === 1 ? 'forces' : 'force'} replacement`,
        ]);
    if (change.reason !== undefined &&
        !(change.forcedBy.length > 0 && change.reason === 'replace_because_cannot_update')) {
        pieces.push([reasonWords(change.reason)]);
    }
    if (change.action === 'create-delete')
        pieces.push(['created before the old one is destroyed']);
    if (change.previousAddress !== undefined)
        pieces.push(['moved from ', { code: change.previousAddress }]);
    if (change.importing !== undefined)
        pieces.push(importInlines(change.importing));
    if (change.deferred !== undefined)
        pieces.push([`deferred: ${change.deferred}`]);
    if (change.action === 'update')
        pieces.push(names(change.attributes.map((attribute) => attribute.path)));
    const told = pieces.filter((piece) => piece.length > 0);
    if (told.length < 2)
        return told[0] ?? [];
    return told.flatMap((piece, index) => (index === 0 ? piece : ['; ', ...piece]));
}
function importInlines(source) {
    if (source.id !== undefined)
        return ['imported from ', { code: source.id }];
    if (source.identity !== undefined)
        return ['imported by identity ', { code: source.identity }];
    return ['imported; its id is known after apply'];
}
/** All of a few paths; of many, the attributes they belong to, each once. */
function names(paths) {
    const told = paths.length > NAMES_SHOWN ? [...new Set(paths.map((path) => /^[^.[]+/.exec(path)?.[0] ?? path))] : paths;
    const shown = [];
    for (const path of told.slice(0, NAMES_SHOWN)) {
        if (shown.length > 0)
            shown.push(', ');
        shown.push({ code: path });
    }
    return told.length > NAMES_SHOWN ? [...shown, ` and ${told.length - NAMES_SHOWN} more`] : shown;
}

;// CONCATENATED MODULE: ./src/terraform/report/resource-sections.ts


/** More than this many folds in a row are put into one, so that the comment stays a page. */
const FOLDS_IN_A_ROW = 8;
/** The table of all that happens, destroys and replacements first, and a fold per resource with its attributes. */
function resourceSections(changes) {
    if (changes.length === 0)
        return [];
    const sorted = [...changes].sort((a, b) => actionRank(a) - actionRank(b));
    const folds = sorted
        .filter(hasDetails)
        .map((change) => resourceFold(actionLabel(change), change, detailRank(change)));
    return [
        resourceTable(sorted),
        ...together(folds, (count) => [`Attributes of ${(0,report_words/* countOf */.pq)(count, 'resource')}`]),
    ];
}
/** What was changed outside of Terraform since the last apply: shown apart, never counted as this change's doing. */
function driftSections(drift) {
    if (drift.length === 0)
        return [];
    const folds = drift.map((change) => hasDetails(change)
        ? resourceFold(driftLabel(change), change, 5)
        : {
            kind: 'text',
            rank: 5,
            text: [driftLabel(change), ' ', ...addressInlines(change)],
        });
    return [
        {
            kind: 'fold',
            rank: 4,
            open: false,
            noun: 'drifted resources',
            summary: [`${(0,report_words/* countOf */.pq)(drift.length, 'resource')} changed outside of Terraform`],
            sections: folds,
        },
    ];
}
const hasDetails = (change) => change.attributes.length > 0;
const detailRank = (change) => Math.max(2, actionRank(change));
function resourceFold(label, change, rank) {
    const attributes = (0,report_words/* countOf */.pq)(change.attributes.length, 'attribute');
    return {
        kind: 'fold',
        rank,
        open: false,
        noun: 'attributes',
        summary: [label, ' ', ...addressInlines(change), ` · ${attributes}`],
        sections: [{ kind: 'attribute-diff', rank, changes: change.attributes, unchanged: change.unchanged }],
    };
}
function together(folds, summary) {
    if (folds.length <= FOLDS_IN_A_ROW)
        return [...folds];
    const rank = Math.min(...folds.slice(0, 1).map((fold) => fold.rank));
    return [
        // Not 'resources': those are the rows of the table, and each is counted once.
        {
            kind: 'fold',
            rank,
            open: false,
            noun: 'attribute lists',
            summary: summary(folds.length),
            sections: folds,
        },
    ];
}
function resourceTable(changes) {
    const vital = changes.filter((change) => actionRank(change) === 0);
    return {
        kind: 'table',
        rank: 0,
        noun: 'resources',
        columns: [{ title: 'Action' }, { title: 'Resource' }, { title: 'Why, or what' }],
        rows: changes.map((change) => ({
            rank: actionRank(change),
            cells: [[actionLabel(change)], addressInlines(change), whyInlines(change)],
        })),
        ...(vital.length === 0 ? {} : { compact: compactList(vital) }),
    };
}
/** `🔴 destroy aws_instance.web[…] ×40`: instances of one resource on one line, for plans that do not fit. */
function compactList(changes) {
    const groups = new Map();
    for (const change of changes) {
        const label = actionLabel(change);
        const address = withoutKeys(change.address);
        // What is left over from a replacement is not the resource itself.
        const note = change.deposed === undefined ? '' : ' (deposed)';
        const key = `${label} ${address}${note}`;
        const group = groups.get(key) ?? { label, address, note, count: 0 };
        group.count += 1;
        groups.set(key, group);
    }
    return {
        kind: 'list',
        rank: 0,
        items: [...groups.values()].map(({ label, address, note, count }) => [
            `${label} `,
            { code: address },
            `${note} ×${count}`,
        ]),
    };
}
/** `module.a["x"].aws_instance.web[0]` → `module.a[…].aws_instance.web[…]`; keys may hold brackets and quotes. */
function withoutKeys(address) {
    return address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '[…]');
}

;// CONCATENATED MODULE: ./src/terraform/report/plan-part.ts



/** Turns what came of planning a stack into its part of the report. */
function planPart(outcome, options) {
    const { model, failure } = outcome;
    const findings = [...withoutRepeatedChecks(outcome), ...planFindings(outcome)];
    const verdict = verdictOf(outcome, findings);
    const words = model === undefined ? '' : (0,report_words/* countWords */.rj)(plan_part_countsOf(model));
    const checks = findings.filter(({ severity, rule }) => severity === 'error' && (rule === 'terraform/fmt' || rule === 'terraform/validate'));
    return {
        version: 1,
        kind: 'terraform-plan',
        subject: outcome.stack,
        status: plan_part_statusOf(outcome, verdict),
        verdict,
        counts: model === undefined ? {} : plan_part_countsOf(model),
        headline: headline(outcome, words, checks.length),
        sections: [
            ...(failure === undefined ? [] : failureSections(failure)),
            ...findingSections(findings),
            ...(model === undefined ? [] : [...planSections(model, options), ...openChecks(model)]),
            ...footnotes(outcome, options),
        ],
        findings,
        facts: factsOf(outcome),
        run: options.run,
        seconds: outcome.seconds,
    };
}
/** Counts as outputs and overviews use them. */
function plan_part_countsOf(model) {
    return { ...model.counts };
}
function verdictOf(outcome, findings) {
    if (outcome.failure !== undefined) {
        return { kind: 'failed', reason: outcome.failure.message, cause: outcome.failure.cause };
    }
    if (outcome.model === undefined)
        return { kind: 'unknown', reason: 'there is no plan to judge' };
    const error = findings.find((finding) => finding.severity === 'error');
    if (error === undefined && outcome.model.errored)
        return { kind: 'failed', reason: 'the plan is marked as errored', cause: 'config' };
    if (error !== undefined)
        return { kind: 'failed', reason: error.message, cause: 'config' };
    return { kind: 'ok' };
}
function plan_part_statusOf(outcome, verdict) {
    if (verdict.kind !== 'ok')
        return 'failed';
    if (outcome.model?.complete === false)
        return 'partial';
    return outcome.model?.changed === true ? 'changed' : 'ok';
}
function headline(outcome, words, errors) {
    const { model, failure } = outcome;
    if (failure !== undefined)
        return [{ strong: [failedPhase(failure)] }, `: ${failure.message}`];
    if (model === undefined)
        return [{ strong: ['no plan'] }];
    const changes = model.changed ? [{ strong: [words === '' ? 'changes' : words] }] : ['No changes'];
    const notes = [
        ...(model.errored ? ['the plan failed half way'] : []),
        ...(errors > 0 ? [(0,report_words/* countOf */.pq)(errors, 'problem') + ' in the code'] : []),
        ...(model.complete ? [] : ['not complete']),
        ...(model.counts.drift > 0 ? [`${model.counts.drift} changed outside`] : []),
    ];
    return notes.length === 0 ? changes : [...changes, ` (${notes.join(', ')})`];
}
function planSections(model, options) {
    return [
        ...warnings(model, options),
        ...resourceSections(model.changes),
        ...deferredSections(model),
        ...outputSections(model),
        ...driftSections(model.drift),
    ];
}
function warnings(model, { destroyWarning }) {
    const found = [];
    const lost = model.counts.destroy + model.counts.replace;
    if (lost > 0 && lost >= destroyWarning) {
        const words = [
            ...(model.counts.destroy > 0 ? [`${(0,report_words/* countOf */.pq)(model.counts.destroy, 'resource')} will be destroyed`] : []),
            ...(model.counts.replace > 0 ? [`${(0,report_words/* countOf */.pq)(model.counts.replace, 'resource')} will be replaced`] : []),
        ];
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [words.join(' and ')] },
                `. What ${lost === 1 ? 'it holds' : 'they hold'} is lost unless it is kept elsewhere.`,
            ],
        });
    }
    if (model.counts.unknown > 0) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                `${(0,report_words/* countOf */.pq)(model.counts.unknown, 'resource')} would change in a way that this version does not know. Read the plan itself before you apply it.`,
            ],
        });
    }
    if (model.errored) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: ['The plan failed half way: what is below is only what it got to, and it cannot be applied.'],
        });
    }
    if (!model.complete && !model.errored) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'warning',
            text: [
                'This plan is not complete (targets or deferred changes): after it is applied, another plan will have more to do.',
            ],
        });
    }
    return found;
}
function deferredSections(model) {
    if (model.deferred.length === 0)
        return [];
    return [
        {
            kind: 'fold',
            rank: 3,
            open: false,
            noun: 'resources',
            summary: [`${(0,report_words/* countOf */.pq)(model.deferred.length, 'resource')} deferred to a later plan`],
            sections: [
                {
                    kind: 'list',
                    rank: 3,
                    items: model.deferred.map((change) => [
                        { code: change.address },
                        `: ${change.deferred ?? 'no reason given'}`,
                    ]),
                },
            ],
        },
    ];
}
function outputSections(model) {
    if (model.outputs.length === 0)
        return [];
    const bare = model.outputs.filter(({ attributes }) => attributes.length === 0);
    const shown = {
        kind: 'fold',
        rank: 4,
        open: false,
        noun: 'outputs',
        summary: [(0,report_words/* countOf */.pq)(model.outputs.length, 'output') + ' to change'],
        sections: [
            ...model.outputs
                .filter(({ attributes }) => attributes.length > 0)
                .map(({ attributes, unchanged }) => ({
                kind: 'attribute-diff',
                rank: 4,
                changes: attributes,
                unchanged,
            })),
            ...(bare.length === 0 ? [] : [bareOutputs(bare)]),
        ],
    };
    return [shown];
}
/** Outputs of which no value changes that could be shown: by their names at least. */
function bareOutputs(outputs) {
    const items = outputs.map((output) => [{ code: output.name }, `: ${whyBare(output)}`]);
    return { kind: 'list', rank: 4, items };
}
function whyBare({ action, sensitive }) {
    switch (action) {
        case 'create':
            return 'new, with no value';
        case 'delete':
            return 'goes away; it had no value';
        case 'update':
            // The plan marks both sides when either is sensitive, so it does not say in which direction.
            return sensitive
                ? 'the value stays the same, but whether it is sensitive changes'
                : 'changes, but in nothing that the plan shows';
        case 'unknown':
            return 'changes in a way that this version does not know';
    }
}
function footnotes(outcome, { notSearched }) {
    const notes = [];
    const hidden = notSearched.short + notSearched.plain + notSearched.names;
    if (hidden > 0) {
        notes.push({
            kind: 'text',
            rank: 8,
            text: [
                {
                    emphasis: [
                        `${(0,report_words/* countOf */.pq)(hidden, 'sensitive value')} hidden where marked, but too short or too common to be searched for elsewhere in this text.`,
                    ],
                },
            ],
        });
    }
    if (outcome.reproduce.length > 0) {
        notes.push({
            kind: 'fold',
            rank: 8,
            open: false,
            noun: 'lines',
            summary: ['Run this plan yourself'],
            sections: [{ kind: 'code', rank: 8, language: 'shell', text: outcome.reproduce.join('\n') }],
        });
    }
    return notes;
}
function factsOf(outcome) {
    return {
        ...(outcome.tool === undefined
            ? {}
            : { tool: outcome.tool.name, version: outcome.tool.version, 'version-from': outcome.tool.reason }),
        ...(outcome.digest === undefined ? {} : { 'plan-digest': outcome.digest }),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/core/tools/platform.ts


const SYSTEMS = {
    linux: 'linux',
    darwin: 'darwin',
    win32: 'windows',
    freebsd: 'freebsd',
};
const ARCHITECTURES = {
    x64: 'amd64',
    arm64: 'arm64',
    ia32: '386',
    arm: 'arm',
};
/** The machine this runs on. @throws UserError on a system the publishers have no release for. */
function hostPlatform(nodeOs = (0,external_node_os_.platform)(), nodeArch = (0,external_node_os_.arch)()) {
    const os = SYSTEMS[nodeOs];
    const cpu = ARCHITECTURES[nodeArch];
    if (os === undefined || cpu === undefined) {
        throw new errors/* UserError */.yo(`no tool releases are known for ${nodeOs} on ${nodeArch}`, {
            help: 'Put the tool of the right version on PATH.',
        });
    }
    return { os, arch: cpu };
}
/** `linux-amd64`: the key of the table's sums. */
function platformKey({ os, arch: cpu }) {
    return `${os}-${cpu}`;
}
function fileNameOf(binary, { os }) {
    return os === 'windows' ? `${binary}.exe` : binary;
}

;// CONCATENATED MODULE: ./src/core/tools/path-search.ts



/**
 * Every program of this name on PATH, in PATH's order, the real ones: where a setup action has put a wrapper script
 * (`terraform`, a script, beside `terraform-bin`), the program behind it. The wrapper turns exit code 2 into 0 and
 * copies all stdout into step outputs (hashicorp/setup-terraform#328).
 */
async function programsOnPath(tool, env, platform) {
    const names = [tool.wrapper.binary, tool.binary].map((name) => fileNameOf(name, platform));
    const found = [];
    for (const folder of new Set(searchedFolders(tool, env))) {
        for (const name of names) {
            const program = (0,external_node_path_.join)(folder, name);
            if (!(await isProgram(program)))
                continue;
            found.push(program);
            break;
        }
    }
    return found;
}
/** Only absolute entries: a relative one would find programs in the repository that is being looked at. */
function searchedFolders(tool, env) {
    const path = env['PATH'] ?? env['Path'] ?? '';
    const folders = path.split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
    const behindWrapper = env[tool.wrapper.folderVariable];
    if (behindWrapper === undefined || !(0,external_node_path_.isAbsolute)(behindWrapper) || folders.includes(behindWrapper))
        return folders;
    return [behindWrapper, ...folders];
}
async function isProgram(path) {
    try {
        await (0,promises_.access)(path, promises_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/core/tools/constraint.ts

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-?([A-Za-z~-][0-9A-Za-z~.-]*)|-([0-9][0-9A-Za-z~.-]*))?(?:\+[0-9A-Za-z~.-]+)?$/;
function parseVersion(text) {
    const found = VERSION.exec(text);
    if (found === null)
        return undefined;
    const given = (found[1] ?? '').split('.').map(Number);
    if (given.some((part) => !Number.isSafeInteger(part)))
        return undefined;
    const parts = [...given, ...Array(Math.max(0, 3 - given.length)).fill(0)];
    return { parts, given: given.length, prerelease: found[2] ?? found[3] ?? '' };
}
/** `1.9.8` or `1.9.8-beta1`, never with a `v`; undefined for what is not one whole version. */
function exactVersion(text) {
    const plain = text.trim().replace(/^v/, '');
    return /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(plain) ? plain : undefined;
}
/** `>= 1.5, < 2`. @throws UserError that shows the part that cannot be read. */
function parseRange(text, where) {
    const constraints = text.split(',').map((part) => parseConstraint(part, text, where));
    return { text: text.trim(), constraints };
}
function parseConstraint(part, whole, where) {
    const found = /^\s*(!=|>=|<=|~>|=|>|<|)\s*(\S+)\s*$/.exec(part);
    const version = parseVersion(found?.[2] ?? '');
    if (found === null || version === undefined) {
        throw new errors/* UserError */.yo(`"${whole.trim()}" is not a version constraint: cannot read "${part.trim()}"`, {
            help: 'Write it as Terraform does: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0".',
            ...(where === undefined ? {} : { where }),
        });
    }
    return { operator: found[1] === '' ? '=' : found[1], version };
}
/** Both ranges at once. */
function joinRanges(ranges) {
    return {
        text: ranges.map((range) => range.text).join(', '),
        constraints: ranges.flatMap((range) => range.constraints),
    };
}
/**
 * Whether a program of this version meets the range. As in Terraform and OpenTofu, a pre-release program counts as
 * its final version (1.12.0-beta1 meets `>= 1.12.0`), unless the constraint itself names a pre-release.
 */
function fitsRange(version, range) {
    const full = parseVersion(version);
    if (full === undefined)
        return false;
    return range.constraints.every((constraint) => {
        const checked = constraint.version.prerelease === '' ? { ...full, prerelease: '' } : full;
        return meets(checked, constraint);
    });
}
function meets(version, { operator, version: limit }) {
    const order = compare(version, limit);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return comparable(version, limit) && order > 0;
        case '<':
            return comparable(version, limit) && order < 0;
        case '>=':
            return comparable(version, limit) && order >= 0;
        case '<=':
            return comparable(version, limit) && order <= 0;
        case '~>':
            return pessimistic(version, limit);
    }
}
/** A pre-release is compared only with a pre-release of the same version. */
function comparable(version, limit) {
    if (version.prerelease === '')
        return true;
    return limit.prerelease !== '' && compareParts(version, limit) === 0;
}
function pessimistic(version, limit) {
    if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === ''))
        return false;
    if (compare(version, limit) < 0 || limit.parts.length > version.parts.length)
        return false;
    const fixed = limit.parts.slice(0, limit.given - 1);
    const last = limit.parts.length - 1;
    return (fixed.every((part, at) => version.parts[at] === part) &&
        (version.parts[last] ?? 0) >= (limit.parts[last] ?? 0));
}
/** Newest last; versions that cannot be read come first. */
function compareVersions(left, right) {
    const [a, b] = [parseVersion(left), parseVersion(right)];
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return compare(a, b);
}
function compare(left, right) {
    return compareParts(left, right) || comparePrereleases(left.prerelease, right.prerelease);
}
function compareParts(left, right) {
    for (let at = 0; at < Math.max(left.parts.length, right.parts.length); at += 1) {
        const difference = (left.parts[at] ?? 0) - (right.parts[at] ?? 0);
        if (difference !== 0)
            return Math.sign(difference);
    }
    return 0;
}
/** SemVer's order: no pre-release is newest, numbers before words, longer after shorter. */
function comparePrereleases(left, right) {
    if (left === right)
        return 0;
    if (left === '' || right === '')
        return left === '' ? 1 : -1;
    const [a, b] = [left.split('.'), right.split('.')];
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
        const [x, y] = [a[at], b[at]];
        if (x === y)
            continue;
        if (x === undefined || y === undefined)
            return x === undefined ? -1 : 1;
        const [xIsNumber, yIsNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)];
        if (xIsNumber && yIsNumber)
            return Math.sign(Number(x) - Number(y));
        if (xIsNumber !== yIsNumber)
            return xIsNumber ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return 0;
}

;// CONCATENATED MODULE: ./src/core/tools/ask-version.ts


const TIMEOUT_MS = 60_000;
/** What a program or a version manager's shim needs to run; secrets and TF_CLI_ARGS are not among it. */
const PASSED = new Set([
    ...['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'TMP', 'TEMP', 'PATHEXT', 'SYSTEMROOT', 'COMSPEC'],
    ...['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'],
]);
const PASSED_PREFIXES = ['ASDF_', 'MISE_', 'TFENV_', 'TOFUENV_', 'TENV_', 'XDG_'];
/**
 * Asks a program for its version. Only clean JSON counts: setup-terraform's wrapper, for one, prints lines of its
 * own around it. `cwd` decides for version managers, which read the version files there.
 */
async function askVersion(tool, program, at) {
    const env = { ...passedOn(at.env), CHECKPOINT_DISABLE: '1' };
    const cwd = at.cwd === undefined ? {} : { cwd: at.cwd };
    try {
        const result = await at.exec(program, tool.askVersion.args, { env, timeoutMs: TIMEOUT_MS, ...cwd });
        if (result.timedOut)
            return { ok: false, detail: `gives no answer in ${TIMEOUT_MS / 1000} s` };
        if (result.code !== 0)
            return { ok: false, detail: `ends with ${describeExit(result)}` };
        return readAnswer(tool, result.stdout);
    }
    catch (thrown) {
        return { ok: false, detail: `cannot be started: ${(0,errors/* errorMessage */.gJ)(thrown)}` };
    }
}
function readAnswer(tool, stdout) {
    let data;
    try {
        data = JSON.parse(stdout);
    }
    catch {
        return { ok: false, detail: `does not answer "${tool.askVersion.args.join(' ')}" with JSON` };
    }
    const fields = typeof data === 'object' && data !== null ? data : {};
    const field = fields[tool.askVersion.field];
    const version = typeof field === 'string' ? exactVersion(field) : undefined;
    return version === undefined ? { ok: false, detail: 'names no version' } : { ok: true, version };
}
function describeExit(result) {
    return result.code === undefined ? (result.signal ?? 'a signal') : `exit code ${result.code}`;
}
function passedOn(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => {
        const upper = name.toUpperCase();
        const wanted = PASSED.has(upper) || PASSED_PREFIXES.some((prefix) => upper.startsWith(prefix));
        return wanted && value !== undefined ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./src/core/tools/cache.ts








const RECORD = 'record.json';
const STALE_MS = 60 * 60 * 1000;
/**
 * Outside of any repository, shared between runs: the runner's tool cache, else the user's cache folder. A folder
 * of our own in either, since setup actions keep wrapper scripts under the plain tool names.
 */
function cacheRoot(env) {
    const runner = env['RUNNER_TOOL_CACHE'];
    if (runner !== undefined && runner !== '')
        return (0,external_node_path_.join)(runner, 'gitops-pipeline');
    const user = env['XDG_CACHE_HOME'];
    const caches = user !== undefined && user !== '' ? user : (0,external_node_path_.join)(env['HOME'] ?? (0,external_node_os_.homedir)(), '.cache');
    return (0,external_node_path_.join)(caches, 'gitops-pipeline', 'tools');
}
function cacheSlot(root, binary, version, platform) {
    const folder = (0,external_node_path_.join)(root, binary, version, platformKey(platform));
    return { folder, program: (0,external_node_path_.join)(folder, fileNameOf(binary, platform)) };
}
/** The record of a program that is there and still what it was; undefined for anything else. */
async function readCached(slot) {
    const record = await readRecord(slot);
    if (record === undefined)
        return undefined;
    try {
        return (await sha256Of(slot.program)) === record.sha256 ? record : undefined;
    }
    catch {
        return undefined;
    }
}
async function readRecord(slot) {
    try {
        const record = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(slot.folder, RECORD), 'utf8'));
        return isRecord(record) ? record : undefined;
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { sha256, origin, archiveSha256 } = value;
    const known = origin === 'release' || origin === 'build';
    return (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && known && typeof archiveSha256 === 'string');
}
/**
 * Fills a slot: `make` puts the program at the path it is given (its digest checked by then), in a folder of its
 * own; then both are made visible by one rename. When another run was faster its program is used, if it is good;
 * a slot that is not good is replaced. Rejects with what `make` rejects with, leaving nothing behind.
 */
async function fillSlot(slot, now, make) {
    const parent = (0,external_node_path_.dirname)(slot.folder);
    await (0,promises_.mkdir)(parent, { recursive: true });
    await removeStale(parent, now);
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, '.new-'));
    try {
        const program = (0,external_node_path_.join)(work, slot.program.slice(slot.folder.length + 1));
        const made = await make(program);
        const record = { sha256: await sha256Of(program), ...made };
        await (0,promises_.chmod)(program, 0o755);
        await (0,promises_.chmod)(work, 0o755);
        await (0,promises_.writeFile)((0,external_node_path_.join)(work, RECORD), `${JSON.stringify(record)}\n`);
        return await moveIn(slot, work, record);
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function moveIn(slot, work, record) {
    for (let attempt = 0;; attempt += 1) {
        try {
            await (0,promises_.rename)(work, slot.folder);
            return record;
        }
        catch (thrown) {
            const taken = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOTDIR'].includes((0,errors/* errorCode */.CA)(thrown) ?? '');
            if (!taken || attempt >= 5)
                throw thrown;
        }
        const theirs = await readCached(slot);
        if (theirs?.origin === record.origin && theirs.archiveSha256 === record.archiveSha256)
            return theirs;
        await setAside(slot.folder);
    }
}
/** A program that somebody may be running is moved away, not overwritten. */
async function setAside(folder) {
    const old = (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `.old-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    try {
        await (0,promises_.rename)(folder, old);
    }
    catch (thrown) {
        if ((0,errors/* errorCode */.CA)(thrown) !== 'ENOENT')
            throw thrown;
    }
    await (0,promises_.rm)(old, { recursive: true, force: true });
}
/** What a killed run left behind. */
async function removeStale(parent, now) {
    const names = (await (0,promises_.readdir)(parent)).filter((name) => name.startsWith('.new-') || name.startsWith('.old-'));
    for (const name of names) {
        const path = (0,external_node_path_.join)(parent, name);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found !== undefined && now - found.mtimeMs > STALE_MS)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function sha256Of(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/core/tools/checksums.ts
/**
 * The digest of one file in a SHA256SUMS file (`<hex>  <name>`, the name perhaps with `*` before it). Undefined
 * when the file is not named, or named twice with different digests.
 */
function checksumOf(sums, fileName) {
    const digests = new Set();
    for (const line of sums.split('\n')) {
        const found = /^([0-9a-fA-F]{64})\s+\*?(.+?)\s*$/.exec(line);
        if (found?.[1] !== undefined && found[2] === fileName)
            digests.add(found[1].toLowerCase());
    }
    const [only, ...others] = digests;
    return others.length === 0 ? only : undefined;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/core/http-module.ts
var http_module = __webpack_require__(9056);
;// CONCATENATED MODULE: ./src/core/tools/download.ts







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
                return download_failed('insecure', `${url.host} redirects to ${next.protocol}//${next.host}`);
            }
            url = next;
        }
        return download_failed('refused', `${url.host} redirects more than ${MAX_REDIRECTS} times`);
    }
    catch (thrown) {
        const code = (0,errors/* errorCode */.CA)(thrown);
        if (code === undefined || FILE_FAULTS.has(code))
            throw thrown;
        const detail = `${url.host}: ${faultText(thrown)}`;
        if (code === 'ENOTFOUND')
            return download_failed('unreachable', detail);
        if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code))
            return download_failed('insecure', detail);
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
    return typeof message === 'string' && message !== '' ? message : ((0,errors/* errorCode */.CA)(thrown) ?? 'no answer');
}
function download_failed(why, detail) {
    return { kind: 'done', download: { ok: false, why, detail } };
}
function judge(status, url, response) {
    const detail = `${url.host} answers ${status} for ${url.pathname}`;
    if (status === 404 || status === 410)
        return download_failed('not-found', detail);
    if (status !== 408 && status !== 429 && status < 500)
        return download_failed('refused', detail);
    const seconds = Number(response.headers['retry-after']);
    return { kind: 'again', detail, afterMs: Number.isFinite(seconds) ? seconds * 1000 : 0 };
}
async function save(response, request) {
    const announced = Number(response.headers['content-length'] ?? Number.NaN);
    if (announced > request.maxBytes) {
        response.destroy();
        return download_failed('too-large', `${announced} bytes are offered, at most ${request.maxBytes} are taken`);
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const counter = new external_node_stream_.Transform({
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
        await (0,external_node_stream_promises_.pipeline)(response, counter, (0,external_node_fs_.createWriteStream)(request.file, { mode: 0o600 }));
    }
    catch (thrown) {
        if (!(thrown instanceof TooLarge))
            throw thrown;
        return download_failed('too-large', `more than ${request.maxBytes} bytes came`);
    }
    if (Number.isFinite(announced) && bytes !== announced) {
        return { kind: 'again', detail: `${bytes} of ${announced} bytes came`, afterMs: 0 };
    }
    return { kind: 'done', download: { ok: true, sha256: hash.digest('hex'), bytes } };
}
class TooLarge extends Error {
}
async function get(url, request) {
    const http = await (0,http_module/* httpModule */.r)(url);
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
    return host === 'localhost' || ((0,external_node_net_.isIP)(host) !== 0 && (host === '::1' || host.startsWith('127.')));
}

;// CONCATENATED MODULE: ./src/core/tools/unpack.ts


/**
 * Takes one member, by its exact name, out of an archive whose digest was checked, into a new file (mode 0600).
 * No other name of the archive is ever used as a path, so none can lead outside.
 * @throws UserError when the archive cannot be read, has no such member, or the member is larger than allowed.
 */
async function unpackMember(file, archive, member, target) {
    const { unzipSync } = await __webpack_require__.e(/* import() */ 306).then(__webpack_require__.bind(__webpack_require__, 1306));
    let content;
    const sizes = [];
    try {
        const members = unzipSync(await (0,promises_.readFile)(file), {
            filter: ({ name, originalSize }) => {
                if (name !== member)
                    return false;
                sizes.push(originalSize);
                return originalSize <= archive.maxBytes;
            },
        });
        content = members[member];
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`the archive cannot be unpacked: ${(0,errors/* errorMessage */.gJ)(cause)}`, { cause });
    }
    if (sizes.some((size) => size > archive.maxBytes)) {
        throw new errors/* UserError */.yo(`${member} in the archive is larger than ${archive.maxBytes} bytes`);
    }
    if (content === undefined || content.length === 0)
        throw new errors/* UserError */.yo(`the archive holds no ${member}`);
    await (0,promises_.writeFile)(target, content, { mode: 0o600, flag: 'wx' });
}

;// CONCATENATED MODULE: ./src/core/tools/install.ts








const MAX_SUMS_BYTES = 1024 * 1024;
/** The digest the table has for this archive; undefined when the publisher's checksum file must tell it. */
function pinnedSum(tool, version, platform) {
    const sums = Object.hasOwn(tool.versions, version) ? tool.versions[version] : undefined;
    return sums?.[platformKey(platform)];
}
/**
 * Puts the publisher's release into the cache: archive downloaded, its SHA-256 compared, and only then unpacked,
 * made executable and asked for its version.
 * @throws UserError when what comes is not what was published, or there is no such version.
 */
async function installRelease(request) {
    const { tool, version, slot, ports } = request;
    const urls = releaseUrls(request);
    let unreachable;
    try {
        await fillSlot(slot, ports.clock.now(), async (program) => {
            const archive = `${program}.archive`;
            const fetched = await fetchChecked(request, urls, archive);
            if (!fetched.ok) {
                unreachable = fetched.detail;
                throw new Error(fetched.detail);
            }
            await unpackMember(archive, tool.archive, fileNameOf(tool.binary, request.platform), program);
            await (0,promises_.rm)(archive);
            return { origin: 'release', archiveSha256: fetched.sha256 };
        });
    }
    catch (thrown) {
        if (unreachable !== undefined)
            return { ok: false, detail: unreachable };
        throw thrown;
    }
    await expectVersion(tool, version, slot.program, request);
    return { ok: true, path: slot.program };
}
/** A program that names another version than the one asked for is taken out of the cache again. */
async function expectVersion(tool, version, program, { slot, ports, env }) {
    const answer = await askVersion(tool, program, { exec: ports.exec, env });
    if (answer.ok && answer.version === version)
        return;
    await (0,promises_.rm)(slot.folder, { recursive: true, force: true });
    const said = answer.ok ? `says it is ${answer.version}` : answer.detail;
    throw new errors/* UserError */.yo(`${tool.name} ${version} was installed, but the program ${said}`, {
        help: 'Put the wanted version on PATH, or check that this machine can run it.',
        causeClass: 'init',
    });
}
function releaseUrls({ tool, version, platform, mirror }) {
    const fill = (template) => template.replace(/\{(version|os|arch)\}/g, (_, name) => encodeURIComponent(name === 'version' ? version : name === 'os' ? platform.os : platform.arch));
    const base = mirror === undefined ? fill(tool.release.base) : `${mirror.replace(/\/+$/, '')}/${tool.name}/${version}`;
    const fileName = fill(tool.release.file);
    return { archive: `${base}/${fileName}`, checksums: `${base}/${fill(tool.release.checksums)}`, fileName };
}
async function fetchChecked(request, urls, archive) {
    const { tool, version, platform, env, ports } = request;
    const pinned = pinnedSum(tool, version, platform);
    const host = new URL(urls.archive).host;
    const how = pinned === undefined ? "checked against the publisher's SHA256SUMS" : 'SHA-256 known';
    ports.log.info(`${tool.name} ${version}: downloading from ${host} (${how})`);
    const expected = pinned === undefined
        ? await publishedSum(request, urls, `${archive}.sums`)
        : { ok: true, sha256: pinned };
    if (!expected.ok)
        return expected;
    const got = await download({
        url: urls.archive,
        file: archive,
        maxBytes: tool.archive.maxBytes,
        env,
        clock: ports.clock,
    });
    if (!got.ok)
        return failure(got, request);
    if (got.sha256 === expected.sha256)
        return got;
    throw new errors/* UserError */.yo(`${urls.fileName} from ${host} is not what was published: its SHA-256 is ${got.sha256}, expected ${expected.sha256}`, {
        help: 'Nothing of it was unpacked or run. Check the mirror or proxy on the way.',
        causeClass: 'policy',
    });
}
async function publishedSum(request, urls, file) {
    if (!isTrusted(urls.checksums)) {
        throw new errors/* UserError */.yo(`no SHA-256 of ${urls.fileName} is known, and a checksum file over plain HTTP proves nothing`, {
            help: 'Use an https mirror, or a version whose checksum is known.',
            causeClass: 'policy',
        });
    }
    const { env, ports } = request;
    const got = await download({ url: urls.checksums, file, maxBytes: MAX_SUMS_BYTES, env, clock: ports.clock });
    if (!got.ok)
        return failure(got, request);
    const sums = await (0,promises_.readFile)(file, 'utf8');
    await (0,promises_.rm)(file);
    const sha256 = checksumOf(sums, urls.fileName);
    if (sha256 !== undefined)
        return { ok: true, sha256 };
    throw new errors/* UserError */.yo(`the checksum file of ${new URL(urls.checksums).host} has no one digest for ${urls.fileName}`, {
        help: 'There may be no release for this platform: put the tool on PATH.',
    });
}
function failure(got, { tool, version, platform }) {
    if (got.why === 'unreachable')
        return { ok: false, detail: got.detail };
    if (got.why === 'not-found') {
        throw new errors/* UserError */.yo(`there is no ${tool.name} ${version} for ${platformKey(platform)}: ${got.detail}`, {
            help: 'Check the version: it must be one the publisher has released.',
        });
    }
    throw new errors/* UserError */.yo(`${tool.name} ${version} cannot be downloaded: ${got.detail}`, {
        help: 'Check the mirror or proxy on the way, or put the tool on PATH.',
        causeClass: 'policy',
    });
}
/** A cached program, if it may be used: a build only where builds are allowed, a release only if it is the known one. */
async function usableCached(request, buildsToo) {
    const record = await readCached(request.slot);
    if (record === undefined)
        return false;
    if (record.origin === 'build')
        return buildsToo;
    const pinned = pinnedSum(request.tool, request.version, request.platform);
    return pinned === undefined || pinned === record.archiveSha256;
}

;// CONCATENATED MODULE: ./src/core/tools/go-build.ts






const go_build_TIMEOUT_MS = 30 * 60_000;
const go_build_PASSED = /^(?:PATH|HOME|USER|TMPDIR|LANG|XDG_\w+|GO\w+|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)$/;
/**
 * Builds a version from its Go module into the cache: for development only, on machines that reach the Go module
 * proxy but not the publisher. Takes minutes.
 * @throws UserError when there is no Go, or the build fails (with the end of its messages).
 */
async function buildWithGo(request) {
    const { tool, version, slot, ports } = request;
    const recipe = Object.hasOwn(tool.builds, version) ? tool.builds[version] : undefined;
    if (recipe === undefined)
        throw new errors/* UserError */.yo(`${tool.name} ${version} cannot be built with Go`);
    ports.log.info(`${tool.name} ${version}: building with Go, this takes some minutes`);
    await fillSlot(slot, ports.clock.now(), async (program) => {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'go-build-'));
        try {
            const go = goIn(folder, request);
            await go('mod', 'init', 'wrapper');
            for (const replace of recipe.replace)
                await go('mod', 'edit', `-replace=${replace}`);
            await go('get', `${recipe.package}@v${version}`);
            await go('build', '-trimpath', '-buildvcs=false', '-ldflags', recipe.linkerFlags, '-o', program, recipe.package);
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
        return { origin: 'build', archiveSha256: '' };
    });
    await expectVersion(tool, version, slot.program, request);
    return slot.program;
}
function goIn(folder, { tool, version, ports, env }) {
    return async (...args) => {
        const options = { cwd: folder, env: { ...go_build_passedOn(env), CGO_ENABLED: '0' }, timeoutMs: go_build_TIMEOUT_MS };
        const result = await ports.exec('go', args, options);
        if (result.code === 0)
            return;
        throw new errors/* UserError */.yo(`${tool.name} ${version}: "go ${args.slice(0, 2).join(' ')}" failed: ${go_build_lastWords(result)}`, {
            help: 'Builds need Go and the Go module proxy. Or put the tool on PATH.',
        });
    };
}
function go_build_lastWords(result) {
    if (result.timedOut)
        return `not ready in ${go_build_TIMEOUT_MS / 60_000} minutes`;
    return result.stderr.trim().split('\n').slice(-5).join('\n');
}
function go_build_passedOn(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value !== undefined && go_build_PASSED.test(name) ? [[name, value]] : []));
}

;// CONCATENATED MODULE: ./src/core/tools/resolve.ts








/**
 * Finds a tool of the wanted version: on PATH, else in the cache, else from the publisher (SHA-256 checked before
 * anything of it runs). A range or `any` that PATH does not meet takes the newest version of the table.
 * @throws UserError that says what was looked for, what was found instead, and what to do.
 */
async function resolveTool(request) {
    const { tool } = request;
    const platform = request.platform ?? hostPlatform();
    const want = parseWant(request.want, request.where);
    const seen = [];
    if (request.build !== 'always') {
        const onPath = await fromPath(request, want, platform, seen);
        if (onPath !== undefined)
            return onPath;
    }
    const version = versionToInstall(tool, want, seen, request.where);
    const slot = cacheSlot(cacheRoot(request.env), tool.name, version, platform);
    return once(slot.folder, () => fromCacheOrRelease(request, { version, platform, seen }));
}
/** `any`, an exact version or a range. @throws UserError when it is none of them. */
function parseWant(text, where) {
    if (text.trim() === 'any')
        return { kind: 'any' };
    const version = exactVersion(text);
    if (version !== undefined)
        return { kind: 'exact', version };
    return { kind: 'range', range: parseRange(text, where) };
}
/** Versions of the table, newest first. */
function knownVersions(tool) {
    return Object.keys(tool.versions).sort(compareVersions).reverse();
}
function resolve_meets(want, version) {
    switch (want.kind) {
        case 'any':
            return true;
        case 'exact':
            return version === want.version;
        case 'range':
            return fitsRange(version, want.range);
    }
}
async function fromPath({ tool, env, ports, cwd }, want, platform, seen) {
    for (const path of await programsOnPath(tool, env, platform)) {
        const answer = await askVersion(tool, path, {
            exec: ports.exec,
            env,
            ...(cwd === undefined ? {} : { cwd }),
        });
        if (answer.ok && resolve_meets(want, answer.version))
            return { path, version: answer.version, origin: 'path' };
        seen.push(answer.ok ? `${path} is ${answer.version}` : `${path} ${answer.detail}`);
    }
    return undefined;
}
function versionToInstall(tool, want, seen, where) {
    if (want.kind === 'exact')
        return want.version;
    const known = knownVersions(tool);
    const newest = known.find((version) => resolve_meets(want, version));
    if (newest !== undefined)
        return newest;
    const text = want.kind === 'range' ? `meets "${want.range.text}"` : 'is known';
    throw new errors/* UserError */.yo(`no version of ${tool.name} ${text}: ${onPathText(seen)}; known are ${known.join(', ')}`, {
        help: `Name an exact version (input tool-version, or a version file), or put one on PATH.`,
        ...(where === undefined ? {} : { where }),
    });
}
async function fromCacheOrRelease(request, at) {
    const { tool, env, ports, build = 'never' } = request;
    const { version, platform } = at;
    const slot = cacheSlot(cacheRoot(env), tool.name, version, platform);
    if (await usableCached({ tool, version, platform, slot }, build !== 'never')) {
        return { path: slot.program, version, origin: 'cache' };
    }
    const wish = { tool, version, platform, slot, env, ports };
    if (build === 'always')
        return { path: await buildWithGo(wish), version, origin: 'build' };
    const installed = await installRelease({ ...wish, mirror: mirrorOf(request) });
    if (installed.ok)
        return { path: installed.path, version, origin: 'download' };
    if (build === 'when-unreachable' && Object.hasOwn(tool.builds, version)) {
        ports.log.info(`${tool.name} ${version}: no way out to the publisher (${installed.detail})`);
        return { path: await buildWithGo(wish), version, origin: 'build' };
    }
    const text = `${tool.name} ${version} is not on this machine (${onPathText(at.seen)}; not in ${slot.folder}) and cannot be downloaded`;
    throw new errors/* UserError */.yo(`${text}: ${installed.detail}`, {
        help: `Put ${tool.binary} ${version} on PATH, or name a mirror in GITOPS_PIPELINE_MIRROR, or a proxy in HTTPS_PROXY.`,
        causeClass: 'init',
        ...(request.where === undefined ? {} : { where: request.where }),
    });
}
function onPathText(seen) {
    return seen.length === 0 ? 'none on PATH' : `on PATH: ${seen.join(', ')}`;
}
/** @throws UserError when the mirror is not a URL. */
function mirrorOf({ mirror, env }) {
    const text = mirror ?? env['GITOPS_PIPELINE_MIRROR'] ?? '';
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'https:' || url?.protocol === 'http:')
        return text;
    throw new errors/* UserError */.yo(`the mirror of tools is not an http(s) URL: "${text}"`, {
        where: 'GITOPS_PIPELINE_MIRROR',
    });
}
const underWay = new Map();
/** Stacks are looked at side by side: the second to want a tool waits for the first one's download. */
async function once(key, work) {
    const running = underWay.get(key);
    if (running !== undefined)
        return running;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
}

;// CONCATENATED MODULE: ./src/core/tools/sums.ts
/** The last release of each minor line. */
const terraformSums = {
    '1.16.4': {
        'linux-amd64': 'dc94af0eef1147718ad7c8daea792ed199e3e0492eec180d0adafa2a65a879df',
        'linux-arm64': '8263f301cb1a24489a4adeed147bf28504053f77237b3ea97a0ef2972659de30',
        'darwin-amd64': '2ee4b62064086e4b24b0d6cf2e61718fbaf0556feba990f708a5e32557554b3b',
        'darwin-arm64': '42cfdf97ad722f79085fe2279b06d4b8680172de3534b22eeddd9a0fbbe7b8f1',
    },
    '1.15.8': {
        'linux-amd64': 'd25ce7b6902013ad905db3d2eab0be4cd905887fe88b81a6171b8d5503c31f3d',
        'linux-arm64': '8891e9dcedc9e3b8950bc6af9d4d8af1f4cfade3062f53b9dc403a89f6ce8c9c',
        'darwin-amd64': 'e2e812e783771159bf758fd4e55d6dc9bb08f63e2af2c63d212721807a02c5dc',
        'darwin-arm64': 'f210110c5698b94d803a7a63cdb0251b5455c150841478808e2bbb343f95ed68',
    },
    '1.14.9': {
        'linux-amd64': '2e5cffc20a0b48a67a76268723bd5a10b8666f69b2aa4f04906e206726bedd63',
        'linux-arm64': '863002085b886453795d9ff4b8989b8468784478150b70ba8a1df3e3ad66da99',
        'darwin-amd64': 'c15326e1af102d2767d40208a0157d1402057f80192991f56803b66457304cf3',
        'darwin-arm64': '5bc0b11b7a63c8984a41d82523356df46f7833c2e9651a39a7f8919422de5cde',
    },
    '1.13.5': {
        'linux-amd64': '0dbe3fcc268eb670801af6a6456799d1ae26e72e73797f6c6167e18aafd1fd9a',
        'linux-arm64': 'fc1ddcb403fb57e25bdbdceb1ef2b1a102650c01b4d65dd3410082d2ef8b4417',
        'darwin-amd64': '92f76865230cbe6bb747e49cb3dc5b44a054324bbdd1a080bb127b326b94c404',
        'darwin-arm64': '1bf942231235e7e1a4c38c6d7b820e54f526ac487f87d19f0c4a425c6ddb62cb',
    },
    '1.12.2': {
        'linux-amd64': '1eaed12ca41fcfe094da3d76a7e9aa0639ad3409c43be0103ee9f5a1ff4b7437',
        'linux-arm64': 'f8a0347dc5e68e6d60a9fa2db361762e7943ed084a773f28a981d988ceb6fdc9',
        'darwin-amd64': 'c65aa74bed1dbb1c48ba4bbab11f08e7f7eeb54a422146561490275340468f19',
        'darwin-arm64': '1ca02f336ff4f993d6441806d38a0bcc0bbca0e3c877b84c9c2dc80cfcd0dc8b',
    },
    '1.11.4': {
        'linux-amd64': '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
        'linux-arm64': 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
        'darwin-amd64': 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
        'darwin-arm64': '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
    },
    '1.10.5': {
        'linux-amd64': '0566a24f5332098b15716ebc394be503f4094acba5ba529bf5eb0698ed5e2a90',
        'linux-arm64': '0ca5d6977c7c46bfa4bbe030030b911e897cf0cb72bff5525fb76c10f1c3409a',
        'darwin-amd64': '4164db242076c7e99ac6aec67bc42b366925b97267e3883edaca4e4e408b082e',
        'darwin-arm64': '51910553dae21dab7f5f55912129602fd902e68a6b6d84b326a556a3e140b98b',
    },
    '1.9.8': {
        'linux-amd64': '186e0145f5e5f2eb97cbd785bc78f21bae4ef15119349f6ad4fa535b83b10df8',
        'linux-arm64': 'f85868798834558239f6148834884008f2722548f84034c9b0f62934b2d73ebb',
        'darwin-amd64': 'be591e8c59c49d0cfbc7664d24910a4b43840b89d0a4bbca662149bbf0397e91',
        'darwin-arm64': '873d7b925d08578fb6bb9c12c7cd92ae73e289e07c360f2fdd69f9036b7baaab',
    },
    '1.8.5': {
        'linux-amd64': 'bb1ee3e8314da76658002e2e584f2d8854b6def50b7f124e27b957a42ddacfea',
        'linux-arm64': '17b3a243ea24003a58ab324c197da8609fccae136bcb8a424bf61ec475b3a203',
        'darwin-amd64': '051c702e156a4d1a1c628783cf2ca0e1db8cca7b4c0f1686ea623558ed5560f9',
        'darwin-arm64': '627c5005ab4a2bee36316f4967a41f16d55f79ea737f78b6bb34325c728c73e1',
    },
    '1.7.5': {
        'linux-amd64': '3ff056b5e8259003f67fd0f0ed7229499cfb0b41f3ff55cc184088589994f7a5',
        'linux-arm64': '08631c385667dd28f03b3a3f77cb980393af4a2fcfc2236c148a678ad9150c8c',
        'darwin-amd64': '0eaf64e28f82e2defd06f7a6f3187d8cea03d5d9fcd2af54f549a6c32d6833f7',
        'darwin-arm64': '99c4d4feafb0183af2f7fbe07beeea6f83e5f5a29ae29fee3168b6810e37ff98',
    },
    '1.6.6': {
        'linux-amd64': 'd117883fd98b960c5d0f012b0d4b21801e1aea985e26949c2d1ebb39af074f00',
        'linux-arm64': '4066567f4ba031036d9b14c1edb85399aac1cfd6bbec89cdd8c26199adb2793b',
        'darwin-amd64': '33376343c7e0279b674c1c8b8a31dc3174ac09dd796d32651cc5e3b98f220436',
        'darwin-arm64': '01e608fc04cf54869db687a212d60f3dc3d5c828298514857f9e29f8ac1354a9',
    },
    '1.5.7': {
        'linux-amd64': 'c0ed7bc32ee52ae255af9982c8c88a7a4c610485cf1d55feeb037eab75fa082c',
        'linux-arm64': 'f4b4ad7c6b6088960a667e34495cae490fb072947a9ff266bf5929f5333565e4',
        'darwin-amd64': 'b310ec0e626e9799000cfc8e30247cd827cf7f8030c8e0400257c7f111e93537',
        'darwin-arm64': 'db7c33eb1a446b73a443e2c55b532845f7b70cd56100bec4c96f15cfab5f50cb',
    },
};
/** OpenTofu: the newest with its sums, the last releases of older lines without. */
const tofuSums = {
    '1.12.6': {
        'linux-amd64': '5dc43da4f750f33873dc25e94587128709e819e544b7be9016b255316153c3a8',
        'linux-arm64': 'e573979ba68a17fe7b881752051a694a7efcd970e39521f6a25775197861ed4d',
        'darwin-amd64': '166388e5feed47e107e11721b6366bf91d21e47eccbced75f3cbe0c7184ffd9b',
        'darwin-arm64': 'e083ee43790ab9e19ad66d9933e24a7244a1412e1d5728f37999ae2163fdac95',
    },
    '1.11.6': {},
    '1.10.6': {},
    '1.9.1': {},
    '1.8.8': {},
};

;// CONCATENATED MODULE: ./src/core/tools/table.ts

const MEBIBYTE = 1024 * 1024;
const askTerraform = { args: ['version', '-json'], field: 'terraform_version' };
const TOOLS = {
    terraform: {
        name: 'terraform',
        binary: 'terraform',
        wrapper: { binary: 'terraform-bin', folderVariable: 'TERRAFORM_CLI_PATH' },
        askVersion: askTerraform,
        versions: terraformSums,
        release: {
            base: 'https://releases.hashicorp.com/terraform/{version}',
            file: 'terraform_{version}_{os}_{arch}.zip',
            checksums: 'terraform_{version}_SHA256SUMS',
        },
        archive: { kind: 'zip', maxBytes: 512 * MEBIBYTE },
        builds: {
            // From 1.6 on the backends are modules of their own that only the repository's replace lines connect.
            '1.5.7': {
                package: 'github.com/hashicorp/terraform',
                replace: [],
                linkerFlags: '-s -w -X github.com/hashicorp/terraform/version.dev=no',
            },
        },
    },
    tofu: {
        name: 'tofu',
        binary: 'tofu',
        wrapper: { binary: 'tofu-bin', folderVariable: 'TOFU_CLI_PATH' },
        askVersion: askTerraform,
        versions: tofuSums,
        release: {
            base: 'https://github.com/opentofu/opentofu/releases/download/v{version}',
            file: 'tofu_{version}_{os}_{arch}.zip',
            checksums: 'tofu_{version}_SHA256SUMS',
        },
        archive: { kind: 'zip', maxBytes: 512 * MEBIBYTE },
        builds: {
            '1.12.6': {
                package: 'github.com/opentofu/opentofu/cmd/tofu',
                replace: [
                    'github.com/hashicorp/hcl/v2=github.com/opentofu/hcl/v2@v2.20.2-0.20251021132045-587d123c2828',
                ],
                linkerFlags: '-s -w -X github.com/opentofu/opentofu/version.dev=no',
            },
        },
    },
};

// EXTERNAL MODULE: ./src/hcl/scan.ts + 1 modules
var scan = __webpack_require__(896);
;// CONCATENATED MODULE: ./src/terraform/required-version.ts


/**
 * What the root module's own files ask of the tool's version, read as the tool reads them: all constraints together;
 * an override file's replace the others'.
 *
 * Terraform: `terraform { required_version }` in `.tf` and `.tf.json`. OpenTofu 1.12: the same in `.tofu` files only
 * (in `.tf` files it counts as meant for Terraform), and `language { compatible_with { opentofu } }` in all; a
 * `.tofu` file hides the `.tf` file of the same name.
 * Sources: hashicorp/terraform internal/configs/module.go (mergeFile), opentofu/opentofu internal/configs
 * (diagnostics.go, parser_config_dir.go).
 * @throws UserError when a constraint cannot be read.
 */
function requiredVersion(files, tool) {
    const read = moduleFiles(files, tool);
    let found = read.filter((file) => !isOverride(file.name)).flatMap((file) => constraintsIn(file, tool));
    for (const file of read.filter(({ name }) => isOverride(name))) {
        const own = constraintsIn(file, tool);
        if (own.length > 0)
            found = own;
    }
    if (found.length === 0)
        return undefined;
    const ranges = found.map(({ file, text }) => parseRange(text, `required_version in ${file}`));
    return { range: joinRanges(ranges), files: [...new Set(found.map(({ file }) => file))] };
}
/** File names of a root module's configuration, for one tool. */
function isConfigFile(name) {
    if (name.startsWith('.') || name.endsWith('~') || /^#.*#$/.test(name))
        return false;
    return /\.(?:tf|tofu)(?:\.json)?$/.test(name);
}
function isTofuFile(name) {
    return isConfigFile(name) && /\.tofu(?:\.json)?$/.test(name);
}
function moduleFiles(files, tool) {
    const names = new Set(files.map(({ name }) => name));
    const counts = ({ name }) => {
        if (!isConfigFile(name))
            return false;
        if (tool === 'terraform')
            return !isTofuFile(name);
        return isTofuFile(name) || !names.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'));
    };
    return files.filter(counts).sort((a, b) => (a.name < b.name ? -1 : 1));
}
function isOverride(name) {
    return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}
function constraintsIn(file, tool) {
    const texts = file.name.endsWith('.json')
        ? fromJson(file, tool)
        : fromHcl((0,scan/* scanHcl */.J)(file.text), file.name, tool);
    return texts.map((text) => ({ file: file.name, text }));
}
function fromHcl(body, name, tool) {
    const texts = [];
    for (const block of body.blocks) {
        if (block.type === 'terraform' && (tool === 'terraform' || isTofuFile(name))) {
            texts.push(attribute(block.body, 'required_version'));
        }
        if (block.type === 'language' && tool === 'tofu') {
            const inner = block.body.blocks.filter(({ type }) => type === 'compatible_with');
            texts.push(...inner.map((each) => attribute(each.body, 'opentofu')));
        }
    }
    return texts.filter((text) => text !== undefined);
}
function attribute(body, name) {
    return (0,scan/* literalString */.d)(body.attributes.find((each) => each.name === name)?.expression);
}
/** The JSON syntax: a block is an object, or a list of objects. */
function fromJson(file, tool) {
    let data;
    try {
        data = JSON.parse(file.text);
    }
    catch {
        return [];
    }
    const required = blocks(data, 'terraform').map((block) => block['required_version']);
    if (tool === 'terraform')
        return required.filter((text) => typeof text === 'string');
    const compatible = blocks(data, 'language').flatMap((block) => blocks(block, 'compatible_with'));
    const ranges = compatible.map((block) => block['opentofu']);
    return [...(isTofuFile(file.name) ? required : []), ...ranges].filter((text) => typeof text === 'string');
}
function blocks(data, type) {
    const value = isObject(data) ? data[type] : undefined;
    return (Array.isArray(value) ? value : [value]).filter(isObject);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/terraform/version-file.ts




/**
 * What a version file or input asks for, as an exact version, a constraint, or `any`; undefined when it leaves the
 * choice to `required_version` (`latest-allowed`). The forms are those of tfenv, tofuenv, tenv, asdf and mise.
 * @throws UserError for what is none of them, or names no version that is known here.
 */
function versionWish(text, tool, where) {
    const wish = text.trim();
    if (wish === '' || wish === 'latest-allowed')
        return undefined;
    if (wish === 'any' || wish === 'system')
        return 'any';
    const exact = exactVersion(wish);
    if (exact !== undefined)
        return exact;
    const part = /^v?(\d+(?:\.\d+)?)(?:\.[x*])?$/.exec(wish)?.[1];
    if (part !== undefined)
        return `~> ${part}.0`;
    if (wish === 'latest' || wish.startsWith('latest:'))
        return latest(wish, tool, where);
    if (wish === 'min-required') {
        throw new errors/* UserError */.yo(`"${wish}" is not supported`, {
            help: 'Name the version, or remove the file: required_version is read anyway.',
            where,
        });
    }
    if (/^[\^~](?!>)|\|\||[*]|^(?:ref|path):|^\S+ - /.test(wish)) {
        throw new errors/* UserError */.yo(`"${wish}" is not a version of ${tool}`, {
            help: 'Write it as Terraform does: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0".',
            where,
        });
    }
    return parseRange(wish, where).text;
}
/** tfenv's `latest` and `latest:<regex>`, among the versions that are known here. */
function latest(wish, tool, where) {
    const known = knownVersions(TOOLS[tool]);
    const [newest] = known;
    if (wish === 'latest' && newest !== undefined)
        return `>= ${newest}`;
    const pattern = wish.slice('latest:'.length);
    const found = known.find((version) => matches(version, pattern));
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`no known version of ${tool} matches "${wish}": known are ${known.join(', ')}`, {
        help: 'Name the exact version.',
        where,
    });
}
/** The pattern comes from the repository: plain prefixes only, so that no regular expression of it is run. */
function matches(version, pattern) {
    const prefix = pattern.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\.', '.').replace(/\.$/, '');
    return /^[\d.]+$/.test(prefix) && (version === prefix || version.startsWith(`${prefix}.`));
}
/** asdf's and mise's file: `<tool> <version> [fallbacks…]`, `#` begins a comment. */
function readToolVersions(text) {
    const found = {};
    for (const line of (text ?? '').split('\n')) {
        const [name, version] = line.replace(/#.*/, '').trim().split(/\s+/);
        if (version === undefined)
            continue;
        if (name === 'terraform')
            found.terraform ??= version;
        if (name === 'opentofu' || name === 'tofu')
            found.tofu ??= version;
    }
    return found;
}

;// CONCATENATED MODULE: ./src/terraform/version.ts



/**
 * Which tool and version a stack wants. Version: the input; the nearest version file (`.terraform-version` or
 * `.opentofu-version`, then `.tool-versions`, in the stack's folder, then in each folder above it up to the root);
 * `required_version`; else any. Tool: the input; the nearest of those files that names one (in the stack's folder
 * `*.tofu` files and the lock file's registry too); what PATH holds; Terraform.
 * @throws UserError when a version cannot be read, with the file it stands in.
 */
async function wantedTool(question) {
    const chosen = await chooseTool(question);
    const { tool } = chosen;
    const { version } = question.input;
    if (version !== 'auto') {
        return {
            tool,
            version: versionWish(version, tool, 'input tool-version') ?? 'any',
            reason: 'input tool-version',
        };
    }
    const file = await versionFromFiles(question, tool);
    if (file !== undefined)
        return { tool, ...file };
    const required = requiredVersion(await sourceFiles(question), tool);
    if (required === undefined)
        return { tool, version: 'any', reason: chosen.reason };
    return { tool, version: required.range.text, reason: `required_version in ${required.files.join(', ')}` };
}
const VERSION_FILES = {
    tofu: '.opentofu-version',
    terraform: '.terraform-version',
};
async function chooseTool(question) {
    const { tool } = question.input;
    if (tool !== 'auto')
        return { tool, reason: 'input tool' };
    for (const folder of foldersUpward(question)) {
        const found = await toolNamedIn(folder, question);
        if (found !== undefined)
            return found;
    }
    if ((await question.onPath('tofu')) && !(await question.onPath('terraform'))) {
        return { tool: 'tofu', reason: 'only tofu is on PATH' };
    }
    return { tool: 'terraform', reason: 'no version is asked for' };
}
async function toolNamedIn(folder, question) {
    const names = await question.list(folder);
    for (const tool of ['tofu', 'terraform']) {
        const name = VERSION_FILES[tool];
        if (names.includes(name))
            return { tool, reason: version_shown(folder, name, question) };
    }
    const inStack = folder === question.stackDir;
    const tofuFile = inStack ? names.find(isTofuFile) : undefined;
    if (tofuFile !== undefined)
        return { tool: 'tofu', reason: tofuFile };
    const lines = readToolVersions(await question.read((0,external_node_path_.join)(folder, '.tool-versions')));
    const [only, other] = ['tofu', 'terraform'].filter((tool) => lines[tool] !== undefined);
    if (only !== undefined && other === undefined) {
        return { tool: only, reason: version_shown(folder, '.tool-versions', question) };
    }
    const registry = inStack ? await lockedRegistry(question) : undefined;
    if (registry !== undefined)
        return registry;
    return undefined;
}
/** The lock file names the registry that the last `init` used: each tool has its own. */
async function lockedRegistry({ stackDir, read }) {
    const name = '.terraform.lock.hcl';
    const text = (await read((0,external_node_path_.join)(stackDir, name))) ?? '';
    const tofu = /^provider "registry\.opentofu\.org\//m.test(text);
    const terraform = /^provider "registry\.terraform\.io\//m.test(text);
    if (tofu === terraform)
        return undefined;
    return { tool: tofu ? 'tofu' : 'terraform', reason: name };
}
async function versionFromFiles(question, tool) {
    for (const folder of foldersUpward(question)) {
        const own = await question.read((0,external_node_path_.join)(folder, VERSION_FILES[tool]));
        const reason = version_shown(folder, VERSION_FILES[tool], question);
        const version = own === undefined ? undefined : versionWish(firstLine(own), tool, reason);
        if (version !== undefined)
            return { version, reason };
        const line = readToolVersions(await question.read((0,external_node_path_.join)(folder, '.tool-versions')))[tool];
        const shared = version_shown(folder, '.tool-versions', question);
        const asked = line === undefined ? undefined : versionWish(line, tool, shared);
        if (asked !== undefined)
            return { version: asked, reason: shared };
    }
    return undefined;
}
function firstLine(text) {
    const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
    return lines.find((line) => line !== '') ?? '';
}
async function sourceFiles({ stackDir, read, list }) {
    const names = (await list(stackDir)).filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name));
    return Promise.all(names.map(async (name) => ({ name, text: (await read((0,external_node_path_.join)(stackDir, name))) ?? '' })));
}
/** The stack's folder, then each one above it, ending with the root. */
function foldersUpward({ stackDir, rootDir }) {
    const folders = [stackDir];
    for (let folder = stackDir; folder !== rootDir && folder !== (0,external_node_path_.dirname)(folder);) {
        folder = (0,external_node_path_.dirname)(folder);
        folders.push(folder);
    }
    return folders.at(-1) === rootDir ? folders : [stackDir];
}
function version_shown(folder, name, { rootDir }) {
    return (0,external_node_path_.join)((0,external_node_path_.relative)(rootDir, folder), name).replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./src/terraform/resolve-binary.ts







/**
 * The Terraform or OpenTofu that a stack wants, found or installed.
 * @throws UserError when no such version can be had, or a version file cannot be read.
 */
async function resolveBinary(request) {
    const { stackDir, rootDir, input, env, ports, mirror, build } = request;
    const wanted = await wantedTool({
        stackDir,
        rootDir,
        input,
        read: readIfThere,
        list: (folder) => (0,promises_.readdir)(folder),
        onPath: async (tool) => (await programsOnPath(TOOLS[tool], env, hostPlatform())).length > 0,
    });
    const { path, version } = await resolveTool({
        tool: TOOLS[wanted.tool],
        want: wanted.version,
        where: wanted.reason,
        env,
        ports,
        cwd: stackDir,
        ...(mirror === undefined ? {} : { mirror }),
        ...(build === undefined ? {} : { build }),
    });
    return { tool: wanted.tool, path, version, reason: wanted.reason };
}
async function readIfThere(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (thrown) {
        if ((0,errors/* errorCode */.CA)(thrown) === 'ENOENT' || (0,errors/* errorCode */.CA)(thrown) === 'EISDIR')
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./src/terraform/secret-configuration.ts

/** Names of the root module's variables that are declared sensitive. */
function sensitiveVariables(configuration) {
    return sensitiveOf((0,json/* own */.ZV)(configuration, 'root_module'));
}
/**
 * Constants written in the configuration: defaults of sensitive variables, what module calls give to sensitive
 * variables, sensitive outputs, arguments of resources, provisioners and providers with a secret's name.
 * References (`var.db_password`) are no values and are passed over.
 */
function configurationSecrets(configuration, found) {
    for (const provider of entriesOf((0,json/* own */.ZV)(configuration, 'provider_config'))) {
        expressions((0,json/* own */.ZV)(provider[1], 'expressions'), false, found);
    }
    const modules = [(0,json/* own */.ZV)(configuration, 'root_module')];
    while (modules.length > 0) {
        const module = modules.pop();
        for (const [name, variable] of entriesOf((0,json/* own */.ZV)(module, 'variables'))) {
            const value = (0,json/* own */.ZV)(variable, 'default');
            if ((0,json/* own */.ZV)(variable, 'sensitive') === true)
                found.all(value);
            else if (found.hidesKey(name))
                found.named(value);
            else
                found.look(value);
        }
        for (const [name, output] of entriesOf((0,json/* own */.ZV)(module, 'outputs'))) {
            const constant = (0,json/* own */.ZV)((0,json/* own */.ZV)(output, 'expression'), 'constant_value');
            if ((0,json/* own */.ZV)(output, 'sensitive') === true)
                found.all(constant);
            else if (found.hidesKey(name))
                found.named(constant);
            else
                found.look(constant);
        }
        const resources = (0,json/* own */.ZV)(module, 'resources');
        for (const resource of (0,json/* isArray */.cy)(resources) ? resources : []) {
            expressions((0,json/* own */.ZV)(resource, 'expressions'), false, found);
            const provisioners = (0,json/* own */.ZV)(resource, 'provisioners');
            for (const provisioner of (0,json/* isArray */.cy)(provisioners) ? provisioners : []) {
                expressions((0,json/* own */.ZV)(provisioner, 'expressions'), false, found);
            }
        }
        for (const [, call] of entriesOf((0,json/* own */.ZV)(module, 'module_calls'))) {
            const called = (0,json/* own */.ZV)(call, 'module');
            const sensitive = sensitiveOf(called);
            const given = (0,json/* own */.ZV)(call, 'expressions');
            expressions(given, false, found);
            for (const [name, expression] of entriesOf(given)) {
                if (sensitive.has(name))
                    found.all((0,json/* own */.ZV)(expression, 'constant_value'));
            }
            if (called !== undefined)
                modules.push(called);
        }
    }
}
/** Below this, blocks in blocks are taken to be secret under a secret's name, and passed over otherwise. */
const MAX_DEPTH = 100;
/** A map of arguments and nested blocks, whose leaves are `{constant_value}` or `{references}`. */
function expressions(node, hidden, found, depth = 0) {
    if (depth > MAX_DEPTH) {
        if (hidden)
            found.all(node);
    }
    else if ((0,json/* isArray */.cy)(node))
        for (const item of node)
            expressions(item, hidden, found, depth + 1);
    else if ((0,json/* isObject */.Gv)(node)) {
        for (const [key, item] of Object.entries(node)) {
            if (key === 'constant_value') {
                if (hidden)
                    found.named(item);
                found.look(item);
            }
            else {
                regionOf(key, item, found);
                expressions(item, hidden || found.hidesKey(key), found, depth + 1);
            }
        }
    }
}
function regionOf(key, expression, found) {
    if (key === 'region' || key === 'location')
        found.name((0,json/* own */.ZV)(expression, 'constant_value'));
}
function sensitiveOf(module) {
    const variables = entriesOf((0,json/* own */.ZV)(module, 'variables'));
    return new Set(variables.filter(([, variable]) => (0,json/* own */.ZV)(variable, 'sensitive') === true).map(([name]) => name));
}
function entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}

// EXTERNAL MODULE: ./src/terraform/secret-values.ts
var secret_values = __webpack_require__(1685);
;// CONCATENATED MODULE: ./src/terraform/secrets.ts



/**
 * All that a plan says or suggests is secret. Marks are not enough: Terraform marks what came from a sensitive value by
 * its own rules, and a provider's copy of it stands unmarked beside it, as `output = "hunter2-a"` does for a
 * `terraform_data` with a sensitive `input`. So values are gathered here, to be searched everywhere:
 * - marked ones, in changes, drift, deferred changes, outputs, planned values, prior state, sensitive variables and
 *   what module calls give to variables that are declared sensitive;
 * - strings whose attribute, variable or output has a secret's name, or whose sibling `name` has; also inside JSON,
 *   YAML and scripts in strings; also constants in the configuration (provider blocks);
 * - well-known token shapes, private keys and passwords in URLs.
 * Linear in the size of the plan.
 */
function planSecrets(raw, hidesKey) {
    const found = (0,secret_values/* makeSecretCollector */.A)(hidesKey);
    for (const resource of [...secrets_listOf(raw.resource_changes), ...secrets_listOf(raw.resource_drift)])
        ofResource(resource, found);
    for (const deferred of secrets_listOf(raw.deferred_changes))
        ofResource((0,json/* own */.ZV)(deferred, 'resource_change'), found);
    for (const [name, change] of secrets_entriesOf(raw.output_changes)) {
        found.name(name);
        ofChange(change, found);
        if (hidesKey(name)) {
            found.named((0,json/* own */.ZV)(change, 'before'));
            found.named((0,json/* own */.ZV)(change, 'after'));
        }
    }
    ofValues(raw.planned_values, found);
    ofValues((0,json/* own */.ZV)(raw.prior_state, 'values'), found);
    const sensitive = sensitiveVariables(raw.configuration);
    for (const [name, variable] of secrets_entriesOf(raw.variables)) {
        const value = (0,json/* own */.ZV)(variable, 'value');
        if (sensitive.has(name))
            found.all(value);
        else if (hidesKey(name))
            found.named(value);
        found.look(value);
    }
    configurationSecrets(raw.configuration, found);
    for (const action of secrets_listOf(raw.action_invocations)) {
        found.name((0,json/* own */.ZV)(action, 'address'));
        found.look((0,json/* own */.ZV)(action, 'config_values'), (0,json/* own */.ZV)(action, 'config_sensitive'));
    }
    return { secrets: [...found.secrets], publicNames: [...found.names] };
}
function ofResource(resource, found) {
    for (const key of ['address', 'previous_address', 'module_address', 'type', 'name', 'index'])
        found.name((0,json/* own */.ZV)(resource, key));
    ofChange((0,json/* own */.ZV)(resource, 'change'), found);
}
function ofChange(change, found) {
    found.look((0,json/* own */.ZV)(change, 'before'), (0,json/* own */.ZV)(change, 'before_sensitive'));
    found.look((0,json/* own */.ZV)(change, 'after'), (0,json/* own */.ZV)(change, 'after_sensitive'));
    found.look((0,json/* own */.ZV)(change, 'before_identity'));
    found.look((0,json/* own */.ZV)(change, 'after_identity'));
}
/** `planned_values` and the state's `values`. */
function ofValues(values, found) {
    for (const [name, output] of secrets_entriesOf((0,json/* own */.ZV)(values, 'outputs'))) {
        found.name(name);
        const value = (0,json/* own */.ZV)(output, 'value');
        found.look(value, (0,json/* own */.ZV)(output, 'sensitive') === true);
        if (found.hidesKey(name))
            found.named(value);
    }
    const modules = [(0,json/* own */.ZV)(values, 'root_module')];
    while (modules.length > 0) {
        const module = modules.pop();
        found.name((0,json/* own */.ZV)(module, 'address'));
        for (const resource of secrets_listOf((0,json/* own */.ZV)(module, 'resources'))) {
            found.name((0,json/* own */.ZV)(resource, 'address'));
            found.look((0,json/* own */.ZV)(resource, 'values'), (0,json/* own */.ZV)(resource, 'sensitive_values'));
        }
        for (const child of secrets_listOf((0,json/* own */.ZV)(module, 'child_modules')))
            modules.push(child);
    }
}
/** The plan was read, not checked: any part may be of another kind than the format says. */
function secrets_listOf(value) {
    return Array.isArray(value) ? value : [];
}
function secrets_entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}

;// CONCATENATED MODULE: ./src/pipeline/parallel.ts
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

;// CONCATENATED MODULE: ./src/pipeline/plan-stacks.ts














/**
 * Words that our own text is made of. A secret that is one of them is hidden where it is marked; searched for
 * everywhere it would make every report unreadable, and the last check would refuse it.
 */
const OWN_WORDS = ('terraform opentofu sensitive unchanged attribute attributes resource resources output outputs stack stacks replace ' +
    'destroy destroyed update create created forces replacement changed change deferred import imported moved shell ' +
    'commit attempt warning caution details summary action result workspace').split(' ');
/**
 * Plans stacks and says what came of each. All are planned before anything is said of any: a secret of one stack may
 * turn up in another one's text.
 */
async function planStacks(stacks, settings, ports) {
    const given = await knownSecrets(stacks, { ...settings, env: settings.jobEnv });
    const known = { ...given, publicNames: [...given.publicNames, ...OWN_WORDS] };
    const early = (0,redact/* makeRedactor */.$)({ ...known, patterns: settings.patterns });
    const serially = oneAtATime();
    const pluginCacheDir = await pluginCache(stacks.length, settings);
    const plans = await mapParallel(stacks, settings.parallel, async (stack, index) => {
        const progress = ports.progress?.(stack);
        const folder = (0,external_node_path_.join)(settings.folder, String(index));
        const plan = await planOne(stack, { settings, folder, early, serially, progress, pluginCacheDir, ports });
        return { plan, progress };
    });
    const found = plans.flatMap(({ plan }) => plan.raw === undefined ? [] : [planSecrets(plan.raw, early.hidesKey)]);
    const redactor = (0,redact/* makeRedactor */.$)({
        secrets: [...known.secrets, ...found.flatMap(({ secrets }) => secrets)],
        publicNames: [...known.publicNames, ...found.flatMap(({ publicNames }) => publicNames)],
        patterns: settings.patterns,
    });
    const outcomes = plans.map(({ plan }) => planOutcome(plan, redactor));
    const options = {
        run: settings.run,
        destroyWarning: settings.destroyWarning,
        notSearched: redactor.notSearched,
    };
    const parts = outcomes.map((outcome) => (0,redact_document/* redactPart */.dE)(planPart(outcome, options), redactor));
    parts.forEach((part, index) => plans[index]?.progress?.done(part));
    return { parts, outcomes, redactor, planFiles: plans.map(({ plan }) => plan.planFile ?? '') };
}
/** One cache of providers for all stacks of the job; not with a single one, and not where the user has one. */
async function pluginCache(stacks, { env, folder }) {
    if (stacks < 2 || (env['TF_PLUGIN_CACHE_DIR'] ?? '') !== '')
        return undefined;
    const cache = (0,external_node_path_.join)(folder, 'providers');
    await (0,promises_.mkdir)(cache, { recursive: true });
    return cache;
}
/** A fault of one stack is that stack's failure: the others are still planned. */
async function planOne(stack, one) {
    const { settings, ports, progress } = one;
    const started = ports.clock.now();
    try {
        if (settings.planFile !== undefined) {
            return await givenPlan(stack, settings.planFile, { folder: one.folder, run: () => stackRun(stack, one), early: one.early, checks: settings.checks }, ports);
        }
        const run = await stackRun(stack, one);
        return await makeStackPlan({
            stack,
            run,
            checks: settings.checks,
            folder: one.folder,
            redactor: one.early,
            serially: one.serially,
            onPhase: (phase) => progress?.phase(phase),
            onProgress: (event) => progress?.event(event),
        }, ports);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return failedPlan(stack, thrown, settings, (ports.clock.now() - started) / 1000);
    }
}
async function stackRun(stack, { settings, pluginCacheDir, ports }) {
    const directory = (0,external_node_path_.join)(settings.root, stack.path);
    await checkStackDirectory(directory);
    const binary = await resolveBinary({
        stackDir: directory,
        rootDir: settings.root,
        input: settings.tool,
        env: settings.env,
        ports,
    });
    return {
        directory,
        binary,
        env: settings.env,
        varFiles: settings.varFiles,
        backendConfig: settings.backendConfig,
        initArgs: settings.initArgs,
        planArgs: settings.planArgs,
        lockTimeout: settings.lockTimeout,
        ...(stack.workspace === undefined ? {} : { workspace: stack.workspace }),
        ...(pluginCacheDir === undefined ? {} : { pluginCacheDir }),
    };
}
function failedPlan(stack, fault, { root, planFile }, seconds) {
    const where = placeOf(fault.where, stack.path, root);
    const diagnostics = [
        { severity: 'error', summary: `${where}${(0,errors/* errorMessage */.gJ)(fault)}`, detail: fault.help ?? '' },
    ];
    return {
        stack,
        failure: {
            kind: 'failed',
            phase: planFile === undefined ? 'init' : 'read',
            cause: fault.causeClass,
            ...(fault.help === undefined ? {} : { help: fault.help }),
            diagnostics,
            seconds,
        },
        diagnostics,
        findings: [],
        seconds,
    };
}
/** The reader knows the repository, not where the runner keeps it; and the stack is named in any case. */
function placeOf(where, stackPath, root) {
    if (where === undefined || where === root)
        return '';
    const place = where.startsWith(`${root}/`) ? where.slice(root.length + 1) : where;
    return place === stackPath ? '' : `${place}: `;
}


/***/ }),

/***/ 7907:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ publishableJson),
/* harmony export */   dE: () => (/* binding */ redactPart),
/* harmony export */   g$: () => (/* binding */ publishable),
/* harmony export */   rR: () => (/* binding */ redactDocument)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

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
        verdict: verdict.kind === 'ok' ? verdict : { ...verdict, reason: redact(verdict.reason) },
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
    const read = asRead(text);
    const forms = new Set([text, read, read.replaceAll('`', ''), read.replace(/[`*]/g, '')]);
    refuseLeaks([...forms], redactor);
    return text;
}
/**
 * As `publishable`, for data: its text as JSON, once none of the texts in it holds a secret. Words, ids and digests of
 * our own are not looked at: a pattern such as `\d{12}` would find a run's id, and a secret `status` a key.
 */
function publishableJson(data, redactor) {
    const texts = new Set();
    collectTexts(data, texts);
    refuseLeaks([[...texts].join('\n')], redactor);
    return JSON.stringify(data);
}
/** Values under these names are made by us, from fixed words or as numbers, ids and digests. */
const OWN_KEYS = new Set(('version kind rank level tone action sign status cause rule severity mode language fingerprint run counts noun ' +
    'digest plan-digest rawActions align key formatVersion terraformVersion').split(' '));
/** Each text once: addresses and names come many times. */
function collectTexts(value, texts) {
    if (typeof value === 'string')
        texts.add(value);
    else if (Array.isArray(value))
        for (const item of value)
            collectTexts(item, texts);
    else if (typeof value === 'object' && value !== null) {
        const object = value;
        for (const key in object)
            if (!OWN_KEYS.has(key))
                collectTexts(object[key], texts);
    }
}
function refuseLeaks(forms, redactor) {
    const leaks = Math.max(...forms.map((form) => redactor.leaks(form)));
    if (leaks === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Refused to publish: the finished text still holds ${leaks === 1 ? 'a sensitive value' : `${leaks} sensitive values`}.`, {
        causeClass: 'policy',
        help: 'Nothing was published. Mark the value as sensitive where it is defined, or add a pattern to `redact`.',
    });
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
        before: valueOf(change.before, redactor),
        after: valueOf(change.after, redactor),
        ...(change.lines === undefined ? {} : { lines: linesOf(change.lines, redactor) }),
    };
}
function valueOf(value, redactor) {
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

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
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


/***/ }),

/***/ 8046:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readModules)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _stacks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6343);



/** Made by tools, never by people: nothing in them is a stack. */
const SKIPPED = new Set(['.git', '.terraform', '.terragrunt-cache', 'node_modules']);
/**
 * All folders below `root` that hold Terraform or OpenTofu files. Links to folders are not followed: they may loop
 * or leave the repository, and what they point to is found where it really is.
 */
async function readModules(root) {
    const found = [];
    const visit = async (path) => {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { withFileTypes: true });
        const names = entries
            .filter((entry) => !entry.isDirectory() && (0,_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .isModuleFile */ .L)(entry.name))
            .map(({ name }) => name);
        if (names.length > 0) {
            const files = await Promise.all(names.sort().map(async (name) => ({ name, text: await readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path, name)) })));
            const hasLockFile = entries.some((entry) => entry.name === '.terraform.lock.hcl');
            found.push({ path: path === '' ? '.' : path, hasLockFile, files });
        }
        for (const entry of entries) {
            if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
                await visit(path === '' ? entry.name : `${path}/${entry.name}`);
            }
        }
    };
    await visit('');
    return found;
}
/** A dangling link reads as empty: terraform will name it. */
async function readText(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '');
}


/***/ }),

/***/ 6343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isModuleFile),
/* harmony export */   t: () => (/* binding */ findStacks)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(896);

/** `.tf`, `.tofu`, and their JSON forms. */
const isModuleFile = (name) => /\.(tf|tofu)(\.json)?$/.test(name);
/**
 * A stack is a folder with a backend or cloud block (in a called module such a block has no effect, so that nobody
 * writes it there), or one with a dependency lock file that no other folder calls as a module. In a repository where
 * no folder is one, every folder that is not called counts, unless its path says otherwise (`modules`, `examples`,
 * `tests`). What examples and tests call stays what it is.
 */
function findStacks(folders) {
    const called = new Set(folders.filter(({ path }) => !isTrial(path)).flatMap(calledFolders));
    const roots = folders.filter((folder) => !called.has(folder.path));
    const marked = folders.filter((folder) => hasBackend(folder) || (folder.hasLockFile && roots.includes(folder)));
    const chosen = marked.length > 0 ? marked : roots.filter((folder) => !looksLikePart(folder.path));
    const stacks = chosen.map(({ path }) => ({ name: path, path })).sort((a, b) => (a.path < b.path ? -1 : 1));
    // A module that is called is planned with its caller, except where it looks like a stack itself.
    const unclaimed = folders.filter((folder) => !chosen.includes(folder) && (roots.includes(folder) || folder.hasLockFile));
    return { stacks, unclaimed: unclaimed.map(({ path }) => path).sort() };
}
/** Calls made in there are for trying a module out. */
const isTrial = (path) => path.split('/').some((part) => /^(examples?|tests?|fixtures)$/i.test(part));
const looksLikePart = (path) => path.split('/').some((part) => /^(modules?|examples?|tests?|fixtures)$/i.test(part));
function hasBackend(folder) {
    return folder.files.some(({ name, text }) => {
        if (name.endsWith('.json'))
            return /"(backend|cloud)"\s*:/.test(text);
        return blocksOf((0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scanHcl */ .J)(text), 'terraform').some((body) => body.blocks.some((block) => block.type === 'backend' || block.type === 'cloud'));
    });
}
function calledFolders(folder) {
    return folder.files.flatMap(({ name, text }) => {
        const sources = name.endsWith('.json') ? jsonSources(text) : hclSources(text);
        return sources
            .filter((source) => source.startsWith('./') || source.startsWith('../'))
            .map((source) => joinPath(folder.path, source))
            .filter((path) => path !== folder.path);
    });
}
function hclSources(text) {
    return blocksOf((0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scanHcl */ .J)(text), 'module').flatMap((body) => {
        const source = (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .literalString */ .d)(body.attributes.find((attribute) => attribute.name === 'source')?.expression);
        return source === undefined ? [] : [source];
    });
}
/** Of `{"module": {"name": {"source": …}}}`; the body of a block may be a list of bodies. */
function jsonSources(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return []; // a broken file calls nothing; terraform will say what is wrong with it
    }
    return bodiesOf(field(parsed, 'module'))
        .flatMap((calls) => Object.values(calls).flatMap(bodiesOf))
        .flatMap((call) => (typeof call['source'] === 'string' ? [call['source']] : []));
}
const field = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
function bodiesOf(value) {
    const list = Array.isArray(value) ? value : [value];
    return list.filter((item) => typeof item === 'object' && item !== null);
}
const blocksOf = (body, type) => body.blocks.filter((block) => block.type === type).map((block) => block.body);
/** `a/b` + `../c` → `a/c`. What climbs out of the repository keeps its `..` and so matches no folder of it. */
function joinPath(folder, relative) {
    const parts = folder === '.' ? [] : folder.split('/');
    for (const part of relative.split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    return parts.length === 0 ? '.' : parts.join('/');
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
 * OpenTofu's `difference`) hold values of variables and attributes.
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
    });
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


/***/ }),

/***/ 1027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ keepDigits),
/* harmony export */   mn: () => (/* binding */ exactDigits),
/* harmony export */   oF: () => (/* binding */ hasLongNumber)
/* harmony export */ });
/** Marks a number that JavaScript cannot hold: a string of this (for private use in Unicode) and its digits. */
const mark = '\uE000';
const markCode = mark.charCodeAt(0);
/** The digits of a number that JavaScript cannot hold, as they were written; undefined for all other values. */
function exactDigits(value) {
    if (typeof value !== 'string' || value.charCodeAt(0) !== markCode)
        return undefined;
    const digits = value.slice(1);
    return /^-?\d[\d.eE+-]*$/.test(digits) ? digits : undefined;
}
/**
 * A reviver that keeps the digits of a number where a double would lose some: `9007199254740993`, `1e400`. It looks
 * at nothing but the number itself, so that two texts are read alike: `1.0` is 1 in both.
 * The third argument (ES2025 "JSON.parse source text access") is not in TypeScript's library yet.
 */
function keepDigits(...[, value, context]) {
    if (typeof value !== 'number' || context?.source === undefined)
        return value;
    const { source } = context;
    return significant(source) === significant(String(value)) ? value : mark + source;
}
/** `-120.50e3` → `12050`: sign and size aside, which a double always has right as long as it is neither 0 nor infinite. */
function significant(text) {
    return text
        .replace(/[eE].*$/, '')
        .replace(/[-.]/g, '')
        .replace(/^0+|0+$/g, '');
}
/** Doubles hold 15 digits for sure, so from this length (with a point among them) some may be lost. */
const longRun = 16;
/**
 * Whether JSON holds a number that may need `keepDigits`. Looks at every 16th character only, as a plan has millions.
 * True for some numbers inside of strings too.
 */
function hasLongNumber(json) {
    for (let at = 0; at < json.length; at += longRun) {
        if (!isDigit(json.charCodeAt(at)))
            continue;
        let [start, end] = [at, at + 1];
        while (isDigit(json.charCodeAt(start - 1)))
            start--;
        while (isDigit(json.charCodeAt(end)))
            end++;
        if (end - start >= longRun && isNumberAt(json, start))
            return true;
        at = Math.max(at, Math.floor((end - 1) / longRun) * longRun);
    }
    return false;
}
function isDigit(code) {
    return (code >= 48 && code <= 57) || code === 46;
}
/** After a key or in a list. A key that stands in JSON in a string has a backslash before its quote. */
function isNumberAt(json, start) {
    return /(?:[^\\]":|[[,])[ \n\r\t]*-?$/.test(json.slice(Math.max(0, start - 200), start));
}


/***/ }),

/***/ 6106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ canonicalText),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   Mw: () => (/* binding */ maxDepth),
/* harmony export */   Vk: () => (/* binding */ sameJson),
/* harmony export */   Yz: () => (/* binding */ childMark),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   cy: () => (/* binding */ isArray),
/* harmony export */   df: () => (/* binding */ marksAnything),
/* harmony export */   u_: () => (/* binding */ isContainer),
/* harmony export */   yG: () => (/* binding */ countLeaves),
/* harmony export */   z1: () => (/* binding */ isEmptyContainer)
/* harmony export */ });
/* unused harmony export writeCanonical */
/** How deep values are looked into. Terraform's own values stay below 50; what lies deeper is compared, not shown. */
const maxDepth = 100;
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isArray(value) {
    return Array.isArray(value);
}
function isContainer(value) {
    return typeof value === 'object' && value !== null;
}
/** An own property, so that a key named `constructor` or `__proto__` does not find the prototype's. */
function own(value, key) {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The mark of one child in a mark tree (`after_unknown`, `before_sensitive`): `true` covers all that is below. */
function childMark(mark, key) {
    if (mark === true || mark === undefined || mark === false)
        return mark;
    if (typeof key === 'number')
        return isArray(mark) ? mark[key] : undefined;
    return own(mark, key);
}
/** True when a mark tree marks anything. Below `maxDepth` it is taken to do so. */
function marksAnything(mark, depth = 0) {
    if (mark === undefined || mark === false || mark === null)
        return false;
    if (mark === true)
        return true;
    if (!isContainer(mark))
        return false;
    if (depth >= maxDepth)
        return true;
    if (isArray(mark))
        return mark.some((child) => marksAnything(child, depth + 1));
    for (const key in mark)
        if (marksAnything(mark[key], depth + 1))
            return true;
    return false;
}
/** Deep equality, key order aside. A loop and no recursion: input may be nested without limit. */
function sameJson(left, right) {
    const stack = [left, right];
    while (stack.length > 0) {
        const b = stack.pop();
        const a = stack.pop();
        if (a === b)
            continue;
        if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b))
            return false;
        if (isArray(a) && isArray(b)) {
            if (a.length !== b.length)
                return false;
            for (let index = 0; index < a.length; index++) {
                if (a[index] !== b[index])
                    stack.push(a[index], b[index]);
            }
            continue;
        }
        const keys = Object.keys(a);
        if (keys.length !== Object.keys(b).length)
            return false;
        for (const key of keys) {
            if (!Object.hasOwn(b, key))
                return false;
            const inA = a[key];
            const inB = b[key];
            if (inA !== inB)
                stack.push(inA, inB);
        }
    }
    return true;
}
/** Leaves that hold something: null and empty containers do not count. */
function countLeaves(value) {
    if (!isContainer(value))
        return value === null || value === undefined ? 0 : 1;
    let count = 0;
    const stack = [value];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        for (const child of Object.values(next)) {
            if (isContainer(child))
                stack.push(child);
            else if (child !== null && child !== undefined)
                count++;
        }
    }
    return count;
}
function isEmptyContainer(value) {
    return isContainer(value) && Object.keys(value).length === 0;
}
/**
 * The one text of a value, object keys sorted by code unit, given to `sink` in pieces.
 * A loop and no recursion, so that nesting cannot overflow the stack.
 */
function writeCanonical(value, sink) {
    const stack = [];
    const open = (child) => {
        if (!isContainer(child) || (stack.length < maxDepth && isSorted(child, 0))) {
            sink(child === undefined ? 'null' : JSON.stringify(child));
            return;
        }
        const keys = Array.isArray(child) ? undefined : sortedKeys(child);
        sink(keys === undefined ? '[' : '{');
        stack.push({ value: child, keys, next: 0 });
    };
    open(value);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
        const index = frame.next++;
        if (frame.keys === undefined) {
            const array = frame.value;
            if (index >= array.length) {
                sink(']');
                stack.pop();
                continue;
            }
            if (index > 0)
                sink(',');
            open(array[index]);
            continue;
        }
        const key = frame.keys[index];
        if (key === undefined) {
            sink('}');
            stack.pop();
            continue;
        }
        sink((index > 0 ? ',' : '') + JSON.stringify(key) + ':');
        open(frame.value[key]);
    }
}
/** By code unit. Terraform writes its maps sorted already, so mostly nothing is to be done. */
function sortedKeys(value) {
    const keys = Object.keys(value);
    for (let index = 1; index < keys.length; index++) {
        if ((keys[index - 1] ?? '') > (keys[index] ?? ''))
            return keys.sort(byCodeUnit);
    }
    return keys;
}
function byCodeUnit(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** As `writeCanonical`, in one piece. */
function canonicalText(value) {
    if (value === undefined)
        return 'null';
    if (!isContainer(value) || isSorted(value, 0))
        return JSON.stringify(value);
    const pieces = [];
    writeCanonical(value, (piece) => pieces.push(piece));
    return pieces.join('');
}
/** True when JSON.stringify would give the canonical text: tools mostly write their keys sorted, and it is fast. */
function isSorted(value, depth) {
    if (depth > maxDepth)
        return false;
    if (isArray(value))
        return value.every((child) => !isContainer(child) || isSorted(child, depth + 1));
    let previous = '';
    for (const key in value) {
        if (key < previous)
            return false;
        previous = key;
        const child = value[key];
        if (isContainer(child) && !isSorted(child, depth + 1))
            return false;
    }
    return true;
}


/***/ }),

/***/ 7093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ hiddenBySibling),
/* harmony export */   V2: () => (/* binding */ isValueKey),
/* harmony export */   qL: () => (/* binding */ unknownText),
/* harmony export */   qf: () => (/* binding */ placeholder),
/* harmony export */   vv: () => (/* binding */ hidesName)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

/** What stands where a value may not be seen. The redactor uses the same words. */
const placeholder = '(sensitive value)';
const unknownText = '(known after apply)';
/** Also for names that are paths themselves, as in Helm's `set` blocks: `auth.adminPassword`, `env[0].TOKEN`. */
function hidesName(redactor, name) {
    if (redactor.hidesKey(name))
        return true;
    if (!/[./:[]/.test(name))
        return false;
    const last = name.split(/[./:[\]]/).findLast((part) => part !== '');
    return last !== undefined && redactor.hidesKey(last);
}
const valueKeys = new Set(['value', 'Value', 'values', 'Values']);
function isValueKey(key) {
    return valueKeys.has(key);
}
const nameKeys = ['name', 'key', 'Name', 'Key'];
/**
 * A secret's name often stands beside it and not above it: `{ name = "DB_PASSWORD", value = "…" }` in the blocks of
 * Cloud Run, ECS, CodeBuild and Helm. True when `key` is such a value and its sibling's name hides it.
 */
function hiddenBySibling(redactor, object, key) {
    if (!valueKeys.has(key))
        return false;
    return nameKeys.some((nameKey) => {
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(object, nameKey);
        return typeof name === 'string' && hidesName(redactor, name);
    });
}


/***/ }),

/***/ 1685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ makeSecretCollector)
/* harmony export */ });
/* harmony import */ var _core_key_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7433);
/* harmony import */ var _core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9153);
/* harmony import */ var _core_redact_shapes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3754);
/* harmony import */ var _plan_exact_number_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1027);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6106);
/* harmony import */ var _plan_secret_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7093);






/** Below this depth nothing is told apart any more: all is secret. Terraform's values stay below 50. */
const MAX_DEPTH = 200;
/** What a secret's name often holds in place of the secret: where it is kept. */
const REFERENCE = /^(?:arn:aws[\w-]*:|\/subscriptions\/|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\(|vault:)/;
const REGION_KEYS = new Set(['region', 'location', 'availability_zone']);
/** Maps have keys too, as many as they like. */
const MOST_KEYS = 20_000;
function makeSecretCollector(hidesKey) {
    const secrets = new Set();
    const names = new Set();
    /** Long strings stand in a plan up to four times: before, after, planned, prior. */
    const inspected = new Set();
    const scratch = (0,_core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .makeScratch */ .lP)();
    /** One look-up a key instead of three: a plan has a million keys, and few different ones. */
    const kinds = new Map();
    const kindOf = (key) => {
        const known = kinds.get(key);
        if (known !== undefined)
            return known;
        const kind = hidesKey(key)
            ? 'secret'
            : (0,_plan_secret_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isValueKey */ .V2)(key)
                ? 'value'
                : REGION_KEYS.has(key)
                    ? 'region'
                    : 'other';
        if (kinds.size < MOST_KEYS)
            kinds.set(key, kind);
        return kind;
    };
    const add = (value) => {
        if (value !== '')
            secrets.add((0,_plan_exact_number_js__WEBPACK_IMPORTED_MODULE_3__/* .exactDigits */ .mn)(value) ?? value);
    };
    const all = (value) => {
        const waiting = [value];
        while (waiting.length > 0) {
            const next = waiting.pop();
            if (typeof next === 'string') {
                add(next);
                const inner = parseContainer(next);
                if (inner === undefined)
                    inspect(next, 0);
                else
                    named(inner);
            }
            else if (typeof next === 'number' || typeof next === 'boolean')
                add(String(next));
            else if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isArray */ .cy)(next))
                for (const item of next)
                    waiting.push(item);
            else if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(next))
                for (const key in next)
                    waiting.push(next[key]);
        }
    };
    const named = (value, depth = 0) => {
        if (typeof value === 'string') {
            const inner = parseContainer(value);
            if (inner !== undefined)
                named(inner, depth + 1);
            if (!REFERENCE.test(value))
                add(value);
        }
        else if (depth > MAX_DEPTH)
            all(value);
        else if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isArray */ .cy)(value))
            for (const item of value)
                named(item, depth + 1);
        else if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value)) {
            for (const key in value) {
                const item = value[key];
                if (typeof item === 'string' && (0,_core_key_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescriptiveName */ .iF)(key) && !hidesKey(key))
                    look(item);
                else
                    named(item, depth + 1);
            }
        }
    };
    const look = (value, mark, depth = 0) => {
        if (mark === true)
            all(value);
        else if (typeof value === 'string')
            inspect(value, depth);
        else if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isContainer */ .u_)(value))
            return;
        else if (depth > MAX_DEPTH)
            all(value);
        else if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isArray */ .cy)(value)) {
            const marks = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isArray */ .cy)(mark) ? mark : undefined;
            for (let k = 0; k < value.length; k++) {
                const item = value[k];
                if (marks !== undefined || typeof item === 'string' || (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isContainer */ .u_)(item))
                    look(item, marks?.[k], depth + 1);
            }
        }
        else {
            const marks = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(mark) ? mark : undefined;
            for (const key in value) {
                const item = value[key];
                const itemMark = marks !== undefined && Object.hasOwn(marks, key) ? marks[key] : undefined;
                if (typeof item !== 'string' && !(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isContainer */ .u_)(item)) {
                    if (itemMark === true)
                        look(item, itemMark, depth + 1);
                    continue;
                }
                const kind = kindOf(key);
                if (kind === 'secret' || (kind === 'value' && namedBeside(value, hidesKey)))
                    named(item, depth + 1);
                look(item, itemMark, depth + 1);
                if (kind === 'region' && typeof item === 'string' && itemMark !== true)
                    names.add(item);
            }
        }
    };
    /** JSON, YAML, scripts, connection strings: what has a secret's name or shape inside a string. */
    const inspect = (text, depth) => {
        if (text.length < 10 || !mayHoldSecret(text) || inspected.has(text))
            return;
        inspected.add(text);
        const inner = parseContainer(text);
        if (inner !== undefined)
            look(inner, undefined, depth + 1);
        else {
            const codes = text.length <= _core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .SCRATCH_LENGTH */ .YY ? (0,_core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .codesInto */ .Lw)(scratch, text) : (0,_core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .codesOf */ .MZ)(text);
            (0,_core_redact_shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .findShapes */ .I)(text, codes, hidesKey, (start, end) => {
                const found = text.slice(start, end);
                if (REFERENCE.test(found))
                    return;
                add(found);
                const meant = unescaped(found);
                if (meant !== undefined)
                    add(meant);
            });
        }
    };
    return {
        all,
        named,
        look,
        name: (text) => {
            if (typeof text === 'string' && text !== '')
                names.add(text);
        },
        hidesKey,
        secrets,
        names,
    };
}
/** An object or array written as JSON, else undefined. */
function parseContainer(text) {
    const first = /^\s*([{[])/.exec(text.length > 40 ? text.slice(0, 40) : text);
    if (first === null)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What a quoted string of YAML, HCL or JSON means by its escapes: so a copy of it stands elsewhere. */
function unescaped(text) {
    if (!text.includes('\\'))
        return undefined;
    try {
        return JSON.parse(`"${text}"`);
    }
    catch {
        return undefined;
    }
}
/** Cheap, and right for almost all strings of a plan: names, ids and numbers have none of these. */
function mayHoldSecret(text) {
    return text.length >= 20 || text.includes('=') || text.includes(':');
}
/** `{ name = "DB_PASSWORD", value = "…" }` */
function namedBeside(object, hidesKey) {
    for (const key of ['name', 'key', 'Name', 'Key']) {
        const name = Object.hasOwn(object, key) ? object[key] : undefined;
        if (typeof name === 'string' && hidesKey(name))
            return true;
    }
    return false;
}


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ stackSubject)
/* harmony export */ });
/* unused harmony export stackKey */
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


/***/ }),

/***/ 2658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V7: () => (/* binding */ tfvarsValues),
/* harmony export */   vn: () => (/* binding */ envSecrets),
/* harmony export */   xY: () => (/* binding */ declaredSensitive)
/* harmony export */ });
/* harmony import */ var _core_key_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7433);
/* harmony import */ var _core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9153);
/* harmony import */ var _core_redact_shapes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3754);
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(896);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6106);
/* harmony import */ var _secret_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1685);






/**
 * Names of the variables that a `.tf` or `.tofu` file (or its `.json` form) declares sensitive or ephemeral. A value
 * of `sensitive` that is not plainly `false` counts as true. Throws on nothing.
 */
function declaredSensitive(tfText) {
    const json = parse(tfText);
    if (json !== undefined) {
        const names = [];
        // In JSON a block may be an object or a list of them.
        for (const variables of listOf((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(json, 'variable'))) {
            for (const [name, bodies] of (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(variables) ? Object.entries(variables) : []) {
                if (listOf(bodies).some((body) => isOn((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(body, 'sensitive')) || isOn((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(body, 'ephemeral'))))
                    names.push(name);
            }
        }
        return names;
    }
    return (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .scanHcl */ .J)(tfText)
        .blocks.filter(({ type, labels }) => type === 'variable' && labels.length === 1)
        .filter(({ body }) => body.attributes.some(({ name, expression }) => /^(?:sensitive|ephemeral)$/.test(name) && expression !== 'false'))
        .flatMap(({ labels }) => labels);
}
/**
 * Values that a `.tfvars` or `.tfvars.json` text gives to the named variables: every string and number in them.
 * Functions and references have no place in such files; what cannot be read as a value is taken as it is written.
 */
function tfvarsValues(text, names) {
    const found = (0,_secret_values_js__WEBPACK_IMPORTED_MODULE_3__/* .makeSecretCollector */ .A)(() => false);
    const json = parse(text);
    const wanted = new Set(names);
    if (json !== undefined)
        for (const name of wanted)
            found.all((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(json, name));
    else {
        for (const { name, expression } of (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .scanHcl */ .J)(text).attributes) {
            if (wanted.has(name))
                for (const value of literalsOf(expression))
                    found.all(value);
        }
    }
    return [...found.secrets];
}
/** Names that hold no secret although they end like one: the working directory. */
const HARMLESS_VARIABLES = new Set(['PWD', 'OLDPWD']);
/** Secrets whose names do not say so. */
const SECRET_VARIABLE = /^(?:TF_TOKEN_.+|TF_ENCRYPTION|PG_CONN_STR|AWS_ACCESS_KEY_ID)$/;
const FILE_PATH = /^(?:\.{0,2}|~|[A-Za-z]:)[/\\][^\n]{0,4096}$/;
/**
 * Values of environment variables that are secret by name (`AWS_SECRET_ACCESS_KEY`, `TF_VAR_db_password`,
 * `TF_TOKEN_app_terraform_io`, `INPUT_GITHUB-TOKEN`, …), the secrets inside those that are JSON
 * (`GOOGLE_CREDENTIALS`), and tokens, private keys and passwords in URLs inside any.
 */
function envSecrets(env) {
    const hidesKey = (0,_core_key_names_js__WEBPACK_IMPORTED_MODULE_0__/* .makeHidesKey */ .FF)();
    const found = (0,_secret_values_js__WEBPACK_IMPORTED_MODULE_3__/* .makeSecretCollector */ .A)(hidesKey);
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined || value.trim() === '')
            continue;
        const secret = SECRET_VARIABLE.test(name) || (hidesKey(name) && !HARMLESS_VARIABLES.has(name));
        // `GOOGLE_APPLICATION_CREDENTIALS=/path/to/key.json` names the file, which is no secret.
        if (secret && !(FILE_PATH.test(value) && /credentials?$|kubeconfig$/i.test(name)))
            found.all(value);
        else
            found.look(value);
        // `DATABASE_URL`, and the HCL of `TF_ENCRYPTION`.
        (0,_core_redact_shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .findShapes */ .I)(value, (0,_core_redact_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .codesOf */ .MZ)(value), hidesKey, (start, end) => found.all(value.slice(start, end)));
    }
    return [...found.secrets];
}
/** All literals of a value in HCL: strings, heredocs, numbers, also in lists and maps. */
function literalsOf(expression) {
    const whole = (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .literalString */ .d)(expression);
    if (whole !== undefined)
        return [whole];
    const values = [];
    const token = /"((?:[^"\\\n]|\\.)*)"|<<-?([A-Za-z_]\w*)[^\n]*\n([\s\S]*?)\n[ \t]*\2(?![\w-])|(-?\d[\w.]*)|\b(true|false)\b|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
    for (const [, quoted, , heredoc, number, boolean] of expression.matchAll(token)) {
        if (quoted !== undefined)
            values.push((0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .literalString */ .d)(`"${quoted}"`) ?? quoted);
        else if (heredoc !== undefined)
            values.push(heredoc, withoutIndent(heredoc));
        else if (number !== undefined)
            values.push(number);
        else if (boolean !== undefined)
            values.push(boolean);
    }
    return values.length === 0 && !/^[{[]/.test(expression) ? [expression] : values;
}
/** As `<<-` has it: without the blanks that all lines begin with. */
function withoutIndent(text) {
    const lines = text.split('\n');
    const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
    const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
    return lines.map((line) => line.slice(indent)).join('\n');
}
function parse(text) {
    if (!/^\s*\{/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function listOf(value) {
    return Array.isArray(value) ? value : [value];
}
function isOn(value) {
    return value !== undefined && value !== false && value !== null && value !== 'false';
}


/***/ })

};
