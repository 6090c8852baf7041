package dev.demarc.catalog.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "shipped_content")
class ShippedContentEntity {
    @Id
    String digest;

    @Column(name = "imported_at")
    Instant importedAt;

    int revision;

    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected ShippedContentEntity() {}

    ShippedContentEntity(String digest, Instant importedAt, int revision, byte[] content) {
        this.digest = digest;
        this.importedAt = importedAt;
        this.revision = revision;
        this.content = content;
    }
}
