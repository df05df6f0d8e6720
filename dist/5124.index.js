export const id = 5124;
export const ids = [5124];
export const modules = {

/***/ 5124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeArtifacts: () => (/* binding */ makeArtifacts)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/http-exchange.ts
var http_exchange = __webpack_require__(7613);
// EXTERNAL MODULE: ./src/core/artifacts/blob.ts
var blob = __webpack_require__(7828);
;// CONCATENATED MODULE: ./src/core/artifacts/service.ts

/**
 * What the runner tells of its results service; the token is masked from here on.
 * @throws UserError when there is none
 */
function resultsService(env, log) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    if (!hasService(server)) {
        throw new errors/* UserError */.yo(`GitHub Enterprise Server (${server}) has no artifact service that we can use`, {
            help: 'Leave out what needs artifacts (collect, save-plan), or hand the files on yourself.',
            where: 'GITHUB_SERVER_URL',
        });
    }
    const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: url = '' } = env;
    if (token === '' || !URL.canParse(url)) {
        throw new errors/* UserError */.yo('There is no artifact service here: the runner did not tell where it is', {
            help: 'Artifacts exist in a job of a workflow only, and only for actions ("uses:"), not for "run:" steps.',
            where: token === '' ? 'ACTIONS_RUNTIME_TOKEN' : 'ACTIONS_RESULTS_URL',
        });
    }
    log.mask(token);
    return { origin: new URL(url).origin, token, ...backendIds(token) };
}
/** GitHub itself, also GitHub Enterprise Cloud with data residency: the hosts for which the toolkit's library works. */
function hasService(server) {
    if (!URL.canParse(server))
        return false;
    const host = new URL(server).hostname.toLowerCase();
    return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}
/** The token names its run and job in a scope: `Actions.Results:<run>:<job>`. Whether it is genuine the service judges. */
function backendIds(token) {
    const scopes = scopesOf(token).split(' ');
    for (const scope of scopes) {
        const [name, runBackendId, jobBackendId, ...more] = scope.split(':');
        if (name === 'Actions.Results' && runBackendId && jobBackendId && more.length === 0) {
            return { runBackendId, jobBackendId };
        }
    }
    throw new errors/* UserError */.yo("The runner's token does not say which run it is of", {
        help: 'Is the runner up to date? Artifacts need one of 2024 or newer.',
        where: 'ACTIONS_RUNTIME_TOKEN',
    });
}
function scopesOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        const isClaims = typeof claims === 'object' && claims !== null && 'scp' in claims;
        return isClaims && typeof claims.scp === 'string' ? claims.scp : '';
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./src/core/artifacts/signed-url.ts
var signed_url = __webpack_require__(7164);
// EXTERNAL MODULE: ./src/core/artifacts/repeat.ts
var repeat = __webpack_require__(8048);
;// CONCATENATED MODULE: ./src/core/artifacts/twirp.ts




/** The service said no. */
class RefusedError extends errors/* UserError */.yo {
    /** Twirp's name of the fault: `already_exists`, `not_found`, … */
    code;
    /** True when an earlier try of this request got no answer: it may have taken effect. */
    afterLost;
    constructor(message, code, afterLost) {
        super(message, HELP[code] ?? { help: 'Run the job again.' });
        this.name = 'RefusedError';
        this.code = code;
        this.afterLost = afterLost;
    }
}
const HELP = {
    unauthenticated: { help: "The runner's token has expired with its job: run it again.", causeClass: 'auth' },
    permission_denied: {
        help: 'May this job keep artifacts? Look at the settings under Actions.',
        causeClass: 'auth',
    },
    resource_exhausted: { help: 'The storage for artifacts is full: delete old ones, or raise the limit.' },
};
const IDLE_MS = 30_000;
/** A list of a thousand artifacts is 300 kB. */
const LIMIT = 32 * 1024 * 1024;
/**
 * Calls one method of the runner's results service: Twirp with JSON. Fields go out under the names of the protobuf
 * file.
 *
 * @throws RefusedError, or UserError when it does not answer
 */
