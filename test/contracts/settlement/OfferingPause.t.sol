// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {MovementKind} from "../../../contracts/types/Enums.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Subscriptions while a regulator has paused mints.
contract OfferingPauseTest is SettlementFixture {
    function test_Subscribe_RevertGiven_ThePlacePausedMints() public {
        _openOffer();
        SeriesId series = noteHk.seriesId();
        _credit(subscriptionAccount, 120 * FACE);
        vm.prank(regulatorHk);
        parties.pause(HK, uint16(1) << uint8(MovementKind.Mint), "order");
        vm.expectRevert(
            abi.encodeWithSelector(IOffering.SubscriptionRefused.selector, series, investorHk, RefusalLib.PAUSED)
        );
        vm.prank(custodianHk);
        offering.subscribe(series, investorHk, 120);
    }
}
