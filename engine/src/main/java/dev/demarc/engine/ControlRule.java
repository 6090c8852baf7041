package dev.demarc.engine;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.engine.expression.Answer;
import dev.demarc.engine.expression.Answer.Obstacle;
import dev.demarc.engine.expression.Evaluation;
import dev.demarc.engine.expression.Expression;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A control that judges resources, compiled; its frequent verdicts are made once. */
final class ControlRule {
    private final Control control;
    private final int layer;
    private final @Nullable Expression when;
    private final @Nullable Expression assertion;
    private final Map<Party, ControlVerdict> passed;
    private final Map<Party, ControlVerdict> failed;
    private final Map<Party, ControlVerdict> conditionNotMet;

    /** @param assertion null for a control that is attested: no configuration can prove it */
    ControlRule(Control control, int layer, @Nullable Expression when, @Nullable Expression assertion) {
        this.control = control;
        this.layer = layer;
        this.when = when;
        this.assertion = assertion;
        this.passed = constants(control, Verdict.PASS, null);
        this.failed = constants(control, Verdict.FAIL, null);
        this.conditionNotMet =
                constants(control, Verdict.NOT_APPLICABLE, "its condition does not hold: " + control.when());
    }

    Control control() {
        return control;
    }

    ControlVerdict judge(Evaluation evaluation, Resolution resolution) {
        Party owner = resolution.party(layer);
        if (owner == Party.AWS && control.category() == Category.CUSTOMER_SPECIFIC) {
            String rule = resolution.layers().get(layer).responsibility().rule();
            return new ControlVerdict(control, Verdict.NOT_APPLICABLE, Party.AWS, rule, null, null);
        }
        Party party = party(owner);
        if (when != null) {
            Answer applies = when.answer(evaluation);
            if (applies.obstacle() != null) {
                return unknown(party, applies.obstacle());
            }
            if (!applies.holds()) {
                return of(conditionNotMet, party);
            }
        }
        if (assertion == null) {
            return ControlVerdict.notAttested(control, party);
        }
        Answer answer = assertion.answer(evaluation);
        if (answer.obstacle() != null) {
            return unknown(party, answer.obstacle());
        }
        return of(answer.holds() ? passed : failed, party);
    }

    private Party party(Party owner) {
        return switch (control.category()) {
            case INHERITED -> Party.AWS;
            case SHARED -> Party.SHARED;
            case CUSTOMER_SPECIFIC -> owner;
        };
    }

    private ControlVerdict unknown(Party party, Obstacle obstacle) {
        String reason = "%s: %s".formatted(obstacle.path(), obstacle.reason());
        return new ControlVerdict(control, Verdict.UNKNOWN, party, reason, obstacle.permission(), null);
    }

    private static ControlVerdict of(Map<Party, ControlVerdict> constants, Party party) {
        ControlVerdict constant = constants.get(party);
        if (constant == null) {
            throw new IllegalStateException("no verdict was made for party " + party);
        }
        return constant;
    }

    private static Map<Party, ControlVerdict> constants(Control control, Verdict verdict, @Nullable String reason) {
        Map<Party, ControlVerdict> constants = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            constants.put(party, new ControlVerdict(control, verdict, party, reason, null, null));
        }
        return constants;
    }
}
