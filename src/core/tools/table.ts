import { terraformSums, tofuSums, type ArchiveSums } from './sums.ts'

/** How the program lies in what the publisher offers. Other kinds (tar.gz, the bare file) come with their tools. */
export interface ZipArchive {
  readonly kind: 'zip'
  /** Bytes. More than this is not unpacked. */
  readonly maxBytes: number
}

/**
 * How to build a version with Go from a wrapper module: for development on machines that reach the Go module proxy
 * but not the publisher. The Go checksum database verifies what comes.
 */
export interface GoRecipe {
  /** `module/path/of/the/package`, got and built at `v<version>`. */
  readonly package: string
  /** `old=new@version`, as `go mod edit -replace` takes it. */
  readonly replace: readonly string[]
  readonly linkerFlags: string
}

/** Where the setup actions keep the real program when they put a wrapper script in its place. */
export interface WrapperPlace {
  readonly binary: string
  readonly folderVariable: string
}

export interface Tool {
  /** Name in caches, mirrors and logs. */
  readonly name: string
  /** Name of the program, without `.exe`. */
  readonly binary: string
  readonly wrapper: WrapperPlace
  /** Prints JSON on stdout that holds the version under `field`. */
  readonly askVersion: { readonly args: readonly string[]; readonly field: string }
  readonly versions: ArchiveSums
  /** `{version}`, `{os}` and `{arch}` are filled in. The checksum file lies beside the archive. */
  readonly release: { readonly base: string; readonly file: string; readonly checksums: string }
  readonly archive: ZipArchive
  /** By exact version: only these are known to build. */
  readonly builds: Readonly<Record<string, GoRecipe>>
}

const MEBIBYTE = 1024 * 1024
const askTerraform = { args: ['version', '-json'], field: 'terraform_version' }

export const TOOLS = {
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
} as const satisfies Record<string, Tool>
