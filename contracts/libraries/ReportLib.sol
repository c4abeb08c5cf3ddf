// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";

import {ReportKind} from "../types/Enums.sol";

/// @title ReportLib
/// @notice What can be said of a collection report from the report alone: its EIP-712 hash, whether it is well formed, and
/// which part of its net a given receipt carries.
library ReportLib {
    bytes32 internal constant REPORT_TYPEHASH = keccak256(
        "CollectionReport(uint64 dealId,uint16 streamId,uint32 period,uint32 seq,uint8 kind,bool isFinal,"
        "bytes32 supersedes,uint16 currency,uint128 income,uint128 principal,uint128 deductions,uint128 net,"
        "uint64[] receipts,uint128 withServicer,uint128[4] performing,uint128 defaulted,uint128 losses,"
        "uint128 refundDue,uint128[] feesDue,bytes32 statementHash,bytes32 evidenceRoot,uint48 observedAt,"
        "uint48 validUntil,bytes32 configDigest)"
    );
    /// @dev Of the EIP-712 domain under which reports are signed.
    string internal constant NAME = "Lingnan CollectionOracle";
    string internal constant VERSION = "1";
    uint256 internal constant MAX_FEES = 8;

    /// @dev Seats of the committee as bits of who signed.
    uint8 internal constant SERVICER = 1;
    uint8 internal constant ACCOUNT_BANK = 2;
    uint8 internal constant VERIFICATION_AGENT = 4;

    /// @dev EIP-712 hashStruct. In two halves, for the stack.
    function hash(ICollectionOracle.CollectionReport memory report) internal pure returns (bytes32) {
        return keccak256(bytes.concat(_cashFields(report), _creditFields(report)));
    }

    /// @dev Reverts unless the report is complete in itself. Figures stay below 2^48: 2.8e12 yuan, in fen.
    function check(ICollectionOracle.CollectionReport memory report) internal pure {
        uint256 gross = uint256(report.income) + report.principal;
        require(gross >= report.deductions, ICollectionOracle.NetMismatch(0, report.net));
        uint256 net = gross - report.deductions;
        require(net == report.net, ICollectionOracle.NetMismatch(net, report.net));
        require(report.feesDue.length <= MAX_FEES, ICollectionOracle.TooManyFees(report.feesDue.length));
        _checkFigures(report);
        if (report.kind == ReportKind.Nil) _checkNil(report, gross);
    }

    /// @dev Deductions fall on income first, then on principal; what was received pays income first, then principal.
    function split(
        ICollectionOracle.CollectionReport memory report,
        uint128 received
    ) internal pure returns (uint128 income, uint128 principal) {
        uint128 netIncome = report.income > report.deductions ? report.income - report.deductions : 0;
        income = received < netIncome ? received : netIncome;
        principal = received - income;
    }

    function _checkNil(ICollectionOracle.CollectionReport memory report, uint256 gross) private pure {
        bool isEmpty = gross == 0 && report.receipts.length == 0;
        require(isEmpty && report.isFinal, ICollectionOracle.NilNotEmpty());
    }

    function _checkFigures(ICollectionOracle.CollectionReport memory report) private pure {
        uint128[4] memory balances = report.performing;
        uint256 joined = balances[0] | balances[1] | balances[2] | balances[3];
        require(joined == 0 || report.isFinal, ICollectionOracle.PerformingNotFinal());
        joined |= report.income | report.principal | report.deductions | report.withServicer;
        joined |= report.defaulted | report.losses | report.refundDue;
        for (uint256 i = 0; i < report.feesDue.length; ++i) {
            joined |= report.feesDue[i];
        }
        require(joined <= type(uint48).max, ICollectionOracle.FigureTooLarge(joined));
    }

    function _cashFields(ICollectionOracle.CollectionReport memory report) private pure returns (bytes memory) {
        return
            abi.encode(
                REPORT_TYPEHASH,
                report.dealId,
                report.streamId,
                report.period,
                report.seq,
                report.kind,
                report.isFinal,
                report.supersedes,
                report.currency,
                report.income,
                report.principal,
                report.deductions,
                report.net
            );
    }

    function _creditFields(ICollectionOracle.CollectionReport memory report) private pure returns (bytes memory) {
        return
            abi.encode(
                keccak256(abi.encodePacked(report.receipts)),
                report.withServicer,
                keccak256(abi.encodePacked(report.performing)),
                report.defaulted,
                report.losses,
                report.refundDue,
                keccak256(abi.encodePacked(report.feesDue)),
                report.statementHash,
                report.evidenceRoot,
                report.observedAt,
                report.validUntil,
                report.configDigest
            );
    }
}
