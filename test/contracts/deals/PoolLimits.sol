// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";
import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {IpKind, PoolTest, Verdict} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice The small deal before its offer, with limits. Its rights: 1 stable (50,000), 2 pilot passed (30,000), 3 early (20,000
/// yuan), each of its own obligor and appraised at twice its principal.
abstract contract PoolLimits is RoomsFixture {
    RightId internal constant STABLE_RIGHT = RightId.wrap(1);
    RightId internal constant PILOT_RIGHT = RightId.wrap(2);
    RightId internal constant EARLY_RIGHT = RightId.wrap(3);
    uint32 internal constant LEGAL_FINAL = 22_452;
    bytes32 internal constant SOURCE = "CN/rule";

    DealId internal deal;

    function setUp() public virtual override {
        super.setUp();
        _standInForRooms();
        deal = _readyDeal();
    }

    function _limitTo(PoolTest test, uint40 limit) internal {
        _limitPool(deal, _only(test, limit));
    }

    function _only(PoolTest test, uint40 limit) internal pure returns (IPoolTests.Limit[] memory limits) {
        limits = new IPoolTests.Limit[](1);
        limits[0] = IPoolTests.Limit(test, limit, SOURCE);
    }

    function _offer() internal {
        vm.prank(manager);
        deals.offer(deal);
    }

    function _expectFailure(PoolTest test, uint64 figure, uint40 limit) internal {
        vm.expectRevert(abi.encodeWithSelector(IPoolBook.PoolTestFailed.selector, deal, test, figure, limit));
    }

    /// @dev The offer is refused at this limit, and made at the next.
    function _expectEdge(PoolTest test, uint64 figure, uint40 refused, uint40 passed) internal {
        _limitTo(test, refused);
        _expectFailure(test, figure, refused);
        _offer();
        _limitTo(test, passed);
        _offer();
        _expectResult(test, Verdict.Passed, figure, passed);
    }

    function _expectResult(PoolTest test, Verdict verdict, uint64 figure, uint40 limit) internal view {
        (, IPoolTests.Result[12] memory results) = poolTests.resultsOf(deal);
        IPoolTests.Result memory result = results[uint8(test)];
        assertTrue(result.verdict == verdict, "verdict");
        assertEq(result.figure, figure, "figure");
        assertEq(result.limit, limit, "limit");
    }

    function _evaluate(RightId right, uint8 trl) internal {
        vm.prank(evaluatorCn);
        rights.evaluate(right, trl, "dossier");
    }

    function _group(bytes32 obligorHash, bytes32 group) internal {
        IPoolTests.Affiliation[] memory affiliations = new IPoolTests.Affiliation[](1);
        affiliations[0] = IPoolTests.Affiliation(obligorHash, group);
        vm.prank(manager);
        poolDesk.group(deal, affiliations);
    }

    function _obligorOf(RightId right) internal view returns (bytes32) {
        return rights.rightOf(right).obligorHash;
    }

    /// @dev The title that a right rests on, described by its claimant.
    function _describe(string memory name, uint32 endDay) internal {
        vm.prank(originator);
        titleRegistry.register(
            ITitleRegistry.TitleTerms({
                title: keccak256(bytes(name)),
                kind: IpKind.Invention,
                place: SHENZHEN,
                field: "H01F",
                publicNumber: 0,
                filedDay: 20_000,
                grantedDay: 20_000,
                expiryDay: endDay,
                economicEndDay: 0,
                feeDueDay: 0,
                evidence: "certificate"
            })
        );
    }

    /// @dev A right of an obligor that has others.
    function _rightOf(
        string memory title,
        uint8 trl,
        uint128 principal,
        bytes32 obligorHash
    ) internal returns (RightId) {
        IRightsRegistry.RightTerms memory terms = _rightTerms(title, trl, principal);
        terms.obligorHash = obligorHash;
        return _register(terms);
    }
}
