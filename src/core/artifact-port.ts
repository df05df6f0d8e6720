/** One artifact of a workflow run: a zip file that GitHub keeps for some days. */
export interface Artifact {
  readonly id: number
  readonly name: string
  /** Bytes of the zip file. */
  readonly size: number
  /** `sha256:…` of the zip file; undefined: GitHub does not tell. */
  readonly digest: string | undefined
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Its contents are gone. */
  readonly expired: boolean
}

export interface ArtifactFile {
  /** With `/`, relative, never leaving its folder. */
  readonly name: string
  readonly content: Uint8Array
}

export interface UploadOptions {
  /** Days; GitHub cuts it to what the repository allows. Absent: the repository's own setting. */
  readonly retentionDays?: number
  /** False for what cannot be made smaller. */
  readonly compress: boolean
}

export interface Uploaded {
  readonly id: number
  /** Bytes of the zip file. */
  readonly size: number
  /** `sha256:…` of the zip file. */
  readonly digest: string
  /** For people. */
  readonly url: string
}

/** Artifacts of the run we are in, of all its attempts, through the runner's own service. */
export interface ArtifactStore {
  /** @throws UserError, also when the run has an artifact of that name already. */
  upload(name: string, files: readonly ArtifactFile[], options: UploadOptions): Promise<Uploaded>
  /** One request. */
  list(): Promise<readonly Artifact[]>
  /**
   * The files in it, checked against the digest where there is one.
   * @param limit bytes, of the zip file and of what is in it
   */
  download(artifact: Artifact, limit: number): Promise<readonly ArtifactFile[]>
}
