package dev.longhand.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.io.ClassNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of docs/shipping.md does with its code. */
class ShippingPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "shipping.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String BEGIN = """
            package com.acme;

            import dev.longhand.Activation;
            import dev.longhand.Layer;
            import dev.longhand.Loss;
            import dev.longhand.Network;
            import dev.longhand.Pretrained;
            import dev.longhand.layer.Dense;
            import java.util.Map;

            """;

    private static final String DIGITS = """
            @Pretrained("digits.safetensors")
            @Network(input = 3, loss = Loss.CROSS_ENTROPY)
            interface Digits {
                @Dense(units = 2, activation = Activation.SOFTMAX)  Layer output();
            }

            """;

    @TempDir
    Path folder;

    private static String withoutWeights(String declaration) {
        return declaration.replaceAll("@Pretrained\\(.*\\)\n", "");
    }

    private static String recipe() {
        String columns = Stream.of("sepal length", "sepal width", "petal length", "petal width")
                .map(column ->
                        "{\"column\":\"" + column + "\",\"kind\":\"number\",\"scaling\":\"MIN_MAX\",\"shift\":0.0,"
                                + "\"scale\":1.0,\"min\":0.0,\"max\":10.0,\"missing\":\"REFUSE\",\"fill\":1.0}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return "{\"version\":1,\"target\":{\"column\":\"species\",\"kind\":\"classes\",\"classes\":[\"setosa\","
                + "\"versicolor\",\"virginica\"]},\"pass\":[],\"farLimit\":3.0,\"features\":[" + columns + "]}";
    }

    private void save(ClassLoader loader, String name, Map<String, String> metadata) throws Exception {
        Method create = loader.loadClass("com.acme." + name + "Model").getDeclaredMethod("create", long.class);
        create.setAccessible(true);
        Path resources = Files.createDirectories(folder.resolve("resources/com/acme"));
        Weights.save(
                (Model) create.invoke(null, 1L),
                resources.resolve(name.toLowerCase(Locale.ROOT) + ".safetensors"),
                metadata);
    }

    private static ClassLoader loader(Path... folders) throws IOException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        return new URLClassLoader(urls, ShippingPageTest.class.getClassLoader());
    }

    @Test
    void itsCodeCompilesAndRuns() throws Exception {
        List<String> blocks = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        String declaration = blocks.get(0);
        Path plain = CompiledDeclaration.of(
                folder.resolve("plain"), "com.acme.Iris", BEGIN + withoutWeights(DIGITS) + withoutWeights(declaration));
        save(loader(plain), "Iris", Map.of("longhand.recipe", recipe()));
        save(loader(plain), "Digits", ClassNames.of("cat", "dog").metadata());

        String statements = String.join("\n", blocks.subList(1, blocks.size()));
        String page = "class Page {\n static Object[] run(float[] pixels) {\n" + statements
                + "\nreturn new Object[] {flower.category(), digit.category(), copy};\n}\n}\n";
        Path classes = CompiledDeclaration.of(folder, "com.acme.Iris", BEGIN + DIGITS + declaration + page);
        Method run = loader(classes, folder.resolve("resources"))
                .loadClass("com.acme.Page")
                .getDeclaredMethod("run", float[].class);
        run.setAccessible(true);
        Object[] results = (Object[]) run.invoke(null, (Object) new float[] {1, 2, 3});
        assertThat(results[0].toString()).isIn("setosa", "versicolor", "virginica");
        assertThat(results[1].toString()).isIn("cat", "dog");
        assertThat(((Model) results[2]).info().name()).isEqualTo("Iris");
    }
}
