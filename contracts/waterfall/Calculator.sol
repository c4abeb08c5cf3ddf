// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {Header, ProgramLib} from "../libraries/ProgramLib.sol";
import {Lines, WaterfallLib} from "../libraries/WaterfallLib.sol";
import {Currency} from "../types/Currency.sol";
import {AccountPurpose, Feed, PayeeKind, ReportInput} from "../types/Enums.sol";
import {DealId, Period} from "../types/Ids.sol";
import {ArgsLib} from "./ArgsLib.sol";
import {CellsLib} from "./CellsLib.sol";

/// @dev What a period starts from.
/// @param cells Persisted cells after the period before
/// @param supportAccounts Accounts that supports pay into: bit 1 reserve, bit 2 guarantee
/// @param called What each support was called for
/// @param units Notes of each tranche
struct Setting {
    DealId deal;
    Period period;
    bytes32 programHash;
    address program;
    address schedule;
    uint256[] cells;
    uint16 flags;
    uint8 supportAccounts;
    uint128[] called;
    uint96[] units;
}

/// @dev One period on its way through the machine.
/// @param held What cells hold on plan, reserve and guarantee account before it
/// @param cash Balances of the three, where cells claim something of them or a support pays into them
struct Run {
    uint256[] words;
    Header header;
    ICollectionOracle.Totals totals;
    uint256[3] held;
    uint256[3] cash;
    uint256[] arrivals;
    uint256[] inputs;
}

// The machine works in memory, so a setting is decoded once.
// solhint-disable gas-calldata-parameters

