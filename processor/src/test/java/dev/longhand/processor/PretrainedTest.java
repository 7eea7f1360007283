package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Sgd;
import dev.longhand.table.Recipe;
import dev.longhand.table.TableModel;
import dev.longhand.training.TrainingStep;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What models with pretrained weights do, and where the compiler finds the weights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PretrainedTest {

    static final Path WEIGHTS = Path.of("src/test/resources/weights");

    private static final String PRICES = """
            package shop;
            @Pretrained("%s")
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            public interface Prices { @Dense(units = 1) Layer output(); }
            """;

    private static final String USE = """
            package shop;
            import java.util.Map;
            public class Use {
                public static String flower() {
                    FlowersModel model = FlowersModel.pretrained();
                    FlowersModel.Prediction of = model.predict(new FlowersModel.Row(4.0, 0.2, "blue"));
                    if (!of.equals(model.predict(Map.of("petal length", 4, "petal width", 0.2, "colour", "blue")))) {
                        throw new AssertionError();
                    }
                    FlowersModel.Category best = of.category();
                    if (of.probability() != of.probabilities().get(best)) {
                        throw new AssertionError();
                    }
                    return best.name() + " " + best + " " + of.probabilities() + " " + of.notices();
                }
                public static String missing() {
                    return "" + FlowersModel.pretrained().predict(new FlowersModel.Row(4.0, null, "white")).notices();
                }
                public static String sign() {
                    return "" + SignsModel.pretrained().classify(new float[] {1, 2});
                }
                public static double price() {
                    return PricesModel.pretrained().predict(new PricesModel.Row(2.0)).number();
                }
            }
            """;

    private Path folder = Path.of("");
    private Path classes = Path.of("");

    @BeforeAll
    void compile(@TempDir Path directory) throws IOException {
        folder = directory;
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : List.of("Flowers", "Signs")) {
            sources.put("shop." + name, golden(name));
        }
        sources.put("shop.Prices", prices("/weights/prices.safetensors"));
        sources.put("shop.Use", USE);
        Compilation.of(Compiler.JAVAC, folder.resolve("shop"), sources, "-Xlint:all,-processing", "-Werror");
        classes = folder.resolve("shop/output/classes");
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GoldenTest.GOLDEN.resolve(name + ".java"))
                .replace("package golden;", "package shop;")
                .replace("interface " + name, "public interface " + name);
    }

    private static String prices(String resource) {
        return PRICES.formatted(resource).replace("package shop;", "package shop;\n" + Declarations.HEAD);
    }

    private static URLClassLoader loader(Path... folders) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : folders) {
            urls.add(path.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), PretrainedTest.class.getClassLoader());
    }

    private static Object call(ClassLoader loader, String type, String method) throws Throwable {
        try {
            Method found = loader.loadClass(type).getMethod(method);
            return found.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void predictionsAreThoseOfTheTableModel() throws Throwable {
        try (URLClassLoader loader = loader(classes)) {
            Model flowers = (Model) call(loader, "shop.FlowersModel", "pretrained");
            Map<String, Object> row = Map.of("petal length", 4, "petal width", 0.2, "colour", "blue");
            TableModel table = TableModel.of(flowers, Recipe.load(WEIGHTS.resolve("flowers.safetensors")));
            String best = table.predict(row).category();

            assertThat(call(loader, "shop.Use", "flower"))
                    .isEqualTo(best.toUpperCase(Locale.ROOT).replace('-', '_') + " " + best + " "
                            + table.predict(row).scores() + " []");
            assertThat(call(loader, "shop.Use", "missing")).isEqualTo("[]");

            Map<String, Object> rooms = new HashMap<>();
            rooms.put("rooms", 2.0);
            Model prices = (Model) call(loader, "shop.PricesModel", "pretrained");
            assertThat(call(loader, "shop.Use", "price"))
                    .isEqualTo(TableModel.of(prices, Recipe.load(WEIGHTS.resolve("prices.safetensors")))
                            .predict(rooms)
                            .number());
        }
    }

    @Test
    void classesWithoutConstantsAreTexts() throws Throwable {
        try (URLClassLoader loader = loader(classes)) {
            Model signs = (Model) call(loader, "shop.SignsModel", "pretrained");
            double plus = signs.predict(1, 2)[0];

            assertThat(call(loader, "shop.Use", "sign"))
                    .isEqualTo("Prediction[category=" + (plus > 0.5 ? "+" : "-") + ", probabilities={-=" + (1 - plus)
                            + ", +=" + plus + "}]");
        }
    }

    @Test
    void allThreadsShareOneModelThatIsNeverTrained() throws Throwable {
        try (URLClassLoader loader = loader(classes)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            Callable<Object> load = () -> {
                try {
                    return call(loader, "shop.FlowersModel", "pretrained");
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            };
            List<Future<Object>> loaded = threads.invokeAll(Collections.nCopies(32, load));
            threads.shutdown();
            Model model = (Model) loaded.get(0).get();
            for (Future<Object> other : loaded) {
                assertThat(other.get()).isSameAs(model);
            }
            String refusal =
                    "Flowers is pretrained and shared, so its parameters can't be changed: train a copy, a model"
                            + " of create(seed) with parameters().set(pretrained().parameters().copy())";
            assertThatThrownBy(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 4, 42))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(refusal);
            assertThatThrownBy(() -> model.parameters().set(model.parameters().copy()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(refusal);
            assertThatThrownBy(() -> model.parameters().layer(0).setBias(1, 2, 3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(refusal);
        }
    }

    @Test
    void everyCallSaysWhyTheWeightsCannotBeLoaded(@TempDir Path other) throws Throwable {
        Path root = folder.resolve("absent");
        Path resources = Files.createDirectories(root.resolve("resources/shop")).getParent();
        Path file = resources.resolve("shop/prices.safetensors");
        Files.copy(WEIGHTS.resolve("prices.safetensors"), file);
        Compilation.of(
                Compiler.JAVAC,
                root,
                Map.of("shop.Prices", prices("prices.safetensors")),
                "-Alonghand.resources=" + other + File.pathSeparator + resources);
        Path compiled = root.resolve("output/classes");
        try (URLClassLoader loader = loader(compiled)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> call(loader, "shop.PricesModel", "pretrained"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(
                                "prices.safetensors isn't on the class path beside the model of Prices: add it to the"
                                        + " jar, where it was when Prices was compiled");
            }
        }
        Files.copy(WEIGHTS.resolve("damaged.safetensors"), compiled.resolve("shop/prices.safetensors"));
        try (URLClassLoader loader = loader(compiled)) {
            assertThatThrownBy(() -> call(loader, "shop.PricesModel", "pretrained"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("prices.safetensors: tensor \"output.bias\" has shape [3], but in Prices it's [1]");
        }
        Files.delete(compiled.resolve("shop/prices.safetensors"));
        try (URLClassLoader loader = loader(compiled, resources)) {
            assertThat(call(loader, "shop.PricesModel", "pretrained")).isInstanceOf(Model.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCompilerFindsWeightsInItsOutputOnItsClassPathAndOnItsSourcePath(Compiler compiler, @TempDir Path root)
            throws IOException {
        String classPath = Compiler.classPath(Network.class, Model.class, NullMarked.class);
        for (String place : List.of("output/classes", "path", "declared")) {
            Path directory = root.resolve(place.replace('/', '-'));
            Path file = directory.resolve(place).resolve("shop/weights/prices.safetensors");
            Files.createDirectories(file.getParent());
            Files.copy(WEIGHTS.resolve("prices.safetensors"), file);
            Compilation compilation = Compilation.of(
                    compiler,
                    directory,
                    Map.of("shop.Prices", prices("weights/prices.safetensors")),
                    "-classpath",
                    classPath + File.pathSeparator + directory.resolve("path"),
                    "-sourcepath",
                    directory.resolve("declared").toString(),
                    "-Alonghand.resources=");

            assertThat(compilation.sources().get("shop/PricesModel.java"))
                    .contains("PricesModel.class.getResourceAsStream(\"weights/prices.safetensors\")");
        }
    }

    @Test
    void aWrongResourceLeavesAStubSoThatItIsTheOnlyError(@TempDir Path root) throws IOException {
        Path source = Declarations.write(root, "Prices", """
                @Pretrained("prices.safetensors")
                @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
                interface Prices { @Dense(units = 1) Layer output(); }
                class Use { PricesModel model = PricesModel.pretrained(); }
                """);

        List<String> errors = Declarations.errors(Compiler.JAVAC.compile(
                List.of(source), root.resolve("output"), List.of(), List.of(new NetworkProcessor())));

        assertThat(errors).singleElement().asString().startsWith("the weights of \"Prices\", prices.safetensors,");
    }

    @Test
    void theStreamOfTheWeightsIsClosed() throws Throwable {
        List<String> open = new ArrayList<>();
        ClassLoader parent = PretrainedTest.class.getClassLoader();
        ClassLoader counting = new ClassLoader(parent) {
            @Override
            public InputStream getResourceAsStream(String name) {
                InputStream in = super.getResourceAsStream(name);
                if (in == null || !name.endsWith(".safetensors")) {
                    return in;
                }
                open.add(name);
                return new FilterInputStream(in) {
                    @Override
                    public void close() throws IOException {
                        open.remove(name);
                        super.close();
                    }
                };
            }
        };
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, counting) {
                    @Override
                    public InputStream getResourceAsStream(String name) {
                        return counting.getResourceAsStream(name);
                    }
                }) {
            call(loader, "shop.SignsModel", "pretrained");
            assertThat(open).isEmpty();
        }
    }
}
