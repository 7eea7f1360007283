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

    private static final Optimizer ADAM = Adam.learningRate(1e-3);

    /** The small networks in each style. */
    private static final List<List<FixedTraining>> SMALL = List.of(
            styles(
                    "Activations",
                    Samples.NUMBERS,
                    Adam.learningRate(0.01),
                    LoopNetworks_ActivationsModel::create,
                    UnrolledNetworks_ActivationsModel::create,
                    KernelNetworks_ActivationsModel::create),
            styles(
                    "Extremes",
                    Samples.NUMBERS,
                    Adam.learningRate(0.01),
                    LoopNetworks_ExtremesModel::create,
                    UnrolledNetworks_ExtremesModel::create,
                    KernelNetworks_ExtremesModel::create),
            styles(
                    "LogSoftmax",
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1),
                    LoopNetworks_LogSoftmaxModel::create,
                    UnrolledNetworks_LogSoftmaxModel::create,
                    KernelNetworks_LogSoftmaxModel::create),
            styles(
                    "Numbers",
                    Samples.NUMBERS,
                    AdamW.learningRate(0.01),
                    LoopNetworks_NumbersModel::create,
                    UnrolledNetworks_NumbersModel::create,
                    KernelNetworks_NumbersModel::create),
            styles(
                    "Random",
                    Samples.NUMBERS,
                    RmsProp.learningRate(0.01),
                    LoopNetworks_RandomModel::create,
                    UnrolledNetworks_RandomModel::create,
                    KernelNetworks_RandomModel::create),
            styles(
                    "Branches",
                    Samples.NUMBERS,
                    NAdam.learningRate(0.01),
                    LoopNetworks_BranchesModel::create,
                    UnrolledNetworks_BranchesModel::create,
                    KernelNetworks_BranchesModel::create),
            styles(
                    "Images",
                    Samples.NUMBERS,
                    Adam.learningRate(0.01),
                    LoopNetworks_ImagesModel::create,
                    UnrolledNetworks_ImagesModel::create,
                    KernelNetworks_ImagesModel::create),
            styles(
                    "Pools",
                    Samples.NUMBERS,
                    Adagrad.learningRate(0.05),
                    LoopNetworks_PoolsModel::create,
                    UnrolledNetworks_PoolsModel::create,
                    KernelNetworks_PoolsModel::create),
            styles(
                    "Norms",
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1).l1(1e-4).l2(1e-3),
                    LoopNetworks_NormsModel::create,
                    UnrolledNetworks_NormsModel::create,
                    KernelNetworks_NormsModel::create),
            styles(
                    "Letters",
                    Samples.LETTERS,
                    Adadelta.learningRate(1),
                    LoopNetworks_LettersModel::create,
                    UnrolledNetworks_LettersModel::create,
                    KernelNetworks_LettersModel::create),
            styles(
                    "Gates",
                    Samples.NUMBERS,
                    Adam.learningRate(0.01),
                    LoopNetworks_GatesModel::create,
                    UnrolledNetworks_GatesModel::create,
                    KernelNetworks_GatesModel::create),
            styles(
                    "Memory",
                    Samples.NUMBERS,
                    AdamW.learningRate(0.01),
                    LoopNetworks_MemoryModel::create,
                    UnrolledNetworks_MemoryModel::create,
                    KernelNetworks_MemoryModel::create),
            styles(
                    "Last",
                    Samples.NUMBERS,
                    Sgd.learningRate(0.1),
                    LoopNetworks_LastModel::create,
                    UnrolledNetworks_LastModel::create,
                    KernelNetworks_LastModel::create),
            styles(
                    "Signals",
                    Samples.NUMBERS,
                    Adam.learningRate(0.01),
                    LoopNetworks_SignalsModel::create,
                    UnrolledNetworks_SignalsModel::create,
                    KernelNetworks_SignalsModel::create));

    /** Networks whose layers are large enough to be computed by several threads. */
    private static final List<FixedTraining> LARGE = List.of(
            new FixedTraining("TwoHidden", TwoHiddenModel::create, Samples.NUMBERS, ADAM, 100, 3),
            new FixedTraining("TwoHidden sparse", TwoHiddenModel::create, Samples.SPARSE, ADAM, 100, 3),
            new FixedTraining("OneHidden", OneHiddenModel::create, Samples.NUMBERS, Sgd.learningRate(1), 128, 2),
            new FixedTraining("OneHidden sparse", OneHiddenModel::create, Samples.SPARSE, Sgd.learningRate(1), 128, 2),
            new FixedTraining("Funnel", LargeNetworks_FunnelModel::create, Samples.NUMBERS, ADAM, 100, 2),
            new FixedTraining("Funnel sparse", LargeNetworks_FunnelModel::create, Samples.SPARSE, ADAM, 100, 2),
            new FixedTraining(
                    "Regularized",
                    DenseNetworks_RegularizedModel::create,
                    Samples.NUMBERS,
                    AdamW.learningRate(1e-3),
                    64,
                    4),
            new FixedTraining(
                    "Smooth", LargeNetworks_SmoothModel::create, Samples.NUMBERS, RmsProp.learningRate(1e-3), 50, 4),
            new FixedTraining("Convolutional", ConvolutionalModel::create, Samples.SPARSE, ADAM, 20, 2),
            new FixedTraining(
                    "Pooled", ConvolutionNetworks_PooledModel::create, Samples.NUMBERS, Sgd.learningRate(0.05), 17, 2),
            new FixedTraining("Unpooled", ConvolutionNetworks_UnpooledModel::create, Samples.NUMBERS, ADAM, 17, 2),
            new FixedTraining("Strided", ConvolutionNetworks_StridedModel::create, Samples.NUMBERS, ADAM, 17, 2),
            new FixedTraining("Grouped", ConvolutionNetworks_GroupedModel::create, Samples.NUMBERS, ADAM, 17, 2),
            new FixedTraining("Depthwise", ConvolutionNetworks_DepthwiseModel::create, Samples.NUMBERS, ADAM, 17, 2),
            new FixedTraining("Gray", LargeNetworks_GrayModel::create, Samples.NUMBERS, ADAM, 21, 2),
            new FixedTraining("Colors", LargeNetworks_ColorsModel::create, Samples.NUMBERS, ADAM, 13, 2),
            new FixedTraining("Narrow", LargeNetworks_NarrowModel::create, Samples.NUMBERS, ADAM, 19, 2),
            new FixedTraining("Steps", LargeNetworks_StepsModel::create, Samples.NUMBERS, ADAM, 15, 2),
            new FixedTraining("Wide", LargeNetworks_WideModel::create, Samples.NUMBERS, ADAM, 9, 2),
            new FixedTraining("Groups", LargeNetworks_GroupsModel::create, Samples.NUMBERS, ADAM, 15, 2),
            new FixedTraining("Maximum", PoolNetworks_MaximumModel::create, Samples.NUMBERS, ADAM, 30, 2),
            new FixedTraining("Average", PoolNetworks_AverageModel::create, Samples.NUMBERS, ADAM, 30, 2),
            new FixedTraining("Stochastic", PoolNetworks_StochasticModel::create, Samples.NUMBERS, ADAM, 30, 2),
            new FixedTraining("GlobalAverage", PoolNetworks_GlobalAverageModel::create, Samples.NUMBERS, ADAM, 30, 2),
            new FixedTraining("BatchOfImages", NormNetworks_BatchOfImagesModel::create, Samples.NUMBERS, ADAM, 30, 2),
            new FixedTraining("BatchOfRows", NormNetworks_BatchOfRowsModel::create, Samples.NUMBERS, ADAM, 50, 3),
            new FixedTraining("LayerOfRows", NormNetworks_LayerOfRowsModel::create, Samples.NUMBERS, ADAM, 50, 3),
            new FixedTraining("Norms", LargeNetworks_NormsModel::create, Samples.NUMBERS, ADAM, 14, 2),
            new FixedTraining("Towers", LargeNetworks_TowersModel::create, Samples.NUMBERS, ADAM, 10, 2),
            new FixedTraining(
                    "Rnn96", RecurrentNetworks_Rnn96Model::create, Samples.NUMBERS, Sgd.learningRate(0.1), 20, 2),
            new FixedTraining("Gru96", RecurrentNetworks_Gru96Model::create, Samples.SPARSE, ADAM, 20, 2),
            new FixedTraining("Lstm96", RecurrentNetworks_Lstm96Model::create, Samples.NUMBERS, ADAM, 20, 2),
            new FixedTraining("Stack", LargeNetworks_StackModel::create, Samples.NUMBERS, ADAM, 16, 2),
            new FixedTraining("Embedding last", EmbeddingNetworks_LastModel::create, Samples.LETTERS, ADAM, 12, 2),
            new FixedTraining("Embedding every", EmbeddingNetworks_EveryModel::create, Samples.LETTERS, ADAM, 12, 2));

    /** All, in the order in which they are printed. */
    static final List<FixedTraining> ALL =
            Stream.concat(SMALL.stream().flatMap(List::stream), LARGE.stream()).toList();

    private FixedTrainings() {}

    private static List<FixedTraining> styles(
            String name,
            Samples inputs,
            Optimizer optimizer,
            LongFunction<Model> loops,
            LongFunction<Model> unrolled,
            LongFunction<Model> kernels) {
        return List.of(
                new FixedTraining(name + " loops", loops, inputs, optimizer, 7, 4),
                new FixedTraining(name + " unrolled", unrolled, inputs, optimizer, 7, 4),
                new FixedTraining(name + " kernels", kernels, inputs, optimizer, 7, 4));
    }
}
