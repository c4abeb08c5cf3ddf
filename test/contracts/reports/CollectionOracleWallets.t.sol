// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {DealId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {FaultyWallet} from "./FaultyWallet.sol";
import {JointWallet} from "./JointWallet.sol";

/// @notice Committee members that sign through contracts (ERC-1271): the servicer by two of three officers, the verification
/// agent through a wallet that does not answer. Behaviour in CollectionOracle.tree.
contract CollectionOracleWalletsTest is CashFixture {
    uint256 private constant PLENTY = 20_000_000;

    DealId private deal;
    address private clerk;
    address private director;
    address private auditor;
    address private joint;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
        (clerk, director, auditor) = (_wallet("clerk"), _wallet("director"), _wallet("auditor"));
        joint = address(new JointWallet([clerk, director, auditor]));
        _bind(_attestation("servicer Nansha", joint, GUANGZHOU), servicer);
    }

    function test_Submit_AcceptsAJointWallet() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        oracle.submit(report, _pairWith(report, _jointly(report, clerk, director)));
        assertEq(oracle.filingOf(deal, FIRST, STREAM, 1).signers, 3, "servicer and bank");
    }

    function test_Submit_RevertWhen_AJointWalletRefuses() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        bytes memory one = _signature(clerk, oracle.digestOf(report));
        _expectRefused(report, _pairWith(report, one), joint);
        _expectRefused(report, _pairWith(report, bytes.concat(one, one)), joint);
        _expectRefused(report, _pairWith(report, _jointly(report, clerk, stranger)), joint);
        bytes memory signed = _jointly(report, clerk, director);
        report.withServicer = 1;
        _expectRefused(report, _pairWith(report, signed), joint);
    }

    /// @dev The officers are nobody to the committee by themselves.
    function test_Submit_RevertWhen_AnOfficerSignsAlone() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        ICollectionOracle.SignerSignature[] memory signatures = new ICollectionOracle.SignerSignature[](1);
        signatures[0] = ICollectionOracle.SignerSignature(clerk, _signature(clerk, oracle.digestOf(report)));
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotOnCommittee.selector, clerk));
        oracle.submit(report, signatures);
    }

    /// @dev One that burns all gas it is given too: what is kept back of each call suffices to refuse it.
    function test_Submit_RevertWhen_AWalletDoesNotAnswerAsItShould() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        for (uint8 fault = 0; fault <= uint8(type(FaultyWallet.Fault).max); ++fault) {
            address faulty = _faulty(FaultyWallet.Fault(fault));
            ICollectionOracle.SignerSignature[] memory signatures = new ICollectionOracle.SignerSignature[](1);
            signatures[0] = ICollectionOracle.SignerSignature(faulty, "");
            _expectRefused(report, signatures, faulty);
        }
    }

    /// @dev Whoever carries the report leaves out a wallet whose signature is not needed.
    function test_Submit_WithoutAWalletThatBurnsGas() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        address faulty = _faulty(FaultyWallet.Fault.BurnsGas);
        bytes memory signed = _jointly(report, director, auditor);
        ICollectionOracle.SignerSignature[] memory signatures = new ICollectionOracle.SignerSignature[](3);
        ICollectionOracle.SignerSignature[] memory pair = _pairWith(report, signed);
        (signatures[0], signatures[1]) = (pair[0], pair[1]);
        signatures[2] = ICollectionOracle.SignerSignature(faulty, "");
        _sort(signatures);
        _expectRefused(report, signatures, faulty);
        oracle.submit(report, pair);
        assertEq(oracle.filingOf(deal, FIRST, STREAM, 1).signers, 3, "accepted");
    }

    /* INTERNAL */

    function _faulty(FaultyWallet.Fault fault) private returns (address faulty) {
        faulty = address(new FaultyWallet(fault));
        _bind(_attestation("verification agent Hengqin", faulty, GUANGZHOU), verificationAgent);
    }

    function _jointly(
        ICollectionOracle.CollectionReport memory report,
        address one,
        address other
    ) private view returns (bytes memory) {
        (address first, address second) = one < other ? (one, other) : (other, one);
        bytes32 digest = oracle.digestOf(report);
        return bytes.concat(_signature(first, digest), _signature(second, digest));
    }

    function _pairWith(
        ICollectionOracle.CollectionReport memory report,
        bytes memory signature
    ) private view returns (ICollectionOracle.SignerSignature[] memory signatures) {
        signatures = new ICollectionOracle.SignerSignature[](2);
        signatures[0] = ICollectionOracle.SignerSignature(joint, signature);
        signatures[1] = ICollectionOracle.SignerSignature(
            accountBank,
            _signature(accountBank, oracle.digestOf(report))
        );
        _sort(signatures);
    }

    function _sort(ICollectionOracle.SignerSignature[] memory signatures) private pure {
        for (uint256 i = 1; i < signatures.length; ++i) {
            for (uint256 j = i; j != 0 && signatures[j].signer < signatures[j - 1].signer; --j) {
                (signatures[j], signatures[j - 1]) = (signatures[j - 1], signatures[j]);
            }
        }
    }

    function _expectRefused(
        ICollectionOracle.CollectionReport memory report,
        ICollectionOracle.SignerSignature[] memory signatures,
        address signer
    ) private {
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.SignatureRefused.selector, signer));
        oracle.submit{gas: PLENTY}(report, signatures);
    }
}
