export const id = 2658;
export const ids = [2658];
export const modules = {

/***/ 1027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ keepDigits),
/* harmony export */   mn: () => (/* binding */ exactDigits),
/* harmony export */   oF: () => (/* binding */ hasLongNumber),
/* harmony export */   uS: () => (/* binding */ normalDigits)
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
 * A value of which `exactDigits` tells digits, in one spelling for each number: `9007199254740993.0` and
 * `9.007199254740993e15` become `9007199254740993`. Any other value stays as it is.
 */
function normalDigits(value) {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(exactDigits(value) ?? '') ?? [];
    const all = `${whole}${fraction}`.replace(/^0+/, '');
    const digits = all.replace(/0+$/, '');
    if (digits === '')
        return value;
    const power = Number(exponent) - fraction.length + all.length - digits.length;
    const plain = power >= 0 && power <= longestZeros;
    return mark + sign + digits + (plain ? '0'.repeat(power) : `e${power}`);
}
/** More zeros than this at the end are written as an exponent. */
const longestZeros = 30;
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
        let start = at;
        let end = at + 1;
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
/* harmony export */   c3: () => (/* binding */ listOf),
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
/** The items of an array; none of anything else: what a tool wrote was read, not checked. */
function listOf(value) {
    return Array.isArray(value) ? value : [];
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
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9328);
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
