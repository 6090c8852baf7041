/**
 * The way out to Kafka: scorecards that are due and findings that changed. Accounts are shared among publishers by
 * their number, each shard under a lease and with a transactional id of its own.
 */
@NullMarked
package dev.demarc.assessment.publish;

import org.jspecify.annotations.NullMarked;
