export const id = 4895;
export const ids = [4895];
export const modules = {

/***/ 4640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RC: () => (/* binding */ parseRange),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   g0: () => (/* binding */ fitsRange),
/* harmony export */   xX: () => (/* binding */ joinRanges),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${whole.trim()}" is not a version constraint: cannot read "${part.trim()}"`, {
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


/***/ }),

/***/ 4895:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveBinary: () => (/* binding */ resolveBinary)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

// EXTERNAL MODULE: ./src/core/tools/constraint.ts
var constraint = __webpack_require__(4640);
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
        // Asked to stop: nobody wants another one to be looked for, or fetched.
        if (thrown instanceof errors/* UserError */.yo && thrown.causeClass === 'cancelled')
            throw thrown;
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
    const version = typeof field === 'string' ? (0,constraint/* exactVersion */.y)(field) : undefined;
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
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

// EXTERNAL MODULE: ./src/core/tools/download.ts
var download = __webpack_require__(7027);
;// CONCATENATED MODULE: ./src/core/tools/unpack.ts


/**
 * Takes one member, by its exact name, out of an archive whose digest was checked, into a new file (mode 0600).
 * No other name of the archive is ever used as a path, so none can lead outside.
 * @throws UserError when the archive cannot be read, has no such member, or the member is larger than allowed.
 */
async function unpackMember(file, archive, member, target) {
    const { unzipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
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
    const got = await (0,download/* download */.R)({
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
    if (!(0,download/* isTrusted */.W)(urls.checksums)) {
        throw new errors/* UserError */.yo(`no SHA-256 of ${urls.fileName} is known, and a checksum file over plain HTTP proves nothing`, {
            help: 'Use an https mirror, or a version whose checksum is known.',
            causeClass: 'policy',
        });
    }
    const { env, ports } = request;
    const got = await (0,download/* download */.R)({ url: urls.checksums, file, maxBytes: MAX_SUMS_BYTES, env, clock: ports.clock });
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
        throw new errors/* UserError */.yo(`${tool.name} ${version}: "go ${args.slice(0, 2).join(' ')}" failed: ${lastWords(result)}`, {
            help: 'Builds need Go and the Go module proxy. Or put the tool on PATH.',
        });
    };
}
function lastWords(result) {
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
    const version = (0,constraint/* exactVersion */.y)(text);
    if (version !== undefined)
        return { kind: 'exact', version };
    return { kind: 'range', range: (0,constraint/* parseRange */.RC)(text, where) };
}
/** Versions of the table, newest first. */
function knownVersions(tool) {
    return Object.keys(tool.versions).sort(constraint/* compareVersions */.Zy).reverse();
}
function meets(want, version) {
    switch (want.kind) {
        case 'any':
            return true;
        case 'exact':
            return version === want.version;
        case 'range':
            return (0,constraint/* fitsRange */.g0)(version, want.range);
    }
}
async function fromPath({ tool, env, ports, cwd }, want, platform, seen) {
    for (const path of await programsOnPath(tool, env, platform)) {
        const answer = await askVersion(tool, path, {
            exec: ports.exec,
            env,
            ...(cwd === undefined ? {} : { cwd }),
        });
        if (answer.ok && meets(want, answer.version))
            return { path, version: answer.version, origin: 'path' };
        seen.push(answer.ok ? `${path} is ${answer.version}` : `${path} ${answer.detail}`);
    }
    return undefined;
}
function versionToInstall(tool, want, seen, where) {
    if (want.kind === 'exact')
        return want.version;
    const known = knownVersions(tool);
    const newest = known.find((version) => meets(want, version));
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
var scan = __webpack_require__(9328);
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
    const ranges = found.map(({ file, text }) => (0,constraint/* parseRange */.RC)(text, `required_version in ${file}`));
    return { range: (0,constraint/* joinRanges */.xX)(ranges), files: [...new Set(found.map(({ file }) => file))] };
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
    const exact = (0,constraint/* exactVersion */.y)(wish);
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
    return (0,constraint/* parseRange */.RC)(wish, where).text;
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
 * Which tool and version a stack wants. Version: the input; the configuration; the nearest version file (`.terraform-version` or
 * `.opentofu-version`, then `.tool-versions`, in the stack's folder, then in each folder above it up to the root);
 * `required_version`; else any. Tool: the input; the one that the configuration names; the nearest of those files that names one (in the stack's folder
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
    const configured = configuredVersion(question, tool);
    if (configured !== undefined)
        return { tool, ...configured };
    const file = await versionFromFiles(question, tool);
    if (file !== undefined)
        return { tool, ...file };
    const required = requiredVersion(await sourceFiles(question), tool);
    if (required === undefined)
        return { tool, version: 'any', reason: chosen.reason };
    return { tool, version: required.range.text, reason: `required_version in ${required.files.join(', ')}` };
}
function configuredVersion({ input: { configured } }, tool) {
    const wish = configured?.[tool];
    if (configured === undefined || wish === undefined)
        return undefined;
    const version = versionWish(wish, tool, configured.file);
    return version === undefined ? undefined : { version, reason: configured.file };
}
const VERSION_FILES = {
    tofu: '.opentofu-version',
    terraform: '.terraform-version',
};
const TOOL_NAMES = ['tofu', 'terraform'];
async function chooseTool(question) {
    const { tool, configured } = question.input;
    if (tool !== 'auto')
        return { tool, reason: 'input tool' };
    const [only, other] = TOOL_NAMES.filter((name) => configured?.[name] !== undefined);
    if (configured !== undefined && only !== undefined && other === undefined) {
        return { tool: only, reason: configured.file };
    }
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
    for (const tool of TOOL_NAMES) {
        const name = VERSION_FILES[tool];
        if (names.includes(name))
            return { tool, reason: shown(folder, name, question) };
    }
    const inStack = folder === question.stackDir;
    const tofuFile = inStack ? names.find(isTofuFile) : undefined;
    if (tofuFile !== undefined)
        return { tool: 'tofu', reason: tofuFile };
    const lines = readToolVersions(await question.read((0,external_node_path_.join)(folder, '.tool-versions')));
    const [only, other] = TOOL_NAMES.filter((tool) => lines[tool] !== undefined);
    if (only !== undefined && other === undefined) {
        return { tool: only, reason: shown(folder, '.tool-versions', question) };
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
        const reason = shown(folder, VERSION_FILES[tool], question);
        const version = own === undefined ? undefined : versionWish(firstLine(own), tool, reason);
        if (version !== undefined)
            return { version, reason };
        const line = readToolVersions(await question.read((0,external_node_path_.join)(folder, '.tool-versions')))[tool];
        const shared = shown(folder, '.tool-versions', question);
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
function shown(folder, name, { rootDir }) {
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


/***/ })

};
