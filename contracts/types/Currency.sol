// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev ISO 4217 number; CNH, which has none, is the private code 10156. Zero means absent.
type Currency is uint16;

using {eqCurrency as ==, neqCurrency as !=} for Currency global;

Currency constant CNY = Currency.wrap(156);
Currency constant HKD = Currency.wrap(344);
Currency constant MOP = Currency.wrap(446);
Currency constant USD = Currency.wrap(840);
Currency constant CNH = Currency.wrap(10156);

function eqCurrency(Currency a, Currency b) pure returns (bool) {
    return Currency.unwrap(a) == Currency.unwrap(b);
}

function neqCurrency(Currency a, Currency b) pure returns (bool) {
    return Currency.unwrap(a) != Currency.unwrap(b);
}
