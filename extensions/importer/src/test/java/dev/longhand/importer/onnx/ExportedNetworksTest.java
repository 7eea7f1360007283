package dev.longhand.importer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Style;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.testing.CompiledNetwork;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.StateInfo;
import dev.longhand.onnx.Onnx;
import dev.longhand.processor.NetworkProcessor;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.RandomDescriptions;
import dev.longhand.processor.interpreter.RandomImages;
import dev.longhand.processor.interpreter.RandomOutputs;
import dev.longhand.processor.interpreter.RandomSequences;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random networks that Longhand exports as ONNX and imports again: the outputs are equal to the bit. */
class ExportedNetworksTest {

    private static final int FLAT = 76;
    private static final int IMAGES = 36;
    private static final int SEQUENCES = 24;
    private static final int SEVERAL_OUTPUTS = 36;

    @TempDir
    Path folder;

    @Test
    void importedNetworksPredictWhatTheExportedOnesDo() throws Exception {
        List<Description> descriptions = new ArrayList<>();
        IntStream.range(0, FLAT).forEach(i -> descriptions.add(RandomDescriptions.of(i)));
        IntStream.range(0, IMAGES).forEach(i -> descriptions.add(RandomImages.of(i)));
        IntStream.range(0, SEQUENCES).forEach(i -> descriptions.add(RandomSequences.of(i)));
        IntStream.range(0, SEVERAL_OUTPUTS).forEach(i -> descriptions.add(RandomOutputs.of(i)));
        List<Model> originals = compile(descriptions);
        List<Integer> indices = new ArrayList<>();
        List<ImportedNetwork> networks = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            byte[] bytes;
            try {
                bytes = Onnx.of(originals.get(i)).bytes();
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .hasMessageMatching("Net\\d+ can't be written as ONNX: (layer \"\\w+\" \\(Rnn\\) has the"
                                + " activation \\w+, which ONNX's operator RNN doesn't know(; )?)+");
                continue;
            }
            Path file = Files.write(folder.resolve("net" + i + ".onnx"), bytes);
            networks.add(OnnxFile.read(file));
            indices.add(i);
        }
        List<Model> imported = CompiledNetwork.all(networks, Files.createDirectory(folder.resolve("imported")));
        Set<String> kinds = new TreeSet<>();
        for (int k = 0; k < imported.size(); k++) {
            int i = indices.get(k);
            float[] x = samples(descriptions.get(i), i);
            assertThat(imported.get(k).predict(x))
                    .as("%s", descriptions.get(i))
                    .isEqualTo(originals.get(i).predict(x));
            assertThat(imported.get(k).info().outputs())
                    .hasSameSizeAs(originals.get(i).info().outputs());
            originals.get(i).info().layers().stream().map(LayerInfo::kind).forEach(kinds::add);
        }
        assertThat(imported).hasSizeGreaterThanOrEqualTo(100);
        assertThat(kinds)
                .contains(
                        "Activate",
                        "Add",
                        "AvgPool1d",
                        "AvgPool2d",
                        "BatchNorm",
                        "Concat",
                        "Conv1d",
                        "Conv2d",
                        "Dense",
                        "Dropout",
                        "Embedding",
                        "Flatten",
                        "GaussianNoise",
                        "GlobalAvgPool2d",
                        "Gru",
                        "Input",
                        "LayerNorm",
                        "Lstm",
                        "MaxPool1d",
                        "MaxPool2d",
                        "Multiply",
                        "Reshape",
                        "Rnn",
                        "StochasticPool2d");
    }

    private List<Model> compile(List<Description> descriptions) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("original"));
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            String source = Declaration.file("nets", "Net" + i, descriptions.get(i), Style.AUTO);
            sources.add(Files.writeString(classes.resolve("Net" + i + ".java"), source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    null,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new NetworkProcessor()));
            assertThat(task.call()).isTrue();
        }
        URL[] urls = {classes.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(urls, ExportedNetworksTest.class.getClassLoader());
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            Method create = loader.loadClass("nets.Net" + i + "Model").getDeclaredMethod("create", long.class);
            create.setAccessible(true);
            Model model = (Model) create.invoke(null, (long) i);
            train(model, new Random(i));
            models.add(model);
        }
        return models;
    }

    /** Gives parameters and state numbers like those of a trained network, which differ where new ones are equal. */
    private static void train(Model model, Random random) {
        float[] numbers = model.parameters().copy();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += 0.2f * (float) random.nextGaussian();
        }
        int from = model.info().parameterCount();
        for (LayerInfo layer : model.info().layers()) {
            for (StateInfo array : layer.state()) {
                for (int i = 0; array.name().equals(StateInfo.VARIANCE) && i < array.size(); i++) {
                    numbers[from + array.offset() + i] = 0.5f + random.nextFloat();
                }
            }
        }
        model.parameters().set(numbers);
    }

    private static float[] samples(Description network, int seed) {
        Random random = new Random(seed);
        float[] x = new float[3 * network.inputSize()];
        for (int i = 0; i < x.length; i++) {
            x[i] = network.vocabulary() > 0 ? random.nextInt(network.vocabulary()) : (float) random.nextGaussian();
        }
        return x;
    }
}
