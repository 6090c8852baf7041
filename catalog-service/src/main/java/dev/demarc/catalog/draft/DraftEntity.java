package dev.demarc.catalog.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "draft")
class DraftEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    int base;

    @Enumerated(EnumType.STRING)
    DraftState state;

    @Nullable
    Integer published;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected DraftEntity() {}

    DraftEntity(int base, Instant now, byte[] content) {
        this.base = base;
        this.state = DraftState.OPEN;
        this.createdAt = now;
        this.changedAt = now;
        this.content = content;
    }
}
