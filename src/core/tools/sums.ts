/**
 * SHA-256 of the published archives, by version and platform: data only. A version with no sums here is known to
 * exist; the publisher's own SHA256SUMS is used for it.
 */
export type ArchiveSums = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The last release of each minor line. */
export const terraformSums: ArchiveSums = {
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
}

/** OpenTofu: the newest with its sums, the last releases of older lines without. */
export const tofuSums: ArchiveSums = {
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
}
