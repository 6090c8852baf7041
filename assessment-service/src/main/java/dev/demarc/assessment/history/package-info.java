/** What is no more: configurations that resources had and times that findings were open. */
@NullMarked
package dev.demarc.assessment.history;

import org.jspecify.annotations.NullMarked;
