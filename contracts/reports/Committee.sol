// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {ReportLib} from "../libraries/ReportLib.sol";
import {Office} from "../types/Enums.sol";
import {DealId, PartyId} from "../types/Ids.sol";

/// @title Committee
/// @notice Who may sign reports of a deal, what they sign, and which of them signed one. Keeps nothing; the oracle makes it and
/// asks it, so that each of the two stays small.
///
/// SEATS
/// Servicer, account bank and verification agent: the parties in office now, which the deal book keeps apart. One
/// wallet of each suffices, key or contract (ERC-1271), unless the party is revoked.
contract Committee {
    struct Seats {
        PartyId servicer;
        PartyId accountBank;
        PartyId verificationAgent;
    }

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    IPartyRegistry private immutable _parties;
    IDealBook private immutable _dealBook;
    address private immutable _oracle;

    constructor(IPartyRegistry parties, IDealBook dealBook) {
        _parties = parties;
        _dealBook = dealBook;
        _oracle = msg.sender;
    }

    /* VIEWS */

    /// @notice Digest under which a report is signed
    function reportDigestOf(ICollectionOracle.CollectionReport calldata report) external view returns (bytes32) {
        (bytes32 name, bytes32 version) = (keccak256(bytes(ReportLib.NAME)), keccak256(bytes(ReportLib.VERSION)));
        bytes32 separator = keccak256(abi.encode(DOMAIN_TYPEHASH, name, version, block.chainid, _oracle));
        return MessageHashUtils.toTypedDataHash(separator, ReportLib.hash(report));
    }

    /// @notice Digest of the committee in force: chain, oracle, deal, parties by office
    function digestOf(DealId deal) external view returns (bytes32) {
        return _digestOf(deal, _seatsOf(deal));
    }

    /// @notice Bitmap of the seats that signed; reverts unless every signature is good and the digest is that of the committee
    function signersOf(
        DealId deal,
        bytes32 configDigest,
        bytes32 digest,
        ICollectionOracle.SignerSignature[] calldata signatures
    ) external view returns (uint8 signers) {
        Seats memory seats = _seatsOf(deal);
        bytes32 config = _digestOf(deal, seats);
        require(configDigest == config, ICollectionOracle.WrongCommittee(config));
        address last = address(0);
        for (uint256 i = 0; i < signatures.length; ++i) {
            address signer = signatures[i].signer;
            require(signer > last, ICollectionOracle.SignersNotSorted(signer));
            uint8 seat = _seatOf(seats, signer);
            require(seat != 0, ICollectionOracle.NotOnCommittee(signer));
            bool isSigned = SignatureChecker.isValidSignatureNowCalldata(signer, digest, signatures[i].signature);
            require(isSigned, ICollectionOracle.SignatureRefused(signer));
            signers |= seat;
            last = signer;
        }
    }

    /* INTERNAL */

    function _seatsOf(DealId deal) private view returns (Seats memory) {
        return
            Seats({
                servicer: _dealBook.officeOf(deal, Office.Servicer, 0),
                accountBank: _dealBook.officeOf(deal, Office.AccountBank, 0),
                verificationAgent: _dealBook.officeOf(deal, Office.VerificationAgent, 0)
            });
    }

    function _digestOf(DealId deal, Seats memory seats) private view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, _oracle, deal, seats));
    }

    /// @dev Zero for who acts for no member.
    function _seatOf(Seats memory seats, address signer) private view returns (uint8) {
        if (_parties.actsFor(seats.servicer, signer)) return ReportLib.SERVICER;
        if (_parties.actsFor(seats.accountBank, signer)) return ReportLib.ACCOUNT_BANK;
        return _parties.actsFor(seats.verificationAgent, signer) ? ReportLib.VERIFICATION_AGENT : 0;
    }
}
