/** Accounts and their scorecards, kept in memory and answered from it. */
@NullMarked
package dev.demarc.gateway.account;

import org.jspecify.annotations.NullMarked;
