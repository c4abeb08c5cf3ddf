// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {DealId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice A paying deal of two streams, with a challenge window of a day and two days to resolve a dispute.
abstract contract TwoStreamFixture is CashFixture {
    uint16 internal constant OTHER = 2;

    DealId internal deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.streams = 2;
        terms.challengeFor = 1 days;
        terms.disputeFor = 2 days;
    }
}
