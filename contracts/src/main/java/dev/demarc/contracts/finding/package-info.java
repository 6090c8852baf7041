/** Changes of findings: single ones as OCSF Compliance Findings, many of one cause as a summary of their scope. */
@NullMarked
package dev.demarc.contracts.finding;

import org.jspecify.annotations.NullMarked;
