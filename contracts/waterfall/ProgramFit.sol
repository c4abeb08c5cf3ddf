// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {ProgramCheckLib} from "../libraries/ProgramCheckLib.sol";
import {Header, ProgramLib} from "../libraries/ProgramLib.sol";
import {ReportLib} from "../libraries/ReportLib.sol";
import {AccountPurpose, DealEventKind, Feed, Maturity, Office, PayeeKind, ReportInput} from "../types/Enums.sol";

/// @dev Counts, and positions among the persisted cells; all below 256.
/// @param supportAccounts Accounts that supports pay into: bit 1 reserve, bit 2 guarantee
struct Frame {
    uint8 cells;
    uint8 supportCount;
    uint8 firstSupport;
    uint8 firstLeft;
    uint8 firstBalance;
    uint8 supportAccounts;
}

/// @title ProgramFit
/// @notice Whether a program is well formed and fits the deal that stores it: its accounts, payees and inputs exist, its schedule is whole,
/// and it opens with the notes that are sold and without cash but that of its reserve.
contract ProgramFit {
    using ProgramLib for Header;
    using ProgramLib for uint256[];

    uint256 private constant ACCELERATION_OR_DEFAULT = 3 << 14;
    /// @dev What is open of a period's payees shares a word with what is open of its series.
    uint256 private constant MOST_PAYEES = 232;

    /// @notice Reverts unless the terms can be stored
    /// @param balances Opening balance of each tranche of the deal
    /// @return frame Where the waterfall room finds its cells
    /// @return reserve Cash that the reserve account has to hold before the first calculation
    /// @return directPayees Bitmap of the payees that are no tranche
    function check(
        IWaterfall.ProgramTerms calldata terms,
        uint128[] calldata balances
    ) external pure returns (Frame memory frame, uint256 reserve, uint256 directPayees) {
        uint256[] memory words = terms.program;
        ProgramCheckLib.check(words);
        Header memory header = words.header();
        uint256 supported = _checkCash(words, header);
        _checkPayees(words, header);
        _checkInputs(words, header);
        _checkSchedule(terms.schedule.length, header);
        _checkOpening(terms, header, balances);
        reserve = _checkReserve(words, header, terms.opening, balances);
        directPayees = words.directPayees();
        frame = Frame({
            cells: uint8(header.persisted()),
            supportCount: uint8(header.supportCount),
            firstSupport: uint8(header.supportCell(0) - 1),
            firstLeft: uint8(header.leftCell(0) - 1),
            firstBalance: uint8(header.balanceCell(0) - 1),
            supportAccounts: uint8((supported >> uint256(AccountPurpose.Plan)) & 6)
        });
    }

    /// @return supported Bitmap of accounts that supports pay into, and of the plan account
    /// @dev Collections arrive on the plan account, in one cell or two; each support on an account of its own beside it;
    /// everything else lies on plan, reserve or guarantee account.
    function _checkCash(uint256[] memory words, Header memory header) private pure returns (uint256 supported) {
        uint256 fed = 0;
        supported = 1 << uint256(AccountPurpose.Plan);
        for (uint256 i = 0; i < header.cash; ++i) {
            (Feed feed, AccountPurpose purpose) = (words.feedOf(i), words.purposeOf(i));
            bool isPlan = purpose == AccountPurpose.Plan;
            bool isBeside = purpose == AccountPurpose.Reserve || purpose == AccountPurpose.Guarantee;
            bool isCollected = feed == Feed.Income || feed == Feed.Principal;
            require(isPlan || (isBeside && !isCollected), IWaterfall.PurposeUnfit(i, purpose));
            if (feed == Feed.None) continue;
            uint256 taken = isCollected ? fed : supported;
            uint256 bit = isCollected ? 1 << uint256(feed) : 1 << uint256(purpose);
            require(taken & bit == 0, IWaterfall.FeedTwice(i));
            if (isCollected) fed |= bit;
            else supported |= bit;
        }
        require(fed != 0, IWaterfall.CollectionsUnfed());
    }

    /// @dev Interest, principal and residual go to a tranche, reimbursement and return to a support, the rest to an office.
    function _checkPayees(uint256[] memory words, Header memory header) private pure {
        require(header.payees <= MOST_PAYEES, IWaterfall.PayeeUnfit(MOST_PAYEES));
        for (uint256 i = 0; i < header.payees; ++i) {
            (PayeeKind kind, uint8 ref) = words.payeeOf(header, i);
            bool isTranche = kind == PayeeKind.Interest || kind == PayeeKind.Principal || kind == PayeeKind.Residual;
            bool isSupport = kind == PayeeKind.Reimbursement || kind == PayeeKind.Return;
            uint256 count = isTranche ? header.notes : header.supportCount;
            bool isOffice = ref != 0 && ref <= uint8(type(Office).max);
            require(isTranche || isSupport ? ref < count : isOffice, IWaterfall.PayeeUnfit(i));
        }
    }

    function _checkInputs(uint256[] memory words, Header memory header) private pure {
        for (uint256 i = 0; i < header.inputs - header.scheduled; ++i) {
            (ReportInput kind, uint8 ref) = words.reportInputOf(header, i);
            uint256 limit = 1;
            if (kind == ReportInput.Performing) limit = uint256(type(Maturity).max) + 1;
            else if (kind == ReportInput.FeeDue) limit = ReportLib.MAX_FEES;
            else if (kind == ReportInput.Event) limit = uint256(type(DealEventKind).max) + 1;
            else if (kind == ReportInput.CallUnpaid) limit = header.supportCount;
            require(ref < limit, IWaterfall.InputUnfit(i));
        }
    }

    function _checkSchedule(uint256 length, Header memory header) private pure {
        uint256 row = header.rowLength();
        bool isWhole = row == 0 ? length == 0 : length != 0 && length % row == 0;
        require(isWhole, IWaterfall.ScheduleUneven(length, row));
    }

    function _checkOpening(
        IWaterfall.ProgramTerms calldata terms,
        Header memory header,
        uint128[] calldata balances
    ) private pure {
        uint256 count = header.persisted();
        require(terms.opening.length == count, IWaterfall.CellCountDiffers(count, terms.opening.length));
        require(terms.flags & ACCELERATION_OR_DEFAULT == 0, IWaterfall.OpeningFlagged(terms.flags));
        require(header.notes == balances.length, IWaterfall.TranchesDiffer(header.notes, balances.length));
        for (uint256 i = 0; i < balances.length; ++i) {
            uint256 cell = header.balanceCell(i);
            uint256 given = terms.opening[cell - 1];
            require(given == balances[i], IWaterfall.OpeningMismatch(cell, balances[i], given));
        }
    }

    /// @dev Only a reserve opens with cash, which the treasury sets aside from the proceeds: less than the notes bring in.
    function _checkReserve(
        uint256[] memory words,
        Header memory header,
        uint128[] calldata opening,
        uint128[] calldata balances
    ) private pure returns (uint256 reserve) {
        uint256 notes = 0;
        for (uint256 i = 0; i < balances.length; ++i) notes += balances[i];
        for (uint256 i = 0; i < header.cash; ++i) {
            bool isReserve = words.purposeOf(i) == AccountPurpose.Reserve && words.feedOf(i) == Feed.None;
            require(isReserve || opening[i] == 0, IWaterfall.OpeningMismatch(1 + i, 0, opening[i]));
            reserve += opening[i];
        }
        require(reserve < notes, IWaterfall.ReserveTooLarge(reserve, notes));
    }
}
