/** Changes of findings, as OCSF Compliance Findings. */
@NullMarked
package dev.demarc.contracts.finding;

import org.jspecify.annotations.NullMarked;
