package dev.longhand.processor;

import com.google.auto.service.AutoService;
import dev.longhand.Style;
import dev.longhand.processor.check.CheckedNetwork;
import dev.longhand.processor.check.LayerOutsideCheck;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.check.ModelNames;
import dev.longhand.processor.check.NetworkCheck;
import dev.longhand.processor.check.PretrainedRule;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.StandaloneClass;
import dev.longhand.processor.emit.ModelEmitter;
import dev.longhand.processor.emit.Report;
import dev.longhand.processor.emit.StandaloneEmitter;
import dev.longhand.processor.emit.StubEmitter;
import dev.longhand.processor.flow.GradientFlow;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.Planner;
import dev.longhand.processor.pretrained.PretrainedPlan;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.NetworkReader;
import dev.longhand.processor.read.ResourceFinder;
import dev.longhand.processor.read.SourcePosition;
import dev.longhand.text.Printable;
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
 * Writes a model for every type that carries {@code @Network}, in five stages:
 *
 * <ol>
 *   <li>read: mirrors the source, with the compiler's element of everything;
 *   <li>check: infers the shapes and reports every error; after it the declaration is right;
 *   <li>flow: finds out which gradients are needed and what the forward pass keeps for them;
 *   <li>plan: fuses layers, lays out parameters and buffers, and chooses code styles; then compares them with pretrained
 *       weights, if there are any;
 *   <li>emit: prints.
 * </ol>
 *
 * <p>With {@code standalone = true} the last three are repeated for a second file, every layer as loops.
 *
 * <p>What the stages do with each kind of layer is listed in {@link LayerKinds}. A model depends on its declaration's
 * source file alone, and on its pretrained weights, and has that file as its only originating element, so that incremental
 * builds may treat the processor as isolating.
 */
@AutoService(Processor.class)
public class NetworkProcessor extends AbstractProcessor {

    /** The lines of a stack trace in a report of a fault. */
    private static final int TRACE_LINES = 20;

    /** The qualified names of declarations with types or constants that another processor may write in a later round. */
    private final Set<String> deferred = new LinkedHashSet<>();

    /** The annotations on models. */
    private static final Set<String> GENERATED = Set.of(
            "dev.longhand.LonghandGenerated",
            "dev.longhand.LonghandGenerated.SuppressFBWarnings",
            "javax.annotation.processing.Generated");

    private static final Set<String> SUPPORTED = Stream.of(
                    Set.of(
                            NetworkReader.NETWORK,
                            NetworkReader.FROM,
                            NetworkReader.OUTPUT,
                            NetworkReader.PENALTY,
                            NetworkReader.FROZEN,
                            NetworkReader.PRETRAINED),
                    LayerKinds.annotations(),
                    GENERATED)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final NetworkReader reader = new NetworkReader(LayerKinds.annotations());

