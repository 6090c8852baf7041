package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Require;

/**
 * Whose a layer is, by which rule.
 *
 * @param rule one plain sentence
 * @param source where it comes from, as a URL or a citation
 */
public record Responsibility(Party party, String rule, String source) {
    public Responsibility {
        Require.present(party, "party");
        Require.text(rule, "rule");
        Require.text(source, "source");
    }
}
