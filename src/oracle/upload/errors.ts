import { LedgerError } from '../../domain/errors.ts'

/** A request that is no upload: another path, another verb, another kind of message. */
export class NoUploadError extends LedgerError {
  override readonly code = 'upload/no-upload'

  constructor(reason: string) {
    super(`This is no upload: ${reason}`, {
      remedy: 'Send POST v1/files with the header lingnan-envelope, as src/oracle/README.md says',
    })
  }
}

export class UploaderUnknownError extends LedgerError {
  override readonly code = 'upload/uploader-unknown'
  readonly address: string

  constructor(address: string) {
    super(`${address} may not send files to this signer`, {
      remedy: 'The configuration of the signer names who may, under uploads',
    })
    this.address = address
  }
}

export class UploadNotSignedError extends LedgerError {
  override readonly code = 'upload/not-signed'

  constructor(cause: LedgerError) {
    super(`The request is not signed for this signer by who sends it, or at another time: ${cause.fact}`, {
      remedy: 'Compare the address of the signer, the deployment, the key and the clocks of both sides',
      cause,
    })
  }
}

export class UploadReplayedError extends LedgerError {
  override readonly code = 'upload/replayed'

  constructor() {
    super('This request was made before', {
      remedy: 'Sign a new one for each attempt; look who sends old ones',
    })
  }
}

export class UploadDealUnknownError extends LedgerError {
  override readonly code = 'upload/deal-unknown'
  readonly deal: bigint

  constructor(deal: bigint) {
    super(`Files of deal ${deal} are not taken here from this sender`, {
      remedy: 'Give the number of a deal of which this signer keeps books and to which the sender belongs',
    })
    this.deal = deal
  }
}

export class UploadNameRefusedError extends LedgerError {
  override readonly code = 'upload/name-refused'

  constructor(name: string, reason: string) {
    super(`The name ${JSON.stringify(name.slice(0, 80))} is not taken: ${reason}`, {
      remedy: 'Give the name of the file alone, without folders or a dot before it, ending as its kind does',
    })
  }
}

export class UploadTooLargeError extends LedgerError {
  override readonly code = 'upload/too-large'
  readonly largest: number

  constructor(largest: number) {
    super(`Files of more than ${largest} bytes are not taken`, {
      remedy: 'Split the file, or ask for the statement of a shorter time',
    })
    this.largest = largest
  }
}

export class UploadDiffersError extends LedgerError {
  override readonly code = 'upload/content-differs'

  constructor(reason: string) {
    super(`What came is not what was signed: ${reason}`, {
      remedy: 'Sign size and SHA-256 of the file as it is now, and send it again; nothing was kept',
    })
  }
}

export class UploadBrokenOffError extends LedgerError {
  override readonly code = 'upload/broken-off'

  constructor(cause: unknown) {
    super('The connection ended before the file did', {
      remedy: 'Send it again; nothing was kept',
      cause,
    })
  }
}

export class UploadDiskFullError extends LedgerError {
  override readonly code = 'upload/disk-full'

  constructor(cause: Error) {
    super(`The file could not be written at the signer: ${cause.message}`, {
      remedy: 'The signer makes room on its disk; send it again then, nothing was kept',
      cause,
    })
  }
}

export class UploadFailedError extends LedgerError {
  override readonly code = 'upload/failed'

  constructor(cause: unknown) {
    super('The signer could not take the file', {
      remedy: 'Its log names the fault; send the file again when it is mended, nothing was kept',
      cause,
    })
  }
}

export class UploadSilentError extends LedgerError {
  override readonly code = 'upload/silent'
  readonly url: string

  constructor(url: string, cause: unknown) {
    super(`The signer at ${url} has not answered`, {
      remedy: 'Check the address, and that its process runs and takes uploads; send it again then',
      cause,
    })
    this.url = url
  }
}

/** What the signer refused, under the code with which it did. */
export class UploadRefusedError extends LedgerError {
  override readonly code: string
  readonly file: string

  constructor(
    file: string,
    { code, message, remedy }: { readonly code: string; readonly message: string; readonly remedy: string },
  ) {
    super(`${file}: ${message}`, { remedy })
    this.code = code
    this.file = file
  }
}
