// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IRightsDesk} from "../interfaces/IRightsDesk.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";

import {Trail} from "../access/Trail.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId, RightId} from "../types/Ids.sol";

/// @title RightsDesk
/// @notice Where the officers of a deal speak about its rights: the registry below knows no offices, this desk does.
///
/// ROLES
/// The manager or the trustee of a deal records facts about a right that backs it; the classes of every claim on the title follow
/// at once. The trustee alone accepts that a title is shared with another deal.
contract RightsDesk is IRightsDesk, Trail {
    IDealBook private immutable dealBook;
    IRightsRegistry private immutable rights;

    constructor(IDealBook book, IRightsRegistry rightsRegistry) {
        dealBook = book;
        rights = rightsRegistry;
    }

    /* ACTIONS */

    /// @inheritdoc IRightsDesk
    function report(DealId deal, RightId right, IRightsRegistry.Fact calldata fact) external {
        bool isOfficer = _holds(deal, Office.Manager) || _holds(deal, Office.Trustee);
        require(isOfficer, NotManagerOrTrustee(deal, msg.sender));
        require(rights.rightOf(right).deal == deal, RightOfAnotherDeal(right, deal));

        emit FactReported(deal, right, msg.sender, fact);
        _touch(deal);
        rights.recordFact(right, fact);
    }

    /// @inheritdoc IRightsDesk
    function acceptShared(DealId deal, bytes32 title, DealId other, bytes32 documentHash) external {
        require(_holds(deal, Office.Trustee), NotTrustee(deal, msg.sender));
        require(dealBook.stageOf(other) != DealStage.None, DealUnknown(other));
        require(documentHash != 0, AgreementAbsent());

        emit SharedTitleAgreed(deal, title, other, documentHash);
        _touch(deal);
        rights.acceptShared(title, deal, other);
    }

    /* INTERNAL */

    function _holds(DealId deal, Office office) private view returns (bool) {
        return dealBook.holdsOffice(deal, office, 0, msg.sender);
    }
}
