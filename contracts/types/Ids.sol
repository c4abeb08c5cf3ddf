// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev 63 bits of the hash of the subject's salted hash, so that it fits a signed 64-bit column; zero means absent.
type PartyId is uint64;
/// @dev Sequential ids start at one; zero means absent.
type RightId is uint64;
type DealId is uint64;
type SeriesId is uint64;
/// @dev Rank of a tranche within its deal, 0 = most senior.
type TrancheId is uint8;
/// @dev Collection period of a deal, 1-based.
type Period is uint32;
/// @dev keccak256 of the account's identity: bank party, account hash, currency, deal, purpose.
type AccountId is bytes32;
/// @dev Sequential number of an entry in the cash ledger.
type EntryId is uint64;

using {eqParty as ==, neqParty as !=} for PartyId global;
using {eqRight as ==, neqRight as !=} for RightId global;
using {eqDeal as ==, neqDeal as !=} for DealId global;
using {eqSeries as ==, neqSeries as !=} for SeriesId global;
using {eqTranche as ==, neqTranche as !=} for TrancheId global;
using {eqPeriod as ==, neqPeriod as !=, ltPeriod as <, next} for Period global;
using {eqAccount as ==, neqAccount as !=} for AccountId global;
using {eqEntry as ==, neqEntry as !=} for EntryId global;

function eqParty(PartyId a, PartyId b) pure returns (bool) {
    return PartyId.unwrap(a) == PartyId.unwrap(b);
}

function neqParty(PartyId a, PartyId b) pure returns (bool) {
    return PartyId.unwrap(a) != PartyId.unwrap(b);
}

function eqRight(RightId a, RightId b) pure returns (bool) {
    return RightId.unwrap(a) == RightId.unwrap(b);
}

function neqRight(RightId a, RightId b) pure returns (bool) {
    return RightId.unwrap(a) != RightId.unwrap(b);
}

function eqDeal(DealId a, DealId b) pure returns (bool) {
    return DealId.unwrap(a) == DealId.unwrap(b);
}

function neqDeal(DealId a, DealId b) pure returns (bool) {
    return DealId.unwrap(a) != DealId.unwrap(b);
}

function eqSeries(SeriesId a, SeriesId b) pure returns (bool) {
    return SeriesId.unwrap(a) == SeriesId.unwrap(b);
}

function neqSeries(SeriesId a, SeriesId b) pure returns (bool) {
    return SeriesId.unwrap(a) != SeriesId.unwrap(b);
}

function eqTranche(TrancheId a, TrancheId b) pure returns (bool) {
    return TrancheId.unwrap(a) == TrancheId.unwrap(b);
}

function neqTranche(TrancheId a, TrancheId b) pure returns (bool) {
    return TrancheId.unwrap(a) != TrancheId.unwrap(b);
}

function eqPeriod(Period a, Period b) pure returns (bool) {
    return Period.unwrap(a) == Period.unwrap(b);
}

function neqPeriod(Period a, Period b) pure returns (bool) {
    return Period.unwrap(a) != Period.unwrap(b);
}

function ltPeriod(Period a, Period b) pure returns (bool) {
    return Period.unwrap(a) < Period.unwrap(b);
}

function next(Period a) pure returns (Period) {
    return Period.wrap(Period.unwrap(a) + 1);
}

function eqAccount(AccountId a, AccountId b) pure returns (bool) {
    return AccountId.unwrap(a) == AccountId.unwrap(b);
}

function neqAccount(AccountId a, AccountId b) pure returns (bool) {
    return AccountId.unwrap(a) != AccountId.unwrap(b);
}

function eqEntry(EntryId a, EntryId b) pure returns (bool) {
    return EntryId.unwrap(a) == EntryId.unwrap(b);
}

function neqEntry(EntryId a, EntryId b) pure returns (bool) {
    return EntryId.unwrap(a) != EntryId.unwrap(b);
}
