package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PolicyDocumentTest {
    @Test
    void refusesWhatIsNoPolicyAndNamesThePlace() {
        assertThatThrownBy(() -> policy("{}")).hasMessageContaining("no Statement");
        assertThatThrownBy(() -> policy("[]")).hasMessageContaining("a JSON object");
        assertThatThrownBy(() -> policy("{'Statement':['x']}")).hasMessageContaining("Statement");
        assertThatThrownBy(() -> policy("{'Statement':{'Effect':'permit'}}")).hasMessageContaining("'permit'");
        assertThatThrownBy(() -> policy("{'Statement':{'Effect':'Allow','Action':{'a':1}}}"))
                .hasMessageContaining("Action");
        assertThatThrownBy(() -> policy("{'Statement':{'Effect':'Allow','Condition':'x'}}"))
                .hasMessageContaining("Condition");
    }
}
