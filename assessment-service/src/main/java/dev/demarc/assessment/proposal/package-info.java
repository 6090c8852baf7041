/**
 * What people do with attestations, waivers and declarations over REST: propose, approve, reject, withdraw, renew, and
 * read them.
 */
@NullMarked
package dev.demarc.assessment.proposal;

import org.jspecify.annotations.NullMarked;
