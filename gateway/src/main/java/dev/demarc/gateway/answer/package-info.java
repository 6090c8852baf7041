/** Answers from memory: serialised once, compressed, tagged, marked with their age. */
@NullMarked
package dev.demarc.gateway.answer;

import org.jspecify.annotations.NullMarked;
