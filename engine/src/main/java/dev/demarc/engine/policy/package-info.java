/**
 * Policy documents of IAM: whom they let in, to do what. Read as AWS evaluates them: actions without regard to case,
 * wildcards, elements that are one value or a list, conditions that narrow.
 */
@NullMarked
package dev.demarc.engine.policy;

import org.jspecify.annotations.NullMarked;
