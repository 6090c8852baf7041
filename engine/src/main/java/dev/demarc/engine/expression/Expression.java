package dev.demarc.engine.expression;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import dev.demarc.engine.expression.Answer.Obstacle;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compiled expression; immutable, for any number of threads. */
public final class Expression {
    private static final Pattern PLACE = Pattern.compile("evaluation error at [^:]*:(\\d+): (.*)", Pattern.DOTALL);
    private static final int LONGEST_REASON = 200;

    private final Program program;
    private final Supplier<Program> trackingProgram;
    private final List<ReadPath> reads;
    private final Map<Integer, ConfigurationPath> byOffset;

    /** @param trackingProgram slower; for what the first fails on and for resources of which not all was read */
    Expression(Program program, Supplier<Program> trackingProgram, ReadPaths paths) {
        this.program = program;
        this.trackingProgram = trackingProgram;
        this.reads = List.copyOf(paths.reads());
        this.byOffset = Map.copyOf(paths.byOffset());
    }

    /** The configuration paths that it reads, in the order of the expression. */
    public List<String> paths() {
        return reads.stream().map(read -> read.path().toString()).distinct().toList();
    }

    /**
     * Never throws: whatever stands in the way of an answer becomes the answer's obstacle. What could not be read stands
     * in the way only where what was read does not decide alone.
     */
    public Answer answer(Evaluation evaluation) {
        List<UnreadPath> touching = touching(evaluation);
        try {
            Object result = value(evaluation, touching);
            if (result == Boolean.TRUE) {
                return Answer.YES;
            }
            return result == Boolean.FALSE ? Answer.NO : Answer.blockedBy(noAnswer(result, touching));
        } catch (CelEvaluationException e) {
            return Answer.blockedBy(obstacle(e, evaluation));
        } catch (RuntimeException e) {
            return Answer.blockedBy(new Obstacle(firstPath(), "the expression failed: " + e, null));
        }
    }

    /** What an expression that gives text says; null where something stands in its way. */
    public @Nullable String text(Evaluation evaluation) {
        try {
            return value(evaluation, touching(evaluation)) instanceof String text ? text : null;
        } catch (CelEvaluationException | RuntimeException e) {
            return null;
        }
    }

    private Object value(Evaluation evaluation, List<UnreadPath> touching) throws CelEvaluationException {
        if (touching.isEmpty()) {
            try {
                evaluation.begin();
                return program.eval(evaluation);
            } catch (CelEvaluationException e) {
                // fails again below, where it is told how far the expression came
            }
        }
        evaluation.begin();
        return trackingProgram.get().eval(PartialVars.of(evaluation, patterns(touching)));
    }

    private static List<CelAttributePattern> patterns(List<UnreadPath> touching) {
        return touching.stream().flatMap(each -> each.unknown().stream()).toList();
    }

    /** What could not be read and is named by the expression, without which some of its answers are not to be had. */
    private List<UnreadPath> touching(Evaluation evaluation) {
        return evaluation.unread().isEmpty()
                ? List.of()
                : evaluation.unread().stream()
                        .filter(unread -> reads.stream().anyMatch(read -> read.touchedBy(unread.path())))
                        .toList();
    }

    private Obstacle noAnswer(Object result, List<UnreadPath> touching) {
        return result instanceof CelUnknownSet unknown
                ? refused(touching.stream()
                        .filter(each -> unknown.attributes().stream().anyMatch(each::explains))
                        .findFirst()
                        .orElse(touching.get(0)))
                : noTruth(result);
    }

    private static Obstacle refused(UnreadPath unread) {
        return new Obstacle(
                unread.unread().path(),
                unread.unread().reason(),
                unread.unread().permission());
    }

    private Obstacle noTruth(Object result) {
        return new Obstacle(
                firstPath(),
                "the expression gives %s, not true or false"
                        .formatted(result.getClass().getSimpleName()),
                null);
    }

    private Obstacle obstacle(CelEvaluationException e, Evaluation evaluation) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        boolean placed = place.matches();
        ConfigurationPath at = placed ? byOffset.get(Integer.parseInt(place.group(1))) : null;
        String path = at == null ? firstPath() : at.toString();
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable(unreadable, path, evaluation);
            }
            if (cause instanceof CelAttributeNotFoundException) {
                return new Obstacle(path, "the field was not asked for", null);
            }
        }
        return new Obstacle(path, placed ? shortened(place.group(2)) : "the expression failed", null);
    }

    private static Obstacle unreadable(UnreadableException unreadable, String path, Evaluation evaluation) {
        String named = unreadable.path();
        if (named == null) {
            return new Obstacle(path, unreadable.reason(), null);
        }
        ConfigurationPath wanted = ConfigurationPath.parse(named);
        return evaluation.unread().stream()
                .filter(unread -> unread.path().covers(wanted))
                .findFirst()
                .map(unread -> new Obstacle(
                        named, unread.unread().reason(), unread.unread().permission()))
                .orElseGet(() -> new Obstacle(named, unreadable.reason(), null));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }

    private String firstPath() {
        return reads.isEmpty() ? "configuration" : reads.get(0).path().toString();
    }
}
