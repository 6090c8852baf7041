package dev.demarc.engine;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Remedy;
import dev.demarc.contracts.catalog.RemedyVariant;
import dev.demarc.engine.expression.Answer;
import dev.demarc.engine.expression.Evaluation;
import dev.demarc.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** A control's remedies, compiled. */
final class RemedyRules {
    private final Remedy remedy;
    private final List<Rule> rules;

    private record Rule(RemedyVariant variant, Expression when) {}

    private RemedyRules(Remedy remedy, List<Rule> rules) {
        this.remedy = remedy;
        this.rules = List.copyOf(rules);
    }

    static RemedyRules compile(Compilation compilation, String place, Control control) {
        List<Rule> rules = new ArrayList<>();
        String variants = place + ".remedy.variants";
        compilation.unique(variants, control.remedy().variants(), RemedyVariant::name);
        for (RemedyVariant variant : control.remedy().variants()) {
            Expression when = compilation.expression("%s[%s].when".formatted(variants, variant.name()), variant.when());
            if (when != null) {
                rules.add(new Rule(variant, when));
            }
        }
        return new RemedyRules(control.remedy(), rules);
    }

    Advice on(Evaluation evaluation) {
        List<RemedyVariant> undecided = new ArrayList<>();
        for (Rule rule : rules) {
            Answer answer = rule.when().answer(evaluation);
            if (answer.holds()) {
                return new Advice(remedy, rule.variant(), List.copyOf(undecided));
            }
            if (answer.obstacle() != null) {
                undecided.add(rule.variant());
            }
        }
        return new Advice(remedy, null, List.copyOf(undecided));
    }
}
