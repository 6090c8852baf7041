package dev.demarc.catalog.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "revision")
class RevisionEntity {
    @Id
    int number;

    @Column(name = "published_at")
    Instant publishedAt;

    String digest;

    @Enumerated(EnumType.STRING)
    Cause cause;

    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected RevisionEntity() {}

    RevisionEntity(int number, Instant publishedAt, String digest, Cause cause, byte[] content) {
        this.number = number;
        this.publishedAt = publishedAt;
        this.digest = digest;
        this.cause = cause;
        this.content = content;
    }
}