async function callResults(method, request, { origin, token, runBackendId, jobBackendId }, ports) {
    const url = new URL(`${origin}/twirp/github.actions.results.api.v1.ArtifactService/${method}`);
    const body = JSON.stringify({
        workflow_run_backend_id: runBackendId,
        workflow_job_run_backend_id: jobBackendId,
        ...request,
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    let lost = false;
    const result = await (0,repeat/* repeat */.u)(`ask for ${method}`, ports, async () => {
        let answer;
        try {
            answer = await ports.send(url, { method: 'POST', headers, body, limit: LIMIT, idleMs: IDLE_MS });
        }
        catch (error) {
            if (error instanceof http_exchange/* TooLargeError */.qB)
                throw new errors/* UserError */.yo(`GitHub's answer to ${method} is too large`);
            lost = true;
            return { again: (0,blob/* networkWords */.GL)(error) };
        }
        const { status } = answer;
        const json = jsonOf(answer.bytes);
        if (status === 200 && json !== undefined)
            return { done: json };
        if (status === 200 || (0,blob/* isPassing */.WG)(status)) {
            lost ||= status !== 429;
            const said = status === 200 ? 'the answer is no JSON' : `the service answered ${status}`;
            return { again: said, after: answer.headers['retry-after'] };
        }
        const code = typeof json?.code === 'string' ? json.code : '';
        const words = typeof json?.msg === 'string' ? `: ${json.msg.replaceAll(token, '***').slice(0, 300)}` : '';
        throw new RefusedError(`The artifact service refused ${method} (${status})${words}`, code, lost);
    });
    if ('done' in result)
        return result.done;
    throw new errors/* UserError */.yo(`The artifact service did not do ${method}: ${result.gaveUp}`, {
        help: `Run the job again. If it goes on: may this runner reach ${url.host} (proxy, firewall), and is GitHub up?`,
        causeClass: 'timeout',
    });
}
/**
 * A field of an answer. Twirp's servers may write names as in the protobuf file or in camel case, and leave out what
 * is empty: https://protobuf.dev/programming-guides/json/
 */
function field(json, name) {
    const camel = name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
    return json[name] ?? json[camel];
}
/** The same as text; 64-bit numbers are text already. */
function textField(json, name) {
    const value = field(json, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
const isJson = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function jsonOf(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return isJson(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/core/artifacts/zip-read.ts
var zip_read = __webpack_require__(8093);
// EXTERNAL MODULE: ./src/core/artifacts/entry-name.ts
var entry_name = __webpack_require__(2091);
;// CONCATENATED MODULE: ./src/core/artifacts/zip-write.ts


/** The earliest time a zip file can hold: equal files make equal archives. */
const MTIME = new Date(1980, 0, 1);
/** A key of an object that is none: the library loses it. */
const UNPACKABLE = '__proto__';
/** The files as a zip archive. @throws UserError for names that it may not hold. */
async function writeZip(files, compress) {
    if (files.length === 0)
        throw new errors/* UserError */.yo('There is nothing to upload: an artifact needs a file');
    const bad = files.find(({ name }) => !(0,entry_name/* isEntryName */.G)(name) || name === UNPACKABLE);
    if (bad !== undefined)
        throw new errors/* UserError */.yo(`An artifact cannot hold a file called ${JSON.stringify(bad.name)}`);
    const clash = (0,entry_name/* clashOf */.J)(files.map(({ name }) => name));
    if (clash !== undefined)
        throw new errors/* UserError */.yo(`An artifact cannot hold ${JSON.stringify(clash)} twice`);
    const { zipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
    const entries = files.map(({ name, content }) => [name, [content, {}]]);
    return zipSync(Object.fromEntries(entries), {
        level: compress ? 6 : 0,
        mtime: MTIME,
    });
}

;// CONCATENATED MODULE: ./src/core/artifacts/client.ts








/** What the newest version of the service's protocol calls itself: it keeps the type of the contents. */
const VERSION = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The artifacts of this run, through the runner's results service. Our own client, see
 * docs/decisions/0014-own-artifact-client.md. Sends nothing, and asks nothing of `env`, before its first use.
 */
function makeArtifacts({ env, log, clock, send = (0,http_exchange/* makeSend */.PR)() }) {
    const ports = { send, clock, log };
    /** What an earlier attempt of the run kept is asked for under that attempt's own names. */
    const owners = new Map();
    let known;
    const service = () => (known ??= resultsService(env, log));
    async function begin(name, days) {
        const expiry = days === undefined ? {} : { expires_at: new Date(clock.now() + days * DAY_MS).toISOString() };
        const request = { name, version: VERSION, mime_type: 'application/zip', ...expiry };
        try {
            const answer = done('CreateArtifact', await callResults('CreateArtifact', request, service(), ports));
            return (0,signed_url/* signedUrl */.i)(textField(answer, 'signed_upload_url'), service().origin, log);
        }
        catch (error) {
            if (!(error instanceof RefusedError) || error.code !== 'already_exists')
                throw error;
            // The name is taken, and its address for the upload lost with the answer.
            if (error.afterLost) {
                throw new errors/* UserError */.yo(`Could not upload the artifact ${name}: GitHub's answer to its beginning was lost`, {
                    help: 'Run the job again.',
                    causeClass: 'timeout',
                });
            }
            throw new errors/* UserError */.yo(`This run already has an artifact called ${name}`, {
                help: 'Each job of a run needs a name of its own: does the same step run twice, or in two jobs of a matrix?',
            });
        }
    }
    async function finish(name, size, digest) {
        const request = { name, size: String(size), hash: digest };
        try {
            const answer = done('FinalizeArtifact', await callResults('FinalizeArtifact', request, service(), ports));
            return idOf(textField(answer, 'artifact_id'));
        }
        catch (error) {
            if (!(error instanceof RefusedError) || !error.afterLost)
                throw error;
            // The try without an answer may have done it, and the next one may not do it twice.
            const found = (await list({ name_filter: name })).find((artifact) => artifact.digest === digest && artifact.size === size);
            if (found === undefined)
                throw error;
            return found.id;
        }
    }
    function keepOwner(id, json) {
        owners.set(id, {
            workflow_run_backend_id: textField(json, 'workflow_run_backend_id'),
            workflow_job_run_backend_id: textField(json, 'workflow_job_run_backend_id'),
        });
        return id;
    }
    async function list(filter = {}) {
        const answer = await callResults('ListArtifacts', filter, service(), ports);
        const artifacts = field(answer, 'artifacts') ?? [];
        if (!Array.isArray(artifacts))
            throw new errors/* UserError */.yo("GitHub's list of artifacts is not one");
        return artifacts.filter(isJson).map((json) => ({
            id: keepOwner(idOf(textField(json, 'database_id')), json),
            name: textField(json, 'name'),
            size: Number(textField(json, 'size')),
            digest: textField(json, 'digest') || undefined,
            createdAt: Date.parse(textField(json, 'created_at')),
            expired: false,
        }));
    }
    return {
        async upload(name, files, options) {
            checkName(name);
            const days = retention(options, env);
            const { origin } = service();
            const zip = await writeZip(files, options.compress);
            const digest = (0,blob/* digestOf */.ol)(zip);
            log.debug(`uploading the artifact ${name}, ${zip.length} bytes, to ${origin}`);
            await (0,blob/* writeBlob */.Zh)(await begin(name, days), name, zip, ports);
            const id = await finish(name, zip.length, digest);
            const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = env;
            const url = `${server || 'https://github.com'}/${repository}/actions/runs/${run}/artifacts/${id}`;
            return { id, size: zip.length, digest, url };
        },
        list: () => list(),
        async download({ id, name, size, digest }, limit) {
            if (size > limit) {
                throw new errors/* UserError */.yo(`The artifact ${name} has ${size} bytes, at most ${limit} are taken`);
            }
            if (!owners.has(id))
                await list({ id_filter: String(id) });
            const address = async () => {
                const request = { name, ...owners.get(id) };
                const answer = await callResults('GetSignedArtifactURL', request, service(), ports);
                return (0,signed_url/* signedUrl */.i)(textField(answer, 'signed_url'), service().origin, log);
            };
            return (0,zip_read/* readZip */.u)(await (0,blob/* readBlob */.gm)({ name, address, digest, limit }, ports), limit);
        },
    };
}
/** What GitHub refuses in names: not every file system can hold it. */
function checkName(name) {
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    if (name === '' || name.length > 256 || /[\u0000-\u001f\u007f"<>|*?:\\/]/.test(name)) {
        throw new errors/* UserError */.yo(`Not a name for an artifact: ${JSON.stringify(name.slice(0, 300))}`);
    }
}
/** Days until it goes; more than the repository allows is cut to that, as GitHub's own library does. */
function retention({ retentionDays: days }, env) {
    if (days === undefined)
        return undefined;
    if (!Number.isInteger(days) || days < 1)
        throw new errors/* UserError */.yo(`Not a number of days to keep it: ${days}`);
    const most = Number(env.GITHUB_RETENTION_DAYS ?? '');
    return most > 0 ? Math.min(days, most) : days;
}
/** A good status alone says nothing: the answer has a field for it. */
function done(method, answer) {
    if (field(answer, 'ok') === true)
        return answer;
    throw new errors/* UserError */.yo(`The artifact service did not do ${method}, and does not say why`, {
        help: 'Run the job again.',
    });
}
function idOf(text) {
    if (!/^[1-9]\d{0,15}$/.test(text))
        throw new errors/* UserError */.yo('GitHub did not tell the id of the artifact');
    return Number(text);
}


/***/ })

};
