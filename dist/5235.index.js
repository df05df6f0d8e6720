export const id = 5235;
export const ids = [5235];
export const modules = {

/***/ 7616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ NOTHING_SAVED),
/* harmony export */   k: () => (/* binding */ provisionalNotes),
/* harmony export */   keepsNothing: () => (/* binding */ keepsNothing)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9751);

const NOTHING_SAVED = { facts: {}, first: [], last: [] };
/** Where no plan is kept: says what is only for now, and, where keeping was asked for, why it is not done. */
function keepsNothing(options) {
    return {
        before: () => Promise.resolve(undefined),
        async save(request) {
            const { model } = request.outcome;
            if (model === undefined || request.plan.failure !== undefined)
                return NOTHING_SAVED;
            const last = options.asked && model.changed ? [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .noPassphraseNote */ .Qs)()] : [];
            return { ...NOTHING_SAVED, first: await provisionalNotes(request, options.origin), last };
        },
    };
}
/** A plan that comes out one way now may come out another way once what it reads has changed, also one without changes. */
async function provisionalNotes({ stack }, origin) {
    const { upstream } = await origin(stack);
    return upstream.length === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .provisionalNote */ .V)(upstream, false)];
}


/***/ }),

/***/ 9751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ savedNote),
/* harmony export */   Me: () => (/* binding */ notKeptWarning),
/* harmony export */   Qs: () => (/* binding */ noPassphraseNote),
/* harmony export */   V: () => (/* binding */ provisionalNote),
/* harmony export */   ty: () => (/* binding */ readsOthersNote),
/* harmony export */   zB: () => (/* binding */ SHOWN_NAMES)
/* harmony export */ });
/* unused harmony export codes */
/** The plan was kept for a later job. */
function savedNote(mode) {
    const how = mode === 'sealed' ? 'sealed' : 'saved unencrypted';
    return small([
        `This plan is ${how}: it is what will be applied, if nothing that it is made of changes until then.`,
    ]);
}
/** The plan itself is not kept, for what it has read may be something else by then. */
const readsOthersNote = () => small([
    'It goes by what other stacks are. So it is planned again when it is applied, and applied only if that plan equals this one, or is approved.',
]);
/** There is nothing to keep it with. */
const noPassphraseNote = () => small(['This plan is not kept for applying: there is no ', { code: 'plan-passphrase' }, ' in this run.']);
const small = (text) => ({ kind: 'text', rank: 8, text: [{ emphasis: text }] });
/**
 * A plan that reads what other stacks of the same change are now.
 *
 * @param kept what was reviewed is kept, so that the plan that is made then can be compared with it
 */
function provisionalNote(upstream, kept) {
    const [first] = upstream;
    const after = upstream.length === 1 && first !== undefined ? [{ code: first }, ' is'] : ['they are'];
    return {
        kind: 'text',
        rank: 1,
        tone: 'note',
        text: [
            { strong: ['Provisional:'] },
            ' planned against what ',
            ...codes(upstream),
            upstream.length === 1 ? ' is now, which' : ' are now, which',
            ' this change touches too. It is planned again after ',
            ...after,
            ' applied, and ',
            kept ? 'applied only if that plan equals this one, or is approved.' : 'may then do something else.',
        ],
    };
}
/** Something stands in the way of applying just this plan. */
const notKeptWarning = (reason) => ({
    kind: 'text',
    rank: 1,
    tone: 'warning',
    text: [{ strong: ['Cannot be applied as reviewed:'] }, ` ${reason}`],
});
const SHOWN_NAMES = 10;
const codes = (names) => [
    ...names.slice(0, SHOWN_NAMES).flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }])),
    ...(names.length > SHOWN_NAMES ? [` and ${names.length - SHOWN_NAMES} more`] : []),
];


/***/ })

};
