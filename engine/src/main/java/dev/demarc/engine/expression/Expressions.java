package dev.demarc.engine.expression;

import com.google.common.base.Suppliers;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles expressions over resources, and lays out resources for them. */
public final class Expressions {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;
    private static final int MOST_ITERATIONS = 25_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .build();
    private static final CelRuntime RUNTIME =
            runtime(CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS));
    /** Keeps track of what could not be read and where exactly it failed, for which every step of every evaluation pays. */
    private static final CelRuntime TRACKING_RUNTIME = runtime(CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS.toBuilder().enableUnknownTracking(true).build())
            .setStandardEnvironmentEnabled(false));

    private static final RecentExpressions TRUTHS = compiled(SimpleType.BOOL);
    private static final RecentExpressions TEXTS = compiled(SimpleType.STRING);

    private final Optional<Object> parameters;

    /** @param parameters what expressions read as {@code parameters} */
    public Expressions(Map<String, @Nullable Object> parameters) {
        this.parameters = Optional.of(CelValues.of(parameters));
    }

    /** @throws InvalidExpressionException saying where and why the text is no expression that is true or false */
    public Expression compile(String text) {
        return TRUTHS.of(text);
    }

    /** @throws InvalidExpressionException saying where and why the text is no expression that gives text */
    public Expression compileText(String text) {
        return TEXTS.of(text);
    }

    private static RecentExpressions compiled(CelType result) {
        CelCompiler compiler = compiler(result);
        return new RecentExpressions(text -> compile(text, compiler));
    }

    private static Expression compile(String text, CelCompiler compiler) {
        try {
            CelAbstractSyntaxTree ast = compiler.compile(text).getAst();
            return new Expression(
                    RUNTIME.createProgram(ast), Suppliers.memoize(() -> trackingProgram(ast)), ReadPaths.of(ast));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new InvalidExpressionException(text, e);
        }
    }

    private static Program trackingProgram(CelAbstractSyntaxTree ast) {
        try {
            return TRACKING_RUNTIME.createProgram(ast);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("an expression that compiled has no program", e);
        }
    }

    public Evaluation evaluation(ResourceConfiguration item, Instant now) {
        return new Evaluation(item, parameters, now);
    }

    private static CelCompiler compiler(CelType result) {
        MapType object = MapType.create(SimpleType.STRING, SimpleType.DYN);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("configuration", object)
                .addVar("supplementaryConfiguration", object)
                .addVar("tags", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("resource", object)
                .addVar("parameters", object)
                .addVar(Evaluation.SELF, SimpleType.DYN)
                .setResultType(result);
        for (Function function : Functions.ALL) {
            builder.addFunctionDeclarations(function.declaration());
            builder.addMacros(function.macro());
        }
        return builder.build();
    }

    private static CelRuntime runtime(CelRuntimeBuilder builder) {
        builder.setStandardFunctions(Concatenation.withoutOthers()).addFunctionBindings(Concatenation.BINDINGS);
        Functions.ALL.forEach(function -> builder.addFunctionBindings(function.binding()));
        return builder.build();
    }
}
