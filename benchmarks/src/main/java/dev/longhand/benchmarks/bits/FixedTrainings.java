package dev.longhand.benchmarks.bits;

import dev.longhand.benchmarks.work.ConvolutionNetworks_DepthwiseModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_GroupedModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_PooledModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_StridedModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_UnpooledModel;
import dev.longhand.benchmarks.work.ConvolutionalModel;
import dev.longhand.benchmarks.work.DenseNetworks_RegularizedModel;
import dev.longhand.benchmarks.work.EmbeddingNetworks_EveryModel;
import dev.longhand.benchmarks.work.EmbeddingNetworks_LastModel;
import dev.longhand.benchmarks.work.NormNetworks_BatchOfImagesModel;
import dev.longhand.benchmarks.work.NormNetworks_BatchOfRowsModel;
import dev.longhand.benchmarks.work.NormNetworks_LayerOfRowsModel;
import dev.longhand.benchmarks.work.OneHiddenModel;
import dev.longhand.benchmarks.work.PoolNetworks_AverageModel;
import dev.longhand.benchmarks.work.PoolNetworks_GlobalAverageModel;
import dev.longhand.benchmarks.work.PoolNetworks_MaximumModel;
import dev.longhand.benchmarks.work.PoolNetworks_StochasticModel;
import dev.longhand.benchmarks.work.RecurrentNetworks_Gru96Model;
import dev.longhand.benchmarks.work.RecurrentNetworks_Lstm96Model;
import dev.longhand.benchmarks.work.RecurrentNetworks_Rnn96Model;
import dev.longhand.benchmarks.work.Samples;
import dev.longhand.benchmarks.work.TwoHiddenModel;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The trainings of {@code bits}. */
final class FixedTrainings {

