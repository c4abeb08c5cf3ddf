export { type Address, MalformedAddressError, parseAddress } from '../chain/address.ts'
export {
  type ArgsOf,
  type Call,
  encodeCall,
  type ReadVerb,
  type ResultOf,
  type WriteVerb,
} from '../chain/call.ts'
export { type Client, closeClient, type Deployment, openClient } from '../chain/client.ts'
export {
  DigestMismatchError,
  type Domain,
  requireDigest,
  type Statement,
  type TypedField,
  type TypedStruct,
} from '../chain/eip712.ts'
export {
  type ChainEvent,
  decodeEvents,
  type EventArgs,
  EventMissingError,
  type EventName,
  type EventQuery,
  requireEvent,
} from '../chain/events.ts'
export {
  ContractRefusedError,
  explainRevert,
  PanicError,
  PlainRevertError,
  SenderNotAllowedError,
  SilentRevertError,
  UnknownRevertError,
} from '../chain/explainRevert.ts'
export type { Fees } from '../chain/fees.ts'
export { type Finality, finalBlockOf, immediateFinality } from '../chain/finality.ts'
export {
  type ChainIdentity,
  type ChainSource,
  ChainUnreachableError,
  connect,
  connectAnywhere,
  identityOf,
  WrongChainError,
} from '../chain/provider.ts'
export type { AtBlock } from '../chain/read.ts'
export { refusalSentenceIn } from '../chain/reverts/refusalSentenceIn.ts'
export { type ContractName, type Contracts, type RoomName, type Rooms, roomNames } from '../chain/rooms.ts'
export {
  build,
  type Sent,
  send,
  simulate,
  TransactionFailedError,
  TransactionOverdueError,
  type UnsignedTransaction,
  wait,
} from '../chain/send.ts'
export { decodeText, encodeText, TextTooLongError } from '../chain/text32.ts'
export {
  type Action,
  type ActionEvent,
  TrailBrokenError,
  type TrailQuery,
  UnknownEventError,
} from '../chain/trail.ts'
