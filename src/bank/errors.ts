import { FileFaultError, type FilePlace } from '../domain/fileFault.ts'

/** The text is no XML. */
export class XmlMalformedError extends FileFaultError {
  override readonly code = 'file/xml-malformed'

  constructor(place: FilePlace, reason: string) {
    super(place, `This is no well-formed XML: ${reason}`, {
      remedy: 'Ask the bank for the file again; it may have been cut off or edited',
    })
  }
}

/** XML that no bank message needs and that attacks are made of: document types, entities, depth, other encodings. */
export class XmlForbiddenError extends FileFaultError {
  override readonly code = 'file/xml-forbidden'

  constructor(place: FilePlace, reason: string) {
    super(place, reason, {
      remedy: 'Do not open the file elsewhere; ask the bank whether it sent it, and for one without this',
    })
  }
}

/** A message, or a version of one, that the configuration does not accept. */
export class MessageUnknownError extends FileFaultError {
  override readonly code = 'file/message-unknown'
  readonly namespace: string

  constructor(place: FilePlace, namespace: string) {
    super(place, `The message "${namespace}" is not accepted here`, {
      remedy: 'Ask the bank for a camt.053 or camt.054 of a configured version, or configure this version',
    })
    this.namespace = namespace
  }
}

/** A file with so many faults that it is no message of a bank. */
export class TooManyFaultsError extends FileFaultError {
  override readonly code = 'file/too-many-faults'

  constructor(place: FilePlace, most: number) {
    super(place, `More than ${most} faults were found up to here`, {
      remedy: 'Ask the bank whether it sent this file, and for one that keeps to the schema of the message',
    })
  }
}

/** The message breaks its profile, or the official schema where one is set. */
export class ProfileViolatedError extends FileFaultError {
  override readonly code = 'file/profile-violated'

  constructor(place: FilePlace, reason: string) {
    super(place, reason, { remedy: 'Ask the bank for a file that keeps to the schema of the message' })
  }
}

/** An entry that keeps to the schema and still cannot be booked. */
export class EntryRefusedError extends FileFaultError {
  override readonly code = 'file/entry-refused'

  constructor(place: FilePlace, reason: string, remedy: string) {
    super(place, reason, { remedy })
  }
}

/** A statement whose entries do not lead from its opening to its closing balance: none of them is booked. */
export class StatementUnbalancedError extends FileFaultError {
  override readonly code = 'file/statement-unbalanced'
  readonly difference: bigint | undefined

  constructor(place: FilePlace, reason: string, difference?: bigint) {
    super(place, reason, {
      remedy: 'Ask the bank for the whole statement with its opening and closing booked balance',
    })
    this.difference = difference
  }
}

/** An entry that contradicts another, or cannot be told from it. */
export class EntryConflictError extends FileFaultError {
  override readonly code = 'file/entry-conflict'
  readonly other: FilePlace

  constructor(place: FilePlace, { other, reason }: { readonly other: FilePlace; readonly reason: string }) {
    super(place, `${reason} (${other.file}:${other.line})`, {
      remedy: 'Ask the bank which of the two is right; until then neither is used',
    })
    this.other = other
  }
}

/** A reversal of an entry that cannot be found, or of which there are several. */
export class ReversalUnmatchedError extends FileFaultError {
  override readonly code = 'file/reversal-unmatched'

  constructor(place: FilePlace, candidates: number) {
    super(place, `This reverses an entry, and ${candidates} entries can be meant`, {
      remedy: 'Give the file that holds the original, or ask the bank for the reference of the original',
    })
  }
}
