export const id = 7220;
export const ids = [7220];
export const modules = {

/***/ 7220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lastWords: () => (/* binding */ lastWords)
/* harmony export */ });
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _report_redact_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(771);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);
/* harmony import */ var _lock_sections_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4980);




/** Addresses that the annotation names; the summary has more. */
const NAMED = 10;
/** Characters of the summary: there may be other parts of it, and little time. */
const SUMMARY_LIMIT = 60_000;
/** What is said when an apply has not ended at the second signal, redacted: nothing may come after it. */
function lastWords(left, redactor) {
    const { stack, tool, lock, resources } = left;
    const flying = resources.filter(({ state, action }) => state === 'in-flight' && !SILENT.has(action));
    const done = resources.filter(({ state }) => state === 'done').length;
    const named = flying.slice(0, NAMED).map(({ address }) => address);
    const more = flying.length > NAMED ? ` and ${flying.length - NAMED} more` : '';
    const message = [
        `${tool} apply of ${stack.name} has not ended and may be killed now: ${done} of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(resources.length, 'resource')} done`,
        flying.length === 0 ? 'none known to be in flight' : `in flight: ${named.join(', ')}${more}`,
        lockWords(left),
    ].join('; ');
    const document = {
        title: `Terraform apply · ${stack.name} · stopped`,
        verdict: [
            { strong: ['not ended when it was told to stop for the second time'] },
            `: ${done} of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(resources.length, 'resource')} done`,
        ],
        tone: 'bad',
        sections: [...lockSections(left), ...flyingSections(flying), ...whatToDo(flying, lock.kind)],
        footer: [],
    };
    const summary = (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdown */ .l)((0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_1__/* .redactDocument */ .rR)(document, redactor), { limit: SUMMARY_LIMIT }).text;
    return {
        title: `${redactor.redact(stack.name)}: apply was stopped`,
        message: redactor.redact(message),
        summary,
    };
}
const SILENT = new Set(['forget', 'move', 'import', 'invoke']);
function lockWords({ lock }) {
    switch (lock.kind) {
        case 'known':
            return `it holds the state lock ${lock.info.id ?? '(without an id)'} (${lock.info.who ?? 'by nobody named'}), which stays if it is killed`;
        case 'asking':
            return 'it may hold the state lock; its id is being asked for';
        case 'not-asked':
        case 'unknown':
            return 'whether it holds the state lock could not be told: the next plan will';
    }
}
function lockSections(left) {
    const { lock, stack, tool } = left;
    if (lock.kind !== 'known') {
        return [{ kind: 'text', rank: 0, tone: 'caution', text: [capital(`${lockWords(left)}.`)] }];
    }
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: ['The state was locked by this apply'] },
                '. If it was killed, the lock is still there.',
            ],
        },
        (0,_lock_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .lockTable */ .S)(lock.info),
        ...(0,_lock_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .unlockSections */ .F)(lock.info, stack, tool),
    ];
}
function flyingSections(flying) {
    if (flying.length === 0)
        return [];
    return [
        {
            kind: 'table',
            rank: 0,
            noun: 'resources',
            columns: [{ title: 'In flight' }, { title: 'Action' }, { title: 'For', align: 'right' }],
            rows: flying.map(({ address, action, seconds }) => ({
                rank: 0,
                cells: [[{ code: address }], [action], seconds === undefined ? [] : [(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsText */ .Hd)(seconds)]],
            })),
        },
    ];
}
function whatToDo(flying, lock) {
    const items = [];
    if (flying.length > 0) {
        items.push([
            'What was in flight may be there without the state knowing of it, or be marked as tainted: look for it, and import or delete it.',
        ]);
    }
    items.push(['What was done in the last seconds may be missing from the state, too.']);
    items.push([
        lock === 'known'
            ? 'Then release the lock, plan again, and compare the plan with what is there.'
            : 'Then plan again, and compare the plan with what is there. If the state is locked, that plan says by whom.',
    ]);
    return [{ kind: 'list', rank: 0, items }];
}
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);


/***/ })

};