    private Options options;
    private Reporter reporter;
    private OutputEncoding encoding;
    private ModelNames names;
    private NetworkCheck check;
    private PretrainedStage pretrained;
    private boolean optionsAreReported;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return SUPPORTED;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.STYLE, Options.REPORT, Options.RESOURCES);
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
        encoding = new OutputEncoding(environment);
        names = new ModelNames(environment.getElementUtils());
        check = new NetworkCheck(environment.getElementUtils(), names, LayerKinds.rules(), options.style());
        pretrained = new PretrainedStage(new ResourceFinder(environment.getFiler(), options.resources()), reporter);
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
                .filter(element -> element.getKind() == ElementKind.METHOD
                        && !reader.readLayerAnnotations(element).isEmpty())
                .map(ExecutableElement.class::cast)
                .distinct()
                .forEach(method -> reporter.report(LayerOutsideCheck.check(method, reader)));
        annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(NetworkReader.PRETRAINED))
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .forEach(type -> reporter.report(PretrainedRule.checkOutside(type)));
        // Unclaimed annotations are a warning of -Xlint:processing. But once all are claimed, javac skips the other
        // processors, one of which may yet write the types that a declaration waits for.
        return deferred.isEmpty() || new OtherAnnotations(SUPPORTED).areOn(round.getRootElements());
    }

    /**
     * The five stages, with the check of pretrained weights before the last; without a checked network the last three have
     * nothing to do.
     */
    private void write(TypeElement type, boolean isLastRound) throws IOException {
        NetworkDeclaration declaration = reader.read(type);
        Optional<CheckedNetwork> checked = check(declaration, isLastRound);
        Optional<ResolvedNetwork> network = checked.flatMap(CheckedNetwork::network);
        Optional<GradientFlow> flow = network.map(right -> GradientFlow.of(right, LayerKinds::derivative));
        Optional<ExecutionPlan> plan = flow.map(known -> Planner.plan(known, LayerKinds::plan));
        Optional<PretrainedPlan> weights =
                plan.isPresent() ? pretrained.check(declaration, plan.get()) : Optional.empty();
        boolean isPretrained = declaration.pretrained().isPresent();
        boolean isWrong = plan.isPresent() && isPretrained && weights.isEmpty();
        if (plan.isPresent() && options.report()) {
            processingEnv.getMessager().printMessage(Kind.NOTE, Printable.lines(Report.of(plan.get())), type);
        }
        if (plan.isPresent() && !isWrong) {
            save(plan.get().network(), ModelEmitter.emit(plan.get(), weights, LayerKinds::emitter), type);
        }
        Optional<StandaloneClass> standalone = checked.flatMap(CheckedNetwork::standalone);
        if (network.isPresent() && standalone.isPresent() && !isWrong) {
            writeStandalone(network.get(), standalone.get(), type);
        }
        Optional<ModelClass> stub = (isWrong
                        ? network.map(ResolvedNetwork::model)
                        : checked.flatMap(CheckedNetwork::stub))
                .filter(names -> !isLastRound);
        if (stub.isPresent()) {
            save(stub.get().qualifiedName(), StubEmitter.emit(stub.get(), isPretrained), type);
            if (standalone.isPresent()) {
                String source = StubEmitter.emit(stub.get(), standalone.get());
                save(stub.get().inItsPackage(standalone.get().name()), source, type);
            }
        }
    }

    /** The last three stages for the standalone file, which has every layer as loops. */
    private void writeStandalone(ResolvedNetwork network, StandaloneClass standalone, TypeElement type)
            throws IOException {
        GradientFlow flow = GradientFlow.of(network.in(Style.LOOPS), LayerKinds::derivative);
        ExecutionPlan plan = Planner.plan(flow, LayerKinds::plan);
        String source = StandaloneEmitter.emit(plan, standalone, LayerKinds::emitter);
        save(network.model().inItsPackage(standalone.name()), source, type);
    }

    /** The network, if it's right; waits for a later round if it mentions types or constants that don't exist yet. */
    private Optional<CheckedNetwork> check(NetworkDeclaration declaration, boolean isLastRound) {
        if (!declaration.isResolved() && !isLastRound) {
            deferred.add(declaration.type().getQualifiedName().toString());
            return Optional.empty();
        }
        CheckedNetwork checked = check.check(declaration);
        reporter.report(checked.problems());
        return Optional.of(checked).filter(result -> options.problems().isEmpty());
    }

    /**
     * Writes the file.
     *
     * @param origin the declaration, the only source that the file depends on
     */
    void save(ResolvedNetwork network, String source, TypeElement origin) throws IOException {
        save(network.model().qualifiedName(), source, origin);
    }

    private void save(String qualifiedName, String source, TypeElement origin) throws IOException {
        String fitting = encoding.fit(source, origin);
        try (Writer writer = open(qualifiedName, origin)) {
            writer.write(fitting);
        }
    }

    /** A writer for the file; javac's filer throws an unchecked exception if there is a folder in its place. */
    private Writer open(String qualifiedName, TypeElement origin) throws IOException {
        try {
            return processingEnv
                    .getFiler()
                    .createSourceFile(qualifiedName, origin)
                    .openWriter();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
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
