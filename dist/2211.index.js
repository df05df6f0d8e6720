export const id = 2211;
export const ids = [2211];
export const modules = {

/***/ 2211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ localStatePath),
/* harmony export */   isLocalState: () => (/* binding */ isLocalState)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2972);




/**
 * True when the state of an initialised stack is a local file. Source: `init` notes the backend in `terraform.tfstate` of
 * the data folder (internal/command/workdir/backend_state.go); without a backend block there is no such file.
 */
async function isLocalState(run) {
    return (await localStatePath(run)) !== undefined;
}
/** Where the state of an initialised stack is (absolute), when it is a local file; undefined: it is elsewhere. */
async function localStatePath(run) {
    const given = run.dataDir ?? run.env['TF_DATA_DIR'];
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, given === undefined || given === '' ? '.terraform' : given);
    try {
        const state = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'terraform.tfstate'), 'utf8'));
        const backend = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(state)?.['backend']);
        if (backend !== undefined && (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(backend['type']) !== 'local')
            return undefined;
        const path = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(backend?.['config'])?.['path']);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, path === undefined || path === '' ? DEFAULT : path);
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.directory, DEFAULT);
        throw thrown;
    }
}
const DEFAULT = 'terraform.tfstate';


/***/ })

};
