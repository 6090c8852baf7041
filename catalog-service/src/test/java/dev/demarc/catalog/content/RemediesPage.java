package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.RemedyVariant;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page on remedies that are not a control's general one, and on what is not asked. */
final class RemediesPage {
    private static final String HEAD = """
            # What to do, by variant

            A control's remedy works on most resources. On these it does not, and another is shown with the finding; the first whose condition holds counts. Made from the shipped catalog; do not change it by hand. Write it anew with

                ./mvnw -pl catalog-service -am -Dtest=RemediesTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemarc.remedies.write=true test

            | control | resources | what to do | source |
            | --- | --- | --- | --- |
            """;
    private static final String NOT_ASKED = """

            ## Not asked

            Where nothing that the customer can do would make a control pass, it is not applicable.

            | control | resources | source |
            | --- | --- | --- |
            """;

    private RemediesPage() {}

    static String of(ShippedContent content) {
        List<Control> controls = content.revision().controls().stream()
                .sorted(Comparator.comparing(Control::id))
                .toList();
        List<String> notAsked = new ArrayList<>();
        StringBuilder page = new StringBuilder(HEAD);
        for (Control control : controls) {
            for (RemedyVariant variant : control.remedy().variants()) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(control.id(), variant.name(), doing(variant), link(variant.source())));
            }
            for (Example example : content.controlExamples()
                    .getOrDefault(control.id(), ControlExamples.NONE)
                    .notApplicable()) {
                String source = example.source();
                if (source != null) {
                    notAsked.add("| `%s` | %s | %s |\n".formatted(control.id(), example.name(), link(source)));
                }
            }
        }
        page.append(NOT_ASKED);
        notAsked.forEach(page::append);
        return page.toString();
    }

    private static String doing(RemedyVariant variant) {
        String steps = variant.console() == null ? "`%s`".formatted(variant.cli()) : variant.console();
        return steps.strip().replace("|", "\\|").replaceAll("\\s+", " ");
    }

    private static String link(String source) {
        String path = URI.create(source).getPath();
        return "[%s](%s)".formatted(path.substring(path.lastIndexOf('/') + 1).replaceAll("[.]html$", ""), source);
    }
}
