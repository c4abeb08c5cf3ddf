// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITrail} from "./ITrail.sol";

import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";

/// @notice Limits of a deal's series: who may hold them, how much, how many holders, and what crosses a border.
interface ILimitBook is ITrail {
    /// @notice Limits of one series; what is zero limits nothing, but a class that is not admitted holds nothing.
    /// @param admittedCn Classes of investors of the mainland that may hold it (bit = class code of the law file)
    /// @param exempt Classes that may hold a grade above their tolerance
    /// @param lockedUntilDay First day (since 1970, UTC+8) on which holders may pass it on
    /// @param channel Name of the channel whose quotas count what crosses a border, zero if none does
    /// @param minimum Least units that a party holds if it holds any
    /// @param step Units move in multiples of it
    /// @param holdingCap Most units that a party holds
    /// @param retained Units that the retainer keeps
    /// @param retainer Party that keeps its share, the originator
    struct SeriesLimits {
        SeriesId series;
        uint32 admittedCn;
        uint32 admittedHk;
        uint32 admittedMo;
        uint32 exempt;
        uint32 lockedUntilDay;
        uint8 channel;
        uint48 minimum;
        uint48 step;
        uint48 holdingCap;
        uint48 retained;
        PartyId retainer;
    }

    /// @notice Limits over all series of a deal in one jurisdiction.
    /// @param holderCap Most holders at any time, zero for no limit
    /// @param offereeCap Most parties that ever received units, zero for no limit
    struct PlaceLimits {
        uint16 jurisdiction;
        uint32 holderCap;
        uint32 offereeCap;
    }

    /// @notice Money that may cross from one jurisdiction to another in a window of days (UTC+8). What comes back gives none of
    /// it free.
    /// @param amount Minor units of the deal's currency, at face
    struct QuotaLimits {
        uint8 channel;
        uint16 payer;
        uint16 payee;
        uint16 windowDays;
        uint96 amount;
    }

    /// @notice Holders of a deal in a jurisdiction.
    struct Crowd {
        uint32 holders;
        uint32 holderCap;
        uint32 offerees;
        uint32 offereeCap;
    }

    /// @notice A quota and what of it is used.
    /// @param window Number of the window in which it was last used
    struct Quota {
        uint96 amount;
        uint96 used;
        uint32 window;
        uint16 windowDays;
    }

    /// @notice A party among the holders of a deal in a jurisdiction.
    /// @param series Number of series of which it holds units
    /// @param declared Holders behind its omnibus account, zero if it is none
    struct Presence {
        uint16 series;
        uint32 declared;
        bool wasOffered;
    }

    /// @notice A movement of units of a limited note, with what the note knows of it.
    /// @param kind Kind of the movement as a set with one member
    struct Limited {
        uint256 kind;
        address from;
        Standing sender;
        Standing receiver;
        uint96 units;
    }

    event LimitsSet(DealId indexed deal, SeriesLimits[] series, PlaceLimits[] places, QuotaLimits[] quotas);
    event LimitsBound(DealId indexed deal, SeriesId indexed series, address indexed note);
    event HoldersDeclared(DealId indexed deal, uint16 indexed jurisdiction, PartyId indexed party, uint32 holders);

    error NotLimitManager(DealId deal, address wallet);
    error LimitsFixed(DealId deal);
    error LimitsElsewhere(DealId deal, SeriesId series);
    error SeriesUnlimited(DealId deal, SeriesId series);
    error SeriesTwice(DealId deal, SeriesId series);
    error PlaceTwice(DealId deal, uint16 jurisdiction);
    error QuotaTwice(DealId deal, uint8 channel, uint16 payer, uint16 payee);
    error RetainerMissing(SeriesId series);
    error WindowMissing(uint8 channel);
    error NotLimited(address note);
    error NotDeclarer(DealId deal, uint16 jurisdiction, address wallet);
    error HoldersExceeded(DealId deal, uint16 jurisdiction, uint32 holders, uint32 holderCap);

    /// @notice Sets the limits of a draft deal, in place of all those before, named again or not; its manager, before its notes
    /// are issued. Each series, place and quota is named once
    function limit(
        DealId deal,
        SeriesLimits[] calldata series,
        PlaceLimits[] calldata places,
        QuotaLimits[] calldata quotas
    ) external;

    /// @notice Ties the limits of a series to its note; only the note factory
    function bind(SeriesId series, address note) external;

    /// @notice States how many holders stand behind an omnibus account; the custodian of the jurisdiction
    function declare(DealId deal, uint16 jurisdiction, PartyId party, uint32 holders) external;

    /// @notice Records a movement; only a limited note, of its own units
    /// @return code Code of the first rule that refuses it; then nothing is recorded
    function record(Limited calldata movement) external returns (uint8 code);

    /// @notice What `record` would answer for a note
    function decide(address note, Limited calldata movement) external view returns (uint8 code);

    /// @notice Whether a party of that standing may hold the note at all: class, place and grade
    function admits(address note, Standing standing) external view returns (uint8 code);

    function isLimited(SeriesId series) external view returns (bool);

    /// @notice Limits of a series, all zero if it has none
    function limitsOf(SeriesId series) external view returns (SeriesLimits memory);

    function crowdOf(DealId deal, uint16 jurisdiction) external view returns (Crowd memory);

    function presenceOf(DealId deal, uint16 jurisdiction, PartyId party) external view returns (Presence memory);

    function quotaOf(DealId deal, uint8 channel, uint16 payer, uint16 payee) external view returns (Quota memory);

    /// @notice All quotas of a deal
    function quotasOf(DealId deal) external view returns (QuotaLimits[] memory);

    /// @notice Units of a note that a party holds over all its wallets
    function heldBy(address note, PartyId party) external view returns (uint96);
}
