package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Control;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedStatementsTest {
    private static final List<Control> CONTROLS = Shipped.CONTENT.revision().controls();

    @ParameterizedTest
    @CsvSource({
        "shared-patch-management, ssm-baseline-executed",
        "shared-least-privilege-reviewed, iam-role-used",
        "guest-os-hardened, ssm-associations-compliant",
        "inventory-complete, ssm-inventory-taken",
        "shared-incident-plan, account-security-contact",
        "suppliers-known, s3-bucket-trusts-known-accounts",
        "duties-separated, iam-user-not-administrator"
    })
    void aFailureShowsThatWhatWasAttestedIsNotSo(String attested, String contrary) {
        assertThat(control(attested).contradictedBy()).contains(contrary);
    }

    @ParameterizedTest
    @CsvSource({
        "application-code-reviewed",
        "shared-contingency-plan",
        "shared-network-security",
        "shared-awareness-and-training",
        "data-classified",
        "recovery-targets-approved",
        "staff-screened"
    })
    void noFailureContradictsWhatConfigurationOnlyHintsAt(String attested) {
        assertThat(control(attested).contradictedBy()).isEmpty();
    }

    @Test
    void whatIsAttestedOfAResourceIsContradictedByTheSameTypeOnly() {
        assertThat(CONTROLS)
                .filteredOn(control -> control.assessment() == Control.Assessment.ATTESTATION
                        && !Control.ACCOUNT_TYPE.equals(control.type()))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(contraries(control))
                        .allMatch(contrary -> Objects.equals(contrary.type(), control.type())));
    }

    @Test
    void aResourceMayBePublicOnPurposeButNoWholeAccount() {
        assertThat(declarable()).extracting(Control::declarable).containsOnly("public on purpose");
        assertThat(declarable()).extracting(Control::type).doesNotContain(Control.ACCOUNT_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "s3-bucket-not-public",
        "access-point-not-public",
        "lambda-url-demands-iam",
        "api-stage-authorizes-callers",
        "ec2-no-public-address"
    })
    void whatServesThePublicMayBeDeclared(String id) {
        assertThat(declarable()).extracting(Control::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "s3-bucket-not-writable-by-everyone",
        "rds-instance-not-public",
        "kms-key-not-public",
        "secret-not-public",
        "sqs-queue-not-public",
        "load-balancer-demands-tls"
    })
    void whatNobodyOpensOnPurposeMayNot(String id) {
        assertThat(control(id).declarable()).isNull();
    }

    private static List<Control> declarable() {
        return CONTROLS.stream().filter(control -> control.declarable() != null).toList();
    }

    private static Stream<Control> contraries(Control attested) {
        return attested.contradictedBy().stream().map(ShippedStatementsTest::control);
    }

    private static Control control(String id) {
        return CONTROLS.stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
