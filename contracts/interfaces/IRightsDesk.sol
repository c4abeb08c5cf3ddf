// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, RightId} from "../types/Ids.sol";
import {IRightsRegistry} from "./IRightsRegistry.sol";

/// @notice What officers of a deal state about the rights that back it.
interface IRightsDesk {
    event FactReported(DealId indexed deal, RightId indexed right, address indexed officer, IRightsRegistry.Fact fact);
    event SharedTitleAgreed(DealId indexed deal, bytes32 indexed title, DealId indexed other, bytes32 documentHash);

    error NotManagerOrTrustee(DealId deal, address wallet);
    error NotTrustee(DealId deal, address wallet);
    error RightOfAnotherDeal(RightId right, DealId deal);
    error DealUnknown(DealId deal);
    error AgreementAbsent();

    /// @notice Records a fact about a right of the deal or one of its titles; the manager or the trustee
    function report(DealId deal, RightId right, IRightsRegistry.Fact calldata fact) external;

    /// @notice Accepts that a title which backs this deal, or is to back it, also backs another; its trustee. It holds when the
    /// other deal's trustee accepted this one
    function acceptShared(DealId deal, bytes32 title, DealId other, bytes32 documentHash) external;
}
