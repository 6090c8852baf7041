/**
 * The attestations, waivers and declarations that are approved: in memory for whoever judges, the queue of what is to be
 * judged again because of them, and their revocation by contrary findings.
 */
@NullMarked
package dev.demarc.assessment.approved;

import org.jspecify.annotations.NullMarked;
