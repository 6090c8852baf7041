/** What reads cost as stored resources grow. */
@NullMarked
package dev.demarc.bench.reads;

import org.jspecify.annotations.NullMarked;
