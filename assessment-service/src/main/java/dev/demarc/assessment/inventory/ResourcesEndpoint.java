package dev.demarc.assessment.inventory;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.api.ResourceDetail;
import dev.demarc.contracts.api.ResourceView;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.shell.problem.UnknownIdException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Resources over HTTP. */
@Path("/api/v1/resources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "resources")
@Blocking
public class ResourcesEndpoint {
    private final Grants grants;
    private final CurrentCatalog catalog;
    private final ReadTransaction reads;
    private final ItemViews views;
    private final Configurations configurations;
    private final Clock clock;

    ResourcesEndpoint(
            Grants grants,
            CurrentCatalog catalog,
            ReadTransaction reads,
            ItemViews views,
            Configurations configurations,
            Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.reads = reads;
        this.views = views;
        this.configurations = configurations;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List resources with how many of their controls pass, fail and cannot be told",
            description = "Several values of a filter are separated by commas and mean any of them.")
    @Parameter(ref = "account")
    @Parameter(ref = "ou")
    @Parameter(ref = "organization")
    @Parameter(ref = "type")
    @Parameter(ref = "region")
    @Parameter(ref = "team")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    public Page<ResourceView> list(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), ItemFilter.PARAMETERS);
        ItemFilter filter = ItemFilter.of(parameters);
        Cursor after = parameters.cursor();
        int limit = parameters.limit();
        CatalogLookup lookup = catalog.lookup();
        return reads.of(connection -> {
            ListedAccounts accounts = AccountNumbers.find(connection, grants.reached(), filter.accounts());
            List<StoredItem> items = ItemStore.list(connection, filter, accounts, after, limit);
            return page(items, limit, parameters.fingerprint(), lookup);
        });
    }

    @GET
    @Path("/{key}")
    @Operation(
            summary = "One resource: its configuration, layer by layer whose it is and why, every verdict",
            description = "The key is account, region, type and the resource's 16 hexadecimal digits, joined by dots.")
    @Parameter(
            name = "key",
            in = ParameterIn.PATH,
            example = "111122223333.eu-central-1.AWS-S3-Bucket.0123456789abcdef")
    public ResourceDetail one(@PathParam("key") String key) {
        CatalogLookup lookup = catalog.lookup();
        return parse(key)
                .flatMap(parsed -> reads.of(connection -> detail(connection, parsed, lookup)))
                .orElseThrow(() -> new UnknownIdException("resource", key));
    }

    private Optional<ResourceDetail> detail(Connection connection, ResourceKey key, CatalogLookup lookup)
            throws SQLException {
        Optional<StoredItem> item =
                ItemStore.find(connection, grants.reached(), key).filter(found -> found.removedAt() == null);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(views.detail(
                        item.get(), configurations.unpack(connection, item.get()), lookup, clock.instant()));
    }

    private Page<ResourceView> page(List<StoredItem> items, int limit, int fingerprint, CatalogLookup lookup)
            throws SQLException {
        boolean more = items.size() > limit;
        List<StoredItem> given = more ? items.subList(0, limit) : items;
        List<ResourceView> resources = new ArrayList<>();
        for (StoredItem item : given) {
            resources.add(views.view(item, lookup));
        }
        return new Page<>(resources, more ? cursor(given.get(limit - 1)).text(fingerprint) : null, null);
    }

    private static Cursor cursor(StoredItem item) {
        return new Cursor(0, item.scopeNumber(), item.ref().key().rid(), 0);
    }

    private static Optional<ResourceKey> parse(String key) {
        try {
            return Optional.of(ResourceKey.parse(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
