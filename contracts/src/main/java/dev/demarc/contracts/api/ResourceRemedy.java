package dev.demarc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a failure on one resource: in words for the console, as a command, as Terraform.
 *
 * @param variant which resources it is for, null where it is the control's general remedy
 * @param source the page of AWS from which it follows that the general remedy does not work here, else null
 * @param undecided for which resources there are other remedies of which this may be one: nobody could read it
 */
public record ResourceRemedy(
        @Nullable String variant,
        @Nullable String console,
        @Nullable String cli,
        @Nullable String terraform,
        @Nullable String source,
        List<String> undecided) {
    public ResourceRemedy {
        undecided = List.copyOf(undecided);
    }
}
