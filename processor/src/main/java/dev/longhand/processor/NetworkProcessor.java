package dev.longhand.processor;

import com.google.auto.service.AutoService;
import dev.longhand.processor.check.CheckedNetwork;
import dev.longhand.processor.check.LayerOutsideCheck;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.ModelNames;
import dev.longhand.processor.check.NetworkCheck;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.derive.Derivation;
import dev.longhand.processor.derive.DerivedGraph;
import dev.longhand.processor.emit.ModelEmitter;
import dev.longhand.processor.emit.Report;
import dev.longhand.processor.lower.Graph;
import dev.longhand.processor.lower.Lowering;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.Planner;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.NetworkReader;
import dev.longhand.processor.read.SourcePosition;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * Writes a model for every type that carries {@code @Network}, in six stages:
 *
 * <ol>
 *   <li>read: mirrors the source;
 *   <li>check: infers the shapes and reports every error, after which nothing can be wrong with the
 *       declaration;
 *   <li>lower: turns layers into primitive operations;
 *   <li>derive: adds the backward operations;
 *   <li>plan: fuses, lays out parameters and buffers, and chooses code styles;
 *   <li>emit: prints.
 * </ol>
 *
 * <p>A model depends on nothing but its declaration's source file and has that as its only
 * originating element, so that incremental builds may treat the processor as isolating.
 */
@AutoService(Processor.class)
public class NetworkProcessor extends AbstractProcessor {

    /** As much of a stack trace as leads out of the processor. */
    private static final int TRACE_LINES = 20;

    /** The qualified names of declarations that mention types which another processor may yet write. */
    private final Set<String> deferred = new LinkedHashSet<>();

    private Options options;
    private Reporter reporter;
    private ModelNames names;
    private NetworkCheck check;
    private boolean optionsAreReported;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(NetworkReader.NETWORK, NetworkReader.LAYERS + ".*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.STYLE, Options.REPORT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = Options.of(environment.getOptions());
        reporter = new Reporter(environment.getMessager());
        names = new ModelNames(environment.getElementUtils());
        check = new NetworkCheck(environment.getElementUtils(), names, options.style());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        reportOptions();
        names.take(round.getRootElements());
        for (TypeElement network : networks(annotations, round)) {
            guard(network, round.processingOver());
        }
        annotations.stream()
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .filter(element -> element.getKind() == ElementKind.METHOD)
                .map(ExecutableElement.class::cast)
                .distinct()
                .forEach(method -> reporter.report(LayerOutsideCheck.check(method)));
        // Unclaimed annotations are a warning of -Xlint:processing. But once all are claimed, javac skips the other
        // processors, one of which may yet write the types that a declaration waits for.
        return deferred.isEmpty();
    }

    /** The recipe. */
    private void write(TypeElement type, boolean isLastRound) throws IOException {
        NetworkDeclaration declaration = NetworkReader.read(type);
        Optional<ResolvedNetwork> network = check(declaration, isLastRound);
        if (network.isEmpty()) {
            return;
        }
        Graph graph = Lowering.lower(network.get());
        DerivedGraph derived = Derivation.derive(graph);
        ExecutionPlan plan = Planner.plan(derived);
        String source = ModelEmitter.emit(plan, hasGeneratedAnnotation());
        if (options.report()) {
            processingEnv.getMessager().printMessage(Kind.NOTE, Report.of(plan), type);
        }
        save(network.get(), source, type);
    }

    /** The network, if it's right; waits for a later round if it mentions types that don't exist yet. */
    private Optional<ResolvedNetwork> check(NetworkDeclaration declaration, boolean isLastRound) {
        if (!declaration.isResolved() && !isLastRound) {
            deferred.add(declaration.type().getQualifiedName().toString());
            return Optional.empty();
        }
        CheckedNetwork checked = check.check(declaration);
        reporter.report(checked.problems());
        return checked.network().filter(right -> options.problems().isEmpty());
    }

    /**
     * Writes the file.
     *
     * @param origin the declaration, the only source that the file depends on
     */
    void save(ResolvedNetwork network, String source, TypeElement origin) throws IOException {
        String name = network.packageName().isEmpty()
                ? network.modelName()
                : network.packageName() + "." + network.modelName();
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
            writer.write(source);
        }
    }

    /** A module that doesn't read {@code java.compiler} doesn't see the annotation. */
    private boolean hasGeneratedAnnotation() {
        return processingEnv.getElementUtils().getTypeElement("javax.annotation.processing.Generated") != null;
    }

    private void guard(TypeElement network, boolean isLastRound) {
        SourcePosition position = SourcePosition.of(network);
        try {
            write(network, isLastRound);
        } catch (IOException e) {
            reporter.report(Message.WRITE_FAILED.at(position, network.getSimpleName(), e));
        } catch (RuntimeException | StackOverflowError e) {
            reporter.report(Message.COMPILER_FAULT.at(position, network.getSimpleName(), e, trace(e)));
        }
    }

    private Set<TypeElement> networks(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> networks = new LinkedHashSet<>();
        for (String name : deferred) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                networks.add(type);
            }
        }
        deferred.clear();
        annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(NetworkReader.NETWORK))
                .forEach(annotation ->
                        networks.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))));
        return networks;
    }

    private void reportOptions() {
        if (!optionsAreReported) {
            optionsAreReported = true;
            reporter.report(options.problems());
        }
    }

    private static String trace(Throwable e) {
        return Stream.concat(
                        Stream.of(e.toString()),
                        Arrays.stream(e.getStackTrace()).map(frame -> "\tat " + frame))
                .limit(TRACE_LINES)
                .collect(Collectors.joining("\n"));
    }
}
