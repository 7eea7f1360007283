package dev.longhand.fuzz;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Idx;
import dev.longhand.data.Images;
import dev.longhand.data.MappedArray;
import dev.longhand.io.Layout;
import dev.longhand.io.Npy;
import dev.longhand.io.Npz;
import dev.longhand.io.NumberArray;
import dev.longhand.io.Weights;
import dev.longhand.table.CsvFormat;
import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.EarlyStopping;
import dev.longhand.training.Monitor;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingDivergedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The readers of files, each given any bytes: it must read them or throw an {@link IOException} that begins with the
 * file's name, allocate a limited amount of memory, and leave nothing half loaded.
 */
public enum FuzzedReader {
    IDX(100 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Idx idx = Idx.read(new ByteArrayInputStream(bytes), file.toString());
            require(idx.shape().size() == idx.floats().length, "an array of another size");
        }
    },
    MAPPED_IDX(10 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            readRows(MappedArray.idx(file));
        }
    },
    NPY(100 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            NumberArray array = Npy.read(new ByteArrayInputStream(bytes), file.toString());
            require(size(array.dimensions()) == array.values().length, "an array of another size");
        }
    },
    MAPPED_NPY(10 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            readRows(MappedArray.npy(file));
        }
    },
    NPZ(900 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            Npz.read(file);
        }
    },
    SAFETENSORS(20 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            TwoLayers model = TwoLayers.classes(3, 2, 2, 1);
            IOException refusal = null;
            for (Layout layout : Layout.values()) {
                float[] before = model.parameters().copy();
                try {
                    Weights.load(model, file, layout);
                } catch (IOException e) {
                    require(Arrays.equals(before, model.parameters().copy()), "half of the parameters");
                    refusal = e;
                }
            }
            if (refusal != null) {
                throw refusal;
            }
        }
    },
    CSV(20 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Table table = Table.csv(new ByteArrayInputStream(bytes), file.toString(), CsvFormat.standard());
            require(table.rows() > 0 && !table.names().isEmpty(), "an empty table");
            require(table.missingValues().count() == table.missing(), "another number of missing values");
        }
    },
    RECIPE(20 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            TwoLayers model = TwoLayers.classes(3, 2, 2, 1);
            float[] before = model.parameters().copy();
            try {
                TableModel table = TableModel.load(model, file);
                require(table.recipe().inputNames().size() == 3, "a recipe of another size");
            } catch (IOException e) {
                require(Arrays.equals(before, model.parameters().copy()), "half of the parameters");
                throw e;
            }
        }
    },
    /** Behind the bytes comes their right checksum, or the fuzzer would never get past it. */
    CHECKPOINT(80 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            Path folder = Files.createDirectories(Path.of(file + "s"));
            Path checkpoint = folder.resolve("epoch-000001-batch-00000001.safetensors");
            Files.write(
                    checkpoint,
                    ByteBuffer.allocate(bytes.length + Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .put(bytes)
                            .putInt((int) checksum.getValue())
                            .array());
            TwoLayers model = TwoLayers.classes(3, 2, 2, 1);
            float[] before = model.parameters().copy();
            try {
                Trainer.of(model)
                        .threads(1)
                        .callback(EarlyStopping.patience(2).monitor(Monitor.LOSS))
                        .resumeChanged(folder)
                        .fit(Samples.clouds(4, 3, 2, 1));
            } catch (UncheckedIOException e) {
                require(Arrays.equals(before, model.parameters().copy()), "half of the parameters");
                throw e.getCause();
            } catch (IllegalArgumentException e) {
                require(
                        String.valueOf(e.getMessage()).contains(" is a checkpoint of "),
                        "the message " + e.getMessage());
            } catch (TrainingDivergedException e) {
                require(bytes.length > 0, "parameters from nothing");
            }
        }
    },
    IMAGE(200 << 20) {
        @Override
        void read(byte[] bytes, Path file) throws IOException {
            Files.write(file, bytes);
            float[] x = Images.rgb().size(4, 4).maxPixels(1 << 20).read(file);
            for (float number : x) {
                require(number >= 0 && number <= 1.00001f, "a pixel of " + number);
            }
        }
    };

    private final long mostMemory;

    FuzzedReader(long mostMemory) {
        this.mostMemory = mostMemory;
    }

    abstract void read(byte[] bytes, Path file) throws IOException;

    /** Reads bytes; an error that isn't an IOException, or too much memory, is a failure. */
    public void read(byte[] bytes) {
        long most = mostMemory + 1000L * bytes.length;
        // The first time, loading classes takes memory too.
        long memory = memoryToRead(bytes) <= most ? 0 : memoryToRead(bytes);
        require(memory <= most, memory + " bytes of memory");
    }

    private long memoryToRead(byte[] bytes) {
        Path file = file();
        long before = allocated();
        try {
            read(bytes, file);
        } catch (IOException e) {
            require(String.valueOf(e.getMessage()).startsWith(file.toString()), "the message " + e.getMessage());
        }
        return allocated() - before;
    }

    private static Path file() {
        try {
            Path folder = Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "longhand-fuzz-" + ProcessHandle.current().pid()));
            return folder.resolve("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readRows(MappedArray array) throws IOException {
        float[] row = new float[array.rowSize()];
        for (int i = 0; i < Math.min(100, array.rows()); i++) {
            array.read(i, row, 0);
        }
        array.read(array.rows() - 1, row, 0);
    }

    private static long size(int[] dimensions) {
        long size = 1;
        for (int dimension : dimensions) {
            size *= dimension;
        }
        return size;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("the reader gave or took " + what);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
