package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.longhand.processor.formula.ActivationFormula;
import java.util.stream.Stream;

/** Every type that generated source names: Longhand's own, and those of the JDK. No other file knows their packages. */
public final class RuntimeTypes {

    // What the declaration is written in
    public static final ClassName ACTIVATION = ClassName.get("dev.longhand", "Activation");
    public static final ClassName INITIALIZER = ClassName.get("dev.longhand", "Initializer");
    public static final ClassName LAYER = ClassName.get("dev.longhand", "Layer");
    public static final ClassName LONGHAND_GENERATED = ClassName.get("dev.longhand", "LonghandGenerated");
    public static final ClassName SUPPRESS_WARNINGS = LONGHAND_GENERATED.nestedClass("SuppressFBWarnings");
    public static final ClassName LOSS = ClassName.get("dev.longhand", "Loss");

    // The model
    public static final ClassName MODEL = ClassName.get("dev.longhand.model", "Model");
    public static final ClassName MODEL_INFO = ClassName.get("dev.longhand.model", "ModelInfo");
    public static final ClassName MODEL_INFO_BUILDER = MODEL_INFO.nestedClass("Builder");
    public static final ClassName PARAMETERS = ClassName.get("dev.longhand.model", "Parameters");
    public static final ClassName PREDICTOR = ClassName.get("dev.longhand.model", "Predictor");
    public static final ClassName WORKSPACE = ClassName.get("dev.longhand.model", "Workspace");
    public static final ClassName INITIALIZATION = ClassName.get("dev.longhand.initializer", "Initialization");
    public static final ClassName LOSSES = ClassName.get("dev.longhand.loss", "Losses");
    public static final ClassName COUNTED_RANDOM = ClassName.get("dev.longhand.random", "CountedRandom");

    // Pretrained weights
    public static final ClassName CLASS_NAMES = ClassName.get("dev.longhand.io", "ClassNames");
    public static final ClassName PRETRAINED_MODEL = ClassName.get("dev.longhand.io", "PretrainedModel");
    public static final ClassName PRETRAINED_TABLE = ClassName.get("dev.longhand.table", "PretrainedTable");
    public static final ClassName ROW_COLUMNS = ClassName.get("dev.longhand.table", "RowColumns");
    public static final ClassName TABLE_PREDICTION = ClassName.get("dev.longhand.table", "Prediction");

    // Kernels, and what tells them the shape of a layer
    public static final ClassName KERNELS = ClassName.get("dev.longhand.kernel", "Kernels");
    public static final ClassName FUNCTIONS = ActivationFormula.FUNCTIONS;
    public static final ClassName FUNCTION_KERNELS = ClassName.get("dev.longhand.kernel.function", "FunctionKernels");
    public static final ClassName DENSE_LAYER = ClassName.get("dev.longhand.kernel.dense", "DenseLayer");
    public static final ClassName DENSE_KERNELS = ClassName.get("dev.longhand.kernel.dense", "DenseKernels");
    public static final ClassName INPUT_BATCH = ClassName.get("dev.longhand.kernel.dense", "InputBatch");
    public static final ClassName CONVOLUTION_KERNELS =
            ClassName.get("dev.longhand.kernel.convolution", "ConvolutionKernels");
    public static final ClassName CONVOLUTION = ClassName.get("dev.longhand.kernel.convolution", "Convolution");
    public static final ClassName POOLED_CONVOLUTION =
            ClassName.get("dev.longhand.kernel.convolution", "PooledConvolution");
    public static final ClassName POOL_KERNELS = ClassName.get("dev.longhand.kernel.pool", "PoolKernels");
    public static final ClassName POOLING = ClassName.get("dev.longhand.kernel.pool", "Pooling");
    public static final ClassName WINDOW = ClassName.get("dev.longhand.kernel.pool", "Window");
    public static final ClassName NORM_KERNELS = ClassName.get("dev.longhand.kernel.norm", "NormKernels");
    public static final ClassName NORMALIZATION = ClassName.get("dev.longhand.kernel.norm", "Normalization");
    public static final ClassName RECURRENT_KERNELS =
            ClassName.get("dev.longhand.kernel.recurrent", "RecurrentKernels");
    public static final ClassName RECURRENCE = ClassName.get("dev.longhand.kernel.recurrent", "Recurrence");
    public static final ClassName SEQUENCE_STEPS = ClassName.get("dev.longhand.kernel.recurrent", "SequenceSteps");
    public static final ClassName EMBEDDING_KERNELS =
            ClassName.get("dev.longhand.kernel.embedding", "EmbeddingKernels");
    public static final ClassName EMBEDDING_TABLE = ClassName.get("dev.longhand.kernel.embedding", "EmbeddingTable");

    // The JDK
    public static final ClassName ARRAYS = ClassName.get("java.util", "Arrays");
    public static final ClassName FLOAT_BUFFER = ClassName.get("java.nio", "FloatBuffer");
    public static final ClassName MATH = ActivationFormula.MATH;
    public static final ClassName STRING = ClassName.get("java.lang", "String");
    public static final ClassName INPUT_STREAM = ClassName.get("java.io", "InputStream");
    public static final ClassName BUFFERED_INPUT_STREAM = ClassName.get("java.io", "BufferedInputStream");
    public static final ClassName DATA_INPUT_STREAM = ClassName.get("java.io", "DataInputStream");
    public static final ClassName EOF_EXCEPTION = ClassName.get("java.io", "EOFException");
    public static final ClassName IO_EXCEPTION = ClassName.get("java.io", "IOException");
    public static final ClassName STANDARD_CHARSETS = ClassName.get("java.nio.charset", "StandardCharsets");
    public static final ClassName SYSTEM = ClassName.get("java.lang", "System");
    public static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private RuntimeTypes() {}

    /** The simple names of the types nested in the one of a name: where that isn't imported, they aren't either. */
    static Stream<String> nestedIn(String name) {
        return Stream.of(MODEL_INFO_BUILDER, SUPPRESS_WARNINGS)
                .filter(type -> type.topLevelClassName().simpleName().equals(name))
                .map(ClassName::simpleName);
    }
}
