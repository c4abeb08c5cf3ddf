// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {Maturity} from "../types/Enums.sol";
import {DealId, PartyId, RightId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @notice Revenue rights over intellectual property: one ERC-721 token a right.
interface IRightsRegistry {
    /// @notice What a right is when it is registered.
    /// @param titles Salted hashes of the IP titles the claim rests on
    /// @param claimHash Salted hash of the contract that gives the claim
    /// @param obligorHash Salted hash that names the obligor
    /// @param payerHash Salted hash of the contractual payer, zero if none (an early right needs one)
    /// @param principal Claim in minor units of `currency`
    /// @param trl Technology readiness 1 to 9; fixes the maturity class
    struct RightTerms {
        bytes32[] titles;
        bytes32 claimHash;
        bytes32 obligorHash;
        bytes32 payerHash;
        Place place;
        Currency currency;
        uint128 principal;
        uint128 appraisedValue;
        uint48 appraisalValidUntil;
        uint8 trl;
        bytes32 evidence;
    }

    /// @notice What other rooms need of a right.
    struct RightView {
        PartyId originator;
        Maturity maturity;
        uint8 trl;
        Place place;
        Currency currency;
        uint128 principal;
        uint128 appraisedValue;
        uint48 appraisalValidUntil;
        DealId deal;
        bytes32 obligorHash;
        bytes32 payerHash;
    }

    event RightRegistered(RightId indexed right, PartyId indexed originator, RightTerms terms);
    event RightEvaluated(RightId indexed right, uint8 trl, Maturity maturity, bytes32 evidence, address evaluator);
    event RightEncumbered(RightId indexed right, DealId indexed deal);
    event RightReleased(RightId indexed right, DealId indexed deal);

    error UnknownRight(RightId right);
    error RightAlreadyEncumbered(RightId right, DealId deal);

    /// @notice Registers a right; the caller's party becomes its originator and owner
    function register(RightTerms calldata terms) external returns (RightId right);

    /// @notice Records a re-evaluation of technology readiness; an evaluator of the right's jurisdiction
    function evaluate(RightId right, uint8 trl, bytes32 evidence) external;

    /// @notice Binds a right to a deal; only the deal book
    function encumber(RightId right, DealId deal) external;

    /// @notice Frees a right from its deal; only the deal book
    function release(RightId right, DealId deal) external;

    function rightOf(RightId right) external view returns (RightView memory);
}
