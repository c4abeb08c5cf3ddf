// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITrail} from "./ITrail.sol";

import {Office} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";

/// @notice Orders over notes that take two authorities, and the pauses of series and deals.
interface IEnforcement is ITrail {
    /// @dev What an order does. `Release` ends a freeze.
    enum OrderKind {
        None,
        Transfer,
        Recovery,
        Freeze,
        Release
    }

    /// @dev Where what was booked for the holder and is not yet paid goes when its units are taken. `None` for an order that
    /// gives units to no other party.
    enum Entitlements {
        None,
        Stay,
        Follow
    }

    /// @dev `Withdrawn` and `Executed` are final.
    enum OrderStage {
        None,
        Proposed,
        Withdrawn,
        Executed
    }

    /// @notice What an order says; only its hash is known until it is executed.
    /// @param freeze Number of the order whose freeze a release ends, zero for any other kind
    /// @param from Holder whose units are moved or frozen
    /// @param to Who receives them, zero for a freeze or a release
    /// @param basisHash Hash of its legal basis
    /// @param salt Keeps the hash from being guessed
    struct OrderTerms {
        SeriesId series;
        OrderKind kind;
        Entitlements entitlements;
        uint64 freeze;
        address from;
        address to;
        uint96 units;
        bytes32 basisHash;
        bytes32 salt;
    }

    /// @param office Trustee or manager
    struct Order {
        DealId deal;
        PartyId proposer;
        Office office;
        OrderStage stage;
        bytes32 termsHash;
    }

    /// @notice A freeze that an order made.
    /// @param units Zero once it is released
    struct FreezeView {
        SeriesId series;
        address holder;
        uint96 units;
    }

    /// @notice What an authority holds paused.
    /// @param resumesAt Moment from which it may be resumed, zero while no end is scheduled
    struct Hold {
        bool stands;
        uint48 resumesAt;
    }

    event OrderProposed(
        uint64 indexed order,
        DealId indexed deal,
        PartyId indexed proposer,
        Office office,
        bytes32 termsHash
    );
    event OrderWithdrawn(uint64 indexed order, DealId indexed deal);
    event OrderExecuted(uint64 indexed order, DealId indexed deal, address indexed authority, OrderTerms terms);
    /// @param book Last book of the note whose entitlements follow
    event EntitlementsFollowed(SeriesId indexed series, address indexed holder, address indexed payee, uint32 book);
    /// @param series Zero for the whole deal
    /// @param jurisdiction Place of the authority, zero for the trustee
    event Paused(
        DealId indexed deal,
        SeriesId indexed series,
        uint16 indexed jurisdiction,
        address authority,
        bytes32 basisHash
    );
    event ResumptionScheduled(
        DealId indexed deal,
        SeriesId indexed series,
        uint16 indexed jurisdiction,
        address authority,
        bytes32 basisHash,
        uint48 resumesAt
    );
    event Resumed(DealId indexed deal, SeriesId indexed series, uint16 indexed jurisdiction);

    error NotProposer(DealId deal, address wallet);
    error OrderUnnamed();
    error OrderStageForbids(uint64 order, OrderStage stage);
    error OrderLapsed(uint64 order, PartyId proposer);
    error TermsDiffer(uint64 order, bytes32 proposed, bytes32 stated);
    error SeriesElsewhere(SeriesId series, DealId deal);
    error OrderMisstated(uint64 order, OrderKind kind);
    error HolderUnknown(address holder);
    error AuthorityNotSeparate(PartyId party);
    error NotSuccessor(address lost, address successor);
    error RecoveryPartial(address lost, uint256 held, uint96 units);
    error FreezeUnknown(uint64 freeze);
    error NothingFollows(SeriesId series, address holder);
    error NotPauser(DealId deal, SeriesId series, uint16 jurisdiction, address wallet);
    error BasisMissing();
    error PausedAlready(DealId deal, SeriesId series, uint16 jurisdiction);
    error NotPausedBy(DealId deal, SeriesId series, uint16 jurisdiction);
    error ResumesLater(DealId deal, SeriesId series, uint16 jurisdiction, uint48 resumesAt);
    /// @param holder Zero if the place is that of the series
    error PayoutsPaused(SeriesId series, address holder, uint16 jurisdiction);

    /// @notice Proposes an order by its hash, so that nobody is warned; the trustee or the manager of the deal
    /// @param termsHash `digestOf` its terms
    /// @return order Number of the order
    function propose(DealId deal, bytes32 termsHash) external returns (uint64 order);

    /// @notice Withdraws an order that was not executed; who holds the office that proposed it
    function withdraw(uint64 order) external;

    /// @notice Confirms an order and executes it; a regulator of the holder's place, of another party than the proposer
    function confirm(uint64 order, OrderTerms calldata terms) external;

    /// @notice Pauses a series, or with series zero all of a deal, at once; the trustee, or a regulator of the place of the
    /// series, for a deal of a place of one of them. Takes back an end that this authority has scheduled
    /// @param jurisdiction Place whose regulator pauses, zero for the trustee
    function pause(DealId deal, SeriesId series, uint16 jurisdiction, bytes32 basisHash) external;

    /// @notice Schedules the end of what the same authority paused
    /// @return resumesAt Moment from which anyone may resume
    function unpause(
        DealId deal,
        SeriesId series,
        uint16 jurisdiction,
        bytes32 basisHash
    ) external returns (uint48 resumesAt);

    /// @notice Ends a pause whose scheduled end has come; anyone. What another authority paused stays paused
    function resume(DealId deal, SeriesId series, uint16 jurisdiction) external;

    function orderCount() external view returns (uint64);

    function orderOf(uint64 order) external view returns (Order memory);

    /// @notice Freeze that an order made, all zero if it made none
    function freezeOf(uint64 order) external view returns (FreezeView memory);

    /// @notice Units that freezes hold for a holder; what an order took of them is no longer frozen in the note
    function frozenOf(SeriesId series, address holder) external view returns (uint256);

    /// @notice What a proposer commits to
    function digestOf(OrderTerms calldata terms) external pure returns (bytes32);

    /// @notice What an authority holds paused
    function holdOf(DealId deal, SeriesId series, uint16 jurisdiction) external view returns (Hold memory);

    /// @notice Number of authorities that hold a series, or with series zero the deal, paused
    function holdsOf(DealId deal, SeriesId series) external view returns (uint8);

    /// @notice Seconds between the order that ends a pause and its end
    function unpauseFor() external view returns (uint32);

    /// @notice Wallet whose party is paid what is recorded under a holder at a book: the holder, unless an order gave it to another
    function payeeOf(SeriesId series, uint32 book, address holder) external view returns (address);

    /// @notice Standings of the parties that are paid what is recorded under holders at a book, in their order
    function payeesOf(
        SeriesId series,
        uint32 book,
        address[] calldata holders
    ) external view returns (Standing[] memory standings);

    /// @notice The same where they may be paid now. Reverts if the place of the series pauses payouts, or the place of a party that
    /// would be paid; a party under an order is not paid and stops nobody
    function payableTo(
        SeriesId series,
        uint32 book,
        address[] calldata holders
    ) external view returns (Standing[] memory standings);
}
