export const id = 6796;
export const ids = [6796,4645];
export const modules = {

/***/ 4645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkPassphrase: () => (/* binding */ checkPassphrase)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

/** Characters, counted as people count them. */
const SHORTEST_PASSPHRASE = 12;
/**
 * Throws a `UserError` for a passphrase that cannot keep a secret, or is none. It is used exactly as it is given: blanks
 * and a line end at its end count, and nothing is normalised, so both sides must be given the same secret.
 */
function checkPassphrase(passphrase) {
    const refuse = (what, help) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`plan-passphrase ${what}`, { help, where: 'plan-passphrase' });
    // TF-via-PR's own CI once had `plan-encrypt: secrets.TF_ENCRYPTION`: a text everybody can read as the passphrase.
    if (/^\s*(?:\$\{\{|(?:secrets|vars|env|inputs|github)\.\w+\s*$)/.test(passphrase)) {
        throw refuse('is the name of a secret, not its value', 'Write plan-passphrase: ${{ secrets.NAME }}.');
    }
    if (Array.from(passphrase).length < SHORTEST_PASSPHRASE || passphrase.trim() === '') {
        throw refuse(`has fewer than ${SHORTEST_PASSPHRASE} characters`, 'Use a long random one: `openssl rand -base64 32`, kept as a secret of the repository.');
    }
}


/***/ }),

