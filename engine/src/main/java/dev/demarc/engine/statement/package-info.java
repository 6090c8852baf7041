/** What attestations, waivers and declarations make of verdicts: a function of both and of now. */
@NullMarked
package dev.demarc.engine.statement;

import org.jspecify.annotations.NullMarked;
