export const id = 8162;
export const ids = [8162];
export const modules = {

/***/ 8162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ephemeralVariables: () => (/* binding */ ephemeralVariables)
/* harmony export */ });
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

/**
 * Names of root variables whose value no plan holds, sorted: ephemeral ones that were given. They must be given again
 * at apply. `tfplan`: the member of that name in the saved plan.
 *
 * The JSON does not tell all of it (measured with Terraform 1.11.4 and OpenTofu 1.12.6): Terraform does not say
 * `ephemeral`; both leave ephemeral values out of `variables`, but where the variable has a default they write the
 * default, also when another value was given. Which were given is in the saved plan alone, field 28 of Terraform's, 22 of
 * OpenTofu's message. It matters: without the value Terraform refuses to apply, but OpenTofu takes the default and applies.
 * Without `tfplan`, or when it cannot be read (OpenTofu's encryption), those without a default are told.
 */
function ephemeralVariables(raw, tfplan) {
    const declared = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(raw.configuration, 'root_module'), 'variables');
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(declared))
        return [];
    const given = tfplan === undefined ? undefined : givenNames(tfplan);
    const names = Object.keys(declared).filter((name) => {
        const variable = declared[name];
        if (given?.has(name) === true)
            return true;
        // A variable that is not ephemeral has a value in the plan, at least null.
        return (!Object.hasOwn(raw.variables ?? {}, name) &&
            !Object.hasOwn((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(variable) ? variable : {}, 'default'));
    });
    return names.sort();
}
/** `apply_time_variables` of Terraform's planfile.proto; `ephemeral_variables` of OpenTofu's. */
const NAME_FIELDS = new Set([28, 22]);
/**
 * Texts in these fields of the protobuf message, names among them; in Terraform field 22 is something else, which is no
 * name. Undefined when it is no such message. https://protobuf.dev/programming-guides/encoding/
 */
function givenNames(message) {
    const names = new Set();
    const decoder = new TextDecoder();
    let at = 0;
    const number = () => {
        let value = 0;
        for (let scale = 1;; scale *= 128) {
            const byte = message[at++];
            if (byte === undefined || scale > 2 ** 63)
                return Number.NaN;
            value += (byte & 127) * scale;
            if (byte < 128)
                return value;
        }
    };
    while (at < message.length) {
        const tag = number();
        const [field, type] = [Math.floor(tag / 8), tag % 8];
        if (type === 0) {
            if (Number.isNaN(number()))
                return undefined;
        }
        else if (type === 1)
            at += 8;
        else if (type === 5)
            at += 4;
        else if (type === 2) {
            const length = number();
            if (!(length <= message.length - at))
                return undefined;
            if (NAME_FIELDS.has(field))
                names.add(decoder.decode(message.subarray(at, at + length)));
            at += length;
        }
        else
            return undefined;
    }
    return at === message.length ? names : undefined;
}


/***/ })

};
