package dev.demarc.gateway.upstream;

import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.ResourceView;
import dev.demarc.contracts.api.StatementView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages that other services answer with, as the description of the API has them; nothing makes one here. */
final class Listed {
    record FindingPage(
            List<FindingView> items,
            @Nullable String next,
            @Nullable Long total) {}

    record ResourcePage(
            List<ResourceView> items,
            @Nullable String next,
            @Nullable Long total) {}

    record DriftPage(
            List<DriftItem> items,
            @Nullable String next,
            @Nullable Long total) {}

    record StatementPage(
            List<StatementView> items,
            @Nullable String next,
            @Nullable Long total) {}

    private Listed() {}
}
