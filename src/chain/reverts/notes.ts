import type { RevertEntry } from './entry.ts'

/** Errors of the room notes. */
export const notesReverts: readonly RevertEntry[] = [
  {
    signature: 'BookAlreadyClosed(SeriesId series)',
    code: 'note/book-already-closed',
    fact: 'The book of series {series} is closed already',
    remedy: 'Take it or open it',
  },
  {
    signature: 'BookNotClosed(SeriesId series)',
    code: 'note/book-not-closed',
    fact: 'The book of series {series} is open',
    remedy: 'Close it at the record date first',
  },
  {
    signature: 'BookUnknown(SeriesId series, uint32 book)',
    code: 'note/book-unknown',
    fact: 'Series {series} has no book {book}',
    remedy: 'Ask for a book that was taken',
  },
  {
    signature: 'CheckerNotSeparate(PartyId party)',
    code: 'note/checker-not-separate',
    fact: 'Party {party} cannot check what it prepared',
    remedy: 'Let another party check',
  },
  {
    signature: 'DealNotDraft(DealId deal)',
    code: 'note/deal-not-draft',
    fact: 'Deal {deal} is no draft any more',
    remedy: 'Notes are issued while a deal is a draft',
  },
  {
    signature: 'ImportEmpty()',
    code: 'note/import-empty',
    fact: 'The import moves nothing',
    remedy: 'Give the movements and the hash of the holder list',
  },
  {
    signature: 'ImportUnknown(SeriesId series, uint64 number, bytes32 digest)',
    code: 'note/import-unknown',
    fact: 'Series {series} has no import {number} with the digest {digest}',
    remedy: 'Confirm exactly what was prepared',
  },
  {
    signature: 'NotRegisterChecker(DealId deal, address wallet)',
    code: 'note/not-register-checker',
    fact: '{wallet} may not check the register of deal {deal}',
    remedy: 'Call with a wallet of the checking party',
  },
  {
    signature: 'NotRegistrar(DealId deal, address wallet)',
    code: 'note/not-registrar',
    fact: '{wallet} does not act for the registrar of deal {deal}',
    remedy: 'A mirror is moved only by its registrar',
  },
  {
    signature: 'NoteStageForbids(SeriesId series, NoteStage stage)',
    code: 'note/stage-forbids',
    fact: 'The note of series {series} stands where this is not done: {stage}',
    remedy: 'Do it in the stage to which it belongs',
  },
  {
    signature: 'SupplyExceeded(SeriesId series, uint256 supply, uint96 units)',
    code: 'note/supply-exceeded',
    fact: '{supply} units are more than the {units} of series {series}',
    remedy: 'Mint no more than the series has',
  },
  {
    signature: 'TransferRefused(uint8 code)',
    code: 'note/transfer-refused',
    fact: 'The movement is refused: {code:Refusal}',
    remedy: 'Ask `canTransfer` first, and remove the reason',
  },
  {
    signature: 'ERC7943CannotReceive(address account)',
    code: 'note/cannot-receive',
    fact: '{account} may not receive this note',
    remedy: 'Check the eligibility, grade and place of its party',
  },
  {
    signature: 'ERC7943CannotSend(address account)',
    code: 'note/cannot-send',
    fact: '{account} may not send this note',
    remedy: 'Check whether its party is eligible and free of restrictions',
  },
  {
    signature: 'ERC7943CannotTransfer(address from, address to, uint256 amount)',
    code: 'note/cannot-transfer',
    fact: '{amount} units may not move from {from} to {to}',
    remedy: 'Ask `canTransfer` first, and remove the reason',
  },
  {
    signature: 'ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen)',
    code: 'note/units-frozen',
    fact: '{account} has {unfrozen} units that are not frozen, not {amount}',
    remedy: 'Move fewer units, or have the order lifted',
  },
  {
    signature: 'ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
    code: 'note/units-short',
    fact: '{sender} holds {balance} units, not {needed}',
    remedy: 'Move fewer units',
  },
  {
    signature: 'ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
    code: 'note/allowance-short',
    fact: '{spender} may move {allowance} units, not {needed}',
    remedy: 'Let the holder approve more',
  },
  {
    signature: 'ERC20InvalidSender(address sender)',
    code: 'note/sender-unfit',
    fact: '{sender} cannot send units',
    remedy: 'Use a wallet of a holder',
  },
  {
    signature: 'ERC20InvalidReceiver(address receiver)',
    code: 'note/receiver-unfit',
    fact: '{receiver} cannot receive units',
    remedy: 'Use a wallet of an eligible party',
  },
  {
    signature: 'ERC20InvalidApprover(address approver)',
    code: 'note/approver-unfit',
    fact: '{approver} cannot approve',
    remedy: 'Use a wallet of a holder',
  },
  {
    signature: 'ERC20InvalidSpender(address spender)',
    code: 'note/spender-unfit',
    fact: '{spender} cannot be approved',
    remedy: 'Name a real address',
  },
]
