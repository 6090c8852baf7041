package dev.demarc.contracts.api;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/** An account with its scorecard; {@code scorecard} null before its first. */
public record AccountView(Account account, @Nullable Scorecard scorecard) {}