/***/ 6796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSeal: () => (/* binding */ openSeal),
  sealPlan: () => (/* binding */ sealPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/sealed/passphrase.ts
var passphrase = __webpack_require__(4645);
// EXTERNAL MODULE: ./src/terraform/sealed/seal-error.ts
var seal_error = __webpack_require__(8947);
;// CONCATENATED MODULE: ./src/terraform/sealed/container.ts




/*
 * The file, numbers big-endian:
 *
 *   0  8   magic
 *   8  1   version: 1
 *   9  1   0: plain · 1: scrypt, AES-256-GCM
 *  10  1   scrypt: log2 N
 *  11  1   scrypt: r
 *  12  1   scrypt: p
 *  13  3   zero
 *  16  8   bytes of the payload
 *  24  16  salt
 *  40  12  nonce
 *  52  …   payload
 *   …  …   encrypted: 16 bytes, tag over header and payload; plain: 32 bytes, SHA-256 of them
 *
 * The first byte is no text and the last of the magic is a line end, so that transfers as text are noticed (as in PNG).
 * A plain one has zeros for the parameters, salt and nonce.
 */
const MAGIC = Buffer.from('\x89GOPLAN\n', 'latin1');
const VERSION = 1;
const HEADER_BYTES = 52;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;
/** Node takes at most 2 GiB at once, and all of it is in memory. */
const MOST_PAYLOAD_BYTES = 500 * 1024 ** 2;
const CHUNK = 8 * 1024 ** 2;
/**
 * N = 2^16: 64 MiB and about 0.13 s for each guess of a passphrase. What is read may cost up to four times as much, so
 * that a later release can ask for more; a hostile header cannot ask for gigabytes.
 * Source: RFC 7914 (memory is 128 * N * r bytes).
 */
const COST = 16;
const COSTS = { least: 15, most: 18 };
const BLOCK_SIZE = 8;
const PARALLEL = 1;
/** Closes a payload, given as pieces that follow each other. @throws UserError for a bad passphrase, or too much of it. */
async function closeContainer(pieces, key) {
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (size > MOST_PAYLOAD_BYTES) {
        throw new errors/* UserError */.yo(`the plan and its files are ${Math.ceil(size / 1e6)} MB, too large to be sealed`, {
            help: `At most ${Math.floor(MOST_PAYLOAD_BYTES / 1e6)} MB can be.`,
        });
    }
    const header = Buffer.alloc(HEADER_BYTES);
    MAGIC.copy(header);
    header.writeUInt8(VERSION, 8);
    header.writeBigUInt64BE(BigInt(size), 16);
    if (key.kind === 'plain') {
        const body = Buffer.concat([header, ...pieces, Buffer.alloc(DIGEST_BYTES)]);
        sha256(body.subarray(0, HEADER_BYTES + size)).copy(body, HEADER_BYTES + size);
        return body;
    }
    (0,passphrase.checkPassphrase)(key.passphrase);
    header.set([1, COST, BLOCK_SIZE, PARALLEL], 9);
    (0,external_node_crypto_.randomBytes)(28).copy(header, 24);
    const { secret, nonce } = await keyOf(header, key.passphrase);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
    secret.fill(0);
    cipher.setAAD(header);
    const sealed = Buffer.allocUnsafe(HEADER_BYTES + size + TAG_BYTES);
    let at = header.copy(sealed);
    for (const piece of pieces)
        at = inChunks(piece, sealed, at, (chunk) => cipher.update(chunk));
    at += cipher.final().copy(sealed, at);
    cipher.getAuthTag().copy(sealed, at);
    return sealed;
}
/** The payload. @throws SealError before anything of it is handed out; UserError for a bad passphrase. */
async function openContainer(bytes, key) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { encrypted, size } = readHeader(file);
    if (key.kind === 'plain' && encrypted)
        throw new seal_error.SealError('encrypted-refused', 'the plan is encrypted, and there is no passphrase');
    if (key.kind !== 'plain' && !encrypted)
        throw new seal_error.SealError('plain-refused', 'the plan is not encrypted, where an encrypted one is demanded');
    const end = HEADER_BYTES + size;
    const missing = end + (encrypted ? TAG_BYTES : DIGEST_BYTES) - file.length;
    if (missing > 0)
        throw new seal_error.SealError('truncated', `the sealed plan is cut off: ${missing} bytes are missing`);
    if (missing < 0)
        throw new seal_error.SealError('not-a-seal', 'the sealed plan has something after its end');
    if (key.kind === 'plain') {
        if (!(0,external_node_crypto_.timingSafeEqual)(sha256(file.subarray(0, end)), file.subarray(end)))
            throw new seal_error.SealError('altered', 'the checksum of the plan is wrong: it was changed or damaged');
        return file.subarray(HEADER_BYTES, end);
    }
    (0,passphrase.checkPassphrase)(key.passphrase);
    return decrypt(file, size, key.passphrase);
}
async function decrypt(file, size, passphrase) {
    const { secret, nonce } = await keyOf(file, passphrase);
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
    secret.fill(0);
    const end = HEADER_BYTES + size;
    decipher.setAAD(file.subarray(0, HEADER_BYTES));
    decipher.setAuthTag(file.subarray(end));
    const payload = Buffer.allocUnsafe(size);
    inChunks(file.subarray(HEADER_BYTES, end), payload, 0, (chunk) => decipher.update(chunk));
    try {
        decipher.final();
    }
    catch {
        payload.fill(0);
        throw new seal_error.SealError('wrong-passphrase-or-altered', 'the sealed plan does not open: the passphrase is another one, or the file was changed (which of the two cannot be told)');
    }
    return payload;
}
/** Checks what can be checked without a key. */
function readHeader(file) {
    const magic = file.subarray(0, MAGIC.length);
    if (!MAGIC.subarray(0, magic.length).equals(magic))
        throw new seal_error.SealError('not-a-seal', 'the file is not a sealed plan');
    if (file.length < HEADER_BYTES)
        throw new seal_error.SealError('truncated', 'the sealed plan is cut off in its header');
    const version = file.readUInt8(8);
    if (version > VERSION)
        throw new seal_error.SealError('newer-version', `the sealed plan has version ${version}; this release reads ${VERSION}`);
    const [kind = 0, cost = 0, block = 0, parallel = 0] = file.subarray(9, 13);
    const size = file.readBigUInt64BE(16);
    const encrypted = kind === 1;
    const known = encrypted
        ? cost >= COSTS.least && cost <= COSTS.most && block === BLOCK_SIZE && parallel === PARALLEL
        : kind === 0 && isZero(file.subarray(10, 13)) && isZero(file.subarray(24, HEADER_BYTES));
    if (version !== VERSION || !known || !isZero(file.subarray(13, 16)))
        throw new seal_error.SealError('not-a-seal', 'the header of the sealed plan is none that is ever written');
    if (size > BigInt(MOST_PAYLOAD_BYTES))
        throw new seal_error.SealError('not-a-seal', 'the sealed plan says that it is larger than any can be');
    return { encrypted, size: Number(size) };
}
function keyOf(header, passphrase) {
    const N = 2 ** header.readUInt8(10);
    const options = { N, r: BLOCK_SIZE, p: PARALLEL, maxmem: 2 * 128 * N * BLOCK_SIZE };
    const nonce = header.subarray(40, HEADER_BYTES);
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, header.subarray(24, 40), 32, options, (failure, secret) => {
            if (failure === null)
                resolve({ secret, nonce });
            else
                reject(failure);
        });
    });
}
function inChunks(from, to, start, change) {
    let at = start;
    for (let read = 0; read < from.length; read += CHUNK)
        at += change(from.subarray(read, read + CHUNK)).copy(to, at);
    return at;
}
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
const isZero = (bytes) => bytes.every((byte) => byte === 0);

// EXTERNAL MODULE: ./src/terraform/sealed/payload.ts + 3 modules
var payload = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/terraform/sealed/seal.ts


/**
 * The bytes of `SEAL_FILE`. Encrypted, nobody without the passphrase can read it, and nobody can change it unnoticed; who
 * has made it is not told by that: whoever can run a workflow of the repository can use its passphrase.
 * @throws UserError for a passphrase that is none, or more than can be sealed; SealError when content and manifest do
 *   not agree, which is a fault of the caller's.
 */
async function sealPlan(content, key) {
    return closeContainer((0,payload/* packPayload */.uP)(content), key);
}
/**
 * What is in it. Nothing is handed out before the tag over all of it is right, and each part has the form, the size
 * and the checksum it must have. Where it comes from must be asked from GitHub.
 * @throws SealError that says why it does not open; UserError for a passphrase that is none.
 */
async function openSeal(bytes, key) {
    return (0,payload/* unpackPayload */.Ds)(await openContainer(bytes, key));
}


/***/ })

};