    /** Every small network in each style. */
    private static final List<FixedTraining> SMALL = List.of(
            small("Activations loops", LoopNetworks_ActivationsModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small(
                    "Activations unrolled",
                    UnrolledNetworks_ActivationsModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(0.01)),
            small(
                    "Activations kernels",
                    KernelNetworks_ActivationsModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(0.01)),
            small("LogSoftmax loops", LoopNetworks_LogSoftmaxModel::create, Samples.NUMBERS, Sgd.learningRate(0.1)),
            small(
                    "LogSoftmax unrolled",
                    UnrolledNetworks_LogSoftmaxModel::create,
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1)),
            small("LogSoftmax kernels", KernelNetworks_LogSoftmaxModel::create, Samples.NUMBERS, Sgd.learningRate(0.1)),
            small("Numbers loops", LoopNetworks_NumbersModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Numbers unrolled", UnrolledNetworks_NumbersModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Numbers kernels", KernelNetworks_NumbersModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Random loops", LoopNetworks_RandomModel::create, Samples.NUMBERS, RmsProp.learningRate(0.01)),
            small("Random unrolled", UnrolledNetworks_RandomModel::create, Samples.NUMBERS, RmsProp.learningRate(0.01)),
            small("Random kernels", KernelNetworks_RandomModel::create, Samples.NUMBERS, RmsProp.learningRate(0.01)),
            small("Branches loops", LoopNetworks_BranchesModel::create, Samples.NUMBERS, NAdam.learningRate(0.01)),
            small(
                    "Branches unrolled",
                    UnrolledNetworks_BranchesModel::create,
                    Samples.NUMBERS,
                    NAdam.learningRate(0.01)),
            small("Branches kernels", KernelNetworks_BranchesModel::create, Samples.NUMBERS, NAdam.learningRate(0.01)),
            small("Images loops", LoopNetworks_ImagesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Images unrolled", UnrolledNetworks_ImagesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Images kernels", KernelNetworks_ImagesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Pools loops", LoopNetworks_PoolsModel::create, Samples.NUMBERS, Adagrad.learningRate(0.05)),
            small("Pools unrolled", UnrolledNetworks_PoolsModel::create, Samples.NUMBERS, Adagrad.learningRate(0.05)),
            small("Pools kernels", KernelNetworks_PoolsModel::create, Samples.NUMBERS, Adagrad.learningRate(0.05)),
            small(
                    "Norms loops",
                    LoopNetworks_NormsModel::create,
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1).l1(1e-4).l2(1e-3)),
            small(
                    "Norms unrolled",
                    UnrolledNetworks_NormsModel::create,
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1).l1(1e-4).l2(1e-3)),
            small(
                    "Norms kernels",
                    KernelNetworks_NormsModel::create,
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1).l1(1e-4).l2(1e-3)),
            small("Letters loops", LoopNetworks_LettersModel::create, Samples.LETTERS, Adadelta.learningRate(1)),
            small("Letters unrolled", UnrolledNetworks_LettersModel::create, Samples.LETTERS, Adadelta.learningRate(1)),
            small("Letters kernels", KernelNetworks_LettersModel::create, Samples.LETTERS, Adadelta.learningRate(1)),
            small("Gates loops", LoopNetworks_GatesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Gates unrolled", UnrolledNetworks_GatesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Gates kernels", KernelNetworks_GatesModel::create, Samples.NUMBERS, Adam.learningRate(0.01)),
            small("Memory loops", LoopNetworks_MemoryModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Memory unrolled", UnrolledNetworks_MemoryModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Memory kernels", KernelNetworks_MemoryModel::create, Samples.NUMBERS, AdamW.learningRate(0.01)),
            small("Last loops", LoopNetworks_LastModel::create, Samples.NUMBERS, Sgd.learningRate(0.1)),
            small("Last unrolled", UnrolledNetworks_LastModel::create, Samples.NUMBERS, Sgd.learningRate(0.1)),
            small("Last kernels", KernelNetworks_LastModel::create, Samples.NUMBERS, Sgd.learningRate(0.1)));

    /** Networks whose layers are shared among threads. */
    private static final List<FixedTraining> LARGE = List.of(
            new FixedTraining("TwoHidden", TwoHiddenModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 100, 3),
            new FixedTraining(
                    "TwoHidden sparse", TwoHiddenModel::create, Samples.SPARSE, Adam.learningRate(1e-3), 100, 3),
            new FixedTraining("OneHidden sparse", OneHiddenModel::create, Samples.SPARSE, Sgd.learningRate(1), 128, 2),
            new FixedTraining(
                    "Regularized",
                    DenseNetworks_RegularizedModel::create,
                    Samples.NUMBERS,
                    AdamW.learningRate(1e-3),
                    64,
                    4),
            new FixedTraining(
                    "Smooth", LargeNetworks_SmoothModel::create, Samples.NUMBERS, RmsProp.learningRate(1e-3), 50, 4),
            new FixedTraining(
                    "Convolutional", ConvolutionalModel::create, Samples.SPARSE, Adam.learningRate(1e-3), 20, 2),
            new FixedTraining(
                    "Pooled", ConvolutionNetworks_PooledModel::create, Samples.NUMBERS, Sgd.learningRate(0.05), 17, 2),
            new FixedTraining(
                    "Unpooled",
                    ConvolutionNetworks_UnpooledModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    17,
                    2),
            new FixedTraining(
                    "Strided",
                    ConvolutionNetworks_StridedModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    17,
                    2),
            new FixedTraining(
                    "Grouped",
                    ConvolutionNetworks_GroupedModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    17,
                    2),
            new FixedTraining(
                    "Depthwise",
                    ConvolutionNetworks_DepthwiseModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    17,
                    2),
            new FixedTraining(
                    "Colors", LargeNetworks_ColorsModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 13, 2),
            new FixedTraining(
                    "Narrow", LargeNetworks_NarrowModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 19, 2),
            new FixedTraining(
                    "Steps", LargeNetworks_StepsModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 15, 2),
            new FixedTraining(
                    "Maximum", PoolNetworks_MaximumModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 30, 2),
            new FixedTraining(
                    "Average", PoolNetworks_AverageModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 30, 2),
            new FixedTraining(
                    "Stochastic",
                    PoolNetworks_StochasticModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    30,
                    2),
            new FixedTraining(
                    "GlobalAverage",
                    PoolNetworks_GlobalAverageModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    30,
                    2),
            new FixedTraining(
                    "BatchOfImages",
                    NormNetworks_BatchOfImagesModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    30,
                    2),
            new FixedTraining(
                    "BatchOfRows",
                    NormNetworks_BatchOfRowsModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    50,
                    3),
            new FixedTraining(
                    "LayerOfRows",
                    NormNetworks_LayerOfRowsModel::create,
                    Samples.NUMBERS,
                    Adam.learningRate(1e-3),
                    50,
                    3),
            new FixedTraining(
                    "Norms", LargeNetworks_NormsModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 14, 2),
            new FixedTraining(
                    "Towers", LargeNetworks_TowersModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 10, 2),
            new FixedTraining(
                    "Rnn96", RecurrentNetworks_Rnn96Model::create, Samples.NUMBERS, Sgd.learningRate(0.1), 20, 2),
            new FixedTraining(
                    "Gru96", RecurrentNetworks_Gru96Model::create, Samples.SPARSE, Adam.learningRate(1e-3), 20, 2),
            new FixedTraining(
                    "Lstm96", RecurrentNetworks_Lstm96Model::create, Samples.NUMBERS, Adam.learningRate(1e-3), 20, 2),
            new FixedTraining(
                    "Stack", LargeNetworks_StackModel::create, Samples.NUMBERS, Adam.learningRate(1e-3), 16, 2),
            new FixedTraining(
                    "Embedding last",
                    EmbeddingNetworks_LastModel::create,
                    Samples.LETTERS,
                    Adam.learningRate(1e-3),
                    12,
                    2),
            new FixedTraining(
                    "Embedding every",
                    EmbeddingNetworks_EveryModel::create,
                    Samples.LETTERS,
                    Adam.learningRate(1e-3),
                    12,
                    2));

    /** All, in the order in which they are printed. */
    static final List<FixedTraining> ALL =
            Stream.concat(SMALL.stream(), LARGE.stream()).toList();

    private FixedTrainings() {}

    private static FixedTraining small(String name, LongFunction<Model> model, Samples inputs, Optimizer optimizer) {
        return new FixedTraining(name, model, inputs, optimizer, 7, 4);
    }
}
