// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {Maturity, PoolTest} from "../types/Enums.sol";
import {DealId, PartyId, RightId, TrancheId} from "../types/Ids.sol";

/// @notice The rights that back each deal, and the tests that they must pass.
interface IPoolBook {
    /// @notice What a deal asks of every right that enters its pool.
    /// @param holder Party that must hold the right
    struct Entry {
        PartyId holder;
        Currency currency;
    }

    /// @notice What stands on one tranche; claims are listed from the most senior down.
    /// @param amount Minor units of the deal's currency
    /// @param maturities Bitmap of `Maturity` classes that may back it (bit = enum value)
    struct Claim {
        uint256 amount;
        uint8 maturities;
    }

    event RightPledged(DealId indexed deal, RightId indexed right, Maturity maturity, uint128 principal);
    event RightReplaced(
        DealId indexed deal,
        RightId indexed leaving,
        RightId indexed entering,
        Maturity maturity,
        uint128 principal
    );
    event RightRepurchased(DealId indexed deal, RightId indexed right);
    event PoolReleased(DealId indexed deal, uint256 count);

    error PoolTooLarge(DealId deal, uint256 count);
    error PoolEmpty(DealId deal);
    error RightElsewhere(RightId right, PartyId holder);
    error CurrencyDiffers(RightId right, Currency currency);
    error RightUnfit(RightId right);
    error AppraisalStale(RightId right, uint48 validUntil);
    error NotInPool(DealId deal, RightId right);
    error BackingFalls(DealId deal, Maturity class, uint256 before, uint256 afterwards);
    error CoverFalls(DealId deal, RightId leaving, RightId entering);
    error LifeFalls(DealId deal, uint32 before, uint32 afterwards);
    error FirewallBroken(DealId deal, TrancheId tranche, uint256 outstanding, uint256 backing);
    error PoolTestFailed(DealId deal, PoolTest test, uint64 figure, uint40 limit);

    /// @notice Adds rights to the pool of a deal and binds them to it; only the deal book
    function add(DealId deal, Entry calldata entry, RightId[] calldata rights) external;

    /// @notice Puts a right in the place of another, if the pool is then no worse: for every class what it and all riper classes
    /// back does not fall, nor does appraised value against principal, nor the end of life, and no test of the pool fails by more
    /// than before. Asks the tests. Only the replacements
    function replace(
        DealId deal,
        Entry calldata entry,
        Claim[] calldata claims,
        RightId leaving,
        RightId entering
    ) external;

    /// @notice The same whatever the pool is then, as the holders resolved; only the replacements
    function exchange(
        DealId deal,
        Entry calldata entry,
        Claim[] calldata claims,
        RightId leaving,
        RightId entering
    ) external;

    /// @notice Takes a right out that the originator bought back, and asks the tests of what is left; only the replacements
    function remove(DealId deal, Claim[] calldata claims, RightId leaving) external;

    /// @notice Frees the rights of a deal that ended; the list stays as a record. Only the deal book
    function release(DealId deal) external;

    /// @notice Asks the tests of the pool and reverts with the first that fails; only the deal book
    function check(DealId deal, Claim[] calldata claims) external;

    /// @notice Asks the tests of the pool, whatever comes of it; only the pool desk
    function ask(DealId deal, Claim[] calldata claims) external;

    /// @notice Rights that back a deal, or backed it until it ended
    function poolOf(DealId deal) external view returns (RightId[] memory);

    /// @notice Pledged principal by maturity class as evaluated now, indexed by `Maturity`
    function backingOf(DealId deal) external view returns (uint128[4] memory);
}
