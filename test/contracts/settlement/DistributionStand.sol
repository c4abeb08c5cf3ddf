// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {DealId, Period, TrancheId} from "../../../contracts/types/Ids.sol";

/// @notice Stands in for the waterfall with distributions that a test writes by hand.
/// Payees of its program: 0 tax, 1 fee, 2 interest A, 3 principal A, 4 interest B, 5 residual C, 6 reimbursement.
contract DistributionStand {
    mapping(DealId deal => mapping(Period period => bytes32 hash)) public distributionHashOf;
    mapping(DealId deal => mapping(Period period => mapping(TrancheId tranche => IWaterfall.PerUnit))) private _perUnit;

    mapping(DealId deal => bool repaid) public isRepaid;

    mapping(DealId deal => uint128 reserve) public openingReserveOf;

    mapping(DealId deal => mapping(TrancheId tranche => uint128 outstanding)) public outstandingOf;

    function owe(DealId deal, TrancheId tranche, uint128 outstanding) external {
        outstandingOf[deal][tranche] = outstanding;
    }

    function openReserve(DealId deal, uint128 reserve) external {
        openingReserveOf[deal] = reserve;
    }

    function repay(DealId deal) external {
        isRepaid[deal] = true;
    }

    function approve(IWaterfall.Distribution calldata distribution) external {
        distributionHashOf[distribution.deal][distribution.period] = keccak256(abi.encode(distribution));
    }

    function setPerUnit(DealId deal, Period period, TrancheId tranche, IWaterfall.PerUnit calldata amounts) external {
        _perUnit[deal][period][tranche] = amounts;
    }

    function perUnitOf(
        DealId deal,
        Period period,
        TrancheId tranche
    ) external view returns (IWaterfall.PerUnit memory) {
        return _perUnit[deal][period][tranche];
    }

    function perUnitsOf(DealId deal, Period period) external view returns (IWaterfall.PerUnit[] memory amounts) {
        amounts = new IWaterfall.PerUnit[](3);
        for (uint8 i = 0; i < 3; ++i) amounts[i] = _perUnit[deal][period][TrancheId.wrap(i)];
    }

    function directPayeesOf(DealId) external pure returns (uint256) {
        return (1 << 0) | (1 << 1) | (1 << 6);
    }
}
