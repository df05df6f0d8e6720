export const id = 4597;
export const ids = [4597];
export const modules = {

/***/ 1555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ alternatives)
/* harmony export */ });
/* harmony import */ var _skip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1896);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4049);


/** More than this are taken as one unknown: `a ? b : c` in each other's branches must not run away. */
const MAX_ALTERNATIVES = 16;
const MAX_DEPTH = 8;
/**
 * The strings that an expression may give, as templates: both branches of a condition, each argument of `coalesce`
 * and `try`, the text that `join` and `format` make of literals and names, the inside of `abspath(…)`; of `dirname(…)`
 * the inside and one step up. What is none of these is one template of one unknown expression.
 */
function alternatives(expression) {
    return expand(expression, 0);
}
function expand(source, depth) {
    const expression = source.trim();
    const unknown = [[{ expression }]];
    const whole = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(expression);
    if (whole !== undefined)
        return [whole];
    if (depth >= MAX_DEPTH)
        return unknown;
    if (expression.startsWith('(') && (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBrackets */ .n_)(expression, 0) === expression.length)
        return expand(expression.slice(1, -1), depth + 1);
    const call = callOf(expression);
    const branches = call === undefined ? branchesOf(expression) : choicesOf(call);
    if (branches !== undefined) {
        const all = branches.flatMap((branch) => expand(branch, depth + 1));
        return all.length > 0 && all.length <= MAX_ALTERNATIVES ? all : unknown;
    }
    const made = call === undefined ? undefined : madeBy(call, depth);
    return made === undefined ? unknown : [melted(made)];
}
/** Neighbouring texts as one part. */
function melted(parts) {
    const whole = [];
    for (const part of parts) {
        const last = whole.at(-1);
        if ('text' in part && last !== undefined && 'text' in last)
            whole.splice(-1, 1, { text: last.text + part.text });
        else
            whole.push(part);
    }
    return whole;
}
function callOf(expression) {
    const name = /^(?:core::)?(\w+)\s*\(/.exec(expression);
    if (name?.[1] === undefined || (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBrackets */ .n_)(expression, name[0].length - 1) < expression.length)
        return undefined;
    return { name: name[1], arguments: (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsBetween */ .hk)(expression, name[0].length, expression.length - 1) };
}
function choicesOf(call) {
    return /^(?:coalesce|try)$/.test(call.name) ? call.arguments : undefined;
}
/** Of `condition ? a : b` outside of all brackets. */
function branchesOf(expression) {
    let question = -1;
    let open = 0;
    for (let at = 0; at < expression.length;) {
        const char = expression[at] ?? '';
        if (char === '?') {
            if (question < 0)
                question = at;
            open += 1;
        }
        else if (char === ':' && open > 0) {
            if (expression[at + 1] === ':') {
                at += 2;
                continue;
            }
            open -= 1;
            if (open === 0)
                return [expression.slice(question + 1, at), expression.slice(at + 1)].map((part) => part.trim());
        }
        at = /[{[(]/.test(char) ? (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBrackets */ .n_)(expression, at) : (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipElement */ .e3)(expression, at);
    }
    return undefined;
}
/** One template out of a function of templates. */
function madeBy(call, depth) {
    const [first, second] = call.arguments;
    if (first === undefined)
        return undefined;
    if (call.name === 'abspath' || call.name === 'pathexpand' || call.name === 'tostring') {
        return call.arguments.length === 1 ? single(first, depth) : undefined;
    }
    if (call.name === 'dirname') {
        const inner = call.arguments.length === 1 ? single(first, depth) : undefined;
        return inner === undefined ? undefined : [...inner, { text: '/..' }];
    }
    if (call.name === 'format') {
        const pattern = second === undefined ? undefined : (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(first);
        return pattern === undefined ? undefined : formatted(pattern, call.arguments.slice(1), depth);
    }
    const separator = call.name === 'join' ? (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(first)) : undefined;
    return separator === undefined ? undefined : joined(separator, call.arguments.slice(1), depth);
}
function single(source, depth) {
    const [only, ...more] = expand(source, depth + 1);
    return more.length === 0 ? only : undefined;
}
function joined(separator, lists, depth) {
    const parts = [];
    for (const [index, item] of lists.flatMap((list) => itemsOf(list, depth)).entries()) {
        const made = 'unknown' in item || item.source.endsWith('...') ? undefined : single(item.source, depth);
        if (index > 0 && separator !== '')
            parts.push({ text: separator });
        parts.push(...(made ?? [{ expression: 'unknown' in item ? item.unknown : item.source }]));
    }
    return parts.length === 0 ? undefined : parts;
}
/** The items of a list, and of the lists that `concat` puts together; a list that is no literal is one unknown. */
function itemsOf(list, depth) {
    const items = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .listItems */ .Dw)(list);
    if (items !== undefined)
        return items.map((source) => ({ source }));
    const call = depth < MAX_DEPTH ? callOf(list) : undefined;
    return call?.name === 'concat'
        ? call.arguments.flatMap((inner) => itemsOf(inner, depth + 1))
        : [{ unknown: list }];
}
/** Source: https://pkg.go.dev/fmt and https://developer.hashicorp.com/terraform/language/functions/format. */
const VERB = /%(?:%|[-+# 0]*(?:\[\d+\])?[\d*]*(?:\.[\d*]*)?(?:\[\d+\])?[a-zA-Z])/g;
/** Only `%s` and `%v` give a value as it is; what any other verb gives is not known. */
function formatted(pattern, values, depth) {
    const parts = [];
    let next = 0;
    // `%[2]s` and `%*d` take other values than the next one.
    const inOrder = pattern.every((part) => !('text' in part) || !/%[^a-zA-Z%]*[[*]/.test(part.text));
    for (const part of pattern) {
        if ('expression' in part) {
            parts.push(part);
            continue;
        }
        let from = 0;
        for (const { 0: verb, index } of part.text.matchAll(VERB)) {
            parts.push({ text: part.text.slice(from, index) + (verb === '%%' ? '%' : '') });
            from = index + verb.length;
            if (verb === '%%')
                continue;
            const value = values[next];
            next += 1;
            const isValue = inOrder && /^%[sv]$/.test(verb) && value !== undefined && !value.endsWith('...');
            parts.push(...((isValue ? single(value, depth) : undefined) ?? [{ expression: value ?? verb }]));
            // What follows a list that is spread out is not known either.
            if (value?.endsWith('...') === true)
                next -= 1;
        }
        parts.push({ text: part.text.slice(from) });
    }
    return parts.filter((part) => 'expression' in part || part.text !== '');
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readExpression)
});

// EXTERNAL MODULE: ./src/hcl/skip.ts
var skip = __webpack_require__(1896);
// EXTERNAL MODULE: ./src/hcl/template-text.ts
var template_text = __webpack_require__(6517);
;// CONCATENATED MODULE: ./src/hcl/read-frames.ts


const isText = (frame) => frame.kind === 'string' || frame.kind === 'heredoc';
/** Opens a bracket or a template; what follows starts at `start`. */
function pushCode(reader, kind, start, call) {
    const outer = reader.frames.at(-1);
    const key = outer === undefined ? undefined : isText(outer) ? outer.found.key : outer.key;
    // `(name) = …` is a key that is not known here.
    if (outer !== undefined && !isText(outer))
        outer.last = undefined;
    reader.frames.push({
        kind,
        start,
        call,
        argument: 0,
        references: reader.references.length,
        key,
        outerKey: key,
        inValue: false,
        loop: false,
        last: undefined,
    });
    reader.at = start;
}
/** Notes the first argument of a call that ends at `end`. */
function endArgument(reader, { call, argument, start, references }, end) {
    if (call === undefined || argument > 0)
        return;
    call.argument = reader.source.slice(start, end).trim();
    call.argumentEnd = end;
    const only = onlyReference(reader, references, call.argument);
    if (only !== undefined)
        only.call = call.name;
}
/** The reference that is all of a source, when one only was found since `from`. */
function onlyReference(reader, from, source) {
    const last = reader.references.at(-1);
    return reader.references.length === from + 1 && last?.name === source ? last : undefined;
}
/** Closes a bracket, or a template, which becomes a part of its string; `end` is where the closing stands. */
function closeCode(reader, frame, end) {
    const { source, frames } = reader;
    endArgument(reader, frame, end);
    frames.pop();
    reader.at = Math.min(end + 1, source.length);
    const outer = frames.at(-1);
    if (frame.kind !== 'template' || outer === undefined || !isText(outer))
        return;
    const trims = end > frame.start && source[end - 1] === '~';
    const expression = source.slice(frame.start, trims ? end - 1 : end).trim();
    const only = onlyReference(reader, frame.references, expression);
    if (only !== undefined)
        only.whole = true;
    outer.parts.push({ expression });
    outer.from = reader.at;
    outer.trimNext = trims;
}
/** Opens a string, or a heredoc when there is a marker. */
function pushText(reader, { call, argument, key }, opening) {
    const { marker, indented = false, body } = opening;
    const parts = [];
    const found = { parts, heredoc: marker !== undefined, offset: reader.at };
    if (call !== undefined) {
        found.call = call.name;
        found.argument = argument;
    }
    if (key !== undefined)
        found.key = key;
    reader.strings.push(found);
    const kind = marker === undefined ? 'string' : 'heredoc';
    reader.frames.push({
        kind,
        marker: marker ?? '',
        indented,
        found,
        parts,
        text: '',
        from: body,
        trimNext: false,
    });
    reader.at = body;
    if (marker === undefined)
        return;
    const end = (0,skip/* markerEnd */.WY)(reader.source, body, marker);
    if (end !== undefined)
        finishHeredoc(reader, end);
}
/** Closes the heredoc that is being read; its marker ends at `end`. */
function finishHeredoc(reader, end) {
    const frame = reader.frames.at(-1);
    if (frame === undefined || !isText(frame))
        return;
    finishText(reader, frame, reader.at);
    reader.at = end;
}
/** Ends a piece of text at `end`. */
function endPart(reader, frame, end, trimEnd) {
    let text = frame.text + reader.source.slice(frame.from, end);
    if (frame.trimNext)
        text = text.trimStart();
    if (trimEnd)
        text = text.trimEnd();
    if (text !== '')
        frame.parts.push({ text });
    frame.text = '';
    frame.from = end;
    frame.trimNext = false;
}
/** Closes a string or a heredoc; `end` is where its text ends. */
function finishText(reader, frame, end) {
    endPart(reader, frame, end, false);
    if (frame.indented)
        frame.found.parts = (0,template_text/* withoutIndent */.tO)(frame.parts);
    reader.frames.pop();
    const outer = reader.frames.at(-1);
    if (outer === undefined || isText(outer))
        return;
    const [only] = frame.parts;
    outer.last = frame.parts.length === 1 && only !== undefined && 'text' in only ? only.text : undefined;
}

;// CONCATENATED MODULE: ./src/hcl/read-text.ts



/** Text up to the next template, or to the end of the string. */
function readText(reader, frame) {
    const { source } = reader;
    const inString = frame.kind === 'string';
    for (let at = reader.at; at < source.length;) {
        const char = source[at];
        if (inString && (char === '"' || char === '\n')) {
            finishText(reader, frame, at);
            reader.at = char === '"' ? at + 1 : at; // a string never spans lines
            return;
        }
        if (inString && char === '\\') {
            const escape = (0,template_text/* decodeEscape */.Kk)(source, at);
            frame.text += source.slice(frame.from, at) + escape.text;
            at = frame.from = escape.end;
        }
        else if (char === '\n') {
            at += 1;
            const end = (0,skip/* markerEnd */.WY)(source, at, frame.marker);
            if (end !== undefined) {
                reader.at = at;
                finishHeredoc(reader, end);
                return;
            }
        }
        else if ((char === '$' || char === '%') && source[at + 1] === char && source[at + 2] === '{') {
            frame.text += `${source.slice(frame.from, at)}${char}{`;
            at = frame.from = at + 3;
        }
        else if ((char === '$' || char === '%') && (0,skip/* isTemplate */.Fl)(source, at)) {
            const trims = source[at + 2] === '~';
            endPart(reader, frame, at, trims);
            pushCode(reader, 'template', trims ? at + 3 : at + 2);
            return;
        }
        else
            at += 1;
    }
    reader.at = source.length;
}

;// CONCATENATED MODULE: ./src/hcl/read-expression.ts



/**
 * Reads an expression once, with a stack of its own: brackets, templates and strings may nest to any depth. Linear in
 * the length; throws on nothing; what is not closed ends where the text ends.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md and scan_tokens.rl beside it.
 */
function readExpression(source) {
    const reader = { source, at: 0, frames: [], strings: [], calls: [], references: [] };
    pushCode(reader, 'root', 0);
    while (reader.at < source.length) {
        const frame = reader.frames.at(-1);
        if (frame === undefined)
            break;
        if (isText(frame))
            readText(reader, frame);
        else
            readCode(reader, frame);
    }
    for (let frame = reader.frames.at(-1); frame !== undefined; frame = reader.frames.at(-1)) {
        if (isText(frame))
            finishText(reader, frame, source.length);
        else
            closeCode(reader, frame, source.length);
    }
    return reader;
}
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const TRAVERSAL = /(?:\.(?:[\p{ID_Start}_][\p{ID_Continue}-]*|\d+|\*))+/uy;
const OPENING = /[ \t]*\(/y;
/** Also what no rule below needs: blanks without line ends, digits, operators that are not part of a comparison. */
const SKIPPED = /[ \t\r\uFEFF*+\-|?&;^`']+|\d[\d.eE]*|[=!<>]=|=>/y;
/** One element of code. */
function readCode(reader, frame) {
    const { source, at } = reader;
    const char = source[at] ?? '';
    switch (char) {
        case '"':
            pushText(reader, frame, { body: at + 1 });
            return;
        case '(':
        case '[':
        case '{':
            pushCode(reader, char, at + 1);
            return;
        case '}':
        case ')':
        case ']':
            // In a template only its own brace ends it; outside of all brackets none means anything.
            if (frame.kind === 'root' || (frame.kind === 'template' && char !== '}'))
                reader.at += 1;
            else
                closeCode(reader, frame, at);
            return;
        case ',':
            endArgument(reader, frame, at);
            frame.argument += 1;
            endItem(frame);
            reader.at += 1;
            return;
        case '\n':
            endItem(frame);
            reader.at += 1;
            return;
        case '.':
            reader.at = matchEnd(TRAVERSAL, source, at) ?? at + 1;
            return;
        case '#':
        case '/':
            reader.at = char === '#' || /[/*]/.test(source[at + 1] ?? '') ? (0,skip/* skipComment */.D)(source, at) : at + 1;
            return;
        default:
    }
    const skipped = matchEnd(SKIPPED, source, at);
    if (skipped !== undefined) {
        reader.at = skipped;
        return;
    }
    if (char === '=' || char === ':')
        startValue(frame);
    else if (char === '<') {
        const opening = (0,skip/* heredocAt */.Cd)(source, at);
        if (opening !== undefined) {
            pushText(reader, frame, opening);
            return;
        }
    }
    else if (readName(reader, frame))
        return;
    reader.at = at + 1;
}
function readName(reader, frame) {
    const { source, at } = reader;
    const end = matchEnd(NAME, source, at);
    if (end === undefined)
        return false;
    const name = source.slice(at, end);
    const opening = matchEnd(OPENING, source, end);
    if (opening !== undefined) {
        const call = {
            name: name.slice(name.lastIndexOf(':') + 1),
            argument: '',
            offset: at,
            argumentEnd: source.length,
        };
        reader.calls.push(call);
        pushCode(reader, '(', opening, call);
        return true;
    }
    if (name === 'for' && frame.last === undefined)
        frame.loop = true;
    frame.last = name;
    reader.at = matchEnd(TRAVERSAL, source, end) ?? end;
    if (reader.at > end)
        reader.references.push({ name: source.slice(at, reader.at), whole: false, offset: at });
    return true;
}
function matchEnd(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
/** `key =` or `key :`; further colons of the item belong to a condition. */
function startValue(frame) {
    if (frame.kind !== '{' || frame.inValue || frame.loop)
        return;
    frame.inValue = true;
    frame.key = frame.last ?? frame.outerKey;
}
/** An item of an object ends with a comma or its line. */
function endItem(frame) {
    if (frame.kind !== '{')
        return;
    frame.inValue = false;
    frame.key = frame.outerKey;
}


/***/ }),

/***/ 6517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kk: () => (/* binding */ decodeEscape),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   tO: () => (/* binding */ withoutIndent)
/* harmony export */ });
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^\r\n]))/uy;
const SIMPLE = { n: '\n', r: '\r', t: '\t' };
/**
 * The text of the backslash escape at `at`, and where it ends. An escape that HCL does not know stands for what
 * follows the backslash. Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (quoted templates).
 */
function decodeEscape(text, at) {
    ESCAPE.lastIndex = at;
    const found = ESCAPE.exec(text);
    if (found === null)
        return { text: '', end: at + 1 };
    const [, short, long, char] = found;
    const hex = short ?? long;
    const point = hex === undefined ? undefined : Number.parseInt(hex, 16);
    const decoded = point === undefined
        ? (SIMPLE[char ?? ''] ?? char ?? '')
        : point <= 0x10ffff
            ? String.fromCodePoint(point)
            : '';
    return { text: decoded, end: ESCAPE.lastIndex };
}
/** What a `<<-` heredoc takes off: the white space that all of its lines begin with; blank lines do not count. */
function withoutIndent(parts) {
    let least = Number.MAX_SAFE_INTEGER;
    eachLineStart(parts, (line) => {
        if (line === undefined)
            least = 0;
        else if (line.trim() !== '' || !line.endsWith('\n'))
            least = Math.min(least, line.search(/\S|$/));
        return line;
    });
    const cut = eachLineStart(parts, (line) => line === undefined || (line.trim() === '' && line.endsWith('\n')) ? line : line.slice(least));
    return cut.filter((part) => 'expression' in part || part.text !== '');
}
/** Puts what `change` gives in the place of each piece that begins a line; of an expression there it gets undefined. */
function eachLineStart(parts, change) {
    let atStart = true;
    return parts.map((part) => {
        if ('expression' in part) {
            if (atStart)
                change(undefined);
            atStart = false;
            return part;
        }
        const lines = part.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
        const changed = lines.map((line, index) => (index > 0 || atStart ? (change(line) ?? '') : line));
        atStart = part.text.endsWith('\n');
        return { text: changed.join('') };
    });
}
/** The source of a quoted string that means this text and nothing else. */
function quoted(text) {
    return `"${escaped(text).replace(/([$%])\{/g, '$1$1{')}"`;
}
/** Text as it stands between quotes; `${`, `%{` and their escapes are left as they are. */
function escaped(text) {
    return text.replace(/["\\\n\r\t]/g, (char) => ESCAPED[char] ?? char);
}
const ESCAPED = {
    '"': '\\"',
    '\\': '\\\\',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};


/***/ }),

/***/ 4049:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ listItems),
/* harmony export */   _v: () => (/* binding */ objectItems),
/* harmony export */   hk: () => (/* binding */ itemsBetween),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _read_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3952);
/* harmony import */ var _skip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1896);


const PLAIN = /^"[^"\\$%\n]*"$/;
/** The template that an expression is as a whole (a quoted string or a heredoc), else undefined. */
function templateOf(expression) {
    if (PLAIN.test(expression))
        return expression === '""' ? [] : [{ text: expression.slice(1, -1) }];
    const isWhole = expression.startsWith('"')
        ? (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipString */ .t9)(expression, 0) === expression.length
        : expression.startsWith('<<') && (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipElement */ .e3)(expression, 0) >= expression.trimEnd().length;
    return isWhole ? (0,_read_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .J)(expression).strings[0]?.parts : undefined;
}
/** The text of a template without expressions: of an empty one ''. */
function plainText(parts) {
    const [only] = parts ?? [];
    if (parts === undefined || parts.length > 1)
        return undefined;
    return only === undefined ? '' : 'text' in only ? only.text : undefined;
}
/** Items of an object literal whose keys are names or plain strings; undefined for what is no object literal. */
function objectItems(expression) {
    const end = literalEnd(expression, '{');
    if (end === undefined)
        return undefined;
    const items = [];
    for (let at = nextItem(expression, 1); at < end;) {
        const keyEnd = skipItem(expression, at, KEY_END);
        const key = keyOf(withoutComments(expression.slice(at, keyEnd)));
        if (!/[=:]/.test(expression[keyEnd] ?? '')) {
            at = nextItem(expression, Math.max(keyEnd, at + 1));
            continue;
        }
        const from = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBlank */ .W8)(expression, keyEnd + 1, true);
        const valueEnd = skipItem(expression, from, ITEM_END);
        if (key !== undefined)
            items.push({ key, value: withoutComments(expression.slice(from, valueEnd)) });
        at = nextItem(expression, Math.max(valueEnd, from));
    }
    return items;
}
/** Items of a list literal as source; undefined for what is no list literal or is made by `for`. */
function listItems(expression) {
    const end = literalEnd(expression, '[');
    return end === undefined ? undefined : itemsBetween(expression, 1, end);
}
/** What stands between commas from `from` to `end`, the position of the closing bracket. */
function itemsBetween(text, from, end) {
    const items = [];
    for (let at = nextItem(text, from); at < end;) {
        let to = at;
        while (to < end && text[to] !== ',')
            to = Math.max(skipItem(text, to, COMMA), to + (text[to] === ',' ? 0 : 1));
        const item = withoutComments(text.slice(at, Math.min(to, end)));
        if (item !== '')
            items.push(item);
        at = nextItem(text, to + 1);
    }
    return items;
}
/** Position of the bracket that closes the literal, when the expression is nothing else. */
function literalEnd(expression, opening) {
    const closing = opening === '{' ? '}' : ']';
    if (!expression.startsWith(opening) || !expression.endsWith(closing))
        return undefined;
    if ((0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBrackets */ .n_)(expression, 0) < expression.length)
        return undefined;
    const first = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBlank */ .W8)(expression, 1, true);
    return /^for[\s]/.test(expression.slice(first, first + 4)) ? undefined : expression.length - 1;
}
const KEY_END = '=:,\n}';
const ITEM_END = ',\n}';
const COMMA = ',';
function skipItem(text, from, ends) {
    let at = from;
    while (at < text.length) {
        const char = text[at] ?? '';
        if (ends.includes(char))
            return at;
        if (char === '#' || (char === '/' && text[at + 1] === '/')) {
            if (ends.includes('\n'))
                return at;
            at = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .lineEnd */ .kd)(text, at);
        }
        else
            at = /[{[(]/.test(char) ? (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBrackets */ .n_)(text, at) : (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipElement */ .e3)(text, at);
    }
    return text.length;
}
function nextItem(text, from) {
    let at = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBlank */ .W8)(text, from, true);
    while (text[at] === ',')
        at = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipBlank */ .W8)(text, at + 1, true);
    return at;
}
/** Source without the comments outside of its strings, trimmed. */
function withoutComments(source) {
    if (!/#|\/[/*]/.test(source))
        return source.trim();
    let kept = '';
    for (let at = 0; at < source.length;) {
        const isComment = source[at] === '#' || (source[at] === '/' && /[/*]/.test(source[at + 1] ?? ''));
        const end = (0,_skip_js__WEBPACK_IMPORTED_MODULE_1__/* .skipElement */ .e3)(source, at);
        if (!isComment)
            kept += source.slice(at, end);
        at = end;
    }
    return kept.trim();
}
function keyOf(source) {
    return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(source) ? source : plainText(templateOf(source));
}


/***/ }),

/***/ 1117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ distinctEdges),
/* harmony export */   c: () => (/* binding */ edge)
/* harmony export */ });
/** @param dynamic it is wider than what is really read */
const edge = (to, kind, dynamic) => dynamic ? { to, kind, dynamic: true } : { to, kind };
/** Each edge once, those that are certain first; none to files that the node holds itself. */
function distinctEdges(edges, files) {
    if (edges.length === 0)
        return edges;
    const found = new Map();
    let isMixed = false;
    for (const edge of edges) {
        const known = found.get(edge.to);
        if (known !== undefined && (known.dynamic !== true || edge.dynamic === true))
            continue;
        if (edge.to.startsWith('file:') && files.includes(edge.to.slice('file:'.length)))
            continue;
        if (edge.dynamic === true)
            isMixed = true;
        found.set(edge.to, edge);
    }
    const distinct = [...found.values()];
    if (!isMixed)
        return distinct;
    return [...distinct.filter(({ dynamic }) => dynamic !== true), ...distinct.filter(({ dynamic }) => dynamic)];
}


/***/ }),

/***/ 5492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ evaluate),
/* harmony export */   f: () => (/* binding */ localName)
/* harmony export */ });
/* harmony import */ var _hcl_alternatives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1555);
/* harmony import */ var _hcl_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4049);


/** Longer than any path: what locals in locals blow up to is not followed further. */
const MAX_LENGTH = 4_096;
const MAX_DEPTH = 32;
/**
 * The value of a template as far as the code alone tells it: literal text, `local.x` through the module's locals,
 * names whose values the caller gives (`path.module`, `path.root`, `path.cwd`), and what functions make of these.
 * Variables are never known: a default may be overridden. Locals that need each other are not known either.
 */
function evaluate(parts, locals, marks = {}) {
    const known = { text: '', steps: 0, read: 0, depth: 0, open: new Set() };
    const whole = append(parts, locals, marks, known);
    return { text: known.text, whole };
}
function append(parts, locals, marks, known) {
    for (const part of parts) {
        known.steps += 1;
        if (known.text.length > MAX_LENGTH || known.steps > MAX_LENGTH)
            return false;
        if ('text' in part) {
            known.text += part.text;
            continue;
        }
        const { expression } = part;
        if (Object.hasOwn(marks, expression)) {
            known.text += marks[expression] ?? '';
            continue;
        }
        known.read += expression.length;
        if (known.depth >= MAX_DEPTH || known.read > MAX_LENGTH)
            return false;
        const local = localName(expression);
        const inner = local === undefined ? madeOf(expression) : own(locals, local);
        if (inner === undefined || (local !== undefined && known.open.has(local)))
            return false;
        if (local !== undefined)
            known.open.add(local);
        known.depth += 1;
        const whole = append(inner, locals, marks, known);
        known.depth -= 1;
        if (local !== undefined)
            known.open.delete(local);
        if (!whole)
            return false;
    }
    return known.text.length <= MAX_LENGTH;
}
/** What an expression is, or what its functions make, as a template; undefined when it is none, or one of several. */
function madeOf(expression) {
    if (!expression.endsWith(')'))
        return (0,_hcl_values_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(expression);
    const [only, ...more] = (0,_hcl_alternatives_js__WEBPACK_IMPORTED_MODULE_0__/* .alternatives */ .V)(expression);
    const [first] = only ?? [];
    if (more.length > 0 || (first !== undefined && 'expression' in first && first.expression === expression))
        return undefined;
    return only;
}
/** `x` of `local.x`. */
function localName(expression) {
    return /^local\.([\p{ID_Start}_][\p{ID_Continue}-]*)$/u.exec(expression)?.[1];
}
function own(locals, name) {
    return Object.hasOwn(locals, name) ? locals[name] : undefined;
}


/***/ }),

/***/ 9024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _z: () => (/* binding */ inFolder),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Paths of the repository: from its root, with `/`; the root itself is `.`. */
/** True for a path below a folder, at any depth; everything is below `.`. */
const isWithin = (path, folder) => folder === '.' || (path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder));
/** `a/b/c` → `a/b`; of a path in the root: `.`. */
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '.' : path.slice(0, slash);
}
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
const inFolder = (folder, name) => folder === '.' ? name : `${folder}/${name}`;
/**
 * `a/b` + `../c/./d` → `a/c/d`, by the letters alone, as the tools clean a path before they open it.
 *
 * @returns undefined for what climbs out of the repository or is absolute.
 */
function joinPath(folder, relative) {
    if (relative.startsWith('/'))
        return undefined;
    let base = folder;
    let at = 0;
    // Most paths are some steps up, then down: those need no list of parts.
    for (;;) {
        if (relative.startsWith('../', at)) {
            if (base === '.')
                return undefined;
            base = folderOf(base);
            at += 3;
        }
        else if (relative.startsWith('./', at))
            at += 2;
        else
            break;
    }
    const rest = at === 0 ? relative : relative.slice(at);
    if (!ODD_PART.test(rest))
        return inFolder(base, rest);
    const parts = base === '.' ? [] : base.split('/');
    for (const part of rest.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.length === 0 ? '.' : parts.join('/');
}
/** A part that is empty, `.` or `..`. */
const ODD_PART = /(?:^|\/)\.{0,2}(?:\/|$)/;
/** The folders from a folder up to the root, both included. */
function foldersUp(folder) {
    const found = [];
    for (let at = folder; at !== '.'; at = folderOf(at))
        found.push(at);
    found.push('.');
    return found;
}


/***/ }),

/***/ 4623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isUnknownState),
/* harmony export */   v: () => (/* binding */ remoteStates)
/* harmony export */ });
/* harmony import */ var _graph_edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1117);
/* harmony import */ var _modules_constant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5492);
/* harmony import */ var _state_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11);



function remoteStates(stacks) {
    let exact;
    const places = new Map();
    const groups = new Map();
    const known = new Map();
    const exactly = (key) => {
        exact ??= groupBy(stacks, ({ stack: { stateKey: state } }) => state);
        return exact.get(key) ?? [];
    };
    const candidates = (wanted, id) => {
        const found = known.get(id);
        if (found !== undefined)
            return found;
        const mode = wanted.anyWorkspace ? 'any' : 'one';
        let index = places.get(mode);
        if (index === undefined)
            places.set(mode, (index = placesOf(stacks, wanted.anyWorkspace)));
        const made = matching(index, wanted);
        known.set(id, made);
        return made;
    };
    return {
        edges: (reader, state, module) => {
            const wanted = wantedBy(reader, state, module);
            if (wanted === undefined)
                return [];
            const key = wanted.anyWorkspace ? undefined : (0,_state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .placeKey */ .r4)(wanted.place);
            const same = key === undefined ? [] : exactly(key);
            const id = same.length > 0 ? '' : idOf(wanted);
            const found = same.length > 0 ? same : candidates(wanted, id);
            // One state may be that of two stacks: then both count for certain.
            if (same.length > 0 || found.length <= 2) {
                const others = found.filter(({ stack }) => stack.node !== reader.stack.node);
                const isGuess = wanted.anyWorkspace || (same.length === 0 && others.length > 1);
                return others.map(({ stack }) => (0,_graph_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edge */ .c)(stack.node, 'remote state', isGuess));
            }
            // One node for all who read by the same pattern: else there would be an edge for each pair.
            return [(0,_graph_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edge */ .c)(`${GROUP}${id}`, 'remote state', true)];
        },
        read: (id) => {
            let node = groups.get(id);
            if (node !== undefined)
                return node;
            const words = id.slice(GROUP.length);
            const edges = candidates(wantedOf(words), words).map(({ stack }) => (0,_graph_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edge */ .c)(stack.node, 'remote state', true));
            groups.set(id, (node = { files: [], edges }));
            return node;
        },
    };
}
/** True when nothing is known of the state that is read: what has to go before its readers cannot be told. */
function isUnknownState(reader, state, module) {
    const { settings } = state;
    for (const name of _state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .PLACE_SETTINGS */ .qY) {
        if (state.backend !== undefined && isTelling(name, settings[name]))
            return false;
    }
    const wanted = wantedBy(reader, state, module);
    return wanted === undefined || !tells(wanted);
}
/** True when a setting that is not a default, or some of its text, is known. */
function tells({ place, patterns }) {
    return patterns.size > 0 || Object.keys(place).some((name) => isTelling(name, place[name]));
}
const isTelling = (name, value) => value !== undefined && value !== '' && !DEFAULTS.has(name);
/** Of a place what says little: nearly all stacks have the same. */
const DEFAULTS = new Set([
    'type',
    'workspace',
    'endpoint',
    'states',
    'folder',
    'context',
    'namespace',
    'hostname',
    'database',
]);
function wantedBy(reader, state, module) {
    if (state.backend === undefined)
        return undefined;
    const { locals } = module.parsed.facts;
    const selected = reader.stack.workspace ?? 'default';
    const marks = {
        'terraform.workspace': selected,
        'path.module': relative(reader.folder, module.path),
        'path.root': '.',
        'path.cwd': '.',
    };
    const settings = {};
    if (state.partial === true)
        for (const name of _state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .PLACE_SETTINGS */ .qY)
            settings[name] = undefined;
    Object.assign(settings, state.settings);
    const patterns = new Map();
    for (const [name, template] of Object.entries(state.templates ?? {})) {
        const pattern = [''];
        for (const part of template) {
            const { text, whole } = (0,_modules_constant_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)([part], locals, marks);
            pattern.push((pattern.pop() ?? '') + text);
            if (!whole)
                pattern.push('');
        }
        if (pattern.length === 1)
            settings[name] = pattern[0];
        // A local path is another text in each folder.
        else if (pattern.some((text) => text !== '') && name !== 'path' && _state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .PLACE_SETTINGS */ .qY.includes(name))
            patterns.set(name, pattern);
    }
    const workspace = state.workspace === undefined
        ? { text: 'default', whole: true }
        : (0,_modules_constant_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(state.workspace, locals, marks);
    const backend = { type: state.backend, settings };
    const place = (0,_state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .statePlace */ .Df)(backend, reader.folder, workspace.whole ? workspace.text : '*');
    if (place === undefined)
        return undefined;
    return { place, patterns, anyWorkspace: !workspace.whole };
}
/** `a/b` → `a/c`: `../c`; also where both are the same. */
function relative(from, to) {
    if (from === to)
        return '.';
    const up = from === '.' ? '' : '../'.repeat(from.split('/').length);
    return to === '.' ? up.replace(/\/$/, '') : up + to;
}
const GROUP = 'states:';
/** All there is to it, so that a tree can say what it means there without having met it. */
const idOf = ({ place, patterns, anyWorkspace }) => JSON.stringify([Object.entries(place).sort(byName), [...patterns].sort(byName), anyWorkspace]);
const byName = ([a], [b]) => (a < b ? -1 : 1);
function wantedOf(id) {
    const [place, patterns, anyWorkspace] = JSON.parse(id);
    // JSON has no undefined.
    const entries = place.map(([name, value]) => [name, value ?? undefined]);
    return { place: Object.fromEntries(entries), patterns: new Map(patterns), anyWorkspace };
}
function placesOf(stacks, anyWorkspace) {
    const places = new Map();
    for (const found of stacks) {
        const { backend, folder, stack } = found;
        if (backend === undefined)
            continue;
        const place = (0,_state_key_js__WEBPACK_IMPORTED_MODULE_1__/* .statePlace */ .Df)(backend, folder, anyWorkspace ? '*' : (stack.workspace ?? 'default'));
        if (place === undefined)
            continue;
        const type = place['type'] ?? '';
        let of = places.get(type);
        if (of === undefined)
            places.set(type, (of = { all: [], by: new Map() }));
        const placed = { found, place };
        of.all.push(placed);
        for (const name of Object.keys(place)) {
            const value = place[name];
            const at = value === undefined ? name : `${name}\0${value}`;
            const same = of.by.get(at);
            if (same === undefined)
                of.by.set(at, [placed]);
            else
                same.push(placed);
        }
    }
    return places;
}
/** All whose place may be the one that is wanted: nothing that both say differs, and something that tells is equal. */
function matching(places, wanted) {
    const of = places.get(wanted.place['type'] ?? '');
    if (of === undefined || !tells(wanted))
        return [];
    let rarest = [of.all];
    let fewest = of.all.length;
    for (const name of Object.keys(wanted.place)) {
        const value = wanted.place[name];
        if (value === undefined || name === 'type' || name === 'workspace')
            continue;
        const lists = [of.by.get(`${name}\0${value}`) ?? [], of.by.get(name) ?? []];
        const count = lists.reduce((sum, { length }) => sum + length, 0);
        if (count >= fewest)
            continue;
        rarest = lists;
        fewest = count;
    }
    return rarest
        .flat()
        .filter((placed) => isMatch(placed, wanted))
        .map(({ found }) => found);
}
function isMatch({ found, place }, wanted) {
    let told = false;
    for (const [name, pattern] of wanted.patterns) {
        const is = found.backend?.settings[name];
        if (is === undefined)
            continue;
        if (!fits(is, pattern))
            return false;
        told = true;
    }
    for (const name in wanted.place) {
        const [is, asked] = [place[name], wanted.place[name]];
        if (is === undefined || asked === undefined)
            continue;
        if (is !== asked)
            return false;
        told ||= isTelling(name, is);
    }
    return told;
}
function fits(text, pattern) {
    const first = pattern[0] ?? '';
    const last = pattern.at(-1) ?? '';
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
        return false;
    let at = first.length;
    for (const middle of pattern.slice(1, -1)) {
        const next = text.indexOf(middle, at);
        if (next < 0)
            return false;
        at = next + middle.length;
    }
    return at <= text.length - last.length;
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        if (key === undefined)
            continue;
        const same = groups.get(key);
        if (same === undefined)
            groups.set(key, [item]);
        else
            same.push(item);
    }
    return groups;
}


/***/ }),

/***/ 11:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ statePlace),
/* harmony export */   bP: () => (/* binding */ stateKey),
/* harmony export */   qY: () => (/* binding */ PLACE_SETTINGS),
/* harmony export */   r4: () => (/* binding */ placeKey)
/* harmony export */ });
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9024);

/**
 * Where a state is, as canonical JSON; equal for two that share one state, and for a stack and what reads its state.
 *
 * @param folder the folder that is planned: local paths start there.
 * @param workspace `default` unless another is selected.
 * @returns undefined when a setting that says where is missing or is no plain string, or the backend is not known.
 */
function stateKey(backend, folder, workspace) {
    const place = statePlace(backend, folder, workspace);
    return place === undefined ? undefined : placeKey(place);
}
/** As far as it can be told: what cannot is undefined. Undefined as a whole when the backend is not known. */
function statePlace(backend, folder, workspace) {
    const { settings } = backend;
    if (backend.type === 'cloud' || backend.type === 'remote')
        return remotePlace(backend, workspace);
    const place = Object.hasOwn(PLACES, backend.type)
        ? PLACES[backend.type]?.(settings, folder, workspace)
        : undefined;
    return place === undefined ? undefined : { ...place, type: backend.type, workspace };
}
/** Undefined when a value is not known. */
function placeKey(place) {
    const names = Object.keys(place).sort();
    for (const name of names)
        if (place[name] === undefined)
            return undefined;
    return JSON.stringify(place, names);
}
/** All settings that say where a state is, of any backend: each may be given by an expression. */
const PLACE_SETTINGS = [
    'address',
    'bucket',
    'config_context',
    'conn_str',
    'container_name',
    'endpoint',
    'endpoints',
    'hostname',
    'key',
    'namespace',
    'organization',
    'path',
    'prefix',
    'schema_name',
    'secret_suffix',
    'storage_account_name',
    'workspace_dir',
    'workspace_key_prefix',
    'workspaces.name',
    'workspaces.prefix',
];
/** The setting, or what the backend takes when it is not given; undefined when it is given as an expression. */
const or = (settings, name, otherwise) => Object.hasOwn(settings, name) ? settings[name] : otherwise;
/** By the documentation of each backend: only the settings that say which state it is, with their defaults. */
const PLACES = {
    local: (settings, folder, workspace) => {
        const path = or(settings, 'path', 'terraform.tfstate');
        return {
            // An absolute one is the same place for every stack.
            path: path === undefined || path.startsWith('/') ? path : (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(folder, path),
            // States of other workspaces lie in a folder of the working directory.
            ...(workspace === 'default'
                ? {}
                : { folder, states: or(settings, 'workspace_dir', 'terraform.tfstate.d') }),
        };
    },
    s3: (settings, _, workspace) => ({
        bucket: settings['bucket'],
        key: settings['key'],
        endpoint: endpointOf(settings),
        ...(workspace === 'default' ? {} : { prefix: or(settings, 'workspace_key_prefix', 'env:') }),
    }),
    gcs: (settings) => ({
        bucket: settings['bucket'],
        prefix: or(settings, 'prefix', '')?.replace(/\/+$/, ''),
    }),
    azurerm: (settings) => ({
        account: settings['storage_account_name'],
        container: settings['container_name'],
        key: settings['key'],
    }),
    http: (settings) => ({ address: withoutCredentials(settings['address']) }),
    consul: (settings) => ({ address: or(settings, 'address', ''), path: settings['path'] }),
    pg: (settings) => ({
        schema: settings['schema_name'],
        database: Object.hasOwn(settings, 'conn_str') ? withoutCredentials(settings['conn_str']) : '',
    }),
    kubernetes: (settings) => ({
        context: or(settings, 'config_context', ''),
        namespace: or(settings, 'namespace', 'default'),
        suffix: settings['secret_suffix'],
    }),
    oss: (settings) => ({
        bucket: settings['bucket'],
        key: or(settings, 'key', 'terraform.tfstate'),
        prefix: or(settings, 'prefix', 'env:'),
    }),
    cos: (settings) => ({
        bucket: settings['bucket'],
        key: or(settings, 'key', 'terraform.tfstate'),
        prefix: or(settings, 'prefix', 'terraform/state'),
    }),
};
/** `endpoints = { s3 = … }`, formerly `endpoint`. That of the lock table is not where the state is. */
function endpointOf(settings) {
    if (Object.hasOwn(settings, 'endpoints.s3'))
        return settings['endpoints.s3'];
    return Object.hasOwn(settings, 'endpoints') ? undefined : or(settings, 'endpoint', '');
}
/**
 * HCP Terraform by either block: a workspace there is a state, whatever the local name is. The settings of a
 * `workspaces` block are `workspaces.name` and `workspaces.prefix`.
 */
function remotePlace({ type, settings }, workspace) {
    // `cloud` with tags has no prefix: what is selected is the workspace's name.
    const prefix = type === 'cloud' ? '' : settings['workspaces.prefix'];
    const selected = workspace === 'default' || prefix === undefined ? undefined : prefix + workspace;
    return {
        hostname: or(settings, 'hostname', 'app.terraform.io'),
        organization: settings['organization'],
        type: 'remote',
        workspace: Object.hasOwn(settings, 'workspaces.name') ? settings['workspaces.name'] : selected,
    };
}
/** The key is shown: an address may hold a password. What is no plain address is not told at all. */
function withoutCredentials(address) {
    if (address === undefined || !URL.canParse(address))
        return undefined;
    const { protocol, host, pathname, search } = new URL(address);
    return search === '' ? `${protocol}//${host}${pathname}` : undefined;
}


/***/ }),

/***/ 4597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf),
/* harmony export */   h: () => (/* binding */ stateReads)
/* harmony export */ });
/* harmony import */ var _remote_states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4623);

/** What the stack with this node reads of other stacks' states; nothing for a node that is no stack. */
function stateReads(stacks, reader) {
    const states = (0,_remote_states_js__WEBPACK_IMPORTED_MODULE_0__/* .remoteStates */ .v)(stacks);
    const nodesOf = (id) => id.startsWith('stack:') ? [id] : (states.read(id)?.edges.map(({ to }) => to) ?? []);
    return (node) => {
        const found = stacks.find(({ stack }) => stack.node === node);
        if (found === undefined)
            return [];
        return reader.dependentOn(found.folder).flatMap((module) => module.parsed.facts.remoteStates.map((state) => ({
            name: state.name,
            module: module.path,
            stacks: (0,_remote_states_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownState */ .e)(found, state, module)
                ? undefined
                : [...new Set(states.edges(found, state, module).flatMap(({ to }) => nodesOf(to)))],
        })));
    };
}
/** Of `data.terraform_remote_state.NAME.outputs`, also of one instance, the name. */
function outputsOf(expression) {
    return /^\s*data\.terraform_remote_state\.([\w-]+)(?:\[[^\]]*\])?\.outputs\s*$/.exec(expression)?.[1];
}


/***/ })

};
