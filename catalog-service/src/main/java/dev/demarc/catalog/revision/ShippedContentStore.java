package dev.demarc.catalog.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class ShippedContentStore implements PanacheRepositoryBase<ShippedContentEntity, String> {
    boolean knows(String digest) {
        return count("digest", digest) > 0;
    }

    Optional<ShippedContentEntity> newest() {
        return findAll(Sort.descending("importedAt")).firstResultOptional();
    }
}
