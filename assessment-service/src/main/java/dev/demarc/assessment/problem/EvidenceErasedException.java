package dev.demarc.assessment.problem;

import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.EvidenceFileView.Erased;

/** The bytes of an evidence file are no more; its record is. */
public final class EvidenceErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceErasedException(EvidenceFileView file, Erased erased) {
        super("%s was erased by %s at %s: %s; its SHA-256 was %s"
                .formatted(file.name(), erased.by(), erased.at(), erased.reason(), file.sha256()));
    }
}