/// @title Calculator
/// @notice One period of a deal through the machine: what arrives, what the program learns, what it gives. It reads reports and
/// balances itself and keeps nothing; the waterfall room makes it and asks it, so that each of the two stays small.
contract Calculator {
    using CellsLib for uint256[];
    using ProgramLib for Header;
    using ProgramLib for uint256[];
    using SafeCast for uint256;

    uint256 private constant ACCOUNTS = 3;
    uint256 private constant UNIT_SCALE = 1e18;

    IDealBook private immutable _dealBook;
    ICashLedger private immutable _cashLedger;
    ICollectionOracle private immutable _oracle;

    constructor(IDealBook dealBook, ICashLedger cashLedger, ICollectionOracle oracle) {
        _dealBook = dealBook;
        _cashLedger = cashLedger;
        _oracle = oracle;
    }

    /* VIEWS */

    /// @notice The distribution of the period, and the amounts per unit of each tranche
    function distributionOf(
        Setting memory setting
    ) external view returns (IWaterfall.Distribution memory distribution, IWaterfall.PerUnit[] memory shares) {
        Run memory run = _prepare(setting);
        uint256[] memory cells = WaterfallLib.open(run.words, setting.cells, run.arrivals, run.inputs);
        Lines memory lines;
        (distribution.flags, lines) = WaterfallLib.run(run.words, cells, setting.flags);
        distribution.deal = setting.deal;
        distribution.period = setting.period;
        distribution.programHash = setting.programHash;
        distribution.inputsDigest = _inputsDigest(run.totals.digest, setting.supportAccounts, run.cash);
        distribution.flagsBefore = setting.flags;
        (distribution.ran, distribution.due, distribution.paid) = (lines.ran, lines.due, lines.paid);
        distribution.arrivals = run.arrivals.slice(0, run.arrivals.length);
        distribution.payees = cells.slice(run.header.payeeCell(0), run.header.payees);
        distribution.cells = cells.slice(1, run.header.persisted());
        distribution.flows = _flowsOf(run, cells);
        shares = _sharesOf(run, distribution.payees, setting.units);
    }

    /// @notice What the program would draw from each support if it could pay all
    function needsOf(Setting memory setting) external view returns (uint256[] memory) {
        Run memory run = _prepare(setting);
        uint256[] memory cells = WaterfallLib.open(run.words, setting.cells, run.arrivals, run.inputs);
        return WaterfallLib.dryRun(run.words, cells, setting.flags);
    }

    /// @notice Digest of what a distribution rests on, as it is now: the reports, and the accounts that supports pay into.
    /// Everything else of a period stands still until it is booked
    function inputsDigestOf(DealId deal, Period period, uint8 supportAccounts) external view returns (bytes32) {
        uint256[3] memory cash;
        if (supportAccounts != 0) {
            Currency currency = _dealBook.currencyOf(deal);
            for (uint256 i = 0; i < ACCOUNTS; ++i) {
                if (_isIn(supportAccounts, i)) cash[i] = _cashLedger.cashOf(deal, _purposeOf(i), currency);
            }
        }
        return _inputsDigest(_oracle.totalsDigestOf(deal, period), supportAccounts, cash);
    }

    /* INTERNAL */

    function _prepare(Setting memory setting) private view returns (Run memory run) {
        run.words = ArgsLib.wordsOf(setting.program);
        run.header = run.words.header();
        run.totals = _oracle.totalsOf(setting.deal, setting.period);
        run.held = _sumByAccount(run, setting.cells, 0);
        _readCash(run, setting);
        _fillArrivals(run);
        run.inputs = new uint256[](run.header.inputs);
        if (run.header.scheduled != 0) _fillScheduled(run, setting, ArgsLib.wordsOf(setting.schedule));
        _fillReported(run, setting);
    }

    /// @dev The bank must hold what cells and arrivals claim, account by account.
    function _readCash(Run memory run, Setting memory setting) private view {
        DealId deal = setting.deal;
        Currency currency = _dealBook.currencyOf(deal);
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            uint256 claimed = run.held[i];
            if (i == 0) claimed += uint256(run.totals.income) + run.totals.principal;
            if (claimed == 0 && !_isIn(setting.supportAccounts, i)) continue;
            AccountPurpose purpose = _purposeOf(i);
            uint256 cash = _cashLedger.cashOf(deal, purpose, currency);
            require(cash >= claimed, IWaterfall.LedgerShort(deal, purpose, cash, claimed));
            run.cash[i] = cash;
        }
    }

    /// @dev Collections are what receipts carry; a support arrives with what lies on its account and in no cell.
    /// A program with one cell for collections takes income and principal in it.
    function _fillArrivals(Run memory run) private pure {
        (uint256 income, uint256 principal) = (run.totals.income, run.totals.principal);
        run.arrivals = new uint256[](run.header.arrivals);
        uint256 firstSupport = run.header.arrivals - run.header.supportCount;
        for (uint256 i = 0; i < run.arrivals.length; ++i) {
            if (i >= firstSupport) {
                uint256 account = _accountOf(run, i);
                run.arrivals[i] = run.cash[account] - run.held[account];
            } else if (firstSupport == 1) run.arrivals[i] = income + principal;
            else run.arrivals[i] = run.words.feedOf(i) == Feed.Income ? income : principal;
        }
    }

    function _fillScheduled(Run memory run, Setting memory setting, uint256[] memory rows) private pure {
        uint256 first = (Period.unwrap(setting.period) - 1) * run.header.rowLength();
        require(first < rows.length, IWaterfall.ScheduleEnded(setting.deal, setting.period));
        for (uint256 i = 0; i < run.header.scheduled; ++i) {
            uint256 word = rows[first + i / 2];
            run.inputs[i] = i % 2 == 0 ? word >> 128 : uint128(word);
        }
    }

    function _fillReported(Run memory run, Setting memory setting) private pure {
        for (uint256 i = run.header.scheduled; i < run.inputs.length; ++i) {
            (ReportInput kind, uint8 ref) = run.words.reportInputOf(run.header, i - run.header.scheduled);
            if (kind == ReportInput.CallUnpaid) run.inputs[i] = _unpaidOf(run, setting, ref);
            else run.inputs[i] = _figureOf(run.totals, kind, ref);
        }
    }

    /// @dev Whether less cash of a support, carried or arrived, is there than was called.
    function _unpaidOf(Run memory run, Setting memory setting, uint256 support) private pure returns (uint256) {
        uint256 position = run.header.supportCell(support) - 1;
        uint256 received = setting.cells[position] + run.arrivals[position];
        return received < setting.called[support] ? 1 : 0;
    }

    function _figureOf(
        ICollectionOracle.Totals memory totals,
        ReportInput kind,
        uint8 ref
    ) private pure returns (uint256) {
        if (kind == ReportInput.Loss) return totals.losses;
        if (kind == ReportInput.Defaulted) return totals.defaulted;
        if (kind == ReportInput.RefundDue) return totals.refundDue;
        if (kind == ReportInput.FeeDue) return totals.fees[ref];
        if (kind == ReportInput.Event) return (totals.events >> ref) & 1;
        if (kind == ReportInput.IncomeCollected) return totals.incomeCollected;
        if (kind == ReportInput.PrincipalCollected) return totals.principalCollected;
        return _performingOf(totals, ref);
    }

    /// @return shares Amounts per unit of each tranche, rounded down
    function _sharesOf(
        Run memory run,
        uint128[] memory payees,
        uint96[] memory units
    ) private pure returns (IWaterfall.PerUnit[] memory shares) {
        uint256[3][] memory sums = new uint256[3][](units.length);
        for (uint256 i = 0; i < payees.length; ++i) {
            (PayeeKind kind, uint8 ref) = run.words.payeeOf(run.header, i);
            if (kind == PayeeKind.Interest) sums[ref][0] += payees[i];
            else if (kind == PayeeKind.Principal) sums[ref][1] += payees[i];
            else if (kind == PayeeKind.Residual) sums[ref][2] += payees[i];
        }
        shares = new IWaterfall.PerUnit[](units.length);
        for (uint256 i = 0; i < units.length; ++i) {
            shares[i].interest = ((sums[i][0] * UNIT_SCALE) / units[i]).toUint128();
            shares[i].principal = ((sums[i][1] * UNIT_SCALE) / units[i]).toUint128();
            shares[i].residual = ((sums[i][2] * UNIT_SCALE) / units[i]).toUint128();
        }
    }

    /// @dev What each account held in cells and received, less what it holds now.
    function _flowsOf(Run memory run, uint256[] memory cells) private pure returns (int128[3] memory flows) {
        uint256[3] memory later = _sumByAccount(run, cells, 1);
        uint256[3] memory arrived;
        for (uint256 i = 0; i < run.arrivals.length; ++i) arrived[_accountOf(run, i)] += run.arrivals[i];
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            flows[i] = SafeCast.toInt128(int256(run.held[i] + arrived[i]) - int256(later[i]));
        }
    }

    /// @param offset Position of the first cash cell in `cells`
    function _sumByAccount(
        Run memory run,
        uint256[] memory cells,
        uint256 offset
    ) private pure returns (uint256[3] memory sums) {
        for (uint256 i = 0; i < run.header.cash; ++i) sums[_accountOf(run, i)] += cells[i + offset];
    }

    /// @dev Plan 0, reserve 1, guarantee 2: `ProgramFit` lets no cell lie elsewhere.
    function _accountOf(Run memory run, uint256 cashCell) private pure returns (uint256) {
        return uint256(run.words.purposeOf(cashCell)) - uint256(AccountPurpose.Plan);
    }

    function _purposeOf(uint256 account) private pure returns (AccountPurpose) {
        return AccountPurpose(uint8(AccountPurpose.Plan) + account);
    }

    function _isIn(uint256 accounts, uint256 account) private pure returns (bool) {
        return (accounts >> account) & 1 == 1;
    }

    function _inputsDigest(
        bytes32 reports,
        uint256 supportAccounts,
        uint256[3] memory cash
    ) private pure returns (bytes32) {
        uint256 reserve = _isIn(supportAccounts, 1) ? cash[1] : 0;
        uint256 guarantee = _isIn(supportAccounts, 2) ? cash[2] : 0;
        return keccak256(abi.encode(reports, reserve, guarantee));
    }

    /// @dev By maturity class; class zero means all.
    function _performingOf(
        ICollectionOracle.Totals memory totals,
        uint8 maturity
    ) private pure returns (uint256 balance) {
        if (maturity != 0) return totals.performing[maturity];
        for (uint256 i = 0; i < totals.performing.length; ++i) balance += totals.performing[i];
    }
}
