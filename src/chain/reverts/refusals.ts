/**
 * What the rules of the notes say when they refuse a movement, by code; the twin of `RefusalLib`. What comes
 * from an order of an authority says only "restricted", so that nobody is warned.
 */
export const refusalSentences: ReadonlyMap<bigint, string> = new Map([
  [0n, 'no rule refuses'],
  [1n, 'the notes are locked until the offering closes'],
  [2n, 'the notes are void or retired'],
  [3n, 'the offering has closed: no more notes are issued'],
  [4n, 'a regulator has paused such movements in its place'],
  [5n, 'the series is paused'],
  [6n, 'the deal is paused'],
  [10n, 'the legal register is elsewhere: only its registrar moves this series'],
  [11n, 'this series mirrors no register'],
  [12n, 'only the registrar imports a register'],
  [13n, 'the filing behind this token is not on record'],
  [20n, 'holders may not pass this tranche on'],
  [30n, 'the book is closed for a record date'],
  [40n, 'restricted'],
  [41n, 'restricted'],
  [42n, 'restricted'],
  [43n, 'restricted'],
  [50n, "the sender's wallet acts for no known party"],
  [51n, "the sender's attestation was revoked"],
  [52n, "the sender's attestation has expired"],
  [53n, "the receiver's wallet acts for no known party"],
  [54n, "the receiver's attestation was revoked"],
  [55n, "the receiver's attestation has expired"],
  [56n, 'the receiver is attested for an office, not as an investor'],
  [57n, "the spender's attestation was revoked"],
  [58n, "the spender's attestation has expired"],
  [60n, 'the series is for holders of another place'],
  [61n, "the risk grade is above the receiver's tolerance"],
])
