// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";

/// @notice The cheatcodes of the test runner that our tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);

    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function label(address account, string calldata name) external;

    function prank(address sender) external;

    function startPrank(address sender) external;

    function stopPrank() external;

    function deal(address account, uint256 balance) external;

    function warp(uint256 timestamp) external;

    function roll(uint256 height) external;

    function chainId(uint256 id) external;

    function assume(bool condition) external pure;

    function expectRevert() external;

    function expectRevert(bytes4 selector) external;

    function expectRevert(bytes calldata data) external;

    function expectEmit() external;

    function expectEmit(address emitter) external;

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory);

    function load(address target, bytes32 slot) external view returns (bytes32);

    function store(address target, bytes32 slot, bytes32 value) external;

    function snapshotState() external returns (uint256);

    function revertToState(uint256 snapshot) external returns (bool);

    function readFile(string calldata path) external view returns (string memory);

    function getCode(string calldata artifact) external view returns (bytes memory);

    function toString(uint256 value) external pure returns (string memory);
}

/// @notice Base of every Solidity test: the cheatcodes and the assertions.
abstract contract TestBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 private _deployments;

    error NotTrue(string fact);
    error NotFalse(string fact);
    error UintsDiffer(uint256 actual, uint256 expected, string fact);
    error IntsDiffer(int256 actual, int256 expected, string fact);
    error WordsDiffer(bytes32 actual, bytes32 expected, string fact);
    error AddressesDiffer(address actual, address expected, string fact);
    error BytesDiffer(bytes actual, bytes expected, string fact);
    error NotAbove(uint256 actual, uint256 limit, string fact);
    error NotBelow(uint256 actual, uint256 limit, string fact);

    /// @dev A contract as it was built for deployment. Fixtures take rooms this way: with `new` every test contract would hold
    /// the code of all of them, and most of a build would be that.
    function _deploy(string memory name, bytes memory arguments) internal returns (address) {
        return Create2.deploy(0, bytes32(++_deployments), bytes.concat(vm.getCode(name), arguments));
    }

    /// @dev A value of the range, both ends included.
    function bound(uint256 value, uint256 min, uint256 max) internal pure returns (uint256) {
        if (value >= min && value <= max) return value;
        uint256 size = max - min + 1;
        return size == 0 ? value : min + (value % size);
    }

    function assertTrue(bool condition, string memory fact) internal pure {
        require(condition, NotTrue(fact));
    }

    function assertFalse(bool condition, string memory fact) internal pure {
        require(!condition, NotFalse(fact));
    }

    function assertEq(uint256 actual, uint256 expected, string memory fact) internal pure {
        require(actual == expected, UintsDiffer(actual, expected, fact));
    }

    function assertEq(int256 actual, int256 expected, string memory fact) internal pure {
        require(actual == expected, IntsDiffer(actual, expected, fact));
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory fact) internal pure {
        require(actual == expected, WordsDiffer(actual, expected, fact));
    }

    function assertEq(address actual, address expected, string memory fact) internal pure {
        require(actual == expected, AddressesDiffer(actual, expected, fact));
    }

    function assertEq(bytes memory actual, bytes memory expected, string memory fact) internal pure {
        require(keccak256(actual) == keccak256(expected), BytesDiffer(actual, expected, fact));
    }

    function assertEq(string memory actual, string memory expected, string memory fact) internal pure {
        assertEq(bytes(actual), bytes(expected), fact);
    }

    /// @dev At least `limit`.
    function assertGe(uint256 actual, uint256 limit, string memory fact) internal pure {
        require(actual >= limit, NotAbove(actual, limit, fact));
    }

    /// @dev At most `limit`.
    function assertLe(uint256 actual, uint256 limit, string memory fact) internal pure {
        require(actual <= limit, NotBelow(actual, limit, fact));
    }
}

/// @notice Tells the runner which contract an invariant test drives; the runner calls the views by name.
abstract contract InvariantBase is TestBase {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address[] private _targets;
    FuzzSelector[] private _selectors;

    function targetContracts() external view returns (address[] memory) {
        return _targets;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory) {
        return _selectors;
    }

    function _target(address handler) internal {
        _targets.push(handler);
    }

    function _target(address handler, bytes4[] memory selectors) internal {
        _targets.push(handler);
        _selectors.push(FuzzSelector({addr: handler, selectors: selectors}));
    }
}
