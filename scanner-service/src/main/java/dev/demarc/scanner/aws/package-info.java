/** The way into AWS accounts: credentials, clients, budgets, what an account and its organisation say of themselves. */
@NullMarked
package dev.demarc.scanner.aws;

import org.jspecify.annotations.NullMarked;
